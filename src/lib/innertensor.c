/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/innertensor.h"

#include "base/sym.h"
#include "lang/str.h"
#include "lang/tuple.h"

#include <string.h>

/* (bytes of an element, strides, whether packed, offset, address) */
static Value tensor_layout(const Value *args) {
  const Array *a = value_array(args[0]);
  size_t each = dtype_size((DType)a->dtype);
  const char *from = a->base ? a->base->data : a->data, *at = a->data;
  Value parts[] = {value_int((int64_t)each), tuple_of_ints(a->stride, a->ndim),
                   value_bool(array_is_contiguous(a)),
                   value_int((at - from) / (int64_t)each),
                   value_int((int64_t)(uintptr_t)a->data)};
  Value v = value_ok(parts[1]) ? tuple_new(parts, 5) : value_error();
  value_unref(parts[1]);
  return v;
}

/* The names of a pair's halves, kept for as long as the program runs. */
static const char *const *names_of(const char *one, const char *other) {
  enum { MOST = 8 };
  static const char *known[MOST][2];
  for (int i = 0; i < MOST; i++) {
    if (known[i][0] && strcmp(known[i][0], one) == 0 &&
        strcmp(known[i][1], other) == 0)
      return known[i];
    if (known[i][0])
      continue;
    const Sym *a = sym_lit(one), *b = sym_lit(other);
    if (!a || !b)
      return NULL;
    known[i][0] = a->text, known[i][1] = b->text;
    return known[i];
  }
  return err_null(ERR_MemoryError, "more than %d kinds of pairs", MOST);
}

/* named_pair(type, one, first, other, second): torch.return_types.X(one=...,
   other=...) */
static Value named_pair(const Value *args) {
  const Sym *type = sym_lit(str_of(args[0])->text);
  Value both[] = {args[2], args[4]};
  Value v = type ? tuple_new(both, 2) : value_error();
  if (value_ok(v)) {
    tuple_of(v)->type_name = type->text;
    tuple_of(v)->fields =
        names_of(str_of(args[1])->text, str_of(args[3])->text);
    if (!tuple_of(v)->fields) {
      value_unref(v);
      return value_error();
    }
  }
  return v;
}

/* take_shape(tensor, view of it): the tensor itself gets the view's shape. */
static Value take_shape(const Value *args) {
  Array *a = value_array(args[0]);
  const Array *view = value_array(args[1]);
  if (a->requires_grad) {
    err_set(ERR_Unsupported, "xent does not support changing the shape of a "
                             "tensor that requires grad in place");
    return value_error();
  }
  a->ndim = view->ndim;
  memcpy(a->shape, view->shape, sizeof a->shape);
  memcpy(a->stride, view->stride, sizeof a->stride);
  return value_none();
}

const Native innertensor_natives[] = {
    {"tensor_layout", "tensor", tensor_layout, "how it lies in memory", NULL,
     NULL},
    {"take_shape", "tensor view", take_shape, "another shape in place", NULL,
     NULL},
    {"named_pair", "type one first other second", named_pair,
     "a pair of torch.return_types", NULL, NULL},
    {0}};
