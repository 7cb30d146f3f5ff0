/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/trace.h"

#include "base/mem.h"
#include "lang/arrayfrom.h"
#include "lang/exec.h"
#include "lang/function.h"
#include "teach/torchline.h"

/* The recording in progress. */
typedef struct Recorder {
  Trace *trace;
  const Node *root;
  int base; /* interp.depth outside */
  /* what the row of the call that is about to get its value told */
  const Node *row_node;
  const Op *op;
  Derivation derived;
  char *torch;
} Recorder;

/* --- what is worth a line ------------------------------------------------ */

static bool all_literal(const Node *n) {
  for (int32_t i = 0; i < n->list.n; i++)
    if (!trace_is_literal(n->list.items[i]))
      return false;
  return true;
}

bool trace_is_literal(const Node *n) {
  switch ((NodeType)n->type) {
  case NODE_NONE:
  case NODE_BOOL:
  case NODE_INT:
  case NODE_FLOAT:
  case NODE_STR: return true;
  case NODE_UNARY: return n->op != AST_NOT && trace_is_literal(n->bin.left);
  case NODE_LIST:
  case NODE_TUPLE: return all_literal(n);
  default: return false;
  }
}

static bool shows_numbers(Value v) {
  switch (v.tag) {
  case VALUE_BOOL:
  case VALUE_INT:
  case VALUE_FLOAT: return true;
  case VALUE_REF: break;
  default: return false;
  }
  switch (v.ref->type) {
  case VALUE_TYPE_ARRAY:
  case VALUE_TYPE_STR:
  case VALUE_TYPE_LIST:
  case VALUE_TYPE_TUPLE:
  case VALUE_TYPE_DICT:
  case VALUE_TYPE_SET:
  case VALUE_TYPE_RANGE: return true;
  default: return false;
  }
}

/* 2, "mean" and (2, 3) say themselves what they are. */
static bool is_trivial(const Node *n) {
  return n->type == NODE_SLICE || (trace_is_literal(n) && n->type != NODE_LIST);
}

/* --- keeping values ------------------------------------------------------ */

static void keep_text(TraceEvent *e, Value v) {
  Buf b = BUF_EMPTY;
  if (!value_repr(&b, v)) {
    err_clear();
    buf_clear(&b);
    buf_str(&b, value_type_name(v));
  }
  buf_add(&b, "", 0);
  e->text = buf_take(&b);
}

static void keep_value(TraceEvent *e, Value v) {
  Array *a = value_array(v);
  if (a)
    e->array = a->size <= TRACE_MAX_DERIVED ? array_copy(a) : array_ref(a);
  else if (value_is_number(v))
    e->array = arrayfrom_number(v, FAMILY_PLAIN);
  else if (arrayfrom_is_vector(v))
    e->array = arrayfrom_value(v, FAMILY_PLAIN, DT_COUNT);
  if (e->array)
    return;
  err_clear();
  keep_text(e, v);
}

/* --- the watcher --------------------------------------------------------- */

static void forget_row(Recorder *r) {
  derive_free(&r->derived);
  mem_free(r->torch);
  r->torch = NULL;
  r->row_node = NULL;
  r->op = NULL;
}

static bool is_small(const OpCall *call) {
  if (!call->out || call->out->size > TRACE_MAX_DERIVED)
    return false;
  for (int i = 0; i < OP_MAX_ARGS; i++)
    if (call->arg[i].tag == ARG_ARRAY &&
        call->arg[i].array->size > TRACE_MAX_DERIVED)
      return false;
  return true;
}

static void on_row(void *self, const Frame *f, const Node *n,
                   const OpCall *call) {
  Recorder *r = self;
  bool again = n && n == r->row_node; /* one call of a library, many rows */
  (void)f;
  forget_row(r);
  if (!n || r->trace->n >= TRACE_MAX_EVENTS)
    return;
  r->row_node = n;
  if (again)
    return;
  r->op = call->op;
  if (!is_small(call))
    return;
  r->derived.digits = interp.digits;
  if (call->op->derive && !call->op->derive(call, &r->derived)) {
    derive_free(&r->derived);
    err_clear();
  }
  r->torch = torchline_of(call);
}

/* Room for one event; the expression itself always finds some. */
static TraceEvent *new_event(Recorder *r, const Node *n) {
  Trace *t = r->trace;
  if (t->n >= TRACE_MAX_EVENTS && n != r->root) {
    t->left_out++;
    return NULL;
  }
  if (!mem_grow((void **)&t->events, &t->cap, t->n + 1, sizeof *t->events)) {
    t->failed = true;
    return NULL;
  }
  t->events[t->n] = (TraceEvent){.node = n};
  return &t->events[t->n++];
}

static void take_row(Recorder *r, TraceEvent *e) {
  e->op = r->op;
  e->derived = r->derived;
  e->torch = r->torch;
  r->derived = (Derivation){0};
  r->torch = NULL;
}

static void on_value(void *self, const Frame *f, const Node *n, Value v) {
  Recorder *r = self;
  bool is_root = n == r->root && interp.depth == r->base;
  if (!is_root && (!shows_numbers(v) || is_trivial(n)))
    return;
  TraceEvent *e = new_event(r, is_root ? r->root : n);
  if (!e)
    return;
  e->tree = ast_ref(f->tree);
  e->def = f->function ? f->function->node : NULL;
  e->depth = interp.depth - r->base;
  e->value = value_ref(v);
  keep_value(e, v);
  if (r->row_node == n)
    take_row(r, e);
  forget_row(r);
}

bool trace_run(Tree *tree, Trace *out) {
  Recorder r = {
      .trace = out, .root = tree->body[0]->bin.left, .base = interp.depth};
  Watch watch = {.value = on_value, .row = on_row, .self = &r};
  Watch *before = interp.trace;
  interp.trace = &watch;
  Value v = exec_expression(tree);
  interp.trace = before;
  forget_row(&r);
  bool ok = value_ok(v) && !out->failed;
  value_unref(v);
  return ok;
}

void trace_free(Trace *t) {
  for (size_t i = 0; i < t->n; i++) {
    TraceEvent *e = &t->events[i];
    value_unref(e->value);
    array_unref(e->array);
    mem_free(e->text);
    mem_free(e->torch);
    derive_free(&e->derived);
    ast_unref(e->tree);
  }
  mem_free(t->events);
  *t = (Trace){0};
}

TraceEvent *trace_of_node(const Trace *t, const Node *n, size_t before) {
  for (size_t i = before; i-- > 0;)
    if (t->events[i].node == n)
      return &t->events[i];
  return NULL;
}
