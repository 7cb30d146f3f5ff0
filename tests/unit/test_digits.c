/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/digits.h"
#include "num/scale.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROUNDS = 100000 };

static Buf buf;
static uint64_t seed = 88172645463325252ull;

/* xorshift64 (G. Marsaglia, 2003). */
static uint64_t draw(void) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  return seed ^= seed << 17;
}

static double from_bits(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static float from_bits32(uint32_t bits) {
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static const char *repr(double x) {
  buf_clear(&buf);
  digits_repr64(&buf, x);
  return buf_text(&buf);
}

static const char *scalar(DType dtype, double x) {
  buf_clear(&buf);
  digits_numpy_scalar(&buf, dtype, x);
  return buf_text(&buf);
}

/* Reads back as x, and no correctly rounded text with fewer digits does. */
static void check_unique64(double x) {
  char shorter[64];
  if (!isfinite(x))
    return;
  const char *text = repr(x);
  double back = strtod(text, NULL);
  if (memcmp(&back, &x, sizeof x))
    fail_msg("%a wrote %s", x, text);
  int digits = digits_count(digits_unique(DT_F64, x).coef);
  if (digits == 1)
    return;
  snprintf(shorter, sizeof shorter, "%.*e", digits - 2, x);
  if (strtod(shorter, NULL) == x)
    fail_msg("%a wrote %s, shorter is %s", x, text, shorter);
}

static void check_unique32(float x) {
  char shorter[64];
  if (!isfinite(x))
    return;
  const char *text = scalar(DT_F32, (double)x);
  float back = strtof(text, NULL);
  if (memcmp(&back, &x, sizeof x))
    fail_msg("%a wrote %s", (double)x, text);
  int digits = digits_count(digits_unique(DT_F32, (double)x).coef);
  if (digits == 1)
    return;
  snprintf(shorter, sizeof shorter, "%.*e", digits - 2, (double)x);
  if (strtof(shorter, NULL) == x)
    fail_msg("%a wrote %s, shorter is %s", (double)x, text, shorter);
}

static void test_unique(void **state) {
  (void)state;
  for (int i = 0; i < ROUNDS; i++) {
    check_unique64(from_bits(draw()));
    check_unique64((double)(draw() >> 11) * 0x1p-53);
    check_unique32(from_bits32((uint32_t)draw()));
  }
  for (int i = 0; i < 2000; i++)
    check_unique64(from_bits(draw() >> (12 + i % 52))); /* subnormal */
  for (uint32_t i = 1; i < 2000; i++)
    check_unique32(from_bits32((uint32_t)(draw() >> (41 + i % 23))));
}

/* The neighbours of powers of two have uneven gaps. */
static void test_powers_of_two(void **state) {
  (void)state;
  for (int e = -1074; e < 1024; e++) {
    double x = ldexp(1, e);
    check_unique64(x);
    check_unique64(-nextafter(x, 0));
    check_unique64(nextafter(x, INFINITY));
  }
  for (int e = -149; e < 128; e++) {
    float x = ldexpf(1, e);
    check_unique32(x);
    check_unique32(nextafterf(x, 0));
    check_unique32(nextafterf(x, INFINITY));
  }
}

static void test_known(void **state) {
  (void)state;
  assert_string_equal(repr(0.1), "0.1");
  assert_string_equal(repr(-0.0), "-0.0");
  assert_string_equal(repr(1e16), "1e+16");
  assert_string_equal(repr(9999999999999998.0), "9999999999999998.0");
  assert_string_equal(repr(0.0001), "0.0001");
  assert_string_equal(repr(1.5e-5), "1.5e-05");
  assert_string_equal(repr(5e-324), "5e-324");
  assert_string_equal(repr(1e23), "1e+23");
  assert_string_equal(repr(0x1p-44), "5.684341886080802e-14");
  assert_string_equal(repr(1.7976931348623157e308), "1.7976931348623157e+308");
  assert_string_equal(repr(-(double)NAN), "nan");
  assert_string_equal(repr(-(double)INFINITY), "-inf");
  assert_string_equal(scalar(DT_F32, (double)0.1f), "0.1");
  assert_string_equal(scalar(DT_F32, (double)1e-4f), "1e-04");
  assert_string_equal(scalar(DT_F32, 16777216), "16777216.0");
  assert_string_equal(scalar(DT_F16, 0x1p-24), "6e-08");
  assert_string_equal(scalar(DT_F16, 65504), "65500.0");
  assert_string_equal(scalar(DT_BF16, 0.10009765625), "0.1");
  assert_string_equal(scalar(DT_F64, 1e16), "1e+16");
}

static void check_text(const char *want, double x, const char *what) {
  if (strcmp(want, buf_text(&buf)))
    fail_msg("%s of %a: %s, not %s", what, x, buf_text(&buf), want);
}

/* glibc's printf is exact. */
static void check_printf(double x, int precision) {
  static char want[2048];
  if (!isfinite(x))
    return;
  buf_clear(&buf);
  digits_fixed(&buf, x, precision);
  snprintf(want, sizeof want, "%.*f", precision, x);
  check_text(want, x, "fixed");
  buf_clear(&buf);
  digits_exp(&buf, x, precision, 'e');
  snprintf(want, sizeof want, "%.*e", precision, x);
  check_text(want, x, "exp");
  buf_clear(&buf);
  digits_general(&buf, x, precision, 'E', DIGITS_SHORT);
  snprintf(want, sizeof want, "%.*G", precision, x);
  check_text(want, x, "general");
}

static void test_precision(void **state) {
  (void)state;
  static const int precision[] = {0, 1, 2, 3, 4, 4, 4, 6, 8, 9, 10, 17, 23, 40};
  for (int i = 0; i < ROUNDS / 2; i++) {
    int p = precision[i % 14];
    check_printf(from_bits(draw()), p);
    check_printf((double)(int64_t)draw() * 0x1p-63, p);
    check_printf((double)(draw() % 100000) / 32, p); /* ties */
    check_printf((double)(draw() % 1000000) * 1e-4, p);
  }
  for (int p = 0; p < 1300; p += 97) {
    check_printf(5e-324, p);
    check_printf(0.1, p);
    check_printf(1.7976931348623157e308, p);
    check_printf(0, p);
  }
  check_printf(9.5, 0);
  check_printf(999999.5, 6);
}

/* format(x, '.3') and '%#.3g' of Python; glibc's '#' is wrong for 99.95. */
static void test_styles(void **state) {
  (void)state;
  static const struct {
    double x;
    int precision;
    const char *point, *alternate;
  } cases[] = {{1, 3, "1.0", "1.00"},          {100, 3, "1e+02", "100."},
               {99.95, 3, "1e+02", "100."},    {12.5, 3, "12.5", "12.5"},
               {0, 1, "0e+00", "0."},          {0, 2, "0.0", "0.0"},
               {1e-5, 3, "1e-05", "1.00e-05"}, {1234, 5, "1234.0", "1234.0"},
               {-2.5, 2, "-2.5", "-2.5"},      {99.95, 2, "1e+02", "1.0e+02"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    buf_clear(&buf);
    digits_general(&buf, cases[i].x, cases[i].precision, 'e', DIGITS_POINT);
    check_text(cases[i].point, cases[i].x, "point");
    buf_clear(&buf);
    digits_general(&buf, cases[i].x, cases[i].precision, 'e', DIGITS_ALTERNATE);
    check_text(cases[i].alternate, cases[i].x, "alternate");
  }
}

static void test_special(void **state) {
  (void)state;
  buf_clear(&buf);
  digits_fixed(&buf, -(double)NAN, 4);
  digits_exp(&buf, (double)INFINITY, 4, 'e');
  digits_general(&buf, -(double)INFINITY, 4, 'e', DIGITS_SHORT);
  assert_string_equal(buf_text(&buf), "naninf-inf");
}

static void test_vanishes(void **state) {
  (void)state;
  assert_true(digits_vanishes(0.00005, 4) == false); /* a little above */
  assert_true(digits_vanishes(0.00004999, 4));
  assert_true(digits_vanishes(-1e-300, 4));
  assert_true(digits_vanishes(0.5, 0)); /* a tie, to the even 0 */
  assert_false(digits_vanishes(0.75, 0));
  assert_false(digits_vanishes(0, 4));
  assert_false(digits_vanishes((double)NAN, 4));
}

/* np.array([x]) asks for a maximum and a minimum of digits. */
static void test_cut(void **state) {
  (void)state;
  Digits d = digits_cut(DT_F64, 0.123456785, -8);
  assert_int_equal(d.coef, 12345678); /* the double is below the tie */
  assert_int_equal(d.exp, -8);
  d = digits_cut(DT_F64, 2.5, 0);
  assert_int_equal(d.coef, 2);
  d = digits_cut(DT_F32, (double)1e-4f, -12); /* beyond the shortest 1e-04 */
  assert_int_equal(d.coef, 99999997);
  assert_int_equal(d.exp, -12);
  d = digits_places(DT_F64, 1.0 / 3, 8);
  assert_int_equal(d.coef, 33333333);
  d = digits_places(DT_F64, 0.5, 8);
  assert_int_equal(d.coef, 5);
  assert_int_equal(d.exp, -1);
  d = digits_unique(DT_F64, 1e23); /* it is a little below 10^23 */
  assert_int_equal(digits_exponent(1e23, d), 22);
  assert_int_equal(digits_exponent(1e22, digits_unique(DT_F64, 1e22)), 22);
}

static void check_parse(const char *text, double want) {
  double got = -12345;
  if (!digits_parse_double(text, strlen(text), &got))
    fail_msg("%s was refused", text);
  if (memcmp(&got, &want, sizeof got))
    fail_msg("%s gave %a, not %a", text, got, want);
}

static void test_parse(void **state) {
  (void)state;
  check_parse("1_000.5", 1000.5);
  check_parse("1e-3", 1e-3);
  check_parse(".5", 0.5);
  check_parse("1.", 1);
  check_parse("-0", -0.0);
  check_parse("+1e1_0", 1e10);
  check_parse("inf", (double)INFINITY);
  check_parse("-Infinity", -(double)INFINITY);
  check_parse("1e400", (double)INFINITY);
  check_parse("0e99999999999999999999", 0);
  check_parse("1e-99999999999999999999", 0);
  check_parse("9007199254740993", 9007199254740992.0);
  check_parse("9007199254740992.99999999999999999", 9007199254740992.0);
  check_parse("9007199254740993.00000000000000001", 9007199254740994.0);
  double value;
  assert_true(digits_parse_double("NaN", 3, &value));
  assert_true(isnan(value));
}

static void test_parse_refuses(void **state) {
  (void)state;
  static const char *const wrong[] = {
      "",    "_1",      "1_",   "1__0",  "1_.5", "1._5", "e5", "1e",
      "1e+", "1e_1",    "0x10", "1.5.2", "-",    "+-1",  ".",  "1f",
      "1 2", "infinit", "nano", " 1",    "1 ",   "1,5",  "--1"};
  double value;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    if (digits_parse_double(wrong[i], strlen(wrong[i]), &value))
      fail_msg("'%s' was read as %g", wrong[i], value);
}

static void test_parse_rounds(void **state) {
  (void)state;
  char text[1200];
  for (int i = 0; i < ROUNDS; i++) {
    double x = from_bits(draw());
    if (!isfinite(x))
      continue;
    snprintf(text, sizeof text, "%.*g", (int)(1 + draw() % 25), x);
    check_parse(text, strtod(text, NULL));
    snprintf(text, sizeof text, "%llu.%llue%d",
             (unsigned long long)(draw() >> (draw() % 60)),
             (unsigned long long)draw() % 1000000, (int)(draw() % 60) - 30);
    check_parse(text, strtod(text, NULL));
  }
}

/* Halfway between two doubles, and a hair above: 1000 digits count. */
static void test_parse_halfway(void **state) {
  (void)state;
  char text[2400];
  for (int i = 0; i < 200; i++) {
    uint64_t bits = draw() >> 2 | 1;
    double low = from_bits(bits), high = from_bits(bits + 1);
    if (low > 1e300 || low < 1e-290)
      continue;
    double even = bits & 1 ? high : low, half = (high - low) / 2;
    int n = snprintf(text, sizeof text, "%.1100f", low);
    char *tail = text + n;
    if (half < 1) /* low + half is exact in long double */
      n = snprintf(text, sizeof text, "%.1100Lf",
                   (long double)low + (long double)half);
    else
      n = snprintf(text, sizeof text, "%.0Lf.",
                   (long double)low + (long double)half);
    tail = text + n;
    check_parse(text, even);
    strcpy(tail, "0000000001");
    check_parse(text, high);
  }
}

static void test_scale(void **state) {
  (void)state;
  Scaled s;
  assert_true(scale_whole(5, -1, 0, &s)); /* 2.5 */
  assert_int_equal(s.whole, 2);
  assert_int_equal(s.rest, SCALE_HALF);
  assert_true(scale_whole(1, 0, -1, &s)); /* 0.1 */
  assert_int_equal(s.whole, 0);
  assert_int_equal(s.rest, SCALE_BELOW_HALF);
  assert_true(scale_whole(75, 0, -2, &s));
  assert_int_equal(s.rest, SCALE_ABOVE_HALF);
  assert_true(scale_whole(1, 62, 0, &s));
  assert_int_equal(s.whole, 1ull << 62);
  assert_int_equal(s.rest, SCALE_EXACT);
  assert_false(scale_whole(1, 63, 0, &s));
  assert_false(scale_whole(1, 1000, -100, &s));
  assert_true(scale_whole(1, -1074, 324, &s)); /* 4.94...e-324 */
  assert_int_equal(s.whole, 4);
  assert_int_equal(s.rest, SCALE_ABOVE_HALF);
  assert_true(scale_whole(1, 1023, -300, &s));
  assert_int_equal(s.whole, 89884656);
}

static int drop_buf(void **state) {
  (void)state;
  buf_free(&buf);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_scale),         cmocka_unit_test(test_unique),
      cmocka_unit_test(test_powers_of_two), cmocka_unit_test(test_known),
      cmocka_unit_test(test_precision),     cmocka_unit_test(test_styles),
      cmocka_unit_test(test_special),       cmocka_unit_test(test_vanishes),
      cmocka_unit_test(test_cut),           cmocka_unit_test(test_parse),
      cmocka_unit_test(test_parse_refuses), cmocka_unit_test(test_parse_rounds),
      cmocka_unit_test(test_parse_halfway),
  };
  return cmocka_run_group_tests(tests, NULL, drop_buf);
}
