/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of products in the order of OpenBLAS's kernels for AVX2 processors,
   through which NumPy's and torch's products of vectors go. Steps are in
   elements. */
#ifndef XENT_NUM_BLAS_H
#define XENT_NUM_BLAS_H

#include <stdint.h>

double blas_dot64(int64_t n, const double *x, int64_t step_x, const double *y,
                  int64_t step_y);
float blas_dot32(int64_t n, const float *x, int64_t step_x, const float *y,
                 int64_t step_y);

#endif
