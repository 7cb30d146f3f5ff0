/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arguments of calls and classes. */
#include "lang/parser_expr.h"
#include "lang/parser_names.h"
#include "lang/parser_parts.h"

typedef struct Seen {
  bool keyword, unpacked; /* name=value, **value */
} Seen;

static const char lone_generator[] =
    "Generator expression must be parenthesized";

/* NAME '=' expression; the name is parsed, `=` is in hand */
static Node *keyword(Parser *p, const Node *name) {
  Span equal = p->token.span;
  uint32_t from = name->span.from;
  parser_state_advance(p);
  Node *value = parser_expr_one(p);
  if (!value)
    return NULL;
  if (p->token.kind == TOKEN_FOR)
    return parser_state_error(p, (Span){from, equal.to},
                              "invalid syntax. Maybe you meant '==' or ':=' "
                              "instead of '='?");
  Node *n = parser_state_node(p, NODE_KEYWORD, from);
  if (!n)
    return NULL;
  n->keyword.name = name->name.sym;
  n->keyword.value = value;
  return n;
}

/* An expression with `=` behind it. */
static Node *named(Parser *p, const Node *left) {
  Span span = {left->span.from, p->token.span.to};
  if (left->type == NODE_NAME && !(left->flags & AST_PARENTHESES))
    return keyword(p, left);
  if (left->type == NODE_BOOL || left->type == NODE_NONE)
    return parser_state_error(p, span, "cannot assign to %s",
                              parser_expr_word(left));
  return parser_state_error(p, span,
                            "expression cannot contain assignment, perhaps you "
                            "meant \"==\"?");
}

/* '*' expression | '**' expression */
static Node *unpacking(Parser *p, Seen *seen) {
  uint32_t from = p->token.span.from;
  bool twice = p->token.kind == TOKEN_DOUBLE_STAR;
  if (!twice && seen->unpacked)
    return parser_state_error(p, p->token.span,
                              "iterable argument unpacking follows keyword "
                              "argument unpacking");
  parser_state_advance(p);
  Node *value = parser_expr_one(p);
  if (!value)
    return NULL;
  Node *n = parser_state_node(p, NODE_STARRED, from);
  if (!n)
    return NULL;
  if (p->token.kind == TOKEN_FOR && !twice)
    return parser_state_error(
        p, n->span, "iterable unpacking cannot be used in comprehension");
  seen->unpacked |= twice;
  n->op = twice ? AST_POW : AST_MUL;
  n->bin.left = value;
  return n;
}

/* `f(x for x in y)`: only as the one argument. */
static Node *generator(Parser *p, uint32_t open, Node *element, bool alone) {
  uint32_t from = element->span.from;
  Node *n = parser_comp_rest(p, NODE_GENERATOR, open, element, NULL);
  if (!n)
    return NULL;
  if (!alone || p->token.kind == TOKEN_COMMA)
    return parser_state_error(p, (Span){from, p->end}, lone_generator);
  n->span.to = p->token.span.to;
  return n;
}

static Node *argument(Parser *p, Seen *seen, uint32_t generator_at,
                      bool alone) {
  if (p->token.kind == TOKEN_STAR || p->token.kind == TOKEN_DOUBLE_STAR)
    return unpacking(p, seen);
  Node *n = parser_expr_one(p);
  if (!n)
    return NULL;
  if (p->token.kind == TOKEN_EQUAL) {
    seen->keyword = true;
    return named(p, n);
  }
  if (p->token.kind == TOKEN_FOR && generator_at != UINT32_MAX)
    return generator(p, generator_at, n, alone);
  if (!seen->keyword && !seen->unpacked)
    return n;
  if (p->token.kind != TOKEN_COMMA && p->token.kind != TOKEN_RIGHT_PAREN)
    return parser_state_invalid(p);
  return parser_state_error(p, n->span,
                            "positional argument follows keyword argument%s",
                            seen->unpacked ? " unpacking" : "");
}

static bool no_repeats(Parser *p, Node *const *args, int32_t n) {
  ParserNames names = {.n = 0};
  for (int32_t i = 0; i < n; i++) {
    bool again = false;
    if (args[i]->type != NODE_KEYWORD)
      continue;
    if (!parser_names_add(p, &names, args[i]->keyword.name, &again))
      return false;
    if (again &&
        !parser_state_later(p, args[i]->span, "keyword argument repeated: %s",
                            args[i]->keyword.name->text))
      return false;
  }
  return true;
}

/* arguments: (expression | NAME '=' expression | '*' ... | '**' ...), ... */
bool parser_call_arguments(Parser *p, bool generators, uint32_t open,
                           Node ***args, int32_t *n) {
  size_t base = p->n_stack;
  Seen seen = {false, false};
  while (p->token.kind != TOKEN_RIGHT_PAREN) {
    Node *a =
        argument(p, &seen, generators ? open : UINT32_MAX, p->n_stack == base);
    if (!a || !parser_state_push(p, a))
      return false;
    if (!parser_state_accept(p, TOKEN_COMMA))
      break;
  }
  if (!parser_state_expect(p, TOKEN_RIGHT_PAREN) ||
      !parser_state_pop(p, base, args, n))
    return false;
  return !seen.keyword || no_repeats(p, *args, *n);
}
