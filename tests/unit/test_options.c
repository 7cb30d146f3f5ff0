/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line as data, and the folders of the user. */
#include "app/options.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/paths.h"

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

enum { MAX_WORDS = 12 };

/* The words after the program's name. */
typedef struct Words {
  char *argv[MAX_WORDS + 2];
  int argc;
} Words;

#define WORDS(...) words((const char *[]){__VA_ARGS__, NULL})

static Words words(const char **list) {
  Words w = {.argv = {(char *)"xent"}, .argc = 1};
  for (; *list; list++)
    w.argv[w.argc++] = (char *)*list;
  return w;
}

static void reads(Words *w, Options *o) {
  Buf wrong = BUF_EMPTY;
  bool ok = options_read(w->argc, w->argv, o, &wrong);
  if (!ok)
    fail_msg("refused: %s", buf_text(&wrong));
  buf_free(&wrong);
}

static void refuses(Words w, const char *why) {
  Options o;
  Buf wrong = BUF_EMPTY;
  assert_false(options_read(w.argc, w.argv, &o, &wrong));
  assert_string_equal(buf_text(&wrong), why);
  buf_free(&wrong);
  options_free(&o);
}

static void plain(void **state) {
  Options o;
  (void)state;
  Words w = WORDS("-e", "1", "-i", "--seed=7", "-e", "-2", "--color", "never",
                  "--ascii", "-Wignore", "f.py", "-e", "--nope");
  reads(&w, &o);
  assert_int_equal(o.n_exprs, 2);
  assert_string_equal(o.exprs[0], "1");
  assert_string_equal(o.exprs[1], "-2");
  assert_true(o.stay && o.ascii && o.seeded && !o.no_init && !o.help);
  assert_int_equal(o.seed, 7);
  assert_int_equal(o.color, OPTIONS_COLOR_NEVER);
  assert_string_equal(o.warnings, "off");
  assert_string_equal(o.file, "f.py");
  assert_null(o.name);
  assert_int_equal(o.argc, 3);
  assert_string_equal(o.argv[2], "--nope");
  options_free(&o);
}

static void largest_seed(void **state) {
  Options o;
  (void)state;
  Words w = WORDS("--seed", "18446744073709551615");
  reads(&w, &o);
  assert_true(o.seed == UINT64_MAX);
  options_free(&o);
}

static void refusals(void **state) {
  (void)state;
  refuses(WORDS("--nope"), "unknown option --nope");
  refuses(WORDS("-iq"), "unknown option -q");
  refuses(WORDS("--ascii", "-q"), "unknown option -q");
  refuses(WORDS("-e"), "option -e wants a value");
  refuses(WORDS("--seed"), "option --seed wants a value");
  refuses(WORDS("--help=x"), "option --help=x takes no value");
  refuses(WORDS("--seed="), "--seed wants a whole number from 0, not ''");
  refuses(WORDS("--seed=18446744073709551616"),
          "--seed wants a whole number from 0, not '18446744073709551616'");
  refuses(WORDS("--color="), "--color wants auto, always or never, not ''");
  refuses(WORDS("trian"), "no file and no command is called 'trian': did you "
                          "mean train?");
}

static void commands(void **state) {
  Options o;
  (void)state;
  Words w = WORDS("train", "binary", "--epochs", "9", "--plot=a b.svg");
  reads(&w, &o);
  assert_string_equal(o.name, "train");
  assert_string_equal(buf_text(&o.command),
                      "%train binary --epochs 9 '--plot=a b.svg'");
  options_free(&o);
  w = WORDS("check", "it's\\.md", "");
  reads(&w, &o);
  assert_string_equal(buf_text(&o.command), "%check 'it\\'s\\\\.md' ''");
  options_free(&o);
  w = WORDS("explain", "-2", "softmax([2,\n 'a'])");
  reads(&w, &o);
  assert_string_equal(buf_text(&o.command), "%explain -2 softmax([2,  'a'])");
  options_free(&o);
  w = WORDS("--", "./train");
  reads(&w, &o);
  assert_string_equal(o.file, "./train");
  options_free(&o);
}

static void is_path(PathsKind kind, const char *wanted) {
  char *path = paths_of(kind, "file");
  assert_string_equal(path, wanted);
  mem_free(path);
}

static void folders(void **state) {
  (void)state;
  setenv("HOME", "/home/ada", 1);
  setenv("XDG_STATE_HOME", "/state", 1);
  setenv("XDG_DATA_HOME", "relative", 1);
  unsetenv("XDG_CONFIG_HOME");
  is_path(PATHS_CONFIG, "/home/ada/.config/xent/file");
  is_path(PATHS_STATE, "/state/xent/file");
  is_path(PATHS_DATA, "/home/ada/.local/share/xent/file");
  unsetenv("HOME");
  assert_null(paths_of(PATHS_CONFIG, "file"));
  assert_true(err_pending());
  err_clear();
}

static void parents(void **state) {
  struct stat s;
  char top[] = "/tmp/xent-paths-XXXXXX", path[80], folder[80];
  (void)state;
  assert_non_null(mkdtemp(top));
  snprintf(path, sizeof path, "%s/a/b/file", top);
  assert_true(paths_make_parents(path));
  assert_true(paths_make_parents(path));
  snprintf(folder, sizeof folder, "%s/a/b", top);
  assert_int_equal(stat(folder, &s), 0);
  assert_int_equal(s.st_mode & 0777, 0700);
  assert_int_not_equal(stat(path, &s), 0);
  assert_false(paths_make_parents("/dev/null/a/file"));
  assert_int_equal(err_now()->type, ERR_OSError);
  err_clear();
  rmdir(folder);
  *strrchr(folder, '/') = '\0';
  rmdir(folder);
  rmdir(top);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain),    cmocka_unit_test(largest_seed),
      cmocka_unit_test(refusals), cmocka_unit_test(commands),
      cmocka_unit_test(folders),  cmocka_unit_test(parents)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
