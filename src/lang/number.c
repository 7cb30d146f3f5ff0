/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/number.h"

#include "num/digits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool number_truncate(double f, int64_t *out) {
  if (isnan(f))
    return err_set(ERR_ValueError, "cannot convert float NaN to integer");
  if (isinf(f))
    return err_set(ERR_OverflowError,
                   "cannot convert float infinity to integer");
  if (!(f >= -0x1p63 && f < 0x1p63)) {
    err_set(ERR_OverflowError, "the result does not fit in 64 bits");
    return err_hint("xent's integers have 64 bits; keep it a float");
  }
  *out = (int64_t)f;
  return true;
}

bool number_is_single(Value v) {
  const Array *a = value_array(v);
  if (!a || a->size == 1)
    return true;
  if (a->family == FAMILY_TORCH)
    return err_set(ERR_ValueError, "only one element tensors can be converted "
                                   "to Python scalars");
  return err_set(ERR_TypeError,
                 "only size-1 arrays can be converted to Python scalars");
}

/* --- rounding to places --------------------------------------------------- */

/* Left of the point: the digits of %e end at the place. */
static bool round_left(double f, int64_t places, double *out) {
  Buf b = BUF_EMPTY;
  digits_exp(&b, fabs(f), 17, 'e');
  const char *e = strchr(buf_text(&b), 'e');
  int64_t exponent = e ? strtol(e + 1, NULL, 10) : 0;
  int64_t decimals = exponent + places;
  buf_clear(&b);
  if (decimals >= 0)
    digits_exp(&b, f, (int)decimals, 'e');
  else if (decimals == -1 && fabs(f) > 5 * pow(10, (double)exponent))
    buf_fmt(&b, "%s1e%lld", f < 0 ? "-" : "", (long long)exponent + 1);
  else
    buf_str(&b, f < 0 ? "-0.0" : "0.0");
  bool ok = digits_parse_double(buf_text(&b), b.len, out) && !b.failed;
  buf_free(&b);
  return ok;
}

static bool round_right(double f, int64_t places, double *out) {
  Buf b = BUF_EMPTY;
  digits_fixed(&b, f, (int)places);
  bool ok = !b.failed && digits_parse_double(buf_text(&b), b.len, out);
  buf_free(&b);
  return ok;
}

bool number_round(double f, int64_t places, double *out) {
  enum { MOST = 323, LEAST = -308 }; /* places that make a difference */
  *out = f;
  if (!isfinite(f) || f == 0 || places > MOST)
    return true;
  if (places < LEAST) {
    *out = 0 * f;
    return true;
  }
  if (!(places < 0 ? round_left : round_right)(f, places, out))
    return false;
  return isfinite(*out) ||
         err_set(ERR_OverflowError, "rounded value too large to represent");
}
