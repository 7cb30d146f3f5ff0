/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/floats.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* fmaf() is a call on plain x86-64. Each function below has its body twice,
   once with the instruction; both give the same bits. */
#define BODY static inline __attribute__((always_inline))
#ifdef __x86_64__
#define WITH_FMA __attribute__((target("fma")))
#define HAS_FMA __builtin_cpu_supports("fma")
#else
#define WITH_FMA
#define HAS_FMA false
#endif

static inline uint32_t bits_of(float x) {
  uint32_t u;
  memcpy(&u, &x, sizeof u);
  return u;
}

static inline float from_bits(uint32_t u) {
  float x;
  memcpy(&x, &u, sizeof x);
  return x;
}

/* 2^q for a normal result. */
static inline float power_of_two(int q) {
  return from_bits((uint32_t)(q + 127) << 23);
}

/* exp(x) = 2^q e^s with q = rint(x / ln 2), s = x - q ln 2 in two steps, and
   e^s by its Taylor-like polynomial. */
BODY float exp_body(float x) {
  if (isnan(x))
    return x;
  if (x < -104.0f)
    return 0.0f;
  if (x > 100.0f)
    return INFINITY;
  float n = rintf(x * 1.442695040888963407f);
  float s = fmaf(n, -0.693145751953125f, x);
  s = fmaf(n, -1.428606765330187045e-06f, s);
  float u = 0.000198527617612853646278381f;
  u = fmaf(u, s, 0.00139304355252534151077271f);
  u = fmaf(u, s, 0.00833336077630519866943359f);
  u = fmaf(u, s, 0.0416664853692054748535156f);
  u = fmaf(u, s, 0.166666671633720397949219f);
  u = fmaf(u, s, 0.5f);
  u = 1.0f + fmaf(s * s, u, s);
  int q = (int)n, half = q >> 1;
  return u * power_of_two(half) * power_of_two(q - half);
}

/* A number as the unevaluated sum of two floats. */
typedef struct Pair {
  float hi, lo;
} Pair;

/* x + y without error (Knuth's two-sum). */
static inline Pair two_sum(float x, float y) {
  float s = x + y, v = s - x;
  return (Pair){s, (x - (s - v)) + (y - v)};
}

/* (m - 1) / (m + 1) */
BODY Pair log_quotient(float m) {
  Pair n = two_sum(-1.0f, m), d = two_sum(1.0f, m);
  float t = 1.0f / d.hi;
  float q = n.hi * t;
  float u = fmaf(t, n.hi, -q);
  float v = fmaf(-d.lo, t, fmaf(-d.hi, t, 1.0f));
  return (Pair){q, fmaf(q, v, fmaf(n.lo, t, u))};
}

/* log(2^e m) = e ln 2 + 2 artanh(q), q = (m - 1) / (m + 1). */
BODY float log_sum(float e, Pair q) {
  float square = q.hi * q.hi;
  float t = fmaf(0.3027294874f, square, 0.3996108174f);
  t = fmaf(t, square, 0.6666694880f);
  float a = 0.69314718246459960938f;
  float hi = a * e;
  float lo = fmaf(-1.904654323148236017e-09f, e, fmaf(a, e, -hi));
  float h = hi + 2 * q.hi;
  float l = (((hi - h) + 2 * q.hi) + lo) + 2 * q.lo;
  float w = square * q.hi * t;
  float sum = h + w;
  return sum + (((h - sum) + w) + l);
}

BODY float log_body(float x) {
  if (isnan(x) || x < 0)
    return NAN;
  if (x == 0)
    return -INFINITY;
  if (isinf(x))
    return x;
  bool tiny = x < 0x1p-126f;
  if (tiny)
    x *= 0x1p64f;
  int e = (int)(bits_of(x * (1.0f / 0.75f)) >> 23 & 255) - 127;
  float m = from_bits(bits_of(x) - ((uint32_t)e << 23));
  return log_sum((float)(tiny ? e - 64 : e), log_quotient(m));
}

BODY float cephes_log_body(float x) {
  x = x > 0x1p-126f ? x : 0x1p-126f;
  uint32_t u = bits_of(x);
  float e = (float)((int)(u >> 23) - 126);
  float m = from_bits((u & 0x807fffffu) | 0x3f000000u);
  float t = m - 1.0f;
  if (m < 0.707106781186547524f) {
    e -= 1.0f;
    t += m;
  }
  float z = t * t;
  float y = 7.0376836292E-2f;
  y = fmaf(y, t, -1.1514610310E-1f);
  y = fmaf(y, t, 1.1676998740E-1f);
  y = fmaf(y, t, -1.2420140846E-1f);
  y = fmaf(y, t, 1.4249322787E-1f);
  y = fmaf(y, t, -1.6668057665E-1f);
  y = fmaf(y, t, 2.0000714765E-1f);
  y = fmaf(y, t, -2.4999993993E-1f);
  y = fmaf(y, t, 3.3333331174E-1f);
  y *= t;
  y = fmaf(y, z, e * -2.12194440e-4f);
  y = y - 0.5f * z;
  return (t + y) + e * 0.693359375f;
}

/* x >= 0 reduced by multiples of pi/4: octant j, then both polynomials. */
BODY void cephes_sincos_body(float x, float *sine, float *cosine) {
  int j = ((int)(x * 1.27323954473516f) + 1) & ~1;
  x = fmaf((float)j, -0.78515625f, x);
  x = fmaf((float)j, -2.4187564849853515625e-4f, x);
  x = fmaf((float)j, -3.77489497744594108e-8f, x);
  float z = x * x;
  float c = fmaf(2.443315711809948E-5f, z, -1.388731625493765E-3f);
  c = fmaf(c, z, 4.166664568298827E-2f) * z;
  c = fmaf(c, z, -0.5f * z) + 1.0f;
  float s = fmaf(-1.9515295891E-4f, z, 8.3321608736E-3f);
  s = fmaf(s, z, -1.6666654611E-1f) * z;
  s = fmaf(s, x, x);
  float a = j & 2 ? c : s, b = j & 2 ? s : c;
  *sine = j & 4 ? -a : a;
  *cosine = (j - 2) & 4 ? b : -b;
}

WITH_FMA static float exp_fma(float x) {
  return exp_body(x);
}

WITH_FMA static float log_fma(float x) {
  return log_body(x);
}

WITH_FMA static float cephes_log_fma(float x) {
  return cephes_log_body(x);
}

WITH_FMA static void cephes_sincos_fma(float x, float *sine, float *cosine) {
  cephes_sincos_body(x, sine, cosine);
}

float floats_exp(float x) {
  return HAS_FMA ? exp_fma(x) : exp_body(x);
}

float floats_log(float x) {
  return HAS_FMA ? log_fma(x) : log_body(x);
}

float floats_cephes_log(float x) {
  return HAS_FMA ? cephes_log_fma(x) : cephes_log_body(x);
}

void floats_cephes_sincos(float x, float *sine, float *cosine) {
  if (HAS_FMA)
    cephes_sincos_fma(x, sine, cosine);
  else
    cephes_sincos_body(x, sine, cosine);
}

/* NumPy's sum of one block of at most 128 values: eight running sums. */
#define PAIRWISE(name, type)                                                   \
  static type name##_block(const type *x, int64_t n, int64_t stride) {         \
    type r[8] = {0}, sum = 0;                                                  \
    int64_t i = 0;                                                             \
    if (n >= 8) {                                                              \
      for (; i < 8; i++)                                                       \
        r[i] = x[i * stride];                                                  \
      for (; n - i >= 8; i += 8)                                               \
        for (int k = 0; k < 8; k++)                                            \
          r[k] += x[(i + k) * stride];                                         \
      sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7])); \
    }                                                                          \
    for (; i < n; i++)                                                         \
      sum += x[i * stride];                                                    \
    return sum;                                                                \
  }                                                                            \
  static type name##_any(const type *x, int64_t n, int64_t stride) {           \
    if (n <= 128)                                                              \
      return name##_block(x, n, stride);                                       \
    int64_t half = n / 2 - n / 2 % 8;                                          \
    return name##_any(x, half, stride) +                                       \
           name##_any(x + half * stride, n - half, stride);                    \
  }

PAIRWISE(pairwise64, double)
PAIRWISE(pairwise32, float)

/* 0 + x: NumPy adds to the identity, so a sum of -0.0 is 0.0. */
double floats_pairwise(const double *x, int64_t n, int64_t stride) {
  return 0.0 + pairwise64_any(x, n, stride);
}

float floats_pairwise32(const float *x, int64_t n, int64_t stride) {
  return 0.0f + pairwise32_any(x, n, stride);
}

float floats_reduce(const float *x, int64_t n) {
  float a[8], sum = n > 0 ? x[0] : 0.0f;
  if (n < 8) {
    for (int64_t i = 1; i < n; i++)
      sum += x[i];
    return sum;
  }
  memcpy(a, x, sizeof a);
  int64_t i = 8;
  for (; n - i >= 8; i += 8)
    for (int k = 0; k < 8; k++)
      a[k] += x[i + k];
  for (int k = 0; i + k < n; k++)
    a[k] += x[i + k];
  return ((a[0] + a[4]) + (a[2] + a[6])) + ((a[1] + a[5]) + (a[3] + a[7]));
}
