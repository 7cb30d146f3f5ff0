/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_OPS_CROSSENTROPY_H
#define XENT_OPS_CROSSENTROPY_H

#include "ops/nll.h"
#include "ops/op.h"
#include "ops/softmax.h"

extern const Op crossentropy_ops[];

/* A call of cross_entropy, checked and brought to the working dtype. */
typedef struct CrossEntropy {
  Array *z;     /* logits, contiguous */
  int axis;     /* of the classes */
  AxisLoop l;   /* samples x classes x places */
  Array *prob;  /* targets that are probabilities, like z; else NULL and t */
  NllTargets t; /* t.weight is NULL for probabilities: then */
  Array *weight;
  LossReduction reduction;
  double smoothing;
  DType dtype; /* of the result */
} CrossEntropy;

/* False with torch's wording; free what is there in any case. */
bool crossentropy_open(const OpCall *call, CrossEntropy *c);
void crossentropy_close(CrossEntropy *c);

/* The row's derivation, in crossentropy_derive.c. */
bool crossentropy_derive(const OpCall *call, Derivation *d);

#endif
