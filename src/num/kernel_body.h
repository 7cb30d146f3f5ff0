/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loops themselves, for one element type and one vector width; included
   twice by kernel_level.h, whose macros it takes and removes.

   A row is read three times: maximum; exp(x - max) with its sum; scaling.
   x - max is exact as a pair of numbers (Knuth's two-sum), so the result is
   right for logits of any size. Eight vectors are added as a tree, the trees
   as a pair, so the sum is right for any length. */

typedef K_VECTOR(K_REAL) V;
typedef K_LOOSE(K_REAL) U; /* the same at any address */
typedef K_VECTOR(K_INT) I;

#define K_LANES (KERNEL_BYTES / (int)sizeof(K_REAL))

static inline V K(select)(I mask, V a, V b) {
  return (V)((mask & (I)a) | (~mask & (I)b));
}

static inline V K(splat)(K_REAL x) {
  return x - (V){0};
}

static inline V K(load)(const K_REAL *x) {
  return *(const U *)x;
}

static inline void K(store)(K_REAL *x, V v) {
  *(U *)x = v;
}

/* The first n lanes from x, the others filled. */
static inline V K(load_part)(const K_REAL *x, int64_t n, K_REAL fill) {
  V v = K(splat)(fill);
  memcpy(&v, x, (size_t)n * sizeof(K_REAL));
  return v;
}

static inline void K(store_part)(K_REAL *x, V v, int64_t n) {
  memcpy(x, &v, (size_t)n * sizeof(K_REAL));
}

/* 2^q in two factors, so that the product underflows gradually. */
static inline V K(scale)(V u, I q) {
  I half = q >> 1;
  V a = (V)((half + K_BIAS) << K_MANTISSA);
  V b = (V)((q - half + K_BIAS) << K_MANTISSA);
  return u * a * b;
}

/* exp(x + low), |low| at most half an ulp of x: x = q ln 2 + r, then
   1 + r + r^2 P(r). Beyond the ends 0 and inf; nan stays. */
static inline V K(exp)(V x, V low) {
  static const K_REAL p[] = K_POLYNOMIAL;
  I under = x < K_LOW;
  low = K(select)(under, (V){0}, low);
  x = K(select)(under, K(splat)(K_LOW), x);
  x = K(select)(x > K_HIGH, K(splat)(K_HIGH), x);
  V t = x * K_LOG2E + K_ROUND;
  V q = t - K_ROUND;
  V r = K_FMA(q, K(splat)(-K_LN2_HIGH), x);
  r = K_FMA(q, K(splat)(-K_LN2_LOW), r) + low;
  V u = K(splat)(p[0]);
  for (int i = 1; i < (int)(sizeof p / sizeof p[0]); i++)
    u = K_FMA(u, r, K(splat)(p[i]));
  u = K_FMA(r * r, u, r) + 1;
  return K(scale)(u, (I)t - (I)K(splat)(K_ROUND));
}

/* a + b = *sum + the return value, exactly. */
static inline V K(two_sum)(V a, V b, V *sum) {
  V s = a + b, t = s - a;
  *sum = s;
  return (a - (s - t)) + (b - t);
}

/* exp(x - max). */
static inline V K(exp_below)(V x, V max) {
  V d, low = K(two_sum)(x, -max, &d);
  return K(exp)(d, low);
}

/* A running sum as a pair, and how many elements were the maximum itself. */
typedef struct {
  V high, low;
  I ties;
} K(Sum);

static inline void K(sum_add)(K(Sum) * s, V v) {
  s->low += K(two_sum)(s->high, v, &s->high);
}

/* Takes e = exp(x - max) out of the sum where x is the maximum. */
static inline V K(sum_rest)(K(Sum) * s, V x, V max, V e) {
  I tie = x == max;
  s->ties -= tie;
  return K(select)(tie, (V){0}, e);
}

/* sum exp(x - max) - 1 over all lanes; nan when max is infinite. */
static double K(sum_total)(const K(Sum) * s, K_REAL max) {
  double high = 0, low = 0, ties = 0;
  for (int i = 0; i < K_LANES; i++) {
    double a = (double)s->high[i], t = high + a, b = t - high;
    low += (high - (t - b)) + (a - b) + (double)s->low[i];
    high = t;
    ties += (double)s->ties[i];
  }
  return high + (low + (ties - 1)) + (double)(max - max);
}

/* The same of one lane, which holds a column of its own. */
static inline double K(sum_lane)(const K(Sum) * s, V max, int lane) {
  double low = (double)s->low[lane] + ((double)s->ties[lane] - 1);
  return (double)s->high[lane] + low + (double)(max[lane] - max[lane]);
}

/* ln(1 + rest): the plain logarithm is faster and right for a large rest. */
static inline double K(ln_plus)(double rest) {
  return rest > 0.5 ? log(1 + rest) : log1p(rest);
}

/* The largest of n values; starts at the first element. */
static K_REAL K(row_max)(const K_REAL *x, int64_t n) {
  V m = K(splat)(x[0]), m2 = m;
  int64_t i = 0;
  for (; i + 2 * K_LANES <= n; i += 2 * K_LANES) {
    m = K_MAX(K(load)(x + i), m);
    m2 = K_MAX(K(load)(x + i + K_LANES), m2);
  }
  for (; i + K_LANES <= n; i += K_LANES)
    m = K_MAX(K(load)(x + i), m);
  if (i < n)
    m2 = K_MAX(K(load_part)(x + i, n - i, x[0]), m2);
  m = K_MAX(m2, m);
  K_REAL max = m[0];
  for (int k = 1; k < K_LANES; k++)
    max = m[k] > max ? m[k] : max;
  return max;
}

/* One vector of exp(x - max): stored in out unless NULL; its part of rest. */
static inline V K(row_step)(const K_REAL *x, K_REAL *out, V max, K(Sum) * s) {
  V v = K(load)(x), e = K(exp_below)(v, max);
  if (out)
    K(store)(out, e);
  return K(sum_rest)(s, v, max, e);
}

/* rest of a row; out (n values or NULL) gets exp(x - max). */
static inline double K(row_sum)(const K_REAL *x, K_REAL *out, int64_t n,
                                K_REAL max) {
  K(Sum) s = {0};
  V m = K(splat)(max);
  int64_t i = 0;
#define K_STEP(j)                                                              \
  K(row_step)(x + i + (j)*K_LANES, out ? out + i + (j)*K_LANES : NULL, m, &s)
  for (; i + 8 * K_LANES <= n; i += 8 * K_LANES) {
    V a = K_STEP(0) + K_STEP(1), b = K_STEP(2) + K_STEP(3);
    V c = K_STEP(4) + K_STEP(5), d = K_STEP(6) + K_STEP(7);
    K(sum_add)(&s, (a + b) + (c + d));
  }
  for (; i + K_LANES <= n; i += K_LANES)
    K(sum_add)(&s, K_STEP(0));
#undef K_STEP
  if (i < n) {
    V v = K(load_part)(x + i, n - i, (K_REAL)-INFINITY);
    V e = K(exp_below)(v, m);
    if (out)
      K(store_part)(out + i, e, n - i);
    K(sum_add)(&s, K(sum_rest)(&s, v, m, e));
  }
  return K(sum_total)(&s, max);
}

/* out = x * factor; out = x - max - less; n values. */
static inline void K(row_scale)(const K_REAL *x, K_REAL *out, int64_t n,
                                K_REAL factor) {
  int64_t i = 0;
  for (; i + K_LANES <= n; i += K_LANES)
    K(store)(out + i, K(load)(x + i) * factor);
  for (; i < n; i++)
    out[i] = x[i] * factor;
}

static inline void K(row_lower)(const K_REAL *x, K_REAL *out, int64_t n,
                                K_REAL max, K_REAL less) {
  int64_t i = 0;
  for (; i + K_LANES <= n; i += K_LANES)
    K(store)(out + i, K(load)(x + i) - max - less);
  for (; i < n; i++)
    out[i] = x[i] - max - less;
}

static void K(row_softmax)(const K_REAL *x, K_REAL *out, int64_t n, bool ln) {
  K_REAL max = K(row_max)(x, n);
  double rest = K(row_sum)(x, ln ? NULL : out, n, max);
  if (ln)
    K(row_lower)(x, out, n, max, (K_REAL)K(ln_plus)(rest));
  else
    K(row_scale)(out, out, n, (K_REAL)(1 / (1 + rest)));
}

/* rest and ln(1 + rest) of every lane. */
static inline V K(rest_lanes)(const K(Sum) * s, V max) {
  V ties = __builtin_convertvector(s->ties, V) - 1;
  return s->high + (s->low + ties) + (max - max);
}

static inline V K(ln_lanes)(const K(Sum) * s, V max) {
  V ln;
  for (int k = 0; k < K_LANES; k++)
    ln[k] = (K_REAL)K(ln_plus)(K(sum_lane)(s, max, k));
  return ln;
}

/* A block of columns side by side, n vectors `step` elements apart: softmax
   of every lane, in place. */
static inline void K(block_softmax)(K_REAL *x, int64_t n, int64_t step,
                                    bool ln) {
  K(Sum) s = {0};
  V m = K(load)(x);
  for (int64_t j = 1; j < n; j++)
    m = K_MAX(K(load)(x + j * step), m);
  for (int64_t j = 0; j < n; j++) {
    V v = K(load)(x + j * step), e = K(exp_below)(v, m);
    K(sum_add)(&s, K(sum_rest)(&s, v, m, e));
    if (!ln)
      K(store)(x + j * step, e);
  }
  V f = ln ? K(ln_lanes)(&s, m) : 1 / (1 + K(rest_lanes)(&s, m));
  for (int64_t j = 0; j < n; j++) {
    V v = K(load)(x + j * step);
    K(store)(x + j * step, ln ? v - m - f : v * f);
  }
}

enum { K(BLOCK) = 32 };

/* out[j][k] = x[k][j]: at most K_LANES rows of n values as columns; lanes
   without a row repeat the first. */
static inline void K(transpose)(const K_REAL *x, int64_t rows, int64_t n,
                                K_REAL *out) {
  for (int64_t k = 0; k < K_LANES; k += 2) {
    const K_REAL *a = x + (k < rows ? k : 0) * n;
    const K_REAL *b = x + (k + 1 < rows ? k + 1 : 0) * n;
    K_REAL *to = out + k;
    for (int64_t j = 0; j < n; j++, to += K_LANES) {
      to[0] = a[j];
      to[1] = b[j];
    }
  }
}

/* Rows of at most K(BLOCK) values, K_LANES rows at a time, transposed. */
static void K(few_softmax)(const K_REAL *x, K_REAL *out, AxisLoop l, bool ln) {
  _Alignas(KERNEL_BYTES) K_REAL buf[K(BLOCK) * K_LANES];
  int64_t n = l.n;
  for (int64_t r = 0; r < l.outer; r += K_LANES) {
    int64_t rows = l.outer - r < K_LANES ? l.outer - r : K_LANES;
    const K_REAL *from = x + r * n;
    K_REAL *to = out + r * n;
    K(transpose)(from, rows, n, buf);
    K(block_softmax)(buf, n, K_LANES, ln);
    for (int64_t k = 0; k < rows; k++)
      for (int64_t j = 0; j < n; j++)
        to[k * n + j] = buf[j * K_LANES + k];
  }
}

/* One column of stride `inner`, for what is left beside the blocks. */
static void K(column_softmax)(K_REAL *x, int64_t n, int64_t inner, bool ln) {
  K_REAL max = x[0];
  K(Sum) s = {0};
  for (int64_t j = 1; j < n; j++)
    max = x[j * inner] > max ? x[j * inner] : max;
  V m = K(splat)(max);
  for (int64_t j = 0; j < n; j++) {
    V v = K(load_part)(x + j * inner, 1, (K_REAL)-INFINITY);
    V e = K(exp_below)(v, m);
    K(sum_add)(&s, K(sum_rest)(&s, v, m, e));
    x[j * inner] = ln ? x[j * inner] - max : e[0];
  }
  double rest = K(sum_total)(&s, max);
  for (int64_t j = 0; j < n; j++)
    if (ln)
      x[j * inner] -= (K_REAL)K(ln_plus)(rest);
    else
      x[j * inner] *= (K_REAL)(1 / (1 + rest));
}

static void K(inner_softmax)(const K_REAL *x, K_REAL *out, AxisLoop l,
                             bool ln) {
  int64_t slab = l.n * l.inner;
  if (out != x)
    memcpy(out, x, (size_t)(l.outer * slab) * sizeof(K_REAL));
  for (int64_t o = 0; o < l.outer; o++) {
    K_REAL *base = out + o * slab;
    int64_t i = 0;
    for (; i + K_LANES <= l.inner; i += K_LANES)
      K(block_softmax)(base + i, l.n, l.inner, ln);
    for (; i < l.inner; i++)
      K(column_softmax)(base + i, l.n, l.inner, ln);
  }
}

static void K(softmax)(const K_REAL *x, K_REAL *out, AxisLoop l, bool ln) {
  if (l.outer * l.n * l.inner == 0)
    return;
  if (l.inner > 1)
    K(inner_softmax)(x, out, l, ln);
  else if (l.n <= K(BLOCK) && l.outer > 1)
    K(few_softmax)(x, out, l, ln);
  else
    for (int64_t r = 0; r < l.outer; r++)
      K(row_softmax)(x + r * l.n, out + r * l.n, l.n, ln);
}

/* rowsum of at most K(BLOCK) columns, K_LANES rows at a time. */
static void K(few_rowsum)(const K_REAL *x, int64_t rows, int64_t n, K_REAL *max,
                          double *rest) {
  _Alignas(KERNEL_BYTES) K_REAL buf[K(BLOCK) * K_LANES];
  K(Sum) s = {0};
  if (n < 1)
    return;
  K(transpose)(x, rows, n, buf);
  V m = K(load)(buf);
  for (int64_t j = 1; j < n; j++)
    m = K_MAX(K(load)(buf + j * K_LANES), m);
  for (int64_t j = 0; j < n; j++) {
    V v = K(load)(buf + j * K_LANES), e = K(exp_below)(v, m);
    K(sum_add)(&s, K(sum_rest)(&s, v, m, e));
  }
  for (int k = 0; k < (int)rows; k++) {
    max[k] = m[k];
    rest[k] = K(sum_lane)(&s, m, k);
  }
}

static void K(rowsum)(const K_REAL *x, AxisLoop l, K_REAL *max, double *rest) {
  if (l.n == 0)
    return;
  if (l.n > K(BLOCK) || l.outer == 1) {
    for (int64_t r = 0; r < l.outer; r++) {
      max[r] = K(row_max)(x + r * l.n, l.n);
      rest[r] = K(row_sum)(x + r * l.n, NULL, l.n, max[r]);
    }
    return;
  }
  for (int64_t r = 0; r < l.outer; r += K_LANES) {
    int64_t rows = l.outer - r < K_LANES ? l.outer - r : K_LANES;
    K(few_rowsum)(x + r * l.n, rows, l.n, max + r, rest + r);
  }
}

static void K(exp_all)(const K_REAL *x, K_REAL *out, int64_t n) {
  int64_t i = 0;
  for (; i + K_LANES <= n; i += K_LANES)
    K(store)(out + i, K(exp)(K(load)(x + i), (V){0}));
  if (i < n) {
    V v = K(load_part)(x + i, n - i, 0);
    K(store_part)(out + i, K(exp)(v, (V){0}), n - i);
  }
}

/* exp of -|x| only, so that nothing overflows. */
static inline V K(sigmoid_one)(V x) {
  V e = K(exp)(K(select)(x > 0, -x, x), (V){0});
  return K(select)(x > 0, K(splat)(1), e) / (1 + e);
}

static void K(sigmoid)(const K_REAL *x, K_REAL *out, int64_t n) {
  int64_t i = 0;
  for (; i + K_LANES <= n; i += K_LANES)
    K(store)(out + i, K(sigmoid_one)(K(load)(x + i)));
  if (i < n) {
    V v = K(load_part)(x + i, n - i, 0);
    K(store_part)(out + i, K(sigmoid_one)(v), n - i);
  }
}

#undef K_REAL
#undef K_INT
#undef K
#undef V
#undef U
#undef I
#undef K_FMA
#undef K_MAX
#undef K_LOW
#undef K_HIGH
#undef K_ROUND
#undef K_LOG2E
#undef K_LN2_HIGH
#undef K_LN2_LOW
#undef K_BIAS
#undef K_MANTISSA
#undef K_POLYNOMIAL
#undef K_LANES
