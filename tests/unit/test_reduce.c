/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums, means, extremes: values, orders of summation, errors, gradients. */
#include "arrays.h"

#include "ops/reduce.h"

static Array *reduced(const char *name, Family f, Array *x, int64_t axis,
                      bool keepdims) {
  OpCall c = arrays_call(name, f, x);
  if (axis > -9)
    c.arg[1] = op_int(axis);
  c.arg[2] = op_bool(keepdims);
  return arrays_run(&c);
}

enum { ALL = -9 };

static void test_sums(void **state) {
  (void)state;
  Array *x = arrays_range(FAMILY_NUMPY, DT_I64, 2, S(2, 3));
  Array *s = reduced("sum", FAMILY_NUMPY, x, ALL, false);
  assert_true(s->scalar);
  arrays_expect(s, DT_I64, 0, NULL, V(15));
  arrays_expect(reduced("sum", FAMILY_NUMPY, x, 0, false), DT_I64, 1, S(3),
                V(3, 5, 7));
  arrays_expect(reduced("sum", FAMILY_NUMPY, x, -1, true), DT_I64, 2, S(2, 1),
                V(3, 12));
  arrays_expect(reduced("mean", FAMILY_NUMPY, x, 1, false), DT_F64, 1, S(2),
                V(1, 4));
  arrays_expect(reduced("var", FAMILY_NUMPY, x, ALL, false), DT_F64, 0, NULL,
                V(35.0 / 12));
  arrays_expect(reduced("prod", FAMILY_NUMPY, x, 1, false), DT_I64, 1, S(2),
                V(0, 60));
  arrays_expect(reduced("all", FAMILY_NUMPY, x, 1, false), DT_BOOL, 1, S(2),
                V(0, 1));
  array_unref(x);
}

/* NumPy adds eight numbers in pairs, which loses a 1 here; rows in order. */
static void test_orders(void **state) {
  (void)state;
  Array *x =
      arrays_vector(FAMILY_NUMPY, DT_F64, 8, V(1e16, 1, -1e16, 1, 1, 1, 1, 1));
  arrays_expect(reduced("sum", FAMILY_NUMPY, x, ALL, false), DT_F64, 0, NULL,
                V(4));
  Array *columns = array_view(x, 2, S(8, 1), S(1, 1), x->data);
  arrays_expect(reduced("sum", FAMILY_NUMPY, columns, 0, false), DT_F64, 1,
                S(1), V(4));
  array_unref(columns);
  array_unref(x);
  x = arrays_make(FAMILY_NUMPY, DT_F64, 2, S(4, 2),
                  V(1, 1, 1e16, 1e16, 1, 1, -1e16, -1e16));
  arrays_expect(reduced("sum", FAMILY_NUMPY, x, 0, false), DT_F64, 1, S(2),
                V(0, 0));
  array_unref(x);
}

static void test_extremes(void **state) {
  (void)state;
  Array *x =
      arrays_make(FAMILY_NUMPY, DT_F64, 2, S(2, 3), V(3, 1, 3, NAN, 2, NAN));
  arrays_expect(reduced("max", FAMILY_NUMPY, x, 1, false), DT_F64, 1, S(2),
                V(3, NAN));
  Array *at = reduced("argmax", FAMILY_NUMPY, x, 1, false);
  assert_int_equal(at->kind.name, KIND_LABELS);
  arrays_expect(at, DT_I64, 1, S(2), V(0, 0));
  arrays_expect(reduced("argmin", FAMILY_NUMPY, x, 0, false), DT_I64, 1, S(3),
                V(1, 0, 1));
  arrays_expect(reduced("argmax", FAMILY_NUMPY, x, ALL, false), DT_I64, 0, NULL,
                V(3));
  array_unref(x);
}

static void test_pair(void **state) {
  (void)state;
  Array *x = arrays_make(FAMILY_TORCH, DT_F32, 2, S(2, 2), V(1, 5, 7, 7));
  OpCall c = arrays_call("torch_max", FAMILY_TORCH, x);
  c.arg[1] = op_int(1);
  arrays_expect(arrays_run(&c), DT_F32, 1, S(2), V(5, 7));
  Array *d = arrays_vector(FAMILY_TORCH, DT_F32, 2, V(10, 20));
  arrays_expect(c.op->backward(&c, 0, d), DT_F32, 2, S(2, 2), V(0, 10, 20, 0));
  arrays_expect(c.out2, DT_I64, 1, S(2), V(1, 0));
  array_unref(d);
  array_unref(x);
}

static void test_empty(void **state) {
  (void)state;
  Array *x = array_zeros(FAMILY_NUMPY, DT_F64, 1, S(0));
  OpCall c = arrays_call("max", FAMILY_NUMPY, x);
  arrays_expect_error(!op_run(&c), ERR_ValueError,
                      "zero-size array to reduction operation maximum which "
                      "has no identity");
  c = arrays_call("argmin", FAMILY_NUMPY, x);
  arrays_expect_error(!op_run(&c), ERR_ValueError,
                      "attempt to get argmin of an empty sequence");
  note_forget();
  arrays_expect(reduced("mean", FAMILY_NUMPY, x, ALL, false), DT_F64, 0, NULL,
                V(NAN));
  assert_string_equal(arrays_note(), "Mean of empty slice.");
  arrays_expect(reduced("sum", FAMILY_NUMPY, x, ALL, false), DT_F64, 0, NULL,
                V(0));
  array_unref(x);
  note_forget();
}

static void test_torch(void **state) {
  (void)state;
  Array *x = arrays_range(FAMILY_TORCH, DT_I64, 1, S(3));
  OpCall c = arrays_call("mean", FAMILY_TORCH, x);
  arrays_expect_error(!op_run(&c), ERR_RuntimeError,
                      "mean(): could not infer output dtype. Input dtype must "
                      "be either a floating point or complex dtype. Got: "
                      "Long");
  Array *f = array_as(x, DT_F32);
  c = arrays_call("var", FAMILY_TORCH, f);
  c.arg[6] = op_int(1);
  arrays_expect(arrays_run(&c), DT_F32, 0, NULL, V(1));
  arrays_expect(reduced("logsumexp", FAMILY_TORCH, f, 0, false), DT_F32, 0,
                NULL, V(2.4076058864593506));
  array_unref(f);
  array_unref(x);
}

static void test_gradients(void **state) {
  (void)state;
  Array *x = arrays_range(FAMILY_TORCH, DT_F32, 2, S(2, 2));
  OpCall c = arrays_call("mean", FAMILY_TORCH, x);
  c.arg[1] = op_int(0);
  array_unref(arrays_run(&c));
  Array *d = arrays_vector(FAMILY_TORCH, DT_F32, 2, V(1, 4));
  arrays_expect(c.op->backward(&c, 0, d), DT_F32, 2, S(2, 2),
                V(0.5, 2, 0.5, 2));
  array_unref(d);
  c = arrays_call("prod", FAMILY_TORCH, x);
  arrays_run(&c);
  d = array_scalar(FAMILY_TORCH, DT_F32, 1);
  arrays_expect(c.op->backward(&c, 0, d), DT_F32, 2, S(2, 2), V(6, 0, 0, 0));
  array_unref(c.out);
  array_unref(d);
  array_unref(x);
}

static void test_to_shape(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_NUMPY, DT_F64, 3, S(2, 2, 3));
  Array *like = array_zeros(FAMILY_NUMPY, DT_F64, 2, S(2, 1));
  arrays_expect(reduce_to_shape(a, like), DT_F64, 2, S(2, 1), V(24, 42));
  array_unref(like);
  array_unref(a);
}

static void test_axes(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_NUMPY, DT_F64, 3, S(2, 2, 2));
  OpCall c = arrays_call("sum", FAMILY_NUMPY, a);
  c.arg[1] = (Arg){.tag = ARG_INTS, .count = 2, .ints = S(0, -1)};
  arrays_expect(arrays_run(&c), DT_F64, 1, S(2), V(10, 18));
  c.arg[1] = (Arg){.tag = ARG_INTS, .count = 2, .ints = S(0, 0)};
  arrays_expect_error(!op_run(&c), ERR_ValueError, "duplicate value in 'axis'");
  array_unref(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sums),      cmocka_unit_test(test_orders),
      cmocka_unit_test(test_extremes),  cmocka_unit_test(test_pair),
      cmocka_unit_test(test_empty),     cmocka_unit_test(test_torch),
      cmocka_unit_test(test_gradients), cmocka_unit_test(test_to_shape),
      cmocka_unit_test(test_axes),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  array_free_pool();
  return failed;
}
