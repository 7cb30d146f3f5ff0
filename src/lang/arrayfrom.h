/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrays from the language's values, and nested lists from arrays. */
#ifndef XENT_LANG_ARRAYFROM_H
#define XENT_LANG_ARRAYFROM_H

#include "lang/value.h"

/* An array from nested lists or tuples of numbers, arrays and scalars; dtype
   DT_COUNT: chosen as the family does (NumPy: int64, float64, bool; torch:
   float32 for floats; plain: as NumPy). NULL: ValueError for ragged ones in
   the library's words, TypeError for what is no number. */
Array *arrayfrom_value(Value v, Family family, DType dtype);

/* True if v is a list or tuple of numbers, possibly nested and not empty: what
   the prompt's arithmetic takes as a vector. */
bool arrayfrom_is_vector(Value v);

/* A number (bool, int, float) as a 0-d array of the family. */
Array *arrayfrom_number(Value v, Family family);

/* a.tolist(): nested lists, or a number for 0-d. */
Value arrayfrom_to_list(const Array *a);

#endif
