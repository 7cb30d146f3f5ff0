/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/record.h"

#include "base/err.h"
#include "base/sym.h"
#include "ops/put.h"

#include <string.h>

static Arg operand_arg(Operand o) {
  Arg a = op_array(o.a);
  a.was_list = o.python;
  return a;
}

/* The name of the row of an operator. */
static const char *row_of(BinaryOp op) {
  switch (op) {
  case BINARY_ADD: return "add";
  case BINARY_SUB: return "subtract";
  case BINARY_MUL: return "multiply";
  case BINARY_DIV: return "divide";
  case BINARY_MOD: return "remainder";
  case BINARY_POW: return "power";
  case BINARY_FLOORDIV: return "floor_divide";
  default: return NULL;
  }
}

static const char *unary_row(UnaryOp op) {
  return op == UNARY_NEG ? "negative" : op == UNARY_ABS ? "absolute" : NULL;
}

/* 1 - x and 2 ** x have names of their own in torch. */
static const char *grad_fn_of(BinaryOp op, Operand a, Operand b) {
  if (op == BINARY_SUB && a.python)
    return "RsubBackward1";
  if (op == BINARY_POW && !b.python)
    return "PowBackward1";
  return op == BINARY_DIV && a.python ? "MulBackward0" : NULL;
}

static Array *recorded(OpCall *call) {
  if (tape_record(call))
    return call->out;
  array_unref(call->out);
  return NULL;
}

static const Op *binary_op(BinaryOp op) {
  static const Op *known[BINARY_COUNT];
  const char *name = known[op] ? NULL : row_of(op);
  if (name)
    known[op] = op_by_name(name);
  return known[op];
}

static OpCall binary_call(BinaryOp op, Operand a, Operand b, Array *out) {
  OpCall call = op_call(binary_op(op), (Family)out->family);
  call.arg[0] = operand_arg(a);
  call.arg[1] = operand_arg(b);
  call.out = out;
  call.grad_fn = grad_fn_of(op, a, b);
  return call;
}

Array *record_binary(BinaryOp op, Operand a, Operand b, Array *out) {
  if (!out || !(tape_follows(a.a) || tape_follows(b.a)) || !binary_op(op))
    return out;
  OpCall call = binary_call(op, a, b, out);
  return recorded(&call);
}

Array *record_named(const char *row, Array *a, Array *out) {
  if (!out || !tape_follows(a) || !row)
    return out;
  OpCall call = op_call(op_by_name(row), (Family)out->family);
  call.arg[0] = op_array(a);
  call.out = out;
  return recorded(&call);
}

Array *record_unary(UnaryOp op, Array *a, Array *out) {
  return record_named(unary_row(op), a, out);
}

/* The axes that an item of an index takes away or cuts. */
static int axes_of(const Index *item) {
  if (item->tag == INDEX_ARRAY && item->array->dtype == DT_BOOL)
    return item->array->ndim;
  return item->tag == INDEX_INT || item->tag == INDEX_SLICE ||
         item->tag == INDEX_ARRAY;
}

/* Whether torch makes a slice for x[item] among others: not for 0:n. */
static bool cuts(const Index *item, int64_t n) {
  return (item->has_step && item->step != 1) ||
         (item->has_start && item->start != 0) || !item->has_stop ||
         item->stop != n;
}

/* torch takes an index apart and names the last step that did something. */
static const char *index_name(const Array *a, const Index *items, int n) {
  const char *name = n == 1 && items[0].tag == INDEX_SLICE ? "Slice" : "Alias";
  int axis = 0, named = 0;
  for (int i = 0; i < n; i++)
    named += axes_of(&items[i]);
  for (int i = 0; i < n; i++) {
    if (items[i].tag == INDEX_ARRAY)
      return "Index";
    if (items[i].tag == INDEX_NEWAXIS)
      name = "Unsqueeze";
    else if (items[i].tag == INDEX_INT)
      name = "Select";
    else if (items[i].tag == INDEX_ELLIPSIS)
      axis += a->ndim - named;
    else if (cuts(&items[i], a->shape[axis]))
      name = "Slice";
    axis += axes_of(&items[i]);
  }
  return name;
}

Array *record_index(Array *a, const Index *items, int n) {
  Array *out = index_get(a, items, n);
  if (!out || !tape_follows(a))
    return out;
  int64_t words[INDEX_MAX * INDEX_WORDS];
  Array *arrays[INDEX_MAX];
  OpCall call;
  index_call(&call, a, items, n, words, arrays);
  call.out = out;
  call.grad_fn = index_name(a, items, n);
  return recorded(&call);
}

/* x[0] = v changes a view in torch, x[mask] = v changes x. */
static bool through_view(const Index *items, int n) {
  for (int i = 0; i < n; i++)
    if (items[i].tag == INDEX_ARRAY)
      return false;
  return n > 1 || items[0].tag != INDEX_ELLIPSIS;
}

bool record_assign(Array *a, const Index *items, int n, Array *value) {
  bool follows = tape_follows(a) || tape_follows(value);
  if (tape_follows(a) && tape_is_leaf(a))
    return tape_refuse_leaf(through_view(items, n));
  if (follows && !tape_may_change(a, true))
    return false;
  if (!index_set(a, items, n, value))
    return false;
  array_changed(a);
  if (!follows)
    return true;
  int64_t words[INDEX_MAX * INDEX_WORDS];
  Array *arrays[INDEX_MAX];
  OpCall call;
  index_call(&call, a, items, n, words, arrays);
  call.op = &put_ops[PUT_ELEMENTS];
  call.name = "put";
  call.arg[PUT_VALUE] = op_array(value);
  call.out = a;
  return tape_record_change(&call, a, NULL);
}

bool record_in_place(BinaryOp op, Array *dst, Operand b) {
  bool follows = tape_follows(dst) || tape_follows(b.a);
  if (follows && !tape_may_change(dst, true))
    return false;
  Array *old = NULL;
  OpCall call;
  if (follows && binary_op(op)) {
    call = binary_call(op, elementwise_operand(dst), b, dst);
    if (!tape_keep(&call, dst, &old))
      return false;
  }
  bool ok = elementwise_in_place(op, dst, b);
  if (ok)
    array_changed(dst);
  if (ok && follows && binary_op(op))
    ok = tape_record_change(&call, dst, old);
  array_unref(old);
  return ok;
}

/* --- rows that change their argument ------------------------------------- */

/* The row that does the same out of place: add for add_; the row itself for
   relu(inplace=True). */
static const Op *out_of_place(const Op *op) {
  static const char *const others[][2] = {{"sub_", "subtract"},
                                          {"mul_", "multiply"},
                                          {"div_", "divide"},
                                          {"pow_", "power"},
                                          {"clamp_", "clip"}};
  if (!(op->flags & OP_IN_PLACE))
    return op;
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (!strcmp(op->name, others[i][0]))
      return op_by_name(others[i][1]);
  const Sym *name = sym_of(op->name, strlen(op->name) - 1);
  return name ? op_by_name(name->text) : NULL;
}

/* The number of a row's parameter with this name, n bytes; -1: none. */
static int parameter(const Op *op, const char *name, size_t n) {
  int i = 0;
  for (const char *p = op->params; *p; i++) {
    if (!strncmp(p, name, n) && p[n] == ':')
      return i;
    p += strcspn(p, " ");
    p += strspn(p, " ");
  }
  return -1;
}

/* The call with the other row, arguments by name. False: that row has no
   gradient. */
static bool same_call(const OpCall *call, OpCall *same) {
  const Op *op = out_of_place(call->op);
  if (!op || !op->backward)
    return false;
  *same = *call;
  same->op = op;
  for (int i = 0; op != call->op && i < OP_MAX_ARGS; i++)
    same->arg[i].tag = ARG_NONE;
  int i = 0;
  for (const char *p = call->op->params; op != call->op && *p; i++) {
    int to = parameter(op, p, strcspn(p, ":"));
    if (to >= 0)
      same->arg[to] = call->arg[i];
    p += strcspn(p, " ");
    p += strspn(p, " ");
  }
  return true;
}

static bool follows_any(const OpCall *call) {
  for (int i = 0; i < OP_MAX_ARGS; i++)
    if (call->arg[i].tag == ARG_ARRAY && tape_follows(call->arg[i].array))
      return true;
  return false;
}

bool record_before(const OpCall *call, Array **old) {
  OpCall same;
  *old = NULL;
  if (!follows_any(call))
    return true;
  if (!tape_may_change(call->arg[0].array, true))
    return false;
  if (!same_call(call, &same))
    return err_set(ERR_Unsupported,
                   "xent does not support gradients through '%s'", call->name);
  same.out = call->arg[0].array;
  return tape_keep(&same, call->arg[0].array, old);
}

bool record_changed(OpCall *call, Array *old) {
  OpCall same;
  array_changed(call->arg[0].array);
  if (!follows_any(call) || !same_call(call, &same))
    return true;
  return tape_record_change(&same, call->arg[0].array, old);
}

Array *record_cast(Array *a, DType t) {
  if (a->dtype == t)
    return array_ref(a);
  OpCall call = op_call(&put_ops[PUT_CAST], (Family)a->family);
  call.arg[0] = op_array(a);
  call.arg[1] = (Arg){.tag = ARG_DTYPE, .dtype = t};
  return op_run(&call) ? recorded(&call) : NULL;
}
