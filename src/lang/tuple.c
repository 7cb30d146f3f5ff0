/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/tuple.h"

#include "lang/iter.h"
#include "lang/list.h"
#include "lang/nest.h"
#include "lang/sequence.h"
#include "lang/slice.h"

#include <string.h>

static Tuple *blank(size_t n) {
  Tuple *t = mem_alloc(sizeof *t + n * sizeof(Value));
  if (t)
    *t = (Tuple){.ref = {1, VALUE_TYPE_TUPLE}, .n = n};
  return t;
}

Value tuple_new(const Value *items, size_t n) {
  Tuple *t = blank(n);
  for (size_t i = 0; t && i < n; i++)
    t->items[i] = value_ref(items[i]);
  return value_take(t);
}

Value tuple_take(const Value *items, size_t n) {
  Tuple *t = blank(n);
  for (size_t i = 0; i < n; i++)
    if (t)
      t->items[i] = items[i];
    else
      value_unref(items[i]);
  return value_take(t);
}

Value tuple_of_ints(const int64_t *items, int n) {
  Tuple *t = blank((size_t)n);
  for (int i = 0; t && i < n; i++)
    t->items[i] = value_int(items[i]);
  return value_take(t);
}

Value tuple_from(Value iterable) {
  if (tuple_of(iterable) && !tuple_of(iterable)->type_name)
    return value_ref(iterable);
  Value list = value_list_of(iterable);
  if (!value_ok(list))
    return list;
  Value t = tuple_new(list_of(list)->items, list_of(list)->n);
  value_unref(list);
  return t;
}

static void drop(Ref *r) {
  Tuple *t = (Tuple *)r;
  for (size_t i = 0; i < t->n; i++)
    value_unref(t->items[i]);
  mem_free(t);
}

/* --- text ---------------------------------------------------------------- */

static bool is_size(const Tuple *t) {
  return t->type_name && strcmp(t->type_name, "torch.Size") == 0;
}

/* torch.return_types.max(
   values=tensor(3.),
   indices=tensor(1)) */
static bool repr_fields(Buf *b, const Tuple *t) {
  buf_fmt(b, "%s(", t->type_name);
  for (size_t i = 0; i < t->n; i++) {
    buf_fmt(b, "%s\n%s=", i ? "," : "", t->fields[i]);
    if (!value_repr(b, t->items[i]))
      return false;
  }
  buf_char(b, ')');
  return true;
}

static bool repr_items(Buf *b, const Tuple *t) {
  if (t->fields)
    return repr_fields(b, t);
  if (t->type_name)
    buf_fmt(b, "%s([", t->type_name);
  else
    buf_char(b, '(');
  bool ok = sequence_repr(b, t->items, t->n);
  if (t->type_name)
    buf_str(b, "])");
  else
    buf_str(b, t->n == 1 ? ",)" : ")");
  return ok;
}

static bool repr(Buf *b, Value v) {
  NestText place;
  if (!nest_text_enter(&place, v)) {
    buf_str(b, "(...)");
    return true;
  }
  bool ok = repr_items(b, tuple_of(v));
  nest_text_leave(&place);
  return ok;
}

/* --- comparing ----------------------------------------------------------- */

static int equal(Value a, Value b) {
  Tuple *s = tuple_of(a), *t = tuple_of(b);
  if (!s || !t || s->n != t->n)
    return 0;
  int same = 1;
  for (size_t i = 0; same == 1 && i < s->n; i++)
    same = nest_equal(s->items[i], t->items[i]);
  return same;
}

static bool hash(Value v, uint64_t *out) {
  Tuple *t = tuple_of(v);
  uint64_t h = 0x27d4eb2f165667c5u + t->n;
  if (!nest_enter())
    return false;
  bool ok = true;
  for (size_t i = 0; ok && i < t->n; i++) {
    uint64_t item = 0;
    ok = value_hash(t->items[i], &item);
    h += item * 0xc2b2ae3d27d4eb4fu;
    h = (h << 31 | h >> 33) * 0x9e3779b185ebca87u;
  }
  nest_leave();
  *out = h;
  return ok;
}

/* --- items --------------------------------------------------------------- */

static int64_t length(Value v) {
  return (int64_t)tuple_of(v)->n;
}

/* torch.Size stays one through slices and arithmetic. */
static Value as_kind_of(const Tuple *t, Tuple *made) {
  if (made && is_size(t))
    made->type_name = t->type_name;
  return value_take(made);
}

static Value get_slice(const Tuple *t, const Slice *s) {
  int64_t start, step, count;
  if (!slice_range(s, (int64_t)t->n, &start, &step, &count))
    return value_error();
  Tuple *out = blank((size_t)count);
  for (int64_t i = 0; out && i < count; i++)
    out->items[i] = value_ref(t->items[start + i * step]);
  return as_kind_of(t, out);
}

static Value get_item(Value v, Value index) {
  Tuple *t = tuple_of(v);
  size_t i;
  if (slice_of(index))
    return get_slice(t, slice_of(index));
  if (!sequence_index(index, t->n, "tuple", "tuple", &i))
    return value_error();
  return value_ref(t->items[i]);
}

static int contains(Value v, Value x) {
  int64_t i = sequence_find(v, x, 0, tuple_of(v)->n);
  return i == -2 ? -1 : i >= 0;
}

static Value field(Value v, const Sym *name) {
  Tuple *t = tuple_of(v);
  for (size_t i = 0; t->fields && i < t->n; i++)
    if (strcmp(t->fields[i], name->text) == 0)
      return value_ref(t->items[i]);
  return value_absent();
}

/* --- operators ----------------------------------------------------------- */

static Value add(Value left, Value right) {
  Tuple *s = tuple_of(left), *t = tuple_of(right);
  if (!s || value_is(right, VALUE_TYPE_INSTANCE))
    return value_absent();
  if (!t) {
    err_set(ERR_TypeError, "can only concatenate tuple (not \"%s\") to tuple",
            value_type_name(right));
    return value_error();
  }
  Tuple *out = blank(s->n + t->n);
  for (size_t i = 0; out && i < out->n; i++)
    out->items[i] = value_ref(i < s->n ? s->items[i] : t->items[i - s->n]);
  return as_kind_of(s, out);
}

static Value repeat(Value v, Value count) {
  Tuple *t = tuple_of(v);
  size_t k;
  if (sequence_repeat(count, t->n, &k) <= 0)
    return value_error();
  Tuple *out = blank(t->n * k);
  for (size_t i = 0; out && i < out->n; i++)
    out->items[i] = value_ref(t->items[i % t->n]);
  return as_kind_of(t, out);
}

static Value binary(AstOp op, Value left, Value right) {
  if (op == AST_ADD)
    return add(left, right);
  if (op == AST_MUL)
    return tuple_of(left) ? repeat(left, right) : repeat(right, left);
  if (op >= AST_LT && op <= AST_GT && tuple_of(left) && tuple_of(right))
    return sequence_compare(op, left, right);
  return value_absent();
}

/* --- methods ------------------------------------------------------------- */

static Value method_count(const Value *args) {
  int64_t n = sequence_count(args[0], args[1]);
  return n < 0 ? value_error() : value_int(n);
}

static Value method_index(const Value *args) {
  size_t from, to;
  if (!sequence_bounds(args[2], args[3], tuple_of(args[0])->n, &from, &to))
    return value_error();
  int64_t i = sequence_find(args[0], args[1], from, to);
  if (i == -1)
    err_set(ERR_ValueError, "tuple.index(x): x not in tuple");
  return i < 0 ? value_error() : value_int(i);
}

static Value method_numel(const Value *args) {
  Tuple *t = tuple_of(args[0]);
  int64_t n = 1, k;
  if (!is_size(t)) {
    err_set(ERR_AttributeError, "'tuple' object has no attribute 'numel'");
    return value_error();
  }
  for (size_t i = 0; i < t->n; i++)
    n *= value_as_int(t->items[i], &k) ? k : 1;
  return value_int(n);
}

static const Native methods[] = {
    {"count", "self value /", method_count, "how often value is in it",
     "(1, 2, 1).count(1)", "2"},
    {"index", "self value start? stop? /", method_index, "where value is first",
     "(5, 6, 7).index(6)", "1"},
    {"numel", "self", method_numel, "product of a torch.Size", NULL, NULL},
    {0}};

const Type tuple_type = {.drop = drop,
                         .repr = repr,
                         .equal = equal,
                         .hash = hash,
                         .length = length,
                         .iter = iter_over,
                         .contains = contains,
                         .get_item = get_item,
                         .get_attr = field,
                         .binary = binary,
                         .methods = methods};
