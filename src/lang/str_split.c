/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/str_split.h"

#include "base/utf8.h"
#include "lang/list.h"
#include "lang/unicode.h"

#include <string.h>

static bool add_part(Value list, const Str *s, size_t from, size_t to) {
  return list_take(list, str_new(s->text + from, to - from));
}

static Value finished(Value list, bool ok) {
  if (ok)
    return list;
  value_unref(list);
  return value_error();
}

/* --- at blanks ----------------------------------------------------------- */

/* From at on, past blanks (or past what is none). */
static size_t skip(const Str *s, size_t at, bool blanks) {
  uint32_t c;
  while (at < s->len) {
    size_t n = utf8_decode(s->text + at, s->len - at, &c);
    if (!n || unicode_is_space(c) != blanks)
      break;
    at += n;
  }
  return at;
}

/* The same backwards: the bytes before `at`. */
static size_t skip_back(const Str *s, size_t at, bool blanks) {
  uint32_t c;
  while (at > 0) {
    size_t i = at - 1;
    while (i > 0 && ((unsigned char)s->text[i] & 0xc0) == 0x80)
      i--;
    if (!utf8_decode(s->text + i, at - i, &c) || unicode_is_space(c) != blanks)
      break;
    at = i;
  }
  return at;
}

static bool split_blanks(Value list, const Str *s, int64_t most) {
  size_t at = skip(s, 0, true);
  bool ok = true;
  while (ok && at < s->len) {
    size_t end = skip(s, at, false);
    if (most-- == 0)
      return add_part(list, s, at, s->len);
    ok = add_part(list, s, at, end);
    at = skip(s, end, true);
  }
  return ok;
}

static bool rsplit_blanks(Value list, const Str *s, int64_t most) {
  size_t at = skip_back(s, s->len, true);
  bool ok = true;
  while (ok && at > 0) {
    size_t start = skip_back(s, at, false);
    if (most-- == 0)
      return add_part(list, s, 0, at);
    ok = add_part(list, s, start, at);
    at = skip_back(s, start, true);
  }
  return ok;
}

/* --- at a separator ------------------------------------------------------ */

static bool split_at(Value list, const Str *s, const Str *sep, int64_t most) {
  size_t at = 0, end;
  bool ok = true;
  while (ok && most-- != 0) {
    end = str_find_bytes(s, at, s->len, sep->text, sep->len);
    if (end == SIZE_MAX)
      break;
    ok = add_part(list, s, at, end);
    at = end + sep->len;
  }
  return ok && add_part(list, s, at, s->len);
}

static bool rsplit_at(Value list, const Str *s, const Str *sep, int64_t most) {
  size_t end = s->len, at;
  bool ok = true;
  while (ok && most-- != 0) {
    at = str_rfind_bytes(s, 0, end, sep->text, sep->len);
    if (at == SIZE_MAX)
      break;
    ok = add_part(list, s, at + sep->len, end);
    end = at;
  }
  return ok && add_part(list, s, 0, end);
}

static void turn(List *l) {
  for (size_t i = 0; i < l->n / 2; i++) {
    Value x = l->items[i];
    l->items[i] = l->items[l->n - 1 - i];
    l->items[l->n - 1 - i] = x;
  }
}

static Value split(const Value *args, bool from_right) {
  const Str *s = str_of(args[0]), *sep = str_of(args[1]);
  int64_t most;
  if (!sep && !value_is_none(args[1]))
    err_set(ERR_TypeError, "must be str or None, not %s",
            value_type_name(args[1]));
  else if (value_to_index(args[2], &most) && sep && !sep->len)
    err_set(ERR_ValueError, "empty separator");
  Value list = err_pending() ? value_error() : list_new(0);
  if (!value_ok(list))
    return list;
  bool ok;
  if (sep)
    ok = (from_right ? rsplit_at : split_at)(list, s, sep, most);
  else
    ok = (from_right ? rsplit_blanks : split_blanks)(list, s, most);
  if (from_right)
    turn(list_of(list));
  return finished(list, ok);
}

Value str_split_split(const Value *args) {
  return split(args, false);
}

Value str_split_rsplit(const Value *args) {
  return split(args, true);
}

/* --- lines --------------------------------------------------------------- */

static bool ends_line(uint32_t c) {
  return (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c == 0x85 ||
         c == 0x2028 || c == 0x2029;
}

Value str_split_splitlines(const Value *args) {
  const Str *s = str_of(args[0]);
  int keep = value_truth(args[1]);
  Value list = keep < 0 ? value_error() : list_new(0);
  bool ok = value_ok(list);
  size_t start = 0;
  for (size_t at = 0, n; ok && at < s->len; at += n) {
    uint32_t c;
    n = utf8_decode(s->text + at, s->len - at, &c);
    n = n ? n : 1;
    if (!ends_line(c))
      continue;
    if (c == '\r' && s->text[at + 1] == '\n')
      n++;
    ok = add_part(list, s, start, keep ? at + n : at);
    start = at + n;
  }
  if (ok && start < s->len)
    ok = add_part(list, s, start, s->len);
  return finished(list, ok);
}

/* --- partition ----------------------------------------------------------- */

static Value three(const Str *s, size_t a, size_t b, bool whole_last) {
  Value parts[3];
  if (a == SIZE_MAX) {
    parts[0] = str_new(s->text, whole_last ? 0 : s->len);
    parts[1] = str_new("", 0);
    parts[2] = str_new(s->text, whole_last ? s->len : 0);
  } else {
    parts[0] = str_new(s->text, a);
    parts[1] = str_new(s->text + a, b - a);
    parts[2] = str_new(s->text + b, s->len - b);
  }
  bool ok = value_ok(parts[0]) && value_ok(parts[1]) && value_ok(parts[2]);
  Value t = ok ? tuple_new(parts, 3) : value_error();
  for (int i = 0; i < 3; i++)
    value_unref(parts[i]);
  return t;
}

static Value partition(const Value *args, bool last) {
  const Str *s = str_of(args[0]), *sep = str_of(args[1]);
  if (!sep)
    err_set(ERR_TypeError, "must be str, not %s", value_type_name(args[1]));
  else if (!sep->len)
    err_set(ERR_ValueError, "empty separator");
  if (err_pending())
    return value_error();
  size_t at = (last ? str_rfind_bytes : str_find_bytes)(s, 0, s->len, sep->text,
                                                        sep->len);
  return three(s, at, at == SIZE_MAX ? at : at + sep->len, last);
}

Value str_split_partition(const Value *args) {
  return partition(args, false);
}

Value str_split_rpartition(const Value *args) {
  return partition(args, true);
}

/* --- join ---------------------------------------------------------------- */

static bool join(Buf *b, const Str *sep, const List *parts) {
  for (size_t i = 0; i < parts->n; i++) {
    const Str *part = str_of(parts->items[i]);
    if (!part)
      return err_set(ERR_TypeError,
                     "sequence item %zu: expected str instance, %s found", i,
                     value_type_name(parts->items[i]));
    if (i)
      buf_add(b, sep->text, sep->len);
    buf_add(b, part->text, part->len);
  }
  return true;
}

Value str_split_join(const Value *args) {
  const Type *t =
      args[1].tag == VALUE_REF ? type_rows[args[1].ref->type] : NULL;
  if (!t || !t->iter) {
    err_set(ERR_TypeError, "can only join an iterable");
    return value_error();
  }
  Value list = value_list_of(args[1]);
  Buf b = BUF_EMPTY;
  bool ok = value_ok(list) && join(&b, str_of(args[0]), list_of(list));
  value_unref(list);
  if (ok)
    return str_of_buf(&b);
  buf_free(&b);
  return value_error();
}
