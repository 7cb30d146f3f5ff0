/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/collections.h"

#include "lang/dict_kind.h"

/* A dict of the kind with the entries of args[0] and of the dict args[1]. */
static Value filled(const DictKind *kind, const Value *args) {
  Value d = dict_kind_new(kind);
  bool ok = value_ok(d);
  bool counts = kind == &dict_kind_counter;
  if (ok && value_ok(args[0]) && !(counts && value_is_none(args[0])))
    ok = counts ? dict_kind_count(d, args[0], 1) : dict_update(d, args[0]);
  if (ok)
    ok = counts ? dict_kind_count(d, args[1], 1) : dict_update(d, args[1]);
  if (ok)
    return d;
  value_unref(d);
  return value_error();
}

static Value ordered(const Value *args) {
  return filled(&dict_kind_ordered, args);
}

static Value counter(const Value *args) {
  return filled(&dict_kind_counter, args);
}

static Value with_default(const Value *args) {
  Value callable = args[0];
  if (value_ok(callable) && !value_is_none(callable) &&
      (callable.tag != VALUE_REF || !type_rows[callable.ref->type]->call)) {
    err_set(ERR_TypeError, "first argument must be callable or None");
    return value_error();
  }
  Value d = filled(&dict_kind_default, args + 1);
  if (value_ok(d))
    dict_of(d)->factory = value_ref(callable);
  return d;
}

const Native collections_natives[] = {
    {"OrderedDict", "items? / **named", ordered,
     "a dict that shows its order, as state_dict() gives it",
     "import collections; collections.OrderedDict(a=1)",
     "OrderedDict([('a', 1)])"},
    {"defaultdict", "default_factory? items? / **named", with_default,
     "a dict that makes what is missing", NULL, NULL},
    {"Counter", "iterable? / **named", counter, "how often each item is there",
     "import collections; collections.Counter('abca')",
     "Counter({'a': 2, 'b': 1, 'c': 1})"},
    {0}};

Value collections_ordered(Value class, const CallArgs *args) {
  (void)class;
  return native_call(&collections_natives[0], value_absent(), args);
}

Value collections_default(Value class, const CallArgs *args) {
  (void)class;
  return native_call(&collections_natives[1], value_absent(), args);
}

Value collections_counter(Value class, const CallArgs *args) {
  (void)class;
  return native_call(&collections_natives[2], value_absent(), args);
}

static bool is_kind(Value v, const DictKind *kind) {
  return value_is(v, VALUE_TYPE_DICT) && dict_of(v)->kind == kind;
}

bool collections_is_ordered(Value v) {
  return is_kind(v, &dict_kind_ordered);
}

bool collections_is_default(Value v) {
  return is_kind(v, &dict_kind_default);
}

bool collections_is_counter(Value v) {
  return is_kind(v, &dict_kind_counter);
}
