/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/parser.h"

#include "base/err.h"
#include "base/mem.h"
#include "lang/parser_expr.h"
#include "lang/parser_parts.h"

#include <string.h>

/* The fields behind `first` on: that array needs no beginning. */
static bool open_parser(Parser *p, Source *source) {
  memset((char *)p + offsetof(Parser, token), 0,
         offsetof(Parser, first) - offsetof(Parser, token));
  p->prefix = "";
  p->stack = p->first;
  p->cap_stack = PARSER_FIRST;
  if (!lexer_start(&p->lexer, source) || !(p->tree = ast_new(source)))
    return false;
  lexer_next(&p->lexer, &p->token);
  return true;
}

static void close_parser(Parser *p) {
  if (p->stack != p->first)
    mem_free(p->stack);
  buf_free(&p->late);
}

/* Did the parser, not the lexer, find a SyntaxError? */
static bool parser_found_it(const Parser *p) {
  return p->token.kind != TOKEN_ERROR &&
         err_is_a(err_now()->type, ERR_SyntaxError);
}

/* As in CPython an error of a token further on explains more than the
   parser's, and so does a bracket that an earlier line has left open. */
static void look_further(Parser *p) {
  Err found = err_take();
  const Source *source = p->tree->source;
  uint32_t line = lexer_line(source, p->token.span.from);
  Token t = p->token;
  while (t.kind != TOKEN_EOF && t.kind != TOKEN_ERROR)
    lexer_next(&p->lexer, &t);
  const Lexer *l = &p->lexer;
  if (t.kind == TOKEN_ERROR && l->soft && l->depth &&
      lexer_line(source, l->brackets[l->depth - 1]) < line) {
    lexer_never_closed(&p->lexer, &t);
  } else if (t.kind == TOKEN_EOF || l->soft) {
    err_restore(&found);
    return;
  }
  err_now()->incomplete = false;
  err_free(&found);
}

/* `match x:` at the start of the statement that failed. */
static void look_for_match(Parser *p) {
  Span word = p->statement.span;
  if (p->statement.kind != TOKEN_NAME || word.to - word.from != 5 ||
      memcmp(p->lexer.text + word.from, "match", 5) != 0)
    return;
  Err found = err_take();
  Lexer lexer = p->lexer;
  Token token = p->token;
  p->lexer.at = word.to;
  p->lexer.depth = p->lexer.owed = 0;
  p->lexer.fresh = false;
  p->last = NULL;
  lexer_next(&p->lexer, &p->token);
  bool is_match = p->token.kind != TOKEN_NEWLINE && parser_expr_list(p) &&
                  parser_state_accept(p, TOKEN_COLON) &&
                  p->token.kind == TOKEN_NEWLINE;
  p->lexer = lexer;
  p->token = token;
  err_clear();
  if (is_match) {
    parser_state_refuse(p, word, "'match'");
    err_free(&found);
  } else {
    err_restore(&found);
  }
}

/* Makes the error the one that CPython would show. */
static void explain(Parser *p) {
  if (!p->tree || !parser_found_it(p))
    return;
  look_for_match(p);
  bool indent = p->token.kind == TOKEN_INDENT || p->token.kind == TOKEN_DEDENT;
  if (parser_found_it(p) && !err_now()->incomplete && !indent)
    look_further(p);
}

/* file: statement* EOF */
static bool statements(Parser *p) {
  while (p->token.kind != TOKEN_EOF) {
    p->statement.kind = TOKEN_EOF;
    if (!parser_stmt_one(p))
      return false;
  }
  return parser_state_pop(p, 0, &p->tree->body, &p->tree->n);
}

static bool nothing_late(Parser *p) {
  if (!p->late.len)
    return true;
  err_set(ERR_SyntaxError, "%s", buf_text(&p->late));
  return err_at(p->tree->source, p->late_span);
}

/* Runs the rule on the source; lexical tells whether the lexer failed. */
static Tree *run(Source *source, bool (*rule)(Parser *), bool *lexical) {
  Parser p;
  bool opened = open_parser(&p, source);
  bool ok = opened && rule(&p) && nothing_late(&p);
  *lexical = !ok && opened && p.token.kind == TOKEN_ERROR;
  Tree *tree = p.tree;
  if (!ok) {
    explain(&p);
    ast_unref(tree);
    tree = NULL;
  }
  close_parser(&p);
  return tree;
}

Tree *parser_file(Source *source) {
  bool lexical;
  return run(source, statements, &lexical);
}

/* eval: NEWLINE* star_expressions NEWLINE* EOF */
static bool expression(Parser *p) {
  parser_state_accept(p, TOKEN_INDENT);
  uint32_t from = p->token.span.from;
  Node *value = parser_expr_list(p);
  if (!value || !parser_target_unstarred(p, value))
    return false;
  Node *n = parser_state_node(p, NODE_EXPR_STMT, from);
  if (!n || !parser_state_push(p, n))
    return false;
  n->bin.left = value;
  while (p->token.kind == TOKEN_NEWLINE || p->token.kind == TOKEN_DEDENT)
    parser_state_advance(p);
  return parser_state_expect(p, TOKEN_EOF) &&
         parser_state_pop(p, 0, &p->tree->body, &p->tree->n);
}

Tree *parser_expression(Source *source) {
  bool lexical;
  return run(source, expression, &lexical);
}

static bool is_compound(const Node *n) {
  return n->type >= NODE_IF;
}

/* Is the last line of the text, behind its last line end or before it, an
   empty one? */
static bool ends_empty(const Source *s) {
  size_t at = s->len;
  int lines = 0;
  while (at && strchr(" \t\r\n\f", s->text[at - 1]))
    lines += s->text[--at] == '\n';
  return lines >= 2;
}

Tree *parser_prompt(Source *source, bool done) {
  bool lexical;
  Tree *tree = run(source, statements, &lexical);
  if (!tree) {
    if (done || (!lexical && ends_empty(source)))
      err_now()->incomplete = false;
    return NULL;
  }
  if (done || !tree->n || !is_compound(tree->body[tree->n - 1]) ||
      ends_empty(source))
    return tree;
  ast_unref(tree);
  err_set(ERR_SyntaxError, "incomplete input");
  uint32_t end = (uint32_t)source->len;
  err_at(source, (Span){end, end});
  err_now()->incomplete = true;
  return NULL;
}

/* The length of the prompt at p, blanks before it included; 0 if none. */
static size_t prompt_at(const char *p, const char *end, bool first) {
  const char *at = p;
  while (at < end && *at == ' ')
    at++;
  size_t rest = (size_t)(end - at);
  if (rest >= 4 && !memcmp(at, "In [", 4)) {
    at += 4;
    while (at < end && *at >= '0' && *at <= '9')
      at++;
    if (end - at < 2 || memcmp(at, "]:", 2) != 0)
      return 0;
    at += 2;
  } else if (!first && rest >= 4 && at > p && at[0] == '.') {
    while (at < end && *at == '.')
      at++;
    if (at == end || *at++ != ':')
      return 0;
  } else if (rest >= 3 && (!memcmp(at, ">>>", 3) ||
                           (!first && at == p && !memcmp(at, "...", 3)))) {
    at += 3;
  } else {
    return 0;
  }
  bool blank = at < end && *at == ' ';
  if (!blank && at < end && *at != '\r')
    return 0;
  return (size_t)(at - p) + blank;
}

static const char *line_end(const char *p, const char *end) {
  const char *stop = memchr(p, '\n', (size_t)(end - p));
  return stop ? stop : end;
}

char *parser_strip_prompts(const char *text, size_t len) {
  const char *end = text + len;
  bool any = prompt_at(text, line_end(text, end), true);
  Buf out = BUF_EMPTY;
  buf_add(&out, "", 0);
  for (const char *p = text; p < end;) {
    const char *stop = line_end(p, end);
    size_t skip = any ? prompt_at(p, stop, false) : 0;
    stop += stop < end;
    buf_add(&out, p + skip, (size_t)(stop - p) - skip);
    p = stop;
  }
  return buf_take(&out);
}
