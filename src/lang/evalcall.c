/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/evalcall.h"

#include "base/note.h"
#include "base/stop.h"
#include "lang/arrayattr.h"
#include "lang/dict.h"
#include "lang/function.h"
#include "lang/instance.h"
#include "lang/rowcall.h"
#include "lang/str.h"
#include "lang/type.h"

enum { MAX_NAMED = 48 };

typedef struct Arguments {
  Value *base; /* on the value stack */
  int n, n_named;
  const Sym *names[MAX_NAMED];
} Arguments;

/* Takes v over. */
static bool push(Value v) {
  if (!value_ok(v))
    return false;
  if (interp.top == interp.end) {
    value_unref(v);
    return err_set(ERR_RecursionError, "maximum recursion depth exceeded");
  }
  *interp.top++ = v;
  return true;
}

void evalcall_pop(Value *base) {
  while (interp.top > base)
    value_unref(*--interp.top);
}

static bool push_all(Value iterable) {
  Value iter = value_iter(iterable);
  bool ok = value_ok(iter);
  while (ok) {
    Value x = value_next(iter);
    if (!value_ok(x) && !err_pending())
      break;
    ok = push(x);
  }
  value_unref(iter);
  return ok;
}

bool evalcall_push(Frame *f, Node *item) {
  if (item->type != NODE_STARRED)
    return push(eval_node(f, item));
  Value v = eval_node(f, item->bin.left);
  bool ok = value_ok(v) && push_all(v);
  value_unref(v);
  if (!ok)
    err_at(f->tree->source, item->span);
  return ok;
}

/* Takes v over. */
static bool push_named(Arguments *a, const Sym *name, Value v) {
  for (int i = 0; i < a->n_named; i++)
    if (a->names[i] == name) {
      value_unref(v);
      return err_set(ERR_TypeError,
                     "got multiple values for keyword argument '%s'",
                     name->text);
    }
  if (a->n_named == MAX_NAMED) {
    value_unref(v);
    return err_set(ERR_Unsupported,
                   "xent does not support more than %d keyword arguments",
                   MAX_NAMED);
  }
  if (!push(v))
    return false;
  a->names[a->n_named++] = name;
  return true;
}

static bool push_mapping(Arguments *a, Value v) {
  Dict *d = value_is(v, VALUE_TYPE_DICT) ? dict_of(v) : NULL;
  if (!d)
    return err_set(ERR_TypeError, "argument after ** must be a mapping, not %s",
                   value_type_name(v));
  size_t at = 0;
  for (DictEntry *e; (e = dict_next(d, &at));) {
    Str *key = str_of(e->key);
    if (!key)
      return err_set(ERR_TypeError, "keywords must be strings");
    const Sym *name = sym_of(key->text, key->len);
    if (!name || !push_named(a, name, value_ref(e->value)))
      return false;
  }
  return true;
}

static bool push_named_argument(Frame *f, Arguments *a, Node *arg) {
  if (arg->type == NODE_KEYWORD) {
    Value v = eval_node(f, arg->keyword.value);
    return value_ok(v) && push_named(a, arg->keyword.name, v);
  }
  Value v = eval_node(f, arg->bin.left);
  bool ok = value_ok(v) && push_mapping(a, v);
  value_unref(v);
  return ok;
}

static bool is_named(const Node *arg) {
  return arg->type == NODE_KEYWORD ||
         (arg->type == NODE_STARRED && arg->op == AST_POW);
}

/* Positional arguments first, named ones after them. */
static bool gather(Frame *f, Node *n, Arguments *a) {
  int32_t i = 0;
  for (; i < n->call.n && !is_named(n->call.args[i]); i++)
    if (!evalcall_push(f, n->call.args[i]))
      return false;
  for (int32_t j = i; j < n->call.n; j++)
    if (!is_named(n->call.args[j]) && !evalcall_push(f, n->call.args[j]))
      return false;
  a->n = (int)(interp.top - a->base);
  for (; i < n->call.n; i++)
    if (is_named(n->call.args[i]) &&
        !push_named_argument(f, a, n->call.args[i]))
      return false;
  return true;
}

/* --- methods ------------------------------------------------------------- */

/* What `base.name` leads to when it is a method: calling it needs no bound
   method. Exactly one of the three is set. */
typedef struct Method0 {
  const Native *native;
  const Row *row;
  Value function; /* borrowed */
} Method0;

static bool find_method(Value base, const Sym *name, Method0 *m) {
  *m = (Method0){.function = value_absent()};
  if (base.tag != VALUE_REF)
    return false;
  if (value_array(base)) {
    m->row = row_method(value_array(base), name);
    if (!m->row)
      m->native = arrayattr_method(value_array(base), name);
    return m->row || m->native;
  }
  if (value_is(base, VALUE_TYPE_INSTANCE)) {
    Instance *self = (Instance *)base.ref;
    if (class_attrs_find(&self->attrs, name))
      return false;
    m->function = class_lookup(self->type, name);
    return value_is(m->function, VALUE_TYPE_FUNCTION) &&
           !(((Function *)m->function.ref)->node->flags &
             (AST_STATIC | AST_CLASSMETHOD));
  }
  m->native = type_method((ValueType)base.ref->type, name);
  return m->native != NULL;
}

static Value call_method(Frame *f, Node *n, Value self, const Method0 *m) {
  Arguments a = {.base = interp.top};
  bool with_self = value_ok(m->function);
  bool ok = (!with_self || push(value_ref(self))) && gather(f, n, &a);
  Value v = value_error();
  if (ok) {
    CallArgs args = {a.base, a.n, a.n_named, a.names};
    eval_place(f, n);
    f->at = n;
    if (with_self)
      v = function_call(m->function, &args);
    else if (m->row)
      v = rowcall_run(f, n, m->row, self, &args);
    else
      v = native_call(m->native, self, &args);
  }
  evalcall_pop(a.base);
  return v;
}

static Value call_value(Frame *f, Node *n, Value callee) {
  Arguments a = {.base = interp.top};
  Value v = value_error();
  if (gather(f, n, &a)) {
    CallArgs args = {a.base, a.n, a.n_named, a.names};
    eval_place(f, n);
    f->at = n;
    if (value_is(callee, VALUE_TYPE_ROW))
      v = rowcall_run(f, n, row_of_value(callee), value_absent(), &args);
    else
      v = value_call(callee, &args);
  }
  evalcall_pop(a.base);
  return v;
}

static Value call_attribute(Frame *f, Node *n) {
  Node *func = n->call.func;
  Value base = eval_node(f, func->attribute.value);
  if (!value_ok(base))
    return base;
  Method0 m;
  Value v = value_error();
  if (find_method(base, func->attribute.name, &m)) {
    v = call_method(f, n, base, &m);
  } else if (!err_pending()) {
    Value callee = value_get_attr(base, func->attribute.name);
    if (value_ok(callee))
      v = call_value(f, n, callee);
    else
      err_at(f->tree->source, func->attribute.name_span);
    value_unref(callee);
  }
  value_unref(base);
  return v;
}

Value evalcall_node(Frame *f, Node *n) {
  if (STOP_ASKED())
    return value_error();
  if (n->call.func->type == NODE_ATTRIBUTE)
    return call_attribute(f, n);
  Value callee = eval_node(f, n->call.func);
  if (!value_ok(callee))
    return callee;
  Value v = call_value(f, n, callee);
  value_unref(callee);
  return v;
}
