/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/blas.h"

#include "base/mem.h"
#include "num/kernels.h"

#include <math.h>
#include <stddef.h>

#if defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__)
#pragma GCC optimize("O3")
#endif

#define BLAS_TARGET
#define BLAS_NAME(x) plain_##x
#define BLAS_FMA fma
#define BLAS_FMAF fmaf
#include "num/blas_body.h"

#ifdef __x86_64__
#define BLAS_TARGET __attribute__((target("avx2,fma")))
#define BLAS_NAME(x) avx2_##x
#define BLAS_FMA __builtin_fma
#define BLAS_FMAF __builtin_fmaf
#include "num/blas_body.h"
#define CHOSEN(x) (kernels_get()->level >= 3 ? avx2_##x : plain_##x)
#else
#define CHOSEN(x) plain_##x
#endif

/* --- dot -------------------------------------------------------------------
 */

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
  double sum = i ? CHOSEN(blocks64)(i, x, y) : 0;
  for (; i < n; i++)
    sum += y[i] * x[i];
  return sum;
}

/* What is left over is added in double. */
float blas_dot32(int64_t n, const float *x, int64_t step_x, const float *y,
                 int64_t step_y) {
  bool packed = step_x == 1 && step_y == 1;
  int64_t i = packed ? n & -32 : 0;
  double sum = i ? (double)CHOSEN(blocks32)(i, x, y) : 0;
  for (; i < n; i++)
    sum += (double)(y[i * step_y] * x[i * step_x]);
  return (float)sum;
}

/* --- a matrix by rows times a vector ---------------------------------------
 */

/* Rows come in fours, then two, then one; each kind has its kernel. */
typedef enum RowKind { IN_FOUR, IN_PAIR, ALONE } RowKind;

static RowKind kind_of_row(int64_t i, int64_t m) {
  int64_t left = i - (m & -4);
  return left < 0 ? IN_FOUR : m & 2 && left < 2 ? IN_PAIR : ALONE;
}

/* Without fusing: two lanes, or two accumulators of two lanes. */
static double pair64(int64_t n, const double *a, const double *x, bool apart) {
  double s[4] = {0};
  for (int64_t i = 0; i < n; i += 4)
    for (int l = 0; l < 4; l++) {
      int to = apart ? l : l & 1;
      s[to] += a[i + l] * x[i + l];
    }
  return (s[0] + s[2]) + (s[1] + s[3]);
}

static float pair32(int64_t n, const float *a, const float *x, bool eight) {
  float s[8] = {0}, t[4];
  int64_t i = 0;
  for (; !eight && i < n; i += 4)
    for (int l = 0; l < 4; l++)
      s[l] += a[i + l] * x[i + l];
  if (eight)
    for (i = n & 4; i > 0; i--)
      s[i - 1] += a[i - 1] * x[i - 1];
  for (i = n & 4; eight && i < n; i += 8)
    for (int l = 0; l < 8; l++)
      s[l] += a[i + l] * x[i + l];
  for (int l = 0; l < 4; l++)
    t[l] = s[l] + s[l + 4];
  return (t[0] + t[1]) + (t[2] + t[3]);
}

/* The last n < 4 products. */
static double tail64(double y, const double *a, const double *x, int64_t n) {
  switch (n) {
  case 1: return fma(a[0], x[0], y);
  case 2: return y + fma(a[0], x[0], a[1] * x[1]);
  case 3: return y + fma(a[2], x[2], fma(a[0], x[0], a[1] * x[1]));
  default: return y;
  }
}

static float tail32(float y, const float *a, const float *x, int64_t n) {
  switch (n) {
  case 1: return y + a[0] * x[0];
  case 2: return y + (a[0] * x[0] + a[1] * x[1]);
  case 3: return y + ((a[0] * x[0] + a[1] * x[1]) + a[2] * x[2]);
  default: return y;
  }
}

#define ROWS(name, T, BLOCK, lanes, pair, tail)                                \
  static void name(int64_t m, int64_t n, const T *a, int64_t row, const T *x,  \
                   T *y) {                                                     \
    int64_t whole = n & -4;                                                    \
    for (int64_t i = 0; i < m; i++, a += row) {                                \
      RowKind kind = kind_of_row(i, m);                                        \
      T sum = 0;                                                               \
      for (int64_t at = 0; at < whole; at += BLOCK) {                          \
        int64_t k = whole - at < BLOCK ? whole - at : BLOCK;                   \
        sum += kind == IN_FOUR ? CHOSEN(lanes)(k, a + at, x + at)              \
                               : pair(k, a + at, x + at, kind == ALONE);       \
      }                                                                        \
      y[i] = tail(sum, a + whole, x + whole, n - whole);                       \
    }                                                                          \
  }
ROWS(rows64, double, 2048, lanes64, pair64, tail64)
ROWS(rows32, float, 4096, lanes32, pair32, tail32)

/* --- a matrix by columns times a vector ------------------------------------
 */

/* A row that no four take in: one by one; in matrices of one to three rows
   several products are added first. */
#define LONE(name, T)                                                          \
  static T name(int64_t m, int64_t n, const T *a, int64_t column,              \
                const T *x) {                                                  \
    T sum = 0;                                                                 \
    int64_t j = 0;                                                             \
    bool packed = column == m && m < 4;                                        \
    for (; packed && j + 4 <= n; j += 4, a += 4 * column) {                    \
      T p = a[0] * x[j] + a[column] * x[j + 1];                                \
      if (m == 1)                                                              \
        sum += (p + a[2] * x[j + 2]) + a[3] * x[j + 3];                        \
      else                                                                     \
        sum =                                                                  \
            (sum + p) + (a[2 * column] * x[j + 2] + a[3 * column] * x[j + 3]); \
    }                                                                          \
    for (; j < n; j++, a += column)                                            \
      sum += a[0] * x[j];                                                      \
    return sum;                                                                \
  }
LONE(lone64, double)
LONE(lone32, float)

static void columns64(int64_t m, int64_t n, const double *a, int64_t column,
                      const double *x, double *y) {
  int64_t fours = m & -4, j = 0;
  for (int64_t i = 0; i < fours; i++)
    y[i] = 0;
  for (; j + 4 <= n; j += 4)
    CHOSEN(four64)(fours, a + j * column, column, x + j, y);
  const double *b = a + j * column;
  for (int64_t i = 0; n - j >= 2 && i < fours; i++)
    y[i] += b[i] * x[j] + b[column + i] * x[j + 1];
  if (n - j >= 2)
    j += 2;
  for (int64_t i = 0; j < n && i < fours; i++)
    y[i] += a[j * column + i] * x[j];
  for (int64_t i = fours; i < m; i++)
    y[i] = lone64(m, n, a + i, column, x);
}

/* In float32 the rows before the sixteens have two chains. */
static void columns32(int64_t m, int64_t n, const float *a, int64_t column,
                      const float *x, float *y) {
  int64_t fours = m & -4, first = fours & 15, j = 0;
  for (int64_t i = 0; i < fours; i++)
    y[i] = 0;
  for (; n - j >= 4; j += n - j >= 8 ? 8 : 4) {
    const float *b = a + j * column;
    (n - j >= 8 ? CHOSEN(eight32) : CHOSEN(four32))(first, b, column, x + j, y);
    CHOSEN(chain32)
    (fours - first, n - j >= 8 ? 8 : 4, b + first, column, x + j, y + first);
  }
  for (; j < n; j++)
    for (int64_t i = 0; i < fours; i++)
      y[i] += a[j * column + i] * x[j];
  for (int64_t i = fours; i < m; i++)
    y[i] = lone32(m, n, a + i, column, x);
}

/* --- what NumPy calls ------------------------------------------------------
 */

/* Where neither rows nor columns are packed the products are added one by
   one. x with a step is copied. */
#define GEMV(name, T, rows, columns)                                           \
  bool name(int64_t m, int64_t n, const T *a, int64_t row, int64_t column,     \
            const T *x, int64_t step, T *y) {                                  \
    T *copy = step == 1 ? NULL : mem_alloc((size_t)n * sizeof *copy);          \
    if (step != 1 && !copy)                                                    \
      return false;                                                            \
    for (int64_t j = 0; copy && j < n; j++)                                    \
      copy[j] = x[j * step];                                                   \
    x = copy ? copy : x;                                                       \
    if (column == 1 && row >= n)                                               \
      rows(m, n, a, row, x, y);                                                \
    else if (row == 1 && column >= m)                                          \
      columns(m, n, a, column, x, y);                                          \
    else                                                                       \
      for (int64_t i = 0; i < m; i++) {                                        \
        y[i] = 0;                                                              \
        for (int64_t j = 0; j < n; j++)                                        \
          y[i] += a[i * row + j * column] * x[j];                              \
      }                                                                        \
    mem_free(copy);                                                            \
    return true;                                                               \
  }
GEMV(blas_gemv64, double, rows64, columns64)
GEMV(blas_gemv32, float, rows32, columns32)
