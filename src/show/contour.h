/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines along which a field has one value. */
#ifndef XENT_SHOW_CONTOUR_H
#define XENT_SHOW_CONTOUR_H

#include "show/field.h"
#include "show/plot.h"

/* Adds the line of a level (gaps between its pieces) as a series without a
   label; the field has values at places. NULL: no memory. */
PlotSeries *contour_add(Plot *p, const Field *f, double level);

#endif
