/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a text plot: curves, points, bars and guides on a canvas. */
#ifndef XENT_SHOW_TEXTSHEET_H
#define XENT_SHOW_TEXTSHEET_H

#include "base/buf.h"
#include "show/canvas.h"
#include "show/plot.h"

enum { TEXTSHEET_OWNERS = 256 };

typedef struct TextSheet {
  const Plot *p;
  PlotBox box; /* x0 is at the left and y0 below, also where axes are flipped */
  Canvas c;
  Buf *guide_text;   /* the label of each guide, safe to show */
  Buf *text_text;    /* the same of each text, with lines */
  CanvasLook *looks; /* TEXTSHEET_OWNERS */
} TextSheet;

/* The limits, the texts and the looks; the canvas is opened by the caller, who
   then sets canvas.looks. False: memory is out. */
bool textsheet_open(TextSheet *s, const Plot *p);
void textsheet_close(TextSheet *s);

void textsheet_draw(TextSheet *s);

/* The cell where a value is, or -1 outside. */
int textsheet_row(const TextSheet *s, double y);
int textsheet_column(const TextSheet *s, double x);

struct Field;

/* How many shades show a field: one a band where that is few, else five of
   images and three of contours, which stay light enough for marks. */
int textsheet_shades(const struct Field *f);
/* Which of the canvas' shades shows a band. */
int textsheet_shade(const struct Field *f, int band);

/* The owner of series i on the canvas: of its first group. */
int textsheet_owner(const Plot *p, size_t i);

/* Bytes of the short name shown at the axis: what stands before " = ". */
size_t textsheet_short_name(const char *label);

#endif
