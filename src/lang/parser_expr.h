/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions: operators and what they bind. */
#ifndef XENT_LANG_PARSER_EXPR_H
#define XENT_LANG_PARSER_EXPR_H

#include "lang/parser_state.h"

/* How tightly an operator must bind to be taken. */
enum {
  BIND_OR = 1,
  BIND_AND,
  BIND_NOT,
  BIND_COMPARE,
  BIND_BITOR,
  BIND_BITXOR,
  BIND_BITAND,
  BIND_SHIFT,
  BIND_SUM,
  BIND_PRODUCT
};

/* expression: disjunction ['if' disjunction 'else' expression] | lambda */
Node *parser_expr_one(Parser *p);

/* named_expression: expression, where `:=` and a mistaken `=` are reported */
Node *parser_expr_named(Parser *p);

/* The operators that bind at least as tightly as `bind`. */
Node *parser_expr_operators(Parser *p, int bind);

/* star_expressions: star_expression (',' star_expression)* [','] */
Node *parser_expr_list(Parser *p);

/* star_expression: '*' bitwise_or | expression */
Node *parser_expr_starred(Parser *p);

/* A name for the kind of expression, as CPython's messages have it. */
const char *parser_expr_word(const Node *n);

/* At `=` where none may stand, behind the expression a: true when CPython has
   an explanation, which then is in the error record. */
bool parser_expr_mistaken(Parser *p, const Node *a);

#endif
