/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/plot.h"

#include "base/err.h"
#include "base/mem.h"
#include "show/field.h"

#include <math.h>
#include <string.h>

static const double HUGE_ENOUGH = 1e300; /* so that differences are finite */

Plot *plot_new(void) {
  Plot *p = mem_zeroed(1, sizeof *p);
  if (p)
    p->legend = p->grid = true;
  return p;
}

static void free_series(PlotSeries *s) {
  if (!s)
    return;
  mem_free(s->label);
  mem_free(s->x);
  mem_free(s->y);
  mem_free(s->u);
  mem_free(s->v);
  mem_free(s->dots);
  mem_free(s);
}

static void free_ticks(PlotTicks *t) {
  for (size_t i = 0; i < t->n; i++)
    mem_free(t->text[i]);
  mem_free(t->text);
  mem_free(t->at);
}

void plot_free(Plot *p) {
  if (!p)
    return;
  for (size_t i = 0; i < p->count; i++)
    free_series(p->series[i]);
  for (size_t i = 0; i < p->guide_count; i++)
    mem_free(p->guides[i].label);
  for (size_t i = 0; i < p->text_count; i++)
    mem_free(p->texts[i].text);
  for (size_t i = 0; i < p->field_count; i++)
    field_free(p->fields[i]);
  free_ticks(&p->xticks);
  free_ticks(&p->yticks);
  mem_free(p->series);
  mem_free(p->guides);
  mem_free(p->texts);
  mem_free(p->fields);
  mem_free(p->scale_label);
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
  s->groups = 1;
  s->like = -1;
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

bool plot_add_corner(PlotSeries *s, double u, double v) {
  if (!mem_grow((void **)&s->u, &s->u_cap, s->n, sizeof *s->u) ||
      !mem_grow((void **)&s->v, &s->v_cap, s->n, sizeof *s->v))
    return false;
  s->u[s->n - 1] = u;
  s->v[s->n - 1] = v;
  return true;
}

bool plot_add_dot(PlotSeries *s, size_t i, PlotDot dot) {
  if (!mem_grow((void **)&s->dots, &s->dot_cap, s->n, sizeof dot))
    return false;
  s->dots[i] = dot;
  if (dot.group >= s->groups)
    s->groups = dot.group + 1;
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

PlotText *plot_add_text(Plot *p, double x, double y, const char *text) {
  PlotText t = {.x = x, .y = y};
  if (!mem_grow((void **)&p->texts, &p->text_cap, p->text_count + 1,
                sizeof t) ||
      !(t.text = mem_copy_text(text, strlen(text))))
    return NULL;
  p->texts[p->text_count] = t;
  return &p->texts[p->text_count++];
}

bool plot_add_tick(PlotTicks *t, double at, const char *text) {
  char *copy = NULL;
  if (!mem_grow((void **)&t->at, &t->at_cap, t->n + 1, sizeof *t->at) ||
      !mem_grow((void **)&t->text, &t->text_cap, t->n + 1, sizeof copy) ||
      (text && !(copy = mem_copy_text(text, strlen(text)))))
    return false;
  t->set = true;
  t->at[t->n] = at;
  t->text[t->n++] = copy;
  return true;
}

bool plot_add_name(Plot *p, const char *name) {
  return plot_add_tick(&p->xticks, (double)p->xticks.n, name);
}

bool plot_add_field(Plot *p, struct Field *f) {
  if (!f || !mem_grow((void **)&p->fields, &p->field_cap, p->field_count + 1,
                      sizeof(Field *)))
    return field_free(f), false;
  p->fields[p->field_count++] = f;
  return true;
}

bool plot_scale_label(Plot *p, const char *text) {
  return copy_text(&p->scale_label, text);
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
    if (s->v && s->style == PLOT_BOXES && fits(s->u[i], p->xlog))
      widen(x, s->u[i]);
    if (s->v && fits(s->v[i], p->ylog))
      widen(y, s->v[i]);
  }
}

static void widen_by_field(const Field *f, Range *x, Range *y) {
  widen(x, field_left(f));
  widen(x, field_right(f));
  widen(y, field_low(f));
  widen(y, field_high(f));
}

static bool has_style(const Plot *p, bool (*is)(PlotStyle)) {
  for (size_t i = 0; i < p->count; i++)
    if (is(p->series[i]->style))
      return true;
  return false;
}

static bool wants_air(PlotStyle s) {
  return s != PLOT_LINE && s != PLOT_STEPS && s != PLOT_AREA;
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
    return (Range){fmax(r.from / f, 1e-307), fmin(r.to * f, HUGE_ENOUGH)};
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
  bool tight = p->field_count;
  for (size_t i = 0; i < p->field_count; i++)
    widen_by_field(p->fields[i], &x, &y);
  x = air(x, has_style(p, wants_air) && !tight ? 0.03 : 0, p->xlog, false);
  y = air(y, tight ? 0 : 0.05, p->ylog, has_style(p, is_bars));
  x = given(p->xlim, p->xlog, x);
  y = given(p->ylim, p->ylog, y);
  return (PlotBox){x.from, x.to, y.from, y.to};
}

double plot_part(double v, double from, double to, bool log) {
  if (log)
    return (log10(v) - log10(from)) / (log10(to) - log10(from));
  return (v - from) / (to - from);
}

/* --- legend --- */

/* How many points stand in a corner that is `wide` by `high` parts of the
   picture. */
static size_t crowd(const Plot *p, PlotKey corner, double wide, double high) {
  PlotBox b = plot_box(p);
  bool right = corner == PLOT_KEY_UPPER_RIGHT || corner == PLOT_KEY_LOWER_RIGHT;
  bool upper = corner == PLOT_KEY_UPPER_LEFT || corner == PLOT_KEY_UPPER_RIGHT;
  size_t n = 0;
  for (size_t i = 0; i < p->count; i++)
    for (size_t k = 0; k < p->series[i]->n; k++) {
      if (!plot_drawable(p, p->series[i], k))
        continue;
      double x = plot_part(p->series[i]->x[k], b.x0, b.x1, p->xlog);
      double y = plot_part(p->series[i]->y[k], b.y0, b.y1, p->ylog);
      n += (right != p->xflip ? x >= 1 - wide : x <= wide) &&
           (upper != p->yflip ? y >= 1 - high : y <= high);
    }
  return n;
}

PlotKey plot_corner(const Plot *p, int columns, int lines) {
  static const PlotKey corners[] = {PLOT_KEY_UPPER_RIGHT, PLOT_KEY_UPPER_LEFT,
                                    PLOT_KEY_LOWER_LEFT, PLOT_KEY_LOWER_RIGHT};
  if (p->key != PLOT_KEY_BEST)
    return p->key;
  PlotKey best = corners[0];
  size_t least = SIZE_MAX;
  for (size_t i = 0; i < 4; i++) {
    size_t n = crowd(p, corners[i], columns / 100., lines / 40.);
    if (n < least) {
      least = n;
      best = corners[i];
    }
  }
  return best;
}

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
