/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/evalformat.h"

#include "lang/arrayvalue.h"
#include "lang/eval.h"
#include "lang/format.h"
#include "lang/str.h"

/* --- format(v, spec) ----------------------------------------------------- */

/* 0-d arrays and tensors and NumPy's scalars are formatted as the Python
   number that they hold; absent: not one of these. */
static Value number_in(Value v, size_t n) {
  const Array *a = value_array(v);
  if (value_is_number(v))
    return v;
  if (!a || a->ndim || (a->family == FAMILY_PLAIN && !n))
    return value_absent();
  return arrayvalue_item(a, 0);
}

/* __format__ of the learner's class; *found tells if there is one. */
static bool by_method(Buf *b, Value v, const char *spec, size_t n,
                      bool *found) {
  const Sym *name = sym_lit("__format__");
  Value method = name ? value_find_attr(v, name) : value_error();
  *found = value_ok(method) || err_pending();
  if (!value_ok(method))
    return false;
  Value text = str_new(spec, n);
  Value r = value_ok(text) ? value_call_n(method, &text, 1) : text;
  value_unref(text);
  value_unref(method);
  if (str_of(r))
    buf_add(b, str_of(r)->text, str_of(r)->len);
  else if (value_ok(r))
    err_set(ERR_TypeError, "__format__ must return a str, not %s",
            value_type_name(r));
  bool ok = str_of(r) != NULL;
  value_unref(r);
  return ok;
}

bool evalformat_value(Buf *b, Value v, const char *spec, size_t n) {
  Value x = number_in(v, n);
  const Str *s = str_of(v);
  bool found = false, ok = false;
  if (s)
    return format_str(b, s->text, s->len, spec, n);
  switch (x.tag) {
  case VALUE_BOOL: return format_bool(b, x.b, spec, n);
  case VALUE_INT: return format_int(b, x.i, spec, n);
  case VALUE_FLOAT: return format_float(b, x.f, spec, n);
  default: break;
  }
  if (value_is(v, VALUE_TYPE_INSTANCE))
    ok = by_method(b, v, spec, n, &found);
  if (found)
    return ok;
  if (!n)
    return value_str(b, v);
  return err_set(ERR_TypeError,
                 "unsupported format string passed to %s.__format__",
                 value_type_name(v));
}

static bool ascii_repr(Buf *b, Value v) {
  Buf text = BUF_EMPTY;
  bool ok = value_repr(&text, v);
  if (ok)
    str_escape(b, buf_text(&text), text.len);
  buf_free(&text);
  return ok;
}

bool evalformat_converted(Buf *b, Value v, char conversion) {
  if (conversion == 's')
    return value_str(b, v);
  return conversion == 'a' ? ascii_repr(b, v) : value_repr(b, v);
}

/* --- f-strings ----------------------------------------------------------- */

static bool put_pieces(Buf *b, Frame *f, const Node *n);

/* The value after its conversion, formatted by the spec. */
static bool put_value(Buf *b, Frame *f, const Node *n, Value v) {
  Buf text = BUF_EMPTY, spec = BUF_EMPTY;
  char conversion = n->format.conversion;
  bool ok = true;
  if (!conversion && n->format.text && !n->format.spec)
    conversion = 'r';
  if (n->format.spec)
    ok = put_pieces(&spec, f, n->format.spec);
  if (ok && conversion) {
    ok = evalformat_converted(&text, v, conversion) &&
         format_str(b, buf_text(&text), text.len, buf_text(&spec), spec.len);
  } else if (ok) {
    ok = evalformat_value(b, v, buf_text(&spec), spec.len);
  }
  buf_free(&text);
  buf_free(&spec);
  return ok || err_at(f->tree->source, n->span);
}

static bool put_field(Buf *b, Frame *f, const Node *n) {
  if (n->format.text)
    buf_str(b, n->format.text);
  Value v = eval_node(f, n->format.value);
  bool ok = value_ok(v) && put_value(b, f, n, v);
  value_unref(v);
  return ok;
}

static bool put_pieces(Buf *b, Frame *f, const Node *n) {
  for (int32_t i = 0; i < n->list.n; i++) {
    const Node *piece = n->list.items[i];
    if (piece->type == NODE_STR)
      buf_add(b, piece->str.text, piece->str.len);
    else if (!put_field(b, f, piece))
      return false;
  }
  return !b->failed;
}

Value evalformat_fstring(Frame *f, Node *n) {
  Buf b = BUF_EMPTY;
  if (put_pieces(&b, f, n))
    return str_of_buf(&b);
  buf_free(&b);
  return value_error();
}
