/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Training as a step function that returns an event. Nothing here prints:
   log lines, curves, screens and tests are listeners of the events. Float32
   in torch's order of operations, so that losses agree digit for digit. */
#ifndef XENT_NN_TRAINER_H
#define XENT_NN_TRAINER_H

#include "nn/optimizer.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum TrainerTask { TRAINER_BINARY, TRAINER_MULTI } TrainerTask;

/* What trainer_new accepts stands behind each; beyond it is a ValueError that
   names option, value and range. */
typedef struct TrainerOptions {
  TrainerTask task;
  int64_t hidden;     /* units of the hidden layer, default 5: 1 .. 4096 */
  int64_t epochs;     /* default 100: 1 .. 10,000,000; the caller's loop */
  int64_t batch;      /* rows of a step: 0 .. train rows; 0: all at once, else
                         in the order of DataLoader(shuffle=True) */
  bool seeded;        /* else the notebook's own stream position is used */
  uint64_t seed;      /* torch.manual_seed right before the model is made */
  OptimizerRule rule; /* default SGD with lr 0.1 */
  bool train_only;    /* leave the test rows alone in trainer_step */
} TrainerOptions;

/* The notebook's run: task, hidden 5, 100 epochs, SGD 0.1, full batch; seed
   181927172, whose stream makes the binary network first and the multi-class
   network directly after it (31 draws later). */
TrainerOptions trainer_defaults(TrainerTask task);

enum { TRAINER_NOTEBOOK_SEED = 181927172 };

/* The seed of the first weights, given or the notebook's. */
uint64_t trainer_seed(const TrainerOptions *o);

/* Everything is measured with the weights before the update; with batches,
   train figures come from each batch before its own update, and the test
   figures from the weights before the epoch's first. */
typedef struct TrainerEvent {
  int64_t epoch;   /* from 1 */
  float loss;      /* train (batches: the mean of their losses) */
  float test_loss; /* the test figures are nan with train_only */
  double accuracy; /* train, fraction */
  double test_accuracy;
  double grad_norm; /* of all parameters together, at the last batch */
  const char *bad;  /* first of "loss", "linear1.weight.grad" .. and, after
                       the update, "linear1.weight" .. to be nan or inf in
                       this epoch, or NULL */
} TrainerEvent;

typedef struct Trainer Trainer; /* network, data, optimiser state */

/* Makes the data (make_classification with random_state 42, StandardScaler,
   train_test_split(0.2, 42), rounded to float32) and the network. NULL: a
   ValueError that names the option and the range, or MemoryError. */
Trainer *trainer_new(const TrainerOptions *options);
void trainer_free(Trainer *t);

/* One epoch. False: error record filled (nothing changed), or the stop flag
   was raised (KeyboardInterrupt; the network is as after the last epoch). */
bool trainer_step(Trainer *t, TrainerEvent *event);

/* Another learning rate from the next update on. False: the ValueError of
   trainer_new, and nothing has changed. */
bool trainer_set_lr(Trainer *t, double lr);

const TrainerOptions *trainer_options(const Trainer *t);
int64_t trainer_epoch(const Trainer *t);      /* epochs done */
int64_t trainer_classes(const Trainer *t);    /* outputs' classes: 2 or 3 */
int64_t trainer_outputs(const Trainer *t);    /* columns of logits: 1 or 3 */
int64_t trainer_parameters(const Trainer *t); /* how many numbers */

/* Losses of the steps of the last epoch: one, or one for each batch. */
const float *trainer_step_losses(const Trainer *t, int64_t *n);

/* Named parameters in torch's order: "linear1.weight" (hidden x in),
   "linear1.bias", "linear2.weight", "linear2.bias". False past the end. */
typedef struct TrainerTensor {
  const char *name;
  const float *data;
  int64_t rows, columns; /* columns 0: a vector */
} TrainerTensor;
bool trainer_tensor(const Trainer *t, int n, TrainerTensor *out);

/* Rows of the data: train first or test; x is n x 4, y class numbers. */
typedef struct TrainerRows {
  int64_t n, features;
  const float *x;
  const int64_t *y;
} TrainerRows;
TrainerRows trainer_rows(const Trainer *t, bool test);

/* Logits of n rows (n x features) into out (n x outputs). */
void trainer_logits(const Trainer *t, const float *x, int64_t n, float *out);

/* Probabilities of n rows: torch.sigmoid (n x 1, of class 1) or softmax(dim=1)
   (n x 3) of the logits. */
void trainer_probabilities(const Trainer *t, const float *x, int64_t n,
                           float *out);

/* Predicted classes of n rows: probability > 0.5, or argmax (first of equals,
   nan wins). */
void trainer_classify(const Trainer *t, const float *x, int64_t n,
                      int64_t *out);

/* cells[true * classes + predicted] = how many of the train or test rows. */
void trainer_confusion(const Trainer *t, bool test, int64_t *cells);

/* Half width of the 95 % interval of an accuracy (a fraction) measured on n
   rows, normal approximation: 1.96 sqrt(a (1 - a) / n). */
double trainer_interval(double accuracy, int64_t n);

/* float32(correct) / float32(count) on the test rows, as the notebook's
   program computes it after training. */
float trainer_test_accuracy(const Trainer *t);

#endif
