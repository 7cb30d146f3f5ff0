/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_LANG_EVALSET_H
#define XENT_LANG_EVALSET_H

#include "lang/ast.h"
#include "lang/value.h"

/* The set of a NODE_SET whose items were added in order, taken over; the
   result has CPython's order of items. */
Value evalset_display(const Node *n, Value set);

#endif
