/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tape's view of what the language computes without a row: operators,
   indices, transposes, changes of dtype. Nothing happens unless an operand
   asks for gradients. */
#ifndef XENT_LANG_RECORD_H
#define XENT_LANG_RECORD_H

#include "grad/tape.h"
#include "ops/elementwise.h"
#include "ops/index.h"

/* out = a op b, op a, or the row of that name applied to a, has been computed:
   records it. Consumes out (NULL passes through) and gives it back. NULL: an
   error. */
Array *record_binary(BinaryOp op, Operand a, Operand b, Array *out);
Array *record_unary(UnaryOp op, Array *a, Array *out);
Array *record_named(const char *row, Array *a, Array *out);

/* a[items], computed and recorded: a new reference. NULL: an error. */
Array *record_index(Array *a, const Index *items, int n);

/* a[items] = value and dst op= b, done and recorded. False: an error, which
   may be torch's RuntimeError for a leaf that requires grad. */
bool record_assign(Array *a, const Index *items, int n, Array *value);
bool record_in_place(BinaryOp op, Array *dst, Operand b);

/* Around a row that changes its first argument in place, such as add_. Before
   it: whether torch allows it, and in *old the former values if the gradient
   reads them, else NULL; the caller releases it. After it: records the
   change. False: an error. */
bool record_before(const OpCall *call, Array **old);
bool record_changed(OpCall *call, Array *old);

/* a as another dtype, recorded: a new reference, to a itself when it has it. */
Array *record_cast(Array *a, DType t);

#endif
