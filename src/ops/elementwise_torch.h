/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where torch writes an operation as two: what follows rounds twice. */
#ifndef XENT_OPS_ELEMENTWISE_TORCH_H
#define XENT_OPS_ELEMENTWISE_TORCH_H

#include "ops/elementwise.h"

/* x ** 3, x ** -2 and x ** -0.5 in the steps that torch takes. */
Array *elementwise_torch_power(Operand a, double exponent);

/* number / x as x.reciprocal() * number */
Array *elementwise_torch_divided(Operand number, Array *x);

#endif
