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
static const char *const ansi[] = {"",         "\033[31m", "\033[32m",
                                   "\033[33m", "\033[34m", "\033[35m",
                                   "\033[36m", "\033[37m"};
static const char *const shades[][2] = {
    {" ", " "}, {"░", "."}, {"▒", ":"}, {"▓", "%"}, {"█", "#"}};
enum { PATTERNS = 4, COLOURS = 6 };

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

const char *canvas_sign(int i) {
  return glyph_ascii() ? ascii_marks[i % CANVAS_SIGNS]
                       : unicode_marks[i % CANVAS_SIGNS];
}

static const char *marker(const Canvas *c, int owner) {
  if (owner == CANVAS_GUIDE)
    return ":";
  if (c->looks && c->looks[owner].sign)
    return c->looks[owner].sign;
  return canvas_sign(owner - 1);
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
  const char *sign = marker(c, owner);
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
  const char *given = c->looks ? c->looks[pen->owner].pattern : NULL;
  const char *on = c->ascii ? "1"
                   : given  ? given
                            : patterns[(pen->owner - 1) % PATTERNS];
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

void canvas_shade(Canvas *c, int column, int row, int shade, int tint) {
  CanvasCell *cell = cell_at(c, column, row);
  if (!cell)
    return;
  cell->shade = (uint8_t)shade;
  cell->tint = (uint8_t)tint;
}

/* --- showing --- */

/* By the hue's sixth of the circle; what has hardly any hue is grey. */
uint8_t canvas_tint(uint32_t rgb) {
  static const uint8_t hues[] = {1, 3, 3, 2, 2, 6, 6, 4, 4, 5, 5, 1};
  int r = rgb >> 16 & 255, g = rgb >> 8 & 255, b = rgb & 255;
  int high = r > g ? (r > b ? r : b) : g > b ? g : b;
  int low = r < g ? (r < b ? r : b) : g < b ? g : b;
  int span = high - low;
  if (span < 40)
    return 0;
  double hue = high == r   ? 2. * (g - b) / span
               : high == g ? 4 + 2. * (b - r) / span
                           : 8 + 2. * (r - g) / span;
  return hues[(int)floor(hue + 12.5) % 12];
}

const char *canvas_colour(const Canvas *c, int owner) {
  if (owner == CANVAS_GUIDE)
    return "\033[2m";
  if (c && c->looks && c->looks[owner].colour)
    return ansi[c->looks[owner].colour];
  return colours[(owner - 1) % COLOURS];
}

static void show_cell(const Canvas *c, const CanvasCell *cell, Buf *out) {
  char braille[4];
  if (cell->sign)
    buf_add(out, cell->sign, cell->len);
  else if (cell->dots)
    buf_add(out, braille, utf8_encode(0x2800u + cell->dots, braille));
  else
    buf_str(out, shades[cell->shade][c->ascii]);
}

static const char *colour_of(const Canvas *c, const CanvasCell *cell) {
  if (cell->sign || cell->dots)
    return cell->owner ? canvas_colour(c, cell->owner) : "";
  return cell->shade ? ansi[cell->tint] : "";
}

void canvas_show_row(const Canvas *c, int row, bool colour, Buf *out) {
  const char *now = "";
  for (int i = 0; i < c->w; i++) {
    const CanvasCell *cell = &c->cells[row * c->w + i];
    const char *wanted = colour ? colour_of(c, cell) : "";
    if (wanted != now) {
      buf_str(out, *now ? "\033[0m" : "");
      buf_str(out, wanted);
      now = wanted;
    }
    show_cell(c, cell, out);
  }
  buf_str(out, *now ? "\033[0m" : "");
}
