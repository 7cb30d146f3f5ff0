/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fast loops for large data: one source (kernel_body.h), compiled for three
   instruction sets of x86-64 and once for any other machine; the best the
   processor has is chosen on first use. XENT_SIMD=baseline|v3|v4 forces one.
   Every function reads contiguous memory, allocates nothing, and passes nan
   and infinities on as the plain formula would. */
#ifndef XENT_NUM_KERNELS_H
#define XENT_NUM_KERNELS_H

#include "num/array.h"

#include <stdbool.h>
#include <stdint.h>

/* From this many elements on the kernels pay. */
enum { KERNELS_MIN = 4097 };

typedef struct Kernels {
  const char *name; /* "baseline", "v3", "v4" */
  int level;        /* 0: any machine, 3: AVX2 with FMA, 4: AVX-512 */
  bool fused;       /* exp32 gives the bits of floats_exp */

  /* exp and 1 / (1 + exp(-x)) of n values, at most 2 ulp; out may be x. */
  void (*exp32)(const float *x, float *out, int64_t n);
  void (*exp64)(const double *x, double *out, int64_t n);
  void (*sigmoid32)(const float *x, float *out, int64_t n);
  void (*sigmoid64)(const double *x, double *out, int64_t n);

  /* softmax (or its logarithm) along the middle axis of outer x n x inner. */
  void (*softmax32)(const float *x, float *out, AxisLoop loop, bool ln);
  void (*softmax64)(const double *x, double *out, AxisLoop loop, bool ln);

  /* Per row of outer x n (inner is 1): the maximum and rest, where
     sum_j exp(x_j - max) = 1 + rest; so ln of it is log1p(rest). */
  void (*rowsum32)(const float *x, AxisLoop loop, float *max, double *rest);
  void (*rowsum64)(const double *x, AxisLoop loop, double *max, double *rest);
} Kernels;

/* The table of this machine; never NULL. */
const Kernels *kernels_get(void);

/* The table of an instruction set, or NULL when this program or this
   processor does not have it (tests run them all). */
const Kernels *kernels_named(const char *name);

extern const Kernels kernel_base_table, kernel_v3_table, kernel_v4_table;

#endif
