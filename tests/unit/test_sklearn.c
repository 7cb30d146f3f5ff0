/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers that the real scikit-learn gave, asked for as a learner does:
   the parameters of a case, written as JSON, are also Python once null, true
   and false have a meaning. */
#include "base/err.h"
#include "lang/interp.h"
#include "lang/run.h"
#include "lib/modules.h"
#include "num/array.h"
#include "vectors.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void run(const char *format, ...) {
  Buf b = BUF_EMPTY;
  va_list args;
  va_start(args, format);
  buf_vfmt(&b, format, args);
  va_end(args);
  bool ok = run_text("test", buf_text(&b), b.len, NULL, NULL);
  if (!ok)
    fail_msg("%.300s\n%s", buf_text(&b), buf_text(&err_now()->text));
  buf_free(&b);
}

static Array *array_called(const char *expression) {
  Value v = run_expression("test", 1, expression, strlen(expression));
  if (!value_array(v))
    fail_msg("%s is no array", expression);
  return value_array(v);
}

/* Goes through the nested lists of v from element *at on. */
static void compare(const json_t *v, const Array *a, int64_t *at,
                    double tolerance) {
  size_t i;
  json_t *item;
  if (json_is_array(v)) {
    json_array_foreach(v, i, item) compare(item, a, at, tolerance);
    return;
  }
  double want = vectors_number(v), have = array_get(a, *at);
  if (!(fabs(want - have) <= tolerance))
    fail_msg("entry %d is %.17g, not %.17g", (int)*at, have, want);
  ++*at;
}

static void expect(const char *expression, const json_t *want,
                   double tolerance) {
  Array *a = array_called(expression);
  int64_t n = 0;
  compare(want, a, &n, tolerance);
  assert_int_equal(n, a->size);
  array_unref(a);
}

/* A value of the file as Python. */
static char *python(const json_t *v) {
  return json_dumps(v,
                    JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(17));
}

static void make(const char *function, const json_t *c) {
  const json_t *tolerance = json_object_get(c, "tol");
  char *params = python(vectors_get(c, "params"));
  run("X, y = datasets.%s(**%s)", function, params);
  expect("X", vectors_get(c, "X"), tolerance ? vectors_number(tolerance) : 0);
  expect("y", vectors_get(c, "y"), 0);
  if (json_object_get(c, "centers")) {
    run("centers = datasets.%s(**%s, return_centers=True)[2]", function,
        params);
    expect("centers", json_object_get(c, "centers"), 0);
  }
  free(params);
}

static void each(const char *file, const char *list, const char *function) {
  json_t *root = vectors_load(file), *c;
  size_t i;
  json_array_foreach(vectors_get(root, list), i, c) make(function, c);
  assert_true(i > 4);
  json_decref(root);
}

static void make_classification(void **state) {
  (void)state;
  each("make_classification.json", "cases", "make_classification");
}

static void curves_and_blobs(void **state) {
  (void)state;
  each("blobs_moons_circles.json", "blobs", "make_blobs");
  each("blobs_moons_circles.json", "moons", "make_moons");
  each("blobs_moons_circles.json", "circles", "make_circles");
}

/* What is split: an array, a list, and a tensor; all get the same rows. */
static void split(const json_t *c) {
  char *params = python(vectors_get(c, "params"));
  char *labels = python(vectors_get(c, "stratify"));
  run("rows = np.arange(%d)\n"
      "parts = train_test_split(rows, list(rows), torch.tensor(rows),"
      " stratify=%s, **%s)\n"
      "for i in (2, 4):\n"
      "    assert list(parts[i]) == list(parts[0])\n"
      "    assert list(parts[i + 1]) == list(parts[1])\n",
      (int)vectors_integer(vectors_get(c, "n")), labels, params);
  expect("parts[0]", vectors_get(c, "train"), 0);
  expect("parts[1]", vectors_get(c, "test"), 0);
  free(params);
  free(labels);
}

static void train_test_split(void **state) {
  (void)state;
  json_t *root = vectors_load("train_test_split.json"), *c;
  size_t i;
  json_array_foreach(vectors_get(root, "cases"), i, c) split(c);
  assert_true(i > 4);
  json_decref(root);
}

static void notebook(const char *file, const char *params) {
  json_t *root = vectors_load(file);
  run("X, y = datasets.make_classification(n_features=4, n_redundant=0, "
      "random_state=42, %s)\n"
      "train, test = train_test_split(np.arange(len(X)), test_size=0.2, "
      "random_state=42)",
      params);
  expect("X", vectors_get(root, "X"), 0);
  expect("y", vectors_get(root, "y"), 0);
  expect("train", vectors_get(root, "train"), 0);
  expect("test", vectors_get(root, "test"), 0);
  json_decref(root);
}

static void notebooks(void **state) {
  (void)state;
  notebook("notebook_data1.json", "n_samples=200");
  notebook("notebook_data2.json",
           "n_samples=300, n_informative=3, n_classes=3");
}

/* "F": the matrix lies column by column in memory. */
static void scaler(const json_t *c) {
  const char *order = json_string_value(vectors_get(c, "order"));
  char *rows = python(vectors_get(c, "X"));
  run("X = np.array(%s)%s\n"
      "scaler = StandardScaler()\n"
      "Z = scaler.fit_transform(X)\n"
      "assert np.allclose(scaler.inverse_transform(Z), X)\n",
      rows, *order == 'F' ? ".T.copy().T" : "");
  expect("scaler.mean_", vectors_get(c, "mean"), 0);
  expect("scaler.var_", vectors_get(c, "var"), 0);
  expect("scaler.scale_", vectors_get(c, "scale"), 0);
  expect("Z", vectors_get(c, "Z"), 0);
  free(rows);
}

static void standard_scaler(void **state) {
  (void)state;
  json_t *root = vectors_load("standard_scaler.json"), *c;
  size_t i;
  json_array_foreach(vectors_get(root, "cases"), i, c) scaler(c);
  assert_true(i > 4);
  json_decref(root);
}

static int start(void **state) {
  (void)state;
  if (!interp_start())
    return -1;
  modules_install();
  run("import numpy as np, torch\n"
      "from sklearn import datasets\n"
      "from sklearn.model_selection import train_test_split\n"
      "from sklearn.preprocessing import StandardScaler\n"
      "null, true, false = None, True, False");
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(make_classification), cmocka_unit_test(curves_and_blobs),
      cmocka_unit_test(train_test_split),    cmocka_unit_test(notebooks),
      cmocka_unit_test(standard_scaler),
  };
  return cmocka_run_group_tests(tests, start, NULL);
}
