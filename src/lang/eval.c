/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/eval.h"

#include "base/note.h"
#include "lang/arith.h"
#include "lang/class.h"
#include "lang/dict.h"
#include "lang/evalcall.h"
#include "lang/evalcomp.h"
#include "lang/evalformat.h"
#include "lang/evalset.h"
#include "lang/function.h"
#include "lang/generator.h"
#include "lang/importstar.h"
#include "lang/list.h"
#include "lang/resolve.h"
#include "lang/slice.h"
#include "lang/str.h"

#include <math.h>

/* --- frames -------------------------------------------------------------- */

bool eval_enter(Frame *inner, Frame *outer, Tree *tree, int32_t slots) {
  if (interp.end - interp.top < slots + 64)
    return err_set(ERR_RecursionError, "maximum recursion depth exceeded");
  *inner = (Frame){.tree = tree,
                   .function = outer ? outer->function : NULL,
                   .locals = interp.top,
                   .up = interp.frame};
  for (int32_t i = 0; i < slots; i++)
    interp.top[i] = value_absent();
  interp.top += slots;
  interp.frame = inner;
  return true;
}

void eval_leave(Frame *inner) {
  while (interp.top > inner->locals)
    value_unref(*--interp.top);
  interp.frame = inner->up;
}

bool eval_resolved(Frame *f, Node *n, struct Scope **scope) {
  return *scope || resolve_scope(f->tree, n);
}

/* --- names and literals -------------------------------------------------- */

/* An error that is pending already is why the name was not found. */
static Value unbound(const Node *n) {
  const char *name = n->name.sym->text;
  if (err_pending())
    return value_error();
  if (n->name.scope == SCOPE_LOCAL || n->name.scope == SCOPE_CELL) {
    err_set(ERR_UnboundLocalError,
            "cannot access local variable '%s' where it is not associated "
            "with a value",
            name);
    return value_error();
  }
  if (n->name.scope == SCOPE_FREE) {
    err_set(ERR_NameError,
            "cannot access free variable '%s' where it is not associated with "
            "a value in enclosing scope",
            name);
    return value_error();
  }
  if (importstar_refuses(name))
    return value_error();
  err_set(ERR_NameError, "name '%s' is not defined", name);
  const char *near = interp_nearest(name);
  if (near)
    err_hint("did you mean '%s'?", near);
  return value_error();
}

static Value class_name_value(Frame *f, const Sym *sym) {
  if (value_ok(f->class_body)) {
    Value v = dict_get_text(f->class_body, sym->text);
    if (value_ok(v))
      return v;
  }
  return interp_global(sym);
}

Value eval_name(Frame *f, const Node *n) {
  Value v;
  switch (n->name.scope) {
  case SCOPE_LOCAL: v = f->locals[n->name.slot]; break;
  case SCOPE_CELL: v = ((Cell *)f->locals[n->name.slot].ref)->value; break;
  case SCOPE_FREE: v = f->function->cells[n->name.slot]->value; break;
  case SCOPE_CLASS: v = class_name_value(f, n->name.sym); break;
  default:
    v = n->name.sym->id < interp.room ? interp.globals[n->name.sym->id]
                                      : value_absent();
    if (!value_ok(v))
      v = interp_global(n->name.sym);
  }
  return value_ok(v) ? v : unbound(n);
}

void eval_drop_caches(Tree *t) {
  Value *caches = t->caches;
  for (uint32_t i = 0; caches && i <= t->cells; i++)
    value_unref(caches[i]);
  mem_free(caches);
  t->caches = NULL;
}

/* A slot of the tree's caches (Node.cell), made on first use; NULL: memory
   ran out. */
static Value *cache_of(Tree *t, const Node *n) {
  if (!t->caches)
    t->caches = mem_zeroed(t->cells + 1, sizeof(Value));
  return t->caches ? (Value *)t->caches + n->cell : NULL;
}

static Value string(Frame *f, Node *n) {
  Value *cache = cache_of(f->tree, n);
  if (!cache)
    return value_error();
  if (!value_ok(*cache))
    *cache = str_new(n->str.text, n->str.len);
  return value_ref(*cache);
}

/* Evaluates items onto the value stack; `*x` is spread out. Returns how many
   values lie from the old top on, or -1; the caller pops them. */
static int64_t push_items(Frame *f, Node *const *items, int32_t n) {
  Value *base = interp.top;
  for (int32_t i = 0; i < n; i++)
    if (!evalcall_push(f, items[i])) {
      evalcall_pop(base);
      return -1;
    }
  return interp.top - base;
}

/* Adds an item of a display; `*x` is spread out. */
static bool add_item(Frame *f, Value list, Node *item) {
  if (item->type != NODE_STARRED)
    return list_take(list, eval_node(f, item));
  Value v = eval_node(f, item->bin.left);
  Value more = value_ok(v) ? value_list_of(v) : value_error();
  bool ok = value_ok(more);
  for (size_t i = 0; ok && i < list_of(more)->n; i++)
    ok = list_append(list, list_of(more)->items[i]);
  value_unref(more);
  value_unref(v);
  if (!ok)
    err_at(f->tree->source, item->span);
  return ok;
}

static Value list_display(Frame *f, Node *n) {
  Value list = list_new((size_t)n->list.n);
  for (int32_t i = 0; i < n->list.n && value_ok(list); i++)
    if (!add_item(f, list, n->list.items[i])) {
      value_unref(list);
      list = value_error();
    }
  return list;
}

static Value set_display(Frame *f, Node *n) {
  Value list = list_display(f, n);
  Value set = value_ok(list) ? dict_new_set() : value_error();
  for (size_t i = 0; value_ok(set) && i < list_of(list)->n; i++)
    if (!dict_put(set, list_of(list)->items[i], value_none())) {
      value_unref(set);
      set = value_error();
    }
  value_unref(list);
  return evalset_display(n, set);
}

/* A short one is gathered on the value stack. */
static Value tuple_display(Frame *f, Node *n) {
  enum { SHORT = 64 };
  if (n->list.n > SHORT) {
    Value list = list_display(f, n);
    Value t = value_ok(list) ? tuple_from(list) : value_error();
    value_unref(list);
    return t;
  }
  Value *base = interp.top;
  int64_t count = push_items(f, n->list.items, n->list.n);
  if (count < 0)
    return value_error();
  Value t = tuple_new(base, (size_t)count);
  evalcall_pop(base);
  return t;
}

/* **mapping inside a dict display */
static bool merge(Value dict, Value mapping) {
  Dict *m = dict_of(mapping);
  if (!m)
    return err_set(ERR_TypeError, "'%s' object is not a mapping",
                   value_type_name(mapping));
  size_t at = 0;
  for (DictEntry *e; (e = dict_next(m, &at));)
    if (!dict_put(dict, e->key, e->value))
      return false;
  return true;
}

static bool dict_pair(Frame *f, Value dict, Node *key, Node *value) {
  Value k = key ? eval_node(f, key) : value_none();
  Value v = value_ok(k) ? eval_node(f, value) : value_error();
  bool ok = value_ok(v) && (key ? dict_put(dict, k, v) : merge(dict, v));
  value_unref(k);
  value_unref(v);
  return ok;
}

static Value dict_display(Frame *f, Node *n) {
  Value d = dict_new();
  for (int32_t i = 0; value_ok(d) && i < n->list.n; i += 2)
    if (!dict_pair(f, d, n->list.items[i], n->list.items[i + 1])) {
      value_unref(d);
      d = value_error();
    }
  return d;
}

/* --- operators ----------------------------------------------------------- */

static Value float_operator(AstOp op, double a, double b) {
  switch (op) {
  case AST_ADD: return value_float(a + b);
  case AST_SUB: return value_float(a - b);
  case AST_MUL: return value_float(a * b);
  default: return arith_floats(op, a, b);
  }
}

/* The result v of an operator, once the diagnostics have seen it. */
static Value watched(const Frame *f, const Node *n, Value l, Value r, Value v) {
  const Watch *w = interp.doctor;
  if (!w || !w->binary || f->tree->library || !value_array(v))
    return v;
  w->binary(w->self, f, n, l, r, v);
  if (__builtin_expect(!err_pending(), 1))
    return v;
  value_unref(v);
  return value_error();
}

static Value binary_values(Frame *f, Node *n, Value l, Value r) {
  if (l.tag == VALUE_FLOAT && r.tag == VALUE_FLOAT)
    return float_operator(n->op, l.f, r.f);
  if (l.tag == VALUE_INT && r.tag == VALUE_INT)
    return arith_ints(n->op, l.i, r.i);
  eval_place(f, n);
  return watched(f, n, l, r, arith_binary(n->op, l, r, f->tree->prompt));
}

static Value binary(Frame *f, Node *n) {
  Value l = eval_node(f, n->bin.left);
  if (!value_ok(l))
    return l;
  Value r = eval_node(f, n->bin.right);
  Value v = value_ok(r) ? binary_values(f, n, l, r) : value_error();
  value_unref(l);
  value_unref(r);
  return v;
}

static Value unary(Frame *f, Node *n) {
  if (n->op == AST_NOT) {
    int t = eval_truth(f, n->bin.left);
    return t < 0 ? value_error() : value_bool(!t);
  }
  Value x = eval_node(f, n->bin.left);
  if (!value_ok(x))
    return x;
  if (x.tag == VALUE_FLOAT && n->op == AST_NEG)
    return value_float(-x.f);
  eval_place(f, n);
  Value v = arith_unary(n->op, x, f->tree->prompt);
  value_unref(x);
  return v;
}

static Value boolop(Frame *f, Node *n) {
  Value l = eval_node(f, n->bin.left);
  int t = value_ok(l) ? value_truth(l) : -1;
  if (t >= 0 && t == (n->op == AST_OR))
    return l;
  value_unref(l);
  return t < 0 ? value_error() : eval_node(f, n->bin.right);
}

static Value compare_pair(Frame *f, Node *n, AstOp op, Value l, Value r) {
  if (l.tag == r.tag && l.tag == VALUE_INT && op >= AST_LT && op <= AST_GT) {
    switch (op) {
    case AST_LT: return value_bool(l.i < r.i);
    case AST_LE: return value_bool(l.i <= r.i);
    case AST_EQ: return value_bool(l.i == r.i);
    case AST_NE: return value_bool(l.i != r.i);
    case AST_GE: return value_bool(l.i >= r.i);
    default: return value_bool(l.i > r.i);
    }
  }
  eval_place(f, n);
  return watched(f, n, l, r, arith_compare(op, l, r, f->tree->prompt));
}

/* a < b < c: each operand once, stops at the first that is false. */
static Value compare(Frame *f, Node *n) {
  Value l = eval_node(f, n->compare.items[0]);
  Value v = value_error();
  for (int32_t i = 0; value_ok(l) && i < n->compare.n; i++) {
    Value r = eval_node(f, n->compare.items[i + 1]);
    value_unref(v);
    v = value_ok(r) ? compare_pair(f, n, n->compare.ops[i], l, r)
                    : value_error();
    value_unref(l);
    l = r;
    if (!value_ok(v) || i + 1 == n->compare.n)
      break;
    int t = value_truth(v);
    if (t > 0)
      continue;
    if (t < 0) {
      value_unref(v);
      v = value_error();
    }
    break;
  }
  value_unref(l);
  return v;
}

static Value ternary(Frame *f, Node *n) {
  int t = eval_truth(f, n->three.second);
  if (t < 0)
    return value_error();
  return eval_node(f, t ? n->three.first : n->three.third);
}

static Value slice(Frame *f, Node *n) {
  Value part[3] = {value_none(), value_none(), value_none()};
  Node *const from[3] = {n->three.first, n->three.second, n->three.third};
  bool ok = true;
  for (int i = 0; i < 3 && ok; i++)
    if (from[i])
      ok = value_ok(part[i] = eval_node(f, from[i]));
  return slice_take(part, ok);
}

static Value subscript(Frame *f, Node *n) {
  Value base = eval_node(f, n->bin.left);
  if (!value_ok(base))
    return base;
  Value index = eval_node(f, n->bin.right);
  Value v = value_error();
  if (value_ok(index)) {
    eval_place(f, n);
    v = value_get_item(base, index);
  }
  value_unref(base);
  value_unref(index);
  return v;
}

static Value attribute(Frame *f, Node *n) {
  Value base = eval_node(f, n->attribute.value);
  if (!value_ok(base))
    return base;
  Value v = value_get_attr(base, n->attribute.name);
  if (!value_ok(v))
    err_at(f->tree->source, n->attribute.name_span);
  value_unref(base);
  return v;
}

static Value lambda(Frame *f, Node *n) {
  if (!eval_resolved(f, n, &n->function.scope))
    return value_error();
  return function_new(f, n);
}

static Value refused(const Node *n) {
  err_set(ERR_SyntaxError, n->type == NODE_STARRED
                               ? "can't use starred expression here"
                               : "invalid syntax");
  return value_error();
}

static Value dispatch(Frame *f, Node *n) {
  switch ((NodeType)n->type) {
  case NODE_NONE: return value_none();
  case NODE_BOOL: return value_bool(n->i != 0);
  case NODE_INT: return value_int(n->i);
  case NODE_FLOAT: return value_float(n->f);
  case NODE_STR: return string(f, n);
  case NODE_FSTRING: return evalformat_fstring(f, n);
  case NODE_ELLIPSIS: return slice_ellipsis();
  case NODE_NAME: return value_ref(eval_name(f, n));
  case NODE_UNARY: return unary(f, n);
  case NODE_BINARY: return binary(f, n);
  case NODE_BOOLOP: return boolop(f, n);
  case NODE_COMPARE: return compare(f, n);
  case NODE_TERNARY: return ternary(f, n);
  case NODE_CALL: return evalcall_node(f, n);
  case NODE_ATTRIBUTE: return attribute(f, n);
  case NODE_SUBSCRIPT: return subscript(f, n);
  case NODE_SLICE: return slice(f, n);
  case NODE_LIST: return list_display(f, n);
  case NODE_TUPLE: return tuple_display(f, n);
  case NODE_SET: return set_display(f, n);
  case NODE_DICT: return dict_display(f, n);
  case NODE_LAMBDA: return lambda(f, n);
  case NODE_LISTCOMP:
  case NODE_SETCOMP:
  case NODE_DICTCOMP: return evalcomp_node(f, n);
  case NODE_GENERATOR: return generator_node(f, n);
  default: return refused(n);
  }
}

Value eval_node(Frame *f, Node *n) {
  Value v = dispatch(f, n);
  if (__builtin_expect(!value_ok(v), 0))
    err_at(f->tree->source, n->span);
  else if (__builtin_expect(interp.trace && !f->tree->library, 0))
    interp.trace->value(interp.trace->self, f, n, v);
  return v;
}

int eval_truth(Frame *f, Node *n) {
  Value v = eval_node(f, n);
  int t = value_ok(v) ? value_truth(v) : -1;
  if (t < 0)
    err_at(f->tree->source, n->span);
  value_unref(v);
  return t;
}
