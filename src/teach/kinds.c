/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/kinds.h"

#include "base/glyph.h"
#include "lang/interp.h"
#include "lang/list.h"
#include "lang/str.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static const char *name_of(const Array *a) {
  switch ((KindName)a->kind.name) {
  case KIND_LOGITS: return "logits";
  case KIND_PROBS: return "probs";
  case KIND_LOGPROBS: return "logprobs";
  case KIND_ONEHOT: return "onehot";
  case KIND_LABELS: return "labels";
  case KIND_REAL: break;
  }
  return dtype_name((DType)a->dtype);
}

void kinds_describe_array(Buf *out, const Array *a) {
  int axis = a->kind.axis;
  buf_str(out, name_of(a));
  if (a->ndim)
    array_size_text(out, a->ndim, a->shape);
  if (a->kind.name == KIND_PROBS && axis >= 0)
    buf_fmt(out, ", sums to 1 over axis %d", axis);
  else if (a->kind.name == KIND_PROBS)
    buf_str(out, ", each by itself");
  else if (a->kind.name == KIND_LOGPROBS && axis >= 0)
    buf_fmt(out, ", exp sums to 1 over axis %d", axis);
}

void kinds_describe(Buf *out, Value v) {
  const Value *items;
  size_t n;
  if (value_array(v))
    kinds_describe_array(out, value_array(v));
  else if (str_of(v))
    buf_fmt(out, "str of %zu", str_of(v)->chars);
  else if (list_items(v, &items, &n))
    buf_fmt(out, "%s of %zu", value_type_name(v), n);
  else if (value_is(v, VALUE_TYPE_DICT) || value_is(v, VALUE_TYPE_SET))
    buf_fmt(out, "%s of %" PRId64, value_type_name(v), value_length(v));
  else if (value_is(v, VALUE_TYPE_ROW) || value_is(v, VALUE_TYPE_NATIVE))
    buf_str(out, "function");
  else if (value_is_none(v))
    buf_str(out, "None");
  else
    buf_str(out, value_type_name(v));
}

/* --- the guess line ------------------------------------------------------ */

static const void *last; /* the loss itself: compared, never read */
static double last_value;
static int64_t last_classes;

void kinds_saw_loss(const Array *loss, int64_t classes) {
  last = array_get(loss, 0) >= 0 ? loss : NULL;
  last_value = array_get(loss, 0);
  last_classes = classes;
}

void kinds_forget(void) {
  last = NULL;
}

/* The same array with the same value: an address alone may be used again. */
bool kinds_guess(Value loss, Buf *out) {
  const Array *a = value_array(loss);
  if (!a || a != last || a->size != 1 || array_get(a, 0) != last_value)
    return false;
  buf_fmt(out, "%" PRId64 " classes %s a pure guess costs %.*f", last_classes,
          glyph(GLYPH_MIDDOT), interp.digits, log((double)last_classes));
  return true;
}

/* --- help ----------------------------------------------------------------- */

/* words, text */
static const struct {
  const char *words, *help;
} stories[] = {
    {" kinds kind ",
     "kinds: what the numbers of a value mean, where an operation tells\n"
     "  logits    scores before softmax or sigmoid: any real numbers\n"
     "  probs     probabilities: 0 to 1\n"
     "  logprobs  natural logarithms of probabilities: never above 0\n"
     "  onehot    rows with a single 1, at the class\n"
     "  labels    class numbers: 0, 1, 2 ...\n"
     "A kind changes no value; info NAME shows it, and diagnostics use it.\n"},
    {" logits logit ",
     "logits: scores before softmax or sigmoid\n"
     "  Any real numbers; a larger one means more probable. A linear layer\n"
     "  gives them; cross_entropy and binary_cross_entropy_with_logits take\n"
     "  them. softmax(z) or sigmoid(z) makes probabilities of them.\n"},
    {" probs probabilities probability ",
     "probs: probabilities, 0 to 1\n"
     "  softmax gives them, with the sum 1 along its axis; sigmoid gives one\n"
     "  for each number by itself. cross_entropy does not want them: it takes\n"
     "  logits.\n"},
    {" logprobs log-probabilities ",
     "logprobs: natural logarithms of probabilities\n"
     "  Never above 0. log_softmax gives them, exp undoes it; nll_loss takes\n"
     "  them.\n"},
    {" onehot one-hot ",
     "onehot: a class as a row with a single 1, at the number of the class\n"
     "  one_hot makes it of labels, argmax along the last axis undoes it.\n"},
    {" labels label ",
     "labels: class numbers, counted from 0\n"
     "  With C classes they are 0 to C - 1. argmax gives them; cross_entropy\n"
     "  and nll_loss take them as targets.\n"}};

const char *kinds_help(const char *word) {
  size_t n = strlen(word);
  for (size_t i = 0; n && *word != ' ' && i < sizeof stories / sizeof *stories;
       i++)
    for (const char *p = stories[i].words; (p = strstr(p, word)); p++)
      if (p[-1] == ' ' && p[n] == ' ')
        return stories[i].help;
  return NULL;
}
