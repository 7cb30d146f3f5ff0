/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums and what is made of them: mean, variance, norms, counts. */
#include "base/err.h"
#include "base/note.h"
#include "ops/calc.h"
#include "ops/reduce.h"

#include <math.h>

/* Arguments of most rows here: x axis keepdims dtype out. */
enum { X, AXIS, KEEPDIMS, DTYPE, OUT };

static Array *x_of(const OpCall *call) {
  return call->arg[X].array;
}

static bool torch(const OpCall *call) {
  return call->family == FAMILY_TORCH;
}

static bool keep(const OpCall *call) {
  return call->arg[KEEPDIMS].b;
}

/* Converts to the dtype asked for and delivers by way of out=. */
static bool deliver(OpCall *call, Array *result, DType dtype, int out) {
  if (result && result->dtype != dtype) {
    Array *converted = array_as(result, dtype);
    array_unref(result);
    result = converted;
  }
  return calc_deliver(call, result, out);
}

/* The dtype of a sum: NumPy keeps unsigned ones unsigned. */
static DType total_dtype(const OpCall *call) {
  DType t = (DType)x_of(call)->dtype;
  if (calc_given(call, DTYPE))
    return call->arg[DTYPE].dtype;
  if (dtype_is_float(t))
    return t;
  return dtype_class(t) == 'u' && !torch(call) ? DT_U64 : DT_I64;
}

static bool fold_row(OpCall *call, BinaryOp op) {
  FoldAxes axes;
  DType dtype = total_dtype(call);
  if (!reduce_axes(x_of(call), &call->arg[AXIS], &axes))
    return false;
  DType loop = reduce_sum_dtype(dtype);
  Array *out = reduce_fold(op, x_of(call), loop, &axes);
  return deliver(call, reduce_finish(out, &axes, keep(call)), dtype, OUT);
}

/* torch numbers the variants: the sum of all is the first. */
static void name_variant(OpCall *call, const char *along) {
  if (call->arg[AXIS].tag != ARG_NONE)
    call->grad_fn = along;
}

static bool sum_forward(OpCall *call) {
  name_variant(call, "SumBackward1");
  return fold_row(call, BINARY_ADD);
}

static bool prod_forward(OpCall *call) {
  name_variant(call, "ProdBackward1");
  return fold_row(call, BINARY_MUL);
}

static Array *spread(const OpCall *call, Array *dout) {
  FoldAxes axes;
  if (!reduce_axes(x_of(call), &call->arg[AXIS], &axes))
    return NULL;
  return reduce_spread(dout, x_of(call), &axes);
}

static Array *sum_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  return calc_fit(spread(call, dout), x_of(call));
}

/* out / x, and where that fails (zeros) the product of the others. */
static Array *prod_backward(const OpCall *call, int wrt, Array *dout) {
  FoldAxes axes;
  Array *x = x_of(call);
  (void)wrt;
  if (!reduce_axes(x, &call->arg[AXIS], &axes))
    return NULL;
  Array *zero = calc_number(BINARY_EQ, calc_keep(x), 0);
  Array *zeros = zero ? reduce_fold(BINARY_ADD, zero, DT_I64, &axes) : NULL;
  Array *one = calc_add(calc_keep(x), calc_keep(zero)); /* 1 for each zero */
  Array *product =
      one ? reduce_fold(BINARY_MUL, one, (DType)x->dtype, &axes) : NULL;
  Array *other_zeros = calc_binary(BINARY_NE, zeros, zero);
  Array *others = calc_mask(calc_div(product, one),
                            calc_unary(UNARY_LOGICAL_NOT, other_zeros));
  return calc_mul(spread(call, dout), others);
}

static bool need_float(const OpCall *call, DType t) {
  if (!torch(call) || dtype_is_float(t))
    return true;
  return err_set(ERR_RuntimeError,
                 "mean(): could not infer output dtype. Input dtype must be "
                 "either a floating point or complex dtype. Got: %s",
                 elementwise_torch_name(t));
}

static DType mean_dtype(const OpCall *call) {
  DType t = (DType)x_of(call)->dtype;
  if (calc_given(call, DTYPE))
    return call->arg[DTYPE].dtype;
  return dtype_is_float(t) || torch(call) ? t : DT_F64;
}

/* The mean with the reduced axes kept; n elements go into each. */
static Array *mean_of(Array *x, DType loop, const FoldAxes *axes, double n) {
  return calc_number(BINARY_DIV, reduce_fold(BINARY_ADD, x, loop, axes), n);
}

static bool mean_forward(OpCall *call) {
  name_variant(call, "MeanBackward1");
  FoldAxes axes;
  Array *x = x_of(call);
  DType dtype = mean_dtype(call);
  if (!need_float(call, dtype) || !reduce_axes(x, &call->arg[AXIS], &axes))
    return false;
  int64_t n = reduce_count(x, &axes);
  if (!n && !torch(call))
    note_add("RuntimeWarning", "Mean of empty slice.");
  Array *out = mean_of(x, reduce_sum_dtype(dtype), &axes, (double)n);
  return deliver(call, reduce_finish(out, &axes, keep(call)), dtype, OUT);
}

static Array *mean_backward(const OpCall *call, int wrt, Array *dout) {
  FoldAxes axes;
  (void)wrt;
  if (!reduce_axes(x_of(call), &call->arg[AXIS], &axes))
    return NULL;
  double n = (double)reduce_count(x_of(call), &axes);
  return calc_fit(
      calc_number(BINARY_DIV, reduce_spread(dout, x_of(call), &axes), n),
      x_of(call));
}

/* var and std: x axis keepdims dtype out where ddof unbiased */
enum { DDOF = 6, UNBIASED };

static double ddof_of(const OpCall *call) {
  const Arg *ddof = &call->arg[DDOF];
  if (calc_given(call, UNBIASED))
    return call->arg[UNBIASED].b ? 1 : 0;
  return ddof->tag == ARG_INT     ? (double)ddof->i
         : ddof->tag == ARG_FLOAT ? ddof->f
                                  : 0;
}

/* The mean of squared distances from the mean; the reduced axes stay. */
static Array *variance(Array *x, DType loop, const FoldAxes *axes,
                       double ddof) {
  double n = (double)reduce_count(x, axes);
  double divisor = n > ddof ? n - ddof : 0;
  Array *wide = array_as(x, loop), *out = NULL;
  Array *gap =
      wide ? calc_sub(calc_keep(wide), mean_of(wide, loop, axes, n)) : NULL;
  Array *square = calc_unary(UNARY_SQUARE, gap);
  if (square)
    out = mean_of(square, loop, axes, divisor);
  array_unref(square);
  array_unref(wide);
  return out;
}

/* The same with x's axes in the order of memory, in which NumPy adds. */
static Array *ordered_variance(Array *x, DType loop, const FoldAxes *axes,
                               double ddof) {
  int order[ARRAY_MAX_DIMS];
  FoldAxes sorted_axes = {.count = axes->count};
  int64_t stride[ARRAY_MAX_DIMS];
  Array *sorted = fold_memory_order(x, order), *back = NULL;
  for (int d = 0; d < x->ndim; d++)
    sorted_axes.reduced[d] = axes->reduced[order[d]];
  Array *v = sorted ? variance(sorted, loop, &sorted_axes, ddof) : NULL;
  int64_t shape[ARRAY_MAX_DIMS];
  for (int d = 0; v && d < x->ndim; d++) {
    shape[order[d]] = v->shape[d];
    stride[order[d]] = v->stride[d];
  }
  if (v)
    back = array_view(v, x->ndim, shape, stride, v->data);
  Array *out = back ? array_copy(back) : NULL;
  array_unref(back);
  array_unref(v);
  array_unref(sorted);
  return out;
}

static bool spread_row(OpCall *call, bool root) {
  FoldAxes axes;
  Array *x = x_of(call);
  DType dtype = mean_dtype(call);
  if (torch(call) && !dtype_is_float(dtype))
    return err_set(ERR_RuntimeError,
                   "std and var only support floating point and complex "
                   "dtypes");
  if (!reduce_axes(x, &call->arg[AXIS], &axes))
    return false;
  if (!torch(call) && (double)reduce_count(x, &axes) <= ddof_of(call))
    note_add("RuntimeWarning", "Degrees of freedom <= 0 for slice");
  DType loop = torch(call) ? DT_F64 : reduce_sum_dtype(dtype);
  Array *out = ordered_variance(x, loop, &axes, ddof_of(call));
  if (root)
    out = calc_unary(UNARY_SQRT, out);
  return deliver(call, reduce_finish(out, &axes, keep(call)), dtype, OUT);
}

static bool var_forward(OpCall *call) {
  return spread_row(call, false);
}

static bool std_forward(OpCall *call) {
  return spread_row(call, true);
}

/* 2 (x - mean) / (n - ddof) */
static Array *variance_gradient(const OpCall *call, Array *d) {
  FoldAxes axes;
  Array *x = x_of(call);
  if (!d || !reduce_axes(x, &call->arg[AXIS], &axes)) {
    array_unref(d);
    return NULL;
  }
  double n = (double)reduce_count(x, &axes);
  Array *gap = calc_sub(calc_keep(x), mean_of(x, (DType)x->dtype, &axes, n));
  Array *wide = reduce_spread(d, x, &axes);
  array_unref(d);
  wide = calc_scale(wide, 2 / (n - ddof_of(call)));
  return calc_fit(calc_mul(wide, gap), x);
}

static Array *var_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  return variance_gradient(call, calc_keep(dout));
}

static Array *std_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  Array *d = calc_div(calc_keep(dout), calc_scale(calc_keep(call->out), 2));
  return variance_gradient(
      call, calc_mask(d, calc_number(BINARY_NE, calc_keep(call->out), 0)));
}

static bool truth_row(OpCall *call, BinaryOp op) {
  FoldAxes axes;
  Array *x = x_of(call);
  if (!reduce_axes(x, &call->arg[AXIS], &axes))
    return false;
  Array *flags = array_as(x, DT_BOOL), *out = NULL;
  Array *counts = flags ? reduce_fold(BINARY_ADD, flags, DT_I64, &axes) : NULL;
  int64_t n = reduce_count(x, &axes);
  if (counts)
    out = op == BINARY_MAX ? calc_number(BINARY_GT, counts, 0)
                           : calc_number(BINARY_EQ, counts, (double)n);
  array_unref(flags);
  return deliver(call, reduce_finish(out, &axes, keep(call)), DT_BOOL, OUT);
}

static bool any_forward(OpCall *call) {
  return truth_row(call, BINARY_MAX);
}

static bool all_forward(OpCall *call) {
  return truth_row(call, BINARY_MIN);
}

static bool count_nonzero_forward(OpCall *call) {
  FoldAxes axes;
  if (!reduce_axes(x_of(call), &call->arg[AXIS], &axes))
    return false;
  Array *flags = array_as(x_of(call), DT_BOOL);
  Array *out = flags ? reduce_fold(BINARY_ADD, flags, DT_I64, &axes) : NULL;
  array_unref(flags);
  call->out = reduce_finish(out, &axes, keep(call));
  return call->out;
}

/* logsumexp: the maximum is taken out first, so that nothing overflows. */
static bool logsumexp_forward(OpCall *call) {
  FoldAxes axes;
  Array *x = x_of(call);
  DType dtype = dtype_is_float((DType)x->dtype) ? (DType)x->dtype
                : torch(call)                   ? dtype_torch_float
                                                : DT_F64;
  if (!reduce_axes(x, &call->arg[AXIS], &axes))
    return false;
  DType loop = reduce_sum_dtype(dtype);
  Array *wide = x->dtype == loop ? array_ref(x) : array_as(x, loop);
  Array *sum = NULL;
  Array *max = !wide ? NULL
               : reduce_count(x, &axes)
                   ? fold_axes(BINARY_MAX, wide, &axes)
                   : reduce_fold(BINARY_ADD, wide, loop, &axes);
  Array *finite =
      calc_mask(calc_keep(max), calc_unary(UNARY_ISFINITE, calc_keep(max)));
  Array *exps =
      calc_unary(UNARY_EXP, calc_sub(calc_keep(wide), calc_keep(finite)));
  if (exps)
    sum = reduce_fold(BINARY_ADD, exps, loop, &axes);
  Array *out = calc_add(calc_unary(UNARY_LOG, sum), finite);
  array_unref(exps);
  array_unref(max);
  array_unref(wide);
  return deliver(call, reduce_finish(out, &axes, keep(call)), dtype, OUT);
}

/* The softmax of x. */
static Array *logsumexp_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  Array *p = calc_unary(
      UNARY_EXP, calc_sub(calc_keep(x_of(call)), spread(call, call->out)));
  return calc_fit(calc_mul(spread(call, dout), p), x_of(call));
}

/* norm: x axis keepdims ord */
enum { ORD = 3 };

/* The order of the norm: 2 unless said; "fro" is 2, "inf" and nan handled by
   the caller. False: not known. */
static bool order_of(const OpCall *call, double *order) {
  const Arg *a = &call->arg[ORD];
  *order = 2;
  if (a->tag == ARG_INT)
    *order = (double)a->i;
  else if (a->tag == ARG_FLOAT)
    *order = a->f;
  else if (a->tag == ARG_ARRAY)
    *order = array_get(a->array, 0);
  else if (a->tag == ARG_TEXT && a->text[0] != 'f')
    return err_set(ERR_ValueError, "Invalid norm order '%s' for vectors",
                   a->text);
  return true;
}

static Array *power_sum(Array *size, double order, const FoldAxes *axes) {
  DType t = (DType)size->dtype;
  if (order == INFINITY || order == -INFINITY)
    return fold_axes(order > 0 ? BINARY_MAX : BINARY_MIN, size, axes);
  Array *power = order == 0   ? calc_number(BINARY_NE, calc_keep(size), 0)
                 : order == 1 ? calc_keep(size)
                 : order == 2 ? calc_unary(UNARY_SQUARE, calc_keep(size))
                              : calc_number(BINARY_POW, calc_keep(size), order);
  Array *sum = power ? reduce_fold(BINARY_ADD, power, t, axes) : NULL;
  array_unref(power);
  if (order == 0 || order == 1)
    return sum;
  return order == 2 ? calc_unary(UNARY_SQRT, sum)
                    : calc_number(BINARY_POW, sum, 1 / order);
}

/* The length of n float32 values as torch adds their squares: packed ones in
   eight lanes, then the lanes, then the rest; others one by one. */
static float torch_length(const float *x, int64_t n, int64_t step) {
  float lane[8] = {0}, sum = 0;
  int64_t i = 0;
  for (; step == 1 && n - i >= 8; i += 8)
    for (int k = 0; k < 8; k++)
      lane[k] = fmaf(x[i + k], x[i + k], lane[k]);
  for (int k = 0; k < 8; k++)
    sum += lane[k];
  for (; i < n; i++)
    sum = fmaf(x[i * step], x[i * step], sum);
  return sqrtf(sum);
}

/* The reduced axes of a float32 tensor as one loop; false: they are apart. */
static bool torch_loop(const Array *x, const FoldAxes *axes, AxisLoop *loop) {
  int axis = 0;
  *loop = (AxisLoop){1, x->size, 1};
  if (axes->count == x->ndim)
    return true;
  while (!axes->reduced[axis])
    axis++;
  *loop = array_axis_loop(x, axis);
  return axes->count == 1;
}

static Array *torch_norm(Array *x, AxisLoop loop, const FoldAxes *axes) {
  int64_t shape[ARRAY_MAX_DIMS];
  for (int d = 0; d < x->ndim; d++)
    shape[d] = axes->reduced[d] ? 1 : x->shape[d];
  Array *c = array_contiguous(x);
  Array *out = c ? array_new(FAMILY_TORCH, DT_F32, x->ndim, shape) : NULL;
  for (int64_t k = 0; out && k < loop.outer * loop.inner; k++)
    ((float *)out->data)[k] =
        torch_length((float *)c->data + k / loop.inner * loop.n * loop.inner +
                         k % loop.inner,
                     loop.n, loop.inner);
  array_unref(c);
  return out;
}

static Array *any_norm(const OpCall *call, double order, DType dtype,
                       const FoldAxes *axes) {
  Array *x = x_of(call);
  AxisLoop loop;
  if (torch(call) && x->dtype == DT_F32 && order == 2 &&
      torch_loop(x, axes, &loop))
    return torch_norm(x, loop, axes);
  Array *size = array_as(x, reduce_sum_dtype(dtype));
  size = calc_unary(UNARY_ABS, size);
  Array *out = size ? power_sum(size, order, axes) : NULL;
  array_unref(size);
  return out;
}

static bool refuse_matrix_norm(const OpCall *call, const FoldAxes *axes) {
  return axes->count == 2 && calc_given(call, ORD) &&
         call->arg[ORD].tag != ARG_TEXT && !torch(call);
}

static bool norm_forward(OpCall *call) {
  FoldAxes axes;
  double order;
  Array *x = x_of(call);
  if (!reduce_axes(x, &call->arg[AXIS], &axes) || !order_of(call, &order))
    return false;
  if (refuse_matrix_norm(call, &axes))
    return err_set(ERR_Unsupported,
                   "xent does not support norms of matrices other than the "
                   "Frobenius norm");
  bool real = dtype_is_float((DType)x->dtype);
  if (torch(call) && !real)
    return err_set(ERR_RuntimeError,
                   "norm(): input dtype should be either floating point or "
                   "complex. Got %s instead.",
                   elementwise_torch_name((DType)x->dtype));
  DType dtype = real ? (DType)x->dtype : DT_F64;
  Array *out = any_norm(call, order, dtype, &axes);
  return deliver(call, reduce_finish(out, &axes, keep(call)), dtype, 4);
}

/* All of the largest |x| share. */
static Array *largest_gradient(const OpCall *call, Array *dout) {
  FoldAxes axes;
  Array *x = x_of(call);
  if (!reduce_axes(x, &call->arg[AXIS], &axes))
    return NULL;
  Array *won = calc_binary(BINARY_EQ, calc_unary(UNARY_ABS, calc_keep(x)),
                           spread(call, call->out));
  Array *count = won ? reduce_fold(BINARY_ADD, won, DT_I64, &axes) : NULL;
  Array *share = calc_div(spread(call, dout), count);
  return calc_mask(calc_mul(share, calc_unary(UNARY_SIGN, calc_keep(x))), won);
}

/* x |x|^(p-2) / out^(p-1); for p = 2 simply x / out, 0 at the origin. */
static Array *norm_backward(const OpCall *call, int wrt, Array *dout) {
  double order;
  Array *x = x_of(call);
  (void)wrt;
  if (!order_of(call, &order))
    return NULL;
  if (order == 1)
    return calc_mul(spread(call, dout), calc_unary(UNARY_SIGN, calc_keep(x)));
  if (order == INFINITY)
    return largest_gradient(call, dout);
  if (order == 0)
    return calc_scale(calc_keep(x), 0);
  if (order < 0)
    return err_null(ERR_Unsupported,
                    "xent does not support gradients of a norm of order %g",
                    order);
  Array *out = spread(call, call->out);
  Array *top = calc_mul(
      calc_keep(x),
      calc_number(BINARY_POW, calc_unary(UNARY_ABS, calc_keep(x)), order - 2));
  Array *slope =
      calc_div(top, calc_number(BINARY_POW, calc_keep(out), order - 1));
  return calc_mask(calc_mul(spread(call, dout), slope),
                   calc_number(BINARY_NE, out, 0));
}

static bool check_counts(const Array *x) {
  if (x->ndim != 1)
    return err_set(ERR_ValueError, "object too deep for desired array");
  if (dtype_is_float((DType)x->dtype))
    return err_set(ERR_TypeError,
                   "Cannot cast array data from dtype('%s') to dtype('int64') "
                   "according to the rule 'safe'",
                   dtype_name((DType)x->dtype));
  for (int64_t i = 0; i < x->size; i++)
    if (array_get_int(x, i) < 0)
      return err_set(ERR_ValueError,
                     "'list' argument must have no negative elements");
  return true;
}

/* How often each number occurs, or the sum of the weights where it does. */
static bool bincount_forward(OpCall *call) {
  Array *x = x_of(call);
  Array *weights = calc_given(call, 1) ? call->arg[1].array : NULL;
  int64_t n = calc_given(call, 2) ? call->arg[2].i : 0;
  if (!check_counts(x))
    return false;
  if (weights && weights->size != x->size)
    return err_set(ERR_ValueError,
                   "The weights and list don't have the same length.");
  for (int64_t i = 0; i < x->size; i++)
    n = n > array_get_int(x, i) ? n : array_get_int(x, i) + 1;
  Array *out = array_zeros(call->family, weights ? DT_F64 : DT_I64, 1, &n);
  if (!out)
    return false;
  for (int64_t i = 0; i < x->size; i++) {
    int64_t at = array_get_int(x, i);
    if (weights)
      ((double *)out->data)[at] += array_get(weights, i);
    else
      ((int64_t *)out->data)[at]++;
  }
  bool narrow = weights && call->family == FAMILY_TORCH &&
                weights->dtype == DT_F32;
  call->out = narrow ? array_as(out, DT_F32) : array_ref(out);
  array_unref(out);
  return call->out;
}

#define PARAMS "x:array axis:ints? keepdims:bool=False dtype:dtype? out:array?"
#define NP "a:x axis dtype out keepdims"
#define SELF "self:x axis dtype out keepdims"
#define TORCH "input:x dim:axis keepdim:keepdims * dtype"
#define TENSOR "self:x dim:axis keepdim:keepdims * dtype"
#define SPREAD PARAMS " where:array? ddof:number=0 unbiased:bool?"
#define TRUTH "x:array axis:ints? keepdims:bool=False dtype:dtype? out:array?"

const Op total_ops[] = {
    {.name = "sum",
     .params = PARAMS,
     .spell = {{"np.sum", NP},
               {"ndarray.sum", SELF},
               {"torch.sum", TORCH},
               {"Tensor.sum", TENSOR}},
     .forward = sum_forward,
     .backward = sum_backward,
     .grad_fn = "Sum",
     .formula = "out = sum_i x_i",
     .help = "adds up all elements, or those along an axis",
     .example = "np.sum([[1, 2], [3, 4]], axis=0)",
     .result = "array([4, 6])"},
    {.name = "prod",
     .params = PARAMS,
     .spell = {{"np.prod np.product", NP},
               {"ndarray.prod", SELF},
               {"torch.prod", TORCH},
               {"Tensor.prod", TENSOR},
               {"prod", "x axis"}},
     .forward = prod_forward,
     .backward = prod_backward,
     .saved = "x out",
     .grad_fn = "Prod",
     .formula = "out = product of all x_i",
     .help = "multiplies all elements, or those along an axis",
     .example = "np.prod([2, 3, 4])",
     .result = "24"},
    {.name = "mean",
     .params = PARAMS,
     .spell = {{"np.mean", NP},
               {"ndarray.mean", SELF},
               {"torch.mean", TORCH},
               {"Tensor.mean", TENSOR},
               {"mean", "x axis keepdims"}},
     .forward = mean_forward,
     .backward = mean_backward,
     .grad_fn = "Mean",
     .formula = "out = (sum_i x_i) / n",
     .help = "the average of all elements, or of those along an axis",
     .example = "np.mean([1, 2, 6])",
     .result = "3.0"},
    {.name = "var",
     .params = SPREAD,
     .spell = {{"np.var", "a:x axis dtype out ddof keepdims"},
               {"ndarray.var", "self:x axis dtype out ddof keepdims"},
               {"_row.var", "input:x dim:axis unbiased keepdim:keepdims "
                            "* correction:ddof=1"},
               {"var", "x axis ddof keepdims"}},
     .forward = var_forward,
     .backward = var_backward,
     .saved = "x",
     .grad_fn = "Var",
     .formula = "out = sum_i (x_i - mean)**2 / (n - ddof)",
     .help = "the variance; NumPy divides by n, torch by n - 1",
     .example = "np.var([1, 2, 6])",
     .result = "4.666666666666667"},
    {.name = "std",
     .params = SPREAD,
     .spell = {{"np.std", "a:x axis dtype out ddof keepdims"},
               {"ndarray.std", "self:x axis dtype out ddof keepdims"},
               {"_row.std", "input:x dim:axis unbiased keepdim:keepdims "
                            "* correction:ddof=1"},
               {"std", "x axis ddof keepdims"}},
     .forward = std_forward,
     .backward = std_backward,
     .saved = "x out",
     .grad_fn = "Std",
     .formula = "out = sqrt(var(x))",
     .help = "the standard deviation; NumPy divides by n, torch by n - 1",
     .example = "np.std([1, 3])",
     .result = "1.0"},
    {.name = "any",
     .params = TRUTH,
     .spell = {{"np.any", "a:x axis out keepdims"},
               {"ndarray.any", "self:x axis out keepdims"},
               {"torch.any", "input:x dim:axis keepdim:keepdims"},
               {"Tensor.any", "self:x dim:axis keepdim:keepdims"}},
     .forward = any_forward,
     .formula = "out = x_1 or x_2 or ...",
     .help = "whether some element is true (not zero)",
     .example = "np.any([0, 0, 3])",
     .result = "True"},
    {.name = "all",
     .params = TRUTH,
     .spell = {{"np.all", "a:x axis out keepdims"},
               {"ndarray.all", "self:x axis out keepdims"},
               {"torch.all", "input:x dim:axis keepdim:keepdims"},
               {"Tensor.all", "self:x dim:axis keepdim:keepdims"}},
     .forward = all_forward,
     .formula = "out = x_1 and x_2 and ...",
     .help = "whether every element is true (not zero)",
     .example = "np.all([1, 0, 3])",
     .result = "False"},
    {.name = "count_nonzero",
     .params = "x:array axis:ints? keepdims:bool=False",
     .spell = {{"torch.count_nonzero", "input:x dim:axis"},
               {"Tensor.count_nonzero", "self:x dim:axis"}},
     .forward = count_nonzero_forward,
     .formula = "out = how many x_i are not 0",
     .help = "counts what is not zero (or not False)",
     .example = "torch.count_nonzero(torch.tensor([0, 2, 3]))",
     .result = "tensor(2)"},
    {.name = "logsumexp",
     .params = "x:array axis:ints? keepdims:bool=False dtype:dtype? "
               "out:array?",
     .spell = {{"torch.logsumexp", "input:x dim:axis keepdim:keepdims"},
               {"Tensor.logsumexp", "self:x dim:axis keepdim:keepdims"},
               {"logsumexp", "x axis keepdims"}},
     .forward = logsumexp_forward,
     .backward = logsumexp_backward,
     .saved = "x out",
     .grad_fn = "Logsumexp",
     .formula = "out = m + ln sum_i exp(x_i - m), m = max(x)",
     .help = "ln of the sum of exp(x), without overflow",
     .example = "logsumexp([1000, 1000])",
     .result = "1000.6931"},
    {.name = "norm",
     .params = "x:array axis:ints? keepdims:bool=False ord:any? out:array?",
     .spell = {{"torch.norm", "input:x p:ord dim:axis keepdim:keepdims"},
               {"_row.linalg_norm torch.linalg.vector_norm",
                "A:x ord dim:axis keepdim:keepdims"},
               {"Tensor.norm", "self:x p:ord dim:axis keepdim:keepdims"},
               {"norm", "x ord axis keepdims"}},
     .forward = norm_forward,
     .backward = norm_backward,
     .saved = "x out",
     .grad_fn = "NormBackward1",
     .formula = "out = (sum_i |x_i|**p) ** (1/p)",
     .help = "the length of a vector (p = 2 unless said)",
     .example = "torch.norm(torch.tensor([3., 4.]))",
     .result = "tensor(5.)"},
    {.name = "bincount",
     .params = "x:array weights:array? minlength:int=0",
     .spell = {{"np.bincount", "x weights minlength"},
               {"torch.bincount", "input:x weights minlength"},
               {"Tensor.bincount", "self:x weights minlength"}},
     .forward = bincount_forward,
     .formula = "out_k = how many x_i are k",
     .help = "how often 0, 1, 2 ... occur: rows per class",
     .example = "np.bincount([0, 1, 1, 3])",
     .result = "array([1, 2, 0, 1])"},
    {0}};
