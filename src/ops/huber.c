/* SPDX-License-Identifier: GPL-3.0-or-later */
/* huber_loss and smooth_l1_loss: squared for small errors, straight for large
   ones, so that one wild value does not rule (Huber 1964). With d = x - t,
       huber      d^2 / 2           where |d| <= delta, else delta (|d| -
   delta/2) smooth_l1  d^2 / (2 beta)    where |d| < beta,   else |d| - beta/2

   In PyTorch:  F.huber_loss(torch.tensor([0.5, 2.0]), torch.zeros(2))
   prints       tensor(0.8125). */
#include "ops/loss.h"

#include "base/err.h"

#include <math.h>
#include <string.h>

enum { REDUCTION = 2, WIDTH = 3 };

static const int positions[4] = {0, 1, -1, -1};

static bool is_smooth(const OpCall *call) {
  return !strcmp(call->op->name, "smooth_l1_loss");
}

/* The loss of one error d, and its slope; w: delta or beta. */
static double one(double d, double w, bool smooth) {
  double a = fabs(d);
  if (smooth)
    return a < w ? 0.5 * a * a / w : a - 0.5 * w;
  return a <= w ? 0.5 * a * a : w * (a - 0.5 * w);
}

static double slope(double d, double w, bool smooth) {
  double sign = (d > 0) - (d < 0);
  if (smooth)
    return fabs(d) < w ? d / w : sign;
  return fabs(d) <= w ? d : w * sign;
}

static double difference(const LossPairs *p, int64_t i) {
  if (p->x->dtype == DT_F32)
    return (double)(((float *)p->x->data)[i] - ((float *)p->y->data)[i]);
  return ((double *)p->x->data)[i] - ((double *)p->y->data)[i];
}

static Array *elements(const OpCall *call, const LossPairs *p) {
  Array *out = loss_room(call, p);
  for (int64_t i = 0; out && i < p->n; i++)
    array_put(out, i,
              one(difference(p, i), call->arg[WIDTH].f, is_smooth(call)));
  return out;
}

static bool check(const OpCall *call) {
  double w = call->arg[WIDTH].f;
  if (is_smooth(call) && !(w >= 0))
    return err_set(ERR_RuntimeError,
                   "smooth_l1_loss does not support negative values for beta.");
  if (!is_smooth(call) && !(w > 0))
    return err_set(ERR_RuntimeError, "huber_loss does not support "
                                     "non-positive values for delta.");
  return true;
}

static bool huber_forward(OpCall *call) {
  LossPairs p = {0};
  LossReduction r;
  bool ok = loss_reduction(&call->arg[REDUCTION], &r) && check(call) &&
            loss_pairs(call, positions, &p);
  Array *each = ok ? elements(call, &p) : NULL;
  double n = (double)p.n;
  DType dtype = p.dtype;
  loss_pairs_free(&p);
  return loss_return(call, each, r, n, dtype);
}

static Array *huber_backward(const OpCall *call, int wrt, Array *dout) {
  LossPairs p = {0};
  LossReduction r;
  bool ok = loss_reduction(&call->arg[REDUCTION], &r) &&
            loss_pairs(call, positions, &p);
  Array *spread = ok ? loss_spread(call, &p, dout) : NULL;
  Array *g = spread ? loss_room(call, &p) : NULL;
  double way = (wrt ? -1 : 1) / (r == LOSS_MEAN ? (double)p.n : 1);
  for (int64_t i = 0; g && i < p.n; i++)
    array_put(
        g, i,
        way * array_get(spread, i) *
            slope(difference(&p, i), call->arg[WIDTH].f, is_smooth(call)));
  array_unref(spread);
  loss_pairs_free(&p);
  return taught_sum_to(g, call->arg[wrt].array);
}

#define ROW                                                                    \
  .forward = huber_forward, .backward = huber_backward, .saved = "x target"

const Op huber_ops[] = {
    {.name = "huber_loss",
     .params = "x:array target:array reduction:text=mean delta:float=1",
     ROW,
     .spell = {{"huber_loss F.huber_loss", "input:x target reduction delta"}},
     .grad_fn = "HuberLoss",
     .formula = "d^2 / 2 where |d| <= delta, else delta (|d| - delta / 2)",
     .help = "squared for small errors, straight for large ones",
     .example = "huber_loss([0.5, 2], [0, 0])",
     .result = "0.8125"},
    {.name = "smooth_l1_loss",
     .params = "x:array target:array reduction:text=mean beta:float=1",
     ROW,
     .spell = {{"smooth_l1_loss F.smooth_l1_loss",
                "input:x target * reduction beta"}},
     .grad_fn = "SmoothL1Loss",
     .formula = "d^2 / (2 beta) where |d| < beta, else |d| - beta / 2",
     .help = "squared for small errors, straight for large ones",
     .example = "smooth_l1_loss([0.5, 2], [0, 0])",
     .result = "0.8125"},
    {0}};
