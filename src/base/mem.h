/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checked memory. Every allocation of the core goes through here, so that a
   failure is an ordinary MemoryError and a paranoid build can make the n-th
   allocation fail, move every block that grows, and start buffers tiny. */
#ifndef XENT_BASE_MEM_H
#define XENT_BASE_MEM_H

#include <stdbool.h>
#include <stddef.h>

/* Returns n uninitialised bytes (n = 0 gives a valid pointer), or NULL with
   the error record filled. */
void *mem_alloc(size_t n);

/* Returns count * size zeroed bytes, or NULL with the error record filled;
   an overflow of the product is a failure too. */
void *mem_zeroed(size_t count, size_t size);

/* Grows or shrinks p (NULL allowed); on failure p stays valid. */
void *mem_resize(void *p, size_t n);

/* A copy of n bytes with a NUL after them. */
char *mem_copy_text(const char *text, size_t n);

void mem_free(void *p);

/* Makes room for at least need elements of the given size: *items and
 *capacity grow by doubling. False with the error record filled. */
bool mem_grow(void **items, size_t *capacity, size_t need, size_t size);

/* Paranoid builds: the n-th allocation from now on fails (0: none does). In
   other builds it does nothing and returns false. */
bool mem_fail_after(long n);

/* Reads the environment variable XENT_FAIL_ALLOC in paranoid builds. */
void mem_init(void);

#endif
