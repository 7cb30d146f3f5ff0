/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/str_pad.h"

#include "base/utf8.h"
#include "lang/format.h"
#include "lang/unicode.h"

/* --- strip --------------------------------------------------------------- */

/* Does the character of n bytes go? set NULL: blanks go. */
static bool goes(const Str *set, const char *p, size_t n) {
  uint32_t c;
  if (set)
    return str_find_bytes(set, 0, set->len, p, n) != SIZE_MAX;
  return utf8_decode(p, n, &c) && unicode_is_space(c);
}

static size_t size_at(const Str *s, size_t at) {
  size_t end = at + 1;
  while (end < s->len && ((unsigned char)s->text[end] & 0xc0) == 0x80)
    end++;
  return end - at;
}

static Value strip(const Value *args, const char *method, bool left,
                   bool right) {
  const Str *s = str_of(args[0]), *set = str_of(args[1]);
  if (!set && !value_is_none(args[1])) {
    err_set(ERR_TypeError, "%s arg must be None or str", method);
    return value_error();
  }
  size_t from = 0, to = s->len;
  while (left && from < to && goes(set, s->text + from, size_at(s, from)))
    from += size_at(s, from);
  while (right && to > from) {
    size_t at = to - 1;
    while (at > from && ((unsigned char)s->text[at] & 0xc0) == 0x80)
      at--;
    if (!goes(set, s->text + at, to - at))
      break;
    to = at;
  }
  if (to - from == s->len)
    return value_ref(args[0]);
  return str_new(s->text + from, to - from);
}

Value str_pad_strip(const Value *args) {
  return strip(args, "strip", true, true);
}

Value str_pad_lstrip(const Value *args) {
  return strip(args, "lstrip", true, false);
}

Value str_pad_rstrip(const Value *args) {
  return strip(args, "rstrip", false, true);
}

/* --- padding ------------------------------------------------------------- */

static bool read_padding(const Value *args, int64_t *width) {
  const Str *fill = str_of(args[2]);
  if (!value_to_index(args[1], width))
    return false;
  if (!fill && value_ok(args[2]))
    return err_set(ERR_TypeError,
                   "The fill character must be a unicode character, not %s",
                   value_type_name(args[2]));
  if (fill && fill->chars != 1)
    return err_set(ERR_TypeError,
                   "The fill character must be exactly one character long");
  return format_check_width(*width);
}

static void add_fill(Buf *b, const Str *fill, int64_t n) {
  for (int64_t i = 0; i < n; i++)
    buf_add(b, fill ? fill->text : " ", fill ? fill->len : 1);
}

/* left of `room` fill characters go before the text. */
static Value padded(const Value *args, int64_t room, int64_t left) {
  const Str *s = str_of(args[0]);
  Buf b = BUF_EMPTY;
  if (room <= 0)
    return value_ref(args[0]);
  add_fill(&b, str_of(args[2]), left);
  buf_add(&b, s->text, s->len);
  add_fill(&b, str_of(args[2]), room - left);
  return str_of_buf(&b);
}

Value str_pad_center(const Value *args) {
  int64_t width;
  if (!read_padding(args, &width))
    return value_error();
  int64_t room = width - (int64_t)str_of(args[0])->chars;
  return padded(args, room, room / 2 + (room & width & 1));
}

Value str_pad_ljust(const Value *args) {
  int64_t width;
  if (!read_padding(args, &width))
    return value_error();
  return padded(args, width - (int64_t)str_of(args[0])->chars, 0);
}

Value str_pad_rjust(const Value *args) {
  int64_t width;
  if (!read_padding(args, &width))
    return value_error();
  int64_t room = width - (int64_t)str_of(args[0])->chars;
  return padded(args, room, room);
}

Value str_pad_zfill(const Value *args) {
  const Str *s = str_of(args[0]);
  int64_t width;
  if (!value_to_index(args[1], &width) || !format_check_width(width))
    return value_error();
  int64_t room = width - (int64_t)s->chars;
  size_t sign = s->len && (s->text[0] == '-' || s->text[0] == '+');
  if (room <= 0)
    return value_ref(args[0]);
  Buf b = BUF_EMPTY;
  buf_add(&b, s->text, sign);
  buf_fill(&b, '0', (size_t)room);
  buf_add(&b, s->text + sign, s->len - sign);
  return str_of_buf(&b);
}

Value str_pad_expandtabs(const Value *args) {
  const Str *s = str_of(args[0]);
  int64_t size, column = 0;
  if (!value_to_index(args[1], &size) || !format_check_width(size))
    return value_error();
  Buf b = BUF_EMPTY;
  for (size_t at = 0, n; at < s->len; at += n) {
    n = size_at(s, at);
    char c = s->text[at];
    if (c == '\t') {
      int64_t blanks = size > 0 ? size - column % size : 0;
      buf_fill(&b, ' ', (size_t)blanks);
      column += blanks;
      continue;
    }
    buf_add(&b, s->text + at, n);
    column = c == '\n' || c == '\r' ? 0 : column + 1;
  }
  return str_of_buf(&b);
}
