/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot as data, what it spans, and round numbers along its axes. */
#include "base/err.h"
#include "show/plot.h"
#include "show/ticks.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_near(double a, double b) {
  if (!(fabs(a - b) <= 1e-12 * fmax(1, fabs(b))))
    fail_msg("%.17g is not %.17g", a, b);
}

static void assert_box(const Plot *p, double x0, double x1, double y0,
                       double y1) {
  PlotBox b = plot_box(p);
  assert_near(b.x0, x0);
  assert_near(b.x1, x1);
  assert_near(b.y0, y0);
  assert_near(b.y1, y1);
}

static void texts_are_copied(void **state) {
  (void)state;
  char text[] = "loss";
  Plot *p = plot_new();
  assert_true(plot_title(p, text) && plot_ylabel(p, text));
  text[0] = 'X';
  assert_string_equal(p->title, "loss");
  assert_true(plot_title(p, ""));
  assert_null(p->title);
  assert_string_equal(p->ylabel, "loss");
  plot_free(p);
  plot_free(NULL);
}

static void empty_spans_the_unit(void **state) {
  (void)state;
  Plot *p = plot_new();
  assert_box(p, 0, 1, 0, 1);
  PlotSeries *s = plot_add_series(p, PLOT_LINE, NULL);
  plot_add_point(s, NAN, 1);
  plot_add_point(s, 1, INFINITY);
  assert_box(p, 0, 1, 0, 1);
  assert_false(plot_has_legend(p));
  plot_free(p);
}

static void span_of_data_and_guides(void **state) {
  (void)state;
  Plot *p = plot_new();
  PlotSeries *s = plot_add_series(p, PLOT_LINE, "f");
  const double y[] = {1, NAN, 3};
  assert_true(plot_add_points(s, NULL, y, 3));
  assert_int_equal(s->n, 3);
  assert_box(p, 0, 2, 0.9, 3.1);
  assert_true(plot_add_guide(p, false, 5, "here"));
  assert_box(p, 0, 2, 0.8, 5.2);
  assert_true(plot_xlim(p, 10, -10));
  assert_true(plot_ylim(p, 0, 2));
  assert_box(p, -10, 10, 0, 2);
  assert_false(plot_ylim(p, 1, 1));
  assert_int_equal(err_now()->type, ERR_ValueError);
  assert_false(plot_ylim(p, 0, NAN));
  err_clear();
  plot_free(p);
}

static void bars_stand_on_zero(void **state) {
  (void)state;
  Plot *p = plot_new();
  PlotSeries *s = plot_add_series(p, PLOT_BARS, NULL);
  const double y[] = {2, 4};
  plot_add_points(s, NULL, y, 2);
  assert_box(p, -0.4 - 0.03 * 1.8, 1.4 + 0.03 * 1.8, 0, 4.2);
  plot_free(p);
}

static void one_value_has_a_range(void **state) {
  (void)state;
  Plot *p = plot_new();
  PlotSeries *s = plot_add_series(p, PLOT_LINE, NULL);
  plot_add_point(s, 3, 0);
  assert_box(p, 1.5, 4.5, -0.5, 0.5);
  plot_add_point(s, 3, -1e308);
  plot_add_point(s, 3, 1e308);
  PlotBox b = plot_box(p);
  assert_true(isfinite(b.y1 - b.y0) && b.y1 > b.y0);
  plot_free(p);
}

static void logarithmic(void **state) {
  (void)state;
  Plot *p = plot_new();
  p->ylog = true;
  PlotSeries *s = plot_add_series(p, PLOT_LINE, NULL);
  plot_add_point(s, 0, 0);
  plot_add_point(s, 1, -3);
  plot_add_point(s, 2, 1);
  plot_add_point(s, 4, 100);
  assert_false(plot_drawable(p, s, 0));
  assert_true(plot_drawable(p, s, 2));
  PlotBox b = plot_box(p);
  assert_near(b.x0, 2);
  assert_near(b.y0, pow(100, -0.05));
  plot_ylim(p, -1, 10);
  b = plot_box(p);
  assert_true(b.y0 > 0 && b.y1 == 10);
  plot_free(p);
}

static void legend_texts(void **state) {
  (void)state;
  Plot *p = plot_new();
  PlotSeries *s = plot_add_series(p, PLOT_LINE, "train");
  plot_add_point(s, 1, 0.63564);
  assert_true(plot_has_legend(p));
  Buf b = BUF_EMPTY;
  plot_legend_text(p, s, &b);
  assert_string_equal(buf_text(&b), "train");
  p->latest = true;
  buf_clear(&b);
  plot_legend_text(p, s, &b);
  assert_string_equal(buf_text(&b), "train 0.6356");
  p->legend = false;
  assert_false(plot_has_legend(p));
  buf_free(&b);
  plot_free(p);
}

static void grows(void **state) {
  (void)state;
  Plot *p = plot_new();
  PlotSeries *first = plot_add_series(p, PLOT_LINE, "a");
  for (int i = 0; i < 50; i++)
    assert_non_null(plot_add_series(p, PLOT_POINTS, NULL));
  assert_ptr_equal(first, p->series[0]);
  for (int i = 0; i < 5000; i++)
    assert_true(plot_add_point(first, i, -i));
  assert_true(first->y[4999] == -4999);
  plot_free(p);
}

static void assert_ticks(double from, double to, size_t most, bool log,
                         const char *expected) {
  Ticks t;
  char all[512] = "";
  ticks_make(&t, from, to, most, log);
  for (size_t i = 0; i < t.n; i++) {
    strcat(all, i ? " " : "");
    strcat(all, t.text[i]);
  }
  assert_string_equal(all, expected);
}

static void round_ticks(void **state) {
  (void)state;
  assert_ticks(0, 1, 6, false, "0.0 0.2 0.4 0.6 0.8 1.0");
  assert_ticks(-0.03, 1.03, 5, false, "0.00 0.25 0.50 0.75 1.00");
  assert_ticks(1, 100, 11, false, "10 20 30 40 50 60 70 80 90 100");
  assert_ticks(-6, 6, 7, false, "-6 -4 -2 0 2 4 6");
  assert_ticks(0, 3e6, 4, false, "0e+00 1e+06 2e+06 3e+06");
  assert_ticks(0.001, 1000, 8, true, "0.001 0.01 0.1 1 10 100 1000");
  assert_ticks(1e-9, 1, 4, true, "1e-09 1e-06 0.001 1");
  assert_ticks(2, 3, 3, true, "2.0 2.5 3.0");
  assert_ticks(0, 9, 4, false, "0 5");
  assert_ticks(0, 1, 2, false, "0 1");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(texts_are_copied),
      cmocka_unit_test(empty_spans_the_unit),
      cmocka_unit_test(span_of_data_and_guides),
      cmocka_unit_test(bars_stand_on_zero),
      cmocka_unit_test(one_value_has_a_range),
      cmocka_unit_test(logarithmic),
      cmocka_unit_test(legend_texts),
      cmocka_unit_test(grows),
      cmocka_unit_test(round_ticks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
