/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked of `train`: binary|multi and its options. */
#ifndef XENT_APP_TRAINSETUP_H
#define XENT_APP_TRAINSETUP_H

#include "base/buf.h"
#include "nn/trainer.h"

#include <stddef.h>

/* The options with a value, and what `help train` says: first the default. */
#define TRAINSETUP_OPTIONS(X)                                                  \
  X(epochs, "epochs=100      how often all rows are seen")                     \
  X(lr, "lr=0.1          the learning rate; with adam 0.001")                  \
  X(hidden, "hidden=5        hidden units")                                    \
  X(seed, "seed=N          other first weights")                               \
  X(optimizer, "optimizer=sgd   or adam")                                      \
  X(momentum, "momentum=0      how much of the last step goes on")             \
  X(batch, "batch=0         rows for one step; 0: all")                        \
  X(every, "every=10        epochs from one line of the log to the next")

enum { TRAINSETUP_NAME = 32 };

typedef struct TrainSetup {
  TrainerOptions net;
  bool lr_given, momentum_given;
  int64_t every;                  /* epochs between two lines of the log */
  bool screen;                    /* --screen */
  bool plot;                      /* --plot */
  char *file;                     /* of --plot=FILE, or NULL */
  char name[TRAINSETUP_NAME + 1]; /* of `as NAME`, or "" */
} TrainSetup;

/* False: TypeError for wrong usage, ValueError for a value that cannot be. */
bool trainsetup_read(const char *text, size_t n, TrainSetup *out);
void trainsetup_free(TrainSetup *s);

const char *trainsetup_task(TrainerTask task); /* "binary", "multi" */

/* Appends "SGD lr 0.1 momentum 0.9 batch 16". */
void trainsetup_rule(const TrainerOptions *o, Buf *out);

#endif
