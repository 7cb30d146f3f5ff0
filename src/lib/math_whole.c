/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/math_whole.h"

#include "lang/arith.h"
#include "lang/list.h"
#include "lang/number.h"
#include "lib/builtins_parse.h"
#include "lib/math.h"

#include <math.h>

static Value too_large(void) {
  err_set(ERR_OverflowError, "the result does not fit in 64 bits");
  err_hint("xent's integers have 64 bits; math.lgamma gives logarithms of "
           "factorials");
  return value_error();
}

/* --- to whole numbers ----------------------------------------------------- */

static Value whole(Value v, double (*cut)(double), const char *method) {
  bool found;
  double f;
  int64_t i;
  if (v.tag == VALUE_INT || v.tag == VALUE_BOOL)
    return value_int(v.i);
  Value r = builtins_parse_special(v, method, NULL, 0, &found);
  if (found)
    return r;
  if (!math_real(v, &f) || !number_truncate(cut(f), &i))
    return value_error();
  return value_int(i);
}

Value math_whole_floor(const Value *args) {
  return whole(args[0], floor, "__floor__");
}

Value math_whole_ceil(const Value *args) {
  return whole(args[0], ceil, "__ceil__");
}

Value math_whole_trunc(const Value *args) {
  double f;
  if (value_as_double(args[0], &f))
    return whole(args[0], trunc, "__trunc__");
  err_set(ERR_TypeError, "type %s doesn't define __trunc__ method",
          value_type_name(args[0]));
  return value_error();
}

/* --- divisors ------------------------------------------------------------- */

static uint64_t gcd(uint64_t a, uint64_t b) {
  while (b) {
    uint64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

static bool size_of(Value v, uint64_t *out) {
  int64_t i;
  if (v.tag == VALUE_FLOAT || !value_to_index(v, &i))
    return err_set(ERR_TypeError,
                   "'%s' object cannot be interpreted as an integer",
                   value_type_name(v));
  *out = i < 0 ? -(uint64_t)i : (uint64_t)i;
  return true;
}

static Value from_size(uint64_t n) {
  return n > INT64_MAX ? too_large() : value_int((int64_t)n);
}

Value math_whole_gcd(const Value *args) {
  const Tuple *t = tuple_of(args[0]);
  uint64_t r = 0, n;
  for (size_t i = 0; i < t->n; i++) {
    if (!size_of(t->items[i], &n))
      return value_error();
    r = gcd(r, n);
  }
  return from_size(r);
}

Value math_whole_lcm(const Value *args) {
  const Tuple *t = tuple_of(args[0]);
  uint64_t r = 1, n;
  for (size_t i = 0; i < t->n; i++) {
    if (!size_of(t->items[i], &n))
      return value_error();
    if (!r || !n)
      r = 0;
    else if (__builtin_mul_overflow(r / gcd(r, n), n, &r))
      return too_large();
  }
  return from_size(r);
}

/* --- counting ------------------------------------------------------------- */

static bool index_of(Value v, int64_t *out) {
  if (v.tag == VALUE_FLOAT)
    return err_set(ERR_TypeError,
                   "'float' object cannot be interpreted as an integer");
  return value_to_index(v, out);
}

/* n (n - 1) ... of k factors */
static Value falling(int64_t n, int64_t k) {
  int64_t r = 1;
  if (k > n)
    return value_int(0);
  for (int64_t i = 0; i < k; i++)
    if (__builtin_mul_overflow(r, n - i, &r))
      return too_large();
  return value_int(r);
}

Value math_whole_factorial(const Value *args) {
  int64_t n;
  if (!index_of(args[0], &n))
    return value_error();
  if (n >= 0)
    return falling(n, n);
  err_set(ERR_ValueError, "factorial() not defined for negative values");
  return value_error();
}

static bool two_sizes(const Value *args, int64_t *n, int64_t *k) {
  if (!index_of(args[0], n))
    return false;
  *k = *n;
  if (!value_is_none(args[1]) && !index_of(args[1], k))
    return false;
  if (*n < 0)
    return err_set(ERR_ValueError, "n must be a non-negative integer");
  return *k >= 0 || err_set(ERR_ValueError, "k must be a non-negative integer");
}

Value math_whole_perm(const Value *args) {
  int64_t n, k;
  return two_sizes(args, &n, &k) ? falling(n, k) : value_error();
}

Value math_whole_comb(const Value *args) {
  int64_t n, k;
  if (!two_sizes(args, &n, &k))
    return value_error();
  if (k > n)
    return value_int(0);
  k = k > n - k ? n - k : k;
  __int128 r = 1;
  for (int64_t i = 1; i <= k; i++) {
    r = r * (n - k + i) / i;
    if (r > INT64_MAX)
      return too_large();
  }
  return value_int((int64_t)r);
}

Value math_whole_isqrt(const Value *args) {
  int64_t n;
  if (!index_of(args[0], &n))
    return value_error();
  if (n < 0) {
    err_set(ERR_ValueError, "isqrt() argument must be nonnegative");
    return value_error();
  }
  int64_t r = (int64_t)sqrt((double)n);
  while ((__int128)r * r > n)
    r--;
  while ((__int128)(r + 1) * (r + 1) <= n)
    r++;
  return value_int(r);
}

/* --- sums and products ---------------------------------------------------- */

Value math_whole_prod(const Value *args) {
  Value iter = value_iter(args[0]);
  Value r = value_ok(iter) ? value_ref(args[1]) : value_error(), x;
  while (value_ok(r) && value_ok(x = value_next(iter))) {
    Value next = arith_binary(AST_MUL, r, x, false);
    value_unref(r);
    value_unref(x);
    r = next;
  }
  value_unref(iter);
  if (!err_pending())
    return r;
  value_unref(r);
  return value_error();
}

/* Sums without rounding on the way: the partial sums do not overlap
   (Shewchuk 1997). Infinities and nan are added aside. */
typedef struct Exact {
  double *parts;
  size_t n, room;
  double special;
  bool plus, minus; /* infinities met */
} Exact;

static bool add_exact(Exact *e, double x) {
  size_t k = 0;
  for (size_t i = 0; i < e->n; i++) {
    double y = e->parts[i];
    if (fabs(x) < fabs(y)) {
      double t = x;
      x = y;
      y = t;
    }
    double high = x + y;
    double low = y - (high - x);
    if (low != 0)
      e->parts[k++] = low;
    x = high;
  }
  e->n = k;
  if (isinf(x))
    return err_set(ERR_OverflowError, "intermediate overflow in fsum");
  if (x == 0)
    return true;
  if (!mem_grow((void **)&e->parts, &e->room, k + 1, sizeof(double)))
    return false;
  e->parts[e->n++] = x;
  return true;
}

static bool add_any(Exact *e, double x) {
  if (isfinite(x))
    return add_exact(e, x);
  e->special += x;
  e->plus = e->plus || x == INFINITY;
  e->minus = e->minus || x == -INFINITY;
  return true;
}

/* The sum of the parts rounded once, ties to even. */
static double rounded(const Exact *e) {
  size_t n = e->n;
  if (!n)
    return 0;
  double high = e->parts[--n], low = 0;
  while (n > 0 && low == 0) {
    double x = high, y = e->parts[--n];
    high = x + y;
    low = y - (high - x);
  }
  /* exactly half way: what comes after decides */
  if (n > 0 &&
      ((low < 0 && e->parts[n - 1] < 0) || (low > 0 && e->parts[n - 1] > 0))) {
    double y = low * 2, x = high + y;
    if (y == x - high)
      high = x;
  }
  return high;
}

static Value exact_result(const Exact *e) {
  if (e->plus && e->minus) {
    err_set(ERR_ValueError, "-inf + inf in fsum");
    return value_error();
  }
  return value_float(e->special != 0 ? e->special : rounded(e));
}

Value math_whole_fsum(const Value *args) {
  Exact e = {0};
  Value iter = value_iter(args[0]), x;
  bool ok = value_ok(iter);
  while (ok && value_ok(x = value_next(iter))) {
    double f;
    ok = math_real(x, &f) && add_any(&e, f);
    value_unref(x);
  }
  value_unref(iter);
  ok = ok && !err_pending();
  Value r = ok ? exact_result(&e) : value_error();
  mem_free(e.parts);
  return r;
}

/* --- lengths -------------------------------------------------------------- */

/* The root of the sum of squares, with the digits of a long double. */
typedef struct Length {
  long double sum;
  bool inf, nan;
} Length;

static void add_square(Length *l, double x) {
  l->inf = l->inf || isinf(x);
  l->nan = l->nan || isnan(x);
  l->sum += (long double)x * x;
}

static Value length(const Length *l) {
  if (l->inf)
    return value_float(INFINITY);
  return value_float(l->nan ? NAN : (double)sqrtl(l->sum));
}

Value math_whole_hypot(const Value *args) {
  const Tuple *t = tuple_of(args[0]);
  Length l = {0};
  double f;
  for (size_t i = 0; i < t->n; i++) {
    if (!math_real(t->items[i], &f))
      return value_error();
    add_square(&l, f);
  }
  return length(&l);
}

static Value distance(const List *p, const List *q) {
  Length l = {0};
  double x, y;
  if (p->n != q->n) {
    err_set(ERR_ValueError,
            "both points must have the same number of dimensions");
    return value_error();
  }
  for (size_t i = 0; i < p->n; i++) {
    if (!math_real(p->items[i], &x) || !math_real(q->items[i], &y))
      return value_error();
    add_square(&l, x - y);
  }
  return length(&l);
}

Value math_whole_dist(const Value *args) {
  Value p = value_list_of(args[0]);
  Value q = value_ok(p) ? value_list_of(args[1]) : value_error();
  Value r = value_ok(q) ? distance(list_of(p), list_of(q)) : value_error();
  value_unref(p);
  value_unref(q);
  return r;
}
