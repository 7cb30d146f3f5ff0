/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/rowsign.h"

#include "num/digits.h"

#include <string.h>

typedef struct Word {
  const char *text;
  size_t n;
} Word;

/* The next word of *at; n == 0 at the end. */
static Word next_word(const char **at) {
  *at += strspn(*at, " ");
  Word w = {*at, strcspn(*at, " ")};
  *at += w.n;
  return w;
}

static RowType type_named(const char *text, size_t n) {
  static const char *const names[] = {"array", "arrays", "number", "float",
                                      "int",   "bool",   "text",   "ints",
                                      "dtype", "any"};
  for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
    if (strlen(names[i]) == n && !memcmp(names[i], text, n))
      return (RowType)i;
  return ROW_ANY;
}

static Arg literal(RowType type, const char *text, size_t n) {
  double f = 0;
  if (n == 4 && !memcmp(text, "True", 4))
    return op_bool(true);
  if (n == 5 && !memcmp(text, "False", 5))
    return op_bool(false);
  if (n == 4 && !memcmp(text, "None", 4))
    return (Arg){0};
  if (!digits_parse_double(text, n, &f)) {
    Arg a = op_text(text);
    a.count = (int32_t)n;
    return a;
  }
  bool whole =
      type == ROW_INT || type == ROW_INTS ||
      (type != ROW_FLOAT && !memchr(text, '.', n) && !memchr(text, 'e', n));
  return whole ? op_int((int64_t)f) : op_float(f);
}

/* "axis:int?" or "keepdims:bool=False" of the row's own list. */
static RowParam own_param(Word w, int index) {
  const char *colon = memchr(w.text, ':', w.n);
  const char *equals = memchr(w.text, '=', w.n);
  const char *end = equals ? equals : w.text + w.n;
  size_t name_len = (size_t)((colon ? colon : end) - w.text);
  RowParam p = {.name = sym_of(w.text, name_len), .arg = (int8_t)index};
  p.nullable = end[-1] == '?';
  p.optional = p.nullable || equals;
  if (colon)
    p.type =
        (uint8_t)type_named(colon + 1, (size_t)(end - colon - 1) - p.nullable);
  if (equals)
    p.fallback = literal((RowType)p.type, equals + 1,
                         (size_t)(w.text + w.n - equals - 1));
  return p;
}

static int own_params(const Op *op, RowParam *out) {
  const char *at = op->params;
  int n = 0;
  for (Word w; (w = next_word(&at)).n && n < OP_MAX_ARGS;)
    if (!(w.n == 1 && *w.text == '*'))
      out[n] = own_param(w, n), n++;
  return n;
}

static const RowParam *named(const RowParam *own, int n, const char *text,
                             size_t len) {
  for (int i = 0; i < n; i++)
    if (own[i].name && own[i].name->len == len &&
        !memcmp(own[i].name->text, text, len))
      return &own[i];
  return NULL;
}

/* "dim:axis=0", "axis", "keepdim:keepdims"; a spelling that is the row's own
   list has the types in it, which are skipped. */
static bool spelled_param(RowSignature *s, Word w, const RowParam *own,
                          int n_own, bool is_own) {
  const char *equals = memchr(w.text, '=', w.n);
  const char *end = equals ? equals : w.text + w.n;
  const char *colon = memchr(w.text, ':', (size_t)(end - w.text));
  const char *name_end = colon ? colon : end;
  if (name_end[-1] == '?')
    name_end--;
  const char *row_name = colon && !is_own ? colon + 1 : w.text;
  const char *row_end = colon && !is_own ? end : name_end;
  if (row_end[-1] == '?')
    row_end--;
  const RowParam *p = named(own, n_own, row_name, (size_t)(row_end - row_name));
  if (!p || s->n == OP_MAX_ARGS)
    return !err_pending() &&
           err_set(ERR_RuntimeError, "row: no parameter for '%.*s'", (int)w.n,
                   w.text);
  RowParam *out = &s->params[s->n++];
  *out = *p;
  out->name = sym_of(w.text, (size_t)(name_end - w.text));
  if (equals && !is_own) {
    out->optional = true;
    out->nullable |= !strncmp(equals, "=None", 5);
    out->fallback = literal((RowType)p->type, equals + 1,
                            (size_t)(w.text + w.n - equals - 1));
  }
  return out->name != NULL;
}

static bool read(const Row *row, RowSignature *s) {
  RowParam own[OP_MAX_ARGS];
  s->n_args = own_params(row->op, own);
  for (int i = 0; i < s->n_args; i++)
    s->defaults[i] = own[i].fallback;
  bool keyword_only = false;
  const char *at = row->params;
  for (Word w; (w = next_word(&at)).n;) {
    if (w.n == 1 && *w.text == '*') {
      keyword_only = true;
      continue;
    }
    if (!spelled_param(s, w, own, s->n_args, row->params == row->op->params))
      return false;
    s->params[s->n - 1].keyword_only = keyword_only;
  }
  return true;
}

const RowSignature *rowsign_of(const Row *row) {
  if (row->signature)
    return row->signature;
  RowSignature *s = mem_zeroed(1, sizeof *s);
  if (s && !read(row, s)) {
    mem_free(s);
    return NULL;
  }
  return ((Row *)(uintptr_t)row)->signature = s;
}
