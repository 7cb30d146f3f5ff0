/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the parser share: one token of lookahead, a stack on which
   lists are gathered, and the ways to fail. A function that returns a Node
   returns NULL, one that returns bool returns false, with the error record
   filled. */
#ifndef XENT_LANG_PARSER_STATE_H
#define XENT_LANG_PARSER_STATE_H

#include "base/buf.h"
#include "lang/ast.h"
#include "lang/lexer.h"

enum {
  PARSER_DEPTH = 1000, /* of the tree, and of the parser's recursion */
  PARSER_FIRST = 48    /* items of the stack that need no allocation */
};

typedef struct Parser {
  Lexer lexer;
  Token token;  /* the next one, not yet taken */
  uint32_t end; /* where the one taken last ended */
  Tree *tree;
  Node **stack; /* `first` until it grows */
  size_t n_stack, cap_stack;
  uint32_t depth;  /* of calls */
  uint32_t height; /* at most the height of the trees made in this bracket */
  Node *last;      /* the operand before a possible forgotten comma */
  uint32_t last_from, last_end;
  bool in_function, in_loop;
  bool nested;        /* in a function or class */
  bool documented;    /* a statement was seen, maybe the docstring */
  bool begun;         /* a statement that no `from __future__` may follow */
  bool negative;      /* a minus stands before the number */
  uint8_t fields;     /* how deep in f-strings' {...} */
  const char *prefix; /* of messages: "f-string: " or "" */
  Token statement;    /* first token of the statement in hand */
  Buf late;           /* an error to report when nothing else is wrong */
  Span late_span;
  Node *first[PARSER_FIRST];
} Parser;

static inline void parser_state_advance(Parser *p) {
  p->end = p->token.span.to;
  lexer_next(&p->lexer, &p->token);
}

static inline bool parser_state_accept(Parser *p, TokenKind kind) {
  if (p->token.kind != kind)
    return false;
  parser_state_advance(p);
  return true;
}

/* Takes a token of this kind or fails with "invalid syntax". */
bool parser_state_expect(Parser *p, TokenKind kind);

/* ':' or "expected ':'"; strict: whatever else stands there, else only at the
   end of the line. */
bool parser_state_colon(Parser *p, bool strict);

/* Is nothing left but the ends of blocks? */
static inline bool parser_state_at_end(const Parser *p) {
  return !p->fields &&
         (p->token.kind == TOKEN_EOF ||
          (p->token.kind == TOKEN_DEDENT && p->lexer.at >= p->lexer.end));
}

/* A node from `from` to the end of the last token. */
static inline Node *parser_state_node(Parser *p, NodeType type, uint32_t from) {
  return ast_node(p->tree, type, (Span){from, p->end});
}

bool parser_state_push_slow(Parser *p, Node *n);

static inline bool parser_state_push(Parser *p, Node *n) {
  if (p->n_stack == p->cap_stack)
    return parser_state_push_slow(p, n);
  p->stack[p->n_stack++] = n;
  return true;
}

/* Moves what was pushed since `base` to the arena. */
bool parser_state_pop(Parser *p, size_t base, Node ***items, int32_t *n);

void *parser_state_alloc(Parser *p, size_t size);

/* The symbol of the name in the span. */
const Sym *parser_state_sym(Parser *p, Span span);

/* Takes a NAME. NULL with the error record filled. */
const Sym *parser_state_name(Parser *p);

/* A SyntaxError with this text at the span; NULL. */
void *parser_state_error(Parser *p, Span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same, when all the text parses: what CPython finds after parsing. */
bool parser_state_later(Parser *p, Span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* ERR_Unsupported "xent does not support WHAT"; NULL. Like an error of the
   lexer it makes the token a TOKEN_ERROR, so that nothing else explains it. */
void *parser_state_refuse(Parser *p, Span span, const char *what, ...)
    __attribute__((format(printf, 3, 4)));

/* The token in hand does not fit: the error that explains it best; NULL. */
void *parser_state_invalid(Parser *p);

/* False with a RecursionError when the tree or the recursion is too deep. */
bool parser_state_too_deep(Parser *p);

static inline bool parser_state_enter(Parser *p) {
  return ++p->depth < PARSER_DEPTH || parser_state_too_deep(p);
}

static inline bool parser_state_grow(Parser *p) {
  return ++p->height < PARSER_DEPTH || parser_state_too_deep(p);
}

/* Can the token begin an expression? */
bool parser_state_begins(TokenKind kind);

#endif
