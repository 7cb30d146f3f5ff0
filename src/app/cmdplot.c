/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cmdplot.h"

#include "app/echo.h"
#include "app/output.h"
#include "app/picture.h"
#include "app/plotargs.h"
#include "app/plotseries.h"
#include "app/traincurve.h"
#include "base/err.h"
#include "lang/arrayfrom.h"
#include "lang/list.h"

#include <string.h>

enum { FINE = 801, MOST_LABEL = 60 }; /* samples for gnuplot */

/* --- a range -------------------------------------------------------------- */

/* Where functions are drawn: the last two of at least three arguments, if they
   are numbers; else -6 .. 6, where sigmoids live. */
typedef struct Range {
  bool given;
  double from, to;
} Range;

static bool number_of(PlotArg *arg, double *out) {
  Value v = plotargs_value(arg);
  return value_ok(v) &&
         (value_is_number(v) || (value_array(v) && !value_array(v)->ndim)) &&
         value_as_double(v, out);
}

/* False: the error record is filled. */
static bool read_range(PlotArgs *a, Range *r) {
  *r = (Range){false, -6, 6};
  if (a->n < 3 || !number_of(&a->items[a->n - 1], &r->to) ||
      !number_of(&a->items[a->n - 2], &r->from)) {
    *r = (Range){false, -6, 6};
    return !err_pending();
  }
  r->given = true;
  return true;
}

static int samples(const PlotArgs *a) {
  return picture_is_text(a->wish) ? 2 * output_options.columns + 1 : FINE;
}

/* --- arguments to series -------------------------------------------------- */

static void label_of(const PlotArg *arg, Buf *label) {
  bool fits = arg->n <= MOST_LABEL;
  buf_visible(label, arg->text, fits ? arg->n : MOST_LABEL - 3, false);
  if (!fits)
    buf_str(label, "...");
}

static bool add_function(Plot *p, const PlotArgs *a, const char *label, Value f,
                         Range r) {
  if (!p->xlabel && !plot_xlabel(p, "x"))
    return false;
  return plot_xlim(p, r.from, r.to) &&
         plotseries_function(p, label, f, r.from, r.to, samples(a));
}

static bool is_bound(const char *name) {
  return value_ok(interp_bound(sym_find(name, strlen(name))));
}

/* `x**2`: with a range x is its own, else only when nothing is called x. */
static bool is_in_x(const PlotArg *arg, Range r) {
  return plotargs_mentions_x(arg) && (r.given || !is_bound("x"));
}

static bool add_item(Plot *p, PlotArgs *a, PlotArg *arg, Range r,
                     const char *label) {
  if (is_in_x(arg, r)) {
    Value f = plotargs_function(arg);
    bool ok = value_ok(f) && add_function(p, a, label, f, r);
    value_unref(f);
    return ok;
  }
  Value v = plotargs_value(arg);
  if (!value_ok(v))
    return false;
  if (plotseries_callable(v))
    return add_function(p, a, label, v, r);
  if (r.given)
    return err_set(ERR_TypeError,
                   "plot f, from, to wants functions or expressions in x, not "
                   "%s",
                   value_type_name(v));
  return plotseries_value(p, label, v, a->n == 1);
}

static bool add_items(Plot *p, PlotArgs *a) {
  Range r;
  if (!read_range(a, &r))
    return false;
  int n = r.given ? a->n - 2 : a->n;
  for (int i = 0; i < n; i++) {
    Buf label = BUF_EMPTY;
    label_of(&a->items[i], &label);
    bool ok = add_item(p, a, &a->items[i], r, buf_text(&label));
    buf_free(&label);
    if (!ok)
      return false;
  }
  return true;
}

/* --- plot loss ------------------------------------------------------------ */

static bool is_loss(const PlotArgs *a) {
  return a->n == 1 && a->items[0].n == 4 &&
         !memcmp(a->items[0].text, "loss", 4) && !is_bound("loss");
}

static Plot *last_curve(void) {
  const TrainHistory *h = trainhistory_last();
  if (h)
    return traincurve_of(h);
  err_set(ERR_NameError, "there is no loss: nothing has been trained yet");
  err_hint("train binary");
  return NULL;
}

static bool has_points(const Plot *p) {
  for (size_t i = 0; i < p->count; i++)
    for (size_t k = 0; k < p->series[i]->n; k++)
      if (plot_drawable(p, p->series[i], k))
        return true;
  return err_set(ERR_ValueError, "nothing to draw: no value is finite");
}

static Plot *plot_of(PlotArgs *a) {
  if (is_loss(a))
    return last_curve();
  Plot *p = plot_new();
  if (p && add_items(p, a) && has_points(p))
    return p;
  plot_free(p);
  return NULL;
}

SessionReply cmdplot_run(const char *text, size_t n) {
  PlotArgs args;
  if (!plotargs_read(text, n, &args))
    return SESSION_ERROR;
  Plot *p = plot_of(&args);
  bool ok = p && picture_show(p, args.wish);
  plot_free(p);
  plotargs_free(&args);
  return ok ? SESSION_OK : SESSION_ERROR;
}

/* --- bars ----------------------------------------------------------------- */

/* Lists are vectors too. */
static bool bars_of(Value v) {
  if (!list_of(v) && !tuple_of(v))
    return echo_bars(v);
  Value a = value_of_array(arrayfrom_value(v, FAMILY_PLAIN, DT_COUNT));
  bool ok = value_ok(a) && echo_bars(a);
  value_unref(a);
  return ok;
}

static bool bars(PlotArgs *a) {
  if (a->wish.asked)
    return err_set(ERR_TypeError, "bars has no option --plot") ||
           err_hint("plot draws files: plot p --plot=bars.svg");
  for (int i = 0; i < a->n; i++) {
    Value v = plotargs_value(&a->items[i]);
    if (!value_ok(v) || !bars_of(v))
      return false;
  }
  return true;
}

SessionReply cmdplot_bars(const char *text, size_t n) {
  PlotArgs args;
  if (!plotargs_read(text, n, &args))
    return SESSION_ERROR;
  bool ok = bars(&args);
  plotargs_free(&args);
  return ok ? SESSION_OK : SESSION_ERROR;
}
