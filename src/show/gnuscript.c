/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/gnuscript.h"

#include "base/utf8.h"
#include "show/field.h"
#include "show/gnulook.h"

#include <math.h>
#include <string.h>

enum { STRETCHES = GNUSCRIPT_THIN / 4, FINE = 400 };

static void quote(Buf *out, const char *text, bool lines) {
  size_t n = strlen(text);
  buf_char(out, '\'');
  while (n) {
    uint32_t code;
    size_t len = utf8_decode(text, n, &code);
    if (!len)
      buf_char(out, '?');
    else if (code == '\'')
      buf_str(out, GNUSCRIPT_APOSTROPHE);
    else if (code == '\n' && lines)
      buf_str(out, "'.\"\\n\".'");
    else
      buf_visible(out, text, len, false);
    text += len ? len : 1;
    n -= len ? len : 1;
  }
  buf_char(out, '\'');
}

void gnuscript_quote(Buf *out, const char *text) {
  quote(out, text, false);
}

void gnuscript_quote_lines(Buf *out, const char *text) {
  quote(out, text, true);
}

/* --- data --- */

static void add_number(Buf *out, double v) {
  if (isfinite(v))
    buf_fmt(out, "%.9g", v);
  else
    buf_str(out, "NaN");
}

/* Columns: x y; of boxes also low x, high x, low y, high y; of areas the other
   y; at the end size and colour where each point has its own. */
static void add_point(Buf *out, const Plot *p, const PlotSeries *s, size_t i) {
  bool fine = plot_drawable(p, s, i);
  add_number(out, isfinite(s->x[i]) ? s->x[i] : 0);
  buf_char(out, ' ');
  add_number(out, fine ? s->y[i] : NAN);
  if (s->style == PLOT_BOXES)
    buf_fmt(out, " %.9g %.9g %.9g %.9g", fmin(s->x[i], s->u[i]),
            fmax(s->x[i], s->u[i]), fmin(s->y[i], s->v[i]),
            fmax(s->y[i], s->v[i]));
  if (s->style == PLOT_AREA) {
    buf_char(out, ' ');
    add_number(out, s->v[i]);
  }
  if (s->dots)
    gnulook_dot(out, s, i);
}

/* First, lowest, highest and last of the points from..to-1, in order; a gap
   stays one if it is among them or alone. */
static void add_stretch(Buf *out, const Plot *p, const PlotSeries *s,
                        size_t from, size_t to) {
  size_t low = from, high = from, bad = to;
  for (size_t i = from; i < to; i++) {
    if (!plot_drawable(p, s, i)) {
      bad = i;
      continue;
    }
    if (!(s->y[i] >= s->y[low]))
      low = i;
    if (!(s->y[i] <= s->y[high]))
      high = i;
  }
  for (size_t i = from; i < to; i++)
    if (i == from || i == low || i == high || i == bad || i == to - 1) {
      add_point(out, p, s, i);
      buf_char(out, '\n');
    }
}

static bool thinned(const PlotSeries *s) {
  return s->n > GNUSCRIPT_THIN &&
         (s->style == PLOT_LINE || s->style == PLOT_STEPS);
}

void gnuscript_data(Buf *out, const Plot *p, size_t i) {
  const PlotSeries *s = p->series[i];
  size_t step = thinned(s) ? (s->n + STRETCHES - 1) / STRETCHES : 1;
  buf_fmt(out, "$D%zu << EOD\n", i);
  for (size_t k = 0; k < s->n; k += step)
    add_stretch(out, p, s, k, k + step < s->n ? k + step : s->n);
  buf_str(out, "EOD\n");
}

void gnuscript_append(Buf *out, const Plot *p, size_t i, size_t from) {
  const PlotSeries *s = p->series[i];
  if (from >= s->n)
    return;
  buf_fmt(out, "set print $D%zu append\n", i);
  for (size_t k = from; k < s->n; k++) {
    buf_str(out, "print '");
    add_point(out, p, s, k);
    buf_str(out, "'\n");
  }
  buf_str(out, "set print\n");
}

/* --- fields --- */

/* A value of the fine grid that a field is drawn on. */
static void add_pixel(Buf *out, const Field *f, double s, double t) {
  double x0 = field_left(f), y0 = field_low(f);
  buf_fmt(out, "%lu ",
          (unsigned long)field_colour(f, x0 + s * (field_right(f) - x0),
                                      y0 + t * (field_high(f) - y0)));
}

/* Cells of one size need no finer grid. */
static bool even(const double *at, size_t n) {
  double step = (at[n] - at[0]) / (double)n;
  for (size_t i = 0; i < n; i++)
    if (fabs(at[i + 1] - at[i] - step) > 1e-6 * fabs(step))
      return false;
  return true;
}

static size_t pixels(const Field *f, const double *at, size_t n) {
  return f->cells && n <= 2 * FINE && even(at, n) ? n : FINE;
}

void gnuscript_field(Buf *out, const Plot *p, size_t i) {
  const Field *f = p->fields[i];
  size_t w = pixels(f, f->x, f->nx), h = pixels(f, f->y, f->ny);
  if (!f->filled)
    return;
  buf_fmt(out, "$F%zu << EOD\n", i);
  for (size_t k = 0; k < h; k++) {
    for (size_t m = 0; m < w; m++)
      add_pixel(out, f, ((double)m + 0.5) / (double)w,
                ((double)k + 0.5) / (double)h);
    buf_char(out, '\n');
  }
  buf_str(out, "EOD\n");
}

static void add_field(Buf *out, const Plot *p, size_t i) {
  const Field *f = p->fields[i];
  size_t w = pixels(f, f->x, f->nx), h = pixels(f, f->y, f->ny);
  double dx = (field_right(f) - field_left(f)) / (double)w;
  double dy = (field_high(f) - field_low(f)) / (double)h;
  buf_fmt(out,
          "$F%zu matrix using (%.12g+$1*%.12g):(%.12g+$2*%.12g):"
          "(int($3)/65536):(int($3)/256%%256):(int($3)%%256) "
          "with rgbimage notitle",
          i, field_left(f) + dx / 2, dx, field_low(f) + dy / 2, dy);
}

/* --- the plot command --- */

static void add_title(Buf *out, const Plot *p, const PlotSeries *s) {
  Buf text = BUF_EMPTY;
  plot_legend_text(p, s, &text);
  buf_str(out, " title ");
  gnuscript_quote(out, buf_text(&text));
  out->failed |= text.failed;
  buf_free(&text);
}

/* The legend shows a plain sample where points differ, or where there are
   none. */
static void add_sample(Buf *out, const Plot *p, size_t i) {
  PlotSeries plain = *p->series[i];
  if (plain.dots && plain.n) {
    plain.look.coloured = true;
    plain.look.rgb = plain.dots[0].rgb;
  }
  plain.dots = NULL;
  if (plain.style == PLOT_BOXES || plain.style == PLOT_AREA) {
    plain.style = PLOT_BARS;
    plain.width = 0;
  }
  buf_str(out, "NaN with ");
  gnulook_add(out, &plain, i);
  add_title(out, p, &plain);
}

static void add_series(Buf *out, const Plot *p, size_t i) {
  const PlotSeries *s = p->series[i];
  bool named = s->label && p->legend, apart = s->dots != NULL;
  buf_fmt(out, "$D%zu using %s", i, gnulook_columns(s));
  if (s->style == PLOT_BARS)
    buf_fmt(out, ":(%.12g)", s->width);
  buf_str(out, " with ");
  gnulook_add(out, s, i);
  if (named && !apart)
    add_title(out, p, s);
  else
    buf_str(out, " notitle");
  if (gnulook_has_edge(s)) {
    buf_fmt(out, ", $D%zu using %s with ", i, gnulook_edge_columns(s));
    gnulook_edge(out, s, i);
    buf_str(out, " notitle");
  }
  if (named && apart) {
    buf_str(out, ", ");
    add_sample(out, p, i);
  }
}

void gnuscript_plot(Buf *out, const Plot *p) {
  buf_str(out, "plot ");
  size_t shown = 0;
  for (size_t i = 0; i < p->field_count; i++)
    if (p->fields[i]->filled) {
      buf_str(out, shown++ ? ", " : "");
      add_field(out, p, i);
    }
  for (size_t i = 0; i < p->count; i++) {
    bool sample = p->boxed && p->legend && p->series[i]->label;
    if (!p->series[i]->n && !sample)
      continue;
    buf_str(out, shown++ ? ", " : "");
    if (p->series[i]->n)
      add_series(out, p, i);
    else
      add_sample(out, p, i);
  }
  buf_str(out, shown ? "\n" : "NaN notitle\n");
}
