/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lying bars of eighth blocks (ASCII: #), as shown beside probabilities. */
#ifndef XENT_SHOW_TEXTBARS_H
#define XENT_SHOW_TEXTBARS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

enum { TEXTBARS_WIDTH = 24 }; /* columns of a full bar beside a result */

typedef struct TextBars {
  const char *const *labels; /* n texts, or NULL for [0], [1] ... */
  const double *values;
  size_t n;
  int width;    /* columns of a full bar; 0: TEXTBARS_WIDTH */
  int decimals; /* of the printed values; 0: 4, or none for integers */
  double full;  /* the value of a full bar; 0: 1 for values in [0, 1], else
                   the largest magnitude */
  bool light;   /* light shade instead of full blocks */
  const char *colour; /* an escape sequence before each bar, or NULL */
} TextBars;

/* Appends one line per value, "  [0] 0.6590 ███████████████▊". With negative
   values, bars grow from a zero line to both sides. nan is named and has no
   bar; inf has an endless one. False: memory is out. */
bool textbars_show(const TextBars *b, Buf *out);

#endif
