/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an evaluation did: every sub-expression with its value, in order, as
   the evaluator's watcher saw it. Values are kept as they were at that moment.
   A Trace owns its events. */
#ifndef XENT_TEACH_TRACE_H
#define XENT_TEACH_TRACE_H

#include "lang/interp.h"
#include "ops/derive.h"

enum { TRACE_MAX_EVENTS = 500, TRACE_MAX_DERIVED = 4096 };

typedef struct TraceEvent {
  const Node *node;
  Tree *tree;      /* the node's, counted */
  const Node *def; /* NODE_DEF or NODE_LAMBDA it ran in; NULL: outside */
  int depth;       /* of calls, 0 in the expression itself */
  Value value;     /* counted: for identity, not for its contents */
  Array *array;    /* numbers as they were, or NULL ... */
  char *text;      /* ... and then what Python writes */
  const Op *op;    /* the row that ran, or NULL */
  Derivation derived;
  char *torch; /* the same as one line of PyTorch, or NULL */
  int number;  /* for the reader of the trace: its row */
} TraceEvent;

typedef struct Trace {
  TraceEvent *events;
  size_t n, cap;
  long left_out; /* events beyond TRACE_MAX_EVENTS */
  bool failed;   /* memory ran out, the error record is filled */
} Trace;

/* Evaluates the one expression of a tree, once, and records how. The last
   event is the expression itself. False with the error record filled. */
bool trace_run(Tree *tree, Trace *out);
void trace_free(Trace *t);

/* True if the value is written down with numbers in it: 2, [2.0, -1.0]. */
bool trace_is_literal(const Node *n);

/* The newest event of the node before event `before`, or NULL. */
TraceEvent *trace_of_node(const Trace *t, const Node *n, size_t before);

#endif
