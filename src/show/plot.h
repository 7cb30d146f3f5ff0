/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot as pure data: what is to be seen, not how. textplot.c and gnuplot.c
   draw it. A plot owns all its texts and numbers; what it is given is
   copied. nan and inf may be added; they are gaps when it is drawn. */
#ifndef XENT_SHOW_PLOT_H
#define XENT_SHOW_PLOT_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum PlotStyle {
  PLOT_LINE,
  PLOT_POINTS,
  PLOT_LINE_POINTS,
  PLOT_STEPS, /* a staircase: y holds until the next x */
  PLOT_BARS,  /* upright, centred at x */
  PLOT_BOXES, /* rectangles from (x, y) to (u, v) */
  PLOT_AREA   /* what lies between y and v */
} PlotStyle;

typedef enum PlotDash {
  PLOT_DASH_AUTO, /* differs from series to series */
  PLOT_SOLID,
  PLOT_DASHED,
  PLOT_DOTTED,
  PLOT_DASH_DOT
} PlotDash;

typedef enum PlotMark {
  PLOT_MARK_AUTO,
  PLOT_DISC,
  PLOT_CROSS, /* x */
  PLOT_PLUS,
  PLOT_DIAMOND,
  PLOT_SQUARE,
  PLOT_UP, /* a triangle */
  PLOT_DOWN,
  PLOT_STAR,
  PLOT_RING,
  PLOT_DOT,
  PLOT_MARKS /* how many there are */
} PlotMark;

/* How something is drawn. Everything zero: as its number in the plot says. */
typedef struct PlotLook {
  bool coloured, edged;   /* whether there is an rgb, an edge */
  uint32_t rgb, edge;     /* 0xRRGGBB */
  double alpha;           /* 0 is opaque, towards 1 more is seen through */
  double thickness, size; /* of lines and marks in points; 0: the usual */
  PlotDash dash;
  PlotMark mark;
} PlotLook;

/* The own look of one point or box of a series. */
typedef struct PlotDot {
  uint32_t rgb;
  float size;    /* in points */
  uint8_t group; /* 0, 1 ...: signs of the text form tell groups apart */
} PlotDot;

typedef struct PlotSeries {
  char *label; /* NULL: not in the legend */
  PlotStyle style;
  PlotLook look;
  double width;  /* of bars, in units of x; 0.8 at first */
  double *x, *y; /* n numbers each */
  double *u, *v; /* of boxes and areas, else NULL */
  PlotDot *dots; /* n of them, or NULL */
  int groups;    /* of the dots; 1 without */
  int like;      /* without points: the legend shows a group of that series, */
  int group;     /* -1: its own look */
  size_t n, x_cap, y_cap, u_cap, v_cap, dot_cap;
} PlotSeries;

/* A straight line through the whole picture, such as "ln 3 = 1.0986". */
typedef struct PlotGuide {
  bool vertical;
  double at;
  char *label; /* NULL: none */
  PlotLook look;
} PlotGuide;

/* A text at a place, perhaps with an arrow from there to another. */
typedef struct PlotText {
  char *text;
  double x, y;       /* of the data, or parts of the frame when `framed` */
  double to_x, to_y; /* where the arrow points, of the data */
  bool framed, arrow;
  int across, up; /* where it stands: -1 left or below, 0 amid, 1 */
  PlotLook look;  /* size: of the font in points */
} PlotText;

typedef struct PlotLimits {
  bool set;
  double from, to;
} PlotLimits;

/* The places that an axis names. */
typedef struct PlotTicks {
  bool set; /* else they are chosen by who draws */
  bool tilted;
  size_t n, at_cap, text_cap;
  double *at;
  char **text; /* NULL entries: the number */
} PlotTicks;

/* Where the legend stands. */
typedef enum PlotKey {
  PLOT_KEY_ABOVE, /* over the frame */
  PLOT_KEY_BEST,  /* in the corner that holds least */
  PLOT_KEY_UPPER_LEFT,
  PLOT_KEY_UPPER_RIGHT,
  PLOT_KEY_LOWER_LEFT,
  PLOT_KEY_LOWER_RIGHT,
  PLOT_KEY_BESIDE /* right of the frame */
} PlotKey;

struct Field;

typedef struct Plot {
  char *title, *xlabel, *ylabel; /* NULL: none */
  PlotLimits xlim, ylim;         /* else from the data */
  bool xlog, ylog;
  bool xflip, yflip; /* the axis grows to the left, downwards */
  bool equal;        /* one unit is as long on both axes */
  bool bare;         /* no axes */
  bool grid;         /* true at first */
  bool boxed;        /* a whole frame below a centred title */
  bool legend;       /* true at first; series with labels only */
  bool latest;       /* the legend shows the last y of each series */
  PlotKey key;
  PlotSeries **series;
  size_t count, cap;
  PlotGuide *guides;
  size_t guide_count, guide_cap;
  PlotText *texts;
  size_t text_count, text_cap;
  PlotTicks xticks, yticks;
  struct Field **fields; /* below everything else; show/field.h */
  size_t field_count, field_cap;
  struct Field *scale; /* whose colours a bar explains, or NULL */
  char *scale_label;
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
/* The second corner of the last point added. */
bool plot_add_corner(PlotSeries *s, double u, double v);
/* The own look of point i, which is there; all points get one, or none. */
bool plot_add_dot(PlotSeries *s, size_t i, PlotDot dot);
bool plot_add_guide(Plot *p, bool vertical, double at, const char *label);
/* A text at (x, y); NULL: no memory. It may move when others are added. */
PlotText *plot_add_text(Plot *p, double x, double y, const char *text);
/* Names a place of an axis; text NULL: by its number. */
bool plot_add_tick(PlotTicks *t, double at, const char *text);
/* Names the next category: the first call names x = 0. */
bool plot_add_name(Plot *p, const char *name);
/* Gives a field to the plot, also when it fails; NULL fails. */
bool plot_add_field(Plot *p, struct Field *f);
bool plot_scale_label(Plot *p, const char *text);

/* True if point i of s can be drawn: finite, and positive on a log axis. */
bool plot_drawable(const Plot *p, const PlotSeries *s, size_t i);

/* The given limits, else those of the data, the guides and (for bars) the
   zero, with a little air; an empty plot spans 0 to 1. */
PlotBox plot_box(const Plot *p);

/* Where v stands between from (0) and to (1) on an axis. */
double plot_part(double v, double from, double to, bool log);

/* The corner for a legend of so many columns and lines of a picture of 100 by
   40: the one that is asked for, or that hides least. */
PlotKey plot_corner(const Plot *p, int columns, int lines);

/* True if some series is to be named in a legend. */
bool plot_has_legend(const Plot *p);
/* The name of a series in the legend, with its last y when p->latest. */
void plot_legend_text(const Plot *p, const PlotSeries *s, Buf *out);

#endif
