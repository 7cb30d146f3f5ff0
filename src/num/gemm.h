/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matrix products in one fixed order: each element of the result is one chain
   s = 0; s = fma(a[i][k], b[k][j], s) for k ascending, whatever the size and
   the instruction set. So results never depend on blocking. */
#ifndef XENT_NUM_GEMM_H
#define XENT_NUM_GEMM_H

#include <stdbool.h>
#include <stdint.h>

/* A matrix in memory: element (i, j) is data[i * row + j * column]. */
typedef struct GemmMatrix {
  const void *data;
  int64_t row, column;
} GemmMatrix;

/* c = a (m x k) times b (k x n); c is contiguous and written whole. False: no
   memory, with the error record filled. */
bool gemm_f32(GemmMatrix a, GemmMatrix b, float *c, int64_t m, int64_t n,
              int64_t k);
bool gemm_f64(GemmMatrix a, GemmMatrix b, double *c, int64_t m, int64_t n,
              int64_t k);
void gemm_i64(GemmMatrix a, GemmMatrix b, int64_t *c, int64_t m, int64_t n,
              int64_t k);

#endif
