/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions between layers beside relu, sigmoid and tanh: each is a value
   and a slope of one number,
       elu(x) = x,  or a (exp(x) - 1) below zero
       silu(x) = x sigmoid(x)                          and so on

   In PyTorch:  F.elu(torch.tensor([-1.0, 2.0]))
   prints       tensor([-0.6321,  2.0000]). */
#include "ops/taught.h"

#include "base/err.h"

#include <math.h>
#include <string.h>

/* A value or a slope at x; p: the row's parameters after x, as numbers. */
typedef double (*Curve)(double x, const double *p);

enum { MOST_PARAMETERS = 2 };

/* The numbers of the call; approximate="tanh" counts as 1. */
static void read_parameters(const OpCall *call, double *p) {
  int n = 0;
  for (int i = 1; i < OP_MAX_ARGS && n < MOST_PARAMETERS; i++) {
    const Arg *a = &call->arg[i];
    if (a->tag == ARG_FLOAT)
      p[n++] = a->f;
    else if (a->tag == ARG_TEXT)
      p[n++] = a->count == 4 && !memcmp(a->text, "tanh", 4);
  }
}

static bool wants_in_place(const OpCall *call) {
  for (int i = 1; i < OP_MAX_ARGS; i++)
    if (call->arg[i].tag == ARG_BOOL)
      return call->arg[i].b;
  return false;
}

/* curve(x) for each element, in a new contiguous array of x's working dtype. */
static Array *along(const OpCall *call, Array *x, Curve curve) {
  double p[MOST_PARAMETERS] = {0};
  read_parameters(call, p);
  DType work = taught_working(call, taught_dtype(call, x));
  Array *in = array_as(x, work);
  Array *out = in ? array_new(call->family, work, in->ndim, in->shape) : NULL;
  for (int64_t i = 0; out && i < out->size; i++)
    if (work == DT_F32)
      ((float *)out->data)[i] = (float)curve((double)((float *)in->data)[i], p);
    else
      ((double *)out->data)[i] = curve(((double *)in->data)[i], p);
  array_unref(in);
  return out;
}

/* inplace=True: x takes the values and is the result. */
static bool replace(OpCall *call, Array *x) {
  Array *out = call->out;
  bool ok = array_assign(x, out);
  array_unref(out);
  call->out = ok ? array_ref(x) : NULL;
  return ok;
}

static bool forward(OpCall *call, Curve value) {
  Array *x = call->arg[0].array;
  Buf what = BUF_EMPTY;
  buf_fmt(&what, "%s_cpu", call->op->name);
  bool ok = taught_needs_float(call, x, buf_text(&what));
  buf_free(&what);
  if (!ok || !taught_return(call, along(call, x, value), taught_dtype(call, x)))
    return false;
  return !wants_in_place(call) || replace(call, x);
}

static Array *backward(const OpCall *call, Array *dout, Curve slope) {
  Array *x = call->arg[0].array;
  Array *g = along(call, x, slope);
  Array *d = g ? array_broadcast_to(dout, g->ndim, g->shape) : NULL;
  Array *same = d ? array_as(d, (DType)g->dtype) : NULL;
  for (int64_t i = 0; same && i < g->size; i++)
    if (g->dtype == DT_F32)
      ((float *)g->data)[i] *= ((float *)same->data)[i];
    else
      ((double *)g->data)[i] *= ((double *)same->data)[i];
  array_unref(d);
  array_unref(same);
  if (same)
    return taught_sum_to(g, x);
  array_unref(g);
  return NULL;
}

#define CURVE(name, value, slope)                                              \
  static double name##_value(double x, const double *p) {                      \
    (void)p;                                                                   \
    return value;                                                              \
  }                                                                            \
  static double name##_slope(double x, const double *p) {                      \
    (void)p;                                                                   \
    return slope;                                                              \
  }                                                                            \
  static bool name##_forward(OpCall *call) {                                   \
    return forward(call, name##_value);                                        \
  }                                                                            \
  static Array *name##_backward(const OpCall *call, int wrt, Array *dout) {    \
    (void)wrt;                                                                 \
    return backward(call, dout, name##_slope);                                 \
  }

/* --- curves ----------------------------------------------------------------
 */

/* Klambauer and others, "Self-Normalizing Neural Networks", 2017. */
static const double selu_alpha = 1.6732632423543772848,
                    selu_scale = 1.0507009873554804934;

static double sigmoid(double x) {
  return 1 / (1 + exp(-x));
}

static double log_one_plus_exp(double x) {
  return x > 30 ? x : log1p(exp(x));
}

static double between(double x, double low, double high) {
  return x < low ? low : x > high ? high : x;
}

/* x times the share of the standard normal distribution below x; the tanh
   form is Hendrycks and Gimpel's, 2016. */
static double tanh_of_gelu(double x) {
  return tanh(sqrt(2 / M_PI) * (x + 0.044715 * x * x * x));
}

static double gelu_at(double x, bool by_tanh) {
  return by_tanh ? 0.5 * x * (1 + tanh_of_gelu(x))
                 : 0.5 * x * (1 + erf(x * M_SQRT1_2));
}

static double gelu_slope_at(double x, bool by_tanh) {
  double t = tanh_of_gelu(x);
  double inner = sqrt(2 / M_PI) * (1 + 3 * 0.044715 * x * x);
  if (by_tanh)
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * inner;
  return 0.5 * (1 + erf(x * M_SQRT1_2)) + x * exp(-x * x / 2) / sqrt(2 * M_PI);
}

static double mish_slope_at(double x) {
  double t = tanh(log_one_plus_exp(x));
  return t + x * sigmoid(x) * (1 - t * t);
}

CURVE(elu, x > 0 ? x : p[0] * expm1(x), x > 0 ? 1 : p[0] * exp(x))
CURVE(selu, selu_scale *(x > 0 ? x : selu_alpha * expm1(x)),
      selu_scale *(x > 0 ? 1 : selu_alpha * exp(x)))
CURVE(celu, x > 0 ? x : p[0] * expm1(x / p[0]), x > 0 ? 1 : exp(x / p[0]))
CURVE(gelu, gelu_at(x, p[0] > 0), gelu_slope_at(x, p[0] > 0))
CURVE(silu, x *sigmoid(x), sigmoid(x) * (1 + x * (1 - sigmoid(x))))
CURVE(mish, x *tanh(log_one_plus_exp(x)), mish_slope_at(x))
CURVE(hardtanh, between(x, p[0], p[1]), x > p[0] && x < p[1])
CURVE(hardsigmoid, between(x + 3, 0, 6) / 6, x > -3 && x < 3 ? 1.0 / 6 : 0)
CURVE(hardswish, x *between(x + 3, 0, 6) / 6,
      x < -3   ? 0
      : x <= 3 ? x / 3 + 0.5
               : 1)
CURVE(threshold, x > p[0] ? x : p[1], x > p[0])

/* --- rows ------------------------------------------------------------------
 */

#define ROW(f) .forward = f##_forward, .backward = f##_backward, .saved = "x"

const Op activation_ops[] = {
    {.name = "elu",
     .params = "x:array alpha:float=1 inplace:bool=False",
     .spell = {{"F.elu", "input:x alpha inplace"}, {"elu", "x alpha"}},
     ROW(elu),
     .grad_fn = "Elu",
     .formula = "out_i = x_i if x_i > 0 else alpha (exp(x_i) - 1)",
     .help = "relu that bends smoothly towards -alpha",
     .example = "elu([-1, 2])",
     .result = "[-0.6321, 2.0000]"},
    {.name = "selu",
     .params = "x:array inplace:bool=False",
     .spell = {{"F.selu", "input:x inplace"},
               {"torch.selu", "input:x"},
               {"selu", "x"}},
     ROW(selu),
     .grad_fn = "Elu",
     .formula = "out_i = s (x_i if x_i > 0 else a (exp(x_i) - 1))",
     .help = "elu with the constants that keep mean 0 and variance 1",
     .example = "selu([-1, 2])",
     .result = "[-1.1113, 2.1014]"},
    {.name = "celu",
     .params = "x:array alpha:float=1 inplace:bool=False",
     .spell = {{"F.celu", "input:x alpha inplace"},
               {"torch.celu", "input:x alpha"}},
     ROW(celu),
     .grad_fn = "Celu",
     .formula = "out_i = x_i if x_i > 0 else alpha (exp(x_i / alpha) - 1)",
     .help = "elu whose slope has no jump",
     .example = "F.celu(torch.tensor([-1.0, 2.0]))",
     .result = "tensor([-0.6321,  2.0000])"},
    {.name = "gelu",
     .params = "x:array approximate:text=none",
     .spell = {{"F.gelu", "input:x * approximate"}, {"gelu", "x approximate"}},
     ROW(gelu),
     .grad_fn = "Gelu",
     .formula = "out_i = x_i (1 + erf(x_i / sqrt 2)) / 2",
     .help = "x times the share of the normal distribution below x",
     .example = "gelu([-1, 2])",
     .result = "[-0.1587, 1.9545]"},
    {.name = "silu",
     .params = "x:array inplace:bool=False",
     .spell = {{"F.silu", "input:x inplace"}, {"silu", "x"}},
     ROW(silu),
     .grad_fn = "Silu",
     .formula = "out_i = x_i sigmoid(x_i)",
     .help = "x times its sigmoid, called swish too",
     .example = "silu([-1, 2])",
     .result = "[-0.2689, 1.7616]"},
    {.name = "mish",
     .params = "x:array inplace:bool=False",
     .spell = {{"F.mish", "input:x inplace"}, {"mish", "x"}},
     ROW(mish),
     .grad_fn = "Mish",
     .formula = "out_i = x_i tanh(ln(1 + exp(x_i)))",
     .help = "x times the tanh of its softplus",
     .example = "mish([-1, 2])",
     .result = "[-0.3034, 1.9440]"},
    {.name = "hardtanh",
     .params = "x:array low:float=-1 high:float=1 inplace:bool=False",
     .spell = {{"F.hardtanh", "input:x min_val:low max_val:high inplace"},
               {"F.relu6", "input:x inplace low=0 high=6"}},
     ROW(hardtanh),
     .grad_fn = "Hardtanh",
     .formula = "out_i = min(max(x_i, low), high)",
     .help = "x, at least low and at most high",
     .example = "F.hardtanh(torch.tensor([-3.0, 0.5]))",
     .result = "tensor([-1.0000,  0.5000])"},
    {.name = "hardsigmoid",
     .params = "x:array inplace:bool=False",
     .spell = {{"F.hardsigmoid", "input:x inplace"}},
     ROW(hardsigmoid),
     .grad_fn = "Hardsigmoid",
     .formula = "out_i = min(max(x_i + 3, 0), 6) / 6",
     .help = "a sigmoid made of straight lines",
     .example = "F.hardsigmoid(torch.tensor([0.0, 5.0]))",
     .result = "tensor([0.5000, 1.0000])"},
    {.name = "hardswish",
     .params = "x:array inplace:bool=False",
     .spell = {{"F.hardswish", "input:x inplace"}},
     ROW(hardswish),
     .grad_fn = "Hardswish",
     .formula = "out_i = x_i min(max(x_i + 3, 0), 6) / 6",
     .help = "silu with the hard sigmoid",
     .example = "F.hardswish(torch.tensor([-1.0, 4.0]))",
     .result = "tensor([-0.3333,  4.0000])"},
    {.name = "threshold",
     .params = "x:array threshold:float value:float inplace:bool=False",
     .spell = {{"F.threshold", "input:x threshold value inplace"},
               {"torch.threshold", "input:x threshold value"}},
     ROW(threshold),
     .grad_fn = "Threshold",
     .formula = "out_i = x_i if x_i > threshold else value",
     .help = "replaces what is not above a threshold",
     .example = "F.threshold(torch.tensor([0.2, 2.0]), 0.5, 9.0)",
     .result = "tensor([9., 2.])"},
    {0}};
