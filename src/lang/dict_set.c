/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set is printed in the order of its table, and learners print sets of
   labels: {2, 0, 1} shows as {0, 1, 2}. So the table is CPython's: open
   addressing from the hash, a few neighbours, then a jump that takes in more
   bits of the hash; grown fourfold when three fifths are full.

   Of the Dict, entries[0 .. used) is the table, cap counts the slots ever
   filled, table_size is where pop() goes on. A free slot has an absent key;
   its value is None when an item was removed there. */
#include "lang/dict_set.h"

#include "lang/iter.h"
#include "lang/list.h"
#include "lang/nest.h"

/* --- the table ----------------------------------------------------------- */

enum { SMALLEST = 8, NEIGHBOURS = 9, SHIFT = 5 };

/* Slots at .. at + left are looked at, then a jump. */
typedef struct Probe {
  size_t mask, at, perturb, left;
} Probe;

static Probe probe_start(const Dict *s, uint64_t hash) {
  size_t mask = s->used - 1, at = hash & mask;
  return (Probe){mask, at, hash, at + NEIGHBOURS <= mask ? NEIGHBOURS : 0};
}

static void probe_jump(Probe *p) {
  p->perturb >>= SHIFT;
  p->at = (p->at * 5 + 1 + p->perturb) & p->mask;
  p->left = p->at + NEIGHBOURS <= p->mask ? NEIGHBOURS : 0;
}

static bool never_used(const DictEntry *e) {
  return !value_ok(e->key) && !value_ok(e->value);
}

static bool holds(const DictEntry *e, uint64_t hash, Value key) {
  return value_ok(e->key) && e->hash == hash &&
         (value_same(e->key, key) || nest_equal(e->key, key) > 0);
}

/* The slot of key, or the one where it would go: the last one met whose item
   was removed, else the free one that ends the search. */
static DictEntry *slot_of(const Dict *s, uint64_t hash, Value key) {
  DictEntry *removed = NULL;
  for (Probe p = probe_start(s, hash);; probe_jump(&p))
    for (size_t i = p.at; i <= p.at + p.left; i++) {
      DictEntry *e = &s->entries[i];
      if (never_used(e))
        return removed ? removed : e;
      if (holds(e, hash, key))
        return e;
      if (!value_ok(e->key))
        removed = e;
    }
}

static void insert_clean(Dict *s, const DictEntry *x) {
  for (Probe p = probe_start(s, x->hash);; probe_jump(&p))
    for (size_t i = p.at; i <= p.at + p.left; i++)
      if (!value_ok(s->entries[i].key)) {
        s->entries[i] = *x;
        return;
      }
}

static bool resize(Dict *s, size_t least) {
  Dict old = *s;
  size_t size = SMALLEST;
  while (size <= least)
    size *= 2;
  DictEntry *entries = mem_zeroed(size, sizeof *entries);
  if (!entries)
    return false;
  s->entries = entries;
  s->used = size;
  s->cap = s->n;
  for (size_t i = 0; i < old.used; i++)
    if (value_ok(old.entries[i].key))
      insert_clean(s, &old.entries[i]);
  mem_free(old.entries);
  return true;
}

DictEntry *dict_set_find(const Dict *s, Value key) {
  uint64_t hash;
  if (!dict_set_hash(key, &hash) || !s->n)
    return NULL;
  DictEntry *e = slot_of(s, hash, key);
  return value_ok(e->key) ? e : NULL;
}

static bool add_hashed(Dict *s, Value key, uint64_t hash) {
  if (!s->used && !resize(s, 0))
    return false;
  DictEntry *e = slot_of(s, hash, key);
  if (value_ok(e->key) || err_pending())
    return !err_pending();
  s->n++;
  s->cap += never_used(e);
  *e = (DictEntry){hash, value_ref(key), value_none()};
  if (s->cap * 5 < (s->used - 1) * 3)
    return true;
  return resize(s, s->n > 50000 ? s->n * 2 : s->n * 4);
}

bool dict_set_add(Dict *s, Value key) {
  uint64_t hash;
  return dict_set_hash(key, &hash) && add_hashed(s, key, hash);
}

/* --- filling ------------------------------------------------------------- */

static bool room_for(Dict *s, size_t more) {
  if (!s->used && !resize(s, 0))
    return false;
  return (s->cap + more) * 5 < (s->used - 1) * 3 ||
         resize(s, (s->n + more) * 2);
}

/* An empty set that gets another's items keeps their places if it can. */
static void copy_into(Dict *s, const Dict *from) {
  bool same = s->used == from->used && from->cap == from->n;
  for (size_t i = 0; i < from->used; i++) {
    const DictEntry *e = &from->entries[i];
    if (!value_ok(e->key))
      continue;
    value_ref(e->key);
    if (same)
      s->entries[i] = *e;
    else
      insert_clean(s, e);
  }
  s->n = s->cap = from->n;
}

static bool merge(Dict *s, const Dict *from) {
  if (s == from || !from->n)
    return true;
  if (!room_for(s, from->n))
    return false;
  if (!s->cap) {
    copy_into(s, from);
    return true;
  }
  size_t at = 0;
  DictEntry *e;
  while ((e = dict_next(from, &at)))
    if (!add_hashed(s, e->key, e->hash))
      return false;
  return true;
}

static bool add_keys(Dict *s, const Dict *from) {
  size_t at = 0;
  DictEntry *e;
  if (!room_for(s, from->n))
    return false;
  while ((e = dict_next(from, &at)))
    if (!dict_set_add(s, e->key))
      return false;
  return true;
}

bool dict_set_update(Value set, Value from) {
  Dict *s = dict_of(set);
  if (value_is(from, VALUE_TYPE_SET))
    return merge(s, dict_of(from));
  if (value_is(from, VALUE_TYPE_DICT))
    return add_keys(s, dict_of(from));
  Value iter = value_iter(from), x;
  if (!value_ok(iter))
    return false;
  bool ok = true;
  while (ok && value_ok(x = value_next(iter))) {
    ok = dict_set_add(s, x);
    value_unref(x);
  }
  value_unref(iter);
  return ok && !err_pending();
}

Value dict_set_from(Value iterable) {
  Value set = dict_new_set();
  if (!value_ok(set) || dict_set_update(set, iterable))
    return set;
  value_unref(set);
  return value_error();
}

/* --- algebra ------------------------------------------------------------- */

static Value checked(Value set, bool ok) {
  if (ok)
    return set;
  value_unref(set);
  return value_error();
}

/* other itself when it is a set, else a set of its items. */
static Value as_set(Value other) {
  return value_is(other, VALUE_TYPE_SET) ? value_ref(other)
                                         : dict_set_from(other);
}

/* The items of `from` that are (or are not) in `in`. */
static Value filtered(Value from, Value in, bool wanted) {
  Value out = dict_new_set();
  bool ok = value_ok(out);
  size_t at = 0;
  DictEntry *e;
  while (ok && (e = dict_next(dict_of(from), &at)))
    if ((dict_set_find(dict_of(in), e->key) != NULL) == wanted)
      ok = add_hashed(dict_of(out), e->key, e->hash);
  return checked(out, ok && !err_pending());
}

static Value common_items(Value set, Value iterable) {
  Value out = dict_new_set(), x = value_absent();
  Value iter = value_ok(out) ? value_iter(iterable) : value_error();
  bool ok = value_ok(iter);
  while (ok && value_ok(x = value_next(iter))) {
    if (dict_find(dict_of(set), x))
      ok = dict_set_add(dict_of(out), x);
    ok = ok && !err_pending();
    value_unref(x);
  }
  value_unref(iter);
  return checked(out, ok && !err_pending());
}

Value dict_set_intersection(Value set, Value other) {
  if (!value_is(other, VALUE_TYPE_SET))
    return common_items(set, other);
  bool swap = dict_of(other)->n > dict_of(set)->n;
  return swap ? filtered(set, other, true) : filtered(other, set, true);
}

/* When a quarter of the slots have lost their item, the table is made anew. */
static bool tidy(Dict *s) {
  if (!s->used || s->cap - s->n <= (s->used - 1) / 4)
    return true;
  return resize(s, s->n > 50000 ? s->n * 2 : s->n * 4);
}

bool dict_set_remove_all(Value set, Value other) {
  if (value_same(set, other)) {
    dict_clear(dict_of(set));
    return true;
  }
  Value items = as_set(other);
  bool ok = value_ok(items);
  size_t at = 0;
  DictEntry *e;
  while (ok && (e = dict_next(dict_of(items), &at)))
    ok = dict_remove(set, e->key) >= 0;
  value_unref(items);
  return ok && tidy(dict_of(set));
}

Value dict_set_difference(Value set, Value other) {
  bool keyed = dict_of(other) != NULL;
  if (!keyed || dict_of(set)->n >> 2 > dict_of(other)->n) {
    Value out = dict_set_from(set);
    return checked(out, value_ok(out) && dict_set_remove_all(out, other));
  }
  Value items = as_set(other);
  Value out = value_ok(items) ? filtered(set, items, false) : value_error();
  value_unref(items);
  return out;
}

static void move_table(Dict *to, const Dict *from) {
  Dict head = *to;
  *to = *from;
  to->ref = head.ref;
  to->link = head.link;
}

bool dict_set_become(Value set, Value made) {
  if (!value_ok(made))
    return false;
  Dict old = *dict_of(set);
  move_table(dict_of(set), dict_of(made));
  move_table(dict_of(made), &old);
  value_unref(made);
  return true;
}

bool dict_set_toggle(Value set, Value other) {
  if (value_same(set, other)) {
    dict_clear(dict_of(set));
    return true;
  }
  Value items = as_set(other);
  bool ok = value_ok(items);
  size_t at = 0;
  DictEntry *e;
  while (ok && (e = dict_next(dict_of(items), &at))) {
    int t = dict_remove(set, e->key);
    ok = t > 0 || (t == 0 && add_hashed(dict_of(set), e->key, e->hash));
  }
  value_unref(items);
  return ok;
}

Value dict_set_symmetric(Value set, Value other) {
  Value out = dict_set_from(other);
  return checked(out, value_ok(out) && dict_set_toggle(out, set));
}

int dict_set_is_subset(Value set, Value other) {
  Value in = as_set(other);
  if (!value_ok(in))
    return -1;
  size_t at = 0;
  DictEntry *e;
  int t = dict_of(set)->n <= dict_of(in)->n;
  while (t == 1 && (e = dict_next(dict_of(set), &at)))
    t = dict_set_find(dict_of(in), e->key) != NULL;
  value_unref(in);
  return err_pending() ? -1 : t;
}

/* --- the type ------------------------------------------------------------ */

static bool repr(Buf *b, Value v) {
  NestText place;
  if (!dict_of(v)->n || !nest_text_enter(&place, v)) {
    buf_str(b, dict_of(v)->n ? "set(...)" : "set()");
    return true;
  }
  Value items = value_list_of(v);
  bool ok = value_ok(items);
  buf_char(b, '{');
  for (size_t i = 0; ok && i < list_of(items)->n; i++) {
    if (i)
      buf_str(b, ", ");
    ok = value_repr(b, list_of(items)->items[i]);
  }
  buf_char(b, '}');
  nest_text_leave(&place);
  value_unref(items);
  return ok;
}

static int equal(Value a, Value b) {
  if (!value_is(a, VALUE_TYPE_SET) || !value_is(b, VALUE_TYPE_SET))
    return 0;
  return dict_of(a)->n == dict_of(b)->n ? dict_set_is_subset(a, b) : 0;
}

static int64_t length(Value v) {
  return (int64_t)dict_of(v)->n;
}

static int contains(Value v, Value x) {
  DictEntry *e = dict_find(dict_of(v), x);
  return e ? 1 : err_pending() ? -1 : 0;
}

static Value iter(Value v) {
  return dict_iter(v, 'k');
}

static Value order(AstOp op, Value left, Value right) {
  size_t n = dict_of(left)->n, m = dict_of(right)->n;
  if ((op == AST_LT && n >= m) || (op == AST_GT && n <= m))
    return value_bool(false);
  int t = op == AST_LT || op == AST_LE ? dict_set_is_subset(left, right)
                                       : dict_set_is_subset(right, left);
  return t < 0 ? value_error() : value_bool(t);
}

static Value union_of(Value left, Value right) {
  Value out = dict_set_from(left);
  return checked(out, value_ok(out) && dict_set_update(out, right));
}

static Value binary(AstOp op, Value left, Value right) {
  if (!value_is(left, VALUE_TYPE_SET) || !value_is(right, VALUE_TYPE_SET))
    return value_absent();
  switch (op) {
  case AST_BITOR: return union_of(left, right);
  case AST_BITAND: return dict_set_intersection(left, right);
  case AST_SUB: return dict_set_difference(left, right);
  case AST_BITXOR: return dict_set_symmetric(left, right);
  case AST_LT:
  case AST_LE:
  case AST_GE:
  case AST_GT: return order(op, left, right);
  default: return value_absent();
  }
}

const Type dict_set_type = {.drop = dict_drop,
                            .clear = dict_let_go,
                            .repr = repr,
                            .equal = equal,
                            .length = length,
                            .iter = iter,
                            .contains = contains,
                            .binary = binary,
                            .methods = dict_set_methods};
