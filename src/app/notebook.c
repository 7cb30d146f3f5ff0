/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook.h"

#include "app/echo.h"
#include "base/buf.h"
#include "base/err.h"
#include "lang/exec.h"
#include "lang/parser.h"

#include <jansson.h>
#include <string.h>

/* The cell whose last expression echoes. */
typedef struct Cell {
  const Node *last; /* NULL: nothing echoes */
} Cell;

static bool echo(void *self, const Node *statement, Value v) {
  const Cell *cell = self;
  return statement != cell->last || !value_ok(v) || echo_value(v);
}

static bool run_source(Source *source) {
  Tree *tree = parser_file(source);
  if (!tree)
    return false;
  Cell cell = {NULL};
  if (tree->n && tree->body[tree->n - 1]->type == NODE_EXPR_STMT &&
      !(tree->body[tree->n - 1]->flags & AST_SILENT))
    cell.last = tree->body[tree->n - 1];
  bool ok = exec_tree(tree, echo, &cell);
  ast_unref(tree);
  return ok;
}

/* Lines that begin with % or ! are for Jupyter: they become comments, so that
   line numbers stay. */
static void add_source(Buf *out, const char *text, size_t n) {
  bool start = out->len == 0 || out->text[out->len - 1] == '\n';
  for (size_t i = 0; i < n; i++) {
    size_t at = i;
    while (start && at < n && (text[at] == ' ' || text[at] == '\t'))
      at++;
    if (start && at < n && (text[at] == '%' || text[at] == '!'))
      buf_char(out, '#');
    buf_char(out, text[i]);
    start = text[i] == '\n';
  }
}

/* A cell's source is one string, or a list of them. */
static bool cell_text(const json_t *source, Buf *out) {
  if (json_is_string(source)) {
    add_source(out, json_string_value(source), json_string_length(source));
    return true;
  }
  size_t i;
  json_t *part;
  json_array_foreach(source, i, part) {
    if (!json_is_string(part))
      return false;
    add_source(out, json_string_value(part), json_string_length(part));
  }
  return json_is_array(source);
}

static bool run_cell(const char *name, size_t number, const json_t *cell) {
  const char *type = json_string_value(json_object_get(cell, "cell_type"));
  if (!type || strcmp(type, "code"))
    return true;
  Buf text = BUF_EMPTY, where = BUF_EMPTY;
  bool ok = cell_text(json_object_get(cell, "source"), &text);
  buf_fmt(&where, "%s, cell %zu", name, number);
  if (!ok)
    err_set(ERR_ValueError, "%s has no readable source", buf_text(&where));
  Source *source = ok && !text.failed
                       ? source_new(buf_text(&where), buf_text(&text), text.len)
                       : NULL;
  ok = source && run_source(source);
  source_unref(source);
  buf_free(&text);
  buf_free(&where);
  return ok;
}

static bool run_cells(const char *name, const json_t *root) {
  const json_t *cells = json_object_get(root, "cells");
  if (!json_is_array(cells))
    return err_set(ERR_ValueError,
                   "'%s' is not a notebook: it has no list of cells", name);
  size_t i;
  json_t *cell;
  json_array_foreach(cells, i, cell) {
    if (!run_cell(name, i + 1, cell))
      return false;
  }
  return true;
}

bool notebook_run(const char *name, const char *text, size_t n) {
  json_error_t e;
  json_t *root = json_loadb(text, n, 0, &e);
  if (!root)
    return err_set(ERR_ValueError, "'%s' is not a notebook: line %d: %s", name,
                   e.line, e.text);
  bool ok = run_cells(name, root);
  json_decref(root);
  return ok;
}
