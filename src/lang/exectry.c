/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/exectry.h"

#include "lang/eval.h"
#include "lang/exception.h"
#include "lang/instance.h"
#include "lang/tuple.h"

/* The exception that the innermost except clause is handling, for a bare
   `raise`. */
static Value handled;

bool exectry_raise(Frame *f, Node *n) {
  if (!n->bin.left) {
    if (!value_ok(handled))
      return err_set(ERR_RuntimeError, "No active exception to reraise");
    return exception_raise(handled);
  }
  Value v = eval_node(f, n->bin.left);
  if (!value_ok(v))
    return false;
  if (n->bin.right) {
    Value cause = eval_node(f, n->bin.right);
    value_unref(cause);
    if (!value_ok(cause)) {
      value_unref(v);
      return false;
    }
  }
  exception_raise(v);
  value_unref(v);
  return err_at(f->tree->source, n->span);
}

/* 1: the exception is of this type (a class or a tuple of classes). */
static int matches(Value exception, Value type) {
  Tuple *several = tuple_of(type);
  for (size_t i = 0; several && i < several->n; i++) {
    int m = matches(exception, several->items[i]);
    if (m)
      return m;
  }
  if (several)
    return 0;
  if (!class_of(type) || !class_of(type)->exception) {
    err_set(ERR_TypeError, "catching classes that do not inherit from "
                           "BaseException is not allowed");
    return -1;
  }
  return class_derives(instance_of(exception)->type, class_of(type));
}

static int handler_matches(Frame *f, const Handler *h, Value exception) {
  if (!h->type)
    return 1;
  Value type = eval_node(f, h->type);
  int m = value_ok(type) ? matches(exception, type) : -1;
  value_unref(type);
  return m;
}

static Node name_node(const Handler *h) {
  return (Node){
      .type = NODE_NAME, .span = h->span, .name = {h->name, h->slot, h->scope}};
}

/* `as e` ends with the handler, also when that deleted or bound it itself. */
static bool forget_name(Frame *f, Node *target) {
  Err pending = err_take();
  bool ok = exec_assign(f, target, value_none()) && exec_delete(f, target);
  if (ok)
    err_restore(&pending);
  else
    err_free(&pending);
  return ok;
}

static Flow run_handler(Frame *f, const Handler *h, Value exception) {
  Node target = name_node(h);
  if (h->name && !exec_assign(f, &target, exception))
    return FLOW_ERROR;
  Value around = handled;
  handled = exception;
  Flow flow = exec_body(f, h->body, h->n);
  handled = around;
  return h->name && !forget_name(f, &target) ? FLOW_ERROR : flow;
}

/* What no except clause may swallow: what xent refuses. */
static bool catchable(void) {
  return err_now()->type != ERR_Unsupported;
}

static Flow handle(Frame *f, Node *n) {
  Value exception = exception_catch();
  if (!value_ok(exception))
    return FLOW_ERROR;
  for (int32_t i = 0; i < n->try_.n_handlers; i++) {
    const Handler *h = &n->try_.handlers[i];
    int m = handler_matches(f, h, exception);
    Flow flow = m > 0 ? run_handler(f, h, exception) : FLOW_ERROR;
    if (m) {
      value_unref(exception);
      return flow;
    }
  }
  exception_raise(exception);
  value_unref(exception);
  return FLOW_ERROR;
}

static Flow try_part(Frame *f, Node *n) {
  Flow flow = exec_body(f, n->try_.body, n->try_.n);
  if (flow == FLOW_NEXT)
    return exec_body(f, n->try_.orelse, n->try_.n_else);
  if (flow != FLOW_ERROR || !catchable() || !n->try_.n_handlers)
    return flow;
  return handle(f, n);
}

Flow exectry_try(Frame *f, Node *n) {
  Flow flow = try_part(f, n);
  if (!n->try_.n_finally)
    return flow;
  Err pending = err_take();
  Value result = f->result;
  f->result = value_absent();
  Flow last = exec_body(f, n->try_.finally, n->try_.n_finally);
  if (last != FLOW_NEXT) {
    err_free(&pending);
    value_unref(result);
    return last;
  }
  err_restore(&pending);
  value_put(&f->result, result);
  return flow;
}

/* --- with ---------------------------------------------------------------- */

static Value call_method(Value v, const char *name, const Value *args, int n) {
  const Sym *sym = sym_lit(name);
  Value method = sym ? value_find_attr(v, sym) : value_error();
  if (!value_ok(method)) {
    if (!err_pending())
      err_set(ERR_TypeError,
              "'%s' object does not support the context manager protocol",
              value_type_name(v));
    return value_error();
  }
  Value result = value_call_n(method, args, n);
  value_unref(method);
  return result;
}

/* __exit__ with the exception, or with three None; a true result swallows the
   exception. */
static Flow leave(Value manager, Flow flow) {
  Value args[3] = {value_none(), value_none(), value_none()};
  if (flow == FLOW_ERROR && catchable()) {
    args[1] = exception_catch();
    if (!value_ok(args[1]))
      return FLOW_ERROR;
    args[0] =
        (Value){.tag = VALUE_REF, .ref = &instance_of(args[1])->type->ref};
  } else if (flow == FLOW_ERROR) {
    return flow;
  }
  Value r = call_method(manager, "__exit__", args, 3);
  int swallow = value_ok(r) ? value_truth(r) : -1;
  value_unref(r);
  if (flow == FLOW_ERROR && swallow == 0)
    exception_raise(args[1]);
  value_unref(args[1]);
  if (swallow < 0)
    return FLOW_ERROR;
  return flow == FLOW_ERROR && swallow ? FLOW_NEXT : flow;
}

static Flow with_item(Frame *f, Node *n, int32_t i) {
  if (i == n->with.n_items)
    return exec_body(f, n->with.body, n->with.n);
  Value manager = eval_node(f, n->with.items[i]);
  if (!value_ok(manager))
    return FLOW_ERROR;
  Value v = call_method(manager, "__enter__", NULL, 0);
  bool ok = value_ok(v) &&
            (!n->with.targets[i] || exec_assign(f, n->with.targets[i], v));
  value_unref(v);
  Flow flow = ok ? leave(manager, with_item(f, n, i + 1)) : FLOW_ERROR;
  value_unref(manager);
  return flow;
}

Flow exectry_with(Frame *f, Node *n) {
  return with_item(f, n, 0);
}
