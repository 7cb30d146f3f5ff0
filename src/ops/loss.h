/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What losses share: the reduction, and losses of pairs of elements. */
#ifndef XENT_OPS_LOSS_H
#define XENT_OPS_LOSS_H

#include "ops/taught.h"

typedef enum LossReduction {
  LOSS_NONE,
  LOSS_MEAN,
  LOSS_SUM,
  LOSS_BATCHMEAN /* kl_div alone */
} LossReduction;

/* Reads reduction="mean"; ValueError "x is not a valid value for reduction". */
bool loss_reduction(const Arg *arg, LossReduction *out);

/* Makes the reduced elements (owned; NULL: false) the result. `count` divides
   a mean. */
bool loss_return(OpCall *call, Array *elements, LossReduction r, double count,
                 DType dtype);

/* input, target and weights of a loss of pairs, in the working dtype, with
   the shape that broadcasting gives; w and q may be NULL. */
typedef struct LossPairs {
  Array *x, *y, *w, *q;
  DType dtype; /* of the result */
  int64_t n;
} LossPairs;

/* Arguments x, y, w, q of the call by their positions (negative: there is
   none). False with torch's wording for shapes that do not go together. */
bool loss_pairs(const OpCall *call, const int position[4], LossPairs *p);
void loss_pairs_free(LossPairs *p);

/* An uninitialised array like p->x. */
Array *loss_room(const OpCall *call, const LossPairs *p);

/* g = dL/d element, for every element: dout repeated, not yet divided. */
Array *loss_spread(const OpCall *call, const LossPairs *p, Array *dout);

/* The sum of all elements in the libraries' order, by its dtype. */
double loss_total(const Array *a);

/* a[i] / n for every element of a working array. */
void loss_divide(Array *a, double n);

/* The last step of a loss of pairs: sum or mean; unit is "" or " nats". */
void loss_derive_end(Derivation *d, const OpCall *call, Array *elements,
                     LossReduction r, const char *unit);

/* NULL: the loss has no gradient in this argument, as in torch. */
void *loss_no_gradient(const char *argument);

#endif
