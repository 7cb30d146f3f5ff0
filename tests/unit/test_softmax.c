/* SPDX-License-Identifier: GPL-3.0-or-later */
/* softmax and sigmoid: torch's numbers, accuracy, kinds, derivations. */
#include "taught.h"

#include "base/note.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static OpCall run(const char *name, Family family, Array *x, int64_t dim) {
  OpCall call = op_call(taught_op(name), family);
  call.arg[0] = op_array(x);
  if (dim > -100)
    call.arg[1] = op_int(dim);
  assert_true(op_run(&call));
  return call;
}

enum { NO_DIM = -100 };

static Array *matrix(const json_t *rows, Family family) {
  int64_t shape[] = {(int64_t)json_array_size(rows),
                     (int64_t)json_array_size(json_array_get(rows, 0))};
  Array *a = array_new(family, DT_F32, 2, shape);
  for (int64_t i = 0; i < a->size; i++) {
    const json_t *row = json_array_get(rows, (size_t)(i / shape[1]));
    array_put(a, i,
              vectors_number(json_array_get(row, (size_t)(i % shape[1]))));
  }
  return a;
}

static void exactly(const json_t *c, const char *key, const char *name,
                    int64_t dim) {
  OpCall call = run(name, FAMILY_TORCH,
                    matrix(vectors_get(c, "input"), FAMILY_TORCH), dim);
  Array *want = matrix(vectors_get(c, key), FAMILY_TORCH);
  for (int64_t i = 0; i < want->size; i++)
    assert_true(array_get(call.out, i) == array_get(want, i));
  array_unref(want);
  taught_release(&call);
}

static void test_vectors(void **state) {
  (void)state;
  json_t *root = vectors_load("losses.json"), *c;
  size_t i;
  json_array_foreach(vectors_get(root, "softmax"), i, c) {
    exactly(c, "softmax1", "softmax", 1);
    exactly(c, "softmax0", "softmax", 0);
    exactly(c, "log_softmax1", "log_softmax", -1);
    exactly(c, "sigmoid", "sigmoid", NO_DIM);
  }
  json_decref(root);
}

static Array *plain(int64_t n, const double *v) {
  return taught_make(FAMILY_PLAIN, DT_F64, n ? 1 : 0, &n, v);
}

/* Any logits, in double: within 10 ulp of long double. */
static void accurate(const double *z, int64_t n) {
  OpCall call = run("softmax", FAMILY_PLAIN, plain(n, z), -1);
  long double max = (long double)z[0], sum = 0;
  for (int64_t i = 0; i < n; i++)
    max = fmaxl(max, (long double)z[i]);
  for (int64_t i = 0; i < n; i++)
    sum += expl((long double)z[i] - max);
  for (int64_t i = 0; i < n; i++) {
    double want = (double)(expl((long double)z[i] - max) / sum);
    assert_true(taught_ulps(DT_F64, array_get(call.out, i), want) <= 10);
  }
  taught_release(&call);
}

static void test_accuracy(void **state) {
  (void)state;
  accurate((double[]){2, 1, 0.1}, 3);
  accurate((double[]){700.3, -0.1, -3.7, 41.7}, 4);
  accurate((double[]){1e5 + 0.1, 1e5 - 600.7, 1e5}, 3);
  accurate((double[]){-1e-9, 1e-9, 0, -744.9}, 4);
  double many[4000];
  for (int i = 0; i < 4000; i++)
    many[i] = sin(i) * 30;
  accurate(many, 4000);
}

/* What would print as 0 without log1p. */
static void test_small(void **state) {
  (void)state;
  OpCall call =
      run("log_softmax", FAMILY_PLAIN, plain(2, (double[]){0, -50}), -1);
  assert_true(taught_ulps(DT_F64, array_get(call.out, 0), -exp(-50)) <= 2);
  taught_release(&call);
  call = run("logsigmoid", FAMILY_PLAIN, plain(0, (double[]){50}), NO_DIM);
  assert_true(taught_ulps(DT_F64, array_get(call.out, 0), -exp(-50)) <= 2);
  assert_true(call.out->scalar);
  taught_release(&call);
  call = run("sigmoid", FAMILY_PLAIN, plain(0, (double[]){-720}), NO_DIM);
  assert_true(taught_ulps(DT_F64, array_get(call.out, 0), exp(-720)) <= 2);
  taught_release(&call);
}

/* Ten million logits, within 5 float32 ulp. */
static void test_large(void **state) {
  (void)state;
  int64_t n = 10000000;
  Array *z = array_new(FAMILY_TORCH, DT_F32, 1, &n);
  float *v = z->data;
  double max = -1e30;
  long double sum = 0;
  for (int64_t i = 0; i < n; i++) {
    v[i] = (float)((double)(i * 2654435761u % 4000003) / 4000003 * 60 - 70);
    max = fmax(max, (double)v[i]);
  }
  for (int64_t i = 0; i < n; i++)
    sum += (long double)exp((double)v[i] - max);
  OpCall call = run("softmax", FAMILY_TORCH, z, 0);
  for (int64_t i = 0; i < n; i += 997) {
    float want = (float)(expl((long double)v[i] - (long double)max) / sum);
    assert_true(taught_ulps(DT_F32, array_get(call.out, i), (double)want) <= 5);
  }
  taught_release(&call);
}

static void test_kinds(void **state) {
  (void)state;
  const int64_t shape[] = {2, 3};
  const double v[] = {1, 2, 3, 4, 5, 6};
  OpCall call = run("softmax", FAMILY_PLAIN,
                    taught_make(FAMILY_PLAIN, DT_F64, 2, shape, v), 0);
  assert_int_equal(call.out->kind.name, KIND_PROBS);
  assert_int_equal(call.out->kind.axis, 0);
  taught_release(&call);
  call = run("log_softmax", FAMILY_PLAIN,
             taught_make(FAMILY_PLAIN, DT_I64, 2, shape, v), NO_DIM);
  assert_int_equal(call.out->kind.name, KIND_LOGPROBS);
  assert_int_equal(call.out->kind.axis, 1);
  assert_int_equal(call.out->dtype, DT_F64);
  taught_release(&call);
  call = run("sigmoid", FAMILY_NUMPY,
             taught_make(FAMILY_NUMPY, DT_F32, 2, shape, v), NO_DIM);
  assert_int_equal(call.out->kind.name, KIND_PROBS);
  assert_int_equal(call.out->kind.axis, KIND_EACH);
  assert_int_equal(call.out->dtype, DT_F32);
  taught_release(&call);
}

/* F.softmax(x) guesses the axis and says that it does. */
static void test_implicit(void **state) {
  (void)state;
  Note n;
  const int64_t shape[] = {2, 3};
  const double v[] = {1, 2, 3, 4, 5, 6};
  note_forget();
  OpCall call = run("softmax", FAMILY_TORCH,
                    taught_make(FAMILY_TORCH, DT_F32, 2, shape, v), NO_DIM);
  assert_true(fabs(array_get(call.out, 0) + array_get(call.out, 1) +
                   array_get(call.out, 2) - 1) < 1e-6);
  assert_true(note_take(&n));
  assert_string_equal(buf_text(&n.text),
                      "Implicit dimension choice for softmax has been "
                      "deprecated. Change the call to include dim=X as an "
                      "argument.");
  note_free(&n);
  taught_release(&call);
}

static void test_dtype(void **state) {
  (void)state;
  int64_t n = 2;
  OpCall call = op_call(taught_op("softmax"), FAMILY_TORCH);
  call.arg[0] =
      op_array(taught_make(FAMILY_TORCH, DT_I64, 1, &n, (double[]){1, 2}));
  call.arg[1] = op_int(0);
  call.arg[2] = (Arg){.tag = ARG_DTYPE, .dtype = DT_F64};
  assert_true(op_run(&call));
  assert_int_equal(call.out->dtype, DT_F64);
  assert_true(fabs(array_get(call.out, 0) - 1 / (1 + exp(1))) < 1e-15);
  taught_release(&call);
}

static void test_derive(void **state) {
  (void)state;
  Derivation d = {0};
  OpCall call =
      run("softmax", FAMILY_PLAIN, plain(3, (double[]){2, 1, 0.1}), -1);
  assert_true(call.op->derive(&call, &d));
  assert_int_equal(d.count, 4);
  assert_string_equal(d.steps[3].label, "@3 / sum = p");
  assert_string_equal(d.steps[3].words, "sum = 1.0000");
  assert_int_equal(d.steps[3].check, DERIVE_TRUE);
  for (int64_t i = 0; i < 3; i++)
    assert_true(array_get(d.steps[3].values, i) == array_get(call.out, i));
  derive_free(&d);
  taught_release(&call);
  call = run("sigmoid", FAMILY_PLAIN, plain(0, (double[]){2}), NO_DIM);
  assert_true(call.op->derive(&call, &d));
  assert_int_equal(d.count, 5);
  assert_true(array_get(d.steps[4].values, 0) == array_get(call.out, 0));
  derive_free(&d);
  taught_release(&call);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_vectors), cmocka_unit_test(test_accuracy),
      cmocka_unit_test(test_small),   cmocka_unit_test(test_large),
      cmocka_unit_test(test_kinds),   cmocka_unit_test(test_implicit),
      cmocka_unit_test(test_dtype),   cmocka_unit_test(test_derive),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
