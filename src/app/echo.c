/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/echo.h"

#include "app/output.h"
#include "base/utf8.h"
#include "lang/interp.h"
#include "show/textbars.h"
#include "teach/kinds.h"

enum {
  MOST_BARS = 12, /* more would hide the value itself */
  GUESS_GAP = 3   /* least blanks before the guess line */
};

static bool draw_bars(const Array *a, double full) {
  double values[256];
  if (!a->size)
    return err_set(ERR_ValueError, "nothing to draw: the vector is empty");
  if (a->size > 256)
    return err_set(ERR_ValueError, "bars of at most 256 values, not %lld",
                   (long long)a->size);
  for (int64_t i = 0; i < a->size; i++)
    values[i] = array_get(a, i);
  int decimals = interp.digits < 9 ? interp.digits : 9;
  TextBars bars = {.values = values,
                   .n = (size_t)a->size,
                   .decimals = decimals,
                   .full = full,
                   .colour = output_options.color ? "\033[36m" : NULL};
  Buf out = BUF_EMPTY;
  bool ok = textbars_show(&bars, &out);
  output_buf(&out);
  buf_free(&out);
  return ok;
}

bool echo_bars(Value v) {
  const Array *a = value_array(v);
  if (!a || a->ndim != 1)
    return err_set(ERR_TypeError, "bars needs a vector of numbers, not %s",
                   value_type_name(v));
  return draw_bars(a, a->kind.name == KIND_PROBS ? 1 : 0);
}

static bool wants_bars(Value v) {
  const Array *a = value_array(v);
  return a && output_options.terminal && a->ndim == 1 &&
         a->kind.name == KIND_PROBS && a->size >= 2 && a->size <= MOST_BARS;
}

/* Beside a loss on a terminal, at its right edge: what a guess would cost. */
static void add_guess(Buf *out, Value v) {
  Buf words = BUF_EMPTY;
  if (output_options.terminal && kinds_guess(v, &words)) {
    size_t taken = utf8_columns(out->text, out->len);
    size_t wide = utf8_columns(words.text, words.len);
    size_t all =
        output_options.columns < 80 ? (size_t)output_options.columns : 80;
    if (taken + GUESS_GAP + wide < all) {
      buf_fill(out, ' ', all - 1 - taken - wide);
      buf_add(out, words.text, words.len);
    }
  }
  buf_free(&words);
}

bool echo_value(Value v) {
  if (value_is_none(v))
    return true;
  Buf out = BUF_EMPTY;
  bool ok = value_repr(&out, v);
  if (ok) {
    add_guess(&out, v);
    buf_char(&out, '\n');
    output_buf(&out);
  }
  buf_free(&out);
  return ok && (!wants_bars(v) || draw_bars(value_array(v), 1));
}
