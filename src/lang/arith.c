/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/arith.h"

#include "lang/arrayarith.h"
#include "lang/arraytext.h"
#include "lang/augment.h"
#include "lang/type.h"

#include <math.h>

/* --- ints ---------------------------------------------------------------- */

static Value too_large(void) {
  err_set(ERR_OverflowError, "the result does not fit in 64 bits");
  err_hint("xent's integers have 64 bits; write a float (1e20) for larger "
           "numbers");
  return value_error();
}

static Value zero_division(const char *what) {
  err_set(ERR_ZeroDivisionError, "%s", what);
  return value_error();
}

static Value int_power(int64_t a, int64_t b) {
  if (b < 0) {
    if (a == 0)
      return zero_division("0.0 cannot be raised to a negative power");
    return value_float(pow((double)a, (double)b));
  }
  int64_t r = 1;
  for (; b; b >>= 1) {
    if (b & 1 && __builtin_mul_overflow(r, a, &r))
      return too_large();
    if (b > 1 && __builtin_mul_overflow(a, a, &a))
      return too_large();
  }
  return value_int(r);
}

static Value int_floor_division(AstOp op, int64_t a, int64_t b) {
  if (b == 0)
    return zero_division(op == AST_MOD ? "integer modulo by zero"
                                       : "integer division or modulo by zero");
  if (b == -1)
    return op == AST_MOD    ? value_int(0)
           : a == INT64_MIN ? too_large()
                            : value_int(-a);
  int64_t q = a / b, r = a % b;
  if (r && (r ^ b) < 0) {
    q--;
    r += b;
  }
  return value_int(op == AST_MOD ? r : q);
}

static Value int_shift(AstOp op, int64_t a, int64_t b) {
  if (b < 0) {
    err_set(ERR_ValueError, "negative shift count");
    return value_error();
  }
  if (op == AST_RSHIFT)
    return value_int(a >> (b > 63 ? 63 : b));
  if (a == 0)
    return value_int(0);
  int64_t r = b > 62 ? 0 : (int64_t)((uint64_t)a << b);
  return b > 62 || r >> b != a ? too_large() : value_int(r);
}

Value arith_ints(AstOp op, int64_t a, int64_t b) {
  int64_t r;
  switch (op) {
  case AST_ADD:
    return __builtin_add_overflow(a, b, &r) ? too_large() : value_int(r);
  case AST_SUB:
    return __builtin_sub_overflow(a, b, &r) ? too_large() : value_int(r);
  case AST_MUL:
    return __builtin_mul_overflow(a, b, &r) ? too_large() : value_int(r);
  case AST_DIV:
    return b ? value_float((double)((long double)a / (long double)b))
             : zero_division("division by zero");
  case AST_FLOORDIV:
  case AST_MOD: return int_floor_division(op, a, b);
  case AST_POW: return int_power(a, b);
  case AST_BITAND: return value_int(a & b);
  case AST_BITOR: return value_int(a | b);
  case AST_BITXOR: return value_int(a ^ b);
  case AST_LSHIFT:
  case AST_RSHIFT: return int_shift(op, a, b);
  default: return value_absent();
  }
}

/* --- floats -------------------------------------------------------------- */

/* CPython's float_divmod: the remainder has the divisor's sign. */
static Value float_floor_division(AstOp op, double a, double b) {
  if (b == 0)
    return zero_division(op == AST_MOD ? "float modulo"
                                       : "float floor division by zero");
  double mod = fmod(a, b);
  double div = (a - mod) / b;
  if (mod != 0) {
    if ((b < 0) != (mod < 0)) {
      mod += b;
      div -= 1;
    }
  } else {
    mod = copysign(0, b);
  }
  if (op == AST_MOD)
    return value_float(mod);
  if (div == 0)
    return value_float(copysign(0, a / b));
  double whole = floor(div);
  return value_float(div - whole > 0.5 ? whole + 1 : whole);
}

static Value float_power(double a, double b) {
  if (a == 0 && b < 0)
    return zero_division("0.0 cannot be raised to a negative power");
  if (a < 0 && isfinite(a) && isfinite(b) && b != floor(b)) {
    err_set(ERR_Unsupported, "xent does not support complex numbers (a "
                             "negative number to a fractional power)");
    return value_error();
  }
  double r = pow(a, b);
  if (isinf(r) && isfinite(a) && isfinite(b)) {
    err_set(ERR_OverflowError, "(34, 'Numerical result out of range')");
    return value_error();
  }
  return value_float(r);
}

Value arith_floats(AstOp op, double a, double b) {
  switch (op) {
  case AST_ADD: return value_float(a + b);
  case AST_SUB: return value_float(a - b);
  case AST_MUL: return value_float(a * b);
  case AST_DIV:
    return b != 0 ? value_float(a / b)
                  : zero_division("float division by zero");
  case AST_FLOORDIV:
  case AST_MOD: return float_floor_division(op, a, b);
  case AST_POW: return float_power(a, b);
  default: return value_absent();
  }
}

static Value numbers(AstOp op, Value l, Value r) {
  bool bits = op >= AST_BITAND && op <= AST_BITXOR;
  if (bits && l.tag == VALUE_BOOL && r.tag == VALUE_BOOL)
    return value_bool(arith_ints(op, l.i, r.i).i != 0);
  if (l.tag != VALUE_FLOAT && r.tag != VALUE_FLOAT)
    return arith_ints(op, l.i, r.i);
  double a = 0, b = 0;
  value_as_double(l, &a);
  value_as_double(r, &b);
  return arith_floats(op, a, b);
}

/* --- any two values ------------------------------------------------------ */

static const Type *row_of(Value v) {
  return v.tag == VALUE_REF ? type_rows[v.ref->type] : NULL;
}

/* The left type's answer, then the right one's. */
static Value by_types(AstOp op, Value l, Value r) {
  const Type *t = row_of(l), *u = row_of(r);
  Value v = value_absent();
  if (t && t->binary)
    v = t->binary(op, l, r);
  if (!value_ok(v) && !err_pending() && u && u->binary && u != t)
    v = u->binary(op, l, r);
  return v;
}

/* What an error calls an operand: NumPy refuses element by element. */
static const char *operand_name(Value v) {
  const Array *a = value_array(v);
  if (!a || a->family != FAMILY_NUMPY)
    return value_type_name(v);
  return dtype_is_float((DType)a->dtype) ? "float"
         : a->dtype == DT_BOOL           ? "bool"
                                         : "int";
}

/* sign: "=" behind the operator for `op=`, or "" */
static Value unsupported(AstOp op, Value l, Value r, const char *sign) {
  if (op == AST_POW && !*sign)
    err_set(ERR_TypeError,
            "unsupported operand type(s) for ** or pow(): '%s' and '%s'",
            operand_name(l), operand_name(r));
  else
    err_set(ERR_TypeError,
            "unsupported operand type(s) for %s%s: '%s' and '%s'",
            ast_op_sign(op), sign, operand_name(l), operand_name(r));
  return value_error();
}

static Value find_binary(AstOp op, Value l, Value r, bool plain) {
  Value v = value_absent();
  if (value_is_number(l) && value_is_number(r))
    v = numbers(op, l, r);
  else if (arrayarith_takes(l, r, plain))
    v = arrayarith_binary(op, l, r);
  else if (!arraytext_refuses(op, l, r))
    v = by_types(op, l, r);
  return v;
}

Value arith_binary(AstOp op, Value l, Value r, bool plain) {
  Value v = find_binary(op, l, r, plain);
  return value_ok(v) || err_pending() ? v : unsupported(op, l, r, "");
}

static Value number_unary(AstOp op, Value v) {
  if (v.tag == VALUE_FLOAT)
    return op == AST_NEG   ? value_float(-v.f)
           : op == AST_POS ? v
                           : value_absent();
  if (op == AST_NEG)
    return v.i == INT64_MIN ? too_large() : value_int(-v.i);
  return value_int(op == AST_INVERT ? ~v.i : v.i);
}

Value arith_unary(AstOp op, Value x, bool plain) {
  Value v = value_absent();
  const Type *t = row_of(x);
  if (value_is_number(x))
    v = number_unary(op, x);
  else if (arrayarith_takes(x, x, plain))
    v = arrayarith_unary(op, x);
  else if (t && t->unary)
    v = t->unary(op, x);
  if (!value_ok(v) && !err_pending())
    err_set(ERR_TypeError, "bad operand type for unary %s: '%s'",
            ast_op_sign(op), value_type_name(x));
  return v;
}

/* --- comparisons --------------------------------------------------------- */

static bool ordered(AstOp op, double a, double b) {
  switch (op) {
  case AST_LT: return a < b;
  case AST_LE: return a <= b;
  case AST_GE: return a >= b;
  default: return a > b;
  }
}

static Value truth(int t) {
  return t < 0 ? value_error() : value_bool(t);
}

static Value identity(AstOp op, Value l, Value r) {
  switch (op) {
  case AST_IS: return value_bool(value_same(l, r));
  case AST_IS_NOT: return value_bool(!value_same(l, r));
  case AST_IN: return truth(value_contains(r, l));
  default: {
    int t = value_contains(r, l);
    return t < 0 ? value_error() : value_bool(!t);
  }
  }
}

/* What __eq__ and __ne__ of the learner's classes return stays what it is. */
static Value equality(AstOp op, Value l, Value r) {
  if (value_is(l, VALUE_TYPE_INSTANCE) || value_is(r, VALUE_TYPE_INSTANCE)) {
    Value v = by_types(op, l, r);
    if (value_ok(v) || err_pending())
      return v;
  }
  int t = value_equal(l, r);
  return t < 0 ? value_error() : value_bool(op == AST_EQ ? t : !t);
}

static bool is_numpy(Value v) {
  const Array *a = value_array(v);
  return a && a->family == FAMILY_NUMPY;
}

/* NumPy is asked first by its arrays, and by its scalars also from the right:
   then the operator is turned round. A text has no elements to compare. */
static void unordered(AstOp op, Value l, Value r) {
  bool text = value_is(l, VALUE_TYPE_STR) || value_is(r, VALUE_TYPE_STR);
  const Array *a = value_array(r);
  if (is_numpy(r) && (!text || a->scalar)) {
    Value swap = l;
    l = r;
    r = swap;
    op = op == AST_LT   ? AST_GT
         : op == AST_GT ? AST_LT
         : op == AST_LE ? AST_GE
                        : AST_LE;
  }
  const char *name = operand_name(l);
  if (text)
    name = is_numpy(l) ? "numpy.ndarray" : value_type_name(l);
  err_set(ERR_TypeError,
          "'%s' not supported between instances of '%s' and '%s'",
          ast_op_sign(op), name, value_type_name(r));
}

static Value order(AstOp op, Value l, Value r) {
  if (value_is_number(l) && value_is_number(r)) {
    double a = 0, b = 0;
    value_as_double(l, &a);
    value_as_double(r, &b);
    return value_bool(ordered(op, a, b));
  }
  Value v = by_types(op, l, r);
  if (!value_ok(v) && !err_pending())
    unordered(op, l, r);
  return v;
}

Value arith_compare(AstOp op, Value l, Value r, bool plain) {
  if (op >= AST_IN)
    return identity(op, l, r);
  bool lists = !value_array(l) && !value_array(r);
  bool equals = op == AST_EQ || op == AST_NE;
  if (arrayarith_takes(l, r, plain && !equals) &&
      !(lists && value_is(l, VALUE_TYPE_LIST) && value_is(r, VALUE_TYPE_LIST)))
    return arrayarith_compare(op, l, r);
  Array *a = value_array(value_is_none(l) ? r : l);
  if (equals && a && a->family == FAMILY_NUMPY && !a->scalar &&
      (value_is_none(l) || value_is_none(r)))
    return arrayarith_equals_none(op, a);
  return equals ? equality(op, l, r) : order(op, l, r);
}

/* --- in place ------------------------------------------------------------ */

Value arith_augment(AstOp op, Value l, Value r, bool plain) {
  if (value_array(l))
    return arrayarith_augment(op, l, r);
  Value v = value_absent();
  if (!arrayarith_takes(l, r, plain))
    v = augment_container(op, l, r);
  if (!value_ok(v) && !err_pending())
    v = find_binary(op, l, r, plain);
  return value_ok(v) || err_pending() ? v : unsupported(op, l, r, "=");
}
