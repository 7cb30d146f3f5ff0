/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "base/arena.h"

#include "base/mem.h"

#include <string.h>

struct ArenaBlock {
  ArenaBlock *older;
  size_t size;
  _Alignas(16) char bytes[];
};

#ifdef XENT_PARANOIA
enum { BLOCK = 64 };
#else
enum { BLOCK = 4096 - sizeof(ArenaBlock) - 16 };
#endif

static char *new_block(Arena *a, size_t n) {
  size_t size = n > BLOCK ? n : BLOCK;
  if (a->block && a->block->size * 2 > size && a->block->size < 1 << 20)
    size = a->block->size * 2;
  ArenaBlock *b = mem_alloc(sizeof *b + size);
  if (!b)
    return NULL;
  *b = (ArenaBlock){.older = a->block, .size = size};
  a->block = b;
  a->at = b->bytes;
  a->end = b->bytes + size;
  return a->at;
}

void *arena_alloc(Arena *a, size_t n) {
  n = (n + 15) & ~(size_t)15;
  if ((size_t)(a->end - a->at) < n && !new_block(a, n))
    return NULL;
  void *p = a->at;
  a->at += n;
  return memset(p, 0, n);
}

char *arena_text(Arena *a, const char *text, size_t n) {
  char *copy = arena_alloc(a, n + 1);
  if (copy && n)
    memcpy(copy, text, n);
  return copy;
}

static void free_from(ArenaBlock *b) {
  while (b) {
    ArenaBlock *older = b->older;
    mem_free(b);
    b = older;
  }
}

void arena_reset(Arena *a) {
  if (!a->block)
    return;
  free_from(a->block->older);
  a->block->older = NULL;
  a->at = a->block->bytes;
}

void arena_free(Arena *a) {
  free_from(a->block);
  *a = ARENA_EMPTY;
}
