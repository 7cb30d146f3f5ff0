/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picking elements by their places, as rows. */
#ifndef XENT_OPS_PICK_H
#define XENT_OPS_PICK_H

#include "ops/op.h"

/* The rows of a[...] in pick_ops: with a whole number, with slices only, with
   arrays. See index_call. */
enum { PICK_SELECT, PICK_SLICE, PICK_INDEX };

/* np.nonzero and np.where with one argument: one index array per dimension of
   x, owned by the caller. False: error, out holds nothing. */
bool pick_nonzero(Array *x, Array *out[ARRAY_MAX_DIMS]);

extern const Op pick_ops[];

#endif
