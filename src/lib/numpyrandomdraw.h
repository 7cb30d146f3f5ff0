/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What numpy.random draws as numbers. args[0] .. are the parameters in the
   order of numpyrandom.c's table; without a size a Python number comes back. */
#ifndef XENT_LIB_NUMPYRANDOMDRAW_H
#define XENT_LIB_NUMPYRANDOMDRAW_H

#include "lang/value.h"
#include "num/nprandom.h"

/* The argument `size`: None, an integer or a sequence of integers. */
typedef struct NumpyrandomSize {
  bool none;
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
} NumpyrandomSize;

/* False: NumPy's TypeError or ValueError. */
bool numpyrandomdraw_size(Value v, NumpyrandomSize *out);

/* seed(seed=None): an integer of [0, 2**32), or a vector of such. */
bool numpyrandomdraw_seed(NpRandom *r, Value seed);

Value numpyrandomdraw_rand(NpRandom *r, const Value *args);   /* *sizes */
Value numpyrandomdraw_randn(NpRandom *r, const Value *args);  /* *sizes */
Value numpyrandomdraw_sample(NpRandom *r, const Value *args); /* size */
Value numpyrandomdraw_gauss(NpRandom *r, const Value *args);  /* size */
/* low, high, size */
Value numpyrandomdraw_uniform(NpRandom *r, const Value *args);
/* loc, scale, size */
Value numpyrandomdraw_normal(NpRandom *r, const Value *args);
/* scale, size */
Value numpyrandomdraw_exponential(NpRandom *r, const Value *args);
/* low, high, size, dtype (absent: int) */
Value numpyrandomdraw_integers(NpRandom *r, const Value *args);

#endif
