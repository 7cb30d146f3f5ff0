/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/pick.h"

#include "base/err.h"
#include "num/walk.h"
#include "ops/calc.h"
#include "ops/index.h"

#include <inttypes.h>
#include <string.h>

static bool index_forward(OpCall *call) {
  Index items[INDEX_MAX];
  int n = index_read(call, items);
  call->out = index_get(call->arg[0].array, items, n);
  return call->out;
}

static Array *zeros_like(const Array *x) {
  return array_zeros((Family)x->family, (DType)x->dtype, x->ndim, x->shape);
}

static Array *index_backward(const OpCall *call, int wrt, Array *dout) {
  Index items[INDEX_MAX];
  int n = index_read(call, items);
  Array *dx = zeros_like(call->arg[0].array);
  (void)wrt;
  if (dx && index_add(dx, items, n, dout))
    return dx;
  array_unref(dx);
  return NULL;
}

/* take(x, indices, axis): rows (or what axis names) in a new order. */
static int take_items(const OpCall *call, Array *x, int64_t axis,
                      Index *items) {
  for (int d = 0; d < axis; d++)
    items[d] = (Index){.tag = INDEX_SLICE};
  items[axis] = (Index){.tag = INDEX_ARRAY, .array = call->arg[1].array};
  (void)x;
  return (int)axis + 1;
}

/* The array that take reads: flat when there is no axis. */
static Array *take_source(const OpCall *call, int64_t *axis) {
  Array *x = call->arg[0].array;
  *axis = 0;
  if (calc_given(call, 2)) {
    *axis = call->arg[2].i;
    return array_axis(x, axis) ? array_ref(x) : NULL;
  }
  Array *c = array_contiguous(x);
  Array *flat = c ? array_view(c, 1, &c->size, (int64_t[]){1}, c->data) : NULL;
  array_unref(c);
  return flat;
}

/* index_select counts from the front only. */
static bool check_selection(const OpCall *call, const Array *x, int64_t axis) {
  const Array *at = call->arg[1].array;
  for (int64_t i = 0; i < at->size; i++)
    if (array_get_int(at, i) < 0 || array_get_int(at, i) >= x->shape[axis])
      return err_set(ERR_IndexError, "index out of range in self");
  return true;
}

static bool take_forward(OpCall *call) {
  int64_t axis;
  Index items[ARRAY_MAX_DIMS];
  Array *x = take_source(call, &axis);
  if (!calc_given(call, 2))
    call->grad_fn = "Take";
  bool selects = !strcmp(call->name, "index_select");
  if (x && (!selects || !x->ndim || check_selection(call, x, axis)))
    call->out = index_get(x, items, take_items(call, x, axis, items));
  array_unref(x);
  return call->out;
}

static Array *take_backward(const OpCall *call, int wrt, Array *dout) {
  int64_t axis;
  Index items[ARRAY_MAX_DIMS];
  Array *dx = zeros_like(call->arg[0].array);
  (void)wrt;
  if (!dx)
    return NULL;
  OpCall on_dx = *call;
  on_dx.arg[0].array = dx;
  Array *x = take_source(&on_dx, &axis);
  bool ok = x && index_add(x, items, take_items(call, x, axis, items), dout);
  array_unref(x);
  if (ok)
    return dx;
  array_unref(dx);
  return NULL;
}

static bool along_mismatch(const OpCall *call, const Array *x,
                           const Array *at) {
  if (call->family != FAMILY_TORCH)
    return err_set(ERR_ValueError,
                   "`indices` and `arr` must have the same number of "
                   "dimensions");
  (void)x, (void)at;
  return err_set(ERR_RuntimeError,
                 "Index tensor must have the same number of dimensions as "
                 "input tensor");
}

/* Checks gather's arguments (x, axis, at) and makes the axis non-negative. */
static bool along_check(const OpCall *call, const Array *x, const Array *at,
                        int64_t *axis) {
  if (!array_axis(x, axis))
    return false;
  if (x->ndim != at->ndim && !(x->ndim <= 1 && at->ndim <= 1))
    return along_mismatch(call, x, at);
  for (int d = 0; d < x->ndim && d < at->ndim; d++)
    if (d != *axis && at->shape[d] > x->shape[d])
      return err_set(call->family == FAMILY_TORCH ? ERR_RuntimeError
                                                  : ERR_IndexError,
                     "Size does not match at dimension %d: the indices have "
                     "%" PRId64 ", the array has %" PRId64,
                     d, at->shape[d], x->shape[d]);
  return true;
}

/* Calls visit(context, flat index into x, flat index of at) for each element
   of at: x's element with the axis' coordinate replaced. */
typedef bool Visit(void *context, int64_t in_x, int64_t k);

static bool along_each(const Array *x, const Array *at, int64_t axis,
                       Visit *visit, void *context) {
  int64_t n = x->ndim ? x->shape[axis] : 1;
  for (int64_t k = 0; k < at->size; k++) {
    int64_t i = array_get_int(at, k), rest = k, flat = 0, step = 1;
    if (x->family != FAMILY_TORCH && i < 0)
      i += n;
    if (i < 0 || i >= n)
      return err_set(x->family == FAMILY_TORCH ? ERR_RuntimeError
                                               : ERR_IndexError,
                     "index %" PRId64 " is out of bounds for %s %" PRId64
                     " with size %" PRId64,
                     array_get_int(at, k),
                     x->family == FAMILY_TORCH ? "dimension" : "axis", axis, n);
    for (int d = x->ndim - 1; d >= 0; d--) {
      int64_t own = d < at->ndim ? at->shape[d] : 1;
      flat += (d == axis ? i : rest % own) * step;
      rest /= own;
      step *= x->shape[d];
    }
    if (!visit(context, flat, k))
      return false;
  }
  return true;
}

typedef struct Pair {
  Array *to, *from;
  BinaryOp op; /* of scatter_; BINARY_COUNT: replace */
} Pair;

static void copy_element(Array *to, int64_t i, const Array *from, int64_t k) {
  if (dtype_is_float((DType)from->dtype))
    array_put(to, i, array_get(from, k));
  else
    array_put_int(to, i, array_get_int(from, k));
}

static bool gather_visit(void *context, int64_t in_x, int64_t k) {
  Pair *p = context;
  copy_element(p->to, k, p->from, in_x);
  return true;
}

static bool add_visit(void *context, int64_t in_x, int64_t k) {
  Pair *p = context;
  array_put(p->to, in_x, array_get(p->to, in_x) + array_get(p->from, k));
  return true;
}

/* arg: x, axis, at */
static bool gather_forward(OpCall *call) {
  Array *x = call->arg[0].array, *at = call->arg[2].array;
  int64_t axis = call->arg[1].i;
  if (!along_check(call, x, at, &axis))
    return false;
  Array *out = array_new(call->family, (DType)x->dtype, at->ndim, at->shape);
  Pair pair = {.to = out, .from = x};
  if (out && along_each(x, at, axis, gather_visit, &pair)) {
    call->out = out;
    return true;
  }
  array_unref(out);
  return false;
}

static Array *gather_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[0].array;
  int64_t axis = call->arg[1].i;
  Array *dx = zeros_like(x);
  Pair pair = {.to = dx, .from = dout};
  (void)wrt;
  if (dx && array_axis(x, &axis) &&
      along_each(x, call->arg[2].array, axis, add_visit, &pair))
    return dx;
  array_unref(dx);
  return NULL;
}

/* scatter_(dim, index, src or value): arg x, axis, at, value */
static bool scatter_visit(void *context, int64_t in_x, int64_t k) {
  Pair *p = context;
  copy_element(p->to, in_x, p->from, p->from->ndim ? k : 0);
  return true;
}

/* Torch's rules for a source that is a tensor. */
static bool check_source(const Array *x, const Array *at, const Array *value) {
  if (value->dtype != x->dtype)
    return err_set(ERR_RuntimeError,
                   "scatter(): Expected self.dtype to be equal to src.dtype");
  if (value->ndim != at->ndim)
    return err_set(ERR_RuntimeError, "Index tensor must have the same number "
                                     "of dimensions as src tensor");
  for (int d = 0; d < at->ndim; d++)
    if (at->shape[d] > value->shape[d])
      return err_set(ERR_RuntimeError, "Expected index to be smaller than src "
                                       "in every dimension");
  return true;
}

/* The part of `value` that the places take: a view in their shape; a number
   stays one. */
static Array *source_part(const Array *at, Array *value) {
  return value->ndim ? array_view(value, at->ndim, at->shape, value->stride,
                                  value->data)
                     : array_ref(value);
}

static bool scatter_into(OpCall *call, Array *x, Visit *visit) {
  Array *at = call->arg[2].array, *value = call->arg[3].array;
  int64_t axis = call->arg[1].i;
  if (!along_check(call, x, at, &axis) ||
      (value->ndim && !check_source(x, at, value)))
    return false;
  Array *from = source_part(at, value);
  Pair pair = {.to = x, .from = from};
  bool ok = from && along_each(x, at, axis, visit, &pair);
  array_unref(from);
  if (!ok)
    return false;
  x->kind = (Kind){0};
  call->out = array_ref(x);
  return true;
}

static bool scatter_in_place(OpCall *call) {
  return scatter_into(call, call->arg[0].array, scatter_visit);
}

static bool scatter_add_in_place(OpCall *call) {
  return scatter_into(call, call->arg[0].array, add_visit);
}

static bool scatter_forward(OpCall *call) {
  Array *copy = array_copy(call->arg[0].array);
  bool ok = copy && scatter_into(call, copy, scatter_visit);
  array_unref(copy);
  return ok;
}

static bool scatter_add_forward(OpCall *call) {
  Array *copy = array_copy(call->arg[0].array);
  bool ok = copy && scatter_into(call, copy, add_visit);
  array_unref(copy);
  return ok;
}

static bool zero_visit(void *context, int64_t in_x, int64_t k) {
  (void)k;
  array_put(context, in_x, 0);
  return true;
}

/* What was not written over, or the gradient where the value went. */
static Array *scatter_gradient(const OpCall *call, int wrt, Array *dout,
                               bool adds) {
  Array *at = call->arg[2].array, *value = call->arg[3].array;
  int64_t axis = call->arg[1].i;
  if (wrt != 0 && wrt != 3)
    return err_null(ERR_RuntimeError, "places have no gradient");
  if (!along_check(call, dout, at, &axis))
    return NULL;
  if (!wrt) {
    Array *dx = array_copy(dout);
    if (dx && !adds && !along_each(dx, at, axis, zero_visit, dx)) {
      array_unref(dx);
      return NULL;
    }
    return dx;
  }
  OpCall gather = op_call(call->op, call->family);
  gather.arg[0] = op_array(dout);
  gather.arg[1] = call->arg[1];
  gather.arg[2] = call->arg[2];
  if (!gather_forward(&gather))
    return NULL;
  if (!value->ndim)
    return calc_fit(gather.out, value);
  Array *g = zeros_like(value), *part = g ? source_part(at, g) : NULL;
  bool ok = part && array_assign(part, gather.out);
  array_unref(part);
  array_unref(gather.out);
  if (ok)
    return g;
  array_unref(g);
  return NULL;
}

static Array *scatter_backward(const OpCall *call, int wrt, Array *dout) {
  return scatter_gradient(call, wrt, dout, false);
}

static Array *scatter_add_backward(const OpCall *call, int wrt, Array *dout) {
  return scatter_gradient(call, wrt, dout, true);
}

/* where(mask, x, y) */
static void choose(Array *out, const Array *mask, const Array *x,
                   const Array *y) {
  size_t size = dtype_size((DType)out->dtype);
  Walk w;
  walk_begin(&w, out->ndim, out->shape, 4, (const Array *[]){out, mask, x, y});
  do
    for (int64_t i = 0; i < w.n; i++) {
      int side = w.at[1][i * w.step[1]] ? 2 : 3;
      memcpy(w.at[0] + i * w.step[0], w.at[side] + i * w.step[side], size);
    }
  while (walk_next(&w));
}

static Array *where_three(const OpCall *call, Array *mask) {
  Operand x = calc_operand(call, 1), y = calc_operand(call, 2);
  DType t = elementwise_common(x, y, call->family);
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  Array both = {.family = (uint8_t)call->family};
  if (!array_broadcast_shape(x.a, y.a, &ndim, shape))
    return NULL;
  both.ndim = (uint8_t)ndim;
  memcpy(both.shape, shape, sizeof shape);
  if (!array_broadcast_shape(mask, &both, &ndim, shape))
    return NULL;
  Array *a = array_as(x.a, t), *b = array_as(y.a, t), *out = NULL;
  if (a && b)
    out = array_new(call->family, t, ndim, shape);
  if (out)
    choose(out, mask, a, b);
  array_unref(a);
  array_unref(b);
  return out;
}

static bool where_forward(OpCall *call) {
  if (calc_given(call, 1) != calc_given(call, 2))
    return err_set(ERR_ValueError,
                   "either both or neither of x and y should be given");
  if (!calc_given(call, 1))
    return err_set(ERR_Unsupported,
                   "xent does not support where() with one argument");
  Array *mask = array_as(call->arg[0].array, DT_BOOL);
  call->out = mask ? where_three(call, mask) : NULL;
  array_unref(mask);
  return call->out;
}

static Array *where_backward(const OpCall *call, int wrt, Array *dout) {
  Array *mask = array_as(call->arg[0].array, DT_BOOL);
  if (!wrt) {
    array_unref(mask);
    return err_null(ERR_RuntimeError, "a condition has no gradient");
  }
  if (wrt == 2)
    mask = calc_unary(UNARY_LOGICAL_NOT, mask);
  return calc_fit(calc_mask(calc_keep(dout), mask), call->arg[wrt].array);
}

/* masked_fill(x, mask, value) */
static bool masked_fill_into(OpCall *call, Array *x) {
  Index item = {.tag = INDEX_ARRAY, .array = call->arg[1].array};
  Array *wide = array_broadcast_to(call->arg[1].array, x->ndim, x->shape);
  Array *mask = wide ? array_as(wide, DT_BOOL) : NULL;
  item.array = mask;
  bool ok = mask && index_set(x, &item, 1, call->arg[2].array);
  array_unref(mask);
  array_unref(wide);
  if (ok)
    call->out = array_ref(x);
  return ok;
}

static bool masked_fill_forward(OpCall *call) {
  Array *copy = array_copy(call->arg[0].array);
  bool ok = copy && masked_fill_into(call, copy);
  array_unref(copy);
  return ok;
}

static bool masked_fill_in_place(OpCall *call) {
  return masked_fill_into(call, call->arg[0].array);
}

static Array *masked_fill_backward(const OpCall *call, int wrt, Array *dout) {
  Array *mask = array_as(call->arg[1].array, DT_BOOL);
  if (wrt == 1) {
    array_unref(mask);
    return err_null(ERR_RuntimeError, "a mask has no gradient");
  }
  if (!wrt)
    mask = calc_unary(UNARY_LOGICAL_NOT, mask);
  return calc_fit(calc_mask(calc_keep(dout), mask), call->arg[wrt].array);
}

static int64_t count_true(const Array *x) {
  int64_t n = 0;
  for (int64_t i = 0; i < x->size; i++)
    n += array_get(x, i) != 0;
  return n;
}

/* One row of coordinates for each element that is not zero. */
static Array *places(Array *x, Family family) {
  int64_t shape[2] = {count_true(x), x->ndim};
  Array *out = array_new(family, DT_I64, 2, shape);
  int64_t *p = out ? out->data : NULL;
  for (int64_t i = 0; p && i < x->size; i++) {
    if (array_get(x, i) == 0)
      continue;
    int64_t rest = i;
    for (int d = x->ndim - 1; d >= 0; d--) {
      p[d] = rest % x->shape[d];
      rest /= x->shape[d];
    }
    p += x->ndim;
  }
  return out;
}

bool pick_nonzero(Array *x, Array *out[ARRAY_MAX_DIMS]) {
  Array *rows = places(x, (Family)x->family);
  bool ok = rows;
  for (int d = 0; d < x->ndim; d++) {
    Array *column = NULL;
    if (ok)
      column = array_view(rows, 1, rows->shape, rows->stride,
                          (int64_t *)rows->data + d);
    out[d] = column ? array_copy(column) : NULL;
    ok = ok && out[d];
    array_unref(column);
  }
  array_unref(rows);
  for (int d = 0; !ok && d < x->ndim; d++) {
    array_unref(out[d]);
    out[d] = NULL;
  }
  return ok;
}

static bool argwhere_forward(OpCall *call) {
  call->out = places(call->arg[0].array, call->family);
  return call->out;
}

static bool masked_select_forward(OpCall *call) {
  Array *mask = array_as(call->arg[1].array, DT_BOOL);
  Index item = {.tag = INDEX_ARRAY, .array = mask};
  call->out = mask ? index_get(call->arg[0].array, &item, 1) : NULL;
  array_unref(mask);
  return call->out;
}

static Array *masked_select_backward(const OpCall *call, int wrt, Array *dout) {
  Array *mask = array_as(call->arg[1].array, DT_BOOL);
  Array *dx = mask ? zeros_like(call->arg[0].array) : NULL;
  Index item = {.tag = INDEX_ARRAY, .array = mask};
  (void)wrt;
  bool ok = dx && index_add(dx, &item, 1, dout);
  array_unref(mask);
  if (ok)
    return dx;
  array_unref(dx);
  return NULL;
}

static bool fill_in_place(OpCall *call) {
  Array *x = call->arg[0].array;
  if (!array_assign(x, call->arg[1].array))
    return false;
  if (!strcmp(call->name, "copy_"))
    call->grad_fn = "=CopyBackwards";
  else if (!call->arg[1].was_list)
    call->grad_fn = "FillBackward1";
  x->kind = (Kind){0};
  call->out = array_ref(x);
  return true;
}

static bool zero_in_place(OpCall *call) {
  Array *zero = array_scalar(call->family, DT_F64, 0);
  call->arg[1] = op_array(zero);
  call->arg[1].was_list = true;
  bool ok = zero && fill_in_place(call);
  call->arg[1] = (Arg){0};
  array_unref(zero);
  return ok;
}

#define READ(row, names, doc, run, prints)                                     \
  {                                                                            \
    .name = row, .params = "x:array items:ints arrays:arrays",                 \
    .forward = index_forward, .backward = index_backward, .grad_fn = names,    \
    .formula = "out = x[...]", .help = doc, .example = run, .result = prints,  \
    .flags = OP_VIEW                                                           \
  }

const Op pick_ops[] = {
    READ("select", "Select", "x[i]: one row or element.",
         "np.array([3, 1, 2])[1]", "1"),
    READ("slice", "Slice", "x[a:b:c]: a stretch, as a view.",
         "np.array([3, 1, 2])[1:]", "array([1, 2])"),
    READ("index", "Index", "x[rows, columns] or x[mask]: a copy.",
         "np.array([3, 1, 2])[[2, 0]]", "array([2, 3])"),
    {.name = "take",
     .params = "x:array indices:array axis:int?",
     .spell = {{"np.take", "a:x indices axis"},
               {"ndarray.take", "self:x indices axis"},
               {"torch.index_select", "input:x dim:axis index:indices"},
               {"Tensor.index_select", "self:x dim:axis index:indices"},
               {"torch.take", "input:x index:indices"}},
     .forward = take_forward,
     .backward = take_backward,
     .saved = "indices",
     .grad_fn = "IndexSelect",
     .formula = "out_i = x_(indices_i)",
     .help = "elements (or rows along an axis) by their places",
     .example = "np.take([10, 20, 30], [2, 0])",
     .result = "array([30, 10])"},
    {.name = "gather",
     .params = "x:array axis:int at:array",
     .spell = {{"np.take_along_axis", "arr:x indices:at axis"},
               {"torch.gather", "input:x dim:axis index:at"},
               {"torch.take_along_dim", "input:x indices:at dim:axis"},
               {"Tensor.gather", "self:x dim:axis index:at"}},
     .forward = gather_forward,
     .backward = gather_backward,
     .saved = "at",
     .grad_fn = "Gather",
     .formula = "out_ij = x_i(at_ij) along axis 1",
     .help = "one element per place: the log-probability of each label",
     .example = "np.take_along_axis(np.array([[1, 2], [3, 4]]), "
                "np.array([[1], [0]]), 1)",
     .result = "array([[2],\n       [3]])"},
    {.name = "scatter",
     .params = "x:array axis:int at:array value:array",
     .spell = {{"torch.scatter", "input:x dim:axis index:at src:value"},
               {"Tensor.scatter", "self:x dim:axis index:at src:value"}},
     .forward = scatter_forward,
     .backward = scatter_backward,
     .saved = "at",
     .grad_fn = "Scatter",
     .formula = "out_i(at_ij) = value_ij along axis 1",
     .help = "a copy of x with values put at places",
     .example = "torch.zeros(1, 3).scatter(1, torch.tensor([[2]]), 1.0)",
     .result = "tensor([[0., 0., 1.]])"},
    {.name = "scatter_",
     .params = "x:array axis:int at:array value:array",
     .spell = {{"Tensor.scatter_", "self:x dim:axis index:at src:value"}},
     .forward = scatter_in_place,
     .formula = "x_i(at_ij) = value_ij along axis 1",
     .help = "puts values at places: one-hot rows from labels",
     .example = "torch.zeros(2, 3).scatter_(1, torch.tensor([[2], [0]]), 1)",
     .result = "tensor([[0., 0., 1.],\n        [1., 0., 0.]])",
     .flags = OP_IN_PLACE},
    {.name = "scatter_add",
     .params = "x:array axis:int at:array value:array",
     .forward = scatter_add_forward,
     .backward = scatter_add_backward,
     .saved = "at",
     .grad_fn = "ScatterAdd",
     .formula = "out_i(at_ij) = x_i(at_ij) + value_ij along axis 1",
     .help = "a copy of x with values added at places",
     .example = "torch.zeros(2).scatter_add(0, torch.tensor([1, 1]), "
                "torch.tensor([1., 2.]))",
     .result = "tensor([0., 3.])"},
    {.name = "scatter_add_",
     .params = "x:array axis:int at:array value:array",
     .spell = {{"Tensor.scatter_add_", "self:x dim:axis index:at src:value"}},
     .forward = scatter_add_in_place,
     .formula = "x_i(at_ij) += value_ij along axis 1",
     .help = "adds values at places",
     .example = "torch.zeros(2).scatter_add_(0, torch.tensor([1, 1]), "
                "torch.tensor([1., 2.]))",
     .result = "tensor([0., 3.])",
     .flags = OP_IN_PLACE},
    {.name = "where",
     .params = "condition:array x:array? y:array?",
     .spell = {{"np.where", "condition x y"},
               {"_row.where", "condition input:x other:y"},
               {"where", "condition x y"}},
     .forward = where_forward,
     .backward = where_backward,
     .saved = "condition",
     .grad_fn = "Where",
     .formula = "out_i = x_i if condition_i else y_i",
     .help = "chooses between two, element by element",
     .example = "np.where(np.array([True, False]), 1, -1)",
     .result = "array([ 1, -1])"},
    {.name = "masked_fill",
     .params = "x:array mask:array value:array",
     .spell = {{"torch.masked_fill", "input:x mask value"},
               {"Tensor.masked_fill", "self:x mask value"}},
     .forward = masked_fill_forward,
     .backward = masked_fill_backward,
     .saved = "mask",
     .grad_fn = "MaskedFill",
     .formula = "out_i = value if mask_i else x_i",
     .help = "a copy with one value where the mask is true",
     .example = "torch.tensor([1., 2.]).masked_fill(torch.tensor([True, "
                "False]), 0)",
     .result = "tensor([0., 2.])"},
    {.name = "masked_fill_",
     .params = "x:array mask:array value:array",
     .spell = {{"Tensor.masked_fill_", "self:x mask value"}},
     .forward = masked_fill_in_place,
     .help = "writes one value where the mask is true",
     .example = "torch.tensor([1., 2.]).masked_fill_(torch.tensor([True, "
                "False]), 0)",
     .result = "tensor([0., 2.])",
     .flags = OP_IN_PLACE},
    {.name = "masked_select",
     .params = "x:array mask:array",
     .spell = {{"torch.masked_select", "input:x mask"},
               {"Tensor.masked_select", "self:x mask"}},
     .forward = masked_select_forward,
     .backward = masked_select_backward,
     .saved = "mask",
     .grad_fn = "MaskedSelect",
     .formula = "out = x[mask]",
     .help = "what stands where the mask is true, in a row",
     .example = "torch.masked_select(torch.tensor([1, 2]), "
                "torch.tensor([False, True]))",
     .result = "tensor([2])"},
    {.name = "argwhere",
     .params = "x:array",
     .spell = {{"np.argwhere", "a:x"},
               {"torch.argwhere", "input:x"},
               {"Tensor.argwhere", "self:x"}},
     .forward = argwhere_forward,
     .formula = "out = one row of places for each x_i that is not 0",
     .help = "where elements are not zero (or true), one row each",
     .example = "np.argwhere([0, 5, 7])",
     .result = "array([[1],\n       [2]])"},
    {.name = "fill_",
     .params = "x:array value:array",
     .spell = {{"Tensor.fill_", "self:x value"},
               {"ndarray.fill", "self:x value"},
               {"Tensor.copy_", "self:x src:value"}},
     .forward = fill_in_place,
     .help = "writes a value (or an array of values) into x",
     .example = "torch.zeros(2).fill_(3)",
     .result = "tensor([3., 3.])",
     .flags = OP_IN_PLACE},
    {.name = "zero_",
     .params = "x:array",
     .spell = {{"Tensor.zero_", "self:x"}},
     .forward = zero_in_place,
     .help = "sets every element to 0: w.grad.zero_()",
     .example = "torch.ones(2).zero_()",
     .result = "tensor([0., 0.])",
     .flags = OP_IN_PLACE},
    {0}};
