/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inputs of a lesson's transcripts, run as if they were typed. */
#ifndef XENT_APP_LESSONTYPED_H
#define XENT_APP_LESSONTYPED_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

/* Runs one input and appends what it prints on both streams, as in a pipe.
   False with the error record filled: Ctrl-C, or out of memory. */
bool lessontyped_run(const char *text, size_t n, Buf *out);

/* Shows the pending error. */
void lessontyped_failure(void);

#endif
