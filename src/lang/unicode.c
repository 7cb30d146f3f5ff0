/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ASCII is answered here; the rest by the C library's table of C.UTF-8, where
   there is one. */
#include "lang/unicode.h"

#include "base/utf8.h"

#include <locale.h>
#include <wctype.h>

static locale_t table(void) {
  static locale_t made;
  static bool asked;
  if (!asked) {
    made = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!made)
      made = newlocale(LC_CTYPE_MASK, "en_US.UTF-8", (locale_t)0);
    asked = true;
  }
  return made;
}

typedef struct CodeRange {
  uint32_t from, to;
} CodeRange;

static bool in_ranges(const CodeRange *r, size_t n, uint32_t c) {
  for (size_t i = 0; i < n; i++)
    if (c >= r[i].from && c <= r[i].to)
      return true;
  return false;
}

#define IN(ranges, c) in_ranges(ranges, sizeof ranges / sizeof *ranges, c)

/* Starts of runs 0 .. 9 in the scripts in use. */
static const uint32_t zeros[] = {
    0x660,  0x6f0,  0x7c0,   0x966,   0x9e6,   0xa66,   0xae6,  0xb66,  0xbe6,
    0xc66,  0xce6,  0xd66,   0xde6,   0xe50,   0xed0,   0xf20,  0x1040, 0x17e0,
    0x1810, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6};

int unicode_digit(uint32_t c) {
  if (c < 0x80)
    return c >= '0' && c <= '9' ? (int)c - '0' : -1;
  for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
    if (c >= zeros[i] && c < zeros[i] + 10)
      return (int)(c - zeros[i]);
  return -1;
}

bool unicode_is_decimal(uint32_t c) {
  return unicode_digit(c) >= 0;
}

/* Superscripts, subscripts and circled digits. */
bool unicode_is_digit(uint32_t c) {
  static const CodeRange more[] = {
      {0xb2, 0xb3},     {0xb9, 0xb9},     {0x2070, 0x2070}, {0x2074, 0x2079},
      {0x2080, 0x2089}, {0x2460, 0x2468}, {0x2474, 0x247c}, {0x2488, 0x2490},
      {0x24ea, 0x24ea}, {0x24f5, 0x24fd}, {0x24ff, 0x24ff}, {0x2776, 0x277e},
      {0x2780, 0x2788}, {0x278a, 0x2792}};
  return unicode_is_decimal(c) || (c >= 0x80 && IN(more, c));
}

bool unicode_is_numeric(uint32_t c) {
  static const CodeRange more[] = {
      {0xbc, 0xbe},     {0x2150, 0x2182}, {0x2185, 0x2189}, {0x2460, 0x249b},
      {0x24ea, 0x24ff}, {0x2776, 0x2793}, {0x3007, 0x3007}, {0x3021, 0x3029},
      {0x4e00, 0x4e00}, {0x4e8c, 0x4e8c}, {0x4e09, 0x4e09}, {0x56db, 0x56db},
      {0x4e94, 0x4e94}, {0x516d, 0x516d}, {0x4e03, 0x4e03}, {0x516b, 0x516b},
      {0x4e5d, 0x4e5d}, {0x5341, 0x5341}, {0x767e, 0x767e}, {0x5343, 0x5343}};
  return unicode_is_digit(c) || (c >= 0x80 && IN(more, c));
}

bool unicode_is_alpha(uint32_t c) {
  if (c < 0x80)
    return (c | 32) >= 'a' && (c | 32) <= 'z';
  if (unicode_is_numeric(c) && c < 0x3000)
    return false;
  return table() && iswalpha_l((wint_t)c, table()) && !unicode_is_decimal(c);
}

bool unicode_is_space(uint32_t c) {
  static const CodeRange more[] = {
      {0x85, 0x85},     {0xa0, 0xa0},     {0x1680, 0x1680}, {0x2000, 0x200a},
      {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000}};
  if (c < 0x80)
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
  return IN(more, c);
}

uint32_t unicode_upper(uint32_t c) {
  if (c < 0x80)
    return c >= 'a' && c <= 'z' ? c - 32 : c;
  return table() ? (uint32_t)towupper_l((wint_t)c, table()) : c;
}

uint32_t unicode_lower(uint32_t c) {
  if (c < 0x80)
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return table() ? (uint32_t)towlower_l((wint_t)c, table()) : c;
}

bool unicode_is_upper(uint32_t c) {
  if (c < 0x80)
    return c >= 'A' && c <= 'Z';
  return table() && iswupper_l((wint_t)c, table());
}

bool unicode_is_lower(uint32_t c) {
  if (c < 0x80)
    return c >= 'a' && c <= 'z';
  return c == 0xaa || c == 0xba || c == 0xdf ||
         (table() && iswlower_l((wint_t)c, table()));
}

/* repr() escapes controls, blanks other than ' ', formatting and private
   characters. */
bool unicode_is_printable(uint32_t c) {
  static const CodeRange hidden[] = {
      {0x7f, 0xa0},     {0xad, 0xad},       {0x600, 0x605},
      {0x61c, 0x61c},   {0x6dd, 0x6dd},     {0x70f, 0x70f},
      {0x8e2, 0x8e2},   {0x1680, 0x1680},   {0x180e, 0x180e},
      {0x2000, 0x200f}, {0x2028, 0x202f},   {0x205f, 0x206f},
      {0x3000, 0x3000}, {0xe000, 0xf8ff},   {0xfeff, 0xfeff},
      {0xfff9, 0xfffb}, {0xe0000, 0xe0fff}, {0xf0000, 0x10ffff}};
  if (c < 0x7f)
    return c >= 32;
  if (IN(hidden, c))
    return false;
  return c < 0x100 || !table() || iswprint_l((wint_t)c, table());
}

void unicode_put(Buf *b, uint32_t c) {
  char bytes[4];
  buf_add(b, bytes, utf8_encode(c, bytes));
}

void unicode_put_upper(Buf *b, uint32_t c) {
  if (c == 0xdf)
    buf_str(b, "SS");
  else
    unicode_put(b, unicode_upper(c));
}
