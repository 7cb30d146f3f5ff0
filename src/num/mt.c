/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/mt.h"

enum { WORDS = 624, MIDDLE = 397 };

void mt_seed(Mt *mt, uint32_t seed) {
  mt->key[0] = seed;
  for (uint32_t i = 1; i < WORDS; i++) {
    uint32_t last = mt->key[i - 1];
    mt->key[i] = 1812433253u * (last ^ last >> 30) + i;
  }
  mt->pos = WORDS;
}

static void regenerate(Mt *mt) {
  for (int i = 0; i < WORDS; i++) {
    uint32_t next = mt->key[i + 1 < WORDS ? i + 1 : 0];
    uint32_t far =
        mt->key[i + MIDDLE < WORDS ? i + MIDDLE : i + MIDDLE - WORDS];
    uint32_t y = (mt->key[i] & 0x80000000u) | (next & 0x7fffffffu);
    mt->key[i] = far ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
  }
  mt->pos = 0;
}

uint32_t mt_u32(Mt *mt) {
  if (mt->pos >= WORDS)
    regenerate(mt);
  uint32_t y = mt->key[mt->pos++];
  y ^= y >> 11;
  y ^= y << 7 & 0x9d2c5680u;
  y ^= y << 15 & 0xefc60000u;
  return y ^ y >> 18;
}

uint64_t mt_u64(Mt *mt) {
  uint64_t high = mt_u32(mt);
  return high << 32 | mt_u32(mt);
}
