/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding an array along some of its axes, in the order of operations of the
   library whose rules it follows. */
#ifndef XENT_NUM_FOLD_H
#define XENT_NUM_FOLD_H

#include "num/array.h"
#include "num/binary.h"

typedef struct FoldAxes {
  int count; /* of reduced axes */
  bool reduced[ARRAY_MAX_DIMS];
} FoldAxes;

/* The array a (bool, int64, float32 or float64) with `op` (ADD, MUL, MAX or
   MIN) between its elements along the reduced axes, which stay with length 1.
   A new contiguous array; MAX and MIN need at least one element in each
   reduced axis. float32 tensors add as torch does, all others as NumPy. */
Array *fold_axes(BinaryOp op, Array *a, const FoldAxes *axes);

/* Drops the reduced axes, of length 1, from an array of fold_axes. */
void fold_squeeze(Array *a, const FoldAxes *axes);

/* A view of a with its axes in the order of its memory, largest stride first;
   order[i] is the axis of a that became i. */
Array *fold_memory_order(Array *a, int *order);

#endif
