/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What torch_nn.py and its parts need. */
#ifndef XENT_LIB_INNERNN_H
#define XENT_LIB_INNERNN_H

#include "lang/native.h"

extern const Native innernn_natives[];

#endif
