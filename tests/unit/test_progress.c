/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The progress file: what is written, and what is read from a damaged one. */
#include "base/err.h"
#include "base/mem.h"
#include "base/paths.h"
#include "teach/progress.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[64];

static int make_folder(void **state) {
  (void)state;
  strcpy(folder, "/tmp/xent-progress.XXXXXX");
  if (!mkdtemp(folder))
    return -1;
  setenv("XDG_STATE_HOME", folder, 1);
  return 0;
}

static int remove_folder(void **state) {
  (void)state;
  char path[128];
  snprintf(path, sizeof path, "%s/xent/progress", folder);
  unlink(path);
  snprintf(path, sizeof path, "%s/xent", folder);
  rmdir(path);
  return rmdir(folder);
}

static void write_bytes(const char *text, size_t n) {
  char *path = paths_of(PATHS_STATE, "progress");
  assert_true(paths_make_parents(path));
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  assert_int_equal(fwrite(text, 1, n, f), n);
  fclose(f);
  mem_free(path);
}

static void write_file(const char *text) {
  write_bytes(text, strlen(text));
}

/* Lines as "lesson step verdict tries;" */
static void collect(void *self, const ProgressLine *p) {
  buf_fmt(self, "%s %zu %d %d;", p->lesson, p->step, (int)p->verdict, p->tries);
}

static void assert_lines(const char *wanted, size_t damaged) {
  Buf b = BUF_EMPTY;
  size_t bad = 99;
  assert_true(progress_read(collect, &b, &bad));
  assert_string_equal(buf_text(&b), wanted);
  assert_int_equal(bad, damaged);
  buf_free(&b);
}

static void nothing_yet(void **state) {
  (void)state;
  assert_lines("", 0);
}

static void lines_are_added(void **state) {
  (void)state;
  assert_true(progress_add("01-softmax", 3, PROGRESS_WRONG, 1));
  assert_true(progress_add("01-softmax", 3, PROGRESS_RIGHT, 2));
  assert_true(progress_add("with\ttab", 1, PROGRESS_SKIPPED, 0));
  assert_lines("01-softmax 3 1 1;01-softmax 3 0 2;with tab 1 2 0;", 0);
  char *path = paths_of(PATHS_STATE, "progress");
  struct stat s;
  assert_int_equal(stat(path, &s), 0);
  assert_int_equal(s.st_mode & 0777, 0600);
  mem_free(path);
}

static void damage_is_passed_over(void **state) {
  (void)state;
  static const char text[] =
      "2026-01-01T00:00:00Z\ta\t1\tright\t1\n"
      "\n"
      "2026-01-01T00:00:00Z\ta\t2\tright\n"
      "2026-01-01T00:00:00Z\ta\t2\tright\t1\textra\n"
      "2026-01-01T00:00:00Z\ta\t-2\tright\t1\n"
      "2026-01-01T00:00:00Z\ta\t2\tperfect\t1\n"
      "2026-01-01T00:00:00Z\t\t2\tright\t1\n"
      "2026-01-01T00:00:00Z\ta\t99999999999999999999\tright\t1\n"
      "yesterday\ta\t2\tright\t1\n"
      "2026-01-01T00:00:00Z\ta\0b\t2\tright\t1\n"
      "2026-01-01T00:00:00Z\ta\t4\tsolution\t2\n"
      "2026-01-01T00:00:00Z\ta\t5\tri";
  write_bytes(text, sizeof text - 1);
  assert_lines("a 1 0 1;a 4 3 2;", 9);
}

/* What a full disk cut short does not swallow the next line. */
static void half_a_line_is_ended(void **state) {
  (void)state;
  write_file("2026-01-01T00:00:00Z\ta\t5\tri");
  assert_true(progress_add("a", 6, PROGRESS_RIGHT, 1));
  assert_lines("a 6 0 1;", 1);
}

static void seed_stays(void **state) {
  (void)state;
  uint64_t seed = progress_seed();
  assert_int_equal(progress_seed(), seed);
  assert_true(progress_add("a", 1, PROGRESS_RIGHT, 1));
  assert_lines("a 1 0 1;", 0);
  write_file("2026-01-01T00:00:00Z\t-\t0\tseed\t42\n"
             "2026-01-01T00:00:00Z\t-\t0\tseed\t43\n");
  assert_int_equal(progress_seed(), 42);
}

static void report_is_a_table(void **state) {
  (void)state;
  write_file("2026-01-01T00:00:00Z\ta\t1\tright\t1\nx\n");
  Buf b = BUF_EMPTY;
  assert_true(progress_report(&b));
  assert_string_equal(buf_text(&b), "time\tlesson\tstep\tverdict\ttries\n"
                                    "2026-01-01T00:00:00Z\ta\t1\tright\t1\n");
  buf_free(&b);
}

static void errors_are_reported(void **state) {
  (void)state;
  setenv("XDG_STATE_HOME", "/dev/null/nowhere", 1);
  assert_false(progress_add("a", 1, PROGRESS_RIGHT, 1));
  assert_true(err_pending());
  err_clear();
  (void)progress_seed();
  assert_false(err_pending());
  assert_lines("", 0);
}

#define IN_FOLDER(test)                                                        \
  cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void) {
  const struct CMUnitTest tests[] = {IN_FOLDER(nothing_yet),
                                     IN_FOLDER(lines_are_added),
                                     IN_FOLDER(damage_is_passed_over),
                                     IN_FOLDER(half_a_line_is_ended),
                                     IN_FOLDER(seed_stays),
                                     IN_FOLDER(report_is_a_table),
                                     IN_FOLDER(errors_are_reported)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
