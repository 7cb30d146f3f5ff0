/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tape's view of what the language computes without a row: operators,
   indices, transposes, changes of dtype. Nothing happens unless an operand
   asks for gradients. */
#ifndef XENT_LANG_RECORD_H
#define XENT_LANG_RECORD_H

#include "grad/tape.h"
#include "ops/elementwise.h"
#include "ops/index.h"

/* out = a op b has been computed; consumes out. NULL: an error. */
Array *record_binary(BinaryOp op, Operand a, Operand b, Array *out);
Array *record_unary(UnaryOp op, Array *a, Array *out);
Array *record_named(const char *row, Array *a, Array *out);

/* a[items], recorded. */
Array *record_index(Array *a, const Index *items, int n);

/* a[items] = value with torch's rules for what gradients flow through. */
bool record_assign(Array *a, const Index *items, int n, Array *value);

/* dst op= b likewise. */
bool record_in_place(BinaryOp op, Array *dst, Operand b);

/* Around a row that changes its first argument in place, such as add_: before
   it torch's rules, with *old what the gradient will need of the argument; and
   after it. */
bool record_before(const OpCall *call, Array **old);
bool record_changed(OpCall *call, Array *old);

/* a as another dtype: a itself when it has it. */
Array *record_cast(Array *a, DType t);

#endif
