/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reverse-mode differentiation over the rows of ops/. While something asks for
   gradients, every application of a row leaves a node behind: the row, its
   arguments, and edges to what computed those. backward walks the nodes from
   the last to the first, as torch's engine does: highest sequence number
   first, sums in order of arrival, so that float32 rounds alike. Source of
   the rules: the PyTorch 1.13 documentation, "Autograd mechanics".

   A leaf is an array that nobody computed; gradients end there, in `grad`. */
#ifndef XENT_GRAD_TAPE_H
#define XENT_GRAD_TAPE_H

#include "ops/op.h"

typedef struct TapeNode TapeNode;

/* False inside torch.no_grad(): nothing is recorded. */
extern bool tape_on;

/* Asks for the gradient of a leaf, or no longer. False: RuntimeError for
   integers ("only Tensors of floating point dtype can require gradients") or
   for a non-leaf that shall no longer. */
bool tape_watch(Array *a, bool on);

static inline bool tape_follows(const Array *a) {
  return a && a->requires_grad && tape_on;
}

static inline bool tape_is_leaf(const Array *a) {
  return !a->node;
}

/* After a row ran: records it when an argument is followed. False: MemoryError,
   or the refusal of a row that has no gradient. */
bool tape_record_call(OpCall *call);
static inline bool tape_record(OpCall *call) {
  return !array_followed || !tape_on || tape_record_call(call);
}

/* Before `self op= ...`: torch's RuntimeErrors for a leaf that requires grad
   and for views of one; xent's refusal for other views whose history matters.
   `follows`: another argument is followed. */
bool tape_may_change(const Array *self, bool follows);
bool tape_refuse_leaf(bool view); /* its errors for leaves */

/* Before it too: *old becomes a copy of self as it is, when the gradient of
   the operation (call, out of place) reads it, else NULL. */
bool tape_keep(const OpCall *call, Array *self, Array **old);

/* After it: self has become the result of call (an argument is self), whose
   old value was kept. */
bool tape_record_change(OpCall *call, Array *self, Array *old);

/* "AddBackward0", or NULL for a leaf. The text lives as long as the node. */
const char *tape_grad_fn(const Array *a);

/* The same with the namespace that torch's name() puts before its own classes:
   torch::autograd::CopySlices. */
enum { TAPE_NAME = 80 };
void tape_full_name(const char *grad_fn, char full[TAPE_NAME]);

/* Another name for what computed a (iteration is torch's unbind). */
void tape_name(Array *a, const char *grad_fn);

/* Keeps the gradient of a non-leaf in its grad too. */
void tape_retain_grad(Array *a);

/* Makes a a leaf that nobody follows. */
void tape_forget(Array *a);

/* A view of the same memory that nobody follows. */
Array *tape_detached(Array *a);

/* Replaces a's gradient (counted anew; NULL allowed). */
void tape_set_grad(Array *a, Array *grad);

#endif
