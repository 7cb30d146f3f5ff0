/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/builtins_parse.h"

#include "base/utf8.h"
#include "lang/number.h"
#include "lang/str.h"
#include "lang/unicode.h"
#include "num/digits.h"

Value builtins_parse_special(Value v, const char *name, const Value *args,
                             int n, bool *found) {
  const Sym *sym = sym_lit(name);
  Value method = value_absent();
  if (sym && value_is(v, VALUE_TYPE_INSTANCE))
    method = value_find_attr(v, sym);
  *found = value_ok(method) || err_pending();
  if (!value_ok(method))
    return method;
  Value r = value_call_n(method, args, n);
  value_unref(method);
  return r;
}

/* --- texts ---------------------------------------------------------------- */

/* The text in ASCII, without blanks around it: digits of other scripts become
   0 .. 9, all else that is not ASCII '?'. */
static void plain_text(Buf *b, const Str *s) {
  size_t first = 0;
  uint32_t c;
  for (size_t at = 0, n; at < s->len; at += n) {
    n = utf8_decode(s->text + at, s->len - at, &c);
    n = n ? n : 1;
    bool blank = unicode_is_space(c);
    if (blank && !b->len)
      continue;
    int digit = unicode_digit(c);
    buf_char(b, blank        ? ' '
                : digit >= 0 ? (char)('0' + digit)
                : c < 0x80   ? (char)c
                             : '?');
    if (!blank)
      first = b->len;
  }
  if (b->text && !b->failed) {
    b->len = first;
    b->text[first] = '\0';
  }
}

typedef struct Number {
  const char *at, *end;
  int64_t base;
  bool huge;
} Number;

static int digit_at(const Number *t) {
  if (t->at == t->end)
    return -1;
  char c = *t->at;
  int d = c >= '0' && c <= '9'                 ? c - '0'
          : (c | 32) >= 'a' && (c | 32) <= 'z' ? (c | 32) - 'a' + 10
                                               : -1;
  return d < t->base ? d : -1;
}

/* "0x" and its kin; base 0 takes what the text says. */
static bool read_prefix(Number *t) {
  static const struct {
    char letter;
    int base;
  } prefixes[] = {{'x', 16}, {'o', 8}, {'b', 2}};
  bool zero = t->end - t->at >= 2 && *t->at == '0';
  for (int i = 0; zero && i < 3; i++)
    if ((t->at[1] | 32) == prefixes[i].letter &&
        (!t->base || t->base == prefixes[i].base)) {
      t->at += 2;
      t->base = prefixes[i].base;
      if (t->at < t->end && *t->at == '_')
        t->at++;
      return true;
    }
  if (t->base)
    return true;
  t->base = 10;
  for (const char *p = t->at; zero && p < t->end; p++)
    if (*p != '0' && *p != '_')
      return false;
  return true;
}

/* Digits with single underscores between them. */
static bool read_digits(Number *t, bool negative, int64_t *out) {
  int64_t n = 0;
  int d = digit_at(t);
  if (d < 0)
    return false;
  for (; d >= 0; d = digit_at(t)) {
    if (__builtin_mul_overflow(n, t->base, &n) ||
        __builtin_add_overflow(n, negative ? -d : d, &n))
      t->huge = true;
    t->at++;
    if (t->at < t->end && *t->at == '_') {
      t->at++;
      if (digit_at(t) < 0)
        return false;
    }
  }
  *out = n;
  return t->at == t->end;
}

static Value invalid(Value v, int64_t base) {
  Buf text = BUF_EMPTY;
  if (value_repr(&text, v))
    err_set(ERR_ValueError, "invalid literal for int() with base %lld: %s",
            (long long)base, buf_text(&text));
  buf_free(&text);
  return value_error();
}

static Value int_of_text(Value v, int64_t base) {
  Buf b = BUF_EMPTY;
  plain_text(&b, str_of(v));
  Number t = {buf_text(&b), buf_text(&b) + b.len, base, false};
  bool negative = t.at < t.end && *t.at == '-';
  int64_t n = 0;
  if (t.at < t.end && (*t.at == '-' || *t.at == '+'))
    t.at++;
  bool ok = !b.failed && read_prefix(&t) && read_digits(&t, negative, &n);
  buf_free(&b);
  if (!ok)
    return err_pending() ? value_error() : invalid(v, base);
  if (!t.huge)
    return value_int(n);
  err_set(ERR_OverflowError, "the result does not fit in 64 bits");
  err_hint("xent's integers have 64 bits; write a float (1e20) for larger "
           "numbers");
  return value_error();
}

/* --- int ------------------------------------------------------------------ */

static Value with_base(Value x, Value base) {
  int64_t b;
  if (!value_to_index(base, &b))
    return value_error();
  if (b && (b < 2 || b > 36)) {
    err_set(ERR_ValueError, "int() base must be >= 2 and <= 36, or 0");
    return value_error();
  }
  if (str_of(x))
    return int_of_text(x, b);
  if (value_ok(x))
    err_set(ERR_TypeError, "int() can't convert non-string with explicit "
                           "base");
  else
    err_set(ERR_TypeError, "int() missing string argument");
  return value_error();
}

static Value int_of_instance(Value x, bool *found) {
  Value r = builtins_parse_special(x, "__int__", NULL, 0, found);
  if (!*found)
    r = builtins_parse_special(x, "__index__", NULL, 0, found);
  if (value_ok(r) && r.tag != VALUE_INT && r.tag != VALUE_BOOL) {
    err_set(ERR_TypeError, "__int__ returned non-int (type %s)",
            value_type_name(r));
    value_unref(r);
    return value_error();
  }
  return r;
}

Value builtins_parse_int(const Value *args) {
  Value x = args[0];
  int64_t i = 0;
  double f;
  bool found = false;
  if (value_ok(args[1]))
    return with_base(x, args[1]);
  if (!value_ok(x) || value_as_int(x, &i))
    return value_int(i);
  if (str_of(x))
    return int_of_text(x, 10);
  if (!number_is_single(x))
    return value_error();
  const Array *a = value_array(x);
  if (a && !dtype_is_float((DType)a->dtype))
    return value_int(array_get_int(a, 0));
  if (value_as_double(x, &f))
    return number_truncate(f, &i) ? value_int(i) : value_error();
  Value r = int_of_instance(x, &found);
  if (!found)
    err_set(ERR_TypeError,
            "int() argument must be a string, a bytes-like object or a real "
            "number, not '%s'",
            value_type_name(x));
  return r;
}

/* --- float ---------------------------------------------------------------- */

static Value float_of_text(Value v) {
  Buf b = BUF_EMPTY, text = BUF_EMPTY;
  double f = 0;
  plain_text(&b, str_of(v));
  bool ok = !b.failed && digits_parse_double(buf_text(&b), b.len, &f);
  if (!ok && !b.failed && value_repr(&text, v))
    err_set(ERR_ValueError, "could not convert string to float: %s",
            buf_text(&text));
  buf_free(&b);
  buf_free(&text);
  return ok ? value_float(f) : value_error();
}

Value builtins_parse_float(const Value *args) {
  Value x = args[0];
  double f;
  bool found = false;
  if (str_of(x))
    return float_of_text(x);
  if (!number_is_single(x))
    return value_error();
  if (value_as_double(x, &f))
    return value_float(f);
  Value r = builtins_parse_special(x, "__float__", NULL, 0, &found);
  if (value_ok(r) && r.tag != VALUE_FLOAT) {
    err_set(ERR_TypeError, "%s.__float__ returned non-float (type %s)",
            value_type_name(x), value_type_name(r));
    value_unref(r);
    return value_error();
  }
  if (!found)
    err_set(ERR_TypeError,
            "float() argument must be a string or a real number, not '%s'",
            value_type_name(x));
  return r;
}
