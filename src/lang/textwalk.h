/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the three ways to write an array share: its elements in order, and the
   middle of long axes left out. */
#ifndef XENT_LANG_TEXTWALK_H
#define XENT_LANG_TEXTWALK_H

#include "base/buf.h"
#include "num/array.h"

enum { TEXTWALK_ALL = -1, TEXTWALK_DOTS = -1 };

/* The item that stands at place `at` of 0 .. textwalk_places - 1 along an axis
   of n items, of which `edge` at both ends are shown (TEXTWALK_ALL: all), or
   TEXTWALK_DOTS. */
int64_t textwalk_places(int64_t n, int64_t edge);
int64_t textwalk_item(int64_t n, int64_t edge, int64_t at);

static inline const char *textwalk_at(const Array *a, int64_t offset) {
  return (const char *)a->data + offset * (int64_t)dtype_size((DType)a->dtype);
}

/* dtype_get_double, quick for the usual two. */
static inline double textwalk_double(DType dtype, const void *element) {
  if (dtype == DT_F64)
    return *(const double *)element;
  if (dtype == DT_F32)
    return *(const float *)element;
  return dtype_get_double(dtype, element);
}

/* Calls see(context, element) for every element that is shown, in order. */
void textwalk_each(const Array *a, int64_t edge,
                   void (*see)(void *context, const void *element),
                   void *context);

/* An element of an integer or bool array as Python writes it. */
void textwalk_put_int(Buf *b, DType dtype, const void *element);

/* Appends "\n" and n blanks. */
void textwalk_newline(Buf *b, size_t blanks);

#endif
