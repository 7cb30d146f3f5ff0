/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar with rate and time left on stderr for what takes longer than a second;
   nothing at all when stderr is no terminal. */
#ifndef XENT_APP_PROGRESSBAR_H
#define XENT_APP_PROGRESSBAR_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct ProgressBar {
  const char *what; /* "epoch" */
  int64_t total;
  double start, next; /* seconds */
  bool terminal, shown;
} ProgressBar;

void progressbar_start(ProgressBar *p, const char *what, int64_t total);

/* True about ten times a second from the second second on: the caller then
   calls progressbar_show. A glance at a clock otherwise. Also flushes what
   waits for standard output. */
bool progressbar_due(ProgressBar *p);

/* Draws the bar; note: a few words after it, or "". */
void progressbar_show(ProgressBar *p, int64_t done, const char *note);

/* Appends `width` cells, the share 0 .. 1 of them full. */
void progressbar_add(Buf *b, double share, int width);

/* Takes the bar away, so that lines can be written. */
void progressbar_clear(ProgressBar *p);

#endif
