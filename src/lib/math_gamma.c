/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lanczos' approximation with the 13 coefficients of Pugh's g = 6.0246...
   (the rational function N(x) / D(x) as published with Boost.Math), in the
   order of operations that CPython takes, so that the digits agree:

       gamma(x) = N(x) / D(x) * (x + g - 1/2)^(x - 1/2) / e^(x + g - 1/2) */
#include "lib/math_gamma.h"

#include <math.h>

enum { TERMS = 13, WHOLE = 23 };

static const double g = 6.024680040776729583740234375;
static const double g_less_half = 5.524680040776729583740234375;

static const double numerator[TERMS] = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786772,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};

/* x (x + 1) ... (x + 11), multiplied out */
static const double denominator[TERMS] = {
    0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
    45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
    1925.0,     66.0,       1.0};

/* N(x) / D(x); for large x in powers of 1 / x. */
static double ratio(double x) {
  double num = 0, den = 0;
  for (int i = 0; i < TERMS; i++) {
    int k = x < 5 ? TERMS - 1 - i : i;
    num = (x < 5 ? num * x : num / x) + numerator[k];
    den = (x < 5 ? den * x : den / x) + denominator[k];
  }
  return num / den;
}

/* sin(pi x), exact at halves */
static double sin_pi(double x) {
  double y = fmod(fabs(x), 2), r;
  switch ((int)round(2 * y)) {
  case 0: r = sin(M_PI * y); break;
  case 1: r = cos(M_PI * (y - 0.5)); break;
  case 2: r = sin(M_PI * (1 - y)); break;
  case 3: r = -cos(M_PI * (y - 1.5)); break;
  default: r = sin(M_PI * (y - 2)); break;
  }
  return copysign(1, x) * r;
}

static double factorial(int n) {
  double r = 1;
  for (int i = 2; i <= n; i++)
    r *= i;
  return r;
}

/* y^(a - 1/2), in two steps where one would overflow; r times or through it */
static double scaled(double r, double y, double a, int divide) {
  double power = a < 140 ? pow(y, a - 0.5) : pow(y, a / 2 - 0.25);
  r = divide ? r / power : r * power;
  if (a < 140)
    return r;
  return divide ? r / power : r * power;
}

double math_gamma(double x) {
  double a = fabs(x);
  if (!isfinite(x))
    return x > 0 || isnan(x) ? x : NAN;
  if (x == 0)
    return copysign(INFINITY, x);
  if (x == floor(x) && x < 0)
    return NAN;
  if (x == floor(x) && x <= WHOLE)
    return factorial((int)x - 1);
  if (a < 1e-20)
    return 1 / x;
  if (a > 200)
    return x < 0 ? 0 / sin_pi(x) : INFINITY;
  /* z makes good for what was lost in the sum y */
  double y = a + g_less_half;
  double z = a > g_less_half ? y - a - g_less_half : y - g_less_half - a;
  z = z * g / y;
  if (x > 0) {
    double r = ratio(a) / exp(y);
    return scaled(r + z * r, y, a, 0);
  }
  double r = -M_PI / sin_pi(a) / a * exp(y) / ratio(a);
  return scaled(r - z * r, y, a, 1);
}

double math_gamma_log(double x) {
  static const double log_pi = 1.144729885849400174143427351353058711647;
  double a = fabs(x);
  if (!isfinite(x))
    return isnan(x) ? x : INFINITY;
  if (x == floor(x) && x <= 2)
    return x <= 0 ? INFINITY : 0;
  if (a < 1e-20)
    return -log(a);
  double r = log(ratio(a)) - g;
  r += (a - 0.5) * (log(a + g - 0.5) - 1);
  if (x < 0)
    r = log_pi - log(fabs(sin_pi(a))) - log(a) - r;
  return r;
}
