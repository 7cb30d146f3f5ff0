/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tensors filled from torch's random stream: x.uniform_(), x.normal_() ... */
#ifndef XENT_LANG_ARRAYRANDOM_H
#define XENT_LANG_ARRAYRANDOM_H

#include "lang/type.h"

/* Methods of tensors, ended by a row without a name. */
extern const Native arrayrandom_methods[];

#endif
