/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text plot of a few bars lays them down, each with its name and value. */
#ifndef XENT_SHOW_TEXTLYING_H
#define XENT_SHOW_TEXTLYING_H

#include "base/buf.h"
#include "show/textsheet.h"

/* True for bars with room to be laid down: they stand at 0, 1, 2 ... and no
   limits or guides were asked for. */
bool textlying_may(const Plot *p, int rows);

/* One table of all values, class by class, in the order of the plot. False:
   memory is out. */
bool textlying_draw(const TextSheet *s, int columns, bool colour, Buf *out);

#endif
