/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/dict_kind.h"
#include "lang/iter.h"
#include "lang/tuple.h"

/* state: the dict, its length at the start, the place */
static Value next_entry(Value *state, DictEntry **e) {
  *e = NULL;
  if (value_is_none(state[0]))
    return value_absent();
  Dict *d = dict_of(state[0]);
  size_t at = (size_t)state[2].i;
  if ((int64_t)d->n != state[1].i) {
    err_set(ERR_RuntimeError,
            d->kind == &dict_kind_ordered ? "%s mutated during iteration"
                                          : "%s changed size during iteration",
            d->ref.type == VALUE_TYPE_SET   ? "Set"
            : d->kind == &dict_kind_ordered ? "OrderedDict"
                                            : "dictionary");
    return value_error();
  }
  *e = dict_next(d, &at);
  state[2] = value_int((int64_t)at);
  if (!*e)
    value_put(&state[0], value_none());
  return value_absent();
}

static Value next_key(Value *state, int n) {
  DictEntry *e;
  (void)n;
  next_entry(state, &e);
  return e ? value_ref(e->key) : value_absent();
}

static Value next_value(Value *state, int n) {
  DictEntry *e;
  (void)n;
  next_entry(state, &e);
  return e ? value_ref(e->value) : value_absent();
}

static Value next_item(Value *state, int n) {
  DictEntry *e;
  (void)n;
  next_entry(state, &e);
  return e ? tuple_new((Value[]){e->key, e->value}, 2) : value_absent();
}

Value dict_iter(Value dict, char what) {
  Value state[] = {dict, value_int((int64_t)dict_of(dict)->n), value_int(0)};
  if (value_is(dict, VALUE_TYPE_SET))
    return iter_new("set_iterator", next_key, state, 3);
  switch (what) {
  case 'k': return iter_new("dict_keyiterator", next_key, state, 3);
  case 'v': return iter_new("dict_valueiterator", next_value, state, 3);
  default: return iter_new("dict_itemiterator", next_item, state, 3);
  }
}
