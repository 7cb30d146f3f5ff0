/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/parser_expr.h"

#include "base/err.h"
#include "lang/parser_parts.h"

#include <assert.h>

static_assert(TOKEN_RIGHT_SHIFT - TOKEN_PLUS == AST_RSHIFT - AST_ADD,
              "signs of tokens and operations stand in one order");
static_assert(TOKEN_GREATER - TOKEN_LESS == AST_GT - AST_LT,
              "comparisons of tokens and operations stand in one order");

static const uint8_t binds[TOKEN_COUNT] = {
    [TOKEN_OR] = BIND_OR,
    [TOKEN_AND] = BIND_AND,
    [TOKEN_LESS... TOKEN_GREATER] = BIND_COMPARE,
    [TOKEN_IN] = BIND_COMPARE,
    [TOKEN_NOT] = BIND_COMPARE,
    [TOKEN_IS] = BIND_COMPARE,
    [TOKEN_BAR] = BIND_BITOR,
    [TOKEN_CARET] = BIND_BITXOR,
    [TOKEN_AMPERSAND] = BIND_BITAND,
    [TOKEN_LEFT_SHIFT] = BIND_SHIFT,
    [TOKEN_RIGHT_SHIFT] = BIND_SHIFT,
    [TOKEN_PLUS] = BIND_SUM,
    [TOKEN_MINUS] = BIND_SUM,
    [TOKEN_STAR] = BIND_PRODUCT,
    [TOKEN_SLASH] = BIND_PRODUCT,
    [TOKEN_DOUBLE_SLASH] = BIND_PRODUCT,
    [TOKEN_PERCENT] = BIND_PRODUCT,
    [TOKEN_AT] = BIND_PRODUCT,
};

static Node *join(Parser *p, NodeType type, AstOp op, uint32_t from, Node *left,
                  Node *right) {
  Node *n = parser_state_grow(p) ? parser_state_node(p, type, from) : NULL;
  if (!n)
    return NULL;
  n->op = (uint8_t)op;
  n->bin.left = left;
  n->bin.right = right;
  return n;
}

static Node *unary(Parser *p);

/* power: primary ['**' factor] */
static Node *power(Parser *p) {
  uint32_t from = p->token.span.from;
  Node *left = parser_atom_primary(p);
  if (!left || !parser_state_accept(p, TOKEN_DOUBLE_STAR))
    return left;
  if (!parser_state_enter(p))
    return NULL;
  Node *right = unary(p);
  p->depth--;
  return right ? join(p, NODE_BINARY, AST_POW, from, left, right) : NULL;
}

/* The smallest integer is a minus and digits that alone are too large. */
static bool is_smallest(const Node *n) {
  return n->type == NODE_INT && n->i == INT64_MIN;
}

/* factor: ('+' | '-' | '~') factor | power */
static Node *unary(Parser *p) {
  TokenKind kind = p->token.kind;
  if (kind != TOKEN_MINUS && kind != TOKEN_PLUS && kind != TOKEN_TILDE)
    return power(p);
  uint32_t from = p->token.span.from;
  if (!parser_state_enter(p))
    return NULL;
  parser_state_advance(p);
  p->negative = kind == TOKEN_MINUS && p->token.kind == TOKEN_INT;
  Node *n = unary(p);
  p->depth--;
  if (!n)
    return NULL;
  if (kind == TOKEN_MINUS && is_smallest(n)) {
    n->span.from = from;
    return n;
  }
  AstOp op = kind == TOKEN_MINUS  ? AST_NEG
             : kind == TOKEN_PLUS ? AST_POS
                                  : AST_INVERT;
  return join(p, NODE_UNARY, op, from, n, NULL);
}

/* inversion: 'not' inversion | comparison */
static Node *inversion(Parser *p) {
  uint32_t from = p->token.span.from;
  parser_state_advance(p);
  if (!parser_state_enter(p))
    return NULL;
  Node *n = parser_expr_operators(p, BIND_NOT);
  p->depth--;
  return n ? join(p, NODE_UNARY, AST_NOT, from, n, NULL) : NULL;
}

/* `a not b`: in brackets two expressions side by side. */
static bool lone_not(Parser *p, uint32_t from) {
  if (p->token.kind == TOKEN_ERROR)
    return false;
  if (!p->lexer.depth && !p->lexer.inside)
    return parser_state_invalid(p);
  if (!parser_expr_operators(p, BIND_NOT))
    return false;
  return parser_state_error(p, (Span){from, p->end},
                            "invalid syntax. Perhaps you forgot a comma?");
}

/* '==' | '!=' | '<=' | '<' | '>=' | '>' | ['not'] 'in' | 'is' ['not'] */
static bool comparison_sign(Parser *p, uint32_t from, AstOp *op) {
  TokenKind kind = p->token.kind;
  parser_state_advance(p);
  if (kind >= TOKEN_LESS && kind <= TOKEN_GREATER)
    *op = (AstOp)(AST_LT + (kind - TOKEN_LESS));
  else if (kind == TOKEN_IN)
    *op = AST_IN;
  else if (kind == TOKEN_IS)
    *op = parser_state_accept(p, TOKEN_NOT) ? AST_IS_NOT : AST_IS;
  else if (parser_state_accept(p, TOKEN_IN))
    *op = AST_NOT_IN;
  else
    return lone_not(p, from);
  return true;
}

/* Operands and operations alternate on the stack. */
static Node *chain(Parser *p, uint32_t from, size_t base) {
  int32_t n = (int32_t)((p->n_stack - base) / 2);
  Node *c = parser_state_node(p, NODE_COMPARE, from);
  if (!c)
    return NULL;
  c->compare.n = n;
  c->compare.items =
      parser_state_alloc(p, (size_t)(n + 1) * (sizeof(Node *) + 1));
  if (!c->compare.items)
    return NULL;
  c->compare.ops = (uint8_t *)(c->compare.items + n + 1);
  for (int32_t i = 0; i <= n; i++)
    c->compare.items[i] = p->stack[base + 2 * (size_t)i];
  for (int32_t i = 0; i < n; i++)
    c->compare.ops[i] = (uint8_t)(uintptr_t)p->stack[base + 2 * (size_t)i + 1];
  p->n_stack = base;
  return c;
}

/* comparison: bitwise_or (compare_op bitwise_or)* */
static Node *comparison(Parser *p, Node *left, uint32_t from) {
  size_t base = p->n_stack;
  if (!parser_state_push(p, left))
    return NULL;
  do {
    AstOp op = AST_LT;
    if (!comparison_sign(p, from, &op) ||
        !parser_state_push(p, (Node *)(uintptr_t)op) || !parser_state_grow(p))
      return NULL;
    Node *right = parser_expr_operators(p, BIND_BITOR);
    if (!right || !parser_state_push(p, right))
      return NULL;
  } while (binds[p->token.kind] == BIND_COMPARE);
  return chain(p, from, base);
}

/* One of the operators that take their left operand first. */
static Node *binary(Parser *p, Node *left, uint32_t from) {
  TokenKind kind = p->token.kind;
  int bind = binds[kind];
  parser_state_advance(p);
  Node *right = parser_expr_operators(p, bind + 1);
  if (!right)
    return NULL;
  if (bind <= BIND_AND)
    return join(p, NODE_BOOLOP, kind == TOKEN_AND ? AST_AND : AST_OR, from,
                left, right);
  return join(p, NODE_BINARY, (AstOp)(AST_ADD + (kind - TOKEN_PLUS)), from,
              left, right);
}

/* disjunction ... sum, term: left-associative, by how tightly they bind */
Node *parser_expr_operators(Parser *p, int bind) {
  uint32_t from = p->token.span.from;
  bool not = p->token.kind == TOKEN_NOT && bind <= BIND_NOT;
  Node *left = not ? inversion(p) : unary(p);
  while (left) {
    int b = binds[p->token.kind];
    if (b < bind)
      return left;
    left =
        b == BIND_COMPARE ? comparison(p, left, from) : binary(p, left, from);
  }
  return NULL;
}

/* lambdef: 'lambda' [parameters] ':' expression */
static Node *lambda(Parser *p) {
  uint32_t from = p->token.span.from;
  parser_state_advance(p);
  Param *params;
  int32_t n_params;
  if (!parser_param_list(p, TOKEN_COLON, &params, &n_params) ||
      !parser_state_expect(p, TOKEN_COLON))
    return NULL;
  Node *value = parser_expr_one(p);
  Node **body = value ? parser_state_alloc(p, sizeof *body) : NULL;
  if (!body || !parser_state_grow(p))
    return NULL;
  *body = value;
  Node *n = parser_state_node(p, NODE_LAMBDA, from);
  if (!n)
    return NULL;
  n->function.params = params;
  n->function.n_params = n_params;
  n->function.body = body;
  n->function.n = 1;
  return n;
}

/* disjunction 'if' disjunction 'else' expression; `first` is parsed */
static Node *ternary(Parser *p, Node *first, uint32_t from) {
  parser_state_advance(p);
  Node *test = parser_expr_operators(p, BIND_OR);
  if (!test)
    return NULL;
  if (p->token.kind != TOKEN_ELSE) {
    if (p->token.kind == TOKEN_ERROR || p->token.kind == TOKEN_COLON)
      return parser_state_invalid(p);
    return parser_state_error(p, (Span){from, p->end},
                              "expected 'else' after 'if' expression");
  }
  parser_state_advance(p);
  Node *other = parser_expr_one(p);
  Node *n = other && parser_state_grow(p)
                ? parser_state_node(p, NODE_TERNARY, from)
                : NULL;
  if (!n)
    return NULL;
  n->three.first = first;
  n->three.second = test;
  n->three.third = other;
  return n;
}

/* expression: disjunction ['if' disjunction 'else' expression] | lambdef */
static Node *expression(Parser *p) {
  if (p->token.kind == TOKEN_LAMBDA)
    return lambda(p);
  uint32_t from = p->token.span.from;
  Node *n = parser_expr_operators(p, BIND_OR);
  if (!n)
    return NULL;
  p->last = n;
  p->last_from = from;
  p->last_end = p->end;
  return p->token.kind == TOKEN_IF ? ternary(p, n, from) : n;
}

Node *parser_expr_one(Parser *p) {
  if (!parser_state_enter(p))
    return NULL;
  uint32_t outer = p->height;
  p->height = 0;
  Node *n = expression(p);
  p->depth--;
  if (p->height < outer)
    p->height = outer;
  return n;
}

/* `=` where none may stand, behind the expression a. */
static Node *misplaced_equal(Parser *p, const Node *a) {
  Span equal = p->token.span;
  if (!parser_expr_mistaken(p, a))
    parser_state_error(p, equal, "invalid syntax");
  return NULL;
}

Node *parser_expr_named(Parser *p) {
  Node *n = parser_expr_one(p);
  if (n && p->token.kind == TOKEN_EQUAL)
    return misplaced_equal(p, n);
  return n;
}

Node *parser_expr_starred(Parser *p) {
  uint32_t from = p->token.span.from;
  if (!parser_state_accept(p, TOKEN_STAR))
    return parser_expr_one(p);
  Node *value = parser_expr_operators(p, BIND_BITOR);
  return value ? join(p, NODE_STARRED, AST_MUL, from, value, NULL) : NULL;
}

static bool more_follow(TokenKind kind) {
  return parser_state_begins(kind) || kind == TOKEN_PLUS ||
         kind == TOKEN_MINUS || kind == TOKEN_STAR || kind == TOKEN_ERROR ||
         kind == TOKEN_YIELD || kind == TOKEN_AWAIT;
}

Node *parser_expr_list(Parser *p) {
  uint32_t from = p->token.span.from;
  Node *first = parser_expr_starred(p);
  if (!first || p->token.kind != TOKEN_COMMA)
    return first;
  size_t base = p->n_stack;
  if (!parser_state_push(p, first))
    return NULL;
  while (parser_state_accept(p, TOKEN_COMMA) && more_follow(p->token.kind)) {
    Node *item = parser_expr_starred(p);
    if (!item || !parser_state_push(p, item))
      return NULL;
  }
  Node *n =
      parser_state_grow(p) ? parser_state_node(p, NODE_TUPLE, from) : NULL;
  if (!n || !parser_state_pop(p, base, &n->list.items, &n->list.n))
    return NULL;
  return n;
}

static const char *const expr_words[] = {
    [NODE_NONE] = "None",
    [NODE_INT] = "literal",
    [NODE_FLOAT] = "literal",
    [NODE_STR] = "literal",
    [NODE_FSTRING] = "f-string expression",
    [NODE_FORMAT] = "f-string expression",
    [NODE_ELLIPSIS] = "ellipsis",
    [NODE_NAME] = "name",
    [NODE_UNARY] = "expression",
    [NODE_BINARY] = "expression",
    [NODE_BOOLOP] = "expression",
    [NODE_COMPARE] = "comparison",
    [NODE_TERNARY] = "conditional expression",
    [NODE_CALL] = "function call",
    [NODE_STARRED] = "starred",
    [NODE_ATTRIBUTE] = "attribute",
    [NODE_SUBSCRIPT] = "subscript",
    [NODE_LIST] = "list",
    [NODE_TUPLE] = "tuple",
    [NODE_SET] = "set display",
    [NODE_DICT] = "dict literal",
    [NODE_LAMBDA] = "lambda",
    [NODE_LISTCOMP] = "list comprehension",
    [NODE_SETCOMP] = "set comprehension",
    [NODE_GENERATOR] = "generator expression",
    [NODE_DICTCOMP] = "dict comprehension",
};

const char *parser_expr_word(const Node *n) {
  if (n->type == NODE_BOOL)
    return n->i ? "True" : "False";
  return expr_words[n->type];
}

/* Kinds that CPython leaves alone when it explains a mistaken `=`. */
static bool explained(const Node *a) {
  switch (a->type) {
  case NODE_LIST:
  case NODE_TUPLE:
  case NODE_GENERATOR:
  case NODE_BOOL:
  case NODE_NONE:
  case NODE_STARRED: return false;
  case NODE_COMPARE:
  case NODE_BOOLOP:
  case NODE_TERNARY:
  case NODE_LAMBDA: return a->flags & AST_PARENTHESES;
  case NODE_UNARY: return a->op != AST_NOT || (a->flags & AST_PARENTHESES);
  default: return true;
  }
}

bool parser_expr_mistaken(Parser *p, const Node *a) {
  Span equal = p->token.span;
  if (!explained(a))
    return false;
  parser_state_advance(p);
  if (!parser_expr_operators(p, BIND_BITOR)) {
    if (p->token.kind != TOKEN_ERROR && err_now()->type != ERR_MemoryError)
      parser_state_error(p, equal, "invalid syntax");
    return true;
  }
  if (p->token.kind == TOKEN_ERROR)
    return true;
  if (p->token.kind == TOKEN_EQUAL || p->token.kind == TOKEN_WALRUS)
    return false;
  if (a->type == NODE_NAME && !(a->flags & AST_PARENTHESES))
    parser_state_error(p, (Span){a->span.from, p->end},
                       "invalid syntax. Maybe you meant '==' or ':=' instead "
                       "of '='?");
  else
    parser_state_error(p, a->span,
                       "cannot assign to %s here. Maybe you meant '==' instead "
                       "of '='?",
                       parser_expr_word(a));
  return true;
}
