/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names interned once: equal names are the same pointer, and every name has
   a small number that tables can be indexed by. */
#ifndef XENT_BASE_SYM_H
#define XENT_BASE_SYM_H

#include <stddef.h>
#include <stdint.h>

typedef struct Sym {
  uint32_t id; /* 0, 1, 2 ... in order of first use */
  uint32_t len;
  uint32_t hash;
  char text[]; /* NUL-terminated UTF-8 */
} Sym;

/* The symbol of these bytes, made if new; NULL with the error record filled
   when memory is out. Symbols live as long as the program. */
const Sym *sym_of(const char *text, size_t n);
const Sym *sym_lit(const char *text);

/* The symbol if it exists already, else NULL; never fails. */
const Sym *sym_find(const char *text, size_t n);

uint32_t sym_count(void);
const Sym *sym_by_id(uint32_t id);

/* Releases the table (at exit, so that leak checkers stay silent). */
void sym_free_all(void);

#endif
