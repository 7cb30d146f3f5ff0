/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes, written by the learner or in C, and attribute tables. */
#ifndef XENT_LANG_CLASS_H
#define XENT_LANG_CLASS_H

#include "lang/cycle.h"
#include "lang/type.h"

/* Attributes by name: few, so a plain array in order of definition. */
typedef struct Attrs {
  struct Attr {
    const Sym *name;
    Value value;
  } * items;
  size_t n, cap;
} Attrs;

Value *class_attrs_find(const Attrs *a, const Sym *name); /* NULL: none */
bool class_attrs_put(Attrs *a, const Sym *name, Value v); /* counts v anew */
bool class_attrs_delete(Attrs *a, const Sym *name);       /* false: none */
void class_attrs_free(Attrs *a);

typedef struct Class {
  Ref ref;
  CycleLink link;
  const Sym *name, *qualname;
  struct Class *base;    /* counted, or NULL */
  const char *module;    /* "" for the learner's own ("__main__") */
  ErrType exception;     /* the exception it is or derives from; ERR_None */
  const Native *methods; /* of classes written in C, or NULL */
  /* Makes a value when a class written in C is called (int, str, list ...);
     NULL: an instance is made and __init__ called. */
  Value (*construct)(Value class, const CallArgs *args);
  bool (*is_instance)(Value v); /* for classes written in C, or NULL */
  Attrs attrs;
  uint8_t hooks; /* which of the methods below it or a base has */
} Class;

enum {
  CLASS_SETATTR = 1, /* __setattr__: every assignment calls it */
  CLASS_DELATTR = 2,
  CLASS_GETATTR = 4 /* __getattr__: called for what is not there */
};

extern const Type class_type;

static inline Class *class_of(Value v) {
  return value_is(v, VALUE_TYPE_CLASS) ? (Class *)v.ref : NULL;
}

/* What `object` gives to all: __init__, __setattr__, __delattr__. */
extern const Native class_object_methods[];

/* An attribute of the class itself; counts v anew. */
bool class_put(Class *c, const Sym *name, Value v);

/* __name__, __module__ ... of the class; absent: none of these. */
Value class_about(const Class *c, const Sym *name);

/* A class; base may be NULL. */
Value class_new(const Sym *name, Class *base);

/* A class that stands for a type written in C. */
Value class_builtin(const char *name, const char *module,
                    Value (*construct)(Value, const CallArgs *),
                    bool (*is_instance)(Value));

/* The attribute in the class or its bases, borrowed; absent: none. */
Value class_lookup(const Class *c, const Sym *name);
bool class_derives(const Class *c, const Class *base);
/* A method written in C, bound to self; __init__ is always there. Absent
   without an error: none. c may be NULL. */
Value class_native_method(const Class *c, const Sym *name, Value self);

#endif
