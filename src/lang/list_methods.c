/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/list.h"

#include "lang/sequence.h"

static Value done(bool ok) {
  return ok ? value_none() : value_error();
}

static Value append(const Value *args) {
  return done(list_append(args[0], args[1]));
}

static Value extend(const Value *args) {
  List *l = list_of(args[0]);
  Value more = value_list_of(args[1]);
  if (!value_ok(more))
    return more;
  bool ok = list_splice(l, l->n, 0, list_of(more)->items, list_of(more)->n);
  value_unref(more);
  return done(ok);
}

static Value insert(const Value *args) {
  List *l = list_of(args[0]);
  int64_t i;
  if (!value_to_index(args[1], &i))
    return value_error();
  if (i < 0)
    i += (int64_t)l->n;
  size_t at = i < 0 ? 0 : i > (int64_t)l->n ? l->n : (size_t)i;
  return done(list_splice(l, at, 0, &args[2], 1));
}

static Value pop(const Value *args) {
  List *l = list_of(args[0]);
  int64_t i;
  if (!value_to_index(args[1], &i))
    return value_error();
  if (!l->n) {
    err_set(ERR_IndexError, "pop from empty list");
    return value_error();
  }
  if (i < 0)
    i += (int64_t)l->n;
  if (i < 0 || i >= (int64_t)l->n) {
    err_set(ERR_IndexError, "pop index out of range");
    return value_error();
  }
  Value x = value_ref(l->items[i]);
  if (list_splice(l, (size_t)i, 1, NULL, 0))
    return x;
  value_unref(x);
  return value_error();
}

static Value remove_item(const Value *args) {
  List *l = list_of(args[0]);
  int64_t i = sequence_find(args[0], args[1], 0, SIZE_MAX);
  if (i == -1)
    err_set(ERR_ValueError, "list.remove(x): x not in list");
  if (i < 0)
    return value_error();
  return done((size_t)i >= l->n || list_splice(l, (size_t)i, 1, NULL, 0));
}

static Value index_of(const Value *args) {
  size_t from, to;
  if (!sequence_bounds(args[2], args[3], list_of(args[0])->n, &from, &to))
    return value_error();
  int64_t i = sequence_find(args[0], args[1], from, to);
  if (i >= 0)
    return value_int(i);
  Buf text = BUF_EMPTY;
  if (i == -1 && value_repr(&text, args[1]))
    err_set(ERR_ValueError, "%s is not in list", buf_text(&text));
  buf_free(&text);
  return value_error();
}

static Value count(const Value *args) {
  int64_t n = sequence_count(args[0], args[1]);
  return n < 0 ? value_error() : value_int(n);
}

static Value sort(const Value *args) {
  int reverse = value_truth(args[2]);
  if (reverse < 0)
    return value_error();
  return done(list_sort(args[0], args[1], reverse));
}

static Value reverse(const Value *args) {
  List *l = list_of(args[0]);
  for (size_t i = 0; i < l->n / 2; i++) {
    Value x = l->items[i];
    l->items[i] = l->items[l->n - 1 - i];
    l->items[l->n - 1 - i] = x;
  }
  return value_none();
}

static Value copy(const Value *args) {
  return value_list_of(args[0]);
}

static Value clear(const Value *args) {
  list_clear(list_of(args[0]));
  return value_none();
}

const Native list_methods[] = {
    {"append", "self object /", append, "adds one item at the end", NULL, NULL},
    {"extend", "self iterable /", extend, "adds all items of an iterable", NULL,
     NULL},
    {"insert", "self index object /", insert, "puts an item before index", NULL,
     NULL},
    {"pop", "self index=-1 /", pop, "takes an item out, the last one",
     "[1, 2, 3].pop()", "3"},
    {"remove", "self value /", remove_item, "removes the first equal item",
     NULL, NULL},
    {"index", "self value start? stop? /", index_of, "where value is first",
     "[5, 6, 7].index(6)", "1"},
    {"count", "self value /", count, "how often value is in it",
     "[1, 2, 1].count(1)", "2"},
    {"sort", "self * key=None reverse=False", sort,
     "sorts in place, small ones first", NULL, NULL},
    {"reverse", "self", reverse, "turns the order round, in place", NULL, NULL},
    {"copy", "self", copy, "a new list of the same items", "[1, 2].copy()",
     "[1, 2]"},
    {"clear", "self", clear, "removes all items", NULL, NULL},
    {0}};
