/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of the arithmetic, included once for each instruction set. */
#ifndef XENT_NN_NETMATH_BODY_H
#define XENT_NN_NETMATH_BODY_H

#include "nn/lanes.h"
#include "nn/netmath.h"
#include "nn/netmath_backward.h"
#include "nn/netmath_forward.h"

LANES_TARGET static void sgd(const NetmathSgd *rule, int64_t n, float *p,
                             const float *g, float *buffer) {
  for (int64_t i = 0; i < n; i++) {
    float d = g[i];
    if (rule->decay != 0)
      d = fmaf(rule->decay, p[i], d);
    if (buffer) {
      float b = d;
      if (!rule->first)
        b = fmaf(rule->keep, d, buffer[i] * rule->momentum);
      buffer[i] = b;
      d = rule->nesterov ? fmaf(rule->momentum, b, d) : b;
    }
    p[i] = fmaf(-rule->lr, d, p[i]);
  }
}

LANES_TARGET static void adam(const NetmathAdam *rule, int64_t n, float *p,
                              const float *grad, float *m, float *v,
                              float *largest) {
  for (int64_t i = 0; i < n; i++) {
    float g = grad[i];
    if (rule->decay != 0)
      g = fmaf(rule->decay, p[i], g);
    m[i] = fmaf(rule->keep1, g, m[i] * rule->beta1);
    v[i] = fmaf(rule->keep2 * g, g, v[i] * rule->beta2);
    float spread = v[i];
    if (largest) {
      if (!(spread < largest[i]))
        largest[i] = spread;
      spread = largest[i];
    }
    float d = sqrtf(spread) / rule->root + rule->eps;
    p[i] += -rule->step * m[i] / d;
  }
}

#define NETMATH_TABLE(text)                                                    \
  {                                                                            \
    .name = text, .logits = logits, .sigmoid = sigmoid, .binary = binary,      \
    .multi = multi, .sum = total, .backward = backward, .sgd = sgd,            \
    .adam = adam                                                               \
  }

#endif
