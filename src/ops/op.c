/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/op.h"

#include "num/fpflags.h"

#include <string.h>

bool op_run(OpCall *call) {
  const Op *op = call->op;
  bool watch = op->flags & OP_MAY_OVERFLOW && call->family != FAMILY_TORCH;
  if (watch)
    fpflags_clear();
  if (!op->forward(call))
    return false;
  if (watch && !fpflags_note(op->name)) {
    array_unref(call->out);
    array_unref(call->out2);
    call->out = call->out2 = NULL;
    return false;
  }
  if (op->kind)
    call->out->kind = op->kind(call);
  return true;
}

OpCall op_call(const Op *op, Family family) {
  return (OpCall){.op = op, .family = family, .name = op->name};
}

Arg op_array(Array *a) {
  return (Arg){.tag = ARG_ARRAY, .array = a};
}

Arg op_int(int64_t i) {
  return (Arg){.tag = ARG_INT, .i = i};
}

Arg op_float(double f) {
  return (Arg){.tag = ARG_FLOAT, .f = f};
}

Arg op_bool(bool b) {
  return (Arg){.tag = ARG_BOOL, .b = b};
}

Arg op_text(const char *text) {
  return (Arg){.tag = ARG_TEXT, .count = (int32_t)strlen(text), .text = text};
}

const Op *op_by_name(const char *name) {
  for (const Op *const *table = op_tables; *table; table++)
    for (const Op *op = *table; op->name; op++)
      if (!strcmp(op->name, name))
        return op;
  return NULL;
}

const Op *op_nth(int n) {
  for (const Op *const *table = op_tables; *table; table++)
    for (const Op *op = *table; op->name; op++)
      if (!n--)
        return op;
  return NULL;
}
