/* SPDX-License-Identifier: GPL-3.0-or-later */
/* torch's CPU generator, draw for draw (version 1.13, AVX2 build). */
#ifndef XENT_NUM_TORCHRANDOM_H
#define XENT_NUM_TORCHRANDOM_H

#include "num/mt.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct TorchRandom {
  Mt mt;
  bool has_normal; /* the double path's second value */
  double normal;
  uint64_t seed; /* as given, for initial_seed() */
} TorchRandom;

void torchrandom_seed(TorchRandom *r, uint64_t seed); /* low 32 bits count */
float torchrandom_float(TorchRandom *r);              /* 24 bits, one word */
double torchrandom_double(TorchRandom *r);            /* 53 bits, two words */
/* n values of [a, b): rand, uniform_. */
void torchrandom_uniform32(TorchRandom *r, double a, double b, int64_t n,
                           float *out);
void torchrandom_uniform64(TorchRandom *r, double a, double b, int64_t n,
                           double *out);
/* randn and normal_: the algorithm changes at 16 elements. */
void torchrandom_normal32(TorchRandom *r, double mean, double std, int64_t n,
                          float *out);
void torchrandom_normal64(TorchRandom *r, double mean, double std, int64_t n,
                          double *out);
int64_t torchrandom_integer(TorchRandom *r, int64_t low, int64_t high);
int64_t torchrandom_int63(TorchRandom *r); /* empty(()).random_() */
void torchrandom_permutation(TorchRandom *r, int64_t n, int64_t *out);
bool torchrandom_bernoulli(TorchRandom *r, double p); /* two words */

/* Weight (out x in, row-major) then bias (out; NULL: none) of nn.Linear. */
void torchrandom_linear(TorchRandom *r, int64_t in, int64_t out, float *weight,
                        float *bias);

#endif
