/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/arrayrandom.h"

#include "grad/tape.h"
#include "lang/interp.h"

/* What fills n numbers of one type with the parameters p. */
typedef struct Filler {
  const char *name; /* of the method */
  void (*floats)(TorchRandom *r, double a, double b, int64_t n, float *out);
  void (*doubles)(TorchRandom *r, double a, double b, int64_t n, double *out);
} Filler;

/* Writes fresh numbers into a, of any strides. */
static bool fill(Array *a, const Filler *how, double p, double q) {
  TorchRandom *r = interp_torch_random();
  Array *fresh =
      r ? array_new(FAMILY_TORCH, (DType)a->dtype, a->ndim, a->shape) : NULL;
  if (fresh && a->dtype == DT_F32)
    how->floats(r, p, q, fresh->size, fresh->data);
  else if (fresh)
    how->doubles(r, p, q, fresh->size, fresh->data);
  bool ok = fresh && array_assign(a, fresh);
  array_unref(fresh);
  return ok;
}

static Value filled(const Value *args, const Filler *how, double p, double q) {
  Array *a = value_array(args[0]);
  if (a->dtype != DT_F32 && a->dtype != DT_F64) {
    err_set(ERR_Unsupported, "xent does not support %s() of a %s tensor",
            how->name, dtype_name((DType)a->dtype));
    return value_error();
  }
  if (!tape_may_change(a, false) || !fill(a, how, p, q))
    return value_error();
  array_changed(a);
  return value_ref(args[0]);
}

static Value uniform(const Value *args) {
  static const Filler how = {"uniform_", torchrandom_uniform32,
                             torchrandom_uniform64};
  double from, to;
  if (!value_to_double(args[1], &from) || !value_to_double(args[2], &to))
    return value_error();
  if (from <= to)
    return filled(args, &how, from, to);
  err_set(ERR_RuntimeError,
          "uniform_ expects to return a [from, to) range, but found from=%g > "
          "to=%g",
          from, to);
  return value_error();
}

static Value normal(const Value *args) {
  static const Filler how = {"normal_", torchrandom_normal32,
                             torchrandom_normal64};
  double mean, std;
  if (!value_to_double(args[1], &mean) || !value_to_double(args[2], &std))
    return value_error();
  if (std >= 0)
    return filled(args, &how, mean, std);
  err_set(ERR_RuntimeError, "normal expects std >= 0.0, but found std %g", std);
  return value_error();
}

static Value bernoulli(const Value *args) {
  Array *a = value_array(args[0]);
  TorchRandom *r = interp_torch_random();
  double p;
  if (!r || !value_to_double(args[1], &p) || !tape_may_change(a, false))
    return value_error();
  if (!(p >= 0 && p <= 1)) {
    err_set(ERR_RuntimeError,
            "bernoulli_ expects p to be in [0, 1], but got p=%g", p);
    return value_error();
  }
  for (int64_t i = 0; i < a->size; i++)
    array_put(a, i, torchrandom_bernoulli(r, p));
  array_changed(a);
  return value_ref(args[0]);
}

const Native arrayrandom_methods[] = {
    {"uniform_", "self from=0 to=1", uniform,
     "fills it with even random numbers of [from, to)", NULL, NULL},
    {"normal_", "self mean=0 std=1", normal,
     "fills it with normal random numbers", NULL, NULL},
    {"bernoulli_", "self p=0.5", bernoulli,
     "fills it with ones, each with probability p, and zeros", NULL, NULL},
    {0}};
