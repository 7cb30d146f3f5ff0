/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/numpyrandomdraw.h"

#include "base/stop.h"
#include "lang/class.h"
#include "lang/list.h"
#include "lang/rowarg.h"
#include "lang/str.h"

#include <math.h>
#include <string.h>
#include <sys/random.h>

static Value failed(void) {
  return value_error();
}

/* --- size ----------------------------------------------------------------- */

static bool dimension(Value v, int64_t *out) {
  if (!value_to_index(v, out))
    return false;
  return *out >= 0 ||
         err_set(ERR_ValueError, "negative dimensions are not allowed");
}

static bool dimensions(const Value *items, size_t n, NumpyrandomSize *out) {
  if (n > ARRAY_MAX_DIMS)
    return err_set(ERR_ValueError, "xent's arrays have at most %d dimensions",
                   ARRAY_MAX_DIMS);
  *out = (NumpyrandomSize){.ndim = (int)n};
  for (size_t i = 0; i < n; i++)
    if (!dimension(items[i], &out->shape[i]))
      return false;
  return true;
}

static bool no_size(Value v) {
  Buf text = BUF_EMPTY;
  if (value_str(&text, v))
    err_set(ERR_TypeError,
            "expected a sequence of integers or a single integer, got '%s'",
            buf_text(&text));
  buf_free(&text);
  return false;
}

bool numpyrandomdraw_size(Value v, NumpyrandomSize *out) {
  const Value *items;
  size_t n;
  int64_t i;
  *out = (NumpyrandomSize){.none = value_is_none(v)};
  if (out->none)
    return true;
  if (list_items(v, &items, &n))
    return dimensions(items, n, out);
  return value_as_int(v, &i) ? dimensions(&v, 1, out) : no_size(v);
}

/* --- seeds ---------------------------------------------------------------- */

/* Matsumoto and Nishimura's init_by_array (mt19937ar, 2002). */
static void seed_by_words(Mt *mt, const uint32_t *words, int n) {
  uint32_t *key = mt->key;
  mt_seed(mt, 19650218);
  int i = 1, j = 0;
  for (int k = n > 624 ? n : 624; k > 0; k--) {
    key[i] ^= (key[i - 1] ^ (key[i - 1] >> 30)) * 1664525u;
    key[i] += words[j] + (uint32_t)j;
    j = j + 1 < n ? j + 1 : 0;
    if (++i == 624) {
      key[0] = key[623];
      i = 1;
    }
  }
  for (int k = 623; k > 0; k--) {
    key[i] ^= (key[i - 1] ^ (key[i - 1] >> 30)) * 1566083941u;
    key[i] -= (uint32_t)i;
    if (++i == 624) {
      key[0] = key[623];
      i = 1;
    }
  }
  key[0] = 0x80000000u;
}

static bool seed_range(void) {
  return err_set(ERR_ValueError, "Seed must be between 0 and 2**32 - 1");
}

static bool seed_from_array(NpRandom *r, const Array *a) {
  uint32_t words[1024];
  if (dtype_is_float(a->dtype) && a->size)
    return err_set(ERR_TypeError,
                   "Cannot cast array data from dtype('%s') to dtype('int64') "
                   "according to the rule 'safe'",
                   dtype_name(a->dtype));
  if (!a->size || a->ndim != 1)
    return err_set(ERR_ValueError, a->size ? "Seed array must be 1-d"
                                           : "Seed must be non-empty");
  if (a->size > 1024)
    return err_set(ERR_ValueError, "xent takes at most 1024 seeds");
  for (int64_t i = 0; i < a->size; i++) {
    int64_t word = array_get_int(a, i);
    if (word < 0 || word > UINT32_MAX)
      return seed_range();
    words[i] = (uint32_t)word;
  }
  seed_by_words(&r->mt, words, (int)a->size);
  r->has_gauss = false;
  r->gauss = 0;
  return true;
}

static bool seed_from_system(NpRandom *r) {
  uint32_t words[8];
  if (getrandom(words, sizeof words, 0) != (ssize_t)sizeof words)
    return err_set(ERR_OSError, "the system gives no random numbers");
  seed_by_words(&r->mt, words, 8);
  r->has_gauss = false;
  return true;
}

static bool cannot_cast(const char *from) {
  return err_set(ERR_TypeError,
                 "Cannot cast scalar from dtype('%s') to dtype('int64') "
                 "according to the rule 'safe'",
                 from);
}

bool numpyrandomdraw_seed(NpRandom *r, Value seed) {
  int64_t i;
  if (value_is_none(seed))
    return seed_from_system(r);
  if (value_as_int(seed, &i))
    return nprandom_seed(r, i);
  if (str_of(seed))
    return err_set(ERR_TypeError,
                   "Cannot cast scalar from dtype('<U%zu') to dtype('int64') "
                   "according to the rule 'safe'",
                   str_of(seed)->chars);
  if (seed.tag == VALUE_FLOAT)
    return cannot_cast("float64");
  Array *a = rowarg_array(seed, FAMILY_NUMPY, DT_COUNT);
  bool ok = a && (a->ndim || !a->size ? seed_from_array(r, a)
                                      : cannot_cast(dtype_name(a->dtype)));
  array_unref(a);
  return ok;
}

/* --- floats --------------------------------------------------------------- */

/* One draw with two parameters. */
typedef double (*Draw)(NpRandom *r, double a, double b);

static double draw_double(NpRandom *r, double a, double b) {
  (void)a;
  (void)b;
  return nprandom_double(r);
}

static double draw_gauss(NpRandom *r, double loc, double scale) {
  return loc + scale * nprandom_gauss(r);
}

static double draw_exponential(NpRandom *r, double scale, double unused) {
  (void)unused;
  return scale * nprandom_exponential(r);
}

static Array *new_floats(const NumpyrandomSize *s) {
  return array_new(FAMILY_NUMPY, DT_F64, s->ndim, s->shape);
}

enum { BETWEEN_LOOKS = 1 << 16 };

static Value drawn(NpRandom *r, const NumpyrandomSize *s, Draw draw, double a,
                   double b) {
  if (s->none)
    return value_float(draw(r, a, b));
  Array *out = new_floats(s);
  for (int64_t i = 0; out && i < out->size; i++) {
    if (i % BETWEEN_LOOKS == 0 && STOP_ASKED()) {
      array_unref(out);
      return failed();
    }
    ((double *)out->data)[i] = draw(r, a, b);
  }
  return value_of_array(out);
}

static Value drawn_of(NpRandom *r, Value size, Draw draw, double a, double b) {
  NumpyrandomSize s;
  if (!numpyrandomdraw_size(size, &s))
    return failed();
  return drawn(r, &s, draw, a, b);
}

static Value drawn_by_sizes(NpRandom *r, Value sizes, Draw draw) {
  const Value *items;
  size_t n;
  NumpyrandomSize s;
  list_items(sizes, &items, &n);
  if (!dimensions(items, n, &s))
    return failed();
  s.none = n == 0;
  return drawn(r, &s, draw, 0, 1);
}

Value numpyrandomdraw_rand(NpRandom *r, const Value *args) {
  return drawn_by_sizes(r, args[0], draw_double);
}

Value numpyrandomdraw_randn(NpRandom *r, const Value *args) {
  return drawn_by_sizes(r, args[0], draw_gauss);
}

Value numpyrandomdraw_sample(NpRandom *r, const Value *args) {
  return drawn_of(r, args[0], draw_double, 0, 1);
}

Value numpyrandomdraw_gauss(NpRandom *r, const Value *args) {
  return drawn_of(r, args[0], draw_gauss, 0, 1);
}

/* --- parameters that may be arrays ---------------------------------------- */

/* Says what is wrong with a pair of parameters, or returns true. */
typedef bool (*Check)(double a, double b);

static bool check_range(double low, double high) {
  return isfinite(high - low) ||
         err_set(ERR_OverflowError, "Range exceeds valid bounds");
}

static bool not_negative(double scale) {
  return !signbit(scale) || isnan(scale) ||
         err_set(ERR_ValueError, "scale < 0");
}

static bool check_normal(double loc, double scale) {
  (void)loc;
  return not_negative(scale);
}

static bool check_exponential(double scale, double unused) {
  (void)unused;
  return not_negative(scale);
}

static bool mismatch(const int64_t *one, int n_one, const int64_t *two,
                     int n_two) {
  Buf a = BUF_EMPTY, b = BUF_EMPTY;
  array_shape_text((struct Buf *)&a, n_one, one);
  array_shape_text((struct Buf *)&b, n_two, two);
  err_set(ERR_ValueError,
          "shape mismatch: objects cannot be broadcast to a single shape.  "
          "Mismatch is between arg 0 with shape %s and arg 1 with shape %s.",
          buf_text(&a), buf_text(&b));
  buf_free(&a);
  buf_free(&b);
  return false;
}

/* The shape of the result: of both parameters, and of size if it is given. */
static bool common_shape(const Array *a, const Array *b, NumpyrandomSize *s) {
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  if (!array_broadcast_shape(a, b, &ndim, shape))
    return mismatch(a->shape, a->ndim, b->shape, b->ndim);
  if (s->none) {
    s->none = false;
    s->ndim = ndim;
    memcpy(s->shape, shape, sizeof shape);
    return true;
  }
  bool fits = ndim <= s->ndim;
  for (int i = 0; fits && i < ndim; i++)
    fits = shape[i] == 1 || shape[i] == s->shape[s->ndim - ndim + i];
  return fits || mismatch(s->shape, s->ndim, shape, ndim);
}

static bool fill(NpRandom *r, Array *out, const Array *a, const Array *b,
                 Draw draw, Check check) {
  for (int64_t i = 0; i < out->size; i++)
    if (!check(array_get(a, i), array_get(b, i)))
      return false;
  for (int64_t i = 0; i < out->size; i++) {
    if (i % BETWEEN_LOOKS == 0 && STOP_ASKED())
      return false;
    ((double *)out->data)[i] = draw(r, array_get(a, i), array_get(b, i));
  }
  return true;
}

static Value drawn_by_arrays(NpRandom *r, NumpyrandomSize *s, Array *a,
                             Array *b, Draw draw, Check check) {
  if (!common_shape(a, b, s))
    return failed();
  Array *wide_a = array_broadcast_to(a, s->ndim, s->shape);
  Array *wide_b = wide_a ? array_broadcast_to(b, s->ndim, s->shape) : NULL;
  Array *out = wide_b ? new_floats(s) : NULL;
  if (out && !fill(r, out, wide_a, wide_b, draw, check)) {
    array_unref(out);
    out = NULL;
  }
  array_unref(wide_a);
  array_unref(wide_b);
  return value_of_array(out);
}

/* A number as such; NumPy takes arrays of no dimension for numbers too. */
static bool as_number(Value v, double *out) {
  const Array *a = value_array(v);
  return (!a || !a->ndim) && value_as_double(v, out);
}

static bool no_number(Value v) {
  const Str *s = str_of(v);
  if (s)
    return err_set(ERR_ValueError, "could not convert string to float: '%s'",
                   s->text);
  if (value_is_none(v))
    return err_set(ERR_TypeError, "must be real number, not NoneType");
  return true;
}

static Value drawn_with(NpRandom *r, Value x, Value y, Value size, Draw draw,
                        Check check) {
  double a, b;
  NumpyrandomSize s;
  if (!no_number(x) || !no_number(y) || !numpyrandomdraw_size(size, &s))
    return failed();
  if (as_number(x, &a) && as_number(y, &b))
    return check(a, b) ? drawn(r, &s, draw, a, b) : failed();
  Array *first = rowarg_array(x, FAMILY_NUMPY, DT_F64);
  Array *second = first ? rowarg_array(y, FAMILY_NUMPY, DT_F64) : NULL;
  Value v =
      second ? drawn_by_arrays(r, &s, first, second, draw, check) : failed();
  array_unref(first);
  array_unref(second);
  return v;
}

Value numpyrandomdraw_uniform(NpRandom *r, const Value *args) {
  return drawn_with(r, args[0], args[1], args[2], nprandom_uniform,
                    check_range);
}

Value numpyrandomdraw_normal(NpRandom *r, const Value *args) {
  return drawn_with(r, args[0], args[1], args[2], draw_gauss, check_normal);
}

Value numpyrandomdraw_exponential(NpRandom *r, const Value *args) {
  return drawn_with(r, args[0], value_int(0), args[1], draw_exponential,
                    check_exponential);
}

/* --- integers ------------------------------------------------------------- */

/* Bounds may be floats, which are cut. */
static bool bound(Value v, int64_t *out) {
  double f;
  if (value_as_int(v, out))
    return true;
  if (!value_as_double(v, &f))
    return err_set(ERR_Unsupported,
                   "xent does not support bounds of randint "
                   "that are no numbers (%s)",
                   value_type_name(v));
  if (!(fabs(f) < 0x1p63))
    return err_set(ERR_OverflowError, "cannot convert %s to integer",
                   isnan(f) ? "float NaN" : "float infinity");
  *out = (int64_t)f;
  return true;
}

static Value one_integer(NpRandom *r, int64_t low, int64_t high, DType dtype,
                         bool python) {
  int64_t i;
  if (!nprandom_integers(r, dtype, low, high, 1, &i))
    return failed();
  if (python)
    return dtype == DT_BOOL ? value_bool(i) : value_int(i);
  return value_of_array(array_scalar_int(FAMILY_NUMPY, dtype, i));
}

static Value many_integers(NpRandom *r, int64_t low, int64_t high,
                           const NumpyrandomSize *s, DType dtype) {
  Array *wide = array_new(FAMILY_NUMPY, DT_I64, s->ndim, s->shape);
  if (!wide)
    return failed();
  if (!nprandom_integers(r, dtype, low, high, wide->size, wide->data)) {
    array_unref(wide);
    return failed();
  }
  if (dtype == DT_I64)
    return value_of_array(wide);
  Array *out = array_as(wide, dtype);
  array_unref(wide);
  return value_of_array(out);
}

Value numpyrandomdraw_integers(NpRandom *r, const Value *args) {
  DType dtype = DT_I64;
  NumpyrandomSize s;
  int64_t low, high;
  bool python = !value_ok(args[3]) || class_of(args[3]);
  if ((value_ok(args[3]) && !rowarg_dtype(args[3], &dtype)) ||
      !bound(args[0], &low) || !numpyrandomdraw_size(args[2], &s))
    return failed();
  high = low;
  if (value_is_none(args[1]))
    low = 0;
  else if (!bound(args[1], &high))
    return failed();
  return s.none ? one_integer(r, low, high, dtype, python)
                : many_integers(r, low, high, &s, dtype);
}
