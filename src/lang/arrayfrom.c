/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/arrayfrom.h"

#include "base/err.h"
#include "grad/tape.h"
#include "lang/arraygrad.h"
#include "lang/arrayvalue.h"
#include "lang/list.h"

/* What a nested value looks like: its shape by the first elements, and the
   widest type met. */
typedef struct Survey {
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  Family family;
  DType dtype; /* DT_COUNT: nothing seen yet */
  bool number; /* a Python float, int or bool was met */
} Survey;

static DType number_dtype(Value v, Family family) {
  if (v.tag == VALUE_BOOL)
    return DT_BOOL;
  if (v.tag == VALUE_INT)
    return DT_I64;
  return family == FAMILY_TORCH ? dtype_torch_float : DT_F64;
}

static DType wider(const Survey *s, DType t) {
  if (s->dtype == DT_COUNT)
    return t;
  return s->family == FAMILY_TORCH ? dtype_promote_torch(s->dtype, t)
                                   : dtype_promote_numpy(s->dtype, t);
}

static bool ragged(const Survey *s, int depth, int64_t have) {
  if (s->family == FAMILY_TORCH)
    return err_set(ERR_ValueError,
                   "expected sequence of length %lld at dim %d (got %lld)",
                   (long long)s->shape[depth], depth, (long long)have);
  Buf shape = BUF_EMPTY;
  array_shape_text(&shape, depth, s->shape);
  err_set(ERR_ValueError,
          "setting an array element with a sequence. The requested array has "
          "an inhomogeneous shape after %d dimensions. The detected shape was "
          "%s + inhomogeneous part.",
          depth, buf_text(&shape));
  buf_free(&shape);
  return false;
}

static bool not_a_number(const Survey *s, Value v) {
  if (s->family == FAMILY_TORCH)
    return err_set(ERR_TypeError, "new(): invalid data type '%s'",
                   value_type_name(v));
  if (s->family == FAMILY_PLAIN)
    return err_set(ERR_TypeError, "a vector holds numbers, not '%s'",
                   value_type_name(v));
  return err_set(ERR_Unsupported,
                 "xent does not support arrays of '%s': numbers and bools only",
                 value_type_name(v));
}

/* One level must agree with what was seen at this depth before. */
static bool level(Survey *s, int depth, int64_t n, bool first) {
  if (first) {
    if (depth == ARRAY_MAX_DIMS)
      return err_set(ERR_ValueError,
                     "too many dimensions: xent's arrays have "
                     "at most %d",
                     ARRAY_MAX_DIMS);
    s->shape[depth] = n;
    s->ndim = depth + 1;
    return true;
  }
  if (depth >= s->ndim || s->shape[depth] != n)
    return ragged(s, depth, n);
  return true;
}

/* A new array of numbers that are followed: torch forgets where they came
   from, NumPy refuses, and grad(f, x) would be wrong. */
static bool may_copy(const Survey *s, const Array *a) {
  if (!tape_follows(a) || s->family == FAMILY_TORCH)
    return true;
  if (!arraygrad_may_leave(a))
    return false;
  err_set(ERR_Unsupported,
          "xent does not support gradients through a list of numbers");
  return err_hint("np.stack([...]) makes an array of them");
}

static bool survey(Survey *s, Value v, int depth, bool first) {
  const Value *items;
  size_t n;
  if (value_is_number(v)) {
    if (!first && depth != s->ndim)
      return ragged(s, depth, 0);
    s->dtype = wider(s, number_dtype(v, s->family));
    return true;
  }
  Array *a = value_array(v);
  if (a) {
    if (!may_copy(s, a))
      return false;
    for (int i = 0; i < a->ndim; i++)
      if (!level(s, depth + i, a->shape[i], first))
        return false;
    if (!first && depth + a->ndim != s->ndim)
      return ragged(s, depth + a->ndim, 0);
    s->dtype = wider(s, (DType)a->dtype);
    return true;
  }
  if (!list_items(v, &items, &n))
    return not_a_number(s, v);
  if (!level(s, depth, (int64_t)n, first))
    return false;
  for (size_t i = 0; i < n; i++)
    if (!survey(s, items[i], depth + 1, first && i == 0))
      return false;
  return true;
}

/* Writes the elements in order; the survey has checked the shape. */
static void fill(Array *out, Value v, int64_t *at) {
  const Value *items;
  size_t n;
  Array *a = value_array(v);
  if (v.tag == VALUE_FLOAT) {
    array_put(out, (*at)++, v.f);
  } else if (value_is_number(v)) {
    array_put_int(out, (*at)++, v.i);
  } else if (a) {
    bool whole = !dtype_is_float((DType)a->dtype);
    for (int64_t i = 0; i < a->size; i++)
      if (whole)
        array_put_int(out, (*at)++, array_get_int(a, i));
      else
        array_put(out, (*at)++, array_get(a, i));
  } else if (list_items(v, &items, &n)) {
    for (size_t i = 0; i < n; i++)
      fill(out, items[i], at);
  }
}

/* The common case, a flat list of numbers, without a survey. */
static Array *flat(const Value *items, size_t n, Family family, DType dtype) {
  bool floats = false, ints = false;
  for (size_t i = 0; i < n; i++) {
    floats |= items[i].tag == VALUE_FLOAT;
    ints |= items[i].tag == VALUE_INT;
  }
  if (dtype == DT_COUNT)
    dtype = floats ? (family == FAMILY_TORCH ? dtype_torch_float : DT_F64)
            : ints ? DT_I64
                   : DT_BOOL;
  int64_t shape = (int64_t)n;
  Array *a = array_new(family, dtype, 1, &shape);
  if (a && dtype == DT_F64) {
    double *out = a->data;
    for (size_t i = 0; i < n; i++)
      out[i] = items[i].tag == VALUE_FLOAT ? items[i].f : (double)items[i].i;
    return a;
  }
  int64_t at = 0;
  for (size_t i = 0; a && i < n; i++)
    fill(a, items[i], &at);
  return a;
}

static bool all_numbers(const Value *items, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (!value_is_number(items[i]))
      return false;
  return n > 0;
}

/* Ranges, sets and iterators become lists first. */
static Array *from_iterable(Value v, Family family, DType dtype) {
  Value list = value_list_of(v);
  Array *a = value_ok(list) ? arrayfrom_value(list, family, dtype) : NULL;
  value_unref(list);
  return a;
}

Array *arrayfrom_value(Value v, Family family, DType dtype) {
  const Value *items;
  size_t n;
  bool listed = list_items(v, &items, &n);
  if (listed && all_numbers(items, n))
    return flat(items, n, family, dtype);
  if (value_is(v, VALUE_TYPE_RANGE) || value_is(v, VALUE_TYPE_ITER))
    return from_iterable(v, family, dtype);
  Survey s = {.family = family, .dtype = DT_COUNT};
  if (!survey(&s, v, 0, true))
    return NULL;
  if (s.dtype == DT_COUNT)
    s.dtype = family == FAMILY_TORCH ? dtype_torch_float : DT_F64;
  Array *a =
      array_new(family, dtype == DT_COUNT ? s.dtype : dtype, s.ndim, s.shape);
  int64_t at = 0;
  if (a)
    fill(a, v, &at);
  return a;
}

bool arrayfrom_is_vector(Value v) {
  const Value *items;
  size_t n;
  if (!list_items(v, &items, &n) || !n)
    return false;
  for (size_t i = 0; i < n; i++)
    if (!value_is_number(items[i]) && !arrayfrom_is_vector(items[i]))
      return false;
  return true;
}

Array *arrayfrom_number(Value v, Family family) {
  if (v.tag == VALUE_FLOAT)
    return array_scalar(family, DT_F64, v.f);
  return array_scalar_int(family, v.tag == VALUE_BOOL ? DT_BOOL : DT_I64, v.i);
}

static Value list_level(const Array *a, int depth, int64_t *at) {
  if (depth == a->ndim)
    return arrayvalue_item(a, (*at)++);
  Value list = list_new((size_t)a->shape[depth]);
  for (int64_t i = 0; value_ok(list) && i < a->shape[depth]; i++)
    if (!list_take(list, list_level(a, depth + 1, at))) {
      value_unref(list);
      return value_error();
    }
  return list;
}

Value arrayfrom_to_list(const Array *a) {
  int64_t at = 0;
  return list_level(a, 0, &at);
}
