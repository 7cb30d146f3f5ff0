/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting by index; nan comes last, as both libraries have it. */
#ifndef XENT_NUM_ORDER_H
#define XENT_NUM_ORDER_H

#include <stdbool.h>
#include <stdint.h>

/* index[0..n-1], any order on entry, sorted so that x[index[i]] ascends. Equal
   elements keep their order on entry. False: no memory. */
bool order_stable(const double *x, int64_t *index, int64_t n);

/* The same as numpy.argsort's default: the order of equal elements is what
   its quicksort leaves. */
void order_numpy(const double *x, int64_t *index, int64_t n);

/* x < y with nan as the largest. */
static inline bool order_less(double x, double y) {
  return x < y || (y != y && x == x);
}

#endif
