/* SPDX-License-Identifier: GPL-3.0-or-later */
/* torch.optim's SGD and Adam on one float32 tensor (or several laid end to
   end), rounded as torch 1.13 rounds. */
#ifndef XENT_NN_OPTIMIZER_H
#define XENT_NN_OPTIMIZER_H

#include "nn/netmath.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum OptimizerKind { OPTIMIZER_SGD, OPTIMIZER_ADAM } OptimizerKind;

/* What options_check accepts stands behind each. */
typedef struct OptimizerRule {
  OptimizerKind kind;
  double lr;           /* finite, above 0 */
  double weight_decay; /* default 0: finite, at least 0 */
  double momentum;     /* SGD, default 0: 0 .. 1 */
  double dampening;    /* SGD, default 0: finite */
  bool nesterov;       /* SGD; wants momentum above 0 and dampening 0 */
  double beta1, beta2; /* Adam, defaults 0.9 and 0.999: 0 <= b < 1 */
  double eps;          /* Adam, default 1e-8: finite, at least 0 */
  bool amsgrad;        /* Adam */
} OptimizerRule;

/* torch's defaults; SGD has none for lr in 1.13 (here 0.1), Adam's is 1e-3. */
OptimizerRule optimizer_defaults(OptimizerKind kind);

typedef struct Optimizer {
  OptimizerRule rule;
  const Netmath *math;
  int64_t n, steps;
  float *state;    /* momentum buffer; or moments m, v and v's maximum */
  int64_t n_state; /* floats in state */
} Optimizer;

/* State for n parameters; false with a MemoryError. */
bool optimizer_init(Optimizer *o, const OptimizerRule *rule, int64_t n);
void optimizer_free(Optimizer *o);

/* One step on p (n values) with gradients g. */
void optimizer_step(Optimizer *o, float *p, const float *g);

#endif
