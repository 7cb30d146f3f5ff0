/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets: the table behind them, and their algebra. */
#ifndef XENT_LANG_DICT_SET_H
#define XENT_LANG_DICT_SET_H

#include "lang/dict.h"

extern const Native dict_set_methods[];

/* hash(v) as CPython gives it for numbers and tuples of them. */
bool dict_set_hash(Value v, uint64_t *out);

DictEntry *dict_set_find(const Dict *s, Value key);
bool dict_set_add(Dict *s, Value key);
/* Adds the items of any iterable. */
bool dict_set_update(Value set, Value from);

/* A new set of the items of any iterable. */
Value dict_set_from(Value iterable);

/* New sets; other is any iterable. */
Value dict_set_intersection(Value set, Value other);
Value dict_set_difference(Value set, Value other);
Value dict_set_symmetric(Value set, Value other);

/* In place: the items of other go; or those in both go and those in other
   alone come; or the set gets the items of a new one, which is taken over. */
bool dict_set_remove_all(Value set, Value other);
bool dict_set_toggle(Value set, Value other);
bool dict_set_become(Value set, Value made);

/* 1, 0, -1: error. */
int dict_set_is_subset(Value set, Value other);

#endif
