/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked of `train`: binary|multi and its options. */
#ifndef XENT_APP_TRAINSETUP_H
#define XENT_APP_TRAINSETUP_H

#include "base/buf.h"
#include "nn/trainer.h"

#include <stddef.h>

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
