/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Products with vectors against OpenBLAS 0.3.21 on its Haswell kernels. */
#include "num/blas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { ROOM = 40000, LONGEST = 4000 };

/* m x n: first and last element of the product by rows and by columns, in
   float64 and float32, and the dot product of the first row. */
static const struct {
  int m, n;
  double rows[2], columns[2];
  float rows32[2], columns32[2];
  double dot;
  float dot32;
} cases[] = {
    {1,
     37,
     {0x1.02274d9fa82fep-1, 0x1.02274d9fa82fep-1},
     {0x1.02274d9fa82ffp-1, 0x1.02274d9fa82ffp-1},
     {0x1.02274ep-1, 0x1.02274ep-1},
     {0x1.02274ep-1, 0x1.02274ep-1},
     0x1.02274d9fa82ffp-1,
     0x1.02274cp-1},
    {2,
     9,
     {0x1.6fcbcf82f8c61p-3, 0x1.26693fb6a7c91p-3},
     {0x1.d21d202cae815p-2, -0x1.3ee5623bb1031p-2},
     {0x1.6fcbcep-3, 0x1.26694p-3},
     {0x1.d21d22p-2, -0x1.3ee56p-2},
     0x1.6fcbcf82f8c64p-3,
     0x1.6fcbdp-3},
    {3,
     50,
     {0x1.bf62d8e4da858p-2, -0x1.ba2cea11e171fp+0},
     {0x1.13f53f4c43068p+0, -0x1.2e270fcdcf0c7p-3},
     {0x1.bf62d6p-2, -0x1.ba2cecp+0},
     {0x1.13f54p+0, -0x1.2e270cp-3},
     0x1.bf62d8e4da85ap-2,
     0x1.bf62d6p-2},
    {7,
     5,
     {0x1.fb72b6285d93bp-3, -0x1.b41b18cf2e22ap-3},
     {0x1.ba2eeff9cf812p-3, 0x1.127fb57a61a9ep-2},
     {0x1.fb72b4p-3, -0x1.b41b1ap-3},
     {0x1.ba2eeep-3, 0x1.127fb4p-2},
     0x1.fb72b6285d93dp-3,
     0x1.fb72b6p-3},
    {21,
     30,
     {0x1.1b7765683c6ddp-1, 0x1.0f7be41a5cf66p-1},
     {0x1.74685adfd927ap-2, -0x1.97ffbb8c1973dp-3},
     {0x1.1b7764p-1, 0x1.0f7be2p-1},
     {0x1.746856p-2, -0x1.97ffbp-3},
     0x1.1b7765683c6dcp-1,
     0x1.1b7764p-1},
    {50,
     18,
     {0x1.9ce142a7a2b13p-2, 0x1.2afc2ce67ceecp-1},
     {0x1.55acccfbebc3p-5, 0x1.7d4b9ccd5c7f7p-2},
     {0x1.9ce142p-2, 0x1.2afc2cp-1},
     {0x1.55acb8p-5, 0x1.7d4b9cp-2},
     0x1.9ce142a7a2b12p-2,
     0x1.9ce142p-2},
    {4,
     2500,
     {-0x1.82f8603c163dp-4, -0x1.af5593ba5897cp+1},
     {-0x1.5568d86ffad69p+0, -0x1.2f7cba7b6a852p+1},
     {-0x1.82f88p-4, -0x1.af55a8p+1},
     {-0x1.5568dap+0, -0x1.2f7cb2p+1},
     -0x1.82f8603c163d8p-4,
     -0x1.82f854p-4},
    {37,
     64,
     {0x1.82abb2bfcac97p-2, 0x1.1f029808061cap-2},
     {0x1.1595bc01c4e7p+1, -0x1.85f24f8301438p+0},
     {0x1.82abb2p-2, 0x1.1f029cp-2},
     {0x1.1595bcp+1, -0x1.85f24ep+0},
     0x1.82abb2bfcac98p-2,
     0x1.82abb8p-2},
};

static double a[ROOM], x[LONGEST];
static float a32[ROOM], x32[LONGEST];

static int set_up(void **state) {
  (void)state;
  for (int i = 0; i < ROOM; i++)
    a32[i] = (float)(a[i] = i * 7919LL % 1009 / 997.0 - 0.5);
  for (int i = 0; i < LONGEST; i++)
    x32[i] = (float)(x[i] = i * 104729LL % 1013 / 991.0 - 0.5);
  return 0;
}

static void same(double got, double want) {
  assert_true(got == want);
}

static void products_of_doubles(void **state) {
  double y[64];
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    int m = cases[i].m, n = cases[i].n;
    assert_true(blas_gemv64(m, n, a, n, 1, x, 1, y));
    same(y[0], cases[i].rows[0]);
    same(y[m - 1], cases[i].rows[1]);
    assert_true(blas_gemv64(m, n, a, 1, m, x, 1, y));
    same(y[0], cases[i].columns[0]);
    same(y[m - 1], cases[i].columns[1]);
    same(blas_dot64(n, a, 1, x, 1), cases[i].dot);
  }
}

static void products_of_floats(void **state) {
  float y[64];
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    int m = cases[i].m, n = cases[i].n;
    assert_true(blas_gemv32(m, n, a32, n, 1, x32, 1, y));
    same((double)y[0], (double)cases[i].rows32[0]);
    same((double)y[m - 1], (double)cases[i].rows32[1]);
    assert_true(blas_gemv32(m, n, a32, 1, m, x32, 1, y));
    same((double)y[0], (double)cases[i].columns32[0]);
    same((double)y[m - 1], (double)cases[i].columns32[1]);
    same((double)blas_dot32(n, a32, 1, x32, 1), (double)cases[i].dot32);
  }
}

/* A vector with a step is the same vector. */
static void steps_change_nothing(void **state) {
  double spread[20], y[7], z[7];
  (void)state;
  for (int i = 0; i < 10; i++)
    spread[2 * i] = x[i];
  assert_true(blas_gemv64(7, 10, a, 10, 1, x, 1, y));
  assert_true(blas_gemv64(7, 10, a, 10, 1, spread, 2, z));
  assert_memory_equal(y, z, sizeof y);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(products_of_doubles),
      cmocka_unit_test(products_of_floats),
      cmocka_unit_test(steps_change_nothing),
  };
  return cmocka_run_group_tests(tests, set_up, NULL);
}
