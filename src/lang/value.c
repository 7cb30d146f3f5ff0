/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/value.h"

#include "grad/tape.h"
#include "lang/arrayvalue.h"
#include "lang/dict_kind.h"
#include "lang/dict_view.h"
#include "lang/instance.h"
#include "lang/interp.h"
#include "lang/iter.h"
#include "lang/list.h"
#include "lang/module.h"
#include "lang/names.h"
#include "lang/nest.h"
#include "lang/type.h"
#include "num/digits.h"

#include <string.h>

static const Type *row_of(Value v) {
  return v.tag == VALUE_REF ? type_rows[v.ref->type] : NULL;
}

void value_destroy(Ref *r) {
  if (!nest_drop_enter(r))
    return;
  type_rows[r->type]->drop(r);
  nest_drop_leave();
}

void value_put(Value *slot, Value v) {
  Value old = *slot;
  *slot = v;
  value_unref(old);
}

const char *value_type_name(Value v) {
  static const char *const plain_names[] = {"NULL", "NoneType", "bool", "int",
                                            "float"};
  static const char *const type_names[] = {
#define X(id, name) name,
      VALUE_TYPES(X)
#undef X
  };
  if (v.tag != VALUE_REF)
    return plain_names[v.tag];
  if (value_array(v))
    return arrayvalue_type_name(value_array(v));
  if (value_is(v, VALUE_TYPE_INSTANCE))
    return instance_of(v)->type->name->text;
  if (tuple_of(v) && tuple_of(v)->type_name)
    return tuple_of(v)->type_name;
  if (value_is(v, VALUE_TYPE_DICT) && dict_of(v)->kind)
    return dict_of(v)->kind->type;
  if (value_is(v, VALUE_TYPE_ITER))
    return iter_type_name(v);
  if (value_is(v, VALUE_TYPE_VIEW))
    return dict_view_name(v);
  return type_names[v.ref->type];
}

int value_truth(Value v) {
  switch (v.tag) {
  case VALUE_NONE: return 0;
  case VALUE_BOOL:
  case VALUE_INT: return v.i != 0;
  case VALUE_FLOAT: return v.f != 0;
  case VALUE_REF: break;
  default: return -1;
  }
  const Type *t = row_of(v);
  if (t->truth)
    return t->truth(v);
  return t->length ? t->length(v) != 0 : 1;
}

bool value_same(Value a, Value b) {
  return a.tag == b.tag && (a.tag == VALUE_NONE || a.i == b.i);
}

int value_equal(Value a, Value b) {
  if (value_is_number(a) && value_is_number(b)) {
    if (a.tag != VALUE_FLOAT && b.tag != VALUE_FLOAT)
      return a.i == b.i;
    double x = 0, y = 0;
    value_as_double(a, &x);
    value_as_double(b, &y);
    return x == y;
  }
  if (value_same(a, b))
    return 1;
  const Type *t = row_of(a);
  if (t && t->equal)
    return t->equal(a, b);
  t = row_of(b);
  return t && t->equal ? t->equal(b, a) : 0;
}

static uint64_t mix(uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdu;
  return x ^ x >> 33;
}

/* Numbers that are equal hash alike: 1, 1.0 and True. */
static uint64_t hash_number(Value v) {
  if (v.tag != VALUE_FLOAT)
    return mix((uint64_t)v.i);
  if (v.f >= -9.2e18 && v.f <= 9.2e18 && v.f == (double)(int64_t)v.f)
    return mix((uint64_t)(int64_t)v.f);
  uint64_t bits;
  memcpy(&bits, &v.f, sizeof bits);
  return mix(bits);
}

bool value_hash(Value v, uint64_t *hash) {
  if (v.tag != VALUE_REF) {
    *hash = v.tag == VALUE_NONE ? 0x9e3779b97f4a7c15u : hash_number(v);
    return true;
  }
  const Type *t = row_of(v);
  if (t->hash)
    return t->hash(v, hash);
  if (t->equal)
    return err_set(ERR_TypeError, "unhashable type: '%s'", value_type_name(v));
  *hash = mix((uint64_t)(uintptr_t)v.ref);
  return true;
}

bool value_as_double(Value v, double *out) {
  if (v.tag == VALUE_FLOAT)
    return *out = v.f, true;
  if (v.tag == VALUE_INT || v.tag == VALUE_BOOL)
    return *out = (double)v.i, true;
  Array *a = value_array(v);
  if (!a || a->size != 1)
    return false;
  *out = array_get(a, 0);
  return true;
}

bool value_as_int(Value v, int64_t *out) {
  if (v.tag == VALUE_INT || v.tag == VALUE_BOOL)
    return *out = v.i, true;
  Array *a = value_array(v);
  if (!a || a->size != 1 || a->ndim || dtype_is_float(a->dtype))
    return false;
  *out = array_get_int(a, 0);
  return true;
}

bool value_to_index(Value v, int64_t *out) {
  if (value_as_int(v, out))
    return true;
  if (value_array(v) && !value_array(v)->scalar)
    return err_set(ERR_TypeError, "only integer scalar arrays can be converted "
                                  "to a scalar index");
  return err_set(ERR_TypeError,
                 "'%s' object cannot be interpreted as an integer",
                 value_type_name(v));
}

bool value_to_double(Value v, double *out) {
  if (value_as_double(v, out))
    return true;
  return err_set(ERR_TypeError, "must be real number, not %s",
                 value_type_name(v));
}

/* --- text ---------------------------------------------------------------- */

static bool number_text(Buf *b, Value v) {
  switch (v.tag) {
  case VALUE_NONE: buf_str(b, "None"); break;
  case VALUE_BOOL: buf_str(b, v.b ? "True" : "False"); break;
  case VALUE_INT: buf_int(b, v.i); break;
  case VALUE_FLOAT: digits_repr64(b, v.f); break;
  default: return false;
  }
  return !b->failed;
}

enum { TEXT_DEPTH = 200 };
static int text_depth;

static bool text_of(Buf *b, Value v, bool (*how)(Buf *, Value)) {
  if (text_depth >= TEXT_DEPTH)
    return err_set(ERR_RecursionError,
                   "maximum recursion depth exceeded while getting the repr "
                   "of an object");
  text_depth++;
  bool ok = how(b, v) && !b->failed;
  text_depth--;
  return ok;
}

bool value_repr(Buf *b, Value v) {
  if (v.tag != VALUE_REF)
    return number_text(b, v);
  return text_of(b, v, row_of(v)->repr);
}

bool value_str(Buf *b, Value v) {
  if (v.tag != VALUE_REF)
    return number_text(b, v);
  const Type *t = row_of(v);
  return text_of(b, v, t->str ? t->str : t->repr);
}

/* --- attributes ---------------------------------------------------------- */

/* Numbers have a few attributes too: (3).real, True.denominator and the like
   are not what learners write; `x.item()` on a float is, and is an error. */
Value value_find_attr(Value v, const Sym *name) {
  const Type *t = row_of(v);
  if (!t)
    return value_absent();
  if (t->get_attr) {
    Value x = t->get_attr(v, name);
    if (value_ok(x) || err_pending())
      return x;
  }
  const Native *m = type_method((ValueType)v.ref->type, name);
  return m ? native_value(m, v) : value_absent();
}

/* What the lists of foreign names call v's kind. */
static const char *owner_of(Value v) {
  const char *type = value_type_name(v);
  if (value_is(v, VALUE_TYPE_MODULE))
    return module_name(v);
  if (value_is(v, VALUE_TYPE_INSTANCE))
    return instance_of(v)->type->exception ? "BaseException" : "object";
  if (value_is(v, VALUE_TYPE_CLASS))
    return class_of(v)->name->text;
  return value_array(v) && strcmp(type, "Tensor") ? "numpy.ndarray" : type;
}

/* Has the real class, or one of those it derives from, the attribute? */
static bool in_real_class(const Class *c, const char *name) {
  bool found = false;
  for (; c && !found; c = c->base) {
    Buf full = BUF_EMPTY;
    buf_fmt(&full, "%s.%s", c->module, c->name->text);
    found = strcmp(c->module, "__main__") != 0 &&
            interp.foreign(buf_text(&full), name);
    buf_free(&full);
  }
  return found;
}

static bool is_foreign(Value v, const Sym *name) {
  if (value_is(v, VALUE_TYPE_INSTANCE) &&
      in_real_class(instance_of(v)->type, name->text))
    return true;
  if (interp.foreign(owner_of(v), name->text))
    return true;
  if (value_is(v, VALUE_TYPE_CLASS))
    return interp.foreign("type", name->text);
  size_t n = name->len;
  return !value_is(v, VALUE_TYPE_INSTANCE) && n > 4 &&
         !strncmp(name->text, "__", 2) && !strcmp(name->text + n - 2, "__");
}

bool value_refuse_attr(Value v, const Sym *name) {
  if (!interp.foreign || !is_foreign(v, name))
    return false;
  const char *owner =
      value_is(v, VALUE_TYPE_INSTANCE) || value_is(v, VALUE_TYPE_ARRAY)
          ? value_type_name(v)
          : owner_of(v);
  err_set(ERR_Unsupported, "xent does not support '%s.%s'", owner, name->text);
  return true;
}

static Value no_attribute(Value v, const Sym *name) {
  if (value_refuse_attr(v, name))
    return value_error();
  if (value_is(v, VALUE_TYPE_MODULE))
    err_set(ERR_AttributeError, "module '%s' has no attribute '%s'",
            module_name(v), name->text);
  else if (value_is(v, VALUE_TYPE_CLASS))
    err_set(ERR_AttributeError, "type object '%s' has no attribute '%s'",
            class_of(v)->name->text, name->text);
  else
    err_set(ERR_AttributeError, "'%s' object has no attribute '%s'",
            value_type_name(v), name->text);
  const char *near = names_nearest_attr(v, name->text);
  if (near)
    err_hint("did you mean '%s'?", near);
  return value_error();
}

Value value_get_attr(Value v, const Sym *name) {
  Value x = value_find_attr(v, name);
  return value_ok(x) || err_pending() ? x : no_attribute(v, name);
}

bool value_set_attr(Value v, const Sym *name, Value x) {
  const Type *t = row_of(v);
  if (t && t->set_attr)
    return t->set_attr(v, name, x);
  value_unref(no_attribute(v, name));
  return false;
}

bool value_del_attr(Value v, const Sym *name) {
  if (value_is(v, VALUE_TYPE_INSTANCE) &&
      (instance_del_attr(v, name) || err_pending()))
    return !err_pending();
  if (value_array(v) && value_array(v)->family == FAMILY_TORCH &&
      !strcmp(name->text, "grad"))
    return tape_set_grad(value_array(v), NULL), true;
  value_unref(no_attribute(v, name));
  return false;
}

/* --- items --------------------------------------------------------------- */

Value value_get_item(Value v, Value index) {
  const Type *t = row_of(v);
  if (t && t->get_item)
    return t->get_item(v, index);
  err_set(ERR_TypeError, "'%s' object is not subscriptable",
          value_type_name(v));
  return value_error();
}

bool value_set_item(Value v, Value index, Value x) {
  const Type *t = row_of(v);
  if (t && t->set_item)
    return t->set_item(v, index, x);
  return err_set(ERR_TypeError, "'%s' object does not support item assignment",
                 value_type_name(v));
}

bool value_del_item(Value v, Value index) {
  const Type *t = row_of(v);
  if (t && t->del_item)
    return t->del_item(v, index);
  return err_set(ERR_TypeError, "'%s' object doesn't support item deletion",
                 value_type_name(v));
}

int64_t value_length(Value v) {
  const Type *t = row_of(v);
  if (t && t->length)
    return t->length(v);
  err_set(ERR_TypeError, "object of type '%s' has no len()",
          value_type_name(v));
  return -1;
}

/* --- iteration ----------------------------------------------------------- */

Value value_iter(Value v) {
  const Type *t = row_of(v);
  if (t && t->iter)
    return t->iter(v);
  err_set(ERR_TypeError, "'%s' object is not iterable", value_type_name(v));
  return value_error();
}

Value value_next(Value iter) {
  const Type *t = row_of(iter);
  if (t && t->next)
    return t->next(iter);
  err_set(ERR_TypeError, "'%s' object is not an iterator",
          value_type_name(iter));
  return value_error();
}

Value value_list_of(Value iterable) {
  return value_first(iterable, SIZE_MAX);
}

Value value_first(Value iterable, size_t most) {
  const Value *items;
  size_t n;
  if (list_items(iterable, &items, &n)) {
    n = n < most ? n : most;
    Value list = list_new(n);
    for (size_t i = 0; i < n && value_ok(list); i++)
      list_append(list, items[i]);
    return list;
  }
  const Range *r = iter_range_of(iterable);
  Value iter = value_iter(iterable);
  n = !r ? 0 : (uint64_t)r->n < most ? (size_t)r->n : most;
  Value list = value_ok(iter) ? list_new(n) : value_error();
  for (n = 0; n < most && value_ok(list); n++) {
    Value x = value_next(iter);
    if (!value_ok(x) && !err_pending())
      break;
    if (!list_take(list, x)) {
      value_unref(list);
      list = value_error();
    }
  }
  value_unref(iter);
  return list;
}

/* Walks an iterable that has no `in` of its own. */
int value_search(Value v, Value x) {
  Value iter = value_iter(v);
  if (!value_ok(iter))
    return -1;
  int found = 0;
  while (!found) {
    Value item = value_next(iter);
    if (!value_ok(item)) {
      found = err_pending() ? -1 : 0;
      break;
    }
    found = value_equal(item, x);
    value_unref(item);
  }
  value_unref(iter);
  return found;
}

int value_contains(Value v, Value x) {
  const Type *t = row_of(v);
  if (t && t->contains)
    return t->contains(v, x);
  if (t && t->iter)
    return value_search(v, x);
  err_set(ERR_TypeError, "argument of type '%s' is not iterable",
          value_type_name(v));
  return -1;
}

/* --- calls --------------------------------------------------------------- */

Value value_call(Value callee, const CallArgs *args) {
  const Type *t = row_of(callee);
  if (t && t->call)
    return t->call(callee, args);
  err_set(ERR_TypeError, "'%s' object is not callable",
          value_type_name(callee));
  return value_error();
}

Value value_call_n(Value callee, const Value *items, int n) {
  return value_call(callee, &(CallArgs){.items = items, .n = n});
}
