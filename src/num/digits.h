/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers to text and back, exactly as Python and NumPy 1.24 write and read
   them; the rules are in HACKING.md. Nothing here looks at the locale. */
#ifndef XENT_NUM_DIGITS_H
#define XENT_NUM_DIGITS_H

#include "base/buf.h"
#include "num/dtype.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* |x| = coef * 10^exp */
typedef struct Digits {
  uint64_t coef; /* below 10^18 */
  int exp;
} Digits;

/* The shortest decimal that reads back as x in its own dtype, the closest of
   those, without trailing zeros (0 is 0 * 10^0). x is finite and a value of
   dtype, a floating one. */
Digits digits_unique(DType dtype, double x);

/* x at the digit 10^exp as NumPy's generator cuts it: rounded to nearest, ties
   to even, unless only one neighbour reads back as x; without trailing zeros.
   At most 17 digits may result. */
Digits digits_cut(DType dtype, double x, int exp);

/* The shortest decimal with at most so many places (-1: any number), cut by
   the same rule. */
Digits digits_places(DType dtype, double x, int places);

/* The sign bit: also that of -0.0. */
static inline bool digits_negative(double x) {
  return __builtin_signbit(x);
}

/* floor(log10(|x|)); 0 for 0. u is digits_unique(dtype, x). */
int digits_exponent(double x, Digits u);

/* How many decimal digits n has; 1 for 0. */
int digits_count(uint64_t n);

/* Appends |x| = u as 12.5 or 0.00125 with at least so many places and always a
   point, or as 1.25e+01 with at least two digits in the exponent, zeros in
   front up to exp_digits. The caller writes the sign. */
void digits_put_positional(Buf *b, Digits u, int places);
void digits_put_scientific(Buf *b, Digits u, int places, int exp_digits);

/* repr(float): 0.1, 1e-05, 1e+16, 1.0, nan, -inf. */
void digits_repr64(Buf *b, double x);

/* str and repr of np.float32(x) and its kin (NumPy 1.x): 0.1, 1.5e-05. */
void digits_numpy_scalar(Buf *b, DType dtype, double x);

/* '%.{decimals}f' and '%.{decimals}e' of Python: exact, nan without a sign.
   digits_exp writes `e` ('e' or 'E'); decimals >= 0. */
void digits_fixed(Buf *b, double x, int decimals);
void digits_exp(Buf *b, double x, int decimals, char e);

/* digits_fixed for a finite x into memory: writes so that the text ends before
   `end` and returns its start; NULL when it needs more than DIGITS_FIXED_ROOM
   bytes or much work. */
enum { DIGITS_FIXED_ROOM = 48 };
char *digits_fixed_before(char *end, double x, int decimals);

/* '%.{precision}g'. */
typedef enum DigitsStyle {
  DIGITS_SHORT = 0,     /* trailing zeros go */
  DIGITS_ALTERNATE = 1, /* '#': zeros and point stay */
  DIGITS_POINT = 2      /* format(x, '.3'): at least ".0" when positional */
} DigitsStyle;
void digits_general(Buf *b, double x, int precision, char e, DigitsStyle style);

/* True when x, not 0, has only zeros in '%.{decimals}f'. */
bool digits_vanishes(double x, int decimals);

/* What float() reads, without blanks around it: "1_000.5", "1e-3", ".5", "1.",
   "inf", "-Infinity", "nan"; correctly rounded, overflow gives inf. False
   (no error is set) when it is no number. */
bool digits_parse_double(const char *text, size_t n, double *out);

#endif
