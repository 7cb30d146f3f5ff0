/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tensors have to do with gradients: x.grad, x.backward() ... */
#ifndef XENT_LANG_ARRAYGRAD_H
#define XENT_LANG_ARRAYGRAD_H

#include "lang/type.h"

/* Methods of tensors, ended by a row without a name. */
extern const Native arraygrad_methods[];

/* grad, grad_fn, is_leaf, requires_grad, data; absent without an error: none
   of these. */
Value arraygrad_get(Array *a, const char *name);
/* 1: done; 0: none of these; -1: an error. */
int arraygrad_set(Array *a, const char *name, Value x);

void arraygrad_each(void (*visit)(void *self, const char *name), void *self);

/* NumPy cannot see a tensor that requires grad. False: torch's RuntimeError. */
bool arraygrad_may_leave(const Array *a);

/* A view in the other family that nobody follows. */
Value arraygrad_shared(Array *a, Family family);

#endif
