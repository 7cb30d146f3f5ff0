/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranges and iterators. */
#ifndef XENT_LANG_ITER_H
#define XENT_LANG_ITER_H

#include "lang/type.h"

typedef struct Range {
  Ref ref;
  int64_t start, stop, step, n;
} Range;

extern const Type iter_range_type;
extern const Type iter_type;

/* step != 0; false result: OverflowError. */
Value iter_range(int64_t start, int64_t stop, int64_t step);
static inline Range *iter_range_of(Value v) {
  return value_is(v, VALUE_TYPE_RANGE) ? (Range *)v.ref : NULL;
}

/* An iterator over anything that is indexed 0, 1, 2 ...: a list, tuple,
   range, string, array, or an instance with __getitem__. */
Value iter_over(Value indexed);

/* The same from the last item to the first; TypeError when v has no length
   or no items: "'set' object is not reversible". */
Value iter_reversed(Value v);

/* zip, enumerate, map, filter, reversed: an iterator with state of its own.
   next gets the state's values and may change them; absent without an error:
   the end. */
typedef Value (*IterNext)(Value *state, int n);
Value iter_new(const char *type_name, IterNext next, const Value *state, int n);

/* "zip", "list_iterator" ... */
const char *iter_type_name(Value iter);

#endif
