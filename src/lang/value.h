/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values are reference-counted; callers own what they receive, functions
   borrow what they are given. Numbers, None and booleans need no memory.

   A function that returns a Value returns value_error() when it fails and has
   filled the error record. Python's aliasing holds: `b = a` shares. */
#ifndef XENT_LANG_VALUE_H
#define XENT_LANG_VALUE_H

#include "base/buf.h"
#include "base/err.h"
#include "base/ref.h"
#include "base/sym.h"
#include "lang/ast.h"
#include "num/array.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum ValueTag {
  VALUE_ABSENT, /* an error, an unbound name, an argument not given */
  VALUE_NONE,
  VALUE_BOOL,
  VALUE_INT,
  VALUE_FLOAT,
  VALUE_REF
} ValueTag;

typedef struct Value {
  uint32_t tag;
  union {
    bool b;
    int64_t i;
    double f;
    Ref *ref;
  };
} Value;

/* Types of counted values: enum, Python's name. Each has a row in
   type_rows[] (lang/type.h), set by the file of the type. */
#define VALUE_TYPES(X)                                                         \
  X(NOTHING, "")                                                               \
  X(ARRAY, "numpy.ndarray")                                                    \
  X(STR, "str")                                                                \
  X(LIST, "list")                                                              \
  X(TUPLE, "tuple")                                                            \
  X(DICT, "dict")                                                              \
  X(SET, "set")                                                                \
  X(RANGE, "range")                                                            \
  X(SLICE, "slice")                                                            \
  X(ITER, "iterator")                                                          \
  X(ELLIPSIS, "ellipsis")                                                      \
  X(FUNCTION, "function")                                                      \
  X(NATIVE, "builtin_function_or_method")                                      \
  X(ROW, "builtin_function_or_method")                                         \
  X(METHOD, "method")                                                          \
  X(CLASS, "type")                                                             \
  X(INSTANCE, "object")                                                        \
  X(MODULE, "module")                                                          \
  X(DTYPE, "dtype")                                                            \
  X(CELL, "cell")                                                              \
  X(PROPERTY, "property")                                                      \
  X(SUPER, "super")                                                            \
  X(NOT_IMPLEMENTED, "NotImplementedType")                                     \
  X(VIEW, "dict_view")

typedef enum ValueType {
#define X(id, name) VALUE_TYPE_##id,
  VALUE_TYPES(X)
#undef X
      VALUE_TYPE_COUNT
} ValueType;

_Static_assert((int)VALUE_TYPE_ARRAY == (int)REF_ARRAY, "num/ sets it too");

/* --- making ------------------------------------------------------------ */

static inline Value value_absent(void) {
  return (Value){.tag = VALUE_ABSENT, .i = 0};
}
static inline Value value_error(void) {
  return value_absent();
}
static inline Value value_none(void) {
  return (Value){.tag = VALUE_NONE, .i = 0};
}
static inline Value value_bool(bool b) {
  return (Value){.tag = VALUE_BOOL, .i = b};
}
static inline Value value_int(int64_t i) {
  return (Value){.tag = VALUE_INT, .i = i};
}
static inline Value value_float(double f) {
  return (Value){.tag = VALUE_FLOAT, .f = f};
}
/* Takes over the caller's reference; NULL becomes an error. */
static inline Value value_take(void *ref) {
  return ref ? (Value){.tag = VALUE_REF, .ref = ref} : value_error();
}
/* Adds a reference. */
static inline Value value_ref(Value v) {
  if (v.tag == VALUE_REF)
    v.ref->count++;
  return v;
}
void value_destroy(Ref *r);
static inline void value_unref(Value v) {
  if (v.tag == VALUE_REF && --v.ref->count == 0)
    value_destroy(v.ref);
}
/* *slot = v, taking v over; releases what was there. */
void value_put(Value *slot, Value v);

/* --- asking ------------------------------------------------------------ */

static inline bool value_ok(Value v) {
  return v.tag != VALUE_ABSENT;
}
static inline bool value_is(Value v, ValueType t) {
  return v.tag == VALUE_REF && v.ref->type == (uint32_t)t;
}
static inline bool value_is_none(Value v) {
  return v.tag == VALUE_NONE;
}
static inline bool value_is_number(Value v) {
  return v.tag == VALUE_INT || v.tag == VALUE_FLOAT || v.tag == VALUE_BOOL;
}
static inline Array *value_array(Value v) {
  return value_is(v, VALUE_TYPE_ARRAY) ? (Array *)v.ref : NULL;
}
/* A new counted array as a value; NULL becomes an error. */
static inline Value value_of_array(Array *a) {
  return value_take(a);
}

/* Python's name of v's type: "int", "numpy.ndarray", "Tensor", "Net" ... */
const char *value_type_name(Value v);

/* Truth as `if` sees it: 1, 0, or -1 with the error record filled. */
int value_truth(Value v);

/* Python's == as a bool: 1, 0, or -1. Arrays compare elementwise, so they are
   an error unless of one element (as in `x in list`). */
int value_equal(Value a, Value b);
bool value_same(Value a, Value b); /* `is` */

/* False: TypeError "unhashable type: 'list'". */
bool value_hash(Value v, uint64_t *hash);

/* Numbers out of values. bool and NumPy scalars count as their numbers. False:
   TypeError that names what was wanted, e.g. "'float' object cannot be
   interpreted as an integer". */
bool value_to_index(Value v, int64_t *out);
bool value_to_double(Value v, double *out);
/* The same without an error record. */
bool value_as_double(Value v, double *out);
bool value_as_int(Value v, int64_t *out);

/* --- text -------------------------------------------------------------- */

/* Appends; false with the error record filled (a failing __repr__). */
bool value_repr(Buf *b, Value v);
bool value_str(Buf *b, Value v);

/* --- generic operations, dispatched through the rows of the types ------- */

Value value_get_attr(Value v, const Sym *name);
bool value_set_attr(Value v, const Sym *name, Value x);
bool value_del_attr(Value v, const Sym *name);
/* Like value_get_attr, but an absent value without an error when there is no
   such attribute. */
Value value_find_attr(Value v, const Sym *name);
/* For a name that value_find_attr did not find: true, with the refusal as the
   error, if the real thing has it and xent only lacks it. */
bool value_refuse_attr(Value v, const Sym *name);

Value value_get_item(Value v, Value index);
bool value_set_item(Value v, Value index, Value x);
bool value_del_item(Value v, Value index);

/* Length: -1 with TypeError "object of type 'int' has no len()". */
int64_t value_length(Value v);

/* An iterator; TypeError "'int' object is not iterable". */
Value value_iter(Value v);
/* The next item; absent without a pending error at the end. */
Value value_next(Value iter);
/* The items of any iterable as a new list. */
Value value_list_of(Value iterable);
Value value_first(Value iterable, size_t most); /* not more of it */
/* `x in v`: 1, 0, -1; value_search walks the items. */
int value_contains(Value v, Value x);
int value_search(Value v, Value x);

/* Arguments of a call. Everything is borrowed. */
typedef struct CallArgs {
  const Value *items; /* n positional, then n_named named ones */
  int n, n_named;
  const Sym *const *names; /* of the named ones */
} CallArgs;

Value value_call(Value callee, const CallArgs *args);
/* Convenience: positional arguments only. */
Value value_call_n(Value callee, const Value *items, int n);

#endif
