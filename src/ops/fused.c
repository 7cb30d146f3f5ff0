/* SPDX-License-Identifier: GPL-3.0-or-later */
/* torch's sums of products in one step:

       addmm(c, a, b) = beta c + alpha a @ b
       addcmul(x, a, b) = x + value a b
       lerp(a, b, w) = a + w (b - a)                                         */
#include "ops/calc.h"
#include "ops/linalg.h"
#include "ops/shape.h"

#include "base/err.h"

#include <string.h>

static Array *arg(const OpCall *call, int n) {
  return calc_keep(call->arg[n].array);
}

static Array *scaled(Array *a, double factor) {
  return factor == 1 ? a : calc_scale(a, factor);
}

static bool give(OpCall *call, Array *out) {
  call->out = out;
  return out;
}

static Array *fitted(const OpCall *call, int wrt, Array *g) {
  return calc_fit(g, call->arg[wrt].array);
}

/* x a b value */
static bool addcmul_forward(OpCall *call) {
  double value = call->arg[3].f;
  return give(call, calc_add(arg(call, 0), calc_mul(scaled(arg(call, 1), value),
                                                    arg(call, 2))));
}

static Array *addcmul_backward(const OpCall *call, int wrt, Array *dout) {
  Array *d = calc_keep(dout);
  if (wrt)
    d = calc_mul(scaled(d, call->arg[3].f), arg(call, 3 - wrt));
  return fitted(call, wrt, d);
}

static bool addcdiv_forward(OpCall *call) {
  double value = call->arg[3].f;
  return give(call, calc_add(arg(call, 0), calc_div(scaled(arg(call, 1), value),
                                                    arg(call, 2))));
}

/* d/da = value / b; d/db = -value a / b^2 */
static Array *addcdiv_backward(const OpCall *call, int wrt, Array *dout) {
  double value = call->arg[3].f;
  Array *d = calc_keep(dout);
  if (wrt == 1)
    d = calc_div(scaled(d, value), arg(call, 2));
  if (wrt == 2)
    d = calc_div(calc_mul(calc_scale(d, -value), arg(call, 1)),
                 calc_unary(UNARY_SQUARE, arg(call, 2)));
  return fitted(call, wrt, d);
}

/* a b w: from the nearer end, as torch does. */
static bool lerp_forward(OpCall *call) {
  Operand w = calc_operand(call, 2);
  Array *step = calc_sub(arg(call, 1), arg(call, 0));
  if (w.a->size == 1) {
    double part = array_get(w.a, 0);
    if (part < 0.5)
      return give(call, calc_add(arg(call, 0), calc_scale(step, part)));
    return give(call, calc_sub(arg(call, 1), calc_scale(step, 1 - part)));
  }
  return give(call, calc_add(arg(call, 0), calc_mul(step, arg(call, 2))));
}

static Array *lerp_backward(const OpCall *call, int wrt, Array *dout) {
  Array *w = calc_arg(call, 2), *d = calc_keep(dout);
  if (wrt == 0)
    d = calc_mul(d, calc_number(BINARY_ADD, calc_unary(UNARY_NEG, w), 1));
  else if (wrt == 1)
    d = calc_mul(d, w);
  else
    d = calc_mul(d, calc_sub(arg(call, 1), arg(call, 0))), array_unref(w);
  return fitted(call, wrt, d);
}

/* c a b beta alpha */
static bool addmm_forward(OpCall *call) {
  Array *a = call->arg[1].array, *b = call->arg[2].array;
  if (a->ndim != 2 || b->ndim != 2)
    return err_set(ERR_RuntimeError, "%s must be a matrix, got %d-D tensor",
                   a->ndim != 2 ? "mat1" : "mat2",
                   a->ndim != 2 ? a->ndim : b->ndim);
  if (a->shape[1] != b->shape[0])
    return err_set(ERR_RuntimeError,
                   "mat1 and mat2 shapes cannot be multiplied (%lldx%lld and "
                   "%lldx%lld)",
                   (long long)a->shape[0], (long long)a->shape[1],
                   (long long)b->shape[0], (long long)b->shape[1]);
  Array *product = linalg_matmul(a, b, call->family);
  return give(call, calc_add(scaled(arg(call, 0), call->arg[3].f),
                             scaled(product, call->arg[4].f)));
}

static Array *turned(Array *a) {
  return shape_permute(a, (int[]){1, 0});
}

static Array *addmm_backward(const OpCall *call, int wrt, Array *dout) {
  if (!wrt)
    return fitted(call, 0, scaled(calc_keep(dout), call->arg[3].f));
  Array *other = turned(call->arg[3 - wrt].array);
  Array *g = NULL;
  if (other)
    g = wrt == 1 ? linalg_matmul(dout, other, call->family)
                 : linalg_matmul(other, dout, call->family);
  array_unref(other);
  return scaled(g, call->arg[4].f);
}

/* --- padding -------------------------------------------------------------- */

/* x pad value: pairs of places before and after, last dimension first. */
static int64_t pad_at(const OpCall *call, int ndim, int d, bool after) {
  int i = 2 * (ndim - 1 - d) + after;
  return i < call->arg[1].count ? call->arg[1].ints[i] : 0;
}

/* The part of `whole` (the padded array) that x fills, or with `inner` the
   part of x that is not cut away; both have one shape. */
static Array *common_part(const OpCall *call, Array *a, bool inner) {
  int64_t shape[ARRAY_MAX_DIMS];
  char *data = a->data;
  for (int d = 0; d < a->ndim; d++) {
    int64_t before = pad_at(call, a->ndim, d, false);
    int64_t after = pad_at(call, a->ndim, d, true);
    int64_t skip = inner ? (before < 0 ? -before : 0) : before > 0 ? before : 0;
    int64_t drop = inner ? (after < 0 ? -after : 0) : after > 0 ? after : 0;
    shape[d] = a->shape[d] - skip - drop;
    data += skip * a->stride[d] * (int64_t)dtype_size((DType)a->dtype);
  }
  return array_view(a, a->ndim, shape, a->stride, data);
}

static bool pad_shape(const OpCall *call, const Array *x, int64_t *shape) {
  const Arg *pad = &call->arg[1];
  if (pad->count % 2)
    return err_set(ERR_RuntimeError,
                   "Length of pad must be even but instead it equals %d",
                   pad->count);
  if (pad->count > 2 * x->ndim)
    return err_set(ERR_RuntimeError,
                   "Length of pad should be no more than twice the number of "
                   "dimensions of the input. Pad length is %d while the input "
                   "has %d dimensions.",
                   pad->count, x->ndim);
  for (int d = 0; d < x->ndim; d++) {
    int64_t before = pad_at(call, x->ndim, d, false);
    int64_t after = pad_at(call, x->ndim, d, true);
    shape[d] = x->shape[d] + before + after;
    if (shape[d] < 0 || -before > x->shape[d] || -after > x->shape[d])
      return err_set(ERR_RuntimeError,
                     "The input size %lld, plus negative padding %lld and %lld "
                     "resulted in a negative output size, which is invalid. "
                     "Check dimension %d of your input.",
                     (long long)x->shape[d], (long long)before,
                     (long long)after, d);
  }
  return true;
}

static bool pad_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  int64_t shape[ARRAY_MAX_DIMS];
  if (!pad_shape(call, x, shape))
    return false;
  Array *out = array_new(call->family, (DType)x->dtype, x->ndim, shape);
  for (int64_t i = 0; out && i < out->size; i++)
    array_put(out, i, call->arg[2].f);
  Array *to = out ? common_part(call, out, false) : NULL;
  Array *from = to ? common_part(call, x, true) : NULL;
  bool ok = from && array_assign(to, from);
  array_unref(to);
  array_unref(from);
  if (ok)
    call->out = out;
  else
    array_unref(out);
  return ok;
}

static Array *pad_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[wrt].array;
  Array *g = array_zeros(call->family, (DType)x->dtype, x->ndim, x->shape);
  Array *to = g ? common_part(call, g, true) : NULL;
  Array *from = to ? common_part(call, dout, false) : NULL;
  bool ok = from && array_assign(to, from);
  array_unref(to);
  array_unref(from);
  if (ok)
    return g;
  array_unref(g);
  return NULL;
}

#define THREE "x:array a:array b:array value:float=1"
#define GIVEN "input:x tensor1:a tensor2:b * value"
#define METHOD "self:x tensor1:a tensor2:b * value"

const Op fused_ops[] = {
    {.name = "addcmul",
     .params = THREE,
     .spell = {{"torch.addcmul", GIVEN}, {"Tensor.addcmul", METHOD}},
     .forward = addcmul_forward,
     .backward = addcmul_backward,
     .saved = "a/b b/a",
     .grad_fn = "Addcmul",
     .formula = "out = x + value a b",
     .help = "adds a scaled product",
     .example = "torch.addcmul(torch.ones(2), torch.ones(2), "
                "torch.tensor([2., 3.]))",
     .result = "tensor([3., 4.])"},
    {.name = "addcdiv",
     .params = THREE,
     .spell = {{"torch.addcdiv", GIVEN}, {"Tensor.addcdiv", METHOD}},
     .forward = addcdiv_forward,
     .backward = addcdiv_backward,
     .saved = "a b",
     .grad_fn = "Addcdiv",
     .formula = "out = x + value a / b",
     .help = "adds a scaled quotient",
     .example = "torch.addcdiv(torch.ones(2), torch.ones(2), "
                "torch.tensor([2., 4.]))",
     .result = "tensor([1.5000, 1.2500])"},
    {.name = "lerp",
     .params = "x:array end:array weight:array",
     .spell = {{"torch.lerp", "input:x end weight"},
               {"Tensor.lerp", "self:x end weight"}},
     .forward = lerp_forward,
     .backward = lerp_backward,
     .saved = "x end weight",
     .grad_fn = "Lerp",
     .formula = "out = x + weight (end - x)",
     .help = "a place on the way from x to end",
     .example = "torch.lerp(torch.tensor([0.]), torch.tensor([8.]), 0.25)",
     .result = "tensor([2.])"},
    {.name = "addmm",
     .params = "x:array a:array b:array beta:float=1 alpha:float=1",
     .spell = {{"torch.addmm", "input:x mat1:a mat2:b * beta alpha"},
               {"Tensor.addmm", "self:x mat1:a mat2:b * beta alpha"}},
     .forward = addmm_forward,
     .backward = addmm_backward,
     .saved = "a/b b/a",
     .grad_fn = "Addmm",
     .formula = "out = beta x + alpha a @ b",
     .help = "adds a matrix product",
     .example = "torch.addmm(torch.ones(1), torch.ones(1, 2), "
                "torch.ones(2, 1))",
     .result = "tensor([[3.]])"},
    {.name = "constant_pad_nd",
     .params = "x:array pad:ints value:float=0",
     .spell = {{"torch.constant_pad_nd", "input:x pad value"}},
     .forward = pad_forward,
     .backward = pad_backward,
     .grad_fn = "ConstantPadNd",
     .formula = "out = x with `value` around it",
     .help = "adds places before and after, last dimension first",
     .example = "torch.constant_pad_nd(torch.ones(2), (1, 0), 7)",
     .result = "tensor([7., 1., 1.])"},
    {0}};
