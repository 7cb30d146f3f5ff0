/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growing text. Appending never needs a check: the first failure is kept
   in `failed` (the error record is filled) and later appends do nothing. */
#ifndef XENT_BASE_BUF_H
#define XENT_BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct Buf {
  char *text;      /* NUL-terminated when not NULL */
  size_t len, cap; /* bytes, without and with the NUL */
  bool failed;
} Buf;

#define BUF_EMPTY ((Buf){0})

void buf_free(Buf *b);
void buf_clear(Buf *b);
void buf_add(Buf *b, const char *bytes, size_t n);
void buf_str(Buf *b, const char *text);
void buf_char(Buf *b, char c);
void buf_fill(Buf *b, char c, size_t n);
void buf_fmt(Buf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buf_vfmt(Buf *b, const char *format, va_list args);
void buf_int(Buf *b, long long value);

/* Appends text with control characters shown as ^[ and the like, so that
   nothing from a file can steer a terminal; newline and tab pass if asked. */
void buf_visible(Buf *b, const char *text, size_t n, bool keep_lines);

/* Makes room for n more bytes and returns where they go, or NULL. The caller
   adds what it wrote to b->len and puts the NUL by buf_add(b, "", 0). */
char *buf_room(Buf *b, size_t n);

/* The text, never NULL; valid until the next append. After a failure it is
   what was appended before, still `len` bytes. */
const char *buf_text(const Buf *b);

/* Gives the text away (the caller calls mem_free) and empties the buffer;
   NULL when an append failed. */
char *buf_take(Buf *b);

#endif
