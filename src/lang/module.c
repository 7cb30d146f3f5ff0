/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/module.h"

static void drop(Ref *r) {
  class_attrs_free(&((Module *)r)->found);
  mem_free(r);
}

static bool repr(Buf *b, Value v) {
  buf_fmt(b, "<module '%s'>", module_name(v));
  return true;
}

static Value get_attr(Value v, const Sym *name) {
  Module *m = module_of(v);
  Value *known = class_attrs_find(&m->found, name);
  if (known)
    return value_ref(*known);
  Value x = m->find(m->name, name);
  if (value_ok(x) && !class_attrs_put(&m->found, name, x)) {
    value_unref(x);
    return value_error();
  }
  return x;
}

static bool set_attr(Value v, const Sym *name, Value x) {
  return class_attrs_put(&module_of(v)->found, name, x);
}

const Type module_type = {
    .drop = drop, .repr = repr, .get_attr = get_attr, .set_attr = set_attr};

Value module_new(const char *name, ModuleFind find) {
  Module *m = mem_alloc(sizeof *m);
  if (!m)
    return value_error();
  *m = (Module){{1, VALUE_TYPE_MODULE}, name, find, {0}};
  return value_take(m);
}

const char *module_name(Value module) {
  return module_of(module)->name;
}
