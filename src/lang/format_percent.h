/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The directives of Python's % operator. The caller walks the template, finds
   the arguments and converts them to what the type wants:

       format_percent_next, format_percent_star for each '*', then
       format_percent_type and the format_percent_put_... of the type. */
#ifndef XENT_LANG_FORMAT_PERCENT_H
#define XENT_LANG_FORMAT_PERCENT_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* %[(key)][-+ #0]*[width][.precision][h|l|L]type, or %% */
typedef struct FormatPercent {
  bool percent;    /* "%%": nothing else counts and no argument is taken */
  const char *key; /* in the template, NULL: none */
  size_t key_len;
  bool left, plus, blank, alternate, zero;
  bool star_width, star_precision; /* the next argument is a value for
                                      format_percent_star, the width first */
  int64_t width;                   /* -1: none */
  int precision;                   /* -1: none */
  uint32_t type;                   /* d i u o x X e E f F g G c s r a, once
                                      format_percent_type is content */
  const char *text;                /* the whole format */
  size_t type_at;                  /* where type is in it */
} FormatPercent;

/* Parses what follows the '%' at text[*at - 1] and moves *at behind it.
   ValueErrors: "incomplete format", "incomplete format key", "width too big",
   "precision too big". */
bool format_percent_next(const char *text, size_t n, size_t *at,
                         FormatPercent *d);

/* Fills in the value of the first '*' that lacks one. */
bool format_percent_star(FormatPercent *d, int64_t value);

/* False: "unsupported format character 'y' (0x79) at index 1". */
bool format_percent_type(const FormatPercent *d);

/* d i u o x X; e E f F g G; c (a code point); s r a (the value's text). */
bool format_percent_put_int(Buf *b, const FormatPercent *d, int64_t value);
bool format_percent_put_float(Buf *b, const FormatPercent *d, double value);
bool format_percent_put_char(Buf *b, const FormatPercent *d, int64_t code);
bool format_percent_put_text(Buf *b, const FormatPercent *d, const char *text,
                             size_t n);

#endif
