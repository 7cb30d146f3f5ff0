/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/texttorch.h"

#include "lang/textwalk.h"
#include "num/digits.h"

#include <math.h>
#include <string.h>

enum { INDENT = 7 }; /* of "tensor(" */

/* How the elements of one tensor are written. */
typedef struct Format {
  DType dtype;
  bool floating, scientific;
  bool whole; /* all are integers: "2." */
  int precision;
  size_t width;
} Format;

typedef struct Survey {
  Format format;
  Buf word; /* one element */
  double largest, smallest;
} Survey;

static void put_bare(Buf *b, const Format *f, const void *element) {
  double x = textwalk_double(f->dtype, element);
  if (!f->floating)
    textwalk_put_int(b, f->dtype, element);
  else if (f->scientific)
    digits_exp(b, x, f->precision, 'e');
  else
    digits_fixed(b, x, f->whole ? 0 : f->precision);
  if (f->floating && f->whole && !f->scientific && isfinite(x))
    buf_char(b, '.');
}

static void see_size(void *context, const void *element) {
  Survey *s = context;
  double x = textwalk_double(s->format.dtype, element), size = fabs(x);
  if (!isfinite(x) || x == 0)
    return;
  if (size > s->largest)
    s->largest = size;
  if (s->smallest == 0 || size < s->smallest)
    s->smallest = size;
  s->format.whole &= x == ceil(x);
}

/* Zeros, nan and inf take no part in the width. */
static void see_width(void *context, const void *element) {
  Survey *s = context;
  if (s->format.floating) {
    double x = textwalk_double(s->format.dtype, element);
    if (!isfinite(x) || x == 0)
      return;
  }
  buf_clear(&s->word);
  put_bare(&s->word, &s->format, element);
  if (s->word.len > s->format.width)
    s->format.width = s->word.len;
}

static Format survey(const Array *a, int64_t edge, const TextTorchOptions *o) {
  DType dtype = (DType)a->dtype;
  Survey s = {{dtype, dtype_is_float(dtype), false, true, o->precision, 1},
              BUF_EMPTY,
              0,
              0};
  if (s.format.floating) {
    textwalk_each(a, edge, see_size, &s);
    if (s.largest == 0)
      return s.format;
    s.format.scientific = s.largest / s.smallest > 1000 || s.largest > 1e8 ||
                          (!s.format.whole && s.smallest < 1e-4);
  }
  textwalk_each(a, edge, see_width, &s);
  if (s.format.floating && o->sci_mode >= 0)
    s.format.scientific = o->sci_mode; /* the width stays */
  buf_free(&s.word);
  return s.format;
}

typedef struct Writer {
  Buf *b;
  const Array *a;
  Format format;
  int64_t edge;
  int64_t linewidth;
  Buf word;
} Writer;

/* A text that may have failed: then b fails too. */
static void put_text(Buf *b, const Buf *text) {
  b->failed |= text->failed;
  if (!text->failed)
    buf_add(b, buf_text(text), text->len);
}

static void put_element(Writer *w, int64_t offset) {
  buf_clear(&w->word);
  put_bare(&w->word, &w->format, textwalk_at(w->a, offset));
  if (w->word.len < w->format.width)
    buf_fill(w->b, ' ', w->format.width - w->word.len);
  put_text(w->b, &w->word);
}

/* The last axis: as many elements a line as fit when all are equally wide; the
   dots count as one and bring their own blank. */
static void put_row(Writer *w, int64_t offset, int64_t indent) {
  int axis = w->a->ndim - 1;
  int64_t n = w->a->shape[axis], places = textwalk_places(n, w->edge);
  int64_t wide = (int64_t)w->format.width + 2;
  int64_t per_line =
      w->linewidth - indent < wide ? 1 : (w->linewidth - indent) / wide;
  for (int64_t at = 0; at < places; at++) {
    int64_t item = textwalk_item(n, w->edge, at);
    if (at && at % per_line == 0) {
      buf_char(w->b, ',');
      textwalk_newline(w->b, (size_t)indent + 1);
    } else if (at)
      buf_str(w->b, ", ");
    if (item == TEXTWALK_DOTS)
      buf_str(w->b, w->edge ? " ..." : "...");
    else
      put_element(w, offset + item * w->a->stride[axis]);
  }
}

static void put_axis(Writer *w, int axis, int64_t offset, int64_t indent) {
  int left = w->a->ndim - axis;
  if (left == 0) {
    put_element(w, offset);
    return;
  }
  buf_char(w->b, '[');
  if (left == 1)
    put_row(w, offset, indent);
  int64_t n = w->a->shape[axis], places = textwalk_places(n, w->edge);
  for (int64_t at = 0; left > 1 && at < places; at++) {
    int64_t item = textwalk_item(n, w->edge, at);
    if (at) {
      buf_char(w->b, ',');
      buf_fill(w->b, '\n', (size_t)left - 2);
      textwalk_newline(w->b, (size_t)indent + 1);
    }
    if (item == TEXTWALK_DOTS)
      buf_str(w->b, "...");
    else
      put_axis(w, axis + 1, offset + item * w->a->stride[axis], indent + 1);
  }
  buf_char(w->b, ']');
}

static void put_body(Buf *b, const Array *a, const TextTorchOptions *o) {
  Writer w = {.b = b, .a = a, .linewidth = o->linewidth};
  w.edge = a->size > o->threshold ? o->edgeitems : TEXTWALK_ALL;
  w.format = survey(a, w.edge, o);
  put_axis(&w, 0, 0, INDENT);
  buf_free(&w.word);
}

/* Where the last line of the text ends, as torch counts: two too far. */
static int64_t last_column(const Buf *b, size_t start) {
  size_t line = b->len;
  while (line > start && b->text[line - 1] != '\n')
    line--;
  return (int64_t)(b->len - line) + 2;
}

static void put_suffix(Buf *b, int64_t *column, int64_t width,
                       const Buf *suffix) {
  int64_t n = (int64_t)suffix->len;
  buf_char(b, ',');
  if (*column + n + 2 > width) {
    textwalk_newline(b, INDENT);
    *column = INDENT + n;
  } else {
    buf_char(b, ' ');
    *column += n + 2;
  }
  put_text(b, suffix);
}

/* ", name" + text, where text follows the sign of equality. */
static void put_named(Buf *b, int64_t *column, int64_t width, const char *name,
                      const char *text) {
  Buf suffix = BUF_EMPTY;
  buf_str(&suffix, name);
  buf_str(&suffix, text);
  put_suffix(b, column, width, &suffix);
  buf_free(&suffix);
}

static void put_size(Buf *b, const Array *a, int64_t *column, int64_t width) {
  Buf suffix = BUF_EMPTY;
  buf_str(&suffix, "size=(");
  for (int axis = 0; axis < a->ndim; axis++) {
    buf_str(&suffix, axis ? ", " : "");
    buf_int(&suffix, a->shape[axis]);
  }
  buf_char(&suffix, ')');
  put_suffix(b, column, width, &suffix);
  buf_free(&suffix);
}

static bool shows_dtype(const Array *a) {
  return a->dtype != dtype_torch_float &&
         (!a->size || (a->dtype != DT_I64 && a->dtype != DT_BOOL));
}

void texttorch_repr(Buf *b, const Array *a, const TextTorchOptions *options,
                    const char *grad_fn, bool is_parameter) {
  TextTorchOptions o = options ? *options : TEXTTORCH_DEFAULTS;
  if (is_parameter)
    buf_str(b, "Parameter containing:\n");
  size_t start = b->len;
  buf_str(b, "tensor(");
  if (a->size)
    put_body(b, a, &o);
  else
    buf_str(b, "[]");
  int64_t column = last_column(b, start);
  if (!a->size && a->ndim != 1)
    put_size(b, a, &column, o.linewidth);
  if (shows_dtype(a))
    put_named(b, &column, o.linewidth, "dtype=torch.",
              dtype_name((DType)a->dtype));
  if (grad_fn) {
    Buf name = BUF_EMPTY;
    buf_fmt(&name, "<%s>", grad_fn);
    put_named(b, &column, o.linewidth, "grad_fn=", buf_text(&name));
    b->failed |= name.failed;
    buf_free(&name);
  } else if (a->requires_grad)
    put_named(b, &column, o.linewidth, "requires_grad=", "True");
  buf_char(b, ')');
}
