/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Normalised along the wrong axis. */
#include "teach/doctoraxis.h"

#include "lang/astwalk.h"
#include "lang/function.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* The row whose sum is farthest from 1, and that sum. */
static double worst_row(const Array *p, bool ln, int64_t *row) {
  double worst = 1;
  for (int64_t r = 0; r < p->shape[0]; r++) {
    double sum = 0;
    for (int64_t j = 0; j < p->shape[1]; j++) {
      double x = array_get(p, r * p->shape[1] + j);
      sum += ln ? exp(x) : x;
    }
    if (fabs(sum - 1) > fabs(worst - 1)) {
      worst = sum;
      *row = r;
    }
  }
  return worst;
}

/* --- W201: used with one label per row ------------------------------------ */

static bool columns_into_loss(DoctorCase *c) {
  const Array *p = doctorcase_array(c, 0), *t = doctorcase_array(c, 1);
  if (!p || !t || p->ndim != 2 || p->kind.axis != 0 ||
      (p->kind.name != KIND_PROBS && p->kind.name != KIND_LOGPROBS) ||
      t->ndim != 1 || t->size != p->shape[0])
    return false;
  c->x[0] = worst_row(p, p->kind.name == KIND_LOGPROBS, &c->i[0]);
  c->sure = true;
  return fabs(c->x[0] - 1) > 1e-4;
}

static void say_sums(const DoctorCase *c, Buf *why) {
  buf_fmt(why, "Columns sum to 1, rows do not (row %" PRId64 " sums to %.2f). ",
          c->i[0], c->x[0]);
}

static void say_columns(const DoctorCase *c, DoctorText *t) {
  const Array *p = doctorcase_array(c, 0);
  bool ln = p->kind.name == KIND_LOGPROBS;
  Buf input = BUF_EMPTY, z = BUF_EMPTY;
  doctorcase_name(&t->caret, c, 0);
  buf_str(&t->caret, ln ? " holds ln p of each column"
                        : " holds probabilities of each column");
  doctorcase_came_from(&t->caret, c, 0);
  say_sums(c, &t->why);
  buf_fmt(&t->why,
          "There is one label for each of the %" PRId64
          " rows: rows are samples here, and classes lie along axis 1.",
          p->shape[0]);
  const char *name = ln ? "log_softmax" : "softmax";
  if (doctorcase_inside(&z, c, 0, name)) {
    buf_fmt(&input, "%s%s(%s, dim=1)",
            c->call->family == FAMILY_TORCH ? "F." : "", name, buf_text(&z));
    doctorcase_replaced(&t->fix, c, 0, buf_text(&input), NULL);
  }
  buf_free(&input);
  buf_free(&z);
}

/* --- W201: by hand -------------------------------------------------------- */

static bool is_exp(const Node *n) {
  const char *name = doctorcase_function(n);
  return name && !strcmp(name, "exp");
}

typedef struct Search {
  const Sym *name;
  bool exp;
} Search;

static bool find_exp(void *self, Node *n) {
  Search *s = self;
  if (n->type == NODE_ASSIGN && n->assign.targets[0]->type == NODE_NAME &&
      n->assign.targets[0]->name.sym == s->name && n->assign.value)
    s->exp = is_exp(n->assign.value);
  return astwalk_children(n, find_exp, self);
}

/* exp(...), or a name bound to it. */
static bool comes_from_exp(const DoctorCase *c, const Node *n) {
  if (is_exp(n) || n->type != NODE_NAME)
    return is_exp(n);
  Search s = {.name = n->name.sym};
  if (c->frame->function) {
    find_exp(&s, (Node *)c->frame->function->node);
    return s.exp;
  }
  Tree *t = doctorcase_origin(c, n);
  if (t && t->n)
    find_exp(&s, t->body[t->n - 1]);
  ast_unref(t);
  return s.exp;
}

/* Whether the first column sums to 1; stops where it cannot any more. */
static bool first_column_is_one(const Array *p) {
  double sum = 0;
  for (int64_t r = 0; r < p->shape[0] && sum <= 1.0001; r++)
    sum += array_get(p, r * p->shape[1]);
  return fabs(sum - 1) <= 1e-4;
}

/* exp(x) / sum of exp(x) over axis 0 of a table, divided by a plain row: the
   sum fits without a reshape only along the wrong axis. */
static bool normalised_columns(DoctorCase *c) {
  const Array *p = value_array(c->out), *sum = value_array(c->right);
  const Array *e = value_array(c->left);
  if (!p || !sum || !e || p->ndim != 2 || e->ndim != 2 || sum->ndim != 1 ||
      p->shape[0] < 2 || p->shape[1] < 2 || c->node->type != NODE_BINARY ||
      !first_column_is_one(p) || !doctorcase_looks_probs(p, 0) ||
      doctorcase_looks_probs(p, 1))
    return false;
  c->x[0] = worst_row(p, false, &c->i[0]);
  c->i[1] = p->shape[1];
  return fabs(c->x[0] - 1) > 1e-4 && comes_from_exp(c, c->node->bin.left);
}

/* The quotient with axis=0 turned into axis=1 of the same shape. */
static void fix_axis(const DoctorCase *c, Buf *fix) {
  static const char *const from[] = {"axis=0", "axis = 0", "dim=0", "dim = 0"};
  static const char *const to[] = {
      "axis=1, keepdims=True", "axis=1, keepdims=True", "dim=1, keepdim=True",
      "dim=1, keepdim=True"};
  Buf text = BUF_EMPTY;
  doctorcase_source(&text, c, c->node);
  for (int i = 0; i < 4; i++) {
    const char *at = strstr(buf_text(&text), from[i]);
    if (!at)
      continue;
    buf_add(fix, text.text, (size_t)(at - text.text));
    buf_fmt(fix, "%s%s", to[i], at + strlen(from[i]));
    break;
  }
  buf_free(&text);
}

static void say_by_hand(const DoctorCase *c, DoctorText *t) {
  t->at = c->node->bin.right;
  buf_str(&t->caret, "summed over axis 0: down the columns");
  say_sums(c, &t->why);
  buf_fmt(&t->why,
          "All together they sum to %" PRId64
          ".0, one for each column. If rows are samples and columns are "
          "classes, sum over axis 1.",
          c->i[1]);
  fix_axis(c, &t->fix);
}

/* --- W202 ----------------------------------------------------------------- */

static bool softmax_of_one(DoctorCase *c) {
  const Array *p = c->call->out;
  if (!p || p->kind.name != KIND_PROBS || p->kind.axis < 0 || !p->size)
    return false;
  c->sure = true;
  return !p->ndim || p->shape[p->kind.axis] == 1;
}

static void say_of_one(const DoctorCase *c, DoctorText *t) {
  const Array *p = c->call->out;
  doctorcase_name(&t->caret, c, 0);
  buf_str(&t->caret,
          p->ndim ? " has one column along this axis" : " is one number");
  buf_str(&t->why, "The softmax of one number is always 1, whatever it is. "
                   "Use sigmoid for one output, or two outputs.");
  if (doctorcase_argument(c, 0)) {
    buf_str(&t->fix,
            c->call->family == FAMILY_TORCH ? "torch.sigmoid(" : "sigmoid(");
    doctorcase_source(&t->fix, c, doctorcase_argument(c, 0));
    buf_char(&t->fix, ')');
  }
}

static const char help_axis[] =
    "W201  the wrong axis\n"
    "\n"
    "softmax makes numbers sum to 1 along one axis. In a table with a sample\n"
    "in each row and a class in each column that is axis 1. Along axis 0 the\n"
    "samples share one whole instead: a class is divided among them.\n"
    "\n"
    "  z = np.array([[2.0, 1.0, 0.1], [0.3, 2.2, 0.5]])\n"
    "  np.exp(z) / np.sum(np.exp(z), axis=0)                  # columns\n"
    "  np.exp(z) / np.sum(np.exp(z), axis=1, keepdims=True)   # rows\n"
    "  softmax(z, dim=1)\n"
    "\n"
    "A test: the sum over everything is the number of samples.";

const DoctorRow doctoraxis_rows[] = {
    {"W201", DOCTOR_RAN, "nll_loss cross_entropy",
     "softmax ran down the columns", columns_into_loss, say_columns, help_axis},
    {"W201", DOCTOR_BINARY, "/", "is each column one sample?",
     normalised_columns, say_by_hand, NULL},
    {"W202", DOCTOR_RAN, "softmax", "softmax over one output", softmax_of_one,
     say_of_one,
     "W202  softmax over one output\n"
     "\n"
     "softmax shares 1 among the outputs; a single one gets it all.\n"
     "\n"
     "  softmax([3.0])     # [1.0000], for any number\n"
     "  sigmoid(3.0)       # 0.9526: the way of one output\n"
     "  softmax([3.0, 0])  # [0.9526, 0.0474]: the same with two"},
    {0}};
