/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What figures of plt need beyond curves: fields and their contours, panels,
   boxes, texts, axes that are turned round; as text and in gnuplot's words. */
#include "base/err.h"
#include "base/glyph.h"
#include "base/utf8.h"
#include "show/contour.h"
#include "show/field.h"
#include "show/gnuframe.h"
#include "show/gnuscript.h"
#include "show/textfigure.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* --- fields --- */

/* z = x + 10 y at x = 0, 1, 2 and y = 0, 1; bands 0..5..12, red and blue. */
static Field *slope(bool cells) {
  Field *f = field_new(3, 2, cells, 2, false);
  assert_non_null(f);
  for (size_t i = 0; i < 4; i++)
    f->x[i < 3 || cells ? i : 2] = (double)(i < 3 || cells ? i : 2);
  for (size_t i = 0; i < 3; i++)
    f->y[i < 2 || cells ? i : 1] = (double)(i < 2 || cells ? i : 1);
  for (size_t i = 0; i < 6; i++)
    f->z[i] = (double)(i % 3) + 10. * (double)(i / 3);
  f->bounds[1] = 5;
  f->bounds[2] = 11.5;
  f->colours[0] = 0xff0000;
  f->colours[1] = 0x0000ff;
  return f;
}

static void between_places(void **state) {
  (void)state;
  Field *f = slope(false);
  assert_true(fabs(field_at(f, 0.5, 0.25) - 3) < 1e-12);
  assert_true(fabs(field_at(f, 2, 1) - 12) < 1e-12);
  assert_true(isnan(field_at(f, 2.01, 0)) && isnan(field_at(f, 0, -0.01)));
  assert_int_equal(field_band(f, 0), 0);
  assert_int_equal(field_band(f, 5), 1);
  assert_int_equal(field_band(f, 11.6), FIELD_BLANK);
  assert_int_equal(field_band(f, NAN), FIELD_BLANK);
  f->clamp = true;
  assert_int_equal(field_band(f, 11.6), 1);
  assert_int_equal(field_band(f, -1), 0);
  assert_int_equal(field_colour(f, 0, 0), 0xff0000);
  f->alpha = 0.6;
  assert_int_equal(field_colour(f, 0, 0), 0xff9999);
  field_free(f);
}

static void in_cells(void **state) {
  (void)state;
  Field *f = slope(true);
  assert_true(field_at(f, 1.9, 1.1) == 11 && field_at(f, 0, 0) == 0);
  assert_true(field_right(f) == 3 && field_high(f) == 2);
  assert_int_equal(field_colour(f, 2.5, 1.5), 0xffffff); /* 12: no band */
  field_free(f);
}

/* --- contours --- */

enum { SIDE = 21 };

/* z = x^2 + y^2 on -1 .. 1, or x * y: a saddle. */
static Field *hill(bool saddle) {
  Field *f = field_new(SIDE, SIDE, false, 1, false);
  for (size_t i = 0; i < SIDE; i++)
    f->x[i] = f->y[i] = (double)i / 10 - 1;
  for (size_t k = 0; k < SIDE * SIDE; k++) {
    double x = f->x[k % SIDE], y = f->y[k / SIDE];
    f->z[k] = saddle ? x * y : x * x + y * y;
  }
  return f;
}

static size_t pieces(const PlotSeries *s) {
  size_t n = 0;
  for (size_t i = 0; i < s->n; i++)
    n += isnan(s->x[i]);
  return n;
}

static void a_ring_is_one_line(void **state) {
  (void)state;
  Field *f = hill(false);
  Plot *p = plot_new();
  PlotSeries *s = contour_add(p, f, 0.25);
  assert_non_null(s);
  assert_int_equal(pieces(s), 1);
  for (size_t i = 0; i + 1 < s->n; i++)
    assert_true(fabs(hypot(s->x[i], s->y[i]) - 0.5) < 0.01);
  assert_true(fabs(s->x[0] - s->x[s->n - 2]) < 1e-12); /* closed */
  assert_int_equal(contour_add(p, f, 9)->n, 0);
  s = contour_add(p, f, 1.5); /* the four corners */
  assert_int_equal(pieces(s), 4);
  field_free(f);
  f = hill(true);
  assert_int_equal(pieces(contour_add(p, f, 0.305)), 2);
  f->z[0] = NAN; /* no line through what is not known */
  assert_non_null(contour_add(p, f, 0.9));
  field_free(f);
  plot_free(p);
}

/* --- as text --- */

static Plot *boxed(void) {
  Plot *p = plot_new();
  p->boxed = true;
  p->grid = false;
  return p;
}

static void assert_picture(const Plot *p, int columns, int rows,
                           const char *wanted) {
  Buf b = BUF_EMPTY;
  assert_true(textplot_draw(p, (TextplotOptions){columns, rows, false}, &b));
  assert_string_equal(buf_text(&b), wanted);
  buf_free(&b);
}

/* A matrix of 2 x 2 with its numbers, first row above. */
static Plot *matrix(void) {
  Plot *p = boxed();
  Field *f = field_new(2, 2, true, 4, false);
  for (size_t i = 0; i < 3; i++)
    f->x[i] = f->y[i] = (double)i - 0.5;
  for (size_t i = 0; i < 4; i++) {
    f->z[i] = i % 3 ? 0 : 3;
    f->bounds[i + 1] = (double)i + 1;
  }
  f->clamp = true;
  assert_true(plot_add_field(p, f));
  for (int i = 0; i < 4; i++) {
    char text[4];
    snprintf(text, sizeof text, "%d", (int)f->z[i]);
    PlotText *t = plot_add_text(p, i % 2, i / 2, text);
    assert_non_null(t);
  }
  for (int i = 0; i < 2; i++) {
    plot_add_tick(&p->xticks, i, i ? "dog" : "cat");
    plot_add_tick(&p->yticks, i, i ? "dog" : "cat");
  }
  plot_xlim(p, -0.5, 1.5);
  plot_ylim(p, -0.5, 1.5);
  p->yflip = p->equal = true;
  return p;
}

static void a_matrix_with_numbers(void **state) {
  (void)state;
  Plot *p = matrix();
  assert_picture(p, 40, 9,
                 "     ┌────────────┐\n"
                 "     │██████      │\n"
                 " cat ┤██ 3 █  0   │\n"
                 "     │██████      │\n"
                 "     │      ██████│\n"
                 " dog ┤   0  █ 3 ██│\n"
                 "     │      ██████│\n"
                 "     └───┬────┬───┘\n"
                 "        cat  dog\n");
  p->bare = true;
  assert_picture(p, 40, 6,
                 " ██████      \n"
                 " ██ 3 █  0   \n"
                 " ██████      \n"
                 "       ██████\n"
                 "    0  █ 3 ██\n"
                 "       ██████\n");
  plot_free(p);
}

static void boxes_areas_and_flips(void **state) {
  (void)state;
  Plot *p = boxed();
  PlotSeries *s = plot_add_series(p, PLOT_BOXES, "low");
  plot_add_point(s, 0, 0);
  plot_add_corner(s, 1, 2);
  plot_add_point(s, 1, 0);
  plot_add_corner(s, 2, 4);
  plot_xlim(p, 0, 2);
  plot_ylim(p, 0, 4);
  p->xflip = true;
  assert_picture(p, 30, 8,
                 "                        ⣿ low\n"
                 "   ┌────────────────────────┐\n"
                 "   │⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿            │\n"
                 "   │⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿            │\n"
                 "   │⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿│\n"
                 " 0 ┤⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿│\n"
                 "   └┬───────────┬──────────┬┘\n"
                 "    2           1          0\n");
  plot_free(p);
}

static Plot *groups(void) {
  Plot *p = boxed();
  PlotSeries *s = plot_add_series(p, PLOT_POINTS, NULL);
  for (int i = 0; i < 6; i++) {
    plot_add_point(s, i, i % 3);
    plot_add_dot(s, (size_t)i,
                 (PlotDot){.rgb = 0xff0000, .size = 6, .group = i % 2 != 0});
  }
  PlotSeries *key = plot_add_series(p, PLOT_POINTS, "odd");
  key->like = 0;
  key->group = 1;
  plot_xlim(p, -1, 6);
  plot_ylim(p, -1, 3);
  return p;
}

/* Groups have signs of their own, and the legend shows that of its group. */
static void groups_have_signs(void **state) {
  (void)state;
  Plot *p = groups();
  assert_picture(p, 30, 8,
                 "                        × odd\n"
                 "   ┌────────────────────────┐\n"
                 "   │                        │\n"
                 " 2 ┤          ●         ×   │\n"
                 " 0 ┤   ●  ×      ×   ●      │\n"
                 "   │                        │\n"
                 "   └───┬──────┬──────┬─────┬┘\n"
                 "       0      2      4     6\n");
  plot_free(p);
}

static Figure *four(bool titled) {
  Figure *f = figure_new();
  for (int i = 0; i < 4; i++) {
    FigurePanel panel = {.plot = i == 3 ? matrix() : groups(),
                         .left = i % 2 / 2.,
                         .top = i / 2 / 2.,
                         .width = 0.5,
                         .height = 0.5};
    assert_true(figure_add(f, panel));
  }
  if (titled)
    figure_title(f, "all\033[2J");
  return f;
}

static int lines_within(const char *text, int columns) {
  int lines = 0;
  for (const char *end; (end = strchr(text, '\n')); text = end + 1, lines++)
    if (utf8_columns(text, (size_t)(end - text)) > (size_t)columns)
      fail_msg("more than %d columns: %.*s", columns, (int)(end - text), text);
  return lines;
}

/* Panels stand beside each other, or below each other in a narrow terminal. */
static void panels_fit(void **state) {
  (void)state;
  Figure *f = four(true);
  for (int columns = 20; columns < 130; columns += 3) {
    Buf b = BUF_EMPTY;
    glyph_use_ascii(columns % 2);
    assert_true(textfigure_draw(f, (TextplotOptions){columns, 16, false}, &b));
    glyph_use_ascii(false);
    int lines = lines_within(buf_text(&b), columns < 26 ? 26 : columns);
    assert_in_range(lines, columns < 52 ? 40 : 20, columns < 52 ? 60 : 30);
    assert_null(strchr(buf_text(&b), '\033'));
    buf_free(&b);
  }
  figure_free(f);
  f = figure_new();
  Buf none = BUF_EMPTY;
  assert_true(textfigure_draw(f, (TextplotOptions){80, 16, false}, &none));
  assert_int_equal(none.len, 0);
  figure_free(f);
}

/* --- as gnuplot's words --- */

static void has(const Buf *b, const char *words) {
  if (!strstr(buf_text(b), words))
    fail_msg("not in the script: %s\n%s", words, buf_text(b));
}

static void panels_in_words(void **state) {
  (void)state;
  Figure *f = four(false);
  Buf b = BUF_EMPTY;
  gnuframe_figure(&b, f);
  has(&b, "set multiplot\n");
  has(&b, "set origin 0.5,0.5\nset size 0.5,0.5\n");
  has(&b, "set origin 0,0\n");
  has(&b, "set yrange [1.5:-0.5]\n");
  has(&b, "set size ratio -1\n");
  has(&b, "'cat' 0, 'dog' 1)");
  has(&b, "pt 7 ps variable lw 1.5 lc rgb variable");
  has(&b, " with rgbimage");
  has(&b, "unset multiplot\n");
  assert_null(strstr(buf_text(&b), "set grid"));
  buf_free(&b);
  figure_free(f);
}

static void looks_in_words(void **state) {
  (void)state;
  Plot *p = boxed();
  p->key = PLOT_KEY_BEST;
  PlotSeries *s = plot_add_series(p, PLOT_LINE, "a");
  s->look = (PlotLook){.coloured = true,
                       .rgb = 0x1f77b4,
                       .alpha = 0.5,
                       .thickness = 1,
                       .dash = PLOT_DASHED};
  for (int i = 0; i < 5; i++)
    plot_add_point(s, i, i);
  s = plot_add_series(p, PLOT_POINTS, NULL);
  s->look = (PlotLook){
      .coloured = true, .edged = true, .size = 10, .mark = PLOT_SQUARE};
  plot_add_point(s, 1, 2);
  Buf b = BUF_EMPTY;
  gnuframe_settings(&b, p);
  gnuscript_plot(&b, p);
  has(&b, "set border 15 ");
  has(&b, "set key inside top left "); /* the lower left holds the curve */
  has(&b, "lines lw 1.4 dt (12,6) lc rgb '#801F77B4' title 'a'");
  has(&b, "points pt 5 ps 1.4 lw 1.5 lc rgb '#000000' notitle, $D1 using 1:2 "
          "with points pt 4 ps 1.4 lw 1 lc rgb '#000000'");
  buf_free(&b);
  plot_free(p);
}

/* Every text of a figure stays inside of its quotes. */
static void nothing_breaks_out(void **state) {
  (void)state;
  static const char evil[] = "a'\nsystem('x')`y`\\\"@z";
  Figure *f = figure_new();
  Plot *p = boxed();
  plot_title(p, evil);
  plot_add_text(p, 0, 0, evil)->arrow = true;
  plot_add_tick(&p->xticks, 0, evil);
  p->key = PLOT_KEY_BESIDE;
  plot_add_series(p, PLOT_LINE, evil);
  plot_scale_label(p, evil);
  Field *scale = slope(false);
  scale->filled = false;
  assert_true(plot_add_field(p, scale));
  p->scale = scale;
  figure_add(f, (FigurePanel){.plot = p, .width = 1, .height = 1});
  figure_title(f, evil);
  Buf b = BUF_EMPTY;
  gnuframe_figure(&b, f);
  bool quoted = false, twice = false;
  for (const char *c = buf_text(&b); *c; c++) {
    if (!twice && *c == '\'')
      quoted = !quoted;
    else if (!quoted && *c == '"')
      twice = !twice;
    else if (!quoted && (*c == '`' || *c == '@' || !strncmp(c, "system", 6)))
      fail_msg("outside of quotes: %s", c);
    else if (quoted && *c == '\n')
      fail_msg("a line ends inside of quotes: %s", c);
  }
  buf_free(&b);
  figure_free(f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(between_places),
      cmocka_unit_test(in_cells),
      cmocka_unit_test(a_ring_is_one_line),
      cmocka_unit_test(a_matrix_with_numbers),
      cmocka_unit_test(boxes_areas_and_flips),
      cmocka_unit_test(groups_have_signs),
      cmocka_unit_test(panels_fit),
      cmocka_unit_test(panels_in_words),
      cmocka_unit_test(looks_in_words),
      cmocka_unit_test(nothing_breaks_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
