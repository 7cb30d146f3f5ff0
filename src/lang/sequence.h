/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists, tuples, strings and ranges have in common. */
#ifndef XENT_LANG_SEQUENCE_H
#define XENT_LANG_SEQUENCE_H

#include "lang/value.h"

/* index as 0 .. n-1; negative ones count from the end. TypeError "list indices
   must be integers or slices, not str"; IndexError "list index out of range"
   (for what: "list assignment"). type: "list". */
bool sequence_index(Value index, size_t n, const char *type, const char *what,
                    size_t *at);

/* The count of `sequence * count`: 1, with *count >= 0; 0: count is not for
   sequences (an instance), no error; -1: TypeError "can't multiply sequence by
   non-int of type 'float'", MemoryError for more than SEQUENCE_MOST items. */
int sequence_repeat(Value count, size_t n, size_t *out);
enum { SEQUENCE_MOST = 1 << 30 };

/* Appends the items with ", " between them. */
bool sequence_repr(Buf *b, const Value *items, size_t n);

/* Lexicographic order of two sequences of items. */
Value sequence_compare(AstOp op, Value left, Value right);

/* Bounds of index(x, start, stop), clipped to 0 .. n; absent ones allowed. */
bool sequence_bounds(Value start, Value stop, size_t n, size_t *from,
                     size_t *to);

/* Index of x in items from .. to, as far as there are any (they may change
   while comparing): -1 not there, -2 error. */
int64_t sequence_find(Value sequence, Value x, size_t from, size_t to);

/* How often x is in a list or tuple; -1: error. */
int64_t sequence_count(Value sequence, Value x);

#endif
