/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Containers in containers: neither printing, comparing nor releasing them may
   run in circles or use up the C stack. */
#ifndef XENT_LANG_NEST_H
#define XENT_LANG_NEST_H

#include "lang/value.h"

/* Around the repr of a container; false: v is being printed further out, so
   "[...]" stands for it, and nest_text_leave is not called. */
typedef struct NestText {
  struct NestText *up;
  const Ref *ref;
} NestText;
bool nest_text_enter(NestText *place, Value v);
void nest_text_leave(NestText *place);

/* Around comparing or hashing items; false: RecursionError. */
bool nest_enter(void);
void nest_leave(void);

/* The equality of items: the same object is equal to itself. 1, 0, -1. */
int nest_equal(Value a, Value b);

/* Around releasing anything; false: it waits, to be released when the outermost
   is done. */
bool nest_drop_enter(Ref *r);
void nest_drop_leave(void);

#endif
