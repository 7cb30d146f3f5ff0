/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two walks over a definition. The first makes the scopes: on entering one,
   all names bound in it are gathered; then every use is looked up outwards, so
   that a variable an inner function uses becomes a cell of its owner. The
   second walk writes what was found into the nodes. Comprehensions other than
   generators and class bodies live in the frame of the function around them. */
#include "lang/resolve.h"

#include "base/err.h"
#include "lang/astwalk.h"
#include "lang/interp.h"

#include <string.h>

enum { SCOPE_NONLOCAL = 250 };

typedef struct Walk {
  Tree *tree;
  Scope *scope;
  bool second;
} Walk;

typedef struct Found {
  int32_t slot;
  uint8_t kind;
} Found;

static bool is_comprehension(const Node *n) {
  return n->type >= NODE_LISTCOMP && n->type <= NODE_DICTCOMP;
}

static bool is_function(const Node *n) {
  return n->type == NODE_DEF || n->type == NODE_LAMBDA;
}

/* Runs in a frame of its own: what it uses of the scopes around is captured. */
static bool has_frame(const Node *n) {
  return is_function(n) || n->type == NODE_GENERATOR;
}

static struct Scope **scope_of(Node *n) {
  return n->type == NODE_CLASS ? &n->class_.scope
         : is_comprehension(n) ? &n->comprehension.scope
                               : &n->function.scope;
}

/* The scope that owns the frame in which s runs. */
static Scope *host(Scope *s) {
  while (!has_frame(s->node) && s->parent)
    s = s->parent;
  return s;
}

static struct ScopeName *own_name(const Scope *s, const Sym *sym) {
  for (int32_t i = 0; i < s->n_names; i++)
    if (s->names[i].sym == sym)
      return &s->names[i];
  return NULL;
}

/* Grows an array that lives in the arena. */
static void *widened(Tree *t, void *items, int32_t n, int32_t *cap,
                     size_t size) {
  if (n < *cap)
    return items;
  int32_t more = *cap ? *cap * 2 : 8;
  void *p = arena_alloc(&t->arena, (size_t)more * size);
  if (p && n)
    memcpy(p, items, (size_t)n * size);
  if (p)
    *cap = more;
  return p;
}

static struct ScopeName *add_name(Walk *w, const Sym *sym, uint8_t kind) {
  Scope *s = w->scope;
  struct ScopeName *p =
      widened(w->tree, s->names, s->n_names, &s->cap_names, sizeof *p);
  if (!p)
    return NULL;
  s->names = p;
  p = &s->names[s->n_names++];
  *p = (struct ScopeName){.sym = sym, .kind = kind, .slot = -1};
  if (kind == SCOPE_LOCAL)
    p->slot = host(s)->n_slots++;
  return p;
}

/* --- gathering what a scope binds ---------------------------------------- */

static bool bind(Walk *w, const Sym *sym) {
  if (!sym)
    return true;
  struct ScopeName *n = own_name(w->scope, sym);
  if (!n)
    n = add_name(
        w, sym, w->scope->node->type == NODE_CLASS ? SCOPE_CLASS : SCOPE_LOCAL);
  return n != NULL;
}

static bool declare(Walk *w, Node *n, uint8_t kind) {
  for (int32_t i = 0; i < n->names.n; i++) {
    struct ScopeName *old = own_name(w->scope, n->names.items[i]);
    if (old && old->kind != kind) {
      err_set(ERR_SyntaxError, "name '%s' is %s", old->sym->text,
              kind == SCOPE_GLOBAL ? "assigned to before global declaration"
                                   : "assigned to before nonlocal declaration");
      return err_at(w->tree->source, n->span);
    }
    if (!old && !add_name(w, n->names.items[i], kind))
      return false;
  }
  return true;
}

static bool bind_target(void *self, Node *n) {
  Walk *w = self;
  if (n->type == NODE_NAME)
    return bind(w, n->name.sym);
  if (n->type == NODE_TUPLE || n->type == NODE_LIST || n->type == NODE_STARRED)
    return astwalk_children(n, bind_target, self);
  return true;
}

static bool gather(void *self, Node *n);

static bool gather_bound(Walk *w, Node *n) {
  switch (n->type) {
  case NODE_ASSIGN:
  case NODE_ANNOTATE:
    return astwalk_list(n->assign.targets, n->assign.n, bind_target, w);
  case NODE_AUGMENT: return bind_target(w, n->bin.left);
  case NODE_DEL: return astwalk_list(n->list.items, n->list.n, bind_target, w);
  case NODE_FOR: return bind_target(w, n->loop.target);
  case NODE_DEF: return bind(w, n->function.name);
  case NODE_CLASS: return bind(w, n->class_.name);
  case NODE_GLOBAL: return declare(w, n, SCOPE_GLOBAL);
  case NODE_NONLOCAL: return declare(w, n, SCOPE_NONLOCAL);
  case NODE_IMPORT:
  case NODE_FROM:
    for (int32_t i = 0; i < n->import.n; i++)
      if (!bind(w, n->import.items[i].as))
        return false;
    return true;
  case NODE_WITH:
    for (int32_t i = 0; i < n->with.n_items; i++)
      if (n->with.targets[i] && !bind_target(w, n->with.targets[i]))
        return false;
    return true;
  case NODE_TRY:
    for (int32_t i = 0; i < n->try_.n_handlers; i++)
      if (!bind(w, n->try_.handlers[i].name))
        return false;
    return true;
  default: return true;
  }
}

/* Statements inside statements, but not inside definitions. */
static bool gather(void *self, Node *n) {
  if (n->type < NODE_EXPR_STMT)
    return true;
  if (!gather_bound(self, n))
    return false;
  if (n->type == NODE_DEF || n->type == NODE_CLASS)
    return true;
  return astwalk_children(n, gather, self);
}

static bool gather_scope(Walk *w, Node *n) {
  if (n->type == NODE_CLASS)
    return astwalk_list(n->class_.body, n->class_.n, gather, w);
  if (is_comprehension(n)) {
    for (int32_t i = 0; i < n->comprehension.n; i++)
      if (!bind_target(w, n->comprehension.loops[i].target))
        return false;
    return true;
  }
  for (int32_t i = 0; i < n->function.n_params; i++)
    if (!bind(w, n->function.params[i].name))
      return false;
  return n->type == NODE_LAMBDA ||
         astwalk_list(n->function.body, n->function.n, gather, w);
}

/* --- looking names up ---------------------------------------------------- */

static Found not_local(void) {
  return (Found){.kind = SCOPE_GLOBAL};
}

/* What inner scopes see: class bodies are skipped. */
static Scope *outward(Scope *s) {
  Scope *p = s->parent;
  while (p && p->node->type == NODE_CLASS)
    p = p->parent;
  return p;
}

static Found look_up(Walk *w, Scope *s, const Sym *sym);

/* A name of an enclosing function becomes a cell there and a free variable
   here. */
static Found capture(Walk *w, Scope *s, Scope *outer, const Sym *sym) {
  for (int32_t i = 0; i < s->n_frees; i++)
    if (s->frees[i].name == sym)
      return (Found){i, SCOPE_FREE};
  Found f = look_up(w, outer, sym);
  if (f.kind == SCOPE_GLOBAL || w->second)
    return not_local();
  if (f.kind == SCOPE_LOCAL) {
    Scope *owner = outer;
    while (!own_name(owner, sym))
      owner = outward(owner);
    own_name(owner, sym)->kind = SCOPE_CELL;
  }
  ScopeFree *p =
      widened(w->tree, s->frees, s->n_frees, &s->cap_frees, sizeof *p);
  if (!p)
    return not_local();
  s->frees = p;
  s->frees[s->n_frees] =
      (ScopeFree){sym, f.slot, f.kind == SCOPE_FREE ? SCOPE_FREE : SCOPE_CELL};
  return (Found){s->n_frees++, SCOPE_FREE};
}

static Found look_up(Walk *w, Scope *s, const Sym *sym) {
  struct ScopeName *n = own_name(s, sym);
  if (n && n->kind != SCOPE_NONLOCAL)
    return (Found){n->slot, n->kind};
  Scope *outer = outward(s);
  if (!outer)
    return not_local();
  if (has_frame(s->node))
    return capture(w, s, outer, sym);
  return look_up(w, outer, sym);
}

/* --- the two walks ------------------------------------------------------- */

static bool visit(void *self, Node *n);

/* The globals of a library file are names of its own. */
static bool own_to_library(const Tree *tree, Node *n) {
  if (tree->library)
    n->name.sym = interp_library_name(tree->library, n->name.sym);
  return n->name.sym != NULL;
}

static bool check_nonlocals(Walk *w) {
  for (int32_t i = 0; i < w->scope->n_names; i++) {
    struct ScopeName *n = &w->scope->names[i];
    if (n->kind == SCOPE_NONLOCAL &&
        look_up(w, w->scope, n->sym).kind == SCOPE_GLOBAL) {
      err_set(ERR_SyntaxError, "no binding for nonlocal '%s' found",
              n->sym->text);
      return err_at(w->tree->source, w->scope->node->span);
    }
  }
  return true;
}

/* The parts that are evaluated inside the scope. */
static bool visit_inside(Walk *w, Node *n) {
  if (n->type == NODE_CLASS)
    return astwalk_list(n->class_.body, n->class_.n, visit, w);
  if (is_function(n))
    return astwalk_list(n->function.body, n->function.n, visit, w);
  for (int32_t i = 0; i < n->comprehension.n; i++) {
    CompFor *c = &n->comprehension.loops[i];
    if ((i && !visit(w, c->iter)) || !visit(w, c->target) ||
        !astwalk_list(c->conds, c->n_conds, visit, w))
      return false;
  }
  return visit(w, n->comprehension.element) &&
         (!n->comprehension.value || visit(w, n->comprehension.value));
}

/* The parts that are evaluated around it: defaults, bases, decorators, the
   first iterable. */
static bool each_outside(Walk *w, Node *n, AstVisit visit_part) {
  if (is_comprehension(n))
    return visit_part(w, n->comprehension.loops[0].iter);
  if (n->type == NODE_CLASS)
    return astwalk_list(n->class_.decorators, n->class_.n_decorators,
                        visit_part, w) &&
           astwalk_list(n->class_.bases, n->class_.n_bases, visit_part, w);
  for (int32_t i = 0; i < n->function.n_params; i++)
    if (n->function.params[i].fallback &&
        !visit_part(w, n->function.params[i].fallback))
      return false;
  return astwalk_list(n->function.decorators, n->function.n_decorators,
                      visit_part, w);
}

static bool make_scope(Walk *w, Node *n) {
  Scope *s = arena_alloc(&w->tree->arena, sizeof *s);
  if (!s)
    return false;
  *s = (Scope){.parent = w->scope, .node = n};
  *scope_of(n) = s;
  w->scope = s;
  return gather_scope(w, n) && check_nonlocals(w);
}

static bool enter(Walk *w, Node *n) {
  Scope *around = w->scope;
  if (around && !each_outside(w, n, visit))
    return false;
  bool ok = true;
  if (w->second)
    w->scope = *scope_of(n);
  else
    ok = make_scope(w, n);
  ok = ok && visit_inside(w, n);
  w->scope = around;
  return ok;
}

static bool visit_handlers(Walk *w, Node *n) {
  for (int32_t i = 0; w->second && i < n->try_.n_handlers; i++) {
    Handler *h = &n->try_.handlers[i];
    if (!h->name)
      continue;
    Found f = look_up(w, w->scope, h->name);
    h->slot = f.slot;
    h->scope = f.kind;
  }
  return astwalk_children(n, visit, w);
}

static bool visit(void *self, Node *n) {
  Walk *w = self;
  if (is_function(n) || n->type == NODE_CLASS || is_comprehension(n))
    return enter(w, n);
  if (n->type == NODE_TRY)
    return visit_handlers(w, n);
  if (n->type != NODE_NAME)
    return astwalk_children(n, visit, w);
  Found f = look_up(w, w->scope, n->name.sym);
  if (w->second) {
    n->name.slot = f.slot;
    n->name.scope = f.kind;
    if (f.kind == SCOPE_GLOBAL && !own_to_library(w->tree, n))
      return false;
  }
  return !err_pending();
}

static bool visit_top(void *self, Node *n) {
  Walk *w = self;
  if (is_function(n) || n->type == NODE_CLASS || is_comprehension(n))
    return each_outside(w, n, visit_top);
  if (n->type == NODE_NAME)
    return own_to_library(w->tree, n);
  return astwalk_children(n, visit_top, w);
}

bool resolve_library(Tree *tree) {
  Walk w = {.tree = tree};
  return astwalk_list(tree->body, tree->n, visit_top, &w);
}

bool resolve_scope(Tree *tree, Node *node) {
  Walk w = {.tree = tree};
  if (!enter(&w, node)) {
    *scope_of(node) = NULL;
    return false;
  }
  w.second = true;
  return enter(&w, node);
}

static const char *name_in_qualname(const Node *n) {
  switch (n->type) {
  case NODE_CLASS: return n->class_.name->text;
  case NODE_DEF: return n->function.name->text;
  case NODE_LAMBDA: return "<lambda>";
  case NODE_LISTCOMP: return "<listcomp>";
  case NODE_SETCOMP: return "<setcomp>";
  case NODE_DICTCOMP: return "<dictcomp>";
  default: return "<genexpr>";
  }
}

void resolve_qualname(const Scope *s, Buf *b) {
  if (s->parent) {
    const Node *around = s->parent->node;
    resolve_qualname(s->parent, b);
    buf_str(b, around->type == NODE_DEF || around->type == NODE_LAMBDA
                   ? ".<locals>."
                   : ".");
  }
  buf_str(b, name_in_qualname(s->node));
}
