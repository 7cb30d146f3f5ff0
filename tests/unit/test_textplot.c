/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plots as text: exact pictures, and what must hold at every size. */
#include "base/err.h"
#include "base/glyph.h"
#include "base/utf8.h"
#include "show/textbars.h"
#include "show/textplot.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static Plot *loss(void) {
  Plot *p = plot_new();
  plot_title(p, "train");
  plot_xlabel(p, "epoch");
  plot_ylabel(p, "loss (nats)");
  PlotSeries *a = plot_add_series(p, PLOT_LINE, "train");
  PlotSeries *b = plot_add_series(p, PLOT_LINE, "test");
  for (int i = 1; i <= 100; i++) {
    plot_add_point(a, i, 0.6 + 40.0 / (80 + i * i));
    plot_add_point(b, i, 0.8 - 0.002 * i);
  }
  plot_add_guide(p, false, log(3), "ln 3 = 1.0986");
  return p;
}

static Plot *scatter(void) {
  Plot *p = plot_new();
  PlotSeries *a = plot_add_series(p, PLOT_POINTS, "class 0");
  PlotSeries *b = plot_add_series(p, PLOT_POINTS, "class 1");
  for (int i = 0; i < 8; i++) {
    plot_add_point(a, i % 4, i * i % 5);
    plot_add_point(b, 3 + i % 5, 3 + i * i % 7);
  }
  plot_add_guide(p, true, 3.5, "here");
  return p;
}

static Plot *gaps(void) {
  Plot *p = plot_new();
  const double y[] = {0, 2, NAN, 1, INFINITY, 2, 0};
  plot_add_points(plot_add_series(p, PLOT_LINE, NULL), NULL, y, 7);
  return p;
}

static Plot *classes(void) {
  Plot *p = plot_new();
  const double y[] = {0.6590, 0.2424, 0.0986};
  plot_title(p, "softmax([2, 1, 0.1])");
  plot_add_points(plot_add_series(p, PLOT_BARS, NULL), NULL, y, 3);
  plot_add_name(p, "apple");
  plot_add_name(p, "pear");
  plot_add_name(p, "fig");
  return p;
}

static Plot *histogram(void) {
  Plot *p = plot_new();
  PlotSeries *s = plot_add_series(p, PLOT_BARS, "count");
  s->width = 0.5;
  for (int i = -4; i < 4; i++)
    plot_add_point(s, i * 0.5 + 0.25, 20 - i * i);
  return p;
}

static Plot *steps(void) {
  Plot *p = plot_new();
  p->ylog = true;
  PlotSeries *s = plot_add_series(p, PLOT_STEPS, "error");
  for (int i = 0; i < 10; i++)
    plot_add_point(s, i, pow(10, -i / 2.0));
  return p;
}

static Plot *const_line(void) {
  Plot *p = plot_new();
  PlotSeries *s = plot_add_series(p, PLOT_LINE_POINTS, "a wide name: 学習");
  for (int i = 0; i < 5; i++)
    plot_add_point(s, i * 1e12, 7);
  return p;
}

static Plot *(*const makers[])(void) = {
    loss, scatter, gaps, classes, histogram, steps, const_line, plot_new};
enum { MAKERS = sizeof makers / sizeof *makers };

static void assert_picture(Plot *p, int columns, int rows, bool ascii,
                           const char *expected) {
  Buf b = BUF_EMPTY;
  glyph_use_ascii(ascii);
  assert_true(textplot_draw(p, (TextplotOptions){columns, rows, false}, &b));
  glyph_use_ascii(false);
  if (strcmp(buf_text(&b), expected))
    fail_msg("got\n%sexpected\n%s", buf_text(&b), expected);
  buf_free(&b);
  plot_free(p);
}

static void assert_bars(const TextBars *bars, bool ascii,
                        const char *expected) {
  Buf b = BUF_EMPTY;
  glyph_use_ascii(ascii);
  assert_true(textbars_show(bars, &b));
  glyph_use_ascii(false);
  assert_string_equal(buf_text(&b), expected);
  buf_free(&b);
}

static void curves(void **state) {
  (void)state;
  assert_picture(loss(), 44, 12, false,
                 " train             ⠤⠤⠤⠤⠤ train   ⠄⠠ ⠄⠠ test\n"
                 "      ┌─ loss (nats) ─────────────────────┐\n"
                 " ln 3 ┤⢢╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ ln 3 = 1.0986 ╌╌╌│\n"
                 "  1.0 ┤⠈⢇                                 │\n"
                 "      │ ⠘⣄                                │\n"
                 "      │  ⠘⣄                               │\n"
                 "  0.8 ┤⠁⠈⠐⠈⢆⡄⠠ ⠄⢀ ⡀                       │\n"
                 "      │     ⠉⠲⢤⣀⣀  ⠈ ⠁⠈ ⠂⠐ ⠄⠠ ⡀⢀ ⡀        │\n"
                 "  0.6 ┤          ⠉⠉⠉⠓⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠚⠒⠣⠴⠤⠦⠴⠤│\n"
                 "      └┬─────┬──────┬──────┬──────┬──────┬┘\n"
                 "       1    20     40     60     80     100\n"
                 "                      epoch\n");
  assert_picture(loss(), 44, 12, true,
                 " train             ***** train   ooooo test\n"
                 "      +- loss (nats) ---------------------+\n"
                 " ln 3 +*---------------- ln 3 = 1.0986 ---|\n"
                 "  1.0 +**                                 |\n"
                 "      | **                                |\n"
                 "      |  **                               |\n"
                 "  0.8 +ooooooooooooooo                    |\n"
                 "      |     **********oooooooooooooooo    |\n"
                 "  0.6 +              *****************oooo|\n"
                 "      ++------+-----+------+------+------++\n"
                 "       1     20    40     60     80     100\n"
                 "                      epoch\n");
}

static void points(void **state) {
  (void)state;
  assert_picture(scatter(), 36, 9, false,
                 "              ● class 0   × class 1\n"
                 "   ┌──────────────────────────────┐\n"
                 "   │             × ⠅    ×         │\n"
                 " 5 ┤               ⠅        ×   × │\n"
                 "   │         ●   × ⠅×   ×         │\n"
                 "   │               ⠅              │\n"
                 " 0 ┤ ●   ●   ●     ⠅              │\n"
                 "   └─┬───────┬──────┬───────┬─────┘\n"
                 "     0       2      4       6\n");
  assert_picture(scatter(), 36, 9, true,
                 "              * class 0   o class 1\n"
                 "   +------------------------------+\n"
                 "   |             o :    o         |\n"
                 " 5 +               :        o   o |\n"
                 "   |         *   o :o   o         |\n"
                 "   | *   *   *     :              |\n"
                 " 0 + *   *         :              |\n"
                 "   +-+-------+------+-------+-----+\n"
                 "     0       2      4       6\n");
}

static void gaps_are_gaps(void **state) {
  (void)state;
  assert_picture(gaps(), 30, 8, false,
                 "   ┌────────────────────────┐\n"
                 " 2 ┤   ⢠⠂              ⠐⡄   │\n"
                 "   │  ⢀⠎                ⠱⡀  │\n"
                 "   │ ⢠⠎         ●        ⠱⡄ │\n"
                 "   │⢀⠎                    ⠱⡀│\n"
                 " 0 ┤⠎                      ⠱│\n"
                 "   └┬───────┬──────┬───────┬┘\n"
                 "    0       2      4       6\n");
}

static void upright_bars(void **state) {
  (void)state;
  assert_picture(histogram(), 30, 9, false,
                 "                      ⣿ count\n"
                 "    ┌───────────────────────┐\n"
                 " 20 ┤        ⢠⣤⣤⣴⣶⣶⣤⣤⡄      │\n"
                 "    │      ⣶⣶⣾⣿⣿⣿⣿⣿⣿⣿⣷⣶⣶    │\n"
                 "    │   ⢰⣶⣶⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣶⣶⣶ │\n"
                 "    │⢀⣀⣀⣸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿ │\n"
                 "  0 ┤⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿ │\n"
                 "    └┬──────────┬──────────┬┘\n"
                 "    -2          0          2\n");
  assert_picture(histogram(), 30, 9, true,
                 "                      * count\n"
                 "    +-----------------------+\n"
                 " 20 +        ********       |\n"
                 "    |      *************    |\n"
                 "    |   ******************  |\n"
                 "    | ********************  |\n"
                 "  0 + ********************  |\n"
                 "    +-+---------+---------+-+\n"
                 "     -2         0         2\n");
}

static void log_steps(void **state) {
  (void)state;
  assert_picture(steps(), 34, 9, false,
                 "                      ⠤⠤⠤⠤⠤ error\n"
                 "       ┌────────────────────────┐\n"
                 "     1 ┤⠒⠒⢲⣀⣀⡀                  │\n"
                 "       │     ⠓⠒⠒⣆⣀⣀             │\n"
                 "       │          ⠘⠒⠒⠦⠤⢤        │\n"
                 " 0.001 ┤               ⠈⠉⠉⠹⠤⠤⡄  │\n"
                 "       │                     ⠉⠉⠹│\n"
                 "       └┬────────────┬──────────┘\n"
                 "        0            5\n");
}

static void empty(void **state) {
  (void)state;
  assert_picture(plot_new(), 24, 7, false,
                 "   ┌──────────────────┐\n"
                 " 1 ┤                  │\n"
                 "   │                  │\n"
                 "   │                  │\n"
                 " 0 ┤                  │\n"
                 "   └┬────────┬───────┬┘\n"
                 "   0.0      0.5     1.0\n");
}

static void lying_bars(void **state) {
  (void)state;
  assert_picture(classes(), 40, 8, false,
                 " softmax([2, 1, 0.1])\n"
                 "  apple 0.6590 ████████████▌\n"
                 "  pear  0.2424 ████▌\n"
                 "  fig   0.0986 █▊\n");
}

static void probabilities(void **state) {
  (void)state;
  const double p[] = {0.6590, 0.2424, 0.0986};
  TextBars bars = {.values = p, .n = 3};
  assert_bars(&bars, false,
              "  [0] 0.6590 ███████████████▊\n"
              "  [1] 0.2424 █████▊\n"
              "  [2] 0.0986 ██▎\n");
  assert_bars(&bars, true,
              "  [0] 0.6590 ################\n"
              "  [1] 0.2424 ######\n"
              "  [2] 0.0986 ##\n");
}

static void signed_and_odd_values(void **state) {
  (void)state;
  const double v[] = {-2, 1, NAN, INFINITY, 0};
  const char *labels[] = {"a", "b\033[2J", "c", "d", "e"};
  TextBars bars = {.labels = labels, .values = v, .n = 5, .width = 9};
  assert_bars(&bars, false,
              "  a       -2 ████│\n"
              "  b^[[2J   1     │██\n"
              "  c      nan     │\n"
              "  d      inf     │████▸\n"
              "  e        0     │\n");
  const double big[] = {1e9, 5e8};
  bars = (TextBars){.values = big, .n = 2, .width = 4};
  assert_bars(&bars, true, "  [0] 1e+09 ####\n  [1] 5e+08 ##\n");
  bars.n = 0;
  assert_bars(&bars, true, "");
}

/* Counts lines; fails if one is wider than columns. */
static int lines_within(const char *text, int columns) {
  int lines = 0;
  for (const char *end; (end = strchr(text, '\n')); text = end + 1) {
    size_t n = (size_t)(end - text);
    if (utf8_columns(text, n) > (size_t)columns)
      fail_msg("%zu columns, not %d: %.*s", utf8_columns(text, n), columns,
               (int)n, text);
    lines++;
  }
  assert_int_equal(*text, '\0');
  return lines;
}

static void fits_every_size(void **state) {
  (void)state;
  for (size_t i = 0; i < MAKERS; i++) {
    Plot *p = makers[i]();
    for (int n = 0; n < 400; n++) {
      int columns = 1 + n * 7 % 210, rows = 1 + n % 61;
      Buf b = BUF_EMPTY;
      glyph_use_ascii(n % 3 == 0);
      assert_true(
          textplot_draw(p, (TextplotOptions){columns, rows, false}, &b));
      glyph_use_ascii(false);
      int lines = lines_within(buf_text(&b), columns < 20 ? 20 : columns);
      if (makers[i] != classes)
        assert_int_equal(lines, rows < 6 ? 6 : rows);
      buf_free(&b);
    }
    plot_free(p);
  }
}

static void strip_colours(char *text) {
  char *to = text;
  for (char *from = text; *from; from++)
    if (*from == '\033')
      from = strchr(from, 'm');
    else
      *to++ = *from;
  *to = '\0';
}

/* Colour adds nothing but escape sequences, and each is ended in its line. */
static void colour_only_adds(void **state) {
  (void)state;
  for (size_t i = 0; i < MAKERS; i++) {
    Plot *p = makers[i]();
    Buf plain = BUF_EMPTY, colour = BUF_EMPTY;
    textplot_draw(p, (TextplotOptions){60, 15, false}, &plain);
    textplot_draw(p, (TextplotOptions){60, 15, true}, &colour);
    if (p->count)
      assert_non_null(strstr(buf_text(&colour), "\033[36m"));
    strip_colours(colour.text);
    assert_string_equal(colour.text, plain.text);
    buf_free(&plain);
    buf_free(&colour);
    plot_free(p);
  }
}

static void texts_cannot_steer_the_terminal(void **state) {
  (void)state;
  const char *evil = "\033[2J\r\n\007\xc2\x9b";
  Plot *p = plot_new();
  plot_title(p, evil);
  plot_xlabel(p, evil);
  plot_ylabel(p, evil);
  plot_add_name(p, evil);
  PlotSeries *s = plot_add_series(p, PLOT_BARS, evil);
  plot_add_point(s, 0, 1);
  for (int guides = 0; guides < 3; guides++) {
    Buf b = BUF_EMPTY;
    assert_true(textplot_draw(p, (TextplotOptions){70, 16, false}, &b));
    for (const char *c = buf_text(&b); *c; c++)
      assert_true((unsigned char)*c >= 32 || *c == '\n');
    assert_null(strstr(buf_text(&b), "\xc2\x9b"));
    assert_non_null(strstr(buf_text(&b), "^[[2J"));
    buf_free(&b);
    plot_add_guide(p, guides == 1, 0.5, evil);
  }
  plot_free(p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(curves),
      cmocka_unit_test(points),
      cmocka_unit_test(gaps_are_gaps),
      cmocka_unit_test(upright_bars),
      cmocka_unit_test(log_steps),
      cmocka_unit_test(empty),
      cmocka_unit_test(lying_bars),
      cmocka_unit_test(probabilities),
      cmocka_unit_test(signed_and_odd_values),
      cmocka_unit_test(fits_every_size),
      cmocka_unit_test(colour_only_adds),
      cmocka_unit_test(texts_cannot_steer_the_terminal),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
