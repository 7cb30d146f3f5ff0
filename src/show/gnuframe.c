/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/gnuframe.h"

#include "base/utf8.h"
#include "show/field.h"
#include "show/gnulook.h"
#include "show/gnuscript.h"
#include "show/ticks.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void set_text(Buf *out, const char *what, const char *text,
                     const char *more) {
  if (!text)
    return;
  buf_fmt(out, "set %s ", what);
  gnuscript_quote_lines(out, text);
  buf_fmt(out, " noenhanced%s\n", more);
}

/* --- guides and texts --- */

static void add_guide_look(Buf *out, const PlotLook *k) {
  buf_fmt(out, " nohead back lw %.4g", k->thickness > 0 ? k->thickness : 1.2);
  if (k->dash == PLOT_DASH_AUTO)
    buf_str(out, " dt '--'");
  gnulook_dash(out, k->dash);
  gnulook_colour(out, " lc", k->coloured ? k->rgb : 0x666666, k->alpha);
  buf_char(out, '\n');
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
  add_guide_look(out, &g->look);
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

static void set_arrow(Buf *out, const PlotText *t) {
  buf_fmt(out,
          "set arrow from first %.12g, first %.12g to first %.12g, first "
          "%.12g head filled front lw 1.2",
          t->x, t->y, t->to_x, t->to_y);
  gnulook_colour(out, " lc", t->look.coloured ? t->look.rgb : 0x333333, 0);
  buf_char(out, '\n');
}

static bool placed(const Plot *p, const PlotText *t) {
  return isfinite(t->x) && isfinite(t->y) &&
         (t->framed || ((!p->xlog || t->x > 0) && (!p->ylog || t->y > 0)));
}

static void set_note(Buf *out, const Plot *p, const PlotText *t) {
  static const char *const across[] = {"right", "center", "left"};
  const char *in = t->framed ? "graph" : "first";
  if (!placed(p, t))
    return;
  if (t->arrow)
    set_arrow(out, t);
  buf_str(out, "set label ");
  gnuscript_quote_lines(out, t->text);
  buf_fmt(out, " at %s %.12g, %s %.12g %s offset 0,%.4g noenhanced front", in,
          t->x, in, t->y, across[t->across + 1], 0.5 * t->up);
  gnulook_colour(out, " tc", t->look.coloured ? t->look.rgb : 0x222222, 0);
  if (t->look.size > 0)
    buf_fmt(out, " font ',%.4g'", t->look.size);
  buf_char(out, '\n');
}

/* --- axes --- */

static void add_tick(Buf *out, const PlotTicks *t, size_t i) {
  char number[32];
  snprintf(number, sizeof number, "%.6g", t->at[i]);
  buf_str(out, i ? ", " : "");
  gnuscript_quote(out, t->text[i] ? t->text[i] : number);
  buf_fmt(out, " %.12g", t->at[i]);
}

static size_t columns_of(const PlotTicks *t) {
  size_t total = 0;
  for (size_t i = 0; i < t->n; i++)
    total += t->text[i] ? utf8_width(t->text[i]) + 2 : 3;
  return total;
}

/* Categories have no grid lines between them. */
static void set_ticks(Buf *out, const PlotTicks *t, char axis,
                      bool categories) {
  if (!t->set)
    return;
  if (!t->n) {
    buf_fmt(out, "unset %ctics\n", axis);
    return;
  }
  bool tilt = axis == 'x' && (t->tilted || columns_of(t) > 90);
  buf_fmt(out, "set %ctics %snorangelimit (", axis,
          tilt ? "rotate by -35 " : "");
  for (size_t i = 0; i < t->n; i++)
    add_tick(out, t, i);
  buf_str(out, ")\n");
  if (categories)
    buf_fmt(out, "set grid no%ctics\n", axis);
}

/* gnuplot names powers of ten only: less than two of them need others. */
static void set_log(Buf *out, char axis, double from, double to) {
  buf_fmt(out, "set logscale %c\nset format %c '%%g'\n", axis, axis);
  if (log10(to) - log10(from) >= 2)
    return;
  Ticks t;
  ticks_make(&t, from, to, 6, true);
  buf_fmt(out, "set %ctics (", axis);
  for (size_t i = 0; i < t.n; i++)
    buf_fmt(out, "%s'%s' %.12g", i ? ", " : "", t.text[i], t.at[i]);
  buf_str(out, ")\n");
}

static void set_axes(Buf *out, const Plot *p) {
  set_text(out, "xlabel", p->bare ? NULL : p->xlabel, "");
  set_text(out, "ylabel", p->bare ? NULL : p->ylabel, "");
  PlotBox b = plot_box(p);
  if (p->xlog)
    set_log(out, 'x', b.x0, b.x1);
  if (p->ylog)
    set_log(out, 'y', b.y0, b.y1);
  set_ticks(out, &p->xticks, 'x', !p->boxed);
  set_ticks(out, &p->yticks, 'y', !p->boxed);
  if (p->equal)
    buf_str(out, "set size ratio -1\n");
  if (p->bare)
    buf_str(out, "unset border\nunset tics\nunset grid\n");
}

static void add_range(Buf *out, char axis, double from, double to, bool flip) {
  buf_fmt(out, "set %crange [%.12g:%.12g]\n", axis, flip ? to : from,
          flip ? from : to);
}

void gnuframe_ranges(Buf *out, const Plot *p) {
  PlotBox b = plot_box(p);
  add_range(out, 'x', b.x0, b.x1, p->xflip);
  add_range(out, 'y', b.y0, b.y1, p->yflip);
}

/* --- title and key --- */

/* A title stands at the left, in the row of the key; a long one gets a row of
   its own. */
static void set_title(Buf *out, const Plot *p) {
  if (!p->title)
    return;
  size_t columns = utf8_columns(p->title, strlen(p->title));
  if (p->boxed || columns > (plot_has_legend(p) ? 45u : 80u)) {
    set_text(out, "title", p->title, "");
    return;
  }
  buf_str(out, "set tmargin 3.3\nset label 999 ");
  gnuscript_quote(out, p->title);
  buf_str(out, " at graph 0, graph 1 left offset 0,1.5 noenhanced "
               "font ',14'\n");
}

/* The columns and lines of the legend, to find a corner for it. */
static PlotKey corner_for(const Plot *p) {
  size_t columns = 0;
  int lines = 0;
  for (size_t i = 0; i < p->count; i++) {
    const char *label = p->series[i]->label;
    size_t n = label ? utf8_width(label) : 0;
    columns = n > columns ? n : columns;
    lines += label != NULL;
  }
  return plot_corner(p, (int)(columns > 60 ? 60 : columns) + 10, 2 * lines + 2);
}

static void set_key(Buf *out, const Plot *p) {
  static const char *const places[] = {
      [PLOT_KEY_ABOVE] = "tmargin right horizontal",
      [PLOT_KEY_UPPER_LEFT] = "inside top left",
      [PLOT_KEY_UPPER_RIGHT] = "inside top right",
      [PLOT_KEY_LOWER_LEFT] = "inside bottom left",
      [PLOT_KEY_LOWER_RIGHT] = "inside bottom right",
      [PLOT_KEY_BESIDE] = "outside top right"};
  if (!plot_has_legend(p)) {
    buf_str(out, "unset key\n");
    return;
  }
  PlotKey key = p->key ? corner_for(p) : p->key;
  if (key == PLOT_KEY_BESIDE)
    buf_str(out, "set rmargin -1\n");
  buf_fmt(out, "set key %s Left reverse noenhanced samplen %s\n", places[key],
          key ? "2 opaque box lw 0.5 lc rgb '#bbbbbb' width 1 height 0.4"
              : "3");
}

/* --- the bar of colours --- */

enum { PIECES = 64, SCALE_TICKS = 8 };
static const double LEFT = 1.035, RIGHT = 1.075;

static void add_piece(Buf *out, double from, double to, uint32_t rgb) {
  buf_fmt(out,
          "set object rect from graph %.4f, graph %.5f to graph %.4f, graph "
          "%.5f fc rgb '#%06X' fs solid noborder noclip\n",
          LEFT, from, RIGHT, to, rgb);
}

/* Many bands are thinned; each piece reaches a little below the next one, so
   that no paper shines through. */
static void add_pieces(Buf *out, const Field *f) {
  double low = f->bounds[0], span = f->bounds[f->bands] - low;
  size_t step = f->bands > PIECES ? f->bands / PIECES : 1;
  for (size_t i = 0; i < f->bands; i += step) {
    size_t end = i + step < f->bands ? i + step : f->bands;
    double to = (f->bounds[end] - low) / span;
    add_piece(
        out, (f->bounds[i] - low) / span, fmin(1, to + 0.004),
        field_on_white(
            f->colours[(i + end) / 2 < f->bands ? (i + end) / 2 : f->bands - 1],
            f->alpha));
  }
}

static void add_scale_tick(Buf *out, const Field *f, double v,
                           const char *text) {
  double low = f->bounds[0], at = (v - low) / (f->bounds[f->bands] - low);
  buf_fmt(out, "set label '%s' at graph %.4f, graph %.5f left front\n", text,
          RIGHT + 0.015, at);
}

static void add_scale_ticks(Buf *out, const Field *f) {
  Ticks t;
  char text[TICKS_TEXT];
  bool bands = f->bands <= SCALE_TICKS + 4;
  if (!bands)
    ticks_make(&t, f->bounds[0], f->bounds[f->bands], SCALE_TICKS, false);
  for (size_t i = 0; i < (bands ? f->bands + 1 : t.n); i++) {
    snprintf(text, sizeof text, "%.6g", bands ? f->bounds[i] : 0);
    add_scale_tick(out, f, bands ? f->bounds[i] : t.at[i],
                   bands ? text : t.text[i]);
  }
}

static void set_scale(Buf *out, const Plot *p) {
  const Field *f = p->scale;
  if (!f || !f->bands)
    return;
  buf_fmt(out, "set rmargin %d\n", p->scale_label ? 14 : 11);
  add_pieces(out, f);
  buf_fmt(out,
          "set object rect from graph %.4f, graph 0 to graph %.4f, graph 1 fs "
          "empty border lc rgb '#555555' lw 0.8 noclip front\n",
          LEFT, RIGHT);
  add_scale_ticks(out, f);
  if (!p->scale_label)
    return;
  buf_str(out, "set label ");
  gnuscript_quote_lines(out, p->scale_label);
  buf_fmt(out,
          " at graph %.4f, graph 0.5 center rotate by 90 offset 5.5,0 "
          "noenhanced\n",
          RIGHT);
}

/* --- all of it --- */

void gnuframe_settings(Buf *out, const Plot *p) {
  buf_fmt(out,
          "reset\n"
          "set rmargin 4\n"
          "set border %d lw 0.8 lc rgb '#555555'\n"
          "set tics nomirror out scale 0.5 tc rgb '#333333'\n",
          p->boxed ? 15 : 3);
  if (p->grid)
    buf_str(out, "set grid back lt 1 lw 0.5 lc rgb '#dddddd'\n");
  set_key(out, p);
  set_title(out, p);
  set_axes(out, p);
  for (size_t i = 0; i < p->guide_count; i++)
    set_guide(out, p, i);
  for (size_t i = 0; i < p->text_count; i++)
    set_note(out, p, &p->texts[i]);
  set_scale(out, p);
}

static void add_panel(Buf *out, const FigurePanel *panel, double top) {
  const Plot *p = panel->plot;
  gnuframe_settings(out, p);
  buf_fmt(out, "set origin %.6g,%.6g\nset size %.6g,%.6g\n", panel->left,
          (1 - panel->top - panel->height) * top, panel->width,
          panel->height * top);
  gnuframe_ranges(out, p);
  for (size_t i = 0; i < p->field_count; i++)
    gnuscript_field(out, p, i);
  for (size_t i = 0; i < p->count; i++)
    gnuscript_data(out, p, i);
  gnuscript_plot(out, p);
}

void gnuframe_figure(Buf *out, const Figure *f) {
  double top = f->title ? 0.94 : 1;
  bool several = f->n > 1 || f->title;
  if (several)
    buf_str(out, "reset\nset multiplot");
  if (f->title) {
    buf_str(out, " title ");
    gnuscript_quote_lines(out, f->title);
    buf_str(out, " noenhanced");
  }
  buf_str(out, several ? "\n" : "");
  for (size_t i = 0; i < f->n; i++)
    add_panel(out, &f->panels[i], top);
  if (!f->n)
    buf_str(out, "reset\nunset border\nunset tics\nset yrange [0:1]\n"
                 "plot NaN notitle\n");
  if (several)
    buf_str(out, "unset multiplot\n");
}
