/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scalar float32 functions of torch's and NumPy's AVX2 builds, digit for
   digit, and the
   summation orders of NumPy and torch (../shared's SPEC section 5; the rules
   are summarised in HACKING.md). Sizes in elements; nothing here allocates. */
#ifndef XENT_NUM_FLOATS_H
#define XENT_NUM_FLOATS_H

#include <stdint.h>

/* Sleef "u10" exp and log, as torch's vectorised loops compute them. */
float floats_exp(float x);
float floats_log(float x);

/* exp and log of NumPy's float32 loops (AVX2 with FMA, and AVX512). Overflow,
   division by zero and invalid arguments raise the floating-point flags. */
float floats_numpy_exp(float x);
float floats_numpy_log(float x);

/* Cephes log and sin/cos of torch's randn for 16 and more elements. */
float floats_cephes_log(float x);
void floats_cephes_sincos(float x, float *sine, float *cosine);

/* NumPy's pairwise sum of n values with this stride, begun at 0.0 as np.sum
   does. */
double floats_pairwise(const double *x, int64_t n, int64_t stride);
float floats_pairwise32(const float *x, int64_t n, int64_t stride);

/* torch's sum of n contiguous float32 values (cascade), and of the rows or
   columns of an (n, m) matrix: out has m, respectively n entries. */
float floats_sum(const float *x, int64_t n);
void floats_sum_rows(const float *x, int64_t n, int64_t m, float *out);
void floats_sum_columns(const float *x, int64_t n, int64_t m, float *out);

/* torch's `reduce` of a softmax row: 8 lanes, folded i^4, i^2, i^1. */
float floats_reduce(const float *x, int64_t n);

#endif
