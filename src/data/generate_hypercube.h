/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_DATA_GENERATE_HYPERCUBE_H
#define XENT_DATA_GENERATE_HYPERCUBE_H

#include "num/nprandom.h"

#include <stdbool.h>
#include <stdint.h>

/* `count` corners of the cube {0,1}^dims, distinct in their last 30 bits;
   corners is (count, dims), dims >= 1. False: ValueError or MemoryError. */
bool generate_hypercube(NpRandom *r, int64_t count, int64_t dims,
                        double *corners);

#endif
