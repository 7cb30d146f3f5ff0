/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/str_case.h"

#include "base/utf8.h"
#include "lang/unicode.h"

/* Walks the characters. */
static bool next_char(const Str *s, size_t *at, uint32_t *c) {
  if (*at >= s->len)
    return false;
  size_t n = utf8_decode(s->text + *at, s->len - *at, c);
  if (!n)
    *c = (unsigned char)s->text[*at];
  *at += n ? n : 1;
  return true;
}

static bool cased(uint32_t c) {
  return unicode_is_upper(c) || unicode_is_lower(c);
}

/* --- changing ------------------------------------------------------------ */

Value str_case_lower(const Value *args) {
  Buf b = BUF_EMPTY;
  uint32_t c;
  for (size_t at = 0; next_char(str_of(args[0]), &at, &c);)
    unicode_put(&b, unicode_lower(c));
  return str_of_buf(&b);
}

Value str_case_upper(const Value *args) {
  Buf b = BUF_EMPTY;
  uint32_t c;
  for (size_t at = 0; next_char(str_of(args[0]), &at, &c);)
    unicode_put_upper(&b, c);
  return str_of_buf(&b);
}

static void put_title(Buf *b, uint32_t c) {
  if (c == 0xdf)
    buf_str(b, "Ss");
  else
    unicode_put(b, unicode_upper(c));
}

Value str_case_title(const Value *args) {
  Buf b = BUF_EMPTY;
  uint32_t c;
  bool inside = false;
  for (size_t at = 0; next_char(str_of(args[0]), &at, &c);) {
    if (inside)
      unicode_put(&b, unicode_lower(c));
    else
      put_title(&b, c);
    inside = cased(c);
  }
  return str_of_buf(&b);
}

Value str_case_capitalize(const Value *args) {
  Buf b = BUF_EMPTY;
  uint32_t c;
  size_t at = 0;
  if (next_char(str_of(args[0]), &at, &c))
    put_title(&b, c);
  while (next_char(str_of(args[0]), &at, &c))
    unicode_put(&b, unicode_lower(c));
  return str_of_buf(&b);
}

Value str_case_swapcase(const Value *args) {
  Buf b = BUF_EMPTY;
  uint32_t c;
  for (size_t at = 0; next_char(str_of(args[0]), &at, &c);)
    if (unicode_is_upper(c))
      unicode_put(&b, unicode_lower(c));
    else
      unicode_put_upper(&b, c);
  return str_of_buf(&b);
}

/* --- asking -------------------------------------------------------------- */

/* Are there characters, and is each of this kind? */
static Value all(Value v, bool (*kind)(uint32_t)) {
  uint32_t c;
  for (size_t at = 0; next_char(str_of(v), &at, &c);)
    if (!kind(c))
      return value_bool(false);
  return value_bool(str_of(v)->len > 0);
}

static bool is_alnum(uint32_t c) {
  return unicode_is_alpha(c) || unicode_is_numeric(c);
}

Value str_case_isdigit(const Value *args) {
  return all(args[0], unicode_is_digit);
}

Value str_case_isdecimal(const Value *args) {
  return all(args[0], unicode_is_decimal);
}

Value str_case_isnumeric(const Value *args) {
  return all(args[0], unicode_is_numeric);
}

Value str_case_isalpha(const Value *args) {
  return all(args[0], unicode_is_alpha);
}

Value str_case_isalnum(const Value *args) {
  return all(args[0], is_alnum);
}

Value str_case_isspace(const Value *args) {
  return all(args[0], unicode_is_space);
}

/* Is there a letter of this case and none of the other? */
static Value all_cased(Value v, bool (*good)(uint32_t), bool (*bad)(uint32_t)) {
  uint32_t c;
  bool any = false;
  for (size_t at = 0; next_char(str_of(v), &at, &c);) {
    if (bad(c))
      return value_bool(false);
    any = any || good(c);
  }
  return value_bool(any);
}

Value str_case_isupper(const Value *args) {
  return all_cased(args[0], unicode_is_upper, unicode_is_lower);
}

Value str_case_islower(const Value *args) {
  return all_cased(args[0], unicode_is_lower, unicode_is_upper);
}

Value str_case_istitle(const Value *args) {
  uint32_t c;
  bool any = false, inside = false;
  for (size_t at = 0; next_char(str_of(args[0]), &at, &c);) {
    if (inside ? unicode_is_upper(c) : unicode_is_lower(c))
      return value_bool(false);
    inside = cased(c);
    any = any || inside;
  }
  return value_bool(any);
}

Value str_case_isidentifier(const Value *args) {
  uint32_t c;
  size_t at = 0;
  if (!next_char(str_of(args[0]), &at, &c) || !utf8_ident_start(c))
    return value_bool(false);
  while (next_char(str_of(args[0]), &at, &c))
    if (!utf8_ident_part(c))
      return value_bool(false);
  return value_bool(true);
}

Value str_case_isprintable(const Value *args) {
  uint32_t c;
  for (size_t at = 0; next_char(str_of(args[0]), &at, &c);)
    if (!unicode_is_printable(c))
      return value_bool(false);
  return value_bool(true);
}

Value str_case_isascii(const Value *args) {
  return value_bool(str_of(args[0])->len == str_of(args[0])->chars);
}
