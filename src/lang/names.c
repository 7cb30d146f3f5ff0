/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/names.h"

#include "lang/arrayattr.h"
#include "lang/instance.h"
#include "lang/interp.h"
#include "lang/module.h"
#include "lang/row.h"
#include "lang/suggest.h"
#include "lang/type.h"

#include <string.h>

typedef struct Visitor {
  NamesVisit visit;
  void *self;
  bool hidden;
} Visitor;

static void offer(const Visitor *w, const char *name) {
  if (w->hidden || *name != '_')
    w->visit(w->self, name);
}

static void each_in(const Attrs *a, const Visitor *w) {
  for (size_t i = 0; i < a->n; i++)
    offer(w, a->items[i].name->text);
}

static void each_method(const Native *m, const Visitor *w) {
  for (; m && m->name; m++)
    offer(w, m->name);
}

static void each_of_class(const Class *c, const Visitor *w) {
  if (c)
    each_method(c->methods, w);
  for (; c; c = c->base)
    each_in(&c->attrs, w);
}

static void each_of_array(const Array *a, const Visitor *w) {
  const char *prefix = a->family == FAMILY_TORCH ? "Tensor" : "ndarray";
  const Row *row;
  for (int i = 0; (row = row_nth(i)); i++)
    if (!strcmp(row->prefix->text, prefix))
      offer(w, row->name->text);
  arrayattr_each(a, w->visit, w->self);
}

void names_each_attr(Value v, bool hidden, NamesVisit visit, void *self) {
  Visitor w = {visit, self, hidden};
  if (v.tag != VALUE_REF)
    return;
  if (value_array(v))
    each_of_array(value_array(v), &w);
  else if (instance_of(v))
    each_in(&instance_of(v)->attrs, &w);
  if (instance_of(v))
    each_of_class(instance_of(v)->type, &w);
  else if (class_of(v))
    each_of_class(class_of(v), &w);
  else if (module_of(v))
    each_in(&module_of(v)->found, &w);
  if (module_of(v) && interp.each_in_module)
    interp.each_in_module(module_name(v), visit, self);
  each_method(type_rows[v.ref->type]->methods, &w);
}

static void suggest(void *self, const char *name) {
  suggest_offer(self, name);
}

const char *names_nearest_attr(Value v, const char *name) {
  Suggest s = suggest_start(name);
  names_each_attr(v, false, suggest, &s);
  return s.best;
}
