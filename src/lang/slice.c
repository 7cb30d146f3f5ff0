/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/slice.h"

#include <string.h>

static void drop(Ref *r) {
  Slice *s = (Slice *)r;
  value_unref(s->start);
  value_unref(s->stop);
  value_unref(s->step);
  mem_free(s);
}

static bool repr(Buf *b, Value v) {
  Slice *s = slice_of(v);
  buf_str(b, "slice(");
  bool ok = value_repr(b, s->start);
  buf_str(b, ", ");
  ok = ok && value_repr(b, s->stop);
  buf_str(b, ", ");
  ok = ok && value_repr(b, s->step);
  buf_str(b, ")");
  return ok;
}

static int equal(Value a, Value b) {
  Slice *s = slice_of(a), *t = slice_of(b);
  return s && t && value_equal(s->start, t->start) > 0 &&
         value_equal(s->stop, t->stop) > 0 && value_equal(s->step, t->step) > 0;
}

static Value get_attr(Value v, const Sym *name) {
  Slice *s = slice_of(v);
  const char *text = name->text;
  return !strcmp(text, "start")  ? value_ref(s->start)
         : !strcmp(text, "stop") ? value_ref(s->stop)
         : !strcmp(text, "step") ? value_ref(s->step)
                                 : value_absent();
}

const Type slice_type = {
    .drop = drop, .repr = repr, .equal = equal, .get_attr = get_attr};

Value slice_take(Value part[3], bool ok) {
  Slice *s = ok ? mem_alloc(sizeof *s) : NULL;
  if (!s) {
    for (int i = 0; i < 3; i++)
      value_unref(part[i]);
    return value_error();
  }
  *s = (Slice){{1, VALUE_TYPE_SLICE}, part[0], part[1], part[2]};
  return value_take(s);
}

/* A part as an int64; huge values stop at the ends of the range anyway. */
static bool part_of(Value v, int64_t fallback, int64_t *out) {
  *out = fallback;
  if (value_is_none(v) || value_as_int(v, out))
    return true;
  return err_set(ERR_TypeError, "slice indices must be integers or None or "
                                "have an __index__ method");
}

static int64_t clamp(int64_t i, int64_t length, int64_t low, int64_t high) {
  if (i < 0)
    i += length;
  return i < low ? low : i > high ? high : i;
}

bool slice_range(const Slice *s, int64_t length, int64_t *start, int64_t *step,
                 int64_t *count) {
  int64_t from, to;
  if (!part_of(s->step, 1, step))
    return false;
  if (*step == 0)
    return err_set(ERR_ValueError, "slice step cannot be zero");
  if (*step < -INT64_MAX)
    *step = -INT64_MAX;
  bool up = *step > 0;
  if (!part_of(s->start, up ? 0 : INT64_MAX, &from) ||
      !part_of(s->stop, up ? INT64_MAX : INT64_MIN, &to))
    return false;
  from = clamp(from, length, up ? 0 : -1, up ? length : length - 1);
  if (value_is_none(s->stop))
    to = up ? length : -1;
  else
    to = clamp(to, length, up ? 0 : -1, up ? length : length - 1);
  *start = from;
  int64_t gap = up ? to - from : from - to;
  *count = gap <= 0 ? 0 : (gap - 1) / (up ? *step : -*step) + 1;
  return true;
}

/* --- ... ----------------------------------------------------------------- */

static bool ellipsis_repr(Buf *b, Value v) {
  (void)v;
  buf_str(b, "Ellipsis");
  return true;
}

static void ellipsis_drop(Ref *r) {
  (void)r; /* static */
}

const Type slice_ellipsis_type = {.drop = ellipsis_drop, .repr = ellipsis_repr};

Value slice_ellipsis(void) {
  static Ref the_one = {1, VALUE_TYPE_ELLIPSIS};
  the_one.count++;
  return (Value){.tag = VALUE_REF, .ref = &the_one};
}
