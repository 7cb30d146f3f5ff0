/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrays: memory, views, conversion, assignment, broadcasting. */
#include "arrays.h"

#include "base/mem.h"

static void test_new(void **state) {
  (void)state;
  Array *a = array_zeros(FAMILY_NUMPY, DT_F64, 2, S(2, 3));
  assert_int_equal(a->size, 6);
  assert_int_equal(a->stride[0], 3);
  assert_true(array_is_contiguous(a));
  arrays_expect(a, DT_F64, 2, S(2, 3), V(0, 0, 0, 0, 0, 0));
  Array *big = array_zeros(FAMILY_NUMPY, DT_F32, 1, S(100000));
  assert_int_equal((uintptr_t)big->data % 64, 0);
  array_put(big, 99999, 7);
  array_unref(big);
  big = array_zeros(FAMILY_NUMPY, DT_F32, 1, S(100000)); /* reused: cleared */
  assert_true(array_get(big, 99999) == 0);
  array_unref(big);
}

static void test_too_large(void **state) {
  (void)state;
  arrays_expect_error(
      !array_zeros(FAMILY_NUMPY, DT_F64, 1, S(1000000000000)), ERR_MemoryError,
      "Unable to allocate 7.28 TiB for an array with shape (1000000000000,) "
      "and data type float64");
  arrays_expect_error(
      !array_new(FAMILY_NUMPY, DT_F32, 2, S(1000000, 10000000)),
      ERR_MemoryError,
      "Unable to allocate 36.4 TiB for an array with shape (1000000, "
      "10000000) and data type float32");
  arrays_expect_error(
      !array_new(FAMILY_NUMPY, DT_F64, 2, S(INT64_C(1) << 40, 1 << 30)),
      ERR_ValueError,
      "array is too big; `arr.size * arr.dtype.itemsize` is larger than the "
      "maximum possible size.");
  arrays_expect_error(!array_new(FAMILY_NUMPY, DT_F64, 1, S(-1)),
                      ERR_ValueError, "negative dimensions are not allowed");
  assert_true(!array_new(FAMILY_TORCH, DT_F32, 1, S(1000000000000)));
  assert_int_equal(err_now()->type, ERR_RuntimeError);
  err_clear();
}

static void test_views(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_NUMPY, DT_I64, 2, S(3, 4));
  Array *t = array_view(a, 2, S(4, 3), S(1, 4), a->data);
  array_unref(a); /* the view keeps the memory */
  assert_false(array_is_contiguous(t));
  assert_int_equal(array_get_int(t, 1), 4);
  Array *c = array_contiguous(t);
  assert_ptr_not_equal(c, t);
  arrays_expect(c, DT_I64, 2, S(4, 3), V(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11));
  array_put_int(t, 11, -1);
  assert_int_equal(array_get_int(t->base, 11), -1);
  array_unref(t);
}

static void test_conversion(void **state) {
  (void)state;
  Array *a = arrays_vector(FAMILY_NUMPY, DT_F64, 4, V(1.9, -1.9, NAN, 1e-9));
  arrays_expect_vector(array_as(a, DT_I64), DT_I64, 4,
                       V(1, -1, (double)INT64_MIN, 0));
  arrays_expect_vector(array_as(a, DT_BOOL), DT_BOOL, 4, V(1, 1, 1, 1));
  arrays_expect_vector(array_as(a, DT_F32), DT_F32, 4,
                       V(1.9f, -1.9f, NAN, 1e-9f));
  array_unref(a);
  a = arrays_vector(FAMILY_NUMPY, DT_I64, 3, V(300, -1, 70000));
  arrays_expect_vector(array_as(a, DT_U8), DT_U8, 3, V(44, 255, 112));
  arrays_expect_vector(array_as(a, DT_I16), DT_I16, 3, V(300, -1, 4464));
  array_unref(a);
}

static double through(DType t, double x) {
  char bytes[8];
  dtype_put_double(t, bytes, x);
  return dtype_get_double(t, bytes);
}

static void test_half(void **state) {
  (void)state;
  assert_true(through(DT_F16, 0.1) == 0.0999755859375);
  assert_true(through(DT_F16, 65519) == 65504);
  assert_true(isinf(through(DT_F16, 65520)));
  assert_true(through(DT_F16, 0x1p-24) == 0x1p-24);
  assert_true(through(DT_F16, 2049) == 2048); /* to even */
  assert_true(through(DT_BF16, 1.00390625) == 1);
  assert_true(through(DT_BF16, 0.1) == 0.10009765625);
}

static void test_assign(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_NUMPY, DT_F64, 1, S(5));
  Array *tail = array_view(a, 1, S(4), S(1), (double *)a->data + 1);
  Array *head = array_view(a, 1, S(4), S(1), a->data);
  assert_true(array_assign(tail, head)); /* memory is shared */
  array_unref(tail);
  array_unref(head);
  Array *two = arrays_vector(FAMILY_NUMPY, DT_I64, 2, V(1, 2));
  arrays_expect_error(!array_assign(a, two), ERR_ValueError,
                      "could not broadcast input array from shape (2,) into "
                      "shape (5,)");
  array_unref(two);
  arrays_expect_vector(a, DT_F64, 5, V(0, 0, 1, 2, 3));
}

static void test_broadcast(void **state) {
  (void)state;
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  Array *a = arrays_range(FAMILY_NUMPY, DT_F64, 2, S(3, 1));
  Array *b = arrays_range(FAMILY_NUMPY, DT_F64, 1, S(2));
  assert_true(array_broadcast_shape(a, b, &ndim, shape));
  assert_int_equal(ndim, 2);
  assert_int_equal(shape[0], 3);
  assert_int_equal(shape[1], 2);
  Array *wide = array_broadcast_to(a, 2, S(3, 2));
  arrays_expect_error(!array_assign(wide, b), ERR_ValueError,
                      "assignment destination is read-only");
  arrays_expect(wide, DT_F64, 2, S(3, 2), V(0, 0, 1, 1, 2, 2));
  Array *c = arrays_range(FAMILY_NUMPY, DT_F64, 2, S(2, 3));
  arrays_expect_error(!array_broadcast_shape(b, c, &ndim, shape),
                      ERR_ValueError,
                      "operands could not be broadcast together with shapes "
                      "(2,) (2,3) ");
  c->family = FAMILY_TORCH;
  arrays_expect_error(!array_broadcast_shape(b, c, &ndim, shape),
                      ERR_RuntimeError,
                      "The size of tensor a (2) must match the size of tensor "
                      "b (3) at non-singleton dimension 1");
  array_unref(a);
  array_unref(b);
  array_unref(c);
}

static void test_axis(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_NUMPY, DT_F64, 2, S(2, 3));
  int64_t axis = -1;
  assert_true(array_axis(a, &axis));
  assert_int_equal(axis, 1);
  axis = 2;
  arrays_expect_error(!array_axis(a, &axis), ERR_AxisError,
                      "axis 2 is out of bounds for array of dimension 2");
  a->family = FAMILY_TORCH;
  arrays_expect_error(!array_axis(a, &axis), ERR_IndexError,
                      "Dimension out of range (expected to be in range of "
                      "[-2, 1], but got 2)");
  array_unref(a);
}

static void test_promotion(void **state) {
  (void)state;
  assert_int_equal(dtype_promote_numpy(DT_I64, DT_F32), DT_F64);
  assert_int_equal(dtype_promote_torch(DT_I64, DT_F32), DT_F32);
  assert_int_equal(dtype_promote_numpy(DT_U8, DT_I8), DT_I16);
  assert_int_equal(dtype_promote_numpy(DT_U64, DT_I64), DT_F64);
  assert_int_equal(dtype_promote_numpy(DT_I16, DT_F16), DT_F32);
  assert_int_equal(dtype_promote_numpy(DT_BOOL, DT_I8), DT_I8);
  assert_int_equal(dtype_by_name("float"), DT_F64);
  assert_int_equal(dtype_by_name("no such"), DT_COUNT);
}

static void test_out_of_memory(void **state) {
  (void)state;
  for (long n = 1; mem_fail_after(n) && n < 4; n++) {
    Array *a = array_new(FAMILY_NUMPY, DT_F64, 1, S(5000));
    if (!a)
      assert_int_equal(err_now()->type, ERR_MemoryError);
    array_unref(a);
    err_clear();
  }
  mem_fail_after(0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_new),       cmocka_unit_test(test_too_large),
      cmocka_unit_test(test_views),     cmocka_unit_test(test_conversion),
      cmocka_unit_test(test_half),      cmocka_unit_test(test_assign),
      cmocka_unit_test(test_broadcast), cmocka_unit_test(test_axis),
      cmocka_unit_test(test_promotion), cmocka_unit_test(test_out_of_memory),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  array_free_pool();
  return failed;
}
