/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operators between any two values. */
#ifndef XENT_LANG_ARITH_H
#define XENT_LANG_ARITH_H

#include "lang/value.h"

/* plain: the session's rules hold, numeric lists compute elementwise. */
Value arith_binary(AstOp op, Value left, Value right, bool plain);
Value arith_unary(AstOp op, Value v, bool plain);

/* a op b for comparisons, `in` and `is` included. */
Value arith_compare(AstOp op, Value left, Value right, bool plain);

/* left op= right: in place where the type does so (arrays, lists); the result
   is what the name is bound to afterwards. */
Value arith_augment(AstOp op, Value left, Value right, bool plain);

/* Ints with Python's rules: OverflowError beyond 64 bits. */
Value arith_ints(AstOp op, int64_t a, int64_t b);
Value arith_floats(AstOp op, double a, double b);

#endif
