/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions written by the learner, bound methods, and the cells by which
   closures share variables. */
#ifndef XENT_LANG_FUNCTION_H
#define XENT_LANG_FUNCTION_H

#include "lang/class.h"
#include "lang/interp.h"
#include "lang/type.h"

typedef struct Cell {
  Ref ref;
  CycleLink link;
  Value value; /* absent: unbound */
} Cell;

typedef struct Function {
  Ref ref;
  CycleLink link;
  const Node *node; /* NODE_DEF or NODE_LAMBDA */
  Tree *tree;       /* counted */
  const Sym *name;
  Value *defaults;  /* n_params of them, absent where there is none */
  Cell **cells;     /* free variables, in the scope's order; counted */
  int32_t n_cells;
  Attrs attrs; /* f.calls = 0 */
} Function;

typedef struct Method {
  Ref ref;
  Value self, function;
} Method;

extern const Type function_type;
extern const Type function_method_type;
extern const Type function_cell_type;
extern const Type function_property_type;
extern const Type function_super_type;

/* A function value from a def or lambda met in frame f. */
Value function_new(Frame *f, const Node *node);

/* What a generator expression needs of f: a function without parameters that
   holds the cells of its free variables. */
Value function_closure(Frame *f, const Node *node, const struct Scope *s);

/* Puts the captured ones among the variables of a new frame into cells. */
bool function_make_cells(const struct Scope *s, Value *locals);

Value function_call(Value function, const CallArgs *args);

/* function(self, ...): a bound method. */
Value function_bind(Value function, Value self);

/* A function of a class's body as it is seen from `self`, an instance or the
   class: bound unless it is a @staticmethod or is taken from the class; a
   @classmethod to the class. */
Value function_seen(Value function, Value self);

Value function_cell_new(Value v);

/* @property: takes the function over. */
Value function_property(Value function);
Value function_property_get(Value property, Value self);

/* super() in the running method, or super(C, self). */
Value function_super(Value class, Value self);

#endif
