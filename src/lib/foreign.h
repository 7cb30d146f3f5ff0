/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that the real Python and its libraries have. xent refuses those it
   lacks by name; only what nobody has is an AttributeError, which a program
   may catch. */
#ifndef XENT_LIB_FOREIGN_H
#define XENT_LIB_FOREIGN_H

#include <stdbool.h>

typedef struct ForeignOwner {
  const char *owner; /* "numpy", "Tensor", "str"; "" for modules */
  const char *names; /* " abs add all ", a space on both sides of each */
} ForeignOwner;

/* Ended by a row of NULLs: of torch, and of everything else. */
extern const ForeignOwner foreign_torch[], foreign_names[];

/* Does the real thing have owner.name? */
bool foreign_has(const char *owner, const char *name);

/* Is there a module of this dotted name in the real installation? */
bool foreign_module(const char *dotted);

#endif
