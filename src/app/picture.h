/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a picture reaches its reader: a window, a file, or text. */
#ifndef XENT_APP_PICTURE_H
#define XENT_APP_PICTURE_H

#include "show/figure.h"
#include "show/gnuplot.h"

#include <stdbool.h>

/* What `--plot` and `--plot=FILE` ask for. */
typedef struct PictureWish {
  bool asked;       /* --plot was there */
  const char *file; /* of --plot=FILE, or NULL */
} PictureWish;

/* The door to gnuplot for this wish: a file's own, or the session's window.
   NULL: as gnuplot_open. Give it back with picture_close. */
Gnuplot *picture_open(PictureWish wish);
void picture_close(Gnuplot *g);

/* Says that gnuplot could not, and why (the pending error, which is cleared),
   that the file was not written, and that text takes over. */
void picture_sorry(PictureWish wish);

/* Says to a learner at a terminal that the file of --plot=FILE was written. */
void picture_wrote(PictureWish wish);

/* Draws as text: on standard output, or on stderr where a script reads the
   results. */
bool picture_text(const Plot *p, bool on_stderr);

/* The picture of the commands: the file or window that was asked for; else a
   window for a learner at a terminal with a display; else text. False: the
   error record is filled, or the file could not be drawn, which was said. */
bool picture_show(const Plot *p, PictureWish wish);

/* Whether picture_show would draw text (then two samples a column suffice). */
bool picture_is_text(PictureWish wish);

/* A figure of plt: into a file; else into a window where there is a display,
   or as text, which in a file that runs stays off standard output. False: the
   error record is filled. */
bool picture_figure(const Figure *f, const char *file);
bool picture_has_window(void);

/* Closes the session's window (at exit; it stays on the screen). */
void picture_free(void);

#endif
