/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_LIB_MATH_GAMMA_H
#define XENT_LIB_MATH_GAMMA_H

/* The gamma function and the logarithm of its absolute value. Poles give an
   infinity or nan. */
double math_gamma(double x);
double math_gamma_log(double x);

#endif
