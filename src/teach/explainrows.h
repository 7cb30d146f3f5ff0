/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of an explanation, made from a trace: numbered, labelled, worded,
   not yet laid out. */
#ifndef XENT_TEACH_EXPLAINROWS_H
#define XENT_TEACH_EXPLAINROWS_H

#include "teach/trace.h"

typedef struct ExplainRow {
  int number; /* 0: the heading of a function's steps */
  int depth;  /* of calls */
  char *label;
  char *words;   /* may be NULL, as the two below */
  char *reason;  /* for depth 3 */
  char *text;    /* where there are no numbers */
  Array *array;  /* counted, or NULL */
  uint8_t check; /* a DeriveCheck */
} ExplainRow;

typedef struct ExplainRows {
  ExplainRow *items;
  size_t n, cap;
  int count;     /* of numbered ones */
  char *title;   /* "L = -ln softmax(z)[0]" */
  bool can_open; /* depth 1 hides steps that depth 2 shows */
  bool abridged; /* one row says how many were left out */
  bool failed;   /* the error record is filled */
} ExplainRows;

/* depth 1: the learner's own steps; 2: operations opened; 3: with reasons.
   Gives the events their numbers. */
void explainrows_make(Trace *t, int depth, ExplainRows *out);
void explainrows_free(ExplainRows *r);

#endif
