/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/dict_set.h"

#include "lang/tuple.h"

static Value done(bool ok) {
  return ok ? value_none() : value_error();
}

static Value add(const Value *args) {
  return done(dict_set_add(dict_of(args[0]), args[1]));
}

static Value discard(const Value *args) {
  return done(dict_remove(args[0], args[1]) >= 0);
}

static Value remove_item(const Value *args) {
  int t = dict_remove(args[0], args[1]);
  return done(t > 0 || (t == 0 && dict_key_error(args[1])));
}

/* Goes on behind the place of the last pop. */
static Value pop(const Value *args) {
  Dict *s = dict_of(args[0]);
  if (!s->n) {
    dict_key_error_text("pop from an empty set");
    return value_error();
  }
  size_t at = s->table_size & (s->used - 1);
  while (!value_ok(s->entries[at].key))
    at = (at + 1) & (s->used - 1);
  s->table_size = at + 1;
  Value x = s->entries[at].key;
  s->entries[at].key = value_absent();
  s->entries[at].value = value_none();
  s->n--;
  return x;
}

/* Folds `step` over the iterables in args[1], a tuple. */
static Value fold(const Value *args, Value (*step)(Value, Value)) {
  const Tuple *others = tuple_of(args[1]);
  Value out = others->n ? value_ref(args[0]) : dict_set_from(args[0]);
  for (size_t i = 0; value_ok(out) && i < others->n; i++) {
    Value next = step(out, others->items[i]);
    value_unref(out);
    out = next;
  }
  return out;
}

static Value plus(Value set, Value other) {
  Value out = dict_set_from(set);
  if (!value_ok(out) || dict_set_update(out, other))
    return out;
  value_unref(out);
  return value_error();
}

static Value union_of(const Value *args) {
  return fold(args, plus);
}

static Value intersection(const Value *args) {
  return fold(args, dict_set_intersection);
}

static Value difference(const Value *args) {
  return fold(args, dict_set_difference);
}

static Value symmetric_difference(const Value *args) {
  return dict_set_symmetric(args[0], args[1]);
}

static Value truth(int t) {
  return t < 0 ? value_error() : value_bool(t);
}

static Value is_subset(const Value *args) {
  return truth(dict_set_is_subset(args[0], args[1]));
}

static Value is_superset(const Value *args) {
  Value other = dict_set_from(args[1]);
  int t = value_ok(other) ? dict_set_is_subset(other, args[0]) : -1;
  value_unref(other);
  return truth(t);
}

static Value is_disjoint(const Value *args) {
  Value both = dict_set_intersection(args[0], args[1]);
  bool none = value_ok(both) && !dict_of(both)->n;
  value_unref(both);
  return value_ok(both) ? value_bool(none) : value_error();
}

static Value update(const Value *args) {
  const Tuple *others = tuple_of(args[1]);
  for (size_t i = 0; i < others->n; i++)
    if (!dict_set_update(args[0], others->items[i]))
      return value_error();
  return value_none();
}

static Value difference_update(const Value *args) {
  const Tuple *others = tuple_of(args[1]);
  for (size_t i = 0; i < others->n; i++)
    if (!dict_set_remove_all(args[0], others->items[i]))
      return value_error();
  return value_none();
}

static Value intersection_update(const Value *args) {
  return done(dict_set_become(args[0], fold(args, dict_set_intersection)));
}

static Value symmetric_update(const Value *args) {
  return done(dict_set_toggle(args[0], args[1]));
}

static Value copy(const Value *args) {
  return dict_set_from(args[0]);
}

static Value clear(const Value *args) {
  dict_clear(dict_of(args[0]));
  return value_none();
}

const Native dict_set_methods[] = {
    {"add", "self object /", add, "adds one item", NULL, NULL},
    {"discard", "self object /", discard, "removes an item if it is there",
     NULL, NULL},
    {"remove", "self object /", remove_item, "removes an item", NULL, NULL},
    {"pop", "self", pop, "takes some item out", NULL, NULL},
    {"union", "self *others", union_of, "items of any of them",
     "{1}.union({2})", "{1, 2}"},
    {"intersection", "self *others", intersection, "items of all of them",
     "{1, 2}.intersection({2, 3})", "{2}"},
    {"difference", "self *others", difference, "items not in the others",
     "{1, 2}.difference({2})", "{1}"},
    {"symmetric_difference", "self other /", symmetric_difference,
     "items of one of the two only", "{1, 2}.symmetric_difference({2, 3})",
     "{1, 3}"},
    {"issubset", "self other /", is_subset, "is every item in other?",
     "{1}.issubset({1, 2})", "True"},
    {"issuperset", "self other /", is_superset,
     "is every item of other in this one?", "{1, 2}.issuperset([1])", "True"},
    {"isdisjoint", "self other /", is_disjoint, "have they nothing in common?",
     "{1}.isdisjoint({2})", "True"},
    {"update", "self *others", update, "adds the items of others", NULL, NULL},
    {"difference_update", "self *others", difference_update,
     "removes the items of others", NULL, NULL},
    {"intersection_update", "self *others", intersection_update,
     "keeps the items that all have", NULL, NULL},
    {"symmetric_difference_update", "self other /", symmetric_update,
     "keeps the items of one of the two only", NULL, NULL},
    {"copy", "self", copy, "a new set of the same items", "{1, 2}.copy()",
     "{1, 2}"},
    {"clear", "self", clear, "removes all items", NULL, NULL},
    {0}};
