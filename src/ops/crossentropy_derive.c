/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cross_entropy opened into rows: softmax, the target, the loss, the gradient.
   The numbers are those of the evaluation. */
#include "ops/crossentropy.h"

#include "ops/taught.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

/* A table like parts->z from an array like c->z. */
static Array *table_of(const CrossEntropy *c, const SoftmaxParts *p,
                       const Array *a) {
  Array *out = a ? array_copy(p->z) : NULL;
  AxisLoop l = c->l;
  for (int64_t i = 0; out && i < out->size; i++) {
    int64_t r = i / l.n, j = i % l.n;
    int64_t from = (r / l.inner * l.n + j) * l.inner + r % l.inner;
    array_put(out, i, array_get(a, from));
  }
  return out;
}

/* y as a table: one-hot, or probabilities; smoothed when `smooth`. */
static Array *target_table(const CrossEntropy *c, const SoftmaxParts *p,
                           bool smooth) {
  double e = smooth ? c->smoothing : 0;
  Array *y = c->prob ? table_of(c, p, c->prob) : array_copy(p->z);
  for (int64_t i = 0; y && i < y->size; i++) {
    int64_t t = c->prob ? 0 : c->t.index[i / c->l.n];
    double v = c->prob ? array_get(y, i) : i % c->l.n == t;
    v = t < 0 ? 0 : v * (1 - e) + e / (double)c->l.n;
    array_put(y, i, v);
  }
  return y;
}

/* "y (one-hot of 0)" and why. */
static void derive_target(Derivation *d, const CrossEntropy *c, Array *y) {
  char label[64] = "y (probabilities)";
  const char *words = "the target";
  if (!c->prob && c->t.rows == 1)
    snprintf(label, sizeof label, "y (one-hot of %" PRId64 ")", c->t.index[0]);
  else if (!c->prob)
    snprintf(label, sizeof label, "y (one-hot)");
  if (!c->prob)
    words = c->t.rows == 1 && c->t.kept == 1 ? "picks one column"
            : c->t.kept < c->t.rows          ? "rows of zeros are ignored"
                                             : "picks one column of each row";
  derive_step(d, label, y, "%s", words);
  derive_reason(d, c->prob ? "how likely each class is held to be"
                           : "the truth as probabilities: all on one class");
}

/* Steps of their own for smoothing and weights; returns the step of y. */
static int derive_options(Derivation *d, const CrossEntropy *c,
                          const SoftmaxParts *p, int y) {
  if (c->smoothing > 0) {
    char label[64];
    Array *s = target_table(c, p, true);
    snprintf(label, sizeof label, "%.3g * @%d + %.3g/%" PRId64,
             1 - c->smoothing, y, c->smoothing, c->l.n);
    if (s)
      derive_step(d, label, s, "label smoothing");
    derive_reason(d, "nothing is held to be quite certain, so no score need "
                     "grow without end");
    array_unref(s);
    y = (int)d->count;
  }
  if (c->weight) {
    derive_step(d, "w (class weights)", c->weight, "how much a class counts");
    derive_reason(d, "a mistake on a rare class may cost more");
  }
  return y;
}

/* How the terms are weighted: smoothing weighs its share by every class, the
   true class's share by its own; both are w_j here. */
static Array *term_table(const CrossEntropy *c, const SoftmaxParts *p,
                         const Array *y) {
  Array *out = array_copy(p->logs);
  for (int64_t i = 0; out && i < out->size; i++) {
    double w = c->weight ? array_get(c->weight, i % c->l.n) : 1;
    double v = array_get(y, i);
    array_put(out, i, v == 0 ? 0 : -v * w * array_get(p->logs, i));
  }
  return out;
}

/* One number per row: the sum of its terms. */
static Array *row_losses(const CrossEntropy *c, const SoftmaxParts *p,
                         const Array *terms) {
  Array *out = array_zeros(FAMILY_PLAIN, DT_F64, p->sum->ndim, p->sum->shape);
  for (int64_t i = 0; out && i < terms->size; i++)
    ((double *)out->data)[i / c->l.n] += array_get(terms, i);
  return out;
}

static double weight_sum(const CrossEntropy *c) {
  double sum = 0;
  for (int64_t r = 0; r < c->t.rows; r++)
    if (c->t.index[r] >= 0)
      sum += array_get(c->weight, c->t.index[r]);
  return sum;
}

/* The step that joins the rows of a batch. */
static void derive_join(Derivation *d, const OpCall *call,
                        const CrossEntropy *c, double sum) {
  int digits = taught_digits(d);
  double n = c->prob     ? (double)(c->l.outer * c->l.inner)
             : c->weight ? weight_sum(c)
                         : (double)c->t.kept;
  if (c->reduction == LOSS_SUM)
    derive_step(d, "L = sum over rows", call->out, "L = %.*f nats", digits,
                array_get(call->out, 0));
  else if (c->weight && !c->prob)
    derive_step(d, "L = sum / sum of w", call->out,
                "%.*f / %.*f = L = %.*f nats", digits, sum, digits, n, digits,
                array_get(call->out, 0));
  else
    derive_step(d, "L = mean over rows", call->out,
                "%.*f / %.0f = L = %.*f nats", digits, sum, n, digits,
                array_get(call->out, 0));
  derive_reason(d, "one number for the whole batch");
}

static bool one_number(const CrossEntropy *c) {
  return c->reduction != LOSS_NONE || c->l.outer * c->l.inner == 1;
}

/* Whether the reduction leaves the single row's sum as it is. */
static bool sum_is_loss(const CrossEntropy *c) {
  return c->l.outer * c->l.inner == 1 &&
         (c->prob || !c->weight || c->reduction != LOSS_MEAN);
}

static void derive_terms(Derivation *d, const OpCall *call,
                         const CrossEntropy *c, Array *terms, Array *losses,
                         int y, int logs) {
  char label[64];
  Buf words = BUF_EMPTY;
  double sum = 0;
  for (int64_t r = 0; r < losses->size; r++)
    sum += array_get(losses, r);
  snprintf(label, sizeof label, "-%s%s * @%d", c->weight ? "w * " : "",
           c->smoothing > 0 ? "smoothed y" : "y", logs);
  (void)y;
  if (sum_is_loss(c))
    buf_fmt(&words, "sum = L = %.*f nats", taught_digits(d), sum);
  else
    taught_words(&words, d, "sum", losses);
  taught_step(d, label, terms, &words);
  derive_reason(d, "-ln p is the surprise: 0 for p = 1, and it grows without "
                   "end as p goes to 0");
  if (!sum_is_loss(c) && one_number(c))
    derive_join(d, call, c, sum);
}

/* "dL/dz = p - y" with what the options add. */
static void gradient_label(const CrossEntropy *c, char *label, size_t size) {
  int64_t rows = c->prob ? c->l.outer * c->l.inner : c->t.kept;
  const char *y = c->smoothing > 0 ? "smoothed y" : "y";
  if (c->weight)
    snprintf(label, size, "dL/dz");
  else if (c->reduction == LOSS_MEAN && rows != 1)
    snprintf(label, size, "dL/dz = (p - %s) / %" PRId64, y, rows);
  else
    snprintf(label, size, "dL/dz = p - %s", y);
}

static void derive_gradient(Derivation *d, const OpCall *call,
                            const CrossEntropy *c, const SoftmaxParts *p) {
  char label[64];
  Array *one = array_scalar(FAMILY_PLAIN, DT_F64, 1);
  Array *full =
      one ? array_broadcast_to(one, call->out->ndim, call->out->shape) : NULL;
  Array *g = full ? call->op->backward(call, 0, full) : NULL;
  Array *table = g ? table_of(c, p, g) : NULL;
  double sum = 0;
  for (int64_t i = 0; table && i < table->size; i++)
    sum += array_get(table, i);
  gradient_label(c, label, sizeof label);
  if (table)
    derive_step(d, label, table, "sum = %.*f", taught_digits(d),
                fabs(sum) < 1e-9 ? 0.0 : sum);
  if (table)
    derive_check(d, fabs(sum) <= 1e-5);
  derive_reason(d, "lower the scores that got too much, raise the true one");
  if (table && one_number(c))
    taught_finite(d, call, g, false);
  d->failed |= !table;
  array_unref(one);
  array_unref(full);
  array_unref(g);
  array_unref(table);
}

/* The other route: L = sum_j y_j w_j (max + ln sum - z_j), reduced. */
static void derive_other_route(Derivation *d, const OpCall *call,
                               const CrossEntropy *c, const SoftmaxParts *p,
                               const Array *y) {
  double sum = 0, n = 1, value = array_get(call->out, 0);
  for (int64_t i = 0; i < y->size; i++) {
    int64_t r = i / c->l.n;
    double w = c->weight ? array_get(c->weight, i % c->l.n) : 1;
    double lse = array_get(p->max, r) + log(array_get(p->sum, r));
    if (array_get(y, i) != 0)
      sum += array_get(y, i) * w * (lse - array_get(p->z, i));
  }
  if (c->reduction == LOSS_MEAN)
    n = c->prob     ? (double)(c->l.outer * c->l.inner)
        : c->weight ? weight_sum(c)
                    : (double)c->t.kept;
  double unit = fmax(1, fabs(value));
  derive_agrees(d, "log-sum-exp route", fabs(sum / n - value),
                unit * (c->z->dtype == DT_F32 ? 1e-5 : 1e-12));
}

static void derive_title_of(Derivation *d, const CrossEntropy *c) {
  const char *mean = c->reduction == LOSS_MEAN  ? "mean of "
                     : c->reduction == LOSS_SUM ? "sum of "
                                                : "";
  if (c->l.outer * c->l.inner == 1)
    mean = "";
  if (c->prob || c->smoothing > 0)
    derive_title(d, "L = %s-sum y ln softmax(z)", mean);
  else if (c->t.rows == 1)
    derive_title(d, "L = -ln softmax(z)[%" PRId64 "]", c->t.index[0]);
  else
    derive_title(d, "L = %s-ln softmax(z)[target]", mean);
}

static bool derive_all(const OpCall *call, Derivation *d, const CrossEntropy *c,
                       const SoftmaxParts *p) {
  Array *y0 = target_table(c, p, false), *y = target_table(c, p, true);
  Array *terms = y ? term_table(c, p, y) : NULL;
  Array *losses = terms ? row_losses(c, p, terms) : NULL;
  if (y0 && losses) {
    derive_title_of(d, c);
    int logs = softmax_derive_steps(d, p, true);
    derive_target(d, c, y0);
    int step = derive_options(d, c, p, logs + 1);
    derive_terms(d, call, c, terms, losses, step, logs);
    if (one_number(c))
      derive_other_route(d, call, c, p, y);
    derive_gradient(d, call, c, p);
  }
  bool ok = y0 && losses && !d->failed;
  array_unref(y0);
  array_unref(y);
  array_unref(terms);
  array_unref(losses);
  return ok;
}

bool crossentropy_derive(const OpCall *call, Derivation *d) {
  CrossEntropy c;
  SoftmaxParts p = {0};
  bool ok = crossentropy_open(call, &c) && call->out &&
            softmax_parts(call->family, c.z, c.axis, &p);
  if (ok) {
    d->classes = c.l.n;
    d->is_loss = one_number(&c);
    d->loss = d->is_loss && call->out->size ? array_get(call->out, 0) : 0;
    ok = derive_all(call, d, &c, &p);
  }
  softmax_parts_free(&p);
  crossentropy_close(&c);
  return ok;
}
