/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets and inputs that a loss refused, and arguments that changed
   places. */
#include "teach/doctorlabel.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* --- E402 ----------------------------------------------------------------- */

/* Smallest and largest of class numbers; false: these are none. */
static bool label_range(const Array *t, int64_t *least, int64_t *most) {
  if (!t || !t->size)
    return false;
  *least = INT64_MAX;
  *most = INT64_MIN;
  for (int64_t i = 0; i < t->size; i++) {
    double x = array_get(t, i);
    if (x != rint(x) || fabs(x) > 1e9)
      return false;
    *least = (int64_t)x < *least ? (int64_t)x : *least;
    *most = (int64_t)x > *most ? (int64_t)x : *most;
  }
  return true;
}

static bool label_out_of_range(DoctorCase *c) {
  const Array *z = doctorcase_array(c, 0), *t = doctorcase_array(c, 1);
  if (!z || !z->ndim || !strstr(buf_text(&err_now()->text), "out of bounds") ||
      !label_range(t, &c->i[0], &c->i[1]))
    return false;
  c->arg = 1;
  c->sure = true;
  c->i[2] = z->shape[doctorcase_class_axis(z)];
  return c->i[2] >= 1 && (c->i[0] < 0 || c->i[1] >= c->i[2]);
}

static void list_labels(Buf *out, int64_t classes) {
  if (classes > 5) {
    buf_fmt(out, "labels are 0 to %" PRId64, classes - 1);
    return;
  }
  buf_str(out, "labels are ");
  for (int64_t i = 0; i < classes; i++)
    buf_fmt(out, "%s%" PRId64, i ? ", " : "", i);
}

static void say_labels(const DoctorCase *c, DoctorText *t) {
  Buf text = BUF_EMPTY;
  const Node *n = doctorcase_argument(c, 1);
  list_labels(&t->why, c->i[2]);
  if (c->i[0] == 1 && c->i[1] == c->i[2]) {
    buf_str(&t->why, ": subtract 1?");
    doctorcase_source(&text, c, n);
    buf_str(&text, " - 1");
    if (n)
      doctorcase_replaced(&t->fix, c, 1, buf_text(&text), NULL);
  } else if (c->i[0] == -1) {
    buf_str(&t->why, "; -1 is none of them: ignore_index=-1 leaves such rows "
                     "out");
  } else {
    int64_t bad = c->i[0] < 0 ? c->i[0] : c->i[1];
    buf_fmt(&t->why,
            "; %" PRId64 " is none of them: there are %" PRId64
            " columns of scores",
            bad, c->i[2]);
  }
  buf_free(&text);
}

/* --- W103 ----------------------------------------------------------------- */

static bool logits_into_bce(DoctorCase *c) {
  const Array *p = doctorcase_array(c, 0);
  for (int64_t i = 0; p && i < p->size; i++) {
    c->x[0] = array_get(p, i);
    if (c->x[0] < 0 || c->x[0] > 1)
      return true;
  }
  return false;
}

static void say_logits(const DoctorCase *c, DoctorText *t) {
  const char *name = c->call->family == FAMILY_TORCH
                         ? "F.binary_cross_entropy_with_logits"
                         : "binary_cross_entropy_with_logits";
  const Node *n = doctorcase_argument(c, 0);
  Buf text = BUF_EMPTY;
  doctorcase_source(&text, c, n);
  buf_fmt(&t->why, "these look like logits (%g is no probability)", c->x[0]);
  if (n)
    doctorcase_replaced(&t->fix, c, 0, buf_text(&text), name);
  buf_free(&text);
}

/* --- W404 ----------------------------------------------------------------- */

static bool has_fractions(const Array *a) {
  if (!dtype_is_float((DType)a->dtype))
    return false;
  for (int64_t i = 0; i < a->size; i++)
    if (array_get(a, i) != rint(array_get(a, i)))
      return true;
  return false;
}

/* Refused with whole numbers first and scores second. */
static bool swapped_refused(DoctorCase *c) {
  const Array *x = doctorcase_array(c, 0), *t = doctorcase_array(c, 1);
  c->sure = true;
  return x && t && x->size && t->ndim > x->ndim && !has_fractions(x) &&
         has_fractions(t);
}

/* One-hot rows first and something else second. */
static bool swapped(DoctorCase *c) {
  const Array *x = doctorcase_array(c, 0), *t = doctorcase_array(c, 1);
  c->sure = true;
  return x && t && x->kind.name == KIND_ONEHOT &&
         (t->kind.name == KIND_LOGITS || t->kind.name == KIND_PROBS) &&
         array_same_shape(x, t);
}

static void say_swapped(const DoctorCase *c, DoctorText *t) {
  const Node *x = doctorcase_argument(c, 0), *y = doctorcase_argument(c, 1);
  if (c->event == DOCTOR_RAN) {
    doctorcase_name(&t->caret, c, 0);
    buf_str(&t->caret, " holds the true classes");
  }
  buf_str(&t->why, "the order is (prediction, target)");
  if (!x || !y || x->span.to > y->span.from)
    return;
  const Source *s = c->frame->tree->source;
  doctorcase_source(&t->fix, c, c->node->call.func);
  buf_char(&t->fix, '(');
  doctorcase_source(&t->fix, c, y);
  buf_str(&t->fix, ", ");
  doctorcase_source(&t->fix, c, x);
  buf_add(&t->fix, s->text + y->span.to, c->node->span.to - y->span.to);
}

static const char help_swapped[] =
    "W404  arguments swapped\n"
    "\n"
    "Losses take the prediction first and the target second.\n"
    "\n"
    "  z = [[2.0, 1.0, 0.1]]\n"
    "  cross_entropy(z, [0])     # 0.4170\n"
    "  cross_entropy([0], z)     # refused";

const DoctorRow doctorlabel_rows[] = {
    {"E402", DOCTOR_FAILED, "cross_entropy nll_loss",
     "a label that is no class", label_out_of_range, say_labels,
     "E402  labels from 1, or -1\n"
     "\n"
     "Class numbers are indices into the scores: 0 to C-1. Labels counted\n"
     "from 1, or -1 for unknown, point beside them.\n"
     "\n"
     "  z = [[2.0, 1.0, 0.1], [0.3, 2.2, 0.5], [0.1, 0.2, 3.0]]\n"
     "  y = [1, 2, 3]\n"
     "  cross_entropy(z, y)         # Target 3 is out of bounds.\n"
     "  cross_entropy(z, y - 1)     # 0.2712\n"
     "  cross_entropy(z, [0, -1, 2], ignore_index=-1)"},
    {"W103", DOCTOR_FAILED, "binary_cross_entropy",
     "logits into binary_cross_entropy", logits_into_bce, say_logits,
     "W103  logits into binary_cross_entropy\n"
     "\n"
     "binary_cross_entropy wants probabilities, numbers in [0, 1]. Scores as\n"
     "they leave the network belong to the loss that runs sigmoid itself.\n"
     "\n"
     "  z = [2.0, -1.0]\n"
     "  y = [1.0, 0.0]\n"
     "  binary_cross_entropy_with_logits(z, y)    # 0.2201\n"
     "  binary_cross_entropy(sigmoid(z), y)       # the same"},
    {"W404", DOCTOR_FAILED, "cross_entropy nll_loss", "arguments swapped",
     swapped_refused, say_swapped, help_swapped},
    {"W404", DOCTOR_RAN, "cross_entropy nll_loss binary_cross_entropy",
     "arguments swapped", swapped, say_swapped, NULL},
    {0}};
