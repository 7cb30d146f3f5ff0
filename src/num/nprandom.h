/* SPDX-License-Identifier: GPL-3.0-or-later */
/* numpy.random.RandomState, draw for draw. */
#ifndef XENT_NUM_NPRANDOM_H
#define XENT_NUM_NPRANDOM_H

#include "num/dtype.h"
#include "num/mt.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct NpRandom {
  Mt mt;
  bool has_gauss;
  double gauss;
} NpRandom;

/* False: ValueError "Seed must be between 0 and 2**32 - 1". */
bool nprandom_seed(NpRandom *r, int64_t seed);
double nprandom_double(NpRandom *r); /* [0, 1), 53 bits */
double nprandom_uniform(NpRandom *r, double low, double high);
double nprandom_gauss(NpRandom *r);
double nprandom_exponential(NpRandom *r);
/* Uniform in [0, max], masked rejection as shuffle draws it. */
uint64_t nprandom_interval(NpRandom *r, uint64_t max);
/* n integers of [low, high) as dtype's width draws them, stored as int64.
   False: NumPy's ValueErrors ("low >= high", "high <= 0" when low is 0, "high
   is out of bounds for uint8") or TypeError for a floating dtype. */
bool nprandom_integers(NpRandom *r, DType dtype, int64_t low, int64_t high,
                       int64_t n, int64_t *out);
/* The draws below it: low + [0, max] by words of 1, 8, 16, 32 or 64 bits, for
   the types and bounds that int64 cannot name (64 counts for 32-bit types
   too). Sums wrap. */
void nprandom_bounded(NpRandom *r, int bits, uint64_t low, uint64_t max,
                      int64_t n, int64_t *out);
/* out = a permutation of 0 .. n-1. */
void nprandom_permutation(NpRandom *r, int64_t n, int64_t *out);
/* Swaps as shuffle does: calls swap(context, i, j). */
void nprandom_shuffle(NpRandom *r, int64_t n,
                      void (*swap)(void *context, int64_t i, int64_t j),
                      void *context);
void nprandom_shuffle_ints(NpRandom *r, int64_t n, int64_t *values);
/* count indices into 0 .. n-1; p (n probabilities) may be NULL. False: NumPy's
   ValueErrors ("probabilities do not sum to 1", "Cannot take a larger sample
   than population when 'replace=False'", ...) or MemoryError. */
bool nprandom_choice(NpRandom *r, int64_t n, int64_t count, bool replace,
                     const double *p, int64_t *out);

#endif
