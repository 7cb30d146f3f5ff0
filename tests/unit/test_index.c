/* SPDX-License-Identifier: GPL-3.0-or-later */
/* a[...]: views, copies, assignment, errors, kinds, and the rows that pick. */
#include "arrays.h"

#include "ops/index.h"
#include "ops/pick.h"

static Index at(int64_t i) {
  return (Index){.tag = INDEX_INT, .i = i};
}

static Index all(void) {
  return (Index){.tag = INDEX_SLICE};
}

static Index from_to(int64_t start, int64_t stop) {
  return (Index){.tag = INDEX_SLICE,
                 .has_start = true,
                 .has_stop = true,
                 .start = start,
                 .stop = stop};
}

static Index by(int64_t step) {
  return (Index){.tag = INDEX_SLICE, .has_step = true, .step = step};
}

static Index these(Array *a) {
  return (Index){.tag = INDEX_ARRAY, .array = a};
}

static Array *whole(int64_t n, const double *v) {
  return arrays_vector(FAMILY_NUMPY, DT_I64, n, v);
}

#define GET(a, ...)                                                            \
  index_get(a, (Index[]){__VA_ARGS__},                                         \
            (int)(sizeof((Index[]){__VA_ARGS__}) / sizeof(Index)))
#define SET(a, value, ...)                                                     \
  index_set(a, (Index[]){__VA_ARGS__},                                         \
            (int)(sizeof((Index[]){__VA_ARGS__}) / sizeof(Index)), value)

static void test_basic(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_NUMPY, DT_I64, 2, S(3, 4));
  arrays_expect(GET(a, at(1)), DT_I64, 1, S(4), V(4, 5, 6, 7));
  Array *s = GET(a, at(-1), at(0));
  assert_true(s->scalar);
  arrays_expect(s, DT_I64, 0, NULL, V(8));
  arrays_expect(GET(a, all(), at(2)), DT_I64, 1, S(3), V(2, 6, 10));
  arrays_expect(GET(a, from_to(1, 9), from_to(-2, 3)), DT_I64, 2, S(2, 1),
                V(6, 10));
  arrays_expect(GET(a, from_to(-9, 1), at(0)), DT_I64, 1, S(1), V(0));
  arrays_expect(GET(a, by(-2)), DT_I64, 2, S(2, 4),
                V(8, 9, 10, 11, 0, 1, 2, 3));
  arrays_expect(GET(a, (Index){.tag = INDEX_NEWAXIS}, at(0), by(3)), DT_I64, 2,
                S(1, 2), V(0, 3));
  arrays_expect(GET(a, (Index){.tag = INDEX_ELLIPSIS}, at(1)), DT_I64, 1, S(3),
                V(1, 5, 9));
  Array *row = GET(a, at(0)); /* a view */
  array_put_int(row, 0, 99);
  assert_int_equal(array_get_int(a, 0), 99);
  array_unref(row);
  array_unref(a);
}

static void test_fancy(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_NUMPY, DT_F64, 2, S(3, 4));
  Array *rows = whole(3, V(0, 1, -1)), *columns = whole(3, V(3, 0, 2));
  arrays_expect(GET(a, these(rows), these(columns)), DT_F64, 1, S(3),
                V(3, 4, 10));
  arrays_expect(GET(a, all(), these(rows)), DT_F64, 2, S(3, 3),
                V(0, 1, 3, 4, 5, 7, 8, 9, 11));
  Array *b = arrays_range(FAMILY_NUMPY, DT_F64, 3, S(2, 2, 3));
  Array *pair = whole(2, V(0, 1));
  /* a slice between whole number and array: picked axes come first */
  arrays_expect(GET(b, at(1), all(), these(pair)), DT_F64, 2, S(2, 2),
                V(6, 9, 7, 10));
  b->family = FAMILY_TORCH; /* which selects first */
  arrays_expect(GET(b, at(1), all(), these(pair)), DT_F64, 2, S(2, 2),
                V(6, 7, 9, 10));
  array_unref(pair);
  array_unref(b);
  array_unref(rows);
  array_unref(columns);
  array_unref(a);
}

static void test_mask(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_NUMPY, DT_F64, 2, S(2, 2));
  Array *m = arrays_make(FAMILY_NUMPY, DT_BOOL, 2, S(2, 2), V(0, 1, 1, 0));
  arrays_expect(GET(a, these(m)), DT_F64, 1, S(2), V(1, 2));
  Array *v = arrays_vector(FAMILY_NUMPY, DT_F64, 3, V(7, 8, 9));
  arrays_expect_error(!SET(a, v, these(m)), ERR_ValueError,
                      "NumPy boolean array indexing assignment cannot assign "
                      "3 input values to the 2 output values where the mask "
                      "is true");
  Array *zero = array_scalar(FAMILY_NUMPY, DT_F64, 0);
  assert_true(SET(a, zero, these(m)));
  arrays_expect(a, DT_F64, 2, S(2, 2), V(0, 0, 0, 3));
  array_unref(zero);
  array_unref(v);
  array_unref(m);
}

static void test_set(void **state) {
  (void)state;
  Array *a = array_zeros(FAMILY_NUMPY, DT_I64, 2, S(2, 3));
  Array *v = arrays_vector(FAMILY_NUMPY, DT_F64, 3, V(1.9, 2, 3));
  assert_true(SET(a, v, at(1)));
  Array *rows = whole(2, V(0, 0)), *column = whole(2, V(2, 2));
  Array *two = whole(2, V(5, 6));
  assert_true(SET(a, two, these(rows), these(column))); /* the last one stays */
  arrays_expect_error(!SET(a, two, at(0)), ERR_ValueError,
                      "could not broadcast input array from shape (2,) into "
                      "shape (3,)");
  arrays_expect_error(!SET(a, v, at(0), at(0)), ERR_ValueError,
                      "setting an array element with a sequence.");
  Index items[2] = {these(rows), these(column)};
  assert_true(index_add(a, items, 2, two)); /* both count */
  arrays_expect(a, DT_I64, 2, S(2, 3), V(0, 0, 17, 1, 2, 3));
  array_unref(v);
  array_unref(rows);
  array_unref(column);
  array_unref(two);
}

static void test_errors(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_NUMPY, DT_F64, 1, S(3));
  Array *five = whole(1, V(5));
  Array *m = arrays_vector(FAMILY_NUMPY, DT_BOOL, 2, V(1, 1));
  arrays_expect_error(!GET(a, at(5)), ERR_IndexError,
                      "index 5 is out of bounds for axis 0 with size 3");
  arrays_expect_error(!GET(a, these(five)), ERR_IndexError,
                      "index 5 is out of bounds for axis 0 with size 3");
  arrays_expect_error(!GET(a, at(0), at(0)), ERR_IndexError,
                      "too many indices for array: array is 1-dimensional, "
                      "but 2 were indexed");
  arrays_expect_error(!GET(a, these(m)), ERR_IndexError,
                      "boolean index did not match indexed array along "
                      "dimension 0; dimension is 3 but corresponding boolean "
                      "dimension is 2");
  arrays_expect_error(!GET(a, by(0)), ERR_ValueError,
                      "slice step cannot be zero");
  a->family = FAMILY_TORCH;
  arrays_expect_error(!GET(a, at(5)), ERR_IndexError,
                      "index 5 is out of bounds for dimension 0 with size 3");
  arrays_expect_error(!GET(a, at(0), at(0)), ERR_IndexError,
                      "too many indices for tensor of dimension 1");
  arrays_expect_error(!GET(a, by(-1)), ERR_ValueError,
                      "step must be greater than zero");
  array_unref(a);
  array_unref(five);
  array_unref(m);
}

static Kind kind_after(Array *a, Index first, Index second) {
  Array *out = GET(a, first, second);
  Kind k = out->kind;
  array_unref(out);
  return k;
}

static void test_kinds(void **state) {
  (void)state;
  Array *p = arrays_range(FAMILY_NUMPY, DT_F64, 2, S(2, 3));
  p->kind = (Kind){.name = KIND_PROBS, .axis = 1};
  Kind row = kind_after(p, at(0), all());
  assert_int_equal(row.name, KIND_PROBS);
  assert_int_equal(row.axis, 0);
  assert_int_equal(kind_after(p, all(), at(0)).name, KIND_REAL);
  assert_int_equal(kind_after(p, all(), from_to(0, 2)).name, KIND_REAL);
  assert_int_equal(kind_after(p, from_to(0, 1), all()).axis, 1);
  p->kind = (Kind){.name = KIND_PROBS, .axis = KIND_EACH};
  assert_int_equal(kind_after(p, all(), at(0)).name, KIND_PROBS);
  array_unref(p);
}

static void test_rows(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_TORCH, DT_F32, 2, S(2, 3));
  Array *twice = whole(2, V(1, 1)), *arrays[1];
  int64_t words[INDEX_WORDS];
  Index item = these(twice);
  OpCall c;
  index_call(&c, a, &item, 1, words, arrays);
  assert_string_equal(c.op->grad_fn, "Index");
  Array *d = arrays_range(FAMILY_TORCH, DT_F32, 2, S(2, 3));
  arrays_expect(arrays_run(&c), DT_F32, 2, S(2, 3), V(3, 4, 5, 3, 4, 5));
  arrays_expect(c.op->backward(&c, 0, d), DT_F32, 2, S(2, 3),
                V(0, 0, 0, 3, 5, 7));
  array_unref(d);
  array_unref(twice);
  array_unref(a);
}

static void test_gather(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_TORCH, DT_F32, 2, S(2, 3));
  Array *where = arrays_make(FAMILY_TORCH, DT_I64, 2, S(2, 1), V(2, 0));
  OpCall c = arrays_call("gather", FAMILY_TORCH, a);
  c.arg[1] = op_int(1);
  c.arg[2] = op_array(where);
  arrays_expect(arrays_run(&c), DT_F32, 2, S(2, 1), V(2, 3));
  Array *one = array_scalar(FAMILY_TORCH, DT_F32, -1);
  c = arrays_call("scatter_", FAMILY_TORCH, a);
  c.arg[1] = op_int(1);
  c.arg[2] = op_array(where);
  c.arg[3] = op_array(one);
  array_unref(arrays_run(&c));
  arrays_expect(a, DT_F32, 2, S(2, 3), V(0, 1, -1, -1, 4, 5));
  array_unref(one);
  array_unref(where);
}

static void test_nonzero(void **state) {
  (void)state;
  Array *a = arrays_make(FAMILY_NUMPY, DT_F64, 2, S(2, 2), V(0, 3, 0, 4));
  Array *out[ARRAY_MAX_DIMS];
  assert_true(pick_nonzero(a, out));
  arrays_expect_vector(out[0], DT_I64, 2, V(0, 1));
  arrays_expect_vector(out[1], DT_I64, 2, V(1, 1));
  array_unref(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_basic),   cmocka_unit_test(test_fancy),
      cmocka_unit_test(test_mask),    cmocka_unit_test(test_set),
      cmocka_unit_test(test_errors),  cmocka_unit_test(test_kinds),
      cmocka_unit_test(test_rows),    cmocka_unit_test(test_gather),
      cmocka_unit_test(test_nonzero),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  array_free_pool();
  return failed;
}
