/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inner loops of operations on one operand. */
#ifndef XENT_NUM_UNARY_H
#define XENT_NUM_UNARY_H

#include "num/dtype.h"

#include <stdbool.h>
#include <stdint.h>

/* What types an operation takes and gives. */
typedef enum UnaryClass {
  UNARY_SAME,  /* any number, the same type */
  UNARY_REAL,  /* floating; integers become floating */
  UNARY_ROUND, /* floating; torch leaves integers alone */
  UNARY_TEST,  /* gives bool */
  UNARY_BITS   /* bool and integers only */
} UnaryClass;

/* id, NumPy's name, class */
#define UNARY_OPS(X)                                                           \
  X(NEG, "negative", SAME)                                                     \
  X(POS, "positive", SAME)                                                     \
  X(ABS, "absolute", SAME)                                                     \
  X(SIGN, "sign", SAME)                                                        \
  X(SQUARE, "square", SAME)                                                    \
  X(RELU, "relu", SAME)                                                        \
  X(EXP, "exp", REAL)                                                          \
  X(EXP2, "exp2", REAL)                                                        \
  X(EXPM1, "expm1", REAL)                                                      \
  X(LOG, "log", REAL)                                                          \
  X(LOG2, "log2", REAL)                                                        \
  X(LOG10, "log10", REAL)                                                      \
  X(LOG1P, "log1p", REAL)                                                      \
  X(SQRT, "sqrt", REAL)                                                        \
  X(SIN, "sin", REAL)                                                          \
  X(COS, "cos", REAL)                                                          \
  X(TAN, "tan", REAL)                                                          \
  X(ARCSIN, "arcsin", REAL)                                                    \
  X(ARCCOS, "arccos", REAL)                                                    \
  X(ARCTAN, "arctan", REAL)                                                    \
  X(SINH, "sinh", REAL)                                                        \
  X(COSH, "cosh", REAL)                                                        \
  X(TANH, "tanh", REAL)                                                        \
  X(ARCSINH, "arcsinh", REAL)                                                  \
  X(ARCCOSH, "arccosh", REAL)                                                  \
  X(ARCTANH, "arctanh", REAL)                                                  \
  X(CBRT, "cbrt", REAL)                                                        \
  X(FABS, "fabs", REAL)                                                        \
  X(RADIANS, "deg2rad", REAL)                                                  \
  X(DEGREES, "rad2deg", REAL)                                                  \
  X(RECIPROCAL, "reciprocal", REAL)                                            \
  X(FLOOR, "floor", ROUND)                                                     \
  X(CEIL, "ceil", ROUND)                                                       \
  X(RINT, "rint", ROUND)                                                       \
  X(TRUNC, "trunc", ROUND)                                                     \
  X(ISNAN, "isnan", TEST)                                                      \
  X(ISINF, "isinf", TEST)                                                      \
  X(ISFINITE, "isfinite", TEST)                                                \
  X(SIGNBIT, "signbit", TEST)                                                  \
  X(LOGICAL_NOT, "logical_not", TEST)                                          \
  X(INVERT, "invert", BITS)

typedef enum UnaryOp {
#define X(id, name, class) UNARY_##id,
  UNARY_OPS(X)
#undef X
      UNARY_COUNT
} UnaryOp;

typedef void UnaryKernel(int64_t n, char *out, int64_t so, const char *a,
                         int64_t sa);

/* The loop for an operand of type t (bool, int64, float32, float64), or NULL.
   UNARY_TEST gives bool, all others t. */
UnaryKernel *unary_kernel(UnaryOp op, DType t, bool torch);

const char *unary_name(UnaryOp op);
UnaryClass unary_class(UnaryOp op);

#endif
