/* SPDX-License-Identifier: GPL-3.0-or-later */
/* m * 2^e * 10^p = m * 5^p * 2^(e+p): only the power of five costs arithmetic.
   For learners' numbers 192 bits hold everything; the rest goes through
   integers of any length. */
#include "num/scale.h"

#include <string.h>

typedef unsigned __int128 U128;

/* 5^0 .. 5^27: all that fit in 64 bits. */
static const uint64_t five[28] = {1ull,
                                  5ull,
                                  25ull,
                                  125ull,
                                  625ull,
                                  3125ull,
                                  15625ull,
                                  78125ull,
                                  390625ull,
                                  1953125ull,
                                  9765625ull,
                                  48828125ull,
                                  244140625ull,
                                  1220703125ull,
                                  6103515625ull,
                                  30517578125ull,
                                  152587890625ull,
                                  762939453125ull,
                                  3814697265625ull,
                                  19073486328125ull,
                                  95367431640625ull,
                                  476837158203125ull,
                                  2384185791015625ull,
                                  11920928955078125ull,
                                  59604644775390625ull,
                                  298023223876953125ull,
                                  1490116119384765625ull,
                                  7450580596923828125ull};

/* Integers of any length, least significant limb first. */
enum { BIG_LIMBS = 128 };

typedef struct Big {
  int n; /* limbs in use; the last is not 0 */
  uint32_t limb[BIG_LIMBS];
} Big;

static int bits64(uint64_t x) {
  return x ? 64 - __builtin_clzll(x) : 0;
}

static int bits128(U128 x) {
  return x >> 64 ? 64 + bits64((uint64_t)(x >> 64)) : bits64((uint64_t)x);
}

/* Twice the number, cut to an integer, and whether that cut anything. */
static bool halves(U128 twice, bool cut, Scaled *out) {
  *out = (Scaled){(uint64_t)(twice >> 1), (int)(twice & 1) * 2 + cut};
  return true;
}

/* n * 2^shift */
static bool shifted(U128 n, int shift, Scaled *out) {
  if (shift >= 0) {
    if (bits128(n) + shift > 63)
      return false;
    return halves(n << shift << 1, false, out);
  }
  int right = -shift - 1; /* keeps one bit of the fraction */
  if (right >= 128)
    return halves(0, n != 0, out);
  U128 twice = n >> right;
  if (twice >> 64)
    return false;
  return halves(twice, (twice << right) != n, out);
}

/* (high * 2^64 + low) * 2^shift, low < 2^128 + ..., high the carry above it. */
static bool shifted_wide(U128 high, uint64_t low, int shift, Scaled *out) {
  int right = -shift - 1;
  if (right < 64)
    return high >> 64 ? false : shifted(high << 64 | low, shift, out);
  right -= 64;
  if (right >= 128)
    return halves(0, (high | low) != 0, out);
  U128 twice = high >> right;
  if (twice >> 64)
    return false;
  return halves(twice, (twice << right) != high || low, out);
}

/* p >= 0 by multiplication, for p up to 54. */
static bool scale_up(uint64_t m, int e, int p, Scaled *out) {
  if (p <= 27)
    return shifted((U128)m * five[p], e + p, out);
  U128 product = (U128)five[27] * five[p - 27];
  U128 low = (U128)(uint64_t)product * m;
  U128 high = (product >> 64) * m + (low >> 64);
  return shifted_wide(high, (uint64_t)low, e + p, out);
}

/* p < 0 by division: m * 2^(e+p) / 5^-p while both sides fit in 128 bits. */
static bool scale_down(uint64_t m, int e, int p, Scaled *out) {
  U128 over = (U128)m << 1, under = five[-p];
  int shift = e + p;
  if (shift >= 0) {
    if (bits128(over) + shift > 128)
      return false;
    over <<= shift;
  } else {
    if (bits128(under) - shift > 128)
      return false;
    under <<= -shift;
  }
  U128 twice = over / under;
  if (twice >> 64)
    return false;
  return halves(twice, twice * under != over, out);
}

static void big_set(Big *b, uint64_t m) {
  b->n = 0;
  for (; m; m >>= 32)
    b->limb[b->n++] = (uint32_t)m;
}

static void big_multiply(Big *b, uint32_t by) {
  uint64_t carry = 0;
  for (int i = 0; i < b->n; i++) {
    carry += (uint64_t)b->limb[i] * by;
    b->limb[i] = (uint32_t)carry;
    carry >>= 32;
  }
  if (carry)
    b->limb[b->n++] = (uint32_t)carry;
}

/* Divides in place and returns the remainder. */
static uint32_t big_divide(Big *b, uint32_t by) {
  uint64_t rest = 0;
  for (int i = b->n; i-- > 0;) {
    rest = rest << 32 | b->limb[i];
    b->limb[i] = (uint32_t)(rest / by);
    rest %= by;
  }
  while (b->n && !b->limb[b->n - 1])
    b->n--;
  return (uint32_t)rest;
}

static void big_shift_left(Big *b, int bits) {
  int limbs = bits / 32;
  if (!b->n)
    return;
  memmove(b->limb + limbs, b->limb, (size_t)b->n * sizeof *b->limb);
  memset(b->limb, 0, (size_t)limbs * sizeof *b->limb);
  b->n += limbs;
  big_multiply(b, 1u << bits % 32);
}

/* Drops bits and tells whether one of them was set. */
static bool big_shift_right(Big *b, int bits) {
  int limbs = bits / 32;
  bool cut = false;
  for (int i = 0; i < limbs && i < b->n; i++)
    cut |= b->limb[i] != 0;
  if (limbs >= b->n) {
    b->n = 0;
    return cut;
  }
  b->n -= limbs;
  memmove(b->limb, b->limb + limbs, (size_t)b->n * sizeof *b->limb);
  return big_divide(b, 1u << bits % 32) || cut;
}

enum { FIVE_STEP = 13 }; /* 5^13 is the largest in 32 bits */

/* 2 * m * 2^e * 10^p, cut to an integer; true when something was cut. */
static bool big_scale(Big *b, uint64_t m, int e, int p) {
  bool cut = false;
  int shift = e + p + 1;
  big_set(b, m);
  for (int left = p; left > 0; left -= FIVE_STEP)
    big_multiply(b, (uint32_t)five[left < FIVE_STEP ? left : FIVE_STEP]);
  if (shift > 0)
    big_shift_left(b, shift);
  for (int left = -p; left > 0; left -= FIVE_STEP)
    cut |= big_divide(b, (uint32_t)five[left < FIVE_STEP ? left : FIVE_STEP]);
  if (shift < 0)
    cut |= big_shift_right(b, -shift);
  return cut;
}

/* Digits in groups of nine, the last group first. */
static size_t big_text(Big *b, char *text) {
  char *end = text + SCALE_MAX_TEXT, *at = end;
  while (b->n) {
    uint32_t group = big_divide(b, 1000000000u);
    char *start = scale_uint_text(at, group);
    at = b->n ? at - 9 : start;
    memset(at, '0', (size_t)(start - at));
  }
  if (at == end)
    *--at = '0';
  memmove(text, at, (size_t)(end - at));
  return (size_t)(end - at);
}

bool scale_whole(uint64_t m, int e, int p, Scaled *out) {
  if (p >= 0 && p <= 54) {
    if (scale_up(m, e, p, out))
      return true;
  } else if (p < 0 && p >= -27 && scale_down(m, e, p, out))
    return true;
  Big b;
  bool cut = big_scale(&b, m, e, p);
  if (b.n > 2)
    return false;
  U128 twice = b.n ? b.limb[0] : 0;
  if (b.n == 2)
    twice |= (U128)b.limb[1] << 32;
  return halves(twice, cut, out);
}

size_t scale_text(uint64_t m, int e, int p, char text[SCALE_MAX_TEXT]) {
  Big b;
  bool cut = big_scale(&b, m, e, p);
  bool half = b.n && (b.limb[0] & 1);
  big_shift_right(&b, 1);
  bool odd = b.n && (b.limb[0] & 1);
  if (half && (cut || odd)) {
    int i = 0;
    while (i < b.n && !++b.limb[i])
      i++;
    if (i == b.n)
      b.limb[b.n++] = 1;
  }
  return big_text(&b, text);
}

char *scale_uint_text(char *end, uint64_t n) {
  static const char pair[] =
      "00010203040506070809101112131415161718192021222324"
      "25262728293031323334353637383940414243444546474849"
      "50515253545556575859606162636465666768697071727374"
      "75767778798081828384858687888990919293949596979899";
  for (; n >= 100; n /= 100) {
    end -= 2;
    memcpy(end, pair + 2 * (n % 100), 2);
  }
  if (n >= 10) {
    end -= 2;
    memcpy(end, pair + 2 * n, 2);
  } else
    *--end = (char)('0' + n);
  return end;
}
