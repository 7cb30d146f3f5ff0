/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of arrays as NumPy 1.24 writes it. */
#ifndef XENT_LANG_TEXTNUMPY_H
#define XENT_LANG_TEXTNUMPY_H

#include "base/buf.h"
#include "num/array.h"

/* What np.set_printoptions sets. */
typedef struct TextNumpyOptions {
  int precision;     /* places at most; -1: as many as are needed */
  int64_t threshold; /* larger arrays are summarised ... */
  int64_t edgeitems; /* ... to so many items at both ends */
  int64_t linewidth; /* columns */
  bool suppress;     /* no exponents only because of small numbers */
} TextNumpyOptions;

#define TEXTNUMPY_DEFAULTS ((TextNumpyOptions){8, 1000, 3, 75, false})

/* repr(a): "array([1., 2.])", scalars "1.0". Options NULL: the defaults. */
void textnumpy_repr(Buf *b, const Array *a, const TextNumpyOptions *options);

/* str(a): "[1. 2.]". */
void textnumpy_str(Buf *b, const Array *a, const TextNumpyOptions *options);

#endif
