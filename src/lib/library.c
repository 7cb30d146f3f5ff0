/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/library.h"

#include "base/mem.h"
#include "base/note.h"
#include "lang/exec.h"
#include "lang/parser.h"
#include "lang/resolve.h"

#include <ctype.h>
#include <string.h>

/* One for each text, NULL until it is needed. Trees are kept: functions borrow
   from them, and so nothing is read twice. */
static Tree **trees;

static size_t count_texts(void) {
  size_t n = 0;
  while (library_texts[n].name)
    n++;
  return n;
}

static bool make_room(void) {
  if (!trees)
    trees = mem_zeroed(count_texts() + 1, sizeof *trees);
  return trees != NULL;
}

static const LibraryText *text_named(const char *file) {
  const LibraryText *t = library_texts;
  while (t->name && strcmp(t->name, file) != 0)
    t++;
  return t->name ? t : NULL;
}

static Tree *parsed(const LibraryText *t) {
  Source *source = source_new(t->name, t->text, strlen(t->text));
  Tree *tree = source ? parser_file(source) : NULL;
  if (source)
    source->hidden = true;
  source_unref(source);
  if (!tree)
    return NULL;
  tree->library = sym_lit(t->name);
  if (tree->library && resolve_library(tree))
    return tree;
  ast_unref(tree);
  return NULL;
}

/* Runs the file unless it has run or is running. False: an error. */
static bool load(const LibraryText *t) {
  if (!make_room())
    return false;
  Tree **tree = &trees[t - library_texts];
  if (*tree)
    return true;
  *tree = parsed(t);
  if (!*tree)
    return false;
  NotePlace place = note_place;
  bool ok = exec_tree(*tree, NULL, NULL);
  note_place = place;
  if (!ok) {
    ast_unref(*tree);
    *tree = NULL;
  }
  return ok;
}

/* Does the file's text define the name at its top level? */
static bool mentions(const LibraryText *t, const Sym *name) {
  static const char *const forms[] = {"\ndef %s(", "\nclass %s:", "\nclass %s(",
                                      "\n%s = "};
  bool found = false;
  for (size_t i = 0; !found && i < sizeof forms / sizeof *forms; i++) {
    Buf b = BUF_EMPTY;
    buf_fmt(&b, forms[i], name->text);
    found = strstr(t->text, buf_text(&b));
    buf_free(&b);
  }
  return found;
}

static bool listed(const char *files, const LibraryText *t) {
  size_t n = strlen(t->name);
  const char *p = files;
  while ((p = strstr(p, t->name)) &&
         ((p > files && p[-1] != ' ') || (p[n] && p[n] != ' ')))
    p++;
  return p;
}

/* Of several files only the one that defines the name is read. */
static const LibraryText *text_with(const char *files, const Sym *name) {
  if (!strchr(files, ' '))
    return text_named(files);
  const LibraryText *t = library_texts;
  while (t->name && !(listed(files, t) && mentions(t, name)))
    t++;
  return t->name ? t : NULL;
}

static bool in_word(char c) {
  return c == '_' || isalnum((unsigned char)c);
}

/* The name as a word of [text, end); NULL: it is none. */
static const char *word_in(const char *text, const char *end, const Sym *name) {
  for (const char *p = text; (p = strstr(p, name->text)) && p < end; p++)
    if ((p == text || !in_word(p[-1])) && !in_word(p[name->len]))
      return p;
  return NULL;
}

/* The file from which t only takes the name: `from FILE import ..., name`.
   NULL: it makes it itself, or nobody does. */
static const LibraryText *giver(const LibraryText *t, const Sym *name) {
  for (const char *p = t->text; (p = strstr(p, "\nfrom "));) {
    char file[64];
    p += strlen("\nfrom ");
    size_t n = strcspn(p, " \n");
    const char *names = p + n + strspn(p + n, " import");
    const char *end = names + strcspn(names, *names == '(' ? ")" : "\n");
    const char *word = word_in(names, end, name);
    if (n < sizeof file && word && strncmp(word + name->len, " as ", 4)) {
      memcpy(file, p, n);
      file[n] = '\0';
      return text_named(file);
    }
  }
  return NULL;
}

static Value find_in(const LibraryText *t, const Sym *name) {
  const Sym *library = load(t) ? sym_lit(t->name) : NULL;
  const Sym *full = library ? interp_library_name(library, name) : NULL;
  Value v = full && full->id < interp.room ? interp.builtins[full->id]
                                           : value_absent();
  return value_is(v, VALUE_TYPE_MODULE) ? value_absent() : value_ref(v);
}

/* A file that only hands a name on, or does not know it, is not run for it. */
Value library_find(const char *files, const Sym *name) {
  const LibraryText *t = text_with(files, name);
  if (!t || !name->len)
    return value_absent();
  if (trees && trees[t - library_texts])
    return find_in(t, name);
  if (!word_in(t->text, t->text + strlen(t->text), name))
    return value_absent();
  const LibraryText *from = mentions(t, name) ? NULL : giver(t, name);
  Value v = from ? library_find(from->name, name) : value_absent();
  return value_ok(v) || err_pending() ? v : find_in(t, name);
}

const char *library_name(const char *file) {
  const LibraryText *t = text_named(file);
  return t ? t->name : NULL;
}

/* The public name that a statement of the top level defines, or NULL. */
static const char *defined(const Node *n) {
  const char *name = NULL;
  if (n->type == NODE_DEF)
    name = n->function.name->text;
  else if (n->type == NODE_CLASS)
    name = n->class_.name->text;
  else if (n->type == NODE_ASSIGN && n->assign.targets[0]->type == NODE_NAME)
    name = strchr(n->assign.targets[0]->name.sym->text, ':') + 1;
  return name && name[0] != '_' ? name : NULL;
}

/* What comes from another library file counts as the file's own. */
static void visit_imported(const Node *n, void (*visit)(void *, const char *),
                           void *self) {
  if (!text_named(n->import.module))
    return;
  for (int32_t i = 0; i < n->import.n; i++)
    if (n->import.items[i].as->text[0] != '_')
      visit(self, n->import.items[i].as->text);
}

/* Of a file that stands beside others only what it defines itself, as
   library_find does it. */
static void each_of(const LibraryText *t, bool alone,
                    void (*visit)(void *, const char *), void *self) {
  if (!load(t)) {
    err_clear();
    return;
  }
  const Tree *tree = trees[t - library_texts];
  for (int32_t i = 0; i < tree->n; i++) {
    if (defined(tree->body[i]))
      visit(self, defined(tree->body[i]));
    else if (alone && tree->body[i]->type == NODE_FROM)
      visit_imported(tree->body[i], visit, self);
  }
}

/* Asked for `did you mean` too, when an error is pending that stays. */
void library_each(const char *files, void (*visit)(void *self, const char *),
                  void *self) {
  Err pending = err_take();
  for (const LibraryText *t = library_texts; t->name; t++)
    if (listed(files, t))
      each_of(t, !strchr(files, ' '), visit, self);
  err_restore(&pending);
}

bool library_runs(void) {
  return interp.frame && interp.frame->tree->library;
}

void library_free(void) {
  for (size_t i = 0; trees && i < count_texts(); i++)
    ast_unref(trees[i]);
  mem_free(trees);
  trees = NULL;
}
