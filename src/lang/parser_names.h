/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a name that comes twice among parameters or keywords. */
#ifndef XENT_LANG_PARSER_NAMES_H
#define XENT_LANG_PARSER_NAMES_H

#include "lang/parser_state.h"

enum { PARSER_NAMES_FEW = 16 };

typedef struct ParserNames {
  const Sym *few[PARSER_NAMES_FEW];
  uint32_t n;
  uint64_t *bits; /* by Sym.id, when there are more */
  uint32_t n_bits;
} ParserNames;

/* Adds the name; *again tells whether it was there. False with the error
   record filled. Start from {.n = 0}. */
bool parser_names_add(Parser *p, ParserNames *names, const Sym *sym,
                      bool *again);

#endif
