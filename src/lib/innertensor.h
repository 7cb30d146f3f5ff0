/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For torch_tensor.py and torch_reductions.py: what only C can say of a
   tensor. */
#ifndef XENT_LIB_INNERTENSOR_H
#define XENT_LIB_INNERTENSOR_H

#include "lang/native.h"

extern const Native innertensor_natives[];

#endif
