/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only door to gnuplot. It is started when the first picture is asked
   for, never waited for while a curve grows, and every way it can fail ends
   as an error record; the caller then draws by textplot.h.

     Gnuplot *g = gnuplot_open("loss.svg");        NULL name: a window
     bool fine = g && gnuplot_stream(g, plot);
     each epoch:  fine = fine && gnuplot_pump(g);  after adding points
     at the end:  fine = fine && gnuplot_finish(g);
     gnuplot_close(g);
   The first call that returns false has filled the error record: say it once
   and use the text form. */
#ifndef XENT_SHOW_GNUPLOT_H
#define XENT_SHOW_GNUPLOT_H

#include "show/figure.h"

#include <stdbool.h>

typedef struct Gnuplot Gnuplot;

/* True if there is a display for a window ($DISPLAY, $WAYLAND_DISPLAY). */
bool gnuplot_has_display(void);

/* Checks the target; starts nothing. file: a name ending in .svg, .png or
   .pdf in a directory that can be written, or NULL for a window, which needs
   a display. NULL: ValueError, OSError and its kinds, RuntimeError. */
Gnuplot *gnuplot_open(const char *file);

/* Draws a whole picture and waits until it is there: a window at most 2
   seconds, a file until it is complete or nothing has moved for 10. A file
   appears by renaming a finished one: no half picture, and an older file of
   that name stays when this fails. May be called again, also after a
   failure. */
bool gnuplot_show(Gnuplot *g, const Plot *p);

/* The same for a figure, in its size and in the window of its number. */
bool gnuplot_show_figure(Gnuplot *g, const Figure *f);

/* Begins a live curve of a plot whose series grow; p is borrowed until
   gnuplot_finish, gnuplot_show or gnuplot_close. Does not wait. */
bool gnuplot_stream(Gnuplot *g, const Plot *p);

/* Called after every epoch. Sends the newest state when the last frame was
   answered, at most 10 times a second (a file is drawn at the end only). A
   glance at a clock when nothing is to be done; never waits. False once,
   when gnuplot could not do it or died; calls after that are true. */
bool gnuplot_pump(Gnuplot *g);

/* Draws the final state, waiting as gnuplot_show does. A gnuplot that died or
   was stopped before a file was drawn is started anew once. */
bool gnuplot_finish(Gnuplot *g);

/* Ends gnuplot (a window stays) and releases everything; NULL is fine. */
void gnuplot_close(Gnuplot *g);

/* How long to wait without any progress, in milliseconds (for tests). */
void gnuplot_patience(Gnuplot *g, int ms);

#endif
