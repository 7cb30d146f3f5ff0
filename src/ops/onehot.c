/* SPDX-License-Identifier: GPL-3.0-or-later */
/* one_hot: class numbers become rows with a single 1, as integers,
       y_j = 1 where j = t, else 0

   In C:        OpCall c = op_call(op_by_name("one_hot"), FAMILY_PLAIN);
                c.arg[0] = op_array(t); c.arg[1] = op_int(3); op_run(&c);
   In PyTorch:  F.one_hot(torch.tensor([2, 0]), 3)
   Both print   [[0, 0, 1], [1, 0, 0]]. */
#include "ops/onehot.h"

#include "base/err.h"
#include "ops/taught.h"

#include <string.h>

/* torch takes int64 tensors alone; a list may hold floats that are whole. */
static bool check_type(const OpCall *call) {
  const Array *t = call->arg[0].array;
  bool fits = call->family == FAMILY_TORCH && !call->arg[0].was_list
                  ? t->dtype == DT_I64
                  : taught_is_index(call, 0);
  return fits || err_set(ERR_RuntimeError,
                         "one_hot is only applicable to index tensor.");
}

/* The number of classes: as asked for, or one more than the largest. */
static bool classes_of(const OpCall *call, int64_t *n) {
  const Array *t = call->arg[0].array;
  int64_t most = -1;
  *n = call->arg[1].tag == ARG_INT ? call->arg[1].i : -1;
  if (!t->size && *n <= 0)
    return err_set(ERR_RuntimeError,
                   "Can not infer total number of classes from empty tensor.");
  for (int64_t i = 0; i < t->size; i++) {
    int64_t k = array_get_int(t, i);
    if (k < 0)
      return err_set(ERR_RuntimeError, "Class values must be non-negative.");
    most = k > most ? k : most;
  }
  if (*n == -1)
    *n = most + 1;
  return most < *n || err_set(ERR_RuntimeError,
                              "Class values must be smaller than num_classes.");
}

static bool onehot_forward(OpCall *call) {
  const Array *t = call->arg[0].array;
  int64_t n, shape[ARRAY_MAX_DIMS + 1];
  if (!check_type(call) || !classes_of(call, &n))
    return false;
  memcpy(shape, t->shape, (size_t)t->ndim * sizeof *shape);
  shape[t->ndim] = n;
  Array *out = array_zeros(call->family, DT_I64, t->ndim + 1, shape);
  for (int64_t i = 0; out && i < t->size; i++)
    ((int64_t *)out->data)[i * n + array_get_int(t, i)] = 1;
  return taught_return(call, out, DT_I64);
}

static Kind onehot_kind(const OpCall *call) {
  (void)call;
  return (Kind){.name = KIND_ONEHOT};
}

static bool onehot_derive(const OpCall *call, Derivation *d) {
  derive_title(d, "y_j = 1 where j = t");
  derive_step(d, "t", call->arg[0].array, "class numbers, from 0");
  derive_step(d, "y (one-hot)", call->out, "one 1 in each row");
  derive_reason(d, "the truth as probabilities: all on one class");
  return !d->failed;
}

const Op onehot_ops[] = {
    {.name = "one_hot",
     .params = "t:array n:int=-1",
     .spell = {{"one_hot", NULL}, {"F.one_hot", "tensor:t num_classes:n"}},
     .forward = onehot_forward,
     .kind = onehot_kind,
     .derive = onehot_derive,
     .formula = "y_j = 1 where j = t, else 0",
     .help = "class numbers as rows with a single 1",
     .example = "one_hot(2, 4)",
     .result = "[0, 0, 1, 0]"},
    {0}};
