/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/parser_state.h"

#include "base/err.h"
#include "base/mem.h"
#include "lang/parser_expr.h"

#include <string.h>

bool parser_state_expect(Parser *p, TokenKind kind) {
  return parser_state_accept(p, kind) || parser_state_invalid(p);
}

bool parser_state_colon(Parser *p, bool strict) {
  if (parser_state_accept(p, TOKEN_COLON))
    return true;
  if (p->token.kind != TOKEN_ERROR &&
      (strict || p->token.kind == TOKEN_NEWLINE))
    return parser_state_error(p, p->token.span, "expected ':'");
  return parser_state_invalid(p);
}

bool parser_state_push_slow(Parser *p, Node *n) {
  if (p->stack == p->first) {
    size_t cap = 0;
    void *items = NULL;
    if (!mem_grow(&items, &cap, (size_t)PARSER_FIRST * 2, sizeof(Node *)))
      return false;
    p->stack = memcpy(items, p->first, sizeof p->first);
    p->cap_stack = cap;
  }
  if (!mem_grow((void **)&p->stack, &p->cap_stack, p->n_stack + 1,
                sizeof(Node *)))
    return false;
  p->stack[p->n_stack++] = n;
  return true;
}

bool parser_state_pop(Parser *p, size_t base, Node ***items, int32_t *n) {
  size_t count = p->n_stack - base;
  p->n_stack = base;
  *n = (int32_t)count;
  *items = NULL;
  if (!count)
    return true;
  *items = parser_state_alloc(p, count * sizeof(Node *));
  if (*items)
    memcpy(*items, p->stack + base, count * sizeof(Node *));
  return *items != NULL;
}

void *parser_state_alloc(Parser *p, size_t size) {
  return arena_alloc(&p->tree->arena, size);
}

const Sym *parser_state_sym(Parser *p, Span span) {
  return sym_of(p->lexer.text + span.from, span.to - span.from);
}

const Sym *parser_state_name(Parser *p) {
  Span span = p->token.span;
  return parser_state_expect(p, TOKEN_NAME) ? parser_state_sym(p, span) : NULL;
}

void *parser_state_error(Parser *p, Span span, const char *format, ...) {
  Buf text = BUF_EMPTY;
  va_list args;
  va_start(args, format);
  buf_vfmt(&text, format, args);
  va_end(args);
  if (!text.failed) {
    err_set(ERR_SyntaxError, "%s%s", p->prefix, buf_text(&text));
    err_at(p->tree->source, span);
    err_now()->incomplete = parser_state_at_end(p);
  }
  buf_free(&text);
  return NULL;
}

bool parser_state_later(Parser *p, Span span, const char *format, ...) {
  if (p->late.len)
    return true;
  va_list args;
  va_start(args, format);
  buf_vfmt(&p->late, format, args);
  va_end(args);
  p->late_span = span;
  return !p->late.failed;
}

void *parser_state_refuse(Parser *p, Span span, const char *what, ...) {
  Buf text = BUF_EMPTY;
  va_list args;
  va_start(args, what);
  buf_vfmt(&text, what, args);
  va_end(args);
  if (!text.failed) {
    err_set(ERR_Unsupported, "xent does not support %s", buf_text(&text));
    err_at(p->tree->source, span);
  }
  buf_free(&text);
  p->token.kind = TOKEN_ERROR;
  return NULL;
}

bool parser_state_too_deep(Parser *p) {
  err_set(ERR_RecursionError,
          "maximum recursion depth exceeded during compilation");
  err_at(p->tree->source, p->token.span);
  p->token.kind = TOKEN_ERROR;
  return false;
}

bool parser_state_begins(TokenKind kind) {
  switch (kind) {
  case TOKEN_NAME:
  case TOKEN_INT:
  case TOKEN_FLOAT:
  case TOKEN_STRING:
  case TOKEN_FALSE:
  case TOKEN_NONE:
  case TOKEN_TRUE:
  case TOKEN_NOT:
  case TOKEN_LAMBDA:
  case TOKEN_ELLIPSIS:
  case TOKEN_TILDE:
  case TOKEN_LEFT_PAREN:
  case TOKEN_LEFT_SQUARE:
  case TOKEN_LEFT_BRACE: return true;
  default: return false;
  }
}

/* Is the node a bare name with this text? */
static bool is_name(const Node *n, const char *text) {
  return n->type == NODE_NAME && !(n->flags & AST_PARENTHESES) &&
         !strcmp(n->name.sym->text, text);
}

static bool is_legacy(const Node *n) {
  return is_name(n, "print") || is_name(n, "exec");
}

/* Is the token, which has been read, within brackets? */
static bool in_brackets(const Parser *p) {
  TokenKind kind = p->token.kind;
  bool opener = kind == TOKEN_LEFT_PAREN || kind == TOKEN_LEFT_SQUARE ||
                kind == TOKEN_LEFT_BRACE;
  return p->lexer.depth - opener > 0 || p->lexer.inside;
}

/* Names that are keywords in some statements get no advice about commas, nor
   does a name that looks like the prefix of a string. */
static bool advisable(const Parser *p) {
  if (p->token.kind == TOKEN_STRING && p->lexer.text[p->last_end - 1] != '"' &&
      p->lexer.text[p->last_end - 1] != '\'' && p->last->type == NODE_NAME)
    return false;
  return !is_name(p->last, "_") && !is_name(p->last, "match") &&
         !is_name(p->last, "case");
}

/* Two expressions side by side: Python 2's print, or within brackets a missing
   comma; an error of the lexer in the second goes before. True with the error
   record filled, or false. */
static bool side_by_side(Parser *p) {
  const Node *a = p->last;
  if (!a || p->last_end != p->end || !parser_state_begins(p->token.kind))
    return false;
  bool legacy = is_legacy(a), nested = in_brackets(p);
  if (!legacy && !advisable(p))
    return false;
  uint32_t from = p->last_from;
  Span span = p->token.span;
  p->last = NULL;
  bool lambda = p->token.kind == TOKEN_LAMBDA;
  Node *b = legacy   ? parser_expr_list(p)
            : lambda ? parser_expr_one(p)
                     : parser_expr_operators(p, BIND_OR);
  err_now()->incomplete = false;
  if (p->token.kind == TOKEN_ERROR)
    return true;
  if (b && legacy) {
    const char *word = a->name.sym->text;
    parser_state_error(p, (Span){from, p->end},
                       "Missing parentheses in call to '%s'. Did you mean "
                       "%s(...)?",
                       word, word);
  } else if (b && nested) {
    parser_state_error(p, (Span){from, p->end},
                       "invalid syntax. Perhaps you forgot a comma?");
  } else if (b || err_now()->type != ERR_MemoryError) {
    parser_state_error(p, span, "invalid syntax");
    err_now()->incomplete = false;
  }
  return true;
}

static void *refuse_word(Parser *p) {
  switch (p->token.kind) {
  case TOKEN_YIELD: return parser_state_refuse(p, p->token.span, "'yield'");
  case TOKEN_ASYNC: return parser_state_refuse(p, p->token.span, "'async'");
  case TOKEN_AWAIT: return parser_state_refuse(p, p->token.span, "'await'");
  default: return parser_state_refuse(p, p->token.span, "':='");
  }
}

/* Fails for an INDENT or DEDENT where a statement should begin. */
static void *bad_indent(Parser *p) {
  bool more = p->token.kind == TOKEN_INDENT;
  err_set(ERR_IndentationError,
          more ? "unexpected indent" : "unexpected unindent");
  err_at(p->tree->source, p->token.span);
  err_now()->incomplete = !more && parser_state_at_end(p);
  return NULL;
}

void *parser_state_invalid(Parser *p) {
  switch (p->token.kind) {
  case TOKEN_ERROR: return NULL;
  case TOKEN_INDENT:
  case TOKEN_DEDENT: return bad_indent(p);
  case TOKEN_YIELD:
  case TOKEN_ASYNC:
  case TOKEN_AWAIT:
  case TOKEN_WALRUS: return refuse_word(p);
  default: break;
  }
  if (side_by_side(p))
    return NULL;
  return parser_state_error(p, p->token.span, "invalid syntax");
}
