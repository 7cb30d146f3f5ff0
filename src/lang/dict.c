/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/dict.h"

#include "lang/dict_kind.h"
#include "lang/dict_set.h"
#include "lang/exception.h"
#include "lang/list.h"
#include "lang/nest.h"
#include "lang/str.h"

static Value new_dict(ValueType type) {
  Dict *d = mem_alloc(sizeof *d);
  if (!d)
    return value_error();
  *d = (Dict){.ref = {1, type}};
  cycle_add(&d->ref);
  return value_take(d);
}

Value dict_new(void) {
  return new_dict(VALUE_TYPE_DICT);
}

Value dict_new_set(void) {
  return new_dict(VALUE_TYPE_SET);
}

/* --- the table --------------------------------------------------------------
   Small dicts have none: their entries are looked through. */

enum { WITHOUT_TABLE = 8 };

static void enter(const Dict *d, size_t index) {
  size_t mask = d->table_size - 1;
  size_t i = d->entries[index].hash & mask;
  while (d->table[i])
    i = (i + 1) & mask;
  d->table[i] = (uint32_t)index + 1;
}

/* Drops the deleted entries. */
static void close_gaps(Dict *d) {
  size_t k = 0;
  for (size_t i = 0; i < d->used; i++)
    if (value_ok(d->entries[i].key))
      d->entries[k++] = d->entries[i];
  d->used = k;
}

/* The table for n entries: at most half full; 0 for few entries. */
static size_t table_for(size_t n) {
  size_t size = 32;
  if (n <= WITHOUT_TABLE)
    return 0;
  while (size < n * 4)
    size *= 2;
  return size;
}

/* Makes room for one more entry. */
static bool make_room(Dict *d) {
  if (d->used < d->cap)
    return true;
  if (d->n + 1 > UINT32_MAX / 8)
    return err_memory(d->n * sizeof(DictEntry));
  size_t size = table_for(d->n + 1);
  size_t cap = size ? size / 2 : WITHOUT_TABLE;
  uint32_t *table = size ? mem_zeroed(size, sizeof *table) : NULL;
  if (size && !table)
    return false;
  if (cap > d->cap) {
    DictEntry *entries = mem_resize(d->entries, cap * sizeof *entries);
    if (!entries) {
      mem_free(table);
      return false;
    }
    d->entries = entries;
  }
  mem_free(d->table);
  d->cap = cap;
  d->table = table;
  d->table_size = size;
  close_gaps(d);
  for (size_t i = 0; size && i < d->used; i++)
    enter(d, i);
  return true;
}

static bool matches(const DictEntry *e, uint64_t hash, Value key) {
  return e->hash == hash && value_ok(e->key) &&
         (value_same(e->key, key) || nest_equal(e->key, key) > 0);
}

static DictEntry *find(const Dict *d, uint64_t hash, Value key) {
  if (!d->table) {
    for (size_t i = 0; i < d->used; i++)
      if (matches(&d->entries[i], hash, key))
        return &d->entries[i];
    return NULL;
  }
  size_t mask = d->table_size - 1;
  for (size_t i = hash & mask; d->table[i]; i = (i + 1) & mask)
    if (matches(&d->entries[d->table[i] - 1], hash, key))
      return &d->entries[d->table[i] - 1];
  return NULL;
}

DictEntry *dict_find(const Dict *d, Value key) {
  uint64_t hash;
  if (d->ref.type == VALUE_TYPE_SET)
    return dict_set_find(d, key);
  return value_hash(key, &hash) ? find(d, hash, key) : NULL;
}

Value dict_get(Value dict, Value key) {
  DictEntry *e = dict_find(dict_of(dict), key);
  return e ? e->value : value_absent();
}

bool dict_put(Value dict, Value key, Value value) {
  Dict *d = dict_of(dict);
  uint64_t hash;
  if (d->ref.type == VALUE_TYPE_SET)
    return dict_set_add(d, key);
  if (!value_hash(key, &hash))
    return false;
  DictEntry *e = find(d, hash, key);
  if (e) {
    value_put(&e->value, value_ref(value));
    return true;
  }
  if (err_pending() || !make_room(d))
    return false;
  d->entries[d->used++] = (DictEntry){hash, value_ref(key), value_ref(value)};
  d->n++;
  if (d->table)
    enter(d, d->used - 1);
  return true;
}

int dict_remove(Value dict, Value key) {
  Dict *d = dict_of(dict);
  DictEntry *e = dict_find(d, key);
  if (!e)
    return err_pending() ? -1 : 0;
  DictEntry old = *e;
  e->key = value_absent();
  d->n--;
  if (d->ref.type == VALUE_TYPE_SET) {
    e->value = value_none(); /* no search ends here */
    value_unref(old.key);
    return 1;
  }
  e->value = value_absent();
  if (!d->n) {
    d->used = 0;
    for (size_t i = 0; i < d->table_size; i++)
      d->table[i] = 0;
  }
  value_unref(old.key);
  value_unref(old.value);
  return 1;
}

void dict_clear(Dict *d) {
  Dict old = *d;
  *d = (Dict){
      .ref = d->ref, .link = d->link, .kind = d->kind, .factory = d->factory};
  for (size_t i = 0; i < old.used; i++) {
    value_unref(old.entries[i].key);
    value_unref(old.entries[i].value);
  }
  mem_free(old.entries);
  mem_free(old.table);
}

void dict_let_go(Ref *r) {
  dict_clear((Dict *)r);
  value_put(&((Dict *)r)->factory, value_absent());
}

void dict_drop(Ref *r) {
  dict_let_go(r);
  cycle_remove(r);
  mem_free(r);
}

DictEntry *dict_next(const Dict *d, size_t *at) {
  while (*at < d->used) {
    DictEntry *e = &d->entries[(*at)++];
    if (value_ok(e->key))
      return e;
  }
  return NULL;
}

Value dict_get_text(Value dict, const char *key) {
  Value text = str_lit(key);
  Value v = value_ok(text) ? dict_get(dict, text) : text;
  value_unref(text);
  return v;
}

bool dict_put_text(Value dict, const char *key, Value value) {
  Value text = str_lit(key);
  bool ok = value_ok(text) && dict_put(dict, text, value);
  value_unref(text);
  return ok;
}

bool dict_key_error(Value key) {
  Value class = exception_class(ERR_KeyError);
  Value e = value_ok(class) ? value_call_n(class, &key, 1) : value_error();
  if (value_ok(e))
    exception_raise(e);
  value_unref(e);
  return false;
}

bool dict_key_error_text(const char *text) {
  Value key = str_lit(text);
  if (value_ok(key))
    dict_key_error(key);
  value_unref(key);
  return false;
}

/* --- updating ------------------------------------------------------------ */

static bool put_all(Value dict, const Dict *from) {
  size_t at = 0;
  DictEntry *e;
  while ((e = dict_next(from, &at)))
    if (!dict_put(dict, e->key, e->value))
      return false;
  return true;
}

Value dict_copy(Value dict) {
  Value out = dict_new();
  if (!value_ok(out) || put_all(out, dict_of(dict)))
    return out;
  value_unref(out);
  return value_error();
}

static bool put_pair(Value dict, Value pair, int64_t index) {
  if (pair.tag != VALUE_REF || !type_rows[pair.ref->type]->iter)
    return err_set(ERR_TypeError,
                   "cannot convert dictionary update sequence element #%lld "
                   "to a sequence",
                   (long long)index);
  Value list = value_list_of(pair);
  List *l = list_of(list);
  bool ok = l != NULL;
  if (ok && l->n != 2)
    ok = err_set(ERR_ValueError,
                 "dictionary update sequence element #%lld has length %zu; 2 "
                 "is required",
                 (long long)index, l->n);
  ok = ok && dict_put(dict, l->items[0], l->items[1]);
  value_unref(list);
  return ok;
}

bool dict_update(Value dict, Value from) {
  if (value_is(from, VALUE_TYPE_DICT))
    return put_all(dict, dict_of(from));
  Value iter = value_iter(from), pair;
  if (!value_ok(iter))
    return false;
  bool ok = true;
  for (int64_t i = 0; ok && value_ok(pair = value_next(iter)); i++) {
    ok = put_pair(dict, pair, i);
    value_unref(pair);
  }
  value_unref(iter);
  return ok && !err_pending();
}

/* --- the type of dicts --------------------------------------------------- */

static bool repr_entries(Buf *b, const Dict *d) {
  size_t at = 0;
  bool ok = true;
  DictEntry *e;
  for (bool first = true; ok && (e = dict_next(d, &at)); first = false) {
    Value key = value_ref(e->key), x = value_ref(e->value);
    if (!first)
      buf_str(b, ", ");
    ok = value_repr(b, key);
    buf_str(b, ": ");
    ok = ok && value_repr(b, x);
    value_unref(key);
    value_unref(x);
  }
  return ok;
}

bool dict_repr_plain(Buf *b, Value v) {
  buf_char(b, '{');
  bool ok = repr_entries(b, dict_of(v));
  buf_char(b, '}');
  return ok;
}

static bool repr(Buf *b, Value v) {
  const DictKind *kind = dict_of(v)->kind;
  NestText place;
  if (!nest_text_enter(&place, v)) {
    buf_str(b, kind ? "..." : "{...}");
    return true;
  }
  bool ok = kind ? kind->repr(b, v) : dict_repr_plain(b, v);
  nest_text_leave(&place);
  return ok;
}

/* Two OrderedDicts are equal when their orders are, too. */
static int same_order(const Dict *a, const Dict *b) {
  size_t i = 0, k = 0;
  int same = 1;
  for (DictEntry *e; same == 1 && (e = dict_next(a, &i));)
    same = nest_equal(e->key, dict_next(b, &k)->key);
  return same;
}

static int equal(Value a, Value b) {
  if (!value_is(a, VALUE_TYPE_DICT) || !value_is(b, VALUE_TYPE_DICT))
    return 0;
  Dict *d = dict_of(a), *other = dict_of(b);
  size_t at = 0;
  int same = d->n == other->n;
  if (same && d->kind == &dict_kind_ordered && other->kind == d->kind)
    same = same_order(d, other);
  DictEntry *e;
  while (same == 1 && (e = dict_next(d, &at))) {
    DictEntry *f = find(other, e->hash, e->key);
    if (err_pending())
      return -1;
    same = f ? nest_equal(e->value, f->value) : 0;
  }
  return same;
}

static int64_t length(Value v) {
  return (int64_t)dict_of(v)->n;
}

static int contains(Value v, Value x) {
  DictEntry *e = dict_find(dict_of(v), x);
  return e ? 1 : err_pending() ? -1 : 0;
}

static Value get_item(Value v, Value index) {
  Value x = dict_get(v, index);
  if (value_ok(x))
    return value_ref(x);
  const DictKind *kind = dict_of(v)->kind;
  if (!err_pending() && kind && kind->missing)
    return kind->missing(v, index);
  if (!err_pending())
    dict_key_error(index);
  return value_error();
}

static bool del_item(Value v, Value index) {
  int t = dict_remove(v, index);
  return t > 0 || (t == 0 && dict_key_error(index));
}

static Value iter(Value v) {
  return dict_iter(v, 'k');
}

static Value binary(AstOp op, Value left, Value right) {
  Value counts = dict_kind_binary(op, left, right);
  if (value_ok(counts) || err_pending())
    return counts;
  if (op != AST_BITOR || !value_is(left, VALUE_TYPE_DICT) ||
      !value_is(right, VALUE_TYPE_DICT))
    return value_absent();
  Value out = dict_copy(left);
  if (!value_ok(out) || put_all(out, dict_of(right)))
    return out;
  value_unref(out);
  return value_error();
}

const Type dict_type = {.drop = dict_drop,
                        .clear = dict_let_go,
                        .repr = repr,
                        .equal = equal,
                        .length = length,
                        .iter = iter,
                        .contains = contains,
                        .get_item = get_item,
                        .set_item = dict_put,
                        .del_item = del_item,
                        .get_attr = dict_kind_attr,
                        .binary = binary,
                        .methods = dict_methods};
