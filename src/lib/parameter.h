/* SPDX-License-Identifier: GPL-3.0-or-later */
/* torch.nn.Parameter: a tensor that a module trains. */
#ifndef XENT_LIB_PARAMETER_H
#define XENT_LIB_PARAMETER_H

#include "lang/native.h"

extern const Native parameter_natives[];

/* What calling the class makes. */
Value parameter_construct(Value class, const CallArgs *args);
bool parameter_is(Value v);

#endif
