/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/elementwise_torch.h"

Array *elementwise_torch_power(Operand a, double exponent) {
  UnaryOp first = exponent == -0.5 ? UNARY_SQRT : UNARY_SQUARE;
  Array *inner = elementwise_unary(first, a.a, FAMILY_TORCH);
  if (!inner)
    return NULL;
  Array *out = exponent == 3
                   ? elementwise_binary(BINARY_MUL, elementwise_operand(inner),
                                        elementwise_operand(a.a), FAMILY_TORCH)
                   : elementwise_unary(UNARY_RECIPROCAL, inner, FAMILY_TORCH);
  array_unref(inner);
  if (out)
    out->kind = (Kind){0};
  return out;
}

Array *elementwise_torch_divided(Operand number, Array *x) {
  Array *inverse = elementwise_unary(UNARY_RECIPROCAL, x, FAMILY_TORCH);
  Array *out = NULL;
  if (inverse)
    out = elementwise_binary(BINARY_MUL, elementwise_operand(inverse), number,
                             FAMILY_TORCH);
  array_unref(inverse);
  return out;
}
