/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/nprandom.h"

#include "base/err.h"

#include <math.h>

bool nprandom_seed(NpRandom *r, int64_t seed) {
  if (seed < 0 || seed > UINT32_MAX)
    return err_set(ERR_ValueError, "Seed must be between 0 and 2**32 - 1");
  mt_seed(&r->mt, (uint32_t)seed);
  r->has_gauss = false;
  r->gauss = 0;
  return true;
}

double nprandom_double(NpRandom *r) {
  uint32_t a = mt_u32(&r->mt) >> 5, b = mt_u32(&r->mt) >> 6;
  return (a * 67108864.0 + b) / 9007199254740992.0;
}

double nprandom_uniform(NpRandom *r, double low, double high) {
  return low + (high - low) * nprandom_double(r);
}

/* Marsaglia's polar method: the second of a pair is returned first. */
double nprandom_gauss(NpRandom *r) {
  if (r->has_gauss) {
    r->has_gauss = false;
    return r->gauss;
  }
  double x, y, square;
  do {
    x = 2.0 * nprandom_double(r) - 1.0;
    y = 2.0 * nprandom_double(r) - 1.0;
    square = x * x + y * y;
  } while (square >= 1.0 || square == 0.0);
  double f = sqrt(-2.0 * log(square) / square);
  r->gauss = f * x;
  r->has_gauss = true;
  return f * y;
}

double nprandom_exponential(NpRandom *r) {
  return -log(1.0 - nprandom_double(r));
}

/* The smallest 2^k - 1 that is not below max. */
static uint64_t mask_of(uint64_t max) {
  return max ? UINT64_MAX >> __builtin_clzll(max) : 0;
}

uint64_t nprandom_interval(NpRandom *r, uint64_t max) {
  uint64_t mask = mask_of(max), value = 0;
  if (max == 0)
    return 0;
  do
    value = (max >> 32 ? mt_u64(&r->mt) : mt_u32(&r->mt)) & mask;
  while (value > max);
  return value;
}

/* A word cut into pieces, low bits first. */
typedef struct Pieces {
  uint32_t word;
  int left;
} Pieces;

static uint64_t next_piece(NpRandom *r, Pieces *p, int bits) {
  if (p->left == 0) {
    p->word = mt_u32(&r->mt);
    p->left = 32 / bits;
  } else {
    p->word >>= bits;
  }
  p->left--;
  return p->word & ((1u << bits) - 1);
}

static uint64_t small_interval(NpRandom *r, Pieces *p, int bits, uint64_t max) {
  uint64_t mask = mask_of(max), value;
  if (max == 0)
    return 0;
  do
    value = next_piece(r, p, bits) & mask;
  while (value > max);
  return value;
}

void nprandom_bounded(NpRandom *r, int bits, uint64_t low, uint64_t max,
                      int64_t n, int64_t *out) {
  Pieces pieces = {0, 0};
  for (int64_t i = 0; i < n; i++) {
    uint64_t value = bits < 32 ? small_interval(r, &pieces, bits, max)
                               : nprandom_interval(r, max);
    out[i] = (int64_t)(low + value);
  }
}

/* What an integer dtype holds; bits is 0 for other dtypes. */
typedef struct Bounds {
  int bits;
  int64_t low, high;
} Bounds;

static Bounds bounds_of(DType dtype) {
  switch (dtype) {
  case DT_BOOL: return (Bounds){1, 0, 1};
  case DT_U8: return (Bounds){8, 0, UINT8_MAX};
  case DT_I8: return (Bounds){8, INT8_MIN, INT8_MAX};
  case DT_I16: return (Bounds){16, INT16_MIN, INT16_MAX};
  case DT_I32: return (Bounds){32, INT32_MIN, INT32_MAX};
  case DT_I64: return (Bounds){64, INT64_MIN, INT64_MAX};
  case DT_U64: return (Bounds){64, 0, INT64_MAX};
  default: return (Bounds){0, 0, 0};
  }
}

bool nprandom_integers(NpRandom *r, DType dtype, int64_t low, int64_t high,
                       int64_t n, int64_t *out) {
  Bounds b = bounds_of(dtype);
  if (!b.bits)
    return err_set(ERR_TypeError, "Unsupported dtype dtype('%s') for randint",
                   dtype_name(dtype));
  if (n <= 0)
    return true;
  if (low < b.low)
    return err_set(ERR_ValueError, "low is out of bounds for %s",
                   dtype_name(dtype));
  if (high > INT64_MIN && high - 1 > b.high)
    return err_set(ERR_ValueError, "high is out of bounds for %s",
                   dtype_name(dtype));
  if (low >= high)
    return err_set(ERR_ValueError, low ? "low >= high" : "high <= 0");
  uint64_t max = (uint64_t)high - 1 - (uint64_t)low;
  nprandom_bounded(r, b.bits, (uint64_t)low, max, n, out);
  return true;
}

void nprandom_shuffle(NpRandom *r, int64_t n,
                      void (*swap)(void *context, int64_t i, int64_t j),
                      void *context) {
  for (int64_t i = n - 1; i > 0; i--)
    swap(context, i, (int64_t)nprandom_interval(r, (uint64_t)i));
}

static void swap_numbers(void *context, int64_t i, int64_t j) {
  int64_t *numbers = context, moved = numbers[i];
  numbers[i] = numbers[j];
  numbers[j] = moved;
}

void nprandom_shuffle_ints(NpRandom *r, int64_t n, int64_t *values) {
  nprandom_shuffle(r, n, swap_numbers, values);
}

void nprandom_permutation(NpRandom *r, int64_t n, int64_t *out) {
  for (int64_t i = 0; i < n; i++)
    out[i] = i;
  nprandom_shuffle_ints(r, n, out);
}
