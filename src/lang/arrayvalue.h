/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrays as values of the language. */
#ifndef XENT_LANG_ARRAYVALUE_H
#define XENT_LANG_ARRAYVALUE_H

#include "lang/type.h"

extern const Type arrayvalue_type;

/* "numpy.ndarray", "numpy.float64", "Tensor", "list" for plain vectors. */
const char *arrayvalue_type_name(const Array *a);

/* A Python value of one element: int, float or bool. */
Value arrayvalue_item(const Array *a, int64_t flat);

#endif
