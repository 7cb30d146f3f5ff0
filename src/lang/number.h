/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Python's ints and floats out of values, as int(), float() and round() do
   it. */
#ifndef XENT_LANG_NUMBER_H
#define XENT_LANG_NUMBER_H

#include "lang/value.h"

/* Truncates; "cannot convert float NaN to integer" and its kin. */
bool number_truncate(double f, int64_t *out);

/* False for arrays that have not one element, in the library's words. */
bool number_is_single(Value v);

/* round(f, places): the nearest decimal, ties to even, correctly rounded.
   False: OverflowError "rounded value too large to represent". */
bool number_round(double f, int64_t places, double *out);

#endif
