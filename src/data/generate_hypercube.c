/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/generate_hypercube.h"

#include "base/err.h"
#include "base/mem.h"
#include "data/dataset.h"

#include <inttypes.h>
#include <string.h>

enum { MAX_BITS = 30 }; /* of a corner's number; bits above are free coins */

/* The start of a permutation of all. */
static bool by_permutation(NpRandom *r, int64_t population, int64_t n,
                           int64_t *out) {
  int64_t *all = dataset_indices(population);
  if (!all)
    return false;
  nprandom_permutation(r, population, all);
  memcpy(out, all, (size_t)n * sizeof *out);
  mem_free(all);
  return true;
}

/* Draws again what has been drawn before. */
static bool by_tracking(NpRandom *r, int64_t population, int64_t n,
                        int64_t *out) {
  unsigned char *seen = mem_zeroed((size_t)population / 8 + 1, 1);
  if (!seen)
    return false;
  for (int64_t i = 0; i < n; i++) {
    uint64_t j;
    do
      j = nprandom_interval(r, (uint64_t)population - 1);
    while (seen[j / 8] & 1u << j % 8);
    seen[j / 8] |= (unsigned char)(1u << j % 8);
    out[i] = (int64_t)j;
  }
  mem_free(seen);
  return true;
}

/* Vitter's reservoir: with n == population nothing is drawn. */
static void by_reservoir(NpRandom *r, int64_t population, int64_t n,
                         int64_t *out) {
  for (int64_t i = 0; i < n; i++)
    out[i] = i;
  for (int64_t i = n; i < population; i++) {
    uint64_t j = nprandom_interval(r, (uint64_t)i);
    if (j < (uint64_t)n)
      out[j] = i;
  }
}

/* sklearn's sample_without_replacement: n of 0 .. population-1, by the method
   that fits the ratio. */
static bool sample(NpRandom *r, int64_t population, int64_t n, int64_t *out) {
  double ratio = (double)n / (double)population;
  if (n > population)
    return err_set(ERR_ValueError,
                   "n_population should be greater or equal than n_samples, "
                   "got n_samples > n_population (%" PRId64 " > %" PRId64 ")",
                   n, population);
  if (ratio > 0.01 && ratio < 0.99)
    return by_permutation(r, population, n, out);
  if (ratio < 0.2)
    return by_tracking(r, population, n, out);
  by_reservoir(r, population, n, out);
  return true;
}

bool generate_hypercube(NpRandom *r, int64_t count, int64_t dims,
                        double *corners) {
  int64_t bits = dims < MAX_BITS ? dims : MAX_BITS, free_bits = dims - bits;
  for (int64_t i = 0; i < count; i++)
    for (int64_t j = 0; j < free_bits; j++)
      corners[i * dims + j] = (double)nprandom_interval(r, 1);
  int64_t *number = dataset_indices(count);
  bool ok = number && sample(r, (int64_t)1 << bits, count, number);
  for (int64_t i = 0; ok && i < count; i++)
    for (int64_t b = 0; b < bits; b++)
      corners[i * dims + free_bits + b] =
          (double)(number[i] >> (bits - 1 - b) & 1);
  mem_free(number);
  return ok;
}
