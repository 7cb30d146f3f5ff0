/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operators where an array stands on one of the sides. */
#ifndef XENT_LANG_ARRAYARITH_H
#define XENT_LANG_ARRAYARITH_H

#include "lang/value.h"

/* Whether these operands are arithmetic between arrays: one is an array and
   the other an array, number, list or tuple; or, under the session's rules
   (plain), one is a numeric list and the other a numeric list or a number. */
bool arrayarith_takes(Value l, Value r, bool plain);

/* An absent value without an error: not for these types. */
Value arrayarith_binary(AstOp op, Value l, Value r);
Value arrayarith_unary(AstOp op, Value v);
Value arrayarith_compare(AstOp op, Value l, Value r);
/* array == None (or !=), NumPy's: element by element. */
Value arrayarith_equals_none(AstOp op, const Array *a);
Value arrayarith_augment(AstOp op, Value l, Value r);

#endif
