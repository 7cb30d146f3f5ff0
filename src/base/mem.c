/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "base/mem.h"

#include "base/err.h"

#ifdef XENT_PARANOIA
#include <malloc.h>
#endif
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef XENT_PARANOIA
static long countdown;

static bool must_fail(void) {
  return countdown > 0 && --countdown == 0;
}

bool mem_fail_after(long n) {
  countdown = n;
  return true;
}

void mem_init(void) {
  const char *n = getenv("XENT_FAIL_ALLOC");
  if (n)
    countdown = atol(n);
}
#else
static bool must_fail(void) {
  return false;
}

bool mem_fail_after(long n) {
  (void)n;
  return false;
}

void mem_init(void) {
}
#endif

static void *checked(void *p, size_t n) {
  return p ? p : err_memory(n);
}

void *mem_alloc(size_t n) {
  return checked(must_fail() ? NULL : malloc(n ? n : 1), n);
}

void *mem_zeroed(size_t count, size_t size) {
  size_t n = count && size ? count : 1;
  return checked(must_fail() ? NULL : calloc(n, size ? size : 1), count * size);
}

#ifdef XENT_PARANOIA
/* Always another place, so that the sanitizers find a stale pointer. */
static void *resized(void *p, size_t n) {
  void *q = malloc(n);
  if (q && p) {
    size_t old = malloc_usable_size(p);
    memcpy(q, p, old < n ? old : n);
    free(p);
  }
  return q;
}
#else
static void *resized(void *p, size_t n) {
  return realloc(p, n);
}
#endif

void *mem_resize(void *p, size_t n) {
  return checked(must_fail() ? NULL : resized(p, n ? n : 1), n);
}

char *mem_copy_text(const char *text, size_t n) {
  char *copy = mem_alloc(n + 1);
  if (!copy)
    return NULL;
  if (n)
    memcpy(copy, text, n);
  copy[n] = '\0';
  return copy;
}

void mem_free(void *p) {
  free(p);
}

bool mem_grow(void **items, size_t *capacity, size_t need, size_t size) {
  if (need <= *capacity)
    return true;
#ifdef XENT_PARANOIA
  size_t n = need;
#else
  size_t n = *capacity ? *capacity : 8;
  while (n < need)
    n *= 2;
#endif
  if (n > SIZE_MAX / size)
    return err_memory(n), false;
  void *p = mem_resize(*items, n * size);
  if (!p)
    return false;
  *items = p;
  *capacity = n;
  return true;
}
