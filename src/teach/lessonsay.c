/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessonsay.h"

#include "base/err.h"
#include "base/glyph.h"
#include "lang/run.h"
#include "teach/lessoncompare.h"

#include <stdarg.h>
#include <string.h>

enum { INDENT = 2 };

const LessonStep *lessonsay_step(const LessonRun *r) {
  return &r->lesson->steps[r->step];
}

static LessonTextOptions indented(const LessonRun *r) {
  LessonTextOptions o = r->text;
  o.margin = INDENT;
  return o;
}

/* "3.6", or "6" for a lesson without a number. */
static void add_place(const LessonRun *r, size_t step, Buf *out) {
  if (r->number)
    buf_fmt(out, "%d.", r->number);
  buf_fmt(out, "%zu", step);
}

void lessonsay_note(const LessonRun *r, const char *format, Buf *out, ...) {
  Buf text = BUF_EMPTY;
  va_list args;
  va_start(args, out);
  buf_vfmt(&text, format, args);
  va_end(args);
  LessonTextOptions o = indented(r);
  lessontext_paragraph(out, "", buf_text(&text), &o);
  buf_free(&text);
}

/* --- steps ---------------------------------------------------------------- */

static void bold(const LessonRun *r, const char *text, Buf *out) {
  buf_str(out, r->text.ansi ? "\033[1m" : "");
  lessontext_line(out, text, &r->text);
  buf_str(out, r->text.ansi ? "\033[0m" : "");
}

void lessonsay_title(const LessonRun *r, Buf *out) {
  if (r->number)
    buf_fmt(out, "Lesson %d  ", r->number);
  bold(r, r->lesson->title, out);
  buf_char(out, '\n');
  glyph_repeat(out, GLYPH_LINE, r->text.width);
  buf_char(out, '\n');
  if (!r->advances)
    lessonsay_note(r,
                   "%chint%c helps, %cnext%c goes on, %cskip%c shows the "
                   "answer; %chelp lesson%c tells more.",
                   out, LESSON_CODE, LESSON_CODE_END, LESSON_CODE,
                   LESSON_CODE_END, LESSON_CODE, LESSON_CODE_END, LESSON_CODE,
                   LESSON_CODE_END);
}

void lessonsay_earlier(const LessonRun *r, Buf *out) {
  size_t n = lessonrun_right(r), i = 1;
  if (!n)
    return;
  while (i < r->lesson->n_steps &&
         (!r->lesson->steps[i].question || lessonrun_is_right(r, i)))
    i++;
  Buf place = BUF_EMPTY;
  if (i > 1 && i < r->lesson->n_steps) {
    buf_fmt(&place, "; %cgoto ", LESSON_CODE);
    add_place(r, i, &place);
    buf_fmt(&place, "%c goes on", LESSON_CODE_END);
  }
  lessonsay_note(r, "%zu of %zu answered earlier%s.", out, n,
                 lessonrun_questions(r), buf_text(&place));
  buf_free(&place);
}

void lessonsay_heading(const LessonRun *r, Buf *out) {
  add_place(r, r->step, out);
  buf_str(out, "  ");
  bold(r, lessonsay_step(r)->title, out);
  buf_fmt(out, "   (step %zu of %zu)\n", r->step, r->lesson->n_steps - 1);
}

void lessonsay_block(const LessonRun *r, const LessonBlock *b, Buf *out) {
  bool item = b->type == LESSON_PARAGRAPH && b->indent;
  if (out->len && !item)
    buf_char(out, '\n');
  LessonTextOptions o = indented(r);
  lessontext_block(out, b, &o);
}

/* Lines of text, each after the margin and a prompt. */
static void indent_lines(const char *text, const char *prompt,
                         const char *further, Buf *out) {
  for (const char *p = text;; prompt = further) {
    size_t n = strcspn(p, "\n");
    buf_fill(out, ' ', INDENT);
    buf_str(out, prompt);
    buf_add(out, p, n);
    buf_char(out, '\n');
    p += n + (p[n] == '\n');
    if (!*p)
      break;
  }
}

void lessonsay_entry(const LessonEntry *e, const Buf *printed, Buf *out) {
  indent_lines(e->input, ">>> ", "... ", out);
  if (printed->len)
    indent_lines(printed->text, "", "", out);
}

/* --- questions ------------------------------------------------------------ */

/* Where the last part of an expression lies: the arguments of its outermost
   call, the right operand, the index; or all of it. */
static Span last_part(const Node *n) {
  switch ((NodeType)n->type) {
  case NODE_CALL:
    if (n->call.n)
      return (Span){n->call.args[0]->span.from, n->span.to - 1};
    return n->span;
  case NODE_BINARY:
  case NODE_SUBSCRIPT: return n->bin.right->span;
  case NODE_UNARY: return last_part(n->bin.left);
  default: return n->span;
  }
}

/* `cross_entropy(____)`: the reference with its last part left out. */
static void add_template(const char *reference, Buf *out) {
  size_t n = strlen(reference);
  Tree *tree = run_parse_expression("<lesson>", 1, reference, n);
  Span cut = {0, (uint32_t)n};
  if (tree)
    cut = last_part(tree->body[0]->bin.left);
  else
    err_clear();
  buf_add(out, reference, cut.from);
  buf_str(out, "____");
  buf_str(out, reference + cut.to);
  ast_unref(tree);
}

static void ask_prediction(const LessonRun *r, const LessonQuestion *q,
                           Buf *out) {
  lessonsay_note(r,
                 "Predict first: will it be above, below or equal to "
                 "%c%s%c?  [a]bove  [b]elow  [=]",
                 out, LESSON_CODE, q->predict.text, LESSON_CODE_END);
}

static void ask_quiz(const LessonRun *r, const LessonQuestion *q, Buf *out) {
  LessonTextOptions o = indented(r);
  for (size_t i = 0; i < q->n_options; i++) {
    char label[] = {' ', ' ', (char)('a' + i % 26), ')', ' ', 0};
    lessontext_paragraph(out, label, q->options[i].text, &o);
  }
  lessonsay_note(r, "Type the letter of the right one.", out);
}

void lessonsay_question(const LessonRun *r, Buf *out) {
  const LessonQuestion *q = lessonsay_step(r)->question;
  if (!q)
    return;
  if (!q->reference) {
    buf_char(out, '\n');
    ask_quiz(r, q, out);
    return;
  }
  if (q->blank || q->var || r->guess == LESSONRUN_ASKS)
    buf_char(out, '\n');
  if (q->blank) {
    Buf shape = BUF_EMPTY;
    add_template(q->reference, &shape);
    lessonsay_note(r, "Fill in the blank:  %c%s%c", out, LESSON_CODE,
                   buf_text(&shape), LESSON_CODE_END);
    buf_free(&shape);
  }
  if (q->var)
    lessonsay_note(r, "Answer by giving %c%s%c its value.", out, LESSON_CODE,
                   q->var, LESSON_CODE_END);
  if (r->guess == LESSONRUN_ASKS)
    ask_prediction(r, q, out);
}

/* --- verdicts ------------------------------------------------------------- */

static void verdict(const LessonRun *r, Glyph sign, const char *first,
                    const char *words, Buf *out) {
  Buf text = BUF_EMPTY, mark = BUF_EMPTY;
  buf_fmt(&mark, "%s ", glyph(sign));
  buf_str(&text, first);
  buf_str(&text, *words ? "  " : "");
  buf_str(&text, words);
  lessontext_paragraph(out, buf_text(&mark), buf_text(&text), &r->text);
  buf_free(&text);
  buf_free(&mark);
}

void lessonsay_right(const LessonRun *r, const char *first, const char *words,
                     Buf *out) {
  verdict(r, GLYPH_TICK, first, words, out);
}

static void offer(const LessonRun *r, Buf *out) {
  const LessonQuestion *q = lessonsay_step(r)->question;
  const char *dot = glyph(GLYPH_MIDDOT);
  Buf text = BUF_EMPTY;
  if (r->hints < q->n_hints)
    buf_fmt(&text, "hint (%zu of %zu) %s ", r->hints + 1, q->n_hints, dot);
  if (r->tries >= 2)
    buf_fmt(&text, "solution %s ", dot);
  buf_str(&text, r->lesson->skip ? "skip" : "goto");
  lessonsay_note(r, "%s", out, buf_text(&text));
  buf_free(&text);
}

void lessonsay_wrong(const LessonRun *r, const char *words, Buf *out) {
  Buf first = BUF_EMPTY, changed = BUF_EMPTY;
  buf_fmt(&first, "Not yet (try %d).", r->tries);
  verdict(r, GLYPH_CROSS, buf_text(&first), words, out);
  if (lessonspace_changed(&r->space, &changed))
    lessonsay_note(r,
                   "Changed since the lesson set it: %s. %creset%c restores "
                   "it.",
                   out, buf_text(&changed), LESSON_CODE, LESSON_CODE_END);
  offer(r, out);
  buf_free(&first);
  buf_free(&changed);
}

/* "c) not needed - the largest score has the largest share." */
static void add_right_option(const LessonQuestion *q, Buf *out) {
  for (size_t i = 0; i < q->n_options; i++)
    if (q->options[i].right)
      buf_fmt(out, "%c) %s%s%s", (int)('a' + i % 26), q->options[i].text,
              *q->options[i].words ? " - " : "", q->options[i].words);
}

void lessonsay_solution(const LessonRun *r, Buf *out) {
  const LessonQuestion *q = lessonsay_step(r)->question;
  LessonTextOptions o = indented(r);
  if (!q->reference) {
    Buf option = BUF_EMPTY;
    add_right_option(q, &option);
    lessontext_paragraph(out, "The answer:  ", buf_text(&option), &o);
    buf_free(&option);
  } else {
    buf_fmt(out, "  The answer:  %s%s%s\n", q->var ? q->var : "",
            q->var ? " = " : "", q->reference);
  }
  if (q->reference && value_ok(r->reference)) {
    Buf text = BUF_EMPTY;
    if (value_repr(&text, r->reference))
      indent_lines(buf_text(&text), "", "", out);
    else
      err_clear();
    buf_free(&text);
  }
  if (q->why)
    lessontext_paragraph(out, "", q->why, &o);
}

/* The numbers differ by a factor of ln 10 or ln 2, shapes differ ... */
void lessonsay_difference(Value answer, Value reference, double tol,
                          Buf *words) {
  switch (lessoncompare(answer, reference, tol)) {
  case LESSONCOMPARE_CLOSE:
    buf_str(words, "Close, but not to the digits asked for: let xent compute "
                   "it rather than typing rounded numbers.");
    break;
  case LESSONCOMPARE_OPPOSITE:
    buf_str(words, "The size is right and the sign is not.");
    break;
  case LESSONCOMPARE_SHAPE:
  case LESSONCOMPARE_TYPE:
    buf_str(words, "The answer has ");
    lessoncompare_shape(words, reference);
    buf_str(words, "; this has ");
    lessoncompare_shape(words, answer);
    buf_str(words, ".");
    break;
  default: break;
  }
}

/* --- the end -------------------------------------------------------------- */

void lessonsay_end(const LessonRun *r, Buf *out) {
  size_t asked = lessonrun_questions(r), right = lessonrun_right(r);
  if (out->len)
    buf_char(out, '\n');
  if (r->number)
    buf_fmt(out, "Lesson %d: ", r->number);
  buf_fmt(out, "%zu of %zu right.", right, asked);
  if (right < asked)
    buf_str(out, "  Still open:");
  for (size_t i = 1; i < r->lesson->n_steps; i++)
    if (r->lesson->steps[i].question && !lessonrun_is_right(r, i)) {
      buf_char(out, ' ');
      add_place(r, i, out);
    }
  buf_char(out, '\n');
  if (!r->advances)
    buf_str(out, "`lesson` shows what else there is.\n");
}
