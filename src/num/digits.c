/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* strtod_l */
#endif
#include "num/digits.h"

#include "num/scale.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* |x| = m * 2^e. At the smallest mantissa of a binade the gap below x is half
   the gap above: `uneven`. */
typedef struct Parts {
  uint64_t m;
  int e;
  bool uneven;
} Parts;

static uint64_t bits_of(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static Parts split64(double x) {
  uint64_t bits = bits_of(x), m = bits & ((1ull << 52) - 1);
  int e = (int)(bits >> 52 & 0x7ff);
  if (!e)
    return (Parts){m, -1074, false};
  return (Parts){m | 1ull << 52, e - 1075, !m && e > 1};
}

/* The same in the units of a narrower dtype. */
static Parts split(DType dtype, double x) {
  Parts p = split64(x);
  if (dtype == DT_F64 || !p.m)
    return p;
  int bits = dtype == DT_F32 ? 23 : dtype == DT_F16 ? 10 : 7;
  int smallest = dtype == DT_F16 ? -24 : dtype == DT_F32 ? -149 : -133;
  int e = p.e + 52 - bits > smallest ? p.e + 52 - bits : smallest;
  uint64_t m = p.m >> (e - p.e);
  return (Parts){m, e, m == 1ull << bits && e > smallest};
}

/* More than m * 2^e has no other digit than 0. */
static int exact_places(Parts v, int decimals) {
  int most = v.e < 0 ? -v.e : 0;
  return decimals < most ? decimals : most;
}

/* The integers that read back as x when they count units of 10^-p. */
typedef struct Range {
  uint64_t low, high;
  Scaled x;
} Range;

static Range range(Parts v, int p) {
  Scaled low, high, x;
  bool even = !(v.m & 1);
  if (!scale_whole(4 * v.m - (v.uneven ? 1 : 2), v.e - 2, p, &low) ||
      !scale_whole(4 * v.m + 2, v.e - 2, p, &high) ||
      !scale_whole(v.m, v.e, p, &x))
    return (Range){0, UINT64_MAX, {0, 0}}; /* finer than 63 bits can count */
  low.whole += !even || low.rest != SCALE_EXACT;
  high.whole -= !even && high.rest == SCALE_EXACT;
  return (Range){low.whole, high.whole, x};
}

/* Of floor(x) and floor(x) + 1 the one in the range, else the nearer. */
static uint64_t choose(Range r) {
  bool down = r.x.whole >= r.low, up = r.x.whole < r.high;
  if (down != up)
    return r.x.whole + up;
  return scale_nearest(r.x);
}

static Digits stripped(uint64_t coef, int exp) {
  if (!coef)
    return (Digits){0, 0};
  for (; coef % 100000000 == 0; exp += 8)
    coef /= 100000000;
  for (; coef % 10 == 0; exp++)
    coef /= 10;
  return (Digits){coef, exp};
}

/* With 10^k <= gap < 10^(k+1) the range holds a multiple of 10^k and at most
   one of 10^(k+1), which is then the shortest (R. Giulietti, "The Schubfach
   way to render doubles", 2020). */
Digits digits_unique(DType dtype, double x) {
  Parts v = split(dtype, x);
  if (v.e <= 0 && v.e > -53 && !(v.m & ((1ull << -v.e) - 1)))
    return stripped(v.m >> -v.e, 0); /* an integer is its own shortest */
  if (!v.m)
    return (Digits){0, 0};
  int k = v.uneven ? scale_log10_three_quarters(v.e) : scale_log10_pow2(v.e);
  Range r = range(v, -k);
  uint64_t tens = r.high / 10 * 10;
  return stripped(tens >= r.low ? tens : choose(r), k);
}

Digits digits_cut(DType dtype, double x, int exp) {
  Parts v = split(dtype, x);
  if (!v.m)
    return (Digits){0, 0};
  return stripped(choose(range(v, -exp)), exp);
}

Digits digits_places(DType dtype, double x, int places) {
  Parts v = split(dtype, x);
  if (!v.m || places < 0 || places > exact_places(v, places))
    return digits_unique(dtype, x);
  Range r = range(v, places);
  if (r.low <= r.high)
    return digits_unique(dtype, x);
  return stripped(choose(r), -places);
}

int digits_count(uint64_t n) {
  int count = 1;
  for (; n >= 10000; n /= 10000)
    count += 4;
  return count + (n >= 10) + (n >= 100) + (n >= 1000);
}

int digits_exponent(double x, Digits u) {
  int e = u.exp + digits_count(u.coef) - 1;
  Parts v = split64(x);
  Scaled s;
  if (u.coef == 1 && scale_whole(v.m, v.e, -e, &s) && s.whole == 0)
    e--; /* the shortest form was rounded up to a power of ten */
  return e;
}

/* Appends nan, inf or -inf; false when x is finite. */
static bool put_special(Buf *b, double x) {
  if (isfinite(x))
    return false;
  buf_str(b, isnan(x) ? "nan" : x < 0 ? "-inf" : "inf");
  return true;
}

/* digits d[0..n) with the first one worth 10^first, as 12.5 or 0.00125; at
   least `decimals` places, a point only before places or if `point`. */
static void put_positional(Buf *b, const char *d, int n, int first,
                           int decimals, bool point) {
  int whole = first >= 0 ? first + 1 : 0;
  int written = n < whole ? n : whole;
  int zeros = first < 0 ? -first - 1 : 0, places = zeros + n - written;
  buf_add(b, whole ? d : "0", whole ? (size_t)written : 1);
  buf_fill(b, '0', (size_t)(whole - written));
  if (places > 0 || decimals > 0 || point)
    buf_char(b, '.');
  if (n > written) {
    buf_fill(b, '0', (size_t)zeros);
    buf_add(b, d + written, (size_t)(n - written));
  } else
    places = 0;
  if (decimals > places)
    buf_fill(b, '0', (size_t)(decimals - places));
}

static void put_exponent(Buf *b, int exp, char e, int least) {
  char text[16], *end = text + sizeof text;
  char *at = scale_uint_text(end, (uint64_t)(exp < 0 ? -exp : exp));
  while (end - at < least)
    *--at = '0';
  *--at = exp < 0 ? '-' : '+';
  *--at = e;
  buf_add(b, at, (size_t)(end - at));
}

/* d.ddde+XX with at least `decimals` places. */
static void put_scientific(Buf *b, const char *d, int n, int first,
                           int decimals, bool point, char e) {
  buf_add(b, d, 1);
  if (n > 1 || decimals > 0 || point)
    buf_char(b, '.');
  buf_add(b, d + 1, (size_t)(n - 1));
  if (decimals > n - 1)
    buf_fill(b, '0', (size_t)(decimals - (n - 1)));
  put_exponent(b, first, e, 2);
}

void digits_put_positional(Buf *b, Digits u, int places) {
  char text[24], *end = text + sizeof text;
  char *d = scale_uint_text(end, u.coef);
  int n = (int)(end - d);
  put_positional(b, d, n, u.exp + n - 1, places, true);
}

void digits_put_scientific(Buf *b, Digits u, int places, int exp_digits) {
  char text[24], *end = text + sizeof text;
  char *d = scale_uint_text(end, u.coef);
  int n = (int)(end - d);
  buf_add(b, d, 1);
  buf_char(b, '.');
  buf_add(b, d + 1, (size_t)(n - 1));
  if (places > n - 1)
    buf_fill(b, '0', (size_t)(places - (n - 1)));
  put_exponent(b, u.exp + n - 1, 'e', exp_digits);
}

static void put_unique(Buf *b, double x, Digits u, bool positional,
                       int decimals) {
  char text[24], *end = text + sizeof text;
  char *d = scale_uint_text(end, u.coef);
  int n = (int)(end - d), first = u.exp + n - 1;
  if (digits_negative(x))
    buf_char(b, '-');
  if (positional)
    put_positional(b, d, n, first, decimals, false);
  else
    put_scientific(b, d, n, first, 0, false, 'e');
}

void digits_repr64(Buf *b, double x) {
  if (put_special(b, x))
    return;
  Digits u = digits_unique(DT_F64, x);
  int first = u.exp + digits_count(u.coef) - 1;
  put_unique(b, x, u, first >= -4 && first < 16, 1);
}

void digits_numpy_scalar(Buf *b, DType dtype, double x) {
  if (put_special(b, x))
    return;
  double size = fabs(x);
  put_unique(b, x, digits_unique(dtype, x),
             size == 0 || (size >= 1e-4 && size < 1e16), 1);
}

/* |x| * 10^decimals to the nearest integer, ties to even. Most numbers are
   below 2^30 and have few decimals: then 84 bits hold the product. */
static bool fixed_integer(Parts v, int decimals, uint64_t *out) {
  static const uint32_t ten[] = {1,         10,        100,     1000,
                                 10000,     100000,    1000000, 10000000,
                                 100000000, 1000000000};
  if (decimals <= 9 && v.e <= -23 && v.e > -128) {
    unsigned __int128 n = (unsigned __int128)v.m * ten[decimals];
    unsigned __int128 half = (unsigned __int128)1 << (-v.e - 1);
    uint64_t whole = (uint64_t)(n >> -v.e);
    unsigned __int128 rest = n & (2 * half - 1);
    *out = whole + (rest > half || (rest == half && whole & 1));
    return true;
  }
  Scaled s;
  if (decimals > 22 || !scale_whole(v.m, v.e, decimals, &s))
    return false;
  *out = scale_nearest(s);
  return true;
}

char *digits_fixed_before(char *end, double x, int decimals) {
  uint64_t n;
  char *at = end;
  if (!fixed_integer(split64(x), decimals, &n))
    return NULL;
  for (int i = 0; i < decimals; i++, n /= 10)
    *--at = (char)('0' + n % 10);
  if (decimals)
    *--at = '.';
  at = scale_uint_text(at, n);
  if (digits_negative(x))
    *--at = '-';
  return at;
}

void digits_fixed(Buf *b, double x, int decimals) {
  char text[SCALE_MAX_TEXT], *end = text + DIGITS_FIXED_ROOM;
  if (put_special(b, x))
    return;
  char *at = digits_fixed_before(end, x, decimals);
  if (at) {
    buf_add(b, at, (size_t)(end - at));
    return;
  }
  Parts v = split64(x);
  int places = exact_places(v, decimals);
  int n = (int)scale_text(v.m, v.e, places, text);
  if (digits_negative(x))
    buf_char(b, '-');
  put_positional(b, text, n, n - 1 - places, decimals, false);
}

bool digits_vanishes(double x, int decimals) {
  Parts v = split64(x);
  Scaled s;
  if (!v.m || fabs(x) >= 1)
    return false;
  return scale_whole(v.m, v.e, exact_places(v, decimals), &s) &&
         scale_nearest(s) == 0;
}

/* The first n significant digits of x, rounded; returns how many there are
   (fewer when the rest are zeros) and the exponent of the first. */
static int significant(double x, int n, char text[SCALE_MAX_TEXT], int *first) {
  Parts v = split64(x);
  *first = 0;
  text[0] = '0';
  if (!v.m)
    return 1;
  int got, lead = scale_log10_pow2(v.e + 63 - __builtin_clzll(v.m));
  do {
    int wish = n - 1 - lead < 1100 ? n - 1 - lead : 1100;
    int p = exact_places(v, wish);
    Scaled s;
    if (n <= 17 && scale_whole(v.m, v.e, p, &s)) {
      char digits[24], *end = digits + sizeof digits;
      char *at = scale_uint_text(end, scale_nearest(s));
      got = (int)(end - at);
      memcpy(text, at, (size_t)got);
    } else
      got = (int)scale_text(v.m, v.e, p, text);
    *first = got - 1 - p;
  } while (*first >
           lead++); /* the estimate was one too low, or 99 became 100 */
  return got;
}

void digits_exp(Buf *b, double x, int decimals, char e) {
  char text[SCALE_MAX_TEXT];
  int first;
  if (put_special(b, x))
    return;
  int n = significant(x, decimals < 1100 ? decimals + 1 : 1100, text, &first);
  if (digits_negative(x))
    buf_char(b, '-');
  put_scientific(b, text, n, first, decimals, false, e);
}

void digits_general(Buf *b, double x, int precision, char e,
                    DigitsStyle style) {
  char text[SCALE_MAX_TEXT];
  int first;
  if (put_special(b, x))
    return;
  if (precision < 1)
    precision = 1;
  int n = significant(x, precision < 1100 ? precision : 1100, text, &first);
  while (n > 1 && text[n - 1] == '0')
    n--;
  if (digits_negative(x))
    buf_char(b, '-');
  bool all = style & DIGITS_ALTERNATE, dot = style & DIGITS_POINT;
  if (first < -4 || first >= precision - dot)
    put_scientific(b, text, n, first, all ? precision - 1 : 0, all, e);
  else
    put_positional(b, text, n, first, all ? precision - 1 - first : dot, all);
}

/* 800 significant digits and one that says "and more" decide every case: a
   number halfway between two doubles has at most 767. */
enum { KEPT_DIGITS = 800 };

/* A decimal numeral: 0.ddd... without leading zeros, times 10^exp of the last
   digit kept. */
typedef struct Numeral {
  int n;     /* significant digits kept */
  int any;   /* digits seen, zeros too */
  bool more; /* a digit that is not 0 was dropped */
  int64_t exp;
  char digit[KEPT_DIGITS + 32]; /* room for "1e-1234567" behind them */
} Numeral;

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* [digit ("_"? digit)*] */
static const char *read_digits(const char *p, const char *end, bool fraction,
                               Numeral *s) {
  const char *start = p;
  for (; p < end; p++) {
    if (*p == '_' && p > start && p + 1 < end && is_digit(p[1]) && p[-1] != '_')
      continue;
    if (!is_digit(*p))
      break;
    s->any = 1;
    bool leading = !s->n && *p == '0';
    bool keep = s->n < KEPT_DIGITS && !leading;
    if (keep)
      s->digit[s->n++] = *p;
    else
      s->more |= *p != '0';
    s->exp += fraction ? -(keep || leading) : !keep && !leading;
  }
  return p;
}

/* [eE] [+-]? digits, or nothing; NULL when the digits lack. */
static const char *read_exponent(const char *p, const char *end, int64_t *exp) {
  if (p == end || (*p != 'e' && *p != 'E'))
    return p;
  p++;
  bool negative = p < end && *p == '-';
  if (p < end && (*p == '-' || *p == '+'))
    p++;
  const char *start = p;
  int64_t value = 0;
  for (; p < end; p++) {
    if (*p == '_' && p > start && p + 1 < end && is_digit(p[1]) && p[-1] != '_')
      continue;
    if (!is_digit(*p))
      break;
    if (value < INT64_C(1) << 40)
      value = value * 10 + (*p - '0');
  }
  *exp += negative ? -value : value;
  return p > start ? p : NULL;
}

static double numeral_slow(Numeral *s) {
  char *at = s->digit + s->n, number[24], *end = number + sizeof number;
  int64_t exp = s->exp;
  if (s->more) {
    *at++ = '1';
    exp--;
  }
  exp = exp > 99999 ? 99999 : exp < -99999 ? -99999 : exp;
  *at++ = 'e';
  if (exp < 0)
    *at++ = '-';
  char *start = scale_uint_text(end, (uint64_t)(exp < 0 ? -exp : exp));
  memcpy(at, start, (size_t)(end - start));
  at[end - start] = '\0';
  locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  double value = strtod_l(s->digit, NULL, c);
  if (c)
    freelocale(c);
  return value;
}

/* A product or quotient of two exact doubles is correctly rounded (W. Clinger,
   "How to read floating point numbers accurately", 1990). */
static double numeral_value(Numeral *s) {
  static const double ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                               1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                               1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  if (s->n > 15 || s->exp < -22 || s->exp > 22)
    return s->n ? numeral_slow(s) : 0;
  uint64_t coef = 0;
  for (int i = 0; i < s->n; i++)
    coef = coef * 10 + (uint64_t)(s->digit[i] - '0');
  return s->exp < 0 ? (double)coef / ten[-s->exp] : (double)coef * ten[s->exp];
}

/* The word, given in small letters, in any case. */
static bool is_word(const char *p, const char *end, const char *word) {
  size_t n = strlen(word);
  for (size_t i = 0; i < n && p + i < end; i++)
    if ((p[i] | 32) != word[i])
      return false;
  return (size_t)(end - p) == n;
}

/* [+-]? (inf | infinity | nan | digits [. digits] exponent) */
bool digits_parse_double(const char *text, size_t n, double *out) {
  const char *p = text, *end = text + n;
  bool negative = n && *p == '-';
  if (n && (*p == '-' || *p == '+'))
    p++;
  double value;
  if (is_word(p, end, "inf") || is_word(p, end, "infinity"))
    value = (double)INFINITY;
  else if (is_word(p, end, "nan"))
    value = (double)NAN;
  else {
    Numeral s;
    s.n = s.any = 0;
    s.more = false;
    s.exp = 0;
    p = read_digits(p, end, false, &s);
    if (p < end && *p == '.')
      p = read_digits(p + 1, end, true, &s);
    p = s.any ? read_exponent(p, end, &s.exp) : NULL;
    if (p != end)
      return false;
    value = numeral_value(&s);
  }
  *out = negative ? -value : value;
  return true;
}
