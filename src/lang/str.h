/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Python's str: UTF-8, counted, immutable. */
#ifndef XENT_LANG_STR_H
#define XENT_LANG_STR_H

#include "lang/type.h"

typedef struct Str {
  Ref ref;
  size_t len;    /* bytes */
  size_t chars;  /* code points */
  uint64_t hash; /* 0: not computed yet */
  char text[];   /* NUL-terminated */
} Str;

extern const Type str_type;
extern const Native str_methods[];

Value str_new(const char *text, size_t n);
Value str_lit(const char *text);
Value str_of_buf(Buf *b); /* takes the text, frees the buffer */
Value str_of_sym(const Sym *s);

/* The string of a value that is one, else NULL without an error. */
static inline Str *str_of(Value v) {
  return value_is(v, VALUE_TYPE_STR) ? (Str *)v.ref : NULL;
}

/* Appends Python's repr of a text, quotes and escapes included. */
void str_repr(Buf *b, const char *text, size_t n);

/* Appends a text with everything escaped that is not ASCII. */
void str_escape(Buf *b, const char *text, size_t n);

/* format % args: Python's old formatting. */
Value str_percent(Value format, Value args);

/* The byte where character number i begins; i up to s->chars. */
size_t str_offset(const Str *s, size_t i);
/* How many characters stand before this byte. */
size_t str_chars_before(const Str *s, size_t byte);

/* The first (last) place of n bytes in text[from .. to), or SIZE_MAX. */
size_t str_find_bytes(const Str *s, size_t from, size_t to, const char *what,
                      size_t n);
size_t str_rfind_bytes(const Str *s, size_t from, size_t to, const char *what,
                       size_t n);

/* Order of two strings: < 0, 0, > 0. */
int str_order(const Str *a, const Str *b);

#endif
