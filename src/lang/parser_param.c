/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parameters of functions and lambdas. */
#include "lang/parser_expr.h"
#include "lang/parser_names.h"
#include "lang/parser_parts.h"

typedef struct Params {
  Parser *p;
  TokenKind close;
  size_t base;
  bool star, slash, fallback; /* seen so far */
} Params;

static bool is_def(const Params *s) {
  return s->close == TOKEN_RIGHT_PAREN;
}

static TokenKind kind_of(const Params *s) {
  return s->p->token.kind;
}

static void *wrong(const Params *s, const char *text) {
  return parser_state_error(s->p, s->p->token.span, "%s", text);
}

/* param: NAME [':' expression]; annotations are read and forgotten */
static Param *param(Params *s, uint32_t flags) {
  Parser *p = s->p;
  Span span = p->token.span;
  const Sym *name = parser_state_name(p);
  Param *param = name ? parser_state_alloc(p, sizeof *param) : NULL;
  if (!param)
    return NULL;
  param->name = name;
  param->span = span;
  param->flags = flags;
  if (is_def(s) && parser_state_accept(p, TOKEN_COLON) &&
      !((flags & AST_STAR_PARAM) ? parser_expr_starred(p) : parser_expr_one(p)))
    return NULL;
  return parser_state_push(p, (Node *)(void *)param) ? param : NULL;
}

/* param ['=' expression] */
static bool plain(Params *s) {
  Parser *p = s->p;
  Param *one = param(s, s->star ? AST_KEYWORD_ONLY : 0);
  if (!one)
    return false;
  Span equal = p->token.span;
  if (!parser_state_accept(p, TOKEN_EQUAL)) {
    if (s->fallback && !s->star && kind_of(s) != TOKEN_ERROR)
      return parser_state_error(p, one->span,
                                "non-default argument follows default "
                                "argument");
    return true;
  }
  if (is_def(s) && (kind_of(s) == s->close || kind_of(s) == TOKEN_COMMA))
    return parser_state_error(p, equal, "expected default value expression");
  s->fallback = true;
  one->fallback = parser_expr_one(p);
  return one->fallback;
}

static bool slash(Params *s) {
  Parser *p = s->p;
  if (s->slash)
    return wrong(s, "/ may appear only once");
  if (s->star)
    return wrong(s, "/ must be ahead of *");
  if (p->n_stack == s->base)
    return wrong(s, "at least one argument must precede /");
  s->slash = true;
  for (size_t i = s->base; i < p->n_stack; i++)
    ((Param *)(void *)p->stack[i])->flags |= AST_POSITIONAL_ONLY;
  parser_state_advance(p);
  return kind_of(s) != TOKEN_STAR || wrong(s, "expected comma between / and *");
}

/* '*' param | '*' ',' */
static bool star(Params *s) {
  Parser *p = s->p;
  Span span = p->token.span;
  static const char bare[] = "named arguments must follow bare *";
  if (s->star)
    return wrong(s, "* argument may appear only once");
  s->star = true;
  parser_state_advance(p);
  if (kind_of(s) == s->close)
    return parser_state_error(p, span, bare);
  if (kind_of(s) != TOKEN_COMMA) {
    if (!param(s, AST_STAR_PARAM))
      return false;
    return kind_of(s) != TOKEN_EQUAL ||
           wrong(s, "var-positional argument cannot have default value");
  }
  /* the comma belongs to the star: look behind it, then give it back */
  Lexer lexer = p->lexer;
  Token comma = p->token;
  parser_state_advance(p);
  if (kind_of(s) == s->close || kind_of(s) == TOKEN_DOUBLE_STAR)
    return parser_state_error(p, span, bare);
  p->lexer = lexer;
  p->token = comma;
  return true;
}

/* '**' param [','], the last of all */
static bool double_star(Params *s) {
  Parser *p = s->p;
  parser_state_advance(p);
  if (!param(s, AST_DOUBLE_PARAM))
    return false;
  if (kind_of(s) == TOKEN_EQUAL)
    return wrong(s, "var-keyword argument cannot have default value");
  parser_state_accept(p, TOKEN_COMMA);
  TokenKind kind = kind_of(s);
  if (kind == TOKEN_NAME || kind == TOKEN_STAR || kind == TOKEN_DOUBLE_STAR ||
      kind == TOKEN_SLASH)
    return wrong(s, "arguments cannot follow var-keyword argument");
  return kind == s->close || parser_state_invalid(p);
}

/* Python 2's `def f((a, b))`. */
static bool parenthesised(Params *s) {
  Parser *p = s->p;
  uint32_t from = p->token.span.from;
  parser_state_advance(p);
  if (kind_of(s) != TOKEN_NAME)
    return parser_state_invalid(p);
  while (parser_state_accept(p, TOKEN_NAME) &&
         parser_state_accept(p, TOKEN_COMMA)) {
  }
  if (!parser_state_accept(p, TOKEN_RIGHT_PAREN))
    return parser_state_invalid(p);
  return parser_state_error(p, (Span){from, p->end},
                            is_def(s) ? "Function parameters cannot be "
                                        "parenthesized"
                                      : "Lambda expression parameters cannot "
                                        "be parenthesized");
}

static bool one_of_them(Params *s) {
  switch (kind_of(s)) {
  case TOKEN_NAME: return plain(s);
  case TOKEN_SLASH: return slash(s);
  case TOKEN_STAR: return star(s);
  case TOKEN_DOUBLE_STAR: return double_star(s);
  case TOKEN_LEFT_PAREN: return parenthesised(s);
  default: return parser_state_invalid(s->p);
  }
}

static bool no_repeats(Parser *p, const Param *params, int32_t n) {
  ParserNames names = {.n = 0};
  for (int32_t i = 0; i < n; i++) {
    bool again = false;
    if (!parser_names_add(p, &names, params[i].name, &again))
      return false;
    if (again && !parser_state_later(p, params[i].span,
                                     "duplicate argument '%s' in function "
                                     "definition",
                                     params[i].name->text))
      return false;
  }
  return true;
}

static bool gather(Params *s, Param **params, int32_t *n) {
  Parser *p = s->p;
  *n = (int32_t)(p->n_stack - s->base);
  *params = NULL;
  p->n_stack = s->base;
  if (!*n)
    return true;
  *params = parser_state_alloc(p, (size_t)*n * sizeof **params);
  for (int32_t i = 0; *params && i < *n; i++)
    (*params)[i] = *(Param *)(void *)p->stack[s->base + (size_t)i];
  return *params && no_repeats(p, *params, *n);
}

bool parser_param_list(Parser *p, TokenKind close, Param **params, int32_t *n) {
  Params s = {.p = p, .close = close, .base = p->n_stack};
  while (p->token.kind != close) {
    if (!one_of_them(&s))
      return false;
    if (p->token.kind != close && !parser_state_accept(p, TOKEN_COMMA))
      return parser_state_invalid(p);
  }
  return gather(&s, params, n);
}
