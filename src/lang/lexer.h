/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From text to tokens, one at a time and without memory of its own. Errors
   are CPython 3.11's, in wording and place: the token is then TOKEN_ERROR and
   the error record is filled. */
#ifndef XENT_LANG_LEXER_H
#define XENT_LANG_LEXER_H

#include "base/source.h"

#include <stdbool.h>
#include <stdint.h>

#define LEXER_WORDS(X)                                                         \
  X(FALSE, "False")                                                            \
  X(NONE, "None")                                                              \
  X(TRUE, "True")                                                              \
  X(AND, "and")                                                                \
  X(AS, "as")                                                                  \
  X(ASSERT, "assert")                                                          \
  X(ASYNC, "async")                                                            \
  X(AWAIT, "await")                                                            \
  X(BREAK, "break")                                                            \
  X(CLASS, "class")                                                            \
  X(CONTINUE, "continue")                                                      \
  X(DEF, "def")                                                                \
  X(DEL, "del")                                                                \
  X(ELIF, "elif")                                                              \
  X(ELSE, "else")                                                              \
  X(EXCEPT, "except")                                                          \
  X(FINALLY, "finally")                                                        \
  X(FOR, "for")                                                                \
  X(FROM, "from")                                                              \
  X(GLOBAL, "global")                                                          \
  X(IF, "if")                                                                  \
  X(IMPORT, "import")                                                          \
  X(IN, "in")                                                                  \
  X(IS, "is")                                                                  \
  X(LAMBDA, "lambda")                                                          \
  X(NONLOCAL, "nonlocal")                                                      \
  X(NOT, "not")                                                                \
  X(OR, "or")                                                                  \
  X(PASS, "pass")                                                              \
  X(RAISE, "raise")                                                            \
  X(RETURN, "return")                                                          \
  X(TRY, "try")                                                                \
  X(WHILE, "while")                                                            \
  X(WITH, "with")                                                              \
  X(YIELD, "yield")

/* The signs from + to >>, the same with = and the comparisons stand in the
   order of AST_OPS. */
#define LEXER_SIGNS(X)                                                         \
  X(PLUS, "+")                                                                 \
  X(MINUS, "-")                                                                \
  X(STAR, "*")                                                                 \
  X(SLASH, "/")                                                                \
  X(DOUBLE_SLASH, "//")                                                        \
  X(PERCENT, "%")                                                              \
  X(DOUBLE_STAR, "**")                                                         \
  X(AT, "@")                                                                   \
  X(AMPERSAND, "&")                                                            \
  X(BAR, "|")                                                                  \
  X(CARET, "^")                                                                \
  X(LEFT_SHIFT, "<<")                                                          \
  X(RIGHT_SHIFT, ">>")                                                         \
  X(PLUS_EQUAL, "+=")                                                          \
  X(MINUS_EQUAL, "-=")                                                         \
  X(STAR_EQUAL, "*=")                                                          \
  X(SLASH_EQUAL, "/=")                                                         \
  X(DOUBLE_SLASH_EQUAL, "//=")                                                 \
  X(PERCENT_EQUAL, "%=")                                                       \
  X(DOUBLE_STAR_EQUAL, "**=")                                                  \
  X(AT_EQUAL, "@=")                                                            \
  X(AMPERSAND_EQUAL, "&=")                                                     \
  X(BAR_EQUAL, "|=")                                                           \
  X(CARET_EQUAL, "^=")                                                         \
  X(LEFT_SHIFT_EQUAL, "<<=")                                                   \
  X(RIGHT_SHIFT_EQUAL, ">>=")                                                  \
  X(LESS, "<")                                                                 \
  X(LESS_EQUAL, "<=")                                                          \
  X(EQUAL_EQUAL, "==")                                                         \
  X(NOT_EQUAL, "!=")                                                           \
  X(GREATER_EQUAL, ">=")                                                       \
  X(GREATER, ">")                                                              \
  X(TILDE, "~")                                                                \
  X(LEFT_PAREN, "(")                                                           \
  X(RIGHT_PAREN, ")")                                                          \
  X(LEFT_SQUARE, "[")                                                          \
  X(RIGHT_SQUARE, "]")                                                         \
  X(LEFT_BRACE, "{")                                                           \
  X(RIGHT_BRACE, "}")                                                          \
  X(COMMA, ",")                                                                \
  X(COLON, ":")                                                                \
  X(DOT, ".")                                                                  \
  X(ELLIPSIS, "...")                                                           \
  X(SEMICOLON, ";")                                                            \
  X(EQUAL, "=")                                                                \
  X(ARROW, "->")                                                               \
  X(WALRUS, ":=")

typedef enum TokenKind {
  TOKEN_ERROR,
  TOKEN_EOF,
  TOKEN_NEWLINE,
  TOKEN_INDENT,
  TOKEN_DEDENT,
  TOKEN_STRANGE, /* a sign that Python has not: $ ? ! ` <> */
  TOKEN_NAME,
  TOKEN_INT,
  TOKEN_FLOAT,
  TOKEN_STRING,
#define X(name, text) TOKEN_##name,
  LEXER_WORDS(X) LEXER_SIGNS(X)
#undef X
      TOKEN_COUNT
} TokenKind;

enum {
  TOKEN_RAW = 1,       /* STRING: an r before it */
  TOKEN_FORMAT = 2,    /* STRING: an f before it */
  TOKEN_ESCAPED = 4,   /* STRING: holds a backslash or a carriage return */
  TOKEN_SEPARATED = 8, /* INT, FLOAT: holds an underscore */
  LEXER_BRACKETS = 200,
  LEXER_INDENTS = 100
};

typedef struct Token {
  uint8_t kind;
  uint8_t flags;
  uint8_t open, close; /* STRING: bytes before and after its body */
  Span span;
} Token;

typedef struct Lexer {
  Source *source;
  const char *text;
  uint32_t at, end;
  uint32_t line_start;
  bool fresh;    /* at the start of a logical line */
  bool inside;   /* newlines mean nothing: the text of an f-string's {...} */
  bool any;      /* a token of the current logical line was given */
  bool soft;     /* the error is not of a token: see parser.c */
  int8_t owed;   /* DEDENTs (negative) still to give */
  int16_t depth; /* open brackets */
  int16_t indents;
  uint32_t brackets[LEXER_BRACKETS];  /* where they opened */
  uint32_t columns[LEXER_INDENTS][2]; /* with tabs to 8, with tabs of 1 */
} Lexer;

/* The whole source. False with the error record filled when the text has NULs
   or is not UTF-8. */
bool lexer_start(Lexer *l, Source *source);

/* The range only, as the inside of brackets. */
void lexer_start_inside(Lexer *l, Source *source, Span range);

/* Gives the next token; after EOF again EOF. */
void lexer_next(Lexer *l, Token *t);

/* Fills the error record, names the place, makes *t a TOKEN_ERROR; false. */
bool lexer_fail(Lexer *l, Token *t, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* "'(' was never closed" for the innermost open bracket. */
void lexer_never_closed(Lexer *l, Token *t);

uint32_t lexer_line(const Source *source, uint32_t offset);

/* The byte at `at + ahead`, 0 beyond the end. */
static inline unsigned char lexer_peek(const Lexer *l, uint32_t ahead) {
  return l->at + ahead < l->end ? (unsigned char)l->text[l->at + ahead] : 0;
}

#endif
