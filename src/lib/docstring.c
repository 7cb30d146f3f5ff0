/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/docstring.h"

#include "lang/function.h"
#include "lang/str.h"

#include <string.h>

const char *docstring_of(Value v) {
  if (value_is(v, VALUE_TYPE_METHOD))
    v = ((Method *)v.ref)->function;
  if (value_is(v, VALUE_TYPE_FUNCTION))
    return ((Function *)v.ref)->node->function.doc;
  const Sym *name = sym_lit("__doc__");
  Value *doc =
      class_of(v) && name ? class_attrs_find(&class_of(v)->attrs, name) : NULL;
  return doc && str_of(*doc) ? str_of(*doc)->text : NULL;
}

/* One line of the docstring without its indent; where the next one begins. */
static const char *next_line(const char *at, size_t indent, const char **line,
                             size_t *n) {
  size_t blanks = strspn(at, " ");
  at += blanks < indent ? blanks : indent;
  *line = at;
  *n = strcspn(at, "\n");
  return at + *n + (at[*n] == '\n');
}

void docstring_summary(const char *doc, Buf *out) {
  size_t n = strcspn(doc, "\n");
  while (n && doc[n - 1] == ' ')
    n--;
  buf_add(out, doc, n);
}

static bool is_code(const char *line, size_t n) {
  return n >= 3 && (!strncmp(line, ">>>", 3) || !strncmp(line, "...", 3));
}

bool docstring_example(const char *doc, Buf *code, Buf *result) {
  const char *at = strstr(doc, ">>> "), *line;
  if (!at)
    return false;
  const char *start = at;
  while (start > doc && start[-1] == ' ')
    start--;
  size_t indent = (size_t)(at - start), n;
  for (at = start; *at;) {
    at = next_line(at, indent, &line, &n);
    bool is = is_code(line, n);
    if (!n || (!*at && strspn(line, " ") == n))
      break;
    Buf *to = is ? code : result;
    if (to->len)
      buf_char(to, '\n');
    if (is)
      buf_add(to, line + (n > 3 ? 4 : 3), n - (n > 3 ? 4 : 3));
    else
      buf_add(to, line, n);
  }
  return true;
}

/* lr=0.001: a default that is short enough to read. */
static void put_default(Value v, Buf *out) {
  Buf text = BUF_EMPTY;
  bool plain = !value_is(v, VALUE_TYPE_INSTANCE);
  if (value_ok(v) && plain && value_repr(&text, v) && text.len <= 20)
    buf_fmt(out, "=%s", buf_text(&text));
  else if (value_ok(v))
    buf_str(out, "=...");
  buf_free(&text);
}

static void put_parameter(const Function *f, int32_t i, Buf *out) {
  const Param *p = &f->node->function.params[i];
  buf_str(out, p->flags & AST_STAR_PARAM     ? "*"
               : p->flags & AST_DOUBLE_PARAM ? "**"
                                             : "");
  buf_str(out, p->name->text);
  if (f->defaults)
    put_default(f->defaults[i], out);
}

void docstring_parameters(Value v, Buf *out) {
  const Sym *init = sym_lit("__init__");
  Value f = v;
  if (class_of(v))
    f = init ? class_lookup(class_of(v), init) : value_absent();
  else if (value_is(v, VALUE_TYPE_METHOD))
    f = ((Method *)v.ref)->function;
  buf_char(out, '(');
  if (value_is(f, VALUE_TYPE_FUNCTION)) {
    const Function *fn = (const Function *)f.ref;
    int32_t first = !value_is(v, VALUE_TYPE_FUNCTION);
    for (int32_t i = first; i < fn->node->function.n_params; i++) {
      buf_str(out, i > first ? ", " : "");
      put_parameter(fn, i, out);
    }
  }
  buf_char(out, ')');
}
