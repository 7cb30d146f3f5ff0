/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls of the taught operations from C and from JSON vectors. */
#ifndef XENT_TESTS_UNIT_TAUGHT_H
#define XENT_TESTS_UNIT_TAUGHT_H

#include "base/err.h"
#include "ops/accuracy.h"
#include "ops/bce.h"
#include "ops/crossentropy.h"
#include "ops/entropy.h"
#include "ops/kldiv.h"
#include "ops/mse.h"
#include "ops/nll.h"
#include "ops/onehot.h"
#include "ops/sigmoid.h"
#include "ops/softmax.h"
#include "vectors.h"

static const Op *const taught_tables[] = {
    softmax_ops, sigmoid_ops, nll_ops,     crossentropy_ops, bce_ops,
    mse_ops,     kldiv_ops,   entropy_ops, onehot_ops,       accuracy_ops};
enum { TAUGHT_TABLES = sizeof taught_tables / sizeof taught_tables[0] };

static inline const Op *taught_op(const char *name) {
  for (int t = 0; t < TAUGHT_TABLES; t++)
    for (const Op *op = taught_tables[t]; op->name; op++)
      if (!strcmp(op->name, name))
        return op;
  vectors_die("no such operation", name);
}

/* Position of a parameter in the row's list. */
static inline int taught_position(const Op *op, const char *name) {
  int i = 0;
  const char *p = op->params;
  for (; *p; i++) {
    size_t n = strcspn(p, ":");
    if (strlen(name) == n && !strncmp(p, name, n))
      return i;
    p += strcspn(p, " ");
    p += strspn(p, " ");
  }
  vectors_die("no such parameter", name);
}

/* n doubles of this shape as an array of any dtype and family. */
static inline Array *taught_make(Family family, DType dtype, int ndim,
                                 const int64_t *shape, const double *v) {
  Array *a = array_new(family, dtype, ndim, shape);
  for (int64_t i = 0; a && i < a->size; i++)
    array_put(a, i, v[i]);
  if (a && !ndim)
    a->scalar = family != FAMILY_TORCH;
  return a;
}

/* {"shape": [2], "dtype": "float32", "data": [1, 2]} */
static inline Array *taught_json(const json_t *o, Family family) {
  int64_t shape[ARRAY_MAX_DIMS];
  json_t *s = vectors_get(o, "shape"), *data = vectors_get(o, "data");
  DType t = dtype_by_name(json_string_value(vectors_get(o, "dtype")));
  for (size_t i = 0; i < json_array_size(s); i++)
    shape[i] = json_integer_value(json_array_get(s, i));
  Array *a = array_new(family, t, (int)json_array_size(s), shape);
  for (size_t i = 0; a && i < json_array_size(data); i++) {
    const json_t *v = json_array_get(data, i);
    if (dtype_is_float(t))
      array_put(a, (int64_t)i, vectors_number(v));
    else
      array_put_int(a, (int64_t)i, vectors_integer(v));
  }
  return a;
}

static inline void taught_set(OpCall *call, const char *name, Arg arg) {
  call->arg[taught_position(call->op, name)] = arg;
}

static inline void taught_release(OpCall *call) {
  for (int i = 0; i < OP_MAX_ARGS; i++)
    if (call->arg[i].tag == ARG_ARRAY)
      array_unref(call->arg[i].array);
  array_unref(call->out);
  *call = (OpCall){0};
}

/* Distance in units of the last place of the dtype; nan equals nan. */
static inline double taught_ulps(DType t, double a, double b) {
  if ((a != a && b != b) || a == b)
    return 0;
  if (a != a || b != b || isinf(a) || isinf(b))
    return INFINITY;
  double big = fmax(fabs(a), fabs(b)), unit;
  if (t == DT_F32)
    unit = (double)(nextafterf((float)big, INFINITY) - (float)big);
  else
    unit = nextafter(big, INFINITY) - big;
  return fabs(a - b) / unit;
}

#endif
