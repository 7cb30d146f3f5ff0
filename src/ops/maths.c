/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of one operand as rows: exp, log, tanh and their like. */
#include "ops/calc.h"

#include "base/err.h"

#include <math.h>

#define FORWARD(name, op)                                                      \
  static bool name##_forward(OpCall *call) {                                   \
    return calc_run_unary(call, UNARY_##op);                                   \
  }
FORWARD(exp, EXP)
FORWARD(exp2, EXP2)
FORWARD(expm1, EXPM1)
FORWARD(log2, LOG2)
FORWARD(log10, LOG10)
FORWARD(log1p, LOG1P)
FORWARD(sqrt, SQRT)
FORWARD(square, SQUARE)
FORWARD(absolute, ABS)
FORWARD(sign, SIGN)
FORWARD(negative, NEG)
FORWARD(sin, SIN)
FORWARD(cos, COS)
FORWARD(tan, TAN)
FORWARD(arcsin, ARCSIN)
FORWARD(arccos, ARCCOS)
FORWARD(arctan, ARCTAN)
FORWARD(sinh, SINH)
FORWARD(cosh, COSH)
FORWARD(tanh, TANH)
FORWARD(reciprocal, RECIPROCAL)
FORWARD(floor, FLOOR)
FORWARD(ceil, CEIL)
FORWARD(rint, RINT)
FORWARD(trunc, TRUNC)
FORWARD(log, LOG)

/* round(x, decimals): half to even, of the number scaled by a power of ten,
   as both libraries do. */
static Array *rounded(Array *x, int64_t decimals) {
  if (!dtype_is_float((DType)x->dtype))
    return array_copy(x);
  if (!decimals)
    return calc_unary(UNARY_RINT, calc_keep(x));
  double power = pow(10, (double)(decimals < 0 ? -decimals : decimals));
  BinaryOp up = decimals < 0 ? BINARY_DIV : BINARY_MUL;
  BinaryOp down = decimals < 0 ? BINARY_MUL : BINARY_DIV;
  Array *scaled = calc_number(up, calc_keep(x), power);
  return calc_number(down, calc_unary(UNARY_RINT, scaled), power);
}

static bool round_forward(OpCall *call) {
  Array *out = rounded(call->arg[0].array, call->arg[1].i);
  if (out && !out->ndim && call->family != FAMILY_TORCH)
    out->scalar = true;
  return calc_deliver(call, out, 2);
}

/* Delivers out, which is taken over, or x itself with out's elements. */
static bool in_place(OpCall *call, Array *out, bool wanted) {
  Array *x = call->arg[0].array;
  if (out && wanted) {
    bool ok = array_assign(x, out);
    array_unref(out);
    out = ok ? array_ref(x) : NULL;
  }
  call->out = out;
  return out;
}

static bool relu_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  Array *out = elementwise_unary(UNARY_RELU, x, call->family);
  return in_place(call, out, call->arg[1].b);
}

static Kind relu_kind(const OpCall *call) {
  (void)call;
  return (Kind){.relu = true};
}

static bool leaky_relu_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  double slope = call->arg[1].f;
  Array *low = calc_mask(calc_scale(calc_keep(x), slope),
                         calc_number(BINARY_LE, calc_keep(x), 0));
  Array *high =
      calc_mask(calc_keep(x), calc_number(BINARY_GT, calc_keep(x), 0));
  return in_place(call, calc_add(high, low), call->arg[2].b);
}

/* ln(1 + exp(b x)) / b, and x itself above the threshold. */
static bool softplus_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  double beta = call->arg[1].f, threshold = call->arg[2].f;
  Array *soft = calc_unary(
      UNARY_LOG1P, calc_unary(UNARY_EXP, calc_scale(calc_keep(x), beta)));
  Array *above =
      calc_number(BINARY_GT, calc_scale(calc_keep(x), beta), threshold);
  Array *below = calc_unary(UNARY_LOGICAL_NOT, calc_keep(above));
  call->out = calc_add(calc_mask(calc_number(BINARY_DIV, soft, beta), below),
                       calc_mask(calc_keep(x), above));
  return call->out;
}

/* dout * slope, consuming slope. */
static Array *times(Array *dout, Array *slope) {
  return calc_mul(calc_keep(dout), slope);
}

static Array *x_of(const OpCall *call) {
  return calc_arg(call, 0);
}

static Array *out_of(const OpCall *call) {
  return calc_keep(call->out);
}

#define BACKWARD(name, expression)                                             \
  static Array *name##_backward(const OpCall *call, int wrt, Array *dout) {    \
    (void)wrt;                                                                 \
    return calc_fit(expression, call->arg[0].array);                           \
  }

/* A constant minus a: consumes a. */
static Array *minus_from(double c, Array *a) {
  return calc_number(BINARY_ADD, calc_unary(UNARY_NEG, a), c);
}

static Array *one_minus_square(Array *a) {
  return minus_from(1, calc_unary(UNARY_SQUARE, a));
}

/* 1 / sqrt(1 - x^2) */
static Array *arcsin_slope(const OpCall *call) {
  return calc_unary(UNARY_RECIPROCAL,
                    calc_unary(UNARY_SQRT, one_minus_square(x_of(call))));
}

BACKWARD(exp, times(dout, out_of(call)))
BACKWARD(exp2, calc_scale(times(dout, out_of(call)), M_LN2))
BACKWARD(expm1, times(dout, calc_number(BINARY_ADD, out_of(call), 1)))
BACKWARD(log, calc_div(calc_keep(dout), x_of(call)))
BACKWARD(log2, calc_div(calc_keep(dout), calc_scale(x_of(call), M_LN2)))
BACKWARD(log10, calc_div(calc_keep(dout), calc_scale(x_of(call), M_LN10)))
BACKWARD(log1p,
         calc_div(calc_keep(dout), calc_number(BINARY_ADD, x_of(call), 1)))
BACKWARD(sqrt, calc_div(calc_keep(dout), calc_scale(out_of(call), 2)))
BACKWARD(square, times(dout, calc_scale(x_of(call), 2)))
BACKWARD(absolute, times(dout, calc_unary(UNARY_SIGN, x_of(call))))
BACKWARD(zero,
         array_zeros(call->family, (DType)dout->dtype, dout->ndim, dout->shape))
BACKWARD(negative, calc_unary(UNARY_NEG, calc_keep(dout)))
BACKWARD(sin, times(dout, calc_unary(UNARY_COS, x_of(call))))
BACKWARD(cos,
         times(dout, calc_unary(UNARY_NEG, calc_unary(UNARY_SIN, x_of(call)))))
BACKWARD(tan,
         times(dout, calc_number(BINARY_ADD,
                                 calc_unary(UNARY_SQUARE, out_of(call)), 1)))
BACKWARD(arcsin, times(dout, arcsin_slope(call)))
BACKWARD(arccos, times(dout, calc_unary(UNARY_NEG, arcsin_slope(call))))
BACKWARD(arctan, calc_div(calc_keep(dout),
                          calc_number(BINARY_ADD,
                                      calc_unary(UNARY_SQUARE, x_of(call)), 1)))
BACKWARD(sinh, times(dout, calc_unary(UNARY_COSH, x_of(call))))
BACKWARD(cosh, times(dout, calc_unary(UNARY_SINH, x_of(call))))
/* dout (1 - out^2), fused as torch fuses it. */
static Array *tanh_slope(const Array *out) {
  Array *slope =
      array_new((Family)out->family, (DType)out->dtype, out->ndim, out->shape);
  for (int64_t i = 0; slope && i < slope->size; i++) {
    double y = array_get(out, i);
    if (out->dtype == DT_F32)
      array_put(slope, i, fmaf((float)-y, (float)y, 1));
    else
      array_put(slope, i, fma(-y, y, 1));
  }
  return slope;
}

BACKWARD(tanh, times(dout, tanh_slope(call->out)))
BACKWARD(reciprocal,
         times(dout,
               calc_unary(UNARY_NEG, calc_unary(UNARY_SQUARE, out_of(call)))))
BACKWARD(relu,
         calc_mask(calc_keep(dout), calc_number(BINARY_GT, out_of(call), 0)))
BACKWARD(leaky_relu,
         calc_add(calc_mask(calc_keep(dout),
                            calc_number(BINARY_GT, x_of(call), 0)),
                  calc_mask(calc_scale(calc_keep(dout), call->arg[1].f),
                            calc_number(BINARY_LE, x_of(call), 0))))

/* dout e / (1 + e) with e = exp(b x); dout above the threshold. */
static Array *softplus_backward(const OpCall *call, int wrt, Array *dout) {
  double beta = call->arg[1].f;
  Array *e = calc_unary(UNARY_EXP, calc_scale(x_of(call), beta));
  Array *soft = calc_div(calc_mul(calc_keep(dout), calc_keep(e)),
                         calc_number(BINARY_ADD, calc_keep(e), 1));
  Array *above =
      calc_number(BINARY_GT, calc_scale(x_of(call), beta), call->arg[2].f);
  Array *below = calc_unary(UNARY_LOGICAL_NOT, calc_keep(above));
  array_unref(e);
  (void)wrt;
  return calc_fit(
      calc_add(calc_mask(soft, below), calc_mask(calc_keep(dout), above)),
      call->arg[0].array);
}

#define PARAMS "x:array out:array? where:array?"
#define NP "x out * where"
#define TORCH "input:x * out"
#define SELF "self:x"

/* np.f, torch.f, Tensor.f and the bare f: most functions have all four. */
#define EVERYWHERE(f)                                                          \
  {"np." f, NP}, {"torch." f, TORCH}, {"Tensor." f, SELF}, {                   \
    f, "x"                                                                     \
  }
/* The same where torch shortens the name. */
#define RENAMED(np, torch)                                                     \
  {"np." np, NP}, {"torch." torch " torch." np, TORCH},                        \
      {"Tensor." torch " Tensor." np, SELF}, {                                 \
    np, "x"                                                                    \
  }

const Op maths_ops[] = {
    {.name = "exp",
     .params = PARAMS,
     .spell = {EVERYWHERE("exp")},
     .forward = exp_forward,
     .backward = exp_backward,
     .saved = "out",
     .grad_fn = "Exp",
     .formula = "out_i = e ** x_i",
     .help = "e to the power x: makes any score positive",
     .example = "np.exp([0, 1])",
     .result = "array([1.        , 2.71828183])"},
    {.name = "exp2",
     .params = PARAMS,
     .spell = {EVERYWHERE("exp2")},
     .forward = exp2_forward,
     .backward = exp2_backward,
     .saved = "out",
     .grad_fn = "Exp2",
     .formula = "out_i = 2 ** x_i",
     .help = "2 to the power x",
     .example = "np.exp2([0, 3])",
     .result = "array([1., 8.])"},
    {.name = "expm1",
     .params = PARAMS,
     .spell = {EVERYWHERE("expm1")},
     .forward = expm1_forward,
     .backward = expm1_backward,
     .saved = "out",
     .grad_fn = "Expm1",
     .formula = "out_i = exp(x_i) - 1",
     .help = "exp(x) - 1, exact for small x",
     .example = "np.expm1(1e-10)",
     .result = "1.00000000005e-10"},
    {.name = "log",
     .params = PARAMS,
     .spell = {EVERYWHERE("log")},
     .forward = log_forward,
     .backward = log_backward,
     .saved = "x",
     .grad_fn = "Log",
     .formula = "out_i = ln x_i",
     .help = "the natural logarithm: -log(p) is the surprise of p",
     .example = "np.log([1.0, 0.5])",
     .result = "array([ 0.        , -0.69314718])"},
    {.name = "log2",
     .params = PARAMS,
     .spell = {EVERYWHERE("log2")},
     .forward = log2_forward,
     .backward = log2_backward,
     .saved = "x",
     .grad_fn = "Log2",
     .formula = "out_i = ln x_i / ln 2",
     .help = "the logarithm to base 2: surprise in bits",
     .example = "np.log2([1.0, 0.125])",
     .result = "array([ 0., -3.])"},
    {.name = "log10",
     .params = PARAMS,
     .spell = {EVERYWHERE("log10")},
     .forward = log10_forward,
     .backward = log10_backward,
     .saved = "x",
     .grad_fn = "Log10",
     .formula = "out_i = ln x_i / ln 10",
     .help = "the logarithm to base 10",
     .example = "np.log10([1, 1000])",
     .result = "array([0., 3.])"},
    {.name = "log1p",
     .params = PARAMS,
     .spell = {EVERYWHERE("log1p")},
     .forward = log1p_forward,
     .backward = log1p_backward,
     .saved = "x",
     .grad_fn = "Log1P",
     .formula = "out_i = ln(1 + x_i)",
     .help = "ln(1 + x), exact for small x",
     .example = "np.log1p(1e-10)",
     .result = "9.999999999500001e-11"},
    {.name = "sqrt",
     .params = PARAMS,
     .spell = {EVERYWHERE("sqrt")},
     .forward = sqrt_forward,
     .backward = sqrt_backward,
     .saved = "out",
     .grad_fn = "Sqrt",
     .formula = "out_i = x_i ** 0.5",
     .help = "the square root",
     .example = "np.sqrt([4, 9])",
     .result = "array([2., 3.])"},
    {.name = "square",
     .params = PARAMS,
     .spell = {EVERYWHERE("square")},
     .forward = square_forward,
     .backward = square_backward,
     .saved = "x",
     .grad_fn = "Pow",
     .formula = "out_i = x_i * x_i",
     .help = "multiplies each element by itself",
     .example = "np.square([1, -3])",
     .result = "array([1, 9])"},
    {.name = "absolute",
     .params = PARAMS,
     .spell = {{"np.abs np.absolute", NP},
               {"torch.abs torch.absolute", TORCH},
               {"Tensor.abs Tensor.absolute", SELF}},
     .forward = absolute_forward,
     .backward = absolute_backward,
     .saved = "x",
     .grad_fn = "Abs",
     .formula = "out_i = |x_i|",
     .help = "the distance from zero",
     .example = "np.abs([-2, 3])",
     .result = "array([2, 3])"},
    {.name = "sign",
     .params = PARAMS,
     .spell = {EVERYWHERE("sign")},
     .forward = sign_forward,
     .backward = zero_backward,
     .grad_fn = "Sign",
     .formula = "out_i = -1, 0 or 1",
     .help = "-1, 0 or 1, by the sign",
     .example = "np.sign([-2.5, 0, 3])",
     .result = "array([-1.,  0.,  1.])"},
    {.name = "negative",
     .params = PARAMS,
     .spell = {{"np.negative", NP},
               {"torch.neg torch.negative", TORCH},
               {"Tensor.neg Tensor.negative", SELF}},
     .forward = negative_forward,
     .backward = negative_backward,
     .grad_fn = "Neg",
     .formula = "out_i = -x_i",
     .help = "changes the sign",
     .example = "np.negative([1, -2])",
     .result = "array([-1,  2])"},
    {.name = "reciprocal",
     .params = PARAMS,
     .spell = {EVERYWHERE("reciprocal")},
     .forward = reciprocal_forward,
     .backward = reciprocal_backward,
     .saved = "out",
     .grad_fn = "Reciprocal",
     .formula = "out_i = 1 / x_i",
     .help = "one divided by each element",
     .example = "np.reciprocal([2.0, 4.0])",
     .result = "array([0.5 , 0.25])"},
    {.name = "sin",
     .params = PARAMS,
     .spell = {EVERYWHERE("sin")},
     .forward = sin_forward,
     .backward = sin_backward,
     .saved = "x",
     .grad_fn = "Sin",
     .formula = "out_i = sin x_i",
     .help = "the sine of an angle in radians",
     .example = "np.sin(0.0)",
     .result = "0.0"},
    {.name = "cos",
     .params = PARAMS,
     .spell = {EVERYWHERE("cos")},
     .forward = cos_forward,
     .backward = cos_backward,
     .saved = "x",
     .grad_fn = "Cos",
     .formula = "out_i = cos x_i",
     .help = "the cosine of an angle in radians",
     .example = "np.cos(0.0)",
     .result = "1.0"},
    {.name = "tan",
     .params = PARAMS,
     .spell = {EVERYWHERE("tan")},
     .forward = tan_forward,
     .backward = tan_backward,
     .saved = "out",
     .grad_fn = "Tan",
     .formula = "out_i = sin x_i / cos x_i",
     .help = "the tangent of an angle in radians",
     .example = "np.tan(0.0)",
     .result = "0.0"},
    {.name = "arcsin",
     .params = PARAMS,
     .spell = {RENAMED("arcsin", "asin")},
     .forward = arcsin_forward,
     .backward = arcsin_backward,
     .saved = "x",
     .grad_fn = "Asin",
     .formula = "sin out_i = x_i",
     .help = "the angle whose sine is x",
     .example = "np.arcsin(1.0)",
     .result = "1.5707963267948966"},
    {.name = "arccos",
     .params = PARAMS,
     .spell = {RENAMED("arccos", "acos")},
     .forward = arccos_forward,
     .backward = arccos_backward,
     .saved = "x",
     .grad_fn = "Acos",
     .formula = "cos out_i = x_i",
     .help = "the angle whose cosine is x",
     .example = "np.arccos(1.0)",
     .result = "0.0"},
    {.name = "arctan",
     .params = PARAMS,
     .spell = {RENAMED("arctan", "atan")},
     .forward = arctan_forward,
     .backward = arctan_backward,
     .saved = "x",
     .grad_fn = "Atan",
     .formula = "tan out_i = x_i",
     .help = "the angle whose tangent is x",
     .example = "np.arctan(1.0)",
     .result = "0.7853981633974483"},
    {.name = "sinh",
     .params = PARAMS,
     .spell = {EVERYWHERE("sinh")},
     .forward = sinh_forward,
     .backward = sinh_backward,
     .saved = "x",
     .grad_fn = "Sinh",
     .formula = "out_i = (exp(x_i) - exp(-x_i)) / 2",
     .help = "the hyperbolic sine",
     .example = "np.sinh(0.0)",
     .result = "0.0"},
    {.name = "cosh",
     .params = PARAMS,
     .spell = {EVERYWHERE("cosh")},
     .forward = cosh_forward,
     .backward = cosh_backward,
     .saved = "x",
     .grad_fn = "Cosh",
     .formula = "out_i = (exp(x_i) + exp(-x_i)) / 2",
     .help = "the hyperbolic cosine",
     .example = "np.cosh(0.0)",
     .result = "1.0"},
    {.name = "tanh",
     .params = PARAMS,
     .spell = {EVERYWHERE("tanh"), {"F.tanh", "input:x"}},
     .forward = tanh_forward,
     .backward = tanh_backward,
     .saved = "out",
     .grad_fn = "Tanh",
     .formula = "out_i = 2 sigmoid(2 x_i) - 1",
     .help = "squeezes any number into (-1, 1)",
     .example = "np.tanh([0.0, 1.0])",
     .result = "array([0.        , 0.76159416])"},
    {.name = "floor",
     .params = PARAMS,
     .spell = {EVERYWHERE("floor")},
     .forward = floor_forward,
     .backward = zero_backward,
     .grad_fn = "Floor",
     .formula = "out_i = largest whole number <= x_i",
     .help = "rounds down",
     .example = "np.floor([1.7, -1.2])",
     .result = "array([ 1., -2.])"},
    {.name = "ceil",
     .params = PARAMS,
     .spell = {EVERYWHERE("ceil")},
     .forward = ceil_forward,
     .backward = zero_backward,
     .grad_fn = "Ceil",
     .formula = "out_i = smallest whole number >= x_i",
     .help = "rounds up",
     .example = "np.ceil([1.2, -1.7])",
     .result = "array([ 2., -1.])"},
    {.name = "rint",
     .params = PARAMS,
     .spell = {{"np.rint", NP}},
     .forward = rint_forward,
     .backward = zero_backward,
     .grad_fn = "Round",
     .formula = "out_i = nearest whole number, half to even",
     .help = "rounds to the nearest whole number, halves to even",
     .example = "np.rint([0.5, 1.5, 2.6])",
     .result = "array([0., 2., 3.])"},
    {.name = "trunc",
     .params = PARAMS,
     .spell = {{"np.trunc np.fix", NP},
               {"torch.trunc torch.fix", TORCH},
               {"Tensor.trunc", SELF}},
     .forward = trunc_forward,
     .backward = zero_backward,
     .grad_fn = "Trunc",
     .formula = "out_i = x_i without its fraction",
     .help = "cuts the fraction off",
     .example = "np.trunc([1.7, -1.7])",
     .result = "array([ 1., -1.])"},
    {.name = "round",
     .params = "x:array decimals:int=0 out:array? where:array?",
     .spell = {{"np.round np.around np.round_", "a:x decimals out"},
               {"ndarray.round", "self:x decimals out"},
               {"torch.round", "input:x * decimals out"},
               {"Tensor.round", "self:x * decimals"}},
     .forward = round_forward,
     .backward = zero_backward,
     .grad_fn = "Round",
     .formula = "out_i = rint(x_i * 10**d) / 10**d",
     .help = "rounds to decimals, halves to even",
     .example = "np.round([0.659, 0.2424], 2)",
     .result = "array([0.66, 0.24])"},
    {.name = "relu",
     .params = "x:array inplace:bool=False",
     .spell = {{"torch.relu", "input:x"},
               {"F.relu", "input:x inplace"},
               {"Tensor.relu", SELF},
               {"relu", "x"},
               {"torch.relu_ Tensor.relu_ F.relu_", "input:x inplace=True"}},
     .forward = relu_forward,
     .backward = relu_backward,
     .saved = "out",
     .kind = relu_kind,
     .grad_fn = "Relu",
     .formula = "out_i = max(x_i, 0)",
     .help = "cuts everything below zero off",
     .example = "torch.relu(torch.tensor([-1.0, 2.0]))",
     .result = "tensor([0., 2.])"},
    {.name = "leaky_relu",
     .params = "x:array slope:float=0.01 inplace:bool=False",
     .spell = {{"F.leaky_relu", "input:x negative_slope:slope inplace"},
               {"leaky_relu", "x negative_slope:slope"}},
     .forward = leaky_relu_forward,
     .backward = leaky_relu_backward,
     .saved = "x",
     .grad_fn = "LeakyRelu",
     .formula = "out_i = x_i if x_i > 0 else slope * x_i",
     .help = "relu that lets a little of the negative side through",
     .example = "F.leaky_relu(torch.tensor([-1.0, 2.0]), 0.1)",
     .result = "tensor([-0.1000,  2.0000])"},
    {.name = "softplus",
     .params = "x:array beta:float=1 threshold:float=20",
     .spell = {{"F.softplus", "input:x beta threshold"}, {"softplus", "x"}},
     .forward = softplus_forward,
     .backward = softplus_backward,
     .saved = "x",
     .grad_fn = "Softplus",
     .formula = "out_i = ln(1 + exp(b x_i)) / b",
     .help = "a smooth relu; its slope is the sigmoid",
     .example = "F.softplus(torch.tensor([0.0, 30.0]))",
     .result = "tensor([ 0.6931, 30.0000])"},
    {0}};
