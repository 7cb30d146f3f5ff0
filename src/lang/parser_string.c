/* SPDX-License-Identifier: GPL-3.0-or-later */
/* String literals: escapes, and neighbours joined. */
#include "base/err.h"
#include "base/utf8.h"
#include "lang/parser_parts.h"

#include <string.h>

typedef struct Decoder {
  Parser *p;
  const Token *token;
  const char *at, *end;
  uint32_t position; /* as CPython counts: a character beyond ASCII is 10 */
  Buf *out;
} Decoder;

static int hex_value(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  c |= 32;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Errors of a string are errors of its token. */
static bool fail(Decoder *d, uint32_t taken, const char *why) {
  err_set(ERR_SyntaxError,
          "(unicode error) 'unicodeescape' codec can't decode bytes in "
          "position %u-%u: %s",
          d->position, d->position + taken - 1, why);
  err_at(d->p->tree->source, d->token->span);
  d->p->token.kind = TOKEN_ERROR;
  return false;
}

static bool refuse(Decoder *d, const char *what) {
  return parser_state_refuse(d->p, d->token->span, "%s", what);
}

/* \xXX, \uXXXX or \UXXXXXXXX; d->at is on the backslash. */
static bool hex(Decoder *d, uint32_t digits, const char *truncated) {
  uint32_t code = 0, i = 0;
  for (; i < digits && d->at + 2 + i < d->end; i++) {
    int value = hex_value(d->at[2 + i]);
    if (value < 0)
      break;
    code = code << 4 | (uint32_t)value;
  }
  if (i < digits)
    return fail(d, 2 + i, truncated);
  if (code > 0x10FFFF)
    return fail(d, 2 + i, "illegal Unicode character");
  if (code >= 0xD800 && code < 0xE000)
    return refuse(d, "lone surrogates in strings");
  char utf8[4];
  buf_add(d->out, utf8, utf8_encode(code, utf8));
  d->at += 2 + digits;
  d->position += 2 + digits;
  return true;
}

static bool octal(Decoder *d) {
  uint32_t code = 0, i = 1;
  for (; i < 4 && d->at + i < d->end && d->at[i] >= '0' && d->at[i] <= '7'; i++)
    code = code * 8 + (uint32_t)(d->at[i] - '0');
  char utf8[4];
  buf_add(d->out, utf8, utf8_encode(code, utf8));
  d->at += i;
  d->position += i;
  return true;
}

/* The character that the escape with this letter stands for, or 0. */
static char simple_escape(char c) {
  switch (c) {
  case 'a': return '\a';
  case 'b': return '\b';
  case 'f': return '\f';
  case 'n': return '\n';
  case 'r': return '\r';
  case 't': return '\t';
  case 'v': return '\v';
  case '\\':
  case '\'':
  case '"': return c;
  default: return 0;
  }
}

/* A backslash and a line end are nothing; before any other letter the
   backslash stays. */
static bool escape(Decoder *d) {
  char c = d->at + 1 < d->end ? d->at[1] : 0;
  switch (c) {
  case 'x': return hex(d, 2, "truncated \\xXX escape");
  case 'u': return hex(d, 4, "truncated \\uXXXX escape");
  case 'U': return hex(d, 8, "truncated \\UXXXXXXXX escape");
  case 'N': return refuse(d, "'\\N{...}' in strings");
  default: break;
  }
  if (c >= '0' && c <= '7')
    return octal(d);
  char simple = simple_escape(c);
  bool joins = c == '\n' || c == '\r';
  if (!simple && !joins) {
    buf_char(d->out, *d->at++);
    d->position++;
    return true;
  }
  if (simple)
    buf_char(d->out, simple);
  d->at += c == '\r' && d->at + 2 < d->end && d->at[2] == '\n' ? 3 : 2;
  d->position += 2;
  return true;
}

/* Up to the next backslash or carriage return. */
static void copy_plain(Decoder *d) {
  const char *from = d->at;
  while (d->at < d->end && *d->at != '\\' && *d->at != '\r') {
    unsigned char c = (unsigned char)*d->at++;
    d->position += c < 0x80 ? 1 : (c & 0xC0) != 0x80 ? 10 : 0;
  }
  buf_add(d->out, from, (size_t)(d->at - from));
}

bool parser_string_decode(Parser *p, const Token *t, Span span, Buf *out) {
  const char *text = p->lexer.text;
  uint32_t body = t->span.from + t->open;
  Decoder d = {p, t, text + span.from, text + span.to, span.from - body, out};
  bool raw = t->flags & TOKEN_RAW;
  while (d.at < d.end) {
    if (*d.at == '\r') {
      buf_char(out, '\n');
      d.at += d.at + 1 < d.end && d.at[1] == '\n' ? 2 : 1;
      d.position++;
    } else if (*d.at != '\\') {
      copy_plain(&d);
    } else if (raw) {
      buf_char(out, *d.at++);
    } else if (!escape(&d)) {
      return false;
    }
  }
  return !out->failed;
}

static Node *text_node(Parser *p, Span span, const char *text, size_t len) {
  Node *n = ast_node(p->tree, NODE_STR, span);
  if (!n)
    return NULL;
  n->str.text = arena_text(&p->tree->arena, text, len);
  n->str.len = len;
  return n->str.text ? n : NULL;
}

bool parser_string_flush(Parser *p, Span span, Buf *text) {
  if (text->failed)
    return false;
  if (!text->len)
    return true;
  Node *n = text_node(p, span, text->text, text->len);
  buf_clear(text);
  return n && parser_state_push(p, n);
}

/* One token's part of the strings: appended to *text, or pushed. */
static bool part(Parser *p, const Token *t, Buf *text) {
  if (t->flags & TOKEN_FORMAT)
    return parser_fstring_pieces(p, t, text);
  Span body = {t->span.from + t->open, t->span.to - t->close};
  return parser_string_decode(p, t, body, text);
}

static Node *joined(Parser *p, const Token *first, Buf *text) {
  uint32_t from = first->span.from;
  size_t base = p->n_stack;
  bool formatted = first->flags & TOKEN_FORMAT;
  if (!part(p, first, text))
    return NULL;
  while (p->token.kind == TOKEN_STRING) {
    Token next = p->token;
    parser_state_advance(p);
    formatted |= (next.flags & TOKEN_FORMAT) != 0;
    if (!part(p, &next, text))
      return NULL;
  }
  Span span = {from, p->end};
  if (!formatted)
    return text_node(p, span, buf_text(text), text->len);
  if (!parser_string_flush(p, span, text))
    return NULL;
  Node *n = ast_node(p->tree, NODE_FSTRING, span);
  if (!n || !parser_state_pop(p, base, &n->list.items, &n->list.n))
    return NULL;
  return n;
}

/* strings: STRING+ */
Node *parser_string_atom(Parser *p) {
  Token t = p->token;
  parser_state_advance(p);
  if (!(t.flags & (TOKEN_FORMAT | TOKEN_ESCAPED)) &&
      p->token.kind != TOKEN_STRING) {
    uint32_t from = t.span.from + t.open, to = t.span.to - t.close;
    return text_node(p, t.span, p->lexer.text + from, to - from);
  }
  Buf text = BUF_EMPTY;
  Node *n = joined(p, &t, &text);
  buf_free(&text);
  return n;
}
