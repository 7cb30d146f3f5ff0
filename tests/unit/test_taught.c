/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prompt's own forms: lists, single samples, the derivations, and every
   gradient against central differences in double. */
#include "taught.h"

#include "base/note.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* A list typed at the prompt. */
static Arg list(int64_t n, const double *v, bool whole) {
  Arg a =
      op_array(taught_make(FAMILY_PLAIN, whole ? DT_I64 : DT_F64, 1, &n, v));
  a.was_list = true;
  return a;
}

static Arg table(int64_t rows, int64_t n, const double *v) {
  const int64_t shape[] = {rows, n};
  Arg a = op_array(taught_make(FAMILY_PLAIN, DT_F64, 2, shape, v));
  a.was_list = true;
  return a;
}

#define LIST(...)                                                              \
  list(sizeof((double[]){__VA_ARGS__}) / sizeof(double),                       \
       (double[]){__VA_ARGS__}, false)
#define LABELS(...)                                                            \
  list(sizeof((double[]){__VA_ARGS__}) / sizeof(double),                       \
       (double[]){__VA_ARGS__}, true)

static OpCall call2(const char *name, Arg a, Arg b) {
  OpCall call = op_call(taught_op(name), FAMILY_PLAIN);
  call.arg[0] = a;
  call.arg[1] = b;
  return call;
}

static double value(OpCall *call) {
  assert_true(op_run(call));
  assert_int_equal(call->out->ndim, 0);
  assert_true(call->out->scalar);
  double v = array_get(call->out, 0);
  taught_release(call);
  return v;
}

#define NEAR(call, want)                                                       \
  do {                                                                         \
    OpCall c_ = (call);                                                        \
    double v_ = value(&c_), w_ = (want);                                       \
    if (!(fabs(v_ - w_) <= 1e-12 * fmax(1, fabs(w_))))                         \
      fail_msg("got %.17g, want %.17g", v_, w_);                               \
  } while (0)

static void test_lists(void **state) {
  (void)state;
  const double lse = 2 + log(1 + exp(-1) + exp(-1.9));
  NEAR(call2("cross_entropy", LIST(2, 1, 0.1), op_int(0)), lse - 2);
  NEAR(call2("cross_entropy", LIST(2, 1, 0.1), LABELS(0, 1, 0)), lse - 1);
  NEAR(call2("cross_entropy", LIST(2, 1, 0.1), LIST(0.5, 0, 0.5)), lse - 1.05);
  NEAR(call2("cross_entropy", table(1, 3, (double[]){2, 1, 0.1}), LABELS(2)),
       lse - 0.1);
  NEAR(call2("cross_entropy", table(1, 3, (double[]){2, 1, 0.1}), op_int(2)),
       lse - 0.1);
  NEAR(call2("nll_loss", LIST(-1, -2, -3), op_int(1)), 2);
  NEAR(call2("binary_cross_entropy", LIST(0.9, 0.2), LABELS(1, 0)),
       -(log(0.9) + log(0.8)) / 2);
  NEAR(call2("mse_loss", LABELS(1, 2), LABELS(0, 4)), 2.5);
  NEAR(call2("l1_loss", LABELS(1, 2), LABELS(0, 4)), 1.5);
  NEAR(call2("kl", LIST(0.7, 0.2, 0.1), LIST(0.5, 0.3, 0.2)),
       0.7 * log(1.4) + 0.2 * log(2 / 3.) + 0.1 * log(0.5));
  NEAR(call2("kl", LIST(1, 0), LIST(0.5, 0.5)), log(2));
  NEAR(call2("entropy", LIST(0.5, 0.5, 0), (Arg){0}), log(2));
  NEAR(call2("perplexity", LIST(0.25, 0.25, 0.25, 0.25), (Arg){0}), 4);
  NEAR(call2("cross_entropy_probs", LIST(1, 0, 0), LIST(0.7, 0.2, 0.1)),
       -log(0.7));
  NEAR(call2("accuracy", table(2, 2, (double[]){2, 1, 3, 0}), LABELS(0, 1)),
       0.5);
  NEAR(call2("accuracy", LIST(0.9, 0.2, 0.6), LABELS(1, 0, 0)), 2 / 3.);
}

/* No loss is lost to rounding. */
static void test_tiny(void **state) {
  (void)state;
  NEAR(call2("cross_entropy", LIST(30, 0), op_int(0)), log1p(exp(-30)));
  OpCall c = call2("cross_entropy", LIST(0, -80), op_int(0));
  double v = value(&c);
  assert_true(fabs(v / exp(-80) - 1) < 1e-14);
  c = call2("binary_cross_entropy_with_logits", LIST(60), LIST(1));
  v = value(&c);
  assert_true(fabs(v / exp(-60) - 1) < 1e-14);
  c = call2("binary_cross_entropy", LIST(1e-20), LIST(0));
  v = value(&c);
  assert_true(fabs(v / 1e-20 - 1) < 1e-14);
  NEAR(call2("cross_entropy", LIST(1000, -1000), op_int(1)), 2000);
  c = call2("cross_entropy_probs", LIST(0.5, 0.5), LIST(1, 0));
  assert_true(isinf(value(&c)));
}

static void test_onehot(void **state) {
  (void)state;
  OpCall c = call2("one_hot", LABELS(2, 0), op_int(3));
  assert_true(op_run(&c));
  assert_int_equal(c.out->kind.name, KIND_ONEHOT);
  assert_int_equal(c.out->ndim, 2);
  const double want[] = {0, 0, 1, 1, 0, 0};
  for (int64_t i = 0; i < 6; i++)
    assert_true(array_get(c.out, i) == want[i]);
  taught_release(&c);
}

static void error_is(OpCall c, const char *type, const char *text) {
  assert_false(op_run(&c));
  assert_string_equal(err_name(err_now()->type), type);
  assert_string_equal(buf_text(&err_now()->text), text);
  err_clear();
  taught_release(&c);
}

static void test_errors(void **state) {
  (void)state;
  error_is(call2("cross_entropy", LIST(2, 1, 0.1), op_int(3)), "IndexError",
           "Target 3 is out of bounds.");
  error_is(
      call2("cross_entropy", table(2, 2, (double[]){1, 2, 3, 4}), LIST(0.5, 1)),
      "RuntimeError", "expected scalar type Long but found Double");
  error_is(call2("binary_cross_entropy", LIST(2, 0.5), LABELS(0, 1)),
           "RuntimeError", "all elements of input should be between 0 and 1");
  error_is(call2("kl", LIST(0.5, 0.5), LIST(1)), "ValueError",
           "p has shape (2,), q has shape (1,)");
  error_is(call2("accuracy", LIST(1, 2, 3), LABELS(0, 1)), "ValueError",
           "scores (3,) and labels (2,) do not go together");
}

/* Large data takes the fast way; it must agree with the slow one. */
static void test_fast(void **state) {
  (void)state;
  for (int f32 = 0; f32 < 2; f32++) {
    const int64_t shape[] = {900, 7};
    Family family = f32 ? FAMILY_TORCH : FAMILY_PLAIN;
    Array *z = array_new(family, f32 ? DT_F32 : DT_F64, 2, shape);
    Array *t = array_new(family, DT_I64, 1, shape);
    double want = 0;
    for (int64_t i = 0; i < z->size; i++)
      array_put(z, i, 5 * sin((double)i * 1.7));
    for (int64_t r = 0; r < 900; r++) {
      double max = -9, sum = 0;
      array_put_int(t, r, r % 7);
      for (int64_t j = 0; j < 7; j++)
        max = fmax(max, array_get(z, r * 7 + j));
      for (int64_t j = 0; j < 7; j++)
        sum += exp(array_get(z, r * 7 + j) - max);
      want += (max + log(sum) - array_get(z, r * 7 + r % 7)) / 900;
    }
    OpCall c = op_call(taught_op("cross_entropy"), family);
    c.arg[0] = op_array(z);
    c.arg[1] = op_array(t);
    assert_true(op_run(&c));
    assert_true(fabs(array_get(c.out, 0) - want) < (f32 ? 3e-7 : 1e-13));
    taught_release(&c);
  }
}

/* sum of out * weight of a call whose input has one element moved. */
static double moved(OpCall *call, int arg, int64_t i, double h,
                    const Array *weight) {
  double *at = (double *)call->arg[arg].array->data + i, old = *at, sum = 0;
  *at = old + h;
  assert_true(op_run(call));
  for (int64_t k = 0; k < call->out->size; k++)
    sum += array_get(call->out, k) * array_get(weight, k);
  array_unref(call->out);
  call->out = NULL;
  *at = old;
  return sum;
}

/* Every element of dL/d arg against central differences. */
static void gradient(OpCall call, int arg) {
  Note note;
  assert_true(op_run(&call));
  Array *dout = array_copy(call.out);
  for (int64_t k = 0; k < dout->size; k++)
    array_put(dout, k, 1 + 0.3 * (double)k);
  Array *g = call.op->backward(&call, arg, dout);
  assert_non_null(g);
  assert_true(array_same_shape(g, call.arg[arg].array));
  array_unref(call.out);
  call.out = NULL;
  for (int64_t i = 0; i < g->size; i++) {
    double h = 1e-5;
    double want =
        (moved(&call, arg, i, h, dout) - moved(&call, arg, i, -h, dout)) /
        (2 * h);
    if (fabs(want - array_get(g, i)) > 1e-8 * fmax(1, fabs(want)))
      fail_msg("%s arg %d [%d]: %.12g, differences %.12g", call.op->name, arg,
               (int)i, array_get(g, i), want);
  }
  array_unref(g);
  array_unref(dout);
  taught_release(&call);
  while (note_take(&note))
    note_free(&note);
}

static OpCall with(OpCall call, const char *name, Arg arg) {
  taught_set(&call, name, arg);
  return call;
}

static const double scores[] = {0.3, -1.2, 2.1, 0.7, 0.4, -0.5};
static const double shares[] = {0.2, 0.5, 0.3, 0.6, 0.1, 0.3};
static const double others[] = {0.3, 0.3, 0.4, 0.5, 0.25, 0.25};
static const char *const reductions[] = {"none", "mean", "sum"};

#define SCORES table(2, 3, scores)
#define SHARES table(2, 3, shares)
#define OTHERS table(2, 3, others)

static void pair_gradients(Arg r) {
  for (int arg = 0; arg < 2; arg++) {
    OpCall c = with(call2("cross_entropy", SCORES, SHARES), "reduction", r);
    c = with(c, "label_smoothing", op_float(0.2));
    gradient(with(c, "weight", LIST(1, 2, 0.5)), arg);
    gradient(
        with(call2("binary_cross_entropy", OTHERS, SHARES), "reduction", r),
        arg);
    c = with(call2("binary_cross_entropy_with_logits", SCORES, SHARES),
             "reduction", r);
    gradient(with(c, "pos_weight", LIST(3, 0.5, 1)), arg);
    gradient(with(call2("mse_loss", SCORES, SHARES), "reduction", r), arg);
    gradient(with(call2("mse_loss", SCORES, LIST(1, 0, 2)), "reduction", r),
             arg);
    gradient(with(call2("l1_loss", SCORES, SHARES), "reduction", r), arg);
    gradient(with(call2("kl_div", SCORES, SHARES), "reduction", r), arg);
    gradient(with(with(call2("kl_div", SCORES, SHARES), "reduction", r),
                  "log_target", op_bool(true)),
             arg);
  }
}

static void test_gradients(void **state) {
  (void)state;
  for (int i = 0; i < 3; i++) {
    Arg r = op_text(reductions[i]);
    pair_gradients(r);
    OpCall c =
        with(call2("cross_entropy", SCORES, LABELS(2, 0)), "reduction", r);
    gradient(c, 0);
    c = with(call2("cross_entropy", SCORES, LABELS(2, 0)), "reduction", r);
    c = with(c, "label_smoothing", op_float(0.2));
    gradient(with(c, "weight", LIST(1, 2, 0.5)), 0);
    c = with(call2("nll_loss", SCORES, LABELS(2, 1)), "reduction", r);
    gradient(with(c, "ignore_index", op_int(1)), 0);
  }
  for (int dim = 0; dim < 2; dim++) {
    gradient(call2("softmax", SCORES, op_int(dim)), 0);
    gradient(call2("log_softmax", SCORES, op_int(dim)), 0);
  }
  gradient(call2("sigmoid", SCORES, (Arg){0}), 0);
  gradient(call2("logsigmoid", SCORES, (Arg){0}), 0);
  gradient(call2("entropy", SHARES, (Arg){0}), 0);
  gradient(call2("perplexity", SHARES, (Arg){0}), 0);
  for (int arg = 0; arg < 2; arg++) {
    gradient(call2("kl", SHARES, OTHERS), arg);
    gradient(call2("cross_entropy_probs", SHARES, OTHERS), arg);
  }
}

typedef struct Line {
  const char *label, *words;
  double values[3];
  DeriveCheck check;
} Line;

/* The table of TEACHING.md section 3, to its four decimals. */
static const Line picture[] = {
    {"z (logits)", "input: any real numbers", {2, 1, 0.1}, DERIVE_PLAIN},
    {"z - max(z)",
     "max = 2.0000; keeps exp() at most 1",
     {0, -1, -1.9},
     DERIVE_PLAIN},
    {"exp(@2)", "sum = 1.5174", {1, 0.3679, 0.1496}, DERIVE_PLAIN},
    {"@3 / sum = p", "sum = 1.0000", {0.6590, 0.2424, 0.0986}, DERIVE_TRUE},
    {"ln p = @2 - ln sum",
     "ln sum = 0.4170",
     {-0.4170, -1.4170, -2.3170},
     DERIVE_PLAIN},
    {"y (one-hot of 0)", "picks one column", {1, 0, 0}, DERIVE_PLAIN},
    {"-y * @5", "sum = L = 0.4170 nats", {0.4170, 0, 0}, DERIVE_PLAIN},
    {"dL/dz = p - y", "sum = 0.0000", {-0.3410, 0.2424, 0.0986}, DERIVE_TRUE},
};

static void test_picture(void **state) {
  (void)state;
  Derivation d = {0};
  OpCall c = call2("cross_entropy", LIST(2, 1, 0.1), op_int(0));
  assert_true(op_run(&c));
  assert_true(c.op->derive(&c, &d));
  assert_string_equal(d.title, "L = -ln softmax(z)[0]");
  assert_int_equal(d.count, 8);
  for (size_t s = 0; s < 8; s++) {
    assert_string_equal(d.steps[s].label, picture[s].label);
    assert_string_equal(d.steps[s].words, picture[s].words);
    assert_int_equal(d.steps[s].check, picture[s].check);
    assert_non_null(d.steps[s].reason);
    for (int64_t j = 0; j < 3; j++)
      assert_true(fabs(array_get(d.steps[s].values, j) - picture[s].values[j]) <
                  5.1e-5);
  }
  assert_true(d.is_loss);
  assert_int_equal(d.classes, 3);
  assert_true(d.loss == array_get(c.out, 0));
  assert_non_null(strstr(buf_text(&d.checks), "log-sum-exp route agrees"));
  assert_non_null(strstr(buf_text(&d.checks), "finite differences agree"));
  assert_null(strstr(buf_text(&d.checks), "\xe2\x9c\x97"));
  derive_free(&d);
  taught_release(&c);
}

/* Every row opens, with every option, and none of its checks fails. */
static void opens(OpCall c) {
  Derivation d = {0};
  Note note;
  assert_true(op_run(&c));
  if (!c.op->derive(&c, &d) || d.failed)
    fail_msg("%s does not open", c.op->name);
  assert_true(d.count >= 2);
  for (size_t s = 0; s < d.count; s++)
    if (d.steps[s].check == DERIVE_FALSE)
      fail_msg("%s, step %d: %s", c.op->name, (int)s + 1, d.steps[s].words);
  if (strstr(buf_text(&d.checks), "\xe2\x9c\x97"))
    fail_msg("%s: %s", c.op->name, buf_text(&d.checks));
  derive_free(&d);
  taught_release(&c);
  while (note_take(&note))
    note_free(&note);
}

static void test_opens(void **state) {
  (void)state;
  for (int i = 0; i < 3; i++) {
    Arg r = op_text(reductions[i]);
    for (int k = 0; k < 8; k++) {
      OpCall c = call2("cross_entropy", SCORES, k & 1 ? SHARES : LABELS(2, 0));
      c = with(c, "reduction", r);
      if (k & 2)
        c = with(c, "weight", LIST(1, 2, 0.5));
      if (k & 4)
        c = with(c, "label_smoothing", op_float(0.2));
      opens(c);
    }
    OpCall c = call2("cross_entropy", SCORES, LABELS(2, 1));
    opens(with(with(c, "reduction", r), "ignore_index", op_int(1)));
    opens(with(call2("nll_loss", SCORES, LABELS(2, 1)), "reduction", r));
    opens(with(call2("binary_cross_entropy", OTHERS, SHARES), "reduction", r));
    c = with(call2("binary_cross_entropy_with_logits", SCORES, SHARES),
             "reduction", r);
    opens(with(c, "pos_weight", LIST(3, 0.5, 1)));
    opens(with(call2("mse_loss", SCORES, SHARES), "reduction", r));
    opens(with(call2("kl_div", SCORES, SHARES), "reduction", r));
  }
  opens(call2("softmax", SCORES, op_int(0)));
  opens(call2("log_softmax", SCORES, op_int(1)));
  opens(call2("logsigmoid", SCORES, (Arg){0}));
  opens(call2("entropy", SHARES, (Arg){0}));
  opens(call2("perplexity", SHARES, (Arg){0}));
  opens(call2("kl", SHARES, OTHERS));
  opens(call2("cross_entropy_probs", SHARES, OTHERS));
  opens(call2("one_hot", LABELS(1, 0), op_int(2)));
  opens(call2("accuracy", SCORES, LABELS(2, 0)));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lists),   cmocka_unit_test(test_tiny),
      cmocka_unit_test(test_onehot),  cmocka_unit_test(test_errors),
      cmocka_unit_test(test_fast),    cmocka_unit_test(test_gradients),
      cmocka_unit_test(test_picture), cmocka_unit_test(test_opens),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
