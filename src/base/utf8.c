/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/utf8.h"

static bool continues(unsigned char c) {
  return (c & 0xC0) == 0x80;
}

size_t utf8_decode(const char *text, size_t n, uint32_t *code) {
  const unsigned char *p = (const unsigned char *)text;
  if (!n)
    return 0;
  if (p[0] < 0x80)
    return *code = p[0], 1;
  size_t len = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
  if (p[0] < 0xC2 || p[0] > 0xF4 || len > n)
    return 0;
  uint32_t c = p[0] & (0x7Fu >> len);
  for (size_t i = 1; i < len; i++) {
    if (!continues(p[i]))
      return 0;
    c = c << 6 | (p[i] & 0x3F);
  }
  bool overlong = c < (len == 4 ? 0x10000u : len == 3 ? 0x800u : 0x80u);
  if (overlong || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
    return 0;
  *code = c;
  return len;
}

size_t utf8_encode(uint32_t c, char out[4]) {
  if (c < 0x80)
    return out[0] = (char)c, 1;
  size_t len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (size_t i = len - 1; i; i--, c >>= 6)
    out[i] = (char)(0x80 | (c & 0x3F));
  out[0] = (char)((0xF00 >> len & 0xFF) | c);
  return len;
}

size_t utf8_valid(const char *p, size_t n) {
  size_t i = 0;
  uint32_t code;
  while (i < n) {
    size_t len = utf8_decode(p + i, n - i, &code);
    if (!len)
      break;
    i += len;
  }
  return i;
}

size_t utf8_length(const char *p, size_t n) {
  size_t count = 0;
  for (size_t i = 0; i < n; i++)
    count += !continues((unsigned char)p[i]);
  return count;
}

static bool combining(uint32_t c) {
  return (c >= 0x300 && c < 0x370) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x20D0 && c < 0x2100) || (c >= 0xFE00 && c < 0xFE10) ||
         (c >= 0xFE20 && c < 0xFE30);
}

static bool wide(uint32_t c) {
  return (c >= 0x1100 && c < 0x1160) || (c >= 0x2E80 && c < 0xA4D0) ||
         (c >= 0xAC00 && c < 0xD7A4) || (c >= 0xF900 && c < 0xFB00) ||
         (c >= 0xFE30 && c < 0xFE70) || (c >= 0xFF00 && c < 0xFF61) ||
         (c >= 0x1F300 && c < 0x1F650) || (c >= 0x1F900 && c < 0x1FA00) ||
         (c >= 0x20000 && c < 0x3FFFE);
}

static size_t columns_of(uint32_t c) {
  return combining(c) ? 0 : wide(c) ? 2 : 1;
}

size_t utf8_fit(const char *p, size_t n, size_t columns) {
  size_t i = 0, used = 0;
  while (i < n) {
    uint32_t c = 0;
    size_t len = utf8_decode(p + i, n - i, &c);
    size_t w = len ? columns_of(c) : 1;
    if (used + w > columns)
      break;
    used += w;
    i += len ? len : 1;
  }
  return i;
}

size_t utf8_columns(const char *p, size_t n) {
  size_t used = 0;
  for (size_t i = 0; i < n;) {
    uint32_t c = 0;
    size_t len = utf8_decode(p + i, n - i, &c);
    used += len ? columns_of(c) : 1;
    i += len ? len : 1;
  }
  return used;
}

bool utf8_ident_start(uint32_t c) {
  if (c < 0x80)
    return (c | 32) - 'a' < 26u || c == '_';
  return c == 0xAA || c == 0xB5 || c == 0xBA ||
         (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7 && !combining(c)) ||
         (c >= 0x2C00 && c < 0xD800 && c > 0x3004) ||
         (c >= 0xF900 && c < 0xFE00) || (c >= 0x1D400 && c < 0x1D800) ||
         (c >= 0x2080 && c < 0x209D) || (c >= 0x20000 && c < 0x30000);
}

bool utf8_ident_part(uint32_t c) {
  return utf8_ident_start(c) || (c - '0' < 10u) || combining(c);
}
