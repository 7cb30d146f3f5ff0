/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For torch_optim.py: one step of a parameter group, in C. */
#ifndef XENT_LIB_INNEROPTIM_H
#define XENT_LIB_INNEROPTIM_H

#include "lang/native.h"

extern const Native inneroptim_natives[];

#endif
