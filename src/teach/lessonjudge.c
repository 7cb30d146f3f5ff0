/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessonjudge.h"

#include "base/err.h"
#include "lang/interp.h"
#include "teach/lessoncompare.h"
#include "teach/lessoneval.h"
#include "teach/lessonsay.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* --- predictions ---------------------------------------------------------- */

static const char *guess_word(LessonGuess g) {
  return g == LESSONRUN_ABOVE   ? "above"
         : g == LESSONRUN_BELOW ? "below"
                                : "equal to";
}

/* ", and below log(3) = 1.0986 as you predicted" */
static bool say_prediction(const LessonRun *r, Buf *out) {
  const LessonQuestion *q = lessonsay_step(r)->question;
  double answer, mark;
  if (!q->predict.text || r->guess == LESSONRUN_ASKS ||
      r->guess == LESSONRUN_NO_GUESS)
    return true;
  Value v = lessoneval_expression(r->lesson, q->predict.line, q->predict.text);
  if (!value_ok(v))
    return false;
  bool numbers = lessoncompare_number(v, &mark) &&
                 lessoncompare_number(r->reference, &answer);
  bool same =
      numbers && lessoncompare(r->reference, v, q->tol) == LESSONCOMPARE_SAME;
  value_unref(v);
  if (!numbers)
    return true;
  LessonGuess truth = same            ? LESSONRUN_EQUAL
                      : answer > mark ? LESSONRUN_ABOVE
                                      : LESSONRUN_BELOW;
  buf_fmt(out, ", and %s %c%s%c", guess_word(truth), LESSON_CODE,
          q->predict.text, LESSON_CODE_END);
  if (truth == r->guess)
    buf_str(out, ", as you predicted");
  else
    buf_fmt(out, " (you predicted %s)", guess_word(r->guess));
  return true;
}

static bool right(LessonRun *r, const char *words, Buf *out) {
  Buf first = BUF_EMPTY;
  buf_str(&first, "Yes");
  bool ok = say_prediction(r, &first);
  buf_char(&first, '.');
  ok = ok && lessonrun_accept(r, buf_text(&first), words, out);
  buf_free(&first);
  return ok;
}

/* --- quizzes and predictions ---------------------------------------------- */

typedef struct Text {
  const char *p;
  size_t n;
} Text;

static Text trimmed(const char *p, size_t n) {
  while (n && isspace((unsigned char)*p)) {
    p++;
    n--;
  }
  while (n && isspace((unsigned char)p[n - 1]))
    n--;
  return (Text){p, n};
}

static bool same_text(Text t, const char *word) {
  if (t.n != strlen(word))
    return false;
  for (size_t i = 0; i < t.n; i++)
    if (tolower((unsigned char)t.p[i]) != tolower((unsigned char)word[i]))
      return false;
  return true;
}

static LessonGuess guess_of(Text t) {
  static const struct {
    const char *word;
    LessonGuess guess;
  } words[] = {{"a", LESSONRUN_ABOVE},   {"above", LESSONRUN_ABOVE},
               {"b", LESSONRUN_BELOW},   {"below", LESSONRUN_BELOW},
               {"=", LESSONRUN_EQUAL},   {"equal", LESSONRUN_EQUAL},
               {"?", LESSONRUN_NO_GUESS}};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (same_text(t, words[i].word))
      return words[i].guess;
  return LESSONRUN_ASKS;
}

/* The text of an option as it would be typed: without marks, or its first
   word. */
static bool is_option(Text t, const char *option) {
  char bare[128];
  size_t n = 0, first = 0;
  for (const char *p = option; *p && n + 1 < sizeof bare; p++) {
    if ((unsigned char)*p < ' ')
      continue;
    if (*p == ' ' && !first)
      first = n;
    bare[n++] = *p;
  }
  bare[n] = 0;
  if (same_text(t, bare))
    return true;
  bare[first] = 0;
  return first > 1 && same_text(t, bare);
}

/* Which option a line names: by letter, number or words; -1: none. */
static int option_of(const LessonQuestion *q, Text t) {
  int found = -1, hits = 0;
  if (t.n == 1 && isalpha((unsigned char)*t.p))
    found = tolower((unsigned char)*t.p) - 'a';
  else if (t.n && t.n < 3 && isdigit((unsigned char)*t.p) &&
           isdigit((unsigned char)t.p[t.n - 1]))
    found = (t.n == 2 ? (t.p[0] - '0') * 10 : 0) + (t.p[t.n - 1] - '0') - 1;
  for (size_t i = 0; i < q->n_options; i++)
    if (is_option(t, q->options[i].text)) {
      found = (int)i;
      hits++;
    }
  return hits <= 1 && found >= 0 && (size_t)found < q->n_options ? found : -1;
}

bool lessonjudge_takes(const LessonRun *r, const char *text, size_t n) {
  if (!lessonrun_is_open(r) || lessoneval_busy)
    return false;
  const LessonQuestion *q = lessonsay_step(r)->question;
  Text t = trimmed(text, n);
  if (!q->reference)
    return option_of(q, t) >= 0;
  return r->state == LESSONRUN_WAITING && r->guess == LESSONRUN_ASKS &&
         guess_of(t) != LESSONRUN_ASKS;
}

/* What is said to a line of a quiz begins a sentence here. */
static bool choose_option(LessonRun *r, const LessonOption *o, Buf *out) {
  if (!o->right && r->state != LESSONRUN_WAITING)
    return lessonsay_solution(r, out), true; /* it was on the table */
  Buf words = BUF_EMPTY;
  buf_str(&words, o->words);
  if (words.len)
    words.text[0] = (char)toupper((unsigned char)words.text[0]);
  bool ok = o->right ? right(r, buf_text(&words), out)
                     : lessonrun_refuse(r, buf_text(&words), out);
  buf_free(&words);
  return ok;
}

bool lessonjudge_choose(LessonRun *r, const char *text, size_t n, Buf *out) {
  const LessonQuestion *q = lessonsay_step(r)->question;
  Text t = trimmed(text, n);
  if (!q->reference) {
    int i = option_of(q, t);
    if (i < 0)
      return true;
    return choose_option(r, &q->options[i], out);
  }
  r->guess = guess_of(t);
  if (r->guess != LESSONRUN_NO_GUESS)
    lessonsay_note(r, "Noted: %s. Now compute it.", out, guess_word(r->guess));
  else
    lessonsay_note(r, "No prediction then. Compute it.", out);
  return true;
}

/* --- answers to tasks ----------------------------------------------------- */

/* The words for a diagnostic that the answer earned. */
static const char *words_for_code(const LessonQuestion *q, const char *codes) {
  for (size_t i = 0; i < q->n_wrongs; i++)
    if (q->wrongs[i].code && strstr(codes, q->wrongs[i].code))
      return q->wrongs[i].words;
  return NULL;
}

/* The words for an answer that equals a known wrong one. An expression that
   fails in the learner's workspace matches nothing. */
static const char *words_for_value(const LessonRun *r, Value v) {
  const LessonQuestion *q = lessonsay_step(r)->question;
  for (size_t i = 0; i < q->n_wrongs; i++) {
    const LessonWrong *w = &q->wrongs[i];
    Value known = w->expr ? lessoneval_expression(r->lesson, w->line, w->expr)
                          : value_absent();
    bool same = value_ok(known) &&
                lessoncompare(v, known, q->tol) == LESSONCOMPARE_SAME;
    if (w->expr && !value_ok(known))
      err_clear();
    value_unref(known);
    if (same)
      return w->words;
  }
  return NULL;
}

/* Is the value what is asked for, by the variables as the step found them, or
   as the learner has them now? */
static bool is_right(const LessonRun *r, Value v) {
  const LessonQuestion *q = lessonsay_step(r)->question;
  if (lessoncompare(v, r->reference, q->tol) == LESSONCOMPARE_SAME)
    return true;
  if (q->var)
    return false;
  Value now = lessoneval_expression(r->lesson, q->reference_line, q->reference);
  bool same =
      value_ok(now) && lessoncompare(v, now, q->tol) == LESSONCOMPARE_SAME;
  if (!value_ok(now))
    err_clear();
  value_unref(now);
  return same;
}

/* The value is right: was it reached as the task wants? */
static bool check_calls(const LessonRun *r, Buf *words) {
  const LessonQuestion *q = lessonsay_step(r)->question;
  for (size_t i = 0; i < q->n_uses; i++)
    if (!lessonnames_calls(r->names, q->uses[i])) {
      buf_fmt(words, "The value is right. Reach it with %c%s%c this time.",
              LESSON_CODE, q->uses[i], LESSON_CODE_END);
      return false;
    }
  for (size_t i = 0; i < q->n_forbid; i++)
    if (lessonnames_calls(r->names, q->forbid[i])) {
      buf_fmt(words, "The value is right. Reach it without %c%s%c this time.",
              LESSON_CODE, q->forbid[i], LESSON_CODE_END);
      return false;
    }
  return true;
}

static bool judge(LessonRun *r, Value v, const char *codes, Buf *out) {
  const LessonQuestion *q = lessonsay_step(r)->question;
  Buf words = BUF_EMPTY;
  bool ok;
  if (is_right(r, v)) {
    ok = check_calls(r, &words) ? right(r, "", out)
                                : lessonrun_refuse(r, buf_text(&words), out);
  } else if (r->state != LESSONRUN_WAITING ||
             (lessonnames_is_bare(r->names) && !q->var)) {
    ok = true; /* looking at a variable is no answer, nor is playing with what
                  was shown */
  } else {
    const char *known = words_for_code(q, codes);
    known = known ? known : words_for_value(r, v);
    if (!known)
      lessonsay_difference(v, r->reference, q->tol, &words);
    ok = lessonrun_refuse(r, known ? known : buf_text(&words), out);
  }
  buf_free(&words);
  return ok;
}

static bool answer_waits(const LessonRun *r) {
  const LessonQuestion *q =
      lessonrun_is_open(r) ? lessonsay_step(r)->question : NULL;
  return q && q->reference && !lessoneval_busy;
}

bool lessonjudge_answer(LessonRun *r, const LessonAnswer *a, Buf *out) {
  if (!answer_waits(r))
    return true;
  const LessonQuestion *q = lessonsay_step(r)->question;
  if (!lessonnames_add(r->names, a->text, a->n))
    return false;
  if (a->failed) {
    const char *words = words_for_code(q, a->codes);
    return !words || r->state != LESSONRUN_WAITING ||
           lessonrun_refuse(r, words, out);
  }
  if (q->plot || q->train)
    return true;
  if (!q->var)
    return !value_ok(a->value) || value_is_none(a->value) ||
           judge(r, a->value, a->codes, out);
  const Sym *name = sym_lit(q->var);
  if (!name || !lessonnames_binds(r->names, q->var))
    return name != NULL;
  Value v = value_ref(interp_global(name));
  bool ok = !value_ok(v) || judge(r, v, a->codes, out);
  value_unref(v);
  return ok;
}

bool lessonjudge_command(LessonRun *r, const char *name, size_t n, bool fine,
                         Buf *out) {
  if (!answer_waits(r) || !fine)
    return true;
  const LessonQuestion *q = lessonsay_step(r)->question;
  Text t = {name, n};
  bool asked =
      (q->plot && same_text(t, "plot")) || (q->train && same_text(t, "train"));
  return !asked || right(r, "", out);
}
