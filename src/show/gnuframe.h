/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around and over the data in gnuplot's words: titles, axes, the
   key, guides, texts, the bar of colours. */
#ifndef XENT_SHOW_GNUFRAME_H
#define XENT_SHOW_GNUFRAME_H

#include "base/buf.h"
#include "show/figure.h"

void gnuframe_settings(Buf *out, const Plot *p);
void gnuframe_ranges(Buf *out, const Plot *p);

/* All panels of a figure, data included. */
void gnuframe_figure(Buf *out, const Figure *f);

#endif
