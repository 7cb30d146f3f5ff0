/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessoncompare.h"

#include "base/err.h"
#include "lang/arrayfrom.h"

#include <math.h>
#include <string.h>

static const double close_enough = 0.02;

/* The numbers in a value as a new array, or NULL without an error. */
static Array *numbers_of(Value v) {
  Array *a = value_array(v);
  if (a)
    return array_ref(a);
  if (value_is_number(v))
    a = arrayfrom_number(v, FAMILY_PLAIN);
  else if (arrayfrom_is_vector(v))
    a = arrayfrom_value(v, FAMILY_PLAIN, DT_COUNT);
  if (!a)
    err_clear();
  return a;
}

static bool within(double a, double b, double tol) {
  if (isnan(a) || isnan(b))
    return isnan(a) && isnan(b);
  if (a == b)
    return true;
  if (isinf(a) || isinf(b))
    return false;
  double gap = fabs(a - b);
  return gap <= tol || gap <= tol * fabs(b);
}

/* All elements within tol; relative: no absolute allowance. */
static bool all_within(const Array *a, const Array *b, double tol, double sign,
                       bool relative) {
  for (int64_t i = 0; i < a->size; i++) {
    double x = sign * array_get(a, i), y = array_get(b, i);
    if (relative && fabs(x - y) <= tol * fabs(y))
      continue;
    if (relative || !within(x, y, tol))
      return false;
  }
  return true;
}

static LessonMatch compare_arrays(const Array *a, const Array *b, double tol) {
  if (!array_same_shape(a, b))
    return LESSONCOMPARE_SHAPE;
  if (all_within(a, b, tol, 1, false))
    return LESSONCOMPARE_SAME;
  if (all_within(a, b, tol, -1, false))
    return LESSONCOMPARE_OPPOSITE;
  return all_within(a, b, close_enough, 1, true) ? LESSONCOMPARE_CLOSE
                                                 : LESSONCOMPARE_DIFFERENT;
}

static LessonMatch compare_others(Value a, Value b) {
  int same = value_equal(a, b);
  if (same < 0)
    err_clear();
  if (same > 0)
    return LESSONCOMPARE_SAME;
  return !strcmp(value_type_name(a), value_type_name(b))
             ? LESSONCOMPARE_DIFFERENT
             : LESSONCOMPARE_TYPE;
}

LessonMatch lessoncompare(Value answer, Value reference, double tol) {
  Array *a = numbers_of(answer), *b = numbers_of(reference);
  LessonMatch match;
  if (a && b)
    match = compare_arrays(a, b, tol);
  else
    match = a || b ? LESSONCOMPARE_TYPE : compare_others(answer, reference);
  array_unref(a);
  array_unref(b);
  return match;
}

bool lessoncompare_number(Value v, double *out) {
  Array *a = numbers_of(v);
  bool one = a && a->size == 1;
  if (one)
    *out = array_get(a, 0);
  array_unref(a);
  return one;
}

void lessoncompare_shape(Buf *b, Value v) {
  Array *a = numbers_of(v);
  if (!a) {
    buf_fmt(b, "a %s", value_is_none(v) ? "None" : value_type_name(v));
    return;
  }
  for (int i = 0; i < a->ndim; i++)
    buf_fmt(b, "%s%lld", i ? " x " : "", (long long)a->shape[i]);
  buf_str(b, !a->ndim                           ? "one number"
             : a->ndim == 1 && a->shape[0] == 1 ? " number in a list"
                                                : " numbers");
  array_unref(a);
}
