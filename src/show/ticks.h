/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Round numbers along an axis. */
#ifndef XENT_SHOW_TICKS_H
#define XENT_SHOW_TICKS_H

#include <stdbool.h>
#include <stddef.h>

enum { TICKS_MAX = 24, TICKS_TEXT = 24 };

typedef struct Ticks {
  size_t n;
  double at[TICKS_MAX];
  char text[TICKS_MAX][TICKS_TEXT]; /* all with the same decimals */
} Ticks;

/* At most `most` (1 to TICKS_MAX) round numbers in [from, to], distances 1,
   2, 2.5 or 5 times a power of ten; powers of ten when log. Some may be
   missing where the range holds no round number. */
void ticks_make(Ticks *t, double from, double to, size_t most, bool log);

#endif
