/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic on arrays with broadcasting and the dtype rules of NumPy 1.24 and
   torch 1.13: what the evaluator's operators call. All functions return a new
   array (owned by the caller), or NULL / false with the error record filled;
   NumPy's RuntimeWarnings become notes, except for FAMILY_TORCH. */
#ifndef XENT_OPS_ELEMENTWISE_H
#define XENT_OPS_ELEMENTWISE_H

#include "num/array.h"
#include "num/binary.h"
#include "num/unary.h"

/* An argument of an operator. A Python number is a 0-d array (bool, int64 or
   float64) with `python` set: it promotes less than an array does. */
typedef struct Operand {
  Array *a; /* borrowed */
  bool python;
} Operand;

static inline Operand elementwise_operand(Array *a) {
  return (Operand){a, false};
}

/* a op b in the rules of `family`, which is the family of the result. A
   NumPy or plain result without dimensions is a scalar. */
Array *elementwise_binary(BinaryOp op, Operand a, Operand b, Family family);

Array *elementwise_unary(UnaryOp op, Array *a, Family family);

/* dst op= b with dst's own rules. The result must have dst's shape and be
   castable to its dtype by same_kind. */
bool elementwise_in_place(BinaryOp op, Array *dst, Operand b);

/* The dtype in which a and b meet before the operation. */
DType elementwise_common(Operand a, Operand b, Family family);

/* Whether arithmetic may store `from` in `to` (NumPy's same_kind). */
bool elementwise_castable(DType from, DType to);

/* "Float", "Long": torch's name of a scalar type. */
const char *elementwise_torch_name(DType t);

#endif
