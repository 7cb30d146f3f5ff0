/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a series looks, in gnuplot's words. */
#ifndef XENT_SHOW_GNULOOK_H
#define XENT_SHOW_GNULOOK_H

#include "base/buf.h"
#include "show/plot.h"

/* "lines lw 2.2 dt 1 lc rgb '#0072B2'" for series i. */
void gnulook_add(Buf *out, const PlotSeries *s, size_t i);
/* The columns of its data that this needs: "1:2". */
const char *gnulook_columns(const PlotSeries *s);

/* Marks with an edge of another colour are drawn a second time. */
bool gnulook_has_edge(const PlotSeries *s);
void gnulook_edge(Buf *out, const PlotSeries *s, size_t i);
const char *gnulook_edge_columns(const PlotSeries *s);

/* The own size and colour of point i as two more columns. */
void gnulook_dot(Buf *out, const PlotSeries *s, size_t i);

/* " lc rgb '#0072B2'": a colour that is seen through as alpha says. */
void gnulook_colour(Buf *out, const char *word, uint32_t rgb, double alpha);
/* " dt 1": the dashes of a line. */
void gnulook_dash(Buf *out, PlotDash dash);

#endif
