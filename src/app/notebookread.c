/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebookread.h"

#include "base/err.h"
#include "base/mem.h"

#include <jansson.h>
#include <string.h>

static const char *text_of(const json_t *object, const char *key) {
  const char *text = json_string_value(json_object_get(object, key));
  return text ? text : "";
}

/* A text is one string, or a list of them. */
static bool add_text(Buf *out, const json_t *text) {
  if (json_is_string(text)) {
    buf_add(out, json_string_value(text), json_string_length(text));
    return true;
  }
  size_t i;
  json_t *part;
  json_array_foreach(text, i, part) {
    if (!json_is_string(part))
      return false;
    buf_add(out, json_string_value(part), json_string_length(part));
  }
  return json_is_array(text);
}

/* --- what was stored ------------------------------------------------------ */

/* Format 3 has "pyout" and the texts beside "png", 4 has them in "data". */
static bool is_picture(const json_t *shown) {
  static const char *const kinds[] = {
      "png", "svg", "jpeg", "image/png", "image/svg+xml", "image/jpeg"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (json_object_get(shown, kinds[i]))
      return true;
  return false;
}

static void add_value(NotebookCell *c, const json_t *output, bool last) {
  const json_t *data = json_object_get(output, "data");
  const json_t *shown = data ? data : output;
  const json_t *plain = json_object_get(shown, data ? "text/plain" : "text");
  if (!plain || is_picture(shown))
    return;
  size_t from = c->output.len;
  add_text(&c->output, plain);
  buf_char(&c->output, '\n');
  if (last)
    c->echo = from;
}

/* Python adds the place to the words of a syntax error: " (x.py, line 3)". */
static size_t length_without_place(const char *words) {
  size_t n = strlen(words);
  const char *place = NULL;
  for (const char *p = words; (p = strstr(p, " (")); p++)
    place = p;
  const char *line = place ? strstr(place, ", line ") : NULL;
  return line && words[n - 1] == ')' ? (size_t)(place - words) : n;
}

static void add_error(Buf *out, const json_t *output) {
  const char *words = text_of(output, "evalue");
  buf_fmt(out, "%s%s", text_of(output, "ename"), *words ? ": " : "");
  buf_add(out, words, length_without_place(words));
  buf_char(out, '\n');
}

static void add_stream(Buf *out, const json_t *output) {
  const char *name = text_of(output, "name");
  if (!*name)
    name = text_of(output, "stream");
  if (strcmp(name, "stderr"))
    add_text(out, json_object_get(output, "text"));
}

static void add_output(NotebookCell *c, const json_t *output) {
  const char *type = text_of(output, "output_type");
  if (!strcmp(type, "stream"))
    add_stream(&c->output, output);
  else if (!strcmp(type, "error") || !strcmp(type, "pyerr"))
    add_error(&c->output, output);
  else if (!strcmp(type, "execute_result") || !strcmp(type, "pyout"))
    add_value(c, output, true);
  else if (!strcmp(type, "display_data"))
    add_value(c, output, false);
}

static void read_outputs(NotebookCell *c, const json_t *cell) {
  const json_t *outputs = json_object_get(cell, "outputs");
  size_t i;
  json_t *output;
  c->echo = SIZE_MAX;
  json_array_foreach(outputs, i, output) {
    add_output(c, output);
  }
  if (c->echo > c->output.len)
    c->echo = c->output.len;
  c->executed = json_array_size(outputs) > 0 ||
                json_is_integer(json_object_get(cell, "execution_count")) ||
                json_is_integer(json_object_get(cell, "prompt_number"));
}

/* --- the code ------------------------------------------------------------- */

/* %%bash, %%html ...: the whole cell is not Python; %%time and its like only
   look at Python. */
static bool is_foreign(const char *source) {
  static const char *const ours[] = {"time", "timeit", "capture", "prun"};
  source += strspn(source, " \t\r\n");
  if (strncmp(source, "%%", 2))
    return false;
  size_t n = strcspn(source + 2, " \t\r\n");
  for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
    if (strlen(ours[i]) == n && !memcmp(source + 2, ours[i], n))
      return false;
  return true;
}

/* Format 3 calls it "input". */
static bool read_source(NotebookCell *c, const json_t *cell) {
  const json_t *source = json_object_get(cell, "source");
  if (!add_text(&c->source, source ? source : json_object_get(cell, "input")))
    return false;
  if (is_foreign(buf_text(&c->source)))
    buf_clear(&c->source);
  return true;
}

static bool add_cell(const char *name, const json_t *cell, Notebook *out) {
  if (strcmp(text_of(cell, "cell_type"), "code"))
    return true;
  NotebookCell *c = &out->cells[out->n++];
  if (!read_source(c, cell))
    return err_set(ERR_ValueError, "%s, cell %zu has no readable source", name,
                   out->n);
  read_outputs(c, cell);
  return !c->source.failed && !c->output.failed;
}

/* The cells lie in the notebook itself, in format 3 in its one worksheet. */
static const json_t *list_of_cells(const json_t *root) {
  const json_t *cells = json_object_get(root, "cells");
  if (cells)
    return cells;
  const json_t *sheets = json_object_get(root, "worksheets");
  return json_object_get(json_array_get(sheets, 0), "cells");
}

static bool read_cells(const char *name, const json_t *root, Notebook *out) {
  const json_t *cells = list_of_cells(root);
  if (!json_is_array(cells))
    return err_set(ERR_ValueError,
                   "'%s' is not a notebook: it has no list of cells", name);
  out->cells = mem_zeroed(json_array_size(cells) + 1, sizeof *out->cells);
  if (!out->cells)
    return false;
  size_t i;
  json_t *cell;
  json_array_foreach(cells, i, cell) {
    if (!add_cell(name, cell, out))
      return false;
  }
  return true;
}

bool notebookread_text(const char *name, const char *text, size_t n,
                       Notebook *out) {
  *out = (Notebook){0};
  json_error_t e;
  json_t *root = json_loadb(text, n, 0, &e);
  if (!root)
    return err_set(ERR_ValueError, "'%s' is not a notebook: line %d: %s", name,
                   e.line, e.text);
  bool ok = read_cells(name, root, out);
  json_decref(root);
  return ok;
}

void notebookread_free(Notebook *book) {
  for (size_t i = 0; i < book->n; i++) {
    buf_free(&book->cells[i].source);
    buf_free(&book->cells[i].output);
  }
  mem_free(book->cells);
  *book = (Notebook){0};
}
