/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/str.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "lang/iter.h"
#include "lang/sequence.h"
#include "lang/slice.h"
#include "lang/unicode.h"

#include <string.h>

/* --- making -------------------------------------------------------------- */

static Str *blank(size_t n) {
  Str *s = mem_alloc(sizeof *s + n + 1);
  if (s) {
    *s = (Str){.ref = {1, VALUE_TYPE_STR}, .len = n};
    s->text[n] = '\0';
  }
  return s;
}

static Value counted(Str *s) {
  if (s)
    s->chars = utf8_length(s->text, s->len);
  return value_take(s);
}

Value str_new(const char *text, size_t n) {
  Str *s = blank(n);
  if (s && n)
    memcpy(s->text, text, n);
  return counted(s);
}

Value str_lit(const char *text) {
  return str_new(text, strlen(text));
}

Value str_of_sym(const Sym *s) {
  return str_new(s->text, s->len);
}

Value str_of_buf(Buf *b) {
  Value v = b->failed ? value_error() : str_new(buf_text(b), b->len);
  buf_free(b);
  return v;
}

static void drop(Ref *r) {
  mem_free(r);
}

/* --- places -------------------------------------------------------------- */

static bool continues(char c) {
  return ((unsigned char)c & 0xc0) == 0x80;
}

size_t str_offset(const Str *s, size_t i) {
  if (s->chars == s->len)
    return i;
  size_t at = 0;
  for (; i > 0 && at < s->len; i--)
    for (at++; at < s->len && continues(s->text[at]);)
      at++;
  return at;
}

size_t str_chars_before(const Str *s, size_t byte) {
  return s->chars == s->len ? byte : utf8_length(s->text, byte);
}

size_t str_find_bytes(const Str *s, size_t from, size_t to, const char *what,
                      size_t n) {
  if (from > to || to - from < n)
    return SIZE_MAX;
  if (!n)
    return from;
  for (const char *p = s->text + from, *last = s->text + to - n;
       p <= last && (p = memchr(p, *what, (size_t)(last - p) + 1)); p++)
    if (memcmp(p, what, n) == 0)
      return (size_t)(p - s->text);
  return SIZE_MAX;
}

size_t str_rfind_bytes(const Str *s, size_t from, size_t to, const char *what,
                       size_t n) {
  if (from > to || to - from < n)
    return SIZE_MAX;
  for (size_t i = to - n + 1; i-- > from;)
    if (memcmp(s->text + i, what, n) == 0)
      return i;
  return SIZE_MAX;
}

/* --- text ---------------------------------------------------------------- */

static void escape(Buf *b, uint32_t c) {
  if (c == '\n' || c == '\r' || c == '\t')
    buf_str(b, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
  else if (c < 0x100)
    buf_fmt(b, "\\x%02x", c);
  else if (c < 0x10000)
    buf_fmt(b, "\\u%04x", c);
  else
    buf_fmt(b, "\\U%08x", c);
}

/* The character at p and its bytes; a stray byte counts as one. */
static size_t decode(const char *p, size_t n, uint32_t *c) {
  size_t size = utf8_decode(p, n, c);
  if (!size)
    *c = (unsigned char)*p;
  return size ? size : 1;
}

void str_repr(Buf *b, const char *text, size_t n) {
  bool doubled = memchr(text, '\'', n) && !memchr(text, '"', n);
  uint32_t c, quote = doubled ? '"' : '\'';
  buf_char(b, (char)quote);
  for (size_t i = 0, size; i < n; i += size) {
    size = decode(text + i, n - i, &c);
    if (c == quote || c == '\\')
      buf_char(b, '\\');
    if (unicode_is_printable(c))
      buf_add(b, text + i, size);
    else
      escape(b, c);
  }
  buf_char(b, (char)quote);
}

void str_escape(Buf *b, const char *text, size_t n) {
  uint32_t c;
  for (size_t i = 0, size; i < n; i += size) {
    size = decode(text + i, n - i, &c);
    if (c < 0x80)
      buf_char(b, (char)c);
    else
      escape(b, c);
  }
}

static bool repr(Buf *b, Value v) {
  str_repr(b, str_of(v)->text, str_of(v)->len);
  return true;
}

static bool text_of(Buf *b, Value v) {
  buf_add(b, str_of(v)->text, str_of(v)->len);
  return true;
}

/* --- comparing ----------------------------------------------------------- */

int str_order(const Str *a, const Str *b) {
  size_t n = a->len < b->len ? a->len : b->len;
  int c = memcmp(a->text, b->text, n);
  return c ? c : (a->len > b->len) - (a->len < b->len);
}

static int equal(Value a, Value b) {
  Str *s = str_of(a), *t = str_of(b);
  return s && t && s->len == t->len && memcmp(s->text, t->text, s->len) == 0;
}

/* The high bits are mixed down. */
static bool hash(Value v, uint64_t *out) {
  Str *s = str_of(v);
  if (!s->hash) {
    uint64_t h = hash_bytes(HASH_START, s->text, s->len);
    h ^= h >> 32;
    s->hash = h ? h : 1;
  }
  *out = s->hash;
  return true;
}

static Value compare(AstOp op, const Str *a, const Str *b) {
  int c = str_order(a, b);
  switch (op) {
  case AST_LT: return value_bool(c < 0);
  case AST_LE: return value_bool(c <= 0);
  case AST_GT: return value_bool(c > 0);
  default: return value_bool(c >= 0);
  }
}

/* --- items --------------------------------------------------------------- */

static int64_t length(Value v) {
  return (int64_t)str_of(v)->chars;
}

/* Characters start, start + step, ... of a string that is not ASCII. */
static Value pick_wide(const Str *s, int64_t start, int64_t step,
                       int64_t count) {
  size_t *offsets = mem_alloc((s->chars + 1) * sizeof *offsets);
  if (!offsets)
    return value_error();
  size_t at = 0;
  for (size_t i = 0; i <= s->chars; i++) {
    offsets[i] = at;
    for (at++; at < s->len && continues(s->text[at]);)
      at++;
  }
  offsets[s->chars] = s->len;
  Buf b = BUF_EMPTY;
  for (int64_t i = 0; i < count; i++) {
    int64_t k = start + i * step;
    buf_add(&b, s->text + offsets[k], offsets[k + 1] - offsets[k]);
  }
  mem_free(offsets);
  return str_of_buf(&b);
}

static Value get_slice(const Str *s, const Slice *slice) {
  int64_t start, step, count;
  if (!slice_range(slice, (int64_t)s->chars, &start, &step, &count))
    return value_error();
  if (step == 1 || count == 0) {
    size_t from = str_offset(s, (size_t)(count ? start : 0));
    size_t to = count ? str_offset(s, (size_t)(start + count)) : from;
    return str_new(s->text + from, to - from);
  }
  if (s->chars != s->len)
    return pick_wide(s, start, step, count);
  Str *out = blank((size_t)count);
  for (int64_t i = 0; out && i < count; i++)
    out->text[i] = s->text[start + i * step];
  return counted(out);
}

static Value get_item(Value v, Value index) {
  Str *s = str_of(v);
  int64_t i;
  if (slice_of(index))
    return get_slice(s, slice_of(index));
  if (!value_as_int(index, &i)) {
    err_set(ERR_TypeError, "string indices must be integers, not '%s'",
            value_type_name(index));
    return value_error();
  }
  if (i < 0)
    i += (int64_t)s->chars;
  if (i < 0 || i >= (int64_t)s->chars) {
    err_set(ERR_IndexError, "string index out of range");
    return value_error();
  }
  size_t from = str_offset(s, (size_t)i), to = from + 1;
  while (to < s->len && continues(s->text[to]))
    to++;
  return str_new(s->text + from, to - from);
}

static int contains(Value v, Value x) {
  Str *s = str_of(v), *part = str_of(x);
  if (!part) {
    err_set(ERR_TypeError,
            "'in <string>' requires string as left operand, not %s",
            value_type_name(x));
    return -1;
  }
  return str_find_bytes(s, 0, s->len, part->text, part->len) != SIZE_MAX;
}

/* --- operators ----------------------------------------------------------- */

static Value add(Value left, Value right) {
  Str *s = str_of(left), *t = str_of(right);
  if (!s || value_is(right, VALUE_TYPE_INSTANCE))
    return value_absent();
  if (!t) {
    err_set(ERR_TypeError, "can only concatenate str (not \"%s\") to str",
            value_type_name(right));
    return value_error();
  }
  Str *out = blank(s->len + t->len);
  if (out) {
    memcpy(out->text, s->text, s->len);
    memcpy(out->text + s->len, t->text, t->len);
    out->chars = s->chars + t->chars;
  }
  return value_take(out);
}

static Value repeat(Value v, Value count) {
  Str *s = str_of(v);
  size_t k;
  if (sequence_repeat(count, s->len, &k) <= 0)
    return value_error();
  Str *out = blank(s->len * k);
  if (out && s->len == 1)
    memset(out->text, s->text[0], k);
  for (size_t i = 0; out && s->len != 1 && i < k; i++)
    memcpy(out->text + i * s->len, s->text, s->len);
  if (out)
    out->chars = s->chars * k;
  return value_take(out);
}

static Value binary(AstOp op, Value left, Value right) {
  if (op == AST_ADD)
    return add(left, right);
  if (op == AST_MUL)
    return str_of(left) ? repeat(left, right) : repeat(right, left);
  if (op == AST_MOD && str_of(left))
    return str_percent(left, right);
  if (op >= AST_LT && op <= AST_GT && str_of(left) && str_of(right))
    return compare(op, str_of(left), str_of(right));
  return value_absent();
}

const Type str_type = {.drop = drop,
                       .repr = repr,
                       .str = text_of,
                       .equal = equal,
                       .hash = hash,
                       .length = length,
                       .iter = iter_over,
                       .contains = contains,
                       .get_item = get_item,
                       .binary = binary,
                       .methods = str_methods};
