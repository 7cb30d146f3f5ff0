/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CPython's compiler makes a display of three constants or more into one
   constant set, which it makes again item by item in the order of the table;
   running the display copies that into an empty set. Items that want the same
   place may change theirs each time. */
#include "lang/evalset.h"

#include "lang/dict_set.h"
#include "lang/list.h"

static bool is_constant(const Node *n) {
  switch ((NodeType)n->type) {
  case NODE_NONE:
  case NODE_BOOL:
  case NODE_INT:
  case NODE_FLOAT:
  case NODE_STR:
  case NODE_ELLIPSIS: return true;
  case NODE_UNARY: return is_constant(n->bin.left);
  case NODE_BINARY:
    return is_constant(n->bin.left) && is_constant(n->bin.right);
  case NODE_TUPLE: break;
  default: return false;
  }
  for (int32_t i = 0; i < n->list.n; i++)
    if (!is_constant(n->list.items[i]))
      return false;
  return true;
}

Value evalset_display(const Node *n, Value set) {
  bool constant = n->list.n >= 3;
  for (int32_t i = 0; constant && i < n->list.n; i++)
    constant = is_constant(n->list.items[i]);
  if (!constant || !value_ok(set))
    return set;
  Value items = value_list_of(set);
  Value again = value_ok(items) ? dict_set_from(items) : value_error();
  Value copy = value_ok(again) ? dict_set_from(again) : value_error();
  value_unref(items);
  value_unref(again);
  value_unref(set);
  return copy;
}
