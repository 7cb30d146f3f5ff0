/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/textnumpy.h"

#include "lang/textwalk.h"
#include "num/digits.h"

#include <math.h>
#include <string.h>

/* How the elements of one array are written: all are equally wide. */
typedef struct Format {
  DType dtype;
  char class;     /* dtype_class */
  bool exponent;  /* 1.5e-05 */
  int precision;  /* places at most, -1: all */
  int left;       /* columns before the point, sign included */
  int right;      /* behind it */
  int exp_digits; /* digits of the exponent */
  char sign;      /* as in the options */
  bool fixed;     /* exactly `precision` places */
  bool zeros;     /* what is missing at the end is filled by zeros */
  const char *nan, *inf;
  int width; /* of an element */
} Format;

/* What the elements have in common. */
typedef struct Survey {
  Format *format;
  double largest, smallest; /* |x| of the finite ones that are not 0 */
  bool finite, special, minus_inf, minus;
} Survey;

static int larger(int a, int b) {
  return a > b ? a : b;
}

static void see_size(void *context, const void *element) {
  Survey *s = context;
  double x = fabs(textwalk_double(s->format->dtype, element));
  if (!isfinite(x)) {
    s->special = true;
    s->minus_inf |= !isnan(x) && textwalk_double(s->format->dtype, element) < 0;
    return;
  }
  s->finite = true;
  s->minus |= digits_negative(textwalk_double(s->format->dtype, element));
  if (x == 0)
    return;
  if (x > s->largest)
    s->largest = x;
  if (s->smallest == 0 || x < s->smallest)
    s->smallest = x;
}

/* NumPy divides in the array's own dtype. */
static bool is_wide(DType dtype, double largest, double smallest) {
  if (dtype == DT_F64)
    return largest / smallest > 1000;
  float ratio = (float)largest / (float)smallest;
  return ratio > (dtype == DT_F16 ? 1000.25f : 1000.0f);
}

/* The digits of a finite x that the array's precision leaves. */
static Digits cut_significant(const Format *f, double x) {
  Digits u = digits_unique(f->dtype, x);
  if (f->precision >= 0 && digits_count(u.coef) > f->precision + 1)
    u = digits_cut(f->dtype, x, digits_exponent(x, u) - f->precision);
  return u;
}

/* Columns of the sign of a finite x. */
static int sign_width(const Format *f, double x) {
  return digits_negative(x) || f->sign == '+';
}

/* |x| with exactly the places asked for. */
static void put_exact(Buf *b, const Format *f, double x) {
  if (f->exponent)
    digits_exp(b, fabs(x), f->precision, 'e');
  else
    digits_fixed(b, fabs(x), f->precision);
  if (!f->precision && !f->exponent)
    buf_char(b, '.');
}

/* What stands before the point, and behind it, of a number written so. */
static void see_exact(Format *f, double x) {
  Buf b = BUF_EMPTY;
  put_exact(&b, f, x);
  const char *point = strchr(buf_text(&b), '.');
  int whole = point ? (int)(point - b.text) : (int)b.len;
  f->left = larger(f->left, sign_width(f, x) + (f->exponent ? 1 : whole));
  f->right = f->precision;
  if (f->exponent && b.len > 5 && b.text[b.len - 5] == 'e')
    f->exp_digits = 3;
  buf_free(&b);
}

static void see_positional(void *context, const void *element) {
  Format *f = context;
  double x = textwalk_double(f->dtype, element);
  if (!isfinite(x))
    return;
  if (f->fixed) {
    see_exact(f, x);
    return;
  }
  Digits u = digits_places(f->dtype, x, f->precision);
  int whole = digits_count(u.coef) + u.exp;
  f->left = larger(f->left, sign_width(f, x) + larger(whole, 1));
  f->right = larger(f->right, -u.exp);
}

static void see_scientific(void *context, const void *element) {
  Format *f = context;
  double x = textwalk_double(f->dtype, element);
  if (!isfinite(x))
    return;
  if (f->fixed) {
    see_exact(f, x);
    return;
  }
  Digits u = cut_significant(f, x);
  int places = digits_count(u.coef) - 1, exp = u.exp + places;
  f->left = larger(f->left, 1 + sign_width(f, x));
  f->right = larger(f->right, places);
  if (exp > 99 || exp < -99)
    f->exp_digits = 3;
}

static Format survey_floats(const Array *a, int64_t edge,
                            const TextNumpyOptions *o) {
  Format f = {.dtype = (DType)a->dtype, .class = 'f', .exp_digits = 2};
  f.precision = o->mode == TEXTNUMPY_UNIQUE ? -1 : o->precision;
  f.fixed = o->mode == TEXTNUMPY_FIXED && o->precision >= 0;
  f.zeros = o->mode == TEXTNUMPY_MAXPREC_EQUAL;
  f.sign = o->sign;
  f.nan = o->nan;
  f.inf = o->inf;
  Survey s = {.format = &f};
  textwalk_each(a, edge, see_size, &s);
  if (s.largest > 0)
    f.exponent = s.largest >= 1e8 ||
                 (!o->suppress && (s.smallest < 0.0001 ||
                                   is_wide(f.dtype, s.largest, s.smallest)));
  if (s.finite)
    textwalk_each(a, edge, f.exponent ? see_scientific : see_positional, &f);
  if (f.exponent) {
    f.precision = f.right;
    f.right += f.exp_digits + 2;
  }
  if (o->sign == ' ' && !s.minus)
    f.left++;
  if (s.special) {
    int sign = o->sign != '-' || s.minus_inf;
    f.left = larger(f.left, (int)strlen(f.nan) - (f.right + 1));
    f.left = larger(f.left, (int)strlen(f.inf) + sign - (f.right + 1));
  }
  f.width = f.left + 1 + f.right;
  return f;
}

static void see_int(void *context, const void *element) {
  Format *f = context;
  char text[32];
  Buf b = {.text = text, .cap = sizeof text}; /* never grows */
  textwalk_put_int(&b, f->dtype, element);
  f->width = larger(f->width, (int)b.len);
}

static Format survey(const Array *a, int64_t edge, const TextNumpyOptions *o) {
  Format f = {.dtype = (DType)a->dtype, .class = dtype_class((DType)a->dtype)};
  if (f.class == 'f')
    return survey_floats(a, edge, o);
  if (f.class == 'b')
    f.width = a->ndim ? 5 : 0;
  else
    textwalk_each(a, edge, see_int, &f);
  return f;
}

static void put_right(Buf *b, const char *text, size_t n, int width) {
  if (n < (size_t)width)
    buf_fill(b, ' ', (size_t)width - n);
  buf_add(b, text, n);
}

static void put_int(Buf *b, const Format *f, const void *element) {
  char text[32];
  Buf word = {.text = text, .cap = sizeof text};
  textwalk_put_int(&word, f->dtype, element);
  put_right(b, word.text, word.len, f->width);
}

static void put_sign(Buf *b, const Format *f, double x, int width) {
  put_right(b, digits_negative(x) ? "-" : "+", (size_t)sign_width(f, x), width);
}

static void put_scientific(Buf *b, const Format *f, double x) {
  put_sign(b, f, x, f->left - 1);
  if (f->fixed) {
    put_exact(b, f, x);
    return;
  }
  Digits u = digits_unique(f->dtype, x);
  u = digits_cut(f->dtype, x, digits_exponent(x, u) - f->precision);
  digits_put_scientific(b, u, f->precision, f->exp_digits);
}

static void put_fixed(Buf *b, const Format *f, double x) {
  Buf text = BUF_EMPTY;
  put_exact(&text, f, x);
  const char *point = strchr(buf_text(&text), '.');
  put_sign(b, f, x, f->left - (int)(point ? point - text.text : 0));
  buf_str(b, buf_text(&text));
  buf_free(&text);
}

static void put_positional(Buf *b, const Format *f, double x) {
  if (f->fixed) {
    put_fixed(b, f, x);
    return;
  }
  Digits u = digits_places(f->dtype, x, f->precision);
  if (u.exp > 0) /* before the point all digits are true ones */
    u = digits_cut(f->dtype, x, 0);
  int whole = larger(digits_count(u.coef) + u.exp, 1);
  put_sign(b, f, x, f->left - whole);
  digits_put_positional(b, u, 0);
  int places = larger(-u.exp, 0);
  if (f->right > places)
    buf_fill(b, f->zeros ? '0' : ' ', (size_t)(f->right - places));
}

static void put_special(Buf *b, const Format *f, double x) {
  char text[TEXTNUMPY_WORD + 1] = "";
  if (!isnan(x) && x < 0)
    text[0] = '-';
  else if (f->sign == '+')
    text[0] = '+';
  strcpy(text + (text[0] != 0), isnan(x) ? f->nan : f->inf);
  put_right(b, text, strlen(text), f->width);
}

static void put_element(Buf *b, const Format *f, const void *element) {
  if (f->class != 'f') {
    put_int(b, f, element);
    return;
  }
  double x = textwalk_double(f->dtype, element);
  if (!isfinite(x)) {
    put_special(b, f, x);
  } else if (f->exponent)
    put_scientific(b, f, x);
  else
    put_positional(b, f, x);
}

typedef struct Writer {
  Buf *b;
  const Array *a;
  Format format;
  int64_t edge;
  const char *comma; /* between elements: ", " or " " */
  size_t line;       /* where the present line begins in b */
} Writer;

static void trim_blanks(Buf *b, size_t line) {
  while (b->len > line && b->text[b->len - 1] == ' ')
    b->text[--b->len] = '\0';
}

static void new_line(Writer *w, size_t indent) {
  trim_blanks(w->b, w->line);
  buf_char(w->b, '\n');
  w->line = w->b->len;
  buf_fill(w->b, ' ', indent);
}

/* One row between its brackets; `width` columns are left for it, `indent` is
   the column behind the bracket. */
static void put_row(Writer *w, int64_t offset, size_t indent, int64_t width) {
  int axis = w->a->ndim - 1;
  int64_t n = w->a->shape[axis], places = textwalk_places(n, w->edge);
  for (int64_t at = 0; at < places; at++) {
    int64_t item = textwalk_item(n, w->edge, at);
    int64_t word = item == TEXTWALK_DOTS ? 3 : w->format.width;
    int64_t column = (int64_t)(w->b->len - w->line);
    if (column + word > width - 1 && column > (int64_t)indent)
      new_line(w, indent);
    if (item == TEXTWALK_DOTS)
      buf_str(w->b, "...");
    else
      put_element(w->b, &w->format,
                  textwalk_at(w->a, offset + item * w->a->stride[axis]));
    if (at < places - 1)
      buf_str(w->b, w->comma);
  }
}

/* The text between elements without the blanks at its end. */
static void put_line_end(Writer *w) {
  size_t n = strlen(w->comma);
  while (n && w->comma[n - 1] == ' ')
    n--;
  buf_add(w->b, w->comma, n);
}

static void put_axis(Writer *w, int axis, int64_t offset, size_t indent,
                     int64_t width) {
  int left = w->a->ndim - axis;
  if (left == 0) {
    put_element(w->b, &w->format, textwalk_at(w->a, offset));
    return;
  }
  buf_char(w->b, '[');
  int64_t n = w->a->shape[axis], places = textwalk_places(n, w->edge);
  if (left == 1)
    put_row(w, offset, indent, width);
  for (int64_t at = 0; left > 1 && at < places; at++) {
    int64_t item = textwalk_item(n, w->edge, at);
    if (item == TEXTWALK_DOTS)
      buf_str(w->b, "...");
    else
      put_axis(w, axis + 1, offset + item * w->a->stride[axis], indent + 1,
               width - 1);
    if (at < places - 1) {
      put_line_end(w);
      buf_fill(w->b, '\n', (size_t)left - 2);
      buf_char(w->b, '\n');
      w->line = w->b->len;
      buf_fill(w->b, ' ', indent);
    }
  }
  buf_char(w->b, ']');
}

/* `line`: where the line began; `width` columns without what follows. */
static void put_body(Buf *b, const Array *a, const TextNumpyOptions *o,
                     const char *comma, size_t line, int64_t width) {
  Writer w = {.b = b, .a = a, .comma = comma, .line = line};
  w.edge = a->size > o->threshold ? o->edgeitems : TEXTWALK_ALL;
  w.format = survey(a, w.edge, o);
  put_axis(&w, 0, 0, b->len - line + 1, width);
}

static void put_scalar(Buf *b, const Array *a) {
  DType dtype = (DType)a->dtype;
  if (dtype_is_float(dtype))
    digits_numpy_scalar(b, dtype, textwalk_double(dtype, a->data));
  else
    textwalk_put_int(b, dtype, a->data);
}

static bool is_default(const Array *a) {
  return a->size > 0 &&
         (a->dtype == DT_F64 || a->dtype == DT_I64 || a->dtype == DT_BOOL);
}

/* ", dtype=float32)", on a line of its own when it does not fit. */
static void put_dtype(Buf *b, const Array *a, size_t start, int64_t width) {
  const char *name = dtype_name((DType)a->dtype);
  size_t line = b->len;
  while (line > start && b->text[line - 1] != '\n')
    line--;
  size_t wish = b->len - line + 1 + strlen("dtype=)") + strlen(name);
  if ((int64_t)wish > width)
    textwalk_newline(b, strlen("array("));
  else
    buf_char(b, ' ');
  buf_str(b, "dtype=");
  buf_str(b, name);
  buf_char(b, ')');
}

void textnumpy_repr(Buf *b, const Array *a, const TextNumpyOptions *options) {
  TextNumpyOptions o = options ? *options : TEXTNUMPY_DEFAULTS;
  size_t start = b->len;
  if (a->scalar) {
    put_scalar(b, a);
    return;
  }
  buf_str(b, "array(");
  if (a->size)
    put_body(b, a, &o, ", ", start, o.linewidth - 1);
  else
    buf_str(b, "[]");
  if (!a->size && a->ndim > 1) {
    buf_str(b, ", shape=");
    array_shape_text(b, a->ndim, a->shape);
  }
  buf_char(b, is_default(a) ? ')' : ',');
  if (!is_default(a))
    put_dtype(b, a, start, o.linewidth);
}

void textnumpy_str(Buf *b, const Array *a, const TextNumpyOptions *options) {
  TextNumpyOptions o = options ? *options : TEXTNUMPY_DEFAULTS;
  if (!a->ndim)
    put_scalar(b, a);
  else if (!a->size)
    buf_str(b, "[]");
  else
    put_body(b, a, &o, " ", b->len, o.linewidth);
}

void textnumpy_between(Buf *b, const Array *a, const TextNumpyOptions *options,
                       const char *comma, size_t indent) {
  if (!a->size) {
    buf_str(b, "[]");
    return;
  }
  Writer w = {.b = b, .a = a, .comma = comma, .line = b->len};
  w.edge = a->size > options->threshold ? options->edgeitems : TEXTWALK_ALL;
  w.format = survey(a, w.edge, options);
  buf_fill(b, ' ', indent);
  put_axis(&w, 0, 0, indent + 1, options->linewidth);
}
