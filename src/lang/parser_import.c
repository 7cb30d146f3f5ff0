/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import and from. */
#include "base/err.h"
#include "lang/parser_parts.h"

#include <string.h>

/* The module "__future__" knows these; all of them are Python 3 already. */
static const char *const features[] = {
    "nested_scopes",  "generators",     "division",         "absolute_import",
    "with_statement", "print_function", "unicode_literals", "barry_as_FLUFL",
    "generator_stop", "annotations"};

/* dotted_name: NAME ('.' NAME)*, appended to *text */
static bool dotted(Parser *p, Buf *text) {
  do {
    Span span = p->token.span;
    if (!parser_state_expect(p, TOKEN_NAME))
      return false;
    if (text->len && text->text[text->len - 1] != '.')
      buf_char(text, '.');
    buf_add(text, p->lexer.text + span.from, span.to - span.from);
  } while (parser_state_accept(p, TOKEN_DOT));
  return !text->failed;
}

static const char *keep(Parser *p, Buf *text) {
  if (text->failed)
    return NULL;
  return arena_text(&p->tree->arena, buf_text(text), text->len);
}

/* ['as' NAME], else the name binds what stands before its first dot. */
static bool binding(Parser *p, ImportName *name) {
  name->renamed = parser_state_accept(p, TOKEN_AS);
  name->as = name->renamed ? parser_state_name(p)
                           : sym_of(name->dotted, strcspn(name->dotted, "."));
  name->span.to = p->end;
  return name->as;
}

/* dotted_as_name: dotted_name ['as' NAME] */
static bool module(Parser *p, ImportName *name) {
  Buf text = BUF_EMPTY;
  name->span.from = p->token.span.from;
  name->dotted = dotted(p, &text) ? keep(p, &text) : NULL;
  buf_free(&text);
  return name->dotted && binding(p, name);
}

/* import_from_as_name: NAME ['as' NAME] */
static bool member(Parser *p, ImportName *name) {
  Span span = name->span = p->token.span;
  if (!parser_state_expect(p, TOKEN_NAME))
    return false;
  name->dotted = arena_text(&p->tree->arena, p->lexer.text + span.from,
                            span.to - span.from);
  return name->dotted && binding(p, name);
}

/* Names are gathered by their addresses, then moved side by side. */
static bool push(Parser *p, bool (*read)(Parser *, ImportName *)) {
  ImportName *name = parser_state_alloc(p, sizeof *name);
  return name && read(p, name) && parser_state_push(p, (Node *)(void *)name);
}

static bool gather(Parser *p, size_t base, Node *n) {
  int32_t count = (int32_t)(p->n_stack - base);
  ImportName *items = parser_state_alloc(p, (size_t)count * sizeof *items);
  for (int32_t i = 0; items && i < count; i++)
    items[i] = *(ImportName *)(void *)p->stack[base + (size_t)i];
  p->n_stack = base;
  n->import.items = items;
  n->import.n = count;
  return items;
}

/* 'import' dotted_as_name (',' dotted_as_name)* */
Node *parser_import_name(Parser *p) {
  uint32_t from = p->token.span.from;
  size_t base = p->n_stack;
  parser_state_advance(p);
  do {
    if (!push(p, module))
      return NULL;
  } while (parser_state_accept(p, TOKEN_COMMA));
  Node *n = parser_state_node(p, NODE_IMPORT, from);
  return n && gather(p, base, n) ? n : NULL;
}

/* ('.' | '...')* dotted_name | ('.' | '...')+ */
static const char *source_module(Parser *p) {
  Buf text = BUF_EMPTY;
  for (; p->token.kind == TOKEN_DOT || p->token.kind == TOKEN_ELLIPSIS;
       parser_state_advance(p))
    buf_str(&text, p->token.kind == TOKEN_DOT ? "." : "...");
  bool relative = (text.len || text.failed) && p->token.kind == TOKEN_IMPORT;
  const char *name = relative || dotted(p, &text) ? keep(p, &text) : NULL;
  buf_free(&text);
  return name;
}

/* '(' import_from_as_names [','] ')' | import_from_as_names */
static bool members(Parser *p) {
  bool grouped = parser_state_accept(p, TOKEN_LEFT_PAREN);
  for (;;) {
    if (!push(p, member))
      return false;
    if (!parser_state_accept(p, TOKEN_COMMA))
      break;
    if (grouped && p->token.kind == TOKEN_RIGHT_PAREN)
      break;
    if (!grouped && p->token.kind == TOKEN_NEWLINE)
      return parser_state_error(p, p->token.span,
                                "trailing comma not allowed without "
                                "surrounding parentheses");
  }
  return !grouped || parser_state_expect(p, TOKEN_RIGHT_PAREN);
}

static bool known_feature(const char *name) {
  for (size_t i = 0; i < sizeof features / sizeof features[0]; i++)
    if (!strcmp(features[i], name))
      return true;
  return false;
}

static bool check_future(Parser *p, const Node *n) {
  if (strcmp(n->import.module, "__future__") != 0)
    return true;
  if (p->begun)
    return parser_state_later(p, n->span,
                              "from __future__ imports must occur at the "
                              "beginning of the file");
  for (int32_t i = 0; i < n->import.n; i++)
    if (!known_feature(n->import.items[i].dotted))
      return parser_state_later(p, n->span, "future feature %s is not defined",
                                n->import.items[i].dotted);
  return true;
}

/* 'from' module 'import' ('*' | names) */
Node *parser_import_from(Parser *p) {
  uint32_t from = p->token.span.from;
  size_t base = p->n_stack;
  parser_state_advance(p);
  const char *name = source_module(p);
  if (!name || !parser_state_expect(p, TOKEN_IMPORT))
    return NULL;
  Span star = p->token.span;
  bool all = parser_state_accept(p, TOKEN_STAR);
  if (all ? p->nested && !parser_state_later(
                             p, star, "import * only allowed at module level")
          : !members(p))
    return NULL;
  Node *n = parser_state_node(p, NODE_FROM, from);
  if (!n)
    return NULL;
  n->import.module = name;
  if (!all && !gather(p, base, n))
    return NULL;
  return check_future(p, n) ? n : NULL;
}
