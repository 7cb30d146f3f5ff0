/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gradients: the walk over the tape from the last node to the first. */
#ifndef XENT_GRAD_BACKWARD_H
#define XENT_GRAD_BACKWARD_H

#include "grad/tape.h"

/* d root / d leaf into the grad of every leaf; gradient NULL means 1 and wants
   root to have one element. Without `retain` saved values are let go. False:
   RuntimeError in torch's words. */
bool backward_run(Array *root, Array *gradient, bool retain);

/* Whether it can begin: torch's RuntimeErrors. */
bool backward_may_begin(const Array *root, Array *gradient);

/* The same into out[0..n): new references, NULL where root does not depend on
   of[i]; nothing is written to any grad. */
bool backward_gradients(Array *root, Array *gradient, bool retain,
                        Array *const *of, int n, Array **out);

#endif
