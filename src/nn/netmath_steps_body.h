/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of torch.optim on n values of one type: included once for float
   and once for double, with the type as STEP_REAL, the names of its functions
   by STEP(name), and STEP_FMA and STEP_SQRT. Every line is rounded as torch
   1.13's own operations round. */

LANES_TARGET static void STEP(sgd)(const NetmathSgd *rule, int64_t n, void *to,
                                   const void *gradient, void *kept) {
  STEP_REAL *p = to, *buffer = kept;
  const STEP_REAL *g = gradient;
  STEP_REAL lr = (STEP_REAL)rule->lr, momentum = (STEP_REAL)rule->momentum,
            keep = (STEP_REAL)rule->keep, decay = (STEP_REAL)rule->decay;
  for (int64_t i = 0; i < n; i++) {
    STEP_REAL d = rule->maximize ? -g[i] : g[i];
    if (decay != 0)
      d = STEP_FMA(decay, p[i], d);
    if (buffer) {
      STEP_REAL b = d;
      if (!rule->first)
        b = STEP_FMA(keep, d, buffer[i] * momentum);
      buffer[i] = b;
      d = rule->nesterov ? STEP_FMA(momentum, b, d) : b;
    }
    p[i] = STEP_FMA(-lr, d, p[i]);
  }
}

LANES_TARGET static void STEP(adam)(const NetmathAdam *rule, int64_t n,
                                    void *to, const void *gradient, void *first,
                                    void *second, void *most) {
  STEP_REAL *p = to, *m = first, *v = second, *largest = most;
  const STEP_REAL *grad = gradient;
  STEP_REAL beta1 = (STEP_REAL)rule->beta1, keep1 = (STEP_REAL)rule->keep1,
            beta2 = (STEP_REAL)rule->beta2, keep2 = (STEP_REAL)rule->keep2,
            step = (STEP_REAL)rule->step, root = (STEP_REAL)rule->root,
            eps = (STEP_REAL)rule->eps, decay = (STEP_REAL)rule->decay,
            shrink = (STEP_REAL)(1 - rule->shrink);
  for (int64_t i = 0; i < n; i++) {
    STEP_REAL g = rule->maximize ? -grad[i] : grad[i];
    if (decay != 0)
      g = STEP_FMA(decay, p[i], g);
    m[i] = STEP_FMA(keep1, g, m[i] * beta1);
    v[i] = STEP_FMA(keep2 * g, g, v[i] * beta2);
    STEP_REAL spread = v[i];
    if (largest) {
      if (!(spread < largest[i]))
        largest[i] = spread;
      spread = largest[i];
    }
    STEP_REAL d = STEP_SQRT(spread) / root + eps;
    p[i] = p[i] * shrink + -step * m[i] / d;
  }
}

LANES_TARGET static void STEP(rmsprop)(const NetmathRmsprop *rule, int64_t n,
                                       void *to, const void *gradient,
                                       void *second, void *first, void *kept) {
  STEP_REAL *p = to, *v = second, *m = first, *buffer = kept;
  const STEP_REAL *grad = gradient;
  STEP_REAL lr = (STEP_REAL)rule->lr, alpha = (STEP_REAL)rule->alpha,
            keep = (STEP_REAL)(1 - rule->alpha), eps = (STEP_REAL)rule->eps,
            decay = (STEP_REAL)rule->decay,
            momentum = (STEP_REAL)rule->momentum;
  for (int64_t i = 0; i < n; i++) {
    STEP_REAL g = rule->maximize ? -grad[i] : grad[i];
    if (decay != 0)
      g = STEP_FMA(decay, p[i], g);
    v[i] = STEP_FMA(keep * g, g, v[i] * alpha);
    STEP_REAL spread = v[i];
    if (m) {
      m[i] = STEP_FMA(keep, g, m[i] * alpha);
      spread = STEP_FMA(-m[i], m[i], spread);
    }
    STEP_REAL d = STEP_SQRT(spread) + eps;
    if (buffer) {
      buffer[i] = buffer[i] * momentum + g / d;
      p[i] = STEP_FMA(-lr, buffer[i], p[i]);
    } else {
      p[i] += -lr * g / d;
    }
  }
}

LANES_TARGET static void STEP(adagrad)(const NetmathAdagrad *rule, int64_t n,
                                       void *to, const void *gradient,
                                       void *total) {
  STEP_REAL *p = to, *sum = total;
  const STEP_REAL *grad = gradient;
  STEP_REAL lr = (STEP_REAL)rule->lr, eps = (STEP_REAL)rule->eps,
            decay = (STEP_REAL)rule->decay;
  for (int64_t i = 0; i < n; i++) {
    STEP_REAL g = rule->maximize ? -grad[i] : grad[i];
    if (decay != 0)
      g = STEP_FMA(decay, p[i], g);
    sum[i] = STEP_FMA(g, g, sum[i]);
    p[i] += -lr * g / (STEP_SQRT(sum[i]) + eps);
  }
}
