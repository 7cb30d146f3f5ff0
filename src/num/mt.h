/* SPDX-License-Identifier: GPL-3.0-or-later */
/* MT19937 (Matsumoto & Nishimura 1998), seeded by Knuth's initialiser: the
   generator under NumPy's RandomState and under torch's CPU generator. */
#ifndef XENT_NUM_MT_H
#define XENT_NUM_MT_H

#include <stdint.h>

typedef struct Mt {
  uint32_t key[624];
  int pos;
} Mt;

void mt_seed(Mt *mt, uint32_t seed);
uint32_t mt_u32(Mt *mt);
uint64_t mt_u64(Mt *mt); /* first word is the high half */

#endif
