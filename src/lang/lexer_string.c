/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/lexer_string.h"

#include "base/err.h"

static bool triple_at(const Lexer *l, unsigned char quote) {
  return lexer_peek(l, 0) == quote && lexer_peek(l, 1) == quote &&
         lexer_peek(l, 2) == quote;
}

/* Behind a backslash: it takes the next character, or line end, with it. */
static void skip_escaped(Lexer *l, Token *t) {
  t->flags |= TOKEN_ESCAPED;
  l->at++;
  if (l->at < l->end)
    l->at += lexer_peek(l, 0) == '\r' && lexer_peek(l, 1) == '\n' ? 2 : 1;
}

/* The line of the last character, as CPython counts it. */
static uint32_t last_line(const Lexer *l) {
  uint32_t at = l->at;
  if (at && at == l->end && l->text[at - 1] == '\n')
    at--;
  return lexer_line(l->source, at);
}

static void unterminated(Lexer *l, Token *t, bool triple) {
  Span span = {t->span.from, t->span.from + 1};
  bool at_end = l->at >= l->end;
  char before = l->at ? l->text[l->at - 1] : 0;
  bool joined = at_end && (t->flags & TOKEN_ESCAPED) &&
                (before == '\\' || before == '\n' || before == '\r');
  lexer_fail(l, t, span,
             triple ? "unterminated triple-quoted string literal (detected at "
                      "line %u)"
                    : "unterminated string literal (detected at line %u)",
             last_line(l));
  err_now()->incomplete = at_end && (triple || joined);
}

static bool short_body(Lexer *l, Token *t, unsigned char quote) {
  for (;;) {
    unsigned char c = lexer_peek(l, 0);
    if (c == quote)
      return true;
    if (c == '\\')
      skip_escaped(l, t);
    else if (l->at >= l->end || c == '\n' || c == '\r')
      return false;
    else
      l->at++;
  }
}

static bool long_body(Lexer *l, Token *t, unsigned char quote) {
  for (;;) {
    unsigned char c = lexer_peek(l, 0);
    if (c == quote && triple_at(l, quote))
      return true;
    if (c == '\\') {
      skip_escaped(l, t);
      continue;
    }
    if (l->at >= l->end)
      return false;
    if (c == '\r')
      t->flags |= TOKEN_ESCAPED;
    l->at++;
  }
}

void lexer_string_scan(Lexer *l, Token *t) {
  unsigned char quote = lexer_peek(l, 0);
  bool triple = triple_at(l, quote);
  uint32_t quotes = triple ? 3 : 1;
  l->at += quotes;
  t->open = (uint8_t)(l->at - t->span.from);
  t->close = (uint8_t)quotes;
  if (!(triple ? long_body(l, t, quote) : short_body(l, t, quote))) {
    unterminated(l, t, triple);
    return;
  }
  l->at += quotes;
  t->kind = TOKEN_STRING;
  t->span.to = l->at;
}
