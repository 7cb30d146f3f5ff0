/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_DATA_SPLIT_H
#define XENT_DATA_SPLIT_H

#include "num/nprandom.h"

/* A size as train_test_split takes it: absent, a count, or a fraction. */
typedef struct SplitSize {
  enum { SPLIT_ABSENT, SPLIT_COUNT, SPLIT_FRACTION } how;
  double value;
} SplitSize;

typedef struct Split {
  int64_t n_train, n_test;
  int64_t *train, *test; /* row indices; owned */
} Split;

void split_free(Split *s);

/* scikit-learn's train_test_split of n rows; r is used when shuffle. labels (n
   class numbers, any integers) ask for a stratified split, NULL for a plain
   one. False: sklearn's ValueErrors or MemoryError. */
bool split_rows(int64_t n, SplitSize test, SplitSize train, bool shuffle,
                const int64_t *labels, NpRandom *r, Split *out);

#endif
