/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tensors filled with random numbers, draw for draw as torch fills them. */
#ifndef XENT_LANG_ARRAYRANDOM_H
#define XENT_LANG_ARRAYRANDOM_H

#include "lang/native.h"
#include "num/torchrandom.h"

/* uniform_, normal_, random_ ...: methods, ended by a row without a name. */
extern const Native arrayrandom_methods[];

/* The stream of a torch.Generator, or the common one for None; a generator
   keeps its own as the bytes of a tensor, `_state`. NULL: an error. */
TorchRandom *arrayrandom_stream(Value generator);
TorchRandom *arrayrandom_state(Value state);

/* Fills a packed float array, uniformly of [x, y) or normally. False: xent
   draws no such floats. */
bool arrayrandom_fill(Array *a, TorchRandom *r, bool normal, double x,
                      double y);

/* False: torch's RuntimeError for a dtype without fractions. */
bool arrayrandom_check(DType t, bool normal);

/* False: the RuntimeError for an empty range of integers. */
bool arrayrandom_refuse(int64_t low, int64_t high);

#endif
