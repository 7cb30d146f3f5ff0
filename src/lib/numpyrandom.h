/* SPDX-License-Identifier: GPL-3.0-or-later */
/* numpy.random: the functions on NumPy's one legacy stream, and the class
   RandomState with the same methods on a stream of its own. */
#ifndef XENT_LIB_NUMPYRANDOM_H
#define XENT_LIB_NUMPYRANDOM_H

#include "lang/native.h"
#include "num/nprandom.h"

extern const Native numpyrandom_natives[];

/* The class _RandomState; absent: another name. */
Value numpyrandom_find(const Sym *name);

/* The stream of a RandomState, or NumPy's own for None. NULL: TypeError, or no
   memory. */
NpRandom *numpyrandom_stream(Value state);

#endif
