/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/err.h"
#include "num/nprandom.h"
#include "num/torchrandom.h"
#include "vectors.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MOST = 2048 };
static double got[MOST];
static float got32[MOST];
static int64_t ints[MOST];

static const char *text_of(const json_t *c, const char *key) {
  return json_string_value(vectors_get(c, key));
}

static double number_of(const json_t *c, const char *key) {
  return vectors_number(vectors_get(c, key));
}

static int64_t integer_of(const json_t *c, const char *key) {
  return vectors_integer(vectors_get(c, key));
}

/* The values are bit-identical to the list. */
static void expect_doubles(const json_t *list, const double *x) {
  size_t i;
  json_t *v;
  assert_true(json_array_size(list) > 0);
  json_array_foreach(list, i, v) {
    double want = vectors_number(v);
    if (memcmp(&want, &x[i], sizeof want))
      fail_msg("entry %zu is %.17g, not %.17g", i, x[i], want);
  }
}

static void expect_floats(const json_t *list, const float *x) {
  size_t n = json_array_size(list);
  assert_true(n <= MOST);
  double wide[MOST];
  for (size_t i = 0; i < n; i++)
    wide[i] = (double)x[i];
  expect_doubles(list, wide);
}

static void expect_ints(const json_t *list, const int64_t *x) {
  size_t i;
  json_t *v;
  json_array_foreach(list, i, v) {
    int64_t want = vectors_integer(v);
    if (want != x[i])
      fail_msg("entry %zu is %lld, not %lld", i, (long long)x[i],
               (long long)want);
  }
}

static int64_t length_of(const json_t *c, const char *key) {
  int64_t n = (int64_t)json_array_size(vectors_get(c, key));
  assert_in_range(n, 1, MOST);
  return n;
}

static NpRandom np_of(const json_t *c) {
  NpRandom r;
  assert_true(nprandom_seed(&r, integer_of(c, "seed")));
  return r;
}

static TorchRandom torch_of(const json_t *c) {
  TorchRandom r;
  torchrandom_seed(&r, (uint64_t)integer_of(c, "seed"));
  return r;
}

/* Runs check on every case of one list of the file. */
static void each_case(const char *file, const char *list,
                      void (*check)(const json_t *c)) {
  json_t *root = vectors_load(file);
  json_t *cases = vectors_get(root, list), *c;
  size_t i;
  assert_true(json_array_size(cases) > 0);
  json_array_foreach(cases, i, c) check(c);
  json_decref(root);
}

/* ---- NumPy ---- */

static void words(const json_t *c) {
  Mt mt;
  static int64_t all[1300];
  mt_seed(&mt, (uint32_t)integer_of(c, "seed"));
  for (int i = 0; i < 1300; i++)
    all[i] = mt_u32(&mt);
  expect_ints(vectors_get(c, "first"), all);
  expect_ints(vectors_get(c, "at_620"), all + 620);
  expect_ints(vectors_get(c, "at_1245"), all + 1245);
}

static void sample(const json_t *c) {
  NpRandom r = np_of(c);
  for (int64_t i = 0; i < length_of(c, "values"); i++)
    got[i] = nprandom_double(&r);
  expect_doubles(vectors_get(c, "values"), got);
}

static void uniform(const json_t *c) {
  NpRandom r = np_of(c);
  for (int64_t i = 0; i < length_of(c, "values"); i++)
    got[i] = nprandom_uniform(&r, number_of(c, "low"), number_of(c, "high"));
  expect_doubles(vectors_get(c, "values"), got);
}

static void standard_normal(const json_t *c) {
  NpRandom r = np_of(c);
  for (int64_t i = 0; i < length_of(c, "values"); i++)
    got[i] = nprandom_gauss(&r);
  expect_doubles(vectors_get(c, "values"), got);
}

static void normal(const json_t *c) {
  NpRandom r = np_of(c);
  double loc = number_of(c, "loc"), scale = number_of(c, "scale");
  for (int64_t i = 0; i < length_of(c, "values"); i++)
    got[i] = loc + scale * nprandom_gauss(&r);
  expect_doubles(vectors_get(c, "values"), got);
}

static void exponential(const json_t *c) {
  NpRandom r = np_of(c);
  for (int64_t i = 0; i < length_of(c, "values"); i++)
    got[i] = nprandom_exponential(&r);
  expect_doubles(vectors_get(c, "values"), got);
}

/* uint16 and uint32 are no DType: they take the way below it. */
static void randint(const json_t *c) {
  NpRandom r = np_of(c);
  const char *name = text_of(c, "dtype");
  int64_t low = integer_of(c, "low"), high = integer_of(c, "high");
  int64_t n = integer_of(c, "n");
  DType dtype = dtype_by_name(name);
  uint64_t max = (uint64_t)high - 1 - (uint64_t)low;
  if (dtype != DT_COUNT)
    assert_true(nprandom_integers(&r, dtype, low, high, n, ints));
  else
    nprandom_bounded(&r, atoi(name + 4), (uint64_t)low, max, n, ints);
  expect_ints(vectors_get(c, "values"), ints);
}

static void permutation(const json_t *c) {
  NpRandom r = np_of(c);
  nprandom_permutation(&r, integer_of(c, "n"), ints);
  expect_ints(vectors_get(c, "values"), ints);
}

static void shuffle_list(const json_t *c) {
  NpRandom r = np_of(c);
  int64_t n = integer_of(c, "n");
  assert_string_equal(text_of(c, "input"), "i*i");
  for (int64_t i = 0; i < n; i++)
    ints[i] = i * i;
  nprandom_shuffle_ints(&r, n, ints);
  expect_ints(vectors_get(c, "values"), ints);
}

static void swap_rows(void *context, int64_t i, int64_t j) {
  int64_t(*rows)[3] = context;
  for (int k = 0; k < 3; k++) {
    int64_t moved = rows[i][k];
    rows[i][k] = rows[j][k];
    rows[j][k] = moved;
  }
}

static void shuffle_rows(const json_t *c) {
  NpRandom r = np_of(c);
  int64_t rows[10][3];
  for (int i = 0; i < 30; i++)
    rows[i / 3][i % 3] = i;
  nprandom_shuffle(&r, 10, swap_rows, rows);
  for (size_t i = 0; i < 10; i++)
    expect_ints(json_array_get(vectors_get(c, "values"), i), rows[i]);
}

static void choice(const json_t *c) {
  NpRandom r = np_of(c);
  const json_t *p = vectors_get(c, "p");
  double weights[16];
  for (size_t i = 0; i < json_array_size(p); i++)
    weights[i] = vectors_number(json_array_get(p, i));
  assert_true(nprandom_choice(&r, integer_of(c, "a"), integer_of(c, "n"),
                              integer_of(c, "replace"),
                              json_is_null(p) ? NULL : weights, ints));
  expect_ints(vectors_get(c, "values"), ints);
}

/* One operation of a stream in which the calls alternate. */
static void np_operation(NpRandom *r, const json_t *c) {
  const char *op = text_of(c, "op");
  const json_t *arg = vectors_get(c, "arg"), *out = vectors_get(c, "out");
  int64_t n = (int64_t)json_array_size(out);
  double a = json_is_array(arg) ? vectors_number(json_array_get(arg, 0)) : 0;
  double b = json_is_array(arg) ? vectors_number(json_array_get(arg, 1)) : 0;
  for (int64_t i = 0; i < n; i++)
    if (!strcmp(op, "standard_normal"))
      got[i] = nprandom_gauss(r);
    else if (!strcmp(op, "random_sample"))
      got[i] = nprandom_double(r);
    else if (!strcmp(op, "uniform"))
      got[i] = nprandom_uniform(r, a, b);
    else if (!strcmp(op, "normal"))
      got[i] = a + b * nprandom_gauss(r);
    else if (!strcmp(op, "randint"))
      nprandom_bounded(r, 64, (uint64_t)a, (uint64_t)(b - a) - 1, 1, &ints[i]);
  if (!strcmp(op, "permutation"))
    nprandom_permutation(r, n, ints);
  if (!strcmp(op, "randint") || !strcmp(op, "permutation"))
    expect_ints(out, ints);
  else
    expect_doubles(out, got);
}

static void np_mixed(const json_t *c) {
  NpRandom r = np_of(c);
  size_t i;
  json_t *op;
  json_array_foreach(vectors_get(c, "ops"), i, op) np_operation(&r, op);
}

static void numpy_streams(void **state) {
  (void)state;
  each_case("rng_numpy.json", "raw_u32", words);
  each_case("rng_numpy.json", "random_sample", sample);
  each_case("rng_numpy.json", "uniform", uniform);
  each_case("rng_numpy.json", "standard_normal", standard_normal);
  each_case("rng_numpy.json", "normal", normal);
  each_case("rng_numpy.json", "standard_exponential", exponential);
  each_case("rng_numpy.json", "mixed", np_mixed);
}

static void numpy_integers(void **state) {
  (void)state;
  each_case("rng_numpy.json", "randint", randint);
  each_case("rng_numpy.json", "permutation", permutation);
  each_case("rng_numpy.json", "shuffle_list", shuffle_list);
  each_case("rng_numpy.json", "shuffle_rows", shuffle_rows);
  each_case("rng_numpy.json", "choice", choice);
}

static void expect_error(bool ok, ErrType type, const char *text) {
  assert_false(ok);
  assert_int_equal(err_now()->type, type);
  assert_string_equal(buf_text(&err_now()->text), text);
  err_clear();
}

static void numpy_integer_errors(void **state) {
  (void)state;
  NpRandom r;
  expect_error(nprandom_seed(&r, -1), ERR_ValueError,
               "Seed must be between 0 and 2**32 - 1");
  expect_error(nprandom_seed(&r, (int64_t)1 << 32), ERR_ValueError,
               "Seed must be between 0 and 2**32 - 1");
  assert_true(nprandom_seed(&r, 0));
  expect_error(nprandom_integers(&r, DT_I64, 0, 0, 1, ints), ERR_ValueError,
               "high <= 0");
  expect_error(nprandom_integers(&r, DT_I64, 5, 2, 1, ints), ERR_ValueError,
               "low >= high");
  expect_error(nprandom_integers(&r, DT_I64, INT64_MIN, INT64_MIN, 1, ints),
               ERR_ValueError, "low >= high");
  expect_error(nprandom_integers(&r, DT_U8, 0, 300, 1, ints), ERR_ValueError,
               "high is out of bounds for uint8");
  expect_error(nprandom_integers(&r, DT_U8, -1, 3, 1, ints), ERR_ValueError,
               "low is out of bounds for uint8");
  expect_error(nprandom_integers(&r, DT_F64, 0, 3, 1, ints), ERR_TypeError,
               "Unsupported dtype dtype('float64') for randint");
}

static bool chosen(int64_t n, int64_t count, bool replace, const double *p) {
  NpRandom r;
  nprandom_seed(&r, 0);
  return nprandom_choice(&r, n, count, replace, p, ints);
}

static void numpy_choice_errors(void **state) {
  (void)state;
  double negative[] = {-0.5, 0.5, 1}, short_sum[] = {0.2, 0.2, 0.2};
  double with_nan[] = {NAN, 0.5, 0.5}, sure[] = {1, 0, 0};
  const char *none = "a must be greater than 0 unless no samples are taken";
  expect_error(chosen(0, 1, true, NULL), ERR_ValueError, none);
  expect_error(chosen(-3, 1, false, NULL), ERR_ValueError, none);
  assert_true(chosen(0, 0, true, NULL));
  assert_true(chosen(0, 0, false, NULL));
  expect_error(chosen(3, 5, false, NULL), ERR_ValueError,
               "Cannot take a larger sample than population when "
               "'replace=False'");
  expect_error(chosen(3, -1, true, NULL), ERR_ValueError,
               "negative dimensions are not allowed");
  expect_error(chosen(3, 2, true, negative), ERR_ValueError,
               "probabilities are not non-negative");
  expect_error(chosen(3, 2, true, short_sum), ERR_ValueError,
               "probabilities do not sum to 1");
  expect_error(chosen(3, 2, true, with_nan), ERR_ValueError,
               "probabilities contain NaN");
  expect_error(chosen(3, 2, false, sure), ERR_ValueError,
               "Fewer non-zero entries in p than size");
  assert_false(chosen(INT64_MAX, 1, false, NULL));
  assert_int_equal(err_now()->type, ERR_MemoryError);
  err_clear();
}

/* ---- torch ---- */

static void rand32(const json_t *c) {
  TorchRandom r = torch_of(c);
  torchrandom_uniform32(&r, 0, 1, length_of(c, "values"), got32);
  expect_floats(vectors_get(c, "values"), got32);
}

static void rand64(const json_t *c) {
  TorchRandom r = torch_of(c);
  torchrandom_uniform64(&r, 0, 1, length_of(c, "values"), got);
  expect_doubles(vectors_get(c, "values"), got);
}

static void randn32(const json_t *c) {
  TorchRandom r = torch_of(c);
  torchrandom_normal32(&r, 0, 1, integer_of(c, "n"), got32);
  expect_floats(vectors_get(c, "values"), got32);
}

static void randn64(const json_t *c) {
  TorchRandom r = torch_of(c);
  torchrandom_normal64(&r, 0, 1, integer_of(c, "n"), got);
  expect_doubles(vectors_get(c, "values"), got);
}

static void normal_(const json_t *c) {
  TorchRandom r = torch_of(c);
  double mean = number_of(c, "mean"), std = number_of(c, "std");
  if (!strcmp(text_of(c, "dtype"), "float32")) {
    torchrandom_normal32(&r, mean, std, integer_of(c, "n"), got32);
    expect_floats(vectors_get(c, "values"), got32);
  } else {
    torchrandom_normal64(&r, mean, std, integer_of(c, "n"), got);
    expect_doubles(vectors_get(c, "values"), got);
  }
}

static void uniform_(const json_t *c) {
  TorchRandom r = torch_of(c);
  double a = number_of(c, "a"), b = number_of(c, "b");
  if (!strcmp(text_of(c, "dtype"), "float32")) {
    torchrandom_uniform32(&r, a, b, integer_of(c, "n"), got32);
    expect_floats(vectors_get(c, "values"), got32);
  } else {
    torchrandom_uniform64(&r, a, b, integer_of(c, "n"), got);
    expect_doubles(vectors_get(c, "values"), got);
  }
}

static void randperm(const json_t *c) {
  TorchRandom r = torch_of(c);
  torchrandom_permutation(&r, integer_of(c, "n"), ints);
  expect_ints(vectors_get(c, "values"), ints);
}

static void torch_randint(const json_t *c) {
  TorchRandom r = torch_of(c);
  for (int64_t i = 0; i < integer_of(c, "n"); i++)
    ints[i] =
        torchrandom_integer(&r, integer_of(c, "low"), integer_of(c, "high"));
  expect_ints(vectors_get(c, "values"), ints);
}

static void int63(const json_t *c) {
  TorchRandom r = torch_of(c);
  for (int64_t i = 0; i < length_of(c, "values"); i++)
    ints[i] = torchrandom_int63(&r);
  expect_ints(vectors_get(c, "values"), ints);
}

static void bernoulli(const json_t *c) {
  TorchRandom r = torch_of(c);
  for (int64_t i = 0; i < integer_of(c, "n"); i++)
    got[i] = torchrandom_bernoulli(&r, number_of(c, "p"));
  expect_doubles(vectors_get(c, "values"), got);
}

/* F.dropout's draws: one coin of 1 - p per element, none at p = 0 and 1. */
static void dropout(const json_t *c) {
  TorchRandom r = torch_of(c);
  double p = number_of(c, "p");
  for (int64_t i = 0; i < integer_of(c, "n"); i++) {
    float x = (float)(i + 1) / 3, mask = p == 0;
    if (p > 0 && p < 1)
      mask = (float)torchrandom_bernoulli(&r, 1 - p) / (float)(1 - p);
    got32[i] = x * mask;
  }
  expect_floats(vectors_get(c, "values"), got32);
}

/* One pass of a DataLoader: a base seed, then that of a private stream. */
static void epoch(TorchRandom *r, const json_t *c, const json_t *batches) {
  int64_t n = integer_of(c, "n"), size = integer_of(c, "batch");
  torchrandom_int63(r);
  for (int64_t i = 0; i < n; i++)
    ints[i] = i;
  if (integer_of(c, "shuffle")) {
    TorchRandom own;
    torchrandom_seed(&own, (uint64_t)torchrandom_int63(r));
    torchrandom_permutation(&own, n, ints);
  }
  size_t i;
  json_t *batch;
  json_array_foreach(batches, i, batch)
      expect_ints(batch, ints + (int64_t)i * size);
}

static void dataloader(const json_t *c) {
  TorchRandom r = torch_of(c);
  size_t i;
  json_t *batches;
  json_array_foreach(vectors_get(c, "epochs"), i, batches)
      epoch(&r, c, batches);
  torchrandom_uniform32(&r, 0, 1, length_of(c, "next_rand"), got32);
  expect_floats(vectors_get(c, "next_rand"), got32);
}

static void torch_operation(TorchRandom *r, const json_t *c) {
  const char *op = text_of(c, "op");
  const json_t *arg = vectors_get(c, "arg"), *out = vectors_get(c, "out");
  int64_t n = (int64_t)json_array_size(out);
  if (!strcmp(op, "randn"))
    torchrandom_normal32(r, 0, 1, n, got32);
  else if (!strcmp(op, "rand"))
    torchrandom_uniform32(r, 0, 1, n, got32);
  else if (!strcmp(op, "randn64"))
    torchrandom_normal64(r, 0, 1, n, got);
  else if (!strcmp(op, "rand64"))
    torchrandom_uniform64(r, 0, 1, n, got);
  else if (!strcmp(op, "randperm"))
    torchrandom_permutation(r, n, ints);
  for (int64_t i = 0; !strcmp(op, "randint") && i < n; i++)
    ints[i] = torchrandom_integer(r, vectors_integer(json_array_get(arg, 0)),
                                  vectors_integer(json_array_get(arg, 1)));
  if (!strcmp(op, "randperm") || !strcmp(op, "randint"))
    expect_ints(out, ints);
  else if (strstr(op, "64"))
    expect_doubles(out, got);
  else
    expect_floats(out, got32);
}

static void torch_mixed(const json_t *c) {
  TorchRandom r = torch_of(c);
  size_t i;
  json_t *op;
  json_array_foreach(vectors_get(c, "ops"), i, op) torch_operation(&r, op);
}

static void torch_streams(void **state) {
  (void)state;
  each_case("torch_rng.json", "rand_f32", rand32);
  each_case("torch_rng.json", "rand_f64", rand64);
  each_case("torch_rng.json", "randn_f32", randn32);
  each_case("torch_rng.json", "randn_f64", randn64);
  each_case("torch_rng.json", "normal_", normal_);
  each_case("torch_rng.json", "uniform_", uniform_);
  each_case("torch_rng.json", "mixed", torch_mixed);
  each_case("torch_rng.json", "seed_low_32_bits_only", rand32);
}

static void torch_integers(void **state) {
  (void)state;
  each_case("torch_rng.json", "randperm", randperm);
  each_case("torch_rng.json", "randint", torch_randint);
  each_case("torch_rng.json", "random_int64", int63);
  each_case("torch_rng.json", "bernoulli_", bernoulli);
  each_case("torch_rng.json", "dropout", dropout);
  each_case("torch_rng.json", "dataloader", dataloader);
}

static void expect_matrix(const json_t *rows, const float *x, int64_t columns) {
  size_t i;
  json_t *row;
  json_array_foreach(rows, i, row) {
    assert_int_equal(json_array_size(row), columns);
    expect_floats(row, x + (int64_t)i * columns);
  }
}

static void layers(const json_t *c) {
  TorchRandom r = torch_of(c);
  const json_t *sizes = vectors_get(c, "sizes"), *p = vectors_get(c, "params");
  const json_t *no_bias = json_object_get(c, "bias");
  bool bias = !no_bias || json_is_true(no_bias);
  static float weight[65536], b[1024];
  size_t at = 0;
  for (size_t k = 0; k + 1 < json_array_size(sizes); k++) {
    int64_t in = vectors_integer(json_array_get(sizes, k));
    int64_t out = vectors_integer(json_array_get(sizes, k + 1));
    assert_in_range(in * out, 1, 65536);
    torchrandom_linear(&r, in, out, weight, bias ? b : NULL);
    expect_matrix(json_array_get(p, at++), weight, in);
    if (bias)
      expect_floats(json_array_get(p, at++), b);
  }
  assert_int_equal(at, json_array_size(p));
  float next = torchrandom_float(&r);
  expect_floats(vectors_get(c, "next_rand"), &next);
}

static void linear_weights(void **state) {
  (void)state;
  each_case("torch_linear_init.json", "cases", layers);
}

/* An empty range and the widest one. */
static void torch_extremes(void **state) {
  (void)state;
  TorchRandom r;
  torchrandom_seed(&r, 0);
  assert_int_equal(torchrandom_integer(&r, 7, 7), 7);
  int64_t wide = torchrandom_integer(&r, INT64_MIN, INT64_MAX);
  assert_true(wide < INT64_MAX);
  torchrandom_permutation(&r, 0, ints);
  torchrandom_normal32(&r, 0, 1, 0, got32);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numpy_streams),
      cmocka_unit_test(numpy_integers),
      cmocka_unit_test(numpy_integer_errors),
      cmocka_unit_test(numpy_choice_errors),
      cmocka_unit_test(torch_streams),
      cmocka_unit_test(torch_integers),
      cmocka_unit_test(linear_weights),
      cmocka_unit_test(torch_extremes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
