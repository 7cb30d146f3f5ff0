/* SPDX-License-Identifier: GPL-3.0-or-later */
/* a[...] with NumPy's rules: views for whole numbers and slices, copies for
   arrays of numbers and masks. */
#ifndef XENT_OPS_INDEX_H
#define XENT_OPS_INDEX_H

#include "ops/op.h"

enum { INDEX_MAX = 2 * ARRAY_MAX_DIMS, INDEX_WORDS = 8 };

typedef enum IndexTag {
  INDEX_INT,
  INDEX_SLICE,
  INDEX_NEWAXIS,
  INDEX_ELLIPSIS,
  INDEX_ARRAY /* of integers, or a bool mask */
} IndexTag;

typedef struct Index {
  IndexTag tag;
  int64_t i;                          /* INT */
  bool has_start, has_stop, has_step; /* SLICE: what was written */
  int64_t start, stop, step;
  Array *array; /* ARRAY, borrowed */
} Index;

/* a[items]: a view, a NumPy or plain scalar, or a copy; owned by the caller.
   NULL with IndexError and the wording of a's family. */
Array *index_get(Array *a, const Index *items, int n);

/* a[items] = value, converted to a's dtype. */
bool index_set(Array *a, const Index *items, int n, Array *value);

/* a[items] += value where an element named twice gets both: the gradient of
   index_get. (Python's own a[i] += v is get, add, set.) */
bool index_add(Array *a, const Index *items, int n, Array *value);

/* The same reading as a row (select, slice or index of ops/pick.c) for op_run
   and the tape: fills call. words (n * INDEX_WORDS) and arrays (n) are room
   that the caller keeps as long as the call. index_read reads them back. */
int index_read(const OpCall *call, Index *items); /* how many items */
void index_call(OpCall *call, Array *a, const Index *items, int n,
                int64_t *words, Array **arrays);

#endif
