/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a value came to be: the expression is evaluated once, watched, and
   written as a table of numbered steps with self-checks. */
#ifndef XENT_TEACH_EXPLAIN_H
#define XENT_TEACH_EXPLAIN_H

#include "base/buf.h"

#include <stddef.h>

typedef enum ExplainFormat {
  EXPLAIN_TERMINAL,
  EXPLAIN_MARKDOWN,
  EXPLAIN_TEX
} ExplainFormat;

/* depth 1: the learner's own sub-expressions; 2: each operation opened into
   elementary rows; 3: with the reasons; 0: 2 for a single taught call, else
   1. False with the error record filled. */
bool explain_text(const char *expr, size_t n, int depth, ExplainFormat format,
                  Buf *out);

/* Columns of the terminal; 0, as at the start: no terminal, lines are not
   broken. */
void explain_set_columns(int columns);

#endif
