/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/copy.h"

#include "num/convert.h"
#include "num/walk.h"

void copy_elements(Array *dst, const Array *src) {
  Walk w;
  walk_begin(&w, dst->ndim, dst->shape, 2, (const Array *[]){dst, src});
  do
    convert_run((DType)dst->dtype, w.at[0], w.step[0], (DType)src->dtype,
                w.at[1], w.step[1], w.n);
  while (walk_next(&w));
}
