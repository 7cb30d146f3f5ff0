/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trainer against the runs of the real torch: every loss of every epoch
   bit for bit, accuracies and final weights too. */
#include "nn/trainer.h"

#include "base/err.h"
#include "base/mem.h"
#include "base/stop.h"
#include "nn/network.h"
#include "nn/optimizer.h"
#include "vectors.h"

#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>

#include <cmocka.h>

static float number(const json_t *v) {
  return (float)vectors_number(v);
}

/* glibc's expf and logf are those of the machine that wrote the vectors: the
   same bits. Another libm may differ in a last digit. */
#ifdef __GLIBC__
static const float exactly = 0;
#else
static const float exactly = 2e-6f;
#endif

static void check_close(const char *what, float got, float want, float within) {
  if (got == want || fabsf(got - want) <= within)
    return;
  fail_msg("%s: got %.9g, want %.9g", what, (double)got, (double)want);
}

static Trainer *start(const TrainerOptions *o) {
  Trainer *t = trainer_new(o);
  if (!t)
    fail_msg("trainer_new: %s", buf_text(&err_now()->text));
  return t;
}

static void step(Trainer *t, TrainerEvent *e) {
  if (!trainer_step(t, e))
    fail_msg("trainer_step: %s", buf_text(&err_now()->text));
}

/* A message of type ValueError that says this. */
static void check_refused(const TrainerOptions *o, const char *says) {
  assert_null(trainer_new(o));
  assert_int_equal(err_now()->type, ERR_ValueError);
  assert_string_equal(buf_text(&err_now()->text), says);
  err_clear();
}

/* ---- the notebook's own runs ---- */

static void check_notebook(TrainerTask task, const char *const *losses,
                           const char *accuracy) {
  TrainerOptions o = trainer_defaults(task);
  Trainer *t = start(&o);
  TrainerEvent e;
  char text[32];
  for (int epoch = 0; epoch < 100; epoch++) {
    step(t, &e);
    assert_int_equal(e.epoch, epoch + 1);
    assert_null(e.bad);
    snprintf(text, sizeof text, "%.4f", (double)e.loss);
    if (epoch % 10 == 0)
      assert_string_equal(text, losses[epoch / 10]);
  }
  snprintf(text, sizeof text, "%.2f", trainer_test_accuracy(t) * 100.0);
  assert_string_equal(text, accuracy);
  trainer_free(t);
}

static void test_notebook_binary(void **state) {
  (void)state;
  const char *const losses[] = {"0.7370", "0.6855", "0.6445", "0.6041",
                                "0.5618", "0.5207", "0.4832", "0.4518",
                                "0.4273", "0.4082"};
  check_notebook(TRAINER_BINARY, losses, "82.50");
}

static void test_notebook_multi(void **state) {
  (void)state;
  const char *const losses[] = {"1.1683", "1.1031", "1.0626", "1.0289",
                                "0.9984", "0.9686", "0.9369", "0.9056",
                                "0.8763", "0.8489"};
  check_notebook(TRAINER_MULTI, losses, "63.33");
}

/* ---- the runs of the vectors ---- */

static void check_row(const char *name, const float *data, const json_t *row) {
  for (size_t k = 0; k < json_array_size(row); k++)
    check_close(name, data[k], number(json_array_get(row, k)), exactly);
}

/* W1, b1, W2, b2 of the JSON text. */
static void check_tensors(const Trainer *t, const json_t *all) {
  TrainerTensor x;
  int i = 0;
  for (; trainer_tensor(t, i, &x); i++) {
    const json_t *want = json_array_get(all, (size_t)i);
    assert_int_equal(json_array_size(want), x.rows);
    if (!x.columns)
      check_row(x.name, x.data, want);
    else
      for (int64_t r = 0; r < x.rows; r++)
        check_row(x.name, x.data + r * x.columns,
                  json_array_get(want, (size_t)r));
  }
  assert_int_equal(i, 4);
}

/* Runs all epochs and compares the loss of each step. */
static void check_losses(Trainer *t, const json_t *want) {
  size_t at = 0;
  while (at < json_array_size(want)) {
    TrainerEvent e;
    step(t, &e);
    int64_t n;
    const float *losses = trainer_step_losses(t, &n);
    for (int64_t i = 0; i < n; i++)
      check_close("loss", losses[i], number(json_array_get(want, at++)),
                  exactly);
  }
  assert_int_equal(at, json_array_size(want));
}

static void check_run(const TrainerOptions *o, const json_t *run) {
  Trainer *t = start(o);
  const json_t *init = json_object_get(run, "init");
  if (init)
    check_tensors(t, init);
  check_losses(t, vectors_get(run, "losses"));
  check_tensors(t, vectors_get(run, "final"));
  check_close("accuracy", trainer_test_accuracy(t),
              number(vectors_get(run, "accuracy")), 0);
  trainer_free(t);
}

static void check_seeds(TrainerTask task, const char *file) {
  json_t *root = vectors_load(file), *run;
  size_t i;
  json_array_foreach(vectors_get(root, "runs"), i, run) {
    TrainerOptions o = trainer_defaults(task);
    o.seeded = true;
    o.seed = (uint64_t)vectors_integer(vectors_get(run, "seed"));
    check_run(&o, run);
  }
  assert_int_equal(i, 20);
  json_decref(root);
}

static void test_seeds_binary(void **state) {
  (void)state;
  check_seeds(TRAINER_BINARY, "train_nn1.json");
}

static void test_seeds_multi(void **state) {
  (void)state;
  check_seeds(TRAINER_MULTI, "train_nn2.json");
}

static double argument(const json_t *args, const char *key, double otherwise) {
  const json_t *v = json_object_get(args, key);
  return v ? vectors_number(v) : otherwise;
}

/* The optimiser that a vector's "optimizer" and "args" describe. */
static OptimizerRule rule_of(const json_t *run) {
  const json_t *args = vectors_get(run, "args");
  const char *name = json_string_value(vectors_get(run, "optimizer"));
  bool adam = !strcmp(name, "Adam");
  assert_true(adam || !strcmp(name, "SGD"));
  OptimizerRule r = optimizer_defaults(adam ? OPTIMIZER_ADAM : OPTIMIZER_SGD);
  r.lr = argument(args, "lr", r.lr);
  r.momentum = argument(args, "momentum", 0);
  r.dampening = argument(args, "dampening", 0);
  r.weight_decay = argument(args, "weight_decay", 0);
  r.eps = argument(args, "eps", r.eps);
  r.nesterov = json_is_true(json_object_get(args, "nesterov"));
  r.amsgrad = json_is_true(json_object_get(args, "amsgrad"));
  const json_t *betas = json_object_get(args, "betas");
  if (betas) {
    r.beta1 = vectors_number(json_array_get(betas, 0));
    r.beta2 = vectors_number(json_array_get(betas, 1));
  }
  return r;
}

static TrainerOptions options_of(const json_t *run) {
  int64_t net = vectors_integer(vectors_get(run, "net"));
  TrainerOptions o =
      trainer_defaults(net == 1 ? TRAINER_BINARY : TRAINER_MULTI);
  o.rule = rule_of(run);
  o.seeded = true;
  o.seed = (uint64_t)vectors_integer(vectors_get(run, "seed"));
  o.epochs = vectors_integer(vectors_get(run, "epochs"));
  const json_t *batch = vectors_get(run, "batch");
  o.batch = json_is_null(batch) ? 0 : vectors_integer(batch);
  return o;
}

static void test_optimizers(void **state) {
  (void)state;
  json_t *root = vectors_load("train_optimizers.json"), *run;
  size_t i;
  json_array_foreach(vectors_get(root, "runs"), i, run) {
    TrainerOptions o = options_of(run);
    check_run(&o, run);
  }
  assert_int_equal(i, 44);
  json_decref(root);
}

static void read_floats(const json_t *v, float *out) {
  for (size_t i = 0; i < json_array_size(v); i++)
    out[i] = number(json_array_get(v, i));
}

static void check_steps(const json_t *one) {
  OptimizerRule rule = rule_of(one);
  const json_t *start_at = vectors_get(one, "start");
  size_t n = json_array_size(start_at);
  float p[32], g[32], want[32];
  assert_in_range(n, 1, 32);
  Optimizer o;
  assert_true(optimizer_init(&o, &rule, (int64_t)n));
  read_floats(start_at, p);
  for (size_t s = 0; s < json_array_size(vectors_get(one, "grads")); s++) {
    read_floats(json_array_get(vectors_get(one, "grads"), s), g);
    read_floats(json_array_get(vectors_get(one, "params"), s), want);
    optimizer_step(&o, p, g);
    for (size_t k = 0; k < n; k++)
      check_close("parameter", p[k], want[k], 0);
  }
  optimizer_free(&o);
}

static void test_single_steps(void **state) {
  (void)state;
  json_t *root = vectors_load("optim_steps.json"), *one;
  size_t i;
  json_array_foreach(vectors_get(root, "cases"), i, one) check_steps(one);
  assert_int_equal(i, 24);
  json_decref(root);
}

/* ---- both dresses of the arithmetic agree ---- */

/* Makes a network of this shape learn from a trainer's rows with the given
   arithmetic; what it has learnt is left in n. */
static void learn_with(Network *n, const Netmath *math, int outputs,
                       int64_t hidden, const TrainerRows *r) {
  Columns c;
  TorchRandom random;
  assert_true(columns_init(&c, r->n));
  assert_true(network_init(n, outputs, hidden, r->n));
  n->math = math;
  torchrandom_seed(&random, 7);
  network_draw(n, &random);
  columns_gather(&c, r->x, r->y, NULL, r->n);
  for (int i = 0; i < 20; i++) {
    network_learn(n, &c);
    for (int64_t k = 0; k < n->count; k++)
      n->parameters[k] -= n->gradients[k];
  }
  columns_free(&c);
}

static void check_dresses(TrainerTask task, int outputs, int64_t hidden,
                          int64_t rows) {
  TrainerOptions o = trainer_defaults(task);
  Trainer *t = start(&o);
  TrainerRows r = trainer_rows(t, false);
  r.n = rows;
  Network plain, fast;
  learn_with(&plain, &netmath_plain, outputs, hidden, &r);
  learn_with(&fast, netmath_choose(), outputs, hidden, &r);
  assert_memory_equal(plain.parameters, fast.parameters,
                      (size_t)plain.count * sizeof(float));
  network_free(&plain);
  network_free(&fast);
  trainer_free(t);
}

static void test_dresses(void **state) {
  (void)state;
  const int64_t hidden[] = {1, 5, 8, 11, 37}, rows[] = {1, 7, 16, 77, 160};
  for (int h = 0; h < 5; h++)
    for (int r = 0; r < 5; r++) {
      check_dresses(TRAINER_BINARY, 1, hidden[h], rows[r]);
      check_dresses(TRAINER_MULTI, 3, hidden[h], rows[r]);
    }
}

/* ---- events and answers ---- */

/* The share of rows on the diagonal of the confusion matrix. */
static double diagonal(const Trainer *t, bool test) {
  int64_t cells[9], hits = 0, classes = trainer_classes(t);
  trainer_confusion(t, test, cells);
  for (int64_t c = 0; c < classes; c++)
    hits += cells[c * (classes + 1)];
  return (double)hits / (double)trainer_rows(t, test).n;
}

/* Both accuracies of each event are those of the weights before its update. */
static void check_accuracies(TrainerTask task) {
  TrainerOptions o = trainer_defaults(task);
  Trainer *t = start(&o);
  for (int i = 0; i < 60; i++) {
    double train = diagonal(t, false), test = diagonal(t, true);
    TrainerEvent e;
    step(t, &e);
    assert_true(e.accuracy == train);
    assert_true(e.test_accuracy == test);
    assert_true(e.grad_norm > 0.01 && e.grad_norm < 2);
  }
  assert_int_equal(trainer_epoch(t), 60);
  trainer_free(t);
}

static void test_accuracies(void **state) {
  (void)state;
  check_accuracies(TRAINER_BINARY);
  check_accuracies(TRAINER_MULTI);
}

/* The test loss by hand from the probabilities. */
static void test_test_loss(void **state) {
  (void)state;
  TrainerOptions o = trainer_defaults(TRAINER_MULTI);
  Trainer *t = start(&o);
  assert_int_equal(trainer_parameters(t), 43);
  assert_int_equal(trainer_outputs(t), 3);
  TrainerRows r = trainer_rows(t, true);
  float p[60 * 3];
  assert_int_equal(r.n, 60);
  trainer_probabilities(t, r.x, r.n, p);
  double sum = 0;
  for (int64_t i = 0; i < r.n; i++)
    sum -= log((double)p[3 * i + r.y[i]]);
  TrainerEvent e;
  step(t, &e);
  check_close("test loss", e.test_loss, (float)(sum / 60), 1e-6f);
  trainer_free(t);
}

/* The test rows must not change what is learnt. */
static void test_train_only(void **state) {
  (void)state;
  TrainerOptions o = trainer_defaults(TRAINER_BINARY), alone = o;
  alone.train_only = true;
  Trainer *a = start(&o), *b = start(&alone);
  TrainerEvent e, f;
  for (int i = 0; i < 30; i++) {
    step(a, &e);
    step(b, &f);
    check_close("loss", e.loss, f.loss, 0);
    assert_true(isnan(f.test_loss) && isnan(f.test_accuracy));
  }
  trainer_free(a);
  trainer_free(b);
}

static void test_predictions(void **state) {
  (void)state;
  for (int task = 0; task < 2; task++) {
    TrainerOptions o = trainer_defaults(task ? TRAINER_MULTI : TRAINER_BINARY);
    Trainer *t = start(&o);
    TrainerEvent e;
    for (int i = 0; i < 100; i++)
      step(t, &e);
    TrainerRows r = trainer_rows(t, true);
    float p[64 * 3];
    int64_t guess[64], cells[9], sum = 0, classes = trainer_classes(t);
    trainer_probabilities(t, r.x, r.n, p);
    trainer_classify(t, r.x, r.n, guess);
    trainer_confusion(t, true, cells);
    for (int64_t i = 0; i < r.n; i++) {
      if (task)
        check_close("sum", p[3 * i] + p[3 * i + 1] + p[3 * i + 2], 1, 1e-6f);
      else
        assert_int_equal(guess[i], p[i] > 0.5f);
    }
    for (int64_t c = 0; c < classes * classes; c++)
      sum += cells[c];
    assert_int_equal(sum, r.n);
    trainer_free(t);
  }
  assert_true(fabs(trainer_interval(0.8, 60) - 0.101214) < 1e-6);
}

static void test_stop(void **state) {
  (void)state;
  TrainerOptions o = trainer_defaults(TRAINER_MULTI);
  o.batch = 32;
  o.rule = optimizer_defaults(OPTIMIZER_ADAM);
  Trainer *t = start(&o), *twin = start(&o);
  TrainerEvent e, f;
  step(t, &e);
  step(twin, &f);
  stop_request();
  assert_false(trainer_step(t, &e));
  assert_int_equal(err_now()->type, ERR_KeyboardInterrupt);
  err_clear();
  assert_int_equal(trainer_epoch(t), 1);
  step(t, &e);
  step(twin, &f);
  check_close("loss after a stop", e.loss, f.loss, 0);
  trainer_free(t);
  trainer_free(twin);
}

static void ring(int signal) {
  (void)signal;
  stop_request();
}

/* Stopped in the middle of an epoch (by a timer: epochs of single rows in the
   largest network take far longer): as after the last whole epoch. */
static void test_stop_within(void **state) {
  (void)state;
  TrainerOptions o = trainer_defaults(TRAINER_BINARY);
  o.hidden = 4096;
  o.batch = 1;
  o.rule.momentum = 0.5;
  Trainer *t = start(&o), *twin = start(&o);
  TrainerEvent e, f;
  signal(SIGALRM, ring);
  struct itimerval soon = {.it_value = {.tv_usec = 2000}};
  setitimer(ITIMER_REAL, &soon, NULL);
  while (trainer_step(t, &e))
    assert_true(trainer_epoch(t) < 100000);
  assert_int_equal(err_now()->type, ERR_KeyboardInterrupt);
  err_clear();
  while (trainer_epoch(twin) < trainer_epoch(t))
    step(twin, &f);
  TrainerTensor a, b;
  for (int i = 0; trainer_tensor(t, i, &a) && trainer_tensor(twin, i, &b); i++)
    assert_memory_equal(a.data, b.data,
                        (size_t)(a.rows * (a.columns ? a.columns : 1)) * 4);
  step(t, &e);
  step(twin, &f);
  check_close("loss after a stop", e.loss, f.loss, 0);
  trainer_free(t);
  trainer_free(twin);
}

/* Paranoid builds: whichever allocation fails, it is a MemoryError. */
static void test_memory(void **state) {
  (void)state;
  TrainerOptions o = trainer_defaults(TRAINER_MULTI);
  o.batch = 7;
  Trainer *t = NULL;
  for (long n = 1; !t && mem_fail_after(n); n++) {
    t = trainer_new(&o);
    mem_fail_after(0);
    if (!t)
      assert_int_equal(err_now()->type, ERR_MemoryError);
    err_clear();
  }
  trainer_free(t);
}

static void test_bad_tensor(void **state) {
  (void)state;
  TrainerOptions o = trainer_defaults(TRAINER_MULTI);
  o.rule.lr = 1e30;
  Trainer *t = start(&o);
  TrainerEvent e;
  step(t, &e);
  assert_null(e.bad);
  for (int i = 0; i < 5 && !e.bad; i++)
    step(t, &e);
  assert_non_null(e.bad);
  assert_string_equal(e.bad, "loss");
  trainer_free(t);
  o.rule.lr = 1e38;
  o.rule.weight_decay = 1e38;
  t = start(&o);
  step(t, &e);
  assert_string_equal(e.bad, "linear1.weight");
  trainer_free(t);
}

static void test_bad_options(void **state) {
  (void)state;
  TrainerOptions good = trainer_defaults(TRAINER_BINARY), o = good;
#define REFUSED(member, value, says)                                           \
  o = good;                                                                    \
  o.member = value;                                                            \
  check_refused(&o, says)
  REFUSED(hidden, 0, "hidden must be from 1 to 4096, not 0");
  REFUSED(hidden, 4097, "hidden must be from 1 to 4096, not 4097");
  REFUSED(epochs, 0, "epochs must be from 1 to 10000000, not 0");
  REFUSED(batch, -1, "batch must be from 0 to 160, not -1");
  REFUSED(batch, 161, "batch must be from 0 to 160, not 161");
  REFUSED(rule.lr, 0, "lr must be finite and above 0, not 0");
  REFUSED(rule.lr, -0.5, "lr must be finite and above 0, not -0.5");
  REFUSED(rule.lr, NAN, "lr must be finite and above 0, not nan");
  REFUSED(rule.lr, INFINITY, "lr must be finite and above 0, not inf");
  REFUSED(rule.momentum, 1.5, "momentum must be from 0 to 1, not 1.5");
  REFUSED(rule.dampening, NAN, "dampening must be a finite number, not nan");
  REFUSED(rule.weight_decay, -1,
          "weight_decay must be finite and at least 0, not -1");
  REFUSED(rule.beta1, 1, "beta1 must be at least 0 and less than 1, not 1");
  REFUSED(rule.beta2, -0.1,
          "beta2 must be at least 0 and less than 1, not -0.1");
  REFUSED(rule.eps, -1, "eps must be finite and at least 0, not -1");
  REFUSED(rule.nesterov, true,
          "Nesterov momentum requires a momentum and zero dampening");
#undef REFUSED
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_notebook_binary),
      cmocka_unit_test(test_notebook_multi),
      cmocka_unit_test(test_seeds_binary),
      cmocka_unit_test(test_seeds_multi),
      cmocka_unit_test(test_optimizers),
      cmocka_unit_test(test_single_steps),
      cmocka_unit_test(test_dresses),
      cmocka_unit_test(test_accuracies),
      cmocka_unit_test(test_test_loss),
      cmocka_unit_test(test_train_only),
      cmocka_unit_test(test_predictions),
      cmocka_unit_test(test_stop),
      cmocka_unit_test(test_stop_within),
      cmocka_unit_test(test_memory),
      cmocka_unit_test(test_bad_tensor),
      cmocka_unit_test(test_bad_options),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
