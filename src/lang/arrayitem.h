/* SPDX-License-Identifier: GPL-3.0-or-later */
/* a[i, 1:, ..., None, mask] and a[...] = x. */
#ifndef XENT_LANG_ARRAYITEM_H
#define XENT_LANG_ARRAYITEM_H

#include "lang/value.h"

Value arrayitem_get(Value v, Value index);
bool arrayitem_set(Value v, Value index, Value x);

#endif
