/* SPDX-License-Identifier: GPL-3.0-or-later */
/* embedding: rows of a table by their numbers,
       out_i = weight[indices_i]      dL/dweight[t] = sum_i [indices_i = t] g_i

   In PyTorch:  F.embedding(torch.tensor([1, 0]), torch.tensor([[1.], [2.]]))
   prints       tensor([[2.],
                        [1.]]). */
#include "ops/taught.h"

#include "base/err.h"

#include <string.h>

enum { WEIGHT = 1, PADDING };

static bool check(const OpCall *call) {
  const Array *at = call->arg[0].array, *w = call->arg[WEIGHT].array;
  if (at->dtype != DT_I64 && at->dtype != DT_I32)
    return err_set(ERR_RuntimeError,
                   "Expected tensor for argument #1 'indices' to have one of "
                   "the following scalar types: Long, Int; but got torch."
                   "%sTensor instead (while checking arguments for embedding)",
                   taught_type_name((DType)at->dtype));
  if (w->ndim != 2)
    return err_set(ERR_RuntimeError, "'weight' must be 2-D");
  if (at->ndim >= ARRAY_MAX_DIMS)
    return err_set(ERR_ValueError, "xent's tensors have at most %d dimensions",
                   ARRAY_MAX_DIMS);
  for (int64_t i = 0; i < at->size; i++)
    if (array_get_int(at, i) < 0 || array_get_int(at, i) >= w->shape[0])
      return err_set(ERR_IndexError, "index out of range in self");
  return true;
}

static bool embedding_forward(OpCall *call) {
  const Array *at = call->arg[0].array;
  if (!check(call))
    return false;
  Array *w = array_contiguous(call->arg[WEIGHT].array);
  int64_t shape[ARRAY_MAX_DIMS];
  memcpy(shape, at->shape, sizeof shape);
  shape[at->ndim] = w ? w->shape[1] : 0;
  Array *out =
      w ? array_new(call->family, (DType)w->dtype, at->ndim + 1, shape) : NULL;
  size_t row = out ? (size_t)w->shape[1] * dtype_size((DType)w->dtype) : 0;
  for (int64_t i = 0; out && i < at->size; i++)
    memcpy((char *)out->data + (size_t)i * row,
           (char *)w->data + (size_t)array_get_int(at, i) * row, row);
  array_unref(w);
  call->out = out;
  return out;
}

/* The gradient of the row that pads is zero. */
static bool is_padding(const OpCall *call, int64_t t) {
  const Arg *p = &call->arg[PADDING];
  int64_t rows = call->arg[WEIGHT].array->shape[0];
  return p->tag == ARG_INT && t == (p->i < 0 ? p->i + rows : p->i);
}

static Array *embedding_backward(const OpCall *call, int wrt, Array *dout) {
  const Array *at = call->arg[0].array, *w = call->arg[WEIGHT].array;
  if (wrt != WEIGHT)
    return err_null(ERR_RuntimeError, "indices have no derivative");
  Array *g = array_zeros(call->family, (DType)w->dtype, 2, w->shape);
  int64_t n = w->shape[1];
  Array *wide =
      g ? array_broadcast_to(dout, call->out->ndim, call->out->shape) : NULL;
  for (int64_t i = 0; wide && i < at->size * n; i++) {
    int64_t t = array_get_int(at, i / n);
    if (!is_padding(call, t))
      array_put(g, t * n + i % n,
                array_get(g, t * n + i % n) + array_get(wide, i));
  }
  array_unref(wide);
  return g;
}

const Op embedding_ops[] = {
    {.name = "embedding",
     .params = "indices:array weight:array padding:int?",
     .spell = {{"F.embedding",
                "input:indices weight padding_idx:padding=None"}},
     .forward = embedding_forward,
     .backward = embedding_backward,
     .saved = "indices",
     .grad_fn = "Embedding",
     .formula = "out_i = weight[indices_i]",
     .help = "rows of a table, looked up by number",
     .example = "F.embedding(torch.tensor([1, 0]), torch.tensor([[1.], [2.]]))",
     .result = "tensor([[2.],\n        [1.]])"},
    {0}};
