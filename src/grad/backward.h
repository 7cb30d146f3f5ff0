/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gradients: the walk over the tape from the last node to the first. */
#ifndef XENT_GRAD_BACKWARD_H
#define XENT_GRAD_BACKWARD_H

#include "grad/tape.h"

/* Adds gradient * d root / d leaf to the grad of every leaf below root.
   `gradient` has the shape of root; NULL means 1 and wants root to have one
   element. Without `retain` saved values are let go. False: RuntimeError in
   torch's words. */
bool backward_run(Array *root, Array *gradient, bool retain);

/* Whether the walk can begin. False: torch's RuntimeError. */
bool backward_may_begin(const Array *root, Array *gradient);

/* The same for of[0..n) alone, into out[0..n): new references, NULL where root
   does not depend on of[i]. No grad is touched. */
bool backward_gradients(Array *root, Array *gradient, bool retain,
                        Array *const *of, int n, Array **out);

#endif
