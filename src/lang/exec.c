/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/exec.h"

#include "base/note.h"
#include "base/stop.h"
#include "grad/tape.h"
#include "lang/arith.h"
#include "lang/class.h"
#include "lang/dict.h"
#include "lang/eval.h"
#include "lang/execdef.h"
#include "lang/exectry.h"
#include "lang/function.h"
#include "lang/list.h"
#include "lang/resolve.h"
#include "lang/str.h"

#include <string.h>

/* --- binding ------------------------------------------------------------- */

/* Where a resolved local lives, or NULL for global and class names. */
static Value *local_place(Frame *f, int32_t slot, uint8_t scope) {
  switch (scope) {
  case SCOPE_LOCAL: return &f->locals[slot];
  case SCOPE_CELL: return &((Cell *)f->locals[slot].ref)->value;
  case SCOPE_FREE: return &f->function->cells[slot]->value;
  default: return NULL;
  }
}

static bool assign_name(Frame *f, const Node *n, Value v) {
  Value *place = local_place(f, n->name.slot, n->name.scope);
  if (place)
    return value_put(place, value_ref(v)), true;
  if (n->name.scope == SCOPE_CLASS && value_ok(f->class_body))
    return dict_put_text(f->class_body, n->name.sym->text, v);
  return f->tree->library ? interp_set_library(n->name.sym, v)
                          : interp_set_global(n->name.sym, v);
}

/* Definitions and imports bind names that are no nodes; they are rare, so the
   scope's list is searched. */
bool exec_bind(Frame *f, const Sym *name, Value v) {
  const Scope *s = f->function ? f->function->node->function.scope : NULL;
  if (value_ok(f->class_body))
    return dict_put_text(f->class_body, name->text, v);
  for (int32_t i = 0; s && i < s->n_names; i++)
    if (s->names[i].sym == name) {
      Value *place = local_place(f, s->names[i].slot, s->names[i].kind);
      if (place)
        return value_put(place, value_ref(v)), true;
    }
  const Sym *library = f->tree->library;
  return library ? interp_set_library(interp_library_name(library, name), v)
                 : interp_set_global(name, v);
}

static bool unpack_error(int32_t want, size_t have, bool exact) {
  if (have > (size_t)want)
    return err_set(ERR_ValueError, "too many values to unpack (expected %d)",
                   (int)want);
  return err_set(ERR_ValueError,
                 "not enough values to unpack (expected %s%d, got %zu)",
                 exact ? "" : "at least ", (int)want, have);
}

/* The index of the target with a star, or -1. */
static int32_t starred(const Node *target) {
  for (int32_t i = 0; i < target->list.n; i++)
    if (target->list.items[i]->type == NODE_STARRED)
      return i;
  return -1;
}

/* a, *b, c = items */
static bool unpack_items(Frame *f, Node *target, const Value *items, size_t n) {
  Node **targets = target->list.items;
  int32_t wanted = target->list.n, star = starred(target);
  if (star < 0 ? n != (size_t)wanted : n + 1 < (size_t)wanted)
    return unpack_error(star < 0 ? wanted : wanted - 1, n, star < 0);
  size_t at = 0;
  for (int32_t i = 0; i < wanted; i++) {
    if (i != star) {
      if (!exec_assign(f, targets[i], items[at++]))
        return false;
      continue;
    }
    size_t count = n + 1 - (size_t)wanted;
    Value rest = list_new(count);
    bool ok = value_ok(rest);
    for (size_t k = 0; k < count && ok; k++)
      ok = list_append(rest, items[at++]);
    ok = ok && exec_assign(f, targets[i]->bin.left, rest);
    value_unref(rest);
    if (!ok)
      return false;
  }
  return true;
}

static bool unpack(Frame *f, Node *target, Value v) {
  const Value *items;
  size_t n;
  if (tuple_of(v) && list_items(v, &items, &n))
    return unpack_items(f, target, items, n);
  bool exact = starred(target) < 0;
  Value all = value_first(v, exact ? (size_t)target->list.n + 1 : SIZE_MAX);
  if (!value_ok(all)) {
    if (err_now()->type == ERR_TypeError && v.tag != VALUE_REF)
      err_set(ERR_TypeError, "cannot unpack non-iterable %s object",
              value_type_name(v));
    return false;
  }
  list_items(all, &items, &n);
  bool ok = unpack_items(f, target, items, n);
  value_unref(all);
  return ok;
}

static bool assign_item(Frame *f, Node *target, Value v) {
  Value base = eval_node(f, target->bin.left);
  Value index =
      value_ok(base) ? eval_node(f, target->bin.right) : value_error();
  bool ok = value_ok(index) && value_set_item(base, index, v);
  value_unref(base);
  value_unref(index);
  return ok;
}

static bool assign_attribute(Frame *f, Node *target, Value v) {
  Value base = eval_node(f, target->attribute.value);
  bool ok = value_ok(base) && value_set_attr(base, target->attribute.name, v);
  value_unref(base);
  return ok;
}

bool exec_assign(Frame *f, Node *target, Value v) {
  bool ok;
  switch (target->type) {
  case NODE_NAME: ok = assign_name(f, target, v); break;
  case NODE_TUPLE:
  case NODE_LIST: ok = unpack(f, target, v); break;
  case NODE_SUBSCRIPT: ok = assign_item(f, target, v); break;
  case NODE_ATTRIBUTE: ok = assign_attribute(f, target, v); break;
  default: ok = err_set(ERR_SyntaxError, "cannot assign to expression");
  }
  return ok || err_at(f->tree->source, target->span);
}

static Flow flow_of(bool ok) {
  return ok ? FLOW_NEXT : FLOW_ERROR;
}

/* At the prompt the origin of a name is remembered, for diagnostics. */
static bool note_origin(Frame *f, const Node *n) {
  const Node *t = n->assign.targets[0];
  if (f->function || t->type != NODE_NAME || n->assign.n != 1)
    return true;
  return interp_set_origin(t->name.sym, f->tree->source, n->span);
}

static Flow assign(Frame *f, Node *n) {
  Value v = eval_node(f, n->assign.value);
  if (!value_ok(v))
    return FLOW_ERROR;
  bool ok = true;
  for (int32_t i = 0; i < n->assign.n && ok; i++)
    ok = exec_assign(f, n->assign.targets[i], v);
  value_unref(v);
  return flow_of(ok && note_origin(f, n));
}

static Flow annotate(Frame *f, Node *n) {
  return n->assign.value ? assign(f, n) : FLOW_NEXT;
}

/* --- augmented assignment ------------------------------------------------ */

static Value augmented(Frame *f, Node *n, Value old) {
  Value x = eval_node(f, n->bin.right);
  if (!value_ok(x))
    return x;
  eval_place(f, n);
  /* x[i] += y: the item is put back anyhow, and a view that gradients follow
     may not change */
  bool item = n->bin.left->type == NODE_SUBSCRIPT && value_array(old) &&
              (tape_follows(value_array(old)) || tape_follows(value_array(x)));
  Value v = item ? arith_binary(n->op, old, x, f->tree->prompt)
                 : arith_augment(n->op, old, x, f->tree->prompt);
  value_unref(x);
  return v;
}

static Flow augment_name(Frame *f, Node *n) {
  Value old = value_ref(eval_name(f, n->bin.left));
  Value v = value_ok(old) ? augmented(f, n, old) : value_error();
  value_unref(old);
  bool ok = value_ok(v) && exec_assign(f, n->bin.left, v);
  value_unref(v);
  return flow_of(ok);
}

static Flow augment_item(Frame *f, Node *n) {
  Node *t = n->bin.left;
  Value base = eval_node(f, t->bin.left);
  Value index = value_ok(base) ? eval_node(f, t->bin.right) : value_error();
  Value old = value_ok(index) ? value_get_item(base, index) : value_error();
  Value v = value_ok(old) ? augmented(f, n, old) : value_error();
  bool ok = value_ok(v) && value_set_item(base, index, v);
  value_unref(v);
  value_unref(old);
  value_unref(index);
  value_unref(base);
  return flow_of(ok);
}

static Flow augment_attribute(Frame *f, Node *n) {
  Node *t = n->bin.left;
  Value base = eval_node(f, t->attribute.value);
  Value old =
      value_ok(base) ? value_get_attr(base, t->attribute.name) : value_error();
  Value v = value_ok(old) ? augmented(f, n, old) : value_error();
  bool ok = value_ok(v) && value_set_attr(base, t->attribute.name, v);
  value_unref(v);
  value_unref(old);
  value_unref(base);
  return flow_of(ok);
}

static Flow augment(Frame *f, Node *n) {
  switch (n->bin.left->type) {
  case NODE_NAME: return augment_name(f, n);
  case NODE_SUBSCRIPT: return augment_item(f, n);
  default: return augment_attribute(f, n);
  }
}

/* --- del ----------------------------------------------------------------- */

static bool delete_name(Frame *f, const Node *n) {
  if (!value_ok(eval_name(f, n)))
    return false;
  Value *place = local_place(f, n->name.slot, n->name.scope);
  if (place)
    return value_put(place, value_absent()), true;
  if (n->name.scope == SCOPE_CLASS && value_ok(f->class_body)) {
    Value key = str_of_sym(n->name.sym);
    int found = value_ok(key) ? dict_remove(f->class_body, key) : -1;
    value_unref(key);
    return found >= 0;
  }
  return interp_del_global(n->name.sym) ||
         err_set(ERR_NameError, "name '%s' is not defined", n->name.sym->text);
}

static bool delete_item(Frame *f, Node *t) {
  Value base = eval_node(f, t->bin.left);
  Value index = value_ok(base) ? eval_node(f, t->bin.right) : value_error();
  bool ok = value_ok(index) && value_del_item(base, index);
  value_unref(base);
  value_unref(index);
  return ok;
}

bool exec_delete(Frame *f, Node *t) {
  if (t->type == NODE_NAME)
    return delete_name(f, t);
  if (t->type == NODE_SUBSCRIPT)
    return delete_item(f, t);
  if (t->type == NODE_ATTRIBUTE) {
    Value base = eval_node(f, t->attribute.value);
    bool ok = value_ok(base) && value_del_attr(base, t->attribute.name);
    value_unref(base);
    return ok;
  }
  for (int32_t i = 0; i < t->list.n; i++)
    if (!exec_delete(f, t->list.items[i]))
      return false;
  return true;
}

/* --- loops and branches -------------------------------------------------- */

static Flow branch(Frame *f, Node *n) {
  int t = eval_truth(f, n->branch.test);
  if (t < 0)
    return FLOW_ERROR;
  return t ? exec_body(f, n->branch.body, n->branch.n)
           : exec_body(f, n->branch.orelse, n->branch.n_else);
}

static Flow while_loop(Frame *f, Node *n) {
  for (;;) {
    if (STOP_ASKED())
      return FLOW_ERROR;
    int t = eval_truth(f, n->branch.test);
    if (t < 0)
      return FLOW_ERROR;
    if (!t)
      return exec_body(f, n->branch.orelse, n->branch.n_else);
    Flow flow = exec_body(f, n->branch.body, n->branch.n);
    if (flow == FLOW_BREAK)
      return FLOW_NEXT;
    if (flow >= FLOW_RETURN)
      return flow;
  }
}

static Flow for_rounds(Frame *f, Node *n, Value iter) {
  for (;;) {
    if (STOP_ASKED())
      return FLOW_ERROR;
    Value item = value_next(iter);
    if (!value_ok(item))
      return err_pending() ? FLOW_ERROR
                           : exec_body(f, n->loop.orelse, n->loop.n_else);
    bool ok = exec_assign(f, n->loop.target, item);
    value_unref(item);
    if (!ok)
      return FLOW_ERROR;
    Flow flow = exec_body(f, n->loop.body, n->loop.n);
    if (flow == FLOW_BREAK)
      return FLOW_NEXT;
    if (flow >= FLOW_RETURN)
      return flow;
  }
}

static Flow for_loop(Frame *f, Node *n) {
  Value iterable = eval_node(f, n->loop.iter);
  Value iter = value_ok(iterable) ? value_iter(iterable) : value_error();
  value_unref(iterable);
  if (!value_ok(iter)) {
    err_at(f->tree->source, n->loop.iter->span);
    return FLOW_ERROR;
  }
  Flow flow = for_rounds(f, n, iter);
  value_unref(iter);
  return flow;
}

/* --- small statements ---------------------------------------------------- */

static Flow expression(Frame *f, Node *n) {
  Value v = eval_node(f, n->bin.left);
  value_unref(v);
  return flow_of(value_ok(v));
}

static Flow return_value(Frame *f, Node *n) {
  Value v = n->bin.left ? eval_node(f, n->bin.left) : value_none();
  if (!value_ok(v))
    return FLOW_ERROR;
  value_put(&f->result, v);
  return FLOW_RETURN;
}

static Flow assertion(Frame *f, Node *n) {
  int t = eval_truth(f, n->bin.left);
  if (t > 0)
    return FLOW_NEXT;
  if (t < 0)
    return FLOW_ERROR;
  Buf text = BUF_EMPTY;
  if (n->bin.right) {
    Value v = eval_node(f, n->bin.right);
    bool ok = value_ok(v) && value_str(&text, v);
    value_unref(v);
    if (!ok) {
      buf_free(&text);
      return FLOW_ERROR;
    }
  }
  err_set(ERR_AssertionError, "%s", buf_text(&text));
  buf_free(&text);
  return FLOW_ERROR;
}

static Flow delete_all(Frame *f, Node *n) {
  for (int32_t i = 0; i < n->list.n; i++)
    if (!exec_delete(f, n->list.items[i]))
      return FLOW_ERROR;
  return FLOW_NEXT;
}

static Flow statement(Frame *f, Node *n) {
  switch ((NodeType)n->type) {
  case NODE_EXPR_STMT: return expression(f, n);
  case NODE_ASSIGN: return assign(f, n);
  case NODE_AUGMENT: return augment(f, n);
  case NODE_ANNOTATE: return annotate(f, n);
  case NODE_RETURN: return return_value(f, n);
  case NODE_PASS:
  case NODE_GLOBAL:
  case NODE_NONLOCAL: return FLOW_NEXT;
  case NODE_BREAK: return FLOW_BREAK;
  case NODE_CONTINUE: return FLOW_CONTINUE;
  case NODE_DEL: return delete_all(f, n);
  case NODE_ASSERT: return assertion(f, n);
  case NODE_RAISE: return flow_of(exectry_raise(f, n));
  case NODE_IMPORT:
  case NODE_FROM: return flow_of(execdef_import(f, n));
  case NODE_IF: return branch(f, n);
  case NODE_WHILE: return while_loop(f, n);
  case NODE_FOR: return for_loop(f, n);
  case NODE_TRY: return exectry_try(f, n);
  case NODE_WITH: return exectry_with(f, n);
  case NODE_DEF: return flow_of(execdef_function(f, n));
  case NODE_CLASS: return flow_of(execdef_class(f, n));
  default: err_set(ERR_SyntaxError, "invalid syntax"); return FLOW_ERROR;
  }
}

Flow exec_body(Frame *f, Node *const *body, int32_t n) {
  for (int32_t i = 0; i < n; i++) {
    Flow flow = statement(f, body[i]);
    if (flow == FLOW_NEXT)
      continue;
    if (flow == FLOW_ERROR)
      err_at(f->tree->source, body[i]->span);
    return flow;
  }
  return FLOW_NEXT;
}

/* --- trees --------------------------------------------------------------- */

static bool top_statement(Frame *f, Node *n, ExecEcho echo, void *self) {
  if (!echo || n->type != NODE_EXPR_STMT)
    return exec_body(f, &n, 1) != FLOW_ERROR &&
           (!echo || echo(self, n, value_absent()));
  Value v = eval_node(f, n->bin.left);
  bool ok = value_ok(v) && echo(self, n, v);
  value_unref(v);
  return ok || err_at(f->tree->source, n->span);
}

bool exec_tree(Tree *tree, ExecEcho echo, void *self) {
  Frame f;
  if (!eval_enter(&f, NULL, tree, 0))
    return false;
  bool ok = true;
  for (int32_t i = 0; i < tree->n && ok; i++)
    ok = top_statement(&f, tree->body[i], echo, self);
  eval_leave(&f);
  note_place = (NotePlace){0};
  return ok;
}

Value exec_expression(Tree *tree) {
  Frame f;
  if (!eval_enter(&f, NULL, tree, 0))
    return value_error();
  Value v = eval_node(&f, tree->body[0]->bin.left);
  eval_leave(&f);
  note_place = (NotePlace){0};
  return v;
}
