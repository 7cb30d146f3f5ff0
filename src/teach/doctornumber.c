/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that overflowed, underflowed or were read on the wrong scale. */
#include "teach/doctornumber.h"

#include "lang/eval.h"
#include "num/fpflags.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* --- W301 and W302: nan out of numbers ------------------------------------ */

static double broadcast_get(const Array *a, const Array *like, int64_t i) {
  if (a->size == 1)
    return array_get(a, 0);
  if (a->size == like->size)
    return array_get(a, i);
  int64_t index[ARRAY_MAX_DIMS], at = 0;
  for (int d = like->ndim - 1; d >= 0; d--) {
    index[d] = i % like->shape[d];
    i /= like->shape[d];
  }
  for (int d = 0; d < a->ndim; d++) {
    int64_t k = index[like->ndim - a->ndim + d];
    at = at * a->shape[d] + (a->shape[d] == 1 ? 0 : k);
  }
  return array_get(a, at);
}

/* The first element that became nan from these two; false: none. */
static bool first_nan(DoctorCase *c) {
  const Array *out = value_array(c->out), *l = value_array(c->left),
              *r = value_array(c->right);
  for (int64_t i = 0; l && r && i < out->size; i++) {
    if (!isnan(array_get(out, i)))
      continue;
    c->x[0] = broadcast_get(l, out, i);
    c->x[1] = broadcast_get(r, out, i);
    c->i[0] = i;
    if (!isnan(c->x[0]) && !isnan(c->x[1]))
      return true;
  }
  return false;
}

static bool inf_over_inf(DoctorCase *c) {
  c->sure = true;
  return fpflags_take_invalid() && first_nan(c) && isinf(c->x[0]) &&
         isinf(c->x[1]);
}

/* The call of exp that made the node, itself or through its name; *t keeps
   its tree alive when it is another one. */
static const Node *exp_of(const DoctorCase *c, const Node *n, Tree **t) {
  const char *name = doctorcase_function(n);
  *t = NULL;
  if (n->type == NODE_NAME && (*t = doctorcase_origin(c, n))) {
    const Node *s = (*t)->n ? (*t)->body[(*t)->n - 1] : NULL;
    n = s && s->type == NODE_ASSIGN ? s->assign.value : n;
    name = doctorcase_function(n);
  }
  return name && !strcmp(name, "exp") && n->call.n_plain == 1 ? n : NULL;
}

/* The number under exp at the element that overflowed, when it is a name of
   the running code; nan: unknown. */
static double exponent(const DoctorCase *c, const Node *call, bool own) {
  const Node *x = call->call.args[0];
  if (!own || x->type != NODE_NAME)
    return (double)NAN;
  const Array *a = value_array(eval_name((Frame *)c->frame, x));
  return a && a->size == value_array(c->left)->size ? array_get(a, c->i[0])
                                                    : (double)NAN;
}

/* exp(x) with the maximum taken off, in the learner's own spelling. */
static void shifted(Buf *out, const Source *s, const Node *call, bool table) {
  const Node *f = call->call.func, *x = call->call.args[0];
  const char *text = s->text + x->span.from;
  int n = (int)(x->span.to - x->span.from);
  int head = (int)(f->span.to - f->span.from);
  int prefix = head >= 3 ? head - 3 : 0; /* without "exp" */
  const char *name = s->text + f->span.from;
  bool torch = prefix >= 6 && !strncmp(name, "torch.", 6);
  const char *rows = !table  ? ""
                     : torch ? ", dim=1, keepdim=True).values"
                             : ", axis=1, keepdims=True)";
  buf_fmt(out, "%.*s(%.*s - %.*smax(%.*s%s)", head, name, n, text, prefix, name,
          n, text, table ? rows : ")");
}

/* The quotient with each exp(x) replaced, or the line that made e. */
static void fix_overflow(const DoctorCase *c, Buf *fix, const Node *call,
                         const Tree *t) {
  bool table = value_array(c->left)->ndim == 2;
  if (t) {
    const Node *s = t->body[t->n - 1];
    const Node *name = s->assign.targets[0];
    buf_fmt(fix, "%s = ", name->name.sym->text);
    shifted(fix, t->source, call, table);
    return;
  }
  const Source *s = c->frame->tree->source;
  const char *old = s->text + call->span.from;
  size_t n = call->span.to - call->span.from;
  for (uint32_t i = c->node->span.from; i < c->node->span.to;) {
    if (i + n <= c->node->span.to && !memcmp(s->text + i, old, n)) {
      shifted(fix, s, call, table);
      i += (uint32_t)n;
    } else {
      buf_char(fix, s->text[i] == '\n' ? ' ' : s->text[i]);
      i++;
    }
  }
}

static void say_overflow(const DoctorCase *c, DoctorText *t) {
  Tree *tree;
  const Node *call = exp_of(c, c->node->bin.left, &tree);
  const Array *p = value_array(c->out);
  double x = call ? exponent(c, call, !tree) : (double)NAN;
  t->at = c->node->bin.left;
  buf_str(&t->caret, "inf");
  if (isfinite(x))
    buf_fmt(&t->why, "exp(%g) = inf, inf/inf = nan: ", x);
  else
    buf_fmt(&t->why, "inf/inf = nan: ");
  buf_fmt(&t->why, "exp overflows above %s.",
          p->dtype == DT_F32 ? "88.72 in float32" : "709.78");
  const Array *r = value_array(c->right);
  bool each = r->size == p->size && p->size > 1;
  const Node *below = c->node->bin.right;
  if (each && below->type == NODE_BINARY && below->op == AST_ADD)
    buf_str(&t->why, " exp(x) / (1 + exp(x)) = 1 / (1 + exp(-x)), which cannot "
                     "become inf/inf.");
  if (call && !each) {
    buf_str(&t->why, " softmax(x) = softmax(x - max(x)): subtract the maximum "
                     "first.");
    fix_overflow(c, &t->fix, call, tree);
  }
  ast_unref(tree);
}

static bool zero_times_inf(DoctorCase *c) {
  c->sure = true;
  if (!fpflags_take_invalid() || !first_nan(c))
    return false;
  bool left = c->x[0] == 0 && isinf(c->x[1]) && c->x[1] < 0;
  bool right = c->x[1] == 0 && isinf(c->x[0]) && c->x[0] < 0;
  c->i[1] = right;
  return left || right;
}

static void say_log_zero(const DoctorCase *c, DoctorText *t) {
  t->at = c->i[1] ? c->node->bin.left : c->node->bin.right;
  buf_fmt(&t->caret, "-inf at element %" PRId64, c->i[0]);
  buf_str(&t->why,
          "0 * -inf = nan: a logarithm of exactly 0 met a weight of 0. In "
          "0 ln 0 the limit is 0, but floating point cannot know. Work from "
          "logits: log_softmax never takes ln 0.");
}

/* --- W501
 * ---------------------------------------------------------------------- */

static bool half_of_logits(DoctorCase *c) {
  const Array *z = value_array(c->left);
  c->sure = true;
  return z && z->kind.name == KIND_LOGITS && c->right.tag == VALUE_FLOAT &&
         c->right.f == 0.5;
}

static void say_threshold(const DoctorCase *c, DoctorText *t) {
  Buf z = BUF_EMPTY;
  const Node *n = c->node->type == NODE_COMPARE ? c->node->compare.items[0]
                                                : c->node->bin.left;
  t->at = n;
  doctorcase_source(&z, c, n);
  buf_fmt(&t->caret, "%s holds logits", buf_text(&z));
  buf_str(&t->why, "p > 0.5 means z > 0; z > 0.5 asks for p > 0.6225.");
  buf_fmt(&t->fix, "%s > 0", buf_text(&z));
  buf_free(&z);
}

const DoctorRow doctornumber_rows[] = {
    {"W301", DOCTOR_BINARY, "/", "exp overflowed", inf_over_inf, say_overflow,
     "W301  naive exp overflows\n"
     "\n"
     "exp(709.79) is more than a float64 can hold (88.73 in float32): it\n"
     "becomes inf, and inf/inf is nan. Softmax only depends on differences,\n"
     "so the maximum may be taken off first; then exp() is at most 1.\n"
     "\n"
     "  x = np.array([1000.0, 999.0])\n"
     "  np.exp(x) / np.sum(np.exp(x))                      # [nan nan]\n"
     "  np.exp(x - np.max(x)) / np.sum(np.exp(x - np.max(x)))\n"
     "  softmax(x)                                         # the same"},
    {"W302", DOCTOR_BINARY, "*", "0 * ln 0", zero_times_inf, say_log_zero,
     "W302  log(0)\n"
     "\n"
     "A probability that rounded to 0 exactly has the logarithm -inf: an\n"
     "impossible event. Multiplied by a label of 0 it makes nan.\n"
     "\n"
     "  p = np.array([1.0, 0.0])\n"
     "  y = np.array([1.0, 0.0])\n"
     "  -np.sum(y * np.log(p))                             # nan\n"
     "  cross_entropy([800.0, 0.0], 0)                     # from logits: 0"},
    {"W501", DOCTOR_BINARY, "> >=", "threshold 0.5 on logits", half_of_logits,
     say_threshold,
     "W501  threshold 0.5 on logits\n"
     "\n"
     "Probabilities are cut at 0.5, logits at 0: sigmoid(0) = 0.5.\n"
     "\n"
     "  sigmoid(0.5)     # 0.6225: what z > 0.5 really asks for\n"
     "  sigmoid(0)       # 0.5000"},
    {0}};
