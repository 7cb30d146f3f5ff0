/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small algebra for writing formulas on arrays, most of all gradients:

       return calc_fit(calc_mul(calc_keep(dout), calc_arg(call, 1)), x);

   Every function here consumes (releases) the arrays it is given, except
   where it says `borrowed`, and returns a new one; NULL in gives NULL out, so
   that only the end of a formula needs a check. */
#ifndef XENT_OPS_CALC_H
#define XENT_OPS_CALC_H

#include "ops/elementwise.h"
#include "ops/op.h"

static inline Array *calc_keep(Array *borrowed) {
  return array_ref(borrowed);
}

Array *calc_binary(BinaryOp op, Array *a, Array *b);
Array *calc_unary(UnaryOp op, Array *a);

static inline Array *calc_add(Array *a, Array *b) {
  return calc_binary(BINARY_ADD, a, b);
}
static inline Array *calc_sub(Array *a, Array *b) {
  return calc_binary(BINARY_SUB, a, b);
}
static inline Array *calc_mul(Array *a, Array *b) {
  return calc_binary(BINARY_MUL, a, b);
}
static inline Array *calc_div(Array *a, Array *b) {
  return calc_binary(BINARY_DIV, a, b);
}

/* a op number, where number is a Python float. */
Array *calc_number(BinaryOp op, Array *a, double number);
static inline Array *calc_scale(Array *a, double factor) {
  return calc_number(BINARY_MUL, a, factor);
}

/* a where mask (bool, broadcast) is true, else 0. */
Array *calc_mask(Array *a, Array *mask);

/* Summed over what broadcasting repeated, in like's dtype. like: borrowed. */
Array *calc_fit(Array *a, const Array *like);

/* The n-th argument; a Python number takes the dtype of call->out. */
Array *calc_arg(const OpCall *call, int n);

/* The n-th argument as an operand of an operator (nothing is counted). */
Operand calc_operand(const OpCall *call, int n);

/* Whether the call has a value for its n-th argument. */
static inline bool calc_given(const OpCall *call, int n) {
  return call->arg[n].tag != ARG_NONE;
}

/* Makes result the call's, by way of `out=` and `where=` (arguments n and
   n + 1) when they were given. False when result is NULL or does not fit. */
bool calc_deliver(OpCall *call, Array *result, int n);

/* The forward of a row that is one loop over its one or two operands. */
bool calc_run_unary(OpCall *call, UnaryOp op);
bool calc_run_binary(OpCall *call, BinaryOp op);

/* A new reference to argument 0, flattened when argument 1, the axis, was not
   given. *axis counts from the front. NULL: AxisError. */
Array *calc_along(const OpCall *call, int64_t *axis);

#endif
