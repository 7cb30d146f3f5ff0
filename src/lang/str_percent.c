/* SPDX-License-Identifier: GPL-3.0-or-later */
/* format % args. */
#include "lang/evalformat.h"
#include "lang/format_percent.h"
#include "lang/number.h"
#include "lang/str.h"
#include "lang/tuple.h"

#include <string.h>

typedef struct Arguments {
  Value given;   /* the right operand */
  Value current; /* what is taken from: given, or the value of a %(key) */
  bool mapping, keyed;
  size_t next;
  bool taken; /* current is no tuple and has been used */
} Arguments;

static Arguments arguments(Value v) {
  const Type *t = v.tag == VALUE_REF ? type_rows[v.ref->type] : NULL;
  return (Arguments){.given = v,
                     .current = value_ref(v),
                     .mapping = t && t->get_item && !tuple_of(v) && !str_of(v)};
}

/* The next one, borrowed; absent with an error. */
static Value take(Arguments *a) {
  const Tuple *t = a->keyed ? NULL : tuple_of(a->current);
  if (t ? a->next < t->n : !a->taken) {
    a->taken = true;
    return t ? t->items[a->next++] : a->current;
  }
  err_set(ERR_TypeError, "not enough arguments for format string");
  return value_error();
}

static bool look_up(Arguments *a, const FormatPercent *d) {
  if (!a->mapping)
    return err_set(ERR_TypeError, "format requires a mapping");
  Value key = str_new(d->key, d->key_len);
  Value v = value_ok(key) ? value_get_item(a->given, key) : key;
  value_unref(key);
  if (!value_ok(v))
    return false;
  value_put(&a->current, v);
  a->keyed = true;
  a->taken = false;
  return true;
}

static bool take_stars(Arguments *a, FormatPercent *d) {
  int stars = d->star_width + d->star_precision;
  for (int i = 0; i < stars; i++) {
    Value v = take(a);
    if (!value_ok(v))
      return false;
    if (v.tag != VALUE_INT && v.tag != VALUE_BOOL)
      return err_set(ERR_TypeError, "* wants int");
    if (!format_percent_star(d, v.i))
      return false;
  }
  return true;
}

/* --- one value ----------------------------------------------------------- */

static bool whole_number(Value v, char type, int64_t *out) {
  double f;
  bool hex = type != 'd' && type != 'i' && type != 'u';
  if (value_as_int(v, out))
    return true;
  if (!number_is_single(v))
    return false;
  if (hex || !value_as_double(v, &f))
    return err_set(ERR_TypeError, "%%%c format: %s is required, not %s", type,
                   hex ? "an integer" : "a real number", value_type_name(v));
  return number_truncate(f, out);
}

static bool put_float(Buf *b, const FormatPercent *d, Value v) {
  double f;
  return number_is_single(v) && value_to_double(v, &f) &&
         format_percent_put_float(b, d, f);
}

static bool put_char(Buf *b, const FormatPercent *d, Value v) {
  const Str *s = str_of(v);
  int64_t code;
  if (s && s->chars == 1)
    return format_percent_put_text(b, d, s->text, s->len);
  if (s || !value_as_int(v, &code))
    return err_set(ERR_TypeError, "%%c requires int or char");
  return format_percent_put_char(b, d, code);
}

static bool put_text(Buf *b, const FormatPercent *d, Value v) {
  Buf text = BUF_EMPTY;
  bool ok = evalformat_converted(&text, v, (char)d->type) &&
            format_percent_put_text(b, d, buf_text(&text), text.len);
  buf_free(&text);
  return ok;
}

static bool put(Buf *b, const FormatPercent *d, Value v) {
  int64_t i;
  if (strchr("diuoxX", (char)d->type))
    return whole_number(v, (char)d->type, &i) &&
           format_percent_put_int(b, d, i);
  if (strchr("eEfFgG", (char)d->type))
    return put_float(b, d, v);
  return d->type == 'c' ? put_char(b, d, v) : put_text(b, d, v);
}

/* --- the whole ----------------------------------------------------------- */

static bool put_directive(Buf *b, const Str *format, size_t *at, Arguments *a) {
  FormatPercent d;
  if (!format_percent_next(format->text, format->len, at, &d))
    return false;
  if (d.percent) {
    buf_char(b, '%');
    return true;
  }
  if ((d.key && !look_up(a, &d)) || !take_stars(a, &d))
    return false;
  Value v = take(a);
  if (!value_ok(v) || !format_percent_type(&d))
    return false;
  /* a __str__ may run and drop what it was taken from */
  value_ref(v);
  bool ok = put(b, &d, v);
  value_unref(v);
  return ok;
}

static bool put_all(Buf *b, const Str *format, Arguments *a) {
  for (size_t at = 0; at < format->len;) {
    const char *from = format->text + at;
    const char *sign = memchr(from, '%', format->len - at);
    size_t n = sign ? (size_t)(sign - from) : format->len - at;
    buf_add(b, from, n);
    at += n;
    if (sign && (at++, !put_directive(b, format, &at, a)))
      return false;
  }
  const Tuple *t = tuple_of(a->given);
  if (a->mapping || a->keyed || (t ? a->next == t->n : a->taken))
    return true;
  return err_set(ERR_TypeError, "not all arguments converted during string "
                                "formatting");
}

Value str_percent(Value format, Value args) {
  Arguments a = arguments(args);
  Buf b = BUF_EMPTY;
  bool ok = put_all(&b, str_of(format), &a);
  value_unref(a.current);
  if (ok)
    return str_of_buf(&b);
  buf_free(&b);
  return value_error();
}
