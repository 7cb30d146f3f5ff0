/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/dict_kind.h"
#include "lang/dict_view.h"
#include "lang/tuple.h"

static Value done(bool ok) {
  return ok ? value_none() : value_error();
}

static Value get(const Value *args) {
  Value v = dict_get(args[0], args[1]);
  if (!value_ok(v) && err_pending())
    return value_error();
  return value_ref(value_ok(v) ? v : args[2]);
}

static Value keys(const Value *args) {
  return dict_view_new(args[0], 'k');
}

static Value values(const Value *args) {
  return dict_view_new(args[0], 'v');
}

static Value items(const Value *args) {
  return dict_view_new(args[0], 'i');
}

static Value update(const Value *args) {
  if (dict_of(args[0])->kind == &dict_kind_counter)
    return done((!value_ok(args[1]) || dict_kind_count(args[0], args[1], 1)) &&
                dict_kind_count(args[0], args[2], 1));
  return done((!value_ok(args[1]) || dict_update(args[0], args[1])) &&
              dict_update(args[0], args[2]));
}

static Value pop(const Value *args) {
  Value v = dict_get(args[0], args[1]);
  if (!value_ok(v) && err_pending())
    return value_error();
  if (!value_ok(v)) {
    if (!value_ok(args[2]))
      dict_key_error(args[1]);
    return value_ref(args[2]);
  }
  value_ref(v);
  dict_remove(args[0], args[1]);
  return v;
}

/* Only an OrderedDict can be asked for its first entry. */
static Value popitem(const Value *args) {
  Dict *d = dict_of(args[0]);
  int last = value_ok(args[1]) ? value_truth(args[1]) : 1;
  if (value_ok(args[1]) && d->kind != &dict_kind_ordered)
    err_set(ERR_TypeError, "dict.popitem() takes no arguments (1 given)");
  if (last < 0 || err_pending())
    return value_error();
  for (size_t k = 0; k < d->used; k++) {
    DictEntry *e = &d->entries[last ? d->used - 1 - k : k];
    if (!value_ok(e->key))
      continue;
    Value pair = tuple_new((Value[]){e->key, e->value}, 2);
    if (value_ok(pair))
      dict_remove(args[0], tuple_of(pair)->items[0]);
    return pair;
  }
  dict_key_error_text("popitem(): dictionary is empty");
  return value_error();
}

static Value setdefault(const Value *args) {
  Value v = dict_get(args[0], args[1]);
  if (value_ok(v))
    return value_ref(v);
  if (err_pending() || !dict_put(args[0], args[1], args[2]))
    return value_error();
  return value_ref(args[2]);
}

static Value copy(const Value *args) {
  Value out = dict_copy(args[0]);
  if (value_ok(out)) {
    dict_of(out)->kind = dict_of(args[0])->kind;
    dict_of(out)->factory = value_ref(dict_of(args[0])->factory);
  }
  return out;
}

static Value clear(const Value *args) {
  dict_clear(dict_of(args[0]));
  return value_none();
}

const Native dict_methods[] = {
    {"get", "self key default=None /", get,
     "the value of key, or default when there is none", "{'a': 1}.get('b', 0)",
     "0"},
    {"keys", "self", keys, "the keys", "{'a': 1}.keys()", "dict_keys(['a'])"},
    {"values", "self", values, "the values", "{'a': 1}.values()",
     "dict_values([1])"},
    {"items", "self", items, "pairs of key and value", "{'a': 1}.items()",
     "dict_items([('a', 1)])"},
    {"update", "self other? / **named", update,
     "adds the entries of another dict", NULL, NULL},
    {"pop", "self key default? /", pop, "takes an entry out", NULL, NULL},
    {"popitem", "self last?", popitem, "takes the last entry out", NULL, NULL},
    {"setdefault", "self key default=None /", setdefault,
     "the value of key; default is put there if it is missing", NULL, NULL},
    {"copy", "self", copy, "a new dict of the same entries", NULL, NULL},
    {"clear", "self", clear, "removes all entries", NULL, NULL},
    {0}};
