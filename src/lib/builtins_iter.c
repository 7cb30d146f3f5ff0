/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/builtins_iter.h"

#include "lang/iter.h"
#include "lang/list.h"

Value builtins_iter_range(const Value *args) {
  const Tuple *t = tuple_of(args[0]);
  int64_t part[3] = {0, 0, 1};
  if (t->n < 1 || t->n > 3) {
    if (t->n)
      err_set(ERR_TypeError, "range expected at most 3 arguments, got %zu",
              t->n);
    else
      err_set(ERR_TypeError, "range expected at least 1 argument, got 0");
    return value_error();
  }
  for (size_t i = 0; i < t->n; i++)
    if (!value_to_index(t->items[i], &part[t->n == 1 ? 1 : i]))
      return value_error();
  if (!part[2]) {
    err_set(ERR_ValueError, "range() arg 3 must not be zero");
    return value_error();
  }
  return iter_range(part[0], part[1], part[2]);
}

/* An iterator that owns its state: the values are taken over. */
static Value make(const char *name, IterNext next, Value *state, int n,
                  bool ok) {
  Value it = ok ? iter_new(name, next, state, n) : value_error();
  for (int i = 0; i < n; i++)
    value_unref(state[i]);
  return it;
}

/* state: iterator, number */
static Value next_pair(Value *state, int n) {
  (void)n;
  Value x = value_next(state[0]);
  if (!value_ok(x))
    return x;
  Value pair = tuple_take((Value[]){state[1], x}, 2);
  state[1].i++;
  return pair;
}

Value builtins_iter_enumerate(const Value *args) {
  int64_t start;
  if (!value_to_index(args[1], &start))
    return value_error();
  Value state[] = {value_iter(args[0]), value_int(start)};
  return make("enumerate", next_pair, state, 2, value_ok(state[0]));
}

/* --- zip and map ------------------------------------------------------------
   state: a tuple of iterators, and strict or the function */

static Value iterators(const Tuple *iterables, size_t from) {
  Value list = list_new(iterables->n);
  bool ok = value_ok(list);
  for (size_t i = from; ok && i < iterables->n; i++)
    ok = list_take(list, value_iter(iterables->items[i]));
  Value t = ok ? tuple_from(list) : value_error();
  value_unref(list);
  return t;
}

/* The next item of each as a tuple; absent when one ends, *ended tells
   which. */
static Value next_of_each(Value iters, size_t *ended) {
  enum { FEW = 8 };
  const Tuple *t = tuple_of(iters);
  Value few[FEW], *items = few;
  if (t->n > FEW && !(items = mem_alloc(t->n * sizeof *items)))
    return value_error();
  size_t i = 0;
  while (i < t->n && value_ok(items[i] = value_next(t->items[i])))
    i++;
  *ended = i;
  Value v = i == t->n ? tuple_take(items, i) : value_absent();
  while (!value_ok(v) && *ended < t->n && i > 0)
    value_unref(items[--i]);
  if (items != few)
    mem_free(items);
  return v;
}

/* zip(strict=True): has one iterable more items than another? */
static void check_ends(Value iters, size_t ended) {
  const Tuple *t = tuple_of(iters);
  if (ended) {
    err_set(ERR_ValueError, "zip() argument %zu is shorter than argument%s%zu",
            ended + 1, ended == 1 ? " " : "s 1-", ended == 1 ? 1 : ended);
    return;
  }
  for (size_t i = 1; i < t->n; i++) {
    Value x = value_next(t->items[i]);
    value_unref(x);
    if (value_ok(x))
      err_set(ERR_ValueError, "zip() argument %zu is longer than argument%s%zu",
              i + 1, i == 1 ? " " : "s 1-", i == 1 ? 1 : i);
    if (value_ok(x) || err_pending())
      return;
  }
}

static Value next_tuple(Value *state, int n) {
  size_t ended;
  (void)n;
  if (!tuple_of(state[0])->n)
    return value_absent();
  Value t = next_of_each(state[0], &ended);
  if (!value_ok(t) && !err_pending() && state[1].b)
    check_ends(state[0], ended);
  return t;
}

Value builtins_iter_zip(const Value *args) {
  int strict = value_truth(args[1]);
  if (strict < 0)
    return value_error();
  Value state[] = {iterators(tuple_of(args[0]), 0), value_bool(strict)};
  return make("zip", next_tuple, state, 2, value_ok(state[0]));
}

static Value next_result(Value *state, int n) {
  size_t ended;
  (void)n;
  Value t = next_of_each(state[0], &ended);
  if (!value_ok(t))
    return t;
  Value x = value_call_n(state[1], tuple_of(t)->items, (int)tuple_of(t)->n);
  value_unref(t);
  return x;
}

Value builtins_iter_map(const Value *args) {
  const Tuple *t = tuple_of(args[0]);
  if (t->n < 2) {
    err_set(ERR_TypeError, "map() must have at least two arguments.");
    return value_error();
  }
  Value state[] = {iterators(t, 1), value_ref(t->items[0])};
  return make("map", next_result, state, 2, value_ok(state[0]));
}

/* --- the others ----------------------------------------------------------- */

/* 1, 0, -1 */
static int passes(Value test, Value x) {
  if (value_is_none(test))
    return value_truth(x);
  Value r = value_call_n(test, &x, 1);
  int t = value_ok(r) ? value_truth(r) : -1;
  value_unref(r);
  return t;
}

static Value next_passing(Value *state, int n) {
  (void)n;
  for (;;) {
    Value x = value_next(state[0]);
    if (!value_ok(x))
      return x;
    int t = passes(state[1], x);
    if (t > 0)
      return x;
    value_unref(x);
    if (t < 0)
      return value_error();
  }
}

Value builtins_iter_filter(const Value *args) {
  Value state[] = {value_iter(args[1]), value_ref(args[0])};
  return make("filter", next_passing, state, 2, value_ok(state[0]));
}

Value builtins_iter_reversed(const Value *args) {
  return iter_reversed(args[0]);
}

static Value next_call(Value *state, int n) {
  (void)n;
  if (!value_ok(state[0]))
    return value_absent();
  Value x = value_call_n(state[0], NULL, 0);
  int end = value_ok(x) ? value_equal(x, state[1]) : -1;
  if (!end)
    return x;
  value_unref(x);
  if (end > 0)
    value_put(&state[0], value_absent());
  return value_absent();
}

Value builtins_iter_until(Value function, Value end) {
  return iter_new("callable_iterator", next_call, (Value[]){function, end}, 2);
}
