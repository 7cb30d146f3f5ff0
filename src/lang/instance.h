/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instances of the learner's classes, exceptions among them. */
#ifndef XENT_LANG_INSTANCE_H
#define XENT_LANG_INSTANCE_H

#include "lang/class.h"

typedef struct Instance {
  Ref ref;
  CycleLink link;
  Class *type;
  Attrs attrs;
  Value args;     /* exceptions: the tuple of arguments; else absent */
  Source *source; /* exceptions: where it was raised first, or NULL */
  Span span;
} Instance;

extern const Type instance_type;
extern const Type instance_not_implemented_type;

static inline Instance *instance_of(Value v) {
  return value_is(v, VALUE_TYPE_INSTANCE) ? (Instance *)v.ref : NULL;
}

/* A new instance without attributes; __init__ is not called. */
Value instance_new(Class *type);

/* left.__iadd__(right) and the like; absent without an error: none. */
Value instance_augment(AstOp op, Value left, Value right);
bool instance_del_attr(Value instance, const Sym *name);

/* What a method for two operands returns when it has no answer. */
Value instance_not_implemented(void);

/* As object.__setattr__ does it. */
bool instance_set_own(Value instance, const Sym *name, Value x);

#endif
