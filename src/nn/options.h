/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_NN_OPTIONS_H
#define XENT_NN_OPTIONS_H

#include "nn/trainer.h"

enum { OPTIONS_MAX_HIDDEN = 4096, OPTIONS_MAX_EPOCHS = 10000000 };

/* Checks every option against its range (trainer.h), batch against the number
   of train rows. False: a ValueError that names option, value and range. */
bool options_check(const TrainerOptions *o, int64_t rows);

#endif
