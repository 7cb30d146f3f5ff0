/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two data sets of the notebook: make_classification with random_state
   42, StandardScaler on all rows, rounded to float32, train_test_split(0.2)
   with random_state 42. */
#ifndef XENT_NN_SAMPLES_H
#define XENT_NN_SAMPLES_H

#include <stdbool.h>
#include <stdint.h>

enum { SAMPLES_FEATURES = 4, SAMPLES_TRAIN = 0, SAMPLES_TEST = 1 };

typedef struct SamplesPart {
  int64_t n;
  float *x;   /* n x 4, row-major */
  int64_t *y; /* n classes */
} SamplesPart;

typedef struct Samples {
  int64_t classes;
  SamplesPart part[2]; /* SAMPLES_TRAIN, SAMPLES_TEST */
} Samples;

/* 2 classes: 200 rows, 2 informative; 3 classes: 300 rows, 3 informative.
   False with a MemoryError. */
bool samples_make(int64_t classes, Samples *out);
void samples_free(Samples *s);

#endif
