/* SPDX-License-Identifier: GPL-3.0-or-later */
/* f-strings by the rules of Python 3.11: the string is one token, its
   expressions are found by their brackets and quotes and parsed in place. */
#include "lang/parser_expr.h"
#include "lang/parser_parts.h"

#include <string.h>

typedef struct Field {
  Parser *p;
  const Token *token;
  uint32_t at, end; /* of the token's body */
} Field;

enum { NESTED = 2 }; /* how deep specs may have fields of their own */

static char peek(const Field *f, uint32_t ahead) {
  return f->at + ahead < f->end ? f->p->lexer.text[f->at + ahead] : 0;
}

/* Errors of the f-string's own rules are errors of its token; false. */
#define FAIL(f, ...)                                                           \
  lexer_fail(&(f)->p->lexer, &(f)->p->token, here(f), __VA_ARGS__)

static Span here(const Field *f) {
  uint32_t at = f->at < f->end ? f->at : f->end;
  return (Span){at, at + 1};
}

typedef struct Scan {
  char brackets[LEXER_BRACKETS];
  int depth;
  char quote; /* of the string it is in, or 0 */
  bool triple;
} Scan;

static char closer_of(char open) {
  return open == '(' ? ')' : open == '[' ? ']' : '}';
}

static bool in_string(Field *f, Scan *s) {
  if (peek(f, 0) == s->quote) {
    if (!s->triple) {
      s->quote = 0;
    } else if (peek(f, 1) == s->quote && peek(f, 2) == s->quote) {
      f->at += 2;
      s->quote = 0;
    }
  }
  f->at++;
  return true;
}

static bool open_string(Field *f, Scan *s) {
  s->quote = peek(f, 0);
  s->triple = peek(f, 1) == s->quote && peek(f, 2) == s->quote;
  f->at += s->triple ? 3 : 1;
  return true;
}

static bool open_bracket(Field *f, Scan *s) {
  if (s->depth == LEXER_BRACKETS)
    return FAIL(f, "f-string: too many nested parenthesis");
  s->brackets[s->depth++] = peek(f, 0);
  f->at++;
  return true;
}

static bool close_bracket(Field *f, Scan *s) {
  char c = peek(f, 0);
  if (!s->depth)
    return FAIL(f, "f-string: unmatched '%c'", c);
  char open = s->brackets[--s->depth];
  if (closer_of(open) != c)
    return FAIL(f,
                "f-string: closing parenthesis '%c' does not match opening "
                "parenthesis '%c'",
                c, open);
  f->at++;
  return true;
}

/* Outside brackets: does this character end the expression? Two-character
   comparisons are passed over. */
static bool ends_here(Field *f) {
  char c = peek(f, 0);
  bool compares = c == '!' || c == '=' || c == '<' || c == '>';
  if (compares && peek(f, 1) == '=') {
    f->at++;
    return false;
  }
  return c == '!' || c == ':' || c == '}' || c == '=';
}

static bool pass(Field *f, Scan *s) {
  char c = peek(f, 0);
  if (c == '\\')
    return FAIL(f, "f-string expression part cannot include a backslash");
  if (s->quote)
    return in_string(f, s);
  if (c == '\'' || c == '"')
    return open_string(f, s);
  if (c == '(' || c == '[' || c == '{')
    return open_bracket(f, s);
  if (c == '#')
    return FAIL(f, "f-string expression part cannot include '#'");
  if (c == ')' || c == ']' || c == '}')
    return close_bracket(f, s);
  f->at++;
  return true;
}

/* f->at goes to the end of the expression that begins there. */
static bool find_end(Field *f) {
  Scan s;
  s.depth = 0;
  s.quote = 0;
  s.triple = false;
  while (f->at < f->end) {
    if (!s.depth && !s.quote && ends_here(f))
      return true;
    if (!pass(f, &s))
      return false;
  }
  if (s.quote)
    return FAIL(f, "f-string: unterminated string");
  if (s.depth)
    return FAIL(f, "f-string: unmatched '%c'", s.brackets[s.depth - 1]);
  return FAIL(f, "f-string: expecting '}'");
}

static bool is_blank(const char *text, Span span) {
  while (span.from < span.to && strchr(" \t\n\r\f", text[span.from]))
    span.from++;
  return span.from == span.to;
}

static bool not_empty(Field *f, Span span) {
  char c = peek(f, 0);
  if (!is_blank(f->p->lexer.text, span))
    return true;
  if (c == '!' || c == ':' || c == '=')
    return FAIL(f, "f-string: expression required before '%c'", c);
  return FAIL(f, "f-string: empty expression not allowed");
}

/* fstring: star_expressions */
static Node *whole(Parser *p) {
  lexer_next(&p->lexer, &p->token);
  Node *n = parser_expr_list(p);
  if (!n)
    return NULL;
  if (p->token.kind != TOKEN_EOF)
    return parser_state_invalid(p);
  if (n->type == NODE_STARRED)
    return parser_state_error(p, n->span, "cannot use starred expression here");
  return n;
}

/* Parses the span with a lexer of its own. */
static Node *expression(Parser *p, Span span) {
  Lexer lexer = p->lexer;
  Token token = p->token;
  uint32_t end = p->end;
  const char *prefix = p->prefix;
  p->prefix = "f-string: ";
  p->last = NULL;
  p->fields++;
  lexer_start_inside(&p->lexer, p->tree->source, span);
  Node *n = whole(p);
  p->fields--;
  p->prefix = prefix;
  p->last = NULL;
  p->end = end;
  p->lexer = lexer;
  p->token = token;
  if (!n)
    p->token.kind = TOKEN_ERROR;
  return n;
}

static bool conversion(Field *f, Node *n) {
  f->at++;
  if (f->at >= f->end)
    return FAIL(f, "f-string: expecting '}'");
  char c = peek(f, 0);
  f->at++;
  if (c != 's' && c != 'r' && c != 'a')
    return FAIL(f, "f-string: invalid conversion character: expected 's', "
                   "'r', or 'a'");
  n->format.conversion = c;
  return true;
}

static bool pieces(Field *f, int level, Buf *text);

/* format_spec: a text with fields, up to the '}' of its field */
static bool spec(Field *f, int level, Node *n) {
  Parser *p = f->p;
  size_t base = p->n_stack;
  Buf text = BUF_EMPTY;
  uint32_t from = ++f->at;
  bool ok = pieces(f, level + 1, &text);
  Span span = {from, f->at};
  ok = ok && parser_string_flush(p, span, &text);
  buf_free(&text);
  Node *s = ok ? ast_node(p->tree, NODE_FSTRING, span) : NULL;
  n->format.spec = s;
  return s && parser_state_pop(p, base, &s->list.items, &s->list.n);
}

/* `=` behind the expression: its text is printed too. */
static bool debug_text(Field *f, Node *n, uint32_t from) {
  f->at++;
  while (peek(f, 0) && strchr(" \t\n\r\f\v", peek(f, 0)))
    f->at++;
  n->format.text =
      arena_text(&f->p->tree->arena, f->p->lexer.text + from, f->at - from);
  return n->format.text;
}

/* '{' expression ['='] ['!' letter] [':' spec] '}' */
static Node *field(Field *f, int level) {
  Parser *p = f->p;
  uint32_t open = f->at++, from = f->at;
  if (level >= NESTED) {
    FAIL(f, "f-string: expressions nested too deeply");
    return NULL;
  }
  if (!find_end(f))
    return NULL;
  Span span = {from, f->at};
  Node *n = not_empty(f, span) ? ast_node(p->tree, NODE_FORMAT, span) : NULL;
  if (!n || !(n->format.value = expression(p, span)))
    return NULL;
  if ((peek(f, 0) == '=' && !debug_text(f, n, from)) ||
      (peek(f, 0) == '!' && !conversion(f, n)) ||
      (peek(f, 0) == ':' && !spec(f, level, n)))
    return NULL;
  if (peek(f, 0) != '}') {
    FAIL(f, "f-string: expecting '}'");
    return NULL;
  }
  if (n->format.text && !n->format.spec && !n->format.conversion)
    n->format.conversion = 'r';
  n->span = (Span){open, ++f->at};
  return n;
}

/* Where the literal text at f->at ends: at a bracket. */
static uint32_t literal_end(const Field *f) {
  const char *text = f->p->lexer.text;
  bool raw = f->token->flags & TOKEN_RAW;
  uint32_t at = f->at;
  while (at < f->end && text[at] != '{' && text[at] != '}')
    at += !raw && text[at] == '\\' && at + 1 < f->end && text[at + 1] != '{' &&
                  text[at + 1] != '}'
              ? 2
              : 1;
  return at;
}

/* Literal text and fields; in a spec up to its '}'. Doubled brackets stand
   for one, but not in specs. */
static bool pieces(Field *f, int level, Buf *text) {
  while (f->at < f->end) {
    char c = peek(f, 0);
    if (c != '{' && c != '}') {
      Span span = {f->at, literal_end(f)};
      f->at = span.to;
      if (!parser_string_decode(f->p, f->token, span, text))
        return false;
    } else if (!level && peek(f, 1) == c) {
      buf_char(text, c);
      f->at += 2;
    } else if (c == '}') {
      return level || FAIL(f, "f-string: single '}' is not allowed");
    } else {
      if (!parser_string_flush(f->p, f->token->span, text))
        return false;
      Node *n = field(f, level);
      if (!n || !parser_state_push(f->p, n))
        return false;
    }
  }
  return true;
}

bool parser_fstring_pieces(Parser *p, const Token *t, Buf *text) {
  Field f = {p, t, t->span.from + t->open, t->span.to - t->close};
  return pieces(&f, 0, text);
}
