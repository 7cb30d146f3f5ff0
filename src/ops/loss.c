/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/loss.h"

#include "base/err.h"
#include "num/floats.h"

#include <string.h>

bool loss_reduction(const Arg *arg, LossReduction *out) {
  static const char *const names[] = {"none", "mean", "sum"};
  *out = LOSS_MEAN;
  if (arg->tag != ARG_TEXT)
    return true;
  for (int i = 0; i < 3; i++)
    if (strlen(names[i]) == (size_t)arg->count &&
        !memcmp(arg->text, names[i], (size_t)arg->count)) {
      *out = (LossReduction)i;
      return true;
    }
  return err_set(ERR_ValueError, "%.*s is not a valid value for reduction",
                 (int)arg->count, arg->text);
}

double loss_total(const Array *a) {
  return a->dtype == DT_F32 ? (double)floats_sum(a->data, a->size)
                            : floats_pairwise(a->data, a->size, 1);
}

bool loss_return(OpCall *call, Array *elements, LossReduction r, double count,
                 DType dtype) {
  if (!elements || r == LOSS_NONE)
    return taught_return(call, elements, dtype);
  double sum = loss_total(elements);
  if (r != LOSS_SUM && elements->dtype == DT_F32)
    sum = (double)((float)sum / (float)count);
  else if (r != LOSS_SUM)
    sum /= count;
  Array *out = array_scalar(call->family, (DType)elements->dtype, sum);
  array_unref(elements);
  return taught_return(call, out, dtype);
}

/* The dtype of the loss: a tensor decides over a list. */
static DType pairs_dtype(const OpCall *call, const Array *x, const Array *y,
                         bool y_list) {
  if (call->family == FAMILY_TORCH)
    return y_list ? taught_dtype(call, x)
                  : dtype_promote_torch((DType)x->dtype, (DType)y->dtype);
  DType t = dtype_promote_numpy((DType)x->dtype, (DType)y->dtype);
  return dtype_is_float(t) ? t : DT_F64;
}

/* a in the working dtype, repeated to the shape. */
static Array *spread(Array *a, DType work, int ndim, const int64_t *shape) {
  Array *view = array_broadcast_to(a, ndim, shape);
  Array *out = view ? array_as(view, work) : NULL;
  array_unref(view);
  return out;
}

/* Weights go with the target first, and torch's message says so. */
static bool check_weights(Array *const from[4]) {
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  return (!from[2] || array_broadcast_shape(from[1], from[2], &ndim, shape)) &&
         (!from[3] || array_broadcast_shape(from[3], from[1], &ndim, shape));
}

bool loss_pairs(const OpCall *call, const int position[4], LossPairs *p) {
  Array *from[4], **to[] = {&p->x, &p->y, &p->w, &p->q};
  for (int i = 0; i < 4; i++)
    from[i] = position[i] < 0 ? NULL : taught_array(call, position[i]);
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  if (!array_broadcast_shape(from[0], from[1], &ndim, shape) ||
      !check_weights(from))
    return false;
  p->dtype =
      pairs_dtype(call, from[0], from[1], call->arg[position[1]].was_list);
  DType work = taught_working(call, p->dtype);
  for (int i = 0; i < 4; i++)
    if (from[i] && !(*to[i] = spread(from[i], work, ndim, shape)))
      return false;
  p->n = p->x->size;
  return true;
}

void loss_pairs_free(LossPairs *p) {
  array_unref(p->x);
  array_unref(p->y);
  array_unref(p->w);
  array_unref(p->q);
  *p = (LossPairs){0};
}

Array *loss_room(const OpCall *call, const LossPairs *p) {
  return array_new(call->family, (DType)p->x->dtype, p->x->ndim, p->x->shape);
}

Array *loss_spread(const OpCall *call, const LossPairs *p, Array *dout) {
  (void)call;
  return spread(dout, (DType)p->x->dtype, p->x->ndim, p->x->shape);
}

void loss_divide(Array *a, double n) {
  for (int64_t i = 0; i < a->size; i++)
    if (a->dtype == DT_F32)
      ((float *)a->data)[i] /= (float)n;
    else
      ((double *)a->data)[i] /= n;
}

void loss_derive_end(Derivation *d, const OpCall *call, Array *elements,
                     LossReduction r, const char *unit) {
  if (!call->out || r == LOSS_NONE)
    return;
  double value = array_get(call->out, 0);
  int digits = taught_digits(d);
  d->is_loss = true;
  d->loss = value;
  if (r == LOSS_SUM || elements->size == 1)
    derive_step(d, "L = sum", call->out, "sum = L = %.*f%s", digits, value,
                unit);
  else
    derive_step(d, "L = mean", call->out, "%.*f / %lld = L = %.*f%s", digits,
                loss_total(elements), (long long)elements->size, digits, value,
                unit);
}

void *loss_no_gradient(const char *argument) {
  return err_null(ERR_RuntimeError,
                  "the derivative for '%s' is not implemented", argument);
}
