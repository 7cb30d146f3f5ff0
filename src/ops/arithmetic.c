/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of two operands as rows. */
#include "base/err.h"
#include "ops/calc.h"

#define FORWARD(name, op)                                                      \
  static bool name##_forward(OpCall *call) {                                   \
    return calc_run_binary(call, BINARY_##op);                                 \
  }
FORWARD(multiply, MUL)
FORWARD(divide, DIV)
FORWARD(floor_divide, FLOORDIV)
FORWARD(remainder, MOD)
FORWARD(power, POW)
FORWARD(maximum, MAX)
FORWARD(minimum, MIN)
FORWARD(fmod, FMOD)
FORWARD(arctan2, ARCTAN2)
FORWARD(logaddexp, LOGADDEXP)

static const Array *arg(const OpCall *call, int n) {
  return call->arg[n].array;
}

/* x + alpha * y, x - alpha * y; alpha is argument 4. */
static double alpha_of(const OpCall *call) {
  return call->arg[4].tag == ARG_INT     ? (double)call->arg[4].i
         : call->arg[4].tag == ARG_FLOAT ? call->arg[4].f
                                         : 1;
}

static bool run_scaled(OpCall *call, BinaryOp op) {
  double alpha = alpha_of(call);
  if (alpha == 1)
    return calc_run_binary(call, op);
  Array *y = calc_scale(calc_keep(call->arg[1].array), alpha);
  if (!y)
    return false;
  Operand b = {y, calc_operand(call, 1).python};
  Array *out = elementwise_binary(op, calc_operand(call, 0), b, call->family);
  array_unref(y);
  return calc_deliver(call, out, 2);
}

static bool add_forward(OpCall *call) {
  return run_scaled(call, BINARY_ADD);
}

static bool subtract_forward(OpCall *call) {
  return run_scaled(call, BINARY_SUB);
}

static Array *add_backward(const OpCall *call, int wrt, Array *dout) {
  Array *d = calc_keep(dout);
  if (wrt && alpha_of(call) != 1)
    d = calc_scale(d, alpha_of(call));
  return calc_fit(d, arg(call, wrt));
}

static Array *subtract_backward(const OpCall *call, int wrt, Array *dout) {
  Array *d = calc_keep(dout);
  if (wrt)
    d = alpha_of(call) == 1 ? calc_unary(UNARY_NEG, d)
                            : calc_scale(d, -alpha_of(call));
  return calc_fit(d, arg(call, wrt));
}

static Array *multiply_backward(const OpCall *call, int wrt, Array *dout) {
  return calc_fit(calc_mul(calc_keep(dout), calc_arg(call, !wrt)),
                  arg(call, wrt));
}

/* d(x/y) = dx/y, -x/y/y dy */
static Array *divide_backward(const OpCall *call, int wrt, Array *dout) {
  if (!wrt)
    return calc_fit(calc_div(calc_keep(dout), calc_arg(call, 1)), arg(call, 0));
  if (calc_operand(call, 0).python && call->family == FAMILY_TORCH) {
    Array *inverse = calc_unary(UNARY_RECIPROCAL, calc_arg(call, 1));
    Array *slope = calc_unary(UNARY_NEG, calc_unary(UNARY_SQUARE, inverse));
    Array *d = calc_mul(calc_keep(dout), calc_arg(call, 0));
    return calc_fit(calc_mul(d, slope), arg(call, 1));
  }
  Array *ratio = calc_div(calc_div(calc_arg(call, 0), calc_arg(call, 1)),
                          calc_arg(call, 1));
  return calc_fit(calc_mul(calc_unary(UNARY_NEG, calc_keep(dout)), ratio),
                  arg(call, 1));
}

/* y x^(y-1) for the base; zero where the exponent is zero. */
static Array *base_gradient(const OpCall *call, Array *dout) {
  if (!arg(call, 1)->ndim) {
    double y = array_get(call->arg[1].array, 0);
    if (y == 0)
      return calc_scale(calc_keep(dout), 0);
    return calc_mul(
        calc_keep(dout),
        calc_scale(calc_number(BINARY_POW, calc_arg(call, 0), y - 1), y));
  }
  Array *less = calc_number(BINARY_SUB, calc_arg(call, 1), 1);
  Array *slope = calc_mul(calc_arg(call, 1),
                          calc_binary(BINARY_POW, calc_arg(call, 0), less));
  return calc_mask(calc_mul(calc_keep(dout), slope),
                   calc_number(BINARY_NE, calc_arg(call, 1), 0));
}

/* x^y ln x for the exponent; zero where the base is zero. */
static Array *power_backward(const OpCall *call, int wrt, Array *dout) {
  if (!wrt)
    return calc_fit(base_gradient(call, dout), arg(call, 0));
  Array *slope =
      calc_mul(calc_keep(call->out), calc_unary(UNARY_LOG, calc_arg(call, 0)));
  return calc_fit(calc_mask(calc_mul(calc_keep(dout), slope),
                            calc_number(BINARY_NE, calc_arg(call, 0), 0)),
                  arg(call, 1));
}

/* The larger one gets it all; equal ones share. */
static Array *extreme_gradient(const OpCall *call, int wrt, Array *dout,
                               BinaryOp wins) {
  Array *x = calc_arg(call, wrt), *y = calc_arg(call, !wrt);
  Array *share = calc_mask(calc_scale(calc_keep(dout), 0.5),
                           calc_binary(BINARY_EQ, calc_keep(x), calc_keep(y)));
  Array *whole = calc_mask(calc_keep(dout), calc_binary(wins, x, y));
  return calc_fit(calc_add(whole, share), arg(call, wrt));
}

static Array *maximum_backward(const OpCall *call, int wrt, Array *dout) {
  return extreme_gradient(call, wrt, dout, BINARY_GT);
}

static Array *minimum_backward(const OpCall *call, int wrt, Array *dout) {
  return extreme_gradient(call, wrt, dout, BINARY_LT);
}

/* Steps have no slope; torch has not written it down. */
static Array *floor_divide_backward(const OpCall *call, int wrt, Array *dout) {
  if (call->family == FAMILY_TORCH)
    return err_null(ERR_RuntimeError,
                    "derivative for aten::floor_divide is not implemented");
  return calc_fit(calc_scale(calc_keep(dout), 0), arg(call, wrt));
}

/* x - y trunc(x/y) or x - y floor(x/y) */
static Array *rest_gradient(const OpCall *call, int wrt, Array *dout,
                            UnaryOp whole) {
  Array *d = calc_keep(dout);
  if (wrt)
    d = calc_unary(UNARY_NEG,
                   calc_mul(d, calc_unary(whole, calc_div(calc_arg(call, 0),
                                                          calc_arg(call, 1)))));
  return calc_fit(d, arg(call, wrt));
}

static Array *remainder_backward(const OpCall *call, int wrt, Array *dout) {
  return rest_gradient(call, wrt, dout, UNARY_FLOOR);
}

static Array *fmod_backward(const OpCall *call, int wrt, Array *dout) {
  return rest_gradient(call, wrt, dout, UNARY_TRUNC);
}

/* y / (x^2 + y^2), -x / (x^2 + y^2) of atan2(x, y) */
static Array *arctan2_backward(const OpCall *call, int wrt, Array *dout) {
  Array *norm = calc_add(calc_unary(UNARY_SQUARE, calc_arg(call, 0)),
                         calc_unary(UNARY_SQUARE, calc_arg(call, 1)));
  Array *top = calc_arg(call, !wrt);
  if (wrt)
    top = calc_unary(UNARY_NEG, top);
  return calc_fit(calc_mul(calc_mul(calc_keep(dout), top),
                           calc_unary(UNARY_RECIPROCAL, norm)),
                  arg(call, wrt));
}

/* 1 / (1 + exp(y - x)): the softmax of the two. */
static Array *logaddexp_backward(const OpCall *call, int wrt, Array *dout) {
  Array *other = calc_unary(
      UNARY_EXP, calc_sub(calc_arg(call, !wrt), calc_arg(call, wrt)));
  return calc_fit(calc_div(calc_keep(dout), calc_number(BINARY_ADD, other, 1)),
                  arg(call, wrt));
}

/* In-place forms: x op= y. */
static bool change(OpCall *call, BinaryOp op) {
  Array *x = call->arg[0].array;
  Operand y = calc_operand(call, 1);
  Array *scaled = NULL;
  double alpha = calc_given(call, 2)
                     ? (call->arg[2].tag == ARG_INT ? (double)call->arg[2].i
                                                    : call->arg[2].f)
                     : 1;
  if (alpha != 1) {
    scaled = calc_scale(calc_keep(y.a), alpha);
    if (!scaled)
      return false;
    y.a = scaled;
  }
  bool ok = elementwise_in_place(op, x, y);
  array_unref(scaled);
  if (ok)
    call->out = array_ref(x);
  return ok;
}

#define CHANGE(name, op)                                                       \
  static bool name(OpCall *call) {                                             \
    return change(call, BINARY_##op);                                          \
  }
CHANGE(add_in_place, ADD)
CHANGE(sub_in_place, SUB)
CHANGE(mul_in_place, MUL)
CHANGE(div_in_place, DIV)
CHANGE(pow_in_place, POW)

#define PARAMS "x:array y:array out:array? where:array?"
#define NP(first, second) first ":x " second ":y out * where"
#define TORCH "input:x other:y * out"
#define METHOD "self:x other:y"

const Op arithmetic_ops[] = {
    {.name = "add",
     .params = PARAMS " alpha:number=1",
     .spell = {{"np.add", NP("x1", "x2")},
               {"torch.add", "input:x other:y * alpha out"},
               {"Tensor.add", "self:x other:y * alpha"}},
     .forward = add_forward,
     .backward = add_backward,
     .grad_fn = "Add",
     .formula = "out_i = x_i + y_i",
     .help = "adds element by element; shapes broadcast",
     .example = "np.add([1, 2], 0.5)",
     .result = "array([1.5, 2.5])"},
    {.name = "subtract",
     .params = PARAMS " alpha:number=1",
     .spell = {{"np.subtract", NP("x1", "x2")},
               {"torch.sub torch.subtract", "input:x other:y * alpha out"},
               {"Tensor.sub Tensor.subtract", "self:x other:y * alpha"}},
     .forward = subtract_forward,
     .backward = subtract_backward,
     .grad_fn = "Sub",
     .formula = "out_i = x_i - y_i",
     .help = "subtracts element by element; shapes broadcast",
     .example = "np.subtract([3, 2], 2)",
     .result = "array([1, 0])"},
    {.name = "multiply",
     .params = PARAMS,
     .spell = {{"np.multiply", NP("x1", "x2")},
               {"torch.mul torch.multiply", TORCH},
               {"Tensor.mul Tensor.multiply", METHOD}},
     .forward = multiply_forward,
     .backward = multiply_backward,
     .saved = "x/y y/x",
     .grad_fn = "Mul",
     .formula = "out_i = x_i * y_i",
     .help = "multiplies element by element; @ is the matrix product",
     .example = "np.multiply([1, 2], [3, 4])",
     .result = "array([3, 8])"},
    {.name = "divide",
     .params = PARAMS,
     .spell = {{"np.divide np.true_divide", NP("x1", "x2")},
               {"torch.true_divide", TORCH},
               {"Tensor.true_divide", METHOD}},
     .forward = divide_forward,
     .backward = divide_backward,
     .saved = "x/y y",
     .grad_fn = "Div",
     .formula = "out_i = x_i / y_i",
     .help = "divides element by element; integers give floats",
     .example = "np.divide([1, 2], 4)",
     .result = "array([0.25, 0.5 ])"},
    {.name = "floor_divide",
     .params = PARAMS,
     .spell = {{"np.floor_divide", NP("x1", "x2")},
               {"torch.floor_divide", TORCH},
               {"Tensor.floor_divide", METHOD}},
     .forward = floor_divide_forward,
     .backward = floor_divide_backward,
     .grad_fn = "=NotImplemented",
     .formula = "out_i = floor(x_i / y_i)",
     .help = "the quotient rounded down, as // does",
     .example = "np.floor_divide([7, -7], 2)",
     .result = "array([ 3, -4])"},
    {.name = "remainder",
     .params = PARAMS,
     .spell = {{"np.remainder np.mod", NP("x1", "x2")},
               {"torch.remainder", TORCH},
               {"Tensor.remainder", METHOD}},
     .forward = remainder_forward,
     .backward = remainder_backward,
     .saved = "x/y y",
     .grad_fn = "Remainder",
     .formula = "out_i = x_i - y_i floor(x_i / y_i)",
     .help = "what is left after //; it has the sign of the divisor",
     .example = "np.remainder([7, -7], 3)",
     .result = "array([1, 2])"},
    {.name = "power",
     .params = PARAMS,
     .spell = {{"np.power", NP("x1", "x2")},
               {"torch.pow", "input:x exponent:y * out"},
               {"Tensor.pow", "self:x exponent:y"},
               {"power", "x y"}},
     .forward = power_forward,
     .backward = power_backward,
     .saved = "x y out/y",
     .grad_fn = "Pow",
     .formula = "out_i = x_i ** y_i",
     .help = "raises to a power, as ** does",
     .example = "np.power([1.0, 2.0, 3.0], 2)",
     .result = "array([1., 4., 9.])"},
    {.name = "maximum",
     .params = PARAMS,
     .spell = {{"np.maximum", NP("x1", "x2")},
               {"torch.maximum", TORCH},
               {"Tensor.maximum", METHOD},
               {"maximum", "x y"}},
     .forward = maximum_forward,
     .backward = maximum_backward,
     .saved = "x y",
     .grad_fn = "Maximum",
     .formula = "out_i = max(x_i, y_i)",
     .help = "the larger of two, element by element: maximum(z, 0) is relu",
     .example = "np.maximum([-1.5, 2.0], 0)",
     .result = "array([0., 2.])"},
    {.name = "minimum",
     .params = PARAMS,
     .spell = {{"np.minimum", NP("x1", "x2")},
               {"torch.minimum", TORCH},
               {"Tensor.minimum", METHOD},
               {"minimum", "x y"}},
     .forward = minimum_forward,
     .backward = minimum_backward,
     .saved = "x y",
     .grad_fn = "Minimum",
     .formula = "out_i = min(x_i, y_i)",
     .help = "the smaller of two, element by element",
     .example = "np.minimum([-1.5, 2.0], 0)",
     .result = "array([-1.5,  0. ])"},
    {.name = "fmod",
     .params = PARAMS,
     .spell = {{"np.fmod", NP("x1", "x2")},
               {"torch.fmod", TORCH},
               {"Tensor.fmod", METHOD}},
     .forward = fmod_forward,
     .backward = fmod_backward,
     .saved = "x/y y",
     .grad_fn = "Fmod",
     .formula = "out_i = x_i - y_i trunc(x_i / y_i)",
     .help = "C's remainder: it has the sign of the dividend",
     .example = "np.fmod([7, -7], 3)",
     .result = "array([ 1, -1])"},
    {.name = "arctan2",
     .params = PARAMS,
     .spell = {{"np.arctan2", NP("x1", "x2")},
               {"torch.atan2 torch.arctan2", TORCH},
               {"Tensor.atan2", METHOD}},
     .forward = arctan2_forward,
     .backward = arctan2_backward,
     .saved = "x y",
     .grad_fn = "Atan2",
     .formula = "out_i = angle of the point (y_i, x_i)",
     .help = "the angle whose tangent is x/y, in the right quadrant",
     .example = "np.arctan2(1.0, -1.0)",
     .result = "2.356194490192345"},
    {.name = "logaddexp",
     .params = PARAMS,
     .spell = {{"np.logaddexp", NP("x1", "x2")},
               {"torch.logaddexp", TORCH},
               {"Tensor.logaddexp", METHOD},
               {"logaddexp", "x y"}},
     .forward = logaddexp_forward,
     .backward = logaddexp_backward,
     .saved = "x y",
     .grad_fn = "Logaddexp",
     .formula = "out_i = ln(exp(x_i) + exp(y_i))",
     .help = "adds two numbers that are given by their logarithms",
     .example = "np.logaddexp(1000.0, 1000.0)",
     .result = "1000.6931471805599"},
    {.name = "add_",
     .params = "x:array y:array alpha:number=1",
     .spell = {{"Tensor.add_", "self:x other:y * alpha"}},
     .forward = add_in_place,
     .help = "adds in place",
     .example = "torch.tensor([1., 2.]).add_(1)",
     .result = "tensor([2., 3.])",
     .flags = OP_IN_PLACE},
    {.name = "sub_",
     .params = "x:array y:array alpha:number=1",
     .spell = {{"Tensor.sub_ Tensor.subtract_", "self:x other:y * alpha"}},
     .forward = sub_in_place,
     .help = "subtracts in place: w.sub_(lr * w.grad) is a descent step",
     .example = "torch.tensor([1., 2.]).sub_(1)",
     .result = "tensor([0., 1.])",
     .flags = OP_IN_PLACE},
    {.name = "mul_",
     .params = "x:array y:array",
     .spell = {{"Tensor.mul_ Tensor.multiply_", METHOD}},
     .forward = mul_in_place,
     .help = "multiplies in place",
     .example = "torch.tensor([1., 2.]).mul_(3)",
     .result = "tensor([3., 6.])",
     .flags = OP_IN_PLACE},
    {.name = "div_",
     .params = "x:array y:array",
     .spell = {{"Tensor.div_ Tensor.divide_", METHOD}},
     .forward = div_in_place,
     .help = "divides in place",
     .example = "torch.tensor([1., 2.]).div_(4)",
     .result = "tensor([0.2500, 0.5000])",
     .flags = OP_IN_PLACE},
    {.name = "pow_",
     .params = "x:array y:array",
     .spell = {{"Tensor.pow_", "self:x exponent:y"}},
     .forward = pow_in_place,
     .help = "raises to a power in place",
     .example = "torch.tensor([1., 3.]).pow_(2)",
     .result = "tensor([1., 9.])",
     .flags = OP_IN_PLACE},
    {0}};
