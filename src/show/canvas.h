/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet of terminal cells: each holds Braille dots (2 x 4) or one sign.
   In ASCII a cell is one dot, shown as the sign of its owner. */
#ifndef XENT_SHOW_CANVAS_H
#define XENT_SHOW_CANVAS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

enum { CANVAS_NOBODY = 0, CANVAS_GUIDE = 255 }; /* owners beside 1, 2 ... */

enum { CANVAS_SHADES = 5 }; /* from a blank to a full block */

typedef struct CanvasCell {
  const char *sign; /* borrowed; NULL: the dots */
  uint8_t len;      /* bytes of sign; 0: the right half of a wide one */
  uint8_t dots, owner;
  uint8_t shade, tint; /* below dots and signs; an ANSI colour, 0: none */
} CanvasCell;

/* How an owner is drawn; what is zero comes from its number. */
typedef struct CanvasLook {
  const char *sign, *pattern; /* of dots, "1" is drawn: "11110000" */
  uint8_t colour;             /* ANSI, 1 to 7 */
} CanvasLook;

typedef struct Canvas {
  int w, h;   /* cells */
  int dw, dh; /* dots */
  CanvasCell *cells;
  bool ascii;
  const CanvasLook *looks; /* of 256 owners, borrowed, or NULL */
} Canvas;

/* Follows a line, to draw it solid, dotted, dashed ... by its owner. */
typedef struct CanvasPen {
  int owner, x, y, steps;
} CanvasPen;

/* False with the error record filled when memory is out. */
bool canvas_open(Canvas *c, int w, int h);
void canvas_close(Canvas *c);

void canvas_dot(Canvas *c, int x, int y, int owner);
CanvasPen canvas_pen(int owner);
/* A straight line between two places in dots, cut at the edges. */
void canvas_line(Canvas *c, CanvasPen *pen, double x0, double y0, double x1,
                 double y1);
/* A whole cell shows the owner's marker, placed at a dot. */
void canvas_mark(Canvas *c, int x, int y, int owner);

bool canvas_empty(Canvas *c, int column, int row, int columns);
/* Text over the cells of a row; it is borrowed until the canvas is shown. */
void canvas_text(Canvas *c, int column, int row, const char *text, int owner);

/* Shades a cell with 0 to CANVAS_SHADES - 1. */
void canvas_shade(Canvas *c, int column, int row, int shade, int tint);

/* The nearest ANSI colour, 0 for greys. */
uint8_t canvas_tint(uint32_t rgb);
/* The sign of a mark by its owner's number, and how many there are. */
const char *canvas_sign(int i);
enum { CANVAS_SIGNS = 6 };

void canvas_show_row(const Canvas *c, int row, bool colour, Buf *out);
/* The escape sequence that begins an owner's colour. */
const char *canvas_colour(const Canvas *c, int owner);

#endif
