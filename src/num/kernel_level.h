/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vectors of one instruction set and the two bodies, float and double.
   Included by kernel_base.c, kernel_v3.c and kernel_v4.c, which set
   KERNEL_LEVEL (0, 3 or 4). */
#ifndef XENT_NUM_KERNEL_LEVEL_H
#define XENT_NUM_KERNEL_LEVEL_H

#include "num/kernels.h"

#include <math.h>
#include <stdint.h>
#include <string.h>
#if KERNEL_LEVEL > 0
#include <immintrin.h>
#endif

#if KERNEL_LEVEL == 4
#define KERNEL_BYTES 64
#elif KERNEL_LEVEL == 3
#define KERNEL_BYTES 32
#else
#define KERNEL_BYTES 16
#endif

#define K_VECTOR(type) __attribute__((vector_size(KERNEL_BYTES))) type
#define K_LOOSE(type)                                                          \
  __attribute__((vector_size(KERNEL_BYTES), aligned(sizeof(type)), may_alias)) \
  type

#if KERNEL_LEVEL == 4
#define K_FMA32(a, b, c) ((V32)_mm512_fmadd_ps((__m512)(a), (b), (c)))
#define K_FMA64(a, b, c) ((V64)_mm512_fmadd_pd((__m512d)(a), (b), (c)))
#define K_MAX32(a, b) ((V32)_mm512_max_ps((a), (b)))
#define K_MAX64(a, b) ((V64)_mm512_max_pd((a), (b)))
#elif KERNEL_LEVEL == 3
#define K_FMA32(a, b, c) ((V32)_mm256_fmadd_ps((__m256)(a), (b), (c)))
#define K_FMA64(a, b, c) ((V64)_mm256_fmadd_pd((__m256d)(a), (b), (c)))
#define K_MAX32(a, b) ((V32)_mm256_max_ps((a), (b)))
#define K_MAX64(a, b) ((V64)_mm256_max_pd((a), (b)))
#else
#define K_FMA32(a, b, c) ((a) * (b) + (c))
#define K_FMA64(a, b, c) ((a) * (b) + (c))
#define K_MAX32(a, b) select32((a) > (b), a, b)
#define K_MAX64(a, b) select64((a) > (b), a, b)
#endif

/* float: n = q ln 2 + r in two pieces of ln 2; Sleef's polynomial. */
#define K_REAL float
#define K_INT int32_t
#define K(name) name##32
#define V V32
#define U U32
#define I I32
#define K_FMA K_FMA32
#define K_MAX K_MAX32
#define K_LOW (-104.0F)
#define K_HIGH 89.0F
#define K_ROUND 12582912.0F /* 1.5 * 2^23: adding it rounds to an integer */
#define K_LOG2E 1.442695040888963407F
#define K_LN2_HIGH 0.693145751953125F
#define K_LN2_LOW 1.428606765330187045e-06F
#define K_BIAS 127
#define K_MANTISSA 23
#define K_POLYNOMIAL                                                           \
  {                                                                            \
    0.000198527617612853646278381F, 0.00139304355252534151077271F,             \
        0.00833336077630519866943359F, 0.0416664853692054748535156F,           \
        0.166666671633720397949219F, 0.5F                                      \
  }
#include "num/kernel_body.h"

/* double: the same with a Chebyshev fit of (exp(r) - 1 - r) / r^2 on
   |r| <= ln(2)/2 (degree 9, relative error of exp 1.6e-17). */
#define K_REAL double
#define K_INT int64_t
#define K(name) name##64
#define V V64
#define U U64
#define I I64
#define K_FMA K_FMA64
#define K_MAX K_MAX64
#define K_LOW (-746.0)
#define K_HIGH 710.0
#define K_ROUND 6755399441055744.0
#define K_LOG2E 1.442695040888963407
#define K_LN2_HIGH 0x1.62e42fee00000p-1
#define K_LN2_LOW 0x1.a39ef35793c76p-33
#define K_BIAS 1023
#define K_MANTISSA 52
#define K_POLYNOMIAL                                                           \
  {                                                                            \
    0x1.af38d53857513p-26, 0x1.2891a8c1d838dp-22, 0x1.71de0d9c145d0p-19,       \
        0x1.a019b8ef67c6cp-16, 0x1.a01a01a7c8d47p-13, 0x1.6c16c17893833p-10,   \
        0x1.11111111109adp-7, 0x1.5555555553d4fp-5, 0x1.5555555555556p-3,      \
        0x1.0000000000001p-1                                                   \
  }
#include "num/kernel_body.h"

#define KERNEL_TABLE(name)                                                     \
  {                                                                            \
    name, KERNEL_LEVEL, KERNEL_LEVEL > 0, exp_all32, exp_all64, sigmoid32,     \
        sigmoid64, softmax32, softmax64, rowsum32, rowsum64                    \
  }

#endif
