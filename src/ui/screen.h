/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file that sees curses: a page goes out, keys come in. Ctrl-Z, a
   change of size and every way of ending leave the terminal as it was. */
#ifndef XENT_UI_SCREEN_H
#define XENT_UI_SCREEN_H

#include "base/buf.h"
#include "show/page.h"

#include <stdbool.h>

/* Keys that have no character; the others are their ASCII code. */
enum { SCREEN_NONE = -1, SCREEN_CLOSED = -2, SCREEN_UP = 0x100, SCREEN_DOWN };

/* Takes the terminal; false: error record filled. Ctrl-C then raises the stop
   flag, SIGTERM and SIGHUP first restore the terminal. */
bool screen_open(void);
void screen_close(void);

void screen_size(int *columns, int *rows);
void screen_show(const Page *p);

/* The next key, waiting at most so many milliseconds. SCREEN_NONE: none came,
   or something happened that asks for a new drawing; SCREEN_CLOSED: the
   terminal is gone. */
int screen_key(int ms);

/* Seconds of a clock that never jumps. */
double screen_now(void);

/* Stands in for the terminal in tests: a screen of this size is drawn onto
   /dev/null, keys and time come from here. */
typedef struct ScreenFake {
  int columns, rows;
  int (*key)(void *at, int ms);
  double (*now)(void *at);
  void *at;
} ScreenFake;

/* From the next screen_open on; NULL: the terminal. */
void screen_fake(const ScreenFake *f);

/* Appends a row as it is on the screen, as UTF-8 without blanks at its end. */
void screen_read(int row, Buf *out);

#endif
