/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_TEACH_TORCHLINE_H
#define XENT_TEACH_TORCHLINE_H

#include "ops/op.h"

/* The call as one line of PyTorch that runs, with the learner's numbers:
   "torch.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)". NULL when there is
   none, or it would be long; the caller calls mem_free. Never fails. */
char *torchline_of(const OpCall *call);

#endif
