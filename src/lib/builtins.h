/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Python's builtins. */
#ifndef XENT_LIB_BUILTINS_H
#define XENT_LIB_BUILTINS_H

#include "lang/native.h"

extern const Native builtins_natives[]; /* functions; classes are in
                                           builtins_class.h */

/* exit(code), also of sys: raises SystemExit. */
Value builtins_leave(const Value *args);

/* A new reference to the function, class, exception or constant of this name;
   absent without an error: none. */
Value builtins_find(const Sym *name);

void builtins_each(void (*visit)(void *self, const char *name), void *self);

/* Releases the classes (at exit). */
void builtins_free(void);

#endif
