/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values and functions of the language as series of a plot. */
#ifndef XENT_APP_PLOTSERIES_H
#define XENT_APP_PLOTSERIES_H

#include "lang/value.h"
#include "show/plot.h"

/* A curve has at most so many lines: rows of a matrix, results of a call. */
enum { PLOTSERIES_MAX = 8 };

/* Whether v can be called with an x. */
bool plotseries_callable(Value v);

/* A vector against its index, a matrix row by row, a list of pairs as points.
   alone: nothing else is in the picture; probabilities are bars then. False:
   TypeError or ValueError. */
bool plotseries_value(Plot *p, const char *label, Value v, bool alone);

/* f at n places of [from, to]. Where it has no value (a division by zero, nan)
   there is a gap; a result of up to 8 numbers makes so many curves. */
bool plotseries_function(Plot *p, const char *label, Value f, double from,
                         double to, int n);

#endif
