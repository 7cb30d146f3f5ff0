/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The losses of the runs of this session: the last one, and those that were
   given a name by `train ... as NAME`. */
#ifndef XENT_APP_TRAINHISTORY_H
#define XENT_APP_TRAINHISTORY_H

#include "app/trainsetup.h"
#include "nn/trainer.h"

typedef struct TrainHistory {
  char name[TRAINSETUP_NAME + 1]; /* "": the one without a name */
  bool used;
  TrainerOptions net;
  float *train, *test; /* loss of each epoch, n of them */
  size_t n, train_cap, test_cap;
  double accuracy; /* at the end, a fraction; on so many test rows */
  int64_t test_rows;
} TrainHistory;

/* An empty history for this run; an older one of the name is forgotten. NULL:
   too many names. */
TrainHistory *trainhistory_begin(const TrainSetup *s);
bool trainhistory_add(TrainHistory *h, const TrainerEvent *e);

/* The last run, run number i of those with a name, or the one of this name;
   NULL: there is none. */
TrainHistory *trainhistory_last(void);
TrainHistory *trainhistory_nth(int i);
TrainHistory *trainhistory_named(const char *name);

void trainhistory_free(void);

#endif
