/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New shapes for the same elements. */
#ifndef XENT_OPS_SHAPE_H
#define XENT_OPS_SHAPE_H

#include "ops/op.h"

/* a in another shape with the same number of elements: a view where the
   memory allows it, else a copy. One entry may be -1. Owned by the caller. */
Array *shape_reshape(Array *a, int ndim, const int64_t *shape);

/* A view with the axes in this order (all of them, each once, >= 0). */
Array *shape_permute(Array *a, const int *order);

/* A view with a new axis of length 1 at `axis` (0 .. ndim). */
Array *shape_expand(Array *a, int axis);

extern const Op shape_ops[];

#endif
