/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/innerobject.h"

#include "lang/dict.h"
#include "lang/instance.h"
#include "lang/str.h"

/* A dict of the attributes that the instance itself has, in order. */
static Value attributes(const Value *args) {
  const Instance *self = instance_of(args[0]);
  Value dict = dict_new();
  bool ok = value_ok(dict);
  for (size_t i = 0; ok && self && i < self->attrs.n; i++)
    ok = dict_put_text(dict, self->attrs.items[i].name->text,
                       self->attrs.items[i].value);
  if (ok)
    return dict;
  value_unref(dict);
  return value_error();
}

/* What Python's numbers.Integral and numbers.Real take: Python's own numbers
   and NumPy's scalars, no arrays. */
static bool is_number(Value v, bool whole) {
  const Array *a = value_array(v);
  if (a)
    return a->family == FAMILY_NUMPY && a->scalar && a->dtype != DT_BOOL &&
           (!whole || !dtype_is_float(a->dtype));
  return whole ? v.tag == VALUE_INT || v.tag == VALUE_BOOL : value_is_number(v);
}

static Value is_integral(const Value *args) {
  return value_bool(is_number(args[0], true));
}

static Value is_real(const Value *args) {
  return value_bool(is_number(args[0], false));
}

/* Whether a matrix lies column by column: NumPy adds along what is adjacent. */
static Value by_columns(const Value *args) {
  const Array *a = value_array(args[0]);
  return value_bool(a && a->ndim == 2 && a->shape[0] > 1 && a->shape[1] > 1 &&
                    a->stride[0] == 1 && a->stride[1] >= a->shape[0]);
}

/* Another instance of the object's class that shares its attributes' values;
   no method is called. */
static Value twin(const Value *args) {
  const Instance *self = instance_of(args[0]);
  if (!self)
    return value_ref(args[0]);
  Value made = instance_new(self->type);
  Instance *copy = instance_of(made);
  bool ok = copy;
  for (size_t i = 0; ok && i < self->attrs.n; i++)
    ok = class_attrs_put(&copy->attrs, self->attrs.items[i].name,
                         self->attrs.items[i].value);
  if (ok)
    copy->args = value_ref(self->args);
  if (ok)
    return made;
  value_unref(made);
  return value_error();
}

static Value is_instance(const Value *args) {
  return value_bool(instance_of(args[0]));
}

/* object.name = value, past the class's own __setattr__. */
static Value put_attribute(const Value *args) {
  Str *name = str_of(args[1]);
  const Sym *sym = name ? sym_of(name->text, name->len) : NULL;
  return sym && instance_set_own(args[0], sym, args[2]) ? value_none()
                                                        : value_error();
}

const Native innerobject_natives[] = {
    {"twin", "object", twin, "a copy that shares what it holds", NULL, NULL},
    {"is_instance", "x", is_instance, "is it of a class statement", NULL, NULL},
    {"put_attribute", "object name value", put_attribute, "object.name = value",
     NULL, NULL},
    {"attributes", "object", attributes, "what the object itself has", NULL,
     NULL},
    {"is_integral", "x", is_integral, "is it a whole number", NULL, NULL},
    {"is_real", "x", is_real, "is it a number", NULL, NULL},
    {"by_columns", "x", by_columns, "does a matrix lie column by column", NULL,
     NULL},
    {0}};
