/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Tab offers, without any line editor. */
#include "app/complete.h"
#include "app/output.h"
#include "app/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void run(const char *line) {
  session_line(line, strlen(line));
}

static int start(void **state) {
  (void)state;
  if (!session_start())
    return 1;
  run("learning_rate = 0.1");
  run("z = [2, 1, 0.1]");
  run("t = torch.tensor([1.0])");
  run("def scale(values, factor=2, *rest, **named):");
  run("    return values");
  run("");
  run("class Net:");
  run("    depth = 3");
  run("    def __init__(self, width, bias=True):");
  run("        self.width = width");
  run("    def forward(self, x_in):");
  run("        return x_in");
  run("    @property");
  run("    def trap(self):");
  run("        print('the trap ran')");
  run("        return 'text'");
  run("");
  run("net = Net(4)");
  return 0;
}

static int stop(void **state) {
  (void)state;
  session_free();
  return 0;
}

/* The words for a line whose cursor stands at `|`, joined by blanks. */
static const char *offered(const char *marked, Completion *c) {
  static char joined[1 << 16];
  char line[256];
  size_t cursor = strcspn(marked, "|");
  snprintf(line, sizeof line, "%.*s%s", (int)cursor, marked,
           marked + cursor + (marked[cursor] == '|'));
  assert_true(complete_line(line, strlen(line), cursor, c));
  joined[0] = '\0';
  for (size_t i = 0; i < c->n; i++) {
    if (i)
      strcat(joined, " ");
    strcat(joined, c->words[i]);
  }
  return joined;
}

static void offers(const char *marked, const char *words) {
  Completion c;
  const char *got = offered(marked, &c);
  if (strcmp(got, words) != 0)
    fail_msg("%s offers: %s", marked, got);
  complete_free(&c);
}

/* word stands among many */
static bool has(const char *marked, const char *word) {
  Completion c;
  bool found = false;
  offered(marked, &c);
  for (size_t i = 0; i < c.n; i++)
    found |= !strcmp(c.words[i], word);
  complete_free(&c);
  return found;
}

static void names(void **state) {
  (void)state;
  offers("learn|", "learning_rate");
  offers("2 * learn|", "learning_rate");
  offers("x = [1, (learn|)", "learning_rate");
  offers("whi|", "while");
  offers("softm|", "softmax");
  offers("not_there|", "");
  offers("12|", "");
  assert_true(has("|", "softmax"));
  assert_true(has("|", "learning_rate"));
  assert_true(has("|", "explain"));
  assert_false(has("1 + |", "explain"));
}

static void attributes(void **state) {
  (void)state;
  offers("np.linsp|", "linspace");
  offers("nn.functional.log_sof|", "log_softmax");
  offers("np.random.defa|", "default_rng");
  assert_true(has("z.|", "append"));
  assert_false(has("z.|", "reshape"));
  assert_true(has("t.|", "reshape"));
  assert_true(has("t.|", "shape"));
  assert_false(has("t.|", "append"));
  offers("nothing.app|", "");
  offers("softmax(z).resh|", "");
  offers("1.|", "");
}

/* Nothing of the learner's is run. */
static void instances(void **state) {
  Buf printed = BUF_EMPTY;
  (void)state;
  output_capture(&printed);
  offers("net.|", "depth forward trap width");
  offers("net.__i|", "__init__");
  offers("net.trap.upp|", "");
  offers("Net.|", "depth forward trap");
  offers("scale(2).|", "");
  output_capture(NULL);
  assert_int_equal(printed.len, 0);
  buf_free(&printed);
}

static void keywords(void **state) {
  (void)state;
  offers("scale(z, fac|", "factor=");
  offers("scale(z, fac|)", "factor=");
  offers("scale(facto|", "factor=");
  offers("scale(z + fac|", "");
  offers("Net(4, bi|", "bias=");
  assert_true(has("Net(bi|", "bin"));
  offers("net.forward(x_|", "x_in=");
  assert_true(has("torch.softmax(t, di|", "dim="));
  assert_true(has("np.sum(z, ax|", "axis="));
  assert_true(has("scale([np.exp(1), 2], fa|", "factor="));
  assert_false(has("scale([1, fa|", "factor="));
  assert_false(has("scale(z) + (1, fac|", "factor="));
}

static void commands(void **state) {
  (void)state;
  offers("expl|", "explain");
  offers("%expl|", "explain");
  offers("  expl|", "explain");
  offers("explain learn|", "learning_rate");
  offers("explain np.linsp|", "linspace");
  offers("explain scale(z, fac|", "factor=");
  assert_true(has("train |", "binary"));
  assert_true(has("train binary ep|", "epochs="));
  assert_true(has("help expl|", "explain"));
  assert_true(has("help softm|", "softmax"));
  offers("help nn.Cross|", "CrossEntropyLoss");
  assert_true(has("lesson ne|", "new"));
}

static void files(const char *marked, size_t at) {
  Completion c;
  offered(marked, &c);
  assert_true(c.files);
  assert_int_equal(c.start, at);
  complete_free(&c);
}

static void file_names(void **state) {
  Completion c;
  (void)state;
  files("run data/my|", 4);
  files("train multi --plot=lo|", 19);
  files("open('da|", 6);
  files("open(\"\"\"da|", 8);
  offered("x = 1  # it's da|", &c);
  assert_false(c.files);
  assert_int_equal(c.n, 0);
  complete_free(&c);
  offered("x = 'a'; learn|", &c);
  assert_false(c.files);
  assert_int_equal(c.n, 1);
  complete_free(&c);
}

static void follows(const char *marked, char after) {
  Completion c;
  offered(marked, &c);
  assert_int_equal(c.n, 1);
  assert_int_equal(c.after, after);
  complete_free(&c);
}

static void what_follows(void **state) {
  (void)state;
  follows("softm|", '(');
  follows("np.linsp|", '(');
  follows("Ne|", '(');
  follows("learn|", 0);
  follows("whi|", ' ');
  follows("expl|", ' ');
  follows("scale(z, fac|", 0);
  follows("train bin|", ' ');
  follows("help nn.Cross|", ' ');
}

static void places(void **state) {
  Completion c;
  (void)state;
  offered("x + np.linsp| + 1", &c);
  assert_int_equal(c.start, 7);
  complete_free(&c);
  assert_true(complete_line("", 0, 9, &c));
  complete_free(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names),     cmocka_unit_test(attributes),
      cmocka_unit_test(instances), cmocka_unit_test(keywords),
      cmocka_unit_test(commands),  cmocka_unit_test(file_names),
      cmocka_unit_test(places),    cmocka_unit_test(what_follows)};
  return cmocka_run_group_tests(tests, start, stop);
}
