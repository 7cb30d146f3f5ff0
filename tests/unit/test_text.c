/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of arrays and numbers, against what the real libraries printed. */
#include "lang/format.h"
#include "lang/textnumpy.h"
#include "lang/textplain.h"
#include "lang/texttorch.h"
#include "num/digits.h"
#include "vectors.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static Buf buf;

static void expect(const char *what, size_t number, const char *want) {
  if (strcmp(buf_text(&buf), want))
    fail_msg("%s, case %zu:\n%s\nwanted:\n%s", what, number, buf_text(&buf),
             want);
  buf_clear(&buf);
}

static const char *text_of(const json_t *object, const char *key) {
  return json_string_value(vectors_get(object, key));
}

static Array *read_array(const json_t *c, Family family) {
  int64_t shape[ARRAY_MAX_DIMS];
  json_t *dims = vectors_get(c, "shape"), *data = vectors_get(c, "data");
  DType dtype = dtype_by_name(text_of(c, "dtype"));
  int ndim = (int)json_array_size(dims);
  for (int i = 0; i < ndim; i++)
    shape[i] = json_integer_value(json_array_get(dims, (size_t)i));
  Array *a = array_new(family, dtype, ndim, shape);
  assert_non_null(a);
  assert_int_equal(a->size, json_array_size(data));
  for (int64_t i = 0; i < a->size; i++) {
    json_t *v = json_array_get(data, (size_t)i);
    if (dtype_is_float(dtype))
      array_put(a, i, vectors_number(v));
    else
      array_put_int(a, i, vectors_integer(v));
  }
  return a;
}

static void test_numpy(void **state) {
  (void)state;
  json_t *root = vectors_load("print_numpy.json"), *c;
  json_t *cases = vectors_get(root, "cases");
  size_t i;
  assert_true(json_array_size(cases) > 200);
  json_array_foreach(cases, i, c) {
    Array *a = read_array(c, FAMILY_NUMPY);
    textnumpy_repr(&buf, a, NULL);
    expect("repr", i, text_of(c, "repr"));
    textnumpy_str(&buf, a, NULL);
    expect("str", i, text_of(c, "str"));
    array_unref(a);
  }
  json_decref(root);
}

static void test_torch(void **state) {
  (void)state;
  json_t *root = vectors_load("print_torch.json"), *c;
  json_t *cases = vectors_get(root, "cases");
  size_t i;
  assert_true(json_array_size(cases) > 200);
  json_array_foreach(cases, i, c) {
    Array *a = read_array(c, FAMILY_TORCH);
    a->requires_grad = json_is_true(vectors_get(c, "requires_grad"));
    texttorch_repr(&buf, a, NULL, text_of(c, "grad_fn"),
                   json_is_true(json_object_get(c, "parameter")));
    expect("tensor", i, text_of(c, "repr"));
    array_unref(a);
  }
  json_decref(root);
}

static void test_scalars(void **state) {
  (void)state;
  json_t *root = vectors_load("print_scalars.json"), *c;
  json_t *cases = vectors_get(root, "repr");
  size_t i;
  assert_true(json_array_size(cases) > 80);
  json_array_foreach(cases, i, c) {
    double x = vectors_number(vectors_get(c, "x")), back;
    digits_repr64(&buf, x);
    expect("repr", i, text_of(c, "repr"));
    digits_numpy_scalar(&buf, DT_F64, x);
    expect("float64", i, text_of(c, "np_float64"));
    digits_numpy_scalar(&buf, DT_F32,
                        vectors_number(vectors_get(c, "float32")));
    expect("float32", i, text_of(c, "np_float32"));
    const char *text = text_of(c, "repr");
    assert_true(digits_parse_double(text, strlen(text), &back));
    assert_true(back == x || isnan(x));
  }
  json_decref(root);
}

static void test_specs(void **state) {
  (void)state;
  json_t *root = vectors_load("print_scalars.json"), *c;
  json_t *cases = vectors_get(root, "format");
  size_t i;
  assert_true(json_array_size(cases) > 1000);
  json_array_foreach(cases, i, c) {
    json_t *x = json_array_get(c, 0);
    const char *spec = json_string_value(json_array_get(c, 1));
    double value = json_is_integer(x) ? 0 : vectors_number(x);
    if (!strcmp(spec, "{x * 100:.2f}")) {
      value *= 100;
      spec = ".2f";
    }
    size_t n = strlen(spec);
    assert_true(json_is_integer(x)
                    ? format_int(&buf, json_integer_value(x), spec, n)
                    : format_float(&buf, value, spec, n));
    expect(spec, i, json_string_value(json_array_get(c, 2)));
  }
  json_decref(root);
}

static Array *doubles(Family family, int64_t n, const double *values) {
  Array *a = array_from_doubles(family, values, n);
  assert_non_null(a);
  return a;
}

/* np.set_printoptions(precision=3, suppress=True, threshold=4, edgeitems=1) */
static void test_numpy_options(void **state) {
  (void)state;
  TextNumpyOptions o = TEXTNUMPY_DEFAULTS;
  Array *a = doubles(FAMILY_NUMPY, 5, (double[]){1e-5, 1.5, -2.12345, 3, 4000});
  o.precision = 3;
  textnumpy_repr(&buf, a, &o);
  expect("precision", 0,
         "array([ 1.000e-05,  1.500e+00, -2.123e+00,  3.000e+00,  4.000e+03])");
  o.suppress = true;
  textnumpy_str(&buf, a, &o);
  expect("suppress", 0, "[   0.       1.5     -2.123    3.    4000.   ]");
  o.threshold = 4;
  o.edgeitems = 1;
  textnumpy_repr(&buf, a, &o);
  expect("threshold", 0, "array([   0., ..., 4000.])");
  o.threshold = 1000;
  o.linewidth = 24;
  textnumpy_str(&buf, a, &o);
  expect("linewidth", 0, "[   0.       1.5\n   -2.123    3.\n 4000.   ]");
  array_unref(a);
}

/* Before the point NumPy shows true digits, beyond the shortest ones. */
static void test_numpy_whole(void **state) {
  (void)state;
  Array *a = array_scalar(FAMILY_NUMPY, DT_F16, 65504);
  assert_non_null(a);
  textnumpy_str(&buf, a, NULL);
  expect("scalar", 0, "65500.0");
  a->scalar = false;
  textnumpy_repr(&buf, a, NULL);
  expect("0-d", 0, "array(65504., dtype=float16)");
  array_unref(a);
}

/* NumPy divides the largest by the smallest in the array's own dtype: these
   are a little more than 1000 apart and print without exponents. */
static void test_numpy_ratio(void **state) {
  (void)state;
  Array *a = array_new(FAMILY_NUMPY, DT_F16, 1, (int64_t[]){2});
  assert_non_null(a);
  array_put(a, 0, 0.10162353515625);
  array_put(a, 1, 101.625);
  textnumpy_str(&buf, a, NULL);
  expect("float16", 0, "[  0.1016 101.6   ]");
  array_unref(a);
  a = array_new(FAMILY_NUMPY, DT_F32, 1, (int64_t[]){2});
  assert_non_null(a);
  array_put(a, 0, 0.10045022517442703);
  array_put(a, 1, 100.45022583007812);
  textnumpy_str(&buf, a, NULL);
  expect("float32", 0, "[  0.10045023 100.450226  ]");
  array_unref(a);
}

/* torch believes the last line two columns longer than it is. */
static void test_torch_suffix(void **state) {
  (void)state;
  Array *a = array_new(FAMILY_TORCH, DT_F64, 1, (int64_t[]){13});
  assert_non_null(a);
  for (int i = 0; i < 13; i++)
    array_put(a, i, 1);
  texttorch_repr(&buf, a, NULL, NULL, false);
  expect("dtype", 13,
         "tensor([1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.],\n"
         "       dtype=torch.float64)");
  a->size = a->shape[0] = 12;
  texttorch_repr(&buf, a, NULL, NULL, false);
  expect("dtype", 12,
         "tensor([1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.], "
         "dtype=torch.float64)");
  array_unref(a);
}

/* torch.set_printoptions(precision=2, sci_mode=True) */
static void test_torch_options(void **state) {
  (void)state;
  TextTorchOptions o = TEXTTORCH_DEFAULTS;
  Array *a = doubles(FAMILY_TORCH, 3, (double[]){0.5, 1.25, -3});
  o.precision = 2;
  texttorch_repr(&buf, a, &o, NULL, false);
  expect("precision", 0, "tensor([ 0.50,  1.25, -3.00], dtype=torch.float64)");
  o.sci_mode = 1;
  texttorch_repr(&buf, a, &o, NULL, false);
  expect("sci_mode", 0,
         "tensor([5.00e-01, 1.25e+00, -3.00e+00], dtype=torch.float64)");
  o.threshold = 2;
  o.edgeitems = 1;
  o.sci_mode = 0;
  o.linewidth = 60;
  texttorch_repr(&buf, a, &o, "AddBackward0", false);
  expect("threshold", 0,
         "tensor([ 0.50,  ..., -3.00], dtype=torch.float64,\n"
         "       grad_fn=<AddBackward0>)");
  array_unref(a);
}

static void expect_plain(int64_t n, const double *values, const char *want) {
  Array *a = doubles(FAMILY_PLAIN, n, values);
  textplain_repr(&buf, a, NULL);
  expect("plain", (size_t)n, want);
  array_unref(a);
}

static void test_plain(void **state) {
  (void)state;
  const double inf = (double)INFINITY;
  expect_plain(3, (double[]){0.65900114, 0.24243297, 0.09856589},
               "[0.6590, 0.2424, 0.0986]");
  expect_plain(3, (double[]){1e-9, 1, 0},
               "[1.0000e-09, 1.0000e+00, 0.0000e+00]");
  expect_plain(2, (double[]){1e10, -1}, "[1.0000e+10, -1.0000e+00]");
  expect_plain(4, (double[]){(double)NAN, inf, -inf, -0.0},
               "[nan, inf, -inf, -0.0000]");
  expect_plain(1, (double[]){0.00005}, "[0.0001]");
  expect_plain(1, (double[]){0.00004}, "[4.0000e-05]");
  expect_plain(0, (double[]){0}, "[]");
  expect_plain(12, (double[]){1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
               "[1.0000, 2.0000, 3.0000, 4.0000, 5.0000, 6.0000, 7.0000, "
               "8.0000, 9.0000,\n 10.0000, 11.0000, 12.0000]");
  textplain_number(&buf, 0.880797, 4);
  expect("number", 0, "0.8808");
  textplain_number(&buf, 3e-7, 2);
  expect("number", 1, "3.00e-07");
}

static void test_plain_shapes(void **state) {
  (void)state;
  TextPlainOptions o = TEXTPLAIN_DEFAULTS;
  Array *a = array_new(FAMILY_PLAIN, DT_F64, 2, (int64_t[]){2, 2});
  assert_non_null(a);
  for (int i = 0; i < 4; i++)
    array_put(a, i, i == 3 ? -10.5 : i);
  textplain_repr(&buf, a, &o);
  expect("matrix", 0, "[[  0.0000,   1.0000],\n [  2.0000, -10.5000]]");
  o.digits = 1;
  o.threshold = 3;
  o.edgeitems = 0;
  textplain_repr(&buf, a, &o);
  expect("summary", 0, "[...]");
  array_unref(a);
  a = array_new(FAMILY_PLAIN, DT_I64, 3, (int64_t[]){2, 1, 2});
  assert_non_null(a);
  for (int i = 0; i < 4; i++)
    array_put_int(a, i, i * i);
  textplain_repr(&buf, a, NULL);
  expect("integers", 0, "[[[0, 1]],\n\n [[4, 9]]]");
  array_unref(a);
  a = array_zeros(FAMILY_PLAIN, DT_F64, 1, (int64_t[]){1001});
  assert_non_null(a);
  textplain_repr(&buf, a, NULL);
  expect("large", 0, "[0.0000, 0.0000, 0.0000, ..., 0.0000, 0.0000, 0.0000]");
  array_unref(a);
  a = array_scalar_int(FAMILY_PLAIN, DT_BOOL, 1);
  assert_non_null(a);
  textplain_repr(&buf, a, NULL);
  expect("bool", 0, "True");
  array_unref(a);
}

/* A view is read through its strides. */
static void test_views(void **state) {
  (void)state;
  Array *a = doubles(FAMILY_NUMPY, 6, (double[]){1, 2, 3, 4, 5, 6});
  Array *t = array_view(a, 2, (int64_t[]){2, 3}, (int64_t[]){1, 2}, a->data);
  assert_non_null(t);
  textnumpy_str(&buf, t, NULL);
  expect("numpy", 0, "[[1. 3. 5.]\n [2. 4. 6.]]");
  texttorch_repr(&buf, t, NULL, NULL, false);
  expect("torch", 0,
         "tensor([[1., 3., 5.],\n        [2., 4., 6.]], dtype=torch.float64)");
  textplain_repr(&buf, t, NULL);
  expect("plain", 0, "[[1.0000, 3.0000, 5.0000],\n [2.0000, 4.0000, 6.0000]]");
  array_unref(t);
  array_unref(a);
}

static int clean_up(void **state) {
  (void)state;
  buf_free(&buf);
  array_free_pool();
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_numpy),         cmocka_unit_test(test_torch),
      cmocka_unit_test(test_scalars),       cmocka_unit_test(test_specs),
      cmocka_unit_test(test_numpy_options), cmocka_unit_test(test_numpy_whole),
      cmocka_unit_test(test_numpy_ratio),   cmocka_unit_test(test_torch_suffix),
      cmocka_unit_test(test_torch_options), cmocka_unit_test(test_plain),
      cmocka_unit_test(test_plain_shapes),  cmocka_unit_test(test_views),
  };
  return cmocka_run_group_tests(tests, NULL, clean_up);
}
