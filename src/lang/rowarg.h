/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One argument of a row: a value turned into what the parameter wants. */
#ifndef XENT_LANG_ROWARG_H
#define XENT_LANG_ROWARG_H

#include "lang/rowsign.h"

enum { ROWARG_MAX_INTS = 64 };

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
  int64_t ints[ROWARG_MAX_INTS];
  int n_ints;
} RowCall;

/* Turns a value into the argument that p wants. False: TypeError in the
   library's words. position counts from 1. */
bool rowarg_read(RowCall *rc, const RowParam *p, Value v, int position);

/* Does the spelling stand for a ufunc of NumPy: np.exp(x, out, where)? */
bool rowarg_is_ufunc(const RowCall *rc);
/* False: NumPy's TypeError for so many arguments of a ufunc. */
bool rowarg_ufunc_wrong_count(const RowCall *rc, int given);

/* The array of a value for these rules: arrays as they are, lists, tuples and
   numbers as new arrays. dtype DT_COUNT: by content. New reference. */
Array *rowarg_array(Value v, Family family, DType dtype);

/* What `dtype=` was given. False: TypeError. */
bool rowarg_dtype(Value v, DType *out);

#endif
