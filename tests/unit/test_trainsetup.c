/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `help train` says of the options of train is what they do. */
#include "app/command.h"
#include "app/trainsetup.h"
#include "base/err.h"
#include "nn/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const helps[] = {
#define X(name, help) help,
    TRAINSETUP_OPTIONS(X)
#undef X
};

static TrainSetup read_line(const char *line) {
  TrainSetup s;
  if (!trainsetup_read(line, strlen(line), &s))
    fail_msg("%s: %s", line, buf_text(&err_now()->text));
  return s;
}

static void check_refused(const char *line) {
  TrainSetup s;
  assert_false(trainsetup_read(line, strlen(line), &s));
  assert_int_equal(err_now()->type, ERR_ValueError);
  err_clear();
}

/* The option as the help gives it changes nothing. */
static void test_defaults(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof helps / sizeof *helps; i++) {
    char line[64];
    if (strstr(helps[i], "=N "))
      continue;
    snprintf(line, sizeof line, "multi %.*s", (int)strcspn(helps[i], " "),
             helps[i]);
    TrainSetup said = read_line(line), usual = read_line("multi");
    assert_int_equal(said.every, usual.every);
    assert_int_equal(said.net.epochs, usual.net.epochs);
    assert_int_equal(said.net.hidden, usual.net.hidden);
    assert_int_equal(said.net.batch, usual.net.batch);
    assert_int_equal(said.net.rule.kind, usual.net.rule.kind);
    assert_true(said.net.rule.lr == usual.net.rule.lr);
    assert_true(said.net.rule.momentum == usual.net.rule.momentum);
  }
}

static void test_default_of_adam(void **state) {
  (void)state;
  TrainSetup s = read_line("binary optimizer=adam");
  char said[32];
  snprintf(said, sizeof said, "with adam %g", s.net.rule.lr);
  assert_non_null(strstr(command_named("train", 5)->details, said));
}

/* What the words allow, the trainer allows, and no more. */
static void test_ranges(void **state) {
  (void)state;
  const struct {
    const char *name;
    int64_t most;
  } rows[] = {{"hidden", OPTIONS_MAX_HIDDEN}, {"epochs", OPTIONS_MAX_EPOCHS}};
  for (size_t i = 0; i < 2; i++) {
    char line[64];
    snprintf(line, sizeof line, "binary %s=%lld", rows[i].name,
             (long long)rows[i].most);
    TrainSetup s = read_line(line);
    assert_true(options_check(&s.net, 160));
    snprintf(line, sizeof line, "binary %s=%lld", rows[i].name,
             (long long)rows[i].most + 1);
    check_refused(line);
    snprintf(line, sizeof line, "binary %s=0", rows[i].name);
    check_refused(line);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_defaults),
      cmocka_unit_test(test_default_of_adam),
      cmocka_unit_test(test_ranges),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
