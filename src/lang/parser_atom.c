/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Atoms, and what may follow them: attributes, calls, subscripts. */
#include "base/err.h"
#include "lang/parser_expr.h"
#include "lang/parser_parts.h"
#include "num/digits.h"

static Node *listed(Parser *p, NodeType type, uint32_t from, size_t base) {
  Node *n = parser_state_grow(p) ? parser_state_node(p, type, from) : NULL;
  if (!n || !parser_state_pop(p, base, &n->list.items, &n->list.n))
    return NULL;
  return n;
}

/* Past 64 bits: as an error of the token. */
static void *too_large(Parser *p, Span span) {
  err_set(ERR_OverflowError,
          "int too large: xent's integers have 64 bits (line %u)",
          lexer_line(p->tree->source, span.from));
  err_at(p->tree->source, span);
  p->token.kind = TOKEN_ERROR;
  return NULL;
}

static int digit_value(char c) {
  return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

/* The value of the digits; with a minus before them 2^63 is INT64_MIN. */
static bool read_int(const char *text, size_t n, bool negative, int64_t *out) {
  static const uint8_t base_of[256] = {['x'] = 16, ['o'] = 8, ['b'] = 2};
  uint64_t base = n > 2 ? base_of[(unsigned char)(text[1] | 32)] : 0;
  size_t i = base ? 2 : 0;
  base = base ? base : 10;
  uint64_t value = 0;
  for (; i < n; i++) {
    if (text[i] == '_')
      continue;
    if (__builtin_mul_overflow(value, base, &value) ||
        __builtin_add_overflow(value, (uint64_t)digit_value(text[i]), &value))
      return false;
  }
  if (value > (uint64_t)INT64_MAX + negative)
    return false;
  *out = (int64_t)value;
  return true;
}

static Node *number(Parser *p) {
  Span span = p->token.span;
  const char *text = p->lexer.text + span.from;
  bool whole = p->token.kind == TOKEN_INT;
  bool negative = p->negative;
  p->negative = false;
  Node *n = ast_node(p->tree, whole ? NODE_INT : NODE_FLOAT, span);
  if (!n)
    return NULL;
  if (!whole)
    digits_parse_double(text, span.to - span.from, &n->f);
  else if (!read_int(text, span.to - span.from, negative, &n->i))
    return too_large(p, span);
  parser_state_advance(p);
  return n;
}

static Node *name(Parser *p) {
  const Sym *sym = parser_state_sym(p, p->token.span);
  Node *n = sym ? ast_node(p->tree, NODE_NAME, p->token.span) : NULL;
  if (!n)
    return NULL;
  n->name.sym = sym;
  parser_state_advance(p);
  return n;
}

static Node *constant(Parser *p, NodeType type, int64_t value) {
  Node *n = ast_node(p->tree, type, p->token.span);
  if (!n)
    return NULL;
  n->i = value;
  parser_state_advance(p);
  return n;
}

/* star_named_expression: '*' bitwise_or | named_expression */
static Node *element(Parser *p) {
  return p->token.kind == TOKEN_STAR ? parser_expr_starred(p)
                                     : parser_expr_named(p);
}

/* `for` behind several elements: parentheses were forgotten, except where
   these are the brackets. */
static void *for_behind_several(Parser *p, TokenKind close, size_t base,
                                uint32_t end) {
  if (close == TOKEN_RIGHT_PAREN)
    return parser_state_invalid(p);
  Span span = {p->stack[base]->span.from, end};
  return parser_state_error(
      p, span, "did you forget parentheses around the comprehension target?");
}

/* The elements behind the first, which is on the stack, and the bracket. */
static Node *elements(Parser *p, NodeType type, TokenKind close, uint32_t from,
                      size_t base) {
  while (parser_state_accept(p, TOKEN_COMMA)) {
    if (p->token.kind == close)
      break;
    if (p->token.kind == TOKEN_FOR)
      return for_behind_several(p, close, base, p->end);
    Node *n = element(p);
    if (!n || !parser_state_push(p, n))
      return NULL;
  }
  if (p->token.kind == TOKEN_FOR && p->n_stack - base > 1)
    return for_behind_several(p, close, base, p->end);
  if (!parser_state_expect(p, close))
    return NULL;
  return listed(p, type, from, base);
}

/* A comprehension whose first element is parsed, and its bracket. */
static Node *comprehension(Parser *p, NodeType type, TokenKind close,
                           uint32_t from, Node *first, Node *value) {
  if (first->type == NODE_STARRED)
    return parser_state_error(
        p, first->span, "iterable unpacking cannot be used in comprehension");
  Node *n = parser_comp_rest(p, type, from, first, value);
  if (!n || !parser_state_expect(p, close))
    return NULL;
  n->span.to = p->end;
  return n;
}

/* group: '(' named_expression ')' */
static Node *group(Parser *p, Node *n) {
  if (n->type == NODE_STARRED)
    return parser_state_error(p, n->span, "cannot use starred expression here");
  parser_state_advance(p);
  n->flags |= AST_PARENTHESES;
  return n;
}

/* '(' ')' | group | genexp | tuple */
static Node *parenthesised(Parser *p) {
  uint32_t from = p->token.span.from;
  size_t base = p->n_stack;
  parser_state_advance(p);
  Node *n;
  if (parser_state_accept(p, TOKEN_RIGHT_PAREN)) {
    n = listed(p, NODE_TUPLE, from, base);
  } else if (p->token.kind == TOKEN_DOUBLE_STAR) {
    return parser_state_error(p, p->token.span,
                              "cannot use double starred expression here");
  } else {
    Node *first = element(p);
    if (!first)
      return NULL;
    if (p->token.kind == TOKEN_FOR)
      return comprehension(p, NODE_GENERATOR, TOKEN_RIGHT_PAREN, from, first,
                           NULL);
    if (p->token.kind == TOKEN_RIGHT_PAREN)
      return group(p, first);
    if (p->token.kind != TOKEN_COMMA)
      return parser_state_invalid(p);
    if (!parser_state_push(p, first))
      return NULL;
    n = elements(p, NODE_TUPLE, TOKEN_RIGHT_PAREN, from, base);
  }
  if (n)
    n->flags |= AST_PARENTHESES;
  return n;
}

/* list: '[' [star_named_expressions] ']' | listcomp */
static Node *list(Parser *p) {
  uint32_t from = p->token.span.from;
  size_t base = p->n_stack;
  parser_state_advance(p);
  if (parser_state_accept(p, TOKEN_RIGHT_SQUARE))
    return listed(p, NODE_LIST, from, base);
  Node *first = element(p);
  if (!first)
    return NULL;
  if (p->token.kind == TOKEN_FOR)
    return comprehension(p, NODE_LISTCOMP, TOKEN_RIGHT_SQUARE, from, first,
                         NULL);
  if (!parser_state_push(p, first))
    return NULL;
  return elements(p, NODE_LIST, TOKEN_RIGHT_SQUARE, from, base);
}

/* ':' expression, of a dict's item */
static Node *dict_value(Parser *p) {
  Span colon = p->token.span;
  if (!parser_state_expect(p, TOKEN_COLON))
    return NULL;
  if (p->token.kind == TOKEN_RIGHT_BRACE || p->token.kind == TOKEN_COMMA)
    return parser_state_error(
        p, colon, "expression expected after dictionary key and ':'");
  if (p->token.kind == TOKEN_STAR)
    return parser_state_error(
        p, p->token.span,
        "cannot use a starred expression in a dictionary value");
  return parser_expr_one(p);
}

/* double_starred_kvpair: '**' bitwise_or | expression ':' expression */
static bool dict_item(Parser *p) {
  Node *key = NULL, *value;
  if (parser_state_accept(p, TOKEN_DOUBLE_STAR)) {
    value = parser_expr_operators(p, BIND_BITOR);
  } else {
    key = parser_expr_one(p);
    if (!key)
      return false;
    if (p->token.kind != TOKEN_COLON && p->token.kind != TOKEN_ERROR)
      return parser_state_error(p, key->span,
                                "':' expected after dictionary key");
    value = dict_value(p);
  }
  return value && parser_state_push(p, key) && parser_state_push(p, value);
}

static Node *dict_rest(Parser *p, uint32_t from, size_t base) {
  while (parser_state_accept(p, TOKEN_COMMA) &&
         p->token.kind != TOKEN_RIGHT_BRACE)
    if (!dict_item(p))
      return NULL;
  if (!parser_state_expect(p, TOKEN_RIGHT_BRACE))
    return NULL;
  return listed(p, NODE_DICT, from, base);
}

/* dict: '{' double_starred_kvpair (',' ...)* '}', the first being `**x` */
static Node *dict_of_dicts(Parser *p, uint32_t from, size_t base) {
  Span stars = p->token.span;
  if (!dict_item(p))
    return NULL;
  if (p->token.kind == TOKEN_FOR)
    return parser_state_error(
        p, stars, "dict unpacking cannot be used in dict comprehension");
  return dict_rest(p, from, base);
}

/* dict | dictcomp, the first key being parsed */
static Node *dict(Parser *p, uint32_t from, Node *key, size_t base) {
  Node *value = dict_value(p);
  if (!value)
    return NULL;
  if (p->token.kind == TOKEN_FOR)
    return comprehension(p, NODE_DICTCOMP, TOKEN_RIGHT_BRACE, from, key, value);
  if (!parser_state_push(p, key) || !parser_state_push(p, value))
    return NULL;
  return dict_rest(p, from, base);
}

/* set: '{' star_named_expressions '}' | setcomp | dict | dictcomp */
static Node *braces(Parser *p) {
  uint32_t from = p->token.span.from;
  size_t base = p->n_stack;
  parser_state_advance(p);
  if (parser_state_accept(p, TOKEN_RIGHT_BRACE))
    return listed(p, NODE_DICT, from, base);
  if (p->token.kind == TOKEN_DOUBLE_STAR)
    return dict_of_dicts(p, from, base);
  Node *first = element(p);
  if (!first)
    return NULL;
  if (p->token.kind == TOKEN_COLON && first->type != NODE_STARRED)
    return dict(p, from, first, base);
  if (p->token.kind == TOKEN_FOR)
    return comprehension(p, NODE_SETCOMP, TOKEN_RIGHT_BRACE, from, first, NULL);
  if (!parser_state_push(p, first))
    return NULL;
  return elements(p, NODE_SET, TOKEN_RIGHT_BRACE, from, base);
}

/* atom: NAME | number | strings | constants | brackets */
static Node *atom(Parser *p) {
  switch (p->token.kind) {
  case TOKEN_NAME: return name(p);
  case TOKEN_INT:
  case TOKEN_FLOAT: return number(p);
  case TOKEN_STRING: return parser_string_atom(p);
  case TOKEN_LEFT_PAREN: return parenthesised(p);
  case TOKEN_LEFT_SQUARE: return list(p);
  case TOKEN_LEFT_BRACE: return braces(p);
  case TOKEN_NONE: return constant(p, NODE_NONE, 0);
  case TOKEN_TRUE: return constant(p, NODE_BOOL, 1);
  case TOKEN_FALSE: return constant(p, NODE_BOOL, 0);
  case TOKEN_ELLIPSIS: return constant(p, NODE_ELLIPSIS, 0);
  default: return parser_state_invalid(p);
  }
}

static Node *attribute(Parser *p, Node *value, uint32_t from) {
  parser_state_advance(p);
  Span span = p->token.span;
  const Sym *sym = parser_state_name(p);
  Node *n = sym ? parser_state_node(p, NODE_ATTRIBUTE, from) : NULL;
  if (!n)
    return NULL;
  n->attribute.value = value;
  n->attribute.name = sym;
  n->attribute.name_span = span;
  return n;
}

static int32_t plain_arguments(Node *const *args, int32_t n) {
  int32_t i = 0;
  while (i < n && args[i]->type != NODE_STARRED &&
         args[i]->type != NODE_KEYWORD)
    i++;
  return i;
}

static Node *call(Parser *p, Node *func, uint32_t from) {
  uint32_t open = p->token.span.from;
  Node **args;
  int32_t n_args;
  parser_state_advance(p);
  if (!parser_call_arguments(p, true, open, &args, &n_args))
    return NULL;
  Node *n = parser_state_node(p, NODE_CALL, from);
  if (!n)
    return NULL;
  n->call.func = func;
  n->call.args = args;
  n->call.n = n_args;
  n->call.n_plain = plain_arguments(args, n_args);
  return n;
}

static bool slice_ends(TokenKind kind) {
  return kind == TOKEN_COLON || kind == TOKEN_COMMA ||
         kind == TOKEN_RIGHT_SQUARE;
}

/* slice: [expression] ':' [expression] [':' [expression]]
          | named_expression | starred_expression */
static Node *slice(Parser *p) {
  uint32_t from = p->token.span.from;
  Node *part[3] = {NULL, NULL, NULL};
  if (p->token.kind != TOKEN_COLON) {
    part[0] = element(p);
    if (!part[0] || p->token.kind != TOKEN_COLON ||
        part[0]->type == NODE_STARRED)
      return part[0];
  }
  for (int i = 1; i < 3 && parser_state_accept(p, TOKEN_COLON); i++)
    if (!slice_ends(p->token.kind) && !(part[i] = parser_expr_one(p)))
      return NULL;
  Node *n = parser_state_node(p, NODE_SLICE, from);
  if (!n)
    return NULL;
  n->three.first = part[0];
  n->three.second = part[1];
  n->three.third = part[2];
  return n;
}

/* slices: slice !',' | (slice | starred_expression) (',' ...)* [','] */
static Node *slices(Parser *p) {
  uint32_t from = p->token.span.from;
  size_t base = p->n_stack;
  Node *first = slice(p);
  if (!first || (p->token.kind != TOKEN_COMMA && first->type != NODE_STARRED))
    return first;
  if (!parser_state_push(p, first))
    return NULL;
  while (parser_state_accept(p, TOKEN_COMMA) &&
         p->token.kind != TOKEN_RIGHT_SQUARE) {
    Node *n = slice(p);
    if (!n || !parser_state_push(p, n))
      return NULL;
  }
  return listed(p, NODE_TUPLE, from, base);
}

static Node *subscript(Parser *p, Node *value, uint32_t from) {
  parser_state_advance(p);
  Node *index = slices(p);
  if (!index || !parser_state_expect(p, TOKEN_RIGHT_SQUARE))
    return NULL;
  Node *n = parser_state_node(p, NODE_SUBSCRIPT, from);
  if (!n)
    return NULL;
  n->bin.left = value;
  n->bin.right = index;
  return n;
}

Node *parser_atom_primary(Parser *p) {
  uint32_t from = p->token.span.from;
  Node *n = atom(p);
  while (n) {
    TokenKind kind = p->token.kind;
    if (kind != TOKEN_DOT && kind != TOKEN_LEFT_PAREN &&
        kind != TOKEN_LEFT_SQUARE)
      return n;
    if (!parser_state_grow(p))
      return NULL;
    n = kind == TOKEN_DOT          ? attribute(p, n, from)
        : kind == TOKEN_LEFT_PAREN ? call(p, n, from)
                                   : subscript(p, n, from);
  }
  return NULL;
}
