/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/builtins_object.h"

#include "lang/dict_set.h"
#include "lang/function.h"
#include "lang/list.h"
#include "lang/str.h"
#include "lib/builtins_class.h"
#include "lib/builtins_iter.h"

/* --- attributes ----------------------------------------------------------- */

static const Sym *attr_name(Value v) {
  const Str *s = str_of(v);
  if (s)
    return sym_of(s->text, s->len);
  return err_null(ERR_TypeError, "attribute name must be string, not '%s'",
                  value_type_name(v));
}

/* Absent without an error: there is none. */
static Value find(const Value *args) {
  const Sym *name = attr_name(args[1]);
  Value v = name ? value_find_attr(args[0], name) : value_error();
  if (!value_ok(v) && err_is_a(err_now()->type, ERR_AttributeError))
    err_clear();
  if (!value_ok(v) && !err_pending())
    value_refuse_attr(args[0], name);
  return v;
}

Value builtins_object_hasattr(const Value *args) {
  Value v = find(args);
  value_unref(v);
  return err_pending() ? value_error() : value_bool(value_ok(v));
}

Value builtins_object_getattr(const Value *args) {
  const Sym *name = attr_name(args[1]);
  if (!name)
    return value_error();
  if (!value_ok(args[2]))
    return value_get_attr(args[0], name);
  Value v = find(args);
  return value_ok(v) || err_pending() ? v : value_ref(args[2]);
}

Value builtins_object_setattr(const Value *args) {
  const Sym *name = attr_name(args[1]);
  bool ok = name && value_set_attr(args[0], name, args[2]);
  return ok ? value_none() : value_error();
}

Value builtins_object_delattr(const Value *args) {
  const Sym *name = attr_name(args[1]);
  return name && value_del_attr(args[0], name) ? value_none() : value_error();
}

/* --- what it is ----------------------------------------------------------- */

static Value truth(int t) {
  return t < 0 ? value_error() : value_bool(t);
}

Value builtins_object_isinstance(const Value *args) {
  return truth(builtins_class_is_instance(args[0], args[1]));
}

Value builtins_object_issubclass(const Value *args) {
  return truth(builtins_class_is_subclass(args[0], args[1]));
}

Value builtins_object_callable(const Value *args) {
  Value v = args[0];
  if (v.tag != VALUE_REF || !type_rows[v.ref->type]->call)
    return value_bool(false);
  if (!value_is(v, VALUE_TYPE_INSTANCE))
    return value_bool(true);
  const Sym *name = sym_lit("__call__");
  Value method = name ? value_find_attr(v, name) : value_error();
  value_unref(method);
  return err_pending() ? value_error() : value_bool(value_ok(method));
}

/* Numbers have no place in memory: those that are the same have the same id. */
Value builtins_object_id(const Value *args) {
  Value v = args[0];
  if (v.tag == VALUE_REF)
    return value_int((int64_t)(uintptr_t)v.ref);
  return value_int((int64_t)(((uint64_t)v.i << 3 | v.tag) & INT64_MAX));
}

Value builtins_object_hash(const Value *args) {
  uint64_t h;
  return dict_set_hash(args[0], &h) ? value_int((int64_t)h) : value_error();
}

Value builtins_object_super(const Value *args) {
  return function_super(args[0], args[1]);
}

/* --- items ---------------------------------------------------------------- */

Value builtins_object_len(const Value *args) {
  int64_t n = value_length(args[0]);
  return n < 0 ? value_error() : value_int(n);
}

Value builtins_object_iter(const Value *args) {
  if (!value_ok(args[1]))
    return value_iter(args[0]);
  Value can = builtins_object_callable(args);
  if (value_ok(can) && can.b)
    return builtins_iter_until(args[0], args[1]);
  if (value_ok(can))
    err_set(ERR_TypeError, "iter(v, w): v must be callable");
  return value_error();
}

Value builtins_object_next(const Value *args) {
  Value x = value_next(args[0]);
  if (value_ok(x) || err_pending())
    return x;
  if (!value_ok(args[1]))
    err_set(ERR_StopIteration, "%s", "");
  return value_ref(args[1]);
}

/* Is there an item whose truth is `wanted`? 1, 0, -1 */
static int search_truth(Value iterable, bool wanted) {
  Value iter = value_iter(iterable), x;
  int found = value_ok(iter) ? 0 : -1;
  while (!found && value_ok(x = value_next(iter))) {
    int t = value_truth(x);
    found = t < 0 ? -1 : (t != 0) == wanted;
    value_unref(x);
  }
  value_unref(iter);
  return err_pending() ? -1 : found;
}

Value builtins_object_any(const Value *args) {
  return truth(search_truth(args[0], true));
}

Value builtins_object_all(const Value *args) {
  int t = search_truth(args[0], false);
  return truth(t < 0 ? t : !t);
}

Value builtins_object_sorted(const Value *args) {
  int reverse = value_truth(args[2]);
  Value list = reverse < 0 ? value_error() : value_list_of(args[0]);
  if (!value_ok(list) || list_sort(list, args[1], reverse))
    return list;
  value_unref(list);
  return value_error();
}
