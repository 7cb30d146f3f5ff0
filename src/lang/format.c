/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/format.h"

#include "base/err.h"
#include "base/utf8.h"
#include "num/digits.h"

#include <limits.h>
#include <math.h>
#include <string.h>

/* [[fill]align][sign][z][#][0][width][, | _][.precision][type] */
typedef struct Spec {
  const char *fill; /* one character */
  size_t fill_len;
  char align, sign; /* sign 0: none was given */
  bool no_minus_zero, alternate;
  char group;               /* ',' or '_' between digits, or 0 */
  int64_t width, precision; /* -1: none */
  uint32_t type;            /* a code point */
} Spec;

typedef struct Reader {
  const char *at, *end;
} Reader;

static bool is_align(const Reader *r, size_t skip) {
  const char *p = r->at + skip;
  return p < r->end && (*p == '<' || *p == '>' || *p == '=' || *p == '^');
}

static bool take(Reader *r, char c) {
  if (r->at == r->end || *r->at != c)
    return false;
  r->at++;
  return true;
}

/* Digits, or *out stays; false when the number is beyond 63 bits. */
static bool read_number(Reader *r, int64_t *out) {
  int64_t n = 0;
  const char *start = r->at;
  for (; r->at < r->end && *r->at >= '0' && *r->at <= '9'; r->at++)
    if (__builtin_mul_overflow(n, 10, &n) ||
        __builtin_add_overflow(n, *r->at - '0', &n))
      return err_set(ERR_ValueError,
                     "Too many decimal digits in format string");
  if (r->at > start)
    *out = n;
  return true;
}

static void read_align(Reader *r, Spec *s, bool number) {
  uint32_t code;
  size_t n = utf8_decode(r->at, (size_t)(r->end - r->at), &code);
  bool filled = n && is_align(r, n), aligned = filled;
  if (filled) {
    *s = (Spec){.fill = r->at, .fill_len = n, .align = r->at[n]};
    r->at += n + 1;
  } else if (is_align(r, 0)) {
    s->align = *r->at++;
    aligned = true;
  }
  if (r->at < r->end && strchr(" +-", *r->at) && *r->at)
    s->sign = *r->at++;
  s->no_minus_zero = take(r, 'z');
  s->alternate = take(r, '#');
  if (!filled && take(r, '0')) {
    s->fill = "0";
    if (!aligned && number)
      s->align = '=';
  }
}

static bool read_group(Reader *r, Spec *s) {
  if (take(r, ','))
    s->group = ',';
  if (take(r, '_')) {
    if (s->group)
      return err_set(ERR_ValueError, "Cannot specify both ',' and '_'.");
    s->group = '_';
  }
  if (s->group == '_' && r->at < r->end && *r->at == ',')
    return err_set(ERR_ValueError, "Cannot specify both ',' and '_'.");
  return true;
}

static bool read_precision(Reader *r, Spec *s) {
  if (!take(r, '.'))
    return true;
  if (!read_number(r, &s->precision))
    return false;
  return s->precision >= 0 ||
         err_set(ERR_ValueError, "Format specifier missing precision");
}

/* As Python shows a type that it does not know: itself or \xe9. */
static void type_text(uint32_t type, Buf *b) {
  if (type > 32 && type < 128)
    buf_char(b, (char)type);
  else
    buf_fmt(b, "\\x%x", type);
}

static bool unknown_type(const char *object, uint32_t type) {
  Buf shown = BUF_EMPTY;
  type_text(type, &shown);
  err_set(ERR_ValueError, "Unknown format code '%s' for object of type '%s'",
          buf_text(&shown), object);
  buf_free(&shown);
  return false;
}

static bool check_group(const Spec *s) {
  const char *fits = s->group == '_' ? "deEfFgG%boxX" : "deEfFgG%";
  if (!s->group || !s->type || (s->type < 128 && strchr(fits, (int)s->type)))
    return true;
  Buf shown = BUF_EMPTY;
  type_text(s->type, &shown);
  err_set(ERR_ValueError, "Cannot specify '%c' with '%s'.", s->group,
          buf_text(&shown));
  buf_free(&shown);
  return false;
}

static bool read_spec(const char *spec, size_t n, const char *object,
                      uint32_t type, Spec *s) {
  Reader r = {spec, spec + n};
  bool number = type != 's';
  *s = (Spec){.align = number ? '>' : '<'};
  read_align(&r, s, number);
  if (!s->fill)
    s->fill = " ";
  if (!s->fill_len)
    s->fill_len = 1;
  s->width = s->precision = -1;
  if (!read_number(&r, &s->width) || !read_group(&r, s) ||
      !read_precision(&r, s))
    return false;
  s->type = type;
  size_t left = (size_t)(r.end - r.at);
  if (left && utf8_decode(r.at, left, &s->type) != left)
    return err_set(ERR_ValueError,
                   "Invalid format specifier '%.*s' for object of type '%s'",
                   (int)(n < 200 ? n : 200), spec, object);
  return check_group(s);
}

bool format_check_width(int64_t width) {
  if (width <= FORMAT_WIDEST)
    return true;
  err_memory((size_t)width);
  return false;
}

static void put_fill(Buf *b, const Spec *s, int64_t n) {
  if (n <= 0)
    return;
  if (s->fill_len == 1)
    buf_fill(b, *s->fill, (size_t)n);
  else
    for (; n > 0 && !b->failed; n--)
      buf_add(b, s->fill, s->fill_len);
}

/* A number before it is padded: sign, prefix, digits, the rest. */
typedef struct Parts {
  bool negative;
  const char *prefix; /* "0x" or "" */
  const char *digits; /* those that may be grouped */
  size_t n_digits;
  const char *rest;   /* ".5e+03", "inf" */
  size_t n_rest;      /* bytes */
  int64_t rest_width; /* columns */
} Parts;

static void reverse(Buf *b) {
  for (size_t i = 0; i < b->len / 2; i++) {
    char c = b->text[i];
    b->text[i] = b->text[b->len - 1 - i];
    b->text[b->len - 1 - i] = c;
  }
}

static int64_t most(int64_t a, int64_t b) {
  return a > b ? a : b;
}

/* The digits with separators and zeros in front, up to `least` columns or one
   more where a separator would come first. */
static void group_digits(Buf *b, const Spec *s, const Parts *p, int64_t least) {
  int64_t left = (int64_t)p->n_digits;
  int64_t size =
      s->type < 128 && s->type && strchr("boxX", (int)s->type) ? 4 : 3;
  while (!b->failed) {
    int64_t n = most(most(left, least), 1);
    if (s->group && n > size)
      n = size;
    for (int64_t i = 0; i < n; i++)
      buf_char(b, i < left ? p->digits[left - 1 - i] : '0');
    left = most(left - n, 0);
    least -= n;
    if (left <= 0 && least <= 0)
      break;
    buf_char(b, s->group);
    least--;
  }
  reverse(b);
}

static bool put_number(Buf *b, const Spec *s, const Parts *p) {
  char sign = p->negative                        ? '-'
              : s->sign == '+' || s->sign == ' ' ? s->sign
                                                 : 0;
  int64_t prefix = (int64_t)strlen(p->prefix);
  int64_t fixed = (sign != 0) + prefix + p->rest_width;
  bool zeros = *s->fill == '0' && s->align == '=';
  if (!format_check_width(s->width))
    return false;
  Buf grouped = BUF_EMPTY;
  if (p->n_digits && (s->group || (zeros && s->width > 0)))
    group_digits(&grouped, s, p, zeros ? s->width - fixed : 0);
  else
    buf_add(&grouped, p->digits, p->n_digits);
  if (grouped.failed) {
    buf_free(&grouped);
    return false;
  }
  int64_t pad = most(s->width - fixed - (int64_t)grouped.len, 0);
  int64_t before = s->align == '>' ? pad : s->align == '^' ? pad / 2 : 0;
  put_fill(b, s, before);
  if (sign)
    buf_char(b, sign);
  buf_str(b, p->prefix);
  put_fill(b, s, s->align == '=' ? pad : 0);
  buf_add(b, buf_text(&grouped), grouped.len);
  buf_add(b, p->rest, p->n_rest);
  put_fill(b, s, s->align == '=' ? 0 : pad - before);
  buf_free(&grouped);
  return !b->failed;
}

/* '#' without decimals: the point stays. */
static void put_point(Buf *b, size_t from) {
  if (b->failed || memchr(b->text + from, '.', b->len - from))
    return;
  size_t at = from;
  while (at < b->len && b->text[at] >= '0' && b->text[at] <= '9')
    at++;
  buf_char(b, '.');
  if (b->failed)
    return;
  memmove(b->text + at + 1, b->text + at, b->len - at - 1);
  b->text[at] = '.';
}

void format_float_text(Buf *b, double x, char type, int precision,
                       bool alternate) {
  size_t from = b->len;
  bool upper = type < 'a';
  x = fabs(x);
  if (!isfinite(x)) {
    buf_str(b, isnan(x) ? (upper ? "NAN" : "nan") : upper ? "INF" : "inf");
    return;
  }
  switch (type | 32) {
  case 'e': digits_exp(b, x, precision, type); break;
  case 'f': digits_fixed(b, x, precision); break;
  default:
    digits_general(b, x, precision, upper ? 'E' : 'e',
                   alternate ? DIGITS_ALTERNATE : DIGITS_SHORT);
  }
  if (alternate)
    put_point(b, from);
}

/* |x| for a checked spec whose type is 0 (none), n, %, e, E, f, F, g or G. */
static void put_float_text(Buf *b, const Spec *s, double x) {
  int precision = s->precision < 0 ? 6 : (int)s->precision;
  bool none = !s->type;
  if (s->type == '%')
    format_float_text(b, x * 100, 'f', precision, s->alternate);
  else if (s->type == 'n')
    format_float_text(b, x, 'g', precision, s->alternate);
  else if (!none)
    format_float_text(b, x, (char)s->type, precision, s->alternate);
  else if (s->precision < 0 || !isfinite(x)) {
    digits_repr64(b, fabs(x));
    if (s->alternate && isfinite(x))
      put_point(b, 0);
  } else
    digits_general(b, fabs(x), precision, 'e',
                   DIGITS_POINT | (s->alternate ? DIGITS_ALTERNATE : 0));
  if (s->type == '%')
    buf_char(b, '%');
}

static bool is_zero(const Buf *text) {
  const char *p = buf_text(text);
  for (; *p && *p != 'e' && *p != 'E'; p++)
    if (*p != '0' && *p != '.' && *p != '%')
      return false;
  return true;
}

static bool put_float(Buf *b, double value, const Spec *s, const char *object) {
  if (s->type && (s->type > 127 || !strchr("eEfFgGn%", (int)s->type)))
    return unknown_type(object, s->type);
  if (s->precision > INT_MAX)
    return err_set(ERR_ValueError, "precision too big");
  if (!format_check_width(s->precision))
    return false;
  Buf text = BUF_EMPTY;
  put_float_text(&text, s, value);
  size_t n = strspn(buf_text(&text), "0123456789");
  Parts p = {.prefix = "", .digits = buf_text(&text), .n_digits = n};
  p.negative = !isnan(value) && digits_negative(value) &&
               !(s->no_minus_zero && is_zero(&text));
  p.rest = p.digits + n;
  p.n_rest = text.len - n;
  p.rest_width = (int64_t)p.n_rest;
  bool ok = !text.failed && put_number(b, s, &p);
  buf_free(&text);
  return ok;
}

bool format_float(Buf *b, double value, const char *spec, size_t n) {
  Spec s;
  if (n == 0)
    digits_repr64(b, value);
  else if (n == 3 && spec[0] == '.' && spec[2] == 'f' && spec[1] >= '0' &&
           spec[1] <= '9')
    digits_fixed(b, value, spec[1] - '0'); /* the one that everybody writes */
  else
    return read_spec(spec, n, "float", 0, &s) &&
           put_float(b, value, &s, "float");
  return !b->failed;
}

void format_digits(Buf *b, uint64_t n, unsigned base, bool upper) {
  const char *digit = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  char text[64], *end = text + sizeof text, *at = end;
  do
    *--at = digit[n % base];
  while (n /= base);
  buf_add(b, at, (size_t)(end - at));
}

/* 'c': the character with this code. */
static bool put_char(Buf *b, int64_t value, const Spec *s) {
  char text[4];
  if (s->sign)
    return err_set(ERR_ValueError,
                   "Sign not allowed with integer format specifier 'c'");
  if (s->alternate)
    return err_set(
        ERR_ValueError,
        "Alternate form (#) not allowed with integer format specifier 'c'");
  if (value < 0 || value > 0x10ffff)
    return err_set(ERR_OverflowError, "%%c arg not in range(0x110000)");
  if (value >= 0xd800 && value < 0xe000)
    return err_set(ERR_Unsupported, "xent does not support lone surrogates");
  size_t n = utf8_encode((uint32_t)value, text);
  return put_number(b, s,
                    &(Parts){.prefix = "",
                             .digits = "",
                             .rest = text,
                             .n_rest = n,
                             .rest_width = 1});
}

static bool put_int(Buf *b, int64_t value, const Spec *s) {
  if (s->precision >= 0)
    return err_set(ERR_ValueError,
                   "Precision not allowed in integer format specifier");
  if (s->no_minus_zero)
    return err_set(ERR_ValueError, "Negative zero coercion (z) not allowed in "
                                   "integer format specifier");
  if (s->type == 'c')
    return put_char(b, value, s);
  unsigned base = s->type == 'b'          ? 2
                  : s->type == 'o'        ? 8
                  : (s->type | 32) == 'x' ? 16
                                          : 10;
  char prefix[3] = {base != 10 && s->alternate ? '0' : '\0', (char)s->type};
  uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  Buf text = BUF_EMPTY;
  format_digits(&text, size, base, s->type == 'X');
  Parts p = {.negative = value < 0, .prefix = prefix, .rest = ""};
  p.digits = buf_text(&text);
  p.n_digits = text.len;
  bool ok = !text.failed && put_number(b, s, &p);
  buf_free(&text);
  return ok;
}

static bool put_integer(Buf *b, int64_t value, const char *spec, size_t n,
                        const char *object) {
  Spec s;
  if (!read_spec(spec, n, object, 'd', &s))
    return false;
  if (s.type && s.type < 128 && strchr("bcdoxXn", (int)s.type))
    return put_int(b, value, &s);
  if (s.type)
    return put_float(b, (double)value, &s, object);
  return unknown_type(object, s.type);
}

bool format_int(Buf *b, int64_t value, const char *spec, size_t n) {
  if (n)
    return put_integer(b, value, spec, n, "int");
  buf_int(b, value);
  return !b->failed;
}

bool format_bool(Buf *b, bool value, const char *spec, size_t n) {
  if (n)
    return put_integer(b, value, spec, n, "bool");
  buf_str(b, value ? "True" : "False");
  return !b->failed;
}

static bool check_str(const Spec *s) {
  static const char *const message[] = {
      "Sign not allowed in string format specifier",
      "Space not allowed in string format specifier",
      "Negative zero coercion (z) not allowed in string format specifier",
      "Alternate form (#) not allowed in string format specifier",
      "'=' alignment not allowed in string format specifier"};
  if (s->type != 's')
    return unknown_type("str", s->type);
  int wrong = s->sign == ' '     ? 1
              : s->sign          ? 0
              : s->no_minus_zero ? 2
              : s->alternate     ? 3
              : s->align == '='  ? 4
                                 : -1;
  return wrong < 0 || err_set(ERR_ValueError, "%s", message[wrong]);
}

size_t format_prefix(const char *text, size_t n, int64_t chars) {
  uint32_t code;
  size_t at = 0;
  if (chars < 0)
    return n;
  for (; at < n && chars > 0; chars--) {
    size_t size = utf8_decode(text + at, n - at, &code);
    at += size ? size : 1;
  }
  return at;
}

bool format_str(Buf *b, const char *text, size_t len, const char *spec,
                size_t n) {
  Spec s;
  if (n == 0) {
    buf_add(b, text, len);
    return !b->failed;
  }
  if (!read_spec(spec, n, "str", 's', &s) || !check_str(&s) ||
      !format_check_width(s.width))
    return false;
  len = format_prefix(text, len, s.precision);
  int64_t pad = most(s.width - (int64_t)utf8_length(text, len), 0);
  int64_t before = s.align == '>' ? pad : s.align == '^' ? pad / 2 : 0;
  put_fill(b, &s, before);
  buf_add(b, text, len);
  put_fill(b, &s, pad - before);
  return !b->failed;
}
