/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls of rows: values become arguments, results become values. */
#ifndef XENT_LANG_ROWCALL_H
#define XENT_LANG_ROWCALL_H

#include "lang/rowsign.h"

extern const Type rowcall_layer_type;

/* Calls the row; self is absent for functions. f and n tell the watchers who
   calls and may be NULL. */
Value rowcall_run(Frame *f, const Node *n, const Row *row, Value self,
                  const CallArgs *args);

/* Calls a layer such as nn.Softmax(dim=1). */
Value rowcall_run_layer(Frame *f, const Node *n, Value layer,
                        const CallArgs *args);

enum { ROWCALL_MAX_INTS = 64 };

/* A call being prepared: what was made for it and must be released. */
typedef struct RowCall {
  const Row *row;
  const RowSignature *signature;
  Family rules; /* whose conventions its arguments follow */
  bool any;     /* the prompt's own name: takes what it gets */
  OpCall call;
  Array *made[OP_MAX_ARGS]; /* converted arguments */
  int n_made;
  Array **list; /* of an ARG_ARRAYS */
  int n_list;
  int64_t ints[ROWCALL_MAX_INTS];
  int n_ints;
} RowCall;

/* The array of a value for these rules: arrays as they are, lists, tuples and
   numbers as new arrays. dtype DT_COUNT: by content. New reference. */
Array *rowcall_array(Value v, Family family, DType dtype);

/* What `dtype=` was given. False: TypeError. */
bool rowcall_dtype(Value v, DType *out);

#endif
