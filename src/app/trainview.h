/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen of training without a terminal: what it holds, what keys and
   time do to it. traindraw.c shows it, ui/trainscreen.c brings the keys. */
#ifndef XENT_APP_TRAINVIEW_H
#define XENT_APP_TRAINVIEW_H

#include "nn/trainer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Keys that have no character. */
enum { TRAINVIEW_UP = 0x100, TRAINVIEW_DOWN };

typedef struct TrainView {
  Trainer *trainer;
  int64_t epochs;
  float *losses, *test_losses; /* of each epoch done, n of them */
  size_t n, losses_cap, test_cap;
  TrainerEvent last; /* epoch 0: none yet; bad: nan or inf came up */
  int64_t row;       /* the test row shown in detail */
  int speed;         /* 1 .. 9 */
  double owed;       /* epochs that time asks for, not yet done */
  bool paused, help, left;
} TrainView;

/* The view owns the trainer, which has done no epoch yet, and the losses; in
   the end the caller takes both out of it. */
TrainView trainview_start(Trainer *t, int64_t epochs);

/* A key: its character or one of those above; unknown ones do nothing. `left`
   is set by q. False: error record filled (no memory for another network,
   Ctrl-C while stepping); the view goes on with what it has. */
bool trainview_key(TrainView *v, int key);

/* Time went by: more epochs are owed unless paused. */
void trainview_time(TrainView *v, double seconds);

/* Whether an epoch is owed, and doing it. False as trainview_key. */
bool trainview_due(const TrainView *v);
bool trainview_epoch(TrainView *v);

/* All epochs are done. */
bool trainview_done(const TrainView *v);

/* Epochs a second of the speed; INFINITY: as many as there is time for. */
double trainview_rate(const TrainView *v);

/* "181927172", the seed of the first weights. */
uint64_t trainview_seed(const TrainView *v);

/* A number to be shown: a nan loses its sign, which says nothing. */
double trainview_number(double x);

#endif
