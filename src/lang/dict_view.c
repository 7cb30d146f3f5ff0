/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/dict_view.h"

#include "lang/dict_kind.h"
#include "lang/dict_set.h"
#include "lang/list.h"
#include "lang/nest.h"
#include "lang/sequence.h"

typedef struct DictView {
  Ref ref;
  Value dict;
  char what;
} DictView;

static DictView *view_of(Value v) {
  return value_is(v, VALUE_TYPE_VIEW) ? (DictView *)v.ref : NULL;
}

Value dict_view_new(Value dict, char what) {
  DictView *view = mem_alloc(sizeof *view);
  if (view)
    *view = (DictView){{1, VALUE_TYPE_VIEW}, value_ref(dict), what};
  return value_take(view);
}

const char *dict_view_name(Value view) {
  bool ordered = dict_of(view_of(view)->dict)->kind == &dict_kind_ordered;
  switch (view_of(view)->what) {
  case 'k': return ordered ? "odict_keys" : "dict_keys";
  case 'v': return ordered ? "odict_values" : "dict_values";
  default: return ordered ? "odict_items" : "dict_items";
  }
}

static void drop(Ref *r) {
  value_unref(((DictView *)r)->dict);
  mem_free(r);
}

static bool repr(Buf *b, Value v) {
  NestText place;
  if (!nest_text_enter(&place, v)) {
    buf_str(b, "...");
    return true;
  }
  Value list = value_list_of(v);
  buf_fmt(b, "%s([", dict_view_name(v));
  bool ok = value_ok(list) &&
            sequence_repr(b, list_of(list)->items, list_of(list)->n);
  buf_str(b, "])");
  value_unref(list);
  nest_text_leave(&place);
  return ok;
}

static int64_t length(Value v) {
  return (int64_t)dict_of(view_of(v)->dict)->n;
}

static Value iter(Value v) {
  return dict_iter(view_of(v)->dict, view_of(v)->what);
}

static int contains(Value v, Value x) {
  if (view_of(v)->what != 'k')
    return value_search(v, x);
  DictEntry *e = dict_find(dict_of(view_of(v)->dict), x);
  return e ? 1 : err_pending() ? -1 : 0;
}

/* Keys and items behave as sets, values do not. */
static bool set_like(Value v) {
  return value_is(v, VALUE_TYPE_SET) || (view_of(v) && view_of(v)->what != 'v');
}

static Value as_set(Value v) {
  return value_is(v, VALUE_TYPE_SET) ? value_ref(v) : dict_set_from(v);
}

static int equal(Value a, Value b) {
  if (!set_like(a) || !set_like(b))
    return 0;
  Value s = as_set(a), t = value_ok(s) ? as_set(b) : value_error();
  int same = value_ok(t) ? value_equal(s, t) : -1;
  value_unref(s);
  value_unref(t);
  return same;
}

static Value binary(AstOp op, Value left, Value right) {
  if (!set_like(left) || !set_like(right))
    return value_absent();
  Value s = as_set(left), t = value_ok(s) ? as_set(right) : value_error();
  Value r = value_ok(t) ? dict_set_type.binary(op, s, t) : value_error();
  value_unref(s);
  value_unref(t);
  return r;
}

const Type dict_view_type = {.drop = drop,
                             .repr = repr,
                             .equal = equal,
                             .length = length,
                             .iter = iter,
                             .contains = contains,
                             .binary = binary};
