/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same elements in another order along an axis. */
#include "ops/op.h"

#include <string.h>

/* flip: the axes named run backwards. NumPy gives a view, torch a copy. */
static Array *flipped(Array *x, const Arg *arg) {
  const int64_t *axes = arg->tag == ARG_INT ? &arg->i : arg->ints;
  int n = arg->tag == ARG_INT ? 1 : arg->tag == ARG_INTS ? arg->count : 0;
  int64_t stride[ARRAY_MAX_DIMS];
  char *data = x->data;
  bool back[ARRAY_MAX_DIMS] = {0};
  for (int i = 0; i < n; i++) {
    int64_t axis = axes[i];
    if (!array_axis(x, &axis))
      return NULL;
    back[axis] = true;
  }
  for (int d = 0; d < x->ndim; d++) {
    bool turn = n ? back[d] : true;
    stride[d] = turn ? -x->stride[d] : x->stride[d];
    if (turn && x->size)
      data += (x->shape[d] - 1) * x->stride[d] *
              (int64_t)dtype_size((DType)x->dtype);
  }
  return array_view(x, x->ndim, x->shape, stride, data);
}

static bool flip_forward(OpCall *call) {
  Array *v = flipped(call->arg[0].array, &call->arg[1]);
  if (v && v->family == FAMILY_TORCH) {
    Array *c = array_copy(v);
    array_unref(v);
    v = c;
  }
  if (v)
    v->kind = call->arg[0].array->kind;
  call->out = v;
  return v;
}

static Array *flip_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  Array *v = flipped(dout, &call->arg[1]);
  Array *out = v ? array_copy(v) : NULL;
  array_unref(v);
  return out;
}

/* Elements move by `shift` along an axis, or in the flat order. */
static Array *rolled(Array *x, int64_t shift, const Arg *axis_arg) {
  int64_t axis = axis_arg->tag == ARG_INT ? axis_arg->i : 0;
  AxisLoop loop = {1, x->size, 1};
  if (axis_arg->tag == ARG_INT) {
    if (!array_axis(x, &axis))
      return NULL;
    loop = array_axis_loop(x, (int)axis);
  }
  Array *c = array_contiguous(x);
  Array *out =
      c ? array_new((Family)x->family, (DType)x->dtype, x->ndim, x->shape)
        : NULL;
  size_t run = (size_t)loop.inner * dtype_size((DType)x->dtype);
  for (int64_t o = 0; out && o < loop.outer; o++)
    for (int64_t i = 0; i < loop.n; i++) {
      int64_t to = ((i + shift) % loop.n + loop.n) % loop.n;
      memcpy((char *)out->data + (size_t)(o * loop.n + to) * run,
             (char *)c->data + (size_t)(o * loop.n + i) * run, run);
    }
  array_unref(c);
  return out;
}

static bool roll_forward(OpCall *call) {
  call->out = rolled(call->arg[0].array, call->arg[1].i, &call->arg[2]);
  return call->out;
}

static Array *roll_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  return rolled(dout, -call->arg[1].i, &call->arg[2]);
}

const Op turn_ops[] = {
    {.name = "flip",
     .params = "x:array axis:ints?",
     .spell = {{"np.flip", "m:x axis"},
               {"torch.flip", "input:x dims:axis"},
               {"Tensor.flip", "self:x dims:axis"}},
     .forward = flip_forward,
     .backward = flip_backward,
     .grad_fn = "Flip",
     .formula = "out_i = x_(n-1-i)",
     .help = "reverses the order along axes",
     .example = "np.flip([1, 2, 3])",
     .result = "array([3, 2, 1])",
     .flags = OP_VIEW},
    {.name = "roll",
     .params = "x:array shift:int axis:int?",
     .spell = {{"np.roll", "a:x shift axis"},
               {"_row.roll", "input:x shifts:shift dims:axis"}},
     .forward = roll_forward,
     .backward = roll_backward,
     .grad_fn = "Roll",
     .formula = "out_(i+shift) = x_i, around the end",
     .help = "moves elements along; those pushed out come in again",
     .example = "np.roll([1, 2, 3], 1)",
     .result = "array([3, 1, 2])"},
    {0}};
