/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of arrays as NumPy 1.24 writes it. */
#ifndef XENT_LANG_TEXTNUMPY_H
#define XENT_LANG_TEXTNUMPY_H

#include "base/buf.h"
#include "num/array.h"

enum { TEXTNUMPY_WORD = 24 };

/* How many digits: at most `precision`; the same for all; exactly that many;
   as many as tell the numbers apart. */
typedef enum TextNumpyMode {
  TEXTNUMPY_MAXPREC,
  TEXTNUMPY_MAXPREC_EQUAL,
  TEXTNUMPY_FIXED,
  TEXTNUMPY_UNIQUE
} TextNumpyMode;

/* What np.set_printoptions sets. */
typedef struct TextNumpyOptions {
  int precision;     /* places at most; -1: as many as are needed */
  int64_t threshold; /* larger arrays are summarised ... */
  int64_t edgeitems; /* ... to so many items at both ends */
  int64_t linewidth; /* columns */
  bool suppress;     /* no exponents only because of small numbers */
  char sign;         /* '-'; '+': positive ones show it; ' ': room for it */
  TextNumpyMode mode;
  char nan[TEXTNUMPY_WORD], inf[TEXTNUMPY_WORD];
} TextNumpyOptions;

#define TEXTNUMPY_DEFAULTS                                                     \
  ((TextNumpyOptions){8, 1000, 3, 75, false, '-', TEXTNUMPY_MAXPREC, "nan",    \
                      "inf"})

/* repr(a): "array([1., 2.])", scalars "1.0". Options NULL: the defaults. */
void textnumpy_repr(Buf *b, const Array *a, const TextNumpyOptions *options);

/* str(a): "[1. 2.]". */
void textnumpy_str(Buf *b, const Array *a, const TextNumpyOptions *options);

/* The same with a text of one's own between the elements, and lines indented
   by so many columns more. */
void textnumpy_between(Buf *b, const Array *a, const TextNumpyOptions *options,
                       const char *comma, size_t indent);

#endif
