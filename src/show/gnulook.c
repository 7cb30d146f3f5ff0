/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/gnulook.h"

#include <math.h>

/* Colours that also differ for the colour-blind (Okabe and Ito 2008); dashes,
   signs and fills differ in print. */
static const uint32_t colours[] = {0x0072B2, 0xD55E00, 0x009E73,
                                   0x7B3294, 0x56B4E9, 0x333333};
static const char *const dashes[] = {"1", "'-'", "(2,3)", "'_.'", "'..-'", "2"};
static const int signs[] = {7, 2, 5, 8, 6, 9};
static const char *const fills[] = {"solid 0.75", "pattern 4", "solid 0.25",
                                    "pattern 5",  "pattern 2", "pattern 1"};
enum { LOOKS = 6 };

/* gnuplot's numbers of the marks, and of their outlines; 0: none. */
static const int types[PLOT_MARKS][2] = {
    [PLOT_DISC] = {7, 6},      [PLOT_CROSS] = {2, 0},  [PLOT_PLUS] = {1, 0},
    [PLOT_DIAMOND] = {13, 12}, [PLOT_SQUARE] = {5, 4}, [PLOT_UP] = {9, 8},
    [PLOT_DOWN] = {11, 10},    [PLOT_STAR] = {3, 0},   [PLOT_RING] = {6, 0},
    [PLOT_DOT] = {7, 0}};

static const char *const given_dashes[] = {[PLOT_SOLID] = "1",
                                           [PLOT_DASHED] = "(12,6)",
                                           [PLOT_DOTTED] = "(2,4)",
                                           [PLOT_DASH_DOT] = "(12,5,2,5)"};

/* A point of 1/72 inch is so many units of gnuplot: a line's, a mark's. */
static const double LINE = 1.4, MARK = 0.14;

void gnulook_colour(Buf *out, const char *word, uint32_t rgb, double alpha) {
  uint32_t through = (uint32_t)lround(255 * alpha);
  if (through)
    buf_fmt(out, "%s rgb '#%02X%06X'", word, through, rgb);
  else
    buf_fmt(out, "%s rgb '#%06X'", word, rgb);
}

void gnulook_dash(Buf *out, PlotDash dash) {
  if (dash != PLOT_DASH_AUTO)
    buf_fmt(out, " dt %s", given_dashes[dash]);
}

static void add_colour(Buf *out, const PlotSeries *s, size_t i) {
  if (s->dots && s->style != PLOT_LINE)
    buf_str(out, " lc rgb variable");
  else
    gnulook_colour(out, " lc",
                   s->look.coloured ? s->look.rgb : colours[i % LOOKS],
                   s->look.alpha);
}

static void add_line(Buf *out, const PlotSeries *s, size_t i) {
  double width = s->look.thickness > 0 ? s->look.thickness * LINE : 2.2;
  buf_fmt(out, " lw %.4g dt %s", width,
          s->look.dash == PLOT_DASH_AUTO ? dashes[i % LOOKS]
                                         : given_dashes[s->look.dash]);
}

static double mark_size(const PlotSeries *s) {
  double size = s->look.size > 0 ? s->look.size * MARK : 0.8;
  return s->look.mark == PLOT_DOT ? size / 2 : size;
}

static int mark_type(const PlotSeries *s, size_t i) {
  return s->look.mark == PLOT_MARK_AUTO ? signs[i % LOOKS]
                                        : types[s->look.mark][0];
}

static void add_mark(Buf *out, const PlotSeries *s, int type) {
  if (s->dots)
    buf_fmt(out, " pt %d ps variable", type);
  else
    buf_fmt(out, " pt %d ps %.4g", type, mark_size(s));
}

static void add_fill(Buf *out, const PlotSeries *s, size_t i) {
  const PlotLook *k = &s->look;
  bool border = k->edged || !k->coloured;
  buf_fmt(out, " fill %s", k->coloured ? "solid 1" : fills[i % LOOKS]);
  if (border)
    gnulook_colour(out, " border lc", k->edged ? k->edge : colours[i % LOOKS],
                   0);
  else
    buf_str(out, " noborder");
}

void gnulook_add(Buf *out, const PlotSeries *s, size_t i) {
  static const char *const words[] = {
      [PLOT_LINE] = "lines",       [PLOT_POINTS] = "points",
      [PLOT_STEPS] = "steps",      [PLOT_LINE_POINTS] = "linespoints",
      [PLOT_BARS] = "boxes",       [PLOT_BOXES] = "boxxyerror",
      [PLOT_AREA] = "filledcurves"};
  buf_str(out, words[s->style]);
  if (s->style <= PLOT_STEPS && s->style != PLOT_POINTS)
    add_line(out, s, i);
  if (s->style == PLOT_POINTS || s->style == PLOT_LINE_POINTS)
    add_mark(out, s, mark_type(s, i));
  if (s->style == PLOT_POINTS)
    buf_str(out, " lw 1.5");
  add_colour(out, s, i);
  if (s->style >= PLOT_BARS)
    add_fill(out, s, i);
}

const char *gnulook_columns(const PlotSeries *s) {
  if (s->style == PLOT_BOXES)
    return s->dots ? "1:2:3:4:5:6:8" : "1:2:3:4:5:6";
  if (s->style == PLOT_AREA)
    return "1:2:3";
  return s->dots ? "1:2:3:4" : "1:2";
}

/* --- edges and dots --- */

bool gnulook_has_edge(const PlotSeries *s) {
  bool marks = s->style == PLOT_POINTS || s->style == PLOT_LINE_POINTS;
  return marks && s->look.edged && types[s->look.mark][1];
}

const char *gnulook_edge_columns(const PlotSeries *s) {
  return s->dots ? "1:2:3" : "1:2";
}

void gnulook_edge(Buf *out, const PlotSeries *s, size_t i) {
  (void)i;
  buf_str(out, "points");
  add_mark(out, s, types[s->look.mark][1]);
  buf_str(out, " lw 1");
  gnulook_colour(out, " lc", s->look.edge, s->look.alpha);
}

void gnulook_dot(Buf *out, const PlotSeries *s, size_t i) {
  uint32_t through = (uint32_t)lround(255 * s->look.alpha);
  buf_fmt(out, " %.4g %lu", s->dots[i].size * MARK,
          (unsigned long)s->dots[i].rgb + ((unsigned long)through << 24));
}
