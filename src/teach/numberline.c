/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/numberline.h"

#include "base/glyph.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { LEFT = 6, LENGTH = 67, FAR = 45, NEAR = 20 };

/* Where the guess and the loss stand. Up to the guess the line is even: a
   loss below it is always left of its mark. Beyond, it is drawn together. */
static void places(double r, int *mark, int *dot) {
  *mark = r <= 1 ? FAR : NEAR;
  if (r < 1)
    *dot = (int)floor((FAR - 1) * r);
  else if (r == 1)
    *dot = FAR;
  else
    *dot = isinf(r) ? LENGTH - 1
                    : NEAR + 1 + (int)floor((LENGTH - NEAR - 2) * (1 - 1 / r));
}

static void put_at(Buf *b, size_t start, int column, const char *text) {
  size_t at = utf8_columns(b->text + start, b->len - start);
  size_t wanted = column > 0 ? (size_t)column : 0;
  buf_fill(b, ' ', wanted > at ? wanted - at : start == b->len ? 0 : 1);
  buf_str(b, text);
}

/* The labels stand over their marks, apart from each other. */
static void draw_labels(Buf *out, double loss, int64_t classes, int mark,
                        int dot) {
  char own[48], guess[64];
  snprintf(own, sizeof own, "L = %.3f", loss);
  snprintf(guess, sizeof guess, "ln %" PRId64 " = %.3f", classes,
           log((double)classes));
  size_t start = out->len;
  int own_at = LEFT + dot - 7, guess_at = LEFT + mark - 2;
  int most = guess_at - (int)strlen(own) - 2;
  put_at(out, start, LEFT, "0");
  if (own_at < LEFT + 3)
    own_at = LEFT + 3;
  if (dot <= mark) {
    put_at(out, start, own_at > most ? most : own_at, own);
    put_at(out, start, guess_at, guess);
  } else {
    most = LEFT + LENGTH - 4 - (int)strlen(own);
    put_at(out, start, guess_at, guess);
    put_at(out, start, own_at > most ? most : own_at, own);
  }
  put_at(out, start, LEFT + LENGTH - 2, glyph(GLYPH_INFINITY));
  buf_char(out, '\n');
}

void numberline_draw(Buf *out, double loss, int64_t classes) {
  int mark, dot;
  if (!(loss >= 0) || classes < 2)
    return;
  places(loss / log((double)classes), &mark, &dot);
  draw_labels(out, loss, classes, mark, dot);
  buf_fill(out, ' ', LEFT);
  for (int i = 0; i <= LENGTH; i++)
    buf_str(out, glyph(i == dot      ? GLYPH_DOT
                       : i == mark   ? GLYPH_LINE_MARK
                       : i == 0      ? GLYPH_LINE_START
                       : i == LENGTH ? GLYPH_LINE_ARROW
                                     : GLYPH_LINE));
  buf_char(out, '\n');
}
