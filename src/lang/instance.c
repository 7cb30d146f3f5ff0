/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/instance.h"

#include "lang/function.h"
#include "lang/iter.h"
#include "lang/str.h"
#include "lang/tuple.h"

#include <string.h>

Value instance_new(Class *type) {
  Instance *self = mem_alloc(sizeof *self);
  if (!self)
    return value_error();
  *self = (Instance){.ref = {1, VALUE_TYPE_INSTANCE}, .type = type};
  type->ref.count++;
  cycle_add(&self->ref);
  return value_take(self);
}

static void clear_instance(Ref *r) {
  Instance *self = (Instance *)r;
  class_attrs_free(&self->attrs);
  value_put(&self->args, value_absent());
}

static void drop_instance(Ref *r) {
  Instance *self = (Instance *)r;
  clear_instance(r);
  cycle_remove(r);
  source_unref(self->source);
  value_unref((Value){.tag = VALUE_REF, .ref = &self->type->ref});
  mem_free(self);
}

static Value bound(Value x, Value self) {
  if (value_is(x, VALUE_TYPE_PROPERTY))
    return function_property_get(x, self);
  return value_is(x, VALUE_TYPE_FUNCTION) ? function_seen(x, self)
                                          : value_ref(x);
}

/* What is there without asking __getattr__. */
static Value plain_attr(Value v, const Sym *name) {
  Instance *self = (Instance *)v.ref;
  Value *own = class_attrs_find(&self->attrs, name);
  if (own)
    return value_ref(*own);
  Value x = class_lookup(self->type, name);
  if (value_ok(x))
    return bound(x, v);
  if (strcmp(name->text, "__class__") == 0) {
    self->type->ref.count++;
    return value_take(self->type);
  }
  if (!strcmp(name->text, "__module__"))
    return class_about(self->type, name);
  if (value_ok(self->args) && strcmp(name->text, "args") == 0)
    return value_ref(self->args);
  return class_native_method(self->type, name, v);
}

bool instance_set_own(Value v, const Sym *name, Value x) {
  Class *type = ((Instance *)v.ref)->type;
  if (value_is(class_lookup(type, name), VALUE_TYPE_PROPERTY))
    return err_set(ERR_AttributeError,
                   "property '%s' of '%s' object has no setter", name->text,
                   type->name->text);
  return class_attrs_put(&((Instance *)v.ref)->attrs, name, x);
}

/* Calls self.name(args...) if the class has it; *found tells. */
static Value special(Value self, const char *name, const Value *args, int n,
                     bool *found) {
  const Sym *sym = sym_lit(name);
  Value m = sym ? plain_attr(self, sym) : value_error();
  *found = value_ok(m);
  if (!*found)
    return value_error();
  Value r = value_call_n(m, args, n);
  value_unref(m);
  return r;
}

/* --- attributes by the class's own methods ------------------------------- */

static Value hooked(Value v, const char *method, const Sym *name, Value x) {
  bool found;
  Value args[] = {str_of_sym(name), x};
  Value r = value_ok(args[0])
                ? special(v, method, args, value_ok(x) ? 2 : 1, &found)
                : value_error();
  value_unref(args[0]);
  return r;
}

static Value instance_attr(Value v, const Sym *name) {
  Value x = plain_attr(v, name);
  if (value_ok(x) || err_pending() ||
      !(((Instance *)v.ref)->type->hooks & CLASS_GETATTR))
    return x;
  return hooked(v, "__getattr__", name, value_absent());
}

static bool instance_put_attr(Value v, const Sym *name, Value x) {
  if (!(((Instance *)v.ref)->type->hooks & CLASS_SETATTR))
    return instance_set_own(v, name, x);
  Value r = hooked(v, "__setattr__", name, x);
  value_unref(r);
  return value_ok(r);
}

bool instance_del_attr(Value v, const Sym *name) {
  Instance *self = (Instance *)v.ref;
  if (!(self->type->hooks & CLASS_DELATTR))
    return class_attrs_delete(&self->attrs, name);
  Value r = hooked(v, "__delattr__", name, value_absent());
  value_unref(r);
  return value_ok(r);
}

/* --- text ---------------------------------------------------------------- */

static bool text_by(Buf *b, Value v, const char *method, bool *found) {
  Value r = special(v, method, NULL, 0, found);
  if (!*found)
    return false;
  Str *s = str_of(r);
  if (s)
    buf_add(b, s->text, s->len);
  else if (value_ok(r))
    err_set(ERR_TypeError, "%s returned non-string (type %s)", method,
            value_type_name(r));
  value_unref(r);
  return s != NULL;
}

/* ValueError('x', 3) */
static bool repr_exception(Buf *b, Instance *self) {
  Tuple *args = tuple_of(self->args);
  buf_str(b, self->type->name->text);
  buf_str(b, "(");
  for (size_t i = 0; i < args->n; i++) {
    if (i)
      buf_str(b, ", ");
    if (!value_repr(b, args->items[i]))
      return false;
  }
  buf_str(b, ")");
  return true;
}

static bool repr_instance(Buf *b, Value v) {
  bool found;
  Instance *self = (Instance *)v.ref;
  bool ok = text_by(b, v, "__repr__", &found);
  if (found || err_pending())
    return ok;
  if (value_ok(self->args))
    return repr_exception(b, self);
  buf_fmt(b, "<%s%s%s object at 0x%012zx>", self->type->module,
          *self->type->module ? "." : "", self->type->qualname->text,
          (size_t)v.ref);
  return true;
}

static bool str_exception(Buf *b, Instance *self) {
  Tuple *args = tuple_of(self->args);
  if (!args->n)
    return true;
  if (args->n > 1)
    return value_repr(b, self->args);
  return self->type->exception == ERR_KeyError ? value_repr(b, args->items[0])
                                               : value_str(b, args->items[0]);
}

static bool str_instance(Buf *b, Value v) {
  bool found;
  Instance *self = (Instance *)v.ref;
  bool ok = text_by(b, v, "__str__", &found);
  if (found || err_pending())
    return ok;
  return value_ok(self->args) ? str_exception(b, self) : repr_instance(b, v);
}

static int64_t instance_length(Value v) {
  bool found;
  Value r = special(v, "__len__", NULL, 0, &found);
  int64_t n = -1;
  if (!found && !err_pending())
    err_set(ERR_TypeError, "object of type '%s' has no len()",
            value_type_name(v));
  else if (value_ok(r) && value_to_index(r, &n) && n < 0)
    err_set(ERR_ValueError, "__len__() should return >= 0");
  value_unref(r);
  return n < 0 ? -1 : n;
}

static int instance_truth(Value v) {
  bool found;
  Value r = special(v, "__bool__", NULL, 0, &found);
  if (found) {
    int t = value_ok(r) ? value_truth(r) : -1;
    value_unref(r);
    return t;
  }
  if (err_pending())
    return -1;
  Value length = value_find_attr(v, sym_lit("__len__"));
  value_unref(length);
  if (!value_ok(length))
    return err_pending() ? -1 : 1;
  int64_t n = instance_length(v);
  return n < 0 ? -1 : n != 0;
}

/* The answer of a method for two operands; absent without an error: the class
   has none, or it says NotImplemented. */
static Value answer(Value self, const char *method, Value other) {
  bool found;
  Value r = special(self, method, &other, 1, &found);
  if (!value_is(r, VALUE_TYPE_NOT_IMPLEMENTED))
    return r;
  value_unref(r);
  return value_absent();
}

static int instance_equal(Value a, Value b) {
  Value r = value_absent();
  if (value_is(a, VALUE_TYPE_INSTANCE))
    r = answer(a, "__eq__", b);
  if (!value_ok(r) && !err_pending() && value_is(b, VALUE_TYPE_INSTANCE))
    r = answer(b, "__eq__", a);
  if (!value_ok(r))
    return err_pending() ? -1 : value_same(a, b);
  int t = value_ok(r) ? value_truth(r) : -1;
  value_unref(r);
  return t;
}

/* A class with __eq__ but without __hash__ makes no keys. */
static bool instance_hash(Value v, uint64_t *out) {
  bool found;
  Value r = special(v, "__hash__", NULL, 0, &found);
  if (found && value_ok(r) && r.tag != VALUE_INT)
    err_set(ERR_TypeError, "__hash__ method should return an integer");
  if (found)
    *out = (uint64_t)r.i;
  value_unref(r);
  if (found || err_pending())
    return !err_pending();
  const Sym *eq = sym_lit("__eq__");
  if (eq && value_ok(class_lookup(((Instance *)v.ref)->type, eq)))
    return err_set(ERR_TypeError, "unhashable type: '%s'", value_type_name(v));
  *out = (uint64_t)(uintptr_t)v.ref >> 4;
  return true;
}

static Value instance_get_item(Value v, Value index) {
  bool found;
  Value r = special(v, "__getitem__", &index, 1, &found);
  if (!found && !err_pending())
    err_set(ERR_TypeError, "'%s' object is not subscriptable",
            value_type_name(v));
  return r;
}

static bool instance_set_item(Value v, Value index, Value x) {
  bool found;
  Value r = special(v, "__setitem__", (Value[]){index, x}, 2, &found);
  if (!found && !err_pending())
    err_set(ERR_TypeError, "'%s' object does not support item assignment",
            value_type_name(v));
  value_unref(r);
  return value_ok(r);
}

static bool instance_del_item(Value v, Value index) {
  bool found;
  Value r = special(v, "__delitem__", &index, 1, &found);
  if (!found && !err_pending())
    err_set(ERR_TypeError, "'%s' object doesn't support item deletion",
            value_type_name(v));
  value_unref(r);
  return value_ok(r);
}

static Value instance_iter(Value v) {
  bool found;
  Value r = special(v, "__iter__", NULL, 0, &found);
  if (found || err_pending())
    return r;
  return iter_over(v);
}

static Value instance_next(Value v) {
  bool found;
  Value r = special(v, "__next__", NULL, 0, &found);
  if (!found && !err_pending())
    err_set(ERR_TypeError, "'%s' object is not an iterator",
            value_type_name(v));
  if (found && !value_ok(r) && err_is_a(err_now()->type, ERR_StopIteration))
    err_clear();
  return r;
}

static int instance_contains(Value v, Value x) {
  bool found;
  Value r = special(v, "__contains__", &x, 1, &found);
  if (found) {
    int t = value_ok(r) ? value_truth(r) : -1;
    value_unref(r);
    return t;
  }
  return err_pending() ? -1 : value_search(v, x);
}

static Value instance_call(Value v, const CallArgs *args) {
  const Sym *sym = sym_lit("__call__");
  Value m = sym ? plain_attr(v, sym) : value_error();
  if (!value_ok(m)) {
    if (!err_pending())
      err_set(ERR_TypeError, "'%s' object is not callable", value_type_name(v));
    return value_error();
  }
  Value r = value_call(m, args);
  value_unref(m);
  return r;
}

/* a < b asks b > a when a has no answer. */
static const char *mirrored(AstOp op) {
  return ast_op_method(op == AST_LT   ? AST_GT
                       : op == AST_GT ? AST_LT
                       : op == AST_LE ? AST_GE
                       : op == AST_GE ? AST_LE
                                      : op);
}

Value instance_augment(AstOp op, Value left, Value right) {
  char method[32] = "__i";
  if (!*ast_op_method(op))
    return value_absent();
  strncat(method, ast_op_method(op) + 2, sizeof method - 4);
  return answer(left, method, right);
}

/* Whether the right operand's class is a subclass with an answer of its own:
   then it is asked first. */
static bool is_first(Value left, Value right, const char *method) {
  const Instance *l = instance_of(left), *r = instance_of(right);
  const Sym *name = sym_lit(method);
  if (!l || !r || !name || l->type == r->type ||
      !class_derives(r->type, l->type))
    return false;
  Value own = class_lookup(r->type, name);
  return value_ok(own) && !value_same(own, class_lookup(l->type, name));
}

static bool same_class(Value left, Value right) {
  const Instance *l = instance_of(left), *r = instance_of(right);
  return l && r && l->type == r->type;
}

/* __add__ of the left operand, else __radd__ of the right one if that is of
   another class. */
static Value instance_binary(AstOp op, Value left, Value right) {
  const char *method = ast_op_method(op);
  char reflected[32] = "__r";
  strncat(reflected, *method ? method + 2 : "", sizeof reflected - 4);
  const char *back = op >= AST_LT ? mirrored(op) : reflected;
  bool swapped = is_first(left, right, back);
  Value r = swapped ? answer(right, back, left) : value_absent();
  if (!value_ok(r) && !err_pending() && *method && instance_of(left))
    r = answer(left, method, right);
  if (value_ok(r) || err_pending() || swapped || !instance_of(right) ||
      (op < AST_LT && same_class(left, right)))
    return r;
  return answer(right, back, left);
}

static Value instance_unary(AstOp op, Value v) {
  bool found;
  return special(v, ast_op_method(op), NULL, 0, &found);
}

const Type instance_type = {.drop = drop_instance,
                            .clear = clear_instance,
                            .repr = repr_instance,
                            .str = str_instance,
                            .truth = instance_truth,
                            .equal = instance_equal,
                            .hash = instance_hash,
                            .length = instance_length,
                            .iter = instance_iter,
                            .next = instance_next,
                            .contains = instance_contains,
                            .get_item = instance_get_item,
                            .set_item = instance_set_item,
                            .del_item = instance_del_item,
                            .get_attr = instance_attr,
                            .set_attr = instance_put_attr,
                            .call = instance_call,
                            .binary = instance_binary,
                            .unary = instance_unary};

/* --- NotImplemented ------------------------------------------------------ */

static bool repr_not_implemented(Buf *b, Value v) {
  (void)v;
  buf_str(b, "NotImplemented");
  return true;
}

static void keep(Ref *r) {
  (void)r; /* static */
}

const Type instance_not_implemented_type = {.drop = keep,
                                            .repr = repr_not_implemented};

Value instance_not_implemented(void) {
  static Ref the_one = {1, VALUE_TYPE_NOT_IMPLEMENTED};
  the_one.count++;
  return (Value){.tag = VALUE_REF, .ref = &the_one};
}
