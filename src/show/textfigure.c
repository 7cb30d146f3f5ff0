/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/textfigure.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

enum { LEAST_COLUMNS = 26, LEAST_ROWS = 11, BARE_COLUMNS = 20, BARE_ROWS = 10 };

/* A panel's picture and the cells it begins at. */
typedef struct Piece {
  Buf text;
  const char *at; /* the next line of it */
  int column, row, columns, rows;
} Piece;

typedef struct Sheet {
  const Figure *f;
  Piece *pieces;
  int columns, rows;
  Buf *out;
} Sheet;

/* Columns of a line that may hold colours. */
static size_t width_of(const char *line, size_t n) {
  size_t total = utf8_columns(line, n);
  for (size_t i = 0; i < n; i++)
    if (line[i] == '\033') {
      size_t from = i;
      while (i < n && line[i] != 'm')
        i++;
      total -= utf8_columns(line + from, i + 1 - from);
    }
  return total;
}

/* The smallest panel decides how many rows all of them need. */
static int rows_for(const Figure *f, int rows) {
  double wanted = rows;
  for (size_t i = 0; i < f->n && f->n > 1; i++) {
    const FigurePanel *p = &f->panels[i];
    wanted = fmax(wanted, (p->plot->bare ? BARE_ROWS : LEAST_ROWS) / p->height);
  }
  return (int)fmin(wanted, TEXTPLOT_MAX_ROWS);
}

static bool draw_piece(Sheet *s, Piece *p, const Plot *plot, bool colour) {
  int gap = s->f->n > 1; /* beside the next one */
  TextplotOptions o = {p->columns - gap, p->rows, colour};
  bool fine = textplot_draw(plot, o, &p->text);
  p->at = buf_text(&p->text);
  return fine;
}

static bool draw_pieces(Sheet *s, bool colour) {
  for (size_t i = 0; i < s->f->n; i++) {
    const FigurePanel *p = &s->f->panels[i];
    Piece *to = &s->pieces[i];
    to->column = (int)lround(p->left * s->columns);
    to->row = (int)lround(p->top * s->rows);
    to->columns = (int)lround((p->left + p->width) * s->columns) - to->column;
    to->rows = (int)lround((p->top + p->height) * s->rows) - to->row;
    if (!draw_piece(s, to, p->plot, colour))
      return false;
  }
  return true;
}

/* The piece that is next on a row from this column on, or NULL. */
static Piece *next_piece(Sheet *s, int row, int column) {
  Piece *next = NULL;
  for (size_t i = 0; i < s->f->n; i++) {
    Piece *p = &s->pieces[i];
    if (*p->at && row >= p->row && p->column >= column &&
        (!next || p->column < next->column))
      next = p;
  }
  return next;
}

static void show_row(Sheet *s, int row) {
  size_t used = 0;
  int column = 0;
  for (Piece *p; (p = next_piece(s, row, column)); column = p->column + 1) {
    size_t n = strcspn(p->at, "\n");
    if ((size_t)p->column > used) {
      buf_fill(s->out, ' ', (size_t)p->column - used);
      used = (size_t)p->column;
    }
    buf_add(s->out, p->at, n);
    used += width_of(p->at, n);
    p->at += n + (p->at[n] == '\n');
  }
  buf_char(s->out, '\n');
}

static bool left_over(const Sheet *s) {
  for (size_t i = 0; i < s->f->n; i++)
    if (*s->pieces[i].at)
      return true;
  return false;
}

static void show_title(Sheet *s) {
  Buf safe = BUF_EMPTY;
  buf_visible(&safe, s->f->title, strlen(s->f->title), false);
  size_t n = utf8_fit(buf_text(&safe), safe.len, (size_t)s->columns);
  buf_fill(s->out, ' ',
           ((size_t)s->columns - utf8_columns(buf_text(&safe), n)) / 2);
  buf_add(s->out, buf_text(&safe), n);
  buf_char(s->out, '\n');
  s->out->failed |= safe.failed;
  buf_free(&safe);
}

static bool draw_sheet(Sheet *s, bool colour) {
  s->pieces = mem_zeroed(s->f->n, sizeof *s->pieces);
  if (!s->pieces)
    return false;
  for (size_t i = 0; i < s->f->n; i++)
    s->pieces[i].at = "";
  bool fine = draw_pieces(s, colour);
  for (int row = 0; fine && left_over(s); row++)
    show_row(s, row);
  for (size_t i = 0; i < s->f->n; i++)
    buf_free(&s->pieces[i].text);
  mem_free(s->pieces);
  return fine && !s->out->failed;
}

static int least_columns(const FigurePanel *p) {
  return p->plot->bare ? BARE_COLUMNS : LEAST_COLUMNS;
}

/* True where panels side by side would be too narrow. */
static bool is_narrow(const Figure *f, int columns) {
  for (size_t i = 0; i < f->n; i++)
    if (f->panels[i].width < 0.99 &&
        f->panels[i].width * columns < least_columns(&f->panels[i]))
      return true;
  return false;
}

/* As many panels beside each other as there is room for, in their order. */
static bool draw_reflowed(Sheet *s, TextplotOptions o) {
  int widest = BARE_COLUMNS;
  for (size_t i = 0; i < s->f->n; i++)
    if (least_columns(&s->f->panels[i]) > widest)
      widest = least_columns(&s->f->panels[i]);
  size_t per = o.columns > widest ? (size_t)(o.columns / widest) : 1;
  size_t lines = (s->f->n + per - 1) / per;
  FigurePanel *panels = mem_zeroed(s->f->n, sizeof *panels);
  if (!panels)
    return false;
  for (size_t i = 0; i < s->f->n; i++)
    panels[i] = (FigurePanel){.plot = s->f->panels[i].plot,
                              .left = (double)(i % per) / (double)per,
                              .top = (double)(i / per) / (double)lines,
                              .width = 1. / (double)per,
                              .height = 1. / (double)lines};
  Figure other = *s->f;
  other.panels = panels;
  s->f = &other;
  s->rows = rows_for(&other, o.rows);
  bool fine = draw_sheet(s, o.colour);
  mem_free(panels);
  return fine;
}

bool textfigure_draw(const Figure *f, TextplotOptions o, Buf *out) {
  Sheet s = {.f = f, .columns = o.columns, .out = out};
  if (f->title)
    show_title(&s);
  if (is_narrow(f, o.columns))
    return draw_reflowed(&s, o);
  s.rows = rows_for(f, o.rows);
  return draw_sheet(&s, o.colour);
}
