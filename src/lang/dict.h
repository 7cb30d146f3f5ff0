/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dicts keep the order of insertion. A set is a dict without values; its
   entries are a table in CPython's order (lang/dict_set.c). */
#ifndef XENT_LANG_DICT_H
#define XENT_LANG_DICT_H

#include "lang/cycle.h"
#include "lang/type.h"

typedef struct DictEntry {
  uint64_t hash;
  Value key; /* absent: deleted */
  Value value;
} DictEntry;

typedef struct DictKind DictKind; /* lang/dict_kind.h */

typedef struct Dict {
  Ref ref;
  CycleLink link;
  DictEntry *entries; /* in order of insertion */
  uint32_t *table;    /* open addressing: 1 + index of the entry, 0 free */
  size_t used;        /* entries in use, deleted ones included */
  size_t n;           /* live entries */
  size_t cap, table_size;
  const DictKind *kind; /* OrderedDict and its like; NULL: a plain dict */
  Value factory;        /* of a defaultdict; absent: none */
} Dict;

extern const Type dict_type;
extern const Type dict_set_type;
extern const Native dict_methods[];

Value dict_new(void);
Value dict_new_set(void);
static inline Dict *dict_of(Value v) {
  return value_is(v, VALUE_TYPE_DICT) || value_is(v, VALUE_TYPE_SET)
             ? (Dict *)v.ref
             : NULL;
}

/* Borrowed value of a key; absent without an error when it is not there,
   absent with an error when the key cannot be hashed. */
Value dict_get(Value dict, Value key);
Value dict_get_text(Value dict, const char *key);
/* Counts key and value anew. */
bool dict_put(Value dict, Value key, Value value);
bool dict_put_text(Value dict, const char *key, Value value);
/* 1: was there, 0: was not, -1: error. */
int dict_remove(Value dict, Value key);
/* The entry of a key, or NULL, without an error or with one. */
DictEntry *dict_find(const Dict *d, Value key);
void dict_clear(Dict *d);
/* The rows of dict and set: release, and let go of the contents. */
void dict_drop(Ref *r);
void dict_let_go(Ref *r);

/* Walks the live entries: *at starts at 0; NULL at the end. */
DictEntry *dict_next(const Dict *d, size_t *at);

/* An iterator over 'k'eys, 'v'alues or pairs 'i'; RuntimeError when the dict
   changes size meanwhile. */
Value dict_iter(Value dict, char what);

/* Adds the entries of a mapping or of an iterable of pairs. */
bool dict_update(Value dict, Value from);

/* A new plain dict with the same entries. */
Value dict_copy(Value dict);

/* {'a': 1}, whatever its kind. */
bool dict_repr_plain(Buf *b, Value dict);

/* KeyError with the key as its argument; always false. */
bool dict_key_error(Value key);
bool dict_key_error_text(const char *text);

#endif
