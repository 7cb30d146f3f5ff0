/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of a type: what values of it can do. A NULL entry means "it cannot",
   and value.c words the TypeError. */
#ifndef XENT_LANG_TYPE_H
#define XENT_LANG_TYPE_H

#include "base/mem.h"
#include "lang/native.h"
#include "lang/value.h"

typedef struct Type Type;

struct Type {
  void (*drop)(Ref *self);  /* releases contents and the block */
  void (*clear)(Ref *self); /* containers: lets go of what it holds */
  bool (*repr)(Buf *b, Value self);
  bool (*str)(Buf *b, Value self);         /* NULL: as repr */
  int (*truth)(Value self);                /* NULL: length, else true */
  int (*equal)(Value self, Value other);   /* NULL: identity */
  bool (*hash)(Value self, uint64_t *out); /* NULL: unhashable */
  int64_t (*length)(Value self);
  Value (*iter)(Value self);
  Value (*next)(Value self); /* for iterators */
  int (*contains)(Value self, Value x);
  Value (*get_item)(Value self, Value index);
  bool (*set_item)(Value self, Value index, Value x);
  bool (*del_item)(Value self, Value index);
  /* absent without an error: no such attribute */
  Value (*get_attr)(Value self, const Sym *name);
  bool (*set_attr)(Value self, const Sym *name, Value x);
  Value (*call)(Value self, const CallArgs *args);
  /* left op right where this type stands on one of the sides; absent without
     an error: not for this type */
  Value (*binary)(AstOp op, Value left, Value right);
  Value (*unary)(AstOp op, Value self);
  const Native *methods; /* ended by a row without a name; self is args[0] */
};

extern const Type *const type_rows[VALUE_TYPE_COUNT];

/* The method of this name in the type's table, or NULL. Cached by name. */
const Native *type_method(ValueType t, const Sym *name);

#endif
