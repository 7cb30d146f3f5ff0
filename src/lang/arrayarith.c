/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/arrayarith.h"

#include "base/note.h"
#include "lang/arith.h"
#include "lang/arrayfrom.h"
#include "lang/list.h"
#include "lang/record.h"
#include "ops/elementwise.h"
#include "ops/op.h"

#include <string.h>

/* An operand, and the array that was made for it, if any. */
typedef struct Side {
  Operand operand;
  Array *made;
} Side;

static bool is_sequence(Value v) {
  return value_is(v, VALUE_TYPE_LIST) || value_is(v, VALUE_TYPE_TUPLE);
}

bool arrayarith_takes(Value l, Value r, bool plain) {
  Array *a = value_array(l), *b = value_array(r);
  if (a || b) {
    Value other = a ? r : l;
    Array *array = a ? a : b;
    return (a && b) || value_is_number(other) ||
           (is_sequence(other) && array->family != FAMILY_TORCH);
  }
  if (!plain)
    return false;
  bool lists = value_is(l, VALUE_TYPE_LIST) || value_is(r, VALUE_TYPE_LIST);
  return lists && (value_is_number(l) || arrayfrom_is_vector(l)) &&
         (value_is_number(r) || arrayfrom_is_vector(r));
}

static Family family_of(Value l, Value r) {
  Array *a = value_array(l), *b = value_array(r);
  int f = a ? a->family : FAMILY_PLAIN, g = b ? b->family : FAMILY_PLAIN;
  return (Family)(f > g ? f : g);
}

static bool make_side(Side *s, Value v, Family family) {
  s->made = NULL;
  if (value_array(v)) {
    s->operand = elementwise_operand(value_array(v));
    return true;
  }
  bool number = value_is_number(v);
  s->made = number ? arrayfrom_number(v, family)
                   : arrayfrom_value(v, family, DT_COUNT);
  s->operand = (Operand){s->made, number};
  return s->made != NULL;
}

static BinaryOp kernel_of(AstOp op) {
  switch (op) {
  case AST_ADD: return BINARY_ADD;
  case AST_SUB: return BINARY_SUB;
  case AST_MUL: return BINARY_MUL;
  case AST_DIV: return BINARY_DIV;
  case AST_FLOORDIV: return BINARY_FLOORDIV;
  case AST_MOD: return BINARY_MOD;
  case AST_POW: return BINARY_POW;
  case AST_BITAND: return BINARY_AND;
  case AST_BITOR: return BINARY_OR;
  case AST_BITXOR: return BINARY_XOR;
  case AST_LSHIFT: return BINARY_LSHIFT;
  case AST_RSHIFT: return BINARY_RSHIFT;
  case AST_LT: return BINARY_LT;
  case AST_LE: return BINARY_LE;
  case AST_EQ: return BINARY_EQ;
  case AST_NE: return BINARY_NE;
  case AST_GE: return BINARY_GE;
  case AST_GT: return BINARY_GT;
  default: return BINARY_COUNT;
  }
}

static Array *matmul(Side *a, Side *b, Family family) {
  static const Op *row;
  if (!row)
    row = op_by_name("matmul");
  OpCall call = op_call(row, family);
  call.arg[0] = op_array(a->operand.a);
  call.arg[1] = op_array(b->operand.a);
  return op_run(&call) && tape_record(&call) ? call.out : NULL;
}

/* Once a session: what Python would do with two lists. */
static void note_plain(AstOp op, Value l, Value r) {
  static bool said;
  bool join = op == AST_ADD && is_sequence(l) && is_sequence(r);
  bool repeat = op == AST_MUL && !(is_sequence(l) && is_sequence(r));
  if (said || value_array(l) || value_array(r) || !(join || repeat))
    return;
  said = true;
  note_place.source = NULL;
  note_add("note",
           "here arithmetic on lists is elementwise; Python's %s would "
           "%s (in files it does)",
           join ? "+" : "*", join ? "join them" : "repeat the list");
}

static bool is_numpy_array(const Array *a) {
  return a && a->family == FAMILY_NUMPY && !a->scalar;
}

static bool is_tensor(const Array *a) {
  return a && a->family == FAMILY_TORCH;
}

/* array op tensor, and comparisons of the two in either order, fail in most
   but not all cases in the real libraries. */
static bool mixes(AstOp op, Value l, Value r) {
  const Array *a = value_array(l), *b = value_array(r);
  bool other_way = op >= AST_LT && is_tensor(a) && is_numpy_array(b);
  if (!other_way && !(is_numpy_array(a) && is_tensor(b)))
    return false;
  err_set(ERR_Unsupported, "xent does not support '%s' between '%s' and '%s'",
          ast_op_sign(op), value_type_name(l), value_type_name(r));
  err_hint("torch.from_numpy(array) makes a tensor, tensor.numpy() an array");
  return true;
}

static Value operate(AstOp op, Value l, Value r) {
  if (mixes(op, l, r))
    return value_error();
  Family family = family_of(l, r);
  Side a, b;
  Array *out = NULL;
  if (!make_side(&a, l, family))
    return value_error();
  if (make_side(&b, r, family)) {
    BinaryOp kernel = kernel_of(op);
    if (op == AST_MATMUL)
      out = matmul(&a, &b, family);
    else if (kernel != BINARY_COUNT)
      out = record_binary(
          kernel, a.operand, b.operand,
          elementwise_binary(kernel, a.operand, b.operand, family));
  }
  array_unref(a.made);
  array_unref(b.made);
  return value_of_array(out);
}

Value arrayarith_binary(AstOp op, Value l, Value r) {
  note_plain(op, l, r);
  return operate(op, l, r);
}

/* == and != of shapes that do not fit: one bool, and a warning. */
static Value mismatched(AstOp op) {
  err_clear();
  note_add("DeprecationWarning",
           "elementwise comparison failed; this will raise an error in the "
           "future.");
  return value_bool(op == AST_NE);
}

Value arrayarith_compare(AstOp op, Value l, Value r) {
  Value v = operate(op, l, r);
  bool equals = op == AST_EQ || op == AST_NE;
  return !value_ok(v) && equals && family_of(l, r) == FAMILY_NUMPY &&
                 err_now()->type == ERR_ValueError
             ? mismatched(op)
             : v;
}

/* array == None: False for each element. */
Value arrayarith_equals_none(AstOp op, const Array *a) {
  Array *out = array_new(FAMILY_NUMPY, DT_BOOL, a->ndim, a->shape);
  if (out)
    memset(out->data, op == AST_NE, (size_t)out->size);
  return value_of_array(out);
}

static UnaryOp unary_kernel_of(AstOp op) {
  return op == AST_NEG ? UNARY_NEG : op == AST_POS ? UNARY_POS : UNARY_INVERT;
}

Value arrayarith_unary(AstOp op, Value v) {
  Side s;
  if (!make_side(&s, v, family_of(v, v)))
    return value_error();
  Array *a = s.operand.a;
  UnaryOp kernel = unary_kernel_of(op);
  if (kernel == UNARY_INVERT && a->family == FAMILY_TORCH &&
      dtype_is_float((DType)a->dtype)) {
    array_unref(s.made);
    err_set(ERR_TypeError, "~ (operator.invert) is only implemented on integer "
                           "and Boolean-type tensors");
    return value_error();
  }
  Array *out =
      record_unary(kernel, a, elementwise_unary(kernel, a, (Family)a->family));
  array_unref(s.made);
  return value_of_array(out);
}

/* W -= g writes into W's memory. NumPy's scalars are values, not places. */
Value arrayarith_augment(AstOp op, Value l, Value r) {
  Array *dst = value_array(l);
  BinaryOp kernel = kernel_of(op);
  Family family = family_of(l, r);
  if (dst->scalar || op == AST_MATMUL || kernel == BINARY_COUNT ||
      family != (Family)dst->family || !arrayarith_takes(l, r, false))
    return arith_binary(op, l, r, false);
  Side s;
  if (!make_side(&s, r, family))
    return value_error();
  bool ok = record_in_place(kernel, dst, s.operand);
  array_unref(s.made);
  return ok ? value_ref(l) : value_error();
}
