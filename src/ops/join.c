/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several arrays into one, and one repeated. */
#include "base/err.h"
#include "base/mem.h"
#include "ops/calc.h"
#include "ops/reduce.h"
#include "ops/shape.h"

#include <inttypes.h>
#include <string.h>

static bool torch(const OpCall *call) {
  return call->family == FAMILY_TORCH;
}

/* The common dtype of the parts; DT_COUNT: there are none (an error). */
static DType common_dtype(const OpCall *call) {
  const Arg *parts = &call->arg[0];
  if (!parts->count) {
    if (torch(call))
      err_set(ERR_RuntimeError,
              "torch.%s(): expected a non-empty list of "
              "Tensors",
              call->name);
    else
      err_set(ERR_ValueError, "need at least one array to concatenate");
    return DT_COUNT;
  }
  DType t = (DType)parts->arrays[0]->dtype;
  for (int i = 1; i < parts->count; i++)
    t = torch(call) ? dtype_promote_torch(t, (DType)parts->arrays[i]->dtype)
                    : dtype_promote_numpy(t, (DType)parts->arrays[i]->dtype);
  return t;
}

static bool ndim_mismatch(const OpCall *call, const Array *a, int i) {
  int first = call->arg[0].arrays[0]->ndim;
  if (torch(call))
    return err_set(ERR_RuntimeError,
                   "Tensors must have same number of dimensions: got %d and "
                   "%d",
                   first, a->ndim);
  return err_set(ERR_ValueError,
                 "all the input arrays must have same number of dimensions, "
                 "but the array at index 0 has %d dimension(s) and the array "
                 "at index %d has %d dimension(s)",
                 first, i, a->ndim);
}

static bool size_mismatch(const OpCall *call, int i, int64_t axis, int d) {
  const Array *first = call->arg[0].arrays[0], *a = call->arg[0].arrays[i];
  if (torch(call))
    return err_set(ERR_RuntimeError,
                   "Sizes of tensors must match except in dimension %" PRId64
                   ". Expected size %" PRId64 " but got size %" PRId64
                   " for tensor number %d in the list.",
                   axis, first->shape[d], a->shape[d], i);
  return err_set(
      ERR_ValueError,
      "all the input array dimensions except for the concatenation axis "
      "must match exactly, but along dimension %d, the array at "
      "index 0 has size %" PRId64 " and the array at index %d has "
      "size %" PRId64,
      d, first->shape[d], i, a->shape[d]);
}

static bool check_parts(const OpCall *call, int64_t axis, int64_t *length) {
  const Array *first = call->arg[0].arrays[0];
  *length = 0;
  for (int i = 0; i < call->arg[0].count; i++) {
    const Array *a = call->arg[0].arrays[i];
    if (a->ndim != first->ndim)
      return ndim_mismatch(call, a, i);
    for (int d = 0; d < a->ndim; d++)
      if (d != axis && a->shape[d] != first->shape[d])
        return size_mismatch(call, i, axis, d);
    *length += a->shape[axis];
  }
  return true;
}

/* The kind that all parts share, if its axis is not the joined one. */
static Kind shared_kind(const OpCall *call, int64_t axis) {
  Kind k = call->arg[0].arrays[0]->kind;
  for (int i = 1; i < call->arg[0].count; i++)
    if (memcmp(&call->arg[0].arrays[i]->kind, &k, sizeof k))
      return (Kind){0};
  int last = call->arg[0].arrays[0]->ndim - 1;
  bool claim = (k.name == KIND_PROBS || k.name == KIND_LOGPROBS)
                   ? k.axis == axis
                   : k.name == KIND_ONEHOT && axis == last;
  return claim ? (Kind){0} : k;
}

/* A view of out where part number i goes: from `at` along the axis. */
static Array *window(Array *out, const Array *part, int64_t axis, int64_t at) {
  return array_view(out, out->ndim, part->shape, out->stride,
                    (char *)out->data + (size_t)(at * out->stride[axis]) *
                                            dtype_size((DType)out->dtype));
}

static Array *joined(const OpCall *call, int64_t axis) {
  const Arg *parts = &call->arg[0];
  DType t = common_dtype(call);
  int64_t shape[ARRAY_MAX_DIMS], length, at = 0;
  if (t == DT_COUNT)
    return NULL;
  Array *first = parts->arrays[0];
  if (!first->ndim)
    return torch(call)
               ? err_null(ERR_RuntimeError, "zero-dimensional tensor (at "
                                            "position 0) cannot be "
                                            "concatenated")
               : err_null(ERR_ValueError, "zero-dimensional arrays cannot be "
                                          "concatenated");
  if (!array_axis(first, &axis) || !check_parts(call, axis, &length))
    return NULL;
  memcpy(shape, first->shape, sizeof shape);
  shape[axis] = length;
  Array *out = array_new(call->family, t, first->ndim, shape);
  for (int i = 0; out && i < parts->count; i++) {
    Array *part = parts->arrays[i], *to = window(out, part, axis, at);
    bool ok = to && array_assign(to, part);
    array_unref(to);
    at += part->shape[axis];
    if (!ok) {
      array_unref(out);
      return NULL;
    }
  }
  if (out)
    out->kind = shared_kind(call, axis);
  return out;
}

static bool concatenate_forward(OpCall *call) {
  const Arg *axis = &call->arg[1];
  if (axis->tag == ARG_INT) {
    call->out = joined(call, axis->i);
    return call->out;
  }
  /* axis=None: everything in one row */
  Array *flat[64];
  int n = call->arg[0].count, made = 0;
  if (n > 64)
    return err_set(ERR_Unsupported, "xent does not join more than 64 arrays "
                                    "with axis=None");
  for (; made < n; made++)
    if (!(flat[made] =
              shape_reshape(call->arg[0].arrays[made], 1, (int64_t[]){-1})))
      break;
  OpCall inner = *call;
  inner.arg[0].arrays = flat;
  if (made == n)
    call->out = joined(&inner, 0);
  while (made)
    array_unref(flat[--made]);
  return call->out;
}

/* The stretch of dout that part number wrt became. Arguments of backward for
   rows over several arrays count the arrays. */
static Array *stretch(const Array *part, Array *dout, int64_t axis,
                      int64_t at) {
  Array *v = window(dout, part, axis, at);
  Array *out = v ? array_as(v, (DType)part->dtype) : NULL;
  if (out && (out == v || out->base)) {
    Array *own = array_copy(out);
    array_unref(out);
    out = own;
  }
  array_unref(v);
  return out;
}

static Array *concatenate_backward(const OpCall *call, int wrt, Array *dout) {
  const Arg *parts = &call->arg[0];
  int64_t axis = call->arg[1].tag == ARG_INT ? call->arg[1].i : 0, at = 0;
  if (!array_axis(parts->arrays[0], &axis))
    return NULL;
  for (int i = 0; i < wrt; i++)
    at += parts->arrays[i]->shape[axis];
  return stretch(parts->arrays[wrt], dout, axis, at);
}

/* Runs the join on parts that were given a new shape by `change`. */
typedef Array *Change(Array *part, const OpCall *call);

static bool join_changed(OpCall *call, Change *change, int64_t axis) {
  Array **parts = NULL;
  size_t cap = 0;
  int n = call->arg[0].count, made = 0;
  if (!mem_grow((void **)&parts, &cap, (size_t)n + 1, sizeof *parts))
    return false;
  for (; made < n; made++)
    if (!(parts[made] = change(call->arg[0].arrays[made], call)))
      break;
  OpCall inner = *call;
  inner.arg[0].arrays = parts;
  if (made == n)
    call->out = joined(&inner, axis);
  while (made)
    array_unref(parts[--made]);
  mem_free(parts);
  return call->out;
}

/* The axis of stack counts in the result. */
static bool stack_axis(const OpCall *call, int64_t *axis) {
  if (!call->arg[0].count)
    return torch(call)
               ? err_set(ERR_RuntimeError, "stack expects a non-empty "
                                           "TensorList")
               : err_set(ERR_ValueError, "need at least one array to stack");
  const Array *first = call->arg[0].arrays[0];
  Array grown = {.ndim = (uint8_t)(first->ndim + 1), .family = first->family};
  *axis = call->arg[1].i;
  return array_axis(&grown, axis);
}

static Array *with_axis(Array *part, const OpCall *call) {
  int64_t axis;
  return stack_axis(call, &axis) ? shape_expand(part, (int)axis) : NULL;
}

static bool stack_mismatch(const OpCall *call, int i) {
  const Array *first = call->arg[0].arrays[0], *a = call->arg[0].arrays[i];
  if (!torch(call))
    return err_set(ERR_ValueError, "all input arrays must have the same shape");
  Buf x = BUF_EMPTY, y = BUF_EMPTY;
  array_size_text(&x, first->ndim, first->shape);
  array_size_text(&y, a->ndim, a->shape);
  err_set(ERR_RuntimeError,
          "stack expects each tensor to be equal size, but got %s at entry 0 "
          "and %s at entry %d",
          buf_text(&x), buf_text(&y), i);
  buf_free(&x);
  buf_free(&y);
  return false;
}

static bool stack_forward(OpCall *call) {
  int64_t axis;
  if (!stack_axis(call, &axis))
    return false;
  for (int i = 1; i < call->arg[0].count; i++)
    if (!array_same_shape(call->arg[0].arrays[0], call->arg[0].arrays[i]))
      return stack_mismatch(call, i);
  return join_changed(call, with_axis, axis);
}

static Array *stack_backward(const OpCall *call, int wrt, Array *dout) {
  Array *part = call->arg[0].arrays[wrt];
  int64_t axis;
  if (!stack_axis(call, &axis))
    return NULL;
  Array *like = shape_expand(part, (int)axis);
  Array *piece = like ? stretch(like, dout, axis, wrt) : NULL;
  Array *view = piece ? shape_reshape(piece, part->ndim, part->shape) : NULL;
  Array *out = view ? array_copy(view) : NULL;
  array_unref(view);
  array_unref(piece);
  array_unref(like);
  return out;
}

/* vstack makes rows of vectors, hstack joins them, column_stack (np.c_) makes
   columns of them. */
static Array *as_row(Array *part, const OpCall *call) {
  (void)call;
  if (part->ndim >= 2)
    return array_ref(part);
  return part->ndim ? shape_expand(part, 0)
                    : shape_reshape(part, 2, (int64_t[]){1, 1});
}

static Array *as_vector(Array *part, const OpCall *call) {
  (void)call;
  return part->ndim ? array_ref(part) : shape_reshape(part, 1, (int64_t[]){1});
}

static Array *as_column(Array *part, const OpCall *call) {
  (void)call;
  if (part->ndim >= 2)
    return array_ref(part);
  return part->ndim ? shape_expand(part, 1)
                    : shape_reshape(part, 2, (int64_t[]){1, 1});
}

static bool vstack_forward(OpCall *call) {
  return join_changed(call, as_row, 0);
}

static bool hstack_forward(OpCall *call) {
  bool flat = call->arg[0].count && call->arg[0].arrays[0]->ndim <= 1;
  return join_changed(call, as_vector, flat ? 0 : 1);
}

static bool column_stack_forward(OpCall *call) {
  return join_changed(call, as_column, 1);
}

static Array *changed_backward(const OpCall *call, int wrt, Array *dout,
                               Change *change, int64_t axis) {
  Array *part = call->arg[0].arrays[wrt];
  int64_t at = 0;
  for (int i = 0; i < wrt; i++) {
    Array *before = change(call->arg[0].arrays[i], call);
    if (!before)
      return NULL;
    at += before->shape[axis];
    array_unref(before);
  }
  Array *like = change(part, call);
  Array *piece = like ? stretch(like, dout, axis, at) : NULL;
  Array *out = piece ? shape_reshape(piece, part->ndim, part->shape) : NULL;
  array_unref(piece);
  array_unref(like);
  return out;
}

static Array *vstack_backward(const OpCall *call, int wrt, Array *dout) {
  return changed_backward(call, wrt, dout, as_row, 0);
}

static Array *hstack_backward(const OpCall *call, int wrt, Array *dout) {
  return changed_backward(call, wrt, dout, as_vector,
                          call->arg[0].arrays[0]->ndim <= 1 ? 0 : 1);
}

static Array *column_stack_backward(const OpCall *call, int wrt, Array *dout) {
  return changed_backward(call, wrt, dout, as_column, 1);
}

/* How often element i is repeated. */
static int64_t times_of(const Arg *times, int64_t i) {
  return times->tag == ARG_INT ? times->i
                               : times->ints[times->count == 1 ? 0 : i];
}

static bool check_times(const Arg *times, int64_t n) {
  int64_t count = times->tag == ARG_INT ? 1 : times->count;
  if (count != 1 && count != n)
    return err_set(ERR_ValueError,
                   "operands could not be broadcast together with shape "
                   "(%" PRId64 ",) (%" PRId64 ",)",
                   n, count);
  for (int64_t i = 0; i < count; i++)
    if (times_of(times, i) < 0)
      return err_set(ERR_ValueError, "repeats may not contain negative "
                                     "values.");
  return true;
}

/* repeat(x, times, axis): each element several times in a row. */
static Array *repeated(Array *x, const Arg *times, int64_t axis,
                       Family family) {
  AxisLoop loop = array_axis_loop(x, (int)axis);
  int64_t shape[ARRAY_MAX_DIMS], length = 0;
  if (!check_times(times, loop.n))
    return NULL;
  for (int64_t i = 0; i < loop.n; i++)
    length += times_of(times, i);
  memcpy(shape, x->shape, sizeof shape);
  shape[axis] = length;
  Array *out = array_new(family, (DType)x->dtype, x->ndim, shape);
  size_t run = (size_t)loop.inner * dtype_size((DType)x->dtype);
  char *to = out ? out->data : NULL;
  for (int64_t o = 0; to && o < loop.outer; o++)
    for (int64_t i = 0; i < loop.n; i++)
      for (int64_t k = times_of(times, i); k > 0; k--, to += run)
        memcpy(to, (char *)x->data + (size_t)(o * loop.n + i) * run, run);
  return out;
}

static bool repeat_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  int64_t axis = 0;
  Array *c = calc_given(call, 2) ? array_contiguous(x)
                                 : shape_reshape(x, 1, (int64_t[]){-1});
  Array *packed = c ? array_contiguous(c) : NULL;
  bool ok = packed != NULL;
  if (ok && calc_given(call, 2)) {
    axis = call->arg[2].i;
    ok = array_axis(x, &axis);
  }
  if (ok)
    call->out = repeated(packed, &call->arg[1], axis, call->family);
  array_unref(packed);
  array_unref(c);
  return call->out;
}

/* Each x_i gets the sum over its copies. */
static Array *repeat_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[0].array;
  int64_t axis = calc_given(call, 2) ? call->arg[2].i : 0;
  (void)wrt;
  if (calc_given(call, 2) && !array_axis(x, &axis))
    return NULL;
  AxisLoop loop = calc_given(call, 2) ? array_axis_loop(x, (int)axis)
                                      : (AxisLoop){1, x->size, 1};
  Array *dx = array_zeros(call->family, (DType)x->dtype, x->ndim, x->shape);
  int64_t from = 0;
  for (int64_t k = 0; dx && k < loop.outer * loop.n; k++)
    for (int64_t t = times_of(&call->arg[1], k % loop.n); t > 0; t--)
      for (int64_t i = k * loop.inner; i < (k + 1) * loop.inner; i++)
        array_put(dx, i, array_get(dx, i) + array_get(dout, from++));
  return dx;
}

/* tile(x, times): the whole array several times along each axis. */
static bool tile_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  const Arg *arg = &call->arg[1];
  int n = arg->tag == ARG_INT ? 1 : arg->count;
  int ndim = x->ndim > n ? x->ndim : n;
  int64_t wide[2 * ARRAY_MAX_DIMS], shape[ARRAY_MAX_DIMS];
  int64_t stride[2 * ARRAY_MAX_DIMS];
  if (ndim * 2 > ARRAY_MAX_DIMS)
    return err_set(ERR_Unsupported,
                   "xent repeats arrays of at most %d dimensions",
                   ARRAY_MAX_DIMS / 2);
  if (torch(call) && n < x->ndim)
    return err_set(ERR_RuntimeError,
                   "Number of dimensions of repeat dims can not be smaller "
                   "than number of dimensions of tensor");
  for (int d = 0; d < ndim; d++) {
    int own = d - (ndim - x->ndim), given = d - (ndim - n);
    int64_t times = given < 0 ? 1 : times_of(arg, given);
    wide[2 * d] = times;
    wide[2 * d + 1] = own < 0 ? 1 : x->shape[own];
    stride[2 * d] = 0;
    stride[2 * d + 1] = own < 0 ? 0 : x->stride[own];
    shape[d] = wide[2 * d] * wide[2 * d + 1];
  }
  Array *view = array_view(x, 2 * ndim, wide, stride, x->data);
  Array *copy = view ? array_copy(view) : NULL;
  Array *out = copy ? shape_reshape(copy, ndim, shape) : NULL;
  array_unref(view);
  array_unref(copy);
  call->out = out;
  return out;
}

/* The sum over the tiles. */
static Array *tile_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[0].array;
  int64_t wide[2 * ARRAY_MAX_DIMS], axes[ARRAY_MAX_DIMS];
  (void)wrt;
  for (int d = 0; d < dout->ndim; d++) {
    int own = d - (dout->ndim - x->ndim);
    int64_t n = own < 0 ? 1 : x->shape[own];
    wide[2 * d] = n ? dout->shape[d] / n : 0;
    wide[2 * d + 1] = n;
    axes[d] = 2 * d;
  }
  if (!dout->ndim)
    return array_copy(dout);
  Array *tiles = shape_reshape(dout, 2 * dout->ndim, wide);
  Array *sum = tiles ? reduce_sum(tiles, axes, dout->ndim, false) : NULL;
  Array *out = sum ? shape_reshape(sum, x->ndim, x->shape) : NULL;
  array_unref(sum);
  array_unref(tiles);
  return out;
}

/* append(x, values, axis); without an axis both are flattened. */
static bool append_forward(OpCall *call) {
  Array *parts[2] = {call->arg[0].array, call->arg[1].array};
  OpCall inner = op_call(call->op, call->family);
  inner.arg[0] = (Arg){.tag = ARG_ARRAYS, .count = 2, .arrays = parts};
  inner.arg[1] = call->arg[2];
  bool ok = concatenate_forward(&inner);
  call->out = inner.out;
  return ok;
}

/* base with values in room of its own before position `at` of an axis. */
static bool insert_at(OpCall *call, Array *base, int64_t axis, int64_t at) {
  Array *values = call->arg[2].array;
  int64_t shape[ARRAY_MAX_DIMS], head[ARRAY_MAX_DIMS], tail[ARRAY_MAX_DIMS];
  memcpy(shape, base->shape, sizeof shape);
  memcpy(head, shape, sizeof shape);
  memcpy(tail, shape, sizeof shape);
  shape[axis] = base->ndim == 1 ? values->size : 1;
  head[axis] = at;
  tail[axis] -= at;
  Array *room = array_new(call->family, (DType)base->dtype, base->ndim, shape);
  Array *parts[3] = {
      array_view(base, base->ndim, head, base->stride, base->data), room,
      array_view(base, base->ndim, tail, base->stride,
                 (char *)base->data + (size_t)(at * base->stride[axis]) *
                                          dtype_size((DType)base->dtype))};
  OpCall inner = op_call(call->op, call->family);
  inner.arg[0] = (Arg){.tag = ARG_ARRAYS, .count = 3, .arrays = parts};
  if (parts[0] && room && parts[2] && array_assign(room, values))
    call->out = joined(&inner, axis);
  for (int i = 0; i < 3; i++)
    array_unref(parts[i]);
  return call->out;
}

/* insert(x, at, values, axis); without an axis x is flattened. */
static bool insert_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  bool flat = !calc_given(call, 3);
  int64_t axis = flat ? 0 : call->arg[3].i, at = call->arg[1].i;
  Array *base = flat ? shape_reshape(x, 1, (int64_t[]){-1}) : array_ref(x);
  bool ok = base && array_axis(base, &axis);
  int64_t n = ok && base->ndim ? base->shape[axis] : 0;
  if (ok && (at < -n || at > n))
    ok = err_set(ERR_IndexError,
                 "index %" PRId64 " is out of bounds for axis %" PRId64
                 " with size %" PRId64,
                 at, axis, n);
  ok = ok && insert_at(call, base, axis, at < 0 ? at + n : at);
  array_unref(base);
  return ok;
}

const Op join_ops[] = {
    {.name = "concatenate",
     .params = "parts:arrays axis:int=0",
     .spell = {{"np.concatenate", "arrays:parts axis"},
               {"torch.cat torch.concat torch.concatenate",
                "tensors:parts dim:axis"}},
     .forward = concatenate_forward,
     .backward = concatenate_backward,
     .grad_fn = "Cat",
     .formula = "the parts one after the other along an axis",
     .help = "joins arrays along an axis that they have",
     .example = "np.concatenate([[1, 2], [3]])",
     .result = "array([1, 2, 3])"},
    {.name = "stack",
     .params = "parts:arrays axis:int=0",
     .spell = {{"np.stack", "arrays:parts axis"},
               {"torch.stack", "tensors:parts dim:axis"}},
     .forward = stack_forward,
     .backward = stack_backward,
     .grad_fn = "Stack",
     .formula = "the parts along a new axis",
     .help = "joins arrays of one shape along a new axis",
     .example = "np.stack([[1, 2], [3, 4]])",
     .result = "array([[1, 2],\n       [3, 4]])"},
    {.name = "vstack",
     .params = "parts:arrays",
     .spell = {{"np.vstack np.row_stack", "tup:parts"},
               {"torch.vstack", "tensors:parts"}},
     .forward = vstack_forward,
     .backward = vstack_backward,
     .grad_fn = "Cat",
     .formula = "the parts as rows, one below the other",
     .help = "joins rows one below the other",
     .example = "np.vstack([[1, 2], [3, 4]])",
     .result = "array([[1, 2],\n       [3, 4]])"},
    {.name = "hstack",
     .params = "parts:arrays",
     .spell = {{"np.hstack", "tup:parts"}, {"torch.hstack", "tensors:parts"}},
     .forward = hstack_forward,
     .backward = hstack_backward,
     .grad_fn = "Cat",
     .formula = "the parts side by side",
     .help = "joins side by side; vectors one after the other (np.r_)",
     .example = "np.hstack([[1, 2], [3]])",
     .result = "array([1, 2, 3])"},
    {.name = "column_stack",
     .params = "parts:arrays",
     .spell = {{"np.column_stack", "tup:parts"},
               {"torch.column_stack", "tensors:parts"}},
     .forward = column_stack_forward,
     .backward = column_stack_backward,
     .grad_fn = "Cat",
     .formula = "the parts as columns",
     .help = "joins columns side by side (np.c_)",
     .example = "np.column_stack([[1, 2], [3, 4]])",
     .result = "array([[1, 3],\n       [2, 4]])"},
    {.name = "repeat",
     .params = "x:array times:ints axis:int?",
     .spell = {{"np.repeat", "a:x repeats:times axis"},
               {"ndarray.repeat", "self:x repeats:times axis"},
               {"_row.repeat_interleave", "input:x repeats:times dim:axis"}},
     .forward = repeat_forward,
     .backward = repeat_backward,
     .grad_fn = "IndexSelect",
     .formula = "each x_i several times in a row",
     .help = "each element several times in a row",
     .example = "np.repeat([1, 2], 2)",
     .result = "array([1, 1, 2, 2])"},
    {.name = "tile",
     .params = "x:array times:ints",
     .spell = {{"np.tile", "A:x reps:times"},
               {"Tensor.repeat", "self:x repeats:times"},
               {"torch.tile", "input:x dims:times"}},
     .forward = tile_forward,
     .backward = tile_backward,
     .grad_fn = "Repeat",
     .formula = "the whole of x several times",
     .help = "the whole array several times, like tiles on a wall",
     .example = "np.tile([1, 2], 2)",
     .result = "array([1, 2, 1, 2])"},
    {.name = "append",
     .params = "x:array values:array axis:int?",
     .spell = {{"np.append", "arr:x values axis"}},
     .forward = append_forward,
     .formula = "x, then the values",
     .help = "values after an array, in a new array",
     .example = "np.append([1, 2], 3)",
     .result = "array([1, 2, 3])"},
    {.name = "insert",
     .params = "x:array at:int values:array axis:int?",
     .spell = {{"np.insert", "arr:x obj:at values axis"}},
     .forward = insert_forward,
     .formula = "the values before position `at`",
     .help = "values before a position: a column of ones for the bias",
     .example = "np.insert([[2], [3]], 0, 1, axis=1)",
     .result = "array([[1, 2],\n       [1, 3]])"},
    {0}};
