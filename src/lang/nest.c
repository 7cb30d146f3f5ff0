/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/nest.h"

#include "base/mem.h"

/* --- text ---------------------------------------------------------------- */

static NestText *innermost;

bool nest_text_enter(NestText *place, Value v) {
  for (NestText *t = innermost; t; t = t->up)
    if (t->ref == v.ref)
      return false;
  *place = (NestText){innermost, v.ref};
  innermost = place;
  return true;
}

void nest_text_leave(NestText *place) {
  innermost = place->up;
}

/* --- comparing ----------------------------------------------------------- */

enum { COMPARE_DEPTH = 1000 };
static int compare_depth;

bool nest_enter(void) {
  if (compare_depth >= COMPARE_DEPTH)
    return err_set(ERR_RecursionError,
                   "maximum recursion depth exceeded in comparison");
  compare_depth++;
  return true;
}

void nest_leave(void) {
  compare_depth--;
}

int nest_equal(Value a, Value b) {
  if (value_same(a, b))
    return 1;
  if (a.tag != VALUE_REF || b.tag != VALUE_REF)
    return value_equal(a, b);
  if (!nest_enter())
    return -1;
  /* a comparison may drop the container that holds them */
  value_ref(a);
  value_ref(b);
  int t = value_equal(a, b);
  value_unref(a);
  value_unref(b);
  nest_leave();
  return t;
}

/* --- releasing ----------------------------------------------------------- */

enum { DROP_DEPTH = 200 };
static int drop_depth;
static Ref **waiting;
static size_t n_waiting, waiting_room;

bool nest_drop_enter(Ref *r) {
  if (drop_depth >= DROP_DEPTH && mem_grow((void **)&waiting, &waiting_room,
                                           n_waiting + 1, sizeof *waiting)) {
    waiting[n_waiting++] = r;
    return false;
  }
  drop_depth++;
  return true;
}

void nest_drop_leave(void) {
  if (--drop_depth)
    return;
  while (n_waiting)
    value_destroy(waiting[--n_waiting]);
  if (waiting)
    mem_free(waiting);
  waiting = NULL;
  waiting_room = 0;
}
