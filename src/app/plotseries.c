/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plotseries.h"

#include "base/err.h"
#include "base/stop.h"
#include "lang/arrayfrom.h"
#include "lang/list.h"

#include <math.h>
#include <stdio.h>

enum { MOST_BARS = 12, MOST_DOTS = 60, MOST_NAMES = 12 };

bool plotseries_callable(Value v) {
  static const ValueType types[] = {VALUE_TYPE_FUNCTION, VALUE_TYPE_NATIVE,
                                    VALUE_TYPE_ROW,      VALUE_TYPE_METHOD,
                                    VALUE_TYPE_INSTANCE};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (value_is(v, types[i]))
      return true;
  return false;
}

/* --- values --------------------------------------------------------------- */

static bool no_curve(Value v) {
  return err_set(ERR_TypeError,
                 "plot wants a vector, a matrix, pairs or a function, not %s",
                 value_type_name(v));
}

/* Few places are named: no ticks between them. */
static bool name_places(Plot *p, int64_t n) {
  if (n > MOST_NAMES)
    return p->xlabel || plot_xlabel(p, "index");
  for (int64_t i = (int64_t)p->xticks.n; i < n; i++) {
    char name[24];
    snprintf(name, sizeof name, "[%d]", (int)i);
    if (!plot_add_name(p, name))
      return false;
  }
  return true;
}

static bool add_bars(Plot *p, const char *label, const Array *a) {
  PlotSeries *s = plot_add_series(p, PLOT_BARS, NULL);
  for (int64_t i = 0; s && i < a->size; i++)
    if (!plot_add_point(s, (double)i, array_get(a, i)))
      return false;
  return s && plot_title(p, label) && name_places(p, a->size);
}

/* Elements from .. from + n - 1 against 0, 1, 2 ... */
static bool add_line(Plot *p, const char *label, const Array *a, int64_t from,
                     int64_t n) {
  PlotStyle style = n <= MOST_DOTS ? PLOT_LINE_POINTS : PLOT_LINE;
  PlotSeries *s = plot_add_series(p, style, label);
  for (int64_t i = 0; s && i < n; i++)
    if (!plot_add_point(s, (double)i, array_get(a, from + i)))
      return false;
  return s && name_places(p, n);
}

static bool add_rows(Plot *p, const char *label, const Array *a) {
  int64_t n = a->shape[0], width = n ? a->size / n : 0;
  if (n > PLOTSERIES_MAX)
    return err_set(ERR_ValueError,
                   "plot draws at most %d rows of a matrix, not %lld: choose "
                   "some, as in m[:%d]",
                   PLOTSERIES_MAX, (long long)n, PLOTSERIES_MAX);
  for (int64_t i = 0; i < n; i++) {
    Buf name = BUF_EMPTY;
    buf_fmt(&name, "%s[%lld]", label, (long long)i);
    bool ok = add_line(p, buf_text(&name), a, i * width, width);
    buf_free(&name);
    if (!ok)
      return false;
  }
  return true;
}

static bool add_array(Plot *p, const char *label, const Array *a, bool alone) {
  if (a->ndim == 0 || a->ndim > 2)
    return err_set(ERR_ValueError,
                   "plot wants a vector or a matrix, not %d dimensions",
                   a->ndim);
  if (!a->size)
    return err_set(ERR_ValueError, "nothing to draw: %s is empty", label);
  if (a->ndim == 2)
    return add_rows(p, label, a);
  bool bars = alone && a->kind.name == KIND_PROBS && a->size <= MOST_BARS;
  return bars ? add_bars(p, label, a) : add_line(p, label, a, 0, a->size);
}

/* [(1, 2), (3, 4)]: tuples of two numbers, x and y. */
static bool is_pairs(Value v, const Value **items, size_t *n) {
  if (!list_of(v) || !list_items(v, items, n) || !*n)
    return false;
  for (size_t i = 0; i < *n; i++) {
    const Tuple *t = tuple_of((*items)[i]);
    double d;
    if (!t || t->n != 2 || !value_as_double(t->items[0], &d) ||
        !value_as_double(t->items[1], &d))
      return false;
  }
  return true;
}

static bool add_pairs(Plot *p, const char *label, const Value *items,
                      size_t n) {
  PlotSeries *s = plot_add_series(p, PLOT_POINTS, label);
  for (size_t i = 0; s && i < n; i++) {
    const Tuple *t = tuple_of(items[i]);
    double x = 0, y = 0;
    value_as_double(t->items[0], &x);
    value_as_double(t->items[1], &y);
    if (!plot_add_point(s, x, y))
      return false;
  }
  return s;
}

bool plotseries_value(Plot *p, const char *label, Value v, bool alone) {
  const Value *items;
  size_t n;
  if (value_array(v))
    return add_array(p, label, value_array(v), alone);
  if (is_pairs(v, &items, &n))
    return add_pairs(p, label, items, n);
  if (!list_items(v, &items, &n) && !value_is(v, VALUE_TYPE_RANGE))
    return no_curve(v);
  Value list = value_list_of(v);
  Array *a =
      value_ok(list) ? arrayfrom_value(list, FAMILY_PLAIN, DT_COUNT) : NULL;
  bool ok = a && add_array(p, label, a, alone);
  array_unref(a);
  value_unref(list);
  return ok;
}

/* --- functions ------------------------------------------------------------ */

/* What a function is called with: Python's float first, so that every function
   sees one number; functions of torch want tensors, others arrays. */
typedef enum Way { WITH_FLOAT, WITH_TENSOR, WITH_VECTOR, WAYS } Way;

typedef struct Sampling {
  Plot *plot;
  const char *label;
  Value function;
  double from, to;
  int n;
  Way way;
  int results;   /* of one call; 0: not known yet */
  size_t series; /* number of the first in the plot */
  bool drawn;    /* some point has a value */
} Sampling;

static double place(const Sampling *s, int i) {
  return i + 1 == s->n ? s->to : s->from + (s->to - s->from) * i / (s->n - 1);
}

static Value called(const Sampling *s, Value x) {
  Value v = value_ok(x) ? value_call_n(s->function, &x, 1) : value_error();
  value_unref(x);
  return v;
}

static Value call_at(const Sampling *s, double x) {
  return called(s, s->way == WITH_FLOAT
                       ? value_float(x)
                       : value_of_array(array_scalar(FAMILY_TORCH, DT_F32, x)));
}

/* The numbers of a result, as an array that the caller owns. */
static Array *numbers(Value v) {
  double d;
  if (value_array(v))
    return array_ref(value_array(v));
  if (value_as_double(v, &d))
    return array_scalar(FAMILY_PLAIN, DT_F64, d);
  if (list_of(v) || tuple_of(v))
    return arrayfrom_value(v, FAMILY_PLAIN, DT_COUNT);
  return err_null(ERR_TypeError,
                  "plot wants numbers, but the function gives %s",
                  value_type_name(v));
}

static bool name_series(Sampling *s) {
  s->series = s->plot->count;
  for (int i = 0; i < s->results; i++) {
    Buf name = BUF_EMPTY;
    buf_str(&name, s->label);
    if (s->results > 1)
      buf_fmt(&name, "[%d]", i);
    bool ok = plot_add_series(s->plot, PLOT_LINE, buf_text(&name));
    buf_free(&name);
    if (!ok)
      return false;
  }
  return true;
}

/* All results of one function have one size. */
static bool settle_size(Sampling *s, const Array *a) {
  if (s->results && s->results == a->size)
    return true;
  if (s->results || a->size < 1 || a->size > PLOTSERIES_MAX)
    return err_set(ERR_ValueError,
                   "plot wants one number of %s for each x, or up to %d, not "
                   "%lld",
                   s->label, PLOTSERIES_MAX, (long long)a->size);
  s->results = (int)a->size;
  return name_series(s);
}

static bool keep_point(Sampling *s, double x, Value v) {
  Array *a = numbers(v);
  bool ok = a && settle_size(s, a);
  for (int i = 0; ok && i < s->results; i++) {
    double y = array_get(a, i);
    s->drawn |= isfinite(y);
    ok = plot_add_point(s->plot->series[s->series + (size_t)i], x, y);
  }
  array_unref(a);
  return ok;
}

/* A break in the curves; before the first value there is nothing to break. */
static bool keep_gap(Sampling *s, double x) {
  for (int i = 0; i < s->results; i++)
    if (!plot_add_point(s->plot->series[s->series + (size_t)i], x, NAN))
      return false;
  return true;
}

/* Where a function has no value. */
static bool is_gap(void) {
  ErrType t = err_now()->type;
  return err_is_a(t, ERR_ArithmeticError) || err_is_a(t, ERR_ValueError);
}

/* The function wants something else than what it was called with. */
static bool is_wrong_way(void) {
  ErrType t = err_now()->type;
  return err_is_a(t, ERR_TypeError) || err_is_a(t, ERR_AttributeError) ||
         err_is_a(t, ERR_LookupError);
}

static bool sample_points(Sampling *s) {
  Err why = {0};
  for (int i = 0; i < s->n; i++) {
    double x = place(s, i);
    Value v = STOP_ASKED() ? value_error() : call_at(s, x);
    bool ok = value_ok(v) ? keep_point(s, x, v) : is_gap();
    value_unref(v);
    if (ok && err_pending()) {
      err_free(&why);
      why = err_take();
      ok = keep_gap(s, x);
    }
    if (!ok)
      return err_free(&why), false;
  }
  if (!s->results && why.type != ERR_None)
    return err_restore(&why), false;
  err_free(&why);
  return true;
}

static bool keep_vector(Sampling *s, const Array *x, const Array *y) {
  if (y->size != x->size)
    return err_set(ERR_ValueError,
                   "plot wants one number of %s for each x, not %lld for %d",
                   s->label, (long long)y->size, s->n);
  s->results = 1;
  if (!name_series(s))
    return false;
  for (int i = 0; i < s->n; i++)
    if (!plot_add_point(s->plot->series[s->series], array_get(x, i),
                        array_get(y, i)))
      return false;
  return true;
}

static bool sample_vector(Sampling *s) {
  int64_t n = s->n;
  Array *x = array_new(FAMILY_NUMPY, DT_F64, 1, &n);
  for (int i = 0; x && i < s->n; i++)
    array_put(x, i, place(s, i));
  Array *given = x ? array_copy(x) : NULL;
  Value v = called(s, value_of_array(given));
  Array *y = value_ok(v) ? numbers(v) : NULL;
  bool ok = y && keep_vector(s, x, y);
  array_unref(y);
  array_unref(x);
  value_unref(v);
  return ok;
}

/* The first failure is the one to tell: it is about a plain number. */
static bool sample(Sampling *s) {
  Err first = {0};
  for (s->way = WITH_FLOAT; s->way < WAYS; s->way++) {
    bool ok = s->way == WITH_VECTOR ? sample_vector(s) : sample_points(s);
    if (ok || s->results || !is_wrong_way() || s->way + 1 == WAYS) {
      if (!ok && s->way + 1 == WAYS && first.type != ERR_None)
        err_restore(&first);
      err_free(&first);
      return ok;
    }
    if (s->way == WITH_FLOAT)
      first = err_take();
    else
      err_clear();
  }
  return false;
}

bool plotseries_function(Plot *p, const char *label, Value f, double from,
                         double to, int n) {
  Sampling s = {
      .plot = p, .label = label, .function = f, .from = from, .to = to, .n = n};
  return sample(&s);
}
