/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One or several plots on one sheet. */
#ifndef XENT_SHOW_FIGURE_H
#define XENT_SHOW_FIGURE_H

#include "show/plot.h"

/* Where a panel is, in parts of the sheet from its upper left corner. */
typedef struct FigurePanel {
  Plot *plot;
  double left, top, width, height;
} FigurePanel;

typedef struct Figure {
  char *title;          /* over all panels, or NULL */
  double width, height; /* inches */
  double dpi;           /* of pixels in files */
  int number;           /* of its window */
  FigurePanel *panels;
  size_t n, cap;
} Figure;

/* As large as the pictures of the commands. NULL: no memory. */
Figure *figure_new(void);
/* Its plots go with it. */
void figure_free(Figure *f);
bool figure_title(Figure *f, const char *text);

/* Gives a plot to the figure, also when it fails; a NULL plot fails. */
bool figure_add(Figure *f, FigurePanel panel);

#endif
