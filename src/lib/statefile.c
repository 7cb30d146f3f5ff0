/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/statefile.h"

#include "lang/dict_kind.h"
#include "lang/list.h"
#include "lang/str.h"
#include "lang/tuple.h"
#include "num/digits.h"

#include <inttypes.h>

enum { DEEPEST = 200 };

static bool put(Buf *b, Value v, int depth);

static bool put_all(Buf *b, const char *word, const Value *items, size_t n,
                    int depth) {
  buf_fmt(b, "%s %zu\n", word, n);
  for (size_t i = 0; i < n; i++)
    if (!put(b, items[i], depth + 1))
      return false;
  return true;
}

static bool put_dict(Buf *b, const Dict *d, int depth) {
  size_t at = 0;
  buf_fmt(b, "%s %zu\n", d->kind == &dict_kind_ordered ? "ordered" : "dict",
          d->n);
  for (DictEntry *e; (e = dict_next(d, &at));)
    if (!put(b, e->key, depth + 1) || !put(b, e->value, depth + 1))
      return false;
  return true;
}

static void put_number(Buf *b, const Array *a, int64_t i) {
  buf_char(b, ' ');
  if (dtype_is_float((DType)a->dtype))
    digits_numpy_scalar(b, (DType)a->dtype, array_get(a, i));
  else
    buf_fmt(b, "%" PRId64, array_get_int(a, i));
}

static void put_array(Buf *b, const Array *a) {
  if (a->family == FAMILY_TORCH)
    buf_fmt(b, "tensor %d", a->requires_grad + 2 * a->parameter);
  else
    buf_str(b, a->scalar ? "scalar" : "array");
  buf_fmt(b, " %s", dtype_name((DType)a->dtype));
  if (!a->scalar) {
    buf_fmt(b, " %d", a->ndim);
    for (int d = 0; d < a->ndim; d++)
      buf_fmt(b, " %" PRId64, a->shape[d]);
  }
  for (int64_t i = 0; i < a->size && !b->failed; i++)
    put_number(b, a, i);
  buf_char(b, '\n');
}

static bool put_ref(Buf *b, Value v, int depth) {
  const Str *s = str_of(v);
  const Value *items;
  size_t n;
  if (s) {
    buf_fmt(b, "str %zu ", s->len);
    buf_add(b, s->text, s->len);
    buf_char(b, '\n');
  } else if (value_array(v)) {
    put_array(b, value_array(v));
  } else if (value_is(v, VALUE_TYPE_DICT)) {
    return put_dict(b, dict_of(v), depth);
  } else if (list_items(v, &items, &n)) {
    return put_all(b, list_of(v) ? "list" : "tuple", items, n, depth);
  } else {
    err_set(ERR_Unsupported, "xent does not support torch.save() of '%s'",
            value_type_name(v));
    return err_hint("save tensors, numbers, texts, lists and dicts of them, "
                    "such as model.state_dict()");
  }
  return true;
}

/* Appends v; false with an error. */
static bool put(Buf *b, Value v, int depth) {
  if (depth > DEEPEST)
    return err_set(ERR_RecursionError, "maximum recursion depth exceeded");
  switch (v.tag) {
  case VALUE_NONE: buf_str(b, "none\n"); break;
  case VALUE_BOOL: buf_str(b, v.b ? "true\n" : "false\n"); break;
  case VALUE_INT: buf_fmt(b, "int %" PRId64 "\n", v.i); break;
  case VALUE_FLOAT:
    buf_str(b, "float ");
    digits_repr64(b, v.f);
    buf_char(b, '\n');
    break;
  default:
    if (!put_ref(b, v, depth))
      return false;
  }
  return !b->failed;
}

bool statefile_write(Value v, Buf *out) {
  buf_str(out, "xent-save 1\n");
  if (!put(out, v, 0))
    return false;
  buf_str(out, "end\n");
  return !out->failed;
}
