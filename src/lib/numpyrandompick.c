/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/numpyrandompick.h"

#include "lang/list.h"
#include "lang/rowarg.h"
#include "lang/str.h"
#include "lib/numpyrandomdraw.h"
#include "lib/numpytext.h"

#include <string.h>

static Value failed(void) {
  return value_error();
}

/* --- shuffle -------------------------------------------------------------- */

static void swap_items(void *context, int64_t i, int64_t j) {
  Value *items = context, moved = items[i];
  items[i] = items[j];
  items[j] = moved;
}

/* Rows of an array of any strides; `inner` elements each. */
typedef struct Rows {
  Array *a;
  int64_t inner;
} Rows;

static void swap_rows(void *context, int64_t i, int64_t j) {
  Rows *rows = context;
  size_t size = dtype_size(rows->a->dtype);
  char moved[16];
  for (int64_t k = 0; k < rows->inner; k++) {
    void *one = array_at(rows->a, i * rows->inner + k);
    void *two = array_at(rows->a, j * rows->inner + k);
    memcpy(moved, one, size);
    memmove(one, two, size);
    memcpy(two, moved, size);
  }
}

static bool shuffle_array(NpRandom *r, Array *a) {
  if (a->scalar)
    return err_set(ERR_TypeError, "object of type 'numpy.%s' has no len()",
                   dtype_name(a->dtype));
  if (!a->ndim)
    return err_set(ERR_TypeError, "len() of unsized object");
  if (a->family == FAMILY_TORCH)
    return err_set(ERR_Unsupported, "xent does not support np.random.shuffle "
                                    "of a tensor") ||
           err_hint("x[torch.randperm(len(x))] is a shuffled copy");
  if (a->readonly)
    return err_set(ERR_ValueError, "array is read-only");
  Rows rows = {a, a->shape[0] ? a->size / a->shape[0] : 0};
  nprandom_shuffle(r, a->shape[0], swap_rows, &rows);
  return true;
}

static bool no_assignment(Value v) {
  if (value_length(v) < 0)
    return false;
  return err_set(ERR_TypeError, "'%s' object does not support item assignment",
                 value_type_name(v));
}

Value numpyrandompick_shuffle(NpRandom *r, const Value *args) {
  List *list = list_of(args[0]);
  Array *a = value_array(args[0]);
  if (list)
    nprandom_shuffle(r, (int64_t)list->n, swap_items, list->items);
  else if (a ? !shuffle_array(r, a) : !no_assignment(args[0]))
    return failed();
  return value_none();
}

/* --- permutation ---------------------------------------------------------- */

/* 0 .. n-1 in a new order, as int64. */
static Array *order(NpRandom *r, int64_t n) {
  if (n < 0)
    n = 0;
  Array *a = array_new(FAMILY_NUMPY, DT_I64, 1, &n);
  if (a)
    nprandom_permutation(r, n, a->data);
  return a;
}

/* x[index] for an index that is taken over: an array even for one element. */
static Value taken(Value x, Array *index) {
  Value at = value_of_array(index);
  Value v = value_ok(at) ? value_get_item(x, at) : failed();
  value_unref(at);
  Array *a = value_array(v);
  if (!a || !a->scalar)
    return v;
  Array *copy = array_copy(a);
  if (copy)
    copy->scalar = false;
  value_unref(v);
  return value_of_array(copy);
}

/* What NumPy would make an array of: an array or a sequence of numbers. */
static Array *sequence(Value v) {
  if (value_array(v) && value_array(v)->family == FAMILY_NUMPY)
    return array_ref(value_array(v));
  Value items = value_list_of(v);
  Array *a = NULL;
  if (value_ok(items))
    a = rowarg_array(items, FAMILY_NUMPY, DT_COUNT);
  value_unref(items);
  return a;
}

static bool is_sequence(Value v) {
  const Array *a = value_array(v);
  const Value *items;
  size_t n;
  return a ? a->ndim > 0
           : list_items(v, &items, &n) || value_is(v, VALUE_TYPE_RANGE);
}

static Value permuted_texts(NpRandom *r, Value x) {
  Value texts = numpytext_call("_as_texts", &x, 1);
  int64_t n = value_ok(texts) ? value_length(texts) : -1;
  Value v = n < 0 ? failed() : taken(texts, order(r, n));
  value_unref(texts);
  return v;
}

Value numpyrandompick_permutation(NpRandom *r, const Value *args) {
  int64_t n;
  const Array *given = value_array(args[0]);
  if (value_as_int(args[0], &n) && (!given || given->scalar))
    return value_of_array(order(r, n));
  if (numpytext_has(args[0]) && !str_of(args[0]))
    return permuted_texts(r, args[0]);
  if (!is_sequence(args[0])) {
    err_set(ERR_IndexError, "x must be an integer or at least 1-dimensional");
    return failed();
  }
  Array *a = sequence(args[0]);
  Value v = failed();
  if (a && a->ndim)
    v = taken((Value){.tag = VALUE_REF, .ref = &a->ref}, order(r, a->shape[0]));
  array_unref(a);
  return v;
}

/* --- choice --------------------------------------------------------------- */

typedef struct Choice {
  Value from; /* a sequence of n things; none: the numbers 0 .. n-1 */
  int64_t n;
  NumpyrandomSize size;
  int64_t count;
  bool replace;
  Array *p; /* or NULL */
} Choice;

static bool population(Choice *c, Value a) {
  Array *array = value_array(a);
  if (value_as_int(a, &c->n) && (!array || !array->ndim)) {
    c->from = value_none();
    return c->n > 0 || c->count == 0 ||
           err_set(ERR_ValueError, "a must be greater than 0 unless no "
                                   "samples are taken");
  }
  bool texts = numpytext_has(a) && !str_of(a);
  if (!texts && !is_sequence(a))
    return err_set(ERR_ValueError, "a must be 1-dimensional or an integer");
  c->from = texts ? numpytext_call("_one_row", &a, 1) : value_ref(a);
  if (!value_ok(c->from))
    return false;
  if (texts)
    a = c->from;
  if (list_of(a) || tuple_of(a) || value_is(a, VALUE_TYPE_RANGE)) {
    Array *numbers = sequence(a);
    if (!numbers && c->size.none && err_now()->type != ERR_MemoryError)
      err_clear(); /* objects: one of them needs no array */
    else if (!numbers)
      return false;
    else
      value_put(&c->from, value_of_array(numbers));
  }
  array = value_array(c->from);
  if (array && array->ndim != 1)
    return err_set(ERR_ValueError, "a must be 1-dimensional");
  c->n = value_length(c->from);
  return c->n != 0 || c->count == 0 ||
         err_set(ERR_ValueError,
                 "'a' cannot be empty unless no samples are taken");
}

static bool probabilities(Choice *c, Value p) {
  if (value_is_none(p))
    return true;
  Array *given = rowarg_array(p, FAMILY_NUMPY, DT_COUNT);
  c->p = given ? array_as(given, DT_F64) : NULL;
  array_unref(given);
  if (!c->p)
    return false;
  if (c->p->ndim != 1)
    return err_set(ERR_ValueError, "'p' must be 1-dimensional");
  return c->p->size == c->n ||
         err_set(ERR_ValueError, "'a' and 'p' must have same size");
}

static Value one_of(NpRandom *r, const Choice *c) {
  int64_t i;
  if (!nprandom_choice(r, c->n, 1, c->replace, c->p ? c->p->data : NULL, &i))
    return failed();
  return value_is_none(c->from) ? value_int(i)
                                : value_get_item(c->from, value_int(i));
}

static Value some_of(NpRandom *r, const Choice *c) {
  Array *at = array_new(FAMILY_NUMPY, DT_I64, c->size.ndim, c->size.shape);
  const double *p = c->p ? c->p->data : NULL;
  if (!at)
    return failed();
  if (!nprandom_choice(r, c->n, c->count, c->replace, p, at->data)) {
    array_unref(at);
    return failed();
  }
  return value_is_none(c->from) ? value_of_array(at) : taken(c->from, at);
}

/* How many are wanted; a negative size is refused by the draw itself. */
static bool count(Choice *c, Value size) {
  int64_t given;
  c->count = 1;
  if (value_as_int(size, &given) && given < 0)
    return err_set(ERR_ValueError, c->replace
                                       ? "negative dimensions are not allowed"
                                       : "Negative dimensions are not allowed");
  if (!numpyrandomdraw_size(size, &c->size))
    return false;
  for (int i = 0; i < c->size.ndim; i++)
    if (__builtin_mul_overflow(c->count, c->size.shape[i], &c->count))
      return err_set(ERR_ValueError, "array is too big");
  return true;
}

Value numpyrandompick_choice(NpRandom *r, const Value *args) {
  Choice c = {.from = value_none()};
  int replace = value_truth(args[2]);
  c.replace = replace > 0;
  Value v = failed();
  if (replace >= 0 && count(&c, args[1]) && population(&c, args[0]) &&
      probabilities(&c, args[3]))
    v = c.size.none ? one_of(r, &c) : some_of(r, &c);
  value_unref(c.from);
  array_unref(c.p);
  return v;
}
