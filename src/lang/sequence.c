/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/sequence.h"

#include "lang/arith.h"
#include "lang/list.h"
#include "lang/nest.h"

bool sequence_index(Value index, size_t n, const char *type, const char *what,
                    size_t *at) {
  int64_t i;
  if (!value_as_int(index, &i)) {
    if (value_array(index) && !value_array(index)->scalar)
      return value_to_index(index, &i);
    return err_set(ERR_TypeError,
                   "%s indices must be integers or slices, not %s", type,
                   value_type_name(index));
  }
  if (i < 0)
    i += (int64_t)n;
  if (i < 0 || i >= (int64_t)n)
    return err_set(ERR_IndexError, "%s index out of range", what);
  *at = (size_t)i;
  return true;
}

int sequence_repeat(Value count, size_t n, size_t *out) {
  int64_t k;
  if (value_is(count, VALUE_TYPE_INSTANCE))
    return 0;
  if (!value_as_int(count, &k)) {
    err_set(ERR_TypeError, "can't multiply sequence by non-int of type '%s'",
            value_type_name(count));
    return -1;
  }
  if (k < 0 || !n)
    k = 0;
  if (k > 0 && (size_t)k > SEQUENCE_MOST / n) {
    err_set(ERR_MemoryError, "%s", "");
    return -1;
  }
  *out = (size_t)k;
  return 1;
}

bool sequence_repr(Buf *b, const Value *items, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (i)
      buf_str(b, ", ");
    if (!value_repr(b, items[i]))
      return false;
  }
  return true;
}

static Value differing(AstOp op, Value left, Value right, size_t i) {
  const Value *a, *b;
  size_t n, m;
  list_items(left, &a, &n);
  list_items(right, &b, &m);
  Value x = value_ref(a[i]), y = value_ref(b[i]);
  Value r = value_error();
  if (nest_enter()) {
    r = arith_compare(op, x, y, false);
    nest_leave();
  }
  value_unref(x);
  value_unref(y);
  return r;
}

Value sequence_compare(AstOp op, Value left, Value right) {
  const Value *a, *b;
  size_t n = 0, m = 0, i = 0;
  for (;; i++) {
    if (!list_items(left, &a, &n) || !list_items(right, &b, &m))
      return value_absent();
    if (i >= n || i >= m)
      break;
    int t = nest_equal(a[i], b[i]);
    if (t < 0)
      return value_error();
    if (t)
      continue;
    list_items(left, &a, &n);
    list_items(right, &b, &m);
    if (i < n && i < m)
      return differing(op, left, right, i);
  }
  switch (op) {
  case AST_LT: return value_bool(n < m);
  case AST_LE: return value_bool(n <= m);
  case AST_GT: return value_bool(n > m);
  case AST_GE: return value_bool(n >= m);
  default: return value_absent();
  }
}

static bool bound(Value v, size_t n, size_t *out) {
  int64_t i;
  if (!value_ok(v))
    return true;
  if (!value_as_int(v, &i))
    return err_set(ERR_TypeError, "slice indices must be integers or have an "
                                  "__index__ method");
  if (i < 0)
    i += (int64_t)n;
  *out = i < 0 ? 0 : i > (int64_t)n ? n : (size_t)i;
  return true;
}

bool sequence_bounds(Value start, Value stop, size_t n, size_t *from,
                     size_t *to) {
  *from = 0;
  *to = n;
  return bound(start, n, from) && bound(stop, n, to);
}

int64_t sequence_find(Value sequence, Value x, size_t from, size_t to) {
  const Value *items;
  size_t n;
  for (size_t i = from; list_items(sequence, &items, &n) && i < n && i < to;
       i++) {
    int t = nest_equal(items[i], x);
    if (t)
      return t < 0 ? -2 : (int64_t)i;
  }
  return -1;
}

int64_t sequence_count(Value sequence, Value x) {
  const Value *items;
  size_t n;
  int64_t count = 0;
  for (size_t i = 0; list_items(sequence, &items, &n) && i < n; i++) {
    int t = nest_equal(items[i], x);
    if (t < 0)
      return -1;
    count += t;
  }
  return count;
}
