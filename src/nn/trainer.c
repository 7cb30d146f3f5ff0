/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nn/trainer.h"

#include "base/mem.h"
#include "base/stop.h"
#include "nn/columns.h"
#include "nn/network.h"
#include "nn/optimizer.h"
#include "nn/options.h"
#include "nn/samples.h"
#include "num/floats.h"
#include "num/torchrandom.h"

#include <math.h>
#include <string.h>

/* What an epoch of batches changes, kept for the case that it is stopped. */
typedef struct Snapshot {
  float *parameters, *state;
  int64_t steps;
  TorchRandom random;
} Snapshot;

struct Trainer {
  TrainerOptions options;
  Samples samples;
  Columns train, test; /* train: all rows, or the batch at hand */
  Network network;
  Optimizer optimizer;
  TorchRandom random;
  Snapshot before;
  int64_t *order; /* of the rows; with batches */
  float *losses;  /* of the steps of the last epoch */
  int64_t n_losses, epoch;
};

TrainerOptions trainer_defaults(TrainerTask task) {
  return (TrainerOptions){
      .task = task,
      .hidden = 5,
      .epochs = 100,
      .rule = optimizer_defaults(OPTIMIZER_SGD),
  };
}

/* ---- making one ---- */

uint64_t trainer_seed(const TrainerOptions *o) {
  return o->seeded ? o->seed : (uint64_t)TRAINER_NOTEBOOK_SEED;
}

/* The stream stands where the notebook makes this task's network: for the
   second one after the 4-5-1 network's 31 parameters. */
static void seed_notebook(TorchRandom *r, TrainerTask task) {
  enum { FIRST_NETWORK = 4 * 5 + 5 + 5 * 1 + 1 };
  torchrandom_seed(r, TRAINER_NOTEBOOK_SEED);
  if (task == TRAINER_MULTI)
    for (int i = 0; i < FIRST_NETWORK; i++)
      torchrandom_float(r);
}

static bool make_batches(Trainer *t, int64_t rows) {
  int64_t batch = t->options.batch,
          steps = batch ? (rows + batch - 1) / batch : 1;
  t->losses = mem_zeroed((size_t)steps, sizeof *t->losses);
  if (!t->losses || !batch)
    return t->losses != NULL;
  size_t n = (size_t)t->network.count, state = (size_t)t->optimizer.n_state;
  t->order = mem_zeroed((size_t)rows, sizeof *t->order);
  t->before.parameters = mem_zeroed(n, sizeof(float));
  t->before.state = mem_zeroed(state, sizeof(float));
  return t->order && t->before.parameters && t->before.state;
}

static bool make(Trainer *t) {
  const TrainerOptions *o = &t->options;
  const SamplesPart *part = t->samples.part;
  int64_t rows = part[SAMPLES_TRAIN].n, tests = part[SAMPLES_TEST].n;
  int outputs = o->task == TRAINER_BINARY ? 1 : NETMATH_OUTPUTS;
  return options_check(o, rows) && columns_init(&t->train, rows) &&
         columns_init(&t->test, tests) &&
         network_init(&t->network, outputs, o->hidden, rows) &&
         optimizer_init(&t->optimizer, &o->rule, t->network.count) &&
         make_batches(t, rows);
}

static void load(Columns *c, const SamplesPart *part) {
  columns_gather(c, part->x, part->y, NULL, part->n);
}

Trainer *trainer_new(const TrainerOptions *options) {
  Trainer *t = mem_zeroed(1, sizeof *t);
  if (!t)
    return NULL;
  t->options = *options;
  int64_t classes = options->task == TRAINER_BINARY ? 2 : 3;
  if (!samples_make(classes, &t->samples) || !make(t)) {
    trainer_free(t);
    return NULL;
  }
  load(&t->train, &t->samples.part[SAMPLES_TRAIN]);
  load(&t->test, &t->samples.part[SAMPLES_TEST]);
  if (options->seeded)
    torchrandom_seed(&t->random, options->seed);
  else
    seed_notebook(&t->random, options->task);
  network_draw(&t->network, &t->random);
  return t;
}

void trainer_free(Trainer *t) {
  if (!t)
    return;
  samples_free(&t->samples);
  columns_free(&t->train);
  columns_free(&t->test);
  network_free(&t->network);
  optimizer_free(&t->optimizer);
  mem_free(t->before.parameters);
  mem_free(t->before.state);
  mem_free(t->order);
  mem_free(t->losses);
  mem_free(t);
}

/* ---- an epoch ---- */

/* Forward, backward and update on the rows in t->train. */
static int64_t learn(Trainer *t, TrainerEvent *e) {
  Network *n = &t->network;
  NetworkPass pass = network_learn(n, &t->train);
  t->losses[t->n_losses++] = pass.loss;
  e->grad_norm = network_gradient_norm(n);
  if (!e->bad && !isfinite(pass.loss))
    e->bad = "loss";
  if (!e->bad && !isfinite(e->grad_norm))
    e->bad = network_bad_gradient(n);
  optimizer_step(&t->optimizer, n->parameters, n->gradients);
  if (!e->bad)
    e->bad = network_bad_parameter(n);
  return pass.correct;
}

static void keep(Trainer *t) {
  Snapshot *s = &t->before;
  size_t n = (size_t)t->network.count, m = (size_t)t->optimizer.n_state;
  memcpy(s->parameters, t->network.parameters, n * sizeof(float));
  memcpy(s->state, t->optimizer.state, m * sizeof(float));
  s->steps = t->optimizer.steps;
  s->random = t->random;
}

static void restore(Trainer *t) {
  const Snapshot *s = &t->before;
  size_t n = (size_t)t->network.count, m = (size_t)t->optimizer.n_state;
  memcpy(t->network.parameters, s->parameters, n * sizeof(float));
  memcpy(t->optimizer.state, s->state, m * sizeof(float));
  t->optimizer.steps = s->steps;
  t->random = s->random;
}

/* DataLoader(shuffle=True): a base seed is drawn first, then the seed of a
   generator of its own whose permutation is the order. */
static void shuffle(Trainer *t, int64_t rows) {
  TorchRandom own;
  torchrandom_int63(&t->random);
  torchrandom_seed(&own, (uint64_t)torchrandom_int63(&t->random));
  torchrandom_permutation(&own, rows, t->order);
}

/* The correct rows, or -1 when stopped (and then nothing has changed). */
static int64_t learn_batches(Trainer *t, TrainerEvent *e) {
  const SamplesPart *part = &t->samples.part[SAMPLES_TRAIN];
  int64_t batch = t->options.batch, correct = 0;
  keep(t);
  shuffle(t, part->n);
  for (int64_t i = 0; i < part->n; i += batch) {
    if (STOP_ASKED()) {
      restore(t);
      return -1;
    }
    int64_t n = part->n - i < batch ? part->n - i : batch;
    columns_gather(&t->train, part->x, part->y, t->order + i, n);
    correct += learn(t, e);
  }
  return correct;
}

static float mean_loss(const Trainer *t) {
  double sum = 0;
  for (int64_t i = 0; i < t->n_losses; i++)
    sum += t->losses[i];
  return (float)(sum / (double)t->n_losses);
}

static void measure_test(Trainer *t, TrainerEvent *e) {
  e->test_loss = NAN;
  e->test_accuracy = NAN;
  if (t->options.train_only)
    return;
  NetworkPass pass = network_evaluate(&t->network, &t->test);
  e->test_loss = pass.loss;
  e->test_accuracy = (double)pass.correct / (double)t->test.rows.n;
}

bool trainer_step(Trainer *t, TrainerEvent *event) {
  if (STOP_ASKED())
    return false;
  TrainerEvent e = {.epoch = t->epoch + 1};
  measure_test(t, &e);
  t->n_losses = 0;
  int64_t correct = t->options.batch ? learn_batches(t, &e) : learn(t, &e);
  if (correct < 0)
    return false;
  t->epoch++;
  e.loss = mean_loss(t);
  e.accuracy = (double)correct / (double)t->samples.part[SAMPLES_TRAIN].n;
  *event = e;
  return true;
}

bool trainer_set_lr(Trainer *t, double lr) {
  TrainerOptions o = t->options;
  o.rule.lr = lr;
  if (!options_check(&o, t->samples.part[SAMPLES_TRAIN].n))
    return false;
  t->options = o;
  t->optimizer.rule.lr = lr;
  return true;
}

/* ---- looking at it ---- */

const TrainerOptions *trainer_options(const Trainer *t) {
  return &t->options;
}

int64_t trainer_epoch(const Trainer *t) {
  return t->epoch;
}

int64_t trainer_classes(const Trainer *t) {
  return t->samples.classes;
}

int64_t trainer_outputs(const Trainer *t) {
  return t->network.net.outputs;
}

int64_t trainer_parameters(const Trainer *t) {
  return t->network.count;
}

const float *trainer_step_losses(const Trainer *t, int64_t *n) {
  *n = t->n_losses;
  return t->losses;
}

bool trainer_tensor(const Trainer *t, int n, TrainerTensor *out) {
  NetworkTensor x;
  if (!network_tensor(&t->network, n, &x))
    return false;
  const float *data = t->network.parameters + x.offset;
  *out = (TrainerTensor){x.name, data, x.rows, x.columns};
  return true;
}

TrainerRows trainer_rows(const Trainer *t, bool test) {
  const SamplesPart *p = &t->samples.part[test ? SAMPLES_TEST : SAMPLES_TRAIN];
  return (TrainerRows){p->n, SAMPLES_FEATURES, p->x, p->y};
}

void trainer_logits(const Trainer *t, const float *x, int64_t n, float *out) {
  network_logits(&t->network, x, n, out);
}

/* softmax(dim=-1) of three logits in place. */
static void softmax_row(float *z) {
  float top = z[0];
  for (int c = 1; c < NETMATH_OUTPUTS; c++)
    top = z[c] > top || isnan(z[c]) ? z[c] : top;
  for (int c = 0; c < NETMATH_OUTPUTS; c++)
    z[c] = floats_exp(z[c] - top);
  float inverse = 1.0f / floats_reduce(z, NETMATH_OUTPUTS);
  for (int c = 0; c < NETMATH_OUTPUTS; c++)
    z[c] *= inverse;
}

void trainer_probabilities(const Trainer *t, const float *x, int64_t n,
                           float *out) {
  network_logits(&t->network, x, n, out);
  if (t->options.task == TRAINER_BINARY)
    t->network.math->sigmoid(out, n);
  else
    for (int64_t i = 0; i < n; i++)
      softmax_row(out + i * NETMATH_OUTPUTS);
}

static int64_t argmax(const float *z, int64_t n) {
  int64_t best = 0;
  for (int64_t c = 1; c < n; c++)
    if (!isnan(z[best]) && (z[c] > z[best] || isnan(z[c])))
      best = c;
  return best;
}

/* In blocks that the whole sigmoid also works in: the same values. */
void trainer_classify(const Trainer *t, const float *x, int64_t n,
                      int64_t *out) {
  float z[NETMATH_BLOCK * NETMATH_OUTPUTS];
  bool binary = t->options.task == TRAINER_BINARY;
  for (int64_t i = 0; i < n; i += NETMATH_BLOCK) {
    int64_t rows = n - i < NETMATH_BLOCK ? n - i : NETMATH_BLOCK;
    network_logits(&t->network, x + i * SAMPLES_FEATURES, rows, z);
    if (binary)
      t->network.math->sigmoid(z, rows);
    for (int64_t r = 0; r < rows; r++)
      out[i + r] = binary ? z[r] > 0.5f
                          : argmax(z + r * NETMATH_OUTPUTS, NETMATH_OUTPUTS);
  }
}

void trainer_confusion(const Trainer *t, bool test, int64_t *cells) {
  TrainerRows r = trainer_rows(t, test);
  int64_t classes = t->samples.classes;
  memset(cells, 0, (size_t)(classes * classes) * sizeof *cells);
  for (int64_t i = 0; i < r.n; i += NETMATH_BLOCK) {
    int64_t guess[NETMATH_BLOCK];
    int64_t rows = r.n - i < NETMATH_BLOCK ? r.n - i : NETMATH_BLOCK;
    trainer_classify(t, r.x + i * r.features, rows, guess);
    for (int64_t k = 0; k < rows; k++)
      cells[r.y[i + k] * classes + guess[k]]++;
  }
}

double trainer_interval(double accuracy, int64_t n) {
  return 1.96 * sqrt(accuracy * (1 - accuracy) / (double)n);
}

float trainer_test_accuracy(const Trainer *t) {
  TrainerRows r = trainer_rows(t, true);
  int64_t cells[NETMATH_OUTPUTS * NETMATH_OUTPUTS];
  int64_t classes = t->samples.classes, correct = 0;
  trainer_confusion(t, true, cells);
  for (int64_t c = 0; c < classes; c++)
    correct += cells[c * (classes + 1)];
  return (float)correct / (float)r.n;
}
