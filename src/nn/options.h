/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_NN_OPTIONS_H
#define XENT_NN_OPTIONS_H

#include "nn/trainer.h"

/* Checks every option against its range (trainer.h), batch against the number
   of train rows. False: a ValueError that names option, value and range. */
bool options_check(const TrainerOptions *o, int64_t rows);

#endif
