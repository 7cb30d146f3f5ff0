/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A generator is an iterator whose state holds all that its frame needs:
   the closure (its tree, node and captured cells), the depth of the innermost
   open loop, one iterator per loop, and the local variables. */
#include "lang/generator.h"

#include "base/mem.h"
#include "base/stop.h"
#include "lang/exec.h"
#include "lang/function.h"
#include "lang/iter.h"
#include "lang/resolve.h"

#include <string.h>

enum { CLOSURE, DEPTH, LOOPS };
enum { RUNNING = -1 };

static Node *node_of(const Value *state) {
  return (Node *)((Function *)state[CLOSURE].ref)->node;
}

static void finish(Value *state, int n) {
  for (int i = 0; i < n; i++)
    value_put(&state[i], i == DEPTH ? value_int(0) : value_absent());
}

/* True: item fits the conditions; false with an error pending if it failed. */
static bool fits(Frame *f, const CompFor *level, Value item) {
  if (STOP_ASKED() || !exec_assign(f, level->target, item))
    return false;
  for (int32_t i = 0; i < level->n_conds; i++)
    if (eval_truth(f, level->conds[i]) <= 0)
      return false;
  return true;
}

static bool open_loop(Frame *f, const CompFor *level, Value *iter) {
  Value iterable = eval_node(f, level->iter);
  if (value_ok(iterable))
    value_put(iter, value_iter(iterable));
  value_unref(iterable);
  return value_ok(*iter);
}

/* Runs until the innermost loop has an item: true; false at the end, or with
   an error pending. */
static bool advance(Frame *f, const Node *n, Value *iters, int64_t *depth) {
  while (*depth >= 0) {
    const CompFor *level = &n->comprehension.loops[*depth];
    Value item = value_next(iters[*depth]);
    bool more = value_ok(item);
    bool fit = more && fits(f, level, item);
    value_unref(item);
    if (err_pending())
      return err_at(f->tree->source, level->iter->span);
    if (!more)
      value_put(&iters[(*depth)--], value_absent());
    else if (fit && *depth + 1 == n->comprehension.n)
      return true;
    else if (fit && !open_loop(f, level + 1, &iters[++*depth]))
      return false;
  }
  return false;
}

static Value resume(Frame *f, Value *state) {
  Node *n = node_of(state);
  int64_t depth = state[DEPTH].i;
  state[DEPTH].i = RUNNING;
  Value v = value_absent();
  if (advance(f, n, state + LOOPS, &depth))
    v = eval_node(f, n->comprehension.element);
  state[DEPTH].i = depth;
  return v;
}

/* The variables live in the state between two items, on the value stack
   meanwhile. */
static Value next(Value *state, int n) {
  if (!value_ok(state[CLOSURE]))
    return value_absent();
  if (state[DEPTH].i == RUNNING) {
    err_set(ERR_ValueError, "generator already executing");
    return value_error();
  }
  Function *fn = (Function *)state[CLOSURE].ref;
  int32_t first = LOOPS + fn->node->comprehension.n;
  size_t size = (size_t)(n - first) * sizeof *state;
  Frame f;
  if (!eval_enter(&f, NULL, fn->tree, n - first))
    return value_error();
  f.function = fn;
  memcpy(f.locals, state + first, size);
  memset(state + first, 0, size);
  Value v = resume(&f, state);
  memcpy(state + first, f.locals, size);
  memset(f.locals, 0, size);
  eval_leave(&f);
  if (!value_ok(v))
    finish(state, n);
  return v;
}

static bool start(Frame *f, Node *n, Value *state) {
  const Scope *s = n->comprehension.scope;
  state[CLOSURE] = function_closure(f, n, s);
  state[DEPTH] = value_int(0);
  return value_ok(state[CLOSURE]) &&
         open_loop(f, n->comprehension.loops, &state[LOOPS]) &&
         function_make_cells(s, state + LOOPS + n->comprehension.n);
}

Value generator_node(Frame *f, Node *n) {
  if (!eval_resolved(f, n, &n->comprehension.scope))
    return value_error();
  int count = LOOPS + n->comprehension.n + n->comprehension.scope->n_slots;
  Value *state = mem_zeroed((size_t)count, sizeof *state);
  if (!state)
    return value_error();
  Value v = value_error();
  if (start(f, n, state))
    v = iter_new("generator", next, state, count);
  for (int i = 0; i < count; i++)
    value_unref(state[i]);
  mem_free(state);
  return v;
}
