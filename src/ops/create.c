/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrays from nothing: zeros, ranges, identities; and parts of matrices. */
#include "base/err.h"
#include "ops/calc.h"

#include <math.h>
#include <string.h>

/* Arguments of zeros, ones, empty: shape dtype requires_grad device order */
enum { SHAPE, DTYPE, GRAD };

static DType default_float(Family family) {
  return family == FAMILY_TORCH ? dtype_torch_float : DT_F64;
}

static int shape_of(const Arg *arg, const int64_t **shape) {
  *shape = arg->tag == ARG_INT ? &arg->i : arg->ints;
  return arg->tag == ARG_INT ? 1 : arg->tag == ARG_INTS ? arg->count : 0;
}

static Array *fill(Array *out, double value) {
  Array *v = out ? array_scalar((Family)out->family, DT_F64, value) : NULL;
  bool ok = v && array_assign(out, v);
  array_unref(v);
  if (ok)
    return out;
  array_unref(out);
  return NULL;
}

/* Finishes a new array: torch's requires_grad is argument n. */
static bool give(OpCall *call, Array *out, int n) {
  if (out && calc_given(call, n) && call->arg[n].b) {
    if (!dtype_is_float((DType)out->dtype)) {
      array_unref(out);
      return err_set(ERR_RuntimeError,
                     "Only Tensors of floating point and complex dtype can "
                     "require gradients");
    }
    array_follow(out);
  }
  call->out = out;
  return out;
}

static bool constant(OpCall *call, double value) {
  const int64_t *shape;
  int ndim = shape_of(&call->arg[SHAPE], &shape);
  DType t = calc_given(call, DTYPE) ? call->arg[DTYPE].dtype
                                    : default_float(call->family);
  Array *out = array_zeros(call->family, t, ndim, shape);
  return give(call, value ? fill(out, value) : out, GRAD);
}

static bool zeros_forward(OpCall *call) {
  return constant(call, 0);
}

static bool ones_forward(OpCall *call) {
  return constant(call, 1);
}

/* x dtype requires_grad */
static bool constant_like(OpCall *call, double value) {
  const Array *x = call->arg[SHAPE].array;
  DType t = calc_given(call, DTYPE) ? call->arg[DTYPE].dtype : (DType)x->dtype;
  Array *out = array_zeros(call->family, t, x->ndim, x->shape);
  return give(call, value ? fill(out, value) : out, GRAD);
}

static bool zeros_like_forward(OpCall *call) {
  return constant_like(call, 0);
}

static bool ones_like_forward(OpCall *call) {
  return constant_like(call, 1);
}

/* The dtype that a fill value gives: a Python float is a torch float32. */
static DType value_dtype(const OpCall *call, const Arg *value) {
  DType t = (DType)value->array->dtype;
  return value->was_list && t == DT_F64 ? default_float(call->family) : t;
}

static Array *filled(OpCall *call, DType t, int ndim, const int64_t *shape,
                     Array *value) {
  Array *out = array_new(call->family, t, ndim, shape);
  if (out && !array_assign(out, value)) {
    array_unref(out);
    return NULL;
  }
  return out;
}

/* shape dtype requires_grad value */
static bool full_forward(OpCall *call) {
  const int64_t *shape;
  int ndim = shape_of(&call->arg[SHAPE], &shape);
  const Arg *value = &call->arg[3];
  DType t = calc_given(call, DTYPE) ? call->arg[DTYPE].dtype
                                    : value_dtype(call, value);
  return give(call, filled(call, t, ndim, shape, value->array), GRAD);
}

static bool full_like_forward(OpCall *call) {
  const Array *x = call->arg[SHAPE].array;
  DType t = calc_given(call, DTYPE) ? call->arg[DTYPE].dtype : (DType)x->dtype;
  return give(call, filled(call, t, x->ndim, x->shape, call->arg[3].array),
              GRAD);
}

/* n dtype requires_grad m k: ones where column - row is k */
static bool eye_forward(OpCall *call) {
  int64_t n = call->arg[0].i, m = calc_given(call, 3) ? call->arg[3].i : n;
  int64_t k = calc_given(call, 4) ? call->arg[4].i : 0;
  DType t = calc_given(call, DTYPE) ? call->arg[DTYPE].dtype
                                    : default_float(call->family);
  Array *out = array_zeros(call->family, t, 2, (int64_t[]){n, m});
  for (int64_t i = 0; out && i < n; i++)
    if (i + k >= 0 && i + k < m)
      array_put(out, i * m + i + k, 1);
  if (out && !k)
    out->kind = (Kind){.name = KIND_ONEHOT};
  return give(call, out, GRAD);
}

static double number(const Arg *arg) {
  return arg->tag == ARG_INT ? (double)arg->i : arg->f;
}

/* start dtype requires_grad stop step */
enum { STOP = 3, STEP };

static bool all_whole(const OpCall *call) {
  return call->arg[0].tag == ARG_INT && call->arg[STOP].tag != ARG_FLOAT &&
         call->arg[STEP].tag != ARG_FLOAT;
}

static bool zero_step(const OpCall *call) {
  if (call->family == FAMILY_TORCH)
    return err_set(ERR_RuntimeError, "step must be nonzero");
  return err_set(ERR_ZeroDivisionError, "division by zero");
}

static bool bad_direction(const OpCall *call, double length) {
  return call->family == FAMILY_TORCH && length < 0 &&
         !err_set(ERR_RuntimeError, "upper bound and larger bound "
                                    "inconsistent with step sign");
}

/* How many of n elements torch computes in vectors of eight, two at a time. */
static int64_t in_vectors(int64_t n) {
  return n - n % 16;
}

/* NumPy multiplies the step as float arithmetic made it; torch rounds the
   first of each vector to float32 before it goes on. */
static double counted(const Array *out, int64_t i, double start, double step) {
  if (out->family != FAMILY_TORCH)
    return start + (double)i * ((start + step) - start);
  if (out->dtype != DT_F32 || i >= in_vectors(out->size))
    return start + step * (double)i;
  int64_t lane = i % 8;
  return (double)(float)(start + step * (double)(i - lane)) +
         (double)lane * step;
}

static void count_up(Array *out, double start, double step) {
  DType t = (DType)out->dtype;
  size_t size = dtype_size(t);
  for (int64_t i = 0; i < out->size; i++) {
    char *at = (char *)out->data + (size_t)i * size;
    if (dtype_is_float(t))
      dtype_put_double(t, at, counted(out, i, start, step));
    else
      dtype_put_int(t, at, (int64_t)start + i * (int64_t)step);
  }
}

static bool arange_forward(OpCall *call) {
  bool one = !calc_given(call, STOP);
  double start = one ? 0 : number(&call->arg[0]);
  double stop = number(&call->arg[one ? 0 : STOP]);
  double step = number(&call->arg[STEP]);
  if (step == 0)
    return zero_step(call);
  double length = ceil((stop - start) / step);
  if (bad_direction(call, length))
    return false;
  if (isnan(length) || length > 0x1p62)
    return err_set(ERR_ValueError, isnan(length)
                                       ? "arange: cannot compute length"
                                       : "Maximum allowed size exceeded");
  int64_t n = length > 0 ? (int64_t)length : 0;
  DType t = calc_given(call, DTYPE) ? call->arg[DTYPE].dtype
            : all_whole(call)       ? DT_I64
                                    : default_float(call->family);
  Array *out = array_new(call->family, t, 1, &n);
  if (out)
    count_up(out, start, step);
  return give(call, out, GRAD);
}

/* NumPy: i * step + start, the last value exactly stop. */
static void numpy_steps(double *x, int64_t n, double start, double stop,
                        bool endpoint) {
  double div = (double)(endpoint ? n - 1 : n), step = (stop - start) / div;
  for (int64_t i = 0; i < n; i++) {
    double offset = div > 0 ? (step != 0 ? (double)i * step
                                         : (double)i / div * (stop - start))
                            : (double)i * (stop - start);
    x[i] = offset + start;
  }
  if (endpoint && n > 1)
    x[n - 1] = stop;
}

/* torch counts from both ends towards the middle, in float32 by vectors. */
static void torch_steps32(float *x, int64_t n, double a, double b) {
  float start = (float)a, stop = (float)b;
  float step = n > 1 ? (stop - start) / (float)(n - 1) : 0;
  int64_t half = n > 1 ? n / 2 : 1;
  for (int64_t i = 0; i < n; i++) {
    int64_t lane = i < in_vectors(n) ? i % 8 : 0, first = i - lane;
    float base = first < half ? fmaf(step, (float)first, start)
                              : fmaf(-step, (float)(n - first - 1), stop);
    x[i] = base + (float)lane * step;
  }
}

static void torch_steps64(double *x, int64_t n, double start, double stop) {
  double step = n > 1 ? (stop - start) / (double)(n - 1) : 0;
  for (int64_t i = 0; i < n; i++)
    x[i] = i < n / 2 || n == 1 ? start + step * (double)i
                               : stop - step * (double)(n - i - 1);
}

static Array *spaced(OpCall *call, int64_t n, double start, double stop,
                     bool endpoint, DType t) {
  bool torch = call->family == FAMILY_TORCH;
  DType loop = torch && t == DT_F32 ? DT_F32 : DT_F64;
  Array *out = array_new(call->family, loop, 1, &n);
  if (!out)
    return NULL;
  if (loop == DT_F32)
    torch_steps32(out->data, n, start, stop);
  else if (torch)
    torch_steps64(out->data, n, start, stop);
  else
    numpy_steps(out->data, n, start, stop, endpoint);
  return out;
}

static Array *to_dtype(Array *a, DType t) {
  if (!a || a->dtype == t)
    return a;
  if (!dtype_is_float(t))
    a = calc_unary(UNARY_FLOOR, a);
  Array *out = a ? array_as(a, t) : NULL;
  array_unref(a);
  return out;
}

/* start dtype requires_grad stop num endpoint base */
enum { NUM = 4, ENDPOINT, BASE };

static bool check_count(const OpCall *call, int64_t n) {
  if (n >= 0)
    return true;
  if (call->family == FAMILY_TORCH)
    return err_set(ERR_RuntimeError, "number of steps must be non-negative");
  return err_set(ERR_ValueError,
                 "Number of samples, %lld, must be non-negative.",
                 (long long)n);
}

static DType spaced_dtype(const OpCall *call) {
  return calc_given(call, DTYPE) ? call->arg[DTYPE].dtype
                                 : default_float(call->family);
}

static bool linspace_forward(OpCall *call) {
  int64_t n = call->arg[NUM].i;
  DType t = spaced_dtype(call);
  if (!check_count(call, n))
    return false;
  Array *out = spaced(call, n, number(&call->arg[0]), number(&call->arg[STOP]),
                      call->arg[ENDPOINT].b, t);
  return give(call, to_dtype(out, t), GRAD);
}

static bool logspace_forward(OpCall *call) {
  int64_t n = call->arg[NUM].i;
  DType t = spaced_dtype(call);
  if (!check_count(call, n))
    return false;
  Array *exponents = spaced(call, n, number(&call->arg[0]),
                            number(&call->arg[STOP]), call->arg[ENDPOINT].b, t);
  Array *base = array_scalar(call->family, DT_F64, number(&call->arg[BASE]));
  Array *out = NULL;
  if (exponents && base)
    out = elementwise_binary(BINARY_POW, (Operand){base, true},
                             elementwise_operand(exponents), call->family);
  array_unref(exponents);
  array_unref(base);
  return give(call, to_dtype(out, t), GRAD);
}

/* Keeps what lies on one side of a diagonal: column - row <= k or >= k. */
static Array *triangle(Array *x, int64_t k, bool lower, Family family) {
  Array *out = array_copy(x);
  if (!out || x->ndim < 2)
    return out;
  int64_t rows = x->shape[x->ndim - 2], columns = x->shape[x->ndim - 1];
  size_t size = dtype_size((DType)x->dtype);
  for (int64_t i = 0; i < out->size; i++) {
    int64_t off = i % columns - i / columns % rows;
    if (lower ? off > k : off < k)
      memset((char *)out->data + (size_t)i * size, 0, size);
  }
  out->family = (uint8_t)family;
  out->kind = (Kind){0};
  return out;
}

static bool triangle_row(OpCall *call, bool lower) {
  Array *x = call->arg[0].array;
  if (x->ndim < 2 && call->family == FAMILY_TORCH)
    return err_set(ERR_RuntimeError,
                   "%s: input tensor must have at least 2 dimensions",
                   call->op->name);
  if (x->ndim == 1) { /* NumPy: a row for each element */
    int64_t shape[2] = {x->size, x->size};
    Array *rows = array_broadcast_to(x, 2, shape);
    call->out =
        rows ? triangle(rows, call->arg[1].i, lower, call->family) : NULL;
    array_unref(rows);
    return call->out;
  }
  call->out = triangle(x, call->arg[1].i, lower, call->family);
  return call->out;
}

static bool tril_forward(OpCall *call) {
  return triangle_row(call, true);
}

static bool triu_forward(OpCall *call) {
  return triangle_row(call, false);
}

static Array *tril_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  return triangle(dout, call->arg[1].i, true, call->family);
}

static Array *triu_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  return triangle(dout, call->arg[1].i, false, call->family);
}

/* A vector on the k-th diagonal of a square matrix. */
static Array *on_diagonal(Array *v, int64_t k, Family family) {
  int64_t n = v->size + (k < 0 ? -k : k);
  Array *out = array_zeros(family, (DType)v->dtype, 2, (int64_t[]){n, n});
  int64_t first = k < 0 ? -k * n : k;
  Array *line =
      out ? array_view(out, 1, &v->size, (int64_t[]){n + 1},
                       (char *)out->data +
                           (size_t)first * dtype_size((DType)v->dtype))
          : NULL;
  Array *flat = array_contiguous(v);
  Array *row =
      flat ? array_view(flat, 1, &v->size, (int64_t[]){1}, flat->data) : NULL;
  bool ok = line && row && array_assign(line, row);
  array_unref(row);
  array_unref(flat);
  array_unref(line);
  if (ok)
    return out;
  array_unref(out);
  return NULL;
}

static Array *diagonal_of(Array *x, int64_t k) {
  int64_t rows = x->shape[0] + (k < 0 ? k : 0);
  int64_t columns = x->shape[1] - (k > 0 ? k : 0);
  int64_t n = rows < columns ? rows : columns;
  n = n < 0 ? 0 : n;
  int64_t first = k < 0 ? -k * x->stride[0] : k * x->stride[1];
  Array *v = array_view(
      x, 1, &n, (int64_t[]){x->stride[0] + x->stride[1]},
      (char *)x->data + (n ? first : 0) * (int64_t)dtype_size((DType)x->dtype));
  Array *out = v ? array_copy(v) : NULL;
  array_unref(v);
  return out;
}

static bool diag_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  if (x->ndim == 1)
    call->out = on_diagonal(x, call->arg[1].i, call->family);
  else if (x->ndim == 2)
    call->out = diagonal_of(x, call->arg[1].i);
  else if (call->family == FAMILY_TORCH)
    return err_set(ERR_RuntimeError, "matrix or a vector expected");
  else
    return err_set(ERR_ValueError, "Input must be 1- or 2-d.");
  return call->out;
}

static bool diagflat_forward(OpCall *call) {
  call->out = on_diagonal(call->arg[0].array, call->arg[1].i, call->family);
  return call->out;
}

static Array *diagflat_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[0].array;
  (void)wrt;
  Array *v = diagonal_of(dout, call->arg[1].i);
  if (v && v->ndim != x->ndim) {
    v->ndim = x->ndim;
    memcpy(v->shape, x->shape, sizeof v->shape);
    int64_t step = 1;
    for (int d = x->ndim - 1; d >= 0; d--) {
      v->stride[d] = step;
      step *= x->shape[d];
    }
  }
  return v;
}

static Array *diag_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[0].array;
  int64_t k = call->arg[1].i;
  if (x->ndim == 1)
    return diagflat_backward(call, wrt, dout);
  Array *dx = array_zeros(call->family, (DType)x->dtype, x->ndim, x->shape);
  for (int64_t i = 0; dx && i < dout->size; i++) {
    int64_t row = i + (k < 0 ? -k : 0), column = i + (k > 0 ? k : 0);
    array_put(dx, row * x->shape[1] + column, array_get(dout, i));
  }
  return dx;
}

/* meshgrid of two vectors: the coordinates of every point of a grid. */
static Array *grid(Array *v, int axis, const int64_t *shape) {
  int64_t stride[2] = {0, 0};
  Array *c = array_contiguous(v);
  stride[axis] = 1;
  Array *view = c ? array_view(c, 2, shape, stride, c->data) : NULL;
  Array *out = view ? array_copy(view) : NULL;
  array_unref(view);
  array_unref(c);
  return out;
}

static bool meshgrid_forward(OpCall *call) {
  Array *x = call->arg[0].array, *y = call->arg[1].array;
  bool ij = calc_given(call, 2) && !strcmp(call->arg[2].text, "ij");
  int64_t shape[2] = {ij ? x->size : y->size, ij ? y->size : x->size};
  call->out = grid(x, ij ? 0 : 1, shape);
  call->out2 = grid(y, ij ? 1 : 0, shape);
  if (call->out && call->out2)
    return true;
  array_unref(call->out);
  array_unref(call->out2);
  call->out = call->out2 = NULL;
  return false;
}

#define NEW                                                                    \
  "shape:ints dtype:dtype? requires_grad:bool=False device:any? "              \
  "order:text?"
#define NP_NEW "shape dtype order"
#define TORCH_NEW "size:shape * dtype device requires_grad"
#define LIKE "x:array dtype:dtype? requires_grad:bool=False"
#define NP_LIKE "a:x dtype"
#define TORCH_LIKE "input:x * dtype requires_grad"
#define SPACED                                                                 \
  "start:number dtype:dtype? requires_grad:bool=False stop:number "            \
  "num:int=50 endpoint:bool=True base:number=10"

const Op create_ops[] = {
    {.name = "zeros",
     .params = NEW,
     .spell = {{"np.zeros", NP_NEW},
               {"torch.zeros", TORCH_NEW},
               {"zeros", "shape"}},
     .forward = zeros_forward,
     .formula = "out_i = 0",
     .help = "an array of zeros",
     .example = "np.zeros((2, 2))",
     .result = "array([[0., 0.],\n       [0., 0.]])"},
    {.name = "ones",
     .params = NEW,
     .spell = {{"np.ones", NP_NEW},
               {"torch.ones", TORCH_NEW},
               {"ones", "shape"}},
     .forward = ones_forward,
     .formula = "out_i = 1",
     .help = "an array of ones",
     .example = "np.ones(3)",
     .result = "array([1., 1., 1.])"},
    {.name = "empty",
     .params = NEW,
     .spell = {{"np.empty", NP_NEW}, {"torch.empty", TORCH_NEW}},
     .forward = zeros_forward,
     .formula = "out_i is not said (here 0)",
     .help = "an array to be filled later; here it starts as zeros",
     .example = "np.empty((0, 3)).shape",
     .result = "(0, 3)"},
    {.name = "full",
     .params = "shape:ints dtype:dtype? requires_grad:bool=False value:array "
               "device:any? order:text?",
     .spell = {{"np.full", "shape fill_value:value dtype order"},
               {"torch.full",
                "size:shape fill_value:value * dtype device requires_grad"},
               {"full", "shape value"}},
     .forward = full_forward,
     .formula = "out_i = value",
     .help = "an array that holds one value everywhere",
     .example = "np.full(3, 0.5)",
     .result = "array([0.5, 0.5, 0.5])"},
    {.name = "zeros_like",
     .params = LIKE,
     .spell = {{"np.zeros_like", NP_LIKE},
               {"torch.zeros_like", TORCH_LIKE},
               {"np.empty_like", NP_LIKE},
               {"torch.empty_like", TORCH_LIKE}},
     .forward = zeros_like_forward,
     .formula = "out_i = 0",
     .help = "zeros in the shape and dtype of another array",
     .example = "np.zeros_like([1.5, 2.5])",
     .result = "array([0., 0.])",
     .flags = OP_CONSTANT},
    {.name = "ones_like",
     .params = LIKE,
     .spell = {{"np.ones_like", NP_LIKE}, {"torch.ones_like", TORCH_LIKE}},
     .forward = ones_like_forward,
     .formula = "out_i = 1",
     .help = "ones in the shape and dtype of another array",
     .example = "np.ones_like([1.5, 2.5])",
     .result = "array([1., 1.])",
     .flags = OP_CONSTANT},
    {.name = "full_like",
     .params = LIKE " value:array",
     .spell = {{"np.full_like", "a:x fill_value:value dtype"},
               {"torch.full_like",
                "input:x fill_value:value * dtype requires_grad"}},
     .forward = full_like_forward,
     .formula = "out_i = value",
     .help = "one value in the shape and dtype of another array",
     .example = "np.full_like([1.5, 2.5], 7)",
     .result = "array([7., 7.])",
     .flags = OP_CONSTANT},
    {.name = "eye",
     .params = "n:int dtype:dtype? requires_grad:bool=False m:int? k:int=0",
     .spell = {{"np.eye", "N:n M:m k dtype"},
               {"np.identity", "n dtype"},
               {"torch.eye", "n m * dtype requires_grad"},
               {"eye", "n m"}},
     .forward = eye_forward,
     .formula = "out_ij = 1 if i = j else 0",
     .help = "the identity matrix: row k is the one-hot vector of class k",
     .example = "np.eye(2)",
     .result = "array([[1., 0.],\n       [0., 1.]])"},
    {.name = "arange",
     .params = "start:number dtype:dtype? requires_grad:bool=False "
               "stop:number? step:number=1",
     .spell = {{"np.arange", "start stop step dtype"},
               {"torch.arange", "start end:stop step * dtype requires_grad"},
               {"arange", "start stop step"}},
     .forward = arange_forward,
     .formula = "out_i = start + i step, below stop",
     .help = "numbers in equal steps, without the end",
     .example = "np.arange(4)",
     .result = "array([0, 1, 2, 3])"},
    {.name = "linspace",
     .params = SPACED,
     .spell = {{"np.linspace", "start stop num endpoint dtype"},
               {"torch.linspace",
                "start end:stop steps:num * dtype requires_grad"},
               {"linspace", "start stop num"}},
     .forward = linspace_forward,
     .formula = "out_i = start + i (stop - start) / (num - 1)",
     .help = "so many numbers in equal steps, both ends included",
     .example = "np.linspace(0, 1, 5)",
     .result = "array([0.  , 0.25, 0.5 , 0.75, 1.  ])"},
    {.name = "logspace",
     .params = SPACED,
     .spell = {{"np.logspace", "start stop num endpoint base dtype"},
               {"torch.logspace",
                "start end:stop steps:num base * dtype requires_grad"}},
     .forward = logspace_forward,
     .formula = "out_i = base ** (start + i (stop - start) / (num - 1))",
     .help = "powers in equal steps of the exponent",
     .example = "np.logspace(0, 2, 3)",
     .result = "array([  1.,  10., 100.])"},
    {.name = "tril",
     .params = "x:array k:int=0",
     .spell = {{"np.tril", "m:x k"},
               {"torch.tril", "input:x diagonal:k"},
               {"Tensor.tril", "self:x diagonal:k"}},
     .forward = tril_forward,
     .backward = tril_backward,
     .grad_fn = "Tril",
     .formula = "out_ij = x_ij if j - i <= k else 0",
     .help = "the lower triangle; zeros above the diagonal",
     .example = "np.tril([[1, 2], [3, 4]])",
     .result = "array([[1, 0],\n       [3, 4]])"},
    {.name = "triu",
     .params = "x:array k:int=0",
     .spell = {{"np.triu", "m:x k"},
               {"torch.triu", "input:x diagonal:k"},
               {"Tensor.triu", "self:x diagonal:k"}},
     .forward = triu_forward,
     .backward = triu_backward,
     .grad_fn = "Triu",
     .formula = "out_ij = x_ij if j - i >= k else 0",
     .help = "the upper triangle; zeros below the diagonal",
     .example = "np.triu([[1, 2], [3, 4]])",
     .result = "array([[1, 2],\n       [0, 4]])"},
    {.name = "diag",
     .params = "x:array k:int=0",
     .spell = {{"np.diag", "v:x k"},
               {"torch.diag", "input:x diagonal:k"},
               {"Tensor.diag", "self:x diagonal:k"}},
     .forward = diag_forward,
     .backward = diag_backward,
     .grad_fn = "Diag",
     .formula = "out_ii = x_i, or out_i = x_ii",
     .help = "a vector on a diagonal, or the diagonal of a matrix",
     .example = "np.diag([1, 2])",
     .result = "array([[1, 0],\n       [0, 2]])"},
    {.name = "diagflat",
     .params = "x:array k:int=0",
     .spell = {{"np.diagflat", "v:x k"},
               {"torch.diagflat", "input:x offset:k"}},
     .forward = diagflat_forward,
     .backward = diagflat_backward,
     .grad_fn = "Diag",
     .formula = "out_ii = x_i",
     .help = "all elements on the diagonal of a square matrix",
     .example = "np.diagflat([1, 2])",
     .result = "array([[1, 0],\n       [0, 2]])"},
    {.name = "meshgrid",
     .params = "x:array y:array indexing:text?",
     .spell = {{"torch.meshgrid", "x y * indexing=ij"}},
     .forward = meshgrid_forward,
     .flags = OP_LIST,
     .formula = "X_ij = x_j, Y_ij = y_i",
     .help = "the coordinates of every point of a grid, as two arrays",
     .example = "torch.meshgrid(torch.tensor([1, 2]), torch.tensor([3]))[1]",
     .result = "tensor([[3],\n        [3]])"},
    {0}};
