/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comprehensions. */
#include "lang/parser_expr.h"
#include "lang/parser_parts.h"

/* ('if' disjunction)* */
static bool conditions(Parser *p, CompFor *loop) {
  size_t base = p->n_stack;
  while (parser_state_accept(p, TOKEN_IF)) {
    Node *test = parser_expr_operators(p, BIND_OR);
    if (!test || !parser_state_push(p, test))
      return false;
  }
  return parser_state_pop(p, base, &loop->conds, &loop->n_conds);
}

/* for_if_clause: 'for' star_targets 'in' disjunction ('if' disjunction)* */
static CompFor *clause(Parser *p) {
  CompFor *loop = parser_state_alloc(p, sizeof *loop);
  parser_state_advance(p);
  if (!loop || !parser_state_grow(p))
    return NULL;
  loop->target = parser_target_list(p);
  if (!loop->target || !parser_state_expect(p, TOKEN_IN))
    return NULL;
  loop->iter = parser_expr_operators(p, BIND_OR);
  return loop->iter && conditions(p, loop) ? loop : NULL;
}

/* The clauses are gathered by their addresses, then moved side by side. */
static bool clauses(Parser *p, CompFor **loops, int32_t *n) {
  size_t base = p->n_stack;
  while (p->token.kind == TOKEN_FOR) {
    CompFor *loop = clause(p);
    if (!loop || !parser_state_push(p, (Node *)(void *)loop))
      return false;
  }
  if (p->token.kind == TOKEN_ASYNC)
    return parser_state_invalid(p);
  *n = (int32_t)(p->n_stack - base);
  *loops = parser_state_alloc(p, (size_t)*n * sizeof **loops);
  for (int32_t i = 0; *loops && i < *n; i++)
    (*loops)[i] = *(CompFor *)(void *)p->stack[base + (size_t)i];
  p->n_stack = base;
  return *loops != NULL;
}

Node *parser_comp_rest(Parser *p, NodeType type, uint32_t from, Node *element,
                       Node *value) {
  CompFor *loops = NULL;
  int32_t n_loops = 0;
  if (!clauses(p, &loops, &n_loops) || !parser_state_grow(p))
    return NULL;
  Node *n = parser_state_node(p, type, from);
  if (!n)
    return NULL;
  n->comprehension.element = element;
  n->comprehension.value = value;
  n->comprehension.loops = loops;
  n->comprehension.n = n_loops;
  return n;
}
