/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mse_loss and l1_loss: how far numbers are from what they should be,
       L = mean (x - t)^2      dL/dx = 2 (x - t) / n
       L = mean |x - t|        dL/dx = sign(x - t) / n

   In C:        OpCall c = op_call(op_by_name("mse_loss"), FAMILY_PLAIN);
                c.arg[0] = op_array(x); c.arg[1] = op_array(t); op_run(&c);
   In PyTorch:  F.mse_loss(torch.tensor([1.0, 2.0]), torch.tensor([0.0, 4.0]))
   Both print   2.5000 (l1_loss: 1.5000). */
#include "ops/mse.h"

#include "base/err.h"
#include "base/note.h"
#include "ops/loss.h"

#include <math.h>
#include <string.h>

static const int positions[4] = {0, 1, -1, -1};

enum { MSE_REDUCTION = 2 };

static bool is_l1(const OpCall *call) {
  return !strcmp(call->op->name, "l1_loss");
}

static void warn_sizes(const Array *x, const Array *t) {
  Buf a = BUF_EMPTY, b = BUF_EMPTY;
  taught_size(&a, t);
  taught_size(&b, x);
  note_add("UserWarning",
           "Using a target size (%s) that is different to the input size (%s). "
           "This will likely lead to incorrect results due to broadcasting. "
           "Please ensure they have the same size.",
           buf_text(&a), buf_text(&b));
  buf_free(&a);
  buf_free(&b);
}

/* torch has no mean of whole numbers, and no squares of them here. */
static bool check_type(const OpCall *call, const LossPairs *p,
                       LossReduction r) {
  const char *name = taught_type_name(p->dtype);
  if (call->family != FAMILY_TORCH || dtype_is_float(p->dtype))
    return true;
  if (!is_l1(call))
    return err_set(ERR_RuntimeError, "\"mse_cpu\" not implemented for '%s'",
                   name);
  return r != LOSS_MEAN ||
         err_set(ERR_RuntimeError,
                 "mean(): could not infer output dtype. Input dtype must be "
                 "either a floating point or complex dtype. Got: %s",
                 name);
}

static Array *elements(const OpCall *call, const LossPairs *p) {
  Array *out = loss_room(call, p);
  bool l1 = is_l1(call);
  for (int64_t i = 0; out && i < p->n; i++)
    if (out->dtype == DT_F32) {
      float d = ((float *)p->x->data)[i] - ((float *)p->y->data)[i];
      ((float *)out->data)[i] = l1 ? fabsf(d) : d * d;
    } else {
      double d = ((double *)p->x->data)[i] - ((double *)p->y->data)[i];
      ((double *)out->data)[i] = l1 ? fabs(d) : d * d;
    }
  return out;
}

static bool mse_forward(OpCall *call) {
  LossPairs p = {0};
  LossReduction r;
  if (!loss_reduction(&call->arg[MSE_REDUCTION], &r))
    return false;
  if (!array_same_shape(call->arg[0].array, call->arg[1].array))
    warn_sizes(call->arg[0].array, call->arg[1].array);
  bool ok = loss_pairs(call, positions, &p) && check_type(call, &p, r);
  Array *each = ok ? elements(call, &p) : NULL;
  double n = (double)p.n;
  DType dtype = p.dtype;
  loss_pairs_free(&p);
  if (is_l1(call))
    call->grad_fn = r == LOSS_NONE ? "Abs" : r == LOSS_SUM ? "Sum" : "Mean";
  return loss_return(call, each, r, n, dtype);
}

static double sign(double d) {
  return d > 0 ? 1 : d < 0 ? -1 : d == 0 ? 0 : d;
}

/* torch multiplies 2/n by the difference, then by g; l1 divides g first. */
static void slope32(const LossPairs *p, bool l1, double n, double way,
                    float *g) {
  float norm = (float)(way * 2 / n), part = (float)n;
  for (int64_t i = 0; i < p->n; i++) {
    float d = ((float *)p->x->data)[i] - ((float *)p->y->data)[i];
    g[i] =
        l1 ? (float)(way * sign((double)d)) * (g[i] / part) : norm * d * g[i];
  }
}

static void slope64(const LossPairs *p, bool l1, double n, double way,
                    double *g) {
  for (int64_t i = 0; i < p->n; i++) {
    double d = ((double *)p->x->data)[i] - ((double *)p->y->data)[i];
    g[i] = l1 ? way * sign(d) * (g[i] / n) : way * 2 / n * d * g[i];
  }
}

static Array *mse_backward(const OpCall *call, int wrt, Array *dout) {
  LossPairs p = {0};
  LossReduction r;
  Array *g = NULL;
  bool ok = loss_reduction(&call->arg[MSE_REDUCTION], &r) &&
            loss_pairs(call, positions, &p);
  Array *spread = ok ? loss_spread(call, &p, dout) : NULL;
  double n = r == LOSS_MEAN ? (double)p.n : 1, way = wrt ? -1 : 1;
  if (spread)
    g = array_copy(spread);
  if (g && g->dtype == DT_F32)
    slope32(&p, is_l1(call), n, way, g->data);
  else if (g)
    slope64(&p, is_l1(call), n, way, g->data);
  array_unref(spread);
  loss_pairs_free(&p);
  return taught_sum_to(g, call->arg[wrt].array);
}

static void steps(const OpCall *call, Derivation *d, LossPairs *p,
                  LossReduction r) {
  bool l1 = is_l1(call);
  Array *diff = loss_room(call, p), *each = elements(call, p);
  for (int64_t i = 0; diff && i < p->n; i++)
    array_put(diff, i, array_get(p->x, i) - array_get(p->y, i));
  derive_title(d, l1 ? "L = mean |x - t|" : "L = mean (x - t)^2");
  derive_step(d, "x", p->x, "input: what was said");
  derive_step(d, "t", p->y, "what it should be");
  if (diff && each) {
    derive_step(d, "@1 - @2", diff, "how far off");
    derive_step(d, l1 ? "|@3|" : "@3 ^ 2", each,
                l1 ? "the distance" : "twice as far off costs four times");
    derive_reason(d, "a distance has no sign, so errors cannot cancel");
    loss_derive_end(d, call, each, r, "");
  }
  d->is_loss = false; /* not a number of nats */
  d->failed |= !diff || !each;
  array_unref(diff);
  array_unref(each);
}

static bool mse_derive(const OpCall *call, Derivation *d) {
  LossPairs p = {0};
  LossReduction r;
  bool ok = loss_reduction(&call->arg[MSE_REDUCTION], &r) &&
            loss_pairs(call, positions, &p);
  if (ok)
    steps(call, d, &p, r);
  loss_pairs_free(&p);
  return ok && !d->failed;
}

#define ROW                                                                    \
  .params = "x:array target:array reduction:text=mean", .saved = "x target",   \
  .forward = mse_forward, .backward = mse_backward, .derive = mse_derive

const Op mse_ops[] = {
    {.name = "mse_loss",
     ROW,
     .spell = {{"mse_loss F.mse_loss", "input:x target * reduction"}},
     .grad_fn = "MseLoss",
     .formula = "L = mean (x - t)^2",
     .help = "the mean of the squared differences",
     .example = "mse_loss([1, 2], [0, 4])",
     .result = "2.5000"},
    {.name = "l1_loss",
     ROW,
     .spell = {{"l1_loss F.l1_loss", "input:x target * reduction"}},
     .grad_fn = "Mean",
     .formula = "L = mean |x - t|",
     .help = "the mean of the differences without their signs",
     .example = "l1_loss([1, 2], [0, 4])",
     .result = "1.5000"},
    {0}};
