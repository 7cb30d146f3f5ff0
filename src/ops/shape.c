/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/shape.h"

#include "base/err.h"
#include "ops/calc.h"

#include <inttypes.h>
#include <string.h>

static bool torch(const Array *a) {
  return a->family == FAMILY_TORCH;
}

static Array *x_of(const OpCall *call) {
  return call->arg[0].array;
}

/* The shape that was asked for as NumPy's error shows it: a -1 in front is
   left out, others are "newaxis". */
static void asked_text(Buf *b, int ndim, const int64_t *shape) {
  int d = 0;
  while (d < ndim && shape[d] < 0)
    d++;
  buf_char(b, '(');
  for (int first = d; d < ndim; d++) {
    buf_str(b, d > first ? "," : "");
    if (shape[d] < 0)
      buf_str(b, "newaxis");
    else
      buf_int(b, shape[d]);
  }
  buf_str(b, ndim == 1 && shape[0] >= 0 ? ",)" : ")");
}

static void *bad_size(const Array *a, int ndim, const int64_t *shape) {
  Buf b = BUF_EMPTY;
  if (torch(a)) {
    array_size_text(&b, ndim, shape);
    err_set(ERR_RuntimeError,
            "shape '%s' is invalid for input of size %" PRId64, buf_text(&b),
            a->size);
  } else {
    asked_text(&b, ndim, shape);
    err_set(ERR_ValueError,
            "cannot reshape array of size %" PRId64 " into shape %s", a->size,
            buf_text(&b));
  }
  buf_free(&b);
  return NULL;
}

/* Fills in the -1 of a shape. */
static bool resolve(const Array *a, int ndim, const int64_t *shape,
                    int64_t *out) {
  int unknown = -1;
  int64_t known = 1, step = 1;
  bool huge = false;
  if (ndim > ARRAY_MAX_DIMS)
    return err_set(ERR_ValueError,
                   "maximum supported dimension for an ndarray is %d, found "
                   "%d",
                   ARRAY_MAX_DIMS, ndim);
  for (int d = 0; d < ndim; d++) {
    out[d] = shape[d];
    if (shape[d] > 0)
      huge |= __builtin_mul_overflow(step, shape[d], &step);
    else if (!shape[d])
      known = 0;
    else if (unknown >= 0)
      return torch(a) ? err_set(ERR_RuntimeError,
                                "only one dimension can be inferred")
                      : err_set(ERR_ValueError,
                                "can only specify one unknown dimension");
    else
      unknown = d;
  }
  if (huge)
    return bad_size(a, ndim, shape);
  known *= step;
  if (unknown >= 0 && known && a->size % known == 0)
    out[unknown] = a->size / known, known *= out[unknown];
  else if (unknown >= 0)
    return bad_size(a, ndim, shape);
  return known == a->size || bad_size(a, ndim, shape);
}

/* Strides that show a's elements, in order, in the new shape; false: there
   are none. Old axes are taken in groups that make groups of new ones. */
static bool view_strides(const Array *a, int ndim, const int64_t *shape,
                         int64_t *stride) {
  int64_t old_shape[ARRAY_MAX_DIMS], old_stride[ARRAY_MAX_DIMS];
  int n = 0, from = 0, to = 0;
  for (int d = 0; d < a->ndim; d++)
    if (a->shape[d] != 1) {
      old_shape[n] = a->shape[d];
      old_stride[n++] = a->stride[d];
    }
  while (from < n && to < ndim) {
    int from_end = from + 1, to_end = to + 1;
    int64_t old = old_shape[from], new = shape[to];
    while (old != new)
      if (new < old)
        new *= shape[to_end++];
      else
        old *= old_shape[from_end++];
    for (int d = from; d < from_end - 1; d++)
      if (old_stride[d] != old_shape[d + 1] * old_stride[d + 1])
        return false;
    stride[to_end - 1] = old_stride[from_end - 1];
    for (int d = to_end - 1; d > to; d--)
      stride[d - 1] = stride[d] * shape[d];
    from = from_end;
    to = to_end;
  }
  for (; to < ndim; to++)
    stride[to] = 1;
  return true;
}

static void plain_strides(int ndim, const int64_t *shape, int64_t *stride) {
  int64_t step = 1;
  for (int d = ndim - 1; d >= 0; d--) {
    stride[d] = step;
    step *= shape[d] ? shape[d] : 1;
  }
}

/* Whether the kind makes a claim along one axis. */
static bool along(Kind k) {
  return (k.name == KIND_PROBS || k.name == KIND_LOGPROBS) &&
         k.axis != KIND_EACH;
}

/* A claim along an axis falls when the shape changes. */
static Array *view_as(Array *a, int ndim, const int64_t *shape,
                      const int64_t *stride) {
  Array *v = array_view(a, ndim, shape, stride, a->data);
  bool claim = along(a->kind) || a->kind.name == KIND_ONEHOT;
  if (v && (!claim || array_same_shape(a, v)))
    v->kind = a->kind;
  return v;
}

/* The strides of a view in another shape; false: it needs a copy. */
static bool find_strides(const Array *a, int ndim, const int64_t *shape,
                         int64_t *stride) {
  if (a->size && !array_is_contiguous(a))
    return view_strides(a, ndim, shape, stride);
  plain_strides(ndim, shape, stride);
  return true;
}

Array *shape_reshape(Array *a, int ndim, const int64_t *shape) {
  int64_t full[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  if (!resolve(a, ndim, shape, full))
    return NULL;
  if (find_strides(a, ndim, full, stride))
    return view_as(a, ndim, full, stride);
  Array *c = array_copy(a);
  plain_strides(ndim, full, stride);
  Array *v = c ? view_as(c, ndim, full, stride) : NULL;
  array_unref(c);
  return v;
}

/* A claim along an axis moves with the axis. */
static Kind permuted_kind(const Array *a, const int *order) {
  Kind k = a->kind;
  if (along(k)) {
    for (int d = 0; d < a->ndim; d++)
      if (order[d] == k.axis)
        return (Kind){.name = k.name, .axis = (int8_t)d, .relu = k.relu};
  }
  if (k.name == KIND_ONEHOT && a->ndim && order[a->ndim - 1] != a->ndim - 1)
    return (Kind){0};
  return k;
}

Array *shape_permute(Array *a, const int *order) {
  int64_t shape[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  for (int d = 0; d < a->ndim; d++) {
    shape[d] = a->shape[order[d]];
    stride[d] = a->stride[order[d]];
  }
  Array *v = array_view(a, a->ndim, shape, stride, a->data);
  if (v) {
    v->scalar = a->scalar;
    v->kind = permuted_kind(a, order);
  }
  return v;
}

Array *shape_expand(Array *a, int axis) {
  int64_t shape[ARRAY_MAX_DIMS + 1], stride[ARRAY_MAX_DIMS + 1];
  for (int d = 0; d < a->ndim; d++) {
    int at = d + (d >= axis);
    shape[at] = a->shape[d];
    stride[at] = a->stride[d];
  }
  shape[axis] = 1;
  stride[axis] = axis < a->ndim ? a->stride[axis] * a->shape[axis] : 1;
  Array *v = array_view(a, a->ndim + 1, shape, stride, a->data);
  if (v) {
    v->kind = a->kind;
    if (along(v->kind) && v->kind.axis >= axis)
      v->kind.axis++;
    if (axis == a->ndim && v->kind.name == KIND_ONEHOT)
      v->kind = (Kind){0};
  }
  return v;
}

/* The result of a row that makes a view; plain vectors copy nothing either. */
static bool give(OpCall *call, Array *v) {
  call->out = v;
  return v;
}

/* An int or several as a list of at most ARRAY_MAX_DIMS + 1. */
static int ints_of(const Arg *arg, const int64_t **out) {
  if (arg->tag == ARG_INT) {
    *out = &arg->i;
    return 1;
  }
  *out = arg->ints;
  return arg->tag == ARG_INTS ? arg->count : 0;
}

static bool reshape_forward(OpCall *call) {
  const int64_t *shape;
  int n = ints_of(&call->arg[1], &shape);
  return give(call, shape_reshape(x_of(call), n, shape));
}

/* Tensor.view never copies. */
static bool view_forward(OpCall *call) {
  const int64_t *shape;
  int64_t full[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  Array *x = x_of(call);
  int n = ints_of(&call->arg[1], &shape);
  if (!resolve(x, n, shape, full))
    return false;
  if (!find_strides(x, n, full, stride))
    return err_set(ERR_RuntimeError,
                   "view size is not compatible with input tensor's size and "
                   "stride (at least one dimension spans across two "
                   "contiguous subspaces). Use .reshape(...) instead.");
  return give(call, view_as(x, n, full, stride));
}

/* Any view that keeps the elements in order: back to x's shape. */
static Array *reshape_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[wrt].array;
  Array *v = shape_reshape(dout, x->ndim, x->shape);
  Array *out = v ? array_copy(v) : NULL;
  array_unref(v);
  return out;
}

static bool ravel_forward(OpCall *call) {
  return give(call, shape_reshape(x_of(call), 1, (int64_t[]){-1}));
}

/* flatten: NumPy copies; torch joins axes start .. end. */
static bool flatten_forward(OpCall *call) {
  Array *x = x_of(call);
  if (!torch(x)) {
    Array *c = array_copy(x);
    Array *v = c ? shape_reshape(c, 1, &c->size) : NULL;
    array_unref(c);
    return give(call, v);
  }
  int64_t start = call->arg[1].i, end = call->arg[2].i;
  int64_t shape[ARRAY_MAX_DIMS];
  int n = 0;
  if (!x->ndim)
    return give(call, shape_reshape(x, 1, (int64_t[]){1}));
  if (!array_axis(x, &start) || !array_axis(x, &end))
    return false;
  if (start > end)
    return err_set(ERR_RuntimeError,
                   "flatten() has invalid args: start_dim cannot come after "
                   "end_dim");
  for (int d = 0; d < x->ndim; d++)
    if (d <= start || d > end)
      shape[n++] = x->shape[d];
    else
      shape[n - 1] *= x->shape[d];
  return give(call, shape_reshape(x, n, shape));
}

static void reversed(int ndim, int *order) {
  for (int d = 0; d < ndim; d++)
    order[d] = ndim - 1 - d;
}

/* The order that ints name, checked; no ints: reversed. */
static bool read_order(const Array *x, const int64_t *axes, int n, int *order) {
  bool seen[ARRAY_MAX_DIMS] = {0};
  if (n != x->ndim)
    return torch(x)
               ? err_set(ERR_RuntimeError,
                         "permute(sparse_coo): number of dimensions in the "
                         "tensor input does not match the length of the "
                         "desired ordering of dimensions i.e. input.dim() = "
                         "%d is not equal to len(dims) = %d",
                         x->ndim, n)
               : err_set(ERR_ValueError, "axes don't match array");
  for (int d = 0; d < n; d++) {
    int64_t axis = axes[d];
    if (!array_axis(x, &axis))
      return false;
    if (seen[axis])
      return torch(x) ? err_set(ERR_RuntimeError,
                                "permute(): duplicate dims are not allowed.")
                      : err_set(ERR_ValueError, "repeated axis in transpose");
    seen[axis] = true;
    order[d] = (int)axis;
  }
  return true;
}

static bool order_of(const OpCall *call, int *order) {
  const int64_t *axes;
  int n = ints_of(&call->arg[1], &axes);
  if (!n) {
    reversed(x_of(call)->ndim, order);
    return true;
  }
  return read_order(x_of(call), axes, n, order);
}

static bool transpose_forward(OpCall *call) {
  int order[ARRAY_MAX_DIMS];
  return order_of(call, order) && give(call, shape_permute(x_of(call), order));
}

static Array *inverse_copy(Array *dout, const int *order) {
  int back[ARRAY_MAX_DIMS];
  for (int d = 0; d < dout->ndim; d++)
    back[order[d]] = d;
  Array *v = shape_permute(dout, back);
  Array *out = v ? array_copy(v) : NULL;
  array_unref(v);
  return out;
}

static Array *transpose_backward(const OpCall *call, int wrt, Array *dout) {
  int order[ARRAY_MAX_DIMS];
  (void)wrt;
  return order_of(call, order) ? inverse_copy(dout, order) : NULL;
}

/* t(): at most two dimensions. */
static bool t_forward(OpCall *call) {
  if (x_of(call)->ndim > 2)
    return err_set(ERR_RuntimeError,
                   "t() expects a tensor with <= 2 dimensions, but self is "
                   "%dD",
                   x_of(call)->ndim);
  return transpose_forward(call);
}

/* Two axes change places. */
static bool swap_order(const OpCall *call, int *order) {
  Array *x = x_of(call);
  int64_t a = call->arg[1].i, b = call->arg[2].i;
  if (!array_axis(x, &a) || !array_axis(x, &b))
    return false;
  for (int d = 0; d < x->ndim; d++)
    order[d] = d;
  if (x->ndim) {
    order[a] = (int)b;
    order[b] = (int)a;
  }
  return true;
}

static bool swapaxes_forward(OpCall *call) {
  int order[ARRAY_MAX_DIMS];
  return swap_order(call, order) &&
         give(call, shape_permute(x_of(call), order));
}

static Array *swapaxes_backward(const OpCall *call, int wrt, Array *dout) {
  int order[ARRAY_MAX_DIMS];
  (void)wrt;
  return swap_order(call, order) ? inverse_copy(dout, order) : NULL;
}

static bool drop_axis(const Array *x, int64_t axis, bool *drop) {
  if (!array_axis(x, &axis))
    return false;
  if (x->ndim && x->shape[axis] == 1)
    drop[axis] = true;
  else if (!torch(x))
    return err_set(ERR_ValueError,
                   "cannot select an axis to squeeze out which has size not "
                   "equal to one");
  return true;
}

static bool squeeze_forward(OpCall *call) {
  Array *x = x_of(call);
  const int64_t *axes;
  int n = ints_of(&call->arg[1], &axes), kept = 0;
  if (call->arg[1].tag != ARG_NONE)
    call->grad_fn = "SqueezeBackward1";
  bool drop[ARRAY_MAX_DIMS] = {0};
  int64_t shape[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  for (int i = 0; i < n; i++)
    if (!drop_axis(x, axes[i], drop))
      return false;
  Kind kind = x->kind;
  for (int d = 0; d < x->ndim; d++) {
    if (drop[d] || (call->arg[1].tag == ARG_NONE && x->shape[d] == 1)) {
      if (along(x->kind) && x->kind.axis == d)
        kind = (Kind){0};
      continue;
    }
    if (along(x->kind) && x->kind.axis == d)
      kind.axis = (int8_t)kept;
    shape[kept] = x->shape[d];
    stride[kept++] = x->stride[d];
  }
  Array *v = array_view(x, kept, shape, stride, x->data);
  if (v) {
    v->scalar = x->scalar;
    v->kind = kind;
  }
  return give(call, v);
}

/* expand_dims, unsqueeze: the new axis counts in the result. */
static bool unsqueeze_forward(OpCall *call) {
  Array *x = x_of(call);
  int64_t axis = call->arg[1].i;
  Array grown = {.ndim = (uint8_t)(x->ndim + 1), .family = x->family};
  if (!array_axis(&grown, &axis))
    return false;
  return give(call, shape_expand(x, (int)axis));
}

static bool broadcast_to_forward(OpCall *call) {
  Array *x = x_of(call);
  const int64_t *given;
  int64_t shape[ARRAY_MAX_DIMS];
  int n = ints_of(&call->arg[1], &given);
  for (int d = 0; d < n && d < ARRAY_MAX_DIMS; d++) {
    int own = d - (n - x->ndim);
    shape[d] =
        given[d] == -1 && torch(x) && own >= 0 ? x->shape[own] : given[d];
  }
  return give(call, array_broadcast_to(x, n, shape));
}

static Array *broadcast_backward(const OpCall *call, int wrt, Array *dout) {
  return calc_fit(calc_keep(dout), call->arg[wrt].array);
}

static bool expand_as_forward(OpCall *call) {
  Array *like = call->arg[1].array;
  return give(call, array_broadcast_to(x_of(call), like->ndim, like->shape));
}

static bool copy_forward(OpCall *call) {
  return give(call, array_copy(x_of(call)));
}

static Array *copy_backward(const OpCall *call, int wrt, Array *dout) {
  (void)call, (void)wrt;
  return array_copy(dout);
}

static bool contiguous_forward(OpCall *call) {
  return give(call, array_contiguous(x_of(call)));
}

static bool atleast_forward(OpCall *call) {
  Array *x = array_ref(x_of(call));
  while (x && x->ndim < call->arg[1].i) {
    Array *v = shape_expand(x, x->ndim == 2 ? 2 : 0);
    array_unref(x);
    x = v;
  }
  return give(call, x);
}

#define DIMS "x:array shape:ints"

const Op shape_ops[] = {
    {.name = "reshape",
     .params = DIMS,
     .spell = {{"np.reshape", "a:x newshape:shape"},
               {"ndarray.reshape", "self:x shape"},
               {"torch.reshape", "input:x shape"},
               {"Tensor.reshape", "self:x shape"}},
     .forward = reshape_forward,
     .backward = reshape_backward,
     .grad_fn = "ReshapeAlias",
     .formula = "the same elements, row by row, in another shape",
     .help = "another shape for the same elements; -1 is worked out",
     .example = "np.arange(6).reshape(2, -1)",
     .result = "array([[0, 1, 2],\n       [3, 4, 5]])",
     .flags = OP_VIEW},
    {.name = "view",
     .params = DIMS,
     .spell = {{"Tensor.view", "self:x shape"}},
     .forward = view_forward,
     .backward = reshape_backward,
     .grad_fn = "View",
     .formula = "the same memory in another shape",
     .help = "another shape without copying: x.view(-1, 1)",
     .example = "torch.arange(4).view(2, -1)",
     .result = "tensor([[0, 1],\n        [2, 3]])",
     .flags = OP_VIEW},
    {.name = "ravel",
     .params = "x:array order:text?",
     .spell = {{"np.ravel", "a:x order"},
               {"ndarray.ravel", "self:x order"},
               {"torch.ravel", "input:x"},
               {"Tensor.ravel", "self:x"}},
     .forward = ravel_forward,
     .backward = reshape_backward,
     .grad_fn = "View",
     .formula = "all elements in one row",
     .help = "one row of all elements, as a view where possible",
     .example = "np.ravel([[1, 2], [3, 4]])",
     .result = "array([1, 2, 3, 4])",
     .flags = OP_VIEW},
    {.name = "flatten",
     .params = "x:array start:int=0 end:int=-1 order:text?",
     .spell = {{"ndarray.flatten", "self:x order"},
               {"torch.flatten", "input:x start_dim:start end_dim:end"},
               {"Tensor.flatten", "self:x start_dim:start end_dim:end"}},
     .forward = flatten_forward,
     .backward = reshape_backward,
     .grad_fn = "ReshapeAlias",
     .formula = "axes start .. end joined into one",
     .help = "joins axes into one; NumPy gives a copy",
     .example = "np.array([[1, 2], [3, 4]]).flatten()",
     .result = "array([1, 2, 3, 4])",
     .flags = OP_VIEW},
    {.name = "transpose",
     .params = "x:array axes:ints?",
     .spell = {{"np.transpose", "a:x axes"},
               {"ndarray.transpose", "self:x axes"},
               {"ndarray.T Tensor.T", "self:x"}},
     .forward = transpose_forward,
     .backward = transpose_backward,
     .grad_fn = "Permute",
     .formula = "out_ji = x_ij",
     .help = "rows become columns; a view",
     .example = "np.transpose([[1, 2], [3, 4]])",
     .result = "array([[1, 3],\n       [2, 4]])",
     .flags = OP_VIEW},
    {.name = "permute",
     .params = "x:array axes:ints",
     .spell = {{"torch.permute", "input:x dims:axes"},
               {"Tensor.permute", "self:x dims:axes"}},
     .forward = transpose_forward,
     .backward = transpose_backward,
     .grad_fn = "Permute",
     .formula = "the axes in another order",
     .help = "the axes in another order; a view",
     .example = "torch.zeros(2, 3).permute(1, 0).shape",
     .result = "torch.Size([3, 2])",
     .flags = OP_VIEW},
    {.name = "t",
     .params = "x:array axes:ints?",
     .spell = {{"torch.t", "input:x"}, {"Tensor.t", "self:x"}},
     .forward = t_forward,
     .backward = transpose_backward,
     .grad_fn = "T",
     .formula = "out_ji = x_ij",
     .help = "the transpose of a matrix; a view",
     .example = "torch.tensor([[1, 2]]).t()",
     .result = "tensor([[1],\n        [2]])",
     .flags = OP_VIEW},
    {.name = "swapaxes",
     .params = "x:array first:int second:int",
     .spell = {{"np.swapaxes", "a:x axis1:first axis2:second"},
               {"ndarray.swapaxes", "self:x axis1:first axis2:second"},
               {"torch.transpose", "input:x dim0:first dim1:second"},
               {"Tensor.transpose", "self:x dim0:first dim1:second"}},
     .forward = swapaxes_forward,
     .backward = swapaxes_backward,
     .grad_fn = "Transpose",
     .formula = "two axes change places",
     .help = "two axes change places; a view",
     .example = "np.swapaxes([[1, 2]], 0, 1)",
     .result = "array([[1],\n       [2]])",
     .flags = OP_VIEW},
    {.name = "squeeze",
     .params = "x:array axis:ints?",
     .spell = {{"np.squeeze", "a:x axis"},
               {"ndarray.squeeze", "self:x axis"},
               {"torch.squeeze", "input:x dim:axis"},
               {"Tensor.squeeze", "self:x dim:axis"}},
     .forward = squeeze_forward,
     .backward = reshape_backward,
     .grad_fn = "Squeeze",
     .formula = "axes of length 1 removed",
     .help = "removes axes of length 1; a view",
     .example = "np.squeeze([[1, 2]])",
     .result = "array([1, 2])",
     .flags = OP_VIEW},
    {.name = "unsqueeze",
     .params = "x:array axis:int",
     .spell = {{"np.expand_dims", "a:x axis"},
               {"torch.unsqueeze", "input:x dim:axis"},
               {"Tensor.unsqueeze", "self:x dim:axis"}},
     .forward = unsqueeze_forward,
     .backward = reshape_backward,
     .grad_fn = "Unsqueeze",
     .formula = "a new axis of length 1",
     .help = "a new axis of length 1: a sample becomes a batch of one",
     .example = "np.expand_dims([1, 2], 0)",
     .result = "array([[1, 2]])",
     .flags = OP_VIEW},
    {.name = "broadcast_to",
     .params = DIMS,
     .spell = {{"np.broadcast_to", "array:x shape"},
               {"torch.broadcast_to", "input:x size:shape"},
               {"Tensor.expand", "self:x size:shape"},
               {"Tensor.broadcast_to", "self:x size:shape"}},
     .forward = broadcast_to_forward,
     .backward = broadcast_backward,
     .grad_fn = "Expand",
     .formula = "axes of length 1 repeated, without copies",
     .help = "repeats along axes of length 1 without copying",
     .example = "np.broadcast_to([1, 2], (2, 2))",
     .result = "array([[1, 2],\n       [1, 2]])",
     .flags = OP_VIEW},
    {.name = "expand_as",
     .params = "x:array like:array",
     .spell = {{"Tensor.expand_as", "self:x other:like"}},
     .forward = expand_as_forward,
     .backward = broadcast_backward,
     .grad_fn = "Expand",
     .formula = "x repeated to the shape of like",
     .help = "repeats x to another tensor's shape without copying",
     .example = "torch.tensor([1]).expand_as(torch.tensor([3, 4]))",
     .result = "tensor([1, 1])",
     .flags = OP_VIEW | OP_LIKE},
    {.name = "copy",
     .params = "x:array",
     .spell = {{"np.copy", "a:x"},
               {"ndarray.copy", "self:x"},
               {"torch.clone", "input:x"},
               {"Tensor.clone", "self:x"}},
     .forward = copy_forward,
     .backward = copy_backward,
     .grad_fn = "Clone",
     .formula = "out = x, in memory of its own",
     .help = "a copy that does not change when x does",
     .example = "np.copy([1, 2])",
     .result = "array([1, 2])"},
    {.name = "contiguous",
     .params = "x:array",
     .spell = {{"np.ascontiguousarray", "a:x"},
               {"Tensor.contiguous", "self:x"}},
     .forward = contiguous_forward,
     .backward = copy_backward,
     .grad_fn = "Clone",
     .formula = "x in row-major memory",
     .help = "x itself, or a copy with its elements in row order",
     .example = "np.ascontiguousarray([1, 2])",
     .result = "array([1, 2])",
     .flags = OP_VIEW},
    {.name = "atleast",
     .params = "x:array ndim:int=1",
     .spell = {{"np.atleast_1d", "x ndim=1"},
               {"np.atleast_2d", "x ndim=2"},
               {"np.atleast_3d", "x ndim=3"}},
     .forward = atleast_forward,
     .backward = reshape_backward,
     .formula = "axes of length 1 in front until there are enough",
     .help = "at least so many dimensions",
     .example = "np.atleast_2d([1, 2])",
     .result = "array([[1, 2]])",
     .flags = OP_VIEW},
    {0}};
