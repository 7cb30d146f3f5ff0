/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot as gnuplot commands: pure text, nothing is run here. All text that
   comes from outside goes through gnuscript_quote. */
#ifndef XENT_SHOW_GNUSCRIPT_H
#define XENT_SHOW_GNUSCRIPT_H

#include "base/buf.h"
#include "show/plot.h"

#include <stddef.h>

/* Ends a single-quoted string, adds an apostrophe and begins another. */
#define GNUSCRIPT_APOSTROPHE "'.\"\\047\".'"

/* Appends text as a string expression of single-quoted pieces, in which
   gnuplot expands neither backquotes nor @macros nor escapes. An apostrophe is
   a piece of its own, because gnuplot 5.4 takes the usual doubled one at some
   places for its end: what follows would be code. Control characters (newlines
   too) become ^J and the like, bytes that are no UTF-8 become ?. */
void gnuscript_quote(Buf *out, const char *text);

/* The same, but a newline begins another line of the picture's text. */
void gnuscript_quote_lines(Buf *out, const char *text);

/* All points of series i as the data block $D<i>. A long series of a line is
   thinned to what a picture can show: per stretch its first, lowest, highest
   and last point. */
void gnuscript_data(Buf *out, const Plot *p, size_t i);
/* The points from number `from` on, to be appended to the block. */
void gnuscript_append(Buf *out, const Plot *p, size_t i, size_t from);

/* Field i as the data block $F<i>: rows of colours as whole numbers. */
void gnuscript_field(Buf *out, const Plot *p, size_t i);

/* The plot command itself. */
void gnuscript_plot(Buf *out, const Plot *p);

enum { GNUSCRIPT_THIN = 4000 }; /* points above which a line is thinned */

#endif
