/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The attribute names of values, for completion and "did you mean". */
#ifndef XENT_LANG_NAMES_H
#define XENT_LANG_NAMES_H

#include "lang/value.h"

typedef void (*NamesVisit)(void *self, const char *name);

/* Every attribute and method of v, those with a leading underscore only if
   `hidden`; a name may come twice. Runs no code of the learner. */
void names_each_attr(Value v, bool hidden, NamesVisit visit, void *self);

/* The one nearest to `name`, or NULL. */
const char *names_nearest_attr(Value v, const char *name);

#endif
