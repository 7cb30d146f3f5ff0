/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attributes of arrays, and the methods that are not rows of ops/. */
#ifndef XENT_LANG_ARRAYATTR_H
#define XENT_LANG_ARRAYATTR_H

#include "lang/type.h"

Value arrayattr_get(Value v, const Sym *name);
bool arrayattr_set(Value v, const Sym *name, Value x);

/* The method of this name for arrays of a's family, or NULL. */
const Native *arrayattr_method(const Array *a, const Sym *name);

/* Names of attributes and of these methods, for completion. */
void arrayattr_each(const Array *a, void (*visit)(void *self, const char *name),
                    void *self);

#endif
