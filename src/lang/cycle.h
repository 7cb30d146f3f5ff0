/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Containers can hold each other in a ring, which counting never frees. All
   that can are linked here, so that the end of the session frees them. */
#ifndef XENT_LANG_CYCLE_H
#define XENT_LANG_CYCLE_H

#include "base/ref.h"

/* The second member of every container, right behind its Ref. */
typedef struct CycleLink {
  struct CycleLink *next, *prev;
} CycleLink;

void cycle_add(Ref *container);
void cycle_remove(Ref *container);

/* Every container lets go of what it holds (its type's `clear`). */
void cycle_break_all(void);

#endif
