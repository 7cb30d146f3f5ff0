/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The classes that stand for types written in C: int, list, numpy.ndarray. */
#ifndef XENT_LIB_BUILTINS_CLASS_H
#define XENT_LIB_BUILTINS_CLASS_H

#include "lang/class.h"

/* What calling them does, in a table for help. */
extern const Native builtins_class_natives[];

/* The class of a name such as "int" or "numpy.ndarray", borrowed, the same
   one each time; absent without an error: none. */
Value builtins_class_named(const char *name);

/* type(v), a new reference. */
Value builtins_class_of(Value v);

/* 1, 0, -1: TypeError. classes is a class or a tuple of them. */
int builtins_class_is_instance(Value v, Value classes);
int builtins_class_is_subclass(Value class, Value classes);

void builtins_class_each(void (*visit)(void *self, const char *name),
                         void *self);
void builtins_class_free(void);

#endif
