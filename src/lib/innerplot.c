/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure is {"title", "width", "height", "dpi", "number", "panels"}; a panel
   and its parts are read by the functions below, which name the keys that they
   know. What is missing or None keeps its usual value. */
#include "lib/innerplot.h"

#include "lang/dict.h"
#include "lang/list.h"
#include "lang/rowarg.h"
#include "lang/str.h"
#include "show/contour.h"
#include "show/field.h"

#include <math.h>
#include <string.h>

bool (*innerplot_show)(const Figure *f, const char *file);
bool (*innerplot_has_window)(void);

/* --- reading -------------------------------------------------------------- */

static Value get(Value d, const char *key) {
  Value v = dict_get_text(d, key);
  return value_is_none(v) ? value_absent() : v;
}

static double number(Value d, const char *key, double usual) {
  Value v = get(d, key);
  double x;
  return value_ok(v) && value_as_double(v, &x) ? x : usual;
}

static int whole(Value d, const char *key, int usual) {
  return (int)number(d, key, usual);
}

static bool flag(Value d, const char *key) {
  Value v = get(d, key);
  return value_ok(v) && value_truth(v) > 0;
}

static const char *text(Value d, const char *key) {
  Value v = get(d, key);
  const Str *s = value_ok(v) ? str_of(v) : NULL;
  return s ? s->text : NULL;
}

/* Float64 numbers of a list or array, flat; NULL with or without an error. */
static Array *numbers(Value d, const char *key) {
  Value v = get(d, key);
  Array *given = value_ok(v) ? rowarg_array(v, FAMILY_NUMPY, DT_COUNT) : NULL;
  Array *a = given ? array_as(given, DT_F64) : NULL;
  array_unref(given);
  return a;
}

static const double *items(const Array *a) {
  return a ? a->data : NULL;
}

static size_t count(const Array *a) {
  return a ? (size_t)a->size : 0;
}

/* Visits what a list holds; stops at the first failure. */
static bool each(Value d, const char *key,
                 bool (*visit)(void *self, Value item), void *self) {
  const Value *list;
  size_t n;
  if (!list_items(get(d, key), &list, &n))
    return true;
  for (size_t i = 0; i < n; i++)
    if (!visit(self, list[i]))
      return false;
  return true;
}

/* --- looks ---------------------------------------------------------------- */

static const char *const marks[PLOT_MARKS] = {"",  "o", "x", "+", "D", "s",
                                              "^", "v", "*", "O", "."};
static const char *const dashes[] = {"", "-", "--", ":", "-."};

static int index_of(const char *const *names, int n, const char *name) {
  for (int i = 0; name && i < n; i++)
    if (!strcmp(names[i], name))
      return i;
  return 0;
}

static PlotLook look(Value d) {
  int colour = whole(d, "colour", -1), edge = whole(d, "edge", -1);
  return (PlotLook){.coloured = colour >= 0,
                    .edged = edge >= 0,
                    .rgb = (uint32_t)(colour < 0 ? 0 : colour),
                    .edge = (uint32_t)(edge < 0 ? 0 : edge),
                    .alpha = fmin(1, fmax(0, 1 - number(d, "alpha", 1))),
                    .thickness = number(d, "width", 0),
                    .size = number(d, "size", 0),
                    .dash = (PlotDash)index_of(dashes, 5, text(d, "dash")),
                    .mark =
                        (PlotMark)index_of(marks, PLOT_MARKS, text(d, "mark"))};
}

/* --- parts ---------------------------------------------------------------- */

static const char *const styles[] = {[PLOT_LINE] = "line",
                                     [PLOT_POINTS] = "points",
                                     [PLOT_LINE_POINTS] = "linepoints",
                                     [PLOT_STEPS] = "steps",
                                     [PLOT_BARS] = "bars",
                                     [PLOT_BOXES] = "boxes",
                                     [PLOT_AREA] = "area"};
enum { STYLES = sizeof styles / sizeof *styles };

static bool add_dots(PlotSeries *s, Value d) {
  Array *rgb = numbers(d, "colours"), *size = numbers(d, "sizes");
  Array *group = numbers(d, "groups");
  bool fine = !err_pending();
  for (size_t i = 0; fine && rgb && i < s->n; i++) {
    PlotDot dot = {.rgb = s->look.rgb, .size = (float)s->look.size};
    if (i < count(rgb))
      dot.rgb = (uint32_t)items(rgb)[i];
    if (i < count(size))
      dot.size = (float)items(size)[i];
    if (i < count(group))
      dot.group = (uint8_t)fmin(99, items(group)[i]);
    fine = plot_add_dot(s, i, dot);
  }
  array_unref(rgb);
  array_unref(size);
  array_unref(group);
  return fine;
}

/* {"kind": one of styles, "x", "y", "u", "v", "label", a look; of each point
   "colours", "sizes", "groups"} */
static bool add_series(Plot *p, Value d, PlotStyle style) {
  PlotSeries *s = plot_add_series(p, style, text(d, "label"));
  Array *x = numbers(d, "x"), *y = numbers(d, "y");
  Array *u = numbers(d, "u"), *v = numbers(d, "v");
  size_t n = count(x) < count(y) ? count(x) : count(y);
  bool fine = s && !err_pending();
  for (size_t i = 0; fine && i < n; i++)
    fine = plot_add_point(s, items(x)[i], items(y)[i]) &&
           (style < PLOT_BOXES ||
            plot_add_corner(s, i < count(u) ? items(u)[i] : NAN,
                            i < count(v) ? items(v)[i] : NAN));
  if (fine) {
    s->look = look(d);
    s->width = number(d, "bar", 0.8);
    s->like = whole(d, "like", -1);
    s->group = whole(d, "group", 0);
    fine = add_dots(s, d);
  }
  array_unref(x);
  array_unref(y);
  array_unref(u);
  array_unref(v);
  return fine;
}

static bool add_guide(Plot *p, Value d) {
  if (!plot_add_guide(p, flag(d, "vertical"), number(d, "at", 0), NULL))
    return false;
  p->guides[p->guide_count - 1].look = look(d);
  return true;
}

static bool add_text(Plot *p, Value d) {
  const char *words = text(d, "text");
  PlotText *t = plot_add_text(p, number(d, "x", 0), number(d, "y", 0),
                              words ? words : "");
  if (!t)
    return false;
  t->framed = flag(d, "framed");
  t->arrow = flag(d, "arrow");
  t->to_x = number(d, "to_x", 0);
  t->to_y = number(d, "to_y", 0);
  t->across = whole(d, "across", 1);
  t->up = whole(d, "up", 0);
  t->look = look(d);
  return true;
}

/* --- fields --------------------------------------------------------------- */

static void copy(double *to, const Array *from, size_t n) {
  if (from && n)
    memcpy(to, items(from), n * sizeof *to);
}

static void copy_colours(uint32_t *to, const Array *from, size_t n) {
  for (size_t i = 0; from && i < n; i++)
    to[i] = (uint32_t)items(from)[i];
}

static Field *made_field(Value d, const Array *x, const Array *y,
                         const Array *z, const Array *bounds) {
  bool cells = flag(d, "cells");
  size_t nx = count(x) - cells, ny = count(y) - cells;
  size_t bands = count(bounds) ? count(bounds) - 1 : 0;
  Array *pixels = numbers(d, "pixels"), *colours = numbers(d, "colours");
  bool fit = count(x) > 1 && count(y) > 1 && count(z) == nx * ny &&
             count(colours) >= bands && (!pixels || count(pixels) == nx * ny);
  Field *f = fit ? field_new(nx, ny, cells, bands, pixels) : NULL;
  if (!fit && !err_pending())
    err_set(ERR_ValueError, "the values of a picture do not fit its axes");
  if (f) {
    copy(f->x, x, nx + cells);
    copy(f->y, y, ny + cells);
    copy(f->z, z, nx * ny);
    copy(f->bounds, bounds, count(bounds));
    copy_colours(f->colours, colours, bands);
    copy_colours(f->pixels, pixels, nx * ny);
    f->clamp = flag(d, "clamp");
    f->filled = flag(d, "filled");
    f->alpha = fmin(1, fmax(0, 1 - number(d, "alpha", 1)));
  }
  array_unref(pixels);
  array_unref(colours);
  return f;
}

/* {"kind": "field", "x", "y", "z", "bounds", "colours", "pixels", "cells",
   "clamp", "filled", "scale": it has the bar of colours} */
static bool add_field(Plot *p, Value d) {
  Array *x = numbers(d, "x"), *y = numbers(d, "y");
  Array *z = numbers(d, "z"), *bounds = numbers(d, "bounds");
  Field *f = err_pending() ? NULL : made_field(d, x, y, z, bounds);
  bool fine = plot_add_field(p, f);
  if (fine && flag(d, "scale"))
    p->scale = f;
  array_unref(x);
  array_unref(y);
  array_unref(z);
  array_unref(bounds);
  return fine;
}

/* A line of the field that was added last: {"kind": "contour", "level"} */
static bool add_contour(Plot *p, Value d) {
  if (!p->field_count)
    return true;
  PlotSeries *s =
      contour_add(p, p->fields[p->field_count - 1], number(d, "level", 0));
  if (s)
    s->look = look(d);
  return s;
}

static bool add_part(void *self, Value d) {
  static const struct {
    const char *kind;
    bool (*add)(Plot *p, Value d);
  } others[] = {{"guide", add_guide},
                {"text", add_text},
                {"field", add_field},
                {"contour", add_contour}};
  const char *kind = text(d, "kind");
  for (size_t i = 0; kind && i < sizeof others / sizeof *others; i++)
    if (!strcmp(kind, others[i].kind))
      return others[i].add(self, d);
  return add_series(self, d, (PlotStyle)index_of(styles, STYLES, kind));
}

/* --- panels --------------------------------------------------------------- */

static const char *const keys[] = {[PLOT_KEY_ABOVE] = "above",
                                   [PLOT_KEY_BEST] = "best",
                                   [PLOT_KEY_UPPER_LEFT] = "upper left",
                                   [PLOT_KEY_UPPER_RIGHT] = "upper right",
                                   [PLOT_KEY_LOWER_LEFT] = "lower left",
                                   [PLOT_KEY_LOWER_RIGHT] = "lower right",
                                   [PLOT_KEY_BESIDE] = "beside"};

/* Ends that no picture can show are left to the data. */
static bool is_shown(const Array *ends) {
  const double *v = items(ends);
  return count(ends) == 2 && fabs(v[0]) <= 1e300 && fabs(v[1]) <= 1e300 &&
         v[0] != v[1];
}

static bool set_limits(Plot *p, Value d) {
  Array *x = numbers(d, "xlim"), *y = numbers(d, "ylim");
  bool fine = !err_pending();
  if (fine && is_shown(x)) {
    fine = plot_xlim(p, items(x)[0], items(x)[1]);
    p->xflip = items(x)[0] > items(x)[1];
  }
  if (fine && is_shown(y)) {
    fine = plot_ylim(p, items(y)[0], items(y)[1]);
    p->yflip = items(y)[0] > items(y)[1];
  }
  array_unref(x);
  array_unref(y);
  return fine;
}

/* Places of an axis, with their names or without. */
static bool set_ticks(PlotTicks *t, Value d, const char *places,
                      const char *names) {
  Array *at = numbers(d, places);
  const Value *list = NULL;
  size_t n = 0;
  list_items(get(d, names), &list, &n);
  bool fine = !err_pending();
  if (at)
    t->set = true;
  for (size_t i = 0; fine && i < count(at); i++) {
    const Str *name = i < n ? str_of(list[i]) : NULL;
    fine = plot_add_tick(t, items(at)[i], name ? name->text : list ? "" : NULL);
  }
  array_unref(at);
  return fine;
}

static bool fill_panel(Plot *p, Value d) {
  p->boxed = true;
  p->grid = flag(d, "grid");
  p->bare = flag(d, "bare");
  p->equal = flag(d, "equal");
  p->legend = flag(d, "legend");
  p->xlog = flag(d, "xlog");
  p->ylog = flag(d, "ylog");
  p->xticks.tilted = flag(d, "tilted");
  p->key = (PlotKey)index_of(keys, sizeof keys / sizeof *keys, text(d, "key"));
  return plot_title(p, text(d, "title")) && plot_xlabel(p, text(d, "xlabel")) &&
         plot_ylabel(p, text(d, "ylabel")) && set_limits(p, d) &&
         set_ticks(&p->xticks, d, "xticks", "xnames") &&
         set_ticks(&p->yticks, d, "yticks", "ynames") &&
         each(d, "parts", add_part, p) &&
         plot_scale_label(p, text(d, "scale_label"));
}

static bool add_panel(void *self, Value d) {
  FigurePanel panel = {.plot = plot_new(),
                       .left = number(d, "left", 0),
                       .top = number(d, "top", 0),
                       .width = number(d, "across", 1),
                       .height = number(d, "down", 1)};
  if (!panel.plot || !fill_panel(panel.plot, d))
    return plot_free(panel.plot), false;
  return figure_add(self, panel);
}

static Figure *figure_of(Value d) {
  Figure *f = figure_new();
  if (!f)
    return NULL;
  f->width = number(d, "width", f->width);
  f->height = number(d, "height", f->height);
  f->dpi = number(d, "dpi", f->dpi);
  f->number = whole(d, "number", 1);
  const char *title = text(d, "title");
  if ((!title || figure_title(f, title)) && each(d, "panels", add_panel, f))
    return f;
  figure_free(f);
  return NULL;
}

static Value draw(const Value *args) {
  const Str *file = str_of(args[1]);
  Figure *f = figure_of(args[0]);
  bool fine =
      f && (!innerplot_show || innerplot_show(f, file ? file->text : NULL));
  figure_free(f);
  return fine ? value_none() : value_error();
}

static Value has_window(const Value *args) {
  (void)args;
  return value_bool(innerplot_has_window && innerplot_has_window());
}

const Native innerplot_natives[] = {
    {"draw_figure", "figure file=None", draw,
     "shows the figure of a description, or writes it into a file", NULL, NULL},
    {"has_window", "", has_window, "whether figures have a window", NULL, NULL},
    {0}};
