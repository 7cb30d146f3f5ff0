/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First weights of torch.nn's layers, as the real torch drew them. */
#include "base/err.h"
#include "lang/interp.h"
#include "lang/run.h"
#include "lib/modules.h"
#include "num/array.h"
#include "vectors.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void run(const char *text) {
  if (!run_text("test", text, strlen(text), NULL, NULL))
    fail_msg("%s\n%s", text, buf_text(&err_now()->text));
}

/* Goes through the nested lists of v from element *at on. */
static void compare(const json_t *v, const Array *a, int64_t *at) {
  size_t i;
  json_t *item;
  if (json_is_array(v)) {
    json_array_foreach(v, i, item) compare(item, a, at);
    return;
  }
  assert_true(*at < a->size);
  double want = vectors_number(v), have = array_get(a, *at);
  if (want != have)
    fail_msg("entry %d is %.17g, not %.17g", (int)*at, have, want);
  ++*at;
}

static void expect(const char *expression, const json_t *want) {
  Value v = run_expression("test", 1, expression, strlen(expression));
  int64_t n = 0;
  if (!value_array(v))
    fail_msg("%s is no tensor", expression);
  compare(want, value_array(v), &n);
  assert_int_equal(n, value_array(v)->size);
  value_unref(v);
}

/* Sequential(Linear, ReLU, Linear ...), then the stream goes on. */
static void layers(const json_t *c) {
  char *sizes = json_dumps(vectors_get(c, "sizes"), JSON_COMPACT);
  const json_t *params = vectors_get(c, "params");
  bool bias = json_array_size(params) > 1;
  Buf b = BUF_EMPTY;
  buf_fmt(&b,
          "torch.manual_seed(%lld)\n"
          "sizes = %s\n"
          "layers = []\n"
          "for a, b in zip(sizes, sizes[1:]):\n"
          "    layers += [nn.Linear(a, b, bias=%s), nn.ReLU()]\n"
          "p = list(nn.Sequential(*layers).parameters())\n",
          (long long)vectors_integer(vectors_get(c, "seed")), sizes,
          bias ? "True" : "False");
  run(buf_text(&b));
  for (size_t i = 0; i < json_array_size(params); i++) {
    buf_clear(&b);
    buf_fmt(&b, "p[%zu]", i);
    expect(buf_text(&b), json_array_get(params, i));
  }
  expect("torch.rand(1)", vectors_get(c, "next_rand"));
  buf_free(&b);
  free(sizes);
}

static void linear_init(void **state) {
  (void)state;
  json_t *root = vectors_load("torch_linear_init.json"), *c;
  size_t i;
  json_array_foreach(vectors_get(root, "cases"), i, c) layers(c);
  assert_true(i > 4);
  json_decref(root);
}

static int start(void **state) {
  (void)state;
  if (!interp_start())
    return -1;
  modules_install();
  run("import torch\nfrom torch import nn\n");
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(linear_init)};
  return cmocka_run_group_tests(tests, start, NULL);
}
