/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cross_entropy: the price of the true class, from scores (logits) z,
       L = -ln softmax(z)[t] = max z + ln sum_j exp(z_j - max z) - z_t
       dL/dz = p - y
   without ever forming a probability, so that no loss is lost to rounding.
   Targets are class numbers, or probabilities y: L = -sum_j y_j ln p_j.
   Smoothing e replaces y by (1 - e) y + e / C.

   In C:        OpCall c = op_call(op_by_name("cross_entropy"), FAMILY_PLAIN);
                c.arg[0] = op_array(z); c.arg[1] = op_int(0); op_run(&c);
   In PyTorch:  F.cross_entropy(torch.tensor([[2.0, 1.0, 0.1]]),
                                torch.tensor([0]))
   Both print   0.4170. */
#include "ops/crossentropy.h"

#include "base/err.h"
#include "num/floats.h"
#include "num/kernels.h"

#include <math.h>

enum { ARG_TARGET = 1, ARG_WEIGHT, ARG_IGNORE, ARG_REDUCTION, ARG_SMOOTHING };

static double number(const Arg *a, double otherwise) {
  return a->tag == ARG_FLOAT ? a->f
         : a->tag == ARG_INT ? (double)a->i
                             : otherwise;
}

static bool check_smoothing(CrossEntropy *c) {
  if (!(c->smoothing > 1)) {
    c->smoothing = c->smoothing > 0 ? c->smoothing : 0;
    return true;
  }
  return err_set(ERR_RuntimeError,
                 "label_smoothing must be between 0.0 and 1.0. Got: %g",
                 c->smoothing);
}

/* Targets of the shape of the scores hold probabilities. */
static bool takes_probs(const OpCall *call, const Array *x) {
  const Array *t = taught_array(call, ARG_TARGET);
  return t && array_same_shape(x, t) && x->ndim > 0;
}

/* torch checks that probabilities are floats; a list may say [1, 0, 0]. */
static bool open_probs(const OpCall *call, CrossEntropy *c) {
  Array *x = call->arg[0].array, *y = call->arg[ARG_TARGET].array;
  const Arg *ignore = &call->arg[ARG_IGNORE];
  bool tensor = call->family == FAMILY_TORCH && !call->arg[ARG_TARGET].was_list;
  bool ok;
  if (tensor && !dtype_is_float((DType)y->dtype))
    return err_set(ERR_RuntimeError,
                   "Expected floating point type for target with class "
                   "probabilities, got %s",
                   taught_type_name((DType)y->dtype));
  if (ignore->tag == ARG_INT && ignore->i >= 0)
    return err_set(ERR_RuntimeError,
                   "ignore_index is not supported for floating point target");
  if (!check_smoothing(c))
    return false;
  if (tensor)
    c->dtype = dtype_promote_torch((DType)x->dtype, (DType)y->dtype);
  DType work = taught_working(call, c->dtype);
  c->z = array_as(x, work);
  c->prob = c->z ? array_as(y, work) : NULL;
  c->l = array_axis_loop(x, nll_class_axis(x));
  c->weight = nll_weight(call, c->l.n, work, "cross_entropy: ", &ok);
  return ok && c->prob;
}

static bool open_classes(const OpCall *call, CrossEntropy *c) {
  Array *x = call->arg[0].array;
  DType work = taught_working(call, c->dtype);
  if (!check_smoothing(c) || !nll_targets(call, x, work, &c->t))
    return false;
  c->l = c->t.l;
  c->weight = array_ref(c->t.weight);
  c->z = array_as(x, work);
  return c->z;
}

bool crossentropy_open(const OpCall *call, CrossEntropy *c) {
  Array *x = call->arg[0].array;
  *c = (CrossEntropy){.axis = nll_class_axis(x),
                      .dtype = taught_dtype(call, x),
                      .smoothing = number(&call->arg[ARG_SMOOTHING], 0)};
  if (!loss_reduction(&call->arg[ARG_REDUCTION], &c->reduction) ||
      !taught_needs_float(call, x, "log_softmax_lastdim_kernel_impl"))
    return false;
  return takes_probs(call, x) ? open_probs(call, c) : open_classes(call, c);
}

void crossentropy_close(CrossEntropy *c) {
  array_unref(c->z);
  array_unref(c->prob);
  array_unref(c->weight);
  nll_targets_free(&c->t);
  *c = (CrossEntropy){0};
}

/* Row r, class j: the flat index. */
static int64_t at(AxisLoop l, int64_t r, int64_t j) {
  return (r / l.inner * l.n + j) * l.inner + r % l.inner;
}

/* The targets as the loss uses them: probabilities after smoothing. */
static Array *smoothed(const CrossEntropy *c) {
  Array *y = array_copy(c->prob);
  double e = c->smoothing, keep = 1 - e, add = e / (double)c->l.n;
  for (int64_t i = 0; y && e > 0 && i < y->size; i++)
    if (y->dtype == DT_F32) {
      float *v = (float *)y->data + i;
      *v = *v * (float)keep + (float)add;
    } else {
      double *v = (double *)y->data + i;
      *v = *v * keep + add;
    }
  return y;
}

/* -sum_j over the classes of every row of a working array (consumed), as a
   1-d array; torch's order of summation in float32. */
static Array *minus_sums(const CrossEntropy *c, Array *a) {
  AxisLoop l = c->l;
  int64_t rows = l.outer * l.inner;
  Array *out = a ? array_new(FAMILY_PLAIN, (DType)a->dtype, 1, &rows) : NULL;
  for (int64_t o = 0; out && o < l.outer; o++) {
    int64_t from = o * l.n * l.inner;
    float *to = (float *)out->data + o * l.inner;
    if (a->dtype == DT_F32 && l.inner == 1)
      *to = floats_sum((float *)a->data + from, l.n);
    else if (a->dtype == DT_F32)
      floats_sum_rows((float *)a->data + from, l.n, l.inner, to);
    for (int64_t i = 0; i < l.inner && a->dtype == DT_F64; i++)
      ((double *)out->data)[o * l.inner + i] =
          floats_pairwise((double *)a->data + from + i, l.n, l.inner);
  }
  for (int64_t r = 0; out && r < rows; r++)
    array_put(out, r, -array_get(out, r));
  array_unref(a);
  return out;
}

/* a[i] *= w[class of i] */
static void weigh(const CrossEntropy *c, Array *a) {
  for (int64_t i = 0; a && c->weight && i < a->size; i++) {
    int64_t j = i / c->l.inner % c->l.n;
    if (a->dtype == DT_F32)
      ((float *)a->data)[i] *= ((float *)c->weight->data)[j];
    else
      ((double *)a->data)[i] *= ((double *)c->weight->data)[j];
  }
}

/* a[i] *= b[i] */
static void times(Array *a, const Array *b) {
  for (int64_t i = 0; i < a->size; i++)
    if (a->dtype == DT_F32)
      ((float *)a->data)[i] *= ((float *)b->data)[i];
    else
      ((double *)a->data)[i] *= ((double *)b->data)[i];
}

/* y ln p with 0 * -inf = 0 outside torch, where 0 * -inf is nan. */
static void times_prob(Array *lp, const Array *y, Family family) {
  if (family != FAMILY_TORCH)
    for (int64_t i = 0; i < lp->size; i++)
      if (((double *)y->data)[i] == 0)
        ((double *)lp->data)[i] = 0;
  times(lp, y);
}

/* Minus the sum over classes of lp (times the weights), a value per row; 0
   where ignored. */
static Array *spread(const CrossEntropy *c, const Array *lp) {
  Array *a = array_copy((Array *)lp);
  weigh(c, a);
  Array *out = minus_sums(c, a);
  for (int64_t r = 0; out && r < c->t.rows; r++)
    if (c->t.index[r] < 0)
      array_put(out, r, 0);
  return out;
}

/* The target's shape for one value per row, and the shape (N, d1, ...) of
   probabilities without their classes. */
static Array *shaped(const OpCall *call, const CrossEntropy *c, Array *rows) {
  int ndim = c->prob ? 0 : c->t.ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  for (int d = 0; c->prob && d < c->z->ndim; d++)
    if (d != c->axis)
      shape[ndim++] = c->z->shape[d];
  if (!rows)
    return NULL;
  Array *out = array_new(call->family, (DType)rows->dtype, ndim,
                         c->prob ? shape : c->t.shape);
  for (int64_t r = 0; out && r < rows->size; r++)
    array_put(out, r, array_get(rows, r));
  array_unref(rows);
  return out;
}

/* A number of the working dtype; the quotient rounds as that dtype does. */
static Array *scalar(const OpCall *call, const Array *like, double sum,
                     double divisor) {
  double v = like->dtype == DT_F32 ? (double)((float)sum / (float)divisor)
                                   : sum / divisor;
  return array_scalar(call->family, (DType)like->dtype, v);
}

static Array *prob_value(const OpCall *call, const CrossEntropy *c, Array *lp) {
  Array *y = smoothed(c), *out = NULL;
  if (!y)
    return NULL;
  times_prob(lp, y, call->family);
  array_unref(y);
  weigh(c, lp);
  if (c->reduction == LOSS_NONE)
    return shaped(call, c, minus_sums(c, array_ref(lp)));
  double rows = (double)(c->l.outer * c->l.inner);
  out = scalar(call, lp, -loss_total(lp), c->reduction == LOSS_MEAN ? rows : 1);
  return out;
}

/* The weights that each row took, 0 where ignored; for their sum in torch's
   order they lie without gaps. */
static double picked_weights(const CrossEntropy *c) {
  const NllTargets *t = &c->t;
  Array *w = array_new(FAMILY_PLAIN, (DType)c->z->dtype, 1, &t->rows);
  double sum = 0;
  int64_t n = 0;
  for (int64_t r = 0; w && r < t->rows; r++)
    if (t->index[r] >= 0)
      array_put(w, n++, array_get(t->weight, t->index[r]));
  if (w) {
    w->size = n;
    sum = loss_total(w);
    w->size = t->rows;
  }
  array_unref(w);
  return sum;
}

/* The mean divides by the rows kept, or by their weights. */
static double smooth_divisor(const CrossEntropy *c) {
  if (c->reduction != LOSS_MEAN)
    return 1;
  return c->weight ? picked_weights(c) : (double)c->t.kept;
}

/* Sum over the rows; a mean without weights leaves gaps out. */
static double smooth_total(const CrossEntropy *c, Array *smooth) {
  if (c->reduction != LOSS_MEAN || c->weight)
    return loss_total(smooth);
  int64_t n = 0, all = smooth->size;
  for (int64_t r = 0; r < all; r++)
    if (c->t.index[r] >= 0)
      array_put(smooth, n++, array_get(smooth, r));
  smooth->size = n;
  double sum = loss_total(smooth);
  smooth->size = all;
  return sum;
}

/* a (1 - e) + b e/C, element by element, into a. */
static void mix(const CrossEntropy *c, Array *a, const Array *b) {
  double keep = 1 - c->smoothing, add = c->smoothing / (double)c->l.n;
  for (int64_t i = 0; i < a->size; i++) {
    double u = array_get(a, i), v = array_get(b, i);
    if (a->dtype == DT_F32)
      ((float *)a->data)[i] = (float)u * (float)keep + (float)v * (float)add;
    else
      ((double *)a->data)[i] = u * keep + v * add;
  }
}

static Array *smoothed_value(const OpCall *call, const CrossEntropy *c,
                             Array *nll, const Array *lp) {
  Array *smooth = spread(c, lp);
  if (smooth && c->reduction != LOSS_NONE) {
    Array *rows = smooth;
    double sum = smooth_total(c, rows);
    smooth = scalar(call, rows, sum, smooth_divisor(c));
    array_unref(rows);
  }
  if (nll && smooth)
    mix(c, nll, smooth);
  array_unref(smooth);
  return nll;
}

/* ln(1 + rest); where rest is not small the logarithm does it, and faster. */
static float ln_sum32(double rest) {
  return rest > 0.5 ? logf((float)(1 + rest)) : (float)log1p(rest);
}

static double ln_sum64(double rest) {
  return rest > 0.5 ? log(1 + rest) : log1p(rest);
}

/* ln p of the true class for many rows, by log-sum-exp and without the other
   columns: (z_t - max) - ln(1 + rest). Ignored rows hold anything. */
static Array *picked_fast(const CrossEntropy *c) {
  const Kernels *k = kernels_get();
  int64_t n = c->t.rows;
  Array *max = array_new(FAMILY_PLAIN, (DType)c->z->dtype, 1, &n);
  Array *rest = array_new(FAMILY_PLAIN, DT_F64, 1, &n);
  Array *out = max && rest ? nll_pick(c->z, &c->t) : NULL;
  const double *more = rest ? rest->data : NULL;
  if (out && c->z->dtype == DT_F32) {
    float *v = out->data, *m = max->data;
    k->rowsum32(c->z->data, c->l, m, rest->data);
    for (int64_t r = 0; r < n; r++)
      v[r] = (v[r] - m[r]) - ln_sum32(more[r]);
  } else if (out) {
    double *v = out->data, *m = max->data;
    k->rowsum64(c->z->data, c->l, m, rest->data);
    for (int64_t r = 0; r < n; r++)
      v[r] = (v[r] - m[r]) - ln_sum64(more[r]);
  }
  array_unref(max);
  array_unref(rest);
  return out;
}

static Array *class_value(const OpCall *call, const CrossEntropy *c,
                          const Array *lp) {
  Array *picked = lp ? nll_pick(lp, &c->t) : picked_fast(c);
  if (!picked)
    return NULL;
  Array *out = nll_value(call->family, picked, &c->t, c->reduction);
  array_unref(picked);
  return out;
}

static const char *grad_fn_of(const CrossEntropy *c) {
  if (c->prob)
    return c->reduction == LOSS_MEAN ? "DivBackward1" : "Neg";
  if (c->smoothing > 0)
    return "Add";
  if (c->reduction == LOSS_NONE && c->z->ndim > 2 && c->z->ndim != 4)
    return "View";
  return c->z->ndim > 2 ? "NllLoss2D" : "NllLoss";
}

static bool crossentropy_forward(OpCall *call) {
  CrossEntropy c;
  Array *lp = NULL, *out = NULL;
  bool ok = crossentropy_open(call, &c);
  bool fast = ok && !c.prob && c.smoothing == 0 && c.l.inner == 1 &&
              c.z->size >= KERNELS_MIN;
  if (ok && !fast)
    lp = softmax_along(call->family, c.z, c.axis, true);
  if (ok && (lp || fast)) {
    out = c.prob ? prob_value(call, &c, lp) : class_value(call, &c, lp);
    if (out && !c.prob && c.smoothing > 0)
      out = smoothed_value(call, &c, out, lp);
    call->grad_fn = grad_fn_of(&c);
  }
  DType dtype = c.dtype;
  array_unref(lp);
  crossentropy_close(&c);
  return taught_return(call, out, dtype);
}

static double round_to(const Array *a, double v) {
  return a->dtype == DT_F32 ? (double)(float)v : v;
}

/* A factor that torch's backward multiplies by: for a gradient that is one
   number it stays a double, else it is of the gradient's dtype. */
static double factor(const Array *dout, double v) {
  return dout->ndim ? round_to(dout, v) : v;
}

/* The part of smoothing: -d e/C / divisor (times w) in every kept row. */
static void add_smooth_slope(const CrossEntropy *c, Array *g,
                             const Array *dout) {
  double divisor = smooth_divisor(c);
  for (int64_t r = 0; r < c->t.rows; r++) {
    if (c->t.index[r] < 0)
      continue;
    double d = array_get(dout, c->reduction == LOSS_NONE ? r : 0);
    d = round_to(g, d * factor(dout, c->smoothing / (double)c->l.n));
    d = -round_to(g, d / round_to(g, divisor));
    for (int64_t j = 0; j < c->l.n; j++) {
      double w = c->weight ? array_get(c->weight, j) : 1;
      int64_t i = at(c->l, r, j);
      double v = array_get(g, i) + round_to(g, d * w);
      array_put(g, i, v);
    }
  }
}

/* dL/d ln p for class numbers, into g, which is zero. */
static bool class_slope(const CrossEntropy *c, Array *g, const Array *dout) {
  double divisor = nll_divisor(g, &c->t);
  Array *kept = array_copy((Array *)dout);
  for (int64_t i = 0; kept && i < kept->size; i++) {
    double keep = factor(dout, 1 - c->smoothing);
    array_put(kept, i, array_get(kept, i) * keep);
  }
  if (!kept)
    return false;
  nll_add_gradient(g, kept, &c->t, c->reduction, divisor);
  if (c->smoothing > 0)
    add_smooth_slope(c, g, dout);
  array_unref(kept);
  return true;
}

/* -dout of the row of element i, divided for a mean and weighted. */
static double prob_slope_at(const CrossEntropy *c, const Array *dout,
                            int64_t i) {
  AxisLoop l = c->l;
  int64_t row = i / (l.n * l.inner) * l.inner + i % l.inner;
  double d = array_get(dout, c->reduction == LOSS_NONE ? row : 0);
  if (c->reduction == LOSS_MEAN)
    d = round_to(c->z, d / (double)(l.outer * l.inner));
  if (c->weight)
    d = round_to(c->z, d * array_get(c->weight, i / l.inner % l.n));
  return -d;
}

static bool prob_slope(const CrossEntropy *c, Array *g, const Array *dout) {
  Array *y = smoothed(c);
  for (int64_t i = 0; y && i < g->size; i++)
    array_put(g, i, prob_slope_at(c, dout, i) * array_get(y, i));
  array_unref(y);
  return y;
}

/* dL/d ln p in z's shape; dout is of the working dtype. */
static Array *slope(const OpCall *call, const CrossEntropy *c,
                    const Array *dout) {
  Array *g =
      array_zeros(call->family, (DType)c->z->dtype, c->z->ndim, c->z->shape);
  if (g && (c->prob ? prob_slope : class_slope)(c, g, dout))
    return g;
  array_unref(g);
  return NULL;
}

/* dL/dy = -dout w ln p (1 - e). */
static Array *target_gradient(const CrossEntropy *c, const Array *lp,
                              const Array *dout, const Array *target) {
  Array *g = array_copy((Array *)lp);
  for (int64_t i = 0; g && i < g->size; i++) {
    double v = prob_slope_at(c, dout, i) * array_get(lp, i);
    array_put(g, i, round_to(g, v) * (1 - c->smoothing));
  }
  return taught_sum_to(g, target);
}

static Array *crossentropy_backward(const OpCall *call, int wrt, Array *dout) {
  CrossEntropy c;
  Array *g = NULL, *out = NULL;
  bool ok = crossentropy_open(call, &c);
  if (ok && (wrt > ARG_TARGET || (wrt == ARG_TARGET && !c.prob)))
    ok = loss_no_gradient(wrt == ARG_TARGET ? "target" : "weight");
  Array *d = ok ? array_as(dout, (DType)c.z->dtype) : NULL;
  Array *lp = d ? softmax_along(call->family, c.z, c.axis, true) : NULL;
  if (lp && wrt == ARG_TARGET)
    out = target_gradient(&c, lp, d, call->arg[ARG_TARGET].array);
  else if (lp && (g = slope(call, &c, d)))
    out = taught_sum_to(softmax_backward(call->family, lp, g, c.axis, true),
                        call->arg[0].array);
  array_unref(d);
  array_unref(lp);
  array_unref(g);
  crossentropy_close(&c);
  return out;
}

const Op crossentropy_ops[] = {
    {.name = "cross_entropy",
     .params = "x:array target:array weight:array? ignore_index:int=-100 "
               "reduction:text=mean label_smoothing:float=0.0",
     .spell = {{"cross_entropy F.cross_entropy",
                "input:x target weight * ignore_index reduction "
                "label_smoothing"}},
     .forward = crossentropy_forward,
     .backward = crossentropy_backward,
     .saved = "x target weight",
     .derive = crossentropy_derive,
     .grad_fn = "NllLoss",
     .formula = "L = -ln softmax(z)[t] = ln sum_j exp(z_j) - z_t",
     .help = "the price in nats of the true class, from scores (logits)",
     .example = "cross_entropy([2.0, 1.0, 0.1], 0)",
     .result = "0.4170"},
    {0}};
