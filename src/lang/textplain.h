/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of plain arrays, those born at the prompt: [0.6590, 0.2424, 0.0986].
   With N decimals every number is '%.Nf'; where that would lose everything (a
   number that is not 0 has only zeros, or one has more than ten digits before
   the point) all are '%.Ne'. Rows of matrices stand under each other. */
#ifndef XENT_LANG_TEXTPLAIN_H
#define XENT_LANG_TEXTPLAIN_H

#include "base/buf.h"
#include "num/array.h"

typedef struct TextPlainOptions {
  int digits;        /* decimals */
  int64_t threshold; /* larger arrays are summarised ... */
  int64_t edgeitems; /* ... to so many items at both ends */
  int64_t linewidth; /* columns */
} TextPlainOptions;

#define TEXTPLAIN_DEFAULTS ((TextPlainOptions){4, 1000, 3, 80})

/* Options NULL: the defaults. */
void textplain_repr(Buf *b, const Array *a, const TextPlainOptions *options);

/* One number by the same rules. */
void textplain_number(Buf *b, double x, int digits);

#endif
