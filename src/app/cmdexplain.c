/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cmdexplain.h"

#include "app/output.h"
#include "base/err.h"
#include "lang/function.h"
#include "lang/native.h"
#include "lang/row.h"
#include "lang/run.h"
#include "lang/textplain.h"
#include "teach/explain.h"
#include "teach/kinds.h"

#include <math.h>
#include <string.h>

/* --- explain -------------------------------------------------------------- */

typedef struct Wish {
  int depth;
  ExplainFormat format;
} Wish;

/* One option word. */
static bool read_option(const char *word, size_t n, Wish *w) {
  if (n == 2 && word[0] == '-' && word[1] >= '1' && word[1] <= '3')
    w->depth = word[1] - '0';
  else if (n == 4 && !memcmp(word, "--md", 4))
    w->format = EXPLAIN_MARKDOWN;
  else if (n == 5 && !memcmp(word, "--tex", 5))
    w->format = EXPLAIN_TEX;
  else
    return false;
  return true;
}

/* `-2 * x` is an expression: an operator cannot follow an option. */
static bool starts_expression(char c) {
  return c && !strchr("*/%@&|^=<>,.)]", c);
}

/* Takes the options off the front; what remains is the expression. */
static Wish read_options(const char **text, size_t *n) {
  Wish w = {0, EXPLAIN_TERMINAL};
  for (;;) {
    size_t word = 0, rest;
    while (word < *n && (*text)[word] != ' ')
      word++;
    for (rest = word; rest < *n && (*text)[rest] == ' ';)
      rest++;
    Wish next = w;
    if (rest == *n || !starts_expression((*text)[rest]) ||
        !read_option(*text, word, &next))
      return w;
    w = next;
    *text += rest;
    *n -= rest;
  }
}

SessionReply cmdexplain_run(const char *text, size_t n) {
  Wish w = read_options(&text, &n);
  if (!n) {
    err_set(ERR_ValueError, "explain wants an expression");
    err_hint("explain cross_entropy([2.0, 1.0, 0.1], 0)");
    return SESSION_ERROR;
  }
  Buf out = BUF_EMPTY;
  explain_set_columns(output_options.terminal ? output_options.columns : 0);
  bool ok = explain_text(text, n, w.depth, w.format, &out);
  if (ok)
    output_buf(&out);
  buf_free(&out);
  return ok ? SESSION_OK : SESSION_ERROR;
}

/* --- info ----------------------------------------------------------------- */

static void put_extremes(Buf *out, const Array *a) {
  double least = array_get(a, 0), most = least, sum = 0;
  for (int64_t i = 0; i < a->size; i++) {
    double x = array_get(a, i);
    least = fmin(least, x);
    most = fmax(most, x);
    sum += x;
  }
  const double x[] = {least, most, sum / (double)a->size};
  const char *const names[] = {"least ", "   largest ", "   mean "};
  buf_str(out, "  ");
  for (int i = 0; i < 3; i++) {
    buf_str(out, names[i]);
    if (i < 2 && !dtype_is_float((DType)a->dtype))
      buf_int(out, (long long)x[i]);
    else
      textplain_number(out, x[i] + 0.0, interp.digits);
  }
  buf_char(out, '\n');
}

static void put_array(Buf *out, const Array *a) {
  if (a->kind.name != KIND_REAL)
    buf_fmt(out, "  %s\n", dtype_name((DType)a->dtype));
  if (a->size > 1)
    put_extremes(out, a);
}

static void put_row(Buf *out, const Row *row) {
  if (row->op->formula)
    buf_fmt(out, "  %s\n", row->op->formula);
  if (row->op->help)
    buf_fmt(out, "  %s\n", row->op->help);
  const Sym *names[OP_MAX_ARGS];
  int n = row_keywords(row, names, OP_MAX_ARGS);
  buf_str(out, "  takes ");
  for (int i = 0; i < n; i++)
    buf_fmt(out, "%s%s", i ? ", " : "", names[i]->text);
  buf_char(out, '\n');
}

static void put_native(Buf *out, const Native *n) {
  if (n->help)
    buf_fmt(out, "  %s\n", n->help);
}

static void put_function(Buf *out, const Function *fn) {
  const Node *n = fn->node;
  buf_str(out, "  takes ");
  for (int32_t i = 0; i < n->function.n_params; i++)
    buf_fmt(out, "%s%s", i ? ", " : "", n->function.params[i].name->text);
  buf_str(out, n->function.n_params ? "\n" : "nothing\n");
  if (n->type == NODE_DEF && n->function.doc)
    buf_fmt(out, "  %s\n", n->function.doc);
}

/* Where a name got its value: the first line of the statement. */
static void put_origin(Buf *out, const char *text, size_t n) {
  const Sym *name = sym_find(text, n);
  const Origin *o = name ? interp_origin(name) : NULL;
  if (!o)
    return;
  const char *from = o->source->text + o->span.from;
  size_t len = o->span.to - o->span.from;
  const char *end = memchr(from, '\n', len);
  buf_str(out, "  from ");
  buf_visible(out, from, end ? (size_t)(end - from) : len, false);
  buf_char(out, '\n');
}

static void put_info(Buf *out, const char *text, size_t n, Value v) {
  buf_visible(out, text, n, false);
  buf_str(out, " : ");
  kinds_describe(out, v);
  buf_char(out, '\n');
  if (value_array(v) && value_array(v)->size)
    put_array(out, value_array(v));
  else if (value_is(v, VALUE_TYPE_ROW))
    put_row(out, row_of_value(v));
  else if (value_is(v, VALUE_TYPE_NATIVE))
    put_native(out, native_row(v));
  else if (value_is(v, VALUE_TYPE_FUNCTION))
    put_function(out, (Function *)v.ref);
  put_origin(out, text, n);
}

SessionReply cmdexplain_info(const char *text, size_t n) {
  if (!n) {
    err_set(ERR_ValueError, "info wants a name or an expression");
    err_hint("info softmax");
    return SESSION_ERROR;
  }
  Value v = run_expression("<info>", 1, text, n);
  if (!value_ok(v))
    return SESSION_ERROR;
  Buf out = BUF_EMPTY;
  put_info(&out, text, n, v);
  output_buf(&out);
  buf_free(&out);
  value_unref(v);
  return SESSION_OK;
}
