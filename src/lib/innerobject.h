/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a library asks about any value. */
#ifndef XENT_LIB_INNEROBJECT_H
#define XENT_LIB_INNEROBJECT_H

#include "lang/native.h"

extern const Native innerobject_natives[];

#endif
