/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_BASE_UTF8_H
#define XENT_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The number of bytes of the character at p (at most n), its code in *code;
   0 for an invalid sequence (overlong, surrogate, cut short) or n = 0. */
size_t utf8_decode(const char *p, size_t n, uint32_t *code);

/* Writes 1 to 4 bytes, returns how many. */
size_t utf8_encode(uint32_t code, char out[4]);

/* Offset of the first invalid byte, or n when all is valid. */
size_t utf8_valid(const char *p, size_t n);

/* Characters, and columns of a terminal (wide characters count 2, combining
   ones 0), of n bytes; invalid bytes count one. */
size_t utf8_length(const char *p, size_t n);
size_t utf8_columns(const char *p, size_t n);

static inline size_t utf8_width(const char *text) {
  return utf8_columns(text, strlen(text));
}

/* The longest start of p that fits in `columns`; returns its bytes. */
size_t utf8_fit(const char *p, size_t n, size_t columns);

/* Letters and digits as far as identifiers need them. */
bool utf8_ident_start(uint32_t code);
bool utf8_ident_part(uint32_t code);

#endif
