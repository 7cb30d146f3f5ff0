/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a text plot: curves, points, bars and guides on a canvas. */
#ifndef XENT_SHOW_TEXTSHEET_H
#define XENT_SHOW_TEXTSHEET_H

#include "base/buf.h"
#include "show/canvas.h"
#include "show/plot.h"

typedef struct TextSheet {
  const Plot *p;
  PlotBox box;
  Canvas c;
  Buf *guide_text; /* the label of each guide, safe to show */
} TextSheet;

void textsheet_draw(TextSheet *s);

/* The cell where a value is, or -1 outside. */
int textsheet_row(const TextSheet *s, double y);
int textsheet_column(const TextSheet *s, double x);

/* The owner of series i on the canvas. */
int textsheet_owner(size_t i);

/* Bytes of the short name shown at the axis: what stands before " = ". */
size_t textsheet_short_name(const char *label);

#endif
