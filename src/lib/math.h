/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Python's module math: functions of numbers, with Python's errors. */
#ifndef XENT_LIB_MATH_H
#define XENT_LIB_MATH_H

#include "lang/native.h"

extern const Native math_natives[];

/* pi, e, tau, inf, nan; absent without an error: none. */

/* v as a float; TypeError "must be real number, not str". */
bool math_real(Value v, double *out);

#endif
