/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_LANG_EVALCOMP_H
#define XENT_LANG_EVALCOMP_H

#include "lang/eval.h"

/* List, set and dict comprehensions. */
Value evalcomp_node(Frame *f, Node *n);

#endif
