/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of everything that is counted: arrays and the language's values.
   `type` belongs to the language (lang/value.h); num/ only sets its own. */
#ifndef XENT_BASE_REF_H
#define XENT_BASE_REF_H

#include <stdint.h>

typedef struct Ref {
  uint32_t count;
  uint32_t type;
} Ref;

enum { REF_ARRAY = 1 }; /* the one type known above lang/ */

#endif
