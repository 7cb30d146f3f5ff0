/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pi, e, inf ... : the numbers with a name, and where that name is known. */
#ifndef XENT_LIB_CONSTANTS_H
#define XENT_LIB_CONSTANTS_H

#include "lang/value.h"

typedef enum ConstantsPlace {
  CONSTANTS_NOWHERE = 0,
  CONSTANTS_MATH = 1,
  CONSTANTS_ARRAYS = 2, /* numpy and torch */
  CONSTANTS_SESSION = 4 /* without import: e stays a learner's name */
} ConstantsPlace;

/* The float of this name; absent: none there. */
Value constants_find(ConstantsPlace place, const char *name);

void constants_each(ConstantsPlace place,
                    void (*visit)(void *self, const char *name), void *self);

#endif
