/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/dtype.h"

#include <math.h>
#include <string.h>

static const char *const names[] = {
#define X(id, name, bytes, class) name,
    DTYPES(X)
#undef X
};

const uint8_t dtype_sizes[] = {
#define X(id, name, bytes, class) bytes,
    DTYPES(X)
#undef X
};

const char dtype_classes[] = {
#define X(id, name, bytes, class) class,
    DTYPES(X)
#undef X
};

const char *dtype_name(DType t) {
  return names[t];
}

/* "float" and "int" are Python's: float64 and int64. */
DType dtype_by_name(const char *name) {
  static const struct {
    const char *name;
    DType type;
  } more[] = {{"float", DT_F64}, {"double", DT_F64}, {"float_", DT_F64},
              {"long", DT_I64},  {"int", DT_I64},    {"int_", DT_I64},
              {"half", DT_F16},  {"single", DT_F32}, {"short", DT_I16},
              {"bool_", DT_BOOL}};
  for (int i = 0; i < DT_COUNT; i++)
    if (!strcmp(names[i], name))
      return (DType)i;
  for (size_t i = 0; i < sizeof more / sizeof *more; i++)
    if (!strcmp(more[i].name, name))
      return more[i].type;
  return DT_COUNT;
}

static double half_to_double(uint16_t h) {
  int exponent = h >> 10 & 31, mantissa = h & 1023;
  double a = exponent == 31  ? (mantissa ? NAN : INFINITY)
             : exponent == 0 ? ldexp(mantissa, -24)
                             : ldexp(1024 + mantissa, exponent - 25);
  return h & 0x8000 ? -a : a;
}

/* A mantissa rounded up to 2048 carries into the exponent by itself. */
static uint16_t half_from_double(double x) {
  uint16_t sign = signbit(x) ? 0x8000 : 0;
  double a = fabs(x);
  if (isnan(x))
    return sign | 0x7e00;
  if (a >= 65520)
    return sign | 0x7c00;
  if (a < 0x1p-14)
    return (uint16_t)(sign | (int)rint(a * 0x1p24));
  int e = ilogb(a);
  return (uint16_t)(sign |
                    (((e + 15) << 10) + (int)rint(ldexp(a, 10 - e)) - 1024));
}

static double bfloat_to_double(uint16_t b) {
  uint32_t bits = (uint32_t)b << 16;
  float f;
  memcpy(&f, &bits, sizeof f);
  return f;
}

static uint16_t bfloat_from_double(double x) {
  float f = (float)x;
  uint32_t bits;
  memcpy(&bits, &f, sizeof bits);
  if (isnan(f))
    return 0x7fc0;
  return (uint16_t)((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

#define READ(T) (*(const T *)element)
#define WRITE(T, value) (*(T *)element = (T)(value))

double dtype_get_double(DType t, const void *element) {
  switch (t) {
  case DT_BOOL:
  case DT_U8: return READ(uint8_t);
  case DT_I8: return READ(int8_t);
  case DT_I16: return READ(int16_t);
  case DT_I32: return READ(int32_t);
  case DT_I64: return (double)READ(int64_t);
  case DT_U64: return (double)READ(uint64_t);
  case DT_F16: return half_to_double(READ(uint16_t));
  case DT_BF16: return bfloat_to_double(READ(uint16_t));
  case DT_F32: return READ(float);
  default: return READ(double);
  }
}

int64_t dtype_get_int(DType t, const void *element) {
  switch (t) {
  case DT_I64:
  case DT_U64: return READ(int64_t);
  default: return dtype_truncated(dtype_get_double(t, element));
  }
}

void dtype_put_double(DType t, void *element, double value) {
  switch (t) {
  case DT_BOOL: WRITE(uint8_t, value != 0); break;
  case DT_F16: WRITE(uint16_t, half_from_double(value)); break;
  case DT_BF16: WRITE(uint16_t, bfloat_from_double(value)); break;
  case DT_F32: WRITE(float, value); break;
  case DT_F64: WRITE(double, value); break;
  case DT_U64:
    if (value >= 0x1p63 && value < 0x1p64) {
      WRITE(uint64_t, value);
      break;
    }
  /* fall through */
  default: dtype_put_int(t, element, dtype_truncated(value));
  }
}

void dtype_put_int(DType t, void *element, int64_t value) {
  switch (t) {
  case DT_BOOL: WRITE(uint8_t, value != 0); break;
  case DT_U8: WRITE(uint8_t, value); break;
  case DT_I8: WRITE(int8_t, value); break;
  case DT_I16: WRITE(int16_t, value); break;
  case DT_I32: WRITE(int32_t, value); break;
  case DT_I64:
  case DT_U64: WRITE(int64_t, value); break;
  case DT_F32: WRITE(float, value); break;
  default: dtype_put_double(t, element, (double)value);
  }
}

/* The signed type that holds both integers, DT_COUNT when there is none. */
static DType promote_integers(DType a, DType b) {
  if (dtype_classes[a] == dtype_classes[b])
    return dtype_sizes[a] >= dtype_sizes[b] ? a : b;
  DType u = dtype_classes[a] == 'u' ? a : b, s = u == a ? b : a;
  if (dtype_sizes[s] > dtype_sizes[u])
    return s;
  return u == DT_U8 ? DT_I16 : DT_COUNT;
}

static DType promote_floats(DType a, DType b) {
  if (dtype_sizes[a] == 2 && dtype_sizes[b] == 2 && a != b)
    return DT_F32; /* float16 with bfloat16 */
  return dtype_sizes[a] >= dtype_sizes[b] ? a : b;
}

/* An integer of n bytes needs a float of more than n bytes, 8 at most. */
static DType promote_mixed(DType real, DType integer) {
  DType need = dtype_sizes[integer] == 1   ? DT_F16
               : dtype_sizes[integer] == 2 ? DT_F32
                                          : DT_F64;
  return promote_floats(real, need);
}

DType dtype_torch_float = DT_F32;

DType dtype_promote_numpy(DType a, DType b) {
  if (a == b || b == DT_BOOL)
    return a;
  if (a == DT_BOOL)
    return b;
  bool fa = dtype_is_float(a), fb = dtype_is_float(b);
  if (fa && fb)
    return promote_floats(a, b);
  if (fa != fb)
    return fa ? promote_mixed(a, b) : promote_mixed(b, a);
  DType t = promote_integers(a, b);
  return t == DT_COUNT ? DT_F64 : t;
}

DType dtype_promote_torch(DType a, DType b) {
  if (a == b || b == DT_BOOL)
    return a;
  if (a == DT_BOOL)
    return b;
  bool fa = dtype_is_float(a), fb = dtype_is_float(b);
  if (fa && fb)
    return promote_floats(a, b);
  if (fa != fb)
    return fa ? a : b;
  DType t = promote_integers(a, b);
  return t == DT_COUNT ? DT_I64 : t;
}
