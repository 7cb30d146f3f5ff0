/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Python's format-spec mini-language, format(x, spec). Everything returns false
   with Python's error when the spec is wrong, and appends nothing then. */
#ifndef XENT_LANG_FORMAT_H
#define XENT_LANG_FORMAT_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* format(value, spec) for int, float, bool and str; n bytes of spec in UTF-8.
   An empty spec gives str(value). */
bool format_int(Buf *b, int64_t value, const char *spec, size_t n);
bool format_float(Buf *b, double value, const char *spec, size_t n);
bool format_bool(Buf *b, bool value, const char *spec, size_t n);
bool format_str(Buf *b, const char *text, size_t len, const char *spec,
                size_t n);

/* Appends |x| as type e, E, f, F, g or G says; alternate is '#'. */
void format_float_text(Buf *b, double x, char type, int precision,
                       bool alternate);

/* Appends n in base 2, 8, 10 or 16. */
void format_digits(Buf *b, uint64_t n, unsigned base, bool upper);

/* The bytes of the first `chars` characters of n bytes; -1: all. */
size_t format_prefix(const char *text, size_t n, int64_t chars);

/* More columns or digits than this in one field are a MemoryError. */
enum { FORMAT_WIDEST = 1 << 27 };
bool format_check_width(int64_t width);

#endif
