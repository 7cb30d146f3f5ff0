/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/canvas.h"

#include "base/glyph.h"
#include "base/mem.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

static const char *const patterns[] = {"1", "100", "11110000", "1111110010010"};
static const char *const unicode_marks[] = {"●", "×", "◆", "+", "○", "▲"};
static const char *const ascii_marks[] = {"*", "o", "x", "+", "#", "@"};
static const char *const colours[] = {"\033[36m", "\033[33m", "\033[35m",
                                      "\033[32m", "\033[34m", "\033[31m"};
enum { PATTERNS = 4, MARKS = 6, COLOURS = 6 };

bool canvas_open(Canvas *c, int w, int h) {
  *c = (Canvas){.w = w, .h = h, .ascii = glyph_ascii()};
  c->dw = c->ascii ? w : 2 * w;
  c->dh = c->ascii ? h : 4 * h;
  c->cells = mem_zeroed((size_t)w * (size_t)h, sizeof *c->cells);
  return c->cells;
}

void canvas_close(Canvas *c) {
  mem_free(c->cells);
  *c = (Canvas){0};
}

/* NULL outside. */
static CanvasCell *cell_at(Canvas *c, int column, int row) {
  if (column < 0 || row < 0 || column >= c->w || row >= c->h)
    return NULL;
  return &c->cells[row * c->w + column];
}

bool canvas_empty(Canvas *c, int column, int row, int columns) {
  for (int i = 0; i < columns; i++) {
    CanvasCell *cell = cell_at(c, column + i, row);
    if (!cell || cell->dots || cell->sign)
      return false;
  }
  return true;
}

static const char *marker(int owner) {
  if (owner == CANVAS_GUIDE)
    return ":";
  int i = (owner - 1) % MARKS;
  return glyph_ascii() ? ascii_marks[i] : unicode_marks[i];
}

static void set_sign(CanvasCell *cell, const char *sign, size_t n, int owner) {
  cell->sign = sign;
  cell->len = (uint8_t)n;
  cell->owner = (uint8_t)owner;
}

/* Bits of the Braille dots by row and column: U+2800 + bits. */
static const uint8_t dot_bits[4][2] = {
    {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

void canvas_dot(Canvas *c, int x, int y, int owner) {
  if (c->ascii) {
    canvas_mark(c, x, y, owner);
    return;
  }
  if (x < 0 || y < 0 || x >= c->dw || y >= c->dh)
    return;
  CanvasCell *cell = cell_at(c, x / 2, y / 4);
  cell->dots |= dot_bits[y % 4][x % 2];
  cell->owner = (uint8_t)owner;
}

void canvas_mark(Canvas *c, int x, int y, int owner) {
  if (x < 0 || y < 0 || x >= c->dw || y >= c->dh)
    return;
  CanvasCell *cell = c->ascii ? cell_at(c, x, y) : cell_at(c, x / 2, y / 4);
  const char *sign = marker(owner);
  set_sign(cell, sign, strlen(sign), owner);
}

CanvasPen canvas_pen(int owner) {
  return (CanvasPen){.owner = owner, .x = -1, .y = -1, .steps = -1};
}

static void pen_to(Canvas *c, CanvasPen *pen, int x, int y) {
  if (x == pen->x && y == pen->y)
    return;
  pen->x = x;
  pen->y = y;
  pen->steps++;
  const char *on = c->ascii ? "1" : patterns[(pen->owner - 1) % PATTERNS];
  if (on[(size_t)pen->steps % strlen(on)] == '1')
    canvas_dot(c, x, y, pen->owner);
}

/* Cuts the part t0..t1 of a line where p + t*d leaves 0..max (Liang and
   Barsky 1984); false when nothing is left. */
static bool cut(double p, double d, double max, double *t0, double *t1) {
  double low = -0.5 - p, high = max - 0.5 - p;
  if (d == 0)
    return low <= 0 && 0 <= high;
  double a = low / d, b = high / d;
  *t0 = fmax(*t0, fmin(a, b));
  *t1 = fmin(*t1, fmax(a, b));
  return *t0 <= *t1;
}

void canvas_line(Canvas *c, CanvasPen *pen, double x0, double y0, double x1,
                 double y1) {
  double dx = x1 - x0, dy = y1 - y0, t0 = 0, t1 = 1;
  if (!cut(x0, dx, c->dw, &t0, &t1) || !cut(y0, dy, c->dh, &t0, &t1))
    return;
  int n = (int)ceil(fmax(fabs(dx), fabs(dy)) * (t1 - t0));
  for (int i = 0; i <= n; i++) {
    double t = n ? t0 + (t1 - t0) * i / n : t0;
    pen_to(c, pen, (int)lround(x0 + t * dx), (int)lround(y0 + t * dy));
  }
}

void canvas_text(Canvas *c, int column, int row, const char *text, int owner) {
  for (size_t n = strlen(text); n && cell_at(c, column, row);) {
    uint32_t code;
    size_t len = utf8_decode(text, n, &code);
    if (!len)
      len = 1;
    size_t columns = utf8_columns(text, len);
    if (columns)
      set_sign(cell_at(c, column++, row), text, len, owner);
    if (columns == 2 && cell_at(c, column, row))
      set_sign(cell_at(c, column++, row), text, 0, owner);
    text += len;
    n -= len;
  }
}

/* --- showing --- */

const char *canvas_colour(int owner) {
  return owner == CANVAS_GUIDE ? "\033[2m" : colours[(owner - 1) % COLOURS];
}

static void show_cell(const CanvasCell *cell, Buf *out) {
  char braille[4];
  if (cell->sign)
    buf_add(out, cell->sign, cell->len);
  else if (cell->dots)
    buf_add(out, braille, utf8_encode(0x2800u + cell->dots, braille));
  else
    buf_char(out, ' ');
}

void canvas_show_row(const Canvas *c, int row, bool colour, Buf *out) {
  int now = CANVAS_NOBODY;
  for (int i = 0; i < c->w; i++) {
    const CanvasCell *cell = &c->cells[row * c->w + i];
    int owner = cell->sign || cell->dots ? cell->owner : CANVAS_NOBODY;
    if (colour && owner != now) {
      if (now)
        buf_str(out, "\033[0m");
      if (owner)
        buf_str(out, canvas_colour(owner));
      now = owner;
    }
    show_cell(cell, out);
  }
  if (now)
    buf_str(out, "\033[0m");
}
