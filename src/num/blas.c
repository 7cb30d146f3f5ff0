/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/blas.h"

#include <math.h>
#include <stdbool.h>

/* Four accumulators of LANES lanes take blocks; then the halves of each, the
   accumulators and the lanes are added in pairs. */
#define BLOCKS(name, T, LANES, FMA)                                            \
  static T name(int64_t n, const T *x, const T *y) {                           \
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
BLOCKS(blocks64, double, 4, fma)
BLOCKS(blocks32, float, 8, fmaf)

/* With steps: two sums of every other product, four at a time; backwards NumPy
   adds one by one. */
static double stepped64(int64_t n, const double *x, int64_t sx, const double *y,
                        int64_t sy) {
  double even = 0, odd = 0;
  int64_t i = 0;
  for (; sx > 0 && sy > 0 && i + 4 <= n; i += 4, x += 4 * sx, y += 4 * sy) {
    even += y[0] * x[0] + y[2 * sy] * x[2 * sx];
    odd += y[sy] * x[sx] + y[3 * sy] * x[3 * sx];
  }
  for (; i < n; i++, x += sx, y += sy)
    even += y[0] * x[0];
  return even + odd;
}

double blas_dot64(int64_t n, const double *x, int64_t step_x, const double *y,
                  int64_t step_y) {
  if (step_x != 1 || step_y != 1)
    return stepped64(n, x, step_x, y, step_y);
  int64_t i = n & -16;
  double sum = i ? blocks64(i, x, y) : 0;
  for (; i < n; i++)
    sum += y[i] * x[i];
  return sum;
}

/* What is left over is added in double. */
float blas_dot32(int64_t n, const float *x, int64_t step_x, const float *y,
                 int64_t step_y) {
  bool packed = step_x == 1 && step_y == 1;
  int64_t i = packed ? n & -32 : 0;
  double sum = i ? (double)blocks32(i, x, y) : 0;
  for (; i < n; i++)
    sum += (double)(y[i * step_y] * x[i * step_x]);
  return (float)sum;
}
