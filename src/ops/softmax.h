/* SPDX-License-Identifier: GPL-3.0-or-later */
/* softmax as other operations use it. z is contiguous and of the working
   dtype (ops/taught.h); family decides whose order of operations. */
#ifndef XENT_OPS_SOFTMAX_H
#define XENT_OPS_SOFTMAX_H

#include "ops/derive.h"
#include "ops/op.h"

extern const Op softmax_ops[];

/* softmax of z along the axis, or its logarithm; new, in z's shape. */
Array *softmax_along(Family family, Array *z, int axis, bool ln);

/* dL/dz from out = softmax_along(...) and g = dL/dout (same dtype, both
   contiguous). */
Array *softmax_backward(Family family, Array *out, Array *g, int axis, bool ln);

/* softmax taken apart into the arrays of its own evaluation: a row for each
   row (or column) that is normalised, z first; 1-d when there is one. The
   last three hold one number per row. */
typedef struct SoftmaxParts {
  Array *z, *shift, *exps, *probs, *logs;
  Array *max, *sum, *ln_sum;
} SoftmaxParts;

/* False: no memory; free what is there in any case. */
bool softmax_parts(Family family, Array *z, int axis, SoftmaxParts *p);
void softmax_parts_free(SoftmaxParts *p);

/* The steps from z to p, and to ln p when ln is set; returns the number of
   the last step. */
int softmax_derive_steps(Derivation *d, const SoftmaxParts *p, bool ln);

#endif
