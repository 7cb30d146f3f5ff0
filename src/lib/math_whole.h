/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of math that count or add: whole numbers and sums. */
#ifndef XENT_LIB_MATH_WHOLE_H
#define XENT_LIB_MATH_WHOLE_H

#include "lang/native.h"

Value math_whole_floor(const Value *args);
Value math_whole_ceil(const Value *args);
Value math_whole_trunc(const Value *args);
Value math_whole_gcd(const Value *args);
Value math_whole_lcm(const Value *args);
Value math_whole_factorial(const Value *args);
Value math_whole_comb(const Value *args);
Value math_whole_perm(const Value *args);
Value math_whole_isqrt(const Value *args);
Value math_whole_prod(const Value *args);
Value math_whole_fsum(const Value *args);
Value math_whole_hypot(const Value *args);
Value math_whole_dist(const Value *args);

#endif
