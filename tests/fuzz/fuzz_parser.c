/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the parser with anything. With libFuzzer (-DXENT_LIBFUZZER
   -fsanitize=fuzzer) it grows its own corpus; else the program takes files as
   arguments, or makes a fixed number of mutations of the texts below:
   `fuzz_parser [COUNT [SEED]]` or FILEs. */
#include "base/err.h"
#include "base/mem.h"
#include "lang/parser.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void finish(Tree *t) {
  if (!t && !err_pending())
    abort();
  ast_unref(t);
  err_clear();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Source *s = source_new("fuzz.py", (const char *)data, size);
  if (!s)
    return 0;
  finish(parser_file(s));
  finish(parser_prompt(s, false));
  finish(parser_expression(s));
  char *text = parser_strip_prompts((const char *)data, size);
  mem_free(text);
  source_unref(s);
  return 0;
}

#ifndef XENT_LIBFUZZER

static const char *const corpus[] = {
    "x = softmax([2, 1, 0.1])\nprint(f'{x!r:>{w}.3f} {y = }')\n",
    "def f(a, /, b: int = 1, *args, c=2, **kw) -> x:\n  'doc'\n  return a\n",
    "class A(B, c=1):\n\t@staticmethod\n\tdef f(): pass\n",
    "for i, (a, *b) in enumerate(x):\n  if a and not b: continue\n"
    "  elif c is not d: break\n  else:\n    y[i, ::2, ...] += 1e-3\n",
    "try:\n  raise E from e\nexcept (A, B) as c:\n  pass\nfinally: del d, "
    "(e)\n",
    "with torch.no_grad(), open('f') as g:\n  z = [x for x in y if x for w in "
    "z]\n",
    "with (a as b, c):\n  pass\n",
    "from __future__ import division\nfrom a.b import (c as d, e,)\n",
    "w = {**a, 'b': 1, 2: lambda x, *y, z=1: x if y else z}\nv = {1, *u}\n",
    ">>> a = (1 +\n... 2)\nIn [3]: b\n   ...: c\n",
    "match x:\n  case 1: pass\nprint x, y\nif a = b: c\nf(a b)\n",
    "'''a\n''' \"b\\x41\\u00e9\\n\\101\" r'\\q' f\"{a['b']:{c}}{{}}\"\n",
    "a = b = c, *d = e\nglobal g\nassert a, b\nx: int = -1 ** 2 @ y // 0x_f\n",
    "while a < b <= c != d not in e:\n  x -= {i: j for i, j in k}; y;\n",
    "\xc3\xa9 = '\xe2\x82\xac' # \xce\xb1\nyield 1j\nawait b''\n(a := 1)\n",
};

static const char *const pieces[] = {
    "(",    ")",    "[",    "]",  "{",      "}",      ":",      ",",     "=",
    "==",   "'",    "\"",   "f'", "'''",    "\\",     "\n",     "  ",    "\t",
    "not",  "in",   "else", "if", "for",    "lambda", "*",      "**",    ".",
    "...",  "@",    "1e",   "0x", "def",    "class ", "import", "print", "-",
    "{x!",  "{{",   "\\x4", "#",  ";",      "as",     "try:",   "->",    ":=",
    "\xff", "\xe2", "\x01", "\r", "match ", "async ", "yield",  "None",  "_"};

enum { N_CORPUS = sizeof corpus / sizeof *corpus, LIMIT = 4096 };
enum { N_PIECES = sizeof pieces / sizeof *pieces };

static uint64_t seed = 42;

static size_t below(size_t n) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (size_t)(seed >> 33) % n;
}

/* Replaces `gone` bytes at `at` by n others; returns the new length. */
static size_t splice(char *text, size_t len, size_t at, size_t gone,
                     const char *with, size_t n) {
  if (len - gone + n > LIMIT)
    return len;
  memmove(text + at + n, text + at + gone, len - at - gone);
  memcpy(text + at, with, n);
  return len - gone + n;
}

static size_t mutate(char *text, size_t len) {
  char copy[64];
  size_t at = below(len + 1), rest = len - at;
  size_t n = below(24) + 1;
  n = n < rest ? n : rest;
  const char *piece = pieces[below(N_PIECES)];
  const char *other = corpus[below(N_CORPUS)];
  size_t from = below(strlen(other));
  switch (below(6)) {
  case 0: return splice(text, len, at, n, "", 0);
  case 1: return splice(text, len, at, 0, piece, strlen(piece));
  case 2: return splice(text, len, at, n, piece, strlen(piece));
  case 3:
    memcpy(copy, text + at, n);
    return splice(text, len, below(len + 1), 0, copy, n);
  case 4:
    n = strnlen(other + from, 60);
    return splice(text, len, at, 0, other + from, n);
  default: return at;
  }
}

static void run_mutations(long count) {
  char text[LIMIT];
  for (long i = 0; i < count; i++) {
    const char *from = corpus[below(N_CORPUS)];
    size_t len = strlen(from);
    memcpy(text, from, len);
    for (size_t k = below(6); k; k--)
      len = mutate(text, len);
    LLVMFuzzerTestOneInput((const uint8_t *)text, len);
  }
}

static void run_file(const char *name) {
  static uint8_t data[1 << 24];
  FILE *f = fopen(name, "rb");
  if (!f) {
    perror(name);
    exit(2);
  }
  size_t n = fread(data, 1, sizeof data, f);
  fclose(f);
  LLVMFuzzerTestOneInput(data, n);
}

/* fuzz_parser [COUNT [SEED]] mutates the corpus; fuzz_parser FILE... runs
   files. */
int main(int argc, char **argv) {
  long count = argc > 1 ? atol(argv[1]) : 20000;
  if (count > 0) {
    seed = argc > 2 ? (uint64_t)atoll(argv[2]) : seed;
    run_mutations(count);
  } else {
    for (int i = 1; i < argc; i++)
      run_file(argv[i]);
  }
  Err e = err_take();
  err_free(&e);
  ast_free_spare();
  sym_free_all();
  return 0;
}

#endif
