/* SPDX-License-Identifier: GPL-3.0-or-later */
/* binary_cross_entropy: the price of a yes-or-no answer y in 0 .. 1,
       L = -(y ln p + (1 - y) ln(1 - p))         logarithms cut off at -100
       dL/dp = (p - y) / (p (1 - p))
   and the same from the score z, p = sigmoid(z), without forming p:
       L = (1 - y) z + max(-z, 0) + ln(exp(-max(-z, 0)) + exp(-z - max(-z, 0)))
       dL/dz = p - y

   In C:        Array *each = bce_elements(&call, &pairs);
   In PyTorch:  F.binary_cross_entropy(torch.tensor(0.9), torch.tensor(1.0))
                F.binary_cross_entropy_with_logits(torch.tensor(2.0),
                                                   torch.tensor(1.0))
   Both print   0.1054 and 0.1269. */
#include "ops/bce.h"

#include "base/err.h"
#include "num/floats.h"
#include "ops/sigmoid.h"

#include <math.h>

const int bce_positions[4] = {0, 1, 2, -1};
const int bce_logits_positions[4] = {0, 1, 2, 4};

enum { BCE_REDUCTION = 3 };

double bce_log(double x) {
  return fmax(log(x), -100);
}

static float log32(float x) {
  float l = logf(x);
  return l > -100 ? l : -100;
}

/* ValueError about the sizes; `format` takes target, then input. */
static bool sizes_differ(const char *format, const Array *x, const Array *y) {
  Buf a = BUF_EMPTY, b = BUF_EMPTY;
  taught_size(&a, y);
  taught_size(&b, x);
  err_set(ERR_ValueError, format, buf_text(&a), buf_text(&b));
  buf_free(&a);
  buf_free(&b);
  return false;
}

static bool check_range(const LossPairs *p) {
  for (int64_t i = 0; i < p->n; i++) {
    double v = array_get(p->x, i);
    if (!(v >= 0 && v <= 1))
      return err_set(ERR_RuntimeError,
                     "all elements of input should be between 0 and 1");
  }
  return true;
}

/* Tensors of two dtypes do not go together here. */
static bool check_types(const OpCall *call) {
  const Array *x = call->arg[0].array, *y = call->arg[1].array;
  if (call->family != FAMILY_TORCH || call->arg[1].was_list ||
      call->arg[0].was_list || x->dtype == y->dtype)
    return taught_needs_float(call, x, "binary_cross_entropy");
  return err_set(ERR_RuntimeError, "Found dtype %s but expected %s",
                 taught_type_name((DType)y->dtype),
                 taught_type_name((DType)x->dtype));
}

static bool bce_open(const OpCall *call, LossPairs *p) {
  const Array *x = call->arg[0].array, *y = call->arg[1].array;
  if (!array_same_shape(x, y))
    return sizes_differ("Using a target size (%s) that is different to the "
                        "input size (%s) is deprecated. Please ensure they "
                        "have the same size.",
                        x, y);
  return check_types(call) && loss_pairs(call, bce_positions, p) &&
         check_range(p);
}

/* Times the weights. */
static void weigh(Array *a, const LossPairs *p) {
  for (int64_t i = 0; p->w && i < p->n; i++)
    if (a->dtype == DT_F32)
      ((float *)a->data)[i] *= ((float *)p->w->data)[i];
    else
      ((double *)a->data)[i] *= ((double *)p->w->data)[i];
}

static void elements32(const LossPairs *p, float *out) {
  const float *x = p->x->data, *y = p->y->data;
  for (int64_t i = 0; i < p->n; i++)
    out[i] = (y[i] - 1) * log32(1 - x[i]) - y[i] * log32(x[i]);
}

/* Outside torch ln(1 - p) by log1p: a p near 0 costs the right little. */
static void elements64(const LossPairs *p, bool torch, double *out) {
  const double *x = p->x->data, *y = p->y->data;
  for (int64_t i = 0; i < p->n; i++) {
    double no = torch ? log(1 - x[i]) : log1p(-x[i]);
    out[i] = (y[i] - 1) * fmax(no, -100) - y[i] * bce_log(x[i]);
  }
}

Array *bce_elements(const OpCall *call, const LossPairs *p) {
  Array *out = loss_room(call, p);
  if (out && out->dtype == DT_F32)
    elements32(p, out->data);
  else if (out)
    elements64(p, call->family == FAMILY_TORCH, out->data);
  if (out)
    weigh(out, p);
  return out;
}

static bool bce_forward(OpCall *call) {
  LossPairs p = {0};
  LossReduction r;
  bool ok = loss_reduction(&call->arg[BCE_REDUCTION], &r) && bce_open(call, &p);
  Array *each = ok ? bce_elements(call, &p) : NULL;
  double n = (double)p.n;
  DType dtype = p.dtype;
  loss_pairs_free(&p);
  return loss_return(call, each, r, n, dtype);
}

/* g (p - y) / max((1 - p) p, 1e-12) */
static void slope(const LossPairs *p, const Array *g, Array *out) {
  for (int64_t i = 0; i < p->n; i++) {
    if (g->dtype == DT_F32) {
      float x = ((float *)p->x->data)[i], y = ((float *)p->y->data)[i];
      float den = (1 - x) * x;
      den = den > 1e-12F ? den : 1e-12F;
      ((float *)out->data)[i] = ((float *)g->data)[i] * (x - y) / den;
    } else {
      double x = ((double *)p->x->data)[i], y = ((double *)p->y->data)[i];
      double den = fmax((1 - x) * x, 1e-12);
      ((double *)out->data)[i] = ((double *)g->data)[i] * (x - y) / den;
    }
  }
}

/* dL/dy = g (ln(1 - p) - ln p) */
static void target_slope(const LossPairs *p, const Array *g, Array *out) {
  for (int64_t i = 0; i < p->n; i++) {
    double x = array_get(p->x, i);
    array_put(out, i, (log1p(-x) - log(x)) * array_get(g, i));
  }
}

typedef void SlopeWork(const LossPairs *p, const Array *g, Array *out);

/* The common end of backward: slope of each element, weights, mean, shape. */
static Array *backward(const OpCall *call, LossPairs *p, SlopeWork *work,
                       Array *dout, int wrt) {
  LossReduction r = LOSS_MEAN;
  Array *g = loss_spread(call, p, dout);
  Array *out = g && loss_reduction(&call->arg[BCE_REDUCTION], &r)
                   ? loss_room(call, p)
                   : NULL;
  if (out) {
    work(p, g, out);
    weigh(out, p);
    if (r == LOSS_MEAN)
      loss_divide(out, (double)p->n);
  }
  array_unref(g);
  return taught_sum_to(out, call->arg[wrt].array);
}

static Array *bce_backward(const OpCall *call, int wrt, Array *dout) {
  LossPairs p = {0};
  Array *out = NULL;
  if (wrt > 1)
    return loss_no_gradient("weight");
  if (bce_open(call, &p))
    out = backward(call, &p, wrt ? target_slope : slope, dout, wrt);
  loss_pairs_free(&p);
  return out;
}

static bool logits_open(const OpCall *call, LossPairs *p) {
  const Array *x = call->arg[0].array, *y = call->arg[1].array;
  bool lists = call->arg[0].was_list || call->arg[1].was_list;
  if (!array_same_shape(x, y))
    return sizes_differ("Target size (%s) must be the same as input size (%s)",
                        x, y);
  if (call->family == FAMILY_TORCH && !lists &&
      !dtype_is_float((DType)y->dtype))
    return err_set(ERR_RuntimeError,
                   "result type Float can't be cast to the desired output "
                   "type %s",
                   taught_type_name((DType)y->dtype));
  return loss_pairs(call, bce_logits_positions, p);
}

static float logits32(float x, float y, const float *q) {
  float m = -x > 0 ? -x : 0;
  float ln = floats_log(floats_exp(-m) + floats_exp(-x - m));
  if (!q)
    return ((1 - y) * x + m) + ln;
  float weight = (*q - 1) * y + 1;
  return (1 - y) * x + weight * (ln + m);
}

/* softplus(-z) = max(-z, 0) + ln(1 + exp(-|z|)); the sum starts with what
   cancels exactly for y = 0 or 1. */
static double logits64(double x, double y, const double *q) {
  double weight = q ? (*q - 1) * y + 1 : 1;
  double ln = log1p(exp(-fabs(x)));
  if (x > 0)
    return (1 - y) * x + weight * ln;
  return ((1 - y) - weight) * x + weight * ln;
}

Array *bce_logits_elements(const OpCall *call, const LossPairs *p) {
  Array *out = loss_room(call, p);
  for (int64_t i = 0; out && i < p->n; i++)
    if (out->dtype == DT_F32)
      ((float *)out->data)[i] =
          logits32(((float *)p->x->data)[i], ((float *)p->y->data)[i],
                   p->q ? (float *)p->q->data + i : NULL);
    else
      ((double *)out->data)[i] =
          logits64(((double *)p->x->data)[i], ((double *)p->y->data)[i],
                   p->q ? (double *)p->q->data + i : NULL);
  if (out)
    weigh(out, p);
  return out;
}

static bool logits_forward(OpCall *call) {
  LossPairs p = {0};
  LossReduction r;
  bool ok =
      loss_reduction(&call->arg[BCE_REDUCTION], &r) && logits_open(call, &p);
  Array *each = ok ? bce_logits_elements(call, &p) : NULL;
  double n = (double)p.n;
  DType dtype = p.dtype;
  loss_pairs_free(&p);
  return loss_return(call, each, r, n, dtype);
}

/* (sigmoid(x) - y) g, with q: ((q y + 1 - y) sigmoid(x) - q y) g; out holds
   sigmoid(x) first. */
static void logits_slope(const LossPairs *p, const Array *g, Array *out) {
  if (out->dtype == DT_F32)
    sigmoid_run32(p->x->data, out->data, p->n);
  else
    sigmoid_run64(p->x->data, out->data, p->n);
  for (int64_t i = 0; i < p->n; i++) {
    if (out->dtype == DT_F32) {
      float *s = (float *)out->data + i, y = ((float *)p->y->data)[i];
      float t = p->q ? ((float *)p->q->data)[i] * y : y;
      float d = p->q ? (t + 1 - y) * *s - t : *s - y;
      *s = d * ((float *)g->data)[i];
    } else {
      double *s = (double *)out->data + i, y = ((double *)p->y->data)[i];
      double t = p->q ? ((double *)p->q->data)[i] * y : y;
      double d = p->q ? (t + 1 - y) * *s - t : *s - y;
      *s = d * ((double *)g->data)[i];
    }
  }
}

/* dL/dy = -x + (q - 1) softplus(-x) */
static void logits_target_slope(const LossPairs *p, const Array *g,
                                Array *out) {
  for (int64_t i = 0; i < p->n; i++) {
    double x = array_get(p->x, i), q = p->q ? array_get(p->q, i) : 1;
    double soft = fmax(-x, 0) + log1p(exp(-fabs(x)));
    array_put(out, i, ((q - 1) * soft - x) * array_get(g, i));
  }
}

static Array *logits_backward(const OpCall *call, int wrt, Array *dout) {
  LossPairs p = {0};
  Array *out = NULL;
  if (wrt > 1)
    return loss_no_gradient(wrt == 4 ? "pos_weight" : "weight");
  if (logits_open(call, &p))
    out =
        backward(call, &p, wrt ? logits_target_slope : logits_slope, dout, wrt);
  loss_pairs_free(&p);
  return out;
}

const Op bce_ops[] = {
    {.name = "binary_cross_entropy",
     .params = "x:array target:array weight:array? reduction:text=mean",
     .spell = {{"binary_cross_entropy F.binary_cross_entropy",
                "input:x target weight * reduction"}},
     .forward = bce_forward,
     .backward = bce_backward,
     .saved = "x target weight",
     .derive = bce_derive,
     .grad_fn = "BinaryCrossEntropy",
     .formula = "L = -(y ln p + (1 - y) ln(1 - p))",
     .help = "the price in nats of a yes-or-no answer, from probabilities",
     .example = "binary_cross_entropy([0.9, 0.2], [1, 0])",
     .result = "0.1643"},
    {.name = "binary_cross_entropy_with_logits",
     .params = "x:array target:array weight:array? reduction:text=mean "
               "pos_weight:array?",
     .spell = {{"binary_cross_entropy_with_logits "
                "F.binary_cross_entropy_with_logits",
                "input:x target weight * reduction pos_weight"}},
     .forward = logits_forward,
     .backward = logits_backward,
     .saved = "x target weight pos_weight",
     .derive = bce_derive_logits,
     .grad_fn = "BinaryCrossEntropyWithLogits",
     .formula = "L = (1 - y) z + ln(1 + exp(-z))",
     .help = "the price in nats of a yes-or-no answer, from scores (logits)",
     .example = "binary_cross_entropy_with_logits([2.2, -1.4], [1, 0])",
     .result = "0.1628"},
    {0}};
