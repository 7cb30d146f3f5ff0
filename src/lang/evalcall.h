/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls: gathering arguments on the value stack, methods without a bound
   method in between. */
#ifndef XENT_LANG_EVALCALL_H
#define XENT_LANG_EVALCALL_H

#include "lang/eval.h"

/* Evaluates an item onto the value stack; a starred one is spread out. */
bool evalcall_push(Frame *f, Node *item);

/* Releases everything from base to the top of the value stack. */
void evalcall_pop(Value *base);

Value evalcall_node(Frame *f, Node *n);

#endif
