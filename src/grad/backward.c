/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "grad/backward.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/stop.h"
#include "grad/node.h"
#include "ops/calc.h"

/* Nodes whose gradient is complete wait in a heap, the youngest on top. */
typedef struct Pass {
  TapeNode **items;
  size_t n, cap;
  bool retain;
  Array *const *of; /* whose gradients are wanted; NULL: every leaf's grad */
  int n_of;
  Array **out;
} Pass;

static bool push(Pass *p, TapeNode *node) {
  if (!mem_grow((void **)&p->items, &p->cap, p->n + 1, sizeof *p->items))
    return false;
  size_t i = p->n++;
  while (i && p->items[(i - 1) / 2]->order < node->order) {
    p->items[i] = p->items[(i - 1) / 2];
    i = (i - 1) / 2;
  }
  p->items[i] = node;
  return true;
}

static TapeNode *pop(Pass *p) {
  TapeNode *top = p->items[0], *last = p->items[--p->n];
  size_t i = 0;
  for (size_t k; (k = 2 * i + 1) < p->n; i = k) {
    if (k + 1 < p->n && p->items[k + 1]->order > p->items[k]->order)
      k++;
    if (p->items[k]->order < last->order)
      break;
    p->items[i] = p->items[k];
  }
  p->items[i] = last;
  return top;
}

/* Counts for every node below root how many gradients it will get. */
static bool count_below(Pass *p, TapeNode *root) {
  static uint64_t passes;
  uint64_t pass = ++passes;
  root->pass = pass;
  root->waiting = 0;
  if (!push(p, root))
    return false;
  while (p->n) {
    TapeNode *node = p->items[--p->n]; /* any order will do */
    for (int i = 0; i < node->n_edges; i++) {
      TapeNode *below = node->edges[i].node;
      if (below && below->pass != pass) {
        below->pass = pass;
        below->waiting = 0;
        array_unref(below->dout);
        below->dout = NULL;
        if (!push(p, below))
          return false;
      }
      if (below)
        below->waiting++;
    }
  }
  return true;
}

/* *sum += g, which is consumed. */
static bool add_to(Array **sum, Array *g) {
  *sum = *sum ? calc_add(*sum, g) : g;
  return *sum != NULL;
}

/* A gradient that nobody else holds, in row order. Consumes g. */
static Array *own(Array *g) {
  if (g->ref.count == 1 && !g->base && array_is_contiguous(g))
    return g;
  Array *copy = array_copy(g);
  array_unref(g);
  return copy;
}

/* Consumes g. */
static bool add_to_grad(Array *leaf, Array *g) {
  if (leaf->grad) {
    bool stepped = leaf->grad->kind.use != KIND_FRESH;
    bool ok =
        elementwise_in_place(BINARY_ADD, leaf->grad, elementwise_operand(g));
    leaf->grad->kind.use = stepped ? KIND_SUMMED : KIND_FRESH;
    array_unref(g);
    return ok;
  }
  leaf->grad = own(g);
  return leaf->grad != NULL;
}

/* A leaf, or a node's array, got g (consumed). */
static bool arrive(Pass *p, Array *leaf, Array *g) {
  g->family = leaf->family;
  g->scalar = leaf->scalar;
  if (!p->of)
    return add_to_grad(leaf, g);
  for (int i = 0; i < p->n_of; i++)
    if (p->of[i] == leaf && !add_to(&p->out[i], array_ref(g))) {
      array_unref(g);
      return false;
    }
  array_unref(g);
  return true;
}

/* Who asked for the gradient of what this node computed. */
static bool tell(Pass *p, TapeNode *node) {
  for (int i = 0; i < p->n_of; i++)
    if (p->of[i]->node == node && !p->out[i])
      p->out[i] = array_ref(node->dout);
  if (p->of || !node->keeper)
    return true;
  return add_to_grad(node->keeper, array_ref(node->dout));
}

/* The gradient for one edge in the dtype of its argument. */
static Array *gradient(const TapeNode *node, const Edge *e) {
  const Arg *first = &node->call.arg[0];
  const Array *like = first->tag == ARG_ARRAYS ? first->arrays[e->wrt]
                                               : node->call.arg[e->wrt].array;
  Array *g = node->call.op->backward(&node->call, e->wrt, node->dout);
  if (g && g->dtype != like->dtype) {
    Array *same = array_as(g, (DType)like->dtype);
    array_unref(g);
    g = same;
  }
  return g;
}

static bool follow(Pass *p, TapeNode *node, const Edge *e) {
  Array *g = gradient(node, e);
  if (!g)
    return false;
  g->kind = (Kind){0};
  if (e->leaf)
    return arrive(p, e->leaf, g);
  TapeNode *below = e->node;
  return add_to(&below->dout, g) && (--below->waiting || push(p, below));
}

static bool run(Pass *p, TapeNode *node) {
  bool ok = tell(p, node) && node_ready(node) && !STOP_ASKED();
  for (int i = 0; ok && i < node->n_edges; i++)
    ok = follow(p, node, &node->edges[i]);
  array_unref(node->dout);
  node->dout = NULL;
  if (ok && !p->retain)
    node_release(node);
  return ok;
}

static bool walk(Pass *p, Array *root, Array *seed) {
  if (!root->node)
    return arrive(p, root, seed);
  bool ok = count_below(p, root->node) && push(p, root->node);
  root->node->dout = seed;
  root->node->refs++; /* what follows may drop the root's own */
  while (ok && p->n)
    ok = run(p, pop(p));
  node_unref(root->node);
  return ok;
}

/* --- what begins it ------------------------------------------------------ */

static Array *ones(const Array *root) {
  if (root->size != 1)
    return err_null(ERR_RuntimeError,
                    "grad can be implicitly created only for scalar outputs");
  Array *seed = array_new((Family)root->family, (DType)root->dtype, root->ndim,
                          root->shape);
  if (seed)
    array_put(seed, 0, 1);
  return seed;
}

static bool wrong_shape(const Array *g, const Array *root) {
  Buf a = BUF_EMPTY, b = BUF_EMPTY;
  array_size_text(&a, g->ndim, g->shape);
  array_size_text(&b, root->ndim, root->shape);
  err_set(ERR_RuntimeError,
          "Mismatch in shape: grad_output[0] has a shape of torch.Size(%s) and "
          "output[0] has a shape of torch.Size(%s).",
          buf_text(&a), buf_text(&b));
  buf_free(&a);
  buf_free(&b);
  return false;
}

static Array *seed_of(const Array *root, Array *gradient) {
  if (!root->requires_grad)
    return err_null(ERR_RuntimeError,
                    "element 0 of tensors does not require grad and does not "
                    "have a grad_fn");
  if (!gradient)
    return ones(root);
  if (!array_same_shape(gradient, root) && !wrong_shape(gradient, root))
    return NULL;
  return array_as(gradient, (DType)root->dtype);
}

bool backward_may_begin(const Array *root, Array *gradient) {
  Array *seed = seed_of(root, gradient);
  array_unref(seed);
  return seed != NULL;
}

static bool begin(Pass *p, Array *root, Array *gradient) {
  Array *seed = seed_of(root, gradient);
  bool ok = seed && walk(p, root, seed);
  mem_free(p->items);
  return ok;
}

bool backward_run(Array *root, Array *gradient, bool retain) {
  Pass p = {.retain = retain};
  return begin(&p, root, gradient);
}

bool backward_gradients(Array *root, Array *gradient, bool retain,
                        Array *const *of, int n, Array **out) {
  for (int i = 0; i < n; i++)
    out[i] = NULL;
  Pass p = {.retain = retain, .of = of, .n_of = n, .out = out};
  if (begin(&p, root, gradient))
    return true;
  for (int i = 0; i < n; i++) {
    array_unref(out[i]);
    out[i] = NULL;
  }
  return false;
}
