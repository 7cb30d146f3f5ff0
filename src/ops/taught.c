/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/taught.h"

#include "base/err.h"
#include "num/floats.h"

#include <math.h>
#include <string.h>

DType taught_dtype(const OpCall *call, const Array *x) {
  if (dtype_is_float((DType)x->dtype))
    return (DType)x->dtype;
  return call->family == FAMILY_TORCH ? dtype_torch_float : DT_F64;
}

DType taught_working(const OpCall *call, DType result) {
  return call->family == FAMILY_TORCH && result == DT_F32 ? DT_F32 : DT_F64;
}

Array *taught_array(const OpCall *call, int i) {
  const Arg *a = &call->arg[i];
  return a->tag == ARG_ARRAY ? a->array : NULL;
}

bool taught_is_index(const OpCall *call, int i) {
  const Array *a = taught_array(call, i);
  if (!dtype_is_float((DType)a->dtype))
    return true;
  if (call->family == FAMILY_TORCH && !call->arg[i].was_list)
    return false;
  for (int64_t k = 0; k < a->size; k++)
    if (array_get(a, k) != rint(array_get(a, k)))
      return false;
  return true;
}

bool taught_return(OpCall *call, Array *a, DType dtype) {
  if (!a)
    return false;
  if (a->dtype != dtype) {
    Array *b = array_as(a, dtype);
    array_unref(a);
    if (!b)
      return false;
    a = b;
  }
  a->family = (uint8_t)call->family;
  a->scalar = !a->ndim && call->family != FAMILY_TORCH;
  a->kind = (Kind){0};
  call->out = a;
  return true;
}

/* The sum along one axis of a working array, which stays with length 1; in
   float32 in torch's order. */
static Array *sum_axis(const Array *a, int axis) {
  AxisLoop l = array_axis_loop(a, axis);
  int64_t shape[ARRAY_MAX_DIMS];
  memcpy(shape, a->shape, sizeof shape);
  shape[axis] = 1;
  Array *out = array_new((Family)a->family, (DType)a->dtype, a->ndim, shape);
  for (int64_t o = 0; out && o < l.outer; o++) {
    const float *from = (const float *)a->data + o * l.n * l.inner;
    float *to = (float *)out->data + o * l.inner;
    if (a->dtype == DT_F32 && l.inner == 1)
      *to = floats_sum(from, l.n);
    else if (a->dtype == DT_F32)
      floats_sum_rows(from, l.n, l.inner, to);
    for (int64_t i = 0; i < l.inner && a->dtype == DT_F64; i++)
      ((double *)out->data)[o * l.inner + i] = floats_pairwise(
          (const double *)a->data + o * l.n * l.inner + i, l.n, l.inner);
  }
  return out;
}

Array *taught_sum_to(Array *a, const Array *like) {
  for (int d = 0; a && d < a->ndim; d++) {
    int own = d - (a->ndim - like->ndim);
    if (a->shape[d] == 1 || (own >= 0 && like->shape[own] != 1))
      continue;
    Array *sum = sum_axis(a, d);
    array_unref(a);
    a = sum;
  }
  bool floats = dtype_is_float((DType)like->dtype);
  Array *same = a && floats ? array_as(a, (DType)like->dtype) : array_ref(a);
  array_unref(a);
  if (!same || same->ndim == like->ndim)
    return same;
  Array *out = array_new((Family)same->family, (DType)same->dtype, like->ndim,
                         like->shape);
  if (out)
    memcpy(out->data, same->data,
           (size_t)out->size * dtype_size((DType)out->dtype));
  array_unref(same);
  return out;
}

const char *taught_type_name(DType t) {
  static const char *const names[] = {
      [DT_BOOL] = "Bool", [DT_U8] = "Byte",   [DT_I8] = "Char",
      [DT_I16] = "Short", [DT_I32] = "Int",   [DT_I64] = "Long",
      [DT_U64] = "Long",  [DT_F16] = "Half",  [DT_BF16] = "BFloat16",
      [DT_F32] = "Float", [DT_F64] = "Double"};
  return names[t];
}

bool taught_needs_float(const OpCall *call, const Array *x, const char *what) {
  if (call->family != FAMILY_TORCH || dtype_is_float((DType)x->dtype))
    return true;
  return err_set(ERR_RuntimeError, "\"%s\" not implemented for '%s'", what,
                 taught_type_name((DType)x->dtype));
}

void taught_size(Buf *b, const Array *a) {
  buf_str(b, "torch.Size(");
  array_size_text(b, a->ndim, a->shape);
  buf_char(b, ')');
}

int taught_digits(const Derivation *d) {
  return d->digits ? d->digits : 4;
}

void taught_words(Buf *b, const Derivation *d, const char *name,
                  const Array *values) {
  int64_t shown = values->size > 4 ? 3 : values->size;
  buf_fmt(b, "%s = ", name);
  for (int64_t i = 0; i < shown; i++)
    buf_fmt(b, "%s%.*f", i ? ", " : "", taught_digits(d),
            array_get(values, i) + 0.0);
  if (shown < values->size)
    buf_str(b, ", ...");
}

void taught_step(Derivation *d, const char *label, Array *values, Buf *words) {
  d->failed |= words->failed || !values;
  derive_step(d, label, values, "%s", buf_text(words));
  buf_free(words);
}

double taught_distance(const Array *a, double value) {
  double most = 0;
  for (int64_t i = 0; i < a->size; i++)
    most = fmax(most, fabs(array_get(a, i) - value));
  return most;
}

/* The call in double with element i of its input moved by h; nan: error. */
static double moved(const OpCall *call, Array *x, int64_t i, double h) {
  double *at = (double *)x->data + i, old = *at, value = (double)NAN;
  OpCall c = *call;
  c.family = FAMILY_PLAIN;
  c.out = c.out2 = NULL;
  c.arg[0].array = x;
  *at = old + h;
  if (c.op->forward(&c))
    value = array_get(c.out, 0);
  array_unref(c.out);
  *at = old;
  return value;
}

/* (f(x + h) - f(x - h)) / 2h with the term of order h^2 cancelled. */
static double slope(const OpCall *call, Array *x, int64_t i, double h) {
  double d[2];
  for (int k = 0; k < 2; k++, h /= 2)
    d[k] = (moved(call, x, i, h) - moved(call, x, i, -h)) / (2 * h);
  return (4 * d[1] - d[0]) / 3;
}

/* How far from x to look; of a probability, never beyond 0 and 1. */
static double step_at(double x, bool probs) {
  return 1e-3 * (probs ? fmin(x, 1 - x) : 1);
}

static bool has_room(const Array *x, bool probs) {
  for (int64_t i = 0; i < x->size; i++)
    if (step_at(array_get(x, i), probs) <= 0)
      return false;
  return x->size <= 64;
}

void taught_finite(Derivation *d, const OpCall *call, const Array *gradient,
                   bool probs) {
  Array *x = call->arg[0].array;
  if (!has_room(x, probs))
    return;
  Array *own = array_as(x, DT_F64);
  Array *copy = own ? array_copy(own) : NULL;
  double most = 0;
  for (int64_t i = 0; copy && i < x->size; i++) {
    double g = array_get(gradient, i), h = step_at(array_get(x, i), probs);
    most = fmax(most, fabs(slope(call, copy, i, h) - g) / fmax(1, fabs(g)));
  }
  array_unref(own);
  array_unref(copy);
  if (!copy)
    d->failed = true;
  else
    derive_agrees(d, "finite differences", most,
                  (gradient->dtype == DT_F32 ? 1e-5 : 1e-9) +
                      1e-11 * fabs(array_get(call->out, 0)));
}
