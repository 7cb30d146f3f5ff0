/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_OPS_ONEHOT_H
#define XENT_OPS_ONEHOT_H

#include "ops/op.h"

extern const Op onehot_ops[];

#endif
