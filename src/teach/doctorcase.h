/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A diagnostic is one row: what it listens to, a test, and what to say. The
   test runs on every such event, so it must be cheap and right; it notes what
   it saw in the case. `say` runs once, when the row speaks. */
#ifndef XENT_TEACH_DOCTORCASE_H
#define XENT_TEACH_DOCTORCASE_H

#include "lang/interp.h"

typedef enum DoctorEvent {
  DOCTOR_RAN,    /* a row of ops/ gave a result */
  DOCTOR_FAILED, /* a row failed: the error is pending, `say` adds a hint */
  DOCTOR_BINARY, /* an operator gave an array */
  DOCTOR_STEP,   /* an optimiser is about to use the gradient `out` */
  DOCTOR_EVENTS
} DoctorEvent;

typedef struct DoctorCase {
  DoctorEvent event;
  const Frame *frame;
  const Node *node;       /* the call or the operation; may be NULL */
  const OpCall *call;     /* RAN, FAILED */
  Value left, right, out; /* BINARY; out: STEP */
  /* the test's notes */
  int arg;   /* the argument that is wrong, for the caret */
  bool sure; /* known from a kind: a warning; else a note, a question */
  double x[3];
  int64_t i[3];
} DoctorCase;

/* What a row says; every part but the caret's words may stay empty. */
typedef struct DoctorText {
  Buf title;      /* instead of the row's */
  const Node *at; /* the caret's place; NULL: the argument, or the node */
  Buf caret;      /* "p holds probabilities: ..." */
  Buf why;        /* sentences, wrapped by the doctor */
  Buf fix;        /* what to type */
} DoctorText;

typedef struct DoctorRow {
  const char *code;
  DoctorEvent event;
  const char *listens; /* blank-separated: names of ops, or signs */
  const char *title;   /* "softmax is applied twice" */
  bool (*test)(DoctorCase *c);
  void (*say)(const DoctorCase *c, DoctorText *t);
  const char *help;
} DoctorRow;

/* Argument i of the call in its source: by place, or by its Python name
   ("input", "target"). NULL: not there. */
const Node *doctorcase_argument(const DoctorCase *c, int i);

/* The array of argument i, or NULL. */
const Array *doctorcase_array(const DoctorCase *c, int i);

/* Appends the source of a node; "the value" for NULL. */
void doctorcase_source(Buf *out, const DoctorCase *c, const Node *n);
void doctorcase_name(Buf *out, const DoctorCase *c, int arg);

/* The assignment that gave the name its value, `p = softmax(z)`, as a tree
   (counted) whose last statement it is; NULL: unknown. */
Tree *doctorcase_origin(const DoctorCase *c, const Node *name);

/* ": it came from `p = softmax(z)`" when that is known. */
void doctorcase_came_from(Buf *out, const DoctorCase *c, int arg);

/* What stood inside the outermost call of one of these functions in argument
   `arg`, directly or through the name's assignment: z for softmax(z). False:
   it is something else. */
bool doctorcase_inside(Buf *out, const DoctorCase *c, int arg,
                       const char *functions);

/* Appends the call with the source of one argument replaced, and its function
   too when that is not NULL. */
void doctorcase_replaced(Buf *out, const DoctorCase *c, int arg,
                         const char *text, const char *function);

/* The last part of a call's function: "softmax" of F.softmax(z, dim=1); NULL:
   not a call of a name. */
const char *doctorcase_function(const Node *call);

/* Values in [0,1], each line along the axis sums to 1 within 1e-4, at least
   two in a line, and not all of them 0 and 1. */
bool doctorcase_looks_probs(const Array *a, int axis);

/* The axis of the classes of scores: 1 of a batch, else 0. */
int doctorcase_class_axis(const Array *a);

#endif
