/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/walk.h"

#include <stdlib.h>

/* Strides in bytes of one operand, 0 where it is repeated. */
static void set_strides(Walk *w, int k, int ndim, const Array *a) {
  int64_t size = (int64_t)dtype_size((DType)a->dtype);
  int missing = ndim - a->ndim;
  for (int d = 0; d < ndim; d++)
    w->stride[k][d] = d < missing || a->shape[d - missing] == 1
                          ? 0
                          : a->stride[d - missing] * size;
  w->at[k] = a->data;
}

/* Whether dimension d continues dimension `last` in every operand. */
static bool joins(const Walk *w, int last, int64_t length, int d) {
  for (int k = 0; k < w->ops; k++)
    if (w->stride[k][last] != w->stride[k][d] * length)
      return false;
  return true;
}

static void put_dimension(Walk *w, int to, int from, int64_t length) {
  w->shape[to] = length;
  for (int k = 0; k < w->ops; k++)
    w->stride[k][to] = w->stride[k][from];
}

static int join_dimensions(Walk *w, int ndim, const int64_t *shape) {
  int n = 0;
  for (int d = 0; d < ndim; d++) {
    if (shape[d] == 1)
      continue;
    if (n && joins(w, n - 1, shape[d], d))
      put_dimension(w, n - 1, d, w->shape[n - 1] * shape[d]);
    else
      put_dimension(w, n++, d, shape[d]);
  }
  return n;
}

void walk_begin(Walk *w, int ndim, const int64_t *shape, int ops,
                const Array *const *op) {
  w->ops = ops;
  for (int k = 0; k < ops; k++)
    set_strides(w, k, ndim, op[k]);
  int n = join_dimensions(w, ndim, shape);
  w->n = n ? w->shape[n - 1] : 1;
  for (int k = 0; k < ops; k++)
    w->step[k] = n ? w->stride[k][n - 1] : 0;
  w->outer = n ? n - 1 : 0;
  for (int d = 0; d < w->outer; d++) {
    w->index[d] = 0;
    if (!w->shape[d])
      w->n = 0;
  }
  if (!w->n)
    w->outer = 0;
}

bool walk_next(Walk *w) {
  for (int d = w->outer - 1; d >= 0; d--) {
    if (++w->index[d] < w->shape[d]) {
      for (int k = 0; k < w->ops; k++)
        w->at[k] += w->stride[k][d];
      return true;
    }
    w->index[d] = 0;
    for (int k = 0; k < w->ops; k++)
      w->at[k] -= w->stride[k][d] * (w->shape[d] - 1);
  }
  return false;
}

void walk_memory_order(const Array *a, int *order) {
  for (int d = 0; d < a->ndim; d++) {
    int at = d;
    for (; at && llabs(a->stride[order[at - 1]]) < llabs(a->stride[d]); at--)
      order[at] = order[at - 1];
    order[at] = d;
  }
}
