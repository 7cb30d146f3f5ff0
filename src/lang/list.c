/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/list.h"

#include "lang/iter.h"
#include "lang/nest.h"
#include "lang/sequence.h"
#include "lang/slice.h"

#include <string.h>

Value list_new(size_t n) {
  List *l = mem_alloc(sizeof *l);
  if (!l)
    return value_error();
  *l = (List){.ref = {1, VALUE_TYPE_LIST}};
  if (n && !mem_grow((void **)&l->items, &l->cap, n, sizeof(Value))) {
    mem_free(l);
    return value_error();
  }
  cycle_add(&l->ref);
  return value_take(l);
}

bool list_take(Value list, Value x) {
  List *l = list_of(list);
  if (value_ok(x) && (l->n < l->cap || mem_grow((void **)&l->items, &l->cap,
                                                l->n + 1, sizeof(Value)))) {
    l->items[l->n++] = x;
    return true;
  }
  value_unref(x);
  return false;
}

bool list_append(Value list, Value x) {
  return list_take(list, value_ref(x));
}

void list_clear(List *l) {
  Value *items = l->items;
  size_t n = l->n;
  l->items = NULL;
  l->n = l->cap = 0;
  for (size_t i = 0; i < n; i++)
    value_unref(items[i]);
  mem_free(items);
}

static void clear(Ref *r) {
  list_clear((List *)r);
}

static void drop(Ref *r) {
  list_clear((List *)r);
  cycle_remove(r);
  mem_free(r);
}

bool list_items(Value v, const Value **items, size_t *n) {
  if (list_of(v)) {
    *items = list_of(v)->items;
    *n = list_of(v)->n;
    return true;
  }
  if (!tuple_of(v))
    return false;
  *items = tuple_of(v)->items;
  *n = tuple_of(v)->n;
  return true;
}

/* --- text and comparing -------------------------------------------------- */

static bool repr(Buf *b, Value v) {
  List *l = list_of(v);
  NestText place;
  if (!nest_text_enter(&place, v)) {
    buf_str(b, "[...]");
    return true;
  }
  bool ok = true;
  buf_char(b, '[');
  /* the list may change while a __repr__ runs */
  for (size_t i = 0; ok && i < l->n; i++) {
    Value x = value_ref(l->items[i]);
    if (i)
      buf_str(b, ", ");
    ok = value_repr(b, x);
    value_unref(x);
  }
  buf_char(b, ']');
  nest_text_leave(&place);
  return ok;
}

static int equal(Value a, Value b) {
  List *s = list_of(a), *t = list_of(b);
  if (!s || !t || s->n != t->n)
    return 0;
  int same = 1;
  for (size_t i = 0; same == 1 && i < s->n && i < t->n; i++)
    same = nest_equal(s->items[i], t->items[i]);
  return same == 1 ? s->n == t->n : same;
}

/* --- items --------------------------------------------------------------- */

static int64_t length(Value v) {
  return (int64_t)list_of(v)->n;
}

static Value get_slice(const List *l, const Slice *s) {
  int64_t start, step, count;
  if (!slice_range(s, (int64_t)l->n, &start, &step, &count))
    return value_error();
  Value out = list_new((size_t)count);
  for (int64_t i = 0; value_ok(out) && i < count; i++)
    list_append(out, l->items[start + i * step]);
  return out;
}

static Value get_item(Value v, Value index) {
  List *l = list_of(v);
  size_t i;
  if (slice_of(index))
    return get_slice(l, slice_of(index));
  if (!sequence_index(index, l->n, "list", "list", &i))
    return value_error();
  return value_ref(l->items[i]);
}

/* The old items go last: releasing them can run code that looks at the list. */
bool list_splice(List *l, size_t start, size_t count, const Value *items,
                 size_t n) {
  Value old = tuple_new(l->items + start, count);
  if (!value_ok(old))
    return false;
  size_t rest = l->n - start - count;
  if (n > count &&
      !mem_grow((void **)&l->items, &l->cap, l->n - count + n, sizeof(Value))) {
    value_unref(old);
    return false;
  }
  if (rest && n != count)
    memmove(l->items + start + n, l->items + start + count,
            rest * sizeof(Value));
  for (size_t i = 0; i < n; i++)
    l->items[start + i] = value_ref(items[i]);
  l->n = l->n - count + n;
  for (size_t i = 0; i < count; i++)
    value_unref(tuple_of(old)->items[i]);
  value_unref(old);
  return true;
}

static bool set_stepped(List *l, int64_t start, int64_t step, int64_t count,
                        const List *from) {
  if (from->n != (size_t)count)
    return err_set(ERR_ValueError,
                   "attempt to assign sequence of size %zu to extended slice "
                   "of size %lld",
                   from->n, (long long)count);
  for (int64_t i = 0; i < count; i++) {
    Value old = l->items[start + i * step];
    l->items[start + i * step] = from->items[i];
    from->items[i] = old; /* released with the copy */
  }
  return true;
}

static bool set_slice(List *l, const Slice *s, Value x) {
  int64_t start, step, count;
  Value copy = value_list_of(x);
  if (!value_ok(copy)) {
    if (err_now()->type == ERR_TypeError &&
        (x.tag != VALUE_REF || !type_rows[x.ref->type]->iter))
      err_set(ERR_TypeError, "can only assign an iterable");
    return false;
  }
  List *from = list_of(copy);
  bool ok = slice_range(s, (int64_t)l->n, &start, &step, &count);
  if (ok && step == 1)
    ok = list_splice(l, (size_t)start, (size_t)count, from->items, from->n);
  else if (ok)
    ok = set_stepped(l, start, step, count, from);
  value_unref(copy);
  return ok;
}

static bool set_item(Value v, Value index, Value x) {
  List *l = list_of(v);
  size_t i;
  if (slice_of(index))
    return set_slice(l, slice_of(index), x);
  if (!sequence_index(index, l->n, "list", "list assignment", &i))
    return false;
  value_put(&l->items[i], value_ref(x));
  return true;
}

static bool del_slice(List *l, const Slice *s) {
  int64_t start, step, count;
  if (!slice_range(s, (int64_t)l->n, &start, &step, &count))
    return false;
  if (step < 0 && count) {
    start += (count - 1) * step;
    step = -step;
  }
  if (step == 1)
    return list_splice(l, (size_t)start, (size_t)count, NULL, 0);
  for (int64_t i = count - 1; i >= 0; i--)
    if (!list_splice(l, (size_t)(start + i * step), 1, NULL, 0))
      return false;
  return true;
}

static bool del_item(Value v, Value index) {
  List *l = list_of(v);
  size_t i;
  if (slice_of(index))
    return del_slice(l, slice_of(index));
  if (!sequence_index(index, l->n, "list", "list assignment", &i))
    return false;
  return list_splice(l, i, 1, NULL, 0);
}

static int contains(Value v, Value x) {
  int64_t i = sequence_find(v, x, 0, SIZE_MAX);
  return i == -2 ? -1 : i >= 0;
}

/* --- operators ----------------------------------------------------------- */

static Value add(Value left, Value right) {
  List *s = list_of(left), *t = list_of(right);
  if (!s || value_is(right, VALUE_TYPE_INSTANCE))
    return value_absent();
  if (!t) {
    err_set(ERR_TypeError, "can only concatenate list (not \"%s\") to list",
            value_type_name(right));
    return value_error();
  }
  Value out = list_new(s->n + t->n);
  for (size_t i = 0; value_ok(out) && i < s->n + t->n; i++)
    list_append(out, i < s->n ? s->items[i] : t->items[i - s->n]);
  return out;
}

static Value repeat(Value v, Value count) {
  List *l = list_of(v);
  size_t k;
  if (sequence_repeat(count, l->n, &k) <= 0)
    return value_error();
  Value out = list_new(l->n * k);
  for (size_t i = 0; value_ok(out) && i < l->n * k; i++)
    list_append(out, l->items[i % l->n]);
  return out;
}

static Value binary(AstOp op, Value left, Value right) {
  if (op == AST_ADD)
    return add(left, right);
  if (op == AST_MUL)
    return list_of(left) ? repeat(left, right) : repeat(right, left);
  if (op >= AST_LT && op <= AST_GT && list_of(left) && list_of(right))
    return sequence_compare(op, left, right);
  return value_absent();
}

const Type list_type = {.drop = drop,
                        .clear = clear,
                        .repr = repr,
                        .equal = equal,
                        .length = length,
                        .iter = iter_over,
                        .contains = contains,
                        .get_item = get_item,
                        .set_item = set_item,
                        .del_item = del_item,
                        .binary = binary,
                        .methods = list_methods};
