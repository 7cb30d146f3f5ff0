/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parameters of a spelling, read from the texts of its row. */
#ifndef XENT_LANG_ROWSIGN_H
#define XENT_LANG_ROWSIGN_H

#include "lang/row.h"

typedef enum RowType {
  ROW_ARRAY,
  ROW_ARRAYS,
  ROW_NUMBER,
  ROW_FLOAT,
  ROW_INT,
  ROW_BOOL,
  ROW_TEXT,
  ROW_INTS,
  ROW_DTYPE,
  ROW_ANY
} RowType;

typedef struct RowParam {
  const Sym *name; /* Python's */
  int8_t arg;      /* index into OpCall.arg */
  uint8_t type;    /* a RowType */
  bool nullable;   /* None is allowed */
  bool optional;
  bool keyword_only;
  Arg fallback;
} RowParam;

typedef struct RowSignature {
  int n;
  int n_args; /* of the row */
  RowParam params[OP_MAX_ARGS];
  Arg defaults[OP_MAX_ARGS]; /* of the row's arguments that this spelling has
                                no parameter for */
} RowSignature;

/* NULL with the error record filled. */
const RowSignature *rowsign_of(const Row *row);

#endif
