/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a distribution costs to guess, in nats, along the last axis:
       H(p)     = -sum p_i ln p_i            entropy: the unavoidable part
       H(p, q)  = -sum p_i ln q_i            when q is believed and p is true
       KL(p||q) =  sum p_i ln(p_i / q_i)     the difference of the two
       PP(p)    = exp H(p)                   as many equal choices
   0 ln 0 counts as 0; p_i > 0 where q_i = 0 costs inf.

   In C:        OpCall c = op_call(op_by_name("kl"), FAMILY_PLAIN);
                c.arg[0] = op_array(p); c.arg[1] = op_array(q); op_run(&c);
   In PyTorch:  (p * (p / q).log()).sum()
   Both print   0.0851 for p = [0.7, 0.2, 0.1] and q = [0.5, 0.3, 0.2]. */
#include "ops/entropy.h"

#include "base/err.h"
#include "num/floats.h"
#include "ops/taught.h"

#include <math.h>
#include <stdio.h>

/* Which sum; a row's `flags` cannot say, so its place in the table does. */
typedef enum Sum { ENTROPY, CROSS, KL, PERPLEXITY } Sum;

static Sum sum_of(const OpCall *call) {
  return (Sum)(call->op - entropy_ops);
}

static bool has_two(Sum s) {
  return s == CROSS || s == KL;
}

/* p ln(p / q), near p = q by log1p. */
static double kl_term(double p, double q) {
  double apart = (p - q) / q;
  return p * (fabs(apart) < 0.5 ? log1p(apart) : log(p / q));
}

static double term(Sum s, double p, double q) {
  if (p == 0 && q == q)
    return 0;
  if (s == KL)
    return kl_term(p, q);
  return -p * log(s == CROSS ? q : p);
}

/* d term / d p and d term / d q */
static double slope_p(Sum s, double p, double q) {
  if (s == KL)
    return log(p / q) + 1;
  return s == CROSS ? -log(q) : -(log(p) + 1);
}

static double slope_q(double p, double q) {
  return p == 0 ? 0 : -p / q;
}

/* p and q in double, of one shape; q is p where the sum has one argument. */
static bool open(const OpCall *call, Array *in[2]) {
  Array *p = call->arg[0].array;
  Array *q = has_two(sum_of(call)) ? call->arg[1].array : p;
  if (!array_same_shape(p, q)) {
    Buf a = BUF_EMPTY, b = BUF_EMPTY;
    array_shape_text(&a, p->ndim, p->shape);
    array_shape_text(&b, q->ndim, q->shape);
    err_set(ERR_ValueError, "p has shape %s, q has shape %s", buf_text(&a),
            buf_text(&b));
    buf_free(&a);
    buf_free(&b);
    return false;
  }
  in[0] = array_as(p, DT_F64);
  in[1] = in[0] ? array_as(q, DT_F64) : NULL;
  return in[1];
}

static void close(Array *in[2]) {
  array_unref(in[0]);
  array_unref(in[1]);
}

/* The terms, in p's shape. */
static Array *terms_of(Sum s, Array *const in[2]) {
  Array *out = array_new(FAMILY_PLAIN, DT_F64, in[0]->ndim, in[0]->shape);
  for (int64_t i = 0; out && i < out->size; i++)
    ((double *)out->data)[i] =
        term(s, ((double *)in[0]->data)[i], ((double *)in[1]->data)[i]);
  return out;
}

/* Sums along the last axis. */
static Array *sums_of(const Array *terms) {
  int ndim = terms->ndim ? terms->ndim - 1 : 0;
  int64_t n = terms->ndim ? terms->shape[ndim] : 1;
  Array *out = array_new(FAMILY_PLAIN, DT_F64, ndim, terms->shape);
  for (int64_t r = 0; out && r < out->size; r++)
    ((double *)out->data)[r] =
        floats_pairwise((double *)terms->data + r * n, n, 1);
  return out;
}

static void to_power(Array *a) {
  for (int64_t i = 0; i < a->size; i++)
    ((double *)a->data)[i] = exp(((double *)a->data)[i]);
}

static bool entropy_forward(OpCall *call) {
  Array *in[2] = {0}, *terms = NULL, *out = NULL;
  Sum s = sum_of(call);
  if (open(call, in) && (terms = terms_of(s, in)))
    out = sums_of(terms);
  if (out && s == PERPLEXITY)
    to_power(out);
  array_unref(terms);
  close(in);
  return taught_return(call, out, taught_dtype(call, call->arg[0].array));
}

static Array *entropy_backward(const OpCall *call, int wrt, Array *dout) {
  Array *in[2] = {0}, *g = NULL, *d = array_as(dout, DT_F64);
  Sum s = sum_of(call);
  if (d && open(call, in))
    g = array_copy(in[0]);
  int64_t n = g && g->ndim ? g->shape[g->ndim - 1] : 1;
  for (int64_t i = 0; g && i < g->size; i++) {
    double p = ((double *)in[0]->data)[i], q = ((double *)in[1]->data)[i];
    double slope = wrt ? slope_q(p, q) : slope_p(s, p, q);
    if (s == PERPLEXITY)
      slope *= array_get(call->out, i / n);
    ((double *)g->data)[i] = slope * ((double *)d->data)[i / n];
  }
  array_unref(d);
  close(in);
  return taught_sum_to(g, call->arg[wrt].array);
}

/* One column of a step, element by element. */
static double column(Sum s, int k, double p, double q) {
  if (k == 0)
    return log(s == CROSS ? q : s == KL ? p / q : p);
  return term(s, p, q);
}

static const char *const first_label[] = {[ENTROPY] = "ln p",
                                          [CROSS] = "ln q",
                                          [KL] = "ln(p / q)",
                                          [PERPLEXITY] = "ln p"};
static const char *const title[] = {[ENTROPY] = "H = -sum p ln p",
                                    [CROSS] = "H(p, q) = -sum p ln q",
                                    [KL] = "KL = sum p ln(p / q)",
                                    [PERPLEXITY] = "PP = exp(-sum p ln p)"};

static void derive_input(Derivation *d, Sum s, Array *const in[2]) {
  Buf words = BUF_EMPTY;
  Array *sums = sums_of(in[0]);
  if (sums)
    taught_words(&words, d, "sum", sums);
  taught_step(d, "p", in[0], &words);
  derive_check(d, sums && taught_distance(sums, 1) <= 1e-4);
  derive_reason(d, "what is true");
  array_unref(sums);
  if (!has_two(s))
    return;
  derive_step(d, "q", in[1], "what is believed");
}

static void derive_sum(Derivation *d, const OpCall *call, Sum s, int logs,
                       Array *terms) {
  char label[32];
  Buf words = BUF_EMPTY;
  Array *sums = sums_of(terms);
  snprintf(label, sizeof label, s == KL ? "p * @%d" : "-p * @%d", logs);
  if (sums)
    taught_words(&words, d, "sum", sums);
  buf_str(&words, " nats");
  taught_step(d, label, terms, &words);
  derive_reason(d, "each surprise counts as often as it happens");
  if (s == PERPLEXITY) {
    snprintf(label, sizeof label, "exp(sum of @%d)", logs + 1);
    derive_step(d, label, call->out, "as many equally likely choices");
  }
  d->is_loss = s != PERPLEXITY && call->out->size == 1;
  d->loss = d->is_loss ? array_get(call->out, 0) : 0;
  array_unref(sums);
}

static bool entropy_derive(const OpCall *call, Derivation *d) {
  Array *in[2] = {0}, *part[2] = {0};
  Sum s = sum_of(call);
  bool ok = open(call, in);
  for (int k = 0; ok && k < 2; k++) {
    ok = (part[k] = array_copy(in[0]));
    for (int64_t i = 0; ok && i < in[0]->size; i++)
      array_put(part[k], i,
                column(s, k, array_get(in[0], i), array_get(in[1], i)));
  }
  if (ok) {
    derive_title(d, "%s", title[s]);
    derive_input(d, s, in);
    derive_step(d, first_label[s], part[0], "0 ln 0 will count as 0");
    derive_reason(d, "-ln p is the surprise at what had probability p");
    derive_sum(d, call, s, has_two(s) ? 3 : 2, part[1]);
    d->classes = in[0]->ndim ? in[0]->shape[in[0]->ndim - 1] : 0;
  }
  array_unref(part[0]);
  array_unref(part[1]);
  close(in);
  return ok && !d->failed;
}

#define ROW                                                                    \
  .forward = entropy_forward, .backward = entropy_backward,                    \
  .derive = entropy_derive

const Op entropy_ops[] = {
    [ENTROPY] = {.name = "entropy",
                 ROW,
                 .saved = "p",
                 .params = "p:array",
                 .spell = {{"entropy", NULL}},
                 .formula = "H(p) = -sum_i p_i ln p_i",
                 .help = "the average surprise of a distribution, in nats",
                 .example = "entropy([0.7, 0.2, 0.1])",
                 .result = "0.8018"},
    [CROSS] = {.name = "cross_entropy_probs",
               ROW,
               .saved = "p q",
               .params = "p:array q:array",
               .spell = {{"cross_entropy_probs", NULL}},
               .formula = "H(p, q) = -sum_i p_i ln q_i",
               .help = "the average surprise of one who believes q where p is "
                       "true, in nats",
               .example = "cross_entropy_probs([1, 0, 0], [0.7, 0.2, 0.1])",
               .result = "0.3567"},
    [KL] = {.name = "kl",
            ROW,
            .saved = "p q",
            .params = "p:array q:array",
            .spell = {{"kl", NULL}},
            .formula = "KL(p||q) = sum_i p_i ln(p_i / q_i)",
            .help = "what believing q costs beyond the entropy of p, in nats",
            .example = "kl([0.7, 0.2, 0.1], [0.5, 0.3, 0.2])",
            .result = "0.0851"},
    [PERPLEXITY] = {.name = "perplexity",
                    ROW,
                    .saved = "p out",
                    .params = "p:array",
                    .spell = {{"perplexity", NULL}},
                    .formula = "PP(p) = exp H(p)",
                    .help = "among how many equally likely choices p is like "
                            "guessing",
                    .example = "perplexity([0.25, 0.25, 0.25, 0.25])",
                    .result = "4.0000"},
    {0}};
