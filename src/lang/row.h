/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of ops/ as the language calls them: spellings found by name, values
   turned into the row's arguments, results turned back. */
#ifndef XENT_LANG_ROW_H
#define XENT_LANG_ROW_H

#include "lang/interp.h"
#include "lang/type.h"
#include "ops/op.h"

/* Whose conventions a spelling follows, by its prefix. */
typedef enum RowRules {
  ROW_BARE,    /* the prompt's own: follows the first array it gets */
  ROW_NUMPY,   /* np. and its submodules */
  ROW_NDARRAY, /* a method */
  ROW_TORCH,   /* torch. */
  ROW_STRICT,  /* F.: tensors only */
  ROW_TENSOR   /* a method */
} RowRules;

/* One spelling of an operation: torch.softmax, ndarray.sum ... */
typedef struct Row {
  const Op *op;
  const Sym *prefix; /* "torch", "np.linalg", "" for the prompt's own */
  const Sym *name;
  RowRules rules;
  const char *params;             /* of the spelling */
  struct RowSignature *signature; /* read on first use */
} Row;

/* The spelling `prefix.name`, or NULL (also when memory ran out, with the
   error record filled). */
const Row *row_find(const char *prefix, const Sym *name);

/* The method of an array, or NULL. */
const Row *row_method(const Array *a, const Sym *name);

/* For help, completion and tests: the n-th spelling of all; NULL past the
   end. */
const Row *row_nth(int n);

/* The row as a value: a function. */
Value row_value(const Row *row);
const Row *row_of_value(Value v);

/* The row as a method of an array, bound to it. */
Value row_bind(const Row *row, Value self);

/* Names of the parameters, for completion and help: how many. */
int row_keywords(const Row *row, const Sym **names, int room);

extern const Type row_type;

/* Releases the index (at exit). */
void row_free(void);

#endif
