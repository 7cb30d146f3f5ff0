/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/run.h"

#include "lang/parser.h"

static Source *source_of(const char *name, uint32_t line, const char *text,
                         size_t n) {
  Source *source = source_new(name, text, n);
  if (source)
    source->first_line = line;
  return source;
}

static Tree *by_session_rules(Tree *tree) {
  if (tree)
    tree->prompt = !interp.strict;
  return tree;
}

Tree *run_parse(const char *name, uint32_t line, const char *text, size_t n,
                bool done) {
  Source *source = source_of(name, line, text, n);
  Tree *tree = source ? parser_prompt(source, done) : NULL;
  source_unref(source);
  return by_session_rules(tree);
}

Tree *run_parse_expression(const char *name, uint32_t line, const char *text,
                           size_t n) {
  Source *source = source_of(name, line, text, n);
  Tree *tree = source ? parser_expression(source) : NULL;
  source_unref(source);
  return by_session_rules(tree);
}

bool run_text(const char *name, const char *text, size_t n, ExecEcho echo,
              void *self) {
  Tree *tree = run_parse(name, 1, text, n, true);
  bool ok = tree && exec_tree(tree, echo, self);
  ast_unref(tree);
  return ok;
}

Value run_expression(const char *name, uint32_t line, const char *text,
                     size_t n) {
  Tree *tree = run_parse_expression(name, line, text, n);
  Value v = tree ? exec_expression(tree) : value_error();
  ast_unref(tree);
  return v;
}
