/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a sample laid out as netmath.h wants them. */
#ifndef XENT_NN_COLUMNS_H
#define XENT_NN_COLUMNS_H

#include "nn/netmath.h"

typedef struct Columns {
  NetmathRows rows; /* what the arithmetic reads */
  float *x, *y;
} Columns;

/* Room for `capacity` rows; false with a MemoryError. */
bool columns_init(Columns *c, int64_t capacity);
void columns_free(Columns *c);

/* Takes n rows of x (row-major, 4 inputs) and their classes y: rows index[0]
   .. index[n-1], or the first n when index is NULL. */
void columns_gather(Columns *c, const float *x, const int64_t *y,
                    const int64_t *index, int64_t n);

#endif
