/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/page.h"

#include "base/glyph.h"
#include "base/mem.h"
#include "base/utf8.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static int clamp(int v, int low, int high) {
  return v < low ? low : v > high ? high : v;
}

bool page_open(Page *p, int columns, int rows) {
  p->columns = clamp(columns, 1, PAGE_MAX_COLUMNS);
  p->rows = clamp(rows, 1, PAGE_MAX_ROWS);
  p->cells = mem_zeroed((size_t)p->columns * (size_t)p->rows, sizeof *p->cells);
  if (p->cells)
    page_clear(p);
  return p->cells;
}

void page_close(Page *p) {
  mem_free(p->cells);
  *p = (Page){0};
}

void page_clear(Page *p) {
  for (int i = 0; i < p->columns * p->rows; i++)
    p->cells[i] = (PageCell){.sign = " ", .len = 1};
}

PageCell *page_at(const Page *p, int row, int column) {
  if (row < 0 || column < 0 || row >= p->rows || column >= p->columns)
    return NULL;
  return &p->cells[row * p->columns + column];
}

/* --- text ----------------------------------------------------------------- */

static void apply(PageStyle *s, long code) {
  if (code == 0)
    *s = (PageStyle){0};
  else if (code == 1)
    s->bold = true;
  else if (code == 2)
    s->dim = true;
  else if (code == 7)
    s->reverse = true;
  else if (code >= 30 && code <= 37)
    s->colour = (uint8_t)(code - 30);
}

/* Bytes of the escape sequence at p ("\033[1;31m"), or 0. */
static size_t take_escape(const char *p, PageStyle *s) {
  const char *at = p + 1;
  if (p[0] != '\033' || *at != '[')
    return 0;
  do {
    char *end;
    apply(s, strtol(++at, &end, 10));
    at = end;
  } while (*at == ';');
  return *at == 'm' ? (size_t)(at - p) + 1 : 0;
}

static void set(PageCell *cell, const char *sign, size_t n, PageStyle s) {
  if (!cell || n > PAGE_SIGN)
    return;
  memcpy(cell->sign, sign, n);
  cell->len = (uint8_t)n;
  cell->style = s;
}

/* A sign without width of its own belongs to the one before. */
static void combine(PageCell *cell, const char *sign, size_t n) {
  if (!cell || cell->len + n > PAGE_SIGN)
    return;
  memcpy(cell->sign + cell->len, sign, n);
  cell->len = (uint8_t)(cell->len + n);
}

/* Where text goes on, to the end of its line. */
typedef struct Cursor {
  Page *page;
  int row, first, column, end;
} Cursor;

static size_t put_sign(Cursor *c, const char *text, size_t left, PageStyle s) {
  uint32_t code;
  size_t n = utf8_decode(text, left, &code);
  if (!n)
    n = 1;
  int wide = (int)utf8_columns(text, n);
  if (!wide && c->column > c->first)
    combine(page_at(c->page, c->row, c->column - 1), text, n);
  if (!wide)
    return n;
  if (c->column + wide > c->end) {
    c->column = c->end;
    return n;
  }
  set(page_at(c->page, c->row, c->column), text, n, s);
  if (wide == 2)
    set(page_at(c->page, c->row, c->column + 1), text, 0, s);
  c->column += wide;
  return n;
}

static int put(Page *p, int row, int column, int width, const char *text,
               size_t n) {
  PageStyle style = {0};
  int end = column + width < p->columns ? column + width : p->columns;
  Cursor c = {p, row, column, column, end};
  for (size_t i = 0; i < n;) {
    size_t escape = take_escape(text + i, &style);
    i += escape ? escape : put_sign(&c, text + i, n - i, style);
  }
  return c.column - column;
}

int page_put(Page *p, int row, int column, int width, const char *text) {
  return put(p, row, column, width, text, strlen(text));
}

void page_lines(Page *p, int row, int column, int width, const char *text) {
  while (*text) {
    size_t n = strcspn(text, "\n");
    put(p, row++, column, width, text, n);
    text += n + (text[n] == '\n');
  }
}

/* --- frames --------------------------------------------------------------- */

static void side(Page *p, int row, int column, int width, Glyph left,
                 Glyph right) {
  page_put(p, row, column, 1, glyph(left));
  for (int i = 1; i < width - 1; i++)
    page_put(p, row, column + i, 1, glyph(GLYPH_LINE));
  page_put(p, row, column + width - 1, 1, glyph(right));
}

void page_frame(Page *p, int row, int column, int width, int height,
                const char *title) {
  side(p, row, column, width, GLYPH_CORNER_TL, GLYPH_CORNER_TR);
  for (int i = 1; i < height - 1; i++) {
    page_put(p, row + i, column, 1, glyph(GLYPH_SIDE));
    page_put(p, row + i, column + width - 1, 1, glyph(GLYPH_SIDE));
  }
  side(p, row + height - 1, column, width, GLYPH_CORNER_BL, GLYPH_CORNER_BR);
  if (title && width > 6) {
    int used = page_put(p, row, column + 3, width - 5, title);
    page_put(p, row, column + 2, 1, " ");
    page_put(p, row, column + 3 + used, 1, " ");
  }
}

void page_text(const Page *p, int row, Buf *out) {
  size_t end = out->len;
  for (int i = 0; i < p->columns; i++) {
    const PageCell *c = page_at(p, row, i);
    if (!c)
      return;
    buf_add(out, c->sign, c->len);
    if (c->len != 1 || c->sign[0] != ' ')
      end = out->len;
  }
  if (!out->failed && out->text)
    out->text[out->len = end] = '\0';
}
