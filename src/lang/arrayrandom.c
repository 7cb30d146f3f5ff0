/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/arrayrandom.h"

#include "grad/tape.h"
#include "lang/interp.h"
#include "num/fold.h"
#include "ops/elementwise.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* --- streams ------------------------------------------------------------- */

TorchRandom *arrayrandom_state(Value state) {
  Array *a = value_array(state);
  if (a && a->dtype == DT_U8 && a->size == (int64_t)sizeof(TorchRandom))
    return a->data;
  return err_null(ERR_TypeError, "RNG state must be a torch.ByteTensor");
}

TorchRandom *arrayrandom_stream(Value generator) {
  if (value_is_none(generator) || !value_ok(generator))
    return interp_torch_random();
  Value state = value_find_attr(generator, sym_lit("_state"));
  TorchRandom *r = NULL;
  if (value_ok(state))
    r = arrayrandom_state(state);
  else if (!err_pending())
    err_set(ERR_TypeError,
            "argument 'generator' must be torch.Generator, not %s",
            value_type_name(generator));
  value_unref(state); /* the generator keeps it */
  return r;
}

/* --- elements ------------------------------------------------------------ */

bool arrayrandom_fill(Array *a, TorchRandom *r, bool normal, double x,
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

bool arrayrandom_check(DType t, bool normal) {
  if (dtype_is_float(t))
    return true;
  return err_set(ERR_RuntimeError, "\"%s\" not implemented for '%s'",
                 normal ? "normal_kernel_cpu" : "check_uniform_bounds",
                 elementwise_torch_name(t));
}

bool arrayrandom_refuse(int64_t low, int64_t high) {
  return err_set(ERR_RuntimeError,
                 "random_ expects 'from' to be less than 'to', but got "
                 "from=%" PRId64 " >= to=%" PRId64,
                 low, high);
}

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
    array_put(a, i, ceil(log(u) / log(1 - x)));
  else
    array_put(a, i, x + y * tan(M_PI * (u - 0.5)));
}

static bool fill(Array *a, TorchRandom *r, char kind, double x, double y) {
  if (kind == 'u' || kind == 'n')
    return arrayrandom_fill(a, r, kind == 'n', x, y);
  for (int64_t i = 0; i < a->size; i++)
    draw_one(a, i, r, kind, x, y);
  return true;
}

/* In the order of the memory, as torch does it. */
static bool fill_any(Array *a, TorchRandom *r, char kind, double x, double y) {
  int order[ARRAY_MAX_DIMS];
  Array *view = fold_memory_order(a, order);
  Array *packed = view ? array_contiguous(view) : NULL;
  bool ok = packed && fill(packed, r, kind, x, y) &&
            (packed == view || array_assign(view, packed));
  array_unref(packed);
  array_unref(view);
  if (ok)
    array_changed(a);
  return ok;
}

static Value filled(const Value *args, char kind, double x, double y,
                    Value generator) {
  Array *a = value_array(args[0]);
  TorchRandom *r = arrayrandom_stream(generator);
  bool floats = strchr("unecl", kind) != NULL;
  if (!r || (floats && !arrayrandom_check((DType)a->dtype, kind == 'n')) ||
      !tape_may_change(a, false) || !fill_any(a, r, kind, x, y))
    return value_error();
  return value_ref(args[0]);
}

static bool two(const Value *args, double *x, double *y) {
  return value_to_double(args[1], x) && value_to_double(args[2], y);
}

/* --- methods ------------------------------------------------------------- */

static Value uniform(const Value *args) {
  double from, to;
  if (!two(args, &from, &to))
    return value_error();
  if (from <= to)
    return filled(args, 'u', from, to, args[3]);
  err_set(ERR_RuntimeError,
          "uniform_ expects to return a [from, to) range, but found from=%g > "
          "to=%g",
          from, to);
  return value_error();
}

static Value normal(const Value *args) {
  double mean, std;
  if (!two(args, &mean, &std))
    return value_error();
  if (std >= 0)
    return filled(args, 'n', mean, std, args[3]);
  err_set(ERR_RuntimeError, "normal expects std >= 0.0, but found std %g", std);
  return value_error();
}

/* random_(), random_(to), random_(from, to) */
static Value any_or_range(const Value *args) {
  int64_t from = 0, to;
  if (value_is_none(args[1]) && value_is_none(args[2]))
    return filled(args, 'r', 0, 0, args[3]);
  bool one = value_is_none(args[2]);
  if ((!one && !value_is_none(args[1]) && !value_to_index(args[1], &from)) ||
      !value_to_index(args[one ? 1 : 2], &to) ||
      (from >= to && !arrayrandom_refuse(from, to)))
    return value_error();
  return filled(args, 'i', (double)from, (double)to, args[3]);
}

/* bernoulli_(tensor): each element by a draw of p's own type. */
static Value bernoulli_each(const Value *args, Array *p) {
  Array *a = value_array(args[0]);
  TorchRandom *r = arrayrandom_stream(args[2]);
  Array *all = r ? array_broadcast_to(p, a->ndim, a->shape) : NULL;
  if (!all || !tape_may_change(a, false)) {
    array_unref(all);
    return value_error();
  }
  for (int64_t i = 0; i < a->size; i++) {
    double u = p->dtype == DT_F64 ? torchrandom_double(r)
                                  : (double)torchrandom_float(r);
    array_put_int(a, i, u < array_get(all, i));
  }
  array_unref(all);
  array_changed(a);
  return value_ref(args[0]);
}

static Value bernoulli(const Value *args) {
  double p;
  if (value_array(args[1]) && value_array(args[1])->family == FAMILY_TORCH)
    return bernoulli_each(args, value_array(args[1]));
  if (!value_to_double(args[1], &p))
    return value_error();
  if (p >= 0 && p <= 1)
    return filled(args, 'b', p, 0, args[2]);
  err_set(ERR_RuntimeError,
          "bernoulli_ expects p to be in [0, 1], but got p=%g", p);
  return value_error();
}

static Value exponential(const Value *args) {
  double rate;
  if (!value_to_double(args[1], &rate))
    return value_error();
  if (rate > 0)
    return filled(args, 'e', rate, 0, args[2]);
  err_set(ERR_RuntimeError,
          "exponential_ expects lambda > 0.0, but found lambda=%g", rate);
  return value_error();
}

static Value geometric(const Value *args) {
  double p;
  if (!value_to_double(args[1], &p))
    return value_error();
  if (p > 0 && p < 1)
    return filled(args, 'g', p, 0, args[2]);
  err_set(ERR_RuntimeError,
          "geometric_ expects p to be in (0, 1), but got p=%g", p);
  return value_error();
}

static Value cauchy(const Value *args) {
  double median, sigma;
  return two(args, &median, &sigma) ? filled(args, 'c', median, sigma, args[3])
                                    : value_error();
}

static Value log_normal(const Value *args) {
  double mean, std;
  return two(args, &mean, &std) ? filled(args, 'l', mean, std, args[3])
                                : value_error();
}

const Native arrayrandom_methods[] = {
    {"uniform_", "self from=0 to=1 * generator=None", uniform,
     "fills it with even random numbers of [from, to)", NULL, NULL},
    {"normal_", "self mean=0 std=1 * generator=None", normal,
     "fills it with normal random numbers", NULL, NULL},
    {"random_", "self from=None to=None * generator=None", any_or_range,
     "fills it with random whole numbers", NULL, NULL},
    {"bernoulli_", "self p=0.5 * generator=None", bernoulli,
     "fills it with ones, each with probability p, and zeros", NULL, NULL},
    {"exponential_", "self lambd=1 * generator=None", exponential,
     "fills it with random waiting times of this rate", NULL, NULL},
    {"geometric_", "self p * generator=None", geometric,
     "fills it with random counts of trials until the first success", NULL,
     NULL},
    {"cauchy_", "self median=0 sigma=1 * generator=None", cauchy,
     "fills it with Cauchy random numbers", NULL, NULL},
    {"log_normal_", "self mean=1 std=2 * generator=None", log_normal,
     "fills it with exponentials of normal random numbers", NULL, NULL},
    {0}};
