/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/lexer_blank.h"

#include "base/err.h"

#include <string.h>

bool lexer_blank_newline(const Lexer *l, uint32_t ahead) {
  unsigned char c = lexer_peek(l, ahead);
  return c == '\n' || c == '\r';
}

void lexer_blank_skip_newline(Lexer *l) {
  l->at += lexer_peek(l, 0) == '\r' && lexer_peek(l, 1) == '\n' ? 2 : 1;
  l->line_start = l->at;
}

void lexer_blank_skip_comment(Lexer *l) {
  const char *from = l->text + l->at;
  size_t rest = l->end - l->at;
  const char *stop = memchr(from, '\n', rest);
  rest = stop ? (size_t)(stop - from) : rest;
  stop = memchr(from, '\r', rest);
  l->at += (uint32_t)(stop ? (size_t)(stop - from) : rest);
}

static void fail_indent(Lexer *l, Token *t, ErrType type, const char *text) {
  err_set(type, "%s", text);
  l->soft = true;
  t->kind = TOKEN_ERROR;
  t->span = (Span){l->line_start, l->at};
  err_at(l->source, t->span);
}

/* A comment, or a line that is Jupyter's and not Python's. */
static bool is_no_line(const Lexer *l) {
  unsigned char c = lexer_peek(l, 0);
  return c == '#' || (l->source->cell && (c == '%' || c == '!'));
}

/* Skips blank lines; the columns of the first other line's text. False at the
   end of the text. */
static bool measure(Lexer *l, uint32_t columns[2]) {
  for (;;) {
    l->line_start = l->at;
    columns[0] = columns[1] = 0;
    for (;; l->at++) {
      unsigned char c = lexer_peek(l, 0);
      if (c == ' ') {
        columns[0]++;
        columns[1]++;
      } else if (c == '\t') {
        columns[0] = (columns[0] / 8 + 1) * 8;
        columns[1]++;
      } else if (c == '\f') {
        columns[0] = columns[1] = 0;
      } else {
        break;
      }
    }
    if (is_no_line(l))
      lexer_blank_skip_comment(l);
    if (l->at >= l->end)
      return false;
    if (!lexer_blank_newline(l, 0))
      return true;
    lexer_blank_skip_newline(l);
  }
}

static const char mixed[] =
    "inconsistent use of tabs and spaces in indentation";

static bool indent(Lexer *l, Token *t, const uint32_t columns[2]) {
  const uint32_t *outer = l->indents ? l->columns[l->indents - 1] : NULL;
  if (columns[1] <= (outer ? outer[1] : 0)) {
    fail_indent(l, t, ERR_TabError, mixed);
    return false;
  }
  if (l->indents == LEXER_INDENTS - 1) {
    fail_indent(l, t, ERR_IndentationError, "too many levels of indentation");
    return false;
  }
  memcpy(l->columns[l->indents++], columns, sizeof l->columns[0]);
  l->owed = 1;
  return true;
}

static bool dedent(Lexer *l, Token *t, const uint32_t columns[2]) {
  while (l->indents && l->columns[l->indents - 1][0] > columns[0]) {
    l->indents--;
    l->owed--;
  }
  uint32_t now[2] = {0, 0};
  if (l->indents)
    memcpy(now, l->columns[l->indents - 1], sizeof now);
  if (now[0] == columns[0] && now[1] == columns[1])
    return true;
  if (now[0] != columns[0])
    fail_indent(l, t, ERR_IndentationError,
                "unindent does not match any outer indentation level");
  else
    fail_indent(l, t, ERR_TabError, mixed);
  return false;
}

/* At the start of a logical line: how it is indented, as l->owed. */
bool lexer_blank_indentation(Lexer *l, Token *t) {
  uint32_t columns[2];
  l->fresh = false;
  if (!measure(l, columns)) {
    l->owed = (int8_t)-l->indents;
    l->indents = 0;
    return true;
  }
  uint32_t outer = l->indents ? l->columns[l->indents - 1][0] : 0;
  if (columns[0] > outer)
    return indent(l, t, columns);
  return dedent(l, t, columns);
}
