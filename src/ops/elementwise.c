/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/elementwise.h"

#include "base/buf.h"
#include "base/err.h"
#include "num/fpflags.h"
#include "num/kernels.h"
#include "num/walk.h"
#include "ops/elementwise_torch.h"

#include <math.h>
#include <string.h>

const char *elementwise_torch_name(DType t) {
  static const char *const names[DT_COUNT] = {
      [DT_BOOL] = "Bool", [DT_U8] = "Byte",   [DT_I8] = "Char",
      [DT_I16] = "Short", [DT_I32] = "Int",   [DT_I64] = "Long",
      [DT_U64] = "ULong", [DT_F16] = "Half",  [DT_BF16] = "BFloat16",
      [DT_F32] = "Float", [DT_F64] = "Double"};
  return names[t];
}

static int category(DType t) {
  char c = dtype_class(t);
  return c == 'b' ? 0 : c == 'f' ? 2 : 1;
}

static DType smallest_float(double x) {
  x = fabs(x);
  return !isfinite(x) || x < 65000 ? DT_F16 : x < 3.4e38 ? DT_F32 : DT_F64;
}

/* Where NumPy has unsigned types that we lack, the next signed one. */
static DType smallest_int(int64_t i, bool prefer_unsigned) {
  if (i >= 0 && i <= 255 && (prefer_unsigned || i > 127))
    return DT_U8;
  return i == (int8_t)i    ? DT_I8
         : i == (int16_t)i ? DT_I16
         : i == (int32_t)i ? DT_I32
                           : DT_I64;
}

/* A number beside an array: the array's type, unless the number is of a
   higher category or does not fit (NumPy's value-based casting). */
static DType common_value_based(const Array *array, const Array *number) {
  DType t = (DType)array->dtype, s = (DType)number->dtype;
  if (category(s) > category(t))
    return dtype_promote_numpy(t, s);
  if (category(s) < category(t) || category(t) == 0)
    return t;
  if (category(t) == 2)
    return dtype_promote_numpy(t, smallest_float(array_get(number, 0)));
  return dtype_promote_numpy(
      t, smallest_int(array_get_int(number, 0), dtype_class(t) == 'u'));
}

static DType common_numpy(Operand a, Operand b) {
  if (!a.a->ndim == !b.a->ndim)
    return dtype_promote_numpy((DType)a.a->dtype, (DType)b.a->dtype);
  return a.a->ndim ? common_value_based(a.a, b.a)
                   : common_value_based(b.a, a.a);
}

/* torch ranks tensors with dimensions before those without, and both before
   Python's numbers; a lower rank counts only in a higher category. */
static int torch_rank(Operand o) {
  return o.python ? 0 : o.a->ndim ? 2 : 1;
}

static DType torch_type(Operand o) {
  return o.python && category((DType)o.a->dtype) == 2 ? dtype_torch_float
                                                      : (DType)o.a->dtype;
}

static DType common_torch(Operand a, Operand b) {
  int ra = torch_rank(a), rb = torch_rank(b);
  DType ta = torch_type(a), tb = torch_type(b);
  if (ra == rb)
    return dtype_promote_torch(ta, tb);
  DType high = ra > rb ? ta : tb, low = ra > rb ? tb : ta;
  if (category(low) > category(high))
    return dtype_promote_torch(high, low);
  return high;
}

DType elementwise_common(Operand a, Operand b, Family family) {
  if (a.a->dtype == b.a->dtype &&
      (family != FAMILY_TORCH || a.python == b.python))
    return (DType)a.a->dtype;
  return family == FAMILY_TORCH ? common_torch(a, b) : common_numpy(a, b);
}

bool elementwise_castable(DType from, DType to) {
  if (dtype_class(to) == 'u' && dtype_class(from) == 'i')
    return false;
  return category(from) <= category(to);
}

typedef struct Plan {
  DType common; /* where the operands meet */
  DType loop;   /* what the loop computes in */
  DType loop_out, result;
  BinaryKernel *kernel;
} Plan;

static bool is_test(BinaryOp op) {
  return (op >= BINARY_EQ && op <= BINARY_GE) || op >= BINARY_LOGICAL_AND;
}

/* The type in which loops exist. */
static DType loop_type(DType t) {
  switch (t) {
  case DT_BOOL:
  case DT_F32:
  case DT_F64: return t;
  case DT_F16:
  case DT_BF16: return DT_F32;
  default: return DT_I64;
  }
}

static bool refuse_bool(BinaryOp op, Family family, bool both) {
  if (op != BINARY_SUB)
    return false;
  if (family != FAMILY_TORCH)
    return err_set(ERR_TypeError,
                   "numpy boolean subtract, the `-` operator, is not "
                   "supported, use the bitwise_xor, the `^` operator, or the "
                   "logical_xor function instead.");
  if (both)
    return err_set(ERR_RuntimeError,
                   "Subtraction, the `-` operator, with two bool tensors is "
                   "not supported. Use the `^` or `logical_xor()` operator "
                   "instead.");
  return err_set(ERR_RuntimeError,
                 "Subtraction, the `-` operator, with a bool tensor is not "
                 "supported. If you are trying to invert a mask, use the `~` "
                 "or `logical_not()` operator instead.");
}

static bool refuse_float(const char *name, DType t, Family family) {
  if (family == FAMILY_TORCH)
    return err_set(ERR_RuntimeError, "\"%s_cpu\" not implemented for '%s'",
                   name, elementwise_torch_name(t));
  return err_set(ERR_TypeError,
                 "ufunc '%s' not supported for the input types, and the "
                 "inputs could not be safely coerced to any supported types "
                 "according to the casting rule ''safe''",
                 name);
}

/* The type that the operation works in, given where the operands meet. */
static DType working_type(BinaryOp op, DType common, Family family) {
  bool torch = family == FAMILY_TORCH;
  switch (op) {
  case BINARY_DIV:
    if (category(common) < 2)
      return torch ? dtype_torch_float : DT_F64;
    return common;
  case BINARY_ARCTAN2:
  case BINARY_LOGADDEXP2:
  case BINARY_HYPOT:
  case BINARY_COPYSIGN:
  case BINARY_NEXTAFTER:
  case BINARY_HEAVISIDE:
  case BINARY_LOGADDEXP:
    if (category(common) < 2)
      return torch ? dtype_torch_float
                   : dtype_promote_numpy(common == DT_BOOL ? DT_I8 : common,
                                         DT_F16);
    return common;
  case BINARY_FLOORDIV:
  case BINARY_MOD:
  case BINARY_POW:
  case BINARY_FMOD:
  case BINARY_GCD:
  case BINARY_LCM:
  case BINARY_LSHIFT:
  case BINARY_RSHIFT: return common == DT_BOOL ? DT_I8 : common;
  default: return common;
  }
}

static bool make_plan(Plan *p, BinaryOp op, Operand a, Operand b,
                      Family family) {
  p->common = elementwise_common(a, b, family);
  DType work = working_type(op, p->common, family);
  p->loop = loop_type(work);
  p->kernel = binary_kernel(op, p->loop, family == FAMILY_TORCH);
  if (op == BINARY_SUB && family == FAMILY_TORCH &&
      (a.a->dtype == DT_BOOL || b.a->dtype == DT_BOOL))
    return refuse_bool(op, family, a.a->dtype == b.a->dtype);
  if (!p->kernel)
    return p->loop == DT_BOOL ? refuse_bool(op, family, true)
                              : refuse_float(binary_name(op), work, family);
  p->loop_out = is_test(op) ? DT_BOOL : p->loop;
  p->result = is_test(op) ? DT_BOOL : work;
  return true;
}

static bool any_negative(const Array *a) {
  for (int64_t i = 0; i < a->size; i++)
    if (array_get_int(a, i) < 0)
      return true;
  return false;
}

static bool any_zero(const Array *a) {
  for (int64_t i = 0; i < a->size; i++)
    if (!array_get_int(a, i))
      return true;
  return false;
}

/* What integers must not do. */
static bool check_integers(BinaryOp op, const Array *b, Family family) {
  if (op == BINARY_POW && any_negative(b))
    return err_set(family == FAMILY_TORCH ? ERR_RuntimeError : ERR_ValueError,
                   "Integers to negative integer powers are not allowed.");
  if (family == FAMILY_TORCH &&
      (op == BINARY_FLOORDIV || op == BINARY_MOD || op == BINARY_FMOD) &&
      any_zero(b))
    return err_set(ERR_RuntimeError, "ZeroDivisionError");
  return true;
}

static bool watched(BinaryOp op, Family family) {
  return family != FAMILY_TORCH && op <= BINARY_LOGADDEXP && op != BINARY_MAX &&
         op != BINARY_MIN;
}

/* A new result of x's shape, with its axes in memory as x has them: like both
   libraries, so that sums over a result add in the same order. */
static Array *new_like(Family family, DType dtype, const Array *x) {
  int order[ARRAY_MAX_DIMS];
  Array *out = array_new(family, dtype, x->ndim, x->shape);
  if (!out || array_is_contiguous(x) || !out->size)
    return out;
  walk_memory_order(x, order);
  int64_t step = 1;
  for (int d = x->ndim - 1; d >= 0; d--) {
    out->stride[order[d]] = step;
    step *= x->shape[order[d]];
  }
  return out;
}

/* C order unless a full-size operand has another and none has that one. */
static Array *new_result(Family family, DType dtype, const Array *x,
                         const Array *y, int ndim, const int64_t *shape) {
  const Array *model = NULL;
  for (int i = 0; i < 2; i++) {
    const Array *a = i ? y : x;
    bool full = a->ndim == ndim &&
                !memcmp(a->shape, shape, sizeof *shape * (size_t)ndim);
    if (full && array_is_contiguous(a))
      return array_new(family, dtype, ndim, shape);
    if (full && !model)
      model = a;
  }
  return model ? new_like(family, dtype, model)
               : array_new(family, dtype, ndim, shape);
}

static void run_loops(const Plan *p, Array *out, const Array *a,
                      const Array *b) {
  Walk w;
  walk_begin(&w, out->ndim, out->shape, 3, (const Array *[]){out, a, b});
  do
    p->kernel(w.n, w.at[0], w.step[0], w.at[1], w.step[1], w.at[2], w.step[2]);
  while (walk_next(&w));
}

/* Packed operands of one shape need no walk. */
static bool run_plan(const Plan *p, BinaryOp op, Array *out, const Array *a,
                     const Array *b, Family family) {
  bool watch = watched(op, family);
  if (watch)
    fpflags_clear();
  int64_t so = (int64_t)dtype_size(p->loop_out);
  int64_t s = (int64_t)dtype_size(p->loop);
  if ((a->size == out->size || !a->ndim) &&
      (b->size == out->size || !b->ndim) && array_is_contiguous(out) &&
      array_is_contiguous(a) && array_is_contiguous(b))
    p->kernel(out->size, out->data, so, a->data, a->ndim ? s : 0, b->data,
              b->ndim ? s : 0);
  else
    run_loops(p, out, a, b);
  return !watch || fpflags_note(binary_name(op));
}

static Array *as_type(Array *a, DType t) {
  return a->dtype == t ? array_ref(a) : array_as(a, t);
}

/* An operand in the loop's type, by way of the common type where that one is
   narrower. */
static Array *as_loop(Array *a, const Plan *p) {
  if (dtype_size(p->common) != 2 || !dtype_is_float(p->common) ||
      a->dtype == p->common)
    return as_type(a, p->loop);
  Array *common = as_type(a, p->common);
  Array *x = common ? as_type(common, p->loop) : NULL;
  array_unref(common);
  return x;
}

static Array *finish(Array *out, const Plan *p, Family family) {
  if (out->dtype != p->result) {
    Array *converted = array_as(out, p->result);
    array_unref(out);
    out = converted;
  }
  if (out && !out->ndim && family != FAMILY_TORCH)
    out->scalar = true;
  return out;
}

/* a ** number as NumPy's and torch's shortcuts compute it; COUNT: none. */
static UnaryOp power_shortcut(double exponent, DType t, bool torch) {
  if (exponent == 2)
    return UNARY_SQUARE;
  if (category(t) < 2)
    return UNARY_COUNT;
  if (exponent == 0.5)
    return UNARY_SQRT;
  if (exponent == -1)
    return UNARY_RECIPROCAL;
  return exponent == 1 && !torch ? UNARY_POS : UNARY_COUNT;
}

static bool shortened(BinaryOp op, Operand a, Operand b, Family family) {
  return op == BINARY_POW && !b.a->ndim && a.a->dtype != DT_BOOL &&
         (a.a->ndim || family == FAMILY_TORCH);
}

static Array *unkinded(Array *a) {
  if (a)
    a->kind = (Kind){0};
  return a;
}

static Array *power_by_number(Operand a, Operand b, Family family, bool *done) {
  DType common = elementwise_common(a, b, family);
  UnaryOp u = power_shortcut(array_get(b.a, 0), common, family == FAMILY_TORCH);
  *done = u != UNARY_COUNT &&
          (category((DType)b.a->dtype) < 2 || category(common) == 2);
  if (!*done)
    return NULL;
  Array *x = as_type(a.a, common);
  Array *out = x ? elementwise_unary(u, x, family) : NULL;
  array_unref(x);
  return unkinded(out);
}

static Array *compute(BinaryOp op, Operand a, Operand b, Family family) {
  Plan p;
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  if (!make_plan(&p, op, a, b, family) ||
      (p.loop == DT_I64 && !check_integers(op, b.a, family)) ||
      !array_broadcast_shape(a.a, b.a, &ndim, shape))
    return NULL;
  Array *x = as_loop(a.a, &p), *y = as_loop(b.a, &p), *out = NULL;
  if (x && y)
    out = new_result(family, p.loop_out, x, y, ndim, shape);
  if (out && !run_plan(&p, op, out, x, y, family)) {
    array_unref(out);
    out = NULL;
  }
  if (out)
    out = finish(out, &p, family);
  array_unref(x);
  array_unref(y);
  return out;
}

/* Adding to all scores, or scaling them, leaves them scores. */
static Kind kind_of_binary(BinaryOp op, const Array *a, const Array *b) {
  bool a_logits = a->kind.name == KIND_LOGITS;
  const Array *other = a_logits ? b : a;
  Kind logits = {.name = KIND_LOGITS};
  if (!a_logits && b->kind.name != KIND_LOGITS)
    return (Kind){0};
  if (op == BINARY_ADD || (op == BINARY_SUB && a_logits))
    return other->kind.name <= KIND_LOGITS ? logits : (Kind){0};
  if (op == BINARY_MUL || (op == BINARY_DIV && a_logits))
    return other->size == 1 && other->kind.name == KIND_REAL ? logits
                                                             : (Kind){0};
  return (Kind){0};
}

/* One side of the quick way: an array's elements, or a number as one of them.
 */
typedef struct Lane {
  const void *at;
  int64_t step;
  union {
    double d;
    float f;
  };
} Lane;

/* False: a number that would change the type, or is not exact. */
static bool read_lane(Lane *l, const Array *x, DType t) {
  l->at = x->data;
  l->step = (int64_t)dtype_size(t);
  if (x->ndim)
    return x->dtype == t && array_is_contiguous(x);
  double v = dtype_get_double((DType)x->dtype, x->data);
  l->step = 0;
  l->at = &l->d;
  l->d = v;
  if (t == DT_F32)
    l->f = (float)v;
  return fabs(v) < 1e15 && (t == DT_F64 || x->dtype != DT_I64 || fabs(v) < 1e7);
}

/* Two packed arrays of one floating type and shape, or one and a number: what a
   learner's loop is made of goes straight to its kernel. NULL without an error:
   another way must be found. */
static Array *quick(BinaryOp op, const Array *x, const Array *y,
                    Family family) {
  const Array *model = x->ndim ? x : y;
  DType t = (DType)model->dtype;
  Lane a, b;
  if (op > BINARY_DIV || !model->ndim || (t != DT_F64 && t != DT_F32) ||
      (x->ndim && y->ndim && !array_same_shape(x, y)) || !read_lane(&a, x, t) ||
      !read_lane(&b, y, t))
    return NULL;
  Array *out = array_like(family, t, model);
  if (!out)
    return NULL;
  fpflags_clear();
  binary_kernel(op, t, false)(out->size, out->data, (int64_t)dtype_size(t),
                              a.at, a.step, b.at, b.step);
  if (family != FAMILY_TORCH)
    fpflags_note(binary_name(op));
  return out;
}

Array *elementwise_binary(BinaryOp op, Operand a, Operand b, Family family) {
  if (op == BINARY_DIV && a.python && family == FAMILY_TORCH && !b.python)
    return elementwise_torch_divided(a, b.a);
  Array *soon = quick(op, a.a, b.a, family);
  if (soon) {
    if (a.a->kind.name || b.a->kind.name)
      soon->kind = kind_of_binary(op, a.a, b.a);
    return soon;
  }
  if (err_pending())
    return NULL;
  bool done = false;
  Array *out = NULL;
  if (shortened(op, a, b, family)) {
    double e = array_get(b.a, 0);
    out = power_by_number(a, b, family, &done);
    if (!done && family == FAMILY_TORCH && (e == 3 || e == -2 || e == -0.5) &&
        dtype_is_float((DType)a.a->dtype)) {
      out = elementwise_torch_power(a, e);
      done = true;
    }
  }
  if (!done)
    out = compute(op, a, b, family);
  if (out && (a.a->kind.name || b.a->kind.name))
    out->kind = kind_of_binary(op, a.a, b.a);
  return out;
}

/* NumPy tells the shape of the output too. */
static bool name_output(const Array *dst) {
  Buf text = BUF_EMPTY;
  buf_str(&text, buf_text(&err_now()->text));
  array_tight_text(&text, dst->ndim, dst->shape);
  err_set(ERR_ValueError, "%s ", buf_text(&text));
  buf_free(&text);
  return false;
}

static bool check_output(const Array *dst, const Array *b) {
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  if (dst->readonly && dst->family != FAMILY_TORCH)
    return err_set(ERR_ValueError, "output array is read-only");
  if (dst->readonly)
    return err_set(ERR_RuntimeError,
                   "unsupported operation: more than one element of the "
                   "written-to tensor refers to a single memory location. "
                   "Please clone() the tensor before performing the "
                   "operation.");
  if (!array_broadcast_shape(dst, b, &ndim, shape))
    return dst->family == FAMILY_TORCH ? false : name_output(dst);
  if (ndim == dst->ndim &&
      !memcmp(shape, dst->shape, sizeof *shape * (size_t)ndim))
    return true;
  Buf want = BUF_EMPTY, have = BUF_EMPTY;
  bool torch = dst->family == FAMILY_TORCH;
  (torch ? array_size_text : array_tight_text)(&have, dst->ndim, dst->shape);
  (torch ? array_size_text : array_tight_text)(&want, ndim, shape);
  err_set(torch ? ERR_RuntimeError : ERR_ValueError,
          torch ? "output with shape %s doesn't match the broadcast shape %s"
                : "non-broadcastable output operand with shape %s doesn't "
                  "match the broadcast shape %s",
          buf_text(&have), buf_text(&want));
  buf_free(&want);
  buf_free(&have);
  return false;
}

static bool check_cast(BinaryOp op, DType from, const Array *dst) {
  DType to = (DType)dst->dtype;
  if (elementwise_castable(from, to))
    return true;
  if (dst->family == FAMILY_TORCH)
    return err_set(ERR_RuntimeError,
                   "result type %s can't be cast to the desired output type "
                   "%s",
                   elementwise_torch_name(from), elementwise_torch_name(to));
  return err_set(ERR_UFuncTypeError,
                 "Cannot cast ufunc '%s' output from dtype('%s') to "
                 "dtype('%s') with casting rule 'same_kind'",
                 binary_name(op), dtype_name(from), dtype_name(to));
}

/* Whether b can be read while dst is written: it shares no memory, or each of
   its elements is read just before the same place is written. */
static bool may_share(const Array *dst, const Array *b) {
  if ((dst->base ? dst->base : dst) != (b->base ? b->base : b))
    return true;
  return dst->data == b->data && array_same_shape(dst, b) &&
         !memcmp(dst->stride, b->stride, sizeof *b->stride * b->ndim);
}

static bool assign_result(BinaryOp op, Array *dst, Operand b) {
  Array *out =
      elementwise_binary(op, elementwise_operand(dst), b, (Family)dst->family);
  bool ok = out && array_assign(dst, out);
  array_unref(out);
  return ok;
}

bool elementwise_in_place(BinaryOp op, Array *dst, Operand b) {
  Plan p;
  Operand a = elementwise_operand(dst);
  Family family = (Family)dst->family;
  if (!make_plan(&p, op, a, b, family) || !check_cast(op, p.result, dst) ||
      !check_output(dst, b.a))
    return false;
  Kind kind = kind_of_binary(op, dst, b.a);
  bool direct = dst->dtype == p.loop && p.loop_out == p.loop &&
                p.result == dst->dtype && op != BINARY_POW &&
                may_share(dst, b.a);
  if (!direct) {
    if (!assign_result(op, dst, b))
      return false;
    dst->kind = kind;
    return true;
  }
  if (p.loop == DT_I64 && !check_integers(op, b.a, family))
    return false;
  Array *y = as_type(b.a, p.loop);
  if (!y)
    return false;
  bool ok = run_plan(&p, op, dst, dst, y, family);
  array_unref(y);
  dst->kind = kind;
  return ok;
}

static bool refuse_negative(Family family) {
  if (family == FAMILY_TORCH)
    return err_set(ERR_RuntimeError,
                   "Negation, the `-` operator, on a bool tensor is not "
                   "supported. If you are trying to invert a mask, use the "
                   "`~` or `logical_not()` operator instead.");
  return err_set(ERR_TypeError,
                 "The numpy boolean negative, the `-` operator, is not "
                 "supported, use the `~` operator or the logical_not function "
                 "instead.");
}

static bool refuse_unary(UnaryOp op, DType t, Family family) {
  if (op == UNARY_NEG)
    return refuse_negative(family);
  if (family != FAMILY_TORCH && t == DT_BOOL)
    return err_set(ERR_TypeError,
                   "ufunc '%s' did not contain a loop with signature matching "
                   "types <class 'numpy.dtype[bool_]'> -> None",
                   unary_name(op));
  if (family == FAMILY_TORCH && op == UNARY_RELU)
    return err_set(ERR_RuntimeError, "Boolean inputs not supported for relu");
  bool bits = op == UNARY_INVERT && family == FAMILY_TORCH;
  return refuse_float(bits ? "bitwise_not" : unary_name(op), t, family);
}

/* What an operation of this class makes of the operand's type. */
static DType unary_type(UnaryOp op, DType t, Family family) {
  UnaryClass class = unary_class(op);
  bool torch = family == FAMILY_TORCH;
  if (t == DT_BOOL && op == UNARY_SQUARE)
    return torch ? DT_I64 : DT_I8;
  if (category(t) == 2 ||
      (class != UNARY_REAL && (class != UNARY_ROUND || torch)))
    return t;
  if (op == UNARY_RECIPROCAL && !torch)
    return t == DT_BOOL ? DT_I8 : t;
  if (torch)
    return dtype_torch_float;
  return dtype_promote_numpy(t == DT_BOOL ? DT_I8 : t, DT_F16);
}

/* Large tensors go through the vector kernels. */
static bool run_fast(UnaryOp op, const Array *x, Array *out, Family family) {
  if (op != UNARY_EXP || family != FAMILY_TORCH || x->size < KERNELS_MIN)
    return false;
  if (x->dtype == DT_F32)
    kernels_get()->exp32(x->data, out->data, x->size);
  else
    kernels_get()->exp64(x->data, out->data, x->size);
  return true;
}

static Array *run_unary(UnaryOp op, UnaryKernel *kernel, Array *x,
                        DType out_type, Family family) {
  Array *out = new_like(family, out_type, x);
  if (!out)
    return NULL;
  if (array_is_contiguous(x)) {
    if (run_fast(op, x, out, family))
      return out;
    kernel(x->size, out->data, (int64_t)dtype_size(out_type), x->data,
           (int64_t)dtype_size((DType)x->dtype));
    return out;
  }
  Walk w;
  walk_begin(&w, out->ndim, out->shape, 2, (const Array *[]){out, x});
  do
    kernel(w.n, w.at[0], w.step[0], w.at[1], w.step[1]);
  while (walk_next(&w));
  return out;
}

static Kind kind_of_unary(UnaryOp op, const Array *a) {
  switch (op) {
  case UNARY_EXP:
    if (a->kind.name == KIND_LOGPROBS)
      return (Kind){.name = KIND_PROBS, .axis = a->kind.axis};
    return (Kind){0};
  case UNARY_LOG:
    if (a->kind.name == KIND_PROBS)
      return (Kind){.name = KIND_LOGPROBS, .axis = a->kind.axis};
    return (Kind){0};
  case UNARY_RELU: return (Kind){.relu = true};
  case UNARY_POS: return a->kind;
  default: return (Kind){0};
  }
}

Array *elementwise_unary(UnaryOp op, Array *a, Family family) {
  DType t = unary_type(op, (DType)a->dtype, family), loop = loop_type(t);
  if (unary_class(op) == UNARY_ROUND && category(t) == 1)
    return array_copy(a); /* torch: integers are round already */
  UnaryKernel *kernel = unary_kernel(op, loop, family == FAMILY_TORCH);
  if (!kernel) {
    refuse_unary(op, t, family);
    return NULL;
  }
  bool test = unary_class(op) == UNARY_TEST;
  Plan p = {.result = test ? DT_BOOL : t};
  Array *x = as_type(a, loop);
  if (!x)
    return NULL;
  bool watch = family != FAMILY_TORCH &&
               (op == UNARY_SQUARE || unary_class(op) == UNARY_REAL);
  if (watch)
    fpflags_clear();
  Array *out = run_unary(op, kernel, x, test ? DT_BOOL : loop, family);
  if (watch && !fpflags_note(unary_name(op))) {
    array_unref(out);
    out = NULL;
  }
  array_unref(x);
  out = out ? finish(out, &p, family) : NULL;
  if (out && a->kind.name)
    out->kind = kind_of_unary(op, a);
  return out;
}
