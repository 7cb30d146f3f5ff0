/* SPDX-License-Identifier: GPL-3.0-or-later */
/* torch's cascade summation (aten/native/cpu/SumKernel.cpp, here from its
   description): running sums on four levels, so that the rounding error grows
   with log n instead of n. The order of additions decides the last digits,
   hence the care. */
#include "num/floats.h"

#define INLINE static inline __attribute__((always_inline))

enum { LEVELS = 4, MAX_LANES = 32 };

/* Independent sums in step: element i of lane g * width + k, with g < groups
   and k < width, is x[i * step + g * group_step + k]. */
typedef struct Lanes {
  int64_t step, group_step;
  int groups, width;
} Lanes;

/* 1 for n <= 2, else the bits of n - 1. */
static int ceil_log2(int64_t n) {
  return n <= 2 ? 1 : 64 - __builtin_clzll((unsigned long long)n - 1);
}

INLINE void add_element(float *sum, const float *x, Lanes l) {
  for (int g = 0; g < l.groups; g++)
    for (int k = 0; k < l.width; k++)
      sum[g * l.width + k] += x[g * l.group_step + k];
}

/* Adds level j-1 into level j and empties it. */
INLINE void carry(float *from, float *to, int lanes) {
  for (int k = 0; k < lanes; k++) {
    to[k] += from[k];
    from[k] = 0.0f;
  }
}

/* out = the sums of n elements per lane, groups * width lanes. The literal
   groups and width of each caller make these loops vectors. */
INLINE void cascade(const float *x, int64_t n, Lanes l, float *out) {
  float level[LEVELS][MAX_LANES] = {0};
  int lanes = l.groups * l.width;
  int bits = ceil_log2(n) / LEVELS;
  bits = bits < 4 ? 4 : bits;
  int64_t block = (int64_t)1 << bits, i = 0;
  while (n - i >= block) {
    for (int64_t end = i + block; i < end; i++)
      add_element(level[0], x + i * l.step, l);
    for (int j = 1; j < LEVELS; j++) {
      carry(level[j - 1], level[j], lanes);
      if (i & (block - 1) << (j * bits))
        break;
    }
  }
  for (; i < n; i++)
    add_element(level[0], x + i * l.step, l);
  for (int j = 1; j < LEVELS; j++)
    carry(level[j], level[0], lanes);
  for (int k = 0; k < lanes; k++)
    out[k] = level[0][k];
}

/* A strided row of n: four interleaved sums, the n % 4 left over go to the
   first. */
static float strided(const float *x, int64_t n, int64_t stride) {
  float p[4];
  Lanes l = {4 * stride, stride, 4, 1};
  cascade(x, n / 4, l, p);
  for (int64_t i = n - n % 4; i < n; i++)
    p[0] += x[i * stride];
  return ((p[0] + p[1]) + p[2]) + p[3];
}

/* The same for eight neighbouring columns at once. */
static void strided8(const float *x, int64_t n, int64_t stride, float *out) {
  float p[32];
  Lanes l = {4 * stride, stride, 4, 8};
  cascade(x, n / 4, l, p);
  for (int64_t i = n - n % 4; i < n; i++)
    for (int k = 0; k < 8; k++)
      p[k] += x[i * stride + k];
  for (int k = 0; k < 8; k++)
    out[k] = ((p[k] + p[8 + k]) + p[16 + k]) + p[24 + k];
}

float floats_sum(const float *x, int64_t n) {
  if (n < 8)
    return 0.0f + strided(x, n, 1);
  float lane[8], sum = 0.0f;
  strided8(x, n / 8, 8, lane);
  for (int64_t i = n - n % 8; i < n; i++)
    sum += x[i];
  for (int k = 0; k < 8; k++)
    sum += lane[k];
  return sum;
}

/* Fewer than 8 columns. */
static void few_columns(const float *x, int64_t n, int64_t m, float *out) {
  int64_t j = 0;
  for (; m - j >= 4; j += 4) {
    Lanes l = {m, 0, 1, 4};
    cascade(x + j, n, l, out + j);
  }
  for (; j < m; j++)
    out[j] = strided(x + j, n, m);
}

static void many_columns(const float *x, int64_t n, int64_t m, float *out) {
  int64_t j = 0;
  for (; m - j >= 32; j += 32) {
    Lanes l = {m, 0, 1, 32};
    cascade(x + j, n, l, out + j);
  }
  for (; m - j >= 8; j += 8)
    strided8(x + j, n, m, out + j);
  for (; j < m; j++)
    out[j] = strided(x + j, n, m);
}

void floats_sum_rows(const float *x, int64_t n, int64_t m, float *out) {
  if (m == 1)
    out[0] = floats_sum(x, n);
  else if (m < 8)
    few_columns(x, n, m, out);
  else
    many_columns(x, n, m, out);
  for (int64_t j = 0; j < m; j++)
    out[j] += 0.0f;
}

void floats_sum_columns(const float *x, int64_t n, int64_t m, float *out) {
  for (int64_t i = 0; i < n; i++)
    out[i] = floats_sum(x + i * m, m);
}
