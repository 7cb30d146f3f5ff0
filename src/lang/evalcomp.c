/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/evalcomp.h"

#include "base/stop.h"
#include "lang/dict.h"
#include "lang/exec.h"
#include "lang/function.h"
#include "lang/list.h"
#include "lang/resolve.h"

typedef struct Comp {
  Frame *f;
  Node *n;
  Value result;
} Comp;

static bool loop(Comp *c, int32_t depth, Value iterable);

static bool add_pair(Comp *c) {
  Value k = eval_node(c->f, c->n->comprehension.element);
  Value v =
      value_ok(k) ? eval_node(c->f, c->n->comprehension.value) : value_error();
  bool ok = value_ok(v) && dict_put(c->result, k, v);
  value_unref(k);
  value_unref(v);
  return ok;
}

static bool add_element(Comp *c) {
  if (c->n->type == NODE_DICTCOMP)
    return add_pair(c);
  Value v = eval_node(c->f, c->n->comprehension.element);
  if (c->n->type != NODE_SETCOMP)
    return list_take(c->result, v);
  bool ok = value_ok(v) && dict_put(c->result, v, value_none());
  value_unref(v);
  return ok;
}

static bool next_level(Comp *c, int32_t depth) {
  if (depth == c->n->comprehension.n)
    return add_element(c);
  Value iterable = eval_node(c->f, c->n->comprehension.loops[depth].iter);
  bool ok = value_ok(iterable) && loop(c, depth, iterable);
  value_unref(iterable);
  return ok;
}

static bool one_round(Comp *c, int32_t depth, Value item) {
  CompFor *level = &c->n->comprehension.loops[depth];
  if (STOP_ASKED() || !exec_assign(c->f, level->target, item))
    return false;
  for (int32_t i = 0; i < level->n_conds; i++) {
    int t = eval_truth(c->f, level->conds[i]);
    if (t <= 0)
      return t == 0;
  }
  return next_level(c, depth + 1);
}

static bool loop(Comp *c, int32_t depth, Value iterable) {
  Value iter = value_iter(iterable);
  bool ok = value_ok(iter);
  while (ok) {
    Value item = value_next(iter);
    if (!value_ok(item)) {
      ok = !err_pending();
      break;
    }
    ok = one_round(c, depth, item);
    value_unref(item);
  }
  value_unref(iter);
  if (!ok)
    err_at(c->f->tree->source, c->n->comprehension.loops[depth].iter->span);
  return ok;
}

/* Variables that an inner lambda captures live in cells, new ones each time
   the comprehension runs. */
static bool make_cells(Frame *f, const Scope *s) {
  for (int32_t i = 0; i < s->n_names; i++)
    if (s->names[i].kind == SCOPE_CELL) {
      Value cell = function_cell_new(value_absent());
      if (!value_ok(cell))
        return false;
      value_put(&f->locals[s->names[i].slot], cell);
    }
  return true;
}

static Value new_result(const Node *n) {
  return n->type == NODE_SETCOMP    ? dict_new_set()
         : n->type == NODE_DICTCOMP ? dict_new()
                                    : list_new(0);
}

static Value run(Frame *f, Node *n, Value first) {
  Comp c = {f, n, new_result(n)};
  if (!value_ok(c.result) || !make_cells(f, n->comprehension.scope) ||
      !loop(&c, 0, first)) {
    value_unref(c.result);
    return value_error();
  }
  return c.result;
}

Value evalcomp_node(Frame *f, Node *n) {
  if (!eval_resolved(f, n, &n->comprehension.scope))
    return value_error();
  Value first = eval_node(f, n->comprehension.loops[0].iter);
  if (!value_ok(first))
    return first;
  const Scope *s = n->comprehension.scope;
  Value v = value_error();
  Frame inner;
  if (s->parent) {
    v = run(f, n, first);
  } else if (eval_enter(&inner, f, f->tree, s->n_slots)) {
    inner.class_body = f->class_body;
    v = run(&inner, n, first);
    eval_leave(&inner);
  }
  value_unref(first);
  return v;
}
