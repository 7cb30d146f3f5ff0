/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/arraytext.h"

#include "base/utf8.h"
#include "lang/str.h"
#include "num/dtype.h"

/* Python asks the text first when the number is a scalar: it joins, or repeats
   itself. `"%d" % a` is a format. */
static bool is_text_own(AstOp op, const Array *a, bool text_first) {
  return (op == AST_MOD && text_first) ||
         (a->scalar && (op == AST_MUL || (op == AST_ADD && text_first)));
}

/* dtype('<U6'): NumPy counts at least one sign. */
static void put_dtype(Buf *b, Value v) {
  const Str *s = str_of(v);
  size_t n = s ? utf8_length(s->text, s->len) : 0;
  if (s)
    buf_fmt(b, "dtype('<U%zu')", n ? n : 1);
  else
    buf_fmt(b, "dtype('%s')", dtype_name((DType)value_array(v)->dtype));
}

static const char *ufunc(AstOp op) {
  switch (op) {
  case AST_ADD: return "add";
  case AST_SUB: return "subtract";
  case AST_MUL: return "multiply";
  case AST_MATMUL: return "matmul";
  case AST_DIV: return "divide";
  case AST_FLOORDIV: return "floor_divide";
  case AST_MOD: return "remainder";
  case AST_POW: return "power";
  case AST_BITAND: return "bitwise_and";
  case AST_BITOR: return "bitwise_or";
  case AST_BITXOR: return "bitwise_xor";
  case AST_LSHIFT: return "left_shift";
  case AST_RSHIFT: return "right_shift";
  default: return NULL;
  }
}

static void no_loop(const char *name, Value l, Value r) {
  Buf types = BUF_EMPTY;
  put_dtype(&types, l);
  buf_str(&types, ", ");
  put_dtype(&types, r);
  err_set(ERR_UFuncNoLoopError,
          "ufunc '%s' did not contain a loop with signature matching types "
          "(%s) -> None",
          name, buf_text(&types));
  buf_free(&types);
}

bool arraytext_refuses(AstOp op, Value l, Value r) {
  bool text_first = value_is(l, VALUE_TYPE_STR);
  const Array *a = value_array(text_first ? r : l);
  const char *name = ufunc(op);
  if (!a || a->family != FAMILY_NUMPY || !name ||
      (!text_first && !value_is(r, VALUE_TYPE_STR)) ||
      is_text_own(op, a, text_first))
    return false;
  if (op == AST_ADD || op == AST_SUB || op == AST_MUL || op == AST_MATMUL)
    no_loop(name, l, r);
  else
    err_set(ERR_TypeError,
            "ufunc '%s' not supported for the input types, and the inputs "
            "could not be safely coerced to any supported types according to "
            "the casting rule ''safe''",
            name);
  return true;
}
