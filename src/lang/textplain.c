/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/textplain.h"

#include "lang/textwalk.h"
#include "num/digits.h"

#include <math.h>
#include <string.h>

static const double too_large = 1e10;

typedef struct Writer {
  Buf *b;
  const Array *a;
  int64_t edge, linewidth;
  int digits;
  bool floating, scientific;
  size_t line;  /* where the present line begins in b */
  size_t width; /* every element of a matrix, 0: as wide as it is */
} Writer;

/* At N decimals a number from 10^-N on has a digit that is not 0. */
static bool is_lost(double x, int digits) {
  double size = fabs(x);
  if (size >= 1e-4 && size < too_large && digits >= 4)
    return false;
  return isfinite(x) && (size >= too_large || digits_vanishes(x, digits));
}

static void see_size(void *context, const void *element) {
  Writer *w = context;
  w->scientific |=
      is_lost(textwalk_double((DType)w->a->dtype, element), w->digits);
}

static void put_float(Buf *b, double x, int digits, bool scientific) {
  if (scientific)
    digits_exp(b, x, digits, 'e');
  else
    digits_fixed(b, x, digits);
}

static void put_bare(Buf *b, const Writer *w, const void *element) {
  DType dtype = (DType)w->a->dtype;
  if (w->floating)
    put_float(b, textwalk_double(dtype, element), w->digits, w->scientific);
  else
    textwalk_put_int(b, dtype, element);
}

/* The width of a matrix's elements: written behind b and taken back. */
static void see_width(void *context, const void *element) {
  Writer *w = context;
  size_t before = w->b->len;
  put_bare(w->b, w, element);
  if (w->b->len - before > w->width)
    w->width = w->b->len - before;
  w->b->len = before;
}

/* Puts n blanks in before what was written from `from` on. */
static void shift_right(Buf *b, size_t from, size_t n) {
  size_t moved = b->len - from;
  buf_fill(b, ' ', n);
  if (b->failed)
    return;
  memmove(b->text + from + n, b->text + from, moved);
  memset(b->text + from, ' ', n);
}

static void put_element(Writer *w, int64_t offset) {
  size_t before = w->b->len;
  put_bare(w->b, w, textwalk_at(w->a, offset));
  size_t n = w->b->len - before;
  if (n < w->width)
    shift_right(w->b, before, w->width - n);
}

static void new_line(Writer *w, size_t indent) {
  buf_char(w->b, '\n');
  w->line = w->b->len;
  buf_fill(w->b, ' ', indent);
}

/* Puts what was written from `word` on, behind a blank, on a line of its own.
 */
static void wrap_word(Writer *w, size_t word, size_t indent) {
  shift_right(w->b, word, indent);
  if (!w->b->failed)
    w->b->text[word - 1] = '\n';
  w->line = word;
}

static void put_row(Writer *w, int64_t offset, size_t indent) {
  int axis = w->a->ndim - 1;
  int64_t n = w->a->shape[axis], places = textwalk_places(n, w->edge);
  for (int64_t at = 0; at < places && !w->b->failed; at++) {
    int64_t item = textwalk_item(n, w->edge, at);
    if (at)
      buf_str(w->b, ", ");
    size_t word = w->b->len;
    if (item == TEXTWALK_DOTS)
      buf_str(w->b, "...");
    else
      put_element(w, offset + item * w->a->stride[axis]);
    if (at && (int64_t)(w->b->len - w->line) + 1 > w->linewidth)
      wrap_word(w, word, indent);
  }
}

static void put_axis(Writer *w, int axis, int64_t offset, size_t indent) {
  int left = w->a->ndim - axis;
  if (left == 0) {
    put_element(w, offset);
    return;
  }
  buf_char(w->b, '[');
  int64_t n = w->a->shape[axis], places = textwalk_places(n, w->edge);
  if (left == 1)
    put_row(w, offset, indent);
  for (int64_t at = 0; left > 1 && at < places; at++) {
    int64_t item = textwalk_item(n, w->edge, at);
    if (at) {
      buf_char(w->b, ',');
      buf_fill(w->b, '\n', (size_t)left - 2);
      new_line(w, indent);
    }
    if (item == TEXTWALK_DOTS)
      buf_str(w->b, "...");
    else
      put_axis(w, axis + 1, offset + item * w->a->stride[axis], indent + 1);
  }
  buf_char(w->b, ']');
}

enum { SHORT = 8 };

/* A number or a short vector of ordinary ones, the most frequent echo: written
   backwards in one go. False when it is anything else. */
static bool put_short(Buf *b, const Writer *w) {
  const Array *a = w->a;
  char text[SHORT * (DIGITS_FIXED_ROOM + 2) + 2], *end = text + sizeof text;
  char *at = end;
  if (!w->floating || a->ndim > 1 || a->size > SHORT || w->digits < 4)
    return false;
  if (a->ndim)
    *--at = ']';
  for (int64_t i = a->size; i-- > 0;) {
    double x = textwalk_double((DType)a->dtype,
                               textwalk_at(a, a->ndim ? i * a->stride[0] : 0));
    double size = fabs(x);
    if (!(size < too_large && (size >= 1e-4 || size == 0)))
      return false;
    at = digits_fixed_before(at, x, w->digits);
    if (!at)
      return false;
    if (i)
      at = memcpy(at - 2, ", ", 2);
  }
  if (a->ndim)
    *--at = '[';
  if (end - at > w->linewidth)
    return false;
  buf_add(b, at, (size_t)(end - at));
  return true;
}

void textplain_repr(Buf *b, const Array *a, const TextPlainOptions *options) {
  TextPlainOptions o = options ? *options : TEXTPLAIN_DEFAULTS;
  Writer w = {.b = b, .a = a, .line = b->len, .linewidth = o.linewidth};
  w.digits = o.digits;
  w.floating = dtype_is_float((DType)a->dtype);
  w.edge = a->size > o.threshold ? o.edgeitems : TEXTWALK_ALL;
  if (!a->size) {
    buf_str(b, "[]");
    return;
  }
  if (w.edge == TEXTWALK_ALL && put_short(b, &w))
    return;
  if (w.floating)
    textwalk_each(a, w.edge, see_size, &w);
  if (a->ndim > 1)
    textwalk_each(a, w.edge, see_width, &w);
  put_axis(&w, 0, 0, 1);
}

void textplain_number(Buf *b, double x, int digits) {
  put_float(b, x, digits, is_lost(x, digits));
}
