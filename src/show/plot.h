/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot as pure data: what is to be seen, not how. textplot.c and gnuplot.c
   draw it. A plot owns all its texts and numbers; what it is given is
   copied. nan and inf may be added; they are gaps when it is drawn. */
#ifndef XENT_SHOW_PLOT_H
#define XENT_SHOW_PLOT_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum PlotStyle {
  PLOT_LINE,
  PLOT_POINTS,
  PLOT_LINE_POINTS,
  PLOT_STEPS, /* a staircase: y holds until the next x */
  PLOT_BARS   /* upright, centred at x; histograms are bars that touch */
} PlotStyle;

typedef struct PlotSeries {
  char *label; /* NULL: not in the legend */
  PlotStyle style;
  double width;  /* of bars, in units of x; 0.8 at first */
  double *x, *y; /* n numbers each */
  size_t n, x_cap, y_cap;
} PlotSeries;

/* A straight line through the whole picture, such as "ln 3 = 1.0986". */
typedef struct PlotGuide {
  bool vertical;
  double at;
  char *label; /* NULL: none */
} PlotGuide;

typedef struct PlotLimits {
  bool set;
  double from, to;
} PlotLimits;

typedef struct Plot {
  char *title, *xlabel, *ylabel; /* NULL: none */
  PlotLimits xlim, ylim;         /* else from the data */
  bool xlog, ylog;
  bool legend; /* true at first; series with labels only */
  bool latest; /* the legend shows the last y of each series */
  PlotSeries **series;
  size_t count, cap;
  PlotGuide *guides;
  size_t guide_count, guide_cap;
  char **names; /* categories: the texts at x = 0, 1, 2 ... */
  size_t name_count, name_cap;
} Plot;

/* What a picture of the plot has to span; both ranges are finite and not
   empty, positive when logarithmic. */
typedef struct PlotBox {
  double x0, x1, y0, y1;
} PlotBox;

/* All return NULL or false with the error record filled when memory is
   out; the plot is unchanged then. */
Plot *plot_new(void);
void plot_free(Plot *p);

/* NULL or "" takes the text away. */
bool plot_title(Plot *p, const char *text);
bool plot_xlabel(Plot *p, const char *text);
bool plot_ylabel(Plot *p, const char *text);

/* A ValueError unless both ends are finite and differ; swapped ends are put
   in order. */
bool plot_xlim(Plot *p, double from, double to);
bool plot_ylim(Plot *p, double from, double to);

/* The series belongs to the plot and stays where it is while others are
   added. */
PlotSeries *plot_add_series(Plot *p, PlotStyle style, const char *label);
bool plot_add_point(PlotSeries *s, double x, double y);
/* n points; x NULL means 0, 1, 2 ... after those that are there. */
bool plot_add_points(PlotSeries *s, const double *x, const double *y, size_t n);
bool plot_add_guide(Plot *p, bool vertical, double at, const char *label);
/* Names the next category: the first call names x = 0. */
bool plot_add_name(Plot *p, const char *name);

/* True if point i of s can be drawn: finite, and positive on a log axis. */
bool plot_drawable(const Plot *p, const PlotSeries *s, size_t i);

/* The given limits, else those of the data, the guides and (for bars) the
   zero, with a little air; an empty plot spans 0 to 1. */
PlotBox plot_box(const Plot *p);

/* True if some series is to be named in a legend. */
bool plot_has_legend(const Plot *p);
/* The name of a series in the legend, with its last y when p->latest. */
void plot_legend_text(const Plot *p, const PlotSeries *s, Buf *out);

#endif
