/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loss of class numbers: minus the logarithm that each target picks. */
#ifndef XENT_OPS_NLL_H
#define XENT_OPS_NLL_H

#include "ops/loss.h"

extern const Op nll_ops[];

/* Which column every row picks. A row is a sample, or a place in one. */
typedef struct NllTargets {
  AxisLoop l;     /* samples x classes x places */
  int64_t rows;   /* samples * places */
  int64_t kept;   /* rows that are not ignored */
  int64_t *index; /* of each row; -1 where ignored */
  Array *weight;  /* one per class, in the working dtype, or NULL */
  int ndim;       /* of the target */
  int64_t shape[ARRAY_MAX_DIMS];
} NllTargets;

/* Reads target, weight and ignore_index (arguments 1, 2 and 3) for scores x.
   False with torch's wording: sizes, types, "Target 3 is out of bounds." */
bool nll_targets(const OpCall *call, const Array *x, DType work, NllTargets *t);
void nll_targets_free(NllTargets *t);

/* The axis of the classes: 0 of a single sample, else 1. */
int nll_class_axis(const Array *x);

/* "weight tensor should be defined either for all 3 classes ..."; `who` comes
   before it. The weights in the working dtype, or NULL with *ok. */
Array *nll_weight(const OpCall *call, int64_t classes, DType work,
                  const char *who, bool *ok);

/* The picked entry of lp for each row (0 where ignored), 1-d. */
Array *nll_pick(const Array *lp, const NllTargets *t);

/* The loss of picked log-probabilities: 0-d, or in the target's shape. */
Array *nll_value(Family family, const Array *picked, const NllTargets *t,
                 LossReduction r);

/* What a mean divides by: the weights of the kept rows, or their count. */
double nll_divisor(const Array *picked, const NllTargets *t);

/* Adds dL/d lp to the working array g, in lp's shape; dout is contiguous and
   of the working dtype. */
void nll_add_gradient(Array *g, const Array *dout, const NllTargets *t,
                      LossReduction r, double divisor);

#endif
