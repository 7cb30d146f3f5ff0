/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook.h"

#include "app/echo.h"
#include "app/output.h"
#include "lang/exec.h"
#include "lang/parser.h"
#include "lang/str.h"
#include "lib/library.h"

/* The cell whose last expression echoes. */
typedef struct Cell {
  const Node *last; /* NULL: nothing echoes */
  void (*before_echo)(void *self);
  void *self;
} Cell;

/* Whether a notebook shows such a value otherwise than repr does. */
static bool is_pretty(Value v) {
  static const ValueType types[] = {VALUE_TYPE_LIST,  VALUE_TYPE_TUPLE,
                                    VALUE_TYPE_DICT,  VALUE_TYPE_SET,
                                    VALUE_TYPE_CLASS, VALUE_TYPE_INSTANCE};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (value_is(v, types[i]))
      return true;
  return false;
}

static bool echo_pretty(Value v) {
  Value pretty = library_find("IPython_pretty", sym_lit("pretty"));
  Value text = value_ok(pretty) ? value_call_n(pretty, &v, 1) : value_error();
  const Str *s = value_ok(text) ? str_of(text) : NULL;
  if (s) {
    output_write(s->text, s->len);
    output_str("\n");
  }
  value_unref(text);
  value_unref(pretty);
  return s;
}

static bool echo(void *self, const Node *statement, Value v) {
  const Cell *cell = self;
  if (statement != cell->last || !value_ok(v))
    return true;
  if (cell->before_echo)
    cell->before_echo(cell->self);
  return is_pretty(v) ? echo_pretty(v) : echo_value(v);
}

static bool run_source(Source *source, Cell *cell) {
  Tree *tree = parser_file(source);
  if (!tree)
    return false;
  const Node *last = tree->n ? tree->body[tree->n - 1] : NULL;
  if (last && last->type == NODE_EXPR_STMT && !(last->flags & AST_SILENT))
    cell->last = last;
  bool ok = exec_tree(tree, echo, cell);
  ast_unref(tree);
  return ok;
}

bool notebook_run_cell(const char *name, size_t number, const NotebookCell *c,
                       void (*before_echo)(void *self), void *self) {
  Buf where = BUF_EMPTY;
  buf_fmt(&where, "%s, cell %zu", name, number);
  Source *source = where.failed ? NULL
                                : source_new(where.text, buf_text(&c->source),
                                             c->source.len);
  buf_free(&where);
  if (!source)
    return false;
  source->cell = true;
  Cell cell = {.before_echo = before_echo, .self = self};
  bool ok = run_source(source, &cell);
  source_unref(source);
  return ok;
}

bool notebook_run(const char *name, const char *text, size_t n) {
  Notebook book;
  bool ok = notebookread_text(name, text, n, &book);
  for (size_t i = 0; ok && i < book.n; i++)
    ok = notebook_run_cell(name, i + 1, &book.cells[i], NULL, NULL);
  notebookread_free(&book);
  return ok;
}
