/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Simple statements. */
#include "base/err.h"
#include "lang/parser_expr.h"
#include "lang/parser_parts.h"

#include <string.h>

static Node *with_pair(Parser *p, NodeType type, uint32_t from, Node *left,
                       Node *right) {
  Node *n = parser_state_node(p, type, from);
  if (!n)
    return NULL;
  n->bin.left = left;
  n->bin.right = right;
  return n;
}

/* Target number `first` cannot be assigned to: with one `=` in all CPython
   supposes that `==` was meant. */
static bool check_target(Parser *p, const Node *n, bool first) {
  const Node *behind = n;
  if (n->type == NODE_TUPLE && !(n->flags & AST_PARENTHESES))
    behind = n->list.items[n->list.n - 1];
  size_t late = p->late.len;
  if (parser_target_check(p, n, false))
    return true;
  if (!first || p->late.len != late || err_now()->type != ERR_SyntaxError)
    return false;
  Err before = err_take();
  if (parser_expr_mistaken(p, behind)) {
    err_free(&before);
    return false;
  }
  err_restore(&before);
  return false;
}

/* (star_targets '=')+ star_expressions; the first target is parsed */
static Node *assignment(Parser *p, Node *target, uint32_t from) {
  size_t base = p->n_stack;
  Node *value = target;
  while (p->token.kind == TOKEN_EQUAL) {
    if (!check_target(p, value, p->n_stack == base) ||
        !parser_state_push(p, value))
      return NULL;
    parser_state_advance(p);
    value = parser_expr_list(p);
    if (!value)
      return NULL;
  }
  Node *n = parser_state_node(p, NODE_ASSIGN, from);
  if (!n || !parser_target_unstarred(p, value) ||
      !parser_state_pop(p, base, &n->assign.targets, &n->assign.n))
    return NULL;
  n->assign.value = value;
  return n;
}

static bool is_single(const Node *n) {
  return n->type == NODE_NAME || n->type == NODE_ATTRIBUTE ||
         n->type == NODE_SUBSCRIPT;
}

/* single_target augassign star_expressions */
static Node *augmented(Parser *p, Node *target, uint32_t from) {
  AstOp op = (AstOp)(AST_ADD + (p->token.kind - TOKEN_PLUS_EQUAL));
  if (!is_single(target))
    return parser_state_error(p, target->span,
                              "'%s' is an illegal expression for augmented "
                              "assignment",
                              parser_expr_word(target));
  parser_state_advance(p);
  Node *value = parser_expr_list(p);
  if (!value || !parser_target_unstarred(p, value))
    return NULL;
  Node *n = with_pair(p, NODE_AUGMENT, from, target, value);
  if (n)
    n->op = (uint8_t)op;
  return n;
}

static bool check_annotated(Parser *p, const Node *n) {
  if (is_single(n))
    return true;
  if (n->type != NODE_TUPLE && n->type != NODE_LIST)
    return parser_state_error(p, n->span, "illegal target for annotation");
  bool bare = n->type == NODE_TUPLE && !(n->flags & AST_PARENTHESES);
  return parser_state_error(p, bare ? n->list.items[0]->span : n->span,
                            "only single target (not %s) can be annotated",
                            parser_expr_word(n));
}

/* target ':' expression ['=' star_expressions]; the annotation is forgotten */
static Node *annotated(Parser *p, Node *target, uint32_t from) {
  Span colon = p->token.span;
  parser_state_advance(p);
  if (p->token.kind == TOKEN_NEWLINE)
    return parser_state_error(p, colon, "invalid syntax");
  if (!parser_expr_one(p) || !check_annotated(p, target))
    return NULL;
  Node *value = NULL;
  if (parser_state_accept(p, TOKEN_EQUAL) &&
      (!(value = parser_expr_list(p)) || !parser_target_unstarred(p, value)))
    return NULL;
  Node *n = parser_state_node(p, value ? NODE_ASSIGN : NODE_ANNOTATE, from);
  Node **targets = n ? parser_state_alloc(p, sizeof *targets) : NULL;
  if (!targets)
    return NULL;
  *targets = target;
  n->assign.targets = targets;
  n->assign.n = 1;
  n->assign.value = value;
  return n;
}

/* assignment | star_expressions */
static Node *expression(Parser *p) {
  uint32_t from = p->token.span.from;
  Node *n = parser_expr_list(p);
  if (!n)
    return NULL;
  TokenKind kind = p->token.kind;
  if (kind == TOKEN_EQUAL)
    return assignment(p, n, from);
  if (kind >= TOKEN_PLUS_EQUAL && kind <= TOKEN_RIGHT_SHIFT_EQUAL)
    return augmented(p, n, from);
  if (kind == TOKEN_COLON)
    return annotated(p, n, from);
  if (!parser_target_unstarred(p, n))
    return NULL;
  return with_pair(p, NODE_EXPR_STMT, from, n, NULL);
}

static bool at_end(const Parser *p) {
  TokenKind kind = p->token.kind;
  return kind == TOKEN_NEWLINE || kind == TOKEN_SEMICOLON || kind == TOKEN_EOF;
}

/* 'return' [star_expressions] */
static Node *return_statement(Parser *p) {
  Span word = p->token.span;
  parser_state_advance(p);
  bool bare = at_end(p);
  Node *value = bare ? NULL : parser_expr_list(p);
  if (!value && !bare)
    return NULL;
  Span span = {word.from, p->end};
  if ((!p->in_function &&
       !parser_state_later(p, span, "'return' outside function")) ||
      (value && !parser_target_unstarred(p, value)))
    return NULL;
  return with_pair(p, NODE_RETURN, word.from, value, NULL);
}

/* 'pass' | 'break' | 'continue' */
static Node *word_statement(Parser *p, NodeType type) {
  Span span = p->token.span;
  parser_state_advance(p);
  if (type != NODE_PASS && !p->in_loop &&
      !parser_state_later(p, span, "%s",
                          type == NODE_BREAK
                              ? "'break' outside loop"
                              : "'continue' not properly in loop"))
    return NULL;
  return parser_state_node(p, type, span.from);
}

/* Pushes what is deleted, tuples and lists taken apart. */
static bool push_deleted(Parser *p, Node *n) {
  if (n->type != NODE_TUPLE && n->type != NODE_LIST)
    return parser_state_push(p, n);
  for (int32_t i = 0; i < n->list.n; i++)
    if (!push_deleted(p, n->list.items[i]))
      return false;
  return true;
}

/* 'del' del_targets */
static Node *del_statement(Parser *p) {
  uint32_t from = p->token.span.from;
  size_t base = p->n_stack;
  parser_state_advance(p);
  Node *list = parser_expr_list(p);
  if (!list)
    return NULL;
  if (!parser_target_check(p, list, true) || !push_deleted(p, list))
    return NULL;
  Node *n = parser_state_node(p, NODE_DEL, from);
  if (!n || !parser_state_pop(p, base, &n->list.items, &n->list.n))
    return NULL;
  return n;
}

/* ('global' | 'nonlocal') NAME (',' NAME)* */
static Node *names_statement(Parser *p, NodeType type) {
  uint32_t from = p->token.span.from;
  size_t base = p->n_stack;
  parser_state_advance(p);
  do {
    const Sym *name = parser_state_name(p);
    if (!name || !parser_state_push(p, (Node *)(uintptr_t)name))
      return NULL;
  } while (parser_state_accept(p, TOKEN_COMMA));
  Node *n = parser_state_node(p, type, from);
  Node **items;
  if (!n || !parser_state_pop(p, base, &items, &n->names.n))
    return NULL;
  n->names.items = (const Sym **)(void *)items;
  if (type == NODE_NONLOCAL && !p->nested &&
      !parser_state_later(p, n->span,
                          "nonlocal declaration not allowed at module level"))
    return NULL;
  return n;
}

/* 'assert' expression [',' expression] */
static Node *assert_statement(Parser *p) {
  uint32_t from = p->token.span.from;
  parser_state_advance(p);
  Node *test = parser_expr_one(p), *message = NULL;
  if (!test ||
      (parser_state_accept(p, TOKEN_COMMA) && !(message = parser_expr_one(p))))
    return NULL;
  return with_pair(p, NODE_ASSERT, from, test, message);
}

/* 'raise' [expression ['from' expression]] */
static Node *raise_statement(Parser *p) {
  uint32_t from = p->token.span.from;
  Node *what = NULL, *cause = NULL;
  parser_state_advance(p);
  if (!at_end(p)) {
    what = parser_expr_one(p);
    if (!what ||
        (parser_state_accept(p, TOKEN_FROM) && !(cause = parser_expr_one(p))))
      return NULL;
  }
  return with_pair(p, NODE_RAISE, from, what, cause);
}

static Node *simple(Parser *p) {
  switch (p->token.kind) {
  case TOKEN_RETURN: return return_statement(p);
  case TOKEN_PASS: return word_statement(p, NODE_PASS);
  case TOKEN_BREAK: return word_statement(p, NODE_BREAK);
  case TOKEN_CONTINUE: return word_statement(p, NODE_CONTINUE);
  case TOKEN_DEL: return del_statement(p);
  case TOKEN_GLOBAL: return names_statement(p, NODE_GLOBAL);
  case TOKEN_NONLOCAL: return names_statement(p, NODE_NONLOCAL);
  case TOKEN_ASSERT: return assert_statement(p);
  case TOKEN_RAISE: return raise_statement(p);
  case TOKEN_IMPORT: return parser_import_name(p);
  case TOKEN_FROM: return parser_import_from(p);
  default: return expression(p);
  }
}

/* Does the statement keep `from __future__` from following? */
static bool begins_program(const Parser *p, const Node *n) {
  if (n->type == NODE_FROM && !strcmp(n->import.module, "__future__"))
    return false;
  return n->type != NODE_EXPR_STMT || n->bin.left->type != NODE_STR ||
         p->documented;
}

bool parser_stmt_line(Parser *p) {
  Node *n;
  do {
    p->statement = p->token;
    p->last = NULL;
    p->height = 0;
    n = simple(p);
    if (!n || !parser_state_push(p, n))
      return false;
    p->begun |= begins_program(p, n);
    p->documented = true;
    if (p->token.kind == TOKEN_SEMICOLON && n->type == NODE_EXPR_STMT)
      n->flags |= AST_SILENT;
  } while (parser_state_accept(p, TOKEN_SEMICOLON) &&
           p->token.kind != TOKEN_NEWLINE);
  if (!parser_state_expect(p, TOKEN_NEWLINE))
    return false;
  p->end = n->span.to;
  return true;
}

bool parser_stmt_one(Parser *p) {
  if (!parser_block_begins(p->token.kind))
    return parser_stmt_line(p);
  p->begun = p->documented = true;
  Node *n = parser_block_statement(p);
  return n && parser_state_push(p, n);
}
