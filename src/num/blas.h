/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of products in the order of OpenBLAS's kernels for AVX2 processors,
   through which NumPy's and torch's products of vectors go. Steps are in
   elements. */
#ifndef XENT_NUM_BLAS_H
#define XENT_NUM_BLAS_H

#include <stdbool.h>
#include <stdint.h>

double blas_dot64(int64_t n, const double *x, int64_t step_x, const double *y,
                  int64_t step_y);
float blas_dot32(int64_t n, const float *x, int64_t step_x, const float *y,
                 int64_t step_y);

/* y = a x for a of m rows and n columns with these steps; y is packed. False:
   no memory. */
bool blas_gemv64(int64_t m, int64_t n, const double *a, int64_t row,
                 int64_t column, const double *x, int64_t step, double *y);
bool blas_gemv32(int64_t m, int64_t n, const float *a, int64_t row,
                 int64_t column, const float *x, int64_t step, float *y);

#endif
