/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/recordhead.h"

#include "base/err.h"
#include "base/mem.h"
#include "lang/astwalk.h"
#include "lang/interp.h"
#include "lang/row.h"
#include "lang/run.h"
#include "lib/modules.h"

#include <string.h>

/* --- names ---------------------------------------------------------------- */

static bool is_there(const Sym *name, bool strict) {
  Value v = interp.find_builtin(name, strict);
  bool there = value_ok(v);
  if (err_pending())
    err_clear();
  value_unref(v);
  return there;
}

/* Only the prompt has it: it was not bound, and a file would not find it. */
static bool is_prompts(const Sym *name) {
  return !value_ok(interp_bound(name)) && !is_there(name, true) &&
         is_there(name, false);
}

static bool has(const RecordHead *h, const Sym *name) {
  for (size_t i = 0; i < h->n; i++)
    if (h->names[i] == name)
      return true;
  return false;
}

static bool visit(void *self, Node *n) {
  RecordHead *h = self;
  if (n->type == NODE_NAME && !has(h, n->name.sym) && is_prompts(n->name.sym) &&
      mem_grow((void **)&h->names, &h->cap, h->n + 1, sizeof *h->names))
    h->names[h->n++] = n->name.sym;
  return astwalk_children(n, visit, self);
}

void recordhead_meet(RecordHead *h, const char *text) {
  Tree *tree = run_parse("<save>", 1, text, strlen(text), true);
  if (tree)
    astwalk_list(tree->body, tree->n, visit, h);
  ast_unref(tree);
  if (err_pending())
    err_clear();
}

/* --- lines ---------------------------------------------------------------- */

static bool is_module(const Sym *name) {
  const char *imported, *dotted;
  for (int i = 0; (imported = modules_imported(i, &dotted)); i++)
    if (!strcmp(imported, name->text))
      return true;
  return false;
}

static void put_import(const char *name, const char *dotted, Buf *out) {
  buf_fmt(out, "import %s", dotted);
  if (strcmp(name, dotted))
    buf_fmt(out, " as %s", name);
  buf_char(out, '\n');
}

/* The operation `prefix.name`, if it is the one that the bare name runs. */
static bool is_same(const char *prefix, const Sym *name) {
  const Row *bare = row_find("", name), *row = row_find(prefix, name);
  return bare && row && bare->op == row->op;
}

/* Whose name it is: NumPy's functions take lists and numbers too, as the
   prompt's do; names that no operation has are the numbers of math. NULL:
   nothing that can be imported does the same. */
static const char *home_of(const Sym *name) {
  return is_module(name)       ? NULL
         : !row_find("", name) ? "math"
         : is_same("np", name) ? "numpy"
                               : NULL;
}

static void put_from(const RecordHead *h, const char *home, Buf *out) {
  bool any = false;
  for (size_t i = 0; i < h->n; i++) {
    const char *of = home_of(h->names[i]);
    if (!of || strcmp(of, home))
      continue;
    if (!any)
      buf_fmt(out, "from %s import ", home);
    buf_fmt(out, "%s%s", any ? ", " : "", h->names[i]->text);
    any = true;
  }
  buf_str(out, any ? "\n" : "");
}

/* The torch functions want tensors and often an axis: not the same call. */
static void put_missing(const Sym *name, Buf *out) {
  const char *prefix = is_same("F", name)       ? "F"
                       : is_same("torch", name) ? "torch"
                                                : NULL;
  buf_fmt(out, "# %s is a name of xent's prompt; ", name->text);
  if (prefix)
    buf_fmt(out, "for tensors there is %s.%s\n", prefix, name->text);
  else
    buf_str(out, "Python has none\n");
}

void recordhead_put(const RecordHead *h, Buf *out) {
  const char *name, *dotted;
  for (int i = 0; (name = modules_imported(i, &dotted)); i++)
    for (size_t k = 0; k < h->n; k++)
      if (!strcmp(name, h->names[k]->text))
        put_import(name, dotted, out);
  put_from(h, "math", out);
  put_from(h, "numpy", out);
  for (size_t i = 0; i < h->n; i++)
    if (!is_module(h->names[i]) && !home_of(h->names[i]))
      put_missing(h->names[i], out);
}

void recordhead_free(RecordHead *h) {
  mem_free(h->names);
  *h = (RecordHead){0};
}
