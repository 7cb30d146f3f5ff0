/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trees of every kind, their spans, what is incomplete, and limits. */
#include "base/err.h"
#include "base/mem.h"
#include "lang/parser.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "tree_dump.h"

static Source *source(const char *text) {
  Source *s = source_new("t.py", text, strlen(text));
  assert_non_null(s);
  return s;
}

static const char *const trees[][2] = {
    {"None, True, False, ...", "tuple[None True False ...]"},
    {"1_000; 0xFF; 0b101; 0o17; 00", "1000;\n255;\n5;\n15;\n0"},
    {".5, 1., 1e-3, 1_0.5, 1E+2", "tuple[0.5f 1f 0.001f 10.5f 100f]"},
    {"'a\\n\\x41\\u00e9\\101\\q' \"b\" r'\\n'",
     "\"a\\0aA\\c3\\a9A\\5cqb\\5cn\""},
    {"'''a\n\"b\"'''", "\"a\\0a\\22b\\22\""},
    {"f'a{x}b{y!r:>{w}.2f}{{}}' 'c'",
     "f[\"a\" {x} \"b\" {y!r:f[\">\" {w} \".2f\"]} \"{}c\"]"},
    {"f'{x = }{y=!s}{z=:3}'",
     "f[{\"x = \"=x!r} {\"y=\"=y!s} {\"z=\"=z:f[\"3\"]}]"},
    {"x + 1 - y * 2 / 3 // 4 % 5 @ z",
     "(- (+ x 1) (@ (% (// (/ (* y 2) 3) 4) 5) z))"},
    {"-x ** -y ** 2", "(- (** x (- (** y 2))))"},
    {"~x & y | z ^ w << 1 >> 2", "(| (& (~ x) y) (^ z (>> (<< w 1) 2)))"},
    {"not a == b and c or d", "(or (and (not (compare a == b)) c) d)"},
    {"a < b <= c != d not in e is not f",
     "(compare a < b <= c != d not in e is not f)"},
    {"a in b is c > d >= e == f", "(compare a in b is c > d >= e == f)"},
    {"x if y else z if w else v", "(? x y (? z w v))"},
    {"f()", "(call f [])"},
    {"f(a, b=1, *c, **d)", "(call f [a b=1 (* c) (** d)])"},
    {"f(x for x in y)", "(call f [(generator x for x y[])])"},
    {"a.b.c[1](2).d", "(. (call ([] (. (. a b) c) 1) [2]) d)"},
    {"x[1:2, ::3, ..., None, a:]",
     "([] x tuple[(: 1 2 _) (: _ _ 3) ... None (: a _ _)])"},
    {"x[:]", "([] x (: _ _ _))"},
    {"x[*a]", "([] x tuple[(* a)])"},
    {"[1, [2], *c]", "list[1 list[2] (* c)]"},
    {"(1,), (), (a, *b)", "tuple[tuple[1] tuple[] tuple[a (* b)]]"},
    {"{1, 2}, {}, {1: 2, **c, 'd': 4}",
     "tuple[set[1 2] dict[] dict[1 2 _ c \"d\" 4]]"},
    {"[x for x, y in z if a if b for w in x]",
     "(listcomp x for tuple[x y] z[a b] for w x[])"},
    {"{x for x in y}", "(setcomp x for x y[])"},
    {"{x: y for x in y}", "(dictcomp x y for x y[])"},
    {"(x for x in y)", "(generator x for x y[])"},
    {"lambda: 0", "(lambda () 0)"},
    {"lambda a, /, b=1, *c, d, e=2, **f: a",
     "(lambda (/a b=1 *c !d !e=2 **f) a)"},
    {"lambda *, a: a", "(lambda (!a) a)"},
    {"x = y = 1, 2", "(= [x y] tuple[1 2])"},
    {"a, *b = c", "(= [tuple[a (* b)]] c)"},
    {"[a, (b, c.d)], e[0] = f",
     "(= [tuple[list[a tuple[b (. c d)]] ([] e 0)]] f)"},
    {"x += 1", "(+= x 1)"},
    {"x -= 1; x *= 2; x /= 3; x //= 4; x %= 5; x **= 6; x @= 7",
     "(-= x 1)\n(*= x 2)\n(/= x 3)\n(//= x 4)\n(%= x 5)\n(**= x 6)\n(@= x 7)"},
    {"x &= 1; x |= 2; x ^= 3; x <<= 4; x >>= 5",
     "(&= x 1)\n(|= x 2)\n(^= x 3)\n(<<= x 4)\n(>>= x 5)"},
    {"x: int = 3", "(= [x] 3)"},
    {"x: int", "(annotate [x])"},
    {"f(x); y; z = 1;", "(call f [x]);\ny;\n(= [z] 1)"},
    {"del a, (b.c, [d[0]])", "(del [a (. b c) ([] d 0)])"},
    {"assert a, b", "(assert a b)"},
    {"raise", "(raise _)"},
    {"raise a from b", "(raise a b)"},
    {"import a, b.c as d", "(import a b.c=d)"},
    {"from a.b import c as d, e", "(import-from a.b c=d e)"},
    {"from a import (b, c,)", "(import-from a b c)"},
    {"from . import a", "(import-from . a)"},
    {"from a import *", "(import-from a *)"},
    {"if a: b", "(if a [b])"},
    {"if a:\n  b\nelif c:\n  d\nelif e: f\nelse:\n  g",
     "(if a [b] else[(if c [d] else[(if e [f] else[g])])])"},
    {"while a:\n  break\n  continue\nelse: b",
     "(while a [break continue] else[b])"},
    {"for a, b in c, d:\n\tpass\nelse:\n\tpass",
     "(for tuple[a b] tuple[c d] [pass] else[pass])"},
    {"try:\n  a\nexcept:\n  b", "(try [a] (except _ [b]))"},
    {"try: a\nexcept (B, C) as d: e\nexcept F: g\nelse: h\nfinally: i",
     "(try [a] (except tuple[B C]=d [e]) (except F [g]) else[h] finally[i])"},
    {"try: a\nfinally: b", "(try [a] finally[b])"},
    {"with a: b", "(with a [b])"},
    {"with a as b, c as (d, e): f", "(with a=b c=tuple[d e] [f])"},
    {"with (a as b, c,): d", "(with a=b c [d])"},
    {"with (a, b).c as d: e", "(with (. tuple[a b] c)=d [e])"},
    {"with (a): b", "(with a [b])"},
    {"def f(): pass", "(def f() [pass])"},
    {"def f(a, b: int = 1, /, c=2, *args: x, d, **kw) -> y:\n  'doc'\n  return "
     "a, b",
     "(def f(/a /b=1 c=2 *args !d **kw) [\"doc\" (return tuple[a b])])"},
    {"def f(a):\n  global b, c\n  def g():\n    nonlocal a\n    return\n  "
     "return g",
     "(def f(a) [(global b c) (def g() [(nonlocal a) (return _)]) (return "
     "g)])"},
    {"class A: pass", "(class A [] [pass])"},
    {"class A(B, c=1):\n  @staticmethod\n  def f(): pass\n  @property\n  def "
     "g(self): pass\n  @classmethod\n  def h(cls): pass",
     "(class A [B c=1] [(def @static f() [pass]) (def @property g(self) "
     "[pass]) (def @class h(cls) [pass])])"},
    {"@torch.no_grad()\ndef f(): pass",
     "(def @[(call (. torch no_grad) [])] f() [pass])"},
    {"match = case = _ = 1; match(match)[match]",
     "(= [match case _] 1)\n([] (call match [match]) match)"},
    {"print", "print"},
    {"x = (1 +\n  # c\n  2)\ny = 1 + \\\n  2",
     "(= [x] (+ 1 2))\n(= [y] (+ 1 2))"},
    {"if a:\n\n  # c\n  b\n # c\n\nc", "(if a [b])\nc"},
    {"\303\251\303\250 = '\303\251'", "(= [\303\251\303\250] \"\\c3\\a9\")"},
    {"-9223372036854775808", "-9223372036854775808"},
    {"a if b else lambda: c", "(? a b (lambda () c))"},
    {"x = yes if not no else -1", "(= [x] (? yes (not no) (- 1)))"},
};

static void test_trees(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof trees / sizeof trees[0]; i++) {
    Source *s = source(trees[i][0]);
    Tree *t = parser_file(s);
    if (!t)
      print_error("%s: %s\n", trees[i][0], buf_text(&err_now()->text));
    assert_non_null(t);
    Buf b = BUF_EMPTY;
    dump_tree(&b, t);
    assert_string_equal(buf_text(&b), trees[i][1]);
    buf_free(&b);
    ast_unref(t);
    source_unref(s);
  }
}

/* The text of the first statement's expression n, as its span has it. */
static void assert_span(const Source *s, const Node *n, const char *text) {
  size_t len = strlen(text);
  assert_int_equal(n->span.to - n->span.from, len);
  assert_memory_equal(s->text + n->span.from, text, len);
}

static void test_spans(void **state) {
  (void)state;
  Source *s = source("(a + b) * c\nf(x, y=[1])\nif a:\n  b\nelse:\n  c \nd");
  Tree *t = parser_file(s);
  assert_non_null(t);
  const Node *product = t->body[0]->bin.left;
  assert_span(s, product, "(a + b) * c");
  assert_span(s, product->bin.left, "a + b");
  assert_true(product->bin.left->flags & AST_PARENTHESES);
  assert_false(product->flags & AST_PARENTHESES);
  const Node *call = t->body[1]->bin.left;
  assert_span(s, call, "f(x, y=[1])");
  assert_span(s, call->call.args[1], "y=[1]");
  assert_span(s, call->call.args[1]->keyword.value, "[1]");
  assert_span(s, t->body[2], "if a:\n  b\nelse:\n  c");
  assert_span(s, t->body[2]->branch.orelse[0], "c");
  ast_unref(t);
  source_unref(s);
}

static void test_string_spans(void **state) {
  (void)state;
  Source *s = source("f'a{x+1:>{w}}' 'b'\na.b\nf(x for x in y)\n-(-1)");
  Tree *t = parser_file(s);
  assert_non_null(t);
  const Node *joined = t->body[0]->bin.left;
  assert_span(s, joined, "f'a{x+1:>{w}}' 'b'");
  const Node *format = joined->list.items[1];
  assert_span(s, format, "{x+1:>{w}}");
  assert_span(s, format->format.value, "x+1");
  assert_span(s, format->format.spec->list.items[1], "{w}");
  assert_int_equal(t->body[1]->bin.left->attribute.name_span.from,
                   t->body[1]->span.to - 1);
  assert_span(s, t->body[2]->bin.left->call.args[0], "(x for x in y)");
  assert_span(s, t->body[3]->bin.left->bin.left, "-1");
  ast_unref(t);
  source_unref(s);
}

static void test_cells(void **state) {
  (void)state;
  Source *s = source("f(a, *b, c=1).d + 'x'\ndef g(): return lambda: f'{x}'");
  Tree *t = parser_file(s);
  assert_non_null(t);
  assert_int_equal(t->cells, 6);
  const Node *plus = t->body[0]->bin.left;
  assert_int_equal(plus->cell, 0);
  const Node *call = plus->bin.left->attribute.value;
  assert_int_equal(call->cell, 1);
  assert_int_equal(call->call.n_plain, 1);
  assert_int_equal(call->call.n, 3);
  assert_int_equal(plus->bin.left->cell, 2);
  assert_int_equal(plus->bin.right->cell, 3);
  ast_unref(t);
  source_unref(s);
}

static void test_flags(void **state) {
  (void)state;
  Source *s = source("a; b\n'd'\ndef f(x, *, y):\n  '''doc\n\\tof'''\n"
                     "class A:\n  'cdoc'\n@no_grad\ndef g(): pass");
  Tree *t = parser_file(s);
  assert_non_null(t);
  assert_true(t->body[0]->flags & AST_SILENT);
  assert_false(t->body[1]->flags & AST_SILENT);
  assert_string_equal(t->body[3]->function.doc, "doc\n\tof");
  assert_int_equal(t->body[3]->function.params[1].flags, AST_KEYWORD_ONLY);
  assert_string_equal(t->body[4]->class_.doc, "cdoc");
  assert_true(t->body[5]->flags & AST_DECORATED);
  assert_int_equal(t->body[5]->function.n_decorators, 1);
  ast_unref(t);
  source_unref(s);
}

/* Texts that more lines could complete, then texts that none could. */
static const char *const open_texts[] = {
    "(",           "f(1,\n",     "x = [1,\n2,\n",     "{1: ",
    "'''a\n",      "x \\",       "x = 'a\\\n",        "if a:",
    "if a:\n",     "def f():\n", "try:\n  a\n",       "if a:\n  b\nelse:\n",
    "@property\n", "f'''{x}",    "class A:\n  # c\n", "while a:\n  if b:\n",
    "(a\n",
};

static const char *const wrong_texts[] = {
    "x = ",    "x y",   "if a", ")",   "'a",       "f(a b)",    "x = (1 2)\n",
    "def f(:", "a b (", "f'{'", "  a", "for x in", "x = 1 +\n",
};

static void assert_incomplete(const char *text, bool expected) {
  Source *s = source(text);
  Tree *t = parser_file(s);
  assert_null(t);
  if (err_now()->incomplete != expected)
    print_error("%s\n", text);
  assert_int_equal(err_now()->incomplete, expected);
  assert_null(parser_prompt(s, true));
  assert_false(err_now()->incomplete);
  err_clear();
  source_unref(s);
}

static void test_incomplete(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof open_texts / sizeof open_texts[0]; i++)
    assert_incomplete(open_texts[i], true);
  for (size_t i = 0; i < sizeof wrong_texts / sizeof wrong_texts[0]; i++)
    assert_incomplete(wrong_texts[i], false);
}

/* 'c': complete; 'i': incomplete; 'e': an error. */
static char at_prompt(const char *text, bool done) {
  Source *s = source(text);
  Tree *t = parser_prompt(s, done);
  char c = t ? 'c' : err_now()->incomplete ? 'i' : 'e';
  ast_unref(t);
  err_clear();
  source_unref(s);
  return c;
}

static void test_prompt(void **state) {
  (void)state;
  static const char *const cases[][2] = {
      {"x = 1", "c"},
      {"", "c"},
      {"\n", "c"},
      {"# c", "c"},
      {"if a:", "i"},
      {"if a: b\n", "i"},
      {"if a:\n  b\n", "i"},
      {"if a:\n  b\n\n", "c"},
      {"if a:\n  b\n  \n", "c"},
      {"if a:\n\n", "e"},
      {"if a:\n  b\nc", "c"},
      {"if a:\n  b\nelse:\n  c\n", "i"},
      {"def f():\n\n  return 1\n", "i"},
      {"f(\n\n", "i"},
      {"'''\n\n", "i"},
      {"try:\n  a\n\n", "e"},
      {"x y", "e"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    if (at_prompt(cases[i][0], false) != cases[i][1][0])
      fail_msg("%s", cases[i][0]);
  assert_int_equal(at_prompt("if a:\n  b\n", true), 'c');
  assert_int_equal(at_prompt("if a:\n", true), 'e');
  assert_int_equal(at_prompt("f(", true), 'e');
}

static bool is_expression(const char *text) {
  Source *s = source(text);
  Tree *t = parser_expression(s);
  bool ok = t && t->n == 1 && t->body[0]->type == NODE_EXPR_STMT;
  ast_unref(t);
  err_clear();
  source_unref(s);
  return ok;
}

static void test_expression(void **state) {
  (void)state;
  assert_true(is_expression("1 + 1"));
  assert_true(is_expression("\n\n  a, b  # c\n\n"));
  assert_true(is_expression("f(x)[1]\n"));
  assert_false(is_expression("a = 1"));
  assert_false(is_expression("a; b"));
  assert_false(is_expression(""));
  assert_false(is_expression("pass"));
  assert_false(is_expression("a\nb"));
}

static void test_strip(void **state) {
  (void)state;
  static const char *const cases[][2] = {
      {">>> a\n... b\n>>> c", "a\nb\nc"},
      {">>> if a:\n...     b\n...\n>>>\nc\n", "if a:\n    b\n\n\nc\n"},
      {"In [3]: a\n   ...: b\n   ...: \n", "a\nb\n\n"},
      {"a\n>>> b", "a\n>>> b"},
      {"... a", "... a"},
      {">>>> a", ">>>> a"},
      {"  >>> a\r\n  >>> b\r\n", "a\r\nb\r\n"},
      {"In [x]: a", "In [x]: a"},
      {"", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    char *got = parser_strip_prompts(cases[i][0], strlen(cases[i][0]));
    assert_string_equal(got, cases[i][1]);
    mem_free(got);
  }
}

/* `times` copies of `piece` and a tail: fails with this text, or is good. */
static void assert_many(const char *piece, int times, const char *tail,
                        const char *message) {
  size_t n = strlen(piece), size = n * (size_t)times + strlen(tail);
  char *text = mem_alloc(size + 1);
  assert_non_null(text);
  for (int i = 0; i < times; i++)
    memcpy(text + n * (size_t)i, piece, n);
  strcpy(text + n * (size_t)times, tail);
  Source *s = source_new("t.py", text, size);
  mem_free(text);
  Tree *t = parser_file(s);
  if (message) {
    assert_null(t);
    assert_string_equal(buf_text(&err_now()->text), message);
  } else {
    assert_non_null(t);
  }
  ast_unref(t);
  err_clear();
  source_unref(s);
}

static void test_limits(void **state) {
  (void)state;
  static const char *const brackets = "too many nested parentheses";
  static const char *const deep =
      "maximum recursion depth exceeded during compilation";
  static const char *const chains[] = {
      "-",       "not ",         "2**",    "1+", "a.",
      "lambda:", "a if b else ", "a and ", "a<", "a @ "};
  assert_many("(", 100000, "", brackets);
  assert_many("[", 100000, "", brackets);
  assert_many("{", 100000, "", brackets);
  assert_many("f(", 100000, "", brackets);
  for (size_t i = 0; i < sizeof chains / sizeof chains[0]; i++) {
    assert_many(chains[i], 100000, "1", deep);
    assert_many(chains[i], 900, "a", NULL);
  }
  assert_many("if a: b\nel", 100000, "se: c", deep);
  assert_many("a;", 3000, "", NULL);
  assert_many("", 0, "[a for a in b]", NULL);
}

/* Every start of the program either parses or fails; none crashes. */
static void test_prefixes(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof trees / sizeof trees[0]; i++) {
    size_t len = strlen(trees[i][0]);
    for (size_t n = 0; n < len; n++) {
      Source *s = source_new("t.py", trees[i][0], n);
      Tree *t = parser_file(s);
      assert_true(t || err_pending());
      ast_unref(t);
      err_clear();
      source_unref(s);
    }
  }
}

/* In a paranoid build: with the n-th allocation failing, for all n. */
static void test_memory(void **state) {
  (void)state;
  if (!mem_fail_after(0))
    skip();
  for (size_t i = 0; i < sizeof trees / sizeof trees[0]; i++) {
    Source *s = source(trees[i][0]);
    Tree *t = NULL;
    for (long n = 1; !t && n < 10000; n++) {
      mem_fail_after(n);
      t = parser_file(s);
      mem_fail_after(0);
      assert_true(t || err_now()->type == ERR_MemoryError);
      err_clear();
    }
    assert_non_null(t);
    ast_unref(t);
    source_unref(s);
  }
}

static void test_sharing(void **state) {
  (void)state;
  Source *s = source("a = 1");
  Tree *t = parser_file(s);
  assert_int_equal(s->refs, 2);
  source_unref(s);
  assert_ptr_equal(ast_ref(t), t);
  ast_unref(t);
  assert_int_equal(t->n, 1);
  ast_unref(t);
  ast_unref(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_trees),        cmocka_unit_test(test_spans),
      cmocka_unit_test(test_string_spans), cmocka_unit_test(test_cells),
      cmocka_unit_test(test_flags),        cmocka_unit_test(test_incomplete),
      cmocka_unit_test(test_prompt),       cmocka_unit_test(test_expression),
      cmocka_unit_test(test_strip),        cmocka_unit_test(test_limits),
      cmocka_unit_test(test_prefixes),     cmocka_unit_test(test_memory),
      cmocka_unit_test(test_sharing)};
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  Err e = err_take();
  err_free(&e);
  ast_free_spare();
  sym_free_all();
  return failed;
}
