/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies the elements of one array into another. */
#ifndef XENT_NUM_COPY_H
#define XENT_NUM_COPY_H

#include "num/array.h"

/* dst = src, broadcast and converted, any strides. Unchecked: src must fit
   and the two must not overlap in another layout. */
void copy_elements(Array *dst, const Array *src);

#endif
