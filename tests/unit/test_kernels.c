/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every instruction set this processor has, against long double. */
#include "base/mem.h"
#include "num/floats.h"
#include "num/kernels.h"
#include "taught.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char *const sets[] = {"baseline", "v3", "v4"};

/* A stream of its own: the same numbers everywhere. */
static uint64_t seed;

static double uniform(double low, double high) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return low + (high - low) * (double)(seed >> 11) * 0x1p-53;
}

static double ulps_of(bool f32, double got, long double want) {
  if ((got != got && want != want) || (long double)got == want)
    return 0;
  double near = (double)want, unit;
  if (f32) {
    float w = fabsf((float)near);
    unit = (double)(nextafterf(w, INFINITY) - w);
  } else {
    unit = nextafter(fabs(near), INFINITY) - fabs(near);
  }
  if (isinf(near) || isnan(near) || isnan(got))
    return INFINITY;
  return (double)(fabsl((long double)got - want) / (long double)unit);
}

/* One row or column by the book: max, sum of exp, both kinds of result. */
static void reference(const double *x, int64_t n, int64_t step, bool ln,
                      long double *out) {
  long double max = (long double)x[0], rest = 0;
  int64_t top = 0;
  for (int64_t j = 1; j < n; j++)
    if ((long double)x[j * step] > max) {
      max = (long double)x[j * step];
      top = j;
    }
  for (int64_t j = 0; j < n; j++)
    rest += j == top ? max - max : expl((long double)x[j * step] - max);
  for (int64_t j = 0; j < n; j++) {
    long double d = (long double)x[j * step] - max;
    out[j] = ln ? d - log1pl(rest) : expl(d) / (1 + rest);
  }
}

typedef struct Data {
  double *x, *out;
  float *x32, *out32;
  long double *want;
  int64_t n;
} Data;

static Data data_new(int64_t n, double low, double high) {
  size_t k = (size_t)n;
  Data d = {mem_alloc(k * 8),
            mem_alloc(k * 8),
            mem_alloc(k * 4),
            mem_alloc(k * 4),
            mem_alloc(k * sizeof(long double)),
            n};
  for (int64_t i = 0; i < n; i++) {
    d.x32[i] = (float)uniform(low, high);
    d.x[i] = (double)d.x32[i];
  }
  return d;
}

static void data_free(Data *d) {
  mem_free(d->x);
  mem_free(d->out);
  mem_free(d->x32);
  mem_free(d->out32);
  mem_free(d->want);
}

/* The worst error of softmax over the middle axis. */
static double softmax_error(const Kernels *k, Data *d, AxisLoop l, bool f32,
                            bool ln) {
  double worst = 0;
  if (f32)
    k->softmax32(d->x32, d->out32, l, ln);
  else
    k->softmax64(d->x, d->out, l, ln);
  for (int64_t r = 0; r < l.outer * l.inner; r++) {
    int64_t at = r / l.inner * l.n * l.inner + r % l.inner;
    reference(d->x + at, l.n, l.inner, ln, d->want);
    for (int64_t j = 0; j < l.n; j++) {
      int64_t i = at + j * l.inner;
      double got = f32 ? (double)d->out32[i] : d->out[i];
      worst = fmax(worst, ulps_of(f32, got, d->want[j]));
    }
  }
  return worst;
}

static void check_shape(const Kernels *k, AxisLoop l, double spread) {
  Data d = data_new(l.outer * l.n * l.inner, -spread, spread);
  for (int i = 0; i < 4; i++) {
    bool f32 = i & 1, ln = i & 2;
    double worst = softmax_error(k, &d, l, f32, ln);
    if (worst > 3)
      print_message("%s %s%s %dx%dx%d: %.1f ulp\n", k->name,
                    f32 ? "f32" : "f64", ln ? " ln" : "", (int)l.outer,
                    (int)l.n, (int)l.inner, worst);
    assert_true(worst <= (f32 ? 5 : 10));
  }
  data_free(&d);
}

static void each_set(void (*work)(const Kernels *k)) {
  for (int i = 0; i < 3; i++) {
    const Kernels *k = kernels_named(sets[i]);
    if (k)
      work(k);
    else
      print_message("%s: not on this processor\n", sets[i]);
  }
}

static void sizes(const Kernels *k) {
  for (int64_t n = 1; n <= 300; n++)
    check_shape(k, (AxisLoop){n % 7 + 1, n, 1}, n % 3 ? 10 : 700);
  for (int64_t n = 1; n <= 40; n += 3)
    for (int64_t inner = 2; inner <= 35; inner += 3)
      check_shape(k, (AxisLoop){2, n, inner}, 30);
  check_shape(k, (AxisLoop){1, 1000000, 1}, 5);
  check_shape(k, (AxisLoop){20000, 10, 1}, 20);
}

static void test_softmax(void **state) {
  (void)state;
  seed = 1;
  each_set(sizes);
}

/* max and rest, against the reference's sum. */
static void rowsums(const Kernels *k) {
  for (int64_t n = 1; n <= 100; n++) {
    AxisLoop l = {5, n, 1};
    Data d = data_new(5 * n, -30, 30);
    float max32[5];
    double max[5], rest[5], rest32[5];
    k->rowsum32(d.x32, l, max32, rest32);
    k->rowsum64(d.x, l, max, rest);
    for (int64_t r = 0; r < 5; r++) {
      reference(d.x + r * n, n, 1, true, d.want);
      for (int64_t j = 0; j < n; j++) {
        double x = d.x[r * n + j];
        double got = (x - max[r]) - log1p(rest[r]);
        assert_true(ulps_of(false, got, d.want[j]) <= 10);
        got = (x - (double)max32[r]) - log1p(rest32[r]);
        assert_true(ulps_of(true, got, d.want[j]) <= 5);
      }
    }
    data_free(&d);
  }
}

static void test_rowsum(void **state) {
  (void)state;
  seed = 2;
  each_set(rowsums);
}

static void functions(const Kernels *k) {
  enum { N = 100003 };
  Data d = data_new(N, -110, 92);
  double worst[4] = {0};
  k->exp32(d.x32, d.out32, N);
  k->exp64(d.x, d.out, N);
  for (int64_t i = 0; i < N; i++) {
    long double want = expl((long double)d.x[i]);
    if (want > (long double)3.4028235e38)
      assert_true(isinf(d.out32[i]));
    else
      worst[0] = fmax(worst[0], ulps_of(true, (double)d.out32[i], want));
    worst[1] = fmax(worst[1], ulps_of(false, d.out[i], want));
  }
  k->sigmoid32(d.x32, d.out32, N);
  k->sigmoid64(d.x, d.out, N);
  for (int64_t i = 0; i < N; i++) {
    long double want = 1 / (1 + expl(-(long double)d.x[i]));
    worst[2] = fmax(worst[2], ulps_of(true, (double)d.out32[i], want));
    worst[3] = fmax(worst[3], ulps_of(false, d.out[i], want));
  }
  print_message("%s: exp %.2f %.2f, sigmoid %.2f %.2f ulp\n", k->name, worst[0],
                worst[1], worst[2], worst[3]);
  for (int i = 0; i < 4; i++)
    assert_true(worst[i] <= 3);
  data_free(&d);
}

/* exp32 of the fused sets is floats_exp, bit for bit. */
static void fused(const Kernels *k) {
  enum { N = 20011 };
  Data d = data_new(N, -120, 110);
  k->exp32(d.x32, d.out32, N);
  for (int64_t i = 0; i < N && k->fused; i++)
    assert_true(d.out32[i] == floats_exp(d.x32[i]));
  data_free(&d);
}

static void test_fused(void **state) {
  (void)state;
  seed = 4;
  each_set(fused);
}

static void test_functions(void **state) {
  (void)state;
  seed = 3;
  each_set(functions);
}

static void specials(const Kernels *k) {
  const double inf = (double)INFINITY, nan = (double)NAN;
  const double rows[][3] = {
      {1, inf, 0}, {1, -inf, 0},    {-inf, -inf, -inf}, {nan, 1, 2},
      {1, nan, 2}, {inf, inf, inf}, {1e308, -1e308, 0}, {0, -745, -700}};
  for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++)
    for (int64_t n = 3; n <= 300; n += 99)
      for (int form = 0; form < 3; form++) {
        double x[900], out[900];
        long double want[300];
        int64_t inner = form == 2 ? 3 : 1, outer = form == 1 ? 3 : 1;
        for (int64_t i = 0; i < 900; i++)
          x[i] = -5;
        for (int64_t i = 0; i < outer * inner; i++)
          for (int64_t j = 0; j < 3; j++)
            x[(i / inner * n + j) * inner + i % inner] = rows[r][j];
        k->softmax64(x, out, (AxisLoop){outer, n, inner}, false);
        reference(x, n, inner, false, want);
        for (int64_t j = 0; j < n; j++)
          assert_true(ulps_of(false, out[j * inner], want[j]) <= 10);
      }
}

static void test_specials(void **state) {
  (void)state;
  each_set(specials);
}

static void test_choice(void **state) {
  (void)state;
  assert_string_equal(kernels_named("baseline")->name, "baseline");
  assert_null(kernels_named("v9"));
  assert_non_null(kernels_get());
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_choice), cmocka_unit_test(test_functions),
      cmocka_unit_test(test_fused),  cmocka_unit_test(test_specials),
      cmocka_unit_test(test_rowsum), cmocka_unit_test(test_softmax),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
