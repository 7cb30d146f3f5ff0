/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reducing rows share: axes, results, and sums. */
#ifndef XENT_OPS_REDUCE_H
#define XENT_OPS_REDUCE_H

#include "num/fold.h"
#include "ops/op.h"

/* a summed over every dimension that broadcasting added or stretched, so that
   the result has like's shape: the gradient of broadcasting. The caller owns
   the result, which is a itself when the shapes agree. */
Array *reduce_to_shape(Array *a, const Array *like);

/* The sum along `count` axes (0: all of them), in the order of summation of
   a's family; integers and bools give int64. New array. */
Array *reduce_sum(Array *a, const int64_t *axes, int count, bool keepdims);

/* The axes that an argument (None, an int or several) names. */
bool reduce_axes(const Array *a, const Arg *arg, FoldAxes *axes);

/* How many elements of a go into one of the result. */
int64_t reduce_count(const Array *a, const FoldAxes *axes);

/* fold_axes of a converted to dtype: reduced axes stay with length 1. */
Array *reduce_fold(BinaryOp op, Array *a, DType dtype, const FoldAxes *axes);

/* Drops the reduced axes unless keepdims, marks NumPy scalars. Consumes and
   returns out; NULL passes. */
Array *reduce_finish(Array *out, const FoldAxes *axes, bool keepdims);

/* The dtype that sums of t are computed in. */
DType reduce_sum_dtype(DType t);

/* dout of a reduction (with or without the reduced axes) repeated to x's
   shape: a copy. */
Array *reduce_spread(Array *dout, const Array *x, const FoldAxes *axes);

#endif
