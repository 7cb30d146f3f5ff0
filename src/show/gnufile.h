/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a picture of gnuplot goes: a file that is made beside its place and
   renamed when it is complete, or a window; and the terminal for it. */
#ifndef XENT_SHOW_GNUFILE_H
#define XENT_SHOW_GNUFILE_H

#include "base/buf.h"

#include <stdbool.h>

typedef struct Gnufile {
  char *name; /* NULL: a window */
  char *temp; /* the file being made, or NULL */
  int kind;
  double width, height; /* inches, of 100 pixels on a screen */
  double dpi;           /* of pixels in a file */
  int number;           /* of the window */
} Gnufile;

/* The window of all pictures of the commands. */
#define GNUFILE_WINDOW ((Gnufile){.width = 8, .height = 5, .dpi = 100})

/* False: ValueError for an ending other than .svg, .png, .pdf or for control
   characters; an OSError where it cannot be written. Touches nothing. */
bool gnufile_open(Gnufile *f, const char *name);
void gnufile_close(Gnufile *f);

/* The gnuplot terminals that can write it, best first, NULL at the end. */
const char *const *gnufile_terminals(const Gnufile *f);
const char *gnufile_kind(const Gnufile *f); /* "svg" */

/* Makes the empty temporary file, readable as the user's umask says. */
bool gnufile_make(Gnufile *f);
/* Appends `set terminal ...` (also for windows) and `set output ...`. */
void gnufile_terminal(const Gnufile *f, const char *terminal, Buf *out);
void gnufile_output(const Gnufile *f, Buf *out);
/* Renames the finished file to its name; false if it is empty. */
bool gnufile_keep(Gnufile *f);
/* Removes an unfinished one. */
void gnufile_drop(Gnufile *f);

#endif
