/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/iter.h"

#include "base/stop.h"
#include "grad/tape.h"
#include "lang/interp.h"
#include "lang/list.h"
#include "lang/str.h"

#include <string.h>

typedef struct Iter {
  Ref ref;
  int n;
  const char *type_name;
  IterNext next;
  Value state[];
} Iter;

Value iter_new(const char *type_name, IterNext next, const Value *state,
               int n) {
  Iter *it = mem_alloc(sizeof *it + (size_t)n * sizeof(Value));
  if (!it)
    return value_error();
  *it = (Iter){{1, VALUE_TYPE_ITER}, n, type_name, next};
  for (int i = 0; i < n; i++)
    it->state[i] = value_ref(state[i]);
  return value_take(it);
}

const char *iter_type_name(Value iter) {
  return ((Iter *)iter.ref)->type_name;
}

static void drop(Ref *r) {
  Iter *it = (Iter *)r;
  for (int i = 0; i < it->n; i++)
    value_unref(it->state[i]);
  mem_free(it);
}

static bool repr(Buf *b, Value v) {
  const char *name = iter_type_name(v);
  buf_fmt(b, "<%s object %sat 0x%012zx>", name,
          strcmp(name, "generator") ? "" : "<genexpr> ", (size_t)v.ref);
  return true;
}

/* The state may be released while next runs, so the iterator is kept. */
static Value next(Value v) {
  Iter *it = (Iter *)v.ref;
  if (STOP_ASKED() || !interp_stack_left())
    return value_error();
  it->ref.count++;
  Value x = it->next(it->state, it->n);
  value_unref(v);
  return x;
}

static Value itself(Value v) {
  return value_ref(v);
}

const Type iter_type = {
    .drop = drop, .repr = repr, .iter = itself, .next = next};

/* --- over what is indexed ---------------------------------------------------
   state: the thing (None at the end), the place */

static Value finish(Value *state) {
  value_put(&state[0], value_none());
  return value_absent();
}

static Value next_item(Value *state, int n) {
  const Value *items;
  size_t count;
  (void)n;
  if (!list_items(state[0], &items, &count))
    return value_absent();
  if ((size_t)state[1].i >= count)
    return finish(state);
  return value_ref(items[state[1].i++]);
}

static Value next_number(Value *state, int n) {
  Range *r = iter_range_of(state[0]);
  (void)n;
  if (!r || state[1].i >= r->n)
    return value_absent();
  return value_int(r->start + r->step * state[1].i++);
}

/* The place is counted in bytes. */
static Value next_char(Value *state, int n) {
  Str *s = str_of(state[0]);
  (void)n;
  if (!s)
    return value_absent();
  size_t at = (size_t)state[1].i, end = at + 1;
  if (at >= s->len)
    return finish(state);
  while (end < s->len && ((unsigned char)s->text[end] & 0xc0) == 0x80)
    end++;
  state[1] = value_int((int64_t)end);
  return str_new(s->text + at, end - at);
}

static Value next_row(Value *state, int n) {
  const Array *a = value_array(state[0]);
  (void)n;
  if (!a)
    return value_absent();
  if (state[1].i >= a->shape[0])
    return finish(state);
  Value x = value_get_item(state[0], state[1]);
  state[1].i++;
  if (value_array(x))
    tape_name(value_array(x), "Unbind");
  return x;
}

/* Anything else ends by an IndexError. */
static Value next_by_item(Value *state, int n) {
  (void)n;
  if (value_is_none(state[0]))
    return value_absent();
  Value x = value_get_item(state[0], state[1]);
  state[1].i++;
  if (!value_ok(x) && err_is_a(err_now()->type, ERR_IndexError)) {
    err_clear();
    return finish(state);
  }
  return x;
}

Value iter_over(Value indexed) {
  Value state[] = {indexed, value_int(0)};
  const Array *a = value_array(indexed);
  if (list_of(indexed))
    return iter_new("list_iterator", next_item, state, 2);
  if (tuple_of(indexed))
    return iter_new("tuple_iterator", next_item, state, 2);
  if (iter_range_of(indexed))
    return iter_new("range_iterator", next_number, state, 2);
  if (str_of(indexed))
    return iter_new(str_of(indexed)->chars == str_of(indexed)->len
                        ? "str_ascii_iterator"
                        : "str_iterator",
                    next_char, state, 2);
  if (a && a->ndim)
    return iter_new("iterator", next_row, state, 2);
  const Type *t =
      indexed.tag == VALUE_REF ? type_rows[indexed.ref->type] : NULL;
  const Sym *name = sym_lit("__getitem__");
  Value method = value_absent();
  if (name && value_is(indexed, VALUE_TYPE_INSTANCE))
    method = value_find_attr(indexed, name);
  value_unref(method);
  bool can = value_is(indexed, VALUE_TYPE_INSTANCE) ? value_ok(method)
                                                    : t && t->get_item && !a;
  if (can)
    return iter_new("iterator", next_by_item, state, 2);
  if (!err_pending())
    err_set(ERR_TypeError, "'%s' object is not iterable",
            value_type_name(indexed));
  return value_error();
}

/* --- backwards -------------------------------------------------------------
   state: the thing, the place + 1 */

static Value next_backwards(Value *state, int n) {
  (void)n;
  if (state[1].i <= 0)
    return value_absent();
  state[1].i--;
  /* a list may have become shorter */
  List *l = list_of(state[0]);
  if (l && (size_t)state[1].i >= l->n) {
    state[1] = value_int(0);
    return value_absent();
  }
  Range *r = iter_range_of(state[0]);
  return r ? value_int(r->start + r->step * state[1].i)
           : value_get_item(state[0], state[1]);
}

static Value reversed_keys(Value v) {
  Value list = value_list_of(v);
  if (!value_ok(list))
    return list;
  Value state[] = {list, value_int((int64_t)list_of(list)->n)};
  Value it = iter_new("dict_reversekeyiterator", next_backwards, state, 2);
  value_unref(list);
  return it;
}

Value iter_reversed(Value v) {
  const Type *t = v.tag == VALUE_REF ? type_rows[v.ref->type] : NULL;
  if (value_is(v, VALUE_TYPE_DICT) || value_is(v, VALUE_TYPE_VIEW))
    return reversed_keys(v);
  if (!t || !t->get_item || !t->length) {
    err_set(ERR_TypeError, "'%s' object is not reversible", value_type_name(v));
    return value_error();
  }
  int64_t n = value_length(v);
  if (n < 0)
    return value_error();
  Value state[] = {v, value_int(n)};
  const char *name = list_of(v)         ? "list_reverseiterator"
                     : iter_range_of(v) ? "range_iterator"
                                        : "reversed";
  return iter_new(name, next_backwards, state, 2);
}
