/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/torchdraw.h"

#include "grad/tape.h"
#include "lang/interp.h"
#include "lang/list.h"
#include "lang/rowarg.h"
#include "lang/str.h"
#include "num/walk.h"
#include "ops/elementwise.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* --- streams ------------------------------------------------------------- */

/* A torch.Generator keeps its stream as the bytes of a tensor, `_state`. */
static TorchRandom *stream_in(Value state) {
  Array *a = value_array(state);
  if (a && a->dtype == DT_U8 && a->size == (int64_t)sizeof(TorchRandom))
    return a->data;
  return err_null(ERR_TypeError, "RNG state must be a torch.ByteTensor");
}

/* The common stream for None. NULL: an error. */
static TorchRandom *stream_of(Value generator) {
  if (value_is_none(generator) || !value_ok(generator))
    return interp_torch_random();
  Value state = value_find_attr(generator, sym_lit("_state"));
  TorchRandom *r = NULL;
  if (value_ok(state))
    r = stream_in(state);
  else if (!err_pending())
    err_set(ERR_TypeError,
            "argument 'generator' must be torch.Generator, not %s",
            value_type_name(generator));
  value_unref(state); /* the generator keeps it */
  return r;
}

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
  TorchRandom *r = stream_in(args[0]);
  if (!r || !read_seed(args[1], &seed))
    return value_error();
  torchrandom_seed(r, seed);
  return value_none();
}

static Value stream_first(const Value *args) {
  TorchRandom *r = stream_in(args[0]);
  return r ? value_int((int64_t)r->seed) : value_error();
}

static Value stream_state(const Value *args) {
  (void)args;
  return state_of(interp_torch_random());
}

static Value stream_restore(const Value *args) {
  TorchRandom *r = interp_torch_random(), *from = stream_in(args[0]);
  if (!r || !from)
    return value_error();
  *r = *from;
  return value_none();
}

/* --- new tensors --------------------------------------------------------- */

/* The shape of rand(2, 3), rand((2, 3)), rand(size=...). */
static bool shape_of(Value given, int *ndim, int64_t *shape) {
  const Value *items;
  size_t n;
  list_items(given, &items, &n);
  if (n == 1 && list_items(items[0], &items, &n)) {
  }
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

/* Draws for floats of the widest kind that torch draws for them. */
static bool draw_floats(Array *a, TorchRandom *r, bool normal, double x,
                        double y) {
  if (a->dtype != DT_F32 && a->dtype != DT_F64)
    return err_set(ERR_Unsupported,
                   "xent does not support random numbers of torch.%s",
                   dtype_name((DType)a->dtype));
  if (a->dtype == DT_F32)
    (normal ? torchrandom_normal32 : torchrandom_uniform32)(r, x, y, a->size,
                                                            a->data);
  else
    (normal ? torchrandom_normal64 : torchrandom_uniform64)(r, x, y, a->size,
                                                            a->data);
  return true;
}

static bool check_floats(DType t, bool normal) {
  if (dtype_is_float(t))
    return true;
  return err_set(ERR_RuntimeError, "\"%s\" not implemented for '%s'",
                 normal ? "normal_kernel_cpu" : "check_uniform_bounds",
                 elementwise_torch_name(t));
}

/* args as TORCHDRAW_SIZED */
static Value drawn(const Value *args, bool normal) {
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  DType t = DT_F32;
  TorchRandom *r = stream_of(args[4]);
  if (!r || !shape_of(args[0], &ndim, shape) ||
      (!value_is_none(args[1]) && !rowarg_dtype(args[1], &t)) ||
      !check_floats(t, normal))
    return value_error();
  Array *a = array_new(FAMILY_TORCH, t, ndim, shape);
  if (a && !draw_floats(a, r, normal, 0, 1)) {
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

static bool refuse_range(int64_t low, int64_t high) {
  return err_set(ERR_RuntimeError,
                 "random_ expects 'from' to be less than 'to', but got "
                 "from=%" PRId64 " >= to=%" PRId64,
                 low, high);
}

static Value drawn_integers(TorchRandom *r, int64_t low, int64_t high,
                            Value given, DType t) {
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  if (low >= high) {
    refuse_range(low, high);
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
  TorchRandom *r = stream_of(args[3]);
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
  TorchRandom *r = stream_of(args[1]);
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

/* --- in place ------------------------------------------------------------ */

/* random_() of each type: whole numbers that it can hold. */
static int64_t any_integer(TorchRandom *r, DType t) {
  switch (t) {
  case DT_F64: return (int64_t)(mt_u64(&r->mt) % ((1ull << 53) + 1));
  case DT_F32: return mt_u32(&r->mt) % ((1u << 24) + 1);
  case DT_F16: return mt_u32(&r->mt) % ((1u << 11) + 1);
  case DT_BF16: return mt_u32(&r->mt) % ((1u << 8) + 1);
  case DT_I64: return torchrandom_int63(r);
  case DT_I32: return mt_u32(&r->mt) % (1u << 31);
  case DT_I16: return mt_u32(&r->mt) % (1u << 15);
  case DT_I8: return mt_u32(&r->mt) % (1u << 7);
  case DT_U8: return mt_u32(&r->mt) % (1u << 8);
  default: return mt_u32(&r->mt) & 1;
  }
}

/* One element of the kind: 'u'niform, 'n'ormal, 'r'andom, 'i'nteger of x .. y,
   'b'ernoulli, 'e'xponential of rate x, 'g'eometric, 'c'auchy, 'l'og normal;
   the last ones are drawn in double. */
static void draw_one(Array *a, int64_t i, TorchRandom *r, char kind, double x,
                     double y) {
  double u = 0;
  switch (kind) {
  case 'r': array_put_int(a, i, any_integer(r, (DType)a->dtype)); return;
  case 'i':
    array_put_int(a, i, torchrandom_integer(r, (int64_t)x, (int64_t)y));
    return;
  case 'b': array_put_int(a, i, torchrandom_bernoulli(r, x)); return;
  case 'l':
    torchrandom_normal64(r, x, y, 1, &u);
    array_put(a, i, exp(u));
    return;
  default: u = torchrandom_double(r); break;
  }
  if (kind == 'e')
    array_put(a, i, -1 / x * log(1 - u));
  else if (kind == 'g')
    array_put(a, i, ceil(log(1 - u) / log(1 - x)));
  else
    array_put(a, i, x + y * tan(M_PI * (u - 0.5)));
}

/* The elements in the order of their memory, as torch fills them. */
static Array *in_memory_order(Array *a) {
  int order[ARRAY_MAX_DIMS];
  int64_t shape[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  walk_memory_order(a, order);
  for (int d = 0; d < a->ndim; d++) {
    shape[d] = a->shape[order[d]];
    stride[d] = a->stride[order[d]];
  }
  return array_view(a, a->ndim, shape, stride, a->data);
}

static bool fill(Array *a, TorchRandom *r, char kind, double x, double y) {
  if (kind == 'u' || kind == 'n')
    return draw_floats(a, r, kind == 'n', x, y);
  for (int64_t i = 0; i < a->size; i++)
    draw_one(a, i, r, kind, x, y);
  return true;
}

/* fill_random(tensor, kind, x, y, generator): None */
static Value fill_random(const Value *args) {
  Array *a = value_array(args[0]);
  double x, y;
  TorchRandom *r = stream_of(args[4]);
  char kind = str_of(args[1])->text[0];
  if (!r || !value_to_double(args[2], &x) || !value_to_double(args[3], &y))
    return value_error();
  if (strchr("unecl", kind) && !check_floats((DType)a->dtype, kind == 'n'))
    return value_error();
  if (kind == 'i' && x >= y) {
    refuse_range((int64_t)x, (int64_t)y);
    return value_error();
  }
  Array *view = in_memory_order(a);
  Array *packed = view ? array_contiguous(view) : NULL;
  bool ok = packed && fill(packed, r, kind, x, y);
  ok = ok && (packed == view || array_assign(view, packed));
  array_changed(a);
  array_unref(packed);
  array_unref(view);
  return ok ? value_none() : value_error();
}

/* toss(probabilities, generator): 0 and 1, a draw of p's own type each. */
static Value toss(const Value *args) {
  Array *p = value_array(args[0]);
  TorchRandom *r = stream_of(args[1]);
  Array *a =
      r ? array_new(FAMILY_TORCH, (DType)p->dtype, p->ndim, p->shape) : NULL;
  for (int64_t i = 0; a && i < a->size; i++) {
    double u = p->dtype == DT_F64 ? torchrandom_double(r)
                                  : (double)torchrandom_float(r);
    array_put_int(a, i, u < array_get(p, i));
  }
  return value_of_array(a);
}

const Native torchdraw_natives[] = {
    {"stream_new", "", stream_new, "the state of a new generator", NULL, NULL},
    {"stream_seed", "state seed", stream_seed, "starts it anew", NULL, NULL},
    {"stream_first", "state", stream_first, "its seed", NULL, NULL},
    {"stream_state", "", stream_state, "the common stream's state", NULL, NULL},
    {"stream_restore", "state", stream_restore, "sets the common stream", NULL,
     NULL},
    {"fill_random", "tensor kind x=0 y=1 generator=None", fill_random,
     "random elements", NULL, NULL},
    {"toss", "p generator=None", toss, "1 with these probabilities", NULL,
     NULL},
    {0}};
