/* SPDX-License-Identifier: GPL-3.0-or-later */
/* torch's names that are not rows of ops/. */
#ifndef XENT_LIB_TORCH_H
#define XENT_LIB_TORCH_H

#include "lang/native.h"

extern const Native torch_natives[];
extern const Native torch_cuda_natives[];

#endif
