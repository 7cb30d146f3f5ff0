/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_DATA_SPLIT_CLASSES_H
#define XENT_DATA_SPLIT_CLASSES_H

#include "data/split.h"

/* The stratified split: out->n_train and n_test say how many are wanted and
   become how many there are; both arrays have room for n. False: sklearn's
   ValueErrors or MemoryError. */
bool split_classes(int64_t n, const int64_t *labels, NpRandom *r, Split *out);

#endif
