/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binary losses opened into rows, from the arrays of the evaluation. */
#include "ops/bce.h"

#include "num/floats.h"
#include "ops/sigmoid.h"

#include <math.h>

enum { BCE_REDUCTION = 3 };

/* What one column of a step holds for each element. */
typedef enum Column {
  LN_P,      /* ln p */
  LN_NOT_P,  /* ln(1 - p) */
  YES,       /* -y ln p */
  NO,        /* -(1 - y) ln(1 - p) */
  SHIFT,     /* max(-z, 0) */
  LOG_SUM,   /* ln(exp(-shift) + exp(-z - shift)) */
  LINEAR,    /* (1 - y) z */
  POS_WEIGHT /* 1 + (q - 1) y */
} Column;

/* Logarithm and exponential of the evaluation's precision. */
static double ln_of(bool f32, double x) {
  return f32 ? fmax((double)logf((float)x), -100) : bce_log(x);
}

static double log_sum(bool f32, double z, double m) {
  if (!f32)
    return log(exp(-m) + exp(-z - m));
  float a = floats_exp((float)-m), b = floats_exp((float)(-z - m));
  return (double)floats_log(a + b);
}

static double column_value(Column k, const LossPairs *p, int64_t i) {
  bool f32 = p->x->dtype == DT_F32;
  double x = array_get(p->x, i), y = array_get(p->y, i);
  double not_x = f32 ? (double)(float)(1 - x) : 1 - x;
  switch (k) {
  case LN_P: return ln_of(f32, x);
  case LN_NOT_P: return ln_of(f32, not_x);
  case YES: return y == 0 ? 0 : -y * ln_of(f32, x);
  case NO: return y == 1 ? 0 : -(1 - y) * ln_of(f32, not_x);
  case SHIFT: return fmax(-x, 0);
  case LOG_SUM: return log_sum(f32, x, fmax(-x, 0));
  case LINEAR: return (1 - y) * x;
  case POS_WEIGHT: return 1 + (array_get(p->q, i) - 1) * y;
  }
  return 0;
}

static void step(Derivation *d, const OpCall *call, const LossPairs *p,
                 Column k, const char *label, const char *words) {
  Array *a = loss_room(call, p);
  for (int64_t i = 0; a && i < p->n; i++)
    array_put(a, i, column_value(k, p, i));
  d->failed |= !a;
  derive_step(d, label, a, "%s", words);
  array_unref(a);
}

/* The gradient as a last row, with the finite differences. */
static void derive_gradient(Derivation *d, const OpCall *call,
                            const char *label, const char *reason, bool probs) {
  Array *one = array_scalar(FAMILY_PLAIN, DT_F64, 1);
  Array *g = one && call->out && call->out->size == 1
                 ? call->op->backward(call, 0, one)
                 : NULL;
  array_unref(one);
  if (!g)
    return;
  derive_step(d, label, g, "what training follows, downhill");
  derive_reason(d, reason);
  taught_finite(d, call, g, probs);
  array_unref(g);
}

/* Elements, weights, and the reduced loss. */
static void derive_loss(Derivation *d, const OpCall *call, LossPairs *p,
                        Array *each, const char *label) {
  LossReduction r = LOSS_MEAN;
  loss_reduction(&call->arg[BCE_REDUCTION], &r);
  if (p->w)
    derive_step(d, "w (weights)", p->w, "how much each element counts");
  Buf words = BUF_EMPTY;
  if (each)
    taught_words(&words, d, "L of each", each);
  taught_step(d, label, each, &words);
  derive_reason(d, "the surprise at the answer that came");
  if (each)
    loss_derive_end(d, call, each, r, " nats");
  d->classes = 2;
}

static void probs_steps(const OpCall *call, Derivation *d, LossPairs *p) {
  derive_title(d, "L = -(y ln p + (1 - y) ln(1 - p))");
  derive_step(d, "p", p->x, "input: probability of yes");
  derive_step(d, "y", p->y, "the answer: 1 is yes, 0 is no");
  step(d, call, p, LN_P, "ln p", "cut off at -100");
  derive_reason(d, "counts where the answer is yes");
  step(d, call, p, LN_NOT_P, "ln(1 - p)", "cut off at -100");
  derive_reason(d, "counts where the answer is no");
  step(d, call, p, YES, "-y * @3", "the part of yes");
  step(d, call, p, NO, "-(1 - y) * @4", "the part of no");
  derive_reason(d, "only one of the two is not zero when y is 0 or 1");
  Array *each = bce_elements(call, p);
  derive_loss(d, call, p, each, p->w ? "w * (@5 + @6)" : "@5 + @6");
  array_unref(each);
}

bool bce_derive(const OpCall *call, Derivation *d) {
  LossPairs p = {0};
  bool ok = loss_pairs(call, bce_positions, &p);
  if (ok) {
    probs_steps(call, d, &p);
    derive_gradient(d, call, "dL/dp = (p - y) / (p (1 - p))",
                    "steep where p was sure and wrong", true);
  }
  loss_pairs_free(&p);
  return ok && !d->failed;
}

static void logits_steps(const OpCall *call, Derivation *d, LossPairs *p) {
  derive_title(d, "L = (1 - y) z + ln(1 + exp(-z))");
  derive_step(d, "z (logits)", p->x, "input: any real numbers");
  derive_step(d, "y", p->y, "the answer: 1 is yes, 0 is no");
  step(d, call, p, SHIFT, "m = max(-z, 0)", "keeps exp() at most 1");
  derive_reason(d, "ln(1 + exp(-z)) = m + ln(exp(-m) + exp(-z - m))");
  step(d, call, p, LOG_SUM, "ln(exp(-m) + exp(-z - m))",
       "never overflows, never ln 0");
  step(d, call, p, LINEAR, "(1 - y) * z", "zero where the answer is yes");
  derive_reason(d, "-ln(1 - p) is z more than -ln p");
  if (p->q)
    step(d, call, p, POS_WEIGHT, "1 + (q - 1) y", "q: weight of yes");
  Array *each = bce_logits_elements(call, p);
  const char *label = p->q ? "@5 + @6 * (@3 + @4)" : "@3 + @4 + @5";
  if (p->w)
    label = p->q ? "w * (@5 + @6 * (@3 + @4))" : "w * (@3 + @4 + @5)";
  derive_loss(d, call, p, each, label);
  array_unref(each);
}

/* The other route: through p = sigmoid(z), where p has not rounded. */
static void derive_other_route(const OpCall *call, Derivation *d,
                               const LossPairs *p) {
  double most = 0, worst = 0;
  Array *each = bce_logits_elements(call, p);
  for (int64_t i = 0; each && i < p->n; i++) {
    double z = array_get(p->x, i), y = array_get(p->y, i), s;
    double q = p->q ? array_get(p->q, i) : 1;
    double w = p->w ? array_get(p->w, i) : 1;
    sigmoid_run64(&z, &s, 1);
    double other = -w * (q * y * log(s) + (1 - y) * log1p(-s));
    if (fabs(z) < 10)
      worst = fmax(worst, fabs(other - array_get(each, i)));
    most = fmax(most, fabs(array_get(each, i)));
  }
  if (each)
    derive_agrees(d, "-ln sigmoid(z) route", worst,
                  fmax(1, most) * (each->dtype == DT_F32 ? 1e-5 : 1e-11));
  array_unref(each);
}

bool bce_derive_logits(const OpCall *call, Derivation *d) {
  LossPairs p = {0};
  bool ok = loss_pairs(call, bce_logits_positions, &p);
  if (ok) {
    logits_steps(call, d, &p);
    derive_other_route(call, d, &p);
    derive_gradient(d, call, p.w || p.q ? "dL/dz" : "dL/dz = p - y (/ n)",
                    "p = sigmoid(z): the difference between said and true",
                    false);
  }
  loss_pairs_free(&p);
  return ok && !d->failed;
}
