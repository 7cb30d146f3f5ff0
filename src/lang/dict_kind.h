/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dicts of Python's collections: OrderedDict, defaultdict, Counter. They
   are dicts that print, copy and miss keys in their own way. */
#ifndef XENT_LANG_DICT_KIND_H
#define XENT_LANG_DICT_KIND_H

#include "lang/dict.h"

struct DictKind {
  const char *type; /* Python's name in messages */
  const char *name; /* of the class, within its module */
  bool (*repr)(Buf *b, Value dict);
  /* A new reference for a key that is not there; NULL: KeyError. */
  Value (*missing)(Value dict, Value key);
  const Native *methods; /* beside those of dict, or NULL */
};

extern const DictKind dict_kind_ordered, dict_kind_default, dict_kind_counter;

/* A dict of this kind without entries. */
Value dict_kind_new(const DictKind *kind);

/* Adds to the counts: one for each item, or the counts of a dict, or, with
   sign -1, takes them away. */
bool dict_kind_count(Value counter, Value from, int sign);

/* a + b, a - b, a & b, a | b of counters: counts above zero. Absent without
   an error: not of two counters. */
Value dict_kind_binary(AstOp op, Value a, Value b);

/* Method of a dict's kind; absent: none. */
Value dict_kind_attr(Value dict, const Sym *name);

#endif
