/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/pcg.h"

#include "num/ziggurat.h"

#include <math.h>

__extension__ typedef unsigned __int128 Wide;

/* --- seeding: M. E. O'Neill's seed_seq, as NumPy has it ------------------- */

enum { POOL = 4 };

static uint32_t hashed(uint32_t value, uint32_t *constant, uint32_t factor) {
  value ^= *constant;
  *constant *= factor;
  value *= *constant;
  return value ^ value >> 16;
}

static uint32_t mixed(uint32_t x, uint32_t y) {
  uint32_t r = 0xca01f9ddu * x - 0x4973f715u * y;
  return r ^ r >> 16;
}

static void fill_pool(uint32_t *pool, const uint32_t *words, int64_t n) {
  const uint32_t factor = 0x931e8875u;
  uint32_t constant = 0x43b0d7e5u;
  for (int i = 0; i < POOL; i++)
    pool[i] = hashed(i < n ? words[i] : 0, &constant, factor);
  for (int from = 0; from < POOL; from++)
    for (int to = 0; to < POOL; to++)
      if (from != to)
        pool[to] = mixed(pool[to], hashed(pool[from], &constant, factor));
  for (int64_t from = POOL; from < n; from++)
    for (int to = 0; to < POOL; to++)
      pool[to] = mixed(pool[to], hashed(words[from], &constant, factor));
}

static Wide state_of(const Pcg *g) {
  return (Wide)g->state_high << 64 | g->state_low;
}

static void step(Pcg *g) {
  const Wide factor =
      (Wide)0x2360ed051fc65da4u << 64 | (Wide)0x4385df649fccf645u;
  Wide s = state_of(g) * factor + ((Wide)g->step_high << 64 | g->step_low);
  g->state_high = (uint64_t)(s >> 64);
  g->state_low = (uint64_t)s;
}

void pcg_seed(Pcg *g, const uint32_t *words, int64_t n) {
  uint32_t pool[POOL], constant = 0x8b51f9ddu;
  uint64_t out[4];
  fill_pool(pool, words, n);
  for (int i = 0; i < 8; i++) {
    uint64_t half = hashed(pool[i % POOL], &constant, 0x58f38dedu);
    out[i / 2] = i % 2 ? out[i / 2] | half << 32 : half;
  }
  Wide start = (Wide)out[0] << 64 | out[1];
  Wide increment = ((Wide)out[2] << 64 | out[3]) << 1 | 1;
  *g = (Pcg){.step_high = (uint64_t)(increment >> 64),
             .step_low = (uint64_t)increment};
  step(g);
  start += state_of(g);
  g->state_high = (uint64_t)(start >> 64);
  g->state_low = (uint64_t)start;
  step(g);
}

/* --- numbers ---------------------------------------------------------------
 */

uint64_t pcg_next64(Pcg *g) {
  step(g);
  uint64_t x = g->state_high ^ g->state_low;
  unsigned turn = (unsigned)(g->state_high >> 58);
  return x >> turn | x << (-turn & 63);
}

uint32_t pcg_next32(Pcg *g) {
  if (g->has_half) {
    g->has_half = false;
    return g->half;
  }
  uint64_t x = pcg_next64(g);
  g->has_half = true;
  g->half = (uint32_t)(x >> 32);
  return (uint32_t)x;
}

double pcg_uniform(Pcg *g) {
  return (double)(pcg_next64(g) >> 11) * 0x1p-53;
}

/* Beyond the last layer (Marsaglia 1964). */
static double normal_tail(Pcg *g, bool negative) {
  double x, y;
  do {
    x = -log1p(-pcg_uniform(g)) / ZIGGURAT_NORMAL_TAIL;
    y = -log1p(-pcg_uniform(g));
  } while (!(y + y > x * x));
  x += ZIGGURAT_NORMAL_TAIL;
  return negative ? -x : x;
}

double pcg_normal(Pcg *g) {
  for (;;) {
    uint64_t r = pcg_next64(g);
    int layer = (int)(r & 0xff);
    r >>= 8;
    uint64_t size = r >> 1 & 0x000fffffffffffffu;
    double x = (double)size * ziggurat_normal_width[layer];
    if (r & 1)
      x = -x;
    if (size < ziggurat_normal_inside[layer])
      return x;
    if (!layer)
      return normal_tail(g, size >> 8 & 1);
    const double *f = ziggurat_normal_height;
    if ((f[layer - 1] - f[layer]) * pcg_uniform(g) + f[layer] <
        exp(-0.5 * x * x))
      return x;
  }
}

double pcg_exponential(Pcg *g) {
  for (;;) {
    uint64_t r = pcg_next64(g) >> 3;
    int layer = (int)(r & 0xff);
    r >>= 8;
    double x = (double)r * ziggurat_exp_width[layer];
    if (r < ziggurat_exp_inside[layer])
      return x;
    if (!layer)
      return ZIGGURAT_EXP_TAIL - log1p(-pcg_uniform(g));
    const double *f = ziggurat_exp_height;
    if ((f[layer - 1] - f[layer]) * pcg_uniform(g) + f[layer] < exp(-x))
      return x;
  }
}

/* --- whole numbers ---------------------------------------------------------
 */

static uint32_t bounded32(Pcg *g, uint32_t range) {
  uint64_t n = (uint64_t)range + 1, m = pcg_next32(g) * n;
  if ((uint32_t)m < n) {
    uint32_t least = (uint32_t)((UINT32_MAX - range) % n);
    while ((uint32_t)m < least)
      m = pcg_next32(g) * n;
  }
  return (uint32_t)(m >> 32);
}

uint64_t pcg_bounded(Pcg *g, uint64_t range) {
  if (!range)
    return 0;
  if (range == UINT64_MAX)
    return pcg_next64(g);
  if (range == UINT32_MAX)
    return pcg_next32(g);
  if (range < UINT32_MAX)
    return bounded32(g, (uint32_t)range);
  uint64_t n = range + 1;
  Wide m = (Wide)pcg_next64(g) * n;
  if ((uint64_t)m < n) {
    uint64_t least = (UINT64_MAX - range) % n;
    while ((uint64_t)m < least)
      m = (Wide)pcg_next64(g) * n;
  }
  return (uint64_t)(m >> 64);
}

uint64_t pcg_interval(Pcg *g, uint64_t most) {
  uint64_t mask = most, x;
  if (!most)
    return 0;
  for (int shift = 1; shift < 64; shift *= 2)
    mask |= mask >> shift;
  do
    x = (most <= UINT32_MAX ? pcg_next32(g) : pcg_next64(g)) & mask;
  while (x > most);
  return x;
}

static uint32_t small_bits(Pcg *g, int bits, int *left, uint32_t *store) {
  if (*left) {
    *store >>= bits;
    --*left;
  } else {
    *store = pcg_next32(g);
    *left = 32 / bits - 1;
  }
  return *store & ((1u << bits) - 1);
}

uint32_t pcg_bounded_small(Pcg *g, uint32_t range, int bits, int *left,
                           uint32_t *store) {
  uint32_t mask = (1u << bits) - 1, n = range + 1;
  if (!range)
    return 0;
  if (range == mask)
    return small_bits(g, bits, left, store);
  uint32_t m = small_bits(g, bits, left, store) * n;
  if ((m & mask) < n) {
    uint32_t least = (mask - range) % n;
    while ((m & mask) < least)
      m = small_bits(g, bits, left, store) * n;
  }
  return m >> bits;
}
