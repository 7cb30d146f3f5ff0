/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/iter.h"
#include "lang/sequence.h"
#include "lang/slice.h"
#include "lang/tuple.h"

/* How many numbers; false: more than an int64 counts. */
static bool count_of(int64_t start, int64_t stop, int64_t step, int64_t *n) {
  __int128 gap = (__int128)stop - start;
  if ((gap > 0) != (step > 0) || !gap) {
    *n = 0;
    return true;
  }
  __int128 k = (gap + step + (step > 0 ? -1 : 1)) / step;
  *n = (int64_t)k;
  return k <= INT64_MAX;
}

Value iter_range(int64_t start, int64_t stop, int64_t step) {
  int64_t n;
  if (!count_of(start, stop, step, &n)) {
    err_set(ERR_OverflowError, "Python int too large to convert to C ssize_t");
    return value_error();
  }
  Range *r = mem_alloc(sizeof *r);
  if (r)
    *r = (Range){{1, VALUE_TYPE_RANGE}, start, stop, step, n};
  return value_take(r);
}

static void drop(Ref *r) {
  mem_free(r);
}

static bool repr(Buf *b, Value v) {
  Range *r = iter_range_of(v);
  buf_fmt(b, "range(%lld, %lld", (long long)r->start, (long long)r->stop);
  if (r->step != 1)
    buf_fmt(b, ", %lld", (long long)r->step);
  buf_char(b, ')');
  return true;
}

/* Ranges of the same numbers are equal. */
static int equal(Value a, Value b) {
  Range *r = iter_range_of(a), *s = iter_range_of(b);
  if (!r || !s || r->n != s->n)
    return 0;
  return !r->n || (r->start == s->start && (r->n == 1 || r->step == s->step));
}

static bool hash(Value v, uint64_t *out) {
  Range *r = iter_range_of(v);
  Value parts[] = {value_int(r->n), value_none(), value_none()};
  if (r->n)
    parts[1] = value_int(r->start);
  if (r->n > 1)
    parts[2] = value_int(r->step);
  Value t = tuple_new(parts, 3);
  bool ok = value_ok(t) && value_hash(t, out);
  value_unref(t);
  return ok;
}

static int64_t length(Value v) {
  return iter_range_of(v)->n;
}

/* Where x is, or -1. */
static int64_t find(const Range *r, int64_t x) {
  __int128 gap = (__int128)x - r->start;
  if (gap % r->step)
    return -1;
  __int128 i = gap / r->step;
  return i < 0 || i >= r->n ? -1 : (int64_t)i;
}

/* A value as the int it is equal to. */
static bool whole(Value v, int64_t *i) {
  double f;
  if (value_as_int(v, i))
    return true;
  if (!value_as_double(v, &f) || !(f >= -9.2e18 && f <= 9.2e18))
    return false;
  *i = (int64_t)f;
  return (double)*i == f;
}

static int contains(Value v, Value x) {
  int64_t i;
  return whole(x, &i) && find(iter_range_of(v), i) >= 0;
}

/* The slice's end, clipped to the length as slice_range clips its start. */
static int64_t end_of(const Slice *s, int64_t n, bool up) {
  int64_t end, low = up ? 0 : -1, high = up ? n : n - 1;
  if (!value_as_int(s->stop, &end))
    return up ? high : low;
  if (end < 0)
    end += n;
  return end < low ? low : end > high ? high : end;
}

static Value get_slice(const Range *r, const Slice *s) {
  int64_t start, step, count, jump;
  if (!slice_range(s, r->n, &start, &step, &count))
    return value_error();
  if (__builtin_mul_overflow(step, r->step, &jump))
    jump = r->step;
  int64_t end = end_of(s, r->n, step > 0);
  return iter_range(r->start + r->step * start, r->start + r->step * end, jump);
}

static Value get_item(Value v, Value index) {
  Range *r = iter_range_of(v);
  size_t i;
  if (slice_of(index))
    return get_slice(r, slice_of(index));
  if (!sequence_index(index, (size_t)r->n, "range", "range object", &i))
    return value_error();
  return value_int(r->start + r->step * (int64_t)i);
}

static Value attr(Value v, const Sym *name) {
  Range *r = iter_range_of(v);
  static const char *const names[] = {"start", "stop", "step"};
  int64_t parts[] = {r->start, r->stop, r->step};
  for (int i = 0; i < 3; i++)
    if (name == sym_lit(names[i]))
      return value_int(parts[i]);
  return value_absent();
}

static Value method_index(const Value *args) {
  int64_t x, i = -1;
  if (whole(args[1], &x))
    i = find(iter_range_of(args[0]), x);
  if (i >= 0)
    return value_int(i);
  Buf text = BUF_EMPTY;
  if (value_repr(&text, args[1]))
    err_set(ERR_ValueError, "%s is not in range", buf_text(&text));
  buf_free(&text);
  return value_error();
}

static Value method_count(const Value *args) {
  return value_int(contains(args[0], args[1]));
}

static const Native methods[] = {
    {"index", "self value /", method_index, "where value stands",
     "range(5, 9).index(6)", "1"},
    {"count", "self value /", method_count, "1 if value is in it, else 0",
     "range(5, 9).count(6)", "1"},
    {0}};

const Type iter_range_type = {.drop = drop,
                              .repr = repr,
                              .equal = equal,
                              .hash = hash,
                              .length = length,
                              .iter = iter_over,
                              .contains = contains,
                              .get_item = get_item,
                              .get_attr = attr,
                              .methods = methods};
