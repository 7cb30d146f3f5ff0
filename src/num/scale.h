/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact scaling of binary fractions by powers of ten: what every conversion
   between numbers and text rests on. */
#ifndef XENT_NUM_SCALE_H
#define XENT_NUM_SCALE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What lies behind an integer part. */
enum { SCALE_EXACT, SCALE_BELOW_HALF, SCALE_HALF, SCALE_ABOVE_HALF };

typedef struct Scaled {
  uint64_t whole; /* integer part */
  int rest;       /* SCALE_... */
} Scaled;

/* m * 2^e * 10^p, exactly; m < 2^56, |e| <= 1100, -1100 <= p, and p at most 20
   above the larger of 0 and -e. False when the integer part needs more than 63
   bits. */
bool scale_whole(uint64_t m, int e, int p, Scaled *out);

/* The integer nearest to a scaled number, ties to the even one. */
static inline uint64_t scale_nearest(Scaled s) {
  return s.whole +
         (s.rest > SCALE_HALF || (s.rest == SCALE_HALF && s.whole & 1));
}

enum { SCALE_MAX_TEXT = 840 };

/* The decimal digits of the integer nearest to m * 2^e * 10^p, ties to even;
   returns how many (one for 0). Not NUL-terminated. */
size_t scale_text(uint64_t m, int e, int p, char text[SCALE_MAX_TEXT]);

/* Writes n in decimal so that it ends before `end`; returns its start. */
char *scale_uint_text(char *end, uint64_t n);

/* floor(log10(2^e)) and floor(log10(3/4 * 2^e)) for |e| <= 1100. */
static inline int scale_log10_pow2(int e) {
  return (e * 1262611) >> 22;
}
static inline int scale_log10_three_quarters(int e) {
  return (e * 1262611 - 524031) >> 22;
}

#endif
