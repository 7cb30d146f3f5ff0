/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sigmoid as the binary losses use it. */
#ifndef XENT_OPS_SIGMOID_H
#define XENT_OPS_SIGMOID_H

#include "ops/op.h"

extern const Op sigmoid_ops[];

/* n contiguous values, in torch's float32 steps or in double. */
void sigmoid_run32(const float *x, float *out, int64_t n);
void sigmoid_run64(const double *x, double *out, int64_t n);

#endif
