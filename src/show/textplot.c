/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/textplot.h"

#include "base/glyph.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "show/textbars.h"
#include "show/textsheet.h"
#include "show/ticks.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SAMPLE = 5 }; /* columns */

typedef struct Picture {
  TextSheet in; /* what the frame holds */
  TextplotOptions o;
  Buf *out;
  Ticks yticks;
  int margin; /* columns left of the frame */
  bool legend_row, head_row, xlabel_row;
  Buf head, legend;
  size_t legend_columns; /* without colours */
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

/* --- legend and title --- */

/* A sample as the series is drawn: a piece of its line, or its marker. */
static void add_sample(const PlotSeries *d, int owner, bool colour, Buf *out) {
  Canvas c;
  bool line = d->style != PLOT_POINTS && d->style != PLOT_BARS;
  if (!canvas_open(&c, line ? SAMPLE : 1, 1)) {
    out->failed = true;
    return;
  }
  CanvasPen pen = canvas_pen(owner);
  if (line)
    canvas_line(&c, &pen, 0, c.dh / 2, c.dw - 1, c.dh / 2);
  if (d->style == PLOT_POINTS || (d->style == PLOT_BARS && c.ascii))
    canvas_mark(&c, 0, 0, owner);
  if (d->style == PLOT_LINE_POINTS)
    canvas_mark(&c, c.dw / 2, 0, owner);
  for (int i = 0; d->style == PLOT_BARS && !c.ascii && i < 8; i++)
    if (owner == 1 || (i / 4 + i % 4) % 2)
      canvas_dot(&c, i / 4, i % 4, owner);
  canvas_show_row(&c, 0, colour, out);
  canvas_close(&c);
}

static void make_legend(Picture *s) {
  if (!plot_has_legend(s->in.p))
    return;
  for (size_t i = 0; i < s->in.p->count; i++) {
    const PlotSeries *d = s->in.p->series[i];
    if (!d->label)
      continue;
    Buf raw = BUF_EMPTY, text = BUF_EMPTY;
    plot_legend_text(s->in.p, d, &raw);
    add_safe(&text, buf_text(&raw));
    bool line = d->style != PLOT_POINTS && d->style != PLOT_BARS;
    size_t gap = s->legend.len ? 3 : 0;
    size_t need = gap + (line ? SAMPLE : 1) + 1 + utf8_width(buf_text(&text));
    if (s->legend_columns + need + 2 <= (size_t)s->o.columns) {
      buf_fill(&s->legend, ' ', gap);
      add_sample(d, textsheet_owner(i), s->o.colour, &s->legend);
      buf_fmt(&s->legend, " %s", buf_text(&text));
      s->legend_columns += need;
    }
    drop(s, &raw);
    drop(s, &text);
  }
}

/* Title and legend share a row where they fit. */
static void show_head(Picture *s) {
  size_t width = (size_t)s->o.columns - 2;
  if (s->head_row) {
    bool both = s->legend_columns && !s->legend_row;
    size_t rest = both ? s->legend_columns + 3 : 0;
    size_t before = s->out->len + 1;
    buf_char(s->out, ' ');
    add_cut(s->out, buf_text(&s->head), width > rest ? width - rest : 0);
    if (both && !s->out->failed) {
      size_t used = utf8_columns(s->out->text + before, s->out->len - before);
      buf_fill(s->out, ' ', width - used - s->legend_columns);
      buf_str(s->out, buf_text(&s->legend));
    }
    buf_char(s->out, '\n');
  }
  if (s->legend_row) {
    buf_fill(s->out, ' ', width - s->legend_columns + 1);
    buf_fmt(s->out, "%s\n", buf_text(&s->legend));
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

/* The text at the axis in this row: a guide's name, else a tick. */
static void axis_text(const Picture *s, int row, Buf *text) {
  for (size_t i = 0; i < s->yticks.n; i++)
    if (textsheet_row(&s->in, s->yticks.at[i]) == row) {
      buf_clear(text);
      buf_str(text, s->yticks.text[i]);
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

/* All or nothing, so that ticks keep equal distances. A first tick at the
   very edge is added where it is a round number too. */
static bool put_ticks(Below *b, const Ticks *t) {
  const Picture *s = b->s;
  char edge[TICKS_TEXT] = "";
  if (t->n > 1 && !s->in.p->xlog && s->in.box.x0 == nearbyint(s->in.box.x0) &&
      fabs(s->in.box.x0) < 1e6 && t->at[0] > s->in.box.x0) {
    const char *dot = strchr(t->text[0], '.');
    int decimals = dot ? (int)strlen(dot + 1) : 0;
    snprintf(edge, sizeof edge, "%.*f", decimals, s->in.box.x0);
    int reach = s->margin + 1 + (int)strlen(edge) / 2 + 3;
    int next = s->margin + 1 + textsheet_column(&s->in, t->at[0]);
    if (reach <= next - (int)strlen(t->text[0]) / 2)
      put_below(b, 0, edge);
  }
  for (size_t i = 0; i < t->n; i++) {
    int column = textsheet_column(&s->in, t->at[i]);
    if (column >= 0 && !put_below(b, column, t->text[i]))
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

static void put_names(Below *b) {
  const Picture *s = b->s;
  clear_below(b);
  for (size_t i = 0; i < s->in.p->name_count; i++) {
    Buf name = BUF_EMPTY;
    add_safe(&name, s->in.p->names[i]);
    int column = s->in.p->xlog && !i ? -1 : textsheet_column(&s->in, (double)i);
    if (column >= 0)
      put_below(b, column, buf_text(&name));
    b->names_failed |= name.failed;
    buf_free(&name);
  }
}

static void show_bottom(Picture *s) {
  Below b = {.width = s->o.columns, .s = s};
  if (s->in.p->name_count)
    put_names(&b);
  Ticks t;
  int most = s->in.c.w / 7 + 1;
  for (bool done = s->in.p->name_count; !done && most > 0; most--) {
    clear_below(&b);
    ticks_make(&t, s->in.box.x0, s->in.box.x1,
               (size_t)(most < TICKS_MAX ? most : TICKS_MAX), s->in.p->xlog);
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
  bool title = s->head.len, legend = s->legend.len;
  size_t both = utf8_width(buf_text(&s->head)) + s->legend_columns + 5;
  s->legend_row =
      legend && (!title || (both > (size_t)s->o.columns && s->o.rows >= 10));
  s->head_row = title;
  if (title && legend && !s->legend_row && both > (size_t)s->o.columns)
    buf_clear(&s->head); /* the legend is worth more */
  s->xlabel_row = s->in.p->xlabel && s->o.rows >= 8;
  return s->o.rows - 3 - s->legend_row - s->head_row - s->xlabel_row;
}

static size_t widest_axis_text(const Picture *s) {
  size_t widest = 1;
  for (size_t i = 0; i < s->yticks.n; i++)
    if (strlen(s->yticks.text[i]) > widest)
      widest = strlen(s->yticks.text[i]);
  for (size_t i = 0; i < s->in.p->guide_count; i++) {
    const char *name = buf_text(&s->in.guide_text[i]);
    size_t n = utf8_columns(name, textsheet_short_name(name));
    if (!s->in.p->guides[i].vertical && n > widest)
      widest = n;
  }
  return widest;
}

static bool plan(Picture *s) {
  s->in.box = plot_box(s->in.p);
  s->in.guide_text = mem_zeroed(s->in.p->guide_count, sizeof *s->in.guide_text);
  if (!s->in.guide_text)
    return false;
  for (size_t i = 0; i < s->in.p->guide_count; i++) {
    add_safe(&s->in.guide_text[i], s->in.p->guides[i].label);
    s->out->failed |= s->in.guide_text[i].failed;
  }
  add_safe(&s->head, s->in.p->title);
  make_legend(s);
  int h = plan_rows(s), most = h / 3 + 1;
  ticks_make(&s->yticks, s->in.box.y0, s->in.box.y1,
             (size_t)(most < 2           ? 2
                      : most < TICKS_MAX ? most
                                         : TICKS_MAX),
             s->in.p->ylog);
  size_t widest = widest_axis_text(s);
  if ((int)widest > s->o.columns - 12)
    widest = (size_t)s->o.columns - 12;
  s->margin = (int)widest + 2;
  return canvas_open(&s->in.c, s->o.columns - s->margin - 3, h);
}

static void free_picture(Picture *s) {
  for (size_t i = 0; s->in.guide_text && i < s->in.p->guide_count; i++)
    buf_free(&s->in.guide_text[i]);
  mem_free(s->in.guide_text);
  buf_free(&s->head);
  buf_free(&s->legend);
  canvas_close(&s->in.c);
}

static void show_picture(Picture *s) {
  textsheet_draw(&s->in);
  show_head(s);
  show_top(s);
  for (int row = 0; row < s->in.c.h; row++)
    show_row(s, row);
  show_bottom(s);
  if (s->xlabel_row)
    show_xlabel(s);
}

static int clamp(int v, int low, int high) {
  return v < low ? low : v > high ? high : v;
}

/* --- bars that lie --- */

/* True for bars with room to be laid down, each with its name and value: they
   stand at 0, 1, 2 ... and no limits or guides were asked for. */
static bool may_lie(const Plot *p, const TextplotOptions *o) {
  size_t lines = 0;
  for (size_t i = 0; i < p->count; i++) {
    const PlotSeries *d = p->series[i];
    lines += d->n;
    if (d->style != PLOT_BARS || d->n != p->series[0]->n)
      return false;
    for (size_t k = 0; k < d->n; k++)
      if (!p->name_count && d->x[k] != nearbyint(d->x[k]))
        return false;
    if (p->name_count && d->n != p->name_count)
      return false;
  }
  return lines && lines + 2 <= (size_t)o->rows && !p->guide_count &&
         !p->ylim.set && !p->xlim.set && !p->ylog && !p->xlog;
}

/* One table of all values, class by class, in the order of the plot. */
typedef struct Lying {
  char (*labels)[TICKS_TEXT];
  const char **shown;
  double full;
  size_t widest;
} Lying;

static bool name_bars(const Plot *p, Lying *l) {
  const PlotSeries *first = p->series[0];
  l->labels = mem_zeroed(first->n, sizeof *l->labels);
  l->shown = mem_zeroed(first->n, sizeof *l->shown);
  if (!l->labels || !l->shown)
    return false;
  for (size_t i = 0; i < first->n; i++) {
    snprintf(l->labels[i], TICKS_TEXT, "%.6g", first->x[i]);
    l->shown[i] = p->name_count ? p->names[i] : l->labels[i];
    size_t n = utf8_width(l->shown[i]);
    l->widest = n > l->widest ? n : l->widest;
  }
  return true;
}

static double common_full(const Plot *p) {
  double full = 0;
  bool unit = true;
  for (size_t i = 0; i < p->count; i++)
    for (size_t k = 0; k < p->series[i]->n; k++) {
      double v = p->series[i]->y[k];
      unit &= !(v < 0 || v > 1);
      if (isfinite(v))
        full = fmax(full, fabs(v));
    }
  return unit ? 1 : full;
}

static bool show_lying(Picture *s) {
  const Plot *p = s->in.p;
  Lying l = {.full = common_full(p)};
  bool fine = name_bars(p, &l);
  s->head_row = s->head.len || s->legend.len;
  s->legend_row = false;
  show_head(s);
  int width = s->o.columns - (int)l.widest - 16;
  for (size_t i = 0; fine && i < p->count; i++) {
    TextBars b = {.labels = l.shown,
                  .values = p->series[i]->y,
                  .n = p->series[i]->n,
                  .width = width < 4 ? 4 : width,
                  .full = l.full,
                  .light = i % 2,
                  .colour =
                      s->o.colour ? canvas_colour(textsheet_owner(i)) : NULL};
    fine = textbars_show(&b, s->out);
  }
  mem_free(l.labels);
  mem_free(l.shown);
  return fine;
}

bool textplot_draw(const Plot *p, TextplotOptions o, Buf *out) {
  o.columns = clamp(o.columns, TEXTPLOT_MIN_COLUMNS, TEXTPLOT_MAX_COLUMNS);
  o.rows = clamp(o.rows, TEXTPLOT_MIN_ROWS, TEXTPLOT_MAX_ROWS);
  Picture s = {.in.p = p, .o = o, .out = out};
  bool fine = plan(&s);
  if (fine && may_lie(p, &o))
    fine = show_lying(&s);
  else if (fine)
    show_picture(&s);
  fine = fine && !s.head.failed && !s.legend.failed && !out->failed;
  free_picture(&s);
  return fine;
}
