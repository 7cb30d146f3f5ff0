/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A terminal's screen as data: cells with a sign and a style each. Views write
   on it, ui/screen.c shows it, tests read it. */
#ifndef XENT_SHOW_PAGE_H
#define XENT_SHOW_PAGE_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

enum { PAGE_MAX_COLUMNS = 1000, PAGE_MAX_ROWS = 400, PAGE_SIGN = 8 };

typedef struct PageStyle {
  uint8_t colour; /* ANSI 1 (red) .. 7; 0: the terminal's own */
  bool bold, dim, reverse;
} PageStyle;

typedef struct PageCell {
  char sign[PAGE_SIGN]; /* UTF-8 with combining signs; not ended by NUL */
  uint8_t len;          /* bytes; 0: the right half of a wide sign */
  PageStyle style;
} PageCell;

typedef struct Page {
  int columns, rows;
  PageCell *cells;
} Page;

/* A page of blanks, of at least one cell and at most the size above. False
   with the error record filled when memory is out. */
bool page_open(Page *p, int columns, int rows);
void page_close(Page *p);
void page_clear(Page *p);

/* The cell, or NULL outside. */
PageCell *page_at(const Page *p, int row, int column);

/* Text from (row, column) over at most `width` columns; what does not fit on
   the page is left out. Escape sequences of colours and of bold, dim and
   reverse become styles. Returns the columns that were used. */
int page_put(Page *p, int row, int column, int width, const char *text);

/* The same for several lines, one below the other. */
void page_lines(Page *p, int row, int column, int width, const char *text);

/* A frame of lines with `title` (or NULL) in its upper side. */
void page_frame(Page *p, int row, int column, int width, int height,
                const char *title);

/* Appends a row as plain text without the blanks at its end. */
void page_text(const Page *p, int row, Buf *out);

#endif
