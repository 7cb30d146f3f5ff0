/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_LANG_LIST_H
#define XENT_LANG_LIST_H

#include "lang/cycle.h"
#include "lang/tuple.h"
#include "lang/type.h"

typedef struct List {
  Ref ref;
  CycleLink link;
  Value *items;
  size_t n, cap;
} List;

extern const Type list_type;
extern const Native list_methods[];

/* An empty list with room for n items. */
Value list_new(size_t n);
/* Appends x, counted anew; false: MemoryError. */
bool list_append(Value list, Value x);
/* Appends x, taking it over, also when it fails; an error value fails. */
bool list_take(Value list, Value x);

/* Replaces count items from start by n others, copied and counted. */
bool list_splice(List *l, size_t start, size_t count, const Value *items,
                 size_t n);
void list_clear(List *l);

/* Sorts in place, stable; key may be None or absent. ValueError "list modified
   during sort". */
bool list_sort(Value list, Value key, bool reverse);

static inline List *list_of(Value v) {
  return value_is(v, VALUE_TYPE_LIST) ? (List *)v.ref : NULL;
}

/* Items of a list or tuple, borrowed; false for anything else, no error. */
bool list_items(Value v, const Value **items, size_t *n);

#endif
