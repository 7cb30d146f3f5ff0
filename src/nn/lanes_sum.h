/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums over rows, in the order of torch's sum(0) and sum(). */
#ifndef XENT_NN_LANES_SUM_H
#define XENT_NN_LANES_SUM_H

#include "nn/lanes.h"
#include "num/floats.h"

static inline int ceil_log2(int64_t n) {
  return n <= 2 ? 1 : 64 - __builtin_clzll((uint64_t)(n - 1));
}

/* Four levels of partial sums: each full 2^power elements move one up. */
typedef struct Cascade {
  Lanes level[4];
  int power;
} Cascade;

LANES_OP void cascade_start(Cascade *c, int64_t n) {
  int power = ceil_log2(n) / 4;
  c->power = power < 4 ? 4 : power;
  for (int j = 0; j < 4; j++)
    c->level[j] = lanes_all(0);
}

/* i elements are in: moves full levels up. */
LANES_OP void cascade_carry(Cascade *c, int64_t i) {
  int64_t mask = ((int64_t)1 << c->power) - 1;
  for (int j = 1; j < 4; j++) {
    c->level[j] = lanes_add(c->level[j], c->level[j - 1]);
    c->level[j - 1] = lanes_all(0);
    if (i & (mask << (j * c->power)))
      return;
  }
}

LANES_OP Lanes cascade_end(const Cascade *c) {
  Lanes sum = c->level[0];
  for (int j = 1; j < 4; j++)
    sum = lanes_add(sum, c->level[j]);
  return sum;
}

/* The cascade over n groups of eight floats, `apart` floats from each other. */
LANES_OP Lanes cascade_sum(const float *v, int64_t n, int64_t apart) {
  Cascade c;
  cascade_start(&c, n);
  int64_t step = (int64_t)1 << c.power, i = 0;
  while (i < n) {
    int64_t end = i + step < n ? i + step : n;
    Lanes sum = c.level[0];
    for (; i < end; i++)
      sum = lanes_add(sum, lanes_load(v + i * apart));
    c.level[0] = sum;
    if (i % step == 0)
      cascade_carry(&c, i);
  }
  return cascade_end(&c);
}

/* Column sums of n x 8, each "strided row": four interleaved cascades. */
LANES_OP Lanes strided_sum(const float *v, int64_t n) {
  int64_t quarter = n / 4;
  Lanes part[4];
  LANES_UNROLL
  for (int k = 0; k < 4; k++)
    part[k] = cascade_sum(v + k * LANES, quarter, 4 * LANES);
  for (int64_t i = quarter * 4; i < n; i++)
    part[0] = lanes_add(part[0], lanes_load(v + i * LANES));
  Lanes sum = lanes_add(lanes_add(part[0], part[1]), part[2]);
  return lanes_add(sum, part[3]);
}

/* torch's sum of n contiguous values: the lanes of whole groups of eight are
   a strided row each, added after the leftover. */
LANES_TARGET static float total(const float *v, int64_t n) {
  if (n < LANES)
    return floats_sum(v, n);
  float lane[LANES], s = 0;
  lanes_store(lane, strided_sum(v, n / LANES));
  for (int64_t i = n - n % LANES; i < n; i++)
    s += v[i];
  for (int l = 0; l < LANES; l++)
    s += lane[l];
  return s;
}

/* Column sums of the eight columns from `first` of an n x m matrix, stored as
   n x 8. m >= 8: groups of 32 columns are plain cascades, m < 8: groups of 4;
   other columns are strided rows; a single column is a contiguous sum. */
LANES_OP void column_sums(float *v, int64_t n, int64_t first, int64_t m,
                          float *out) {
  int64_t plain = (m < 8 ? m - m % 4 : m - m % 32) - first;
  float a[LANES] = {0}, b[LANES] = {0};
  if (plain > 0)
    lanes_store(a, cascade_sum(v, n, LANES));
  if (plain < LANES)
    lanes_store(b, strided_sum(v, n));
  if (m == 1) {
    for (int64_t i = 0; i < n; i++)
      v[i] = v[i * LANES];
    b[0] = total(v, n);
  }
  for (int64_t l = 0; l < LANES && first + l < m; l++)
    out[l] = 0.0f + (l < plain ? a[l] : b[l]);
}

#endif
