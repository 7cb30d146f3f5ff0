/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_OPS_ENTROPY_H
#define XENT_OPS_ENTROPY_H

#include "ops/op.h"

extern const Op entropy_ops[];

#endif
