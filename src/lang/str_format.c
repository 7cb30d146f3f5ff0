/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/str_format.h"

#include "lang/evalformat.h"
#include "lang/tuple.h"

#include <string.h>

enum { NESTED = 2, AUTOMATIC = 1, BY_NUMBER = 2 };

typedef struct Formatter {
  const Tuple *args;
  Value named;
  int numbering; /* 0: not known yet */
  int64_t next;  /* automatic number */
} Formatter;

typedef struct Text {
  const char *at, *end;
} Text;

typedef struct Field {
  Text name, spec;
  char conversion; /* 0: none */
  bool nested;     /* the spec has fields of its own */
} Field;

/* --- parsing ------------------------------------------------------------- */

static bool read_name(Text *t, Field *f, char *stop) {
  f->name.at = t->at;
  while (t->at < t->end) {
    *stop = *t->at++;
    if (*stop == '{')
      return err_set(ERR_ValueError, "unexpected '{' in field name");
    if (*stop == '}' || *stop == ':' || *stop == '!') {
      f->name.end = t->at - 1;
      return true;
    }
    if (*stop == '[')
      while (t->at < t->end && *t->at != ']')
        t->at++;
  }
  return err_set(ERR_ValueError, "expected '}' before end of string");
}

/* "!r" and what stops it: ':' or '}'. */
static bool read_conversion(Text *t, Field *f, char *stop) {
  if (t->at == t->end)
    return err_set(ERR_ValueError,
                   "end of string while looking for conversion specifier");
  f->conversion = *t->at++;
  *stop = ':';
  if (t->at == t->end)
    return true;
  *stop = *t->at++;
  if (*stop == ':' || *stop == '}')
    return true;
  return err_set(ERR_ValueError, "expected ':' after conversion specifier");
}

static bool read_spec(Text *t, Field *f) {
  f->spec.at = t->at;
  for (int depth = 1; t->at < t->end; t->at++) {
    f->nested = f->nested || *t->at == '{';
    depth += (*t->at == '{') - (*t->at == '}');
    if (depth == 0) {
      f->spec.end = t->at++;
      return true;
    }
  }
  return err_set(ERR_ValueError, "unmatched '{' in format spec");
}

/* [name]["!" conversion][":" spec] "}" */
static bool read_field(Text *t, Field *f) {
  char stop = '\0';
  *f = (Field){0};
  if (!read_name(t, f, &stop))
    return false;
  if (stop == '!' && !read_conversion(t, f, &stop))
    return false;
  return stop != ':' || read_spec(t, f);
}

/* --- finding the value --------------------------------------------------- */

/* A number of digits only; -1: none; -2: too large. */
static int64_t index_in(const char *p, const char *end) {
  int64_t n = 0;
  if (p == end)
    return -1;
  for (; p < end; p++) {
    if (*p < '0' || *p > '9')
      return -1;
    if (n > (INT64_MAX - 9) / 10) {
      err_set(ERR_ValueError, "Too many decimal digits in format string");
      return -2;
    }
    n = n * 10 + (*p - '0');
  }
  return n;
}

static bool numbered(Formatter *m, int how) {
  if (m->numbering && m->numbering != how)
    return err_set(ERR_ValueError,
                   how == AUTOMATIC
                       ? "cannot switch from manual field specification to "
                         "automatic field numbering"
                       : "cannot switch from automatic field numbering to "
                         "manual field specification");
  m->numbering = how;
  return true;
}

static Value positional(Formatter *m, int64_t i) {
  if (i < (int64_t)m->args->n)
    return value_ref(m->args->items[i]);
  err_set(ERR_IndexError,
          "Replacement index %lld out of range for positional args tuple",
          (long long)i);
  return value_error();
}

/* The first part of a field's name: an argument. */
static Value argument(Formatter *m, const char *name, size_t n) {
  int64_t i = index_in(name, name + n);
  if (i == -2)
    return value_error();
  if (!n)
    return numbered(m, AUTOMATIC) ? positional(m, m->next++) : value_error();
  if (i >= 0)
    return numbered(m, BY_NUMBER) ? positional(m, i) : value_error();
  Value key = str_new(name, n);
  Value v = value_ok(key) ? value_get_item(m->named, key) : key;
  value_unref(key);
  return v;
}

static Value item_of(Value v, const char *name, size_t n) {
  int64_t i = index_in(name, name + n);
  if (i == -2)
    return value_error();
  if (i >= 0)
    return value_get_item(v, value_int(i));
  Value key = str_new(name, n);
  Value x = value_ok(key) ? value_get_item(v, key) : key;
  value_unref(key);
  return x;
}

/* One ".name" or "[index]" of v. */
static Value part_of(Value v, Text *t) {
  bool item = *t->at == '[';
  if (!item && *t->at != '.') {
    err_set(ERR_ValueError, "Only '.' or '[' may follow ']' in format field "
                            "specifier");
    return value_error();
  }
  const char *name = ++t->at;
  while (t->at < t->end &&
         (item ? *t->at != ']' : *t->at != '.' && *t->at != '['))
    t->at++;
  size_t n = (size_t)(t->at - name);
  if (item && t->at == t->end)
    err_set(ERR_ValueError, "Missing ']' in format string");
  else if (!n)
    err_set(ERR_ValueError, "Empty attribute in format string");
  if (err_pending())
    return value_error();
  if (item) {
    t->at++;
    return item_of(v, name, n);
  }
  const Sym *sym = sym_of(name, n);
  return sym ? value_get_attr(v, sym) : value_error();
}

static Value find_value(Formatter *m, Text name) {
  const char *start = name.at;
  while (name.at < name.end && *name.at != '.' && *name.at != '[')
    name.at++;
  Value v = argument(m, start, (size_t)(name.at - start));
  while (value_ok(v) && name.at < name.end) {
    Value part = part_of(v, &name);
    value_unref(v);
    v = part;
  }
  return v;
}

/* --- putting together ---------------------------------------------------- */

static bool put_text(Buf *b, Formatter *m, Text t, int depth);

static bool put_converted(Buf *b, Value v, const Field *f, const Buf *spec) {
  Buf text = BUF_EMPTY;
  if (!f->conversion)
    return evalformat_value(b, v, buf_text(spec), spec->len);
  if (!strchr("rsa", f->conversion)) {
    if (f->conversion > 32 && f->conversion < 127)
      return err_set(ERR_ValueError, "Unknown conversion specifier %c",
                     f->conversion);
    return err_set(ERR_ValueError, "Unknown conversion specifier \\x%x",
                   (unsigned char)f->conversion);
  }
  Value s = value_error();
  if (evalformat_converted(&text, v, f->conversion))
    s = str_of_buf(&text);
  buf_free(&text);
  bool ok = value_ok(s) && evalformat_value(b, s, buf_text(spec), spec->len);
  value_unref(s);
  return ok;
}

static bool put_field(Buf *b, Formatter *m, const Field *f, int depth) {
  Buf spec = BUF_EMPTY;
  Value v = find_value(m, f->name);
  bool ok = value_ok(v);
  if (ok && f->nested)
    ok = put_text(&spec, m, f->spec, depth - 1);
  else if (ok && f->spec.at)
    buf_add(&spec, f->spec.at, (size_t)(f->spec.end - f->spec.at));
  ok = ok && put_converted(b, v, f, &spec);
  buf_free(&spec);
  value_unref(v);
  return ok;
}

/* After a brace: a doubled one stands for itself, '{' opens a field. */
static bool put_brace(Buf *b, Formatter *m, Text *t, int depth) {
  char brace = *t->at++;
  Field f;
  if (t->at < t->end && *t->at == brace) {
    buf_char(b, brace);
    t->at++;
    return true;
  }
  if (brace == '}' || t->at == t->end)
    return err_set(ERR_ValueError, "Single '%c' encountered in format string",
                   brace);
  return read_field(t, &f) && put_field(b, m, &f, depth);
}

static bool put_text(Buf *b, Formatter *m, Text t, int depth) {
  if (depth <= 0)
    return err_set(ERR_ValueError, "Max string recursion exceeded");
  while (t.at < t.end) {
    const char *from = t.at;
    while (t.at < t.end && *t.at != '{' && *t.at != '}')
      t.at++;
    buf_add(b, from, (size_t)(t.at - from));
    if (t.at < t.end && !put_brace(b, m, &t, depth))
      return false;
  }
  return !b->failed;
}

Value str_format(Value format, Value args, Value named) {
  const Str *s = str_of(format);
  Formatter m = {.args = tuple_of(args), .named = named};
  Buf b = BUF_EMPTY;
  if (put_text(&b, &m, (Text){s->text, s->text + s->len}, NESTED))
    return str_of_buf(&b);
  buf_free(&b);
  return value_error();
}
