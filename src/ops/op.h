/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row: everything xent knows of one operation. Evaluator, completion,
   help, the manual, explain, the gradient check and the example tests all
   read rows; adding an operation is one row and about three functions in the
   file of its idea.

   Parameters are written once, in the row's own order:

       "x:array axis:int? keepdims:bool=False dtype:dtype?"

   type: array, arrays (a list or tuple of arrays), number, float, int, bool,
   text, ints (an int, or a list or tuple of ints; NumPy shapes and axes),
   dtype, any.  `?` means None is allowed and is the default; `=value` gives a
   default; without either the argument is required.

   A spelling names the Python functions that lead here and their parameters
   in Python's order, each as python_name or python_name:row_name, after `*`
   keyword-only ones; `/` is not needed. `name=value` overrides the row's
   default for this spelling.

       {"np.sum", "a:x axis dtype out keepdims"}
       {"torch.sum", "input:x dim:axis keepdim:keepdims * dtype"}
       {"Tensor.softmax", "self:x dim:axis dtype"}

   The prefix tells whose rules hold: `np.` takes anything array-like and
   gives NumPy arrays; `torch.` and `F.` want tensors; `ndarray.` and `Tensor.`
   are methods; no prefix is the prompt's own name (lists and numbers become
   plain arrays; an array keeps its family). */
#ifndef XENT_OPS_OP_H
#define XENT_OPS_OP_H

#include "num/array.h"

#include <stdbool.h>
#include <stdint.h>

enum { OP_MAX_ARGS = 12, OP_MAX_SPELLINGS = 8 };

typedef enum ArgTag {
  ARG_NONE,
  ARG_ARRAY,
  ARG_ARRAYS,
  ARG_INT,
  ARG_FLOAT,
  ARG_BOOL,
  ARG_TEXT,
  ARG_INTS,
  ARG_DTYPE
} ArgTag;

typedef struct Arg {
  uint8_t tag;   /* an ArgTag */
  bool was_list; /* ARRAY: made from a list or a Python number */
  int32_t count; /* of ints, of arrays, bytes of text */
  union {
    Array *array; /* borrowed */
    Array **arrays;
    int64_t i;
    double f;
    bool b;
    const char *text;
    const int64_t *ints;
    DType dtype;
  };
} Arg;

typedef struct Op Op;

/* One application of a row. forward reads arg[] (row order) and family, and
   sets out (and out2, for pairs such as max(dim)). */
typedef struct OpCall {
  const Op *op;
  Family family;       /* of the result */
  const char *name;    /* the spelling used, without prefix: for messages */
  const char *grad_fn; /* set by forward where the row's own name does not fit
                          (cross_entropy of probabilities: "DivBackward1") */
  Arg arg[OP_MAX_ARGS];
  Array *out;  /* owned by the call until taken */
  Array *out2; /* likewise, or NULL */
} OpCall;

typedef struct Spelling {
  const char *names;  /* separated by blanks */
  const char *params; /* NULL: the row's own */
} Spelling;

struct Derivation; /* ops/derive.h */

struct Op {
  const char *name;
  const char *params;
  Spelling spell[OP_MAX_SPELLINGS]; /* ends with names == NULL */

  /* False with the error record filled; out untouched then. */
  bool (*forward)(OpCall *call);

  /* dL/d arg[wrt] from dL/d out: a new array in that argument's shape; dout
     may have strides of 0. Returns NULL on an error, of which one is that the
     row has no gradient in this argument. The field itself is NULL when it
     has none at all. */
  Array *(*backward)(const OpCall *call, int wrt, Array *dout);

  /* The kind of the result; NULL means REAL. */
  Kind (*kind)(const OpCall *call);

  /* Opens the operation into elementary rows from the numbers of the call
     itself; NULL: explain shows the operation as one row. */
  bool (*derive)(const OpCall *call, struct Derivation *d);

  /* What torch calls the gradient's function: "Softmax" for
     "SoftmaxBackward0", "SumBackward1" as it is, "=CopySlices" for a name
     without Backward. NULL: no grad_fn. */
  const char *grad_fn;

  /* The parameters whose values backward reads, "out" for the result; "a/b":
     a if b requires grad. They must not change in between, and the first
     backward lets go of them. NULL: shapes are enough. Without "out" the
     call's out has its shape and dtype, but its elements are 0. */
  const char *saved;
  const char *formula; /* "p_i = exp(z_i) / sum_j exp(z_j)" */
  const char *help;    /* one line */
  const char *example; /* runs at a fresh prompt ... */
  const char *result;  /* ... and prints this */
  uint32_t flags;
};

enum {
  OP_VIEW = 1,         /* the result may share its argument's memory */
  OP_IN_PLACE = 2,     /* changes arg[0] and returns it */
  OP_MAY_OVERFLOW = 4, /* floating-point flags become RuntimeWarnings */
  OP_PYTHON = 8,       /* a result of one element becomes a Python number */
  OP_LIST = 16,        /* NumPy gives the pair as a list */
  OP_CONSTANT = 32,    /* its result depends on no value: zeros_like */
  OP_LIKE = 64         /* gradients flow to its first argument only */
};

/* Every file of ops/ gives one table, ended by a row without a name; op.c
   lists the tables. */
extern const Op *const op_tables[];

/* Runs the row: forward, then kind, then floating-point warnings ("overflow
   encountered in exp") as notes for NumPy and plain. False: error. The caller
   owns call->out and call->out2 afterwards. */
bool op_run(OpCall *call);

/* For C callers: a call with everything ARG_NONE. */
OpCall op_call(const Op *op, Family family);
Arg op_array(Array *a);
Arg op_int(int64_t i);
Arg op_float(double f);
Arg op_bool(bool b);
Arg op_text(const char *text);

/* The row of this name ("softmax"), or NULL. */
const Op *op_by_name(const char *name);

/* For loops over everything (help, completion, tests): the n-th row. */
const Op *op_nth(int n); /* NULL past the end */

#endif
