/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map of a network: the plane of the first two features with the class
   that the net answers at each place, and the test rows on it. */
#ifndef XENT_APP_TRAINMAP_H
#define XENT_APP_TRAINMAP_H

#include "app/trainview.h"
#include "show/page.h"

/* Draws a caption, a framed map and the ranges of the axes. */
void trainmap_draw(const TrainView *v, Page *p, int row, int column, int width,
                   int height);

/* The escape sequence of a class's colour, or "" without colour. */
const char *trainmap_colour(int64_t class_number);

#endif
