/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text beside a NumPy array, as in "loss: " + a: NumPy's refusals. */
#ifndef XENT_LANG_ARRAYTEXT_H
#define XENT_LANG_ARRAYTEXT_H

#include "lang/value.h"

/* True with the error record filled if NumPy takes `l op r` for itself and
   refuses it because one of them is a text. */
bool arraytext_refuses(AstOp op, Value l, Value r);

#endif
