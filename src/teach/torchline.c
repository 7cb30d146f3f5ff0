/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/torchline.h"

#include "base/err.h"
#include "num/digits.h"

#include <string.h>

enum { MOST_NUMBERS = 32 };

/* How one argument of a row is written. */
typedef enum How {
  END,
  FLOATS,  /* a tensor of floats */
  TARGETS, /* class numbers, or probabilities as floats */
  INTS,    /* a tensor of whole numbers */
  AXIS,    /* an axis counted from the front; missing: the last */
  NUMBER,  /* written where it is not the default */
  REDUCTION,
  FLAG
} How;

typedef struct Param {
  uint8_t how;
  const char *keyword; /* NULL: by position */
  double usual;        /* NUMBER: not written */
} Param;

/* One way of writing; params are the row's arguments in order. */
typedef struct Line {
  const char *op, *torch;
  Param params[7];
} Line;

static const Line lines[] = {
    {"softmax", "torch.softmax", {{FLOATS, NULL, 0}, {AXIS, "dim", 0}}},
    {"log_softmax", "torch.log_softmax", {{FLOATS, NULL, 0}, {AXIS, "dim", 0}}},
    {"sigmoid", "torch.sigmoid", {{FLOATS, NULL, 0}}},
    {"logsigmoid", "F.logsigmoid", {{FLOATS, NULL, 0}}},
    {"relu", "torch.relu", {{FLOATS, NULL, 0}}},
    {"tanh", "torch.tanh", {{FLOATS, NULL, 0}}},
    {"exp", "torch.exp", {{FLOATS, NULL, 0}}},
    {"log", "torch.log", {{FLOATS, NULL, 0}}},
    {"cross_entropy",
     "F.cross_entropy",
     {{FLOATS, NULL, 0},
      {TARGETS, NULL, 0},
      {FLOATS, "weight", 0},
      {NUMBER, "ignore_index", -100},
      {REDUCTION, "reduction", 0},
      {NUMBER, "label_smoothing", 0}}},
    {"nll_loss",
     "F.nll_loss",
     {{FLOATS, NULL, 0},
      {TARGETS, NULL, 0},
      {FLOATS, "weight", 0},
      {NUMBER, "ignore_index", -100},
      {REDUCTION, "reduction", 0}}},
    {"binary_cross_entropy",
     "F.binary_cross_entropy",
     {{FLOATS, NULL, 0},
      {FLOATS, NULL, 0},
      {FLOATS, "weight", 0},
      {REDUCTION, "reduction", 0}}},
    {"binary_cross_entropy_with_logits",
     "F.binary_cross_entropy_with_logits",
     {{FLOATS, NULL, 0},
      {FLOATS, NULL, 0},
      {FLOATS, "weight", 0},
      {REDUCTION, "reduction", 0},
      {FLOATS, "pos_weight", 0}}},
    {"mse_loss",
     "F.mse_loss",
     {{FLOATS, NULL, 0}, {FLOATS, NULL, 0}, {REDUCTION, "reduction", 0}}},
    {"l1_loss",
     "F.l1_loss",
     {{FLOATS, NULL, 0}, {FLOATS, NULL, 0}, {REDUCTION, "reduction", 0}}},
    {"kl_div",
     "F.kl_div",
     {{FLOATS, NULL, 0},
      {FLOATS, NULL, 0},
      {REDUCTION, "reduction", 0},
      {FLAG, "log_target", 0}}},
    {"one_hot", "F.one_hot", {{INTS, NULL, 0}, {NUMBER, "num_classes", -1}}},
};

static const Line *line_of(const Op *op) {
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    if (!strcmp(lines[i].op, op->name))
      return &lines[i];
  return NULL;
}

/* --- tensors ------------------------------------------------------------- */

static void number(Buf *b, const Array *a, int64_t i, bool whole) {
  Buf text = BUF_EMPTY;
  double x = array_get(a, i);
  if (whole)
    buf_int(&text, (long long)x);
  else if (a->dtype == DT_F32)
    digits_numpy_scalar(&text, DT_F32, x);
  else
    digits_repr64(&text, x);
  const char *t = buf_text(&text);
  bool special = !strcmp(t, "nan") || strstr(t, "inf");
  if (special)
    buf_fmt(b, "float('%s')", t);
  else
    buf_str(b, t);
  buf_free(&text);
}

static void nested(Buf *b, const Array *a, int axis, int64_t *at, bool whole) {
  if (axis == a->ndim) {
    number(b, a, (*at)++, whole);
    return;
  }
  buf_char(b, '[');
  for (int64_t i = 0; i < a->shape[axis]; i++) {
    buf_str(b, i ? ", " : "");
    nested(b, a, axis + 1, at, whole);
  }
  buf_char(b, ']');
}

/* batch: a single sample is written as a batch of one. */
static bool tensor(Buf *b, const Array *a, bool whole, bool batch) {
  int64_t at = 0;
  if (a->size > MOST_NUMBERS || a->size == 0)
    return false;
  buf_str(b, batch ? "torch.tensor([" : "torch.tensor(");
  nested(b, a, 0, &at, whole);
  buf_str(b, batch ? "])" : ")");
  return true;
}

/* Targets are class numbers when they have one axis less than the scores. */
static bool is_classes(const OpCall *call) {
  const Array *z = call->arg[0].array, *t = call->arg[1].array;
  return t->ndim + 1 == z->ndim || (z->ndim == 1 && t->ndim == 0) ||
         !dtype_is_float((DType)t->dtype);
}

static bool is_single(const OpCall *call, const Line *l) {
  return l->params[1].how == TARGETS && call->arg[0].array->ndim == 1;
}

/* --- arguments ----------------------------------------------------------- */

static void comma(Buf *b, const Param *p, bool first) {
  if (!first)
    buf_str(b, ", ");
  if (p->keyword)
    buf_fmt(b, "%s=", p->keyword);
}

static bool axis(Buf *b, const OpCall *call, const Param *p) {
  int64_t n = call->arg[0].array->ndim, k = -1;
  if (call->arg[1].tag == ARG_INT)
    k = call->arg[1].i;
  comma(b, p, false);
  buf_int(b, k < 0 && n ? k + n : k < 0 ? 0 : k);
  return true;
}

static bool scalar(Buf *b, const Arg *a, const Param *p) {
  if (a->tag == ARG_INT && a->i != (int64_t)p->usual) {
    comma(b, p, false);
    buf_int(b, a->i);
  } else if (a->tag == ARG_FLOAT && a->f != p->usual) {
    comma(b, p, false);
    digits_repr64(b, a->f);
  } else if (a->tag == ARG_BOOL && p->how == FLAG && a->b) {
    comma(b, p, false);
    buf_str(b, "True");
  } else if (a->tag == ARG_TEXT && p->how == REDUCTION &&
             (a->count != 4 || memcmp(a->text, "mean", 4))) {
    comma(b, p, false);
    buf_fmt(b, "'%.*s'", (int)a->count, a->text);
  }
  return true;
}

static bool argument(Buf *b, const OpCall *call, const Line *l, int i) {
  const Param *p = &l->params[i];
  const Arg *a = &call->arg[i];
  if (p->how == AXIS)
    return axis(b, call, p);
  if (p->how > AXIS)
    return scalar(b, a, p);
  if (a->tag != ARG_ARRAY)
    return p->keyword != NULL;
  bool whole = p->how == INTS || (p->how == TARGETS && is_classes(call));
  comma(b, p, i == 0);
  return tensor(b, a->array, whole, is_single(call, l) && !p->keyword);
}

char *torchline_of(const OpCall *call) {
  const Line *l = line_of(call->op);
  Buf b = BUF_EMPTY;
  if (!l || call->arg[0].tag != ARG_ARRAY)
    return NULL;
  buf_fmt(&b, "%s(", l->torch);
  bool ok = true;
  for (int i = 0; ok && i < 7 && l->params[i].how != END; i++)
    ok = argument(&b, call, l, i);
  buf_char(&b, ')');
  if (ok && !b.failed)
    return buf_take(&b);
  buf_free(&b);
  err_clear();
  return NULL;
}
