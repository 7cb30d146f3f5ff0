/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The largest and the smallest, and where they are. */
#include "base/err.h"
#include "ops/calc.h"
#include "ops/reduce.h"

#include <string.h>

enum { X, AXIS, KEEPDIMS, OUT };

static Array *x_of(const OpCall *call) {
  return call->arg[X].array;
}

static bool torch(const OpCall *call) {
  return call->family == FAMILY_TORCH;
}

/* An empty axis has no largest element. */
static bool check_some(const OpCall *call, const FoldAxes *axes,
                       const char *name, const char *numpy) {
  const Array *x = x_of(call);
  if (reduce_count(x, axes))
    return true;
  if (!torch(call))
    return err_set(ERR_ValueError, "%s", numpy);
  bool index = !strncmp(name, "arg", 3);
  if (!calc_given(call, AXIS))
    return err_set(index ? ERR_IndexError : ERR_RuntimeError,
                   "%s(): Expected reduction dim to be specified for "
                   "input.numel() == 0.%s",
                   name,
                   index ? ""
                         : " Specify the reduction dim with the 'dim' "
                           "argument.");
  for (int d = 0; d < x->ndim; d++)
    if (axes->reduced[d] && !x->shape[d])
      return err_set(ERR_IndexError,
                     "%s(): Expected reduction dim %d to have non-zero size.",
                     name, d);
  return true;
}

/* The type in which there are loops for comparing. */
static DType loop_type(DType t) {
  return t == DT_BOOL ? DT_BOOL : reduce_sum_dtype(t);
}

static Array *extreme(const OpCall *call, BinaryOp op, const FoldAxes *axes) {
  Array *x = x_of(call);
  DType t = (DType)x->dtype, loop = loop_type(t);
  Array *out = reduce_fold(op, x, loop, axes);
  if (out && t != loop) {
    Array *narrow = array_as(out, t);
    array_unref(out);
    out = narrow;
  }
  return out;
}

static bool extreme_row(OpCall *call, BinaryOp op) {
  FoldAxes axes;
  if (!reduce_axes(x_of(call), &call->arg[AXIS], &axes) ||
      !check_some(call, &axes, call->name,
                  op == BINARY_MAX
                      ? "zero-size array to reduction operation maximum which "
                        "has no identity"
                      : "zero-size array to reduction operation minimum which "
                        "has no identity"))
    return false;
  Array *out = extreme(call, op, &axes);
  return calc_deliver(call, reduce_finish(out, &axes, call->arg[KEEPDIMS].b),
                      OUT);
}

static bool max_forward(OpCall *call) {
  return extreme_row(call, BINARY_MAX);
}

static bool min_forward(OpCall *call) {
  return extreme_row(call, BINARY_MIN);
}

/* Whoever equals the extreme shares its gradient equally. */
static Array *max_backward(const OpCall *call, int wrt, Array *dout) {
  FoldAxes axes;
  Array *x = x_of(call);
  (void)wrt;
  if (!reduce_axes(x, &call->arg[AXIS], &axes))
    return NULL;
  Array *mask =
      calc_binary(BINARY_EQ, calc_keep(x), reduce_spread(call->out, x, &axes));
  Array *count = mask ? reduce_fold(BINARY_ADD, mask, DT_I64, &axes) : NULL;
  Array *share = calc_div(reduce_spread(dout, x, &axes), count);
  return calc_fit(calc_mask(share, mask), x);
}

/* Whether b takes the place of a: nan wins, the first among equals stays. */
static bool better(double b, double a, bool larger) {
  if (a != a)
    return false;
  return b != b || (larger ? b > a : b < a);
}

/* The same for one type; step in elements. */
#define FIRST(name, T)                                                         \
  static int64_t name(const T *x, int64_t step, int64_t n, bool larger) {      \
    int64_t best = 0;                                                          \
    T top = *x;                                                                \
    for (int64_t i = 1; i < n && top == top; i++) {                            \
      T v = x[i * step];                                                       \
      if (!(larger ? v <= top : v >= top)) {                                   \
        top = v;                                                               \
        best = i;                                                              \
      }                                                                        \
    }                                                                          \
    return best;                                                               \
  }
FIRST(first_i64, int64_t)
FIRST(first_f32, float)
FIRST(first_f64, double)

static int64_t first_best(const char *p, DType t, int64_t step, int64_t n,
                          bool larger) {
  int64_t best = 0;
  if (t == DT_I64)
    return first_i64((const int64_t *)p, step / 8, n, larger);
  if (t == DT_F64)
    return first_f64((const double *)p, step / 8, n, larger);
  if (t == DT_F32)
    return first_f32((const float *)p, step / 4, n, larger);
  double top = dtype_get_double(t, p);
  for (int64_t i = 1; i < n; i++) {
    double v = dtype_get_double(t, p + i * step);
    if (better(v, top, larger)) {
      top = v;
      best = i;
    }
  }
  return best;
}

/* The index of the extreme along an axis; the axis stays with length 1. */
static Array *index_of_best(Array *x, int axis, bool larger) {
  int64_t shape[ARRAY_MAX_DIMS];
  Array *c = array_contiguous(x);
  if (!c)
    return NULL;
  memcpy(shape, c->shape, sizeof shape);
  shape[axis] = 1;
  AxisLoop loop = array_axis_loop(c, axis);
  Array *out = array_new((Family)x->family, DT_I64, c->ndim, shape);
  int64_t size = (int64_t)dtype_size((DType)c->dtype);
  for (int64_t o = 0; out && o < loop.outer; o++)
    for (int64_t i = 0; i < loop.inner; i++)
      ((int64_t *)out->data)[o * loop.inner + i] =
          first_best((char *)c->data + (o * loop.n * loop.inner + i) * size,
                     (DType)c->dtype, loop.inner * size, loop.n, larger);
  array_unref(c);
  return out;
}

static bool check_index_row(const OpCall *call, const FoldAxes *axes,
                            bool larger) {
  return check_some(call, axes, larger ? "argmax" : "argmin",
                    larger ? "attempt to get argmax of an empty sequence"
                           : "attempt to get argmin of an empty sequence");
}

static bool index_row(OpCall *call, bool larger) {
  FoldAxes axes;
  Array *x = x_of(call), *flat = NULL, *out = NULL;
  if (torch(call) && x->dtype == DT_BOOL && x->size > 1)
    return err_set(ERR_RuntimeError, "\"%s_cpu\" not implemented for 'Bool'",
                   larger ? "argmax" : "argmin");
  if (!reduce_axes(x, &call->arg[AXIS], &axes) ||
      !check_index_row(call, &axes, larger))
    return false;
  if (axes.count == 1 && x->ndim >= 1) {
    int axis = 0;
    while (!axes.reduced[axis])
      axis++;
    out = index_of_best(x, axis, larger);
  } else if ((flat = array_contiguous(x))) {
    int64_t at =
        first_best(flat->data, (DType)flat->dtype,
                   (int64_t)dtype_size((DType)flat->dtype), flat->size, larger);
    int64_t ones[ARRAY_MAX_DIMS] = {1, 1, 1, 1, 1, 1, 1, 1};
    out = array_new(call->family, DT_I64, x->ndim, ones);
    if (out)
      *(int64_t *)out->data = at;
    array_unref(flat);
  }
  return calc_deliver(call, reduce_finish(out, &axes, call->arg[KEEPDIMS].b),
                      OUT);
}

static bool argmax_forward(OpCall *call) {
  return index_row(call, true);
}

static bool argmin_forward(OpCall *call) {
  return index_row(call, false);
}

static Kind labels(const OpCall *call) {
  (void)call;
  return (Kind){.name = KIND_LABELS};
}

/* torch.max(x, dim): values and where they are. */
static bool pair_along(OpCall *call, int64_t axis, bool larger) {
  Array *x = x_of(call);
  FoldAxes axes = {.count = x->ndim ? 1 : 0};
  if (!array_axis(x, &axis))
    return false;
  if (x->ndim)
    axes.reduced[axis] = true;
  if (!check_some(call, &axes, larger ? "max" : "min", ""))
    return false;
  bool keep = call->arg[KEEPDIMS].b;
  Array *at = x->ndim ? index_of_best(x, (int)axis, larger)
                      : array_scalar_int(call->family, DT_I64, 0);
  Array *best = extreme(call, larger ? BINARY_MAX : BINARY_MIN, &axes);
  call->out = reduce_finish(best, &axes, keep);
  call->out2 = reduce_finish(at, &axes, keep);
  if (call->out && call->out2) {
    call->out2->kind = (Kind){.name = KIND_LABELS};
    return true;
  }
  array_unref(call->out);
  array_unref(call->out2);
  call->out = call->out2 = NULL;
  return false;
}

/* The second argument of torch.max is a dim, or the other tensor. */
static bool torch_extreme(OpCall *call, BinaryOp op) {
  const Arg *a = &call->arg[AXIS];
  if (a->tag == ARG_INT)
    return pair_along(call, a->i, op == BINARY_MAX);
  if (a->tag == ARG_ARRAY && a->was_list && !a->array->ndim)
    return pair_along(call, array_get_int(a->array, 0), op == BINARY_MAX);
  if (a->tag != ARG_ARRAY) {
    call->grad_fn = op == BINARY_MAX ? "MaxBackward1" : "MinBackward1";
    return extreme_row(call, op);
  }
  call->grad_fn = op == BINARY_MAX ? "Maximum" : "Minimum";
  call->out = elementwise_binary(op, calc_operand(call, 0),
                                 calc_operand(call, 1), call->family);
  return call->out;
}

static bool torch_max_forward(OpCall *call) {
  return torch_extreme(call, BINARY_MAX);
}

static bool torch_min_forward(OpCall *call) {
  return torch_extreme(call, BINARY_MIN);
}

/* Puts dout where the extremes were found. */
static Array *pair_backward(const OpCall *call, Array *dout) {
  Array *x = x_of(call);
  const Arg *a = &call->arg[AXIS];
  int64_t axis = a->tag == ARG_INT ? a->i : array_get_int(a->array, 0);
  if (!array_axis(x, &axis))
    return NULL;
  if (!x->ndim)
    return array_copy(dout);
  Array *dx = array_zeros(call->family, (DType)x->dtype, x->ndim, x->shape);
  AxisLoop loop = array_axis_loop(x, (int)axis);
  for (int64_t i = 0; dx && i < loop.outer * loop.inner; i++) {
    int64_t at = array_get_int(call->out2, i);
    int64_t o = i / loop.inner, k = i % loop.inner;
    array_put(dx, (o * loop.n + at) * loop.inner + k, array_get(dout, i));
  }
  return dx;
}

/* Between two tensors, equal ones share. */
static Array *between_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = calc_arg(call, 0), *y = calc_arg(call, 1);
  Array *mine = calc_arg(call, wrt);
  Array *share = calc_mask(calc_scale(calc_keep(dout), 0.5),
                           calc_binary(BINARY_EQ, calc_keep(x), calc_keep(y)));
  Array *won = calc_binary(BINARY_EQ, mine, calc_keep(call->out));
  Array *whole =
      calc_mask(calc_keep(dout), calc_binary(BINARY_LOGICAL_AND, won,
                                             calc_binary(BINARY_NE, x, y)));
  return calc_fit(calc_add(whole, share), call->arg[wrt].array);
}

static Array *torch_max_backward(const OpCall *call, int wrt, Array *dout) {
  if (call->out2)
    return pair_backward(call, dout);
  if (call->arg[AXIS].tag == ARG_ARRAY)
    return between_backward(call, wrt, dout);
  return max_backward(call, wrt, dout);
}

#define PARAMS "x:array axis:ints? keepdims:bool=False out:array? where:array?"
#define INDEX "x:array axis:int? keepdims:bool=False out:array? where:array?"
#define PAIR "x:array axis:any? keepdims:bool=False out:array? where:array?"

const Op extreme_ops[] = {
    {.name = "max",
     .params = PARAMS,
     .spell = {{"np.max np.amax", "a:x axis out keepdims"},
               {"ndarray.max", "self:x axis out keepdims"},
               {"torch.amax", "input:x dim:axis keepdim:keepdims"},
               {"Tensor.amax", "self:x dim:axis keepdim:keepdims"}},
     .forward = max_forward,
     .backward = max_backward,
     .saved = "x out",
     .grad_fn = "Amax",
     .formula = "out = largest x_i",
     .help = "the largest element of all, or along an axis",
     .example = "np.max([2, 1, 0.1])",
     .result = "2.0"},
    {.name = "min",
     .params = PARAMS,
     .spell = {{"np.min np.amin", "a:x axis out keepdims"},
               {"ndarray.min", "self:x axis out keepdims"},
               {"torch.amin", "input:x dim:axis keepdim:keepdims"},
               {"Tensor.amin", "self:x dim:axis keepdim:keepdims"}},
     .forward = min_forward,
     .backward = max_backward,
     .saved = "x out",
     .grad_fn = "Amin",
     .formula = "out = smallest x_i",
     .help = "the smallest element of all, or along an axis",
     .example = "np.min([2, 1, 0.1])",
     .result = "0.1"},
    {.name = "torch_max",
     .params = PAIR,
     .spell = {{"torch.max", "input:x dim:axis keepdim:keepdims"},
               {"Tensor.max", "self:x dim:axis keepdim:keepdims"}},
     .forward = torch_max_forward,
     .backward = torch_max_backward,
     .saved = "x axis out places",
     .grad_fn = "Max",
     .formula = "values, indices = largest along dim",
     .help = "the largest of all; with dim, the values and where they are",
     .example = "torch.max(torch.tensor([2.0, 7.0, 1.0]))",
     .result = "tensor(7.)"},
    {.name = "torch_min",
     .params = PAIR,
     .spell = {{"torch.min", "input:x dim:axis keepdim:keepdims"},
               {"Tensor.min", "self:x dim:axis keepdim:keepdims"}},
     .forward = torch_min_forward,
     .backward = torch_max_backward,
     .saved = "x axis out places",
     .grad_fn = "Min",
     .formula = "values, indices = smallest along dim",
     .help = "the smallest of all; with dim, the values and where they are",
     .example = "torch.min(torch.tensor([2.0, 7.0, 1.0]))",
     .result = "tensor(1.)"},
    {.name = "argmax",
     .params = INDEX,
     .spell = {{"np.argmax", "a:x axis out * keepdims"},
               {"ndarray.argmax", "self:x axis out * keepdims"},
               {"torch.argmax", "input:x dim:axis keepdim:keepdims"},
               {"Tensor.argmax", "self:x dim:axis keepdim:keepdims"},
               {"argmax", "x axis keepdims"}},
     .forward = argmax_forward,
     .kind = labels,
     .formula = "out = the i with the largest x_i",
     .help = "where the largest element is: the predicted class",
     .example = "np.argmax([[1, 9], [8, 2]], axis=1)",
     .result = "array([1, 0])"},
    {.name = "argmin",
     .params = INDEX,
     .spell = {{"np.argmin", "a:x axis out * keepdims"},
               {"ndarray.argmin", "self:x axis out * keepdims"},
               {"torch.argmin", "input:x dim:axis keepdim:keepdims"},
               {"Tensor.argmin", "self:x dim:axis keepdim:keepdims"},
               {"argmin", "x axis keepdims"}},
     .forward = argmin_forward,
     .kind = labels,
     .formula = "out = the i with the smallest x_i",
     .help = "where the smallest element is",
     .example = "np.argmin([3, 1, 2])",
     .result = "1"},
    {0}};
