/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eight floats side by side, in two dresses: AVX2 with FMA where the including
   file defines LANES_AVX2, else plain C. Both give the same bits. Every
   operation acts lane by lane; a mask is a Lanes made by a comparison. max and
   min give b where either is nan, so that b's nan passes. */
#ifndef XENT_NN_LANES_H
#define XENT_NN_LANES_H

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { LANES = 8 };

/* Before a loop of few turns that must not stay a loop. */
#define LANES_UNROLL _Pragma("GCC unroll 4")

#ifdef LANES_AVX2

#include <immintrin.h>

#define LANES_TARGET __attribute__((target("avx2,fma")))
#define LANES_OP static inline LANES_TARGET __attribute__((always_inline))

typedef __m256 Lanes;

LANES_OP Lanes lanes_all(float x) {
  return _mm256_set1_ps(x);
}

LANES_OP Lanes lanes_load(const float *p) {
  return _mm256_loadu_ps(p);
}

LANES_OP void lanes_store(float *p, Lanes a) {
  _mm256_storeu_ps(p, a);
}

LANES_OP Lanes lanes_add(Lanes a, Lanes b) {
  return _mm256_add_ps(a, b);
}

LANES_OP Lanes lanes_sub(Lanes a, Lanes b) {
  return _mm256_sub_ps(a, b);
}

LANES_OP Lanes lanes_mul(Lanes a, Lanes b) {
  return _mm256_mul_ps(a, b);
}

LANES_OP Lanes lanes_div(Lanes a, Lanes b) {
  return _mm256_div_ps(a, b);
}

LANES_OP Lanes lanes_fma(Lanes a, Lanes b, Lanes c) {
  return _mm256_fmadd_ps(a, b, c);
}

LANES_OP Lanes lanes_max(Lanes a, Lanes b) {
  return _mm256_max_ps(a, b);
}

LANES_OP Lanes lanes_min(Lanes a, Lanes b) {
  return _mm256_min_ps(a, b);
}

LANES_OP Lanes lanes_round(Lanes a) {
  return _mm256_round_ps(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
}

LANES_OP Lanes lanes_floor(Lanes a) {
  return _mm256_floor_ps(a);
}

LANES_OP Lanes lanes_less(Lanes a, Lanes b) {
  return _mm256_cmp_ps(a, b, _CMP_LT_OQ);
}

LANES_OP Lanes lanes_equal(Lanes a, Lanes b) {
  return _mm256_cmp_ps(a, b, _CMP_EQ_OQ);
}

LANES_OP Lanes lanes_select(Lanes mask, Lanes yes, Lanes no) {
  return _mm256_blendv_ps(no, yes, mask);
}

/* 2^q for whole q in -126 .. 127. */
LANES_OP Lanes lanes_power(Lanes q) {
  __m256i n = _mm256_add_epi32(_mm256_cvtps_epi32(q), _mm256_set1_epi32(127));
  return _mm256_castsi256_ps(_mm256_slli_epi32(n, 23));
}

/* The binary exponent of positive normal x. */
LANES_OP Lanes lanes_exponent(Lanes x) {
  __m256i n = _mm256_srli_epi32(_mm256_castps_si256(x), 23);
  return _mm256_cvtepi32_ps(_mm256_sub_epi32(n, _mm256_set1_epi32(127)));
}

#else

#define LANES_TARGET
#define LANES_OP static inline __attribute__((always_inline))
#define LANES_EACH for (int l = 0; l < LANES; l++)

typedef struct Lanes {
  float v[LANES];
} Lanes;

LANES_OP Lanes lanes_all(float x) {
  Lanes r;
  LANES_EACH r.v[l] = x;
  return r;
}

LANES_OP Lanes lanes_load(const float *p) {
  Lanes r;
  memcpy(r.v, p, sizeof r.v);
  return r;
}

LANES_OP void lanes_store(float *p, Lanes a) {
  memcpy(p, a.v, sizeof a.v);
}

#define LANES_TWO(name, expression)                                            \
  LANES_OP Lanes name(Lanes a, Lanes b) {                                      \
    Lanes r;                                                                   \
    LANES_EACH r.v[l] = (expression);                                          \
    return r;                                                                  \
  }
#define LANES_ONE(name, expression)                                            \
  LANES_OP Lanes name(Lanes a) {                                               \
    Lanes r;                                                                   \
    LANES_EACH r.v[l] = (expression);                                          \
    return r;                                                                  \
  }
LANES_TWO(lanes_add, a.v[l] + b.v[l])
LANES_TWO(lanes_sub, a.v[l] - b.v[l])
LANES_TWO(lanes_mul, a.v[l] * b.v[l])
LANES_TWO(lanes_div, a.v[l] / b.v[l])
LANES_TWO(lanes_max, a.v[l] > b.v[l] ? a.v[l] : b.v[l])
LANES_TWO(lanes_min, a.v[l] < b.v[l] ? a.v[l] : b.v[l])
LANES_TWO(lanes_less, a.v[l] < b.v[l] ? 1.0f : 0.0f)
LANES_TWO(lanes_equal, a.v[l] == b.v[l] ? 1.0f : 0.0f)
LANES_ONE(lanes_round, rintf(a.v[l]))
LANES_ONE(lanes_floor, floorf(a.v[l]))
#undef LANES_ONE
#undef LANES_TWO

LANES_OP Lanes lanes_fma(Lanes a, Lanes b, Lanes c) {
  LANES_EACH c.v[l] = fmaf(a.v[l], b.v[l], c.v[l]);
  return c;
}

LANES_OP Lanes lanes_select(Lanes mask, Lanes yes, Lanes no) {
  LANES_EACH no.v[l] = mask.v[l] != 0.0f ? yes.v[l] : no.v[l];
  return no;
}

/* 2^q for whole q in -126 .. 127. */
LANES_OP Lanes lanes_power(Lanes q) {
  LANES_EACH {
    uint32_t bits = (uint32_t)(isnan(q.v[l]) ? 0 : (int)q.v[l] + 127) << 23;
    memcpy(&q.v[l], &bits, sizeof bits);
  }
  return q;
}

/* The binary exponent of positive normal x. */
LANES_OP Lanes lanes_exponent(Lanes x) {
  LANES_EACH {
    uint32_t bits;
    memcpy(&bits, &x.v[l], sizeof bits);
    x.v[l] = (float)((int)(bits >> 23) - 127);
  }
  return x;
}

#undef LANES_EACH
#endif

#endif
