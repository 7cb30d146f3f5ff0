/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nn/optimizer.h"

#include "base/mem.h"

#include <math.h>

OptimizerRule optimizer_defaults(OptimizerKind kind) {
  OptimizerRule r = {.kind = kind, .beta1 = 0.9, .beta2 = 0.999, .eps = 1e-8};
  r.lr = kind == OPTIMIZER_SGD ? 0.1 : 1e-3;
  return r;
}

/* Arrays of n floats that the rule keeps between steps. */
static int64_t arrays(const OptimizerRule *r) {
  if (r->kind == OPTIMIZER_SGD)
    return r->momentum != 0;
  return r->amsgrad ? 3 : 2;
}

bool optimizer_init(Optimizer *o, const OptimizerRule *rule, int64_t n) {
  *o = (Optimizer){.rule = *rule, .math = netmath_choose(), .n = n};
  o->n_state = n * arrays(rule);
  o->state = mem_zeroed((size_t)o->n_state, sizeof *o->state);
  return o->state != NULL;
}

void optimizer_free(Optimizer *o) {
  mem_free(o->state);
  *o = (Optimizer){0};
}

static void sgd_step(Optimizer *o, float *p, const float *g) {
  const OptimizerRule *r = &o->rule;
  NetmathSgd s = {
      .lr = r->lr,
      .momentum = r->momentum,
      .keep = 1 - r->dampening,
      .decay = r->weight_decay,
      .nesterov = r->nesterov,
      .first = o->steps == 1,
  };
  o->math->steps[NETMATH_FLOAT].sgd(&s, o->n, p, g,
                                    r->momentum != 0 ? o->state : NULL);
}

/* Kingma & Ba 2014, with the bias corrections in double as torch has them. */
static void adam_step(Optimizer *o, float *p, const float *g) {
  const OptimizerRule *r = &o->rule;
  double t = (double)o->steps;
  NetmathAdam a = {
      .beta1 = r->beta1,
      .keep1 = 1 - r->beta1,
      .beta2 = r->beta2,
      .keep2 = 1 - r->beta2,
      .step = r->lr / (1 - pow(r->beta1, t)),
      .root = sqrt(1 - pow(r->beta2, t)),
      .eps = r->eps,
      .decay = r->weight_decay,
  };
  float *m = o->state, *v = m + o->n;
  o->math->steps[NETMATH_FLOAT].adam(&a, o->n, p, g, m, v,
                                     r->amsgrad ? v + o->n : NULL);
}

void optimizer_step(Optimizer *o, float *p, const float *g) {
  o->steps++;
  if (o->rule.kind == OPTIMIZER_SGD)
    sgd_step(o, p, g);
  else
    adam_step(o, p, g);
}
