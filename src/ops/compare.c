/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparisons, logic, bits and limits. */
#include "base/err.h"
#include "ops/calc.h"

#include <math.h>

#define BINARY_ROW(name, op)                                                   \
  static bool name##_forward(OpCall *call) {                                   \
    return calc_run_binary(call, BINARY_##op);                                 \
  }
#define UNARY_ROW(name, op)                                                    \
  static bool name##_forward(OpCall *call) {                                   \
    return calc_run_unary(call, UNARY_##op);                                   \
  }
BINARY_ROW(equal, EQ)
BINARY_ROW(not_equal, NE)
BINARY_ROW(less, LT)
BINARY_ROW(less_equal, LE)
BINARY_ROW(greater, GT)
BINARY_ROW(greater_equal, GE)
BINARY_ROW(logical_and, LOGICAL_AND)
BINARY_ROW(logical_or, LOGICAL_OR)
BINARY_ROW(logical_xor, LOGICAL_XOR)
BINARY_ROW(bitwise_and, AND)
BINARY_ROW(bitwise_or, OR)
BINARY_ROW(bitwise_xor, XOR)
BINARY_ROW(left_shift, LSHIFT)
BINARY_ROW(right_shift, RSHIFT)
UNARY_ROW(logical_not, LOGICAL_NOT)
UNARY_ROW(invert, INVERT)
UNARY_ROW(isnan, ISNAN)
UNARY_ROW(isinf, ISINF)
UNARY_ROW(isfinite, ISFINITE)

/* isclose and allclose: a b rtol atol equal_nan */
enum { RTOL = 2, ATOL, EQUAL_NAN };

static bool close_enough(double x, double y, const OpCall *call) {
  if (x == y)
    return true;
  if (isnan(x) || isnan(y))
    return call->arg[EQUAL_NAN].b && isnan(x) && isnan(y);
  if (isinf(x) || isinf(y))
    return false;
  return fabs(x - y) <= call->arg[ATOL].f + call->arg[RTOL].f * fabs(y);
}

static Array *closeness(OpCall *call) {
  Array *a = call->arg[0].array, *b = call->arg[1].array, *out = NULL;
  int ndim;
  int64_t shape[ARRAY_MAX_DIMS];
  if (!array_broadcast_shape(a, b, &ndim, shape))
    return NULL;
  Array *x = array_broadcast_to(a, ndim, shape);
  Array *y = array_broadcast_to(b, ndim, shape);
  if (x && y)
    out = array_new(call->family, DT_BOOL, ndim, shape);
  for (int64_t i = 0; out && i < out->size; i++)
    ((uint8_t *)out->data)[i] =
        close_enough(array_get(x, i), array_get(y, i), call);
  array_unref(x);
  array_unref(y);
  if (out)
    out->scalar = !ndim && call->family != FAMILY_TORCH;
  return out;
}

static bool isclose_forward(OpCall *call) {
  call->out = closeness(call);
  return call->out;
}

/* Python's True or False, whatever the family. */
static bool verdict(OpCall *call, bool yes) {
  call->out = array_scalar_int(FAMILY_NUMPY, DT_BOOL, yes);
  return call->out;
}

static bool allclose_forward(OpCall *call) {
  const Array *a = call->arg[0].array, *b = call->arg[1].array;
  if (call->family == FAMILY_TORCH && a->dtype != b->dtype)
    return err_set(ERR_RuntimeError, "%s did not match %s",
                   elementwise_torch_name((DType)a->dtype),
                   elementwise_torch_name((DType)b->dtype));
  Array *each = closeness(call);
  if (!each)
    return false;
  bool all = true;
  for (int64_t i = 0; i < each->size; i++)
    all = all && ((uint8_t *)each->data)[i];
  array_unref(each);
  return verdict(call, all);
}

static bool array_equal_forward(OpCall *call) {
  const Array *a = call->arg[0].array, *b = call->arg[1].array;
  bool same = array_same_shape(a, b);
  for (int64_t i = 0; same && i < a->size; i++)
    same = array_get(a, i) == array_get(b, i);
  return verdict(call, same);
}

/* clip: x lo hi out */
static bool check_limits(const OpCall *call) {
  if (calc_given(call, 1) || calc_given(call, 2))
    return true;
  if (call->family == FAMILY_TORCH)
    return err_set(ERR_RuntimeError, "torch.clamp: At least one of 'min' or "
                                     "'max' must not be None");
  return err_set(ERR_ValueError, "One of max or min must be given");
}

static Array *limited(const OpCall *call) {
  Operand x = calc_operand(call, 0);
  Array *low = array_ref(x.a);
  if (calc_given(call, 1)) {
    array_unref(low);
    low =
        elementwise_binary(BINARY_MAX, x, calc_operand(call, 1), call->family);
  }
  if (!low || !calc_given(call, 2))
    return low;
  Array *out = elementwise_binary(BINARY_MIN, elementwise_operand(low),
                                  calc_operand(call, 2), call->family);
  array_unref(low);
  return out;
}

static bool clip_forward(OpCall *call) {
  return check_limits(call) && calc_deliver(call, limited(call), 3);
}

static bool clip_in_place(OpCall *call) {
  Array *x = call->arg[0].array;
  Array *out = check_limits(call) ? limited(call) : NULL;
  bool ok = out && array_assign(x, out);
  array_unref(out);
  if (!ok)
    return false;
  x->kind = (Kind){0};
  call->out = array_ref(x);
  return true;
}

/* A limit gets the gradient where it was taken; the upper one comes last. */
static Array *limit_gradient(const OpCall *call, int wrt, Array *dout) {
  Array *taken = calc_binary(wrt == 1 ? BINARY_LT : BINARY_GT,
                             calc_arg(call, 0), calc_arg(call, wrt));
  if (calc_given(call, 3 - wrt)) {
    Array *crossed =
        calc_binary(BINARY_GT, calc_arg(call, 1), calc_arg(call, 2));
    taken = wrt == 1 ? calc_binary(BINARY_LOGICAL_AND, taken,
                                   calc_unary(UNARY_LOGICAL_NOT, crossed))
                     : calc_binary(BINARY_LOGICAL_OR, taken, crossed);
  }
  return calc_fit(calc_mask(calc_keep(dout), taken), call->arg[wrt].array);
}

/* The gradient passes where x was within the limits. */
static Array *clip_backward(const OpCall *call, int wrt, Array *dout) {
  if (wrt)
    return limit_gradient(call, wrt, dout);
  Array *d = calc_keep(dout);
  if (calc_given(call, 1))
    d = calc_mask(d,
                  calc_binary(BINARY_GE, calc_arg(call, 0), calc_arg(call, 1)));
  if (calc_given(call, 2))
    d = calc_mask(d,
                  calc_binary(BINARY_LE, calc_arg(call, 0), calc_arg(call, 2)));
  return calc_fit(d, call->arg[0].array);
}

#define TWO "x:array y:array out:array? where:array?"
#define ONE "x:array out:array? where:array?"
#define NP2 "x1:x x2:y out * where"
#define TORCH2 "input:x other:y * out"
#define SELF2 "self:x other:y"
#define NP1 "x out * where"
#define TORCH1 "input:x"
#define SELF1 "self:x"

#define COMPARE(fn, row, torch, sign, doc, run, prints)                        \
  {                                                                            \
    .name = row, .params = TWO,                                                \
    .spell = {{"np." row, NP2},                                                \
              {"torch." torch, TORCH2},                                        \
              {"Tensor." torch, SELF2}},                                       \
    .forward = fn##_forward, .formula = "out_i = x_i " sign " y_i",            \
    .help = doc, .example = run, .result = prints                              \
  }

const Op compare_ops[] = {
    COMPARE(equal, "equal", "eq",
            "==", "Where two are equal, element by element.",
            "np.equal([1, 2], [1, 3])", "array([ True, False])"),
    COMPARE(not_equal, "not_equal", "ne",
            "!=", "Where two differ, element by element.",
            "np.not_equal([1, 2], [1, 3])", "array([False,  True])"),
    COMPARE(less, "less", "lt", "<", "Where x is smaller, element by element.",
            "np.less([1, 2], 2)", "array([ True, False])"),
    COMPARE(less_equal, "less_equal", "le", "<=", "Where x is at most y.",
            "np.less_equal([1, 3], 2)", "array([ True, False])"),
    COMPARE(greater, "greater", "gt", ">",
            "Where x is larger, element by element.", "np.greater([1, 3], 2)",
            "array([False,  True])"),
    COMPARE(greater_equal, "greater_equal", "ge",
            ">=", "Where x is at least y.", "np.greater_equal([1, 2], 2)",
            "array([False,  True])"),
    COMPARE(logical_and, "logical_and", "logical_and", "and",
            "Where both are true.", "np.logical_and([1, 1], [0, 2])",
            "array([False,  True])"),
    COMPARE(logical_or, "logical_or", "logical_or", "or",
            "Where at least one is true.", "np.logical_or([0, 1], [0, 2])",
            "array([False,  True])"),
    COMPARE(logical_xor, "logical_xor", "logical_xor", "xor",
            "Where just one is true.", "np.logical_xor([0, 1], [2, 2])",
            "array([ True, False])"),
    COMPARE(bitwise_and, "bitwise_and", "bitwise_and", "&",
            "Bits set in both; masks: and.", "np.bitwise_and([6, 5], 3)",
            "array([2, 1])"),
    COMPARE(bitwise_or, "bitwise_or", "bitwise_or", "|",
            "Bits set in one; masks: or.", "np.bitwise_or([6, 5], 1)",
            "array([7, 5])"),
    COMPARE(bitwise_xor, "bitwise_xor", "bitwise_xor", "^", "Bits that differ.",
            "np.bitwise_xor([6, 5], 3)", "array([5, 6])"),
    COMPARE(left_shift, "left_shift", "bitwise_left_shift", "<<",
            "Bits moved up.", "np.left_shift([1, 3], 2)", "array([ 4, 12])"),
    COMPARE(right_shift, "right_shift", "bitwise_right_shift", ">>",
            "Bits moved down.", "np.right_shift([8, 5], 1)", "array([4, 2])"),
    {.name = "logical_not",
     .params = ONE,
     .spell = {{"np.logical_not", NP1},
               {"torch.logical_not", TORCH1},
               {"Tensor.logical_not", SELF1}},
     .forward = logical_not_forward,
     .formula = "out_i = not x_i",
     .help = "where x is false (or zero)",
     .example = "np.logical_not([0, 2])",
     .result = "array([ True, False])"},
    {.name = "invert",
     .params = ONE,
     .spell = {{"np.invert np.bitwise_not", NP1},
               {"torch.bitwise_not", TORCH1},
               {"Tensor.bitwise_not", SELF1}},
     .forward = invert_forward,
     .formula = "out_i = ~x_i",
     .help = "all bits turned; of a mask, the opposite",
     .example = "np.invert([True, False])",
     .result = "array([False,  True])"},
    {.name = "isnan",
     .params = ONE,
     .spell = {{"np.isnan", NP1},
               {"torch.isnan", TORCH1},
               {"Tensor.isnan", SELF1},
               {"isnan", "x"}},
     .forward = isnan_forward,
     .formula = "out_i = x_i is not a number",
     .help = "where a computation gave nan: inf - inf, 0 * inf, 0 / 0",
     .example = "np.isnan([1.0, np.nan])",
     .result = "array([False,  True])"},
    {.name = "isinf",
     .params = ONE,
     .spell = {{"np.isinf", NP1},
               {"torch.isinf", TORCH1},
               {"Tensor.isinf", SELF1},
               {"isinf", "x"}},
     .forward = isinf_forward,
     .formula = "out_i = |x_i| = infinity",
     .help = "where a value is inf or -inf",
     .example = "np.isinf([1.0, -np.inf])",
     .result = "array([False,  True])"},
    {.name = "isfinite",
     .params = ONE,
     .spell = {{"np.isfinite", NP1},
               {"torch.isfinite", TORCH1},
               {"Tensor.isfinite", SELF1},
               {"isfinite", "x"}},
     .forward = isfinite_forward,
     .formula = "out_i = |x_i| < infinity",
     .help = "where a value is neither nan nor infinite",
     .example = "np.isfinite([1.0, np.inf])",
     .result = "array([ True, False])"},
    {.name = "isclose",
     .params = "a:array b:array rtol:float=1e-5 atol:float=1e-8 "
               "equal_nan:bool=False",
     .spell = {{"np.isclose", "a b rtol atol equal_nan"},
               {"torch.isclose", "input:a other:b rtol atol equal_nan"},
               {"Tensor.isclose", "self:a other:b rtol atol equal_nan"},
               {"isclose", "a b rtol atol"}},
     .forward = isclose_forward,
     .formula = "out_i = |a_i - b_i| <= atol + rtol |b_i|",
     .help = "where two agree but for rounding",
     .example = "np.isclose([0.1 + 0.2, 1], [0.3, 2])",
     .result = "array([ True, False])"},
    {.name = "allclose",
     .params = "a:array b:array rtol:float=1e-5 atol:float=1e-8 "
               "equal_nan:bool=False",
     .spell = {{"np.allclose", "a b rtol atol equal_nan"},
               {"torch.allclose", "input:a other:b rtol atol equal_nan"},
               {"Tensor.allclose", "self:a other:b rtol atol equal_nan"},
               {"allclose", "a b rtol atol"}},
     .forward = allclose_forward,
     .formula = "out = all of |a_i - b_i| <= atol + rtol |b_i|",
     .help = "whether two arrays agree but for rounding",
     .example = "np.allclose(0.1 + 0.2, 0.3)",
     .result = "True",
     .flags = OP_PYTHON},
    {.name = "array_equal",
     .params = "a:array b:array",
     .spell = {{"np.array_equal", "a1:a a2:b"},
               {"torch.equal", "input:a other:b"},
               {"Tensor.equal", "self:a other:b"}},
     .forward = array_equal_forward,
     .formula = "out = same shape and all a_i == b_i",
     .help = "whether two arrays have the same shape and elements",
     .example = "np.array_equal([1, 2], [1, 2])",
     .result = "True",
     .flags = OP_PYTHON},
    {.name = "clip",
     .params = "x:array lo:array? hi:array? out:array? where:array?",
     .spell = {{"np.clip", "a:x a_min:lo a_max:hi out"},
               {"ndarray.clip", "self:x min:lo max:hi out"},
               {"torch.clamp torch.clip", "input:x min:lo max:hi"},
               {"Tensor.clamp Tensor.clip", "self:x min:lo max:hi"},
               {"clip clamp", "x lo hi"}},
     .forward = clip_forward,
     .backward = clip_backward,
     .saved = "x lo hi",
     .grad_fn = "ClampBackward1",
     .formula = "out_i = min(max(x_i, lo), hi)",
     .help = "keeps values within limits: clip(p, 1e-12, 1) before log",
     .example = "np.clip([-1.0, 0.5, 3.0], 0, 1)",
     .result = "array([0. , 0.5, 1. ])"},
    {.name = "clamp_",
     .params = "x:array lo:array? hi:array?",
     .spell = {{"Tensor.clamp_ Tensor.clip_", "self:x min:lo max:hi"}},
     .forward = clip_in_place,
     .help = "keeps values within limits, in place",
     .example = "torch.tensor([-1., 3.]).clamp_(0, 1)",
     .result = "tensor([0., 1.])",
     .flags = OP_IN_PLACE},
    {0}};
