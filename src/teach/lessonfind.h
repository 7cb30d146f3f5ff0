/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where lessons are: the folders of $XENT_PATH, $XDG_DATA_HOME/xent, the
   installed folder, then lessons/ beside the program or above it (the source
   tree). A file name found twice counts where it is found first. */
#ifndef XENT_TEACH_LESSONFIND_H
#define XENT_TEACH_LESSONFIND_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct LessonFound {
  char *path;
  char *name;  /* "01-softmax-by-hand" */
  char *title; /* "" when the file is no readable lesson */
  int number;  /* leading digits of the name, 0 without */
} LessonFound;

typedef struct LessonFoundList {
  LessonFound *items; /* by number, then by name */
  size_t n, cap;
} LessonFoundList;

/* False: out of memory. Folders that cannot be read are passed over. */
bool lessonfind_all(LessonFoundList *out);
void lessonfind_free(LessonFoundList *list);

/* Appends the path of the lesson with this number, name, beginning of a name
   ("softmax" finds 01-softmax-by-hand), or the path itself when it has a slash
   or ends in .md. False with the error record filled: it says what there is. */
bool lessonfind_path(const char *text, size_t n, Buf *path);

#endif
