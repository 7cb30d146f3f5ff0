/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/lexer_number.h"

#include "base/err.h"
#include "base/utf8.h"

#include <string.h>

static bool is_digit(unsigned char c) {
  return c >= '0' && c <= '9';
}

static bool digit_of(unsigned char c, int base) {
  if (base == 16)
    return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f');
  return c >= '0' && c < '0' + base;
}

/* CPython points at the last character it has taken. */
static bool fail(Lexer *l, Token *t, const char *text) {
  uint32_t at = l->at > t->span.from ? l->at - 1 : l->at;
  lexer_fail(l, t, (Span){at, at + 1}, "%s", text);
  return false;
}

static bool word_follows(const Lexer *l, const char *word) {
  size_t n = strlen(word);
  return l->at + n <= l->end && !memcmp(l->text + l->at, word, n);
}

/* A number may touch a keyword that can follow it (`1if x else 2`), but no
   other name. */
static bool ends_well(Lexer *l, Token *t, const char *message) {
  static const char *const may[] = {"and", "else", "for", "if",
                                    "in",  "is",   "or",  "not"};
  unsigned char c = lexer_peek(l, 0);
  if (!c || c == '.' || !(c >= 0x80 || is_digit(c) || utf8_ident_start(c)))
    return true;
  for (size_t i = 0; i < sizeof may / sizeof may[0]; i++)
    if (word_follows(l, may[i]))
      return true;
  return fail(l, t, message);
}

static bool decimal(Lexer *l, Token *t) {
  static const char bad[] = "invalid decimal literal";
  for (;;) {
    while (is_digit(lexer_peek(l, 0)))
      l->at++;
    if (lexer_peek(l, 0) != '_')
      return true;
    t->flags |= TOKEN_SEPARATED;
    l->at++;
    if (!is_digit(lexer_peek(l, 0)))
      return fail(l, t, bad);
  }
}

/* 0x, 0o or 0b and digits. */
static bool based(Lexer *l, Token *t, int base, const char *word) {
  char invalid[40], message[60];
  strcpy(invalid, "invalid ");
  strcat(strcat(invalid, word), " literal");
  l->at += 2;
  do {
    if (lexer_peek(l, 0) == '_') {
      t->flags |= TOKEN_SEPARATED;
      l->at++;
    }
    unsigned char c = lexer_peek(l, 0);
    if (!digit_of(c, base) && !is_digit(c))
      return fail(l, t, invalid);
    while (digit_of(lexer_peek(l, 0), base))
      l->at++;
    if (is_digit(lexer_peek(l, 0))) {
      strcpy(message, "invalid digit '#' in ");
      message[15] = l->text[l->at++];
      strcat(strcat(message, word), " literal");
      return fail(l, t, message);
    }
  } while (lexer_peek(l, 0) == '_');
  return ends_well(l, t, invalid);
}

/* A point and digits, each of them may be missing; then an exponent. */
static bool fraction(Lexer *l, Token *t) {
  if (lexer_peek(l, 0) == '.') {
    t->kind = TOKEN_FLOAT;
    l->at++;
    if (is_digit(lexer_peek(l, 0)) && !decimal(l, t))
      return false;
  }
  if ((lexer_peek(l, 0) | 32) != 'e')
    return true;
  unsigned char c = lexer_peek(l, 1);
  bool is_signed = c == '+' || c == '-';
  if (!is_digit(is_signed ? lexer_peek(l, 2) : c)) {
    if (!is_signed)
      return true;
    l->at += 2;
    return fail(l, t, "invalid decimal literal");
  }
  t->kind = TOKEN_FLOAT;
  l->at += is_signed ? 2 : 1;
  return decimal(l, t);
}

/* 0 with digits behind it is only good in a float. */
static bool no_leading_zero(Lexer *l, Token *t, uint32_t end) {
  const char *text = l->text + t->span.from;
  uint32_t i = 0, n = end - t->span.from;
  if (t->kind != TOKEN_INT || text[0] != '0')
    return true;
  while (i < n && (text[i] == '0' || text[i] == '_'))
    i++;
  if (i == n)
    return true;
  lexer_fail(l, t, (Span){t->span.from, t->span.from + i},
             "leading zeros in decimal integer literals are not permitted; "
             "use an 0o prefix for octal integers");
  return false;
}

static bool no_complex(Lexer *l, Token *t) {
  if ((lexer_peek(l, 0) | 32) != 'j')
    return true;
  l->at++;
  if (!ends_well(l, t, "invalid imaginary literal"))
    return false;
  err_set(ERR_Unsupported, "xent does not support complex numbers");
  err_at(l->source, (Span){t->span.from, l->at});
  t->kind = TOKEN_ERROR;
  return false;
}

static bool scan(Lexer *l, Token *t) {
  unsigned char mark = lexer_peek(l, 1) | 32;
  if (lexer_peek(l, 0) == '0' && mark == 'x')
    return based(l, t, 16, "hexadecimal");
  if (lexer_peek(l, 0) == '0' && mark == 'o')
    return based(l, t, 8, "octal");
  if (lexer_peek(l, 0) == '0' && mark == 'b')
    return based(l, t, 2, "binary");
  if (is_digit(lexer_peek(l, 0)) && !decimal(l, t))
    return false;
  return fraction(l, t) && no_complex(l, t) && no_leading_zero(l, t, l->at) &&
         ends_well(l, t, "invalid decimal literal");
}

void lexer_number_scan(Lexer *l, Token *t) {
  t->kind = TOKEN_INT;
  if (scan(l, t))
    t->span.to = l->at;
}
