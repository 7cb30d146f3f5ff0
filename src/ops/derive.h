/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A derivation as data: the elementary rows of one operation, with the numbers
   of the evaluation itself. teach/explain.c numbers, aligns and draws them. */
#ifndef XENT_OPS_DERIVE_H
#define XENT_OPS_DERIVE_H

#include "base/buf.h"
#include "num/array.h"

#include <stdbool.h>

/* What stands in the last column beside the words. */
typedef enum DeriveCheck {
  DERIVE_PLAIN,
  DERIVE_TRUE, /* a self-check that holds */
  DERIVE_FALSE /* one that does not */
} DeriveCheck;

typedef struct DeriveStep {
  char *label;   /* "exp(step 2)": `step @` followed by a digit n refers to
                    the n-th step of this derivation, from 1: "exp(@2)" */
  Array *values; /* counted; 1-d (a column per class), 2-d (a table per row),
                    or 0-d */
  char *words;   /* what happened: "sum = 1.5174", may refer to @n too */
  char *reason;  /* why, shown at depth 3; may be NULL */
  DeriveCheck check;
} DeriveStep;

typedef struct Derivation {
  DeriveStep *steps;
  size_t count, cap;
  char *title;     /* "L = -ln softmax(z)[0]" */
  Buf checks;      /* lines: "log-sum-exp route agrees to 3e-16" */
  int digits;      /* decimals in words, 4 unless set */
  bool is_loss;    /* the value is a loss in nats: number line, units */
  double loss;
  int64_t classes; /* ln(classes) is a pure guess; 0: no guess line */
  bool failed;
} Derivation;

/* Adds a step; label and words are copied. values is borrowed and counted.
   A failure is kept in d->failed. */
void derive_step(Derivation *d, const char *label, Array *values,
                 const char *words, ...) __attribute__((format(printf, 4, 5)));

/* Marks the newest step as a check that holds or not, gives it a reason. */
void derive_check(Derivation *d, bool holds);
void derive_reason(Derivation *d, const char *reason);

void derive_title(Derivation *d, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* "x agrees to 3e-16" with a tick when difference <= tolerance; several (a
   name that ends in s) agree. */
void derive_agrees(Derivation *d, const char *what, double difference,
                   double tolerance);

void derive_free(Derivation *d);

#endif
