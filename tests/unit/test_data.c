/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/err.h"
#include "data/generate.h"
#include "data/scaler.h"
#include "data/split.h"
#include "vectors.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MOST = 2048 };

static const json_t *optional(const json_t *c, const char *key) {
  const json_t *v = json_object_get(c, key);
  return json_is_null(v) ? NULL : v;
}

static int64_t integer_or(const json_t *c, const char *key, int64_t absent) {
  const json_t *v = optional(c, key);
  return v ? vectors_integer(v) : absent;
}

static double number_or(const json_t *c, const char *key, double absent) {
  const json_t *v = optional(c, key);
  return v ? vectors_number(v) : absent;
}

/* The numbers of a list, of a list of lists, or the one number. */
static int64_t flatten(const json_t *v, double *out) {
  int64_t n = 0;
  size_t i;
  json_t *item;
  if (!json_is_array(v)) {
    *out = vectors_number(v);
    return 1;
  }
  json_array_foreach(v, i, item) {
    assert_in_range(n, 0, MOST - 1);
    n += flatten(item, out + n);
  }
  return n;
}

static void expect_doubles(const json_t *v, const double *x, int64_t n,
                           double tolerance) {
  double want[MOST];
  assert_int_equal(flatten(v, want), n);
  for (int64_t i = 0; i < n; i++)
    if (memcmp(&want[i], &x[i], sizeof *x) &&
        !(fabs(want[i] - x[i]) <= tolerance))
      fail_msg("entry %lld is %.17g, not %.17g", (long long)i, x[i], want[i]);
}

static void expect_ints(const json_t *list, const int64_t *x, int64_t n) {
  assert_int_equal(json_array_size(list), n);
  for (int64_t i = 0; i < n; i++)
    assert_int_equal(vectors_integer(json_array_get(list, (size_t)i)), x[i]);
}

/* Compares with X and y of the case and releases d. A tolerance of 0 lets
   -0.0 pass for 0.0, nothing else. */
static void expect_data(const json_t *c, DataSet *d, double tolerance) {
  expect_doubles(vectors_get(c, "X"), d->x, d->rows * d->columns, tolerance);
  expect_ints(vectors_get(c, "y"), d->y, d->rows);
  dataset_free(d);
}

static NpRandom random_of(const json_t *params) {
  NpRandom r;
  assert_true(nprandom_seed(&r, integer_or(params, "random_state", 0)));
  return r;
}

static void each_case(const char *file, const char *list,
                      void (*check)(const json_t *c)) {
  json_t *root = vectors_load(file);
  json_t *cases = vectors_get(root, list), *c;
  size_t i;
  assert_true(json_array_size(cases) > 0);
  json_array_foreach(cases, i, c) check(c);
  json_decref(root);
}

/* ---- make_classification ---- */

static double weights[16], shifts[16], scales[16];

static MakeClassification params_of(const json_t *c) {
  MakeClassification p = generate_classification_defaults();
  p.n_samples = integer_or(c, "n_samples", p.n_samples);
  p.n_features = integer_or(c, "n_features", p.n_features);
  p.n_informative = integer_or(c, "n_informative", p.n_informative);
  p.n_redundant = integer_or(c, "n_redundant", p.n_redundant);
  p.n_repeated = integer_or(c, "n_repeated", p.n_repeated);
  p.n_classes = integer_or(c, "n_classes", p.n_classes);
  p.n_clusters_per_class =
      integer_or(c, "n_clusters_per_class", p.n_clusters_per_class);
  p.flip_y = number_or(c, "flip_y", p.flip_y);
  p.class_sep = number_or(c, "class_sep", p.class_sep);
  p.hypercube = integer_or(c, "hypercube", 1);
  p.shuffle = integer_or(c, "shuffle", 1);
  p.weights = optional(c, "weights") ? weights : NULL;
  p.n_weights = p.weights ? flatten(optional(c, "weights"), weights) : 0;
  p.shift_none = !optional(c, "shift");
  p.shift = shifts;
  p.n_shift = p.shift_none ? 0 : flatten(optional(c, "shift"), shifts);
  p.scale_none = !optional(c, "scale");
  p.scale = scales;
  p.n_scale = p.scale_none ? 0 : flatten(optional(c, "scale"), scales);
  return p;
}

static void classification(const json_t *c) {
  const json_t *params = vectors_get(c, "params");
  MakeClassification p = params_of(params);
  NpRandom r = random_of(params);
  DataSet d;
  assert_true(generate_classification(&p, &r, &d));
  assert_int_equal(d.rows, p.n_samples);
  assert_int_equal(d.columns, p.n_features);
  expect_data(c, &d, vectors_number(vectors_get(c, "tol")));
}

static void make_classification(void **state) {
  (void)state;
  each_case("make_classification.json", "cases", classification);
}

/* The whole way of a notebook: data, scaler, split. */
static void notebook(const char *file, MakeClassification p) {
  json_t *root = vectors_load(file);
  NpRandom r;
  DataSet d;
  Split s;
  double mean[4], scale[4];
  assert_true(nprandom_seed(&r, 42));
  assert_true(generate_classification(&p, &r, &d));
  expect_doubles(vectors_get(root, "X"), d.x, d.rows * d.columns, 0);
  assert_true(scaler_fit(d.x, d.rows, d.columns, false, mean, scale));
  expect_doubles(vectors_get(root, "mean"), mean, 4, 0);
  expect_doubles(vectors_get(root, "scale"), scale, 4, 0);
  scaler_transform(d.x, d.rows, d.columns, false, mean, scale, d.x);
  expect_doubles(vectors_get(root, "X_scaled"), d.x, d.rows * d.columns, 0);
  assert_true(nprandom_seed(&r, 42));
  SplitSize none = {SPLIT_ABSENT, 0}, fifth = {SPLIT_FRACTION, 0.2};
  assert_true(split_rows(d.rows, fifth, none, true, NULL, &r, &s));
  expect_ints(vectors_get(root, "train"), s.train, s.n_train);
  expect_ints(vectors_get(root, "test"), s.test, s.n_test);
  expect_ints(vectors_get(root, "y"), d.y, d.rows);
  split_free(&s);
  dataset_free(&d);
  json_decref(root);
}

static void notebooks(void **state) {
  (void)state;
  MakeClassification p = generate_classification_defaults();
  p.n_samples = 200;
  p.n_features = 4;
  p.n_redundant = 0;
  notebook("notebook_data1.json", p);
  p.n_samples = 300;
  p.n_informative = 3;
  p.n_classes = 3;
  notebook("notebook_data2.json", p);
}

/* ---- blobs, moons, circles ---- */

static void blobs(const json_t *c) {
  const json_t *params = vectors_get(c, "params");
  const json_t *n = vectors_get(params, "n_samples");
  const json_t *centers = optional(params, "centers");
  const json_t *std = optional(params, "cluster_std");
  const json_t *box = optional(params, "center_box");
  double given[16], stds[16] = {1}, box_ends[16] = {-10, 10};
  int64_t sizes[16];
  MakeBlobs p = {.n_samples = sizes, .n_features = 2, .std = stds};
  p.total = !json_is_array(n);
  p.n_sizes = p.total ? 1 : (int64_t)json_array_size(n);
  for (int64_t i = 0; i < p.n_sizes; i++)
    sizes[i] = vectors_integer(p.total ? n : json_array_get(n, (size_t)i));
  p.n_features = integer_or(params, "n_features", 2);
  p.centers = json_is_array(centers) ? given : NULL;
  p.n_centers = centers ? (p.centers ? flatten(centers, given) / 2
                                     : vectors_integer(centers))
                        : 3;
  p.n_std = std ? flatten(std, stds) : 1;
  if (box)
    flatten(box, box_ends);
  p.box_low = box_ends[0];
  p.box_high = box_ends[1];
  p.shuffle = integer_or(params, "shuffle", 1);
  NpRandom r = random_of(params);
  DataSet d;
  assert_true(generate_blobs(&p, &r, &d));
  expect_data(c, &d, 0);
}

static void halves(const json_t *params, int64_t *outer, int64_t *inner) {
  const json_t *n = vectors_get(params, "n_samples");
  bool pair = json_is_array(n);
  int64_t total = pair ? 0 : vectors_integer(n);
  *outer = pair ? vectors_integer(json_array_get(n, 0)) : total / 2;
  *inner = pair ? vectors_integer(json_array_get(n, 1)) : total - *outer;
}

static void moons(const json_t *c) {
  const json_t *params = vectors_get(c, "params");
  int64_t outer, inner;
  DataSet d;
  NpRandom r = random_of(params);
  halves(params, &outer, &inner);
  assert_true(generate_moons(outer, inner, integer_or(params, "shuffle", 1),
                             number_or(params, "noise", -1), &r, &d));
  expect_data(c, &d, 0);
}

static void circles(const json_t *c) {
  const json_t *params = vectors_get(c, "params");
  int64_t outer, inner;
  DataSet d;
  NpRandom r = random_of(params);
  halves(params, &outer, &inner);
  assert_true(generate_circles(outer, inner, integer_or(params, "shuffle", 1),
                               number_or(params, "noise", -1),
                               number_or(params, "factor", 0.8), &r, &d));
  expect_data(c, &d, 0);
}

static void other_generators(void **state) {
  (void)state;
  each_case("blobs_moons_circles.json", "blobs", blobs);
  each_case("blobs_moons_circles.json", "moons", moons);
  each_case("blobs_moons_circles.json", "circles", circles);
}

/* ---- scaler and split ---- */

/* Row-major x as column-major, or back with rows and columns exchanged. */
static void transpose(const double *x, int64_t rows, int64_t columns,
                      double *out) {
  for (int64_t i = 0; i < rows; i++)
    for (int64_t j = 0; j < columns; j++)
      out[j * rows + i] = x[i * columns + j];
}

static void scaler(const json_t *c) {
  const json_t *matrix = vectors_get(c, "X");
  double flat[MOST], x[MOST], z[MOST], mean[16], scale[16];
  int64_t n = flatten(matrix, flat), rows = (int64_t)json_array_size(matrix);
  int64_t columns = n / rows;
  const char *order = json_string_value(vectors_get(c, "order"));
  bool column_major = !strcmp(order, "F");
  memcpy(x, flat, sizeof x);
  if (column_major)
    transpose(flat, rows, columns, x);
  assert_true(scaler_fit(x, rows, columns, column_major, mean, scale));
  expect_doubles(vectors_get(c, "mean"), mean, columns, 0);
  expect_doubles(vectors_get(c, "scale"), scale, columns, 0);
  scaler_transform(x, rows, columns, column_major, mean, scale, x);
  memcpy(z, x, sizeof z);
  if (column_major)
    transpose(x, columns, rows, z);
  expect_doubles(vectors_get(c, "Z"), z, n, 0);
}

/* sklearn leaves NaN out of the sums. Column 0 is {1, 3}, column 1 {2, 6}. */
static void scaler_skips_nan(void **state) {
  (void)state;
  double x[] = {1, 2, NAN, 6, 3, NAN}, mean[2], scale[2];
  assert_true(scaler_fit(x, 3, 2, false, mean, scale));
  assert_true(mean[0] == 2 && mean[1] == 4);
  assert_true(scale[0] == 1 && scale[1] == 2);
  double column[] = {1, NAN, 3};
  assert_true(scaler_fit(column, 3, 1, false, mean, scale));
  assert_true(mean[0] == 2 && scale[0] == 1);
}

/* Far from 0 the second pass's correction shows: without it the scale of
   column 0 or 1 would be another one. Values from sklearn. */
static void scaler_corrects(void **state) {
  (void)state;
  double x[14], mean[2], scale[2];
  for (int i = 0; i < 7; i++) {
    x[2 * i] = 1e14 + i * i * 0.5 + 1.0 / 3;
    x[2 * i + 1] = 3 * (3e15 + (6 - i) * (6 - i) * 0.5 + 1.0 / 3);
  }
  assert_true(scaler_fit(x, 7, 2, false, mean, scale));
  assert_true(mean[0] == 0x1.6bcc41e9001b6p+46);
  assert_true(mean[1] == 0x1.ff973cafa8015p+52);
  assert_true(scale[0] == 0x1.8fae0c15ad38ap+2);
  assert_true(scale[1] == 0x1.2c26dc415f88ap+4);
}

static void standard_scaler(void **state) {
  (void)state;
  each_case("standard_scaler.json", "cases", scaler);
}

static SplitSize size_of(const json_t *params, const char *key) {
  const json_t *v = optional(params, key);
  if (!v)
    return (SplitSize){SPLIT_ABSENT, 0};
  return (SplitSize){json_is_integer(v) ? SPLIT_COUNT : SPLIT_FRACTION,
                     vectors_number(v)};
}

static void split(const json_t *c) {
  const json_t *params = vectors_get(c, "params");
  const json_t *stratify = optional(c, "stratify");
  int64_t n = integer_or(c, "n", 0), labels[MOST];
  for (size_t i = 0; i < json_array_size(stratify); i++)
    labels[i] = vectors_integer(json_array_get(stratify, i));
  NpRandom r = random_of(params);
  Split s;
  assert_true(split_rows(
      n, size_of(params, "test_size"), size_of(params, "train_size"),
      integer_or(params, "shuffle", 1), stratify ? labels : NULL, &r, &s));
  expect_ints(vectors_get(c, "train"), s.train, s.n_train);
  expect_ints(vectors_get(c, "test"), s.test, s.n_test);
  split_free(&s);
}

static void train_test_split(void **state) {
  (void)state;
  each_case("train_test_split.json", "cases", split);
}

/* ---- what sklearn refuses, in its words ---- */

static void expect_error(bool ok, ErrType type, const char *text) {
  assert_false(ok);
  assert_int_equal(err_now()->type, type);
  if (text)
    assert_string_equal(buf_text(&err_now()->text), text);
  err_clear();
}

static bool made(const MakeClassification *p) {
  NpRandom r;
  DataSet d;
  assert_true(nprandom_seed(&r, 0));
  bool ok = generate_classification(p, &r, &d);
  if (!ok)
    assert_null(d.x);
  dataset_free(&d);
  return ok;
}

static MakeClassification usual(void) {
  return generate_classification_defaults();
}

static void refused_sizes(void **state) {
  (void)state;
  MakeClassification p = usual();
  p.n_samples = 0;
  assert_true(made(&p));
  p.n_samples = -1;
  expect_error(made(&p), ERR_ValueError, "negative dimensions are not allowed");
  p.n_samples = 1000000000000;
  expect_error(made(&p), ERR_MemoryError,
               "Unable to allocate 146. TiB for an array with shape "
               "(1000000000000, 20) and data type float64");
  p.n_samples = (int64_t)1 << 62;
  expect_error(made(&p), ERR_ValueError,
               "array is too big; `arr.size * arr.dtype.itemsize` is larger "
               "than the maximum possible size.");
  p = usual();
  p.n_features = INT64_MAX;
  assert_false(made(&p));
  p.n_samples = 0;
  assert_false(made(&p));
  p.n_features = -3;
  expect_error(made(&p), ERR_ValueError,
               "Number of informative, redundant and repeated features must "
               "sum to less than the number of total features");
}

/* Counts that cancel must not write beside the rows. */
static void cancelling_counts(void **state) {
  (void)state;
  MakeClassification p = usual();
  p.n_redundant = -1;
  assert_true(made(&p));
  p.n_redundant = 30;
  p.n_repeated = -20;
  expect_error(made(&p), ERR_ValueError, NULL);
  p.n_redundant = INT64_MAX;
  p.n_repeated = -INT64_MAX;
  expect_error(made(&p), ERR_ValueError, NULL);
  p = usual();
  p.n_informative = 30;
  p.n_redundant = -20;
  expect_error(made(&p), ERR_ValueError, NULL);
  p = usual();
  p.n_redundant = -5;
  expect_error(made(&p), ERR_ValueError, NULL);
  p.n_repeated = 4;
  expect_error(made(&p), ERR_ValueError, NULL);
}

static void refused_classes(void **state) {
  (void)state;
  MakeClassification p = usual();
  p.n_classes = 3;
  expect_error(made(&p), ERR_ValueError,
               "n_classes(3) * n_clusters_per_class(2) must be smaller or "
               "equal 2**n_informative(2)=4");
  p.n_informative = -1;
  expect_error(made(&p), ERR_ValueError,
               "n_classes(3) * n_clusters_per_class(2) must be smaller or "
               "equal 2**n_informative(-1)=0.5");
  p = usual();
  p.n_classes = 0;
  expect_error(made(&p), ERR_ZeroDivisionError, "float division by zero");
  p.n_classes = -1;
  expect_error(made(&p), ERR_IndexError, "list index out of range");
  p.n_classes = 2;
  p.n_clusters_per_class = 0;
  expect_error(made(&p), ERR_ZeroDivisionError, "integer modulo by zero");
  p = usual();
  p.n_classes = p.n_clusters_per_class = (int64_t)1 << 40;
  p.n_features = p.n_informative = 100;
  p.n_redundant = 0;
  expect_error(made(&p), ERR_MemoryError, NULL);
  p = usual();
  p.n_informative = 0;
  p.n_classes = p.n_clusters_per_class = 1;
  expect_error(made(&p), ERR_ValueError,
               "operands could not be broadcast together with shapes (100,0) "
               "(32,) (100,0) ");
}

static bool made_with_weight(double weight, int64_t n) {
  MakeClassification p = usual();
  double w[] = {weight, 0.5, 0.5};
  p.weights = w;
  p.n_weights = n;
  return made(&p);
}

static void refused_values(void **state) {
  (void)state;
  expect_error(made_with_weight(0.1, 3), ERR_ValueError,
               "Weights specified but incompatible with number of classes.");
  expect_error(made_with_weight(NAN, 1), ERR_ValueError,
               "cannot convert float NaN to integer");
  expect_error(made_with_weight(INFINITY, 1), ERR_OverflowError,
               "cannot convert float infinity to integer");
  assert_true(made_with_weight(-0.5, 1));
  assert_true(made_with_weight(1.5, 1));
  assert_true(made_with_weight(1e300, 1));
  assert_true(made_with_weight(-1e300, 2));
  MakeClassification p = usual();
  double three[] = {1, 2, 3};
  p.shift = three;
  p.n_shift = 3;
  expect_error(made(&p), ERR_ValueError,
               "operands could not be broadcast together with shapes (100,20) "
               "(3,) (100,20) ");
  p = usual();
  p.flip_y = NAN;
  assert_true(made(&p));
}

static bool blobs_made(int64_t n, int64_t centers, double std, double box) {
  MakeBlobs p = {.n_samples = &n,
                 .n_sizes = 1,
                 .total = true,
                 .n_features = 2,
                 .n_centers = centers,
                 .std = &std,
                 .n_std = 1,
                 .box_low = -box,
                 .box_high = box,
                 .shuffle = true};
  NpRandom r;
  DataSet d;
  assert_true(nprandom_seed(&r, 0));
  bool ok = generate_blobs(&p, &r, &d);
  dataset_free(&d);
  return ok;
}

static void refused_blobs(void **state) {
  (void)state;
  const char *negative = "negative dimensions are not allowed";
  assert_true(blobs_made(0, 3, 1, 10));
  assert_true(blobs_made(2, 5, 1, 10));
  expect_error(blobs_made(-5, 3, 1, 10), ERR_ValueError, negative);
  expect_error(blobs_made(INT64_MIN, 3, 1, 10), ERR_ValueError, negative);
  expect_error(blobs_made(10, -1, 1, 10), ERR_ValueError, negative);
  expect_error(blobs_made(10, 0, 1, 10), ERR_ZeroDivisionError,
               "integer division or modulo by zero");
  expect_error(blobs_made(10, 3, -1, 10), ERR_ValueError, "scale < 0");
  expect_error(blobs_made(10, 3, 1, 1e308), ERR_OverflowError,
               "Range exceeds valid bounds");
  expect_error(blobs_made(10000000000000, 3, 1, 10), ERR_MemoryError, NULL);
  expect_error(blobs_made(10, 10000000000000, 1, 10), ERR_MemoryError, NULL);
  assert_false(blobs_made(INT64_MAX, 3, 1, 10));
  err_clear();
}

static void refused_curves(void **state) {
  (void)state;
  NpRandom r;
  DataSet d;
  assert_true(nprandom_seed(&r, 0));
  assert_true(generate_moons(0, 1, true, 0.1, &r, &d));
  dataset_free(&d);
  expect_error(generate_moons(-1, 0, true, -1, &r, &d), ERR_ValueError,
               "Number of samples, -1, must be non-negative.");
  expect_error(generate_circles(3, -2, true, -1, 0.8, &r, &d), ERR_ValueError,
               "Number of samples, -2, must be non-negative.");
  expect_error(generate_circles(3, 3, true, -1, 1, &r, &d), ERR_ValueError,
               "'factor' has to be between 0 and 1.");
  assert_false(generate_moons(INT64_MAX, INT64_MAX, true, -1, &r, &d));
  expect_error(generate_circles(5000000000000, 1, true, -1, 0.5, &r, &d),
               ERR_MemoryError, NULL);
}

static bool split_made(int64_t n, SplitSize test, SplitSize train, bool shuffle,
                       const int64_t *labels) {
  NpRandom r;
  Split s;
  assert_true(nprandom_seed(&r, 0));
  bool ok = split_rows(n, test, train, shuffle, labels, &r, &s);
  if (!ok)
    assert_null(s.train);
  split_free(&s);
  return ok;
}

#define NONE ((SplitSize){SPLIT_ABSENT, 0})
#define COUNT(v) ((SplitSize){SPLIT_COUNT, (v)})
#define PART(v) ((SplitSize){SPLIT_FRACTION, (v)})

static void refused_split_sizes(void **state) {
  (void)state;
  expect_error(split_made(10, COUNT(10), NONE, true, NULL), ERR_ValueError,
               "test_size=10 should be either positive and smaller than the "
               "number of samples 10 or a float in the (0, 1) range");
  expect_error(split_made(10, NONE, PART(1.0), true, NULL), ERR_ValueError,
               "train_size=1.0 should be either positive and smaller than the "
               "number of samples 10 or a float in the (0, 1) range");
  expect_error(split_made(10, PART(NAN), NONE, true, NULL), ERR_ValueError,
               "cannot convert float NaN to integer");
  expect_error(split_made(10, PART(0.5), PART(0.6), true, NULL), ERR_ValueError,
               "The sum of test_size and train_size = 1.1, should be in the "
               "(0, 1) range. Reduce test_size and/or train_size.");
  expect_error(split_made(10, PART(0.5), COUNT(6), true, NULL), ERR_ValueError,
               "The sum of train_size and test_size = 11, should be smaller "
               "than the number of samples 10. Reduce test_size and/or "
               "train_size.");
  expect_error(split_made(10, PART(0.95), NONE, true, NULL), ERR_ValueError,
               "With n_samples=10, test_size=0.95 and train_size=None, the "
               "resulting train set will be empty. Adjust any of the "
               "aforementioned parameters.");
  expect_error(split_made(0, NONE, NONE, true, NULL), ERR_ValueError,
               "With n_samples=0, test_size=0.25 and train_size=None, the "
               "resulting train set will be empty. Adjust any of the "
               "aforementioned parameters.");
  expect_error(split_made((int64_t)1 << 50, NONE, NONE, true, NULL),
               ERR_MemoryError, NULL);
}

static void refused_strata(void **state) {
  (void)state;
  int64_t lonely[10] = {5}, two[10] = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
  expect_error(split_made(10, NONE, NONE, false, two), ERR_ValueError,
               "Stratified train/test split is not implemented for "
               "shuffle=False");
  expect_error(split_made(10, NONE, NONE, true, lonely), ERR_ValueError,
               "The least populated class in y has only 1 member, which is "
               "too few. The minimum number of groups for any class cannot be "
               "less than 2.");
  expect_error(split_made(10, COUNT(1), NONE, true, two), ERR_ValueError,
               "The test_size = 1 should be greater or equal to the number of "
               "classes = 2");
  expect_error(split_made(10, NONE, COUNT(1), true, two), ERR_ValueError,
               "The train_size = 1 should be greater or equal to the number "
               "of classes = 2");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(make_classification),
      cmocka_unit_test(notebooks),
      cmocka_unit_test(other_generators),
      cmocka_unit_test(standard_scaler),
      cmocka_unit_test(scaler_skips_nan),
      cmocka_unit_test(scaler_corrects),
      cmocka_unit_test(train_test_split),
      cmocka_unit_test(refused_sizes),
      cmocka_unit_test(cancelling_counts),
      cmocka_unit_test(refused_classes),
      cmocka_unit_test(refused_values),
      cmocka_unit_test(refused_blobs),
      cmocka_unit_test(refused_curves),
      cmocka_unit_test(refused_split_sizes),
      cmocka_unit_test(refused_strata),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
