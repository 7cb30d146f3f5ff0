/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessonnames.h"

#include "base/err.h"
#include "base/mem.h"
#include "lang/astwalk.h"
#include "lang/run.h"

#include <string.h>

typedef struct Names {
  const Sym **items;
  size_t n, cap;
} Names;

/* What one input calls, reads and binds. */
typedef struct Input {
  Names calls, reads, binds;
  bool bare;
} Input;

struct LessonNames {
  Input *items;
  size_t n, cap;
};

/* --- sets of names -------------------------------------------------------- */

static bool has(const Names *s, const Sym *name) {
  for (size_t i = 0; i < s->n; i++)
    if (s->items[i] == name)
      return true;
  return false;
}

static bool put(Names *s, const Sym *name) {
  if (has(s, name))
    return true;
  if (!mem_grow((void **)&s->items, &s->cap, s->n + 1, sizeof *s->items))
    return false;
  s->items[s->n++] = name;
  return true;
}

static bool put_all(Names *s, const Names *from) {
  bool ok = true;
  for (size_t i = 0; ok && i < from->n; i++)
    ok = put(s, from->items[i]);
  return ok;
}

static void input_free(Input *in) {
  mem_free(in->calls.items);
  mem_free(in->reads.items);
  mem_free(in->binds.items);
}

/* --- one input ------------------------------------------------------------ */

static bool collect(void *self, Node *n);

/* A name that is bound is not read; the value and targets such as x[i] are. */
static bool collect_assignment(Input *in, Node *n) {
  bool ok = !n->assign.value || collect(in, n->assign.value);
  for (int32_t i = 0; ok && i < n->assign.n; i++) {
    Node *t = n->assign.targets[i];
    bool binds =
        t->type == NODE_NAME || t->type == NODE_TUPLE || t->type == NODE_LIST;
    ok = binds || collect(in, t);
  }
  return ok;
}

static bool collect(void *self, Node *n) {
  Input *in = self;
  bool ok = true;
  if (n->type == NODE_ASSIGN)
    return collect_assignment(in, n);
  if (n->type == NODE_NAME)
    ok = put(&in->reads, n->name.sym);
  if (n->type == NODE_CALL && n->call.func->type == NODE_NAME)
    ok = put(&in->calls, n->call.func->name.sym);
  if (n->type == NODE_CALL && n->call.func->type == NODE_ATTRIBUTE)
    ok = put(&in->calls, n->call.func->attribute.name);
  return ok && astwalk_children(n, collect, self);
}

/* The names in a target: x, (a, b), but not x[0]. */
static bool bind_target(Names *s, const Node *t) {
  if (t->type == NODE_NAME)
    return put(s, t->name.sym);
  bool ok = true;
  if (t->type == NODE_TUPLE || t->type == NODE_LIST)
    for (int32_t i = 0; ok && i < t->list.n; i++)
      ok = bind_target(s, t->list.items[i]);
  return ok;
}

static bool bind_statement(Names *s, const Node *n) {
  bool ok = true;
  switch ((NodeType)n->type) {
  case NODE_ASSIGN:
    for (int32_t i = 0; ok && i < n->assign.n; i++)
      ok = bind_target(s, n->assign.targets[i]);
    return ok;
  case NODE_AUGMENT: return bind_target(s, n->bin.left);
  case NODE_DEF: return put(s, n->function.name);
  case NODE_CLASS: return put(s, n->class_.name);
  default: return true;
  }
}

static bool read_input(Input *in, Tree *tree) {
  bool ok = true;
  for (int32_t i = 0; ok && i < tree->n; i++)
    ok =
        collect(in, tree->body[i]) && bind_statement(&in->binds, tree->body[i]);
  const Node *only = tree->n == 1 ? tree->body[0] : NULL;
  in->bare =
      only && only->type == NODE_EXPR_STMT && only->bin.left->type == NODE_NAME;
  return ok;
}

/* --- the inputs of a step ------------------------------------------------- */

LessonNames *lessonnames_new(void) {
  return mem_zeroed(1, sizeof(LessonNames));
}

void lessonnames_free(LessonNames *names) {
  for (size_t i = 0; names && i < names->n; i++)
    input_free(&names->items[i]);
  if (names)
    mem_free(names->items);
  mem_free(names);
}

/* Names bring what the input that bound them last called and read. */
static bool follow(const LessonNames *names, Input *in) {
  bool ok = true;
  Names found = {0};
  for (size_t i = names->n; ok && i-- > 0;) {
    const Input *earlier = &names->items[i];
    bool used = false;
    for (size_t k = 0; ok && k < earlier->binds.n; k++) {
      const Sym *name = earlier->binds.items[k];
      if (!has(&in->reads, name) || has(&found, name))
        continue;
      used = true;
      ok = put(&found, name);
    }
    if (ok && used)
      ok = put_all(&in->calls, &earlier->calls) &&
           put_all(&in->reads, &earlier->reads);
  }
  mem_free(found.items);
  return ok;
}

bool lessonnames_add(LessonNames *names, const char *text, size_t n) {
  Tree *tree = run_parse("<lesson>", 1, text, n, true);
  Input in = {0};
  if (!tree && err_now()->type == ERR_MemoryError)
    return false;
  if (!tree)
    err_clear();
  bool ok =
      (!tree || (read_input(&in, tree) && follow(names, &in))) &&
      mem_grow((void **)&names->items, &names->cap, names->n + 1, sizeof in);
  ast_unref(tree);
  if (ok)
    names->items[names->n++] = in;
  else
    input_free(&in);
  return ok;
}

static const Input *newest(const LessonNames *names) {
  return names->n ? &names->items[names->n - 1] : NULL;
}

/* "F.softmax" asks for softmax. */
static const Sym *last_part(const char *name) {
  const char *dot = strrchr(name, '.');
  const char *part = dot ? dot + 1 : name;
  return sym_find(part, strlen(part));
}

bool lessonnames_calls(const LessonNames *names, const char *name) {
  const Sym *sym = last_part(name);
  return sym && newest(names) && has(&newest(names)->calls, sym);
}

bool lessonnames_is_bare(const LessonNames *names) {
  return newest(names) && newest(names)->bare;
}

bool lessonnames_binds(const LessonNames *names, const char *name) {
  const Sym *sym = last_part(name);
  return sym && newest(names) && has(&newest(names)->binds, sym);
}

bool lessonnames_bound(const char *text, size_t n,
                       bool (*visit)(void *self, const Sym *name), void *self) {
  Tree *tree = run_parse("<lesson>", 1, text, n, true);
  Names binds = {0};
  bool ok = tree != NULL;
  for (int32_t i = 0; ok && i < tree->n; i++)
    ok = bind_statement(&binds, tree->body[i]);
  for (size_t i = 0; ok && i < binds.n; i++)
    ok = visit(self, binds.items[i]);
  mem_free(binds.items);
  ast_unref(tree);
  return ok;
}
