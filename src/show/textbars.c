/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/textbars.h"

#include "base/glyph.h"
#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { NUMBER = 32 };

typedef struct Scale {
  double full;          /* the value of a full bar */
  int decimals;         /* -1: the short form %g */
  bool negative;        /* a zero line is needed */
  int width;            /* columns of one side */
  size_t label, number; /* columns */
} Scale;

/* Blanks up to a column; none where memory ran out while measuring. */
static void pad(Buf *out, size_t used, size_t columns) {
  if (used < columns)
    buf_fill(out, ' ', columns - used);
}

static void label_of(const TextBars *b, size_t i, Buf *out) {
  buf_clear(out);
  if (b->labels)
    buf_visible(out, b->labels[i], strlen(b->labels[i]), false);
  else
    buf_fmt(out, "[%zu]", i);
}

static int number_of(const Scale *s, double v, char out[NUMBER]) {
  if (isnan(v))
    return snprintf(out, NUMBER, "nan");
  if (s->decimals < 0)
    return snprintf(out, NUMBER, "%.4g", v);
  return snprintf(out, NUMBER, "%.*f", s->decimals, v);
}

static void measure_values(const TextBars *b, Scale *s) {
  double biggest = 0;
  bool whole = true;
  for (size_t i = 0; i < b->n; i++) {
    double v = b->values[i];
    s->negative |= v < 0;
    if (!isfinite(v))
      continue;
    biggest = fmax(biggest, fabs(v));
    whole &= v == nearbyint(v);
  }
  s->full = b->full > 0 ? b->full : biggest <= 1 && !s->negative ? 1 : biggest;
  s->decimals = b->decimals ? b->decimals : whole ? 0 : 4;
  if (biggest >= 1e7 || (biggest < 1e-3 && !whole))
    s->decimals = -1;
}

/* False when memory is out. */
static bool measure_texts(const TextBars *b, Scale *s, Buf *text) {
  for (size_t i = 0; i < b->n; i++) {
    char number[NUMBER];
    size_t n = (size_t)number_of(s, b->values[i], number);
    label_of(b, i, text);
    size_t label = utf8_width(buf_text(text));
    s->number = n > s->number ? n : s->number;
    s->label = label > s->label ? label : s->label;
    if (text->failed)
      return false;
  }
  return true;
}

/* v in pieces of a column, of `most` at most, rounded down: a bar never
   claims more than there is. */
static int pieces(const Scale *s, double v, int most) {
  double part = fabs(v) / s->full;
  return isnan(part) ? 0 : (int)(fmin(part, 1) * most + 1e-9);
}

static void add_right(const TextBars *b, const Scale *s, double v, Buf *out) {
  int n = v > 0 ? pieces(s, v, s->width * 8) : 0;
  if (b->light) {
    glyph_repeat(out, GLYPH_BLOCK_LIGHT, (n + 4) / 8);
    return;
  }
  glyph_repeat(out, GLYPH_BLOCK_FULL, n / 8);
  if (n % 8)
    buf_str(out, glyph((Glyph)(GLYPH_EIGHTH_1 + n % 8 - 1)));
}

/* There are no blocks that fill a cell by eighths from the right: halves. */
static void add_left(const TextBars *b, const Scale *s, double v, Buf *out) {
  int n = v < 0 ? pieces(s, v, s->width * 2) : 0;
  if (b->light || glyph_ascii())
    n = (n + 1) / 2 * 2;
  buf_fill(out, ' ', (size_t)(s->width - (n + 1) / 2));
  if (n % 2)
    buf_str(out, glyph(GLYPH_RIGHT_HALF));
  glyph_repeat(out, b->light ? GLYPH_BLOCK_LIGHT : GLYPH_BLOCK_FULL, n / 2);
}

static void show_bar(const TextBars *b, const Scale *s, double v, Buf *out) {
  size_t before = out->len;
  if (b->colour)
    buf_str(out, b->colour);
  size_t bare = out->len;
  if (s->negative) {
    add_left(b, s, v, out);
    buf_str(out, glyph(GLYPH_SIDE));
  }
  add_right(b, s, v, out);
  if (v == INFINITY)
    buf_str(out, glyph(GLYPH_LINE_ARROW));
  if (out->len == bare && !out->failed)
    out->text[out->len = before] = '\0';
  else if (b->colour)
    buf_str(out, "\033[0m");
}

static void show_line(const TextBars *b, const Scale *s, size_t i, Buf *text,
                      Buf *out) {
  char number[NUMBER];
  label_of(b, i, text);
  size_t used = utf8_width(buf_text(text));
  size_t n = (size_t)number_of(s, b->values[i], number);
  out->failed |= text->failed;
  buf_str(out, "  ");
  if (b->labels)
    buf_str(out, buf_text(text));
  pad(out, used, s->label);
  if (!b->labels)
    buf_str(out, buf_text(text));
  buf_fill(out, ' ', s->number - n + 1);
  buf_fmt(out, "%s ", number);
  show_bar(b, s, b->values[i], out);
  if (!out->failed && out->text[out->len - 1] == ' ')
    out->text[--out->len] = '\0';
  buf_char(out, '\n');
}

bool textbars_show(const TextBars *b, Buf *out) {
  Scale s = {0};
  Buf text = BUF_EMPTY;
  s.width = b->width > 0 ? b->width : TEXTBARS_WIDTH;
  measure_values(b, &s);
  out->failed |= !measure_texts(b, &s, &text);
  if (s.negative)
    s.width = s.width > 3 ? (s.width - 1) / 2 : 1;
  for (size_t i = 0; i < b->n && !out->failed; i++)
    show_line(b, &s, i, &text, out);
  buf_free(&text);
  return !out->failed;
}
