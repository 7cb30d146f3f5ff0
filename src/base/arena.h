/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that is given back all at once: syntax trees. */
#ifndef XENT_BASE_ARENA_H
#define XENT_BASE_ARENA_H

#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
  ArenaBlock *block; /* newest first */
  char *at, *end;
} Arena;

#define ARENA_EMPTY ((Arena){0})

/* n zeroed bytes, 16-byte aligned, or NULL with the error record filled. */
void *arena_alloc(Arena *a, size_t n);

char *arena_text(Arena *a, const char *text, size_t n);

/* Forgets everything but keeps one block for reuse. */
void arena_reset(Arena *a);
void arena_free(Arena *a);

#endif
