/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/textsheet.h"

#include "base/glyph.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

/* --- from values to dots --- */

static double part_of(double v, double from, double to, bool log) {
  if (log)
    return (log10(v) - log10(from)) / (log10(to) - log10(from));
  return (v - from) / (to - from);
}

static double to_x(const TextSheet *s, double x) {
  return part_of(x, s->box.x0, s->box.x1, s->p->xlog) * (s->c.dw - 1);
}

static double to_y(const TextSheet *s, double y) {
  return (1 - part_of(y, s->box.y0, s->box.y1, s->p->ylog)) * (s->c.dh - 1);
}

/* The cell of a place in dots, or -1 outside. */
static int cell_of(double dot, int dots, int cells) {
  return dot < -0.5 || dot >= dots - 0.5 ? -1
                                         : (int)lround(dot) / (dots / cells);
}

int textsheet_row(const TextSheet *s, double y) {
  return cell_of(to_y(s, y), s->c.dh, s->c.h);
}

int textsheet_column(const TextSheet *s, double x) {
  return cell_of(to_x(s, x), s->c.dw, s->c.w);
}

/* Dots far outside are all the same; this keeps them within an int. */
static int whole(double dot) {
  return (int)lround(fmax(-1e6, fmin(1e6, dot)));
}

/* --- series --- */

static void draw_line(TextSheet *s, const PlotSeries *d, int owner) {
  CanvasPen pen = canvas_pen(owner);
  double x = 0, y = 0;
  for (size_t i = 0, run = 0; i < d->n; i++) {
    if (!plot_drawable(s->p, d, i)) {
      run = 0;
      continue;
    }
    double u = to_x(s, d->x[i]), v = to_y(s, d->y[i]);
    bool alone = i + 1 == d->n || !plot_drawable(s->p, d, i + 1);
    if (!run && alone)
      canvas_mark(&s->c, whole(u), whole(v), owner);
    if (run && d->style == PLOT_STEPS)
      canvas_line(&s->c, &pen, x, y, u, y);
    if (run)
      canvas_line(&s->c, &pen, d->style == PLOT_STEPS ? u : x, y, u, v);
    run++;
    x = u;
    y = v;
  }
}

/* Points are signs, which tell series apart, or bare dots where one series
   has so many that signs would cover each other. */
static void draw_points(TextSheet *s, const PlotSeries *d, int owner) {
  bool dots = s->p->count == 1 && d->n > 100;
  for (size_t i = 0; i < d->n; i++) {
    if (!plot_drawable(s->p, d, i))
      continue;
    int x = whole(to_x(s, d->x[i])), y = whole(to_y(s, d->y[i]));
    if (dots)
      canvas_dot(&s->c, x, y, owner);
    else
      canvas_mark(&s->c, x, y, owner);
  }
}

/* One upright bar: every second dot of the later series' bars is left out,
   which tells them apart. */
static void draw_bar(TextSheet *s, int x0, int x1, int y0, int y1, int owner) {
  for (int x = x0 < 0 ? 0 : x0; x <= x1 && x < s->c.dw; x++)
    for (int y = y0 < 0 ? 0 : y0; y <= y1 && y < s->c.dh; y++)
      if (owner == 1 || s->c.ascii || (x + y) % 2)
        canvas_dot(&s->c, x, y, owner);
}

static void draw_bars(TextSheet *s, const PlotSeries *d, int owner) {
  double zero = s->p->ylog ? s->c.dh - 1 : to_y(s, 0);
  for (size_t i = 0; i < d->n; i++) {
    if (!plot_drawable(s->p, d, i))
      continue;
    int left = whole(to_x(s, d->x[i] - d->width / 2));
    int right = whole(to_x(s, d->x[i] + d->width / 2)) - 1;
    double top = to_y(s, d->y[i]);
    draw_bar(s, left, right < left ? left : right, whole(fmin(top, zero)),
             whole(fmax(top, zero)), owner);
  }
}

int textsheet_owner(size_t i) {
  return (int)(i % 200) + 1;
}

static void draw_series(TextSheet *s, size_t i) {
  const PlotSeries *d = s->p->series[i];
  if (d->style == PLOT_BARS)
    draw_bars(s, d, textsheet_owner(i));
  if (d->style == PLOT_LINE || d->style == PLOT_STEPS ||
      d->style == PLOT_LINE_POINTS)
    draw_line(s, d, textsheet_owner(i));
  if (d->style == PLOT_POINTS || d->style == PLOT_LINE_POINTS)
    draw_points(s, d, textsheet_owner(i));
}

/* --- guides --- */

/* The name at the axis: what stands before " = " in the label. */
enum { AXIS_NAME = 10 }; /* columns */

size_t textsheet_short_name(const char *label) {
  const char *eq = strstr(label, " = ");
  size_t n = eq ? (size_t)(eq - label) : strlen(label);
  return utf8_fit(label, n, AXIS_NAME);
}

/* The full label goes onto the line, at its right end, where the axis could
   not show all of it and no curve is in the way. */
static void label_level(TextSheet *s, int row, const char *text) {
  int n = (int)utf8_width(text), at = s->c.w - n - 4;
  if (textsheet_short_name(text) < strlen(text) && at > 0 &&
      canvas_empty(&s->c, at - 1, row, n + 2)) {
    canvas_text(&s->c, at, row, text, CANVAS_GUIDE);
    canvas_text(&s->c, at - 1, row, " ", CANVAS_GUIDE);
    canvas_text(&s->c, at + n, row, " ", CANVAS_GUIDE);
  }
}

static void draw_level(TextSheet *s, const PlotGuide *g, const char *text) {
  int row = s->p->ylog && g->at <= 0 ? -1 : textsheet_row(s, g->at);
  if (row < 0)
    return;
  label_level(s, row, text);
  for (int i = 0; i < s->c.w; i++)
    if (canvas_empty(&s->c, i, row, 1))
      canvas_text(&s->c, i, row, glyph(GLYPH_DASHED), CANVAS_GUIDE);
}

static void draw_upright(TextSheet *s, const PlotGuide *g, const char *text) {
  int column = s->p->xlog && g->at <= 0 ? -1 : textsheet_column(s, g->at);
  if (column < 0)
    return;
  int n = (int)utf8_width(text);
  int at = column + 2 + n <= s->c.w ? column + 2 : column - 1 - n;
  if (n && canvas_empty(&s->c, at, 0, n))
    canvas_text(&s->c, at, 0, text, CANVAS_GUIDE);
  int step = s->c.ascii ? 1 : 2, x = whole(to_x(s, g->at));
  for (int y = 0; y < s->c.dh; y += step)
    if (!s->c.ascii || canvas_empty(&s->c, column, y, 1))
      canvas_dot(&s->c, x, y, CANVAS_GUIDE);
}

static void draw_guides(TextSheet *s) {
  for (size_t i = 0; i < s->p->guide_count; i++) {
    const PlotGuide *g = &s->p->guides[i];
    if (!isfinite(g->at))
      continue;
    if (g->vertical)
      draw_upright(s, g, buf_text(&s->guide_text[i]));
    else
      draw_level(s, g, buf_text(&s->guide_text[i]));
  }
}

void textsheet_draw(TextSheet *s) {
  for (size_t i = 0; i < s->p->count; i++)
    draw_series(s, i);
  draw_guides(s);
}
