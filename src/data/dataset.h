/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_DATA_DATASET_H
#define XENT_DATA_DATASET_H

#include "num/nprandom.h"

#include <stdbool.h>
#include <stdint.h>

/* A sample with labels. Owns its memory. */
typedef struct DataSet {
  int64_t rows, columns;
  double *x;  /* rows x columns */
  int64_t *y; /* rows */
} DataSet;

/* All zeros. False (and *d empty): NumPy's ValueErrors for negative or
   impossible shapes, or MemoryError. */
bool dataset_new(DataSet *d, int64_t rows, int64_t columns);
void dataset_free(DataSet *d);

/* rows x columns zeros for mem_free, or NULL with the errors of above. */
double *dataset_matrix(int64_t rows, int64_t columns);

/* The numbers 0 .. n-1, or NULL with the errors of above. */
int64_t *dataset_indices(int64_t n);

/* sklearn's shuffle of the rows of x and y: the new row i is the old row
   idx[i], where idx is a shuffled 0 .. rows-1. The same for columns of x. */
bool dataset_shuffle_rows(DataSet *d, NpRandom *r);
bool dataset_shuffle_columns(DataSet *d, NpRandom *r);

#endif
