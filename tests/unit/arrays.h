/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of arrays and rows share: arrays from lists of numbers, and
   comparisons that say what they saw. */
#ifndef XENT_TESTS_ARRAYS_H
#define XENT_TESTS_ARRAYS_H

#include "base/err.h"
#include "base/note.h"
#include "num/array.h"
#include "ops/op.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define UNUSED __attribute__((unused))
#define V(...) ((double[]){__VA_ARGS__})
#define S(...) ((int64_t[]){__VA_ARGS__})

static UNUSED Array *arrays_make(Family f, DType t, int ndim,
                                 const int64_t *shape, const double *v) {
  Array *a = array_new(f, t, ndim, shape);
  assert_non_null(a);
  for (int64_t i = 0; i < a->size; i++)
    array_put(a, i, v[i]);
  return a;
}

static UNUSED Array *arrays_vector(Family f, DType t, int64_t n,
                                   const double *v) {
  return arrays_make(f, t, 1, &n, v);
}

/* 0, 1, 2 ... in this shape */
static UNUSED Array *arrays_range(Family f, DType t, int ndim,
                                  const int64_t *shape) {
  Array *a = array_new(f, t, ndim, shape);
  assert_non_null(a);
  for (int64_t i = 0; i < a->size; i++)
    array_put(a, i, (double)i);
  return a;
}

static UNUSED bool arrays_same(double x, double y) {
  return x == y || (isnan(x) && isnan(y));
}

/* Takes a: checks dtype, shape and every element, then releases it. */
static UNUSED void arrays_expect(Array *a, DType t, int ndim,
                                 const int64_t *shape, const double *v) {
  if (!a)
    fail_msg("no result: %s", buf_text(&err_now()->text));
  assert_string_equal(dtype_name((DType)a->dtype), dtype_name(t));
  assert_int_equal(a->ndim, ndim);
  for (int d = 0; d < ndim; d++)
    assert_int_equal(a->shape[d], shape[d]);
  for (int64_t i = 0; i < a->size; i++)
    if (!arrays_same(array_get(a, i), v[i]))
      fail_msg("element %d is %.17g, not %.17g", (int)i, array_get(a, i), v[i]);
  array_unref(a);
}

static UNUSED void arrays_expect_vector(Array *a, DType t, int64_t n,
                                        const double *v) {
  arrays_expect(a, t, 1, &n, v);
}

static UNUSED void arrays_expect_error(bool failed, ErrType type,
                                       const char *text) {
  assert_true(failed);
  assert_int_equal(err_now()->type, type);
  assert_string_equal(buf_text(&err_now()->text), text);
  err_clear();
}

/* The oldest note, or "" */
static UNUSED const char *arrays_note(void) {
  static char text[200];
  Note n;
  *text = '\0';
  if (note_take(&n)) {
    strncpy(text, buf_text(&n.text), sizeof text - 1);
    note_free(&n);
  }
  return text;
}

static UNUSED OpCall arrays_call(const char *name, Family f, Array *x) {
  const Op *op = op_by_name(name);
  if (!op)
    fail_msg("no row %s", name);
  OpCall c = op_call(op, f);
  c.arg[0] = op_array(x);
  return c;
}

/* Runs a call that must succeed; its result. */
static UNUSED Array *arrays_run(OpCall *call) {
  if (!op_run(call))
    fail_msg("%s: %s", call->op->name, buf_text(&err_now()->text));
  return call->out;
}

#endif
