/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `op=` changes in place: lists, sets, dicts, and
   instances whose class says how. */
#ifndef XENT_LANG_AUGMENT_H
#define XENT_LANG_AUGMENT_H

#include "lang/value.h"

/* left op= right in place, a new reference to left; absent without an error:
   not for these. */
Value augment_container(AstOp op, Value left, Value right);

#endif
