/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The diagonals of NumPy's arrays of any number of axes. */
#include "base/err.h"
#include "ops/calc.h"

/* The numbers of a diagonal k to the right, or -k down: how many, and where
   the first is. */
static int64_t along(const Array *x, int64_t k, int64_t i, int64_t j,
                     int64_t *offset) {
  int64_t rows = x->shape[i], columns = x->shape[j];
  *offset = k >= 0 ? k * x->stride[j] : -k * x->stride[i];
  int64_t n = k >= 0 ? (rows < columns - k ? rows : columns - k)
                     : (rows + k < columns ? rows + k : columns);
  if (n > 0)
    return n;
  *offset = 0;
  return 0;
}

/* x offset axis1 axis2: a view that cannot be written, the two axes gone and
   the diagonal as the last one. */
static bool diagonal_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  int64_t i = call->arg[2].i, j = call->arg[3].i, offset;
  int64_t shape[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  if (x->ndim < 2)
    return err_set(ERR_ValueError,
                   "diag requires an array of at least two dimensions");
  if (!array_axis(x, &i) || !array_axis(x, &j))
    return false;
  if (i == j)
    return err_set(ERR_ValueError, "axis1 and axis2 cannot be the same");
  int n = 0;
  for (int d = 0; d < x->ndim; d++)
    if (d != i && d != j) {
      shape[n] = x->shape[d];
      stride[n++] = x->stride[d];
    }
  shape[n] = along(x, call->arg[1].i, i, j, &offset);
  stride[n++] = x->stride[i] + x->stride[j];
  char *data = (char *)x->data + offset * (int64_t)dtype_size((DType)x->dtype);
  call->out = array_view(x, n, shape, stride, data);
  if (call->out)
    call->out->readonly = true;
  return call->out;
}

const Op diagonal_ops[] = {
    {.name = "diagonal",
     .params = "x:array offset:int=0 axis1:int=0 axis2:int=1",
     .spell = {{"np.diagonal", "a:x offset axis1 axis2"},
               {"ndarray.diagonal", "self:x offset axis1 axis2"}},
     .forward = diagonal_forward,
     .formula = "out_i = x_ii",
     .help = "the diagonal of a matrix, or of many; it cannot be written",
     .example = "np.diagonal([[1, 2], [3, 4]])",
     .result = "array([1, 4])",
     .flags = OP_VIEW},
    {0}};
