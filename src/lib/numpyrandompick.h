/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What numpy.random does with things that are there: shuffle, permutation,
   choice. */
#ifndef XENT_LIB_NUMPYRANDOMPICK_H
#define XENT_LIB_NUMPYRANDOMPICK_H

#include "lang/value.h"
#include "num/nprandom.h"

/* x: a list or an array, shuffled in place along its first axis. */
Value numpyrandompick_shuffle(NpRandom *r, const Value *args);
/* x: a number n for 0 .. n-1, or a sequence. */
Value numpyrandompick_permutation(NpRandom *r, const Value *args);
/* a, size, replace, p */
Value numpyrandompick_choice(NpRandom *r, const Value *args);

#endif
