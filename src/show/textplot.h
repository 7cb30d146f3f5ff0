/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plots as text: curves of Braille dots, bars of eighth blocks; pure ASCII
   when glyph_ascii(). Series differ by pattern or sign, colour only adds. */
#ifndef XENT_SHOW_TEXTPLOT_H
#define XENT_SHOW_TEXTPLOT_H

#include "base/buf.h"
#include "show/plot.h"

#include <stdbool.h>

/* The smallest and the largest picture; other sizes are clamped. */
enum {
  TEXTPLOT_MIN_COLUMNS = 20,
  TEXTPLOT_MIN_ROWS = 6,
  TEXTPLOT_MAX_COLUMNS = 500,
  TEXTPLOT_MAX_ROWS = 200
};

typedef struct TextplotOptions {
  int columns, rows; /* of the whole picture with titles and labels */
  bool colour;       /* 16-colour escape sequences */
} TextplotOptions;

/* Appends exactly `rows` lines of at most `columns` columns, each ended by a
   newline; a plot of few bars takes fewer lines and lays them down, and one of
   equal units may need fewer. False: memory is out. */
bool textplot_draw(const Plot *p, TextplotOptions o, Buf *out);

#endif
