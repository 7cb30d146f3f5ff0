/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"

#include "base/mem.h"

#include <stdio.h>
#include <string.h>

void buf_free(Buf *b) {
  mem_free(b->text);
  *b = BUF_EMPTY;
}

void buf_clear(Buf *b) {
  b->len = 0;
  b->failed = false;
  if (b->text)
    b->text[0] = '\0';
}

char *buf_room(Buf *b, size_t n) {
  if (b->failed)
    return NULL;
  size_t need = b->len + n + 1;
  if (need > b->cap &&
      (need < n || !mem_grow((void **)&b->text, &b->cap, need, 1))) {
    b->failed = true;
    return NULL;
  }
  return b->text + b->len;
}

void buf_add(Buf *b, const char *bytes, size_t n) {
  char *at = buf_room(b, n);
  if (!at)
    return;
  if (n)
    memcpy(at, bytes, n);
  b->len += n;
  b->text[b->len] = '\0';
}

void buf_str(Buf *b, const char *text) {
  buf_add(b, text, strlen(text));
}

void buf_char(Buf *b, char c) {
  buf_add(b, &c, 1);
}

void buf_fill(Buf *b, char c, size_t n) {
  char *at = buf_room(b, n);
  if (!at)
    return;
  memset(at, c, n);
  b->len += n;
  b->text[b->len] = '\0';
}

void buf_vfmt(Buf *b, const char *format, va_list args) {
  va_list again;
  va_copy(again, args);
  int n = vsnprintf(NULL, 0, format, args);
  char *at = n < 0 ? NULL : buf_room(b, (size_t)n);
  if (at) {
    vsnprintf(at, (size_t)n + 1, format, again);
    b->len += (size_t)n;
  }
  va_end(again);
}

void buf_fmt(Buf *b, const char *format, ...) {
  va_list args;
  va_start(args, format);
  buf_vfmt(b, format, args);
  va_end(args);
}

void buf_int(Buf *b, long long value) {
  char digits[24];
  char *p = digits + sizeof digits;
  unsigned long long u =
      value < 0 ? 0ull - (unsigned long long)value : (unsigned long long)value;
  do
    *--p = (char)('0' + u % 10);
  while (u /= 10);
  if (value < 0)
    *--p = '-';
  buf_add(b, p, (size_t)(digits + sizeof digits - p));
}

void buf_visible(Buf *b, const char *text, size_t n, bool keep_lines) {
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)text[i];
    /* C1 controls come as C2 80..9F in UTF-8 and steer terminals too. */
    bool c1 = c == 0xC2 && i + 1 < n && (unsigned char)text[i + 1] < 0xA0;
    if (c1)
      buf_fmt(b, "\\x%02x", (unsigned char)text[++i]);
    else if ((c >= 32 && c != 127) || (keep_lines && (c == '\n' || c == '\t')))
      buf_char(b, (char)c);
    else
      buf_add(b, (char[]){'^', (char)(c ^ 64)}, 2);
  }
}

const char *buf_text(const Buf *b) {
  return b->text ? b->text : "";
}

char *buf_take(Buf *b) {
  if (!b->text)
    buf_add(b, "", 0);
  if (b->failed) {
    buf_free(b);
    return NULL;
  }
  char *text = b->text;
  *b = BUF_EMPTY;
  return text;
}
