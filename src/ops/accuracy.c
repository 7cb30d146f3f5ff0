/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accuracy: the share of samples whose largest score is at the true class,
       a = (number of rows with argmax_j s_ij = t_i) / n
   Scores of one column per sample are yes-or-no answers: yes is a probability
   above 0.5, or a score above 0 when some lie outside 0 .. 1.

   In C:        OpCall c = op_call(op_by_name("accuracy"), FAMILY_PLAIN);
                c.arg[0] = op_array(s); c.arg[1] = op_array(t); op_run(&c);
   In PyTorch:  (s.argmax(1) == t).float().mean()
   Both print   0.5000 for s = [[2, 1], [3, 0]] and t = [0, 1]. */
#include "ops/accuracy.h"

#include "base/err.h"
#include "ops/taught.h"

/* The column of the largest value of row r; nan wins, as in argmax. */
static int64_t argmax(const Array *s, int64_t r, int64_t n) {
  int64_t best = 0;
  for (int64_t j = 1; j < n; j++) {
    double v = array_get(s, r * n + j), top = array_get(s, r * n + best);
    if (v > top || (v != v && top == top))
      best = j;
  }
  return best;
}

/* Above which a single score says yes. */
static double threshold(const Array *s) {
  if (s->kind.name == KIND_LOGITS)
    return 0;
  for (int64_t i = 0; i < s->size; i++)
    if (array_get(s, i) < 0 || array_get(s, i) > 1)
      return 0;
  return 0.5;
}

/* Whether the arguments are samples x classes and one label per sample. */
static bool by_class(const Array *s, const Array *t) {
  return s->ndim == t->ndim + 1 && s->shape[s->ndim - 1] != 1;
}

static bool sizes_differ(const Array *s, const Array *t) {
  Buf a = BUF_EMPTY, b = BUF_EMPTY;
  array_shape_text(&a, s->ndim, s->shape);
  array_shape_text(&b, t->ndim, t->shape);
  err_set(ERR_ValueError, "scores %s and labels %s do not go together",
          buf_text(&a), buf_text(&b));
  err_hint("one label per row of scores: accuracy([[2, 1], [0, 3]], [0, 1])");
  buf_free(&a);
  buf_free(&b);
  return false;
}

static bool check_labels(const OpCall *call, const Array *t, int64_t n) {
  if (!taught_is_index(call, 1))
    return err_set(ERR_ValueError, "labels are class numbers");
  for (int64_t i = 0; i < t->size; i++)
    if (array_get_int(t, i) < 0 || array_get_int(t, i) >= n)
      return err_set(ERR_IndexError, "Target %lld is out of bounds.",
                     (long long)array_get_int(t, i));
  return true;
}

static int64_t count_classes(const Array *s, const Array *t, int64_t n) {
  int64_t hits = 0;
  for (int64_t r = 0; r < t->size; r++)
    hits += argmax(s, r, n) == array_get_int(t, r);
  return hits;
}

/* Both one-hot or scores: the same column on top. */
static int64_t count_rows(const Array *s, const Array *t, int64_t n) {
  int64_t hits = 0;
  for (int64_t r = 0; n && r < s->size / n; r++)
    hits += argmax(s, r, n) == argmax(t, r, n);
  return hits;
}

static int64_t count_answers(const Array *s, const Array *t) {
  int64_t hits = 0;
  bool labels = !dtype_is_float((DType)s->dtype);
  double limit = threshold(s);
  for (int64_t i = 0; i < s->size; i++) {
    double v = array_get(s, i);
    hits += (labels ? v : v > limit ? 1.0 : 0.0) == array_get(t, i);
  }
  return hits;
}

static bool count_hits(const OpCall *call, int64_t *hits, int64_t *n) {
  const Array *s = call->arg[0].array, *t = call->arg[1].array;
  *n = t->size;
  if (by_class(s, t)) {
    int64_t classes = s->shape[s->ndim - 1];
    if (s->size != t->size * classes)
      return sizes_differ(s, t);
    if (!check_labels(call, t, classes))
      return false;
    *hits = count_classes(s, t, classes);
    return true;
  }
  if (s->size != t->size)
    return sizes_differ(s, t);
  bool rows = s->ndim == 2 && array_same_shape(s, t) && s->shape[1] > 1;
  if (rows)
    *n = s->shape[0];
  *hits = rows ? count_rows(s, t, s->shape[1]) : count_answers(s, t);
  return true;
}

static bool accuracy_forward(OpCall *call) {
  int64_t hits, n;
  if (!count_hits(call, &hits, &n))
    return false;
  DType dtype = call->family == FAMILY_TORCH ? DT_F32 : DT_F64;
  Array *out = array_scalar(call->family, dtype, (double)hits / (double)n);
  return taught_return(call, out, dtype);
}

static bool accuracy_derive(const OpCall *call, Derivation *d) {
  int64_t hits, n;
  if (!count_hits(call, &hits, &n))
    return false;
  derive_title(d, "accuracy = right / all");
  derive_step(d, "scores", call->arg[0].array,
              "the largest in a row is "
              "the guess");
  derive_step(d, "labels", call->arg[1].array, "the true classes");
  derive_step(d, "right / all", call->out, "%lld of %lld", (long long)hits,
              (long long)n);
  derive_reason(d, "it says nothing of how sure the scores were: a loss does");
  return !d->failed;
}

const Op accuracy_ops[] = {
    {.name = "accuracy",
     .params = "scores:array t:array",
     .spell = {{"accuracy", NULL}},
     .forward = accuracy_forward,
     .derive = accuracy_derive,
     .formula = "a = (rows whose largest score is at t) / n",
     .help = "the share of samples whose largest score is at the true class",
     .example = "accuracy([[2, 1], [3, 0]], [0, 1])",
     .result = "0.5000"},
    {0}};
