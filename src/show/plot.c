/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/plot.h"

#include "base/err.h"
#include "base/mem.h"

#include <math.h>
#include <string.h>

static const double HUGE_ENOUGH = 1e300; /* so that differences are finite */

Plot *plot_new(void) {
  Plot *p = mem_zeroed(1, sizeof *p);
  if (p)
    p->legend = true;
  return p;
}

static void free_series(PlotSeries *s) {
  if (!s)
    return;
  mem_free(s->label);
  mem_free(s->x);
  mem_free(s->y);
  mem_free(s);
}

void plot_free(Plot *p) {
  if (!p)
    return;
  for (size_t i = 0; i < p->count; i++)
    free_series(p->series[i]);
  for (size_t i = 0; i < p->guide_count; i++)
    mem_free(p->guides[i].label);
  for (size_t i = 0; i < p->name_count; i++)
    mem_free(p->names[i]);
  mem_free(p->series);
  mem_free(p->guides);
  mem_free(p->names);
  mem_free(p->title);
  mem_free(p->xlabel);
  mem_free(p->ylabel);
  mem_free(p);
}

/* *at becomes a copy of text, or NULL for none. */
static bool copy_text(char **at, const char *text) {
  char *copy = NULL;
  if (text && *text && !(copy = mem_copy_text(text, strlen(text))))
    return false;
  mem_free(*at);
  *at = copy;
  return true;
}

bool plot_title(Plot *p, const char *text) {
  return copy_text(&p->title, text);
}

bool plot_xlabel(Plot *p, const char *text) {
  return copy_text(&p->xlabel, text);
}

bool plot_ylabel(Plot *p, const char *text) {
  return copy_text(&p->ylabel, text);
}

static bool set_limits(PlotLimits *l, double from, double to) {
  if (!isfinite(from) || !isfinite(to) || from == to)
    return err_set(ERR_ValueError,
                   "the limits of an axis must be two finite numbers that "
                   "differ, not %g and %g",
                   from, to);
  *l = (PlotLimits){true, fmin(from, to), fmax(from, to)};
  return true;
}

bool plot_xlim(Plot *p, double from, double to) {
  return set_limits(&p->xlim, from, to);
}

bool plot_ylim(Plot *p, double from, double to) {
  return set_limits(&p->ylim, from, to);
}

PlotSeries *plot_add_series(Plot *p, PlotStyle style, const char *label) {
  if (!mem_grow((void **)&p->series, &p->cap, p->count + 1, sizeof *p->series))
    return NULL;
  PlotSeries *s = mem_zeroed(1, sizeof *s);
  if (!s)
    return NULL;
  s->style = style;
  s->width = 0.8;
  if (!copy_text(&s->label, label)) {
    free_series(s);
    return NULL;
  }
  return p->series[p->count++] = s;
}

static bool room(PlotSeries *s, size_t n) {
  return mem_grow((void **)&s->x, &s->x_cap, s->n + n, sizeof *s->x) &&
         mem_grow((void **)&s->y, &s->y_cap, s->n + n, sizeof *s->y);
}

bool plot_add_point(PlotSeries *s, double x, double y) {
  if (!room(s, 1))
    return false;
  s->x[s->n] = x;
  s->y[s->n++] = y;
  return true;
}

bool plot_add_points(PlotSeries *s, const double *x, const double *y,
                     size_t n) {
  if (!room(s, n))
    return false;
  for (size_t i = 0; i < n; i++, s->n++) {
    s->x[s->n] = x ? x[i] : (double)s->n;
    s->y[s->n] = y[i];
  }
  return true;
}

bool plot_add_guide(Plot *p, bool vertical, double at, const char *label) {
  PlotGuide g = {.vertical = vertical, .at = at};
  if (!mem_grow((void **)&p->guides, &p->guide_cap, p->guide_count + 1,
                sizeof g) ||
      !copy_text(&g.label, label))
    return false;
  p->guides[p->guide_count++] = g;
  return true;
}

bool plot_add_name(Plot *p, const char *name) {
  if (!mem_grow((void **)&p->names, &p->name_cap, p->name_count + 1,
                sizeof *p->names))
    return false;
  char *copy = mem_copy_text(name, strlen(name));
  if (!copy)
    return false;
  p->names[p->name_count++] = copy;
  return true;
}

static bool fits(double v, bool log) {
  return isfinite(v) && (!log || v > 0);
}

bool plot_drawable(const Plot *p, const PlotSeries *s, size_t i) {
  return fits(s->x[i], p->xlog) && fits(s->y[i], p->ylog);
}

/* --- limits --- */

typedef struct Range {
  double from, to; /* from > to: nothing yet */
} Range;

static void widen(Range *r, double v) {
  if (v < r->from)
    r->from = v;
  if (v > r->to)
    r->to = v;
}

static void widen_by_series(const Plot *p, const PlotSeries *s, Range *x,
                            Range *y) {
  double half = s->style == PLOT_BARS ? s->width / 2 : 0;
  for (size_t i = 0; i < s->n; i++) {
    if (!plot_drawable(p, s, i))
      continue;
    widen(x, s->x[i]);
    widen(y, s->y[i]);
    if (half > 0 && !p->xlog) {
      widen(x, s->x[i] - half);
      widen(x, s->x[i] + half);
    }
    if (half > 0 && !p->ylog)
      widen(y, 0);
  }
}

static bool has_style(const Plot *p, bool (*is)(PlotStyle)) {
  for (size_t i = 0; i < p->count; i++)
    if (is(p->series[i]->style))
      return true;
  return false;
}

static bool wants_air(PlotStyle s) {
  return s != PLOT_LINE && s != PLOT_STEPS;
}

static bool is_bars(PlotStyle s) {
  return s == PLOT_BARS;
}

/* Adds `air` of the width at both ends, but not across a zero that the data
   only touch with bars; a single value gets a width of its own. */
static Range air(Range r, double part, bool log, bool keep_zero) {
  if (r.from > r.to)
    return log ? (Range){0.1, 10} : (Range){0, 1};
  r.from = fmax(r.from, -HUGE_ENOUGH);
  r.to = fmin(r.to, HUGE_ENOUGH);
  if (log) {
    double f = r.from == r.to ? 10 : pow(r.to / r.from, part);
    return (Range){fmax(r.from / f, 1e-307), r.to * f};
  }
  double d = (r.to - r.from) * part;
  if (r.from + (r.to - r.from) / 4 == r.from)
    d = r.from ? fabs(r.from) / 2 : 0.5;
  if (!(keep_zero && r.from == 0))
    r.from -= d;
  if (!(keep_zero && r.to == 0))
    r.to += d;
  return r;
}

static Range given(PlotLimits l, bool log, Range found) {
  if (!l.set || (log && l.to <= 0))
    return found;
  if (log && l.from <= 0)
    l.from = fmin(found.from, l.to / 10);
  return (Range){fmax(l.from, -HUGE_ENOUGH), fmin(l.to, HUGE_ENOUGH)};
}

PlotBox plot_box(const Plot *p) {
  Range x = {INFINITY, -INFINITY}, y = x;
  for (size_t i = 0; i < p->count; i++)
    widen_by_series(p, p->series[i], &x, &y);
  for (size_t i = 0; i < p->guide_count; i++) {
    const PlotGuide *g = &p->guides[i];
    if (fits(g->at, g->vertical ? p->xlog : p->ylog))
      widen(g->vertical ? &x : &y, g->at);
  }
  x = air(x, has_style(p, wants_air) ? 0.03 : 0, p->xlog, false);
  y = air(y, 0.05, p->ylog, has_style(p, is_bars));
  x = given(p->xlim, p->xlog, x);
  y = given(p->ylim, p->ylog, y);
  return (PlotBox){x.from, x.to, y.from, y.to};
}

/* --- legend --- */

bool plot_has_legend(const Plot *p) {
  for (size_t i = 0; p->legend && i < p->count; i++)
    if (p->series[i]->label)
      return true;
  return false;
}

void plot_legend_text(const Plot *p, const PlotSeries *s, Buf *out) {
  if (s->label)
    buf_str(out, s->label);
  if (p->latest && s->n && s->style != PLOT_BARS)
    buf_fmt(out, " %.4f", s->y[s->n - 1]);
}
