/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of the arithmetic, included once for each instruction set. */
#ifndef XENT_NN_NETMATH_BODY_H
#define XENT_NN_NETMATH_BODY_H

#include "nn/lanes.h"
#include "nn/netmath.h"
#include "nn/netmath_backward.h"
#include "nn/netmath_forward.h"

#define STEP_REAL float
#define STEP(name) name##_float
#define STEP_FMA fmaf
#define STEP_SQRT sqrtf
#include "nn/netmath_steps_body.h"
#undef STEP_REAL
#undef STEP
#undef STEP_FMA
#undef STEP_SQRT

#define STEP_REAL double
#define STEP(name) name##_double
#define STEP_FMA fma
#define STEP_SQRT sqrt
#include "nn/netmath_steps_body.h"

#define NETMATH_TABLE(text)                                                    \
  {                                                                            \
    .name = text, .logits = logits, .sigmoid = sigmoid, .binary = binary,      \
    .multi = multi, .sum = total, .backward = backward, .steps = {             \
      {sgd_float, adam_float, rmsprop_float, adagrad_float},                   \
      {sgd_double, adam_double, rmsprop_double, adagrad_double}                \
    }                                                                          \
  }

#endif
