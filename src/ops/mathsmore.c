/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions of one and of two numbers that are asked for less often: cube
   roots, areas of hyperbolas, angles, signs, neighbours. */
#include "ops/calc.h"

#define UNARY(name, op)                                                        \
  static bool name##_forward(OpCall *call) {                                   \
    return calc_run_unary(call, UNARY_##op);                                   \
  }
#define BINARY(name, op)                                                       \
  static bool name##_forward(OpCall *call) {                                   \
    return calc_run_binary(call, BINARY_##op);                                 \
  }
UNARY(arcsinh, ARCSINH)
UNARY(arccosh, ARCCOSH)
UNARY(arctanh, ARCTANH)
UNARY(cbrt, CBRT)
UNARY(fabs, FABS)
UNARY(radians, RADIANS)
UNARY(degrees, DEGREES)
UNARY(signbit, SIGNBIT)
UNARY(positive, POS)
BINARY(hypot, HYPOT)
BINARY(copysign, COPYSIGN)
BINARY(nextafter, NEXTAFTER)
BINARY(heaviside, HEAVISIDE)
BINARY(logaddexp2, LOGADDEXP2)
BINARY(fmax, FMAX)
BINARY(fmin, FMIN)
BINARY(gcd, GCD)
BINARY(lcm, LCM)

/* Powers in float64, whatever comes in. */
static bool float_power_forward(OpCall *call) {
  Array *x = array_as(call->arg[0].array, DT_F64);
  Array *y = array_as(call->arg[1].array, DT_F64);
  Array *out = NULL;
  if (x && y)
    out = elementwise_binary(BINARY_POW, elementwise_operand(x),
                             elementwise_operand(y), call->family);
  array_unref(x);
  array_unref(y);
  return calc_deliver(call, out, 2);
}

#define PARAMS1 "x:array out:array? where:array?"
#define NP1 "x out * where"
#define PARAMS2 "x:array y:array out:array? where:array?"
#define NP2 "x1:x x2:y out * where"

const Op mathsmore_ops[] = {
    {.name = "arcsinh",
     .params = PARAMS1,
     .spell = {{"np.arcsinh", NP1}},
     .forward = arcsinh_forward,
     .formula = "sinh out_i = x_i",
     .help = "the number whose hyperbolic sine is x",
     .example = "np.arcsinh(1.0)",
     .result = "0.881373587019543"},
    {.name = "arccosh",
     .params = PARAMS1,
     .spell = {{"np.arccosh", NP1}},
     .forward = arccosh_forward,
     .formula = "cosh out_i = x_i",
     .help = "the number whose hyperbolic cosine is x",
     .example = "np.arccosh(1.0)",
     .result = "0.0"},
    {.name = "arctanh",
     .params = PARAMS1,
     .spell = {{"np.arctanh", NP1}},
     .forward = arctanh_forward,
     .formula = "tanh out_i = x_i",
     .help = "the number whose hyperbolic tangent is x",
     .example = "np.arctanh(0.5)",
     .result = "0.5493061443340548",
     .flags = OP_MAY_OVERFLOW},
    {.name = "cbrt",
     .params = PARAMS1,
     .spell = {{"np.cbrt", NP1}},
     .forward = cbrt_forward,
     .formula = "out_i ** 3 = x_i",
     .help = "the cube root",
     .example = "np.cbrt([8, -27])",
     .result = "array([ 2., -3.])"},
    {.name = "fabs",
     .params = PARAMS1,
     .spell = {{"np.fabs", NP1}},
     .forward = fabs_forward,
     .formula = "out_i = |x_i|",
     .help = "the distance from zero as a floating-point number",
     .example = "np.fabs([-2, 3])",
     .result = "array([2., 3.])"},
    {.name = "deg2rad",
     .params = PARAMS1,
     .spell = {{"np.deg2rad np.radians", NP1}},
     .forward = radians_forward,
     .formula = "out_i = x_i pi / 180",
     .help = "an angle in degrees as its arc",
     .example = "np.radians(180)",
     .result = "3.141592653589793"},
    {.name = "rad2deg",
     .params = PARAMS1,
     .spell = {{"np.rad2deg np.degrees", NP1}},
     .forward = degrees_forward,
     .formula = "out_i = x_i 180 / pi",
     .help = "an arc as an angle in degrees",
     .example = "np.degrees(np.pi)",
     .result = "180.0"},
    {.name = "signbit",
     .params = PARAMS1,
     .spell = {{"np.signbit", NP1}},
     .forward = signbit_forward,
     .formula = "out_i = x_i carries a minus sign",
     .help = "which have a minus sign, -0.0 among them",
     .example = "np.signbit([-0.0, 0.0])",
     .result = "array([ True, False])"},
    {.name = "positive",
     .params = PARAMS1,
     .spell = {{"np.positive", NP1}},
     .forward = positive_forward,
     .formula = "out_i = +x_i",
     .help = "the numbers themselves",
     .example = "np.positive([-1, 2])",
     .result = "array([-1,  2])"},
    {.name = "hypot",
     .params = PARAMS2,
     .spell = {{"np.hypot", NP2}},
     .forward = hypot_forward,
     .formula = "out_i = sqrt(x_i ** 2 + y_i ** 2)",
     .help = "the long side of a right triangle",
     .example = "np.hypot(3, 4)",
     .result = "5.0"},
    {.name = "copysign",
     .params = PARAMS2,
     .spell = {{"np.copysign", NP2}},
     .forward = copysign_forward,
     .formula = "out_i = |x_i| with the sign of y_i",
     .help = "the size of x with the sign of y",
     .example = "np.copysign(2.0, -1.0)",
     .result = "-2.0"},
    {.name = "nextafter",
     .params = PARAMS2,
     .spell = {{"np.nextafter", NP2}},
     .forward = nextafter_forward,
     .formula = "out_i = the neighbour of x_i on the way to y_i",
     .help = "the next floating-point number",
     .example = "np.nextafter(1.0, 2.0)",
     .result = "1.0000000000000002"},
    {.name = "heaviside",
     .params = PARAMS2,
     .spell = {{"np.heaviside", NP2}},
     .forward = heaviside_forward,
     .formula = "out_i = 0 if x_i < 0, y_i if x_i = 0, 1 if x_i > 0",
     .help = "the step function, y at the step",
     .example = "np.heaviside([-1.5, 0, 2], 0.5)",
     .result = "array([0. , 0.5, 1. ])"},
    {.name = "logaddexp2",
     .params = PARAMS2,
     .spell = {{"np.logaddexp2", NP2}},
     .forward = logaddexp2_forward,
     .formula = "out_i = log2(2 ** x_i + 2 ** y_i)",
     .help = "adds two numbers that are given by their binary logarithms",
     .example = "np.logaddexp2(3.0, 3.0)",
     .result = "4.0"},
    {.name = "fmax",
     .params = PARAMS2,
     .spell = {{"np.fmax", NP2}},
     .forward = fmax_forward,
     .formula = "out_i = max(x_i, y_i), the other one beside nan",
     .help = "the greater of two, nan left out",
     .example = "np.fmax([1, np.nan], [2, 5])",
     .result = "array([2., 5.])"},
    {.name = "fmin",
     .params = PARAMS2,
     .spell = {{"np.fmin", NP2}},
     .forward = fmin_forward,
     .formula = "out_i = min(x_i, y_i), the other one beside nan",
     .help = "the lesser of two, nan left out",
     .example = "np.fmin([1, np.nan], [2, 5])",
     .result = "array([1., 5.])"},
    {.name = "gcd",
     .params = PARAMS2,
     .spell = {{"np.gcd", NP2}},
     .forward = gcd_forward,
     .formula = "out_i = the greatest number that divides x_i and y_i",
     .help = "the greatest common divisor",
     .example = "np.gcd(12, 20)",
     .result = "4"},
    {.name = "lcm",
     .params = PARAMS2,
     .spell = {{"np.lcm", NP2}},
     .forward = lcm_forward,
     .formula = "out_i = the least number that x_i and y_i divide",
     .help = "the least common multiple",
     .example = "np.lcm(4, 6)",
     .result = "12"},
    {.name = "float_power",
     .params = PARAMS2,
     .spell = {{"np.float_power", NP2}},
     .forward = float_power_forward,
     .formula = "out_i = x_i ** y_i",
     .help = "powers as float64",
     .example = "np.float_power([2, 3], -1)",
     .result = "array([0.5       , 0.33333333])"},
    {0}};
