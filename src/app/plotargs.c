/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plotargs.h"

#include "base/err.h"
#include "lang/astwalk.h"
#include "lang/run.h"

#include <string.h>

/* --- --plot[=FILE] -------------------------------------------------------- */

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/* Where the option begins, outside of quotes; or n. */
static size_t find_option(const char *text, size_t n) {
  char quote = 0;
  for (size_t i = 0; i < n; i++) {
    char c = text[i];
    if (quote)
      quote = c == quote ? 0 : quote;
    else if (c == '"' || c == '\'')
      quote = c;
    else if (n - i >= 6 && !memcmp(text + i, "--plot", 6) &&
             (i == 0 || is_blank(text[i - 1])) &&
             (i + 6 == n || text[i + 6] == '=' || is_blank(text[i + 6])))
      return i;
  }
  return n;
}

/* The file name after `=`: a word, or quoted. Returns its end. */
static size_t read_file(const char *text, size_t n, size_t at, Buf *file) {
  char quote = at < n && (text[at] == '"' || text[at] == '\'') ? text[at] : 0;
  size_t end = at + (quote != 0);
  while (end < n && (quote ? text[end] != quote : !is_blank(text[end])))
    buf_char(file, text[end++]);
  return end + (quote && end < n);
}

/* Copies text without the option into *rest. */
static bool split(const char *text, size_t n, PlotArgs *out, Buf *rest) {
  size_t at = find_option(text, n), end = at;
  if (at < n) {
    out->wish.asked = true;
    end = at + 6;
    if (end < n && text[end] == '=') {
      end = read_file(text, n, end + 1, &out->file);
      out->wish.file = buf_text(&out->file);
    }
  }
  buf_add(rest, text, at);
  buf_add(rest, text + end, n - end);
  return !rest->failed && !out->file.failed;
}

/* --- items ---------------------------------------------------------------- */

static PlotArg item_between(const Node *node, const char *from,
                            const char *to) {
  while (from < to && is_blank(*from))
    from++;
  while (to > from && is_blank(to[-1]))
    to--;
  return (PlotArg){.node = node,
                   .text = from,
                   .n = (size_t)(to - from),
                   .value = value_absent()};
}

/* Between two items there are brackets that close, blanks and one comma. */
static bool split_items(PlotArgs *a, Node *const *nodes, int32_t n) {
  const Source *s = a->tree->source;
  const char *from = s->text, *end = s->text + s->len;
  if (n > PLOTARGS_MAX)
    return err_set(ERR_TypeError, "plot takes at most %d arguments",
                   PLOTARGS_MAX);
  for (int32_t i = 0; i < n; i++) {
    const char *after = s->text + nodes[i]->span.to;
    const char *comma = memchr(after, ',', (size_t)(end - after));
    const char *to = i + 1 < n ? comma : end;
    if (i + 1 == n && comma && !strchr(comma, '\n'))
      to = comma; /* a comma at the end */
    a->items[a->n++] = item_between(nodes[i], from, to ? to : end);
    from = to ? to + 1 : end;
  }
  return true;
}

static Tree *parse(const char *before, const char *text, size_t n,
                   const char *after) {
  Buf b = BUF_EMPTY;
  buf_str(&b, before);
  buf_add(&b, text, n);
  buf_str(&b, after);
  uint32_t line = strchr(before, '\n') ? 0 : 1;
  Tree *tree =
      b.failed ? NULL : run_parse_expression("<plot>", line, b.text, b.len);
  buf_free(&b);
  return tree;
}

static bool read_items(PlotArgs *a, const Buf *text) {
  a->tree = parse("", buf_text(text), text->len, "");
  if (!a->tree)
    return false;
  Node *node = a->tree->body[0]->bin.left;
  bool several = node->type == NODE_TUPLE && !(node->flags & AST_PARENTHESES);
  return several ? split_items(a, node->list.items, node->list.n)
                 : split_items(a, &node, 1);
}

static bool is_empty(const Buf *text) {
  for (size_t i = 0; i < text->len; i++)
    if (!is_blank(text->text[i]))
      return false;
  return true;
}

bool plotargs_read(const char *text, size_t n, PlotArgs *out) {
  Buf rest = BUF_EMPTY;
  *out = (PlotArgs){0};
  bool ok = split(text, n, out, &rest);
  if (ok && is_empty(&rest)) {
    ok = err_set(ERR_TypeError, "plot what?");
    err_hint("plot sigmoid, -6, 6   or   plot [3, 1, 2]   or   plot loss");
  }
  ok = ok && read_items(out, &rest);
  buf_free(&rest);
  if (!ok)
    plotargs_free(out);
  return ok;
}

void plotargs_free(PlotArgs *a) {
  for (int i = 0; i < a->n; i++)
    value_unref(a->items[i].value);
  ast_unref(a->tree);
  buf_free(&a->file);
  *a = (PlotArgs){0};
}

/* --- values --------------------------------------------------------------- */

static Value run(const char *before, const PlotArg *arg, const char *after) {
  Tree *tree = parse(before, arg->text, arg->n, after);
  Value v = tree ? exec_expression(tree) : value_error();
  ast_unref(tree);
  return v;
}

Value plotargs_value(PlotArg *arg) {
  if (!value_ok(arg->value))
    arg->value = run("", arg, "");
  return arg->value;
}

/* The argument has a line of its own, so that errors show it alone and it may
   end in a comment. */
Value plotargs_function(const PlotArg *arg) {
  return run("lambda x: (\n", arg, "\n)");
}

/* --- x -------------------------------------------------------------------- */

static bool is_x(const Node *n) {
  return n->type == NODE_NAME && !strcmp(n->name.sym->text, "x");
}

static bool binds_x(const Node *n) {
  if (n->type == NODE_LAMBDA)
    return true;
  if (n->type < NODE_LISTCOMP || n->type > NODE_DICTCOMP)
    return false;
  for (int32_t i = 0; i < n->comprehension.n; i++)
    if (is_x(n->comprehension.loops[i].target))
      return true;
  return false;
}

/* Goes on as long as no x was met. */
static bool without_x(void *self, Node *n) {
  if (is_x(n))
    return false;
  return binds_x(n) || astwalk_children(n, without_x, self);
}

bool plotargs_mentions_x(const PlotArg *arg) {
  return !without_x(NULL, (Node *)arg->node);
}
