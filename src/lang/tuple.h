/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tuples. One may have a type name of its own: torch.Size, or with names for
   the items torch's pair of max(dim). */
#ifndef XENT_LANG_TUPLE_H
#define XENT_LANG_TUPLE_H

#include "lang/type.h"

typedef struct Tuple {
  Ref ref;
  size_t n;
  const char *type_name;     /* NULL, or "torch.return_types.max" */
  const char *const *fields; /* n names, or NULL */
  Value items[];
} Tuple;

extern const Type tuple_type;

/* A tuple of n items, copied and counted. */
Value tuple_new(const Value *items, size_t n);
/* The same, taking the items over, also when it fails. */
Value tuple_take(const Value *items, size_t n);
Value tuple_of_ints(const int64_t *items, int n);

/* A tuple of the items of any iterable; a tuple itself comes back. */
Value tuple_from(Value iterable);

static inline Tuple *tuple_of(Value v) {
  return value_is(v, VALUE_TYPE_TUPLE) ? (Tuple *)v.ref : NULL;
}

#endif
