/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/numpytext.h"

#include "lang/instance.h"
#include "lang/list.h"
#include "lang/row.h"
#include "lang/str.h"
#include "lang/tuple.h"
#include "lib/library.h"

#include <string.h>

static bool is_array_of_texts(Value v) {
  const Instance *i = instance_of(v);
  return i && !strcmp(i->type->module, "numpy") &&
         !strcmp(i->type->name->text, "ndarray");
}

enum { DEEPEST = 32 };

static bool has(Value v, int depth) {
  const List *list = list_of(v);
  const Tuple *tuple = tuple_of(v);
  const Value *items = list ? list->items : tuple ? tuple->items : NULL;
  size_t n = list ? list->n : tuple ? tuple->n : 0;
  for (size_t i = 0; i < n && depth < DEEPEST; i++)
    if (has(items[i], depth + 1))
      return true;
  return str_of(v) || is_array_of_texts(v);
}

bool numpytext_has(Value v) {
  return has(v, 0);
}

Value numpytext_call(const char *function, const Value *args, int n) {
  const Sym *name = sym_lit(function);
  Value f = name ? library_find("numpy_text", name) : value_error();
  Value v = value_ok(f) ? value_call_n(f, args, n) : value_error();
  value_unref(f);
  return v;
}

/* What the library has a function for: sort as _np_sort. */
static bool takes_texts(const char *name) {
  static const char *const names[] = {"argsort", "array_equal", "concatenate",
                                      "hstack",  "repeat",      "sort",
                                      "take"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp(names[i], name))
      return true;
  return false;
}

static Value instead(const char *name, const CallArgs *args) {
  Buf b = BUF_EMPTY;
  buf_fmt(&b, "_np_%s", name);
  const Sym *function = b.failed ? NULL : sym_lit(buf_text(&b));
  buf_free(&b);
  Value f = function ? library_find("numpy_text", function) : value_error();
  Value v = value_ok(f) ? value_call(f, args) : value_error();
  value_unref(f);
  return v;
}

Value numpytext_row(const Row *row, const CallArgs *args) {
  bool texts = false, array = false;
  for (int i = 0; i < args->n + args->n_named; i++) {
    texts = texts || numpytext_has(args->items[i]);
    array = array || is_array_of_texts(args->items[i]);
  }
  if (!texts || (!array && !takes_texts(row->name->text)))
    return value_error();
  err_clear();
  if (takes_texts(row->name->text))
    return instead(row->name->text, args);
  err_set(ERR_Unsupported, "xent does not support np.%s() of texts",
          row->name->text);
  return value_error();
}
