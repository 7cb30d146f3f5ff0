/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Python's module random: the same numbers for the same seed as CPython. */
#ifndef XENT_LIB_RANDOM_H
#define XENT_LIB_RANDOM_H

#include "lang/native.h"

extern const Native random_natives[];

/* random.seed(seed), for `xent --seed N`. */
void random_seed(uint64_t seed);

#endif
