/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kl_div: torch's Kullback-Leibler loss, whose first argument is ln q and
   whose second is p,
       L = t ln t - t x            (log_target: exp(t) (t - x))
   A mean divides by all elements; batchmean, by the rows, is the definition.

   In C:        OpCall c = op_call(op_by_name("kl_div"), FAMILY_PLAIN);
                c.arg[2] = op_text("batchmean"); ... op_run(&c);
   In PyTorch:  F.kl_div(torch.tensor([[0.5, 0.5]]).log(),
                         torch.tensor([[0.9, 0.1]]), reduction='batchmean')
   Both print   0.3681. */
#include "ops/kldiv.h"

#include "base/err.h"
#include "base/note.h"
#include "num/floats.h"
#include "ops/loss.h"

#include <math.h>
#include <string.h>

static const int positions[4] = {0, 1, -1, -1};

enum { KL_REDUCTION = 2, KL_LOG_TARGET };

static bool read_reduction(const OpCall *call, LossReduction *r) {
  const Arg *a = &call->arg[KL_REDUCTION];
  if (a->tag == ARG_TEXT && a->count == 9 && !memcmp(a->text, "batchmean", 9)) {
    *r = LOSS_BATCHMEAN;
    return true;
  }
  return loss_reduction(a, r);
}

static bool log_target(const OpCall *call) {
  const Arg *a = &call->arg[KL_LOG_TARGET];
  return a->tag == ARG_BOOL && a->b;
}

/* t ln t with 0 ln 0 = 0; torch's vector loop takes 16 elements a time. */
static float own_entropy32(float t, bool vector) {
  return t == 0 ? 0 : t * (vector ? floats_log(t) : logf(t));
}

static void elements32(const LossPairs *p, bool ln, float *out) {
  const float *x = p->x->data, *t = p->y->data;
  int64_t body = p->n - p->n % 16;
  for (int64_t i = 0; i < p->n; i++)
    out[i] = ln ? floats_exp(t[i]) * (t[i] - x[i])
                : own_entropy32(t[i], i < body) - t[i] * x[i];
}

/* t (ln t - x): nothing cancels between the two products. */
static void elements64(const LossPairs *p, bool ln, double *out) {
  const double *x = p->x->data, *t = p->y->data;
  for (int64_t i = 0; i < p->n; i++)
    if (ln)
      out[i] = exp(t[i]) * (t[i] - x[i]);
    else
      out[i] = t[i] == 0 ? -t[i] * x[i] : t[i] * (log(t[i]) - x[i]);
}

static Array *elements(const OpCall *call, const LossPairs *p) {
  Array *out = loss_room(call, p);
  if (out && out->dtype == DT_F32)
    elements32(p, log_target(call), out->data);
  else if (out)
    elements64(p, log_target(call), out->data);
  return out;
}

/* The target comes first in torch's message about shapes. */
static bool check_shapes(const OpCall *call) {
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  return array_broadcast_shape(call->arg[1].array, call->arg[0].array, &ndim,
                               shape);
}

static bool check_type(const OpCall *call) {
  return dtype_is_float((DType)call->arg[0].array->dtype) ||
         call->family != FAMILY_TORCH ||
         err_set(ERR_RuntimeError, "kl_div: Integral inputs not supported.");
}

/* What the reduction divides by. */
static double divisor(const OpCall *call, const LossPairs *p, LossReduction r) {
  const Array *x = call->arg[0].array;
  if (r == LOSS_BATCHMEAN)
    return x->ndim ? (double)x->shape[0] : 1;
  return (double)p->n;
}

static const char *grad_fn_of(const OpCall *call, LossReduction r) {
  static const char *const names[] = {[LOSS_NONE] = "Sub",
                                      [LOSS_MEAN] = "Mean",
                                      [LOSS_SUM] = "Sum",
                                      [LOSS_BATCHMEAN] = "Div"};
  return r == LOSS_NONE && log_target(call) ? "Mul" : names[r];
}

static bool kldiv_forward(OpCall *call) {
  LossPairs p = {0};
  LossReduction r;
  if (!read_reduction(call, &r) || !check_type(call) || !check_shapes(call))
    return false;
  if (r == LOSS_MEAN)
    note_add("UserWarning",
             "reduction: 'mean' divides the total loss by both the batch size "
             "and the support size.'batchmean' divides only by the batch size, "
             "and aligns with the KL div math definition.'mean' will be "
             "changed to behave the same as 'batchmean' in the next major "
             "release.");
  Array *each = loss_pairs(call, positions, &p) ? elements(call, &p) : NULL;
  double n = each ? divisor(call, &p, r) : 1;
  DType dtype = p.dtype;
  loss_pairs_free(&p);
  call->grad_fn = grad_fn_of(call, r);
  return loss_return(call, each, r, n, dtype);
}

/* dL/dx = -t g, dL/dt = (ln t + 1 - x) g; with ln p = t: -exp(t) g and
   exp(t) (t - x + 1) g. */
static double slope(bool ln, int wrt, double x, double t) {
  if (ln)
    return wrt ? exp(t) * (t - x + 1) : -exp(t);
  return wrt ? log(t) + 1 - x : -t;
}

static Array *kldiv_backward(const OpCall *call, int wrt, Array *dout) {
  LossPairs p = {0};
  LossReduction r;
  Array *g = NULL;
  bool ok = read_reduction(call, &r) && loss_pairs(call, positions, &p);
  Array *spread = ok ? loss_spread(call, &p, dout) : NULL;
  if (spread && (g = array_copy(spread)) && r != LOSS_NONE && r != LOSS_SUM)
    loss_divide(g, divisor(call, &p, r));
  for (int64_t i = 0; g && i < p.n; i++)
    array_put(g, i,
              array_get(g, i) * slope(log_target(call), wrt, array_get(p.x, i),
                                      array_get(p.y, i)));
  array_unref(spread);
  loss_pairs_free(&p);
  return taught_sum_to(g, call->arg[wrt].array);
}

/* What is divided by what, after the last row of elements. */
static void derive_end(const OpCall *call, Derivation *d, const LossPairs *p,
                       LossReduction r) {
  if (r == LOSS_NONE)
    return;
  double value = array_get(call->out, 0);
  const char *label = r == LOSS_SUM         ? "L = sum"
                      : r == LOSS_BATCHMEAN ? "L = sum / rows"
                                            : "L = sum / elements";
  derive_step(d, label, call->out, "divided by %.0f: L = %.*f",
              r == LOSS_SUM ? 1.0 : divisor(call, p, r), taught_digits(d),
              value);
  d->is_loss = true;
  d->loss = value;
}

static bool kldiv_derive(const OpCall *call, Derivation *d) {
  LossPairs p = {0};
  LossReduction r;
  bool ok = read_reduction(call, &r) && loss_pairs(call, positions, &p);
  Array *each = ok ? elements(call, &p) : NULL;
  if (each) {
    bool ln = log_target(call);
    derive_title(d, ln ? "L = sum exp(t) (t - x)" : "L = sum t (ln t - x)");
    derive_step(d, "x = ln q", p.x, "input: logarithms of what is believed");
    derive_step(d, ln ? "t = ln p" : "t = p", p.y, "what is true");
    derive_step(d, ln ? "exp(@2) * (@2 - @1)" : "@2 * (ln @2 - @1)", each,
                "0 ln 0 counts as 0");
    derive_reason(d, "p ln(p / q): what believing q costs beyond p");
    derive_end(call, d, &p, r);
  }
  ok = each && !d->failed;
  array_unref(each);
  loss_pairs_free(&p);
  return ok;
}

const Op kldiv_ops[] = {
    {.name = "kl_div",
     .params = "x:array target:array reduction:text=mean log_target:bool=False",
     .spell = {{"kl_div F.kl_div", "input:x target * reduction log_target"}},
     .forward = kldiv_forward,
     .backward = kldiv_backward,
     .saved = "x target",
     .derive = kldiv_derive,
     .grad_fn = "Mean",
     .formula = "L = mean t (ln t - x), x = ln q, t = p",
     .help = "torch's Kullback-Leibler loss: ln q first, then p",
     .example = "kl_div(log([0.5, 0.5]), [0.9, 0.1], reduction='sum')",
     .result = "0.3681"},
    {0}};
