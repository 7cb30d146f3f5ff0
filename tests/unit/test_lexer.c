/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens, their spans and flags, indentation. */
#include "base/buf.h"
#include "base/err.h"
#include "lang/lexer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char *kind_name(TokenKind kind) {
  static const char *const names[TOKEN_COUNT] = {"!error",
                                                 "!eof",
                                                 "!nl",
                                                 "!in",
                                                 "!out",
                                                 "!strange",
                                                 "n",
                                                 "i",
                                                 "f",
                                                 "s",
#define X(name, text) text,
                                                 LEXER_WORDS(X) LEXER_SIGNS(X)
#undef X
  };
  return names[kind];
}

/* Kinds, and for names, numbers and strings their text; '|' between. */
static void dump(Buf *b, Source *s) {
  Lexer l;
  Token t;
  if (!lexer_start(&l, s))
    return;
  do {
    lexer_next(&l, &t);
    buf_fmt(b, "%s%s", b->len ? "|" : "", kind_name(t.kind));
    if (t.kind >= TOKEN_NAME && t.kind <= TOKEN_STRING)
      buf_fmt(b, ":%.*s", (int)(t.span.to - t.span.from),
              s->text + t.span.from);
    if (t.kind > TOKEN_STRING)
      assert_memory_equal(s->text + t.span.from, kind_name(t.kind),
                          t.span.to - t.span.from);
  } while (t.kind != TOKEN_EOF && t.kind != TOKEN_ERROR);
}

static void assert_tokens(const char *text, const char *expected) {
  Source *s = source_new("t.py", text, strlen(text));
  Buf b = BUF_EMPTY;
  dump(&b, s);
  assert_string_equal(buf_text(&b), expected);
  buf_free(&b);
  err_clear();
  source_unref(s);
}

static void test_words(void **state) {
  (void)state;
#define X(name, text)                                                          \
  assert_tokens(text, text "|!nl|!eof");                                       \
  assert_tokens(text "x", "n:" text "x|!nl|!eof");
  LEXER_WORDS(X)
#undef X
  assert_tokens("true none False_ If", "n:true|n:none|n:False_|n:If|!nl|!eof");
  assert_tokens("\xcf\x80r2 _x9", "n:\xcf\x80r2|n:_x9|!nl|!eof");
}

static void test_signs(void **state) {
  (void)state;
#define X(name, text) assert_tokens("(" text, "(|" text "|!error");
  X(PLUS, "+")
  X(POW, "**")
  X(POW_EQUAL, "**=")
  X(ARROW, "->") X(DOTS, "...") X(WALRUS, ":=") X(SHIFT, "<<=") X(NE, "!=")
      X(FLOOR, "//=") X(AT, "@=")
#undef X
          assert_tokens("a<-b", "n:a|<|-|n:b|!nl|!eof");
  assert_tokens("a<>b", "n:a|!strange|n:b|!nl|!eof");
  assert_tokens("a.. .b", "n:a|.|.|.|n:b|!nl|!eof");
  assert_tokens("x=-1", "n:x|=|-|i:1|!nl|!eof");
  assert_tokens("a$", "n:a|!strange|!nl|!eof");
}

static void test_numbers(void **state) {
  (void)state;
  assert_tokens("0 1_0 0xF_f 0b1 0o7 00",
                "i:0|i:1_0|i:0xF_f|i:0b1|i:0o7|i:00|!nl|!eof");
  assert_tokens(".5 1. 1e5 1E-5 1.e+5 01.5 1_0.0_1e1_0",
                "f:.5|f:1.|f:1e5|f:1E-5|f:1.e+5|f:01.5|f:1_0.0_1e1_0|!nl|!eof");
  assert_tokens("1..real", "f:1.|.|n:real|!nl|!eof");
  assert_tokens("1if 1else", "i:1|if|i:1|else|!nl|!eof");
  assert_tokens("0x1for", "i:0x1f|or|!nl|!eof");
  assert_tokens("a 1x", "n:a|!error");
  assert_tokens("a 012", "n:a|!error");
}

static void test_strings(void **state) {
  (void)state;
  assert_tokens("'a' \"b\" ''", "s:'a'|s:\"b\"|s:''|!nl|!eof");
  assert_tokens("r'\\'' fR'{x}' u'' F\"\"",
                "s:r'\\''|s:fR'{x}'|s:u''|s:F\"\"|!nl|!eof");
  assert_tokens("'''a\n'b''' x", "s:'''a\n'b'''|n:x|!nl|!eof");
  assert_tokens("'a\\\nb'", "s:'a\\\nb'|!nl|!eof");
  assert_tokens("q'a'", "n:q|s:'a'|!nl|!eof");
  assert_tokens("rr'a'", "n:rr|s:'a'|!nl|!eof");
  assert_tokens("x b'a'", "n:x|!error");
  assert_tokens("'a\nb'", "!error");
}

static void test_string_flags(void **state) {
  (void)state;
  Source *s = source_new("t.py", "rf'''\\{x}'''", 12);
  Lexer l;
  Token t;
  assert_true(lexer_start(&l, s));
  lexer_next(&l, &t);
  assert_int_equal(t.flags, TOKEN_RAW | TOKEN_FORMAT | TOKEN_ESCAPED);
  assert_int_equal(t.open, 5);
  assert_int_equal(t.close, 3);
  assert_int_equal(t.span.to, 12);
  source_unref(s);
}

static void test_lines(void **state) {
  (void)state;
  assert_tokens("", "!eof");
  assert_tokens("\n \n# c\n\t# d", "!eof");
  assert_tokens("a # b\nc", "n:a|!nl|n:c|!nl|!eof");
  assert_tokens("a\r\nb\rc\n", "n:a|!nl|n:b|!nl|n:c|!nl|!eof");
  assert_tokens("a \\\n b", "n:a|n:b|!nl|!eof");
  assert_tokens("(a\n # c\n  b)\nc", "(|n:a|n:b|)|!nl|n:c|!nl|!eof");
  assert_tokens("\xef\xbb\xbf"
                "a",
                "n:a|!nl|!eof");
  assert_tokens("a \\ b", "n:a|!error");
  assert_tokens("a \\", "n:a|!error");
}

static void test_indentation(void **state) {
  (void)state;
  assert_tokens("a\n  b\n  c\nd",
                "n:a|!nl|!in|n:b|!nl|n:c|!nl|!out|n:d|!nl|!eof");
  assert_tokens("a\n b\n  c", "n:a|!nl|!in|n:b|!nl|!in|n:c|!nl|!out|!out|!eof");
  assert_tokens("a\n\tb\n\n# c\n  # d\n\tc\n",
                "n:a|!nl|!in|n:b|!nl|n:c|!nl|!out|!eof");
  assert_tokens("a\n\tb\n        c", "n:a|!nl|!in|n:b|!nl|!error");
  assert_tokens("a\n        b\n\tc", "n:a|!nl|!in|n:b|!nl|!error");
  assert_tokens("a\n  b\n c", "n:a|!nl|!in|n:b|!nl|!error");
  assert_tokens("a\n  b\n\f  c", "n:a|!nl|!in|n:b|!nl|n:c|!nl|!out|!eof");
}

static void test_brackets(void **state) {
  (void)state;
  assert_tokens("([{}])", "(|[|{|}|]|)|!nl|!eof");
  assert_tokens("(]", "(|!error");
  assert_tokens("a)", "n:a|!error");
  assert_tokens("(\n", "(|!error");
  Buf b = BUF_EMPTY;
  buf_fill(&b, '(', LEXER_BRACKETS + 1);
  Source *s = source_new("t.py", buf_text(&b), b.len);
  buf_clear(&b);
  dump(&b, s);
  assert_string_equal(buf_text(&err_now()->text),
                      "too many nested parentheses");
  err_clear();
  buf_free(&b);
  source_unref(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words),        cmocka_unit_test(test_signs),
      cmocka_unit_test(test_numbers),      cmocka_unit_test(test_strings),
      cmocka_unit_test(test_string_flags), cmocka_unit_test(test_lines),
      cmocka_unit_test(test_indentation),  cmocka_unit_test(test_brackets)};
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  Err e = err_take();
  err_free(&e);
  return failed;
}
