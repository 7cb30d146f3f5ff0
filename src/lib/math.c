/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/math.h"

#include "grad/tape.h"
#include "lang/number.h"
#include "lang/tuple.h"
#include "lib/builtins_parse.h"
#include "lib/math_gamma.h"
#include "lib/math_whole.h"

#include <math.h>
#include <string.h>

/* grad(f, x) cannot see what is done with a Python number. */
static bool loses_gradient(Value v) {
  Array *a = value_array(v);
  if (!tape_follows(a) || a->family == FAMILY_TORCH)
    return false;
  err_set(ERR_Unsupported,
          "xent does not support gradients through the module math");
  err_hint("compute with arrays: exp(x), not math.exp(x)");
  return true;
}

bool math_real(Value v, double *out) {
  if (loses_gradient(v))
    return false;
  if (value_is(v, VALUE_TYPE_INSTANCE)) {
    bool found;
    Value r = builtins_parse_special(v, "__float__", NULL, 0, &found);
    bool ok = value_as_double(r, out);
    value_unref(r);
    if (ok || err_pending())
      return ok;
  }
  return number_is_single(v) && value_to_double(v, out);
}

/* --- functions of one number ------------------------------------------------
   A nan out of a number is a domain error; an infinity out of a finite number
   is an overflow where the function can overflow, else a domain error too. */

static bool check(double r, bool from_nan, bool from_finite, bool overflows) {
  if (isnan(r) && !from_nan)
    return err_set(ERR_ValueError, "math domain error");
  if (isinf(r) && from_finite)
    return overflows ? err_set(ERR_OverflowError, "math range error")
                     : err_set(ERR_ValueError, "math domain error");
  return true;
}

static Value unary(const Value *args, double (*f)(double), bool overflows) {
  double x;
  if (!math_real(args[0], &x))
    return value_error();
  double r = f(x);
  return check(r, isnan(x), isfinite(x), overflows) ? value_float(r)
                                                    : value_error();
}

static double degrees(double x) {
  return x * (180 / M_PI);
}

static double radians(double x) {
  return x * (M_PI / 180);
}

/* At its poles gamma is undefined, beyond 171 it is too large. */
static double gamma_of(double x) {
  return x == 0 ? NAN : math_gamma(x);
}

static double lgamma_of(double x) {
  return x <= 0 && x == floor(x) && isfinite(x) ? NAN : math_gamma_log(x);
}

/* name, C function, overflows, help, example's argument, result */
#define UNARY(X)                                                               \
  X(exp, exp, true, "e ** x", "0", "1.0")                                      \
  X(exp2, exp2, true, "2 ** x", "3", "8.0")                                    \
  X(expm1, expm1, true, "e ** x - 1, exact near 0", "0", "0.0")                \
  X(log2, log2, false, "the logarithm to base 2", "8", "3.0")                  \
  X(log10, log10, false, "the logarithm to base 10", "1000", "3.0")            \
  X(log1p, log1p, false, "log(1 + x), exact near 0", "0", "0.0")               \
  X(sqrt, sqrt, false, "the square root", "2", "1.4142135623730951")           \
  X(cbrt, cbrt, false, "the cube root", "8", "2.0")                            \
  X(sin, sin, false, "the sine of x radians", "0", "0.0")                      \
  X(cos, cos, false, "the cosine of x radians", "0", "1.0")                    \
  X(tan, tan, false, "the tangent of x radians", "0", "0.0")                   \
  X(asin, asin, false, "the angle with this sine", "0", "0.0")                 \
  X(acos, acos, false, "the angle with this cosine", "1", "0.0")               \
  X(atan, atan, false, "the angle with this tangent", "0", "0.0")              \
  X(sinh, sinh, true, "the hyperbolic sine", "0", "0.0")                       \
  X(cosh, cosh, true, "the hyperbolic cosine", "0", "1.0")                     \
  X(tanh, tanh, false, "the hyperbolic tangent", "0", "0.0")                   \
  X(asinh, asinh, false, "the inverse of sinh", "0", "0.0")                    \
  X(acosh, acosh, false, "the inverse of cosh", "1", "0.0")                    \
  X(atanh, atanh, false, "the inverse of tanh", "0", "0.0")                    \
  X(fabs, fabs, false, "|x| as a float", "-2", "2.0")                          \
  X(erf, erf, true, "the error function", "0", "0.0")                          \
  X(erfc, erfc, true, "1 - erf(x)", "0", "1.0")                                \
  X(gamma, gamma_of, true, "(x - 1)! for any x", "5", "24.0")                  \
  X(lgamma, lgamma_of, true, "log(|gamma(x)|)", "1", "0.0")                    \
  X(degrees, degrees, false, "radians as degrees", "0", "0.0")                 \
  X(radians, radians, false, "degrees as radians", "0", "0.0")

#define X(name, f, overflows, ...)                                             \
  static Value call_##name(const Value *args) {                                \
    return unary(args, f, overflows);                                          \
  }
UNARY(X)
#undef X

/* --- functions of two numbers --------------------------------------------- */

static bool two(const Value *args, double *x, double *y) {
  return math_real(args[0], x) && math_real(args[1], y);
}

static Value call_log(const Value *args) {
  double x, base;
  if (!math_real(args[0], &x) || !check(log(x), isnan(x), isfinite(x), false))
    return value_error();
  if (!value_ok(args[1]))
    return value_float(log(x));
  if (!math_real(args[1], &base) ||
      !check(log(base), isnan(base), isfinite(base), false))
    return value_error();
  if (log(base) != 0)
    return value_float(log(x) / log(base));
  err_set(ERR_ZeroDivisionError, "float division by zero");
  return value_error();
}

static Value call_pow(const Value *args) {
  double x, y;
  if (!two(args, &x, &y))
    return value_error();
  double r = pow(x, y);
  bool finite = isfinite(x) && isfinite(y);
  if (isinf(r) && finite && x == 0)
    r = NAN; /* a pole */
  return check(r, isnan(x) || isnan(y), finite, true) ? value_float(r)
                                                      : value_error();
}

static Value call_fmod(const Value *args) {
  double x, y;
  if (!two(args, &x, &y))
    return value_error();
  double r = isinf(y) && isfinite(x) ? x : fmod(x, y);
  return check(r, isnan(x) || isnan(y), true, false) ? value_float(r)
                                                     : value_error();
}

static Value call_remainder(const Value *args) {
  double x, y;
  if (!two(args, &x, &y))
    return value_error();
  double r = remainder(x, y);
  return check(r, isnan(x) || isnan(y), true, false) ? value_float(r)
                                                     : value_error();
}

static Value call_atan2(const Value *args) {
  double y, x;
  return two(args, &y, &x) ? value_float(atan2(y, x)) : value_error();
}

static Value call_copysign(const Value *args) {
  double x, y;
  return two(args, &x, &y) ? value_float(copysign(x, y)) : value_error();
}

static Value call_ldexp(const Value *args) {
  double x;
  int64_t e;
  if (!math_real(args[0], &x) || !value_to_index(args[1], &e))
    return value_error();
  double r = ldexp(x, (int)(e > 99999 ? 99999 : e < -99999 ? -99999 : e));
  return check(r, isnan(x), isfinite(x), true) ? value_float(r) : value_error();
}

static Value call_frexp(const Value *args) {
  double x;
  int e = 0;
  if (!math_real(args[0], &x))
    return value_error();
  double m = isfinite(x) ? frexp(x, &e) : x;
  return tuple_new((Value[]){value_float(m), value_int(e)}, 2);
}

static Value call_modf(const Value *args) {
  double x, whole;
  if (!math_real(args[0], &x))
    return value_error();
  double rest = modf(x, &whole);
  return tuple_new((Value[]){value_float(rest), value_float(whole)}, 2);
}

/* --- questions ------------------------------------------------------------ */

static Value call_isnan(const Value *args) {
  double x;
  return math_real(args[0], &x) ? value_bool(isnan(x)) : value_error();
}

static Value call_isinf(const Value *args) {
  double x;
  return math_real(args[0], &x) ? value_bool(isinf(x)) : value_error();
}

static Value call_isfinite(const Value *args) {
  double x;
  return math_real(args[0], &x) ? value_bool(isfinite(x)) : value_error();
}

static Value call_isclose(const Value *args) {
  double a, b, rel, abs;
  if (!two(args, &a, &b) || !two(args + 2, &rel, &abs))
    return value_error();
  if (rel < 0 || abs < 0) {
    err_set(ERR_ValueError, "tolerances must be non-negative");
    return value_error();
  }
  if (a == b)
    return value_bool(true);
  if (isinf(a) || isinf(b))
    return value_bool(false);
  double gap = fabs(b - a);
  return value_bool(gap <= fabs(rel * b) || gap <= fabs(rel * a) || gap <= abs);
}

/* --- the table ------------------------------------------------------------ */

const Native math_natives[] = {
#define X(name, f, overflows, help, example, result)                           \
  {#name, "x /", call_##name, help, "math." #name "(" example ")", result},
    UNARY(X)
#undef X
        {"log", "x base? /", call_log,
         "the natural logarithm, or the one to a base", "math.log(8, 2)",
         "3.0"},
    {"pow", "x y /", call_pow, "x ** y as a float", "math.pow(2, 10)",
     "1024.0"},
    {"fmod", "x y /", call_fmod, "the rest of x / y, with the sign of x",
     "math.fmod(-7, 3)", "-1.0"},
    {"remainder", "x y /", call_remainder, "x less the nearest multiple of y",
     "math.remainder(5, 3)", "-1.0"},
    {"atan2", "y x /", call_atan2, "the angle of the point (x, y)",
     "math.atan2(0, 1)", "0.0"},
    {"copysign", "x y /", call_copysign, "|x| with the sign of y",
     "math.copysign(1, -0.0)", "-1.0"},
    {"ldexp", "x i /", call_ldexp, "x * 2 ** i", "math.ldexp(1, 3)", "8.0"},
    {"frexp", "x /", call_frexp, "(m, e) with x = m * 2 ** e", "math.frexp(8)",
     "(0.5, 4)"},
    {"modf", "x /", call_modf, "what is behind and before the point",
     "math.modf(2.5)", "(0.5, 2.0)"},
    {"floor", "x /", math_whole_floor, "the next whole number below",
     "math.floor(-0.5)", "-1"},
    {"ceil", "x /", math_whole_ceil, "the next whole number above",
     "math.ceil(0.5)", "1"},
    {"trunc", "x /", math_whole_trunc, "without what is behind the point",
     "math.trunc(-2.5)", "-2"},
    {"isnan", "x /", call_isnan, "is it not a number?", "math.isnan(1)",
     "False"},
    {"isinf", "x /", call_isinf, "is it infinite?", "math.isinf(1)", "False"},
    {"isfinite", "x /", call_isfinite, "is it neither inf nor nan?",
     "math.isfinite(1)", "True"},
    {"isclose", "a b * rel_tol=1e-09 abs_tol=0.0", call_isclose,
     "are they nearly equal?", "math.isclose(0.1 + 0.2, 0.3)", "True"},
    {"gcd", "*integers", math_whole_gcd, "the greatest common divisor",
     "math.gcd(12, 18)", "6"},
    {"lcm", "*integers", math_whole_lcm, "the least common multiple",
     "math.lcm(4, 6)", "12"},
    {"factorial", "x /", math_whole_factorial, "1 * 2 * ... * x",
     "math.factorial(5)", "120"},
    {"comb", "n k /", math_whole_comb, "ways to choose k of n",
     "math.comb(5, 2)", "10"},
    {"perm", "n k=None /", math_whole_perm, "ways to arrange k of n",
     "math.perm(5, 2)", "20"},
    {"isqrt", "n /", math_whole_isqrt, "the square root, cut to a whole",
     "math.isqrt(17)", "4"},
    {"prod", "iterable / * start=1", math_whole_prod, "the items multiplied",
     "math.prod([2, 3])", "6"},
    {"fsum", "seq /", math_whole_fsum, "the sum, rounded only once",
     "math.fsum([0.1] * 10)", "1.0"},
    {"hypot", "*coordinates", math_whole_hypot,
     "the root of the sum of squares", "math.hypot(3, 4)", "5.0"},
    {"dist", "p q /", math_whole_dist, "the distance of two points",
     "math.dist([0, 0], [3, 4])", "5.0"},
    {0}};
