/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "What happened" in the learner's own steps. */
#ifndef XENT_TEACH_EXPLAINWORDS_H
#define XENT_TEACH_EXPLAINWORDS_H

#include "teach/trace.h"

void explainwords_input(Buf *out, const TraceEvent *e);

/* Appends the words of a step; tells whether they state a self-check. */
DeriveCheck explainwords_step(Buf *out, const TraceEvent *e);

#endif
