/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Losses fed with the wrong thing. */
#include "teach/doctorloss.h"

#include "teach/kinds.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static int digits(void) {
  return interp.digits;
}

static KindName kind_of(const Array *a) {
  return a ? (KindName)a->kind.name : KIND_REAL;
}

static bool is_one_number(const DoctorCase *c) {
  return c->call->out && c->call->out->size == 1;
}

/* A number that the row gives for another first argument; nan: none. */
static double with_input(const DoctorCase *c, Array *x) {
  OpCall again = *c->call;
  double value = (double)NAN;
  again.out = again.out2 = NULL;
  again.arg[0].array = x;
  if (again.op->forward(&again) && again.out->size == 1)
    value = array_get(again.out, 0);
  else
    err_clear();
  array_unref(again.out);
  array_unref(again.out2);
  return value;
}

static Array *logarithm(const Array *p) {
  Array *x = array_as((Array *)p, (DType)p->dtype);
  Array *ln = x ? array_copy(x) : NULL;
  for (int64_t i = 0; ln && i < ln->size; i++)
    array_put(ln, i, log(array_get(p, i)));
  array_unref(x);
  return ln;
}

/* --- W101 ----------------------------------------------------------------- */

enum { MOST = 4096 }; /* elements that a second evaluation may cost */

static bool probs_into_cross_entropy(DoctorCase *c) {
  const Array *z = doctorcase_array(c, 0);
  if (!z || !z->ndim)
    return false;
  int axis = doctorcase_class_axis(z);
  c->i[0] = z->shape[axis];
  c->sure = kind_of(z) == KIND_PROBS;
  return c->i[0] >= 2 && (c->sure || doctorcase_looks_probs(z, axis));
}

static void why_twice(const DoctorCase *c, Buf *why) {
  double n = (double)c->i[0];
  buf_fmt(why,
          "cross_entropy takes logits and runs softmax itself. Fed "
          "probabilities of %" PRId64 " classes it can never go below %.*f = "
          "ln(1+%" PRId64 "/e), even for a perfect answer.",
          c->i[0], digits(), log(1 + (n - 1) / exp(1)), c->i[0] - 1);
  const Array *p = doctorcase_array(c, 0);
  if (!is_one_number(c) || p->size > MOST)
    return;
  Array *ln = logarithm(p);
  double right = ln ? with_input(c, ln) : (double)NAN;
  if (isfinite(right))
    buf_fmt(why, " Here it says %.*f, where -ln p of the answer is %.*f.",
            digits(), array_get(c->call->out, 0), digits(), right);
  array_unref(ln);
}

/* log(p) stands for the logits where those are not at hand. */
static void log_of(const DoctorCase *c, Buf *out) {
  const char *prefix = c->call->family == FAMILY_TORCH   ? "torch."
                       : c->call->family == FAMILY_NUMPY ? "np."
                                                         : "";
  buf_fmt(out, "%slog(", prefix);
  doctorcase_source(out, c, doctorcase_argument(c, 0));
  buf_char(out, ')');
}

/* out = net(x), where net is the learner's own: the softmax is inside it. */
static bool by_a_model(const DoctorCase *c) {
  const Node *n = doctorcase_argument(c, 0);
  Tree *t = n && n->type == NODE_NAME ? doctorcase_origin(c, n) : NULL;
  const Node *s = t && t->n ? t->body[t->n - 1] : NULL;
  if (s)
    n = s->type == NODE_ASSIGN ? s->assign.value : NULL;
  const Node *f = n && n->type == NODE_CALL ? n->call.func : NULL;
  Value v = f && f->type == NODE_NAME ? interp_bound(f->name.sym)
                                      : value_absent();
  ast_unref(t);
  return value_is(v, VALUE_TYPE_INSTANCE) || value_is(v, VALUE_TYPE_FUNCTION);
}

static void say_twice(const DoctorCase *c, DoctorText *t) {
  Buf input = BUF_EMPTY;
  if (!c->sure)
    buf_str(&t->title, "are these probabilities? cross_entropy wants logits");
  doctorcase_name(&t->caret, c, 0);
  buf_str(&t->caret, c->sure ? " holds probabilities"
                             : " looks like probabilities: in [0, 1], and "
                               "they sum to 1");
  if (c->sure)
    doctorcase_came_from(&t->caret, c, 0);
  why_twice(c, &t->why);
  if (!doctorcase_argument(c, 0))
    return;
  bool inside = doctorcase_inside(&input, c, 0, "softmax sigmoid");
  if (!inside && by_a_model(c)) {
    buf_str(&t->fix, "take the softmax out of the model: it should return the "
                     "scores");
    return;
  }
  if (!inside)
    log_of(c, &input);
  doctorcase_replaced(&t->fix, c, 0, buf_text(&input), NULL);
  buf_free(&input);
}

/* --- W102 ----------------------------------------------------------------- */

static bool probs_into_with_logits(DoctorCase *c) {
  const Array *z = doctorcase_array(c, 0);
  c->sure = true;
  return kind_of(z) == KIND_PROBS && z->kind.axis == KIND_EACH;
}

static void say_sigmoid_twice(const DoctorCase *c, DoctorText *t) {
  Buf input = BUF_EMPTY;
  doctorcase_name(&t->caret, c, 0);
  buf_str(&t->caret, " holds probabilities");
  doctorcase_came_from(&t->caret, c, 0);
  buf_fmt(&t->why,
          "%s takes logits and runs sigmoid itself. Sigmoid twice squeezes "
          "every p into [0.50, 0.73]; for y = 1 the loss stays above %.*f.",
          c->call->op->name, digits(), log1p(exp(-1)));
  if (doctorcase_inside(&input, c, 0, "sigmoid"))
    doctorcase_replaced(&t->fix, c, 0, buf_text(&input), NULL);
  buf_free(&input);
}

/* --- W104 ----------------------------------------------------------------- */

/* The first few entries are enough to tell: ln p is never positive. */
static bool positive_into_nll(DoctorCase *c) {
  const Array *x = doctorcase_array(c, 0);
  c->sure = kind_of(x) == KIND_PROBS;
  if (!x || c->sure || kind_of(x) == KIND_LOGPROBS)
    return c->sure;
  for (int64_t i = 0; i < x->size && i < 64; i++) {
    c->x[0] = array_get(x, i);
    if (c->x[0] > 1e-6)
      return true;
  }
  return false;
}

static void say_nll(const DoctorCase *c, DoctorText *t) {
  Buf input = BUF_EMPTY;
  doctorcase_name(&t->caret, c, 0);
  if (c->sure) {
    buf_str(&t->caret, " holds probabilities");
    doctorcase_came_from(&t->caret, c, 0);
    log_of(c, &input);
    buf_str(&t->why, "nll_loss expects ln p, which is never positive, and "
                     "only picks and averages: of p itself it gives -p.");
  } else {
    const Array *x = doctorcase_array(c, 0);
    const char *f =
        c->call->family == FAMILY_TORCH ? "F.log_softmax(" : "log_softmax(";
    buf_fmt(&t->title, "does nll_loss get ln p here?");
    buf_fmt(&t->caret, " holds %.*f", digits(), c->x[0]);
    buf_str(&t->why, "nll_loss expects ln p, which is never positive. Scores "
                     "become ln p by log_softmax; cross_entropy does both.");
    buf_str(&input, f);
    doctorcase_source(&input, c, doctorcase_argument(c, 0));
    buf_fmt(&input, ", %d)", doctorcase_class_axis(x));
  }
  doctorcase_replaced(&t->fix, c, 0, buf_text(&input), NULL);
  buf_free(&input);
}

/* --- W105 ----------------------------------------------------------------- */

/* Only log_softmax itself is redundant: log(p) may be all there is. */
static bool logprobs_into_cross_entropy(DoctorCase *c) {
  const Array *x = doctorcase_array(c, 0);
  Buf input = BUF_EMPTY;
  bool known = kind_of(x) == KIND_LOGPROBS && x->kind.axis >= 0 &&
               x->kind.axis == doctorcase_class_axis(x) &&
               doctorcase_inside(&input, c, 0, "log_softmax");
  buf_free(&input);
  return known;
}

static void say_redundant(const DoctorCase *c, DoctorText *t) {
  Buf input = BUF_EMPTY;
  doctorcase_name(&t->caret, c, 0);
  buf_str(&t->caret, " holds ln p");
  doctorcase_came_from(&t->caret, c, 0);
  buf_str(&t->why, "Harmless but redundant: cross_entropy takes log_softmax "
                   "itself, and log_softmax of log_softmax is itself.");
  doctorcase_inside(&input, c, 0, "log_softmax");
  doctorcase_replaced(&t->fix, c, 0, buf_text(&input), NULL);
  buf_free(&input);
}

/* --- W203 ----------------------------------------------------------------- */

/* (N,) against (N, 1): every pair is compared. */
static bool compares_all_pairs(DoctorCase *c) {
  const Array *x = doctorcase_array(c, 0), *y = doctorcase_array(c, 1);
  if (!x || !y || x->ndim == y->ndim || x->ndim > 2 || y->ndim > 2)
    return false;
  const Array *flat = x->ndim == 1 ? x : y, *tall = x->ndim == 1 ? y : x;
  c->sure = true;
  c->arg = flat == x ? 0 : 1;
  c->i[0] = flat->ndim == 1 ? flat->size : 0;
  return c->i[0] > 1 && tall->shape[0] == c->i[0] && tall->shape[1] == 1;
}

static void say_pairs(const DoctorCase *c, DoctorText *t) {
  int64_t n = c->i[0];
  Buf reshaped = BUF_EMPTY;
  doctorcase_name(&t->caret, c, c->arg);
  buf_fmt(&t->caret, " is %" PRId64 ", ", n);
  doctorcase_name(&t->caret, c, 1 - c->arg);
  buf_fmt(&t->caret, " is %" PRId64 "x1", n);
  buf_fmt(&t->why,
          "Broadcasting compares all %" PRId64 " pairs instead of %" PRId64
          ": the loss has no meaning.",
          n * n, n);
  doctorcase_source(&reshaped, c, doctorcase_argument(c, c->arg));
  buf_str(&reshaped, ".reshape(-1, 1)");
  if (doctorcase_argument(c, c->arg))
    doctorcase_replaced(&t->fix, c, c->arg, buf_text(&reshaped), NULL);
  buf_free(&reshaped);
}

/* --- W303 ----------------------------------------------------------------- */

/* A clamped element costs 100: only a large loss can hold one. */
static bool may_be_clamped(const DoctorCase *c, const Array *p) {
  const Array *out = c->call->out;
  return out->size > 1 || array_get(out, 0) * (double)p->size >= 99.9;
}

static bool saturated(DoctorCase *c) {
  const Array *p = doctorcase_array(c, 0), *y = doctorcase_array(c, 1);
  if (kind_of(p) != KIND_PROBS || !array_same_shape(p, y) || !p->size ||
      !may_be_clamped(c, p))
    return false;
  c->sure = true;
  for (c->i[0] = 0; c->i[0] < p->size; c->i[0]++) {
    c->x[0] = array_get(p, c->i[0]);
    c->x[1] = array_get(y, c->i[0]);
    if ((c->x[0] == 1 && c->x[1] == 0) || (c->x[0] == 0 && c->x[1] == 1))
      return true;
  }
  return false;
}

static void say_saturated(const DoctorCase *c, DoctorText *t) {
  Buf input = BUF_EMPTY;
  doctorcase_name(&t->caret, c, 0);
  buf_fmt(&t->caret, "[%" PRId64 "] is %g exactly", c->i[0], c->x[0]);
  buf_fmt(&t->why,
          "The sigmoid of a large score rounds to %g, and the answer is %g: "
          "ln 0 is clamped at -100, so the loss says 100 there, and its "
          "gradient is lost. The loss of the logits knows the true price.",
          c->x[0], c->x[1]);
  if (doctorcase_inside(&input, c, 0, "sigmoid"))
    doctorcase_replaced(&t->fix, c, 0, buf_text(&input),
                        c->call->family == FAMILY_TORCH
                            ? "F.binary_cross_entropy_with_logits"
                            : "binary_cross_entropy_with_logits");
  buf_free(&input);
}

/* --- W405 ----------------------------------------------------------------- */

static bool negative(DoctorCase *c) {
  if (!is_one_number(c) || !dtype_is_float((DType)c->call->out->dtype))
    return false;
  c->x[0] = array_get(c->call->out, 0);
  c->sure = true;
  return c->x[0] < (c->call->out->dtype == DT_F64 ? -1e-9 : -1e-4);
}

static void say_negative(const DoctorCase *c, DoctorText *t) {
  buf_fmt(&t->why,
          "The cross-entropy of distributions cannot be negative, and this "
          "one is %.*f: one of the two holds numbers outside [0, 1], or does "
          "not sum to 1.",
          digits(), c->x[0]);
}

/* --- rows ----------------------------------------------------------------- */

/* With reduction="sum" a guess would cost ln C times the samples. */
static bool is_summed(const OpCall *call) {
  for (int i = 0; i < OP_MAX_ARGS; i++)
    if (call->arg[i].tag == ARG_TEXT && call->arg[i].count == 3 &&
        !memcmp(call->arg[i].text, "sum", 3))
      return true;
  return false;
}

void doctorloss_guess(const OpCall *call) {
  const Array *z = call->arg[0].array;
  bool multi = !strcmp(call->op->name, "cross_entropy") ||
               !strcmp(call->op->name, "nll_loss");
  bool two = !strncmp(call->op->name, "binary_cross_entropy", 20);
  if ((!multi && !two) || !call->out || call->out->size != 1 ||
      call->arg[0].tag != ARG_ARRAY || (multi && !z->ndim) || is_summed(call))
    return;
  int64_t classes = two ? 2 : z->shape[doctorcase_class_axis(z)];
  if (classes >= 2)
    kinds_saw_loss(call->out, classes);
}

const DoctorRow doctorloss_rows[] = {
    {"W101", DOCTOR_RAN, "cross_entropy", "softmax is applied twice",
     probs_into_cross_entropy, say_twice,
     "W101  softmax before cross-entropy\n"
     "\n"
     "cross_entropy takes logits, any real scores, and runs softmax itself.\n"
     "Given probabilities it squeezes them a second time: they lie in [0, 1],\n"
     "so no class can lead by more than 1, and the loss of C classes never\n"
     "falls below ln(1 + (C-1)/e), 0.5514 for three. Training still moves,\n"
     "but slowly, and the number is not the price of your answer.\n"
     "\n"
     "  z = [2.0, 1.0, 0.1]\n"
     "  p = softmax(z)\n"
     "  cross_entropy(p, 0)      # 0.8021: softmax of softmax\n"
     "  cross_entropy(z, 0)      # 0.4170\n"
     "  -log(p[0])               # 0.4170: the same, by hand\n"
     "\n"
     "Keep the logits for the loss; take softmax only to show probabilities."},
    {"W102", DOCTOR_RAN, "binary_cross_entropy_with_logits",
     "sigmoid is applied twice", probs_into_with_logits, say_sigmoid_twice,
     "W102  sigmoid before the loss that takes logits\n"
     "\n"
     "binary_cross_entropy_with_logits runs sigmoid itself. A second sigmoid\n"
     "squeezes every p into [0.50, 0.73].\n"
     "\n"
     "  z = [3.0, -2.0]\n"
     "  y = [1.0, 0.0]\n"
     "  binary_cross_entropy_with_logits(sigmoid(z), y)   # too high\n"
     "  binary_cross_entropy_with_logits(z, y)\n"
     "  binary_cross_entropy(sigmoid(z), y)               # the same"},
    {"W104", DOCTOR_RAN, "nll_loss", "nll_loss expects ln p", positive_into_nll,
     say_nll,
     "W104  nll_loss without the logarithm\n"
     "\n"
     "nll_loss only picks -x[target] and averages. It is a loss when x holds\n"
     "ln p, which is never positive.\n"
     "\n"
     "  z = [2.0, 1.0, 0.1]\n"
     "  nll_loss(softmax(z), 0)       # -0.6590: minus a probability\n"
     "  nll_loss(log_softmax(z), 0)   # 0.4170\n"
     "  cross_entropy(z, 0)           # 0.4170: both in one"},
    {"W105", DOCTOR_RAN, "cross_entropy", "log_softmax is not needed here",
     logprobs_into_cross_entropy, say_redundant,
     "W105  log_softmax before cross-entropy\n"
     "\n"
     "Harmless: log_softmax of log_softmax is itself, so the loss is right.\n"
     "But cross_entropy does it anyway.\n"
     "\n"
     "  z = [2.0, 1.0, 0.1]\n"
     "  cross_entropy(log_softmax(z), 0)   # 0.4170\n"
     "  cross_entropy(z, 0)                # 0.4170"},
    {"W203", DOCTOR_RAN, "mse_loss l1_loss", "a column against a row",
     compares_all_pairs, say_pairs,
     "W203  (N,) against (N, 1)\n"
     "\n"
     "Broadcasting repeats a row down and a column across: N targets against\n"
     "an N x 1 prediction make N x N pairs, and the mean is over all of them.\n"
     "Give both the same shape.\n"
     "\n"
     "  p = torch.tensor([[0.0], [1.0], [2.0]])\n"
     "  y = torch.tensor([0.0, 1.0, 2.0])\n"
     "  F.mse_loss(p, y)                   # 1.3333, though p is y\n"
     "  F.mse_loss(p, y.reshape(-1, 1))    # 0"},
    {"W303", DOCTOR_RAN, "binary_cross_entropy", "a probability rounded away",
     saturated, say_saturated,
     "W303  saturated sigmoid\n"
     "\n"
     "From z = 37 in float64 and z = 17 in float32 on, sigmoid(z) rounds to "
     "1.\n"
     "If the answer was 0, -ln(1 - p) is infinite; torch says 100 instead and\n"
     "the gradient is gone. The loss of the logits is exact.\n"
     "\n"
     "  binary_cross_entropy(sigmoid([40.0]), [0.0])          # 100\n"
     "  binary_cross_entropy_with_logits([40.0], [0.0])     # 40"},
    {"W405", DOCTOR_RAN, "cross_entropy cross_entropy_probs kl",
     "a negative cross-entropy", negative, say_negative,
     "W405  a negative cross-entropy\n"
     "\n"
     "-sum y ln p cannot be negative when y and p are distributions: every\n"
     "term is a probability times a surprise.\n"
     "\n"
     "  cross_entropy_probs([1.0, 0.0], [0.9, 0.1])    # 0.1054\n"
     "  -log(1.5)                                      # -0.4055: p > 1"},
    {0}};
