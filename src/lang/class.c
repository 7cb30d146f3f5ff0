/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/class.h"

#include "lang/function.h"
#include "lang/instance.h"
#include "lang/str.h"
#include "lang/tuple.h"

#include <string.h>

/* --- attributes ---------------------------------------------------------- */

Value *class_attrs_find(const Attrs *a, const Sym *name) {
  for (size_t i = 0; i < a->n; i++)
    if (a->items[i].name == name)
      return &a->items[i].value;
  return NULL;
}

bool class_attrs_put(Attrs *a, const Sym *name, Value v) {
  Value *old = class_attrs_find(a, name);
  if (old)
    return value_put(old, value_ref(v)), true;
  if (!mem_grow((void **)&a->items, &a->cap, a->n + 1, sizeof *a->items))
    return false;
  a->items[a->n++] = (struct Attr){name, value_ref(v)};
  return true;
}

void class_attrs_free(Attrs *a) {
  for (size_t i = 0; i < a->n; i++)
    value_unref(a->items[i].value);
  mem_free(a->items);
  *a = (Attrs){0};
}

bool class_attrs_delete(Attrs *a, const Sym *name) {
  for (size_t i = 0; i < a->n; i++)
    if (a->items[i].name == name) {
      value_unref(a->items[i].value);
      a->n--;
      memmove(a->items + i, a->items + i + 1, (a->n - i) * sizeof *a->items);
      return true;
    }
  return false;
}

/* --- classes ------------------------------------------------------------- */

Value class_new(const Sym *name, Class *base) {
  Class *c = mem_alloc(sizeof *c);
  if (!c)
    return value_error();
  *c = (Class){.ref = {1, VALUE_TYPE_CLASS}, .name = name, .base = base};
  c->qualname = name;
  c->module = "__main__";
  if (base) {
    base->ref.count++;
    c->exception = base->exception;
    c->methods = base->methods;
    c->hooks = base->hooks;
  }
  cycle_add(&c->ref);
  return value_take(c);
}

Value class_builtin(const char *name, const char *module,
                    Value (*construct)(Value, const CallArgs *),
                    bool (*is_instance)(Value)) {
  const Sym *sym = sym_lit(name);
  Value v = sym ? class_new(sym, NULL) : value_error();
  if (value_ok(v)) {
    class_of(v)->module = module;
    class_of(v)->construct = construct;
    class_of(v)->is_instance = is_instance;
  }
  return v;
}

static void clear_class(Ref *r) {
  class_attrs_free(&((Class *)r)->attrs);
}

static void drop_class(Ref *r) {
  Class *c = (Class *)r;
  clear_class(r);
  cycle_remove(r);
  if (c->base)
    value_unref((Value){.tag = VALUE_REF, .ref = &c->base->ref});
  mem_free(c);
}

static bool repr_class(Buf *b, Value v) {
  Class *c = class_of(v);
  if (*c->module)
    buf_fmt(b, "<class '%s.%s'>", c->module, c->qualname->text);
  else
    buf_fmt(b, "<class '%s'>", c->name->text);
  return true;
}

Value class_lookup(const Class *c, const Sym *name) {
  for (; c; c = c->base) {
    Value *v = class_attrs_find(&c->attrs, name);
    if (v)
      return *v;
  }
  return value_absent();
}

bool class_derives(const Class *c, const Class *base) {
  for (const Class *k = c; k; k = k->base)
    if (k == base)
      return true;
  return base->exception && c->exception && *base->module == '\0' &&
         err_is_a(c->exception, base->exception);
}

static const Native *native_method(const Native *methods, const Sym *name) {
  for (const Native *m = methods; m && m->name; m++)
    if (strcmp(m->name, name->text) == 0)
      return m;
  return NULL;
}

static Value no_init(const Value *args) {
  Instance *self = instance_of(args[0]);
  if (self && value_ok(self->args))
    value_put(&self->args, value_ref(args[1]));
  return value_none();
}

/* The name of the attribute of an instance, or NULL. */
static const Sym *own_name(const Value *args) {
  const Str *name = str_of(args[1]);
  if (!name)
    return err_null(ERR_TypeError, "attribute name must be string, not '%s'",
                    value_type_name(args[1]));
  if (!instance_of(args[0]))
    return err_null(ERR_AttributeError, "'%s' object has no attribute '%s'",
                    value_type_name(args[0]), name->text);
  return sym_of(name->text, name->len);
}

static Value plain_set(const Value *args) {
  const Sym *name = own_name(args);
  return name && instance_set_own(args[0], name, args[2]) ? value_none()
                                                          : value_error();
}

static Value plain_delete(const Value *args) {
  const Sym *name = own_name(args);
  if (name && !class_attrs_delete(&instance_of(args[0])->attrs, name))
    err_set(ERR_AttributeError, "'%s' object has no attribute '%s'",
            value_type_name(args[0]), name->text);
  return err_pending() ? value_error() : value_none();
}

const Native class_object_methods[] = {
    {"__init__", "self *args", no_init, "does nothing", NULL, NULL},
    {"__setattr__", "self name value /", plain_set, "sets an attribute", NULL,
     NULL},
    {"__delattr__", "self name /", plain_delete, "removes an attribute", NULL,
     NULL},
    {0}};

Value class_native_method(const Class *c, const Sym *name, Value self) {
  const Native *m = c ? native_method(c->methods, name) : NULL;
  if (!m)
    m = native_method(class_object_methods, name);
  return m ? native_value(m, self) : value_absent();
}

Value class_about(const Class *c, const Sym *name) {
  if (!strcmp(name->text, "__name__"))
    return str_of_sym(c->name);
  if (!strcmp(name->text, "__qualname__"))
    return str_of_sym(c->qualname);
  if (!strcmp(name->text, "__module__"))
    return str_lit(*c->module ? c->module : "builtins");
  if (!strcmp(name->text, "__doc__"))
    return value_none();
  return value_absent();
}

static Value class_attr(Value v, const Sym *name) {
  Class *c = class_of(v);
  Value x = class_lookup(c, name);
  if (value_is(x, VALUE_TYPE_FUNCTION))
    return function_seen(x, v);
  if (value_ok(x))
    return value_ref(x);
  const Native *m = native_method(c->methods, name);
  m = m ? m : native_method(class_object_methods, name);
  return m ? native_value(m, value_absent()) : class_about(c, name);
}

bool class_put(Class *c, const Sym *name, Value v) {
  static const char *const hooks[] = {"__setattr__", "__delattr__",
                                      "__getattr__"};
  for (size_t i = 0; i < sizeof hooks / sizeof *hooks; i++)
    if (!strcmp(name->text, hooks[i]))
      c->hooks |= (uint8_t)(1 << i);
  return class_attrs_put(&c->attrs, name, v);
}

static bool class_put_attr(Value v, const Sym *name, Value x) {
  return class_put(class_of(v), name, x);
}

static const Sym *init_name(void) {
  return sym_lit("__init__");
}

static bool initialise(Value self, Value init, const CallArgs *args) {
  Value bound = function_bind(init, self);
  Value r = value_ok(bound) ? value_call(bound, args) : value_error();
  value_unref(bound);
  if (value_ok(r) && !value_is_none(r))
    err_set(ERR_TypeError, "__init__() should return None, not '%s'",
            value_type_name(r));
  value_unref(r);
  return value_is_none(r);
}

/* An instance written in C initialises itself by its native __init__. */
static bool initialise_native(Class *c, Value self, const CallArgs *args) {
  const Native *init = native_method(c->methods, init_name());
  if (!init)
    return c->exception || args->n + args->n_named == 0 ||
           err_set(ERR_TypeError, "%s() takes no arguments", c->name->text);
  Value r = native_call(init, self, args);
  value_unref(r);
  return value_ok(r);
}

static Value construct(Value v, const CallArgs *args) {
  Class *c = class_of(v);
  if (c->construct)
    return c->construct(v, args);
  Value self = init_name() ? instance_new(c) : value_error();
  if (!value_ok(self))
    return self;
  bool ok = true;
  if (c->exception) {
    Value given = tuple_new(args->items, (size_t)args->n);
    instance_of(self)->args = given;
    ok = value_ok(given);
  }
  Value init = class_lookup(c, init_name());
  ok = ok && (value_ok(init) ? initialise(self, init, args)
                             : initialise_native(c, self, args));
  if (ok)
    return self;
  value_unref(self);
  return value_error();
}

const Type class_type = {.drop = drop_class,
                         .clear = clear_class,
                         .repr = repr_class,
                         .call = construct,
                         .get_attr = class_attr,
                         .set_attr = class_put_attr};
