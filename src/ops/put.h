/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of changes that the language itself makes. */
#ifndef XENT_OPS_PUT_H
#define XENT_OPS_PUT_H

#include "ops/index.h"

/* x[items] = value, and the same numbers as another dtype: the places of their
   rows. */
enum { PUT_ELEMENTS, PUT_CAST };
extern const Op put_ops[];

enum { PUT_VALUE = 3 }; /* the argument of PUT_ELEMENTS after index_call's */

#endif
