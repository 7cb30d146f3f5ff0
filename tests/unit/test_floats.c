/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The expected bits come from ref.py of the fidelity suite, which meets what
   torch and NumPy printed. */
#include "num/floats.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct Bits {
  uint32_t in, out;
} Bits;

static float float_of(uint32_t bits) {
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static uint32_t bits_of(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static void expect(const Bits *cases, size_t n, float (*f)(float)) {
  for (size_t i = 0; i < n; i++) {
    uint32_t got = bits_of(f(float_of(cases[i].in)));
    if (got != cases[i].out)
      fail_msg("f(%08x) is %08x, not %08x", cases[i].in, got, cases[i].out);
  }
}

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void exp_bits(void **state) {
  (void)state;
  static const Bits cases[] = {
      {0x00000000u, 0x3f800000u}, {0x3f800000u, 0x402df854u},
      {0xbf800000u, 0x3ebc5ab2u}, {0x3f000000u, 0x3fd3094cu},
      {0xbdcccccdu, 0x3f67a36du}, {0x40161e4fu, 0x41270854u},
      {0xc0f80000u, 0x39e1d549u}, {0x41a00000u, 0x4de75844u},
      {0xc1a26666u, 0x30d1dc79u}, {0x424a0000u, 0x63e7b299u},
      {0x42b16666u, 0x7f7a37fcu}, {0xc2aecccdu, 0x00782140u},
      {0xc2be0000u, 0x00000f64u}, {0xc2cfcccdu, 0x00000001u},
      {0x358637bdu, 0x3f800008u}};
  expect(cases, COUNT(cases), floats_exp);
  assert_true(floats_exp(-104.5f) == 0.0f);
  assert_true(floats_exp(-INFINITY) == 0.0f);
  assert_true(isinf(floats_exp(100.5f)) && isinf(floats_exp(INFINITY)));
  assert_true(isinf(floats_exp(89.0f)));
  assert_true(isnan(floats_exp(NAN)));
}

static void log_bits(void **state) {
  (void)state;
  static const Bits cases[] = {
      {0x3f800000u, 0x00000000u}, {0x3f000000u, 0xbf317218u},
      {0x40000000u, 0x3f317218u}, {0x3dcccccdu, 0xc0135d8eu},
      {0x40400000u, 0x3f8c9f54u}, {0x41200000u, 0x40135d8eu},
      {0x3f400000u, 0xbe934b11u}, {0x3faaaaabu, 0x3e934b12u},
      {0x2edbe6ffu, 0xc1b834f1u}, {0x000116c2u, 0xc2b834f2u},
      {0x00000001u, 0xc2ce8ed0u}, {0x47f1205au, 0x413b940eu},
      {0x7f61b1e6u, 0x42b13196u}, {0x3f7fffffu, 0xb3800000u},
      {0x3f800001u, 0x33ffffffu}};
  expect(cases, COUNT(cases), floats_log);
  assert_true(floats_log(0.0f) == -INFINITY);
  assert_true(floats_log(-0.0f) == -INFINITY);
  assert_true(floats_log(INFINITY) == INFINITY);
  assert_true(isnan(floats_log(-1.0f)) && isnan(floats_log(NAN)));
}

/* "u10" means 1.0 ulp at most, against the library's double functions. */
static void exp_and_log_are_close(void **state) {
  (void)state;
  for (int i = 1; i < 40000; i++) {
    float x = (float)i * 0.00437f, y = (float)i * -0.00211f;
    float e = floats_exp(y), l = floats_log(x);
    assert_true(fabs((double)e - exp((double)y)) <=
                6.1e-8 * exp((double)y) * 2);
    assert_true(fabs((double)l - log((double)x)) <=
                1.2e-7 * fabs(log((double)x)) + 1e-12);
  }
}

static void cephes_bits(void **state) {
  (void)state;
  static const Bits logs[] = {
      {0x3f800000u, 0x00000000u}, {0x3f000000u, 0xbf317218u},
      {0x3f3504f3u, 0xbeb17218u}, {0x3f333333u, 0xbeb69e1au},
      {0x3dcccccdu, 0xc0135d8eu}, {0x33800000u, 0xc1851592u},
      {0x3f7fffffu, 0xb3800000u}, {0x3eaaa64cu, 0xbf8ca29bu},
      {0x3f666666u, 0xbdd7c745u}};
  static const struct {
    uint32_t in, sine, cosine;
  } turns[] = {{0x00000000u, 0x00000000u, 0x3f800000u},
               {0x3e99999au, 0x3e974e6du, 0x3f7490efu},
               {0x3f490fdbu, 0x3f3504f4u, 0x3f3504f3u},
               {0x3f800000u, 0x3f576aa4u, 0x3f0a5140u},
               {0x3fc90fdbu, 0x3f800000u, 0xb33bbd2eu},
               {0x40000000u, 0x3f68c7b7u, 0xbed51132u},
               {0x40490fdbu, 0xb3bbbd2eu, 0xbf800000u},
               {0x40800000u, 0xbf41bdcfu, 0xbf275530u},
               {0x40b00000u, 0xbf349e4au, 0x3f356b62u},
               {0x40c90fdbu, 0x343bbd2eu, 0x3f800000u}};
  expect(logs, COUNT(logs), floats_cephes_log);
  for (size_t i = 0; i < COUNT(turns); i++) {
    float sine, cosine;
    floats_cephes_sincos(float_of(turns[i].in), &sine, &cosine);
    assert_int_equal(bits_of(sine), turns[i].sine);
    assert_int_equal(bits_of(cosine), turns[i].cosine);
  }
}

/* Values without a pattern that a sum in another order would round alike. */
static double term(int64_t i) {
  return (double)(i * 7919 % 10007 - 5003) / 7.0;
}

static float *terms32(int64_t n) {
  float *x = malloc((size_t)n * sizeof *x);
  assert_non_null(x);
  for (int64_t i = 0; i < n; i++)
    x[i] = (float)term(i);
  return x;
}

static void sum_bits(void **state) {
  (void)state;
  static const struct {
    int n;
    uint32_t sum, reduced;
  } cases[] = {
      {1, 0xc432adb7u, 0xc432adb7u},   {7, 0x4329924au, 0x4329924cu},
      {8, 0x43620003u, 0x43620000u},   {9, 0xc17db6d4u, 0xc17db700u},
      {31, 0x442aa498u, 0x442aa493u},  {64, 0x43ff1248u, 0x43ff1247u},
      {100, 0x4370249eu, 0x43702490u}, {1000, 0x44110926u, 0x4411090eu},
      {5000, 0x450f8dccu, 0x450f8dcau}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    float *x = terms32(cases[i].n);
    assert_int_equal(bits_of(floats_sum(x, cases[i].n)), cases[i].sum);
    assert_int_equal(bits_of(floats_reduce(x, cases[i].n)), cases[i].reduced);
    free(x);
  }
}

/* The entries' bits as digits of one number. */
static uint32_t fold(const float *x, int64_t n) {
  uint32_t sum = 0;
  for (int64_t i = 0; i < n; i++)
    sum = sum * 31 + bits_of(x[i]);
  return sum;
}

static void matrix_bits(void **state) {
  (void)state;
  static const struct {
    int n, m;
    uint32_t rows, columns;
  } cases[] = {
      {300, 1, 0xc3236dfcu, 0xff3af778u}, {5, 1, 0xc4518925u, 0x17e32b8du},
      {20, 3, 0x82b22435u, 0xb92b4075u},  {33, 4, 0xc57ff4a2u, 0x1f2bfb0eu},
      {70, 7, 0xe9b78f54u, 0xc5459e8cu},  {19, 8, 0x2c5617d4u, 0x7ce477abu},
      {50, 13, 0x98978db0u, 0xbda4464bu}, {40, 32, 0x10c6960au, 0xaa5e3c15u},
      {9, 77, 0x20e7b19au, 0x7086aca8u}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    int n = cases[i].n, m = cases[i].m;
    float *x = terms32(n * m), out[512];
    floats_sum_rows(x, n, m, out);
    assert_int_equal(fold(out, m), cases[i].rows);
    floats_sum_columns(x, n, m, out);
    assert_int_equal(fold(out, n), cases[i].columns);
    free(x);
  }
}

static void pairwise_bits(void **state) {
  (void)state;
  static const struct {
    int n;
    double sum;
  } cases[] = {{1, -0x1.655b6db6db6dbp+9},   {7, 0x1.5324924924926p+7},
               {8, 0x1.c400000000002p+7},    {9, -0x1.fb6db6db6db50p+3},
               {128, 0x1.8000000000010p+6},  {129, -0x1.91b6db6db6dbep+7},
               {1000, 0x1.22124924924a7p+9}, {5000, 0x1.1f1b6db6db6f1p+11}};
  static double x[5000], apart[3 * 5000];
  for (int i = 0; i < 5000; i++)
    x[i] = apart[3 * i] = term(i);
  for (size_t i = 0; i < COUNT(cases); i++) {
    assert_true(floats_pairwise(x, cases[i].n, 1) == cases[i].sum);
    assert_true(floats_pairwise(apart, cases[i].n, 3) == cases[i].sum);
  }
}

/* A million times 0.1f: added one after the other the sum is off by 0.9, by
   cascade or in pairs it is right to the last digits. */
static void sums_keep_their_digits(void **state) {
  (void)state;
  int64_t n = 1000000;
  float *x = malloc((size_t)n * sizeof *x), naive = 0;
  double exact = (double)n * (double)0.1f;
  assert_non_null(x);
  for (int64_t i = 0; i < n; i++)
    naive += x[i] = 0.1f;
  assert_true(fabs((double)naive - exact) > 0.5);
  assert_true(fabs((double)floats_sum(x, n) - exact) < 0.02);
  assert_true(fabs((double)floats_pairwise32(x, n, 1) - exact) < 0.02);
  float column[7];
  floats_sum_rows(x, n / 7, 7, column);
  exact = (double)(n / 7) * (double)0.1f;
  for (int j = 0; j < 7; j++)
    assert_true(fabs((double)column[j] - exact) < 0.02);
  free(x);
}

/* Nothing, and negative zeros, sum to 0.0. */
static void empty_and_zero_sums(void **state) {
  (void)state;
  float zeros[20], out[2] = {1, 1};
  double wide[20];
  for (int i = 0; i < 20; i++) {
    zeros[i] = -0.0f;
    wide[i] = -0.0;
  }
  assert_int_equal(bits_of(floats_sum(zeros, 0)), 0);
  assert_int_equal(bits_of(floats_sum(zeros, 3)), 0);
  assert_int_equal(bits_of(floats_sum(zeros, 20)), 0);
  assert_int_equal(bits_of(floats_reduce(zeros, 0)), 0);
  for (int n = 0; n <= 20; n++)
    assert_false(signbit(floats_pairwise(wide, n, 1)));
  floats_sum_rows(zeros, 0, 2, out);
  assert_true(out[0] == 0 && out[1] == 0);
  floats_sum_columns(zeros, 2, 0, out);
  assert_true(out[0] == 0 && out[1] == 0);
}

static void nan_and_inf_sums(void **state) {
  (void)state;
  float x[40];
  for (int i = 0; i < 40; i++)
    x[i] = 1;
  x[37] = INFINITY;
  assert_true(isinf(floats_sum(x, 40)) && isinf(floats_reduce(x, 40)));
  x[3] = -INFINITY;
  assert_true(isnan(floats_sum(x, 40)) && isnan(floats_reduce(x, 40)));
  x[3] = NAN;
  assert_true(isnan(floats_sum(x, 40)) && isnan(floats_pairwise32(x, 40, 1)));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(exp_bits),
      cmocka_unit_test(log_bits),
      cmocka_unit_test(exp_and_log_are_close),
      cmocka_unit_test(cephes_bits),
      cmocka_unit_test(sum_bits),
      cmocka_unit_test(matrix_bits),
      cmocka_unit_test(pairwise_bits),
      cmocka_unit_test(sums_keep_their_digits),
      cmocka_unit_test(empty_and_zero_sums),
      cmocka_unit_test(nan_and_inf_sums),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
