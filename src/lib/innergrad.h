/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What torch_autograd.py and xent_session.py need of the tape. */
#ifndef XENT_LIB_INNERGRAD_H
#define XENT_LIB_INNERGRAD_H

#include "lang/native.h"

extern const Native innergrad_natives[];

#endif
