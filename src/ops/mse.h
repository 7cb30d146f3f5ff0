/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_OPS_MSE_H
#define XENT_OPS_MSE_H

#include "ops/op.h"

extern const Op mse_ops[];

#endif
