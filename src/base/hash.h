/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FNV-1a with 64 bits (Fowler, Noll, Vo). */
#ifndef XENT_BASE_HASH_H
#define XENT_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START 0xcbf29ce484222325u
#define HASH_PRIME 0x100000001b3u

/* Goes on with h, HASH_START at first. */
static inline uint64_t hash_bytes(uint64_t h, const char *p, size_t n) {
  for (size_t i = 0; i < n; i++)
    h = (h ^ (unsigned char)p[i]) * HASH_PRIME;
  return h;
}

#endif
