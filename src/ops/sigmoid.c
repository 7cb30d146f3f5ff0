/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sigmoid: one score z becomes the probability of "yes",
       p = 1 / (1 + exp(-z)),    dp/dz = p (1 - p)
   and its logarithm, right also where p rounds to 0 or 1:
       ln p = min(z, 0) - ln(1 + exp(-|z|))

   In C:        sigmoid_run64(&z, &p, 1);
   In PyTorch:  torch.sigmoid(torch.tensor(2.0))
   Both print   0.8808, and -0.1269 for the logarithm. */
#include "ops/sigmoid.h"

#include "base/err.h"
#include "num/floats.h"
#include "num/kernels.h"
#include "ops/taught.h"

#include <math.h>
#include <string.h>

void sigmoid_run32(const float *x, float *out, int64_t n) {
  if (n >= KERNELS_MIN) {
    kernels_get()->sigmoid32(x, out, n);
    return;
  }
  int64_t body = n - n % 16; /* the rest meets torch's scalar loop */
  for (int64_t i = 0; i < n; i++)
    out[i] = 1 / (1 + (i < body ? floats_exp(0 - x[i]) : expf(-x[i])));
}

/* Only exp of a negative number, so that nothing overflows. */
static double sigmoid_one(double x) {
  double e = exp(-fabs(x));
  return x > 0 ? 1 / (1 + e) : e / (1 + e);
}

void sigmoid_run64(const double *x, double *out, int64_t n) {
  if (n >= KERNELS_MIN)
    kernels_get()->sigmoid64(x, out, n);
  else
    for (int64_t i = 0; i < n; i++)
      out[i] = isnan(x[i]) ? x[i] : sigmoid_one(x[i]);
}

/* ln(1 + d) of torch's vector loop for d in [0, 1] (Sleef "u10"): with 1 + d
   = 2^e m, ln = e ln 2 + 2 artanh((m - 1) / (m + 1)), in pairs of floats. */
static float log1p32(float d) {
  int e;
  float whole = (1 + d) * (1.0F / 0.75F);
  frexpf(whole, &e);
  e--;
  float t = ldexpf(1, -e), m = fmaf(d, t, t - 1);
  float den = 2 + m, low = (2 - den) + m;
  float inverse = 1 / den, q = m * inverse;
  float u = fmaf(inverse, m, -q);
  float v = fmaf(-low, inverse, fmaf(-den, inverse, 1));
  float qlow = fmaf(q, v, fmaf(0, inverse, u));
  float square = q * q;
  float p = fmaf(0.3027294874F, square, 0.3996108174F);
  p = fmaf(p, square, 0.6666694880F);
  float a = 0.69314718246459960938F, hi = a * (float)e;
  float lo = fmaf(-1.904654323148236017e-09F, (float)e, fmaf(a, (float)e, -hi));
  float h = hi + 2 * q, l = (((hi - h) + 2 * q) + lo) + 2 * qlow;
  float w = square * q * p, sum = h + w;
  return sum + (((h - sum) + w) + l);
}

static void logsigmoid32(const float *x, float *out, int64_t n) {
  for (int64_t i = 0; i < n; i++)
    out[i] = isnan(x[i])
                 ? x[i]
                 : (x[i] < 0 ? x[i] : 0) - log1p32(floats_exp(-fabsf(x[i])));
}

static void logsigmoid64(const double *x, double *out, int64_t n) {
  for (int64_t i = 0; i < n; i++)
    out[i] = isnan(x[i]) ? x[i] : fmin(x[i], 0) - log1p(exp(-fabs(x[i])));
}

static bool is_log(const OpCall *call) {
  return !strcmp(call->op->name, "logsigmoid");
}

static void run(const OpCall *call, const Array *z, Array *out) {
  bool ln = is_log(call);
  if (z->dtype == DT_F32)
    (ln ? logsigmoid32 : sigmoid_run32)(z->data, out->data, z->size);
  else
    (ln ? logsigmoid64 : sigmoid_run64)(z->data, out->data, z->size);
}

static bool sigmoid_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  if (is_log(call) && !taught_needs_float(call, x, "log_sigmoid_cpu"))
    return false;
  DType result = taught_dtype(call, x);
  DType work = taught_working(call, result);
  Array *z = array_as(x, work);
  Array *out = z ? array_new(call->family, work, x->ndim, x->shape) : NULL;
  if (out)
    run(call, z, out);
  array_unref(z);
  return taught_return(call, out, result);
}

/* dL/dz = g (1 - p) p from p; of the logarithm g sigmoid(-z) from z. */
static void back32(bool ln, const float *from, const float *g, float *dz,
                   int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    float z = from[i], e = ln ? floats_exp(-fabsf(z)) : 0, t = e / (1 + e);
    if (ln)
      dz[i] = (z < 0 ? 1 - t : t) * g[i];
    else
      dz[i] = (g[i] * (1 - from[i])) * from[i];
  }
}

static void back64(bool ln, const double *from, const double *g, double *dz,
                   int64_t n) {
  for (int64_t i = 0; i < n; i++)
    dz[i] = ln ? g[i] * sigmoid_one(-from[i]) : g[i] * (1 - from[i]) * from[i];
}

static Array *sigmoid_backward(const OpCall *call, int wrt, Array *dout) {
  if (wrt != 0)
    return err_null(ERR_RuntimeError, "sigmoid has no gradient there");
  Array *x = call->arg[0].array, *dz = NULL;
  bool ln = is_log(call);
  DType work = taught_working(call, taught_dtype(call, x));
  Array *from = array_as(ln ? x : call->out, work), *g = array_as(dout, work);
  if (from && g)
    dz = array_new(call->family, work, x->ndim, x->shape);
  if (dz && work == DT_F32)
    back32(ln, from->data, g->data, dz->data, x->size);
  else if (dz)
    back64(ln, from->data, g->data, dz->data, x->size);
  array_unref(from);
  array_unref(g);
  return taught_sum_to(dz, x);
}

static Kind kind_each(const OpCall *call) {
  (void)call;
  return (Kind){.name = KIND_PROBS, .axis = KIND_EACH};
}

static Kind kind_log_each(const OpCall *call) {
  (void)call;
  return (Kind){.name = KIND_LOGPROBS, .axis = KIND_EACH};
}

/* The elements of z, changed one by one. */
typedef enum Part { NEGATIVE, POWER, PLUS_ONE, PARTS } Part;

static double part_of(Part part, double z, bool exact) {
  if (part == NEGATIVE)
    return -z;
  double e = exact ? (double)floats_exp((float)-z) : exp(-z);
  return part == POWER ? e : e + 1;
}

/* -z, exp(-z) and 1 + exp(-z) of the evaluation. */
static bool parts_of(const Array *z, Array *part[PARTS]) {
  bool ok = true, exact = z->dtype == DT_F32;
  for (int k = 0; k < PARTS; k++) {
    part[k] = array_new(FAMILY_PLAIN, (DType)z->dtype, z->ndim, z->shape);
    ok = ok && part[k];
    for (int64_t i = 0; ok && i < z->size; i++)
      array_put(part[k], i, part_of((Part)k, array_get(z, i), exact));
  }
  return ok;
}

static void derive_steps(Derivation *d, Array *z, Array *const part[PARTS],
                         Array *p, Array *ln) {
  derive_step(d, "z (logits)", z, "input: any real numbers");
  derive_reason(d, "a score: positive for yes, negative for no");
  derive_step(d, "-z", part[NEGATIVE], "the score of \"no\"");
  derive_reason(d, "sigmoid is softmax of the two scores z and 0");
  derive_step(d, "exp(@2)", part[POWER], "the odds against");
  derive_reason(d, "a step of 1 in z makes the odds 2.718 times better");
  derive_step(d, "1 + @3", part[PLUS_ONE], "yes counts 1, no counts @3");
  derive_step(d, "1 / @4 = p", p, "p(yes); p(no) = 1 - p");
  derive_check(d, taught_distance(p, 0.5) <= 0.5);
  derive_reason(d, "the share of yes in the whole");
  if (!ln)
    return;
  derive_step(d, "ln p", ln, "min(z, 0) - ln(1 + exp(-|z|))");
  derive_reason(d, "the same number, right also where p rounds to 0 or 1");
}

/* A copy of a in working precision with one function of the row applied. */
static Array *applied(Array *z, bool ln) {
  Array *out = array_new(FAMILY_PLAIN, (DType)z->dtype, z->ndim, z->shape);
  if (out && z->dtype == DT_F32)
    (ln ? logsigmoid32 : sigmoid_run32)(z->data, out->data, z->size);
  else if (out)
    (ln ? logsigmoid64 : sigmoid_run64)(z->data, out->data, z->size);
  return out;
}

static bool sigmoid_derive(const OpCall *call, Derivation *d) {
  Array *x = call->arg[0].array, *part[PARTS] = {0};
  Array *z = array_as(x, taught_working(call, taught_dtype(call, x)));
  Array *p = z ? applied(z, false) : NULL;
  Array *ln = p && is_log(call) ? applied(z, true) : NULL;
  bool ok = p && (ln || !is_log(call)) && parts_of(z, part);
  if (ok) {
    derive_title(d, ln ? "ln p = -ln(1 + exp(-z))" : "p = 1 / (1 + exp(-z))");
    derive_steps(d, z, part, p, ln);
  }
  for (int k = 0; k < PARTS; k++)
    array_unref(part[k]);
  array_unref(z);
  array_unref(p);
  array_unref(ln);
  return ok && !d->failed;
}

const Op sigmoid_ops[] = {
    {.name = "sigmoid",
     .params = "x:array",
     .spell = {{"sigmoid", "x"},
               {"torch.sigmoid F.sigmoid", "input:x"},
               {"Tensor.sigmoid", "self:x"}},
     .forward = sigmoid_forward,
     .backward = sigmoid_backward,
     .saved = "out",
     .kind = kind_each,
     .derive = sigmoid_derive,
     .grad_fn = "Sigmoid",
     .formula = "p = 1 / (1 + exp(-z))",
     .help = "turns one score into the probability of yes",
     .example = "sigmoid(2)",
     .result = "0.8808"},
    {.name = "logsigmoid",
     .params = "x:array",
     .spell = {{"logsigmoid", "x"}, {"F.logsigmoid", "input:x"}},
     .forward = sigmoid_forward,
     .backward = sigmoid_backward,
     .saved = "x",
     .kind = kind_log_each,
     .derive = sigmoid_derive,
     .grad_fn = "LogSigmoid",
     .formula = "ln p = min(z, 0) - ln(1 + exp(-|z|))",
     .help = "the logarithm of sigmoid, right for scores of any size",
     .example = "logsigmoid(2)",
     .result = "-0.1269"},
    {0}};
