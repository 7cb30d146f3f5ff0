/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/gemm.h"

#include "base/mem.h"
#include "num/kernels.h"

#include <math.h>
#include <string.h>

/* Any machine: the C library's fma, exact but slow without the instruction. */
#define NAME plain32
#define T float
#define TARGET
#define V float
#define WIDTH 1
#define ROWS 4
#define LOAD(p) (*(p))
#define STORE(p, v) (*(p) = (v))
#define SPREAD(x) (x)
#define FUSED fmaf
#define FMA fmaf
#include "num/gemm_body.h"

#define NAME plain64
#define T double
#define TARGET
#define V double
#define WIDTH 1
#define ROWS 4
#define LOAD(p) (*(p))
#define STORE(p, v) (*(p) = (v))
#define SPREAD(x) (x)
#define FUSED fma
#define FMA fma
#include "num/gemm_body.h"

#ifdef __x86_64__
#include <immintrin.h>

#define NAME avx2_32
#define T float
#define TARGET __attribute__((target("avx2,fma")))
#define V __m256
#define WIDTH 8
#define ROWS 6
#define LOAD _mm256_loadu_ps
#define STORE _mm256_storeu_ps
#define SPREAD _mm256_set1_ps
#define FUSED _mm256_fmadd_ps
#define FMA __builtin_fmaf
#include "num/gemm_body.h"

#define NAME avx2_64
#define T double
#define TARGET __attribute__((target("avx2,fma")))
#define V __m256d
#define WIDTH 4
#define ROWS 6
#define LOAD _mm256_loadu_pd
#define STORE _mm256_storeu_pd
#define SPREAD _mm256_set1_pd
#define FUSED _mm256_fmadd_pd
#define FMA __builtin_fma
#include "num/gemm_body.h"

#define NAME avx512_32
#define T float
#define TARGET __attribute__((target("avx512f,fma")))
#define V __m512
#define WIDTH 16
#define ROWS 8
#define LOAD _mm512_loadu_ps
#define STORE _mm512_storeu_ps
#define SPREAD _mm512_set1_ps
#define FUSED _mm512_fmadd_ps
#define FMA __builtin_fmaf
#include "num/gemm_body.h"

#define NAME avx512_64
#define T double
#define TARGET __attribute__((target("avx512f,fma")))
#define V __m512d
#define WIDTH 8
#define ROWS 8
#define LOAD _mm512_loadu_pd
#define STORE _mm512_storeu_pd
#define SPREAD _mm512_set1_pd
#define FUSED _mm512_fmadd_pd
#define FMA __builtin_fma
#include "num/gemm_body.h"
#endif

bool gemm_f32(GemmMatrix a, GemmMatrix b, float *c, int64_t m, int64_t n,
              int64_t k) {
#ifdef __x86_64__
  if (kernels_get()->level == 4 && n > 8)
    return avx512_32(a, b, c, m, n, k);
  if (kernels_get()->level >= 3)
    return avx2_32(a, b, c, m, n, k);
#endif
  return plain32(a, b, c, m, n, k);
}

bool gemm_f64(GemmMatrix a, GemmMatrix b, double *c, int64_t m, int64_t n,
              int64_t k) {
#ifdef __x86_64__
  if (kernels_get()->level == 4 && n > 4)
    return avx512_64(a, b, c, m, n, k);
  if (kernels_get()->level >= 3)
    return avx2_64(a, b, c, m, n, k);
#endif
  return plain64(a, b, c, m, n, k);
}

void gemm_i64(GemmMatrix a, GemmMatrix b, int64_t *c, int64_t m, int64_t n,
              int64_t k) {
  const int64_t *pa = a.data, *pb = b.data;
  for (int64_t i = 0; i < m; i++)
    for (int64_t j = 0; j < n; j++) {
      uint64_t s = 0;
      for (int64_t p = 0; p < k; p++)
        s += (uint64_t)pa[i * a.row + p * a.column] *
             (uint64_t)pb[p * b.row + j * b.column];
      *c++ = (int64_t)s;
    }
}
