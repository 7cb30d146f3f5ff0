/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_OPS_BCE_H
#define XENT_OPS_BCE_H

#include "ops/loss.h"
#include "ops/op.h"

extern const Op bce_ops[];

/* The derivations of the two rows, in bce_derive.c. */
bool bce_derive(const OpCall *call, Derivation *d);
bool bce_derive_logits(const OpCall *call, Derivation *d);

/* Where the rows have their arguments: x, y, w, q. */
extern const int bce_positions[4], bce_logits_positions[4];

/* ln x cut off at -100. */
double bce_log(double x);

/* The elements of the loss of probabilities, and of scores; p->w counts. */
Array *bce_elements(const OpCall *call, const LossPairs *p);
Array *bce_logits_elements(const OpCall *call, const LossPairs *p);

#endif
