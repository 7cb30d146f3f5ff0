/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/calc.h"

#include "base/err.h"
#include "num/walk.h"
#include "ops/reduce.h"
#include "ops/shape.h"

#include <string.h>

Array *calc_binary(BinaryOp op, Array *a, Array *b) {
  Array *out = NULL;
  if (a && b)
    out = elementwise_binary(op, elementwise_operand(a), elementwise_operand(b),
                             (Family)a->family);
  array_unref(a);
  array_unref(b);
  return out;
}

Array *calc_unary(UnaryOp op, Array *a) {
  Array *out = a ? elementwise_unary(op, a, (Family)a->family) : NULL;
  array_unref(a);
  return out;
}

Array *calc_number(BinaryOp op, Array *a, double number) {
  Array *n = a ? array_scalar((Family)a->family, DT_F64, number) : NULL;
  Array *out = NULL;
  if (n)
    out = elementwise_binary(op, elementwise_operand(a), (Operand){n, true},
                             (Family)a->family);
  array_unref(n);
  array_unref(a);
  return out;
}

static void copy_where(Array *out, const Array *a, const Array *mask) {
  size_t size = dtype_size((DType)out->dtype);
  Walk w;
  walk_begin(&w, out->ndim, out->shape, 3, (const Array *[]){out, a, mask});
  do
    for (int64_t i = 0; i < w.n; i++)
      if (w.at[2][i * w.step[2]])
        memcpy(w.at[0] + i * w.step[0], w.at[1] + i * w.step[1], size);
  while (walk_next(&w));
}

Array *calc_mask(Array *a, Array *mask) {
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  Array *out = NULL, *flags = mask ? array_as(mask, DT_BOOL) : NULL;
  if (a && flags && array_broadcast_shape(a, flags, &ndim, shape))
    out = array_zeros((Family)a->family, (DType)a->dtype, ndim, shape);
  if (out)
    copy_where(out, a, flags);
  array_unref(flags);
  array_unref(mask);
  array_unref(a);
  return out;
}

Array *calc_fit(Array *a, const Array *like) {
  Array *summed = a ? reduce_to_shape(a, like) : NULL;
  array_unref(a);
  if (!summed || summed->dtype == like->dtype ||
      !dtype_is_float((DType)like->dtype))
    return summed;
  Array *out = array_as(summed, (DType)like->dtype);
  array_unref(summed);
  return out;
}

Operand calc_operand(const OpCall *call, int n) {
  const Arg *arg = &call->arg[n];
  return (Operand){arg->array, arg->was_list && !arg->array->ndim};
}

Array *calc_arg(const OpCall *call, int n) {
  Operand o = calc_operand(call, n);
  return o.python ? array_as(o.a, (DType)call->out->dtype) : array_ref(o.a);
}

/* out=: the result must fit exactly. */
static bool check_out(const Array *out, const Array *result, const char *name) {
  if (!elementwise_castable((DType)result->dtype, (DType)out->dtype))
    return err_set(ERR_UFuncTypeError,
                   "Cannot cast ufunc '%s' output from dtype('%s') to "
                   "dtype('%s') with casting rule 'same_kind'",
                   name, dtype_name((DType)result->dtype),
                   dtype_name((DType)out->dtype));
  if (array_same_shape(out, result))
    return true;
  Buf have = BUF_EMPTY, want = BUF_EMPTY;
  array_tight_text(&have, out->ndim, out->shape);
  array_tight_text(&want, result->ndim, result->shape);
  err_set(ERR_ValueError,
          "non-broadcastable output operand with shape %s doesn't match the "
          "broadcast shape %s",
          buf_text(&have), buf_text(&want));
  buf_free(&have);
  buf_free(&want);
  return false;
}

static bool store(Array *out, Array *result, Array *where) {
  Array *converted = array_as(result, (DType)out->dtype);
  Array *flags = converted ? array_as(where, DT_BOOL) : NULL;
  if (flags)
    copy_where(out, converted, flags);
  array_unref(converted);
  array_unref(flags);
  return flags;
}

bool calc_deliver(OpCall *call, Array *result, int n) {
  Array *out = calc_given(call, n) ? call->arg[n].array : NULL;
  Array *where = calc_given(call, n + 1) ? call->arg[n + 1].array : NULL;
  if (!result || (!out && !where)) {
    call->out = result;
    return result;
  }
  bool ok = true;
  if (!out)
    out = array_zeros((Family)result->family, (DType)result->dtype,
                      result->ndim, result->shape);
  else
    ok = check_out(out, result, call->op->name), array_ref(out);
  ok = ok && out &&
       (where ? store(out, result, where) : array_assign(out, result));
  array_unref(result);
  if (ok)
    call->out = out;
  else
    array_unref(out);
  return ok;
}

bool calc_run_unary(OpCall *call, UnaryOp op) {
  Array *out = elementwise_unary(op, call->arg[0].array, call->family);
  return calc_deliver(call, out, 1);
}

bool calc_run_binary(OpCall *call, BinaryOp op) {
  Array *out = elementwise_binary(op, calc_operand(call, 0),
                                  calc_operand(call, 1), call->family);
  return calc_deliver(call, out, 2);
}

Array *calc_along(const OpCall *call, int64_t *axis) {
  Array *x = call->arg[0].array;
  *axis = 0;
  if (!calc_given(call, 1))
    return shape_reshape(x, 1, (int64_t[]){-1});
  *axis = call->arg[1].i;
  return array_axis(x, axis) ? array_ref(x) : NULL;
}
