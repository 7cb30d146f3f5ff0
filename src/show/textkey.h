/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The legend of a text plot: a sample and a name per series, and the shades of
   the bar of colours. */
#ifndef XENT_SHOW_TEXTKEY_H
#define XENT_SHOW_TEXTKEY_H

#include "show/textsheet.h"

enum { TEXTKEY_LINES = 3 };

typedef struct TextKey {
  Buf line[TEXTKEY_LINES];
  size_t columns[TEXTKEY_LINES]; /* without colours */
  int lines;
} TextKey;

/* Fills the lines, each of at most `columns`; what does not fit into all of
   them is left out. False: memory is out. */
bool textkey_make(TextKey *k, const TextSheet *s, size_t columns, bool colour);
void textkey_free(TextKey *k);

#endif
