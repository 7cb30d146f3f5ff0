/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks over several arrays at once in row-major order. Dimensions that can be
   joined are joined, so that most walks are one inner loop:

       Walk w;
       walk_begin(&w, ndim, shape, 2, (const Array *[]){out, in});
       do
         kernel(w.n, w.at[0], w.step[0], w.at[1], w.step[1]);
       while (walk_next(&w));

   An operand with fewer dimensions, or with a dimension of length 1, is
   repeated as NumPy broadcasts. With no elements n is 0 at once. */
#ifndef XENT_NUM_WALK_H
#define XENT_NUM_WALK_H

#include "num/array.h"

enum { WALK_MAX = 4 };

typedef struct Walk {
  int64_t n;              /* length of the inner loop */
  char *at[WALK_MAX];     /* where it starts */
  int64_t step[WALK_MAX]; /* bytes between its elements */
  int ops, outer;         /* outer dimensions, innermost last */
  int64_t shape[ARRAY_MAX_DIMS], index[ARRAY_MAX_DIMS];
  int64_t stride[WALK_MAX][ARRAY_MAX_DIMS]; /* bytes */
} Walk;

void walk_begin(Walk *w, int ndim, const int64_t *shape, int ops,
                const Array *const *op);
bool walk_next(Walk *w);

/* The axes of a in the order of its memory, largest stride first. */
void walk_memory_order(const Array *a, int *order);

#endif
