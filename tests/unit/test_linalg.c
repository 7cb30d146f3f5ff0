/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Products: values in one order of operations whatever the size, errors. */
#include "arrays.h"

#include "num/gemm.h"
#include "ops/linalg.h"

static Array *product(Array *a, Array *b, Family f) {
  Array *out = linalg_matmul(a, b, f);
  array_unref(a);
  array_unref(b);
  return out;
}

static Array *range(Family f, int ndim, const int64_t *shape) {
  return arrays_range(f, DT_F64, ndim, shape);
}

static void test_shapes(void **state) {
  (void)state;
  Family f = FAMILY_NUMPY;
  arrays_expect(product(range(f, 2, S(2, 3)), range(f, 2, S(3, 2)), f), DT_F64,
                2, S(2, 2), V(10, 13, 28, 40));
  arrays_expect(product(range(f, 2, S(2, 3)), range(f, 1, S(3)), f), DT_F64, 1,
                S(2), V(5, 14));
  arrays_expect(product(range(f, 1, S(2)), range(f, 2, S(2, 3)), f), DT_F64, 1,
                S(3), V(3, 4, 5));
  Array *s = product(range(f, 1, S(3)), range(f, 1, S(3)), f);
  assert_true(s->scalar);
  arrays_expect(s, DT_F64, 0, NULL, V(5));
  arrays_expect(product(range(f, 3, S(2, 1, 2)), range(f, 2, S(2, 1)), f),
                DT_F64, 3, S(2, 1, 1), V(1, 3));
  arrays_expect(product(range(f, 2, S(2, 0)), range(f, 2, S(0, 2)), f), DT_F64,
                2, S(2, 2), V(0, 0, 0, 0));
}

static void test_errors(void **state) {
  (void)state;
  Family f = FAMILY_NUMPY, t = FAMILY_TORCH;
  arrays_expect_error(
      !product(range(f, 2, S(2, 3)), range(f, 2, S(2, 2)), f), ERR_ValueError,
      "matmul: Input operand 1 has a mismatch in its core dimension 0, with "
      "gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)");
  arrays_expect_error(
      !product(range(t, 2, S(3, 4)), range(t, 2, S(5, 2)), t), ERR_RuntimeError,
      "mat1 and mat2 shapes cannot be multiplied (3x4 and 5x2)");
  Array *a = range(f, 1, S(3)), *b = range(f, 1, S(2));
  OpCall c = arrays_call("dot", f, a);
  c.arg[1] = op_array(b);
  arrays_expect_error(!op_run(&c), ERR_ValueError,
                      "shapes (3,) and (2,) not aligned: 3 (dim 0) != 2 (dim "
                      "0)");
  array_unref(a);
  array_unref(b);
}

/* A value that no two of its neighbours share. */
static double value(int64_t i) {
  return (double)(i * 7919 % 1009 - 504) / 97;
}

/* Every element is the chain of fma over k, by the plain definition. */
static void check_chain(int64_t m, int64_t n, int64_t k) {
  Array *a = array_new(FAMILY_TORCH, DT_F32, 2, S(m, k));
  Array *b = array_new(FAMILY_TORCH, DT_F32, 2, S(n, k)); /* transposed */
  for (int64_t i = 0; i < a->size; i++)
    array_put(a, i, value(i));
  for (int64_t i = 0; i < b->size; i++)
    array_put(b, i, value(i + 5));
  Array *turned = array_view(b, 2, S(k, n), S(1, k), b->data);
  Array *c = linalg_matmul(a, turned, FAMILY_TORCH);
  const float *x = a->data, *y = b->data, *z = c->data;
  for (int64_t i = 0; i < m; i++)
    for (int64_t j = 0; j < n; j++) {
      float s = 0;
      for (int64_t p = 0; p < k; p++)
        s = fmaf(x[i * k + p], y[j * k + p], s);
      assert_true(z[i * n + j] == s);
    }
  array_unref(turned);
  array_unref(a);
  array_unref(b);
  array_unref(c);
}

static void test_chain(void **state) {
  (void)state;
  check_chain(3, 5, 4);
  check_chain(33, 47, 29);
  check_chain(64, 40, 100);
  check_chain(7, 9, 300);
  check_chain(1, 64, 500);
}

static void test_double(void **state) {
  (void)state;
  enum { M = 19, N = 37, K = 23 };
  double a[M * K], b[K * N], c[M * N];
  for (int i = 0; i < M * K; i++)
    a[i] = value(i);
  for (int i = 0; i < K * N; i++)
    b[i] = value(i + 3);
  GemmMatrix x = {a, K, 1}, y = {b, N, 1};
  assert_true(gemm_f64(x, y, c, M, N, K));
  for (int i = 0; i < M * N; i++) {
    double s = 0;
    for (int p = 0; p < K; p++)
      s = fma(a[i / N * K + p], b[p * N + i % N], s);
    assert_true(c[i] == s);
  }
}

static void test_integers(void **state) {
  (void)state;
  Array *a = arrays_vector(FAMILY_NUMPY, DT_I64, 2, V(0, 1));
  array_put_int(a, 0, INT64_C(9007199254740993)); /* no double holds it */
  Array *b = arrays_vector(FAMILY_NUMPY, DT_I64, 2, V(1, 0));
  Array *c = linalg_matmul(a, b, FAMILY_NUMPY);
  assert_int_equal(array_get_int(c, 0), INT64_C(9007199254740993));
  array_unref(a);
  array_unref(b);
  array_unref(c);
}

static void test_linear(void **state) {
  (void)state;
  Array *x = arrays_make(FAMILY_TORCH, DT_F32, 2, S(1, 2), V(1, 2));
  Array *w = arrays_make(FAMILY_TORCH, DT_F32, 2, S(2, 2), V(1, 0, 3, 4));
  Array *b = arrays_vector(FAMILY_TORCH, DT_F32, 2, V(0.5, -1));
  OpCall c = arrays_call("linear", FAMILY_TORCH, x);
  c.arg[1] = op_array(w);
  c.arg[2] = op_array(b);
  Array *out = arrays_run(&c);
  assert_int_equal(out->kind.name, KIND_LOGITS);
  arrays_expect(out, DT_F32, 2, S(1, 2), V(1.5, 10));
  Array *d = arrays_make(FAMILY_TORCH, DT_F32, 2, S(1, 2), V(1, 10));
  arrays_expect(c.op->backward(&c, 0, d), DT_F32, 2, S(1, 2), V(31, 40));
  arrays_expect(c.op->backward(&c, 1, d), DT_F32, 2, S(2, 2), V(1, 2, 10, 20));
  arrays_expect(c.op->backward(&c, 2, d), DT_F32, 1, S(2), V(1, 10));
  array_unref(d);
  array_unref(x);
  array_unref(w);
  array_unref(b);
}

static void test_solve(void **state) {
  (void)state;
  Array *a = arrays_make(FAMILY_NUMPY, DT_F64, 2, S(2, 2), V(0, 2, 4, 0));
  OpCall c = arrays_call("inv", FAMILY_NUMPY, a);
  arrays_expect(arrays_run(&c), DT_F64, 2, S(2, 2), V(0, 0.25, 0.5, 0));
  c = arrays_call("det", FAMILY_NUMPY, a);
  arrays_expect(arrays_run(&c), DT_F64, 0, NULL, V(-7.999999999999998));
  array_put(a, 1, 0);
  c = arrays_call("inv", FAMILY_NUMPY, a);
  arrays_expect_error(!op_run(&c), ERR_LinAlgError, "Singular matrix");
  array_unref(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_shapes),   cmocka_unit_test(test_errors),
      cmocka_unit_test(test_chain),    cmocka_unit_test(test_double),
      cmocka_unit_test(test_integers), cmocka_unit_test(test_linear),
      cmocka_unit_test(test_solve),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  array_free_pool();
  return failed;
}
