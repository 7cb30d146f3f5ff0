/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be assigned to. */
#include "lang/parser_expr.h"
#include "lang/parser_parts.h"

bool parser_target_unstarred(Parser *p, const Node *n) {
  return n->type != NODE_STARRED ||
         parser_state_later(p, n->span, "can't use starred expression here");
}

static bool check_items(Parser *p, const Node *n, bool deleted) {
  int stars = 0;
  for (int32_t i = 0; i < n->list.n; i++) {
    const Node *item = n->list.items[i];
    stars += item->type == NODE_STARRED;
    if (item->type == NODE_STARRED && !deleted)
      item = item->bin.left;
    if (!parser_target_check(p, item, deleted))
      return false;
  }
  return stars < 2 ||
         parser_state_later(p, n->span,
                            "multiple starred expressions in assignment");
}

bool parser_target_check(Parser *p, const Node *n, bool deleted) {
  switch (n->type) {
  case NODE_NAME:
  case NODE_ATTRIBUTE:
  case NODE_SUBSCRIPT: return true;
  case NODE_LIST:
  case NODE_TUPLE: return check_items(p, n, deleted);
  case NODE_STARRED:
    if (!deleted)
      return parser_target_check(p, n->bin.left, false) &&
             parser_state_later(p, n->span,
                                "starred assignment target must be in a list "
                                "or tuple");
    break;
  default: break;
  }
  return parser_state_error(p, n->span, "cannot %s %s",
                            deleted ? "delete" : "assign to",
                            parser_expr_word(n));
}

/* star_target: '*' bitwise_or | bitwise_or, to be checked */
static Node *one(Parser *p) {
  if (p->token.kind == TOKEN_STAR)
    return parser_expr_starred(p);
  uint32_t from = p->token.span.from;
  Node *n = parser_expr_operators(p, BIND_BITOR);
  p->last = n;
  p->last_from = from;
  p->last_end = p->end;
  return n;
}

/* star_targets: star_target (',' star_target)* [','] */
Node *parser_target_list(Parser *p) {
  uint32_t from = p->token.span.from;
  size_t base = p->n_stack;
  Node *n = one(p);
  if (!n)
    return NULL;
  if (p->token.kind == TOKEN_COMMA) {
    if (!parser_state_push(p, n))
      return NULL;
    while (parser_state_accept(p, TOKEN_COMMA) && p->token.kind != TOKEN_IN &&
           p->token.kind != TOKEN_EQUAL)
      if (!(n = one(p)) || !parser_state_push(p, n))
        return NULL;
    n = parser_state_node(p, NODE_TUPLE, from);
    if (!n || !parser_state_pop(p, base, &n->list.items, &n->list.n))
      return NULL;
  }
  return parser_target_check(p, n, false) ? n : NULL;
}
