/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/builtins_unbound.h"

#include "lang/dict.h"
#include "lang/list.h"
#include "lang/str.h"

#include <string.h>

static Value call_unbound(const Value *args) {
  const Value *names = tuple_of(args[0])->items; /* class, method */
  const Tuple *given = tuple_of(args[1]);
  const char *class = str_of(names[0])->text, *name = str_of(names[1])->text;
  if (!given->n) {
    err_set(ERR_TypeError, "unbound method %s.%s() needs an argument", class,
            name);
    return value_error();
  }
  if (strcmp(value_type_name(given->items[0]), class) != 0) {
    err_set(ERR_TypeError,
            "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
            name, class, value_type_name(given->items[0]));
    return value_error();
  }
  const Sym *sym = sym_lit(name);
  Value method = sym ? value_get_attr(given->items[0], sym) : value_error();
  if (!value_ok(method))
    return method;
  Value r = value_call_n(method, given->items + 1, (int)given->n - 1);
  value_unref(method);
  return r;
}

static const Native unbound = {
    "method", "self *args", call_unbound, "a method as a function", NULL, NULL};

static bool add_method(Class *c, const char *method) {
  Value names[] = {str_of_sym(c->name), str_lit(method)};
  Value pair = value_ok(names[0]) && value_ok(names[1]) ? tuple_new(names, 2)
                                                        : value_error();
  Value f = value_ok(pair) ? native_value(&unbound, pair) : value_error();
  const Sym *sym = sym_lit(method);
  bool ok = value_ok(f) && sym && class_attrs_put(&c->attrs, sym, f);
  value_unref(f);
  value_unref(pair);
  value_unref(names[0]);
  value_unref(names[1]);
  return ok;
}

static Value from_keys(const Value *args) {
  Value d = dict_new(), x;
  Value iter = value_ok(d) ? value_iter(args[0]) : value_error();
  bool ok = value_ok(iter);
  while (ok && value_ok(x = value_next(iter))) {
    ok = dict_put(d, x, args[1]);
    value_unref(x);
  }
  value_unref(iter);
  if (ok && !err_pending())
    return d;
  value_unref(d);
  return value_error();
}

static const Native fromkeys = {"fromkeys",
                                "iterable value=None /",
                                from_keys,
                                "a dict with these keys",
                                "dict.fromkeys('ab', 0)",
                                "{'a': 0, 'b': 0}"};

static bool add_methods(Class *c, ValueType type) {
  const Native *m = type_rows[type]->methods;
  for (; m && m->name; m++)
    if (!add_method(c, m->name))
      return false;
  if (type != VALUE_TYPE_DICT)
    return true;
  Value f = native_value(&fromkeys, value_absent());
  const Sym *sym = sym_lit("fromkeys");
  bool ok = value_ok(f) && sym && class_attrs_put(&c->attrs, sym, f);
  value_unref(f);
  return ok;
}

bool builtins_unbound_fill(Class *c) {
  static const struct {
    const char *name;
    ValueType type;
  } with_methods[] = {{"str", VALUE_TYPE_STR},
                      {"list", VALUE_TYPE_LIST},
                      {"tuple", VALUE_TYPE_TUPLE},
                      {"dict", VALUE_TYPE_DICT},
                      {"set", VALUE_TYPE_SET}};
  for (size_t i = 0; i < sizeof with_methods / sizeof *with_methods; i++)
    if (!strcmp(c->name->text, with_methods[i].name))
      return add_methods(c, with_methods[i].type);
  return true;
}
