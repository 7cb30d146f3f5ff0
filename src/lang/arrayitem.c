/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/arrayitem.h"

#include "lang/arrayfrom.h"
#include "lang/list.h"
#include "lang/record.h"
#include "lang/slice.h"
#include "lang/str.h"
#include "ops/elementwise.h"
#include "ops/index.h"

/* The items of an index, with the arrays that were made for them. */
typedef struct Items {
  Index items[INDEX_MAX];
  Array *made[INDEX_MAX];
  int n, n_made;
} Items;

static void release(Items *s) {
  for (int i = 0; i < s->n_made; i++)
    array_unref(s->made[i]);
}

static bool wrong_type(const Array *a, Value v) {
  if (a->family == FAMILY_TORCH && str_of(v))
    return err_set(ERR_TypeError, "new(): invalid data type 'str'");
  if (a->family == FAMILY_TORCH && value_array(v))
    return err_set(ERR_IndexError, "tensors used as indices must be long, "
                                   "byte or bool tensors");
  if (a->family == FAMILY_TORCH)
    return err_set(ERR_IndexError,
                   "only integers, slices (`:`), ellipsis (`...`), None and "
                   "long or byte Variables are valid indices (got %s)",
                   value_type_name(v));
  return err_set(ERR_IndexError,
                 "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis "
                 "(`None`) and integer or boolean arrays are valid indices");
}

static bool part(Value v, bool *has, int64_t *out) {
  *has = !value_is_none(v);
  if (!*has || value_as_int(v, out))
    return true;
  return err_set(ERR_TypeError, "slice indices must be integers or None or "
                                "have an __index__ method");
}

static bool add_slice(Index *at, const Slice *s) {
  at->tag = INDEX_SLICE;
  return part(s->start, &at->has_start, &at->start) &&
         part(s->stop, &at->has_stop, &at->stop) &&
         part(s->step, &at->has_step, &at->step);
}

static bool add_array(Items *s, Index *at, const Array *a, Value v) {
  Array *x = value_array(v);
  if (!x) {
    x = arrayfrom_value(v, (Family)a->family, DT_COUNT);
    if (!x)
      return false;
    if (!x->size && dtype_is_float(x->dtype)) {
      Array *ints = array_as(x, DT_I64); /* [] is a list of no indices */
      array_unref(x);
      x = ints;
      if (!x)
        return false;
    }
    s->made[s->n_made++] = x;
  }
  if (dtype_is_float((DType)x->dtype)) {
    if (a->family == FAMILY_TORCH || !value_array(v) || x->scalar)
      return wrong_type(a, v);
    return err_set(ERR_IndexError, "arrays used as indices must be of integer "
                                   "(or boolean) type");
  }
  at->tag = INDEX_ARRAY;
  at->array = x;
  return true;
}

static bool add(Items *s, const Array *a, Value v) {
  if (s->n == INDEX_MAX)
    return err_set(ERR_IndexError, "too many indices for array");
  Index *at = &s->items[s->n++];
  Array *x = value_array(v);
  *at = (Index){0};
  if (v.tag == VALUE_INT ||
      (x && !x->ndim && x->dtype != DT_BOOL && value_as_int(v, &at->i))) {
    at->tag = INDEX_INT;
    if (v.tag == VALUE_INT)
      at->i = v.i;
    return true;
  }
  if (value_is_none(v))
    return at->tag = INDEX_NEWAXIS, true;
  if (value_is(v, VALUE_TYPE_ELLIPSIS))
    return at->tag = INDEX_ELLIPSIS, true;
  if (slice_of(v))
    return add_slice(at, slice_of(v));
  if (v.tag == VALUE_BOOL) {
    Array *mask = arrayfrom_number(v, (Family)a->family);
    if (!mask)
      return false;
    s->made[s->n_made++] = mask;
    at->tag = INDEX_ARRAY;
    at->array = mask;
    return true;
  }
  if (x || list_of(v) || value_is(v, VALUE_TYPE_RANGE) || tuple_of(v))
    return add_array(s, at, a, v);
  return wrong_type(a, v);
}

static bool read_index(Items *s, const Array *a, Value index) {
  Tuple *several = tuple_of(index);
  s->n = s->n_made = 0;
  if (!several)
    return add(s, a, index);
  for (size_t i = 0; i < several->n; i++)
    if (!add(s, a, several->items[i]))
      return false;
  return true;
}

Value arrayitem_get(Value v, Value index) {
  Array *a = value_array(v);
  Items s;
  Array *out = NULL;
  if (read_index(&s, a, index))
    out = record_index(a, s.items, s.n);
  release(&s);
  return value_of_array(out);
}

static Array *value_for(const Array *a, Value x) {
  if (value_array(x))
    return array_ref(value_array(x));
  if (a->family == FAMILY_TORCH && !value_is_number(x)) {
    err_set(ERR_TypeError, "can't assign a %s to a torch.%sTensor",
            value_type_name(x), elementwise_torch_name((DType)a->dtype));
    return NULL;
  }
  if (value_is_number(x))
    return arrayfrom_number(x, (Family)a->family);
  return arrayfrom_value(x, (Family)a->family, DT_COUNT);
}

bool arrayitem_set(Value v, Value index, Value x) {
  Array *a = value_array(v);
  Array *value = value_for(a, x);
  if (!value)
    return false;
  Items s;
  bool ok = read_index(&s, a, index) && record_assign(a, s.items, s.n, value);
  release(&s);
  array_unref(value);
  return ok;
}
