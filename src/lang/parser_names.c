/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/parser_names.h"

static void set_bit(uint64_t *bits, uint32_t id) {
  bits[id / 64] |= (uint64_t)1 << id % 64;
}

static bool get_bit(const uint64_t *bits, uint32_t id) {
  return bits[id / 64] >> id % 64 & 1;
}

static bool widen(Parser *p, ParserNames *names) {
  names->n_bits = sym_count();
  names->bits = parser_state_alloc(p, (names->n_bits / 64 + 1) * 8);
  for (uint32_t i = 0; names->bits && i < PARSER_NAMES_FEW; i++)
    set_bit(names->bits, names->few[i]->id);
  return names->bits;
}

/* All the names are symbols before the first is added. */
bool parser_names_add(Parser *p, ParserNames *names, const Sym *sym,
                      bool *again) {
  *again = false;
  if (names->n == PARSER_NAMES_FEW && !names->bits && !widen(p, names))
    return false;
  if (names->bits) {
    *again = get_bit(names->bits, sym->id);
    set_bit(names->bits, sym->id);
    return true;
  }
  for (uint32_t i = 0; i < names->n; i++)
    *again |= names->few[i] == sym;
  names->few[names->n++] = sym;
  return true;
}
