/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The classes of Python's collections: see lang/dict_kind.h. */
#ifndef XENT_LIB_COLLECTIONS_H
#define XENT_LIB_COLLECTIONS_H

#include "lang/native.h"

extern const Native collections_natives[];

/* What calling the classes makes. */
Value collections_ordered(Value class, const CallArgs *args);
Value collections_default(Value class, const CallArgs *args);
Value collections_counter(Value class, const CallArgs *args);

bool collections_is_ordered(Value v);
bool collections_is_default(Value v);
bool collections_is_counter(Value v);

#endif
