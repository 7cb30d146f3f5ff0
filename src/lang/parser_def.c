/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions, classes and their decorators. */
#include "base/err.h"
#include "lang/parser_expr.h"
#include "lang/parser_parts.h"

#include <string.h>

typedef struct Decorators {
  uint32_t from;
  uint16_t flags;
  Node **items;
  int32_t n;
} Decorators;

/* Where statements are, as a body changes it. */
typedef struct Inside {
  bool function, loop, nested;
} Inside;

static Inside enter(Parser *p, bool function) {
  Inside outer = {p->in_function, p->in_loop, p->nested};
  p->in_function = function;
  p->in_loop = false;
  p->nested = true;
  return outer;
}

static void leave(Parser *p, Inside outer) {
  p->in_function = outer.function;
  p->in_loop = outer.loop;
  p->nested = outer.nested;
}

/* The docstring of a body, or NULL. */
static const char *docstring(Node *const *body, int32_t n) {
  if (!n || body[0]->type != NODE_EXPR_STMT ||
      body[0]->bin.left->type != NODE_STR)
    return NULL;
  return body[0]->bin.left->str.text;
}

/* The flag of a decorator that has one, else 0. */
static uint16_t flag_of(const Node *d) {
  if (d->type != NODE_NAME)
    return 0;
  const char *name = d->name.sym->text;
  return !strcmp(name, "staticmethod")  ? AST_STATIC
         : !strcmp(name, "property")    ? AST_PROPERTY
         : !strcmp(name, "classmethod") ? AST_CLASSMETHOD
                                        : 0;
}

/* `torch.no_grad()` and its like, however torch is spelled. */
static bool is_grad_mode(const Node *d) {
  static const char *const names[] = {"no_grad", "enable_grad",
                                      "inference_mode", "set_grad_enabled"};
  if (d->type == NODE_CALL)
    d = d->call.func;
  const Sym *name = d->type == NODE_NAME        ? d->name.sym
                    : d->type == NODE_ATTRIBUTE ? d->attribute.name
                                                : NULL;
  for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
    if (!strcmp(name->text, names[i]))
      return true;
  return false;
}

static bool refuse(Parser *p, Span span) {
  return parser_state_refuse(p, span, "the decorator '@%.*s'",
                             (int)(span.to - span.from),
                             p->lexer.text + span.from);
}

/* '@' named_expression NEWLINE */
static bool decorator(Parser *p, Decorators *all) {
  parser_state_advance(p);
  uint32_t from = p->token.span.from;
  Node *d = parser_expr_named(p);
  Span span = {from, p->end};
  if (!d || !parser_state_expect(p, TOKEN_NEWLINE))
    return false;
  uint16_t flag = flag_of(d);
  all->flags |= flag;
  if (flag)
    return true;
  return is_grad_mode(d) ? parser_state_push(p, d) : refuse(p, span);
}

/* decorators: ('@' named_expression NEWLINE)+ */
static bool decorators(Parser *p, Decorators *all) {
  size_t base = p->n_stack;
  while (p->token.kind == TOKEN_AT)
    if (!decorator(p, all))
      return false;
  if (!parser_state_pop(p, base, &all->items, &all->n))
    return false;
  all->flags |= all->n ? AST_DECORATED : 0;
  return true;
}

/* NAME '(' [parameters] ')' ['->' expression] ':' */
static bool signature(Parser *p, Node *n) {
  n->function.name = parser_state_name(p);
  if (!n->function.name)
    return false;
  if (p->token.kind == TOKEN_ERROR)
    return false;
  if (!parser_state_accept(p, TOKEN_LEFT_PAREN))
    return parser_state_error(p, p->token.span, "expected '('");
  if (!parser_param_list(p, TOKEN_RIGHT_PAREN, &n->function.params,
                         &n->function.n_params) ||
      !parser_state_expect(p, TOKEN_RIGHT_PAREN))
    return false;
  if (parser_state_accept(p, TOKEN_ARROW) && !parser_expr_one(p))
    return false;
  return parser_state_colon(p, true);
}

/* function_def: 'def' NAME '(' [parameters] ')' ['->' expression] ':' block */
static Node *function(Parser *p, const Decorators *d) {
  uint32_t from = p->token.span.from;
  Node *n = ast_node(p->tree, NODE_DEF, p->token.span);
  parser_state_advance(p);
  if (!n || !signature(p, n))
    return NULL;
  Inside outer = enter(p, true);
  bool ok = parser_block_body(p, "function definition", from, &n->function.body,
                              &n->function.n);
  leave(p, outer);
  if (!ok)
    return NULL;
  n->function.doc = docstring(n->function.body, n->function.n);
  n->function.decorators = d->items;
  n->function.n_decorators = d->n;
  n->flags |= d->flags;
  n->span = (Span){d->from, p->end};
  return n;
}

static bool no_metaclass(Parser *p, const Node *n) {
  for (int32_t i = 0; i < n->class_.n_bases; i++) {
    const Node *base = n->class_.bases[i];
    if (base->type == NODE_KEYWORD &&
        !strcmp(base->keyword.name->text, "metaclass"))
      return parser_state_refuse(p, base->span, "metaclasses");
  }
  return true;
}

/* ['(' [arguments] ')'] */
static bool bases(Parser *p, Node *n) {
  if (!parser_state_accept(p, TOKEN_LEFT_PAREN))
    return true;
  return parser_call_arguments(p, false, 0, &n->class_.bases,
                               &n->class_.n_bases) &&
         no_metaclass(p, n);
}

/* class_def: 'class' NAME ['(' [arguments] ')'] ':' block */
static Node *class(Parser *p, const Decorators *d) {
  uint32_t from = p->token.span.from;
  Node *n = ast_node(p->tree, NODE_CLASS, p->token.span);
  parser_state_advance(p);
  if (!n || !(n->class_.name = parser_state_name(p)) || !bases(p, n) ||
      !parser_state_colon(p, false))
    return NULL;
  Inside outer = enter(p, false);
  bool ok = parser_block_body(p, "class definition", from, &n->class_.body,
                              &n->class_.n);
  leave(p, outer);
  if (!ok)
    return NULL;
  n->class_.doc = docstring(n->class_.body, n->class_.n);
  n->class_.decorators = d->items;
  n->class_.n_decorators = d->n;
  n->flags |= d->flags;
  n->span = (Span){d->from, p->end};
  return n;
}

Node *parser_def_statement(Parser *p) {
  Decorators d = {.from = p->token.span.from};
  if (!decorators(p, &d))
    return NULL;
  if (p->token.kind == TOKEN_DEF)
    return function(p, &d);
  if (p->token.kind != TOKEN_CLASS)
    return parser_state_invalid(p);
  Span at = {d.from, p->token.span.from};
  if (d.flags || d.n)
    return parser_state_refuse(p, at, "decorators of classes");
  return class(p, &d);
}
