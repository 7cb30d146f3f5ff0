/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_LANG_EVALCOMP_H
#define XENT_LANG_EVALCOMP_H

#include "lang/eval.h"

/* List, set and dict comprehensions. A generator expression is computed at
   once and gives an iterator: what a learner can see is the same unless its
   parts have effects of their own. */
Value evalcomp_node(Frame *f, Node *n);

#endif
