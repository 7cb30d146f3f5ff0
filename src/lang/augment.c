/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/augment.h"

#include "lang/dict_set.h"
#include "lang/instance.h"
#include "lang/list.h"
#include "lang/sequence.h"

static Value result(Value left, bool ok) {
  return ok ? value_ref(left) : value_error();
}

static Value extend(Value left, Value right) {
  List *l = list_of(left);
  Value more = value_list_of(right);
  bool ok = value_ok(more) &&
            list_splice(l, l->n, 0, list_of(more)->items, list_of(more)->n);
  value_unref(more);
  return result(left, ok);
}

static Value repeat(Value left, Value count) {
  List *l = list_of(left);
  size_t k, n = l->n;
  if (sequence_repeat(count, n, &k) <= 0)
    return value_error();
  if (!k)
    list_clear(l);
  for (size_t i = n; i < n * k; i++)
    if (!list_append(left, l->items[i % n]))
      return value_error();
  return value_ref(left);
}

static Value set_operator(AstOp op, Value left, Value right) {
  switch (op) {
  case AST_BITOR: return result(left, dict_set_update(left, right));
  case AST_SUB: return result(left, dict_set_remove_all(left, right));
  case AST_BITXOR: return result(left, dict_set_toggle(left, right));
  case AST_BITAND:
    return result(left,
                  dict_set_become(left, dict_set_intersection(left, right)));
  default: return value_absent();
  }
}

Value augment_container(AstOp op, Value left, Value right) {
  if (list_of(left) && op == AST_ADD)
    return extend(left, right);
  if (list_of(left) && op == AST_MUL)
    return repeat(left, right);
  if (value_is(left, VALUE_TYPE_DICT) && op == AST_BITOR)
    return result(left, dict_update(left, right));
  if (value_is(left, VALUE_TYPE_SET) && value_is(right, VALUE_TYPE_SET))
    return set_operator(op, left, right);
  if (value_is(left, VALUE_TYPE_INSTANCE))
    return instance_augment(op, left, right);
  return value_absent();
}
