/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stream of np.random.default_rng: PCG64 (O'Neill 2014, XSL-RR of 128
   bits), seeded by NumPy's SeedSequence. */
#ifndef XENT_NUM_PCG_H
#define XENT_NUM_PCG_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Pcg {
  uint64_t state_high, state_low, step_high, step_low;
  uint32_t half; /* the second half of a number split in two */
  bool has_half;
} Pcg;

/* From n words of entropy. */
void pcg_seed(Pcg *g, const uint32_t *words, int64_t n);

uint64_t pcg_next64(Pcg *g);
uint32_t pcg_next32(Pcg *g);
double pcg_uniform(Pcg *g); /* of [0, 1) */
double pcg_normal(Pcg *g);
double pcg_exponential(Pcg *g);

/* A whole number of 0 .. range (Lemire 2019). */
uint64_t pcg_bounded(Pcg *g, uint64_t range);

/* The same by throwing away what a mask leaves too large: shuffles. */
uint64_t pcg_interval(Pcg *g, uint64_t most);

/* The same for small types, several of which come from 32 bits: bits is 1, 8
   or 16; *left and *store are 0 at first and kept between draws. */
uint32_t pcg_bounded_small(Pcg *g, uint32_t range, int bits, int *left,
                           uint32_t *store);

#endif
