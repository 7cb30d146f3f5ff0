/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/cycle.h"

#include "lang/type.h"

static CycleLink all = {&all, &all};

static CycleLink *link_of(Ref *r) {
  return (CycleLink *)(r + 1);
}

static Ref *container_of(CycleLink *l) {
  return (Ref *)l - 1;
}

void cycle_add(Ref *r) {
  CycleLink *l = link_of(r);
  l->prev = &all;
  l->next = all.next;
  all.next->prev = l;
  all.next = l;
}

void cycle_remove(Ref *r) {
  CycleLink *l = link_of(r);
  l->prev->next = l->next;
  l->next->prev = l->prev;
}

/* Each is held while all are emptied; letting go afterwards frees those that
   nothing outside holds. */
void cycle_break_all(void) {
  for (CycleLink *l = all.next; l != &all; l = l->next)
    container_of(l)->count++;
  for (CycleLink *l = all.next; l != &all; l = l->next)
    type_rows[container_of(l)->type]->clear(container_of(l));
  for (CycleLink *l = all.next, *next; l != &all; l = next) {
    next = l->next;
    value_unref((Value){.tag = VALUE_REF, .ref = container_of(l)});
  }
}
