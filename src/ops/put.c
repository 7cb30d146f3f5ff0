/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that the language applies by itself, for the tape: x[i] = v as a new
   array, and the change of a dtype. */
#include "ops/put.h"

#include "ops/calc.h"

/* x, items, arrays as index_call writes them; then the value. */
static bool put_forward(OpCall *call) {
  Index items[INDEX_MAX];
  int n = index_read(call, items);
  Array *out = array_copy(call->arg[0].array);
  if (out && index_set(out, items, n, call->arg[PUT_VALUE].array))
    call->out = out;
  else
    array_unref(out);
  return call->out != NULL;
}

/* The old elements that stayed, or the new ones. */
static Array *put_backward(const OpCall *call, int wrt, Array *dout) {
  Index items[INDEX_MAX];
  int n = index_read(call, items);
  Array *value = call->arg[PUT_VALUE].array;
  if (wrt)
    return calc_fit(index_get(dout, items, n), value);
  Array *zero = array_scalar(call->family, (DType)dout->dtype, 0);
  Array *dx = zero ? array_copy(dout) : NULL;
  bool ok = dx && index_set(dx, items, n, zero);
  array_unref(zero);
  if (ok)
    return dx;
  array_unref(dx);
  return NULL;
}

/* x value: x with the value everywhere; and x dtype below */
static bool fill_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  Array *out = array_new(call->family, (DType)x->dtype, x->ndim, x->shape);
  if (out && array_assign(out, call->arg[1].array))
    call->out = out;
  else
    array_unref(out);
  return call->out != NULL;
}

static Array *fill_backward(const OpCall *call, int wrt, Array *dout) {
  if (wrt)
    return calc_fit(calc_keep(dout), call->arg[1].array);
  return array_zeros(call->family, (DType)dout->dtype, dout->ndim, dout->shape);
}

static bool zero_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  call->out = array_zeros(call->family, (DType)x->dtype, x->ndim, x->shape);
  return call->out != NULL;
}

/* x dtype */
static bool cast_forward(OpCall *call) {
  Array *x = call->arg[0].array, *out = array_as(x, call->arg[1].dtype);
  if (out == x) {
    array_unref(out);
    out = array_copy(x);
  }
  call->out = out;
  return out != NULL;
}

static Array *cast_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  return array_as(dout, (DType)call->arg[0].array->dtype);
}

const Op put_ops[] = {
    {.name = "put",
     .params = "x:array items:ints arrays:arrays value:array",
     .forward = put_forward,
     .backward = put_backward,
     .grad_fn = "=CopySlices",
     .formula = "out = x with x[...] = value",
     .help = "x[...] = value",
     .example = "x = torch.zeros(2); x[0] = 1.5; print(x)",
     .result = "tensor([1.5000, 0.0000])"},
    {.name = "cast",
     .params = "x:array dtype:dtype",
     .forward = cast_forward,
     .backward = cast_backward,
     .grad_fn = "ToCopy",
     .formula = "out_i = x_i as the other dtype",
     .help = "the same numbers as another dtype",
     .example = "torch.tensor([1.5, 2.0]).double()",
     .result = "tensor([1.5000, 2.0000], dtype=torch.float64)"},
    {.name = "fill",
     .params = "x:array value:array",
     .forward = fill_forward,
     .backward = fill_backward,
     .grad_fn = "Fill",
     .formula = "out_i = value",
     .help = "the value everywhere",
     .example = "torch.zeros(2).fill_(3)",
     .result = "tensor([3., 3.])"},
    {.name = "zero",
     .params = "x:array",
     .forward = zero_forward,
     .backward = fill_backward,
     .grad_fn = "Zero",
     .formula = "out_i = 0",
     .help = "zero everywhere",
     .example = "torch.ones(2).zero_()",
     .result = "tensor([0., 0.])"},
    {0}};
