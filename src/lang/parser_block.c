/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compound statements and their bodies. */
#include "base/err.h"
#include "lang/parser_expr.h"
#include "lang/parser_parts.h"

#include <string.h>

/* "expected an indented block after ..." */
static bool no_block(Parser *p, const char *after, uint32_t from) {
  err_set(ERR_IndentationError,
          "expected an indented block after %s on line %u", after,
          lexer_line(p->tree->source, from));
  err_at(p->tree->source, p->token.span);
  err_now()->incomplete = parser_state_at_end(p);
  return false;
}

/* NEWLINE INDENT statement+ DEDENT */
static bool indented(Parser *p, const char *after, uint32_t from) {
  parser_state_advance(p);
  if (p->token.kind == TOKEN_ERROR)
    return false;
  if (p->token.kind != TOKEN_INDENT)
    return no_block(p, after, from);
  parser_state_advance(p);
  uint32_t end = p->end;
  while (p->token.kind != TOKEN_DEDENT) {
    if (!parser_stmt_one(p))
      return false;
    end = p->end;
  }
  parser_state_advance(p);
  p->end = end;
  return true;
}

bool parser_block_body(Parser *p, const char *after, uint32_t from,
                       Node ***body, int32_t *n) {
  size_t base = p->n_stack;
  if (p->token.kind == TOKEN_NEWLINE ? !indented(p, after, from)
                                     : !parser_stmt_line(p))
    return false;
  return parser_state_pop(p, base, body, n);
}

/* ':' block */
static bool suite(Parser *p, const char *after, uint32_t from, Node ***body,
                  int32_t *n) {
  return parser_state_colon(p, false) &&
         parser_block_body(p, after, from, body, n);
}

/* A body in which break and continue may stand. */
static bool loop_suite(Parser *p, const char *after, uint32_t from,
                       Node ***body, int32_t *n) {
  bool outer = p->in_loop;
  p->in_loop = true;
  bool ok = suite(p, after, from, body, n);
  p->in_loop = outer;
  return ok;
}

/* A word that must have its ':' and a block: else, try, finally. */
static bool word_suite(Parser *p, const char *after, Node ***body, int32_t *n) {
  uint32_t from = p->token.span.from;
  parser_state_advance(p);
  return parser_state_colon(p, true) &&
         parser_block_body(p, after, from, body, n);
}

/* ['else' ':' block] */
static bool else_block(Parser *p, Node ***body, int32_t *n) {
  return p->token.kind != TOKEN_ELSE ||
         word_suite(p, "'else' statement", body, n);
}

/* ('if' | 'elif') named_expression ':' block */
static Node *branch(Parser *p, const char *after) {
  uint32_t from = p->token.span.from;
  parser_state_advance(p);
  p->last = NULL;
  p->height = 0;
  Node *test = parser_expr_named(p);
  Node *n = test ? parser_state_node(p, NODE_IF, from) : NULL;
  if (!n || !suite(p, after, from, &n->branch.body, &n->branch.n))
    return NULL;
  n->branch.test = test;
  n->span.to = p->end;
  return n;
}

/* if_stmt: 'if' ... ('elif' ...)* ['else' ':' block]; an elif is the one
   statement of the else before it, and the chain counts as depth. */
static Node *if_statement(Parser *p) {
  Node *first = branch(p, "'if' statement"), *at = first;
  uint32_t chain = 0;
  while (at && p->token.kind == TOKEN_ELIF) {
    if (++chain + p->depth >= PARSER_DEPTH && !parser_state_too_deep(p))
      return NULL;
    Node **slot = parser_state_alloc(p, sizeof *slot);
    Node *next = slot ? branch(p, "'elif' statement") : NULL;
    if (!next)
      return NULL;
    *slot = next;
    at->branch.orelse = slot;
    at->branch.n_else = 1;
    at = next;
  }
  if (!at || !else_block(p, &at->branch.orelse, &at->branch.n_else))
    return NULL;
  for (Node *n = first;; n = n->branch.orelse[0]) {
    n->span.to = p->end;
    if (n == at)
      return first;
  }
}

/* while_stmt: 'while' named_expression ':' block ['else' ':' block] */
static Node *while_statement(Parser *p) {
  uint32_t from = p->token.span.from;
  parser_state_advance(p);
  Node *test = parser_expr_named(p);
  Node *n = test ? parser_state_node(p, NODE_WHILE, from) : NULL;
  if (!n ||
      !loop_suite(p, "'while' statement", from, &n->branch.body,
                  &n->branch.n) ||
      !else_block(p, &n->branch.orelse, &n->branch.n_else))
    return NULL;
  n->branch.test = test;
  n->span.to = p->end;
  return n;
}

/* for_stmt: 'for' star_targets 'in' star_expressions ':' block
             ['else' ':' block] */
static Node *for_statement(Parser *p) {
  uint32_t from = p->token.span.from;
  parser_state_advance(p);
  Node *target = parser_target_list(p);
  if (!target || !parser_state_expect(p, TOKEN_IN))
    return NULL;
  Node *iter = parser_expr_list(p);
  if (!iter || !parser_target_unstarred(p, iter))
    return NULL;
  Node *n = parser_state_node(p, NODE_FOR, from);
  if (!n ||
      !loop_suite(p, "'for' statement", from, &n->loop.body, &n->loop.n) ||
      !else_block(p, &n->loop.orelse, &n->loop.n_else))
    return NULL;
  n->loop.target = target;
  n->loop.iter = iter;
  n->span.to = p->end;
  return n;
}

/* with_item: expression ['as' star_target], pushed as two */
static bool with_item(Parser *p) {
  Node *target = NULL, *value = parser_expr_one(p);
  if (!value)
    return false;
  if (parser_state_accept(p, TOKEN_AS)) {
    target = p->token.kind == TOKEN_STAR ? parser_expr_starred(p)
                                         : parser_expr_operators(p, BIND_BITOR);
    if (!target || !parser_target_check(p, target, false))
      return false;
  }
  return parser_state_push(p, value) && parser_state_push(p, target);
}

static bool with_items(Parser *p, bool grouped) {
  do {
    if (grouped && p->token.kind == TOKEN_RIGHT_PAREN)
      break;
    if (!parser_state_grow(p) || !with_item(p))
      return false;
  } while (parser_state_accept(p, TOKEN_COMMA));
  return true;
}

/* '(' with_item (',' with_item)* [','] ')' with the ':' behind it in hand: 1,
   if it is something else: 0, on a failure that stays: -1. */
static int grouped_items(Parser *p) {
  size_t base = p->n_stack;
  parser_state_advance(p);
  if (p->token.kind != TOKEN_RIGHT_PAREN && with_items(p, true) &&
      parser_state_accept(p, TOKEN_RIGHT_PAREN) &&
      (p->token.kind == TOKEN_COLON || p->token.kind == TOKEN_NEWLINE))
    return 1;
  const Err *e = err_now();
  bool as = e->type == ERR_SyntaxError &&
            !strncmp(buf_text(&e->text), "cannot assign to ", 17);
  if (e->type &&
      (as || e->type != ERR_SyntaxError || p->token.kind == TOKEN_ERROR))
    return -1;
  err_clear();
  p->n_stack = base;
  return 0;
}

/* Parentheses may hold the items, or begin the first of them. */
static bool all_with_items(Parser *p) {
  if (p->token.kind != TOKEN_LEFT_PAREN)
    return with_items(p, false);
  Lexer lexer = p->lexer;
  Token token = p->token;
  uint32_t end = p->end, depth = p->depth, cells = p->tree->cells;
  int found = grouped_items(p);
  if (found)
    return found > 0;
  p->lexer = lexer;
  p->token = token;
  p->end = end;
  p->depth = depth;
  p->height = 0;
  p->tree->cells = cells;
  p->last = NULL;
  return with_items(p, false);
}

/* The stack's pairs of value and target, apart. */
static bool split_items(Parser *p, size_t base, Node *n) {
  int32_t count = (int32_t)((p->n_stack - base) / 2);
  n->with.n_items = count;
  n->with.items = parser_state_alloc(p, (size_t)count * 2 * sizeof(Node *));
  if (!n->with.items)
    return false;
  n->with.targets = n->with.items + count;
  for (int32_t i = 0; i < count; i++) {
    n->with.items[i] = p->stack[base + 2 * (size_t)i];
    n->with.targets[i] = p->stack[base + 2 * (size_t)i + 1];
  }
  p->n_stack = base;
  return true;
}

/* with_stmt: 'with' with_item (',' with_item)* ':' block */
static Node *with_statement(Parser *p) {
  uint32_t from = p->token.span.from;
  size_t base = p->n_stack;
  parser_state_advance(p);
  if (!all_with_items(p))
    return NULL;
  Node *n = parser_state_node(p, NODE_WITH, from);
  if (!n || !split_items(p, base, n) ||
      !suite(p, "'with' statement", from, &n->with.body, &n->with.n))
    return NULL;
  n->span.to = p->end;
  return n;
}

/* `except A, B` */
static bool several_types(Parser *p, const Node *first) {
  Span span = first->span;
  do {
    parser_state_advance(p);
    if (!parser_expr_one(p))
      return false;
    span.to = p->end;
  } while (p->token.kind == TOKEN_COMMA);
  return parser_state_error(p, span,
                            "multiple exception types must be parenthesized");
}

/* except_block: 'except' [expression ['as' NAME]] ':' block */
static Handler *handler(Parser *p) {
  uint32_t from = p->token.span.from;
  Handler *h = parser_state_alloc(p, sizeof *h);
  parser_state_advance(p);
  if (!h)
    return NULL;
  if (p->token.kind == TOKEN_STAR)
    return parser_state_refuse(p, (Span){from, p->token.span.to}, "'except*'");
  if (p->token.kind != TOKEN_COLON && p->token.kind != TOKEN_NEWLINE) {
    h->type = parser_expr_one(p);
    if (!h->type ||
        (p->token.kind == TOKEN_COMMA && !several_types(p, h->type)))
      return NULL;
    if (parser_state_accept(p, TOKEN_AS) && !(h->name = parser_state_name(p)))
      return NULL;
  }
  h->span = (Span){from, p->token.span.to};
  if (!suite(p, "'except' statement", from, &h->body, &h->n))
    return NULL;
  return h;
}

static bool handlers(Parser *p, Node *n) {
  size_t base = p->n_stack;
  const Handler *bare = NULL;
  while (p->token.kind == TOKEN_EXCEPT) {
    Handler *h = handler(p);
    if (!h || !parser_state_push(p, (Node *)(void *)h))
      return false;
    if (bare &&
        !parser_state_later(p, bare->span, "default 'except:' must be last"))
      return false;
    bare = h->type ? bare : h;
  }
  int32_t count = (int32_t)(p->n_stack - base);
  n->try_.n_handlers = count;
  p->n_stack = base;
  if (!count)
    return true;
  n->try_.handlers = parser_state_alloc(p, (size_t)count * sizeof(Handler));
  for (int32_t i = 0; n->try_.handlers && i < count; i++)
    n->try_.handlers[i] = *(Handler *)(void *)p->stack[base + (size_t)i];
  return n->try_.handlers;
}

/* try_stmt: 'try' ':' block (finally_block
             | except_block+ [else_block] [finally_block]) */
static Node *try_statement(Parser *p) {
  Node *n = ast_node(p->tree, NODE_TRY, p->token.span);
  if (!n || !word_suite(p, "'try' statement", &n->try_.body, &n->try_.n))
    return NULL;
  if (p->token.kind == TOKEN_ERROR)
    return NULL;
  if (p->token.kind != TOKEN_EXCEPT && p->token.kind != TOKEN_FINALLY)
    return parser_state_error(p, p->token.span,
                              "expected 'except' or 'finally' block");
  if (!handlers(p, n) ||
      (n->try_.n_handlers &&
       !else_block(p, &n->try_.orelse, &n->try_.n_else)) ||
      (p->token.kind == TOKEN_FINALLY &&
       !word_suite(p, "'finally' statement", &n->try_.finally,
                   &n->try_.n_finally)))
    return NULL;
  n->span.to = p->end;
  return n;
}

bool parser_block_begins(TokenKind kind) {
  switch (kind) {
  case TOKEN_IF:
  case TOKEN_WHILE:
  case TOKEN_FOR:
  case TOKEN_TRY:
  case TOKEN_WITH:
  case TOKEN_DEF:
  case TOKEN_CLASS:
  case TOKEN_AT: return true;
  default: return false;
  }
}

Node *parser_block_statement(Parser *p) {
  p->statement = p->token;
  p->last = NULL;
  p->height = 0;
  switch (p->token.kind) {
  case TOKEN_IF: return if_statement(p);
  case TOKEN_WHILE: return while_statement(p);
  case TOKEN_FOR: return for_statement(p);
  case TOKEN_TRY: return try_statement(p);
  case TOKEN_WITH: return with_statement(p);
  default: return parser_def_statement(p);
  }
}
