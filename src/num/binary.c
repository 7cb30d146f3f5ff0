/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/binary.h"

#include <fenv.h>
#include <math.h>
#include <stddef.h>

#if defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__)
#pragma GCC optimize("O3")
#endif

/* Packed runs, and a number with a packed run, have loops that vectorise. */
#define PACKED(OUT, X, Y, EXPR)                                                \
  _Pragma("GCC ivdep") for (int64_t i = 0; i < n; i++) {                       \
    const __typeof__(X) x = X, y = Y;                                          \
    ((OUT *)out)[i] = (OUT)(EXPR);                                             \
  }

#define KERNEL(name, OUT, T, EXPR)                                             \
  static void name(int64_t n, char *out, int64_t so, const char *a,            \
                   int64_t sa, const char *b, int64_t sb) {                    \
    const T *p = (const T *)a, *q = (const T *)b;                              \
    if (so == sizeof(OUT) && sa == sizeof(T) && sb == sizeof(T)) {             \
      PACKED(OUT, p[i], q[i], EXPR)                                            \
    } else if (so == sizeof(OUT) && sa == sizeof(T) && !sb) {                  \
      const T one = *q;                                                        \
      PACKED(OUT, p[i], one, EXPR)                                             \
    } else if (so == sizeof(OUT) && !sa && sb == sizeof(T)) {                  \
      const T one = *p;                                                        \
      PACKED(OUT, one, q[i], EXPR)                                             \
    } else {                                                                   \
      for (; n > 0; n--, out += so, a += sa, b += sb) {                        \
        const T x = *(const T *)a, y = *(const T *)b;                          \
        *(OUT *)out = (OUT)(EXPR);                                             \
      }                                                                        \
    }                                                                          \
  }

/* For expensive operations one loop is enough. */
#define SLOW(name, T, EXPR)                                                    \
  static void name(int64_t n, char *out, int64_t so, const char *a,            \
                   int64_t sa, const char *b, int64_t sb) {                    \
    for (; n > 0; n--, out += so, a += sa, b += sb) {                          \
      const T x = *(const T *)a, y = *(const T *)b;                            \
      *(T *)out = (T)(EXPR);                                                   \
    }                                                                          \
  }

#define WRAP(op) ((int64_t)((uint64_t)x op(uint64_t) y))

KERNEL(add_b, uint8_t, uint8_t, x | y)
KERNEL(add_i, int64_t, int64_t, WRAP(+))
KERNEL(add_f, float, float, x + y)
KERNEL(add_d, double, double, x + y)
KERNEL(sub_i, int64_t, int64_t, WRAP(-))
KERNEL(sub_f, float, float, x - y)
KERNEL(sub_d, double, double, x - y)
KERNEL(mul_b, uint8_t, uint8_t, x &y)
KERNEL(mul_i, int64_t, int64_t, WRAP(*))
KERNEL(mul_f, float, float, x *y)
KERNEL(mul_d, double, double, x *y)
KERNEL(div_f, float, float, x / y)
KERNEL(div_d, double, double, x / y)

/* The first operand when it is nan, as both libraries do. */
#define LARGER (x >= y || x != x ? x : y)
#define SMALLER (x <= y || x != x ? x : y)
KERNEL(max_b, uint8_t, uint8_t, x | y)
KERNEL(max_i, int64_t, int64_t, x > y ? x : y)
KERNEL(max_f, float, float, LARGER)
KERNEL(max_d, double, double, LARGER)
KERNEL(min_b, uint8_t, uint8_t, x &y)
KERNEL(min_i, int64_t, int64_t, x < y ? x : y)
KERNEL(min_f, float, float, SMALLER)
KERNEL(min_d, double, double, SMALLER)

#define COMPARISON(name, op)                                                   \
  KERNEL(name##_b, uint8_t, uint8_t, x op y)                                   \
  KERNEL(name##_i, uint8_t, int64_t, x op y)                                   \
  KERNEL(name##_f, uint8_t, float, x op y)                                     \
  KERNEL(name##_d, uint8_t, double, x op y)
COMPARISON(eq, ==)
COMPARISON(ne, !=)
COMPARISON(lt, <)
COMPARISON(le, <=)
COMPARISON(gt, >)
COMPARISON(ge, >=)

#define LOGICAL(name, EXPR)                                                    \
  KERNEL(name##_b, uint8_t, uint8_t, EXPR)                                     \
  KERNEL(name##_i, uint8_t, int64_t, EXPR)                                     \
  KERNEL(name##_f, uint8_t, float, EXPR)                                       \
  KERNEL(name##_d, uint8_t, double, EXPR)
LOGICAL(land, (x != 0) & (y != 0))
LOGICAL(lor, (x != 0) | (y != 0))
LOGICAL(lxor, (x != 0) ^ (y != 0))

KERNEL(and_b, uint8_t, uint8_t, x &y)
KERNEL(and_i, int64_t, int64_t, x &y)
KERNEL(or_b, uint8_t, uint8_t, x | y)
KERNEL(or_i, int64_t, int64_t, x | y)
KERNEL(xor_b, uint8_t, uint8_t, x ^ y)
KERNEL(xor_i, int64_t, int64_t, x ^ y)

/* Too large a shift gives what shifting one by one gives. */
SLOW(lshift_i, int64_t, (uint64_t)y < 64 ? (int64_t)((uint64_t)x << y) : 0)
SLOW(rshift_i, int64_t, (uint64_t)y < 64 ? x >> y : x < 0 ? -1 : 0)

/* Integer division by zero is 0 and raises the flag that NumPy turns into a
   warning; the smallest integer by -1 wraps. */
static int64_t by_zero(void) {
  feraiseexcept(FE_DIVBYZERO);
  return 0;
}

static int64_t negated(int64_t x) {
  return (int64_t)(0 - (uint64_t)x);
}

static int64_t floor_div_int(int64_t x, int64_t y) {
  if (!y)
    return by_zero();
  if (y == -1)
    return negated(x);
  return x / y - (x % y && (x < 0) != (y < 0));
}

static int64_t remainder_int(int64_t x, int64_t y) {
  if (!y)
    return by_zero();
  int64_t r = y == -1 ? 0 : x % y;
  return r && (r < 0) != (y < 0) ? r + y : r;
}

static int64_t power_int(int64_t x, int64_t y) {
  uint64_t result = 1, base = (uint64_t)x;
  for (; y > 0; y >>= 1, base *= base)
    if (y & 1)
      result *= base;
  return (int64_t)result;
}

SLOW(floordiv_i, int64_t, floor_div_int(x, y))
SLOW(mod_i, int64_t, remainder_int(x, y))
SLOW(fmod_i, int64_t, !y ? by_zero() : y == -1 ? 0 : x % y)
SLOW(pow_i, int64_t, power_int(x, y))

/* Python's floor division: the quotient of the exact remainder. */
#define FLOATS(T, s)                                                           \
  static T floor_div_##s(T x, T y) {                                           \
    if (y == 0)                                                                \
      return x / y;                                                            \
    T mod = fmod##s(x, y), div = (x - mod) / y;                                \
    if (mod != 0 && isless(y, 0) != isless(mod, 0))                            \
      div -= 1;                                                                \
    if (div == 0)                                                              \
      return copysign##s(0, x / y);                                            \
    T whole = floor##s(div);                                                   \
    return div - whole > (T)0.5 ? whole + 1 : whole;                           \
  }                                                                            \
  static T remainder_##s(T x, T y) {                                           \
    T mod = fmod##s(x, y);                                                     \
    if (y == 0 || isnan(mod))                                                  \
      return mod;                                                              \
    if (mod == 0)                                                              \
      return copysign##s(0, y);                                                \
    return (y < 0) != (mod < 0) ? mod + y : mod;                               \
  }                                                                            \
  static T torch_remainder_##s(T x, T y) {                                     \
    T mod = fmod##s(x, y);                                                     \
    return mod != 0 && (y < 0) != (mod < 0) ? mod + y : mod;                   \
  }                                                                            \
  static T log_add_##s(T x, T y) {                                             \
    T gap = x - y;                                                             \
    if (x == y)                                                                \
      return x + (T)0.693147180559945309417232121458176568;                    \
    return isgreater(gap, 0)     ? x + log1p##s(exp##s(-gap))                  \
           : islessequal(gap, 0) ? y + log1p##s(exp##s(gap))                   \
                                 : gap;                                        \
  }
/* More of them, all of real numbers. */
#define MORE_FLOATS(T, s)                                                      \
  static T log2_add_##s(T x, T y) {                                            \
    T gap = x - y;                                                             \
    if (x == y)                                                                \
      return x + 1;                                                            \
    T more = (T)1.442695040888963407359924681001892137 *                       \
             log1p##s(exp2##s(-fabs##s(gap)));                                 \
    return isgreater(gap, 0)     ? x + more                                    \
           : islessequal(gap, 0) ? y + more                                    \
                                 : gap;                                        \
  }                                                                            \
  static T step_##s(T x, T y) {                                                \
    return isnan(x) ? x : x == 0 ? y : x < 0 ? 0 : 1;                          \
  }

FLOATS(float, f)
#define fmodd fmod
#define copysignd copysign
#define floord floor
#define log1pd log1p
#define expd exp
#define exp2d exp2
#define fabsd fabs
FLOATS(double, d)
MORE_FLOATS(float, f)
MORE_FLOATS(double, d)

static int64_t gcd_int(int64_t x, int64_t y) {
  while (y) {
    int64_t r = y == -1 ? 0 : x % y;
    x = y;
    y = r;
  }
  return x < 0 ? negated(x) : x;
}

static int64_t lcm_int(int64_t x, int64_t y) {
  int64_t g = gcd_int(x, y);
  int64_t v = g ? (int64_t)((uint64_t)(x / g) * (uint64_t)y) : 0;
  return v < 0 ? negated(v) : v;
}

SLOW(floordiv_f, float, floor_div_f(x, y))
SLOW(floordiv_d, double, floor_div_d(x, y))
SLOW(mod_f, float, remainder_f(x, y))
SLOW(mod_d, double, remainder_d(x, y))
SLOW(torch_mod_f, float, torch_remainder_f(x, y))
SLOW(torch_mod_d, double, torch_remainder_d(x, y))
SLOW(fmod_f, float, fmodf(x, y))
SLOW(fmod_d, double, fmod(x, y))
SLOW(pow_f, float, powf(x, y))
SLOW(pow_d, double, pow(x, y))
SLOW(torch_pow_f, float, pow((double)x, (double)y))
SLOW(arctan2_f, float, atan2f(x, y))
SLOW(arctan2_d, double, atan2(x, y))
SLOW(logaddexp_f, float, log_add_f(x, y))
SLOW(logaddexp_d, double, log_add_d(x, y))

SLOW(logaddexp2_f, float, log2_add_f(x, y))
SLOW(logaddexp2_d, double, log2_add_d(x, y))
SLOW(hypot_f, float, hypotf(x, y))
SLOW(hypot_d, double, hypot(x, y))
SLOW(copysign_f, float, copysignf(x, y))
SLOW(copysign_d, double, copysign(x, y))
SLOW(nextafter_f, float, nextafterf(x, y))
SLOW(nextafter_d, double, nextafter(x, y))
SLOW(heaviside_f, float, step_f(x, y))
SLOW(heaviside_d, double, step_d(x, y))
SLOW(gcd_i, int64_t, gcd_int(x, y))
SLOW(lcm_i, int64_t, lcm_int(x, y))
/* The other one where one is nan. */
#define fmax_b max_b
#define fmax_i max_i
#define fmin_b min_b
#define fmin_i min_i
SLOW(fmax_f, float, x >= y || y != y ? x : y)
SLOW(fmax_d, double, x >= y || y != y ? x : y)
SLOW(fmin_f, float, x <= y || y != y ? x : y)
SLOW(fmin_d, double, x <= y || y != y ? x : y)

#define ALL(name)                                                              \
  { name##_b, name##_i, name##_f, name##_d }
#define NUMBERS(name)                                                          \
  { NULL, name##_i, name##_f, name##_d }
#define REALS(name)                                                            \
  { NULL, NULL, name##_f, name##_d }
#define WHOLE(name)                                                            \
  { name##_b, name##_i, NULL, NULL }
#define INTEGERS(name)                                                         \
  { NULL, name##_i, NULL, NULL }

static BinaryKernel *const kernels[BINARY_COUNT][4] = {
    [BINARY_ADD] = ALL(add),
    [BINARY_SUB] = NUMBERS(sub),
    [BINARY_MUL] = ALL(mul),
    [BINARY_DIV] = REALS(div),
    [BINARY_FLOORDIV] = NUMBERS(floordiv),
    [BINARY_MOD] = NUMBERS(mod),
    [BINARY_POW] = NUMBERS(pow),
    [BINARY_MAX] = ALL(max),
    [BINARY_MIN] = ALL(min),
    [BINARY_FMOD] = NUMBERS(fmod),
    [BINARY_ARCTAN2] = REALS(arctan2),
    [BINARY_LOGADDEXP] = REALS(logaddexp),
    [BINARY_LOGADDEXP2] = REALS(logaddexp2),
    [BINARY_HYPOT] = REALS(hypot),
    [BINARY_COPYSIGN] = REALS(copysign),
    [BINARY_NEXTAFTER] = REALS(nextafter),
    [BINARY_HEAVISIDE] = REALS(heaviside),
    [BINARY_FMAX] = {fmax_b, fmax_i, fmax_f, fmax_d},
    [BINARY_FMIN] = {fmin_b, fmin_i, fmin_f, fmin_d},
    [BINARY_GCD] = INTEGERS(gcd),
    [BINARY_LCM] = INTEGERS(lcm),
    [BINARY_EQ] = ALL(eq),
    [BINARY_NE] = ALL(ne),
    [BINARY_LT] = ALL(lt),
    [BINARY_LE] = ALL(le),
    [BINARY_GT] = ALL(gt),
    [BINARY_GE] = ALL(ge),
    [BINARY_AND] = WHOLE(and),
    [BINARY_OR] = WHOLE(or),
    [BINARY_XOR] = WHOLE(xor),
    [BINARY_LSHIFT] = INTEGERS(lshift),
    [BINARY_RSHIFT] = INTEGERS(rshift),
    [BINARY_LOGICAL_AND] = ALL(land),
    [BINARY_LOGICAL_OR] = ALL(lor),
    [BINARY_LOGICAL_XOR] = ALL(lxor),
};

BinaryKernel *binary_kernel(BinaryOp op, DType t, bool torch) {
  if (torch && op == BINARY_MOD && dtype_is_float(t))
    return t == DT_F32 ? torch_mod_f : torch_mod_d;
  if (torch && op == BINARY_POW && t == DT_F32)
    return torch_pow_f;
  switch (t) {
  case DT_BOOL: return kernels[op][0];
  case DT_I64: return kernels[op][1];
  case DT_F32: return kernels[op][2];
  case DT_F64: return kernels[op][3];
  default: return NULL;
  }
}

const char *binary_name(BinaryOp op) {
  static const char *const names[] = {
#define X(id, name) name,
      BINARY_OPS(X)
#undef X
  };
  return names[op];
}
