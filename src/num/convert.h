/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies runs of elements from one dtype to another. */
#ifndef XENT_NUM_CONVERT_H
#define XENT_NUM_CONVERT_H

#include "num/dtype.h"

/* n elements; strides in bytes. The runs must not overlap unless they are the
   same. */
void convert_run(DType to, void *dst, int64_t dst_stride, DType from,
                 const void *src, int64_t src_stride, int64_t n);

#endif
