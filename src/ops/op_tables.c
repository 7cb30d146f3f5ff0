/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all tables of rows: a new file of ops/ adds its line here. */
#include "ops/op.h"

/* One table per file. */
#define TABLES(X)                                                              \
  X(arithmetic_ops)                                                            \
  X(maths_ops)                                                                 \
  X(mathsmore_ops)                                                             \
  X(compare_ops)                                                               \
  X(total_ops)                                                                 \
  X(extreme_ops)                                                               \
  X(running_ops)                                                               \
  X(create_ops)                                                                \
  X(shape_ops)                                                                 \
  X(turn_ops)                                                                  \
  X(diagonal_ops)                                                              \
  X(join_ops)                                                                  \
  X(linalg_ops)                                                                \
  X(fused_ops)                                                                 \
  X(solve_ops)                                                                 \
  X(special_ops)                                                               \
  X(put_ops)                                                                   \
  X(pick_ops)                                                                  \
  X(sort_ops)                                                                  \
  X(softmax_ops)                                                               \
  X(sigmoid_ops)                                                               \
  X(activation_ops)                                                            \
  X(nll_ops)                                                                   \
  X(crossentropy_ops)                                                          \
  X(bce_ops)                                                                   \
  X(mse_ops)                                                                   \
  X(huber_ops)                                                                 \
  X(norm_ops)                                                                  \
  X(embedding_ops)                                                             \
  X(kldiv_ops)                                                                 \
  X(entropy_ops)                                                               \
  X(onehot_ops)                                                                \
  X(accuracy_ops)

#define X(table) extern const Op table[];
TABLES(X)
#undef X

const Op *const op_tables[] = {
#define X(table) table,
    TABLES(X)
#undef X
        NULL};
