/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where arrays get their memory. Small blocks come from free lists by size
   class; large ones from malloc with a few recently freed kept at hand. */
#ifndef XENT_NUM_POOL_H
#define XENT_NUM_POOL_H

#include <stdbool.h>
#include <stddef.h>

enum { POOL_SMALL_MAX = 4096 }; /* largest block of the free lists, bytes */

/* A block of n <= POOL_SMALL_MAX bytes, 16-byte aligned; given back with the
   same n. NULL with the error record filled. */
void *pool_take(size_t n);
void pool_give(void *block, size_t n);

/* n bytes, 64-byte aligned. NULL with the error record filled. */
void *pool_take_large(size_t n, bool zeroed);
void pool_give_large(void *data);

/* Whether n bytes are more than this machine can hold. */
bool pool_is_hopeless(size_t n);

/* Returns everything that waits for reuse. */
void pool_free(void);

#endif
