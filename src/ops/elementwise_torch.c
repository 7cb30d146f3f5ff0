/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/elementwise_torch.h"

Array *elementwise_torch_power(Operand a, double exponent) {
  Array *square = elementwise_unary(UNARY_SQUARE, a.a, FAMILY_TORCH);
  if (!square)
    return NULL;
  Array *out = exponent == 3
                   ? elementwise_binary(BINARY_MUL, elementwise_operand(square),
                                        elementwise_operand(a.a), FAMILY_TORCH)
                   : elementwise_unary(UNARY_RECIPROCAL, square, FAMILY_TORCH);
  array_unref(square);
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
