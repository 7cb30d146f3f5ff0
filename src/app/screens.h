/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door to the screens of ui/, which this floor must not know: ui/ sets
   the hooks when the program starts; they are NULL where there is no UI. */
#ifndef XENT_APP_SCREENS_H
#define XENT_APP_SCREENS_H

#include "nn/trainer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The smallest terminal that holds a screen. */
enum { SCREENS_COLUMNS = 60, SCREENS_ROWS = 20 };

/* What a screen of training is given and hands back. */
typedef struct ScreensTraining {
  Trainer *trainer; /* the caller's, before its first epoch; handed back is
                       the one on the screen at the end, which may be another
                       (the given one is freed then): rewound, a new seed */
  int64_t epochs;
  float *losses, *test_losses; /* handed back: of each epoch that was done, n
                                  each; the caller calls mem_free */
  size_t n;
} ScreensTraining;

/* Trains on the screen until the learner leaves it. False: error record
   filled (KeyboardInterrupt: Ctrl-C); trainer, losses and n are valid all the
   same, as far as training came. */
extern bool (*screens_train)(ScreensTraining *s);

/* Whether a screen can be shown now: there is a UI, stdin and stdout are
   terminals of a kind that can place a cursor. A small one is no obstacle:
   the screen says what it needs. */
bool screens_possible(void);

#endif
