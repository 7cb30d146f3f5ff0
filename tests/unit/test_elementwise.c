/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic: dtype rules of both libraries, special values, warnings. The
   expected values were printed by NumPy 1.24 and torch 1.13. */
#include "arrays.h"

#include "ops/elementwise.h"

static Array *vec(Family f, DType t, int64_t n, const double *v) {
  return arrays_vector(f, t, n, v);
}

/* a op b, both released */
static Array *both(BinaryOp op, Array *a, Array *b, Family f) {
  Array *out =
      elementwise_binary(op, elementwise_operand(a), elementwise_operand(b), f);
  array_unref(a);
  array_unref(b);
  return out;
}

/* a op a Python number */
static Array *with(BinaryOp op, Array *a, DType t, double number, Family f) {
  Array *n = array_scalar(FAMILY_NUMPY, t, number);
  Array *out =
      elementwise_binary(op, elementwise_operand(a), (Operand){n, true}, f);
  array_unref(a);
  array_unref(n);
  return out;
}

static void test_numpy_dtypes(void **state) {
  (void)state;
  Family f = FAMILY_NUMPY;
  arrays_expect_vector(
      with(BINARY_ADD, vec(f, DT_F32, 1, V(1)), DT_F64, 0.5, f), DT_F32, 1,
      V(1.5));
  arrays_expect_vector(
      with(BINARY_ADD, vec(f, DT_F32, 1, V(1)), DT_F64, 1e300, f), DT_F64, 1,
      V(1e300));
  arrays_expect_vector(with(BINARY_DIV, vec(f, DT_I64, 1, V(1)), DT_I64, 2, f),
                       DT_F64, 1, V(0.5));
  arrays_expect_vector(
      with(BINARY_ADD, vec(f, DT_I8, 1, V(100)), DT_I64, 300, f), DT_I16, 1,
      V(400));
  arrays_expect_vector(
      both(BINARY_ADD, vec(f, DT_I64, 1, V(1)), vec(f, DT_F32, 1, V(0.5)), f),
      DT_F64, 1, V(1.5));
  arrays_expect_vector(both(BINARY_ADD, vec(f, DT_BOOL, 2, V(1, 0)),
                            vec(f, DT_BOOL, 2, V(1, 0)), f),
                       DT_BOOL, 2, V(1, 0));
  Array *s = both(BINARY_MUL, array_scalar(f, DT_F32, 3),
                  array_scalar(f, DT_F64, 2), f);
  assert_true(s->scalar);
  arrays_expect(s, DT_F64, 0, NULL, V(6));
}

static void test_torch_dtypes(void **state) {
  (void)state;
  Family f = FAMILY_TORCH;
  arrays_expect_vector(
      with(BINARY_MUL, vec(f, DT_I64, 1, V(3)), DT_F64, 0.5, f), DT_F32, 1,
      V(1.5));
  arrays_expect_vector(with(BINARY_DIV, vec(f, DT_I64, 1, V(1)), DT_I64, 2, f),
                       DT_F32, 1, V(0.5));
  arrays_expect_vector(
      with(BINARY_ADD, vec(f, DT_F32, 1, V(1)), DT_F64, 1e300, f), DT_F32, 1,
      V(INFINITY));
  arrays_expect_vector(
      both(BINARY_ADD, vec(f, DT_F32, 1, V(1)), array_scalar(f, DT_F64, 2), f),
      DT_F32, 1, V(3));
  arrays_expect_vector(
      both(BINARY_ADD, vec(f, DT_I64, 1, V(1)), array_scalar(f, DT_F64, 2), f),
      DT_F64, 1, V(3));
  arrays_expect_vector(
      both(BINARY_ADD, vec(f, DT_I64, 1, V(1)), vec(f, DT_F32, 1, V(0.5)), f),
      DT_F32, 1, V(1.5));
}

static void test_floor(void **state) {
  (void)state;
  Family f = FAMILY_NUMPY;
  note_forget();
  arrays_expect_vector(both(BINARY_FLOORDIV, vec(f, DT_I64, 4, V(7, -7, 7, 5)),
                            vec(f, DT_I64, 4, V(2, 2, -2, 0)), f),
                       DT_I64, 4, V(3, -4, -4, 0));
  assert_string_equal(arrays_note(),
                      "divide by zero encountered in floor_divide");
  arrays_expect_vector(both(BINARY_MOD, vec(f, DT_F64, 4, V(7, -7, 7, -6)),
                            vec(f, DT_F64, 4, V(3, 3, -3, 3)), f),
                       DT_F64, 4, V(1, 2, -2, 0));
  assert_string_equal(arrays_note(), "");
  Array *zero =
      both(BINARY_MOD, vec(f, DT_F64, 1, V(6)), vec(f, DT_F64, 1, V(-3)), f);
  assert_true(signbit(array_get(zero, 0)));
  array_unref(zero);
  arrays_expect_vector(both(BINARY_FLOORDIV, vec(f, DT_F64, 3, V(1, -1, 0)),
                            vec(f, DT_F64, 3, V(0, 0, 0)), f),
                       DT_F64, 3, V(INFINITY, -INFINITY, NAN));
  arrays_expect_error(!both(BINARY_FLOORDIV, vec(FAMILY_TORCH, DT_I64, 1, V(1)),
                            vec(FAMILY_TORCH, DT_I64, 1, V(0)), FAMILY_TORCH),
                      ERR_RuntimeError, "ZeroDivisionError");
}

static void test_warnings(void **state) {
  (void)state;
  Family f = FAMILY_NUMPY;
  note_forget();
  Array *x = vec(f, DT_F64, 3, V(1000, 0, -1));
  arrays_expect_vector(elementwise_unary(UNARY_EXP, x, f), DT_F64, 3,
                       V(INFINITY, 1, exp(-1)));
  assert_string_equal(arrays_note(), "overflow encountered in exp");
  array_unref(elementwise_unary(UNARY_LOG, x, f));
  assert_string_equal(arrays_note(), "divide by zero encountered in log");
  assert_string_equal(arrays_note(), "invalid value encountered in log");
  note_forget();
  array_unref(elementwise_unary(UNARY_EXP, x, FAMILY_TORCH));
  array_unref(
      both(BINARY_MAX, vec(f, DT_F64, 1, V(NAN)), vec(f, DT_F64, 1, V(1)), f));
  assert_string_equal(arrays_note(), "");
  arrays_expect_vector(both(BINARY_DIV, vec(f, DT_F64, 2, V(0, 1)),
                            vec(f, DT_F64, 2, V(0, 0)), f),
                       DT_F64, 2, V(NAN, INFINITY));
  assert_string_equal(arrays_note(), "divide by zero encountered in divide");
  assert_string_equal(arrays_note(), "invalid value encountered in divide");
  array_unref(x);
}

static void test_power(void **state) {
  (void)state;
  Family f = FAMILY_NUMPY;
  arrays_expect_vector(
      with(BINARY_POW, vec(f, DT_I64, 2, V(-2, 3)), DT_I64, 3, f), DT_I64, 2,
      V(-8, 27));
  arrays_expect_error(!with(BINARY_POW, vec(f, DT_I64, 1, V(2)), DT_I64, -1, f),
                      ERR_ValueError,
                      "Integers to negative integer powers are not allowed.");
  arrays_expect_vector(
      with(BINARY_POW, vec(f, DT_I64, 1, V(2)), DT_F64, 0.5, f), DT_F64, 1,
      V(sqrt(2)));
  arrays_expect_vector(with(BINARY_POW, vec(f, DT_F32, 1, V(3)), DT_I64, 2, f),
                       DT_F32, 1, V(9));
}

static void test_refusals(void **state) {
  (void)state;
  arrays_expect_error(
      !both(BINARY_SUB, vec(FAMILY_NUMPY, DT_BOOL, 1, V(1)),
            vec(FAMILY_NUMPY, DT_BOOL, 1, V(1)), FAMILY_NUMPY),
      ERR_TypeError,
      "numpy boolean subtract, the `-` operator, is not supported, use the "
      "bitwise_xor, the `^` operator, or the logical_xor function instead.");
  arrays_expect_error(!both(BINARY_AND, vec(FAMILY_TORCH, DT_F32, 1, V(1)),
                            vec(FAMILY_TORCH, DT_F32, 1, V(1)), FAMILY_TORCH),
                      ERR_RuntimeError,
                      "\"bitwise_and_cpu\" not implemented for 'Float'");
}

static bool in_place(BinaryOp op, Array *dst, Array *b) {
  bool ok = elementwise_in_place(op, dst, elementwise_operand(b));
  array_unref(b);
  return ok;
}

static void test_in_place(void **state) {
  (void)state;
  Array *x = arrays_range(FAMILY_NUMPY, DT_I64, 1, S(3));
  arrays_expect_error(
      !in_place(BINARY_SUB, x, array_scalar(FAMILY_NUMPY, DT_F64, 0.5)),
      ERR_UFuncTypeError,
      "Cannot cast ufunc 'subtract' output from dtype('float64') to "
      "dtype('int64') with casting rule 'same_kind'");
  assert_true(in_place(BINARY_ADD, x, array_ref(x)));
  arrays_expect_error(
      !in_place(BINARY_ADD, x, arrays_range(FAMILY_NUMPY, DT_I64, 2, S(2, 3))),
      ERR_ValueError,
      "non-broadcastable output operand with shape (3,) doesn't match the "
      "broadcast shape (2,3)");
  arrays_expect_vector(x, DT_I64, 3, V(0, 2, 4));
  Array *y = arrays_range(FAMILY_NUMPY, DT_F64, 1, S(5));
  Array *tail = array_view(y, 1, S(4), S(1), (double *)y->data + 1);
  Array *head = array_view(y, 1, S(4), S(1), y->data);
  assert_true(in_place(BINARY_ADD, tail, head)); /* as if head were copied */
  array_unref(tail);
  arrays_expect_vector(y, DT_F64, 5, V(0, 1, 3, 5, 7));
  Array *t = arrays_range(FAMILY_TORCH, DT_I64, 1, S(3));
  arrays_expect_error(
      !in_place(BINARY_MUL, t, array_scalar(FAMILY_TORCH, DT_F32, 0.5)),
      ERR_RuntimeError,
      "result type Float can't be cast to the desired output type Long");
  array_unref(t);
}

static void test_strided(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_NUMPY, DT_F64, 2, S(2, 3));
  Array *t = array_view(a, 2, S(3, 2), S(1, 3), a->data);
  Array *row = vec(FAMILY_NUMPY, DT_F64, 2, V(10, 20));
  arrays_expect(elementwise_binary(BINARY_ADD, elementwise_operand(t),
                                   elementwise_operand(row), FAMILY_NUMPY),
                DT_F64, 2, S(3, 2), V(10, 23, 11, 24, 12, 25));
  arrays_expect(elementwise_unary(UNARY_SQUARE, t, FAMILY_NUMPY), DT_F64, 2,
                S(3, 2), V(0, 9, 1, 16, 4, 25));
  array_unref(a);
  array_unref(t);
  array_unref(row);
}

static void test_kinds(void **state) {
  (void)state;
  Array *z = vec(FAMILY_NUMPY, DT_F64, 2, V(1, 2));
  z->kind = (Kind){.name = KIND_LOGITS};
  Array *out = with(BINARY_DIV, array_ref(z), DT_F64, 2, FAMILY_NUMPY);
  assert_int_equal(out->kind.name, KIND_LOGITS);
  array_unref(out);
  z->kind = (Kind){.name = KIND_PROBS, .axis = 0};
  out = elementwise_unary(UNARY_LOG, z, FAMILY_NUMPY);
  assert_int_equal(out->kind.name, KIND_LOGPROBS);
  array_unref(out);
  out = with(BINARY_MUL, z, DT_F64, 2, FAMILY_NUMPY);
  assert_int_equal(out->kind.name, KIND_REAL);
  array_unref(out);
}

static void test_where_out(void **state) {
  (void)state;
  Array *x = vec(FAMILY_NUMPY, DT_F64, 2, V(1, 4));
  Array *out = vec(FAMILY_NUMPY, DT_F64, 2, V(7, 7));
  Array *mask = vec(FAMILY_NUMPY, DT_BOOL, 2, V(0, 1));
  OpCall call = arrays_call("sqrt", FAMILY_NUMPY, x);
  call.arg[1] = op_array(out);
  call.arg[2] = op_array(mask);
  assert_ptr_equal(arrays_run(&call), out);
  array_unref(call.out);
  arrays_expect_vector(out, DT_F64, 2, V(7, 2));
  array_unref(x);
  array_unref(mask);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_numpy_dtypes), cmocka_unit_test(test_torch_dtypes),
      cmocka_unit_test(test_floor),        cmocka_unit_test(test_warnings),
      cmocka_unit_test(test_power),        cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_in_place),     cmocka_unit_test(test_strided),
      cmocka_unit_test(test_kinds),        cmocka_unit_test(test_where_out),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  note_forget();
  array_free_pool();
  return failed;
}
