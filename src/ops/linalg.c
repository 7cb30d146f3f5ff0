/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/linalg.h"

#include "base/err.h"
#include "num/blas.h"
#include "num/gemm.h"
#include "ops/calc.h"
#include "ops/reduce.h"
#include "ops/shape.h"

#include <inttypes.h>
#include <string.h>

/* The type in which there is a product. */
static DType loop_type(DType t) {
  return t == DT_F16 || t == DT_BF16 ? DT_F32 : dtype_is_float(t) ? t : DT_I64;
}

static GemmMatrix matrix_of(const Array *a, int64_t offset) {
  size_t size = dtype_size((DType)a->dtype);
  return (GemmMatrix){(char *)a->data + (size_t)offset * size,
                      a->stride[a->ndim - 2], a->stride[a->ndim - 1]};
}

/* Elements from the start of a to its batch number i of the batch shape. */
static int64_t batch_offset(const Array *a, int batches, const int64_t *shape,
                            int64_t i) {
  int64_t offset = 0;
  for (int d = batches - 1; d >= 0; d--) {
    int own = d - (batches - (a->ndim - 2));
    if (own >= 0 && a->shape[own] != 1)
      offset += i % shape[d] * a->stride[own];
    i /= shape[d];
  }
  return offset;
}

static bool multiply(DType t, GemmMatrix a, GemmMatrix b, void *c, int64_t m,
                     int64_t n, int64_t k) {
  if (t == DT_F32)
    return gemm_f32(a, b, c, m, n, k);
  if (t == DT_F64)
    return gemm_f64(a, b, c, m, n, k);
  gemm_i64(a, b, c, m, n, k);
  return true;
}

/* A matrix times a vector. */
static bool by_vector(DType t, GemmMatrix a, const void *x, int64_t step,
                      void *y, int64_t m, int64_t k) {
  return t == DT_F64 ? blas_gemv64(m, k, a.data, a.row, a.column, x, step, y)
                     : blas_gemv32(m, k, a.data, a.row, a.column, x, step, y);
}

/* Products with a vector go through other kernels than those of matrices. */
static bool vector_product(DType t, GemmMatrix a, GemmMatrix b, void *c,
                           int64_t m, int64_t n, int64_t k) {
  if (m == 1 && n == 1 && t == DT_F32)
    *(float *)c = blas_dot32(k, a.data, a.column, b.data, b.row);
  else if (m == 1 && n == 1)
    *(double *)c = blas_dot64(k, a.data, a.column, b.data, b.row);
  else if (n == 1)
    return by_vector(t, a, b.data, b.row, c, m, k);
  else
    return by_vector(t, (GemmMatrix){b.data, b.column, b.row}, a.data, a.column,
                     c, n, k);
  return true;
}

/* Which products go to the kernels of vectors: in NumPy all with a row or a
   column, in torch those of tensors with one dimension. */
static bool is_vector_product(const Array *a, const Array *b, DType t,
                              Family family) {
  if (!dtype_is_float(t) || !a->size || !b->size)
    return false;
  if (family == FAMILY_TORCH)
    return b->ndim == 1 && a->ndim <= 2;
  return a->ndim == 1 || b->ndim == 1 || a->shape[a->ndim - 2] == 1 ||
         b->shape[b->ndim - 1] == 1;
}

/* The product of two arrays of matrices of one loop dtype; shapes fit. */
static Array *product(Array *a, Array *b, bool vector, Family family) {
  DType t = (DType)a->dtype;
  Array outer_a = *a, outer_b = *b;
  int batches;
  int64_t shape[ARRAY_MAX_DIMS];
  outer_a.ndim = (uint8_t)(a->ndim - 2);
  outer_b.ndim = (uint8_t)(b->ndim - 2);
  if (!array_broadcast_shape(&outer_a, &outer_b, &batches, shape))
    return NULL;
  int64_t m = a->shape[a->ndim - 2], k = a->shape[a->ndim - 1];
  int64_t n = b->shape[b->ndim - 1], count = 1;
  for (int d = 0; d < batches; d++)
    count *= shape[d];
  shape[batches] = m;
  shape[batches + 1] = n;
  Array *out = array_new(family, t, batches + 2, shape);
  for (int64_t i = 0; out && i < count; i++) {
    char *to = (char *)out->data + (size_t)(i * m * n) * dtype_size(t);
    GemmMatrix x = matrix_of(a, batch_offset(a, batches, shape, i));
    GemmMatrix y = matrix_of(b, batch_offset(b, batches, shape, i));
    if (!(vector ? vector_product : multiply)(t, x, y, to, m, n, k)) {
      array_unref(out);
      return NULL;
    }
  }
  return out;
}

static void *too_small(const Array *a, const Array *b, Family family) {
  if (family == FAMILY_TORCH)
    return err_null(ERR_RuntimeError,
                    "both arguments to matmul need to be at least 1D, but "
                    "they are %dD and %dD",
                    a->ndim, b->ndim);
  return err_null(ERR_ValueError,
                  "matmul: Input operand %d does not have enough dimensions "
                  "(has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) "
                  "requires 1)",
                  a->ndim ? 1 : 0);
}

static void *torch_mismatch(const Array *a, const Array *b) {
  if (a->ndim == 1 && b->ndim == 1)
    return err_null(ERR_RuntimeError,
                    "inconsistent tensor size, expected tensor [%" PRId64
                    "] and src [%" PRId64 "] to have the same number of "
                    "elements, but got %" PRId64 " and %" PRId64
                    " elements respectively",
                    a->size, b->size, a->size, b->size);
  if (a->ndim == 2 && b->ndim == 1)
    return err_null(ERR_RuntimeError,
                    "size mismatch, got %" PRId64 ", %" PRId64 "x%" PRId64
                    ",%" PRId64,
                    a->shape[0], a->shape[0], a->shape[1], b->shape[0]);
  int64_t columns = a->shape[a->ndim - 1];
  int64_t rows = columns ? a->size / columns : 0;
  if (b->ndim == 2 || b->ndim == 1)
    return err_null(ERR_RuntimeError,
                    "mat1 and mat2 shapes cannot be multiplied (%" PRId64
                    "x%" PRId64 " and %" PRId64 "x%" PRId64 ")",
                    rows, columns, b->shape[0], b->ndim == 1 ? 1 : b->shape[1]);
  return err_null(
      ERR_RuntimeError,
      "Expected size for first two dimensions of batch2 tensor to "
      "be: [%" PRId64 ", %" PRId64 "] but got: [%" PRId64 ", %" PRId64 "].",
      b->size / b->shape[b->ndim - 2] / b->shape[b->ndim - 1], columns,
      b->size / b->shape[b->ndim - 2] / b->shape[b->ndim - 1],
      b->shape[b->ndim - 2]);
}

static void *mismatch(const Array *a, const Array *b, Family family) {
  if (family == FAMILY_TORCH)
    return torch_mismatch(a, b);
  return err_null(ERR_ValueError,
                  "matmul: Input operand 1 has a mismatch in its core "
                  "dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) "
                  "(size %" PRId64 " is different from %" PRId64 ")",
                  b->shape[b->ndim > 1 ? b->ndim - 2 : 0],
                  a->shape[a->ndim - 1]);
}

/* The dtype of the product, DT_COUNT: torch wants the same on both sides. */
static DType product_dtype(const Array *a, const Array *b, Family family) {
  if (a->dtype == b->dtype)
    return (DType)a->dtype;
  if (family != FAMILY_TORCH)
    return dtype_promote_numpy((DType)a->dtype, (DType)b->dtype);
  if (a->ndim == 1 && b->ndim == 1)
    err_set(ERR_RuntimeError,
            "dot : expected both vectors to have same dtype, but found %s and "
            "%s",
            elementwise_torch_name((DType)a->dtype),
            elementwise_torch_name((DType)b->dtype));
  else
    err_set(ERR_RuntimeError, "expected scalar type %s but found %s",
            elementwise_torch_name((DType)a->dtype),
            elementwise_torch_name((DType)b->dtype));
  return DT_COUNT;
}

/* Drops the axes that vectors were given, and marks NumPy's scalars. */
static Array *without_extra(Array *out, bool row, bool column, Family family) {
  int n = out->ndim;
  if (row) {
    out->shape[n - 2] = out->shape[n - 1];
    out->stride[n - 2] = 1;
    n--;
  }
  if (column)
    n--;
  if (column && !row)
    out->stride[n - 1] = 1;
  out->ndim = (uint8_t)n;
  out->scalar = !n && family != FAMILY_TORCH;
  return out;
}

static Array *converted(Array *a, DType t) {
  return a->dtype == t ? array_ref(a) : array_as(a, t);
}

static Array *to_dtype(Array *a, DType t) {
  if (!a || a->dtype == t)
    return a;
  Array *out = array_as(a, t);
  array_unref(a);
  return out;
}

Array *linalg_matmul(Array *a, Array *b, Family family) {
  if (!a->ndim || !b->ndim)
    return too_small(a, b, family);
  DType t = product_dtype(a, b, family);
  if (t == DT_COUNT)
    return NULL;
  if (a->shape[a->ndim - 1] != b->shape[b->ndim > 1 ? b->ndim - 2 : 0])
    return mismatch(a, b, family);
  Array *x = converted(a, loop_type(t)), *y = converted(b, loop_type(t));
  Array *left = !x ? NULL : a->ndim > 1 ? array_ref(x) : shape_expand(x, 0);
  Array *right = !y ? NULL : b->ndim > 1 ? array_ref(y) : shape_expand(y, 1);
  Array *out =
      left && right
          ? product(left, right, is_vector_product(a, b, t, family), family)
          : NULL;
  if (out)
    out = without_extra(out, a->ndim == 1, b->ndim == 1, family);
  array_unref(left);
  array_unref(right);
  array_unref(x);
  array_unref(y);
  return to_dtype(out, t);
}

/* torch's names of the products that @ stands for. */
static const char *product_name(const Array *a, const Array *b) {
  if (a->ndim == 1 && b->ndim <= 2)
    return b->ndim == 1 ? "Dot" : "SqueezeBackward3";
  if (a->ndim == 2 && b->ndim <= 2)
    return b->ndim == 1 ? "Mv" : "Mm";
  return "UnsafeView";
}

static bool matmul_forward(OpCall *call) {
  call->grad_fn = product_name(call->arg[0].array, call->arg[1].array);
  return calc_deliver(
      call, linalg_matmul(call->arg[0].array, call->arg[1].array, call->family),
      2);
}

static Array *transposed(Array *a) {
  int order[ARRAY_MAX_DIMS];
  for (int d = 0; d < a->ndim; d++)
    order[d] = d;
  order[a->ndim - 1] = a->ndim - 2;
  order[a->ndim - 2] = a->ndim - 1;
  return shape_permute(a, order);
}

/* a times b with one of them transposed; borrows all. */
static Array *product_with(Array *a, Array *b, bool flip_a, Family family) {
  Array *turned = transposed(flip_a ? a : b);
  Array *out = !turned  ? NULL
               : flip_a ? linalg_matmul(turned, b, family)
                        : linalg_matmul(a, turned, family);
  array_unref(turned);
  return out;
}

/* An array as a matrix: a left vector is a row, a right one a column. */
static Array *as_matrix(Array *a, bool left) {
  return a->ndim > 1 ? array_ref(a) : shape_expand(a, left ? 0 : 1);
}

/* dout with the axes that matmul dropped. */
static Array *full_dout(Array *dout, const Array *a, const Array *b) {
  Array *d = array_ref(dout);
  if (b->ndim == 1) {
    Array *wide = shape_expand(d, d->ndim);
    array_unref(d);
    d = wide;
  }
  if (d && a->ndim == 1) {
    Array *tall = shape_expand(d, d->ndim - 1);
    array_unref(d);
    d = tall;
  }
  return d;
}

/* dA = dout B^T, dB = A^T dout, summed over broadcast batches. */
static Array *gradient_of(Array *a, Array *b, int wrt, Array *dout,
                          Family family) {
  Array *x = as_matrix(a, true), *y = as_matrix(b, false);
  Array *d = full_dout(dout, a, b), *out = NULL, *want = wrt ? y : x;
  if (x && y && d)
    out = wrt ? product_with(x, d, true, family)
              : product_with(d, y, false, family);
  out = out ? calc_fit(out, want) : NULL;
  const Array *like = wrt ? b : a;
  if (out && out->ndim != like->ndim) {
    Array *v = shape_reshape(out, like->ndim, like->shape);
    Array *copy = v ? array_copy(v) : NULL;
    array_unref(v);
    array_unref(out);
    out = copy;
  }
  array_unref(x);
  array_unref(y);
  array_unref(d);
  return out;
}

static Array *matmul_backward(const OpCall *call, int wrt, Array *dout) {
  return gradient_of(call->arg[0].array, call->arg[1].array, wrt, dout,
                     call->family);
}

static void *not_aligned(const Array *a, const Array *b, int da, int db) {
  Buf x = BUF_EMPTY, y = BUF_EMPTY;
  array_tight_text(&x, a->ndim, a->shape);
  array_tight_text(&y, b->ndim, b->shape);
  err_set(ERR_ValueError,
          "shapes %s and %s not aligned: %" PRId64 " (dim %d) != %" PRId64
          " (dim %d)",
          buf_text(&x), buf_text(&y), a->shape[da], da, b->shape[db], db);
  buf_free(&x);
  buf_free(&y);
  return NULL;
}

/* np.dot copies what runs backwards through memory. */
static Array *forwards(Array *a) {
  for (int d = 0; d < a->ndim; d++)
    if (a->stride[d] < 0)
      return array_copy(a);
  return array_ref(a);
}

/* np.dot: a number multiplies; otherwise the last axis of a meets the last
   but one of b, without broadcasting. */
static Array *dot(Array *a, Array *b, Family family) {
  if (!a->ndim || !b->ndim)
    return elementwise_binary(BINARY_MUL, elementwise_operand(a),
                              elementwise_operand(b), family);
  int da = a->ndim - 1, db = b->ndim > 1 ? b->ndim - 2 : 0;
  if (a->shape[da] != b->shape[db])
    return not_aligned(a, b, da, db);
  if (b->ndim <= 2) {
    Array *x = forwards(a), *y = forwards(b);
    Array *out = x && y ? linalg_matmul(x, y, family) : NULL;
    array_unref(x);
    array_unref(y);
    return out;
  }
  return err_null(ERR_Unsupported,
                  "xent does not support np.dot with more than two dimensions "
                  "on the right: use @");
}

static bool need_vectors(const Array *a, const Array *b) {
  if (a->ndim == 1 && b->ndim == 1)
    return true;
  return err_set(ERR_RuntimeError,
                 "1D tensors expected, but got %dD and %dD tensors", a->ndim,
                 b->ndim);
}

static bool dot_forward(OpCall *call) {
  Array *a = call->arg[0].array, *b = call->arg[1].array;
  if (call->family == FAMILY_TORCH) {
    if (!need_vectors(a, b))
      return false;
    call->out = linalg_matmul(a, b, call->family);
    return call->out;
  }
  return calc_deliver(call, dot(a, b, call->family), 2);
}

static Array *dot_backward(const OpCall *call, int wrt, Array *dout) {
  Array *a = call->arg[0].array, *b = call->arg[1].array;
  if (!a->ndim || !b->ndim)
    return calc_fit(calc_mul(calc_keep(dout), calc_keep(wrt ? a : b)),
                    wrt ? b : a);
  return gradient_of(a, b, wrt, dout, call->family);
}

static bool mm_forward(OpCall *call) {
  const Array *a = call->arg[0].array, *b = call->arg[1].array;
  if (a->ndim != 2)
    return err_set(ERR_RuntimeError, "self must be a matrix");
  if (b->ndim != 2)
    return err_set(ERR_RuntimeError, "mat2 must be a matrix");
  return matmul_forward(call);
}

static bool mv_forward(OpCall *call) {
  const Array *a = call->arg[0].array, *b = call->arg[1].array;
  if (a->ndim != 2 || b->ndim != 1)
    return err_set(ERR_RuntimeError,
                   "vector + matrix @ vector expected, got 1, %d, %d", a->ndim,
                   b->ndim);
  return matmul_forward(call);
}

static bool bmm_forward(OpCall *call) {
  const Array *a = call->arg[0].array, *b = call->arg[1].array;
  if (a->ndim != 3)
    return err_set(ERR_RuntimeError, "batch1 must be a 3D tensor");
  if (b->ndim != 3)
    return err_set(ERR_RuntimeError, "batch2 must be a 3D tensor");
  bool ok = matmul_forward(call);
  call->grad_fn = NULL;
  return ok;
}

/* A column times a row. */
static bool outer_forward(OpCall *call) {
  Array *a = call->arg[0].array, *b = call->arg[1].array, *out = NULL;
  if (call->family == FAMILY_TORCH && (a->ndim != 1 || b->ndim != 1))
    return err_set(ERR_RuntimeError,
                   "outer: Expected 1-D argument self, but got %d-D",
                   a->ndim != 1 ? a->ndim : b->ndim);
  Array *x = shape_reshape(a, 2, (int64_t[]){-1, 1});
  Array *y = shape_reshape(b, 1, (int64_t[]){-1});
  if (x && y)
    out = elementwise_binary(BINARY_MUL, elementwise_operand(x),
                             elementwise_operand(y), call->family);
  array_unref(x);
  array_unref(y);
  return calc_deliver(call, out, 2);
}

static Array *outer_backward(const OpCall *call, int wrt, Array *dout) {
  Array *other = call->arg[!wrt].array, *like = call->arg[wrt].array;
  Array *flat = shape_reshape(other, 1, (int64_t[]){-1});
  Array *d = wrt ? transposed(dout) : array_ref(dout), *out = NULL;
  Array *v = flat && d ? linalg_matmul(d, flat, call->family) : NULL;
  if (v)
    out = shape_reshape(v, like->ndim, like->shape);
  array_unref(v);
  array_unref(d);
  array_unref(flat);
  return out;
}

static bool inner_forward(OpCall *call) {
  Array *a = call->arg[0].array, *b = call->arg[1].array;
  if (a->ndim && b->ndim && a->shape[a->ndim - 1] != b->shape[b->ndim - 1])
    return not_aligned(a, b, a->ndim - 1, b->ndim - 1);
  Array *right = b->ndim > 1 ? transposed(b) : array_ref(b);
  call->out = right ? dot(a, right, call->family) : NULL;
  array_unref(right);
  return call->out;
}

/* With a bias torch's linear is addmm, whose words on dtypes are its own. */
static bool addmm_dtypes(const OpCall *call, const Array *x, const Array *w) {
  if (!calc_given(call, 2) || x->ndim < 2)
    return true;
  if (call->arg[2].array->dtype != w->dtype)
    return err_set(ERR_RuntimeError, "self and mat2 must have the same dtype");
  return x->dtype == w->dtype ||
         err_set(ERR_RuntimeError, "mat1 and mat2 must have the same dtype");
}

/* nn.Linear: x W^T + b, the bias added after the whole chain. */
static bool linear_forward(OpCall *call) {
  Array *x = call->arg[0].array, *w = call->arg[1].array;
  if (!addmm_dtypes(call, x, w))
    return false;
  Array *right = w->ndim > 1 ? transposed(w) : array_ref(w);
  Array *out = right ? linalg_matmul(x, right, call->family) : NULL;
  array_unref(right);
  call->grad_fn = product_name(x, w);
  if (out && calc_given(call, 2)) {
    out = calc_add(out, calc_keep(call->arg[2].array));
    call->grad_fn = x->ndim == 2 ? "Addmm" : x->ndim == 1 ? "Add" : "View";
  }
  call->out = out;
  return out;
}

/* The samples of a batch of any shape as rows. */
static Array *as_rows(Array *a) {
  int64_t last = a->ndim ? a->shape[a->ndim - 1] : 1;
  return shape_reshape(a, 2, (int64_t[]){last ? a->size / last : 0, last});
}

static Array *linear_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[0].array, *w = call->arg[1].array, *out = NULL;
  if (wrt == 2)
    return calc_fit(calc_keep(dout), call->arg[2].array);
  if (w->ndim < 2)
    return gradient_of(x, w, wrt, dout, call->family);
  if (!wrt)
    return linalg_matmul(dout, w, call->family);
  Array *rows = as_rows(x), *d = as_rows(dout);
  if (rows && d)
    out = product_with(d, rows, true, call->family);
  array_unref(rows);
  array_unref(d);
  return out;
}

static Kind logits(const OpCall *call) {
  (void)call;
  return (Kind){.name = KIND_LOGITS};
}

static bool trace_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  if (x->ndim != 2)
    return err_set(call->family == FAMILY_TORCH ? ERR_RuntimeError
                                                : ERR_ValueError,
                   "trace: expected a matrix, but got an array with %d "
                   "dimensions",
                   x->ndim);
  int64_t n = x->shape[0] < x->shape[1] ? x->shape[0] : x->shape[1];
  Array *v =
      array_view(x, 1, &n, (int64_t[]){x->stride[0] + x->stride[1]}, x->data);
  call->out = v ? reduce_sum(v, NULL, 0, false) : NULL;
  array_unref(v);
  return call->out;
}

/* dout along the diagonal. */
static Array *trace_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[0].array;
  Array *dx = array_zeros(call->family, (DType)x->dtype, 2, x->shape);
  (void)wrt;
  for (int64_t i = 0; dx && i < x->shape[0] && i < x->shape[1]; i++)
    array_put(dx, i * x->shape[1] + i, array_get(dout, 0));
  return dx;
}

#define TWO "a:array b:array out:array? where:array?"

const Op linalg_ops[] = {
    {.name = "matmul",
     .params = TWO,
     .spell = {{"np.matmul", "x1:a x2:b * out"},
               {"torch.matmul", "input:a other:b * out"},
               {"Tensor.matmul Tensor.__matmul__", "self:a other:b"},
               {"matmul", "a b"}},
     .forward = matmul_forward,
     .backward = matmul_backward,
     .saved = "a/b b/a",
     .grad_fn = "Mm",
     .formula = "out_ij = sum_k a_ik b_kj",
     .help = "the matrix product, as @ computes it",
     .example = "np.matmul([[1, 2], [3, 4]], [10, 1])",
     .result = "array([12, 34])"},
    {.name = "dot",
     .params = TWO,
     .spell = {{"np.dot", "a b out"},
               {"np.vdot", "a b"},
               {"ndarray.dot", "self:a b out"},
               {"torch.dot", "input:a other:b"},
               {"Tensor.dot", "self:a other:b"},
               {"dot", "a b"}},
     .forward = dot_forward,
     .backward = dot_backward,
     .saved = "a/b b/a",
     .grad_fn = "Dot",
     .formula = "out = sum_k a_k b_k",
     .help = "the dot product; of matrices, the matrix product",
     .example = "np.dot([1, 2, 3], [4, 5, 6])",
     .result = "32"},
    {.name = "mm",
     .params = TWO,
     .spell = {{"torch.mm", "input:a mat2:b * out"},
               {"Tensor.mm", "self:a mat2:b"}},
     .forward = mm_forward,
     .backward = matmul_backward,
     .saved = "a/b b/a",
     .grad_fn = "Mm",
     .formula = "out_ij = sum_k a_ik b_kj",
     .help = "the product of two matrices",
     .example = "torch.mm(torch.ones(2, 3), torch.ones(3, 1))",
     .result = "tensor([[3.],\n        [3.]])"},
    {.name = "mv",
     .params = TWO,
     .spell = {{"torch.mv", "input:a vec:b * out"},
               {"Tensor.mv", "self:a vec:b"}},
     .forward = mv_forward,
     .backward = matmul_backward,
     .saved = "a/b b/a",
     .grad_fn = "Mv",
     .formula = "out_i = sum_k a_ik b_k",
     .help = "a matrix times a vector",
     .example = "torch.mv(torch.ones(2, 3), torch.ones(3))",
     .result = "tensor([3., 3.])"},
    {.name = "bmm",
     .params = TWO,
     .spell = {{"torch.bmm", "input:a mat2:b * out"},
               {"Tensor.bmm", "self:a mat2:b"}},
     .forward = bmm_forward,
     .backward = matmul_backward,
     .saved = "a/b b/a",
     .grad_fn = "Bmm",
     .formula = "out_nij = sum_k a_nik b_nkj",
     .help = "matrix products of two batches, pair by pair",
     .example = "torch.bmm(torch.ones(1, 1, 2), torch.ones(1, 2, 1))",
     .result = "tensor([[[2.]]])"},
    {.name = "outer",
     .params = TWO,
     .spell = {{"np.outer", "a b out"},
               {"torch.outer torch.ger", "input:a vec2:b * out"},
               {"Tensor.outer", "self:a vec2:b"},
               {"outer", "a b"}},
     .forward = outer_forward,
     .backward = outer_backward,
     .saved = "a/b b/a",
     .grad_fn = "Mul",
     .formula = "out_ij = a_i b_j",
     .help = "each element of a times each of b: a table",
     .example = "np.outer([1, 2], [3, 4])",
     .result = "array([[3, 4],\n       [6, 8]])"},
    {.name = "inner",
     .params = "a:array b:array",
     .spell = {{"np.inner", "a b"}},
     .forward = inner_forward,
     .formula = "out_ij = sum_k a_ik b_jk",
     .help = "sums of products along the last axes",
     .example = "np.inner([1, 2], [3, 4])",
     .result = "11"},
    {.name = "linear",
     .params = "x:array w:array b:array?",
     .spell = {{"F.linear", "input:x weight:w bias:b"}},
     .forward = linear_forward,
     .backward = linear_backward,
     .saved = "x/w w/x",
     .kind = logits,
     .grad_fn = "Addmm",
     .formula = "out_ij = sum_k x_ik w_jk + b_j",
     .help = "a linear layer: weighted sums plus a bias",
     .example = "F.linear(torch.tensor([[1., 2.]]), torch.tensor([[3., 4.]]), "
                "torch.tensor([0.5]))",
     .result = "tensor([[11.5000]])"},
    {.name = "trace",
     .params = "x:array",
     .spell = {{"torch.trace", "input:x"}, {"Tensor.trace", "self:x"}},
     .forward = trace_forward,
     .backward = trace_backward,
     .grad_fn = "Trace",
     .formula = "out = sum_i x_ii",
     .help = "the sum of the diagonal",
     .example = "torch.trace(torch.tensor([[1, 2], [3, 4]]))",
     .result = "tensor(5)"},
    {0}};
