/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_LANG_ASTWALK_H
#define XENT_LANG_ASTWALK_H

#include "lang/ast.h"

/* What to do with a child; false ends the walk. */
typedef bool (*AstVisit)(void *self, Node *child);

/* Visits the direct children of n (never NULL ones) in source order, targets
   and defaults included. False when a visit said so. */
bool astwalk_children(Node *n, AstVisit visit, void *self);

bool astwalk_list(Node *const *items, int32_t n, AstVisit visit, void *self);

#endif
