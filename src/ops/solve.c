/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Systems of linear equations: inverse, solution, determinant. */
#include "base/err.h"
#include "base/stop.h"
#include "ops/calc.h"
#include "ops/linalg.h"
#include "ops/shape.h"

#include <math.h>

static bool check_square(const OpCall *call) {
  const Array *a = call->arg[0].array;
  if (a->ndim < 2 && call->family == FAMILY_TORCH)
    return err_set(ERR_RuntimeError,
                   "linalg.%s: The input tensor A must have at least 2 "
                   "dimensions.",
                   call->op->name);
  if (a->ndim < 2)
    return err_set(ERR_LinAlgError,
                   "%d-dimensional array given. Array must be at least "
                   "two-dimensional",
                   a->ndim);
  if (a->ndim > 2)
    return err_set(ERR_Unsupported,
                   "xent solves one matrix at a time: loop over the first "
                   "axis");
  if (a->shape[0] == a->shape[1])
    return true;
  if (call->family == FAMILY_TORCH)
    return err_set(ERR_RuntimeError,
                   "linalg.%s: A must be batches of square matrices, but they "
                   "are %lld by %lld matrices",
                   call->op->name, (long long)a->shape[0],
                   (long long)a->shape[1]);
  return err_set(ERR_LinAlgError,
                 "Last 2 dimensions of the array must be square");
}

static bool singular(const OpCall *call, int64_t at) {
  if (call->family == FAMILY_TORCH)
    return err_set(ERR_LinAlgError,
                   "linalg.%s: The diagonal element %lld is zero, the "
                   "inversion could not be completed because the input matrix "
                   "is singular.",
                   call->op->name, (long long)at + 1);
  return err_set(ERR_LinAlgError, "Singular matrix");
}

static void swap_rows(double *a, int64_t columns, int64_t i, int64_t j) {
  for (int64_t k = 0; k < columns; k++) {
    double t = a[i * columns + k];
    a[i * columns + k] = a[j * columns + k];
    a[j * columns + k] = t;
  }
}

static int64_t pivot_row(const double *a, int64_t n, int64_t k) {
  int64_t best = k;
  for (int64_t i = k + 1; i < n; i++)
    if (fabs(a[i * n + k]) > fabs(a[best * n + k]))
      best = i;
  return best;
}

/* row[from..] -= factor * pivot[from..] */
static void eliminate(double *row, const double *pivot, double factor,
                      int64_t from, int64_t n) {
  for (int64_t k = from; k < n; k++)
    row[k] = fma(-factor, pivot[k], row[k]);
}

/* Gauss: a (n x n) becomes upper triangular, b (n x m) follows; *sign is the
   parity of the exchanges, *broken the first column without a pivot, or -1.
   False: Ctrl-C. */
static bool triangular(double *a, double *b, int64_t n, int64_t m, double *sign,
                       int64_t *broken) {
  *broken = -1;
  *sign = 1;
  for (int64_t k = 0; k < n; k++) {
    int64_t p = pivot_row(a, n, k);
    if (STOP_ASKED())
      return false;
    if (a[p * n + k] == 0) {
      *broken = *broken < 0 ? k : *broken;
      continue;
    }
    if (p != k) {
      swap_rows(a, n, p, k);
      swap_rows(b, m, p, k);
      *sign = -*sign;
    }
    for (int64_t i = k + 1; i < n; i++) {
      double factor = a[i * n + k] / a[k * n + k];
      eliminate(a + i * n, a + k * n, factor, k, n);
      eliminate(b + i * m, b + k * m, factor, 0, m);
    }
  }
  return true;
}

/* False: Ctrl-C. */
static bool substitute(const double *a, double *b, int64_t n, int64_t m) {
  for (int64_t i = n - 1; i >= 0; i--) {
    if (STOP_ASKED())
      return false;
    for (int64_t k = i + 1; k < n; k++)
      eliminate(b + i * m, b + k * m, a[i * n + k], 0, m);
    for (int64_t j = 0; j < m; j++)
      b[i * m + j] /= a[i * n + i];
  }
  return true;
}

/* A float64 copy of x, contiguous and our own. */
static Array *working_copy(Array *x) {
  Array *c = array_as(x, DT_F64);
  if (c != x)
    return c;
  Array *own = array_copy(x);
  array_unref(c);
  return own;
}

static DType result_dtype(const OpCall *call) {
  DType t = (DType)call->arg[0].array->dtype;
  return dtype_is_float(t) ? t : DT_F64;
}

/* a x = b with b (n x m) overwritten by x, in the result's dtype. */
static bool solve_into(OpCall *call, Array *b) {
  Array *a = working_copy(call->arg[0].array);
  double sign;
  bool ok = a && b;
  if (ok) {
    int64_t n = a->shape[0], m = n ? b->size / n : 0;
    int64_t broken;
    ok = triangular(a->data, b->data, n, m, &sign, &broken) &&
         (broken < 0 || singular(call, broken)) &&
         substitute(a->data, b->data, n, m);
  }
  if (ok)
    call->out = array_as(b, result_dtype(call));
  array_unref(a);
  array_unref(b);
  return ok && call->out;
}

static bool inv_forward(OpCall *call) {
  if (!check_square(call))
    return false;
  int64_t n = call->arg[0].array->shape[0];
  Array *unit = array_zeros(call->family, DT_F64, 2, (int64_t[]){n, n});
  for (int64_t i = 0; unit && i < n; i++)
    ((double *)unit->data)[i * n + i] = 1;
  return solve_into(call, unit);
}

static bool solve_forward(OpCall *call) {
  const Array *b = call->arg[1].array;
  if (!check_square(call))
    return false;
  int64_t n = call->arg[0].array->shape[0];
  if (!b->ndim || b->shape[0] != n)
    return err_set(ERR_ValueError,
                   "solve: Input operand 1 has a mismatch in its core "
                   "dimension 0, with gufunc signature (m,m),(m)->(m) (size "
                   "%lld is different from %lld)",
                   (long long)(b->ndim ? b->shape[0] : 0), (long long)n);
  return solve_into(call, working_copy(call->arg[1].array));
}

/* The product of the diagonal; NumPy goes by way of logarithms, which the last
   digits show. */
static double diagonal_product(const double *a, int64_t n, double sign,
                               Family family) {
  double product = sign, logarithm = 0;
  for (int64_t i = 0; i < n; i++) {
    double d = a[i * n + i];
    product *= d;
    sign = d < 0 ? -sign : sign;
    logarithm += log(fabs(d));
  }
  return family == FAMILY_TORCH || product == 0 ? product
                                                : sign * exp(logarithm);
}

static bool det_forward(OpCall *call) {
  if (!check_square(call))
    return false;
  Array *a = working_copy(call->arg[0].array);
  double sign, none = 0;
  if (!a)
    return false;
  int64_t n = a->shape[0];
  int64_t broken;
  if (triangular(a->data, &none, n, 0, &sign, &broken))
    call->out = array_scalar(call->family, result_dtype(call),
                             diagonal_product(a->data, n, sign, call->family));
  array_unref(a);
  return call->out;
}

static Array *transposed(Array *a) {
  int order[2] = {1, 0};
  return shape_permute(a, order);
}

/* dA = -inv(A)^T dout inv(A)^T */
static Array *inv_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  Array *t = transposed(call->out), *left = NULL, *out = NULL;
  if (t)
    left = linalg_matmul(t, dout, call->family);
  if (left)
    out = linalg_matmul(left, t, call->family);
  array_unref(left);
  array_unref(t);
  return calc_unary(UNARY_NEG, out);
}

/* det(A) inv(A)^T */
static Array *det_backward(const OpCall *call, int wrt, Array *dout) {
  OpCall inverse = op_call(call->op, call->family);
  inverse.arg[0] = call->arg[0];
  (void)wrt;
  if (!inv_forward(&inverse))
    return NULL;
  Array *t = transposed(inverse.out);
  array_unref(inverse.out);
  return calc_mul(calc_mul(calc_keep(dout), calc_keep(call->out)), t);
}

/* db = inv(A)^T dout and dA = -db out^T, of columns or one vector */
static Array *solve_backward(const OpCall *call, int wrt, Array *dout) {
  OpCall turned = op_call(call->op, call->family);
  Array *a = transposed(call->arg[0].array), *out = NULL;
  turned.arg[0] = op_array(a);
  turned.arg[1] = op_array(dout);
  bool ok = a && solve_forward(&turned);
  array_unref(a);
  if (!ok || wrt)
    return turned.out;
  int64_t n = dout->shape[0];
  Array *d = shape_reshape(turned.out, 2, (int64_t[]){n, -1});
  Array *x = shape_reshape(call->out, 2, (int64_t[]){n, -1});
  Array *t = x ? transposed(x) : NULL;
  if (d && t)
    out = linalg_matmul(d, t, call->family);
  array_unref(t);
  array_unref(x);
  array_unref(d);
  array_unref(turned.out);
  return calc_unary(UNARY_NEG, out);
}

const Op solve_ops[] = {
    {.name = "inv",
     .params = "a:array",
     .spell = {{"np.linalg.inv", "a"},
               {"torch.inverse", "input:a"},
               {"torch.linalg.inv", "A:a"},
               {"Tensor.inverse", "self:a"}},
     .forward = inv_forward,
     .backward = inv_backward,
     .saved = "out",
     .grad_fn = "LinalgInvEx",
     .formula = "a @ out = identity",
     .help = "the inverse of a square matrix",
     .example = "np.linalg.inv([[2.0, 0.0], [0.0, 4.0]])",
     .result = "array([[0.5 , 0.  ],\n       [0.  , 0.25]])"},
    {.name = "solve",
     .params = "a:array b:array",
     .spell = {{"np.linalg.solve", "a b"}, {"torch.linalg.solve", "A:a B:b"}},
     .forward = solve_forward,
     .backward = solve_backward,
     .saved = "a out",
     .grad_fn = "LinalgSolveEx",
     .formula = "a @ out = b",
     .help = "the solution of linear equations",
     .example = "np.linalg.solve([[2.0, 0.0], [0.0, 4.0]], [1.0, 1.0])",
     .result = "array([0.5 , 0.25])"},
    {.name = "det",
     .params = "a:array",
     .spell = {{"np.linalg.det", "a"},
               {"torch.det", "input:a"},
               {"torch.linalg.det", "A:a"},
               {"Tensor.det", "self:a"}},
     .forward = det_forward,
     .backward = det_backward,
     .saved = "a out",
     .grad_fn = "LinalgDet",
     .formula = "the volume that the rows span, with a sign",
     .help = "the determinant of a square matrix",
     .example = "np.linalg.det([[2.0, 0.0], [0.0, 4.0]])",
     .result = "7.999999999999998"},
    {0}};
