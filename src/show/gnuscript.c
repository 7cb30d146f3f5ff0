/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/gnuscript.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>

/* Colours that also differ for the colour-blind (Okabe and Ito 2008); dashes,
   signs and fills differ in print. */
static const char *const colours[] = {"#0072B2", "#D55E00", "#009E73",
                                      "#7B3294", "#56B4E9", "#333333"};
static const char *const dashes[] = {"1", "'-'", "(2,3)", "'_.'", "'..-'", "2"};
static const int signs[] = {7, 2, 5, 8, 6, 9};
static const char *const fills[] = {"solid 0.75", "pattern 4", "solid 0.25",
                                    "pattern 5",  "pattern 2", "pattern 1"};
enum { LOOKS = 6, STRETCHES = GNUSCRIPT_THIN / 4 };

void gnuscript_quote(Buf *out, const char *text) {
  size_t n = strlen(text);
  buf_char(out, '\'');
  while (n) {
    uint32_t code;
    size_t len = utf8_decode(text, n, &code);
    if (!len)
      buf_char(out, '?');
    else if (code == '\'')
      buf_str(out, GNUSCRIPT_APOSTROPHE);
    else
      buf_visible(out, text, len, false);
    text += len ? len : 1;
    n -= len ? len : 1;
  }
  buf_char(out, '\'');
}

static void set_text(Buf *out, const char *what, const char *text,
                     const char *more) {
  if (!text)
    return;
  buf_fmt(out, "set %s ", what);
  gnuscript_quote(out, text);
  buf_fmt(out, " noenhanced%s\n", more);
}

static void set_guide(Buf *out, const Plot *p, size_t i) {
  const PlotGuide *g = &p->guides[i];
  if (!isfinite(g->at) || (g->at <= 0 && (g->vertical ? p->xlog : p->ylog)))
    return;
  buf_fmt(out, "set arrow %zu from ", i + 1);
  if (g->vertical)
    buf_fmt(out, "first %.12g, graph 0 to first %.12g, graph 1", g->at, g->at);
  else
    buf_fmt(out, "graph 0, first %.12g to graph 1, first %.12g", g->at, g->at);
  buf_str(out, " nohead back lw 1.2 dt '--' lc rgb '#666666'\n");
  if (!g->label)
    return;
  buf_fmt(out, "set label %zu ", i + 1);
  gnuscript_quote(out, g->label);
  if (g->vertical)
    buf_fmt(out, " at first %.12g, graph 0.96 left offset 0.6,0", g->at);
  else
    buf_fmt(out, " at graph 0.985, first %.12g right offset 0,0.55", g->at);
  buf_str(out, " noenhanced front tc rgb '#444444'\n");
}

static void set_names(Buf *out, const Plot *p) {
  size_t total = 0;
  for (size_t i = 0; i < p->name_count; i++)
    total += utf8_columns(p->names[i], strlen(p->names[i])) + 2;
  buf_fmt(out, "set xtics %snorangelimit (",
          total > 90 ? "rotate by -35 " : "");
  for (size_t i = 0; i < p->name_count; i++) {
    buf_str(out, i ? ", " : "");
    gnuscript_quote(out, p->names[i]);
    buf_fmt(out, " %zu", i);
  }
  buf_str(out, ")\nset grid noxtics\n");
}

void gnuscript_ranges(Buf *out, const Plot *p) {
  PlotBox b = plot_box(p);
  buf_fmt(out, "set xrange [%.12g:%.12g]\nset yrange [%.12g:%.12g]\n", b.x0,
          b.x1, b.y0, b.y1);
}

/* A title stands at the left, in the row of the key; a long one gets a row of
   its own. */
static void set_title(Buf *out, const Plot *p) {
  if (!p->title)
    return;
  size_t columns = utf8_columns(p->title, strlen(p->title));
  if (columns > (plot_has_legend(p) ? 45u : 80u)) {
    set_text(out, "title", p->title, "");
    return;
  }
  buf_str(out, "set tmargin 3.3\nset label 999 ");
  gnuscript_quote(out, p->title);
  buf_str(out, " at graph 0, graph 1 left offset 0,1.5 noenhanced "
               "font ',14'\n");
}

void gnuscript_settings(Buf *out, const Plot *p) {
  buf_str(out, "reset\n"
               "set rmargin 4\n"
               "set border 3 lw 0.8 lc rgb '#555555'\n"
               "set tics nomirror out scale 0.5 tc rgb '#333333'\n"
               "set grid back lt 1 lw 0.5 lc rgb '#dddddd'\n");
  buf_str(out, plot_has_legend(p)
                   ? "set key tmargin right horizontal Left reverse "
                     "noenhanced samplen 3\n"
                   : "unset key\n");
  set_title(out, p);
  set_text(out, "xlabel", p->xlabel, "");
  set_text(out, "ylabel", p->ylabel, "");
  if (p->xlog)
    buf_str(out, "set logscale x\nset format x '%g'\n");
  if (p->ylog)
    buf_str(out, "set logscale y\nset format y '%g'\n");
  if (p->name_count)
    set_names(out, p);
  for (size_t i = 0; i < p->guide_count; i++)
    set_guide(out, p, i);
}

/* --- data --- */

static void add_number(Buf *out, double v) {
  if (isfinite(v))
    buf_fmt(out, "%.9g", v);
  else
    buf_str(out, "NaN");
}

static void add_point(Buf *out, const Plot *p, const PlotSeries *s, size_t i) {
  bool fine = plot_drawable(p, s, i);
  add_number(out, isfinite(s->x[i]) ? s->x[i] : 0);
  buf_char(out, ' ');
  add_number(out, fine ? s->y[i] : NAN);
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

/* --- the plot command --- */

static void add_look(Buf *out, const PlotSeries *s, size_t i) {
  size_t k = i % LOOKS;
  const char *c = colours[k];
  switch (s->style) {
  case PLOT_LINE:
    buf_fmt(out, "lines lw 2.2 dt %s lc rgb '%s'", dashes[k], c);
    break;
  case PLOT_STEPS:
    buf_fmt(out, "steps lw 2.2 dt %s lc rgb '%s'", dashes[k], c);
    break;
  case PLOT_POINTS:
    buf_fmt(out, "points pt %d ps 0.8 lw 1.5 lc rgb '%s'", signs[k], c);
    break;
  case PLOT_LINE_POINTS:
    buf_fmt(out, "linespoints lw 2.2 dt %s pt %d ps 0.8 lc rgb '%s'", dashes[k],
            signs[k], c);
    break;
  case PLOT_BARS:
    buf_fmt(out, "boxes lc rgb '%s' fill %s border lc rgb '%s'", c, fills[k],
            c);
    break;
  }
}

static void add_series(Buf *out, const Plot *p, size_t i) {
  const PlotSeries *s = p->series[i];
  buf_fmt(out, "$D%zu using 1:2", i);
  if (s->style == PLOT_BARS)
    buf_fmt(out, ":(%.12g)", s->width);
  buf_str(out, " with ");
  add_look(out, s, i);
  if (!s->label || !p->legend) {
    buf_str(out, " notitle");
    return;
  }
  Buf text = BUF_EMPTY;
  plot_legend_text(p, s, &text);
  buf_str(out, " title ");
  gnuscript_quote(out, buf_text(&text));
  out->failed |= text.failed;
  buf_free(&text);
}

void gnuscript_plot(Buf *out, const Plot *p) {
  buf_str(out, "plot ");
  size_t shown = 0;
  for (size_t i = 0; i < p->count; i++) {
    if (!p->series[i]->n)
      continue;
    buf_str(out, shown++ ? ", " : "");
    add_series(out, p, i);
  }
  buf_str(out, shown ? "\n" : "NaN notitle\n");
}
