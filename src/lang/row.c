/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of spellings and rows as values; rowcall.c calls them. */
#include "lang/row.h"

#include "lang/function.h"
#include "lang/rowcall.h"
#include "lang/rowsign.h"
#include "lang/str.h"

#include <string.h>

/* --- index --------------------------------------------------------------- */

static Row *rows; /* in the order of the tables */
static size_t n_rows, rows_cap;
static uint32_t *table; /* open addressing: 1 + index into rows */
static size_t table_size;

static size_t hash_of(const Sym *prefix, const Sym *name) {
  return (size_t)(prefix->hash * 31u + name->hash);
}

static uint32_t *place_of(const Sym *prefix, const Sym *name) {
  size_t i = hash_of(prefix, name) & (table_size - 1);
  while (table[i] && (rows[table[i] - 1].prefix != prefix ||
                      rows[table[i] - 1].name != name))
    i = (i + 1) & (table_size - 1);
  return &table[i];
}

static RowRules rules_of(const char *prefix) {
  static const struct {
    const char *prefix;
    RowRules rules;
  } known[] = {{"", ROW_BARE},
               {"ndarray", ROW_NDARRAY},
               {"torch", ROW_TORCH},
               {"F", ROW_STRICT},
               {"Tensor", ROW_TENSOR}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (!strcmp(known[i].prefix, prefix))
      return known[i].rules;
  return strncmp(prefix, "np", 2) ? ROW_TORCH : ROW_NUMPY;
}

static bool add_spelling(const Op *op, const char *word, size_t n,
                         const char *params) {
  size_t dot = n;
  while (dot && word[dot - 1] != '.')
    dot--;
  Row row = {.op = op, .params = params ? params : op->params};
  row.prefix = sym_of(word, dot ? dot - 1 : 0);
  row.name = sym_of(word + dot, n - dot);
  if (!row.prefix || !row.name ||
      !mem_grow((void **)&rows, &rows_cap, n_rows + 1, sizeof *rows))
    return false;
  row.rules = rules_of(row.prefix->text);
  rows[n_rows++] = row;
  return true;
}

static bool add_op(const Op *op) {
  for (const Spelling *s = op->spell; s < op->spell + OP_MAX_SPELLINGS; s++) {
    if (!s->names)
      break;
    for (const char *w = s->names; *w; w += strspn(w, " ")) {
      size_t n = strcspn(w, " ");
      if (!add_spelling(op, w, n, s->params))
        return false;
      w += n;
    }
  }
  return true;
}

void row_free(void) {
  for (size_t i = 0; i < n_rows; i++)
    mem_free(rows[i].signature);
  mem_free(rows);
  mem_free(table);
  rows = NULL;
  table = NULL;
  n_rows = rows_cap = table_size = 0;
}

static bool list_rows(void) {
  for (const Op *const *t = op_tables; *t; t++)
    for (const Op *op = *t; op->name; op++)
      if (!add_op(op))
        return false;
  return true;
}

static bool make_table(void) {
  table_size = 256;
  while (table_size < n_rows * 2)
    table_size *= 2;
  table = mem_zeroed(table_size, sizeof *table);
  for (size_t i = 0; table && i < n_rows; i++) {
    uint32_t *at = place_of(rows[i].prefix, rows[i].name);
    if (!*at)
      *at = (uint32_t)i + 1;
  }
  return table != NULL;
}

static bool make_index(void) {
  if (table || (list_rows() && make_table()))
    return true;
  row_free();
  return false;
}

static const Row *find(const Sym *prefix, const Sym *name) {
  if (!prefix || !make_index())
    return NULL;
  uint32_t i = *place_of(prefix, name);
  return i ? &rows[i - 1] : NULL;
}

const Row *row_find(const char *prefix, const Sym *name) {
  return find(sym_lit(prefix), name);
}

const Row *row_method(const Array *a, const Sym *name) {
  static const Sym *tensor, *ndarray;
  if (!tensor) {
    tensor = sym_lit("Tensor");
    ndarray = sym_lit("ndarray");
  }
  return find(a->family == FAMILY_TORCH ? tensor : ndarray, name);
}

const Row *row_nth(int n) {
  return make_index() && n >= 0 && (size_t)n < n_rows ? &rows[n] : NULL;
}

int row_keywords(const Row *row, const Sym **names, int room) {
  const RowSignature *s = rowsign_of(row);
  int n = 0;
  for (int i = 0; s && i < s->n && n < room; i++)
    names[n++] = s->params[i].name;
  return n;
}

/* --- functions as values ------------------------------------------------- */

typedef struct RowValue {
  Ref ref;
  const Row *row;
} RowValue;

Value row_value(const Row *row) {
  RowValue *v = mem_alloc(sizeof *v);
  if (!v)
    return value_error();
  *v = (RowValue){{1, VALUE_TYPE_ROW}, row};
  return value_take(v);
}

const Row *row_of_value(Value v) {
  return ((RowValue *)v.ref)->row;
}

Value row_bind(const Row *row, Value self) {
  Value function = row_value(row);
  Value bound =
      value_ok(function) ? function_bind(function, self) : value_error();
  value_unref(function);
  return bound;
}

static void drop(Ref *r) {
  mem_free(r);
}

static bool repr(Buf *b, Value v) {
  const Row *row = row_of_value(v);
  if (row->rules == ROW_NUMPY)
    buf_fmt(b, "<ufunc '%s'>", row->name->text);
  else
    buf_fmt(b, "<built-in function %s>", row->name->text);
  return true;
}

static Value call(Value v, const CallArgs *args) {
  return rowcall_run(interp.frame, NULL, row_of_value(v), value_absent(), args);
}

static int equal(Value a, Value b) {
  return value_is(b, VALUE_TYPE_ROW) && row_of_value(a) == row_of_value(b);
}

static bool hash(Value v, uint64_t *out) {
  *out = (uint64_t)(uintptr_t)row_of_value(v) >> 3;
  return true;
}

static Value get_attr(Value v, const Sym *name) {
  if (strcmp(name->text, "__name__") == 0)
    return str_of_sym(row_of_value(v)->name);
  return value_absent();
}

const Type row_type = {.drop = drop,
                       .repr = repr,
                       .call = call,
                       .equal = equal,
                       .hash = hash,
                       .get_attr = get_attr};
