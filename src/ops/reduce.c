/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reducing rows share: axes, results, and sums. */
#include "ops/reduce.h"

#include "base/err.h"

#include <inttypes.h>
#include <string.h>

static bool add_axis(const Array *a, int64_t axis, FoldAxes *axes) {
  if (!array_axis(a, &axis))
    return false;
  if (!a->ndim)
    return true;
  if (axes->reduced[axis] && a->family == FAMILY_TORCH)
    return err_set(ERR_RuntimeError,
                   "dim %" PRId64 " appears multiple times in the list of "
                   "dims",
                   axis);
  if (axes->reduced[axis])
    return err_set(ERR_ValueError, "duplicate value in 'axis'");
  axes->reduced[axis] = true;
  axes->count++;
  return true;
}

static void all_axes(const Array *a, FoldAxes *axes) {
  axes->count = a->ndim;
  for (int d = 0; d < a->ndim; d++)
    axes->reduced[d] = true;
}

bool reduce_axes(const Array *a, const Arg *arg, FoldAxes *axes) {
  *axes = (FoldAxes){0};
  if (arg->tag == ARG_INT)
    return add_axis(a, arg->i, axes);
  if (arg->tag == ARG_INTS && arg->count) {
    for (int i = 0; i < arg->count; i++)
      if (!add_axis(a, arg->ints[i], axes))
        return false;
    return true;
  }
  all_axes(a, axes);
  return true;
}

int64_t reduce_count(const Array *a, const FoldAxes *axes) {
  int64_t n = 1;
  for (int d = 0; d < a->ndim; d++)
    if (axes->reduced[d])
      n *= a->shape[d];
  return n;
}

Array *reduce_finish(Array *out, const FoldAxes *axes, bool keepdims) {
  if (!out)
    return NULL;
  if (!keepdims)
    fold_squeeze(out, axes);
  out->scalar = !out->ndim && out->family != FAMILY_TORCH;
  return out;
}

Array *reduce_fold(BinaryOp op, Array *a, DType dtype, const FoldAxes *axes) {
  Array *x = a->dtype == dtype ? array_ref(a) : array_as(a, dtype);
  Array *out = x ? fold_axes(op, x, axes) : NULL;
  array_unref(x);
  return out;
}

DType reduce_sum_dtype(DType t) {
  switch (t) {
  case DT_F16:
  case DT_BF16: return DT_F32;
  case DT_F32:
  case DT_F64: return t;
  default: return DT_I64;
  }
}

Array *reduce_sum(Array *a, const int64_t *axes, int count, bool keepdims) {
  FoldAxes f;
  Arg arg = {.tag = ARG_INTS, .count = count, .ints = axes};
  if (!reduce_axes(a, &arg, &f))
    return NULL;
  return reduce_finish(
      reduce_fold(BINARY_ADD, a, reduce_sum_dtype((DType)a->dtype), &f), &f,
      keepdims);
}

Array *reduce_to_shape(Array *a, const Array *like) {
  if (array_same_shape(a, like))
    return array_ref(a);
  int extra = a->ndim - like->ndim;
  FoldAxes added = {0}, all = {0};
  for (int d = 0; d < a->ndim; d++) {
    added.reduced[d] = d < extra;
    all.reduced[d] =
        d < extra || (like->shape[d - extra] == 1 && a->shape[d] != 1);
    all.count += all.reduced[d];
  }
  added.count = extra;
  Array *out =
      reduce_fold(BINARY_ADD, a, reduce_sum_dtype((DType)a->dtype), &all);
  if (out)
    fold_squeeze(out, &added);
  return out;
}

Array *reduce_spread(Array *dout, const Array *x, const FoldAxes *axes) {
  int64_t shape[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  Array *d = array_contiguous(dout);
  if (!d)
    return NULL;
  int64_t step = d->size;
  for (int i = 0; i < x->ndim; i++) {
    shape[i] = axes->reduced[i] ? 1 : x->shape[i];
    step = shape[i] ? step / shape[i] : 0;
    stride[i] = step;
  }
  Array *kept = array_view(d, x->ndim, shape, stride, d->data);
  Array *view = kept ? array_broadcast_to(kept, x->ndim, x->shape) : NULL;
  Array *out = view ? array_copy(view) : NULL;
  array_unref(view);
  array_unref(kept);
  array_unref(d);
  return out;
}
