/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Products of vectors and matrices. */
#ifndef XENT_OPS_LINALG_H
#define XENT_OPS_LINALG_H

#include "ops/op.h"

/* a @ b: vectors, matrices, batches of them with broadcasting. A new array in
   the family's rules, or NULL with the wording of the family. */
Array *linalg_matmul(Array *a, Array *b, Family family);

extern const Op linalg_ops[];

#endif
