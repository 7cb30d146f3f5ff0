/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gradient of every row against central differences, through the tape:
   tests/data/gradients.txt says how each is used. And the losses' gradients
   against those that torch gave. */
#include "app/session.h"
#include "base/buf.h"
#include "base/sym.h"
#include "grad/node.h"
#include "lang/interp.h"
#include "vectors.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char helpers[] =
    "W3 = torch.tensor([0.5, 2.0, 1.25]).double()\n"
    "def assigned(a, b):\n"
    "    a[1] = b\n"
    "    a[:, 0] = a[0, 1]\n"
    "    return a\n"
    "def changed(a):\n"
    "    a *= a\n"
    "    a /= 3\n"
    "    a **= 3\n"
    "    a -= a\n"
    "    a += 2\n"
    "    return a * a\n"
    "def numbers(shape, k):\n"
    "    n = math.prod(shape)\n"
    "    flat = [((37 * i + 53 * k + 17) % 101 - 50.3) / 53 + k / 500\n"
    "            for i in range(n)]\n"
    "    return torch.tensor(flat, dtype=torch.float64).reshape(shape)\n"
    "def same(got, want, limit):\n"
    "    assert got.shape == want.shape, (got.shape, want.shape)\n"
    "    gap = (got - want).abs() / want.abs().clamp(min=1)\n"
    "    assert gap.max().item() < limit, (got, want)\n"
    "def value(f, inputs):\n"
    "    y = f(*inputs)\n"
    "    return float((y * numbers(y.shape, 9)).sum())\n"
    "def slopes(f, inputs, k):\n"
    "    moved = [x.detach().clone() for x in inputs]\n"
    "    out = torch.zeros_like(inputs[k])\n"
    "    flat, to = moved[k].view(-1), out.view(-1)\n"
    "    for i in range(len(flat)):\n"
    "        at = flat[i].item()\n"
    "        flat[i] = at + 1e-5\n"
    "        up = value(f, moved)\n"
    "        flat[i] = at - 1e-5\n"
    "        to[i] = (up - value(f, moved)) / 2e-5\n"
    "        flat[i] = at\n"
    "    return out\n"
    "def check(f, *shapes):\n"
    "    global root\n"
    "    inputs = [numbers(s, k).requires_grad_()\n"
    "              for k, s in enumerate(shapes)]\n"
    "    y = f(*inputs)\n"
    "    root = (y * numbers(y.shape, 9)).sum()\n"
    "    root.backward(retain_graph=True)\n"
    "    for k, x in enumerate(inputs):\n"
    "        same(x.grad, slopes(f, inputs, k), 1e-6)\n"
    "def check_plain(f, shape):\n"
    "    def weighed(x):\n"
    "        global root\n"
    "        y = f(x)\n"
    "        w = numbers(np.shape(y), 9).tolist()\n"
    "        root = np.sum(y * w)\n"
    "        return root\n"
    "    x = numbers(shape, 0)\n"
    "    got = torch.tensor(grad(weighed, x.tolist()))\n"
    "    def value_at(x):\n"
    "        return torch.tensor(f(x.tolist())).double()\n"
    "    want = slopes(value_at, [x], 0)\n"
    "    same(got, want, 1e-6)\n";

/* --- running Python ------------------------------------------------------ */

static int start(void **state) {
  (void)state;
  if (!session_start())
    return 1;
  interp.doctor = NULL;
  return session_text("helpers", helpers, strlen(helpers)) != SESSION_OK;
}

static int stop(void **state) {
  (void)state;
  session_free();
  return 0;
}

static bool run(const char *text) {
  if (session_text("test", text, strlen(text)) == SESSION_OK)
    return true;
  print_message("%s\n", text);
  return false;
}

static Array *global_array(const char *name) {
  const Sym *s = sym_of(name, strlen(name));
  return value_array(interp.globals[s->id]);
}

/* --- which rows were used ------------------------------------------------ */

enum { MAX_ROWS = 1024 };
static struct {
  const Op *op;
  bool lined, used;
} rows[MAX_ROWS];

/* Whether a node of the row is below this one. */
static bool below(const TapeNode *node, const char *row) {
  if (!strcmp(node->call.op->name, row))
    return true;
  for (int i = 0; i < node->n_edges; i++)
    if (node->edges[i].node && below(node->edges[i].node, row))
      return true;
  return false;
}

static void mark(const char *row) {
  for (int i = 0; rows[i].op; i++)
    if (!strcmp(rows[i].op->name, row))
      rows[i].lined = true;
}

/* --- the lines ----------------------------------------------------------- */

static char *trimmed(char *text) {
  text += strspn(text, " ");
  for (size_t n = strlen(text); n && strchr(" \n", text[n - 1]); n--)
    text[n - 1] = 0;
  return text;
}

/* "(2, 3) (3,)" as arguments: "(2, 3), (3,)" */
static void put_shapes(Buf *b, const char *shapes) {
  for (; *shapes; shapes++) {
    buf_char(b, *shapes);
    if (*shapes == ')' && shapes[1])
      buf_char(b, ',');
  }
}

static bool check_line(const char *row, const char *f, const char *shapes) {
  Buf b = BUF_EMPTY;
  bool plain = !strncmp(shapes, "plain ", 6);
  buf_fmt(&b, "check%s(%s, ", plain ? "_plain" : "", f);
  put_shapes(&b, shapes + (plain ? 6 : 0));
  buf_str(&b, ")");
  bool ok = run(buf_text(&b));
  buf_free(&b);
  Array *root = global_array("root");
  if (ok && strcmp(row, "-") != 0 && !(root->node && below(root->node, row))) {
    print_message("%s is not used by: %s\n", row, f);
    ok = false;
  }
  if (ok)
    mark(row);
  return ok;
}

static FILE *data_file(void) {
  const char *folder = getenv("XENT_TEST_DATA");
  char path[4096];
  snprintf(path, sizeof path, "%s/../data/gradients.txt",
           folder ? folder : "tests/vectors");
  FILE *f = fopen(path, "r");
  if (!f)
    vectors_die(path, "cannot be opened");
  return f;
}

static void test_rows(void **state) {
  (void)state;
  char line[512];
  int bad = 0;
  for (int i = 0; op_nth(i); i++)
    rows[i].op = op_nth(i);
  FILE *f = data_file();
  while (fgets(line, sizeof line, f)) {
    char *bar = strchr(line, '|'), *last = strrchr(line, '|');
    if (*line == '#' || !bar || bar == last)
      continue;
    *bar = *last = 0;
    bad += !check_line(trimmed(line), trimmed(bar + 1), trimmed(last + 1));
  }
  fclose(f);
  for (int i = 0; rows[i].op; i++)
    if (rows[i].op->backward && !rows[i].lined) {
      print_message("%s: no line in tests/data/gradients.txt\n",
                    rows[i].op->name);
      bad++;
    }
  assert_int_equal(bad, 0);
}

/* --- losses -------------------------------------------------------------- */

static const char *function_of(const char *loss) {
  return !strcmp(loss, "bce")               ? "binary_cross_entropy"
         : !strcmp(loss, "bce_with_logits") ? "binary_cross_entropy_with_logits"
         : !strcmp(loss, "mse")             ? "mse_loss"
         : !strcmp(loss, "l1")              ? "l1_loss"
                                            : loss;
}

static void put_json(Buf *b, const char *before, const json_t *v,
                     const char *after) {
  char *text = json_dumps(v, JSON_ENCODE_ANY | JSON_REAL_PRECISION(17));
  buf_fmt(b, "%s%s%s", before, text, after);
  free(text);
}

/* x.grad of sum(loss(x, target, ...)) */
static bool check_loss(const json_t *c) {
  static const char *const tensors[] = {"weight", "pos_weight"};
  static const char *const options[] = {"reduction", "label_smoothing",
                                        "ignore_index"};
  Buf b = BUF_EMPTY;
  put_json(&b, "x = torch.tensor(", vectors_get(c, "input"),
           ", requires_grad=True)\n");
  buf_fmt(&b, "loss = F.%s(x, ",
          function_of(json_string_value(vectors_get(c, "loss"))));
  put_json(&b, "torch.tensor(", vectors_get(c, "target"), ")");
  for (size_t i = 0; i < 2; i++)
    if (json_object_get(c, tensors[i])) {
      buf_fmt(&b, ", %s=", tensors[i]);
      put_json(&b, "torch.tensor(", json_object_get(c, tensors[i]), ")");
    }
  for (size_t i = 0; i < 3; i++)
    if (json_object_get(c, options[i])) {
      buf_fmt(&b, ", %s=", options[i]);
      put_json(&b, "", json_object_get(c, options[i]), "");
    }
  put_json(&b, ")\nloss.sum().backward()\nsame(x.grad, torch.tensor(",
           vectors_get(c, "grad"), "), 3e-7)\n");
  bool ok = run(buf_text(&b));
  buf_free(&b);
  return ok;
}

static void test_losses(void **state) {
  (void)state;
  json_t *all = vectors_load("losses.json"), *c;
  size_t i;
  int bad = 0;
  json_array_foreach(vectors_get(all, "cases"), i, c) bad += !check_loss(c);
  assert_true(i > 100);
  json_decref(all);
  assert_int_equal(bad, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows),
                                     cmocka_unit_test(test_losses)};
  return cmocka_run_group_tests(tests, start, stop);
}
