/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From CommonMark to a lesson as data, and its prose as text. */
#include "base/err.h"
#include "base/glyph.h"
#include "teach/lessonfile.h"
#include "teach/lessontext.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "<!-- xent-lesson 1 | Title here | needs: a, b | skip: off -->\n"

static Lesson *parse(const char *text) {
  Lesson *l = lessonfile_parse("x/03-name.md", text, strlen(text));
  if (!l)
    fail_msg("%s", buf_text(&err_now()->text));
  return l;
}

static void assert_fails(const char *text, const char *wanted) {
  Lesson *l = lessonfile_parse("f.md", text, strlen(text));
  assert_null(l);
  assert_string_equal(buf_text(&err_now()->text), wanted);
  err_clear();
}

static void head_is_read(void **state) {
  (void)state;
  Lesson *l = parse(HEAD "# Title here\nText\n");
  assert_string_equal(l->name, "03-name");
  assert_string_equal(l->title, "Title here");
  assert_int_equal(l->n_needs, 2);
  assert_string_equal(l->needs[1], "b");
  assert_false(l->skip);
  lessonfile_free(l);
  const char *title;
  size_t n;
  assert_true(lessonfile_title(HEAD, strlen(HEAD), &title, &n));
  assert_memory_equal(title, "Title here", n);
  assert_int_equal(n, 10);
  assert_false(lessonfile_title("# x\n", 4, &title, &n));
}

static void task_is_read(void **state) {
  (void)state;
  Lesson *l = parse(HEAD "\n## 1 A *b*\nText\n\n"
                         "```xent task tol=1e-2 uses=f,g forbid=h var=p blank\n"
                         "f(x)\n```\n"
                         "- predict: `log(3)`\n- hint: one\n- hint: two `c`\n"
                         "  goes on\n- wrong W101: twice\n"
                         "- wrong `a:b`: colon\n- why: so\n");
  assert_int_equal(l->n_steps, 2);
  const LessonQuestion *q = l->steps[1].question;
  assert_non_null(q);
  assert_int_equal(q->line, 6);
  assert_int_equal(q->reference_line, 7);
  assert_string_equal(q->reference, "f(x)");
  assert_true(q->tol == 1e-2 && q->blank && !q->plot);
  assert_int_equal(q->n_uses, 2);
  assert_string_equal(q->uses[1], "g");
  assert_string_equal(q->forbid[0], "h");
  assert_string_equal(q->var, "p");
  assert_string_equal(q->predict.text, "log(3)");
  assert_int_equal(q->n_hints, 2);
  assert_string_equal(q->hints[1].text, "two \1c\2 goes on");
  assert_int_equal(q->hints[1].line, 11);
  assert_string_equal(q->wrongs[0].code, "W101");
  assert_string_equal(q->wrongs[1].expr, "a:b");
  assert_string_equal(q->wrongs[1].words, "colon");
  assert_string_equal(q->why, "so");
  lessonfile_free(l);
}

static void quiz_is_read(void **state) {
  (void)state;
  Lesson *l = parse(HEAD "\n## Step\n\n- [ ] a - no\n- [X] b c - yes - it is\n"
                         "- why: because\n");
  const LessonQuestion *q = l->steps[1].question;
  assert_int_equal(q->n_options, 2);
  assert_null(q->reference);
  assert_false(q->options[0].right);
  assert_true(q->options[1].right);
  assert_string_equal(q->options[1].text, "b c");
  assert_string_equal(q->options[1].words, "yes - it is");
  assert_int_equal(q->options[1].line, 6);
  assert_string_equal(q->why, "because");
  lessonfile_free(l);
}

static void transcript_is_cut(void **state) {
  (void)state;
  Lesson *l = parse(HEAD "```xent show\n>>> def f(x):\n...     return x\n... \n"
                         ">>> f(1)\n1\n>>> f([1,\n...    2])\n[1,\n 2]\n```\n");
  const LessonBlock *b = &l->steps[0].blocks[0];
  assert_int_equal(b->type, LESSON_SHOW);
  assert_int_equal(b->n_entries, 3);
  assert_string_equal(b->entries[0].input, "def f(x):\n    return x\n");
  assert_string_equal(b->entries[0].output, "");
  assert_string_equal(b->entries[1].output, "1\n");
  assert_int_equal(b->entries[1].line, 6);
  assert_int_equal(b->entries[1].from, 7);
  assert_int_equal(b->entries[1].to, 8);
  assert_string_equal(b->entries[2].input, "f([1,\n   2])");
  assert_string_equal(b->entries[2].output, "[1,\n 2]\n");
  assert_int_equal(b->entries[2].from, 10);
  assert_int_equal(b->entries[2].to, 12);
  lessonfile_free(l);
}

static void mistakes_have_a_line(void **state) {
  (void)state;
  assert_fails("# x\n", "f.md:1: this is no lesson: begin with "
                        "<!-- xent-lesson 1 | Title -->");
  assert_fails(HEAD "\n```xent task\nz\n```\n",
               "f.md:3: a question before the first step: write a heading "
               "such as `## 1 First step` above it");
  assert_fails(HEAD "## 1 A\n```xent task plott\nz\n```\n",
               "f.md:3: unknown attribute 'plott': there are tol= uses= "
               "forbid= var= blank plot train");
  assert_fails(HEAD "## 1 A\n```xent task\n```\n",
               "f.md:3: the task has no reference: write the expression that "
               "answers it");
  assert_fails(HEAD "## 1 A\n\n```xent task\nz\n```\n- hnit: x\n",
               "f.md:7: unknown key: after a question there are hint: "
               "predict: wrong and why:");
  assert_fails(HEAD "## 1 A\n\n- [x] a\n\ntext\n\n- [x] b\n",
               "f.md:8: a second question in one step: begin a new step with "
               "a `##` heading");
  assert_fails(HEAD "\xc3(\n", "f.md:2: not UTF-8 (byte 0xc3): save the file "
                               "as UTF-8");
  assert_fails(HEAD "a\n\x1b[31m\n",
               "f.md:3: a control character (0x1b): remove it");
  assert_fails(HEAD, "f.md:1: the lesson is empty: write text and headings "
                     "such as `## 1 First step`");
  assert_fails(HEAD "## 1 A\n\n<b>x</b>\n\n<div>\nx\n</div>\n",
               "f.md:6: HTML cannot be shown in a terminal: write it as "
               "CommonMark");
}

static void assert_prose(const char *markdown, int width, bool ansi,
                         const char *wanted) {
  Buf text = BUF_EMPTY, b = BUF_EMPTY;
  buf_fmt(&text, HEAD "\n%s", markdown);
  Lesson *l = parse(buf_text(&text));
  LessonTextOptions o = {.width = width, .margin = 1, .ansi = ansi};
  for (size_t i = 0; i < l->steps[0].n_blocks; i++)
    lessontext_block(&b, &l->steps[0].blocks[i], &o);
  assert_string_equal(buf_text(&b), wanted);
  lessonfile_free(l);
  buf_free(&b);
  buf_free(&text);
}

static void prose_is_wrapped(void **state) {
  (void)state;
  glyph_use_ascii(false);
  assert_prose("one two *three* `f(a, b)` &lt; **5**\n", 16, false,
               " one two *three*\n `f(a, b)` < *5*\n");
  assert_prose("a *b c* `d`\n", 5, true,
               " a \033[4mb\n c\033[0m \033[1md\033[0m\n");
  assert_prose("- a b\n- c\n\n3. d\n", 6, false,
               "   • a\n     b\n   • c\n  3. d\n");
  assert_prose("> quoted text\n", 9, false, " │ quoted\n │ text\n");
  assert_prose("|a|b|\n|---|---|\n|long|c|\n", 40, false,
               "   a     b\n   ───────\n   long  c\n");
  assert_prose("    code  here\n", 8, false, "     code  here\n");
  glyph_use_ascii(true);
  assert_prose("p → 1 “x” é\n", 40, false, " p -> 1 \"x\" ?\n");
  glyph_use_ascii(false);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(head_is_read),
                                     cmocka_unit_test(task_is_read),
                                     cmocka_unit_test(quiz_is_read),
                                     cmocka_unit_test(transcript_is_cut),
                                     cmocka_unit_test(mistakes_have_a_line),
                                     cmocka_unit_test(prose_is_wrapped)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
