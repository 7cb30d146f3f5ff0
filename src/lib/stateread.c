/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what lib/statefile.c wrote. Nothing in the file is believed: sizes
   must fit into what is left of it, and nests have an end. */
#include "lib/stateread.h"

#include "base/utf8.h"
#include "grad/tape.h"
#include "lang/dict_kind.h"
#include "lang/list.h"
#include "lang/str.h"
#include "lang/tuple.h"
#include "num/digits.h"

#include <string.h>

enum { DEEPEST = 200, LONGEST = 40 };

typedef struct Reader {
  const char *path, *start, *at, *end;
  int depth;
} Reader;

static bool damaged(const Reader *r) {
  return !err_pending() &&
         err_set(ERR_RuntimeError,
                 "'%s' is damaged or cut off (byte %zu of %zu)", r->path,
                 (size_t)(r->at - r->start), (size_t)(r->end - r->start));
}

static Value broken(const Reader *r) {
  damaged(r);
  return value_error();
}

static bool is_blank(char c) {
  return c == ' ' || c == '\n';
}

/* The next word into a buffer of LONGEST bytes. */
static bool word(Reader *r, char *out) {
  while (r->at < r->end && is_blank(*r->at))
    r->at++;
  size_t n = 0;
  while (r->at + n < r->end && n < LONGEST - 1 && !is_blank(r->at[n]) &&
         r->at[n])
    n++;
  if (!n || (r->at + n < r->end && !is_blank(r->at[n])))
    return damaged(r);
  memcpy(out, r->at, n);
  out[n] = '\0';
  r->at += n;
  return true;
}

static bool whole(Reader *r, int64_t *out) {
  char text[LONGEST];
  if (!word(r, text))
    return false;
  bool minus = *text == '-';
  uint64_t n = 0, most = (uint64_t)INT64_MAX + minus;
  const char *p = text + minus;
  for (; *p >= '0' && *p <= '9' && n <= (most - (uint64_t)(*p - '0')) / 10; p++)
    n = n * 10 + (uint64_t)(*p - '0');
  if (*p || p == text + minus)
    return damaged(r);
  *out = minus ? (int64_t)(0 - n) : (int64_t)n;
  return true;
}

/* A count of things that take two bytes or more each. */
static bool count(Reader *r, int64_t *out) {
  return whole(r, out) &&
         ((*out >= 0 && *out <= (r->end - r->at) / 2) || damaged(r));
}

static bool real(Reader *r, double *out) {
  char text[LONGEST];
  return word(r, text) &&
         (digits_parse_double(text, strlen(text), out) || damaged(r));
}

/* --- arrays ----------------------------------------------------------------
 */

static bool dtype_word(Reader *r, DType *t) {
  char text[LONGEST];
  if (!word(r, text))
    return false;
  *t = dtype_by_name(text);
  return *t != DT_COUNT || damaged(r);
}

/* Of unsigned numbers the bits are there, read as a signed one. */
static bool element(Reader *r, Array *a, int64_t i) {
  double x;
  int64_t n;
  if (dtype_is_float((DType)a->dtype)) {
    if (!real(r, &x))
      return false;
    array_put(a, i, x);
    return true;
  }
  if (!whole(r, &n))
    return false;
  array_put_int(a, i, n);
  return true;
}

static bool shape_words(Reader *r, int *ndim, int64_t *shape) {
  int64_t n, size = 1, left = r->end - r->at;
  if (!whole(r, &n) || n < 0 || n > ARRAY_MAX_DIMS)
    return damaged(r);
  *ndim = (int)n;
  for (int d = 0; d < n; d++)
    if (!whole(r, &shape[d]) || shape[d] < 0 || shape[d] > left ||
        __builtin_mul_overflow(size, shape[d], &size) || size > left)
      return damaged(r);
  return true;
}

static Array *array_words(Reader *r, Family family, bool scalar) {
  DType t;
  int ndim = 0;
  int64_t shape[ARRAY_MAX_DIMS];
  if (!dtype_word(r, &t) || (!scalar && !shape_words(r, &ndim, shape)))
    return NULL;
  Array *a = array_new(family, t, ndim, shape);
  if (a)
    a->scalar = scalar;
  for (int64_t i = 0; a && i < a->size; i++)
    if (!element(r, a, i)) {
      array_unref(a);
      return NULL;
    }
  return a;
}

static Value tensor(Reader *r) {
  int64_t flags;
  if (!whole(r, &flags) || flags < 0 || flags > 3)
    return broken(r);
  Array *a = array_words(r, FAMILY_TORCH, false);
  if (a && flags & 2) {
    Array *p = tape_detached(a);
    array_unref(a);
    a = p;
    if (a)
      a->parameter = true;
  }
  if (!a || !(flags & 1) || tape_watch(a, true))
    return value_of_array(a);
  array_unref(a);
  return value_error();
}

/* --- values ----------------------------------------------------------------
 */

static Value value(Reader *r);

static Value text(Reader *r) {
  int64_t n;
  if (!whole(r, &n) || n < 0 || n >= r->end - r->at ||
      utf8_valid(r->at + 1, (size_t)n) != (size_t)n)
    return broken(r);
  Value v = str_new(r->at + 1, (size_t)n);
  r->at += n + 1;
  return v;
}

static Value list(Reader *r) {
  int64_t n;
  Value v = count(r, &n) ? list_new(0) : value_error();
  for (int64_t i = 0; value_ok(v) && i < n; i++) {
    Value item = value(r);
    if (value_ok(item) && list_take(v, item))
      continue;
    value_unref(v);
    return value_error();
  }
  return v;
}

static Value tuple(Reader *r) {
  Value items = list(r);
  Value v = value_ok(items) ? tuple_from(items) : value_error();
  value_unref(items);
  return v;
}

static bool entry(Reader *r, Value dict) {
  Value key = value(r);
  Value x = value_ok(key) ? value(r) : value_error();
  bool ok = value_ok(x) && dict_put(dict, key, x);
  value_unref(key);
  value_unref(x);
  return ok;
}

static Value dict(Reader *r, const DictKind *kind) {
  int64_t n;
  Value v = count(r, &n) ? dict_kind_new(kind) : value_error();
  for (int64_t i = 0; value_ok(v) && i < n; i++)
    if (!entry(r, v)) {
      value_unref(v);
      return value_error();
    }
  return v;
}

static Value number(Reader *r, bool is_float) {
  double x;
  int64_t n;
  if (is_float)
    return real(r, &x) ? value_float(x) : value_error();
  return whole(r, &n) ? value_int(n) : value_error();
}

static Value of_word(Reader *r, const char *w) {
  if (!strcmp(w, "none"))
    return value_none();
  if (!strcmp(w, "true") || !strcmp(w, "false"))
    return value_bool(*w == 't');
  if (!strcmp(w, "int") || !strcmp(w, "float"))
    return number(r, *w == 'f');
  if (!strcmp(w, "str"))
    return text(r);
  if (!strcmp(w, "tensor"))
    return tensor(r);
  if (!strcmp(w, "array") || !strcmp(w, "scalar"))
    return value_of_array(array_words(r, FAMILY_NUMPY, *w == 's'));
  if (!strcmp(w, "list"))
    return list(r);
  if (!strcmp(w, "tuple"))
    return tuple(r);
  if (!strcmp(w, "dict") || !strcmp(w, "ordered"))
    return dict(r, *w == 'o' ? &dict_kind_ordered : NULL);
  return broken(r);
}

static Value value(Reader *r) {
  char w[LONGEST];
  if (!word(r, w) || r->depth > DEEPEST)
    return broken(r);
  r->depth++;
  Value v = of_word(r, w);
  r->depth--;
  return v;
}

/* --- the file --------------------------------------------------------------
 */

static bool begins(const Reader *r, const char *bytes, size_t n) {
  return (size_t)(r->end - r->start) >= n && !memcmp(r->start, bytes, n);
}

/* PyTorch's files are zip archives or pickles. */
static bool check_kind(Reader *r) {
  static const char magic[] = "xent-save 1\n";
  if (r->start == r->end)
    return err_set(ERR_EOFError, "Ran out of input");
  if (begins(r, magic, sizeof magic - 1)) {
    r->at += sizeof magic - 1;
    return true;
  }
  if (begins(r, "PK\3\4", 4) || begins(r, "\x80", 1)) {
    err_set(ERR_Unsupported,
            "xent does not support PyTorch's own files: '%s' is a pickle, and "
            "loading one can run any code",
            r->path);
    return err_hint("xent loads what its own torch.save wrote");
  }
  return err_set(ERR_RuntimeError,
                 "'%s' is no file that xent's torch.save wrote", r->path);
}

Value stateread_value(const char *path, const char *bytes, size_t n) {
  Reader r = {path, bytes, bytes, bytes + n, 0};
  char last[LONGEST];
  Value v = check_kind(&r) ? value(&r) : value_error();
  if (value_ok(v) &&
      (!word(&r, last) || strcmp(last, "end") != 0 || r.end - r.at != 1)) {
    value_unref(v);
    return broken(&r);
  }
  return v;
}
