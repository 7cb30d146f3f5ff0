/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/explainlines.h"

#include "base/glyph.h"
#include "lang/textplain.h"
#include "num/digits.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { TALL = 6, TOP = 3 }; /* rows of a table: all, or the first and last */

/* --- shape ---------------------------------------------------------------- */

/* How many numbers stand in a line of the values. */
static int64_t line_length(const Array *a) {
  return !a || a->ndim > 2 ? 0 : a->ndim ? a->shape[a->ndim - 1] : 1;
}

ExplainShape explainlines_shape(const ExplainRows *rows, int most) {
  ExplainShape s = {.slots = 1, .scalars = true};
  for (size_t i = 0; i < rows->n; i++) {
    int64_t n = line_length(rows->items[i].array);
    s.scalars &= !rows->items[i].array || !rows->items[i].array->ndim;
    if (n > most)
      s.longest = s.abridged && s.longest != n ? -1 : n;
    s.abridged |= n > most;
    if (n > s.slots)
      s.slots = n > most ? most : (int)n;
  }
  return s;
}

void explainlines_heading(Buf *out, const ExplainShape *s, int slot) {
  int from_end = slot - s->slots; /* -1: the last */
  if (s->scalars)
    buf_str(out, "value");
  else if (!s->abridged || from_end < -3)
    buf_fmt(out, "[%d]", slot);
  else if (from_end == -3)
    buf_str(out, glyph(GLYPH_ELLIPSIS));
  else
    buf_fmt(out, "[%" PRId64 "]",
            s->longest > 0 ? s->longest + from_end : (int64_t)from_end);
}

/* --- cells ---------------------------------------------------------------- */

static void number_text(Buf *b, const Array *a, int64_t i) {
  char class = dtype_class((DType)a->dtype);
  if (class == 'b')
    buf_str(b, array_get_int(a, i) ? "True" : "False");
  else if (class != 'f')
    buf_int(b, array_get_int(a, i));
  else
    textplain_number(b, array_get(a, i) + 0.0, interp.digits);
}

static void add_cell(ExplainLine *line, const char *text) {
  snprintf(line->cells[line->n++], EXPLAINLINES_CELL, "%s", text);
}

static void number_cell(ExplainLine *line, const Array *a, int64_t i) {
  Buf b = BUF_EMPTY;
  number_text(&b, a, i);
  add_cell(line, buf_text(&b));
  buf_free(&b);
}

/* n numbers from element `from` on, abridged as the shape says. */
static void fill_cells(ExplainLine *line, const ExplainShape *s, const Array *a,
                       int64_t from, int64_t n) {
  line->n = 0;
  bool cut = n > s->slots || (s->abridged && n > s->slots - 3);
  int64_t head = cut && n > s->slots - 3 ? s->slots - 3 : n;
  for (int64_t i = 0; i < head; i++)
    number_cell(line, a, from + i);
  if (head == n)
    return;
  add_cell(line, n > s->slots - 1 ? glyph(GLYPH_ELLIPSIS) : "");
  for (int64_t i = n - 2 > head ? n - 2 : head; i < n; i++)
    number_cell(line, a, from + i);
}

/* --- lines ---------------------------------------------------------------- */

typedef struct Walk {
  const ExplainShape *shape;
  ExplainLineVisit visit;
  void *self;
} Walk;

static ExplainLine first_line(const ExplainRow *r) {
  return (ExplainLine){.row = r,
                       .number = r->number,
                       .label = r->label,
                       .words = r->words,
                       .check = r->check};
}

static void inner_line(const Walk *w, const ExplainRow *r, int64_t at) {
  int64_t n = r->array->shape[1];
  char label[32];
  snprintf(label, sizeof label, "row %" PRId64, at);
  ExplainLine line = {.row = r, .label = label, .inner = true};
  fill_cells(&line, w->shape, r->array, at * n, n);
  w->visit(w->self, &line);
}

static void left_out_line(const Walk *w, const ExplainRow *r) {
  ExplainLine line = {.row = r, .label = glyph(GLYPH_ELLIPSIS), .inner = true};
  w->visit(w->self, &line);
}

/* A table: its label and words, then a line for each row. */
static void table_lines(const Walk *w, const ExplainRow *r) {
  ExplainLine head = first_line(r);
  int64_t rows = r->array->shape[0];
  w->visit(w->self, &head);
  for (int64_t i = 0; i < rows; i++) {
    if (rows > TALL && i == TOP) {
      left_out_line(w, r);
      i = rows - 1;
    }
    inner_line(w, r, i);
  }
}

static void text_line(const Walk *w, const ExplainRow *r) {
  ExplainLine line = first_line(r);
  Buf b = BUF_EMPTY;
  if (r->text) {
    buf_str(&b, r->text);
  } else {
    buf_str(&b, dtype_name((DType)r->array->dtype));
    array_size_text(&b, r->array->ndim, r->array->shape);
  }
  line.text = buf_text(&b);
  w->visit(w->self, &line);
  buf_free(&b);
}

static void row_lines(const Walk *w, const ExplainRow *r) {
  ExplainLine line = first_line(r);
  if (!r->number)
    w->visit(w->self, &line);
  else if (!r->array || r->array->ndim > 2)
    text_line(w, r);
  else if (r->array->ndim == 2 && r->array->shape[0] != 1)
    table_lines(w, r);
  else {
    fill_cells(&line, w->shape, r->array, 0, line_length(r->array));
    w->visit(w->self, &line);
  }
}

void explainlines_each(const ExplainRows *rows, const ExplainShape *s,
                       ExplainLineVisit visit, void *self) {
  Walk w = {s, visit, self};
  for (size_t i = 0; i < rows->n; i++)
    row_lines(&w, &rows->items[i]);
}
