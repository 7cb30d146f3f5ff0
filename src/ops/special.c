/* SPDX-License-Identifier: GPL-3.0-or-later */
/* torch's rarer functions of one number, each a value and a slope:

       erf(x) = 2 / sqrt(pi) * the integral of exp(-t^2) from 0 to x

   In PyTorch:  torch.erf(torch.tensor([0.5]))
   prints       tensor([0.5205]). */
#include "ops/taught.h"

#include "base/err.h"

#include <math.h>

/* A value or a slope at x; p is the row's second argument as a number. */
typedef double Curve(double x, double p);

static double parameter(const OpCall *call) {
  return call->arg[1].tag == ARG_FLOAT ? call->arg[1].f : NAN;
}

/* curve(x), times dout where there is one, in a new array of x's working
   dtype. */
static Array *along(const OpCall *call, Curve *curve, Array *dout) {
  Array *x = call->arg[0].array;
  DType work = taught_working(call, taught_dtype(call, x));
  double p = parameter(call);
  Array *in = array_as(x, work);
  Array *d = dout ? array_as(dout, work) : NULL;
  Array *out = in && (d || !dout)
                   ? array_new(call->family, work, in->ndim, in->shape)
                   : NULL;
  for (int64_t i = 0; out && i < out->size; i++) {
    double y = curve(array_get(in, i), p);
    array_put(out, i, d ? array_get(d, i) * y : y);
  }
  array_unref(in);
  array_unref(d);
  return out;
}

static bool run(OpCall *call, Curve *curve) {
  Array *x = call->arg[0].array;
  return taught_return(call, along(call, curve, NULL), taught_dtype(call, x));
}

static Array *run_back(const OpCall *call, Curve *slope, Array *dout) {
  Array *x = call->arg[0].array;
  Array *all = array_broadcast_to(dout, x->ndim, x->shape);
  Array *g = all ? along(call, slope, all) : NULL;
  array_unref(all);
  return taught_sum_to(g, x);
}

#define ROW(name)                                                              \
  static bool name##_forward(OpCall *call) {                                   \
    return run(call, name##_value);                                            \
  }                                                                            \
  static Array *name##_backward(const OpCall *call, int wrt, Array *dout) {    \
    (void)wrt;                                                                 \
    return run_back(call, name##_slope, dout);                                 \
  }

/* A curve from one expression of x (and p). */
#define CURVE(name, expression)                                                \
  static double name(double x, double p) {                                     \
    (void)p;                                                                   \
    return expression;                                                         \
  }

CURVE(erf_value, erf(x))
CURVE(erf_slope, M_2_SQRTPI *exp(-x *x))
ROW(erf)

CURVE(erfc_value, erfc(x))
CURVE(erfc_slope, -M_2_SQRTPI *exp(-x *x))
ROW(erfc)

/* Giles 2010 gives the start, Newton's steps the digits. */
static double erfinv_value(double x, double p) {
  double w = -log((1 - x) * (1 + x)), y;
  (void)p;
  if (fabs(x) >= 1)
    return fabs(x) > 1 ? NAN : copysign(INFINITY, x);
  if (w < 5) {
    w -= 2.5;
    y = 1.50140941 + w * (0.246640727 + w * (-0.00417768164));
  } else {
    w = sqrt(w) - 3;
    y = 2.83297682 + w * (1.00167406 + w * 0.00943887047);
  }
  y *= x;
  for (int i = 0; i < 4; i++)
    y -= (erf(y) - x) / (M_2_SQRTPI * exp(-y * y));
  return y;
}
CURVE(erfinv_slope, exp(pow(erfinv_value(x, p), 2)) / M_2_SQRTPI)
ROW(erfinv)

/* Abramowitz & Stegun 6.3.5, 6.3.7 and 6.3.18. */
static double digamma_value(double x, double p) {
  static const double terms[] = {1. / 12,   -1. / 120, 1. / 252,
                                 -1. / 240, 5. / 660,  -691. / 32760};
  double sum = 0, power = 1;
  if (x == 0)
    return copysign(INFINITY, -x);
  if (x < 0 && x == floor(x))
    return NAN;
  if (x < 0)
    return digamma_value(1 - x, p) - M_PI / tan(M_PI * x);
  for (; x < 10; x++)
    sum -= 1 / x;
  for (int i = 0; i < 6; i++) {
    power /= x * x;
    sum -= terms[i] * power;
  }
  return sum + log(x) - 0.5 / x;
}

/* Its own slope, 6.4.6 and 6.4.12. */
static double digamma_slope(double x, double p) {
  static const double terms[] = {1. / 6,   -1. / 30, 1. / 42,
                                 -1. / 30, 5. / 66,  -691. / 2730};
  double sum = 0, power = 1 / x;
  if (x < 0.5 && x != 0)
    return pow(M_PI / sin(M_PI * x), 2) - digamma_slope(1 - x, p);
  for (; x < 10; x++)
    sum += 1 / (x * x);
  power = 1 / x;
  for (int i = 0; i < 6; i++) {
    power /= x * x;
    sum += terms[i] * power;
  }
  return sum + 1 / x + 0.5 / (x * x);
}
ROW(digamma)

CURVE(lgamma_value, lgamma(x))
CURVE(lgamma_slope, digamma_value(x, p))
ROW(lgamma)

CURVE(asinh_value, asinh(x))
CURVE(asinh_slope, 1 / sqrt(x * x + 1))
ROW(asinh)

CURVE(acosh_value, acosh(x))
CURVE(acosh_slope, 1 / sqrt(x * x - 1))
ROW(acosh)

CURVE(atanh_value, atanh(x))
CURVE(atanh_slope, 1 / (1 - x * x))
ROW(atanh)

CURVE(rsqrt_value, 1 / sqrt(x))
CURVE(rsqrt_slope, -0.5 / (x * sqrt(x)))
ROW(rsqrt)

CURVE(frac_value, x - trunc(x))
CURVE(frac_slope, x * 0 + 1)
ROW(frac)

CURVE(deg2rad_value, x *(M_PI / 180))
CURVE(deg2rad_slope, x * 0 + M_PI / 180)
ROW(deg2rad)

CURVE(rad2deg_value, x *(180 / M_PI))
CURVE(rad2deg_slope, x * 0 + 180 / M_PI)
ROW(rad2deg)

/* p: eps, which keeps x away from 0 and 1, or nan. */
static double inside(double x, double p) {
  return isnan(p) ? x : x < p ? p : x > 1 - p ? 1 - p : x;
}
CURVE(logit_value, log(inside(x, p) / (1 - inside(x, p))))
CURVE(logit_slope, inside(x, p) != x ? 0 : 1 / (x * (1 - x)))
ROW(logit)

/* -x ln x, the share of x in an entropy */
CURVE(entr_value, x < 0 ? -INFINITY : x == 0 ? 0 : -x * log(x))
CURVE(entr_slope, -log(x) - 1)
ROW(entr)

#define ONE(row, f, title, text, sense, shown, prints)                         \
  {                                                                            \
    .name = #row, .params = "x:array",                                         \
    .spell = {{"torch." #f, "input:x"}, {"Tensor." #f, "self:x"}},             \
    .forward = f##_forward, .backward = f##_backward, .saved = "x",            \
    .grad_fn = title, .formula = text, .help = sense,                          \
    .example = "torch." #f "(torch.tensor([" shown "]))",                      \
    .result = "tensor([" prints "])"                                           \
  }
#define TWO(f, other, title, text, sense, shown, prints)                       \
  {                                                                            \
    .name = #f, .params = "x:array",                                           \
    .spell = {{"torch." #f " torch." other, "input:x"},                        \
              {"Tensor." #f, "self:x"}},                                       \
    .forward = f##_forward, .backward = f##_backward, .saved = "x",            \
    .grad_fn = title, .formula = text, .help = sense,                          \
    .example = "torch." #f "(torch.tensor([" shown "]))",                      \
    .result = "tensor([" prints "])"                                           \
  }

const Op special_ops[] = {
    TWO(erf, "special.erf", "Erf",
        "out_i = 2 / sqrt(pi) * integral of exp(-t^2) from 0 to x_i",
        "the error function", "0.5", "0.5205"),
    TWO(erfc, "special.erfc", "Erfc", "out_i = 1 - erf(x_i)",
        "what the error function leaves of 1", "0.5", "0.4795"),
    TWO(erfinv, "special.erfinv", "Erfinv", "erf(out_i) = x_i",
        "the inverse of the error function", "0.5", "0.4769"),
    TWO(lgamma, "special.gammaln", "Lgamma", "out_i = ln |gamma(x_i)|",
        "the logarithm of the gamma function", "5.0", "3.1781"),
    TWO(digamma, "special.digamma", "Digamma",
        "out_i = d ln gamma(x_i) / d x_i", "the slope of lgamma", "1.0",
        "-0.5772"),
    TWO(asinh, "arcsinh", "Asinh", "sinh(out_i) = x_i", "the inverse of sinh",
        "1.0", "0.8814"),
    TWO(acosh, "arccosh", "Acosh", "cosh(out_i) = x_i", "the inverse of cosh",
        "2.0", "1.3170"),
    TWO(atanh, "arctanh", "Atanh", "tanh(out_i) = x_i", "the inverse of tanh",
        "0.5", "0.5493"),
    ONE(rsqrt, rsqrt, "Rsqrt", "out_i = 1 / sqrt(x_i)",
        "one over the square root", "4.0", "0.5000"),
    ONE(frac, frac, "Frac", "out_i = x_i - trunc(x_i)",
        "what follows the point", "-1.25", "-0.2500"),
    ONE(torch_deg2rad, deg2rad, "Deg2Rad", "out_i = pi x_i / 180",
        "degrees as radians", "180.0", "3.1416"),
    ONE(torch_rad2deg, rad2deg, "Rad2Deg", "out_i = 180 x_i / pi",
        "radians as degrees", "1.0", "57.2958"),
    {.name = "logit",
     .params = "x:array eps:float?",
     .spell = {{"torch.logit torch.special.logit", "input:x eps"},
               {"Tensor.logit", "self:x eps"}},
     .forward = logit_forward,
     .backward = logit_backward,
     .saved = "x",
     .grad_fn = "Logit",
     .formula = "out_i = ln(x_i / (1 - x_i))",
     .help = "the inverse of the sigmoid",
     .example = "torch.logit(torch.tensor([0.75]))",
     .result = "tensor([1.0986])"},
    {.name = "entr",
     .params = "x:array",
     .spell = {{"torch.special.entr", "input:x"}},
     .forward = entr_forward,
     .backward = entr_backward,
     .saved = "x",
     .grad_fn = "SpecialEntr",
     .formula = "out_i = -x_i ln x_i",
     .help = "the share of each element in the entropy",
     .example = "torch.special.entr(torch.tensor([0.5]))",
     .result = "tensor([0.3466])"},
    {0}};
