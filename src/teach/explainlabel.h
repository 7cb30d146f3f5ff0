/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The label of a step: the learner's own text, with what already has a number
   replaced by "step k". */
#ifndef XENT_TEACH_EXPLAINLABEL_H
#define XENT_TEACH_EXPLAINLABEL_H

#include "teach/trace.h"

enum { EXPLAINLABEL_MAX = 24 };

/* The events that stand directly in a step's text: its inputs (names, lists
   written down) and earlier steps. */
typedef struct ExplainParts {
  const Trace *trace;
  size_t event;
  TraceEvent *items[EXPLAINLABEL_MAX]; /* in the order of the text */
  int n;
} ExplainParts;

/* A name, or numbers written down: shown as input, not as a step. */
bool explainlabel_is_input(const TraceEvent *e);

void explainlabel_find(const Trace *t, size_t event, ExplainParts *out);

/* Appends the label; events with a number are referred to by it. */
void explainlabel_text(Buf *out, const ExplainParts *p);

/* The source text of a node on one line. */
void explainlabel_source(Buf *out, const Tree *t, Span span);

/* Appends a derivation's text with each @n as "step n + offset". */
void explainlabel_renumber(Buf *out, const char *text, int offset);

/* The name that the step's value is bound to at once (`e = np.exp(x)`), or
   NULL. */
const char *explainlabel_target(const TraceEvent *e);

#endif
