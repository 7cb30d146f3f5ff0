/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names resolved once: which are locals of a function (slots), which are
   shared with inner functions (cells), which are global. */
#ifndef XENT_LANG_RESOLVE_H
#define XENT_LANG_RESOLVE_H

#include "base/buf.h"
#include "lang/ast.h"

/* Node.name.scope and Handler.scope */
typedef enum ScopeKind {
  SCOPE_GLOBAL, /* the session's or file's table; the default */
  SCOPE_LOCAL,  /* frame->locals[slot] */
  SCOPE_CELL,   /* a Cell in frame->locals[slot] */
  SCOPE_FREE,   /* function->cells[slot] */
  SCOPE_CLASS   /* the class body's namespace, else global */
} ScopeKind;

/* A free variable of a scope: where the enclosing frame has it. */
typedef struct ScopeFree {
  const Sym *name;
  int32_t slot;  /* in the enclosing scope ... */
  uint8_t scope; /* ... as SCOPE_CELL or SCOPE_FREE */
} ScopeFree;

typedef struct Scope {
  struct Scope *parent;
  const Node *node; /* def, lambda, class or comprehension */
  struct ScopeName {
    const Sym *sym;
    int32_t slot;
    uint8_t kind; /* a ScopeKind */
  } * names;
  int32_t n_names, cap_names;
  int32_t n_slots; /* of the frame: the function's own and those of its
                      comprehensions */
  ScopeFree *frees;
  int32_t n_frees, cap_frees;
} Scope;

/* Resolves a def, lambda, class or comprehension that stands at module level
   (nested ones come with it); memory from the tree's arena. False with the
   error record filled: MemoryError, or SyntaxErrors such as "name 'x' is used
   prior to global declaration", "no binding for nonlocal 'x' found". */
bool resolve_scope(Tree *tree, Node *node);

/* Makes the global names of a library file (Tree.library) its own: those of
   its top level now, those inside definitions when they are resolved. */
bool resolve_library(Tree *tree);

/* Python's __qualname__ of what has scope s: "main.<locals>.Net.forward". */
void resolve_qualname(const Scope *s, Buf *b);

#endif
