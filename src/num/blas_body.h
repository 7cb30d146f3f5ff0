/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kernels of blas.c for one instruction set: BLAS_TARGET is the attribute,
   BLAS_NAME(x) makes the names, BLAS_FMA and BLAS_FMAF fuse. Included several
   times. */

/* Four accumulators of LANES lanes take blocks; then the halves of each, the
   accumulators and the lanes are added in pairs. */
#define BLOCKS(name, T, LANES, FMA)                                            \
  BLAS_TARGET static T BLAS_NAME(name)(int64_t n, const T *x, const T *y) {    \
    enum { HALF = LANES / 2 };                                                 \
    T a[4][LANES] = {{0}}, t[HALF];                                            \
    for (int64_t i = 0; i < n; i += 4 * LANES)                                 \
      for (int k = 0; k < 4; k++)                                              \
        for (int l = 0; l < LANES; l++) {                                      \
          int64_t at = i + LANES * k + l;                                      \
          a[k][l] = FMA(x[at], y[at], a[k][l]);                                \
        }                                                                      \
    for (int l = 0; l < HALF; l++)                                             \
      t[l] = ((a[0][l] + a[0][l + HALF]) + (a[1][l] + a[1][l + HALF])) +       \
             ((a[2][l] + a[2][l + HALF]) + (a[3][l] + a[3][l + HALF]));        \
    return HALF == 2 ? t[0] + t[1]                                             \
                     : (t[0] + t[1]) + (t[HALF - 2] + t[HALF - 1]);            \
  }
BLOCKS(blocks64, double, 4, BLAS_FMA)
BLOCKS(blocks32, float, 8, BLAS_FMAF)

/* A row times x in one accumulator of four lanes; n is a multiple of 4. */
BLAS_TARGET static double BLAS_NAME(lanes64)(int64_t n, const double *a,
                                             const double *x) {
  double s[4] = {0};
  for (int64_t i = 0; i < n; i += 4)
    for (int l = 0; l < 4; l++)
      s[l] = BLAS_FMA(a[i + l], x[i + l], s[l]);
  return (s[0] + s[2]) + (s[1] + s[3]);
}

/* The same in eight lanes; an odd block of four comes first. */
BLAS_TARGET static float BLAS_NAME(lanes32)(int64_t n, const float *a,
                                            const float *x) {
  float s[8] = {0}, t[4];
  int64_t i = n & 4;
  for (int l = 0; l < i; l++)
    s[l] = BLAS_FMAF(a[l], x[l], s[l]);
  for (; i < n; i += 8)
    for (int l = 0; l < 8; l++)
      s[l] = BLAS_FMAF(a[i + l], x[i + l], s[l]);
  for (int l = 0; l < 4; l++)
    t[l] = s[l] + s[l + 4];
  return (t[0] + t[1]) + (t[2] + t[3]);
}

/* y += four columns of a times four of x, in two chains. */
#define FOUR(name, T, FMA)                                                     \
  BLAS_TARGET static void BLAS_NAME(name)(int64_t m, const T *a,               \
                                          int64_t column, const T *x, T *y) {  \
    const T *b = a + column, *c = b + column, *d = c + column;                 \
    for (int64_t i = 0; i < m; i++)                                            \
      y[i] += FMA(c[i], x[2], a[i] * x[0]) + FMA(d[i], x[3], b[i] * x[1]);     \
  }
FOUR(four64, double, BLAS_FMA)
FOUR(four32, float, BLAS_FMAF)

/* The same with eight columns, for float32 only. */
BLAS_TARGET static void BLAS_NAME(eight32)(int64_t m, const float *a,
                                           int64_t column, const float *x,
                                           float *y) {
  for (int64_t i = 0; i < m; i++) {
    float even = a[i] * x[0], odd = a[column + i] * x[1];
    for (int k = 2; k < 8; k += 2) {
      even = BLAS_FMAF(a[k * column + i], x[k], even);
      odd = BLAS_FMAF(a[(k + 1) * column + i], x[k + 1], odd);
    }
    y[i] += even + odd;
  }
}

/* y += `count` columns in one chain: rows that come in sixteens. */
BLAS_TARGET static void BLAS_NAME(chain32)(int64_t m, int count, const float *a,
                                           int64_t column, const float *x,
                                           float *y) {
  for (int64_t i = 0; i < m; i++) {
    float sum = a[i] * x[0];
    for (int k = 1; k < count; k++)
      sum = BLAS_FMAF(a[k * column + i], x[k], sum);
    y[i] += sum;
  }
}

#undef FOUR
#undef BLOCKS
#undef BLAS_TARGET
#undef BLAS_NAME
#undef BLAS_FMA
#undef BLAS_FMAF
