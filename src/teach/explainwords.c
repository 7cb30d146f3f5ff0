/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/explainwords.h"

#include "lang/resolve.h"
#include "teach/kinds.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* A name that got its value inside: a loop's variable, a sum being built. */
static bool is_inner(const TraceEvent *e) {
  const Node *n = e->node;
  if (n->type != NODE_NAME || n->name.scope == SCOPE_GLOBAL)
    return false;
  for (int32_t i = 0; e->def && i < e->def->function.n_params; i++)
    if (e->def->function.params[i].name == n->name.sym)
      return false;
  return true;
}

void explainwords_input(Buf *out, const TraceEvent *e) {
  const Array *a = value_array(e->value);
  if (is_inner(e))
    return;
  buf_str(out, "input");
  if (a && (a->ndim || a->kind.name != KIND_REAL)) {
    buf_str(out, ": ");
    kinds_describe_array(out, a);
  }
}

/* The sum along the axis of line r of the values, -1 where they are no
   probabilities. */
static double share_sum(const Array *a, int axis, int64_t r) {
  AxisLoop l = array_axis_loop(a, axis);
  double sum = 0;
  for (int64_t j = 0; j < l.n; j++) {
    double x =
        array_get(a, r / l.inner * l.n * l.inner + j * l.inner + r % l.inner);
    if (!(x >= 0 && x <= 1))
      return -1;
    sum += x;
  }
  return sum;
}

/* Whether every line along the axis sums to 1; *worst is the sum farthest
   from it. */
static bool sums_to_one(const Array *a, int axis, double *worst) {
  AxisLoop l = array_axis_loop(a, axis);
  *worst = 1;
  for (int64_t r = 0; r < l.outer * l.inner; r++) {
    double sum = share_sum(a, axis, r);
    if (sum < 0)
      return false;
    if (fabs(sum - 1) > fabs(*worst - 1))
      *worst = sum;
  }
  return fabs(*worst - 1) <= 1e-5;
}

/* A quotient may have become probabilities: then their sum is a check. */
static DeriveCheck describe_sum(Buf *out, const Array *a) {
  double worst = 1;
  if (a->ndim < 1 || a->ndim > 2 || a->size < 2)
    return DERIVE_PLAIN;
  for (int axis = a->ndim - 1; axis >= 0; axis--) {
    if (!sums_to_one(a, axis, &worst))
      continue;
    if (a->ndim == 2)
      buf_fmt(out, "%s sums to %.*f", axis ? "each row" : "each column",
              interp.digits, worst);
    else
      buf_fmt(out, "sum = %.*f", interp.digits, worst);
    return DERIVE_TRUE;
  }
  return DERIVE_PLAIN;
}

/* The start of the row's help: "the natural logarithm". */
static void describe_row(Buf *out, const Op *op, bool number) {
  const char *help = op->help ? op->help : "";
  size_t n = strcspn(help, number ? ":,(" : ":(");
  while (n && (help[n - 1] == '.' || help[n - 1] == ' '))
    n--;
  if (!n)
    return;
  bool word = islower((unsigned char)help[1]) || help[1] == ' ';
  buf_char(out, word ? (char)tolower((unsigned char)help[0]) : help[0]);
  buf_add(out, help + 1, n - 1);
}

DeriveCheck explainwords_step(Buf *out, const TraceEvent *e) {
  const Node *n = e->node;
  const Array *a = e->array;
  bool quotient = n->type == NODE_BINARY && n->op == AST_DIV;
  bool probs = value_array(e->value) && a && a->kind.name == KIND_PROBS &&
               a->kind.axis >= 0;
  if (a && (quotient || probs) && a->size <= TRACE_MAX_DERIVED) {
    DeriveCheck c = describe_sum(out, a);
    if (c != DERIVE_PLAIN)
      return c;
  }
  if (e->op)
    describe_row(out, e->op, a && !a->ndim);
  return DERIVE_PLAIN;
}
