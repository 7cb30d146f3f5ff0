/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the language can see of the last training: `losses`, a list, and
   `weights`, a dict of tensors. A learner's own variables of these names are
   left alone. */
#ifndef XENT_APP_TRAINNAMES_H
#define XENT_APP_TRAINNAMES_H

#include "app/trainhistory.h"

/* False: out of memory. */
bool trainnames_bind(const Trainer *t, const TrainHistory *h);
void trainnames_free(void);

#endif
