/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/str_search.h"

#include "lang/sequence.h"
#include "lang/tuple.h"

#include <string.h>

/* args: the string, what is looked for, start and end in characters. */
typedef struct Search {
  const Str *s, *what;
  size_t from, to; /* bytes */
  bool possible;   /* false: start is past the end */
} Search;

static bool limits(Search *q, Value start, Value end) {
  int64_t i;
  q->possible = !value_as_int(start, &i) || i <= (int64_t)q->s->chars;
  for (int k = 0; k < 2; k++) {
    Value *v = k ? &end : &start;
    if (value_is_none(*v))
      *v = value_absent();
    if (value_ok(*v) && !value_as_int(*v, &i))
      return err_set(ERR_TypeError, "slice indices must be integers or None "
                                    "or have an __index__ method");
  }
  if (!sequence_bounds(start, end, q->s->chars, &q->from, &q->to))
    return false;
  q->from = str_offset(q->s, q->from);
  q->to = str_offset(q->s, q->to);
  return true;
}

static bool search_for(Search *q, const Value *args) {
  q->s = str_of(args[0]);
  q->what = str_of(args[1]);
  if (!q->what)
    return err_set(ERR_TypeError, "must be str, not %s",
                   value_type_name(args[1]));
  return limits(q, args[2], args[3]);
}

static Value place(const Value *args, bool last, bool must) {
  Search q;
  if (!search_for(&q, args))
    return value_error();
  size_t at = SIZE_MAX;
  if (q.possible)
    at = (last ? str_rfind_bytes : str_find_bytes)(q.s, q.from, q.to,
                                                   q.what->text, q.what->len);
  if (at != SIZE_MAX)
    return value_int((int64_t)str_chars_before(q.s, at));
  if (!must)
    return value_int(-1);
  err_set(ERR_ValueError, "substring not found");
  return value_error();
}

Value str_search_find(const Value *args) {
  return place(args, false, false);
}

Value str_search_rfind(const Value *args) {
  return place(args, true, false);
}

Value str_search_index(const Value *args) {
  return place(args, false, true);
}

Value str_search_rindex(const Value *args) {
  return place(args, true, true);
}

Value str_search_count(const Value *args) {
  Search q;
  int64_t n = 0;
  if (!search_for(&q, args))
    return value_error();
  if (!q.possible || q.from > q.to)
    return value_int(0);
  if (!q.what->len)
    return value_int(
        (int64_t)(str_chars_before(q.s, q.to) - str_chars_before(q.s, q.from)) +
        1);
  for (size_t at = q.from;; n++) {
    at = str_find_bytes(q.s, at, q.to, q.what->text, q.what->len);
    if (at == SIZE_MAX)
      return value_int(n);
    at += q.what->len;
  }
}

/* --- starts and ends ----------------------------------------------------- */

static bool stands_at(const Search *q, const Str *what, bool end) {
  if (!q->possible || q->from > q->to || q->to - q->from < what->len)
    return false;
  size_t at = end ? q->to - what->len : q->from;
  return memcmp(q->s->text + at, what->text, what->len) == 0;
}

static Value stands(const Value *args, const char *method, bool end) {
  Search q = {.s = str_of(args[0])};
  const Tuple *several = tuple_of(args[1]);
  if (!limits(&q, args[2], args[3]))
    return value_error();
  if (str_of(args[1]))
    return value_bool(stands_at(&q, str_of(args[1]), end));
  if (!several) {
    err_set(ERR_TypeError, "%s first arg must be str or a tuple of str, not %s",
            method, value_type_name(args[1]));
    return value_error();
  }
  for (size_t i = 0; i < several->n; i++) {
    const Str *one = str_of(several->items[i]);
    if (!one) {
      err_set(ERR_TypeError, "tuple for %s must only contain str, not %s",
              method, value_type_name(several->items[i]));
      return value_error();
    }
    if (stands_at(&q, one, end))
      return value_bool(true);
  }
  return value_bool(false);
}

Value str_search_startswith(const Value *args) {
  return stands(args, "startswith", false);
}

Value str_search_endswith(const Value *args) {
  return stands(args, "endswith", true);
}

static Value cut(const Value *args, const char *method, bool end) {
  const Str *s = str_of(args[0]), *part = str_of(args[1]);
  if (!part) {
    err_set(ERR_TypeError, "%s() argument must be str, not %s", method,
            value_type_name(args[1]));
    return value_error();
  }
  Search q = {.s = s, .to = s->len, .possible = true};
  if (!part->len || !stands_at(&q, part, end))
    return value_ref(args[0]);
  return str_new(s->text + (end ? 0 : part->len), s->len - part->len);
}

Value str_search_removeprefix(const Value *args) {
  return cut(args, "removeprefix", false);
}

Value str_search_removesuffix(const Value *args) {
  return cut(args, "removesuffix", true);
}

/* --- replacing ----------------------------------------------------------- */

/* An empty `old` is found before every character and at the end. */
static size_t find_next(const Str *s, const Str *old, size_t at, bool first) {
  if (old->len || first)
    return str_find_bytes(s, at, s->len, old->text, old->len);
  if (at >= s->len)
    return SIZE_MAX;
  for (at++; at < s->len && ((unsigned char)s->text[at] & 0xc0) == 0x80;)
    at++;
  return at;
}

static Value replaced(const Str *s, const Str *old, const Str *new,
                      int64_t count) {
  Buf b = BUF_EMPTY;
  size_t copied = 0, at = 0;
  for (int64_t k = 0; count < 0 || k < count; k++) {
    at = find_next(s, old, at, k == 0);
    if (at == SIZE_MAX)
      break;
    buf_add(&b, s->text + copied, at - copied);
    buf_add(&b, new->text, new->len);
    copied = at + old->len;
    at = copied;
  }
  buf_add(&b, s->text + copied, s->len - copied);
  return str_of_buf(&b);
}

Value str_search_replace(const Value *args) {
  int64_t count;
  for (int i = 1; i <= 2; i++)
    if (!str_of(args[i])) {
      err_set(ERR_TypeError, "replace() argument %d must be str, not %s", i,
              value_type_name(args[i]));
      return value_error();
    }
  if (!value_to_index(args[3], &count))
    return value_error();
  return replaced(str_of(args[0]), str_of(args[1]), str_of(args[2]), count);
}
