/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running sums, products and differences. */
#include "base/err.h"
#include "ops/calc.h"
#include "ops/reduce.h"
#include "ops/shape.h"

#include <string.h>

static DType running_dtype(const OpCall *call) {
  DType t = (DType)call->arg[0].array->dtype;
  if (calc_given(call, 2))
    return call->arg[2].dtype;
  if (dtype_is_float(t))
    return t;
  return dtype_class(t) == 'u' && call->family != FAMILY_TORCH ? DT_U64
                                                               : DT_I64;
}

/* One line in place; torch keeps the running value of float32 in double. */
#define RUN(name, T, SUM)                                                      \
  static void name(void *data, int64_t n, int64_t step, bool product,          \
                   bool backwards) {                                           \
    T *x = (T *)data + (backwards ? (n - 1) * step : 0);                       \
    SUM total = product ? 1 : 0;                                               \
    step = backwards ? -step : step;                                           \
    for (; n > 0; n--, x += step) {                                            \
      total = product ? total * (SUM)*x : total + (SUM)*x;                     \
      *x = (T)total;                                                           \
    }                                                                          \
  }
RUN(run_i, int64_t, uint64_t)
RUN(run_f, float, float)
RUN(run_torch, float, double)
RUN(run_d, double, double)

typedef void Run(void *data, int64_t n, int64_t step, bool product,
                 bool backwards);

static Run *run_of(DType t, bool torch) {
  return t == DT_F64 ? run_d : t == DT_I64 ? run_i : torch ? run_torch : run_f;
}

/* A new array with the running sums (or products) of x along an axis. */
static Array *running(Array *x, int64_t axis, DType t, bool product,
                      bool backwards) {
  DType loop = reduce_sum_dtype(t);
  Array *c = array_as(x, loop);
  Array *out = c && (c == x || c->base) ? array_copy(c) : array_ref(c);
  array_unref(c);
  if (!out)
    return NULL;
  out->kind = (Kind){0};
  out->scalar = false;
  AxisLoop l = array_axis_loop(out, (int)axis);
  Run *run = run_of(loop, x->family == FAMILY_TORCH);
  for (int64_t k = 0; k < l.outer * l.inner && l.n; k++)
    run((char *)out->data +
            (size_t)(k / l.inner * l.n * l.inner + k % l.inner) *
                dtype_size(loop),
        l.n, l.inner, product, backwards);
  if (t == loop)
    return out;
  Array *converted = array_as(out, t);
  array_unref(out);
  return converted;
}

static bool running_row(OpCall *call, bool product) {
  int64_t axis;
  Array *x = calc_along(call, &axis);
  call->out = x ? running(x, axis, running_dtype(call), product, false) : NULL;
  array_unref(x);
  return call->out;
}

static bool cumsum_forward(OpCall *call) {
  return running_row(call, false);
}

static bool cumprod_forward(OpCall *call) {
  return running_row(call, true);
}

/* Each x_i went into every later sum. */
static Array *back_sums(const OpCall *call, Array *d) {
  Array *x = call->arg[0].array;
  int64_t axis = calc_given(call, 1) ? call->arg[1].i : 0;
  if (!d || (calc_given(call, 1) && !array_axis(x, &axis))) {
    array_unref(d);
    return NULL;
  }
  Array *sums = running(d, axis, (DType)d->dtype, false, true);
  Array *out = sums ? shape_reshape(sums, x->ndim, x->shape) : NULL;
  array_unref(sums);
  array_unref(d);
  return out;
}

static Array *cumsum_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  return back_sums(call, calc_keep(dout));
}

/* Later products divided by x_i; where x has a zero there is no quotient. */
static Array *cumprod_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[0].array;
  (void)wrt;
  for (int64_t i = 0; i < x->size; i++)
    if (array_get(x, i) == 0)
      return err_null(ERR_NotImplementedError,
                      "xent has no gradient of cumprod with zeros");
  return calc_div(
      back_sums(call, calc_mul(calc_keep(dout), calc_keep(call->out))),
      calc_keep(x));
}

/* x[1:] - x[:-1] along an axis. */
static bool diff_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  int64_t axis = call->arg[1].i;
  if (!x->ndim)
    return err_set(ERR_ValueError,
                   "diff requires input that is at least one dimensional");
  if (!array_axis(x, &axis))
    return false;
  int64_t shape[ARRAY_MAX_DIMS];
  memcpy(shape, x->shape, sizeof shape);
  shape[axis] = shape[axis] ? shape[axis] - 1 : 0;
  char *second = (char *)x->data;
  if (shape[axis])
    second += x->stride[axis] * (int64_t)dtype_size((DType)x->dtype);
  Array *a = array_view(x, x->ndim, shape, x->stride, second);
  Array *b = array_view(x, x->ndim, shape, x->stride, x->data);
  BinaryOp op = x->dtype == DT_BOOL ? BINARY_NE : BINARY_SUB;
  call->out = calc_binary(op, a, b);
  return call->out;
}

/* -dout of the difference that x_i begins, dout of the one that it ends. */
static Array *diff_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[0].array;
  int64_t axis = call->arg[1].i;
  (void)wrt;
  if (!array_axis(x, &axis))
    return NULL;
  Array *dx = array_zeros(call->family, (DType)x->dtype, x->ndim, x->shape);
  AxisLoop loop = array_axis_loop(x, (int)axis);
  int64_t n = loop.n - 1;
  for (int64_t k = 0; dx && k < dout->size; k++) {
    int64_t row = k / loop.inner, i = k % loop.inner;
    int64_t at = (row / n * loop.n + row % n) * loop.inner + i;
    double g = array_get(dout, k);
    array_put(dx, at, array_get(dx, at) - g);
    array_put(dx, at + loop.inner, array_get(dx, at + loop.inner) + g);
  }
  return dx;
}

#define RUNNING "x:array axis:int? dtype:dtype?"

const Op running_ops[] = {
    {.name = "cumsum",
     .params = RUNNING,
     .spell = {{"np.cumsum", "a:x axis dtype"},
               {"ndarray.cumsum", "self:x axis dtype"},
               {"torch.cumsum", "input:x dim:axis * dtype"},
               {"Tensor.cumsum", "self:x dim:axis dtype"},
               {"cumsum", "x axis"}},
     .forward = cumsum_forward,
     .backward = cumsum_backward,
     .grad_fn = "Cumsum",
     .formula = "out_i = x_1 + ... + x_i",
     .help = "running sums: of probabilities, the distribution function",
     .example = "np.cumsum([1, 2, 3])",
     .result = "array([1, 3, 6])"},
    {.name = "cumprod",
     .params = RUNNING,
     .spell = {{"np.cumprod", "a:x axis dtype"},
               {"ndarray.cumprod", "self:x axis dtype"},
               {"torch.cumprod", "input:x dim:axis * dtype"},
               {"Tensor.cumprod", "self:x dim:axis dtype"}},
     .forward = cumprod_forward,
     .backward = cumprod_backward,
     .saved = "x out",
     .grad_fn = "Cumprod",
     .formula = "out_i = x_1 * ... * x_i",
     .help = "running products",
     .example = "np.cumprod([1, 2, 3])",
     .result = "array([1, 2, 6])"},
    {.name = "diff",
     .params = "x:array axis:int=-1",
     .spell = {{"torch.diff", "input:x * dim:axis"}},
     .forward = diff_forward,
     .backward = diff_backward,
     .grad_fn = "Sub",
     .formula = "out_i = x_(i+1) - x_i",
     .help = "the differences of neighbours",
     .example = "torch.diff(torch.tensor([1, 4, 9]))",
     .result = "tensor([3, 5])"},
    {0}};
