/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_OPS_KLDIV_H
#define XENT_OPS_KLDIV_H

#include "ops/op.h"

extern const Op kldiv_ops[];

#endif
