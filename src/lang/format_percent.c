/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/format_percent.h"

#include "base/err.h"
#include "base/utf8.h"
#include "lang/format.h"
#include "num/digits.h"

#include <limits.h>
#include <math.h>
#include <string.h>

typedef struct Reader {
  const char *at, *end;
} Reader;

static char peek(const Reader *r) {
  return r->at < r->end ? *r->at : '\0';
}

/* "(" key ")", brackets nested. */
static bool read_key(Reader *r, FormatPercent *d) {
  if (peek(r) != '(')
    return true;
  d->key = ++r->at;
  for (int depth = 1; r->at < r->end; r->at++) {
    depth += (*r->at == '(') - (*r->at == ')');
    if (depth == 0) {
      d->key_len = (size_t)(r->at++ - d->key);
      return true;
    }
  }
  return err_set(ERR_ValueError, "incomplete format key");
}

static void read_flags(Reader *r, FormatPercent *d) {
  for (;; r->at++)
    switch (peek(r)) {
    case '-': d->left = true; break;
    case '+': d->plus = true; break;
    case ' ': d->blank = true; break;
    case '#': d->alternate = true; break;
    case '0': d->zero = true; break;
    default: return;
    }
}

/* "*", or digits into *out; false beyond `limit`. */
static bool read_count(Reader *r, bool *star, int64_t limit, const char *what,
                       int64_t *out) {
  if (peek(r) == '*') {
    *star = true;
    r->at++;
    return true;
  }
  for (int64_t n = 0; peek(r) >= '0' && peek(r) <= '9'; *out = n, r->at++) {
    int digit = *r->at - '0';
    if (n > (limit - digit) / 10)
      return err_set(ERR_ValueError, "%s too big", what);
    n = n * 10 + digit;
  }
  return true;
}

static bool read_sizes(Reader *r, FormatPercent *d) {
  if (!read_count(r, &d->star_width, INT64_MAX, "width", &d->width))
    return false;
  if (peek(r) != '.')
    return true;
  r->at++;
  int64_t precision = 0; /* "%.f" */
  if (!read_count(r, &d->star_precision, INT_MAX, "precision", &precision))
    return false;
  d->precision = (int)precision;
  return true;
}

bool format_percent_next(const char *text, size_t n, size_t *at,
                         FormatPercent *d) {
  Reader r = {text + *at, text + n};
  *d = (FormatPercent){.width = -1, .precision = -1};
  d->percent = peek(&r) == '%';
  if (!d->percent) {
    if (!read_key(&r, d))
      return false;
    read_flags(&r, d);
    if (!read_sizes(&r, d))
      return false;
    if (peek(&r) && strchr("hlL", peek(&r)))
      r.at++;
  }
  size_t size = utf8_decode(r.at, (size_t)(r.end - r.at), &d->type);
  if (!size)
    return err_set(ERR_ValueError, "incomplete format");
  d->text = text;
  d->type_at = (size_t)(r.at - text);
  *at = (size_t)(r.at - text) + size;
  return true;
}

bool format_percent_star(FormatPercent *d, int64_t value) {
  if (d->star_width) {
    d->star_width = false;
    d->left |= value < 0;
    d->width = value == INT64_MIN ? INT64_MAX : value < 0 ? -value : value;
    return true;
  }
  d->star_precision = false;
  if (value > INT_MAX || value < INT_MIN)
    return err_set(ERR_OverflowError,
                   "Python int too large to convert to C int");
  d->precision = value < 0 ? 0 : (int)value;
  return true;
}

bool format_percent_type(const FormatPercent *d) {
  uint32_t c = d->type;
  if (d->percent || (c && c < 128 && strchr("diuoxXeEfFgGcsra", (int)c)))
    return true;
  return err_set(
      ERR_ValueError, "unsupported format character '%c' (0x%x) at index %zu",
      c > 30 && c < 127 ? (int)c : '?', c, utf8_length(d->text, d->type_at));
}

/* Pads head and body, which take so many columns, to the width; zeros go
   between the two. */
static bool put_field(Buf *b, const FormatPercent *d, bool zero,
                      const char *head, const char *body, size_t n,
                      int64_t columns) {
  if (!format_check_width(d->width))
    return false;
  size_t pad = d->width > columns ? (size_t)(d->width - columns) : 0;
  if (!d->left && !zero)
    buf_fill(b, ' ', pad);
  buf_str(b, head);
  if (!d->left && zero)
    buf_fill(b, '0', pad);
  buf_add(b, body, n);
  if (d->left)
    buf_fill(b, ' ', pad);
  return !b->failed;
}

static const char *sign_of(const FormatPercent *d, bool negative) {
  return negative ? "-" : d->plus ? "+" : d->blank ? " " : "";
}

bool format_percent_put_int(Buf *b, const FormatPercent *d, int64_t value) {
  char head[4] = "";
  bool hex = (d->type | 32) == 'x', octal = d->type == 'o';
  if (d->precision > INT_MAX - 3)
    return err_set(ERR_OverflowError, "precision too large");
  if (!format_check_width(d->precision))
    return false;
  Buf digits = BUF_EMPTY, text = BUF_EMPTY;
  format_digits(&digits, value < 0 ? 0 - (uint64_t)value : (uint64_t)value,
                hex     ? 16
                : octal ? 8
                        : 10,
                d->type == 'X');
  if (d->precision > (int64_t)digits.len)
    buf_fill(&text, '0', (size_t)d->precision - digits.len);
  buf_add(&text, buf_text(&digits), digits.len);
  strcpy(head, sign_of(d, value < 0));
  if (d->alternate && (hex || octal))
    memcpy(head + strlen(head), (char[]){'0', (char)d->type, '\0'}, 3);
  bool ok = !text.failed && !digits.failed &&
            put_field(b, d, d->zero, head, buf_text(&text), text.len,
                      (int64_t)(strlen(head) + text.len));
  buf_free(&digits);
  buf_free(&text);
  return ok;
}

bool format_percent_put_float(Buf *b, const FormatPercent *d, double value) {
  if (!format_check_width(d->precision))
    return false;
  Buf text = BUF_EMPTY;
  format_float_text(&text, value, (char)d->type,
                    d->precision < 0 ? 6 : d->precision, d->alternate);
  const char *head = sign_of(d, !isnan(value) && digits_negative(value));
  bool ok =
      !text.failed && put_field(b, d, d->zero, head, buf_text(&text), text.len,
                                (int64_t)(strlen(head) + text.len));
  buf_free(&text);
  return ok;
}

bool format_percent_put_char(Buf *b, const FormatPercent *d, int64_t code) {
  char text[4];
  if (code < 0 || code > 0x10ffff)
    return err_set(ERR_OverflowError, "%%c arg not in range(0x110000)");
  if (code >= 0xd800 && code < 0xe000)
    return err_set(ERR_Unsupported, "xent does not support lone surrogates");
  return put_field(b, d, false, "", text, utf8_encode((uint32_t)code, text), 1);
}

bool format_percent_put_text(Buf *b, const FormatPercent *d, const char *text,
                             size_t n) {
  n = format_prefix(text, n, d->precision);
  return put_field(b, d, false, "", text, n, (int64_t)utf8_length(text, n));
}
