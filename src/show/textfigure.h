/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure as text: its panels beside and below each other. */
#ifndef XENT_SHOW_TEXTFIGURE_H
#define XENT_SHOW_TEXTFIGURE_H

#include "show/figure.h"
#include "show/textplot.h"

/* Appends the picture: one panel as textplot_draw does; several share the
   columns, and rows are added where `rows` would leave them too little. False:
   memory is out. */
bool textfigure_draw(const Figure *f, TextplotOptions o, Buf *out);

#endif
