/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slice objects and the Ellipsis. */
#ifndef XENT_LANG_SLICE_H
#define XENT_LANG_SLICE_H

#include "lang/type.h"

typedef struct Slice {
  Ref ref;
  Value start, stop, step; /* None where absent */
} Slice;

extern const Type slice_type;
extern const Type slice_ellipsis_type;

/* Takes the three values over; an error value when ok is false. */
Value slice_take(Value part[3], bool ok);

Value slice_ellipsis(void);

static inline Slice *slice_of(Value v) {
  return value_is(v, VALUE_TYPE_SLICE) ? (Slice *)v.ref : NULL;
}

/* Resolves against a length as Python does: start, step, count of items.
   False: ValueError "slice step cannot be zero", TypeError for parts that are
   not integers. */
bool slice_range(const Slice *s, int64_t length, int64_t *start, int64_t *step,
                 int64_t *count);

#endif
