/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/textplot.h"

#include "base/glyph.h"
#include "base/utf8.h"
#include "show/field.h"
#include "show/textkey.h"
#include "show/textlying.h"
#include "show/textsheet.h"
#include "show/ticks.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_NAME = 5 }; /* columns of a name that was cut */

typedef struct Picture {
  TextSheet in; /* what the frame holds */
  TextplotOptions o;
  Buf *out;
  Ticks yticks;
  int margin;      /* columns left of the frame */
  int legend_rows; /* of its own, below the title */
  bool head_row, xlabel_row;
  Buf head;
  TextKey key;
} Picture;

/* Releases a text; a failure to build it fails the picture. */
static void drop(Picture *s, Buf *b) {
  s->out->failed |= b->failed;
  buf_free(b);
}

/* Appends text that came from outside, on one line. */
static void add_safe(Buf *out, const char *text) {
  if (text)
    buf_visible(out, text, strlen(text), false);
}

/* Appends as much of text as fits, with an ellipsis where it was cut. */
static void add_cut(Buf *out, const char *text, size_t columns) {
  if (utf8_width(text) <= columns) {
    buf_str(out, text);
    return;
  }
  size_t dots = utf8_width(glyph(GLYPH_ELLIPSIS));
  size_t keep = columns > dots ? columns - dots : 0;
  buf_add(out, text, utf8_fit(text, strlen(text), keep));
  if (columns >= dots)
    buf_str(out, glyph(GLYPH_ELLIPSIS));
}

/* --- title and legend --- */

/* Title and legend share a row where they fit. */
static void show_title(Picture *s, size_t width) {
  bool both = s->key.lines && !s->legend_rows;
  size_t legend = both ? s->key.columns[0] : 0, rest = both ? legend + 3 : 0;
  size_t before = s->out->len + 1;
  buf_char(s->out, ' ');
  add_cut(s->out, buf_text(&s->head), width > rest ? width - rest : 0);
  if (both && !s->out->failed) {
    size_t used = utf8_columns(s->out->text + before, s->out->len - before);
    buf_fill(s->out, ' ', width - used - legend);
    buf_str(s->out, buf_text(&s->key.line[0]));
  }
  buf_char(s->out, '\n');
}

static void show_head(Picture *s) {
  size_t width = (size_t)s->o.columns - 2;
  if (s->head_row)
    show_title(s, width);
  for (int i = 0; i < s->legend_rows; i++) {
    buf_fill(s->out, ' ', width - s->key.columns[i] + 1);
    buf_fmt(s->out, "%s\n", buf_text(&s->key.line[i]));
  }
}

/* --- axes --- */

static void show_top(Picture *s) {
  Buf label = BUF_EMPTY;
  add_safe(&label, s->in.p->ylabel);
  buf_fill(s->out, ' ', (size_t)s->margin);
  buf_str(s->out, glyph(GLYPH_CORNER_TL));
  int left = s->in.c.w;
  if (label.len && left > 6) {
    Buf shown = BUF_EMPTY;
    add_cut(&shown, buf_text(&label), (size_t)left - 4);
    glyph_repeat(s->out, GLYPH_LINE, 1);
    buf_fmt(s->out, " %s ", buf_text(&shown));
    left -= 3 + (int)utf8_width(buf_text(&shown));
    drop(s, &shown);
  }
  glyph_repeat(s->out, GLYPH_LINE, left);
  buf_fmt(s->out, "%s\n", glyph(GLYPH_CORNER_TR));
  drop(s, &label);
}

/* The places that an axis names, those of one that was given or chosen. */
static size_t tick_count(const PlotTicks *given, const Ticks *chosen) {
  return given->set ? given->n : chosen->n;
}

static double tick_at(const PlotTicks *given, const Ticks *chosen, size_t i) {
  return given->set ? given->at[i] : chosen->at[i];
}

static void tick_text(const PlotTicks *given, const Ticks *chosen, size_t i,
                      Buf *out) {
  if (!given->set)
    buf_str(out, chosen->text[i]);
  else if (given->text[i])
    add_safe(out, given->text[i]);
  else
    buf_fmt(out, "%.6g", given->at[i]);
}

/* The text at the axis in this row: a guide's name, else a tick. */
static void axis_text(const Picture *s, int row, Buf *text) {
  const PlotTicks *given = &s->in.p->yticks;
  for (size_t i = 0; i < tick_count(given, &s->yticks); i++)
    if (textsheet_row(&s->in, tick_at(given, &s->yticks, i)) == row) {
      buf_clear(text);
      tick_text(given, &s->yticks, i, text);
    }
  for (size_t i = 0; i < s->in.p->guide_count; i++) {
    const PlotGuide *g = &s->in.p->guides[i];
    const char *name = buf_text(&s->in.guide_text[i]);
    bool at = !g->vertical && isfinite(g->at) && *name &&
              (!s->in.p->ylog || g->at > 0) &&
              textsheet_row(&s->in, g->at) == row;
    if (at) {
      buf_clear(text);
      buf_add(text, name, textsheet_short_name(name));
    }
  }
}

static void show_row(Picture *s, int row) {
  Buf text = BUF_EMPTY;
  axis_text(s, row, &text);
  size_t room = (size_t)s->margin - 2, used = utf8_width(buf_text(&text));
  buf_fill(s->out, ' ', used < room ? 1 + room - used : 1);
  add_cut(s->out, buf_text(&text), room);
  buf_char(s->out, ' ');
  buf_str(s->out, glyph(text.len ? GLYPH_AXIS_TICK : GLYPH_SIDE));
  canvas_show_row(&s->in.c, row, s->o.colour, s->out);
  buf_fmt(s->out, "%s\n", glyph(GLYPH_SIDE));
  drop(s, &text);
}

/* The row of texts below the frame, and which columns have a tick. */
typedef struct Below {
  int width; /* columns of the row */
  Buf text;  /* shown so far, from the left */
  int end;   /* columns of text */
  const Picture *s;
  Buf marks; /* one char per column of the canvas */
  bool names_failed;
} Below;

/* Puts a text centred below a column; false if it would touch another. */
static bool put_below(Below *b, int column, const char *text) {
  int n = (int)utf8_width(text);
  int at = b->s->margin + 1 + column - n / 2;
  if (at + n > b->width)
    at = b->width - n;
  if (at < 0 || at < b->end + (b->end ? 2 : 0))
    return false;
  buf_fill(&b->text, ' ', (size_t)(at - b->end));
  buf_str(&b->text, text);
  b->end = at + n;
  if (!b->marks.failed)
    b->marks.text[column] = '|';
  return true;
}

/* A first tick at the very edge is added where it is a round number too. */
static void put_edge(Below *b, const Ticks *t) {
  const Picture *s = b->s;
  double x0 = s->in.box.x0;
  if (t->n < 2 || s->in.p->xlog || s->in.p->xflip || x0 != nearbyint(x0) ||
      fabs(x0) >= 1e6 || t->at[0] <= x0)
    return;
  char edge[TICKS_TEXT];
  const char *dot = strchr(t->text[0], '.');
  snprintf(edge, sizeof edge, "%.*f", dot ? (int)strlen(dot + 1) : 0, x0);
  int reach = s->margin + 1 + (int)strlen(edge) / 2 + 3;
  int next = s->margin + 1 + textsheet_column(&s->in, t->at[0]);
  if (reach <= next - (int)strlen(t->text[0]) / 2)
    put_below(b, 0, edge);
}

/* All or nothing, so that ticks keep equal distances. */
static bool put_ticks(Below *b, const Ticks *t) {
  const Picture *s = b->s;
  put_edge(b, t);
  for (size_t i = 0; i < t->n; i++) {
    size_t k = s->in.p->xflip ? t->n - 1 - i : i;
    int column = textsheet_column(&s->in, t->at[k]);
    if (column >= 0 && !put_below(b, column, t->text[k]))
      return false;
  }
  return true;
}

static void clear_below(Below *b) {
  buf_clear(&b->text);
  buf_clear(&b->marks);
  buf_fill(&b->marks, ' ', (size_t)b->s->in.c.w);
  b->end = 0;
}

/* The columns that each name of a place may have beside the next one. */
static size_t room_for_names(const Picture *s) {
  const PlotTicks *given = &s->in.p->xticks;
  int least = s->in.c.w;
  for (size_t i = 0; i + 1 < given->n; i++) {
    int a = textsheet_column(&s->in, given->at[i]);
    int b = textsheet_column(&s->in, given->at[i + 1]);
    if (a >= 0 && b >= 0 && abs(b - a) < least)
      least = abs(b - a);
  }
  return least > LEAST_NAME + 1 ? (size_t)least - 1 : (size_t)s->in.c.w;
}

static bool fits_axis(const Picture *s, double at, int column) {
  return (!s->in.p->xlog || at > 0) && textsheet_column(&s->in, at) == column;
}

/* Names of places, from left to right as far as there is room; they are cut
   where that lets all of them stand. */
static void put_names(Below *b) {
  const Picture *s = b->s;
  const PlotTicks *given = &s->in.p->xticks;
  size_t room = room_for_names(s);
  clear_below(b);
  for (int column = 0; column < s->in.c.w; column++)
    for (size_t i = 0; i < given->n; i++) {
      Buf name = BUF_EMPTY, shown = BUF_EMPTY;
      if (fits_axis(s, given->at[i], column)) {
        tick_text(given, NULL, i, &name);
        add_cut(&shown, buf_text(&name), room);
        put_below(b, column, buf_text(&shown));
      }
      b->names_failed |= name.failed || shown.failed;
      buf_free(&name);
      buf_free(&shown);
    }
}

static void show_bottom(Picture *s) {
  Below b = {.width = s->o.columns, .s = s};
  clear_below(&b);
  if (s->in.p->xticks.set)
    put_names(&b);
  Ticks t;
  int most = s->in.c.w / 7 + 1;
  double low = fmin(s->in.box.x0, s->in.box.x1);
  double high = fmax(s->in.box.x0, s->in.box.x1);
  for (bool done = s->in.p->xticks.set; !done && most > 0; most--) {
    clear_below(&b);
    ticks_make(&t, low, high, (size_t)(most < TICKS_MAX ? most : TICKS_MAX),
               s->in.p->xlog);
    done = put_ticks(&b, &t);
  }
  buf_fill(s->out, ' ', (size_t)s->margin);
  buf_str(s->out, glyph(GLYPH_CORNER_BL));
  for (int i = 0; i < s->in.c.w && !b.marks.failed; i++)
    glyph_repeat(
        s->out, buf_text(&b.marks)[i] == '|' ? GLYPH_AXIS_DOWN : GLYPH_LINE, 1);
  buf_fmt(s->out, "%s\n%s\n", glyph(GLYPH_CORNER_BR), buf_text(&b.text));
  s->out->failed |= b.names_failed;
  drop(s, &b.text);
  drop(s, &b.marks);
}

static void show_xlabel(Picture *s) {
  Buf label = BUF_EMPTY, shown = BUF_EMPTY;
  add_safe(&label, s->in.p->xlabel);
  add_cut(&shown, buf_text(&label), (size_t)s->in.c.w);
  int n = (int)utf8_width(buf_text(&shown));
  buf_fill(s->out, ' ', (size_t)(s->margin + 1 + (s->in.c.w - n) / 2));
  buf_fmt(s->out, "%s\n", buf_text(&shown));
  drop(s, &label);
  drop(s, &shown);
}

/* --- layout --- */

/* Which rows there are besides the canvas; returns the rows it gets. */
static int plan_rows(Picture *s) {
  bool title = s->head.len, tall = s->o.rows >= 10;
  size_t both = utf8_width(buf_text(&s->head)) + s->key.columns[0] + 5;
  bool apart = s->key.lines > 1 || both > (size_t)s->o.columns;
  s->legend_rows = !title || (apart && tall) ? s->key.lines : 0;
  while (s->legend_rows > 1 && s->o.rows - s->legend_rows < 10)
    s->legend_rows--;
  s->head_row = title;
  if (title && s->key.lines && !s->legend_rows && apart)
    buf_clear(&s->head); /* the legend is worth more */
  s->xlabel_row = s->in.p->xlabel && s->o.rows >= 8 && !s->in.p->bare;
  return s->o.rows - (s->in.p->bare ? 0 : 3) - s->legend_rows - s->head_row -
         s->xlabel_row;
}

/* The size of a frame in which both units are as long; a cell is twice as high
   as wide. The cells of an image get whole ones where they fit. */
static void make_equal(const Picture *s, int *w, int *h) {
  const Plot *p = s->in.p;
  double dx = fabs(s->in.box.x1 - s->in.box.x0);
  double dy = fabs(s->in.box.y1 - s->in.box.y0);
  const Field *f = p->field_count == 1 ? p->fields[0] : NULL;
  if (f && f->cells && (double)f->nx == dx && (double)f->ny == dy) {
    int size = (int)fmin(*h / dy, *w / (2 * dx));
    if (size > 0) {
      *w = size * 2 * (int)f->nx;
      *h = size * (int)f->ny;
      return;
    }
  }
  double wide = 2 * *h * dx / dy;
  if (wide > *w)
    *h = (int)fmax(2, *w * dy / (2 * dx));
  else
    *w = (int)fmax(4, wide);
}

static size_t widest_axis_text(const Picture *s) {
  const PlotTicks *given = &s->in.p->yticks;
  size_t widest = 1;
  for (size_t i = 0; i < tick_count(given, &s->yticks); i++) {
    Buf text = BUF_EMPTY;
    tick_text(given, &s->yticks, i, &text);
    size_t n = utf8_width(buf_text(&text));
    widest = n > widest ? n : widest;
    buf_free(&text);
  }
  for (size_t i = 0; i < s->in.p->guide_count; i++) {
    const char *name = buf_text(&s->in.guide_text[i]);
    size_t n = utf8_columns(name, textsheet_short_name(name));
    if (!s->in.p->guides[i].vertical && n > widest)
      widest = n;
  }
  return widest;
}

static int clamp(int v, int low, int high) {
  return v < low ? low : v > high ? high : v;
}

static bool plan(Picture *s) {
  const Plot *p = s->in.p;
  int columns = s->o.columns;
  for (const char *at = p->title; at; at = *at ? at + 1 : NULL) {
    size_t n = strcspn(at, "\n"); /* all on one line */
    buf_visible(&s->head, at, n, false);
    buf_str(&s->head, at[n] ? "  " : "");
    at += n;
    if (!*at)
      break;
  }
  if (!textkey_make(&s->key, &s->in, (size_t)columns - 2, s->o.colour))
    return false;
  int h = plan_rows(s), least = p->bare ? 0 : 12;
  ticks_make(&s->yticks, fmin(s->in.box.y0, s->in.box.y1),
             fmax(s->in.box.y0, s->in.box.y1),
             (size_t)clamp(h / 3 + 1, 2, TICKS_MAX), p->ylog);
  s->margin = p->bare ? 1 : clamp((int)widest_axis_text(s), 1, columns - least);
  s->margin += p->bare ? 0 : 2;
  int w = columns - s->margin - 3;
  if (p->equal)
    make_equal(s, &w, &h);
  bool fine = canvas_open(&s->in.c, w, h);
  s->in.c.looks = s->in.looks;
  return fine;
}

static void free_picture(Picture *s) {
  textsheet_close(&s->in);
  textkey_free(&s->key);
  buf_free(&s->head);
}

static void show_bare(Picture *s) {
  for (int row = 0; row < s->in.c.h; row++) {
    buf_fill(s->out, ' ', (size_t)s->margin);
    canvas_show_row(&s->in.c, row, s->o.colour, s->out);
    buf_char(s->out, '\n');
  }
}

static void show_picture(Picture *s) {
  textsheet_draw(&s->in);
  show_head(s);
  if (s->in.p->bare) {
    show_bare(s);
    return;
  }
  show_top(s);
  for (int row = 0; row < s->in.c.h; row++)
    show_row(s, row);
  show_bottom(s);
  if (s->xlabel_row)
    show_xlabel(s);
}

/* Bars that lie need no frame. */
static bool show_lying(Picture *s) {
  s->head_row = s->head.len || s->key.lines;
  s->legend_rows = 0;
  show_head(s);
  return textlying_draw(&s->in, s->o.columns, s->o.colour, s->out);
}

bool textplot_draw(const Plot *p, TextplotOptions o, Buf *out) {
  o.columns = clamp(o.columns, TEXTPLOT_MIN_COLUMNS, TEXTPLOT_MAX_COLUMNS);
  o.rows = clamp(o.rows, TEXTPLOT_MIN_ROWS, TEXTPLOT_MAX_ROWS);
  Picture s = {.o = o, .out = out};
  bool fine = textsheet_open(&s.in, p) && plan(&s);
  if (fine && textlying_may(p, o.rows))
    fine = show_lying(&s);
  else if (fine)
    show_picture(&s);
  fine = fine && !s.head.failed && !out->failed;
  free_picture(&s);
  return fine;
}
