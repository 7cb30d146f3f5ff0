/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls of rows: values become arguments, results become values. */
#ifndef XENT_LANG_ROWCALL_H
#define XENT_LANG_ROWCALL_H

#include "lang/row.h"

extern const Type rowcall_layer_type;

/* Calls the row; self is absent for functions. f and n tell the watchers who
   calls and may be NULL. */
Value rowcall_run(Frame *f, const Node *n, const Row *row, Value self,
                  const CallArgs *args);

/* Calls a layer such as nn.Softmax(dim=1). */
Value rowcall_run_layer(Frame *f, const Node *n, Value layer,
                        const CallArgs *args);

#endif
