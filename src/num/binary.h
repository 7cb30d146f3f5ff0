/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inner loops of operations on two operands. */
#ifndef XENT_NUM_BINARY_H
#define XENT_NUM_BINARY_H

#include "num/dtype.h"

#include <stdbool.h>
#include <stdint.h>

/* id, NumPy's name of the ufunc */
#define BINARY_OPS(X)                                                          \
  X(ADD, "add")                                                                \
  X(SUB, "subtract")                                                           \
  X(MUL, "multiply")                                                           \
  X(DIV, "divide")                                                             \
  X(FLOORDIV, "floor_divide")                                                  \
  X(MOD, "remainder")                                                          \
  X(POW, "power")                                                              \
  X(MAX, "maximum")                                                            \
  X(MIN, "minimum")                                                            \
  X(FMOD, "fmod")                                                              \
  X(ARCTAN2, "arctan2")                                                        \
  X(LOGADDEXP2, "logaddexp2")                                                  \
  X(HYPOT, "hypot")                                                            \
  X(COPYSIGN, "copysign")                                                      \
  X(NEXTAFTER, "nextafter")                                                    \
  X(HEAVISIDE, "heaviside")                                                    \
  X(LOGADDEXP, "logaddexp")                                                    \
  X(FMAX, "fmax")                                                              \
  X(FMIN, "fmin")                                                              \
  X(GCD, "gcd")                                                                \
  X(LCM, "lcm")                                                                \
  X(EQ, "equal")                                                               \
  X(NE, "not_equal")                                                           \
  X(LT, "less")                                                                \
  X(LE, "less_equal")                                                          \
  X(GT, "greater")                                                             \
  X(GE, "greater_equal")                                                       \
  X(AND, "bitwise_and")                                                        \
  X(OR, "bitwise_or")                                                          \
  X(XOR, "bitwise_xor")                                                        \
  X(LSHIFT, "left_shift")                                                      \
  X(RSHIFT, "right_shift")                                                     \
  X(LOGICAL_AND, "logical_and")                                                \
  X(LOGICAL_OR, "logical_or")                                                  \
  X(LOGICAL_XOR, "logical_xor")

typedef enum BinaryOp {
#define X(id, name) BINARY_##id,
  BINARY_OPS(X)
#undef X
      BINARY_COUNT
} BinaryOp;

/* n elements; strides in bytes. out may be a or b itself. */
typedef void BinaryKernel(int64_t n, char *out, int64_t so, const char *a,
                          int64_t sa, const char *b, int64_t sb);

/* The loop for operands of type t (bool, int64, float32 or float64), or NULL.
   Comparisons and logical operations give bool, all others t. torch: where its
   results differ from NumPy's. */
BinaryKernel *binary_kernel(BinaryOp op, DType t, bool torch);

const char *binary_name(BinaryOp op);

#endif
