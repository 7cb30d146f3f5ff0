/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Containers against slow models that are plainly right. */
#include "base/sym.h"
#include "lang/interp.h"
#include "lang/dict_set.h"
#include "lang/iter.h"
#include "lang/list.h"
#include "lang/native.h"
#include "lang/number.h"
#include "lang/slice.h"
#include "lang/str.h"
#include "num/mt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static Mt mt;

static int64_t draw(int64_t n) {
  return (int64_t)(mt_u64(&mt) % (uint64_t)n);
}

static void expect_repr(Value v, const char *expected) {
  Buf b = BUF_EMPTY;
  assert_true(value_ok(v));
  assert_true(value_repr(&b, v));
  assert_string_equal(buf_text(&b), expected);
  buf_free(&b);
}

static void expect_error(ErrType type, const char *text) {
  assert_int_equal(err_now()->type, type);
  assert_string_equal(buf_text(&err_now()->text), text);
  err_clear();
}

/* --- dicts ---------------------------------------------------------------- */

enum { KEYS = 300, STEPS = 20000 };

/* Keys in order of insertion, by value. */
typedef struct Model {
  int64_t keys[KEYS], values[KEYS];
  int n;
} Model;

static int model_find(const Model *m, int64_t key) {
  for (int i = 0; i < m->n; i++)
    if (m->keys[i] == key)
      return i;
  return -1;
}

static void model_put(Model *m, int64_t key, int64_t value) {
  int i = model_find(m, key);
  if (i < 0) {
    i = m->n++;
    m->keys[i] = key;
  }
  m->values[i] = value;
}

static int model_remove(Model *m, int64_t key) {
  int i = model_find(m, key);
  if (i < 0)
    return 0;
  m->n--;
  for (; i < m->n; i++) {
    m->keys[i] = m->keys[i + 1];
    m->values[i] = m->values[i + 1];
  }
  return 1;
}

/* Half of the keys are texts, so that hashes and comparisons differ. */
static Value key_value(int64_t key) {
  char text[32];
  if (key % 2)
    return value_int(key);
  snprintf(text, sizeof text, "key %d", (int)key);
  return str_lit(text);
}

static void check_dict(Value d, const Model *m) {
  size_t at = 0;
  assert_int_equal(dict_of(d)->n, m->n);
  for (int i = 0; i < m->n; i++) {
    DictEntry *e = dict_next(dict_of(d), &at);
    Value key = key_value(m->keys[i]);
    assert_non_null(e);
    assert_int_equal(value_equal(e->key, key), 1);
    assert_int_equal(e->value.i, m->values[i]);
    assert_int_equal(dict_get(d, key).i, m->values[i]);
    value_unref(key);
  }
  assert_null(dict_next(dict_of(d), &at));
}

static void dict_does_as_its_model(void **state) {
  static Model m;
  (void)state;
  Value d = dict_new();
  mt_seed(&mt, 1);
  for (int step = 0; step < STEPS; step++) {
    /* the range of keys breathes, so that tables grow and become empty */
    int64_t range = 1 + (step / 1000 % 2 ? 8 : KEYS - 1);
    int64_t k = draw(range);
    Value key = key_value(k);
    if (draw(3)) {
      assert_true(dict_put(d, key, value_int(step)));
      model_put(&m, k, step);
    } else {
      assert_int_equal(dict_remove(d, key), model_remove(&m, k));
    }
    value_unref(key);
    if (step % 97 == 0)
      check_dict(d, &m);
  }
  check_dict(d, &m);
  value_unref(d);
}

static void numbers_that_are_equal_are_one_key(void **state) {
  (void)state;
  Value d = dict_new();
  dict_put(d, value_int(1), value_int(10));
  dict_put(d, value_float(1.0), value_int(20));
  dict_put(d, value_bool(true), value_int(30));
  expect_repr(d, "{1: 30}");
  Value list = list_new(0);
  assert_false(dict_put(d, list, value_none()));
  expect_error(ERR_TypeError, "unhashable type: 'list'");
  value_unref(list);
  value_unref(d);
}

/* --- sets ----------------------------------------------------------------- */

static void set_does_as_its_model(void **state) {
  static bool in[KEYS];
  (void)state;
  size_t n = 0;
  Value s = dict_new_set();
  mt_seed(&mt, 2);
  for (int step = 0; step < STEPS; step++) {
    int64_t k = draw(step / 1000 % 2 ? 8 : KEYS);
    if (draw(2)) {
      assert_true(dict_put(s, value_int(k), value_none()));
      n += !in[k];
      in[k] = true;
    } else {
      assert_int_equal(dict_remove(s, value_int(k)), in[k]);
      n -= in[k];
      in[k] = false;
    }
    assert_int_equal(dict_of(s)->n, n);
  }
  for (int64_t k = 0; k < KEYS; k++)
    assert_int_equal(dict_find(dict_of(s), value_int(k)) != NULL, in[k]);
  value_unref(s);
}

static Value set_of(const int64_t *items, size_t n) {
  Value s = dict_new_set();
  for (size_t i = 0; i < n; i++)
    dict_put(s, value_int(items[i]), value_none());
  return s;
}

/* What CPython 3.11 printed. */
static void set_has_the_order_of_cpython(void **state) {
  (void)state;
  Value s = set_of((int64_t[]){3, 1, 2}, 3);
  expect_repr(s, "{1, 2, 3}");
  value_unref(s);
  s = set_of((int64_t[]){8, 16, 24, 32, 0}, 5);
  expect_repr(s, "{32, 0, 8, 16, 24}");
  dict_remove(s, value_int(8));
  dict_put(s, value_int(40), value_none());
  expect_repr(s, "{32, 0, 40, 16, 24}");
  value_unref(s);
  s = set_of((int64_t[]){-1, -2, -3}, 3);
  expect_repr(s, "{-3, -1, -2}");
  value_unref(s);
}

/* --- slices --------------------------------------------------------------- */

static Value numbers(int n) {
  Value list = list_new(0);
  for (int i = 0; i < n; i++)
    list_append(list, value_int(i));
  return list;
}

static Value bound(int64_t i) {
  return i == 99 ? value_none() : value_int(i);
}

/* The definition: go from start by step as long as stop is not reached. */
static int walk(int n, int64_t start, int64_t stop, int64_t step,
                int64_t *out) {
  int64_t low = step > 0 ? 0 : -1, high = step > 0 ? n : n - 1;
  int64_t from = start == 99 ? (step > 0 ? low : high) : start;
  int64_t to = stop == 99 ? (step > 0 ? high : low) : stop;
  int count = 0;
  if (start != 99 && from < 0)
    from += n;
  if (stop != 99 && to < 0)
    to += n;
  from = from < low ? low : from > high ? high : from;
  to = to < low ? low : to > high ? high : to;
  for (; step > 0 ? from < to : from > to; from += step)
    out[count++] = from;
  return count;
}

static void check_slice(Value v, const int64_t *places, int count) {
  assert_true(value_ok(v));
  assert_int_equal(value_length(v), count);
  for (int i = 0; i < count; i++) {
    Value x = value_get_item(v, value_int(i));
    if (str_of(x))
      assert_int_equal(str_of(x)->text[0], 'a' + places[i]);
    else
      assert_int_equal(x.i, places[i]);
    value_unref(x);
  }
  value_unref(v);
}

static void slice_of_each(Value *things, int n, Value slice, int64_t start,
                          int64_t stop, int64_t step) {
  int64_t places[16];
  int count = walk(n, start, stop, step, places);
  for (int i = 0; i < 4; i++)
    check_slice(value_get_item(things[i], slice), places, count);
}

static void slices_walk(void **state) {
  static const int64_t bounds[] = {99, 0, 1, 3, 6, 7, 9, -1, -2, -7, -9};
  static const int64_t steps[] = {1, 2, 3, 9, -1, -2, -9};
  enum { N = 7, BOUNDS = 11, STEPS_ = 7 };
  (void)state;
  Value list = numbers(N);
  Value things[] = {list, tuple_from(list), iter_range(0, N, 1),
                    str_lit("abcdefg")};
  for (int i = 0; i < BOUNDS * BOUNDS * STEPS_; i++) {
    int64_t start = bounds[i % BOUNDS], stop = bounds[i / BOUNDS % BOUNDS];
    int64_t step = steps[i / BOUNDS / BOUNDS];
    Value part[] = {bound(start), bound(stop), value_int(step)};
    Value slice = slice_take(part, true);
    slice_of_each(things, N, slice, start, stop, step);
    value_unref(slice);
  }
  for (int i = 0; i < 4; i++)
    value_unref(things[i]);
}

/* The numbers below n that are none of the places. */
static Value without(int n, const int64_t *places, int count) {
  Value list = list_new(0);
  for (int i = 0, k = 0; i < n; i++)
    if (k < count && places[k] == i)
      k++;
    else
      list_append(list, value_int(i));
  return list;
}

static void delete_slice(int n, Value slice, const int64_t *places, int count) {
  Value list = numbers(n), rest = without(n, places, count);
  assert_true(value_del_item(list, slice));
  assert_int_equal(value_equal(list, rest), 1);
  value_unref(rest);
  value_unref(list);
}

/* x[slice] = x[slice] changes nothing. */
static void replace_slice(int n, Value slice) {
  Value list = numbers(n), same = numbers(n);
  Value part = value_get_item(list, slice);
  assert_true(value_set_item(list, slice, part));
  assert_int_equal(value_equal(list, same), 1);
  value_unref(part);
  value_unref(same);
  value_unref(list);
}

static void slices_delete_and_replace(void **state) {
  (void)state;
  mt_seed(&mt, 3);
  for (int round = 0; round < 2000; round++) {
    int n = (int)draw(8);
    int64_t start = draw(20) - 10, stop = draw(20) - 10, places[16];
    int64_t step = draw(2) ? 1 : draw(3) + 2;
    int count = walk(n, start, stop, step, places);
    Value part[] = {value_int(start), value_int(stop), value_int(step)};
    Value slice = slice_take(part, true);
    delete_slice(n, slice, places, count);
    replace_slice(n, slice);
    value_unref(slice);
  }
}

/* --- sorting -------------------------------------------------------------- */

static double double_of(Value v) {
  double f = 0;
  assert_true(value_as_double(v, &f));
  return f;
}

/* Ints and floats mixed: 1 and 1.0 are equal, and can be told apart. */
static Value random_numbers(int n, int64_t range) {
  Value list = list_new(0);
  for (int i = 0; i < n; i++) {
    int64_t key = draw(range);
    list_append(list, draw(2) ? value_int(key) : value_float((double)key));
  }
  return list;
}

/* Do equal numbers come in the order that they had? */
static void check_stable(const List *sorted, const List *before, double key) {
  size_t at = 0;
  for (size_t i = 0; i < before->n; i++) {
    if (double_of(before->items[i]) != key)
      continue;
    while (at < sorted->n && double_of(sorted->items[at]) != key)
      at++;
    assert_true(at < sorted->n);
    assert_int_equal(sorted->items[at++].tag, before->items[i].tag);
  }
}

static void sort_is_stable_and_right(void **state) {
  (void)state;
  mt_seed(&mt, 4);
  for (int round = 0; round < 200; round++) {
    bool reverse = draw(2);
    int64_t range = 1 + draw(round % 3 ? 10 : 300);
    Value list = random_numbers((int)draw(round < 100 ? 70 : 700), range);
    Value before = value_list_of(list);
    List *l = list_of(list);
    assert_true(list_sort(list, value_none(), reverse));
    for (size_t i = 1; i < l->n; i++) {
      double a = double_of(l->items[i - 1]), b = double_of(l->items[i]);
      assert_true(reverse ? a >= b : a <= b);
    }
    for (int64_t key = 0; key < range; key++)
      check_stable(l, list_of(before), (double)key);
    value_unref(before);
    value_unref(list);
  }
}

static void sort_tells_what_cannot_be_compared(void **state) {
  (void)state;
  Value list = list_new(0), text = str_lit("a");
  list_append(list, value_int(3));
  list_append(list, text);
  list_append(list, value_int(1));
  assert_false(list_sort(list, value_none(), false));
  expect_error(ERR_TypeError, "'<' not supported between instances of 'str' "
                              "and 'int'");
  expect_repr(list, "[3, 'a', 1]");
  value_unref(text);
  value_unref(list);
}

/* --- texts ---------------------------------------------------------------- */

static void repr_of(const char *text, const char *expected) {
  Buf b = BUF_EMPTY;
  str_repr(&b, text, strlen(text));
  assert_string_equal(buf_text(&b), expected);
  buf_free(&b);
}

static void repr_quotes_and_escapes(void **state) {
  (void)state;
  repr_of("", "''");
  repr_of("it's", "\"it's\"");
  repr_of("say \"x\"", "'say \"x\"'");
  repr_of("'\"", "'\\'\"'");
  repr_of("a\\\n\t\x01\x7f", "'a\\\\\\n\\t\\x01\\x7f'");
  repr_of("\xc3\xa9\xc2\xa0\xe2\x80\x8b", "'\xc3\xa9\\xa0\\u200b'");
}

static void strings_count_characters(void **state) {
  (void)state;
  Value s = str_lit("a\xc3\xa9\xe2\x88\x91z");
  assert_int_equal(value_length(s), 4);
  Value c = value_get_item(s, value_int(-2));
  assert_string_equal(str_of(c)->text, "\xe2\x88\x91");
  value_unref(c);
  assert_int_equal(str_offset(str_of(s), 3), 6);
  assert_int_equal(str_chars_before(str_of(s), 6), 3);
  Value out = value_get_item(s, value_int(4));
  assert_false(value_ok(out));
  expect_error(ERR_IndexError, "string index out of range");
  value_unref(s);
}

/* --- numbers -------------------------------------------------------------- */

static void rounds_as_cpython(void **state) {
  static const struct {
    double x;
    int64_t places;
    double out;
  } cases[] = {{2.675, 2, 2.67}, {0.5, 0, 0},        {1.5, 0, 2},
               {0.125, 2, 0.12}, {1250, -2, 1200},   {1350, -2, 1400},
               {51, -2, 100},    {50, -2, 0},        {-50.1, -2, -100},
               {5e-324, 323, 0}, {1e22, -5, 1e22},   {123.456, -5, 0},
               {0, 3, 0},        {1e300, 400, 1e300}};
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    double got;
    assert_true(number_round(cases[i].x, cases[i].places, &got));
    if (got != cases[i].out)
      fail_msg("round(%g, %d) is %.17g", cases[i].x, (int)cases[i].places, got);
  }
  double got;
  assert_false(number_round(1.7e308, -308, &got));
  expect_error(ERR_OverflowError, "rounded value too large to represent");
}

/* Rings and deep nests must neither hang nor use up the stack. */
static void nests_are_survived(void **state) {
  (void)state;
  Value a = value_absent(), b = value_absent();
  for (int i = 0; i < 100000; i++) {
    Value outer = list_new(1);
    list_take(outer, i ? a : value_int(0));
    a = outer;
    outer = list_new(1);
    list_take(outer, i ? b : value_int(0));
    b = outer;
  }
  assert_int_equal(value_equal(a, b), -1);
  expect_error(ERR_RecursionError,
               "maximum recursion depth exceeded in comparison");
  value_unref(a);
  value_unref(b);
  Value ring = list_new(1);
  list_append(ring, ring);
  expect_repr(ring, "[[...]]");
  list_clear(list_of(ring));
  value_unref(ring);
}

static int start(void **state) {
  (void)state;
  return !interp_start();
}

static int finish(void **state) {
  (void)state;
  native_free();
  sym_free_all();
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(dict_does_as_its_model),
      cmocka_unit_test(numbers_that_are_equal_are_one_key),
      cmocka_unit_test(set_does_as_its_model),
      cmocka_unit_test(set_has_the_order_of_cpython),
      cmocka_unit_test(slices_walk),
      cmocka_unit_test(slices_delete_and_replace),
      cmocka_unit_test(sort_is_stable_and_right),
      cmocka_unit_test(sort_tells_what_cannot_be_compared),
      cmocka_unit_test(repr_quotes_and_escapes),
      cmocka_unit_test(strings_count_characters),
      cmocka_unit_test(rounds_as_cpython),
      cmocka_unit_test(nests_are_survived),
  };
  return cmocka_run_group_tests(tests, start, finish);
}
