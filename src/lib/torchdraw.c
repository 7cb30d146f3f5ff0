/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/torchdraw.h"

#include "grad/tape.h"
#include "lang/arrayrandom.h"
#include "lang/interp.h"
#include "lang/list.h"
#include "lang/rowarg.h"

#include <inttypes.h>
#include <string.h>

/* --- streams ------------------------------------------------------------- */

/* A seed may be any number of 64 bits; torch cuts floats. */
static bool read_seed(Value v, uint64_t *out) {
  int64_t seed;
  if (v.tag == VALUE_FLOAT) {
    *out = (uint64_t)dtype_truncated(v.f);
    return true;
  }
  if (!value_to_index(v, &seed))
    return false;
  *out = (uint64_t)seed;
  return true;
}

Value torchdraw_manual_seed(const Value *args) {
  uint64_t seed;
  TorchRandom *r = interp_torch_random();
  if (!r || !read_seed(args[0], &seed))
    return value_error();
  torchrandom_seed(r, seed);
  return value_none();
}

Value torchdraw_initial_seed(const Value *args) {
  (void)args;
  TorchRandom *r = interp_torch_random();
  return r ? value_int((int64_t)r->seed) : value_error();
}

/* A uint8 tensor with the bytes of a stream. */
static Value state_of(const TorchRandom *r) {
  int64_t n = sizeof *r;
  Array *a = r ? array_new(FAMILY_TORCH, DT_U8, 1, &n) : NULL;
  if (a)
    memcpy(a->data, r, sizeof *r);
  return value_of_array(a);
}

static Value stream_new(const Value *args) {
  (void)args;
  TorchRandom r;
  torchrandom_seed(&r, 67280421310721); /* torch's own first seed */
  return state_of(&r);
}

static Value stream_seed(const Value *args) {
  uint64_t seed;
  TorchRandom *r = arrayrandom_state(args[0]);
  if (!r || !read_seed(args[1], &seed))
    return value_error();
  torchrandom_seed(r, seed);
  return value_none();
}

static Value stream_first(const Value *args) {
  TorchRandom *r = arrayrandom_state(args[0]);
  return r ? value_int((int64_t)r->seed) : value_error();
}

static Value stream_state(const Value *args) {
  (void)args;
  return state_of(interp_torch_random());
}

static Value stream_restore(const Value *args) {
  TorchRandom *r = interp_torch_random(), *from = arrayrandom_state(args[0]);
  if (!r || !from)
    return value_error();
  *r = *from;
  return value_none();
}

/* --- new tensors --------------------------------------------------------- */

/* The shape of rand(2, 3), rand((2, 3)), rand(size=...). */
static bool shape_of(Value given, int *ndim, int64_t *shape) {
  const Value *items = &given;
  size_t n = 1;
  if (list_items(given, &items, &n) && n == 1)
    list_items(items[0], &items, &n);
  if (n > ARRAY_MAX_DIMS)
    return err_set(ERR_ValueError, "xent's tensors have at most %d dimensions",
                   ARRAY_MAX_DIMS);
  *ndim = (int)n;
  for (size_t i = 0; i < n; i++)
    if (!value_to_index(items[i], &shape[i]))
      return false;
  return true;
}

static Value followed(Array *a, Value requires_grad) {
  int on = a ? value_truth(requires_grad) : -1;
  if (on >= 0 && (!on || tape_watch(a, true)))
    return value_of_array(a);
  array_unref(a);
  return value_error();
}

/* args as TORCHDRAW_SIZED */
static Value drawn(const Value *args, bool normal) {
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  DType t = dtype_torch_float;
  TorchRandom *r = arrayrandom_stream(args[4]);
  Value size = value_is_none(args[5]) ? args[0] : args[5];
  if (!r || !shape_of(size, &ndim, shape) ||
      (!value_is_none(args[1]) && !rowarg_dtype(args[1], &t)) ||
      !arrayrandom_check(t, normal))
    return value_error();
  Array *a = array_new(FAMILY_TORCH, t, ndim, shape);
  if (a && !arrayrandom_fill(a, r, normal, 0, 1)) {
    array_unref(a);
    a = NULL;
  }
  return followed(a, args[2]);
}

Value torchdraw_rand(const Value *args) {
  return drawn(args, false);
}

Value torchdraw_randn(const Value *args) {
  return drawn(args, true);
}

static Value drawn_integers(TorchRandom *r, int64_t low, int64_t high,
                            Value given, DType t) {
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  if (low >= high) {
    arrayrandom_refuse(low, high);
    return value_error();
  }
  Value size = tuple_new(&given, 1);
  bool ok = value_ok(size) && shape_of(size, &ndim, shape);
  value_unref(size);
  Array *a = ok ? array_new(FAMILY_TORCH, t, ndim, shape) : NULL;
  for (int64_t i = 0; a && i < a->size; i++)
    array_put_int(a, i, torchrandom_integer(r, low, high));
  return value_of_array(a);
}

/* randint(high, size), randint(low, high, size) and their named forms */
Value torchdraw_randint(const Value *args) {
  Value low = value_int(0), high = args[1], size = args[2];
  DType t = DT_I64;
  int64_t from, to;
  TorchRandom *r = arrayrandom_stream(args[3]);
  if (value_ok(args[0]) && value_ok(high) && !value_ok(size))
    size = high, high = args[0]; /* high, size by place */
  else if (value_ok(args[0]) && !value_ok(high))
    high = args[0];
  else if (value_ok(args[0]))
    low = args[0];
  if (!value_ok(high) || !value_ok(size))
    err_set(ERR_TypeError, "randint() received an invalid combination of "
                           "arguments: it wants high and size, or low, high "
                           "and size");
  if (!r || err_pending() || !value_to_index(low, &from) ||
      !value_to_index(high, &to) ||
      (!value_is_none(args[4]) && !rowarg_dtype(args[4], &t)))
    return value_error();
  return drawn_integers(r, from, to, size, t);
}

Value torchdraw_randperm(const Value *args) {
  int64_t n;
  DType t = DT_I64;
  TorchRandom *r = arrayrandom_stream(args[1]);
  if (!r || !value_to_index(args[0], &n) ||
      (!value_is_none(args[2]) && !rowarg_dtype(args[2], &t)))
    return value_error();
  if (n < 0) {
    err_set(ERR_RuntimeError, "n must be non-negative, got %" PRId64, n);
    return value_error();
  }
  Array *a = array_new(FAMILY_TORCH, DT_I64, 1, &n);
  if (a)
    torchrandom_permutation(r, n, a->data);
  Array *out = a && t != DT_I64 ? array_as(a, t) : array_ref(a);
  array_unref(a);
  return value_of_array(out);
}

const Native torchdraw_natives[] = {
    {"stream_new", "", stream_new, "the state of a new generator", NULL, NULL},
    {"stream_seed", "state seed", stream_seed, "starts it anew", NULL, NULL},
    {"stream_first", "state", stream_first, "its seed", NULL, NULL},
    {"stream_state", "", stream_state, "the common stream's state", NULL, NULL},
    {"stream_restore", "state", stream_restore, "sets the common stream", NULL,
     NULL},
    {0}};
