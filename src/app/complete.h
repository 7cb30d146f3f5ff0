/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completion without any line editor: names, attributes, keywords of the
   function one is in, commands and their arguments, lessons, files. */
#ifndef XENT_APP_COMPLETE_H
#define XENT_APP_COMPLETE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Completion {
  size_t start; /* where the word to be replaced begins */
  char **words; /* sorted, no doubles; the whole word from start on */
  size_t n;
  bool files; /* file names are wanted: the editor's own may serve */
  char after; /* put after a single match: ' ', '(' or 0 */
} Completion;

/* What may stand at `cursor` in the line. Never runs code of the learner.
   False: out of memory. */
bool complete_line(const char *line, size_t n, size_t cursor, Completion *out);
void complete_free(Completion *c);

#endif
