/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/err.h"
#include "data/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static CsvTable parsed(const char *text) {
  CsvTable t;
  if (!csv_table_parse("t.csv", text, strlen(text), &t))
    fail_msg("%s: %s", text, buf_text(&err_now()->text));
  return t;
}

static void refused(const char *text, const char *message) {
  CsvTable t;
  assert_false(csv_table_parse("t.csv", text, strlen(text), &t));
  assert_int_equal(err_now()->type, ERR_ValueError);
  assert_string_equal(buf_text(&err_now()->text), message);
  assert_null(t.x);
  err_clear();
}

static void reads_names_and_numbers(void **state) {
  (void)state;
  CsvTable t = parsed("\xef\xbb\xbf"
                      "a, \"b, c\" ,d\r\n1,2.5,-3e2\r\n\r\n 4 ,\"5\",nan");
  assert_int_equal(t.rows, 2);
  assert_int_equal(t.columns, 3);
  assert_string_equal(t.names[0], "a");
  assert_string_equal(t.names[1], "b, c");
  double want[] = {1, 2.5, -300, 4, 5};
  assert_memory_equal(t.x, want, sizeof want);
  assert_true(t.x[5] != t.x[5]);
  csv_table_free(&t);
}

static void a_table_may_have_no_rows(void **state) {
  (void)state;
  CsvTable t = parsed("a,b\n");
  assert_int_equal(t.rows, 0);
  assert_int_equal(t.columns, 2);
  csv_table_free(&t);
}

static void says_what_is_wrong_and_where(void **state) {
  (void)state;
  refused("", "t.csv: there is no line in it");
  refused("a,b\n1,2\n\n3,x4\n",
          "t.csv, line 4, column 2 ('b'): 'x4' is not a number");
  refused("a,b\n1,\n", "t.csv, line 2, column 2 ('b'): the field is empty");
  refused("a,b\n1,2\n3\n", "t.csv, line 3: 1 fields, but there are 2 columns");
  refused("a,b\n1,2,3", "t.csv, line 2: 3 fields, but there are 2 columns");
  refused("a\n1\n\"2\n3\n",
          "t.csv, line 4, column 1: a quote in the wrong place");
  refused("a\n1\n2\"3\"\n",
          "t.csv, line 3, column 1: a quote in the wrong place");
  refused("a\n\x1b[31m\n",
          "t.csv, line 2, column 1 ('a'): '^[[31m' is not a number");
}

static void files_that_are_not_there(void **state) {
  (void)state;
  CsvTable t;
  assert_false(csv_table_read("/nowhere/x.csv", &t));
  assert_int_equal(err_now()->type, ERR_FileNotFoundError);
  assert_false(csv_table_read("/", &t));
  assert_int_equal(err_now()->type, ERR_IsADirectoryError);
  Buf path = BUF_EMPTY;
  assert_false(csv_find("no such set.csv", &path));
  assert_int_equal(err_now()->type, ERR_FileNotFoundError);
  buf_free(&path);
  err_clear();
}

static void our_own(void **state) {
  (void)state;
  static const struct {
    const char *file;
    int64_t rows, columns;
    double sum; /* of all numbers */
  } sets[] = {{"iris.csv", 150, 5, 2078.7 + 150},
              {"wine.csv", 178, 14, 0},
              {"breast_cancer.csv", 569, 31, 0},
              {"digits.csv", 1797, 65, 561718 + 8070},
              {"fruit.csv", 60, 5, 0},
              {"xor.csv", 40, 3, 0},
              {"spiral.csv", 300, 3, 0}};
  for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
    Buf path = BUF_EMPTY;
    CsvTable t;
    assert_true(csv_find(sets[i].file, &path));
    assert_true(csv_table_read(buf_text(&path), &t));
    assert_int_equal(t.rows, sets[i].rows);
    assert_int_equal(t.columns, sets[i].columns);
    assert_string_equal(t.names[t.columns - 1], "target");
    double sum = 0;
    for (int64_t k = 0; k < t.rows * t.columns; k++)
      sum += t.x[k];
    if (sets[i].sum != 0)
      assert_float_equal(sum, sets[i].sum, 1e-6);
    csv_table_free(&t);
    buf_free(&path);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_names_and_numbers),
      cmocka_unit_test(a_table_may_have_no_rows),
      cmocka_unit_test(says_what_is_wrong_and_where),
      cmocka_unit_test(files_that_are_not_there),
      cmocka_unit_test(our_own),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
