/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door to gnuplot: with the fake one (tests/fake/gnuplot) in every way it
   can misbehave, always in bounded time, and with the real one if present. */
#include "base/err.h"
#include "base/stop.h"
#include "show/gnuplot.h"
#include "show/gnuscript.h"

#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static char dir[64];    /* a fresh directory for everything written */
static char fake[4096]; /* absolute, because a test may chdir */
static char log_name[128], picture[128];

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void nap(int ms) {
  nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000L}, NULL);
}

static bool exists(const char *path) {
  struct stat st;
  return stat(path, &st) == 0;
}

/* The text of a file; the caller frees it. */
static char *slurp(const char *path) {
  FILE *f = fopen(path, "r");
  char *text = calloc(1, 1 << 20);
  if (f) {
    size_t n = fread(text, 1, (1 << 20) - 1, f);
    text[n] = '\0';
    fclose(f);
  }
  return text;
}

static void write_file(const char *path, const char *text) {
  FILE *f = fopen(path, "w");
  assert_non_null(f);
  fputs(text, f);
  fclose(f);
}

/* Files in the directory whose names begin with .xent- : left-overs. */
static int leftovers(void) {
  DIR *d = opendir(dir);
  int n = 0;
  for (struct dirent *e; (e = readdir(d));)
    n += !strncmp(e->d_name, ".xent-", 6);
  closedir(d);
  return n;
}

static int open_files(void) {
  DIR *d = opendir("/proc/self/fd");
  int n = 0;
  while (d && readdir(d))
    n++;
  if (d)
    closedir(d);
  return n;
}

static void use_mode(const char *mode) {
  char stopped[160];
  snprintf(stopped, sizeof stopped, "%s.stopped", log_name);
  unlink(log_name);
  unlink(stopped);
  unlink(picture);
  setenv("XENT_GNUPLOT", fake, 1);
  setenv("FAKE_GNUPLOT_MODE", mode, 1);
  setenv("FAKE_GNUPLOT_LOG", log_name, 1);
  setenv("FAKE_GNUPLOT_LINES", "5", 1);
  setenv("DISPLAY", ":99", 1);
  err_clear();
}

static int set_up(void **state) {
  (void)state;
  const char *from = getenv("XENT_TEST_FAKE"), *top = getenv("srcdir");
  char in_tree[4096];
  snprintf(in_tree, sizeof in_tree, "%s/tests/fake/gnuplot", top ? top : ".");
  if (!realpath(from ? from : in_tree, fake))
    return -1;
  strcpy(dir, "/tmp/xent-gnuplot-XXXXXX");
  if (!mkdtemp(dir))
    return -1;
  snprintf(log_name, sizeof log_name, "%s/log", dir);
  snprintf(picture, sizeof picture, "%s/a 'loss' picture.svg", dir);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  DIR *d = opendir(dir);
  for (struct dirent *e; d && (e = readdir(d));) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", dir, e->d_name);
    unlink(path);
  }
  closedir(d);
  err_clear();
  return rmdir(dir);
}

static Plot *two_curves(int n) {
  Plot *p = plot_new();
  plot_title(p, "loss");
  PlotSeries *a = plot_add_series(p, PLOT_LINE, "train");
  PlotSeries *b = plot_add_series(p, PLOT_LINE, "test");
  for (int i = 1; i <= n; i++) {
    plot_add_point(a, i, 1.0 / i);
    plot_add_point(b, i, 2.0 / i);
  }
  plot_add_guide(p, false, log(3), "ln 3 = 1.0986");
  return p;
}

static void assert_error(ErrType type, const char *part) {
  assert_int_equal(err_now()->type, type);
  if (!strstr(buf_text(&err_now()->text), part))
    fail_msg("'%s' is not in '%s'", part, buf_text(&err_now()->text));
  err_clear();
}

/* --- the target --- */

static void names_are_checked(void **state) {
  (void)state;
  use_mode("ok");
  char path[256];
  assert_null(gnuplot_open("x.gif"));
  assert_error(ERR_ValueError,
               "xent writes .svg, .png and .pdf; 'x.gif' is none of them");
  assert_null(gnuplot_open(".svg"));
  assert_error(ERR_ValueError, "is none of them");
  assert_null(gnuplot_open("a\nb.svg"));
  assert_error(ERR_ValueError, "control characters");
  snprintf(path, sizeof path, "%s/none/x.svg", dir);
  assert_null(gnuplot_open(path));
  assert_error(ERR_FileNotFoundError, "No such file or directory");
  snprintf(path, sizeof path, "%s/d.svg", dir);
  mkdir(path, 0777);
  assert_null(gnuplot_open(path));
  assert_error(ERR_IsADirectoryError, "d.svg");
  rmdir(path);
  unsetenv("DISPLAY");
  unsetenv("WAYLAND_DISPLAY");
  assert_null(gnuplot_open(NULL));
  assert_error(ERR_RuntimeError, "no display");
  assert_false(exists(log_name)); /* nothing was started */
}

static void missing_program(void **state) {
  (void)state;
  use_mode("ok");
  setenv("XENT_GNUPLOT", "/nonexistent", 1);
  Gnuplot *g = gnuplot_open(picture);
  Plot *p = two_curves(3);
  assert_non_null(g);
  assert_false(gnuplot_stream(g, p));
  assert_error(ERR_FileNotFoundError, "/nonexistent");
  assert_true(gnuplot_pump(g)); /* reported once */
  assert_true(gnuplot_finish(g));
  gnuplot_close(g);
  plot_free(p);
  assert_false(exists(picture));
}

/* --- drawing with the fake --- */

static void file_is_renamed(void **state) {
  (void)state;
  use_mode("ok");
  int before = open_files();
  Gnuplot *g = gnuplot_open(picture);
  Plot *p = two_curves(3);
  assert_false(exists(log_name));
  assert_true(gnuplot_show(g, p));
  gnuplot_close(g);
  char *text = slurp(picture), *asked = slurp(log_name);
  assert_string_equal(text, "a picture\n");
  assert_non_null(strstr(asked, "set terminal svg "));
  assert_non_null(strstr(asked, "$D0 << EOD\n1 1\n2 0.5\n3 0.333333333\nEOD"));
  assert_non_null(strstr(asked, "'ln 3 = 1.0986'"));
  free(text);
  free(asked);
  plot_free(p);
  assert_int_equal(leftovers(), 0);
  assert_int_equal(open_files(), before);
  assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* no zombie */
}

static void pump_for(Gnuplot *g, PlotSeries *s, int ms) {
  double end = seconds() + ms / 1000.0;
  for (int i = 100; seconds() < end; i++) {
    if (i % 64 == 0)
      plot_add_point(s, i, 0.5);
    assert_true(gnuplot_pump(g));
    nap(1);
  }
}

static int count(const char *text, const char *part) {
  int n = 0;
  for (; (text = strstr(text, part)); text++)
    n++;
  return n;
}

/* A window gets few frames, only new points, and the last state. */
static void live_window_appends(void **state) {
  (void)state;
  use_mode("ok");
  Gnuplot *g = gnuplot_open(NULL);
  Plot *p = two_curves(10);
  assert_true(gnuplot_stream(g, p));
  pump_for(g, p->series[0], 700);
  plot_add_point(p->series[0], 9999, 0.25);
  assert_true(gnuplot_finish(g));
  char *asked = slurp(log_name);
  assert_non_null(strstr(asked, "set terminal qt "));
  assert_int_equal(count(asked, "$D0 << EOD"), 1);
  assert_int_equal(count(asked, "print '9999 0.25'"), 1);
  assert_in_range(count(asked, "replot"), 2, 9);
  free(asked);
  gnuplot_close(g);
  plot_free(p);
}

static void old_picture_survives(const char *mode, const char *message) {
  use_mode(mode);
  write_file(picture, "good");
  Gnuplot *g = gnuplot_open(picture);
  Plot *p = two_curves(5000);
  gnuplot_patience(g, 800);
  double start = seconds();
  assert_false(gnuplot_show(g, p));
  assert_error(ERR_RuntimeError, message);
  gnuplot_close(g);
  assert_true(seconds() - start < 5);
  char *text = slurp(picture);
  assert_string_equal(text, "good");
  free(text);
  plot_free(p);
  assert_int_equal(leftovers(), 0);
  assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

static void dies_at_once(void **state) {
  (void)state;
  old_picture_survives("dies-at-once", "no colours today");
}

static void dies_in_the_middle(void **state) {
  (void)state;
  old_picture_survives("dies-after-n", "ended with status 4");
}

static void is_killed(void **state) {
  (void)state;
  old_picture_survives("killed-after-n", "killed by signal 9");
}

static void never_reads(void **state) {
  (void)state;
  old_picture_survives("never-reads", "does not answer");
}

static void never_answers(void **state) {
  (void)state;
  old_picture_survives("never-answers", "does not answer");
}

static void closes_its_input(void **state) {
  (void)state;
  old_picture_survives("closes-input", "closed its input");
}

static void is_stopped(void **state) {
  (void)state;
  old_picture_survives("stops", "stopped");
}

static void refuses(void **state) {
  (void)state;
  old_picture_survives("refuses", "to `plot` it said: line 0: the pen is");
}

static void no_terminals(void **state) {
  (void)state;
  old_picture_survives("no-terminals", "cannot write .svg");
}

static void flood_is_drained(void **state) {
  (void)state;
  use_mode("floods");
  Gnuplot *g = gnuplot_open(picture);
  Plot *p = two_curves(20);
  double start = seconds();
  assert_true(gnuplot_show(g, p));
  assert_true(seconds() - start < 8);
  assert_true(exists(picture));
  gnuplot_close(g);
  plot_free(p);
}

/* Stopped in the middle of a training: pump never waits, and the file is
   drawn by a fresh one at the end. */
static void stopped(bool while_drawing) {
  use_mode("stops-once");
  setenv("FAKE_GNUPLOT_LINES", while_drawing ? "9" : "4", 1);
  Gnuplot *g = gnuplot_open(picture);
  Plot *p = two_curves(20);
  assert_true(gnuplot_stream(g, p));
  pump_for(g, p->series[0], 200);
  double start = seconds();
  assert_true(gnuplot_finish(g));
  assert_true(seconds() - start < 2);
  assert_true(exists(picture));
  gnuplot_close(g);
  plot_free(p);
}

static void stopped_is_replaced(void **state) {
  (void)state;
  stopped(false);
  stopped(true);
}

/* Whatever gnuplot does, a pump takes no time. */
static void pump_never_waits(void **state) {
  (void)state;
  const char *modes[] = {"never-reads", "never-answers", "floods", "stops"};
  for (size_t i = 0; i < 4; i++) {
    use_mode(modes[i]);
    Gnuplot *g = gnuplot_open(NULL);
    Plot *p = two_curves(20000);
    assert_true(gnuplot_stream(g, p));
    double worst = 0;
    for (int k = 0; k < 200; k++) {
      double start = seconds();
      plot_add_point(p->series[0], 20000 + k, 1);
      gnuplot_pump(g);
      double took = seconds() - start;
      worst = took > worst ? took : worst;
      nap(1);
    }
    assert_true(worst < 0.5); /* a loaded machine, valgrind */
    gnuplot_close(g);
    plot_free(p);
  }
}

static void death_is_said_once(void **state) {
  (void)state;
  use_mode("dies-after-n");
  Gnuplot *g = gnuplot_open(NULL);
  Plot *p = two_curves(20);
  assert_true(gnuplot_stream(g, p));
  int failures = 0;
  for (int i = 0; i < 300; i++) {
    failures += !gnuplot_pump(g);
    nap(2);
  }
  assert_int_equal(failures, 1);
  assert_error(ERR_RuntimeError, "ended with status 4; ");
  use_mode("ok");
  assert_true(gnuplot_show(g, p)); /* the next one starts anew */
  gnuplot_close(g);
  plot_free(p);
}

/* Ctrl-C ends the waiting for a picture. */
static void interrupt_ends_waiting(void **state) {
  (void)state;
  use_mode("never-answers");
  Gnuplot *g = gnuplot_open(picture);
  Plot *p = two_curves(20);
  double start = seconds();
  assert_true(gnuplot_stream(g, p));
  stop_request();
  assert_false(gnuplot_finish(g));
  assert_true(seconds() - start < 2);
  assert_error(ERR_KeyboardInterrupt, "");
  gnuplot_close(g);
  plot_free(p);
  assert_int_equal(leftovers(), 0);
}

/* The program's own SIGPIPE is neither ignored nor raised. */
static void sigpipe_is_left_alone(void **state) {
  (void)state;
  struct sigaction now;
  old_picture_survives("closes-input", "closed its input");
  sigaction(SIGPIPE, NULL, &now);
  assert_true(now.sa_handler == SIG_DFL);
}

/* --- text as data --- */

static void quoting(void **state) {
  (void)state;
  static const char *const cases[][2] = {
      {"plain", "'plain'"},
      {"it's", "'it'.\"\\047\".'s'"},
      {"a\nb\r\x1b", "'a^Jb^M^['"},
      {"`x` @y \\n %d {^_}", "'`x` @y \\n %d {^_}'"},
      {"\xff\xc3", "'?"
                   "?'"},
      {"Größe", "'Größe'"},
      {"\xc2\x9bx", "'\\x9bx'"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Buf b = BUF_EMPTY;
    gnuscript_quote(&b, cases[i][0]);
    assert_string_equal(buf_text(&b), cases[i][1]);
    buf_free(&b);
  }
}

static void gaps_and_thinning(void **state) {
  (void)state;
  Plot *p = plot_new();
  PlotSeries *s = plot_add_series(p, PLOT_LINE, NULL);
  plot_add_point(s, 1, 0.5);
  plot_add_point(s, 2, NAN);
  plot_add_point(s, 3, INFINITY);
  Buf b = BUF_EMPTY;
  gnuscript_data(&b, p, 0);
  assert_string_equal(buf_text(&b), "$D0 << EOD\n1 0.5\n2 NaN\n3 NaN\nEOD\n");
  for (int i = 4; i < 200000; i++)
    plot_add_point(s, i, i == 77777 ? 5 : 0.5 + i % 3 * 0.01);
  buf_clear(&b);
  gnuscript_data(&b, p, 0);
  assert_true(b.len < 100000);
  assert_non_null(strstr(buf_text(&b), "\n77777 5\n")); /* the peak stays */
  assert_non_null(strstr(buf_text(&b), " NaN\n"));
  buf_free(&b);
  plot_free(p);
}

/* --- the real one --- */

static bool have_real(void) {
  const char *paths[] = {"/usr/bin/gnuplot", "/usr/local/bin/gnuplot",
                         "/opt/homebrew/bin/gnuplot"};
  for (size_t i = 0; i < 3; i++)
    if (access(paths[i], X_OK) == 0) {
      use_mode("ok");
      setenv("XENT_GNUPLOT", paths[i], 1);
      return true;
    }
  print_message("skipped: no gnuplot is installed\n");
  return false;
}

static Plot *hostile(const char *mark) {
  char text[600];
  snprintf(text, sizeof text,
           "'; system \"touch %s\" # `touch %s` @x\n!touch %s\n$(touch %s)",
           mark, mark, mark, mark);
  Plot *p = plot_new();
  plot_title(p, text);
  plot_xlabel(p, text);
  plot_ylabel(p, text);
  plot_add_name(p, text);
  PlotSeries *s = plot_add_series(p, PLOT_BARS, text);
  plot_add_point(s, 0, 1);
  plot_add_guide(p, false, 0.5, text);
  plot_add_guide(p, true, 0.5, text);
  return p;
}

static void nothing_breaks_out(void **state) {
  (void)state;
  char mark[128], name[300];
  snprintf(mark, sizeof mark, "%s/pwned", dir);
  if (!have_real())
    skip();
  assert_int_equal(chdir(dir), 0);
  Plot *p = hostile(mark);
  const char *names[] = {"'; system 'touch pwned' #.svg", "|touch pwned;.svg",
                         "`touch pwned`.svg", "~x @x.svg"};
  for (size_t i = 0; i < 4; i++) {
    Gnuplot *g = gnuplot_open(names[i]);
    if (!g || !gnuplot_show(g, p))
      fail_msg("%s: %s", names[i], buf_text(&err_now()->text));
    gnuplot_close(g);
    assert_false(exists(mark));
    snprintf(name, sizeof name, "%s/%s", dir, names[i]);
    char *svg = slurp(name);
    assert_non_null(strstr(svg, "</svg>"));
    assert_non_null(strstr(svg, "`touch")); /* shown as it is */
    free(svg);
  }
  plot_free(p);
}

static void all_kinds(void **state) {
  (void)state;
  static const char *const kinds[][2] = {
      {"svg", "<?xml"}, {"png", "\x89PNG"}, {"pdf", "%PDF"}};
  if (!have_real())
    skip();
  Plot *p = two_curves(50);
  for (size_t i = 0; i < 3; i++) {
    char name[160];
    snprintf(name, sizeof name, "%s/x.%s", dir, kinds[i][0]);
    Gnuplot *g = gnuplot_open(name);
    bool fine = gnuplot_show(g, p);
    gnuplot_close(g);
    if (!fine && i) { /* a small gnuplot may lack cairo */
      print_message("no %s: %s\n", kinds[i][0], buf_text(&err_now()->text));
      continue;
    }
    assert_true(fine);
    char *text = slurp(name);
    assert_memory_equal(text, kinds[i][1], 4);
    free(text);
  }
  plot_free(p);
}

static void empty_and_odd_plots(void **state) {
  (void)state;
  if (!have_real())
    skip();
  Plot *p = plot_new();
  Gnuplot *g = gnuplot_open(picture);
  assert_true(gnuplot_show(g, p));
  PlotSeries *s = plot_add_series(p, PLOT_LINE, "nan");
  plot_add_point(s, NAN, NAN);
  assert_true(gnuplot_show(g, p));
  plot_add_point(s, 1e308, -1e308);
  plot_add_point(s, -1e308, 1e308);
  assert_true(gnuplot_show(g, p));
  p->xlog = p->ylog = true;
  assert_true(gnuplot_show(g, p));
  gnuplot_close(g);
  plot_free(p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_are_checked),
      cmocka_unit_test(missing_program),
      cmocka_unit_test(file_is_renamed),
      cmocka_unit_test(live_window_appends),
      cmocka_unit_test(dies_at_once),
      cmocka_unit_test(dies_in_the_middle),
      cmocka_unit_test(is_killed),
      cmocka_unit_test(never_reads),
      cmocka_unit_test(never_answers),
      cmocka_unit_test(closes_its_input),
      cmocka_unit_test(is_stopped),
      cmocka_unit_test(refuses),
      cmocka_unit_test(no_terminals),
      cmocka_unit_test(flood_is_drained),
      cmocka_unit_test(stopped_is_replaced),
      cmocka_unit_test(pump_never_waits),
      cmocka_unit_test(death_is_said_once),
      cmocka_unit_test(interrupt_ends_waiting),
      cmocka_unit_test(sigpipe_is_left_alone),
      cmocka_unit_test(quoting),
      cmocka_unit_test(gaps_and_thinning),
      cmocka_unit_test(all_kinds),
      cmocka_unit_test(empty_and_odd_plots),
      cmocka_unit_test(nothing_breaks_out),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
