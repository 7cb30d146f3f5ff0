/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/lexer.h"

#include "base/err.h"
#include "base/utf8.h"
#include "lang/lexer_blank.h"
#include "lang/lexer_number.h"
#include "lang/lexer_string.h"

#include <string.h>

enum { C_OTHER, C_NAME, C_DIGIT, C_QUOTE };

static const uint8_t
    class_of[256] = {['0' ... '9'] = C_DIGIT,  ['A' ... 'Z'] = C_NAME,
                     ['a' ... 'z'] = C_NAME,   ['_'] = C_NAME,
                     [0x80 ... 0xFF] = C_NAME, ['"'] = C_QUOTE,
                     ['\''] = C_QUOTE};

uint32_t lexer_line(const Source *source, uint32_t offset) {
  return source_place(source, offset).line;
}

bool lexer_fail(Lexer *l, Token *t, Span span, const char *format, ...) {
  Buf text = BUF_EMPTY;
  va_list args;
  va_start(args, format);
  buf_vfmt(&text, format, args);
  va_end(args);
  if (!text.failed) {
    err_set(ERR_SyntaxError, "%s", buf_text(&text));
    err_at(l->source, span);
  }
  buf_free(&text);
  t->kind = TOKEN_ERROR;
  t->span = span;
  return false;
}

void lexer_never_closed(Lexer *l, Token *t) {
  uint32_t at = l->brackets[l->depth - 1];
  lexer_fail(l, t, (Span){at, at + 1}, "'%c' was never closed", l->text[at]);
}

static bool bad_text(Source *s, size_t at) {
  unsigned char byte = (unsigned char)s->text[at];
  Span span = {(uint32_t)at, (uint32_t)at + 1};
  if (!byte) {
    err_set(ERR_SyntaxError, "source code cannot contain null bytes");
  } else {
    err_set(ERR_SyntaxError,
            "Non-UTF-8 code starting with '\\x%02x' in %s on line %u", byte,
            s->name, lexer_line(s, span.from));
    err_hint("save the file as UTF-8");
  }
  return err_at(s, span);
}

static bool is_ascii(const char *text, size_t n) {
  uint64_t high = 0, word;
  for (; n >= sizeof word; n -= sizeof word, text += sizeof word) {
    memcpy(&word, text, sizeof word);
    high |= word;
  }
  for (; n; n--)
    high |= (unsigned char)*text++;
  return !(high & 0x8080808080808080u);
}

static bool check_text(Source *s) {
  size_t first_nul = strlen(s->text);
  if (first_nul < s->len)
    return bad_text(s, first_nul);
  if (is_ascii(s->text, s->len))
    return true;
  size_t valid = utf8_valid(s->text, s->len);
  return valid == s->len || bad_text(s, valid);
}

static void start(Lexer *l, Source *source, Span range) {
  l->source = source;
  l->text = source->text;
  l->at = l->line_start = range.from;
  l->end = range.to;
  l->fresh = l->any = l->inside = l->soft = false;
  l->owed = 0;
  l->depth = 0;
  l->indents = 0;
}

bool lexer_start(Lexer *l, Source *source) {
  if (source->len > INT32_MAX)
    return err_set(ERR_OverflowError, "source is too long");
  if (!check_text(source))
    return false;
  bool marked = source->len >= 3 && !memcmp(source->text, "\xEF\xBB\xBF", 3);
  start(l, source, (Span){marked ? 3 : 0, (uint32_t)source->len});
  l->fresh = true;
  return true;
}

void lexer_start_inside(Lexer *l, Source *source, Span range) {
  start(l, source, range);
  l->inside = true;
}

/* A backslash at the end of a line. */
static bool join_lines(Lexer *l, Token *t) {
  Span here = {l->at, l->at + 1};
  l->at++;
  l->soft = true;
  if (l->at < l->end && !lexer_blank_newline(l, 0)) {
    lexer_fail(l, t, here,
               "unexpected character after line continuation character");
    return false;
  }
  if (l->at < l->end)
    lexer_blank_skip_newline(l);
  if (l->at < l->end) {
    l->soft = false;
    return true;
  }
  if (l->depth)
    lexer_never_closed(l, t);
  else
    lexer_fail(l, t, here, "unexpected EOF while parsing");
  err_now()->incomplete = true;
  return false;
}

/* To the next sign that means something. */
static bool skip_blanks(Lexer *l, Token *t) {
  bool nested = l->depth || l->inside;
  for (;;) {
    unsigned char c = lexer_peek(l, 0);
    if (c == ' ' || c == '\t' || c == '\f')
      l->at++;
    else if (c == '#')
      lexer_blank_skip_comment(l);
    else if ((c == '\n' || c == '\r') && nested)
      lexer_blank_skip_newline(l);
    else if (c != '\\')
      return true;
    else if (!join_lines(l, t))
      return false;
  }
}

static void pay(Lexer *l, Token *t) {
  t->kind = l->owed > 0 ? TOKEN_INDENT : TOKEN_DEDENT;
  t->span = (Span){l->owed > 0 ? l->line_start : l->at, l->at};
  l->owed = (int8_t)(l->owed > 0 ? 0 : l->owed + 1);
}

/* No sign is left: a NEWLINE if the line has not ended, then the DEDENTs. */
static void end_of_text(Lexer *l, Token *t) {
  t->span = (Span){l->end, l->end};
  t->kind = TOKEN_EOF;
  if (l->depth) {
    lexer_never_closed(l, t);
    l->soft = true;
    err_now()->incomplete = true;
  } else if (l->any) {
    l->any = false;
    t->kind = TOKEN_NEWLINE;
    l->owed = (int8_t)-l->indents;
    l->indents = 0;
  }
}

static void line_end(Lexer *l, Token *t) {
  t->kind = TOKEN_NEWLINE;
  t->span = (Span){l->at, l->at + 1};
  lexer_blank_skip_newline(l);
  l->any = false;
  l->fresh = true;
}

static const char closers[] = {['('] = ')', ['['] = ']', ['{'] = '}'};

static void open_bracket(Lexer *l, Token *t) {
  if (l->depth == LEXER_BRACKETS) {
    lexer_fail(l, t, t->span, "too many nested parentheses");
    return;
  }
  l->brackets[l->depth++] = t->span.from;
}

static void close_bracket(Lexer *l, Token *t) {
  char c = l->text[t->span.from];
  if (!l->depth) {
    lexer_fail(l, t, t->span, "unmatched '%c'", c);
    return;
  }
  uint32_t at = l->brackets[--l->depth];
  if (closers[(int)l->text[at]] == c)
    return;
  uint32_t line = lexer_line(l->source, at);
  if (line == lexer_line(l->source, t->span.from))
    lexer_fail(l, t, t->span,
               "closing parenthesis '%c' does not match opening parenthesis "
               "'%c'",
               c, l->text[at]);
  else
    lexer_fail(l, t, t->span,
               "closing parenthesis '%c' does not match opening parenthesis "
               "'%c' on line %u",
               c, l->text[at], line);
}

/* A character beyond ASCII, or a control character, that begins no name. */
static void bad_character(Lexer *l, Token *t) {
  uint32_t code = 0;
  size_t n = utf8_decode(l->text + l->at, l->end - l->at, &code);
  Span span = {l->at, l->at + (uint32_t)(n ? n : 1)};
  bool hidden = code < 0x20 || (code >= 0x7F && code <= 0xA0) || code == 0xAD ||
                (code >= 0x2000 && code <= 0x200F) ||
                (code >= 0x2028 && code <= 0x202F) ||
                (code >= 0x205F && code <= 0x206F) || code == 0x3000 ||
                code == 0xFEFF;
  if (hidden)
    lexer_fail(l, t, span, "invalid non-printable character U+%04X", code);
  else
    lexer_fail(l, t, span, "invalid character '%.*s' (U+%04X)", (int)n,
               l->text + l->at, code);
}

/* Past the name at l->at; false at a character that names cannot have. */
static bool skip_name(Lexer *l) {
  bool first = true;
  for (;; first = false) {
    unsigned char c = lexer_peek(l, 0);
    if (c < 0x80) {
      if (class_of[c] != C_NAME && class_of[c] != C_DIGIT)
        return true;
      l->at++;
      continue;
    }
    uint32_t code = 0;
    size_t n = utf8_decode(l->text + l->at, l->end - l->at, &code);
    if (!(first ? utf8_ident_start(code) : utf8_ident_part(code)))
      return false;
    l->at += (uint32_t)n;
  }
}

static const struct {
  char text[9];
  uint8_t len, kind;
} words[] = {
#define X(name, text) {text, sizeof text - 1, TOKEN_##name},
    LEXER_WORDS(X)
#undef X
};

enum { N_WORDS = sizeof words / sizeof words[0] };

/* Where in `words` (which is sorted) the words with this first letter are. */
static const uint8_t first_word[26] = {
    ['a' - 'a'] = 3,  ['b' - 'a'] = 8,  ['c' - 'a'] = 9,  ['d' - 'a'] = 11,
    ['e' - 'a'] = 13, ['f' - 'a'] = 16, ['g' - 'a'] = 19, ['i' - 'a'] = 20,
    ['l' - 'a'] = 24, ['n' - 'a'] = 25, ['o' - 'a'] = 27, ['p' - 'a'] = 28,
    ['r' - 'a'] = 29, ['t' - 'a'] = 31, ['w' - 'a'] = 32, ['y' - 'a'] = 34};

static TokenKind word_kind(const char *text, uint32_t n) {
  if (n < 2 || n > 8)
    return TOKEN_NAME;
  char c = text[0];
  bool lower = c >= 'a' && c <= 'z';
  uint32_t i = lower ? first_word[c - 'a'] : 0;
  if (lower ? !i : c != 'F' && c != 'N' && c != 'T')
    return TOKEN_NAME;
  for (; i < N_WORDS && words[i].text[0] <= c; i++)
    if (words[i].len == n && !memcmp(words[i].text, text, n))
      return words[i].kind;
  return TOKEN_NAME;
}

/* The flags of a string's prefix, or -1 if that is not one. */
static int prefix_flags(const char *text, uint32_t n) {
  int flags = 0;
  bool seen[128] = {false};
  for (uint32_t i = 0; i < n; i++) {
    int c = text[i] | 32;
    if (c >= 128 || c < 0 || seen[c])
      return -1;
    seen[c] = true;
    flags |= c == 'r' ? TOKEN_RAW : c == 'f' ? TOKEN_FORMAT : 0;
  }
  bool known = n == 1 ? seen['r'] || seen['f'] || seen['u'] || seen['b']
                      : seen['r'] && (seen['f'] || seen['b']);
  if (!known)
    return -1;
  return seen['b'] ? -2 : flags;
}

static void name(Lexer *l, Token *t) {
  if (!skip_name(l)) {
    bad_character(l, t);
    return;
  }
  t->span.to = l->at;
  uint32_t n = t->span.to - t->span.from;
  const char *text = l->text + t->span.from;
  if (n <= 2 && class_of[lexer_peek(l, 0)] == C_QUOTE) {
    int flags = prefix_flags(text, n);
    if (flags >= 0) {
      t->flags = (uint8_t)flags;
      lexer_string_scan(l, t);
      return;
    }
    if (flags == -2) {
      err_set(ERR_Unsupported, "xent does not support bytes");
      t->kind = TOKEN_ERROR;
      err_at(l->source, t->span);
      return;
    }
  }
  t->kind = word_kind(text, n);
}

/* Signs by their first character, longest first. */
static const struct {
  char text[4];
  uint8_t len, kind;
} signs[] = {
#define X(name, text) {text, sizeof text - 1, TOKEN_##name},
    LEXER_SIGNS(X)
#undef X
};

enum { N_SIGNS = sizeof signs / sizeof signs[0] };

/* Kinds of the signs of one character. */
static const uint8_t single[128] = {
    ['+'] = TOKEN_PLUS,        ['-'] = TOKEN_MINUS,
    ['*'] = TOKEN_STAR,        ['/'] = TOKEN_SLASH,
    ['%'] = TOKEN_PERCENT,     ['@'] = TOKEN_AT,
    ['&'] = TOKEN_AMPERSAND,   ['|'] = TOKEN_BAR,
    ['^'] = TOKEN_CARET,       ['<'] = TOKEN_LESS,
    ['>'] = TOKEN_GREATER,     ['~'] = TOKEN_TILDE,
    ['('] = TOKEN_LEFT_PAREN,  [')'] = TOKEN_RIGHT_PAREN,
    ['['] = TOKEN_LEFT_SQUARE, [']'] = TOKEN_RIGHT_SQUARE,
    ['{'] = TOKEN_LEFT_BRACE,  ['}'] = TOKEN_RIGHT_BRACE,
    [','] = TOKEN_COMMA,       [':'] = TOKEN_COLON,
    ['.'] = TOKEN_DOT,         [';'] = TOKEN_SEMICOLON,
    ['='] = TOKEN_EQUAL,       ['$'] = TOKEN_STRANGE,
    ['?'] = TOKEN_STRANGE,     ['!'] = TOKEN_STRANGE,
    ['`'] = TOKEN_STRANGE};

static bool extends(unsigned char c) {
  return c == '=' || c == '*' || c == '/' || c == '<' || c == '>' || c == '.';
}

/* The longest sign at l->at that has at least two characters, or of one. */
static void longest(Lexer *l, Token *t) {
  uint32_t best = 1;
  t->kind = single[lexer_peek(l, 0)];
  for (uint32_t i = 0; i < N_SIGNS; i++) {
    uint32_t n = signs[i].len;
    if (n > best && l->at + n <= l->end &&
        !memcmp(l->text + l->at, signs[i].text, n)) {
      best = n;
      t->kind = signs[i].kind;
    }
  }
  if (lexer_peek(l, 0) == '<' && lexer_peek(l, 1) == '>') {
    best = 2;
    t->kind = TOKEN_STRANGE;
  }
  l->at += best;
}

static void sign(Lexer *l, Token *t) {
  unsigned char c = lexer_peek(l, 0);
  if (c >= 128 || !single[c]) {
    bad_character(l, t);
    return;
  }
  t->kind = single[c];
  if (extends(lexer_peek(l, 1)))
    longest(l, t);
  else
    l->at++;
  t->span.to = l->at;
  if (t->kind == TOKEN_LEFT_PAREN || t->kind == TOKEN_LEFT_SQUARE ||
      t->kind == TOKEN_LEFT_BRACE)
    open_bracket(l, t);
  else if (t->kind == TOKEN_RIGHT_PAREN || t->kind == TOKEN_RIGHT_SQUARE ||
           t->kind == TOKEN_RIGHT_BRACE)
    close_bracket(l, t);
}

static void solid(Lexer *l, Token *t) {
  unsigned char c = lexer_peek(l, 0);
  t->span = (Span){l->at, l->at};
  t->flags = 0;
  l->any = !l->inside;
  if (class_of[c] == C_NAME)
    name(l, t);
  else if (class_of[c] == C_DIGIT ||
           (c == '.' && class_of[lexer_peek(l, 1)] == C_DIGIT))
    lexer_number_scan(l, t);
  else if (class_of[c] == C_QUOTE)
    lexer_string_scan(l, t);
  else
    sign(l, t);
}

void lexer_next(Lexer *l, Token *t) {
  if (l->fresh && !lexer_blank_indentation(l, t))
    return;
  if (l->owed) {
    pay(l, t);
    return;
  }
  if (!skip_blanks(l, t))
    return;
  if (l->at >= l->end)
    end_of_text(l, t);
  else if (lexer_blank_newline(l, 0))
    line_end(l, t);
  else
    solid(l, t);
}
