/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_OPS_ACCURACY_H
#define XENT_OPS_ACCURACY_H

#include "ops/op.h"

extern const Op accuracy_ops[];

#endif
