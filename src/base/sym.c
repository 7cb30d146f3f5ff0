/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sym.h"

#include "base/mem.h"

#include <string.h>

static const Sym **table; /* open addressing, a power of two long */
static size_t table_size;
static const Sym **by_id;
static size_t by_id_cap;
static uint32_t count;

static uint32_t hash_name(const char *text, size_t n) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < n; i++)
    h = (h ^ (unsigned char)text[i]) * 16777619u;
  return h;
}

/* The place of the name in the table: occupied by it, or free. */
static size_t place_of(uint32_t h, const char *text, size_t n) {
  size_t i = h & (table_size - 1);
  while (table[i] && (table[i]->hash != h || table[i]->len != n ||
                      memcmp(table[i]->text, text, n)))
    i = (i + 1) & (table_size - 1);
  return i;
}

static int widen(void) {
  size_t old_size = table_size;
  const Sym **old = table;
  size_t size = old_size ? old_size * 2 : 1024;
  const Sym **fresh = mem_zeroed(size, sizeof *fresh);
  if (!fresh)
    return 0;
  table = fresh;
  table_size = size;
  for (size_t i = 0; i < old_size; i++)
    if (old[i])
      table[place_of(old[i]->hash, old[i]->text, old[i]->len)] = old[i];
  mem_free(old);
  return 1;
}

const Sym *sym_of(const char *text, size_t n) {
  if (count * 2 >= table_size && !widen())
    return NULL;
  uint32_t h = hash_name(text, n);
  size_t i = place_of(h, text, n);
  if (table[i])
    return table[i];
  if (!mem_grow((void **)&by_id, &by_id_cap, count + 1, sizeof *by_id))
    return NULL;
  Sym *s = mem_alloc(sizeof *s + n + 1);
  if (!s)
    return NULL;
  *s = (Sym){.id = count, .len = (uint32_t)n, .hash = h};
  memcpy(s->text, text, n);
  s->text[n] = '\0';
  by_id[count++] = s;
  return table[i] = s;
}

const Sym *sym_lit(const char *text) {
  return sym_of(text, strlen(text));
}

const Sym *sym_find(const char *text, size_t n) {
  return table_size ? table[place_of(hash_name(text, n), text, n)] : NULL;
}

uint32_t sym_count(void) {
  return count;
}

const Sym *sym_by_id(uint32_t id) {
  return by_id[id];
}

void sym_free_all(void) {
  for (uint32_t i = 0; i < count; i++)
    mem_free((void *)by_id[i]);
  mem_free(by_id);
  mem_free(table);
  by_id = table = NULL;
  by_id_cap = table_size = count = 0;
}
