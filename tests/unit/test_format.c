/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Format specs and % directives; the expected texts are Python 3.11's own. An
   expected "!" begins an exception. */
#include "base/err.h"
#include "lang/format.h"
#include "lang/format_percent.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct IntCase {
  int64_t value;
  const char *spec, *want;
} IntCase;

typedef struct FloatCase {
  double value;
  const char *spec, *want;
} FloatCase;

typedef struct StrCase {
  const char *value, *spec, *want;
} StrCase;

typedef struct PercentCase {
  const char *directive;
  int64_t whole;
  double number;
  const char *text, *want;
} PercentCase;

static const IntCase ints[] = {
    {42, "", "42"},
    {42, "d", "42"},
    {42, "5", "   42"},
    {42, "<5", "42   "},
    {42, "^5", " 42  "},
    {42, ">5", "   42"},
    {42, "*^6", "**42**"},
    {42, "05", "00042"},
    {42, "+", "+42"},
    {42, "-", "42"},
    {42, " ", " 42"},
    {42, "x", "2a"},
    {42, "X", "2A"},
    {42, "o", "52"},
    {42, "b", "101010"},
    {42, "#x", "0x2a"},
    {42, "#X", "0X2A"},
    {42, "#o", "0o52"},
    {42, "#b", "0b101010"},
    {42, "#010x", "0x0000002a"},
    {42, "08b", "00101010"},
    {42, "c", "*"},
    {42, "5c", "    *"},
    {42, "n", "42"},
    {42, "e", "4.200000e+01"},
    {42, ".2f", "42.00"},
    {42, "g", "42"},
    {42, "%", "4200.000000%"},
    {42, "10.3f", "    42.000"},
    {42, "é>6", "éééé42"},
    {42, "0<5", "42000"},
    {42, "=+6", "+   42"},
    {-1234, "", "-1234"},
    {-1234, "08", "-0001234"},
    {-1234, "08,", "-001,234"},
    {-1234, ",", "-1,234"},
    {-1234, "_", "-1_234"},
    {-1234, "x=8", "-xxx1234"},
    {-1234, "^8", " -1234  "},
    {-1234, "_x", "-4d2"},
    {-1234, "#_x", "-0x4d2"},
    {-1234, "+d", "-1234"},
    {-1234, "<8d", "-1234   "},
    {-1234, "#012b", "-0b10011010010"},
    {1234567, ",", "1,234,567"},
    {1234567, "_", "1_234_567"},
    {1234567, "020_d", "0_000_000_001_234_567"},
    {1234567, "15,", "      1,234,567"},
    {1234567, "011,", "001,234,567"},
    {1234567, ".2e", "1.23e+06"},
    {1234567, ",.1f", "1,234,567.0"},
    {1234567, "012,.0f", "0,001,234,567"},
    {1234567, "_b", "1_0010_1101_0110_1000_0111"},
    {1234567, "#x", "0x12d687"},
    {0, "+", "+0"},
    {0, "x", "0"},
    {0, "#b", "0b0"},
    {0, "03", "000"},
    {0, "%", "0.000000%"},
    {9223372036854775807, "", "9223372036854775807"},
    {9223372036854775807, ",", "9,223,372,036,854,775,807"},
    {9223372036854775807, "x", "7fffffffffffffff"},
    {9223372036854775807, "f", "9223372036854775808.000000"},
    {INT64_MIN, "", "-9223372036854775808"},
    {INT64_MIN, "_x", "-8000_0000_0000_0000"},
    {1, ".3d",
     "!ValueError: Precision not allowed in integer format specifier"},
    {1, "z",
     "!ValueError: Negative zero coercion (z) not allowed in integer format "
     "specifier"},
    {1, "s", "!ValueError: Unknown format code 's' for object of type 'int'"},
    {1, "y", "!ValueError: Unknown format code 'y' for object of type 'int'"},
    {1, "é",
     "!ValueError: Unknown format code '\\xe9' for object of type 'int'"},
    {1, "xyz",
     "!ValueError: Invalid format specifier 'xyz' for object of type 'int'"},
    {1, "5>", "1"},
    {1, ">>5", ">>>>1"},
    {1, ",n", "!ValueError: Cannot specify ',' with 'n'."},
    {1, ",_d", "!ValueError: Cannot specify both ',' and '_'."},
    {1, "_,d", "!ValueError: Cannot specify both ',' and '_'."},
    {1, ",x", "!ValueError: Cannot specify ',' with 'x'."},
    {1, ",c", "!ValueError: Cannot specify ',' with 'c'."},
    {1, "+c",
     "!ValueError: Sign not allowed with integer format specifier 'c'"},
    {1, "#c",
     "!ValueError: Alternate form (#) not allowed with integer format "
     "specifier 'c'"},
    {1, ".", "!ValueError: Format specifier missing precision"},
    {1, ".f", "!ValueError: Format specifier missing precision"},
    {1, "99999999999999999999",
     "!ValueError: Too many decimal digits in format string"},
    {1, "_é", "!ValueError: Cannot specify '_' with '\\xe9'."},
    {1, "d5",
     "!ValueError: Invalid format specifier 'd5' for object of type 'int'"},
    {-1, "c", "!OverflowError: %c arg not in range(0x110000)"},
    {1114112, "c", "!OverflowError: %c arg not in range(0x110000)"},
    {8364, "c", "€"},
};
static const FloatCase floats[] = {
    {3.14159, "", "3.14159"},
    {3.14159, ".2f", "3.14"},
    {3.14159, ".0f", "3"},
    {3.14159, ".4f", "3.1416"},
    {3.14159, "10.2f", "      3.14"},
    {3.14159, "<10.2f", "3.14      "},
    {3.14159, "^10.2f", "   3.14   "},
    {3.14159, "+.2f", "+3.14"},
    {3.14159, " .2f", " 3.14"},
    {3.14159, "010.3f", "000003.142"},
    {3.14159, "e", "3.141590e+00"},
    {3.14159, ".3e", "3.142e+00"},
    {3.14159, "E", "3.141590E+00"},
    {3.14159, "g", "3.14159"},
    {3.14159, ".3g", "3.14"},
    {3.14159, ".2%", "314.16%"},
    {3.14159, "%", "314.159000%"},
    {3.14159, "n", "3.14159"},
    {3.14159, ".3", "3.14"},
    {3.14159, "#", "3.14159"},
    {3.14159, ".1", "3e+00"},
    {3.14159, "f", "3.141590"},
    {3.14159, "F", "3.141590"},
    {3.14159, "_", "3.14159"},
    {3.14159, "z.1f", "3.1"},
    {3.14159, "*^12.3e", "*3.142e+00**"},
    {-0.001, ".1f", "-0.0"},
    {-0.001, "z.1f", "0.0"},
    {-0.001, "z", "-0.001"},
    {-0.001, ".2e", "-1.00e-03"},
    {-0.001, "08.2f", "-0000.00"},
    {1234567.891, ",", "1,234,567.891"},
    {1234567.891, "_", "1_234_567.891"},
    {1234567.891, ",.2f", "1,234,567.89"},
    {1234567.891, "012,.1f", "01,234,567.9"},
    {1234567.891, "020,.1f", "00,000,001,234,567.9"},
    {1234567.891, "_.3f", "1_234_567.891"},
    {1234567.891, ".3", "1.23e+06"},
    {1234567.891, "g", "1.23457e+06"},
    {1234567.891, "#g", "1.23457e+06"},
    {1234567.891, ".10g", "1234567.891"},
    {1234567.891, "e", "1.234568e+06"},
    {100.0, ".3", "1e+02"},
    {100.0, ".4", "100.0"},
    {100.0, "#.3g", "100."},
    {100.0, "g", "100"},
    {100.0, ".0f", "100"},
    {100.0, "#.0f", "100."},
    {100.0, "#.0e", "1.e+02"},
    {100.0, ".0e", "1e+02"},
    {100.0, "", "100.0"},
    {1e+20, "", "1e+20"},
    {1e+20, "#", "1.e+20"},
    {1e+20, ".3", "1e+20"},
    {1e+20, "f", "100000000000000000000.000000"},
    {1e+20, "g", "1e+20"},
    {1e-05, "", "1e-05"},
    {1e-05, "g", "1e-05"},
    {1e-05, "f", "0.000010"},
    {1e-05, ".7f", "0.0000100"},
    {NAN, "", "nan"},
    {NAN, ".2f", "nan"},
    {NAN, "+", "+nan"},
    {NAN, "08.2f", "00000nan"},
    {NAN, "F", "NAN"},
    {NAN, "%", "nan%"},
    {NAN, "G", "NAN"},
    {NAN, "z", "nan"},
    {INFINITY, "", "inf"},
    {INFINITY, ".2f", "inf"},
    {INFINITY, "+", "+inf"},
    {INFINITY, "010,", "0000000inf"},
    {INFINITY, "E", "INF"},
    {INFINITY, "_<8", "inf_____"},
    {-INFINITY, "", "-inf"},
    {-INFINITY, "010", "-000000inf"},
    {-INFINITY, ">8.1f", "    -inf"},
    {2.5, ".0f", "2"},
    {0.5, ".0%", "50%"},
    {0.5, ".0f", "0"},
    {-0.0, "", "-0.0"},
    {-0.0, "z", "0.0"},
    {-0.0, ".1f", "-0.0"},
    {1.5, "d",
     "!ValueError: Unknown format code 'd' for object of type 'float'"},
    {1.5, "s",
     "!ValueError: Unknown format code 's' for object of type 'float'"},
    {1.5, "c",
     "!ValueError: Unknown format code 'c' for object of type 'float'"},
    {1.5, "xyz",
     "!ValueError: Invalid format specifier 'xyz' for object of type 'float'"},
    {1.5, ".", "!ValueError: Format specifier missing precision"},
    {1.5, "_,", "!ValueError: Cannot specify both ',' and '_'."},
    {1.5, "__", "!ValueError: Cannot specify '_' with '_'."},
    {1.5, ",n", "!ValueError: Cannot specify ',' with 'n'."},
    {1.5, ".99999999999f", "!ValueError: precision too big"},
    {1.5, ".3x",
     "!ValueError: Unknown format code 'x' for object of type 'float'"},
    {1.5, "=", "1.5"},
    {1.5, "b",
     "!ValueError: Unknown format code 'b' for object of type 'float'"},
};
static const StrCase strs[] = {
    {"abc", "", "abc"},
    {"abc", "5", "abc  "},
    {"abc", ">5", "  abc"},
    {"abc", "^6", " abc  "},
    {"abc", "*<6", "abc***"},
    {"abc", ".2", "ab"},
    {"abc", "x>5.1s", "xxxxa"},
    {"abc", "s", "abc"},
    {"abc", "05", "abc00"},
    {"abc", "=5",
     "!ValueError: '=' alignment not allowed in string format specifier"},
    {"abc", "+", "!ValueError: Sign not allowed in string format specifier"},
    {"abc", " ", "!ValueError: Space not allowed in string format specifier"},
    {"abc", "#",
     "!ValueError: Alternate form (#) not allowed in string format specifier"},
    {"abc", "z",
     "!ValueError: Negative zero coercion (z) not allowed in string format "
     "specifier"},
    {"abc", ",", "!ValueError: Cannot specify ',' with 's'."},
    {"abc", "_", "!ValueError: Cannot specify '_' with 's'."},
    {"abc", "d",
     "!ValueError: Unknown format code 'd' for object of type 'str'"},
    {"abc", ".", "!ValueError: Format specifier missing precision"},
    {"abc", "=^7", "==abc=="},
    {"héé", "5", "héé  "},
    {"héé", ".2", "hé"},
    {"héé", "é^7", "ééhéééé"},
    {"", "3", "   "},
    {"", "0", ""},
};
static const IntCase bools[] = {
    {1, "", "True"},
    {1, "d", "1"},
    {1, "5", "    1"},
    {1, "x", "1"},
    {1, ".1f", "1.0"},
    {1, "s", "!ValueError: Unknown format code 's' for object of type 'bool'"},
    {1, "%", "100.000000%"},
    {1, ">7", "      1"},
    {0, "", "False"},
    {0, "d", "0"},
    {0, "5", "    0"},
    {0, "x", "0"},
    {0, ".1f", "0.0"},
    {0, "s", "!ValueError: Unknown format code 's' for object of type 'bool'"},
    {0, "%", "0.000000%"},
    {0, ">7", "      0"},
};
static const PercentCase percents[] = {
    {"%d", 42, 42.0, "", "42"},
    {"%5d", 42, 42.0, "", "   42"},
    {"%-5d", 42, 42.0, "", "42   "},
    {"%05d", 42, 42.0, "", "00042"},
    {"%+d", 42, 42.0, "", "+42"},
    {"% d", 42, 42.0, "", " 42"},
    {"%.4d", 42, 42.0, "", "0042"},
    {"%08.3d", -5, -5.0, "", "-0000005"},
    {"%x", 255, 255.0, "", "ff"},
    {"%X", 255, 255.0, "", "FF"},
    {"%#x", 255, 255.0, "", "0xff"},
    {"%#X", 255, 255.0, "", "0XFF"},
    {"%#08x", -42, -42.0, "", "-0x0002a"},
    {"%-#8x", -42, -42.0, "", "-0x2a   "},
    {"%#.5x", 10, 10.0, "", "0x0000a"},
    {"%o", 8, 8.0, "", "10"},
    {"%#o", 8, 8.0, "", "0o10"},
    {"%i", -7, -7.0, "", "-7"},
    {"%u", 7, 7.0, "", "7"},
    {"%ld", 7, 7.0, "", "7"},
    {"%f", 0, 3.14159, "", "3.141590"},
    {"%.2f", 0, 3.14159, "", "3.14"},
    {"%8.3f", 0, 3.14159, "", "   3.142"},
    {"%-8.3f", 0, 3.14159, "", "3.142   "},
    {"%08.3f", 0, -3.14159, "", "-003.142"},
    {"%+.1f", 0, 2.0, "", "+2.0"},
    {"%.0f", 0, 2.5, "", "2"},
    {"%#.0f", 0, 2.5, "", "2."},
    {"%e", 0, 12345.678, "", "1.234568e+04"},
    {"%.0e", 0, 12345.0, "", "1e+04"},
    {"%#.0e", 0, 12345.0, "", "1.e+04"},
    {"%E", 0, 1e-10, "", "1.000000E-10"},
    {"%g", 0, 1e-05, "", "1e-05"},
    {"%g", 0, 123456789.0, "", "1.23457e+08"},
    {"%#g", 0, 1.0, "", "1.00000"},
    {"%G", 0, 1e+20, "", "1E+20"},
    {"%.3g", 0, 3.14159, "", "3.14"},
    {"%f", 0, NAN, "", "nan"},
    {"%05f", 0, NAN, "", "00nan"},
    {"%+f", 0, INFINITY, "", "+inf"},
    {"%F", 0, -INFINITY, "", "-INF"},
    {"%s", 0, 0, "abc", "abc"},
    {"%5s", 0, 0, "abc", "  abc"},
    {"%-5s", 0, 0, "abc", "abc  "},
    {"%.2s", 0, 0, "abc", "ab"},
    {"%05s", 0, 0, "abc", "  abc"},
    {"%.2s", 0, 0, "héé", "hé"},
    {"%r", 0, 0, "'x'", "'x'"},
    {"%c", 65, 65.0, "", "A"},
    {"%5c", 8364, 8364.0, "", "    €"},
    {"%-3c", 65, 65.0, "", "A  "},
    {"%c", -1, -1.0, "", "!OverflowError: %c arg not in range(0x110000)"},
    {"%.f", 0, 2.5, "", "2"},
    {"%y", 1, 1.0, "",
     "!ValueError: unsupported format character 'y' (0x79) at index 1"},
    {"%", 1, 1.0, "", "!ValueError: incomplete format"},
    {"%5", 1, 1.0, "", "!ValueError: incomplete format"},
    {"%l", 1, 1.0, "", "!ValueError: incomplete format"},
    {"%lld", 1, 1.0, "",
     "!ValueError: unsupported format character 'l' (0x6c) at index 2"},
    {"%(a", 1, 1.0, "", "!ValueError: incomplete format key"},
    {"%5%", 1, 1.0, "",
     "!ValueError: unsupported format character '%' (0x25) at index 2"},
    {"%é", 1, 1.0, "",
     "!ValueError: unsupported format character '?' (0xe9) at index 1"},
    {"%99999999999999999999d", 1, 1.0, "", "!ValueError: width too big"},
    {"%.9999999999d", 1, 1.0, "", "!ValueError: precision too big"},
    {"%.2147483647d", 1, 1.0, "", "!OverflowError: precision too large"},
};

static Buf buf;

/* Compares the text, or the error, with what is wanted. */
static void expect(bool ok, const char *spec, const char *want) {
  Buf got = BUF_EMPTY;
  if (ok)
    buf_add(&got, buf_text(&buf), buf.len);
  else {
    assert_true(err_pending());
    assert_int_equal(buf.len, 0);
    buf_fmt(&got, "!%s: %s", err_name(err_now()->type),
            buf_text(&err_now()->text));
  }
  if (strcmp(buf_text(&got), want))
    fail_msg("'%s' gave '%s', not '%s'", spec, buf_text(&got), want);
  err_clear();
  buf_clear(&buf);
  buf_free(&got);
}

static void test_int(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(ints); i++)
    expect(format_int(&buf, ints[i].value, ints[i].spec, strlen(ints[i].spec)),
           ints[i].spec, ints[i].want);
}

static void test_float(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(floats); i++)
    expect(format_float(&buf, floats[i].value, floats[i].spec,
                        strlen(floats[i].spec)),
           floats[i].spec, floats[i].want);
}

static void test_str(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(strs); i++)
    expect(format_str(&buf, strs[i].value, strlen(strs[i].value), strs[i].spec,
                      strlen(strs[i].spec)),
           strs[i].spec, strs[i].want);
}

static void test_bool(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(bools); i++)
    expect(
        format_bool(&buf, bools[i].value, bools[i].spec, strlen(bools[i].spec)),
        bools[i].spec, bools[i].want);
}

static bool put_percent(const PercentCase *c) {
  FormatPercent d;
  size_t at = 1, n = strlen(c->directive);
  if (!format_percent_next(c->directive, n, &at, &d) ||
      !format_percent_type(&d))
    return false;
  assert_int_equal(at, n);
  if (strchr("diuoxX", (int)d.type))
    return format_percent_put_int(&buf, &d, c->whole);
  if (strchr("eEfFgG", (int)d.type))
    return format_percent_put_float(&buf, &d, c->number);
  if (d.type == 'c')
    return format_percent_put_char(&buf, &d, c->whole);
  return format_percent_put_text(&buf, &d, c->text, strlen(c->text));
}

static void test_percent(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(percents); i++)
    expect(put_percent(&percents[i]), percents[i].directive, percents[i].want);
}

/* "%*.*f", "%(key)s" and "%%" need the caller's arguments. */
static void test_percent_pieces(void **state) {
  (void)state;
  FormatPercent d;
  size_t at = 3;
  assert_true(format_percent_next("é%-*.*f!", 9, &at, &d));
  assert_int_equal(at, 8);
  assert_true(d.star_width && d.star_precision);
  assert_true(format_percent_star(&d, -7));
  assert_false(d.star_width);
  assert_true(format_percent_star(&d, 2));
  assert_true(format_percent_put_float(&buf, &d, 3.14159));
  expect(true, "%-*.*f", "3.14   ");
  at = 1;
  assert_true(format_percent_next("%(a(b)c)5sx", 11, &at, &d));
  assert_int_equal(at, 10);
  assert_int_equal(d.key_len, 5);
  assert_memory_equal(d.key, "a(b)c", 5);
  at = 1;
  assert_true(format_percent_next("%%", 2, &at, &d));
  assert_true(d.percent && format_percent_type(&d));
  d.star_precision = true;
  expect(format_percent_star(&d, INT64_MAX), "star",
         "!OverflowError: Python int too large to convert to C int");
}

/* Sizes that would fill the memory are refused before it is asked for. */
static void test_huge(void **state) {
  (void)state;
  static const char *const specs[] = {"999999999", "<9223372036854775807",
                                      ".999999999f"};
  for (size_t i = 0; i < COUNT(specs); i++) {
    assert_false(format_float(&buf, 1.5, specs[i], strlen(specs[i])));
    assert_int_equal(err_now()->type, ERR_MemoryError);
    assert_int_equal(buf.len, 0);
    err_clear();
  }
  assert_false(format_str(&buf, "a", 1, "999999999", 9));
  assert_int_equal(err_now()->type, ERR_MemoryError);
  err_clear();
  assert_true(format_str(&buf, "a", 1, ".999999999", 10));
  expect(true, "str", "a");
  assert_true(format_float(&buf, 0.1, ".2000f", 6));
  assert_int_equal(buf.len, 2002);
}

static int clean_up(void **state) {
  (void)state;
  buf_free(&buf);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_int),     cmocka_unit_test(test_float),
      cmocka_unit_test(test_str),     cmocka_unit_test(test_bool),
      cmocka_unit_test(test_percent), cmocka_unit_test(test_percent_pieces),
      cmocka_unit_test(test_huge),
  };
  return cmocka_run_group_tests(tests, NULL, clean_up);
}
