/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "grad/tape.h"

#include "base/err.h"
#include "base/mem.h"
#include "grad/node.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

bool tape_on = true;

bool tape_watch(Array *a, bool on) {
  if (on && !dtype_is_float((DType)a->dtype))
    return err_set(ERR_RuntimeError, "only Tensors of floating point dtype can "
                                     "require gradients");
  if (!on && a->node)
    return err_set(ERR_RuntimeError,
                   "you can only change requires_grad flags of leaf variables."
                   " If you want to use a computed variable in a subgraph that "
                   "doesn't require differentiation use var_no_grad = "
                   "var.detach().");
  a->requires_grad = on;
  array_followed |= on;
  return true;
}

Array *tape_detached(Array *a) {
  Array *view = array_view(a, a->ndim, a->shape, a->stride, a->data);
  if (view) {
    view->kind = a->kind;
    view->scalar = a->scalar;
  }
  return view;
}

void tape_forget(Array *a) {
  if (a->node)
    node_drop(a);
  a->node = NULL;
  a->requires_grad = false;
}

void tape_set_grad(Array *a, Array *grad) {
  Array *old = a->grad;
  a->grad = array_ref(grad);
  array_unref(old);
}

const char *tape_grad_fn(const Array *a) {
  return a->node ? node_name(a->node) : NULL;
}

void tape_full_name(const char *grad_fn, char full[TAPE_NAME]) {
  size_t n = strlen(grad_fn);
  bool generated = n && isdigit((unsigned char)grad_fn[n - 1]);
  snprintf(full, TAPE_NAME, "%s%s", generated ? "" : "torch::autograd::",
           grad_fn);
}

void tape_name(Array *a, const char *grad_fn) {
  if (a->node)
    a->node->call.grad_fn = grad_fn;
}

void tape_retain_grad(Array *a) {
  if (a->node)
    a->node->keeper = a;
}

/* --- recording ----------------------------------------------------------- */

static bool any_followed(const OpCall *call) {
  int n = call->op->flags & OP_LIKE ? 1 : OP_MAX_ARGS;
  for (int i = 0; i < n; i++) {
    const Arg *arg = &call->arg[i];
    if (arg->tag == ARG_ARRAY && arg->array->requires_grad)
      return true;
    for (int k = 0; arg->tag == ARG_ARRAYS && k < arg->count; k++)
      if (arg->arrays[k]->requires_grad)
        return true;
  }
  return false;
}

static bool no_gradient(const OpCall *call) {
  if (call->op->flags & OP_CONSTANT)
    return true;
  return err_set(ERR_Unsupported,
                 "xent does not support gradients through '%s'", call->name) ||
         err_hint("with torch.no_grad(): or .detach() if none is needed");
}

/* contiguous() and the like may give their argument back. */
static bool nothing_new(const OpCall *call) {
  return call->arg[0].tag == ARG_ARRAY && call->arg[0].array == call->out;
}

static bool attach(TapeNode *node, Array *a) {
  if (!node)
    return false;
  TapeNode *old = a->node;
  array_drop_node = node_drop;
  a->node = node;
  a->requires_grad = true;
  node_unref(old);
  return true;
}

/* The node keeps the values of the result, and the result the node: so the
   result becomes a view of the values. */
static bool record_with_values(OpCall *call) {
  Array *values = call->out, *view = tape_detached(values);
  if (!view)
    return false;
  view->whole = true;
  call->out = view;
  bool ok = attach(node_new(call, (NodeKeep){.out = values}), view);
  array_unref(values);
  return ok;
}

bool tape_record_call(OpCall *call) {
  if (call->op->flags & OP_IN_PLACE || nothing_new(call) || !any_followed(call))
    return true;
  if (!dtype_is_float(call->out->dtype))
    return true;
  if (!call->op->backward)
    return no_gradient(call);
  if (!(node_saves(call) & NODE_OUT))
    return attach(node_new(call, (NodeKeep){0}), call->out);
  return record_with_values(call);
}

/* --- changes in place ---------------------------------------------------- */

bool tape_refuse_leaf(bool view) {
  return err_set(ERR_RuntimeError,
                 "%s leaf Variable that requires grad is being used in an "
                 "in-place operation.",
                 view ? "a view of a" : "a");
}

bool tape_may_change(const Array *self, bool follows) {
  if (!tape_on || !(self->requires_grad || follows))
    return true;
  if (self->requires_grad && !self->node)
    return tape_refuse_leaf(false);
  const Array *base = self->base;
  if (!base || self->whole)
    return true;
  if (self->requires_grad && base->requires_grad && !base->node)
    return tape_refuse_leaf(true);
  return err_set(ERR_Unsupported, "xent does not support changing a view of a "
                                  "tensor in place while gradients are "
                                  "recorded") ||
         err_hint("make a new tensor: y = y + ..., or clone() it first");
}

bool tape_keep(const OpCall *call, Array *self, Array **old) {
  uint32_t bits = node_saves(call);
  *old = NULL;
  for (int i = 0; i < OP_MAX_ARGS; i++)
    if (!*old && bits & 1u << i && call->arg[i].tag == ARG_ARRAY &&
        call->arg[i].array == self) {
      *old = array_copy(self);
      return *old != NULL;
    }
  return true;
}

bool tape_record_change(OpCall *call, Array *self, Array *old) {
  bool reads = node_saves(call) & NODE_OUT;
  Array *values = reads ? array_copy(self) : NULL;
  if (reads && !values)
    return false;
  NodeKeep keep = {.out = values, .self = self, .old = old};
  bool ok = attach(node_new(call, keep), self);
  array_unref(values);
  Array *owner = self->base ? self->base : self;
  return ok && (!owner->kept || node_let_go(self->node, owner));
}
