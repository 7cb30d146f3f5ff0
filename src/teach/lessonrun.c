/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessonrun.h"

#include "base/err.h"
#include "base/mem.h"
#include "lang/interp.h"
#include "teach/doctor.h"
#include "teach/lessoneval.h"
#include "teach/lessonfile.h"
#include "teach/lessonsay.h"

#include <ctype.h>
#include <stdlib.h>

/* --- the workspace -------------------------------------------------------- */

static bool show_block(LessonRun *r, const LessonBlock *b, Buf *out) {
  bool ok = true;
  for (size_t i = 0; ok && i < b->n_entries; i++) {
    Buf printed = BUF_EMPTY;
    ok = lessoneval_show(&b->entries[i], &printed) &&
         lessonspace_remember(&r->space, b->entries[i].input);
    if (ok && out)
      lessonsay_entry(&b->entries[i], &printed, out);
    buf_free(&printed);
  }
  return ok;
}

/* Runs the code of a block; out NULL: unseen. */
static bool run_block(LessonRun *r, size_t step, const LessonBlock *b,
                      Buf *out) {
  if (b->type == LESSON_RUN)
    return lessoneval_run(r->lesson, step, b, r->seed) &&
           lessonspace_remember(&r->space, b->text);
  return b->type != LESSON_SHOW || show_block(r, b, out);
}

static bool run_step(LessonRun *r, size_t step) {
  const LessonStep *s = &r->lesson->steps[step];
  bool ok = true;
  for (size_t i = 0; ok && i < s->n_blocks; i++)
    ok = run_block(r, step, &s->blocks[i], NULL);
  return ok;
}

static bool is_command(const LessonQuestion *q) {
  return q->plot || q->train;
}

/* A step that asks for a variable leaves it behind, answered or not. */
static bool bind_answer(LessonRun *r, size_t step) {
  const LessonQuestion *q = r->lesson->steps[step].question;
  if (!q || !q->var)
    return true;
  Value v =
      step == r->step && value_ok(r->reference)
          ? value_ref(r->reference)
          : lessoneval_expression(r->lesson, q->reference_line, q->reference);
  const Sym *name = value_ok(v) ? sym_lit(q->var) : NULL;
  bool ok = name && interp_set_global(name, v) &&
            lessonspace_remember(&r->space, q->reference);
  value_unref(v);
  return ok;
}

/* Everything that comes before a step, in its order. */
static bool rebuild(LessonRun *r, size_t step) {
  lessonspace_free(&r->space);
  bool ok = true;
  for (size_t i = 0; ok && i < step; i++)
    ok = run_step(r, i) && bind_answer(r, i);
  return ok;
}

/* --- entering a step ------------------------------------------------------ */

static void leave_step(LessonRun *r) {
  value_unref(r->reference);
  r->reference = value_absent();
  lessonnames_free(r->names);
  r->names = NULL;
  doctor_hidden_fix(NULL);
  r->tries = 0;
  r->hints = 0;
  r->guess = LESSONRUN_NO_GUESS;
}

static bool show_text(LessonRun *r, Buf *out) {
  const LessonStep *s = lessonsay_step(r);
  bool ok = true;
  for (size_t i = 0; ok && i < s->n_blocks; i++) {
    const LessonBlock *b = &s->blocks[i];
    if (b->type == LESSON_SHOW)
      buf_char(out, '\n');
    ok = run_block(r, r->step, b, out);
    if (b->type == LESSON_QUESTION)
      lessonsay_question(r, out);
    else if (b->type != LESSON_RUN && b->type != LESSON_SHOW)
      lessonsay_block(r, b, out);
  }
  return ok;
}

static bool prepare(LessonRun *r) {
  const LessonQuestion *q = lessonsay_step(r)->question;
  r->names = lessonnames_new();
  if (!r->names)
    return false;
  r->state = q && !r->right[r->step] ? LESSONRUN_WAITING
             : q                     ? LESSONRUN_ANSWERED
                                     : LESSONRUN_READING;
  if (q && q->predict.text && r->state == LESSONRUN_WAITING)
    r->guess = LESSONRUN_ASKS;
  return true;
}

/* The value that is asked for, before the learner changes anything. */
static bool evaluate_reference(LessonRun *r) {
  const LessonQuestion *q = lessonsay_step(r)->question;
  if (!q || !q->reference || is_command(q))
    return true;
  r->reference =
      lessoneval_expression(r->lesson, q->reference_line, q->reference);
  return value_ok(r->reference);
}

static bool enter(LessonRun *r, size_t step, Buf *out) {
  leave_step(r);
  r->step = step;
  if (!prepare(r))
    return false;
  if (step && out->len)
    buf_char(out, '\n');
  if (step)
    lessonsay_heading(r, out);
  if (!show_text(r, out) || !evaluate_reference(r))
    return false;
  if (r->state == LESSONRUN_ANSWERED)
    buf_str(out, "  Answered already: next goes on.\n");
  return true;
}

/* --- start and stop ------------------------------------------------------- */

void lessonrun_stop(LessonRun *r) {
  leave_step(r);
  lessonspace_free(&r->space);
  mem_free(r->right);
  mem_free(r->earlier);
  mem_free(r->shown);
  r->right = r->earlier = r->shown = NULL;
  lessonfile_free(r->lesson);
  r->lesson = NULL;
  r->state = LESSONRUN_IDLE;
}

/* What an earlier session left in the progress file; a replay stands alone. */
static void recall(LessonRun *r) {
  if (r->records && !r->advances &&
      !progress_answered(r->lesson->name, r->earlier, r->lesson->n_steps))
    err_clear();
}

static bool begin(LessonRun *r, Lesson *l) {
  lessonrun_stop(r);
  r->lesson = l;
  r->number = isdigit((unsigned char)*l->name) ? atoi(l->name) : 0;
  r->step = 0;
  r->state = LESSONRUN_READING;
  r->right = mem_zeroed(l->n_steps, sizeof *r->right);
  r->earlier = mem_zeroed(l->n_steps, sizeof *r->earlier);
  r->shown = mem_zeroed(l->n_steps, sizeof *r->shown);
  if (!r->right || !r->earlier || !r->shown)
    return false;
  recall(r);
  return true;
}

static bool show_start(LessonRun *r, Buf *out) {
  lessonsay_title(r, out);
  lessonsay_earlier(r, out);
  return enter(r, 0, out) &&
         (r->lesson->n_steps == 1 || lessonrun_next(r, out));
}

/* A lesson that cannot go on stops: its place would be a lie. */
static bool or_stop(LessonRun *r, bool ok) {
  if (!ok)
    lessonrun_stop(r);
  return ok;
}

bool lessonrun_start(LessonRun *r, const char *path, size_t step, Buf *out) {
  Lesson *l = lessonfile_load(path);
  if (!l)
    return false;
  if (step >= l->n_steps) {
    err_set(ERR_ValueError, "the lesson has steps 1 to %zu", l->n_steps - 1);
    lessonfile_free(l);
    return false;
  }
  bool ok = begin(r, l);
  if (ok && step > 0) {
    lessonsay_title(r, out);
    ok = lessonrun_goto(r, step, out);
  } else if (ok) {
    ok = show_start(r, out);
  }
  return or_stop(r, ok);
}

/* --- moving --------------------------------------------------------------- */

static bool no_lesson(const LessonRun *r) {
  if (r->state != LESSONRUN_IDLE)
    return false;
  err_set(ERR_ValueError, "no lesson is running");
  return !err_hint("`lesson` lists them, `lesson 1` begins the first");
}

static bool end(LessonRun *r, Buf *out) {
  bool ok = bind_answer(r, r->step);
  leave_step(r);
  r->state = LESSONRUN_DONE;
  lessonsay_end(r, out);
  return ok;
}

static bool go_on(LessonRun *r, Buf *out) {
  if (r->step + 1 >= r->lesson->n_steps)
    return end(r, out);
  return bind_answer(r, r->step) && enter(r, r->step + 1, out);
}

bool lessonrun_goto(LessonRun *r, size_t step, Buf *out) {
  if (no_lesson(r))
    return false;
  if (!step || step >= r->lesson->n_steps)
    return err_set(ERR_ValueError, "the lesson has steps 1 to %zu",
                   r->lesson->n_steps - 1);
  return or_stop(r, rebuild(r, step) && enter(r, step, out));
}

bool lessonrun_next(LessonRun *r, Buf *out) {
  if (no_lesson(r))
    return false;
  if (r->state == LESSONRUN_DONE)
    return lessonsay_end(r, out), true;
  if (r->state != LESSONRUN_WAITING)
    return go_on(r, out);
  lessonsay_note(r,
                 r->lesson->skip
                     ? "This step still waits for an answer: hint helps, skip "
                       "shows the answer and goes on."
                     : "This step still waits for an answer: hint helps.",
                 out);
  return true;
}

bool lessonrun_back(LessonRun *r, Buf *out) {
  if (no_lesson(r))
    return false;
  if (r->state == LESSONRUN_DONE)
    return enter(r, r->lesson->n_steps - 1, out);
  if (r->step < 2)
    return lessonsay_note(r, "This is the first step.", out), true;
  return lessonrun_goto(r, r->step - 1, out);
}

/* --- progress ------------------------------------------------------------- */

static void record(LessonRun *r, ProgressVerdict verdict, Buf *out) {
  if (!r->records || progress_add(r->lesson->name, r->step, verdict, r->tries))
    return;
  if (!r->complained)
    lessonsay_note(r, "(Progress is not kept: %s)", out,
                   buf_text(&err_now()->text));
  r->complained = true;
  err_clear();
}

size_t lessonrun_questions(const LessonRun *r) {
  size_t n = 0;
  for (size_t i = 0; r->lesson && i < r->lesson->n_steps; i++)
    n += r->lesson->steps[i].question != NULL;
  return n;
}

size_t lessonrun_right(const LessonRun *r) {
  size_t n = 0;
  for (size_t i = 0; r->lesson && i < r->lesson->n_steps; i++)
    n += lessonrun_is_right(r, i);
  return n;
}

bool lessonrun_is_right(const LessonRun *r, size_t step) {
  return r->lesson->steps[step].question &&
         (r->right[step] || r->earlier[step]);
}

bool lessonrun_is_open(const LessonRun *r) {
  return r->state == LESSONRUN_WAITING ||
         (r->state == LESSONRUN_ANSWERED && !r->right[r->step]);
}

/* --- help ----------------------------------------------------------------- */

static bool not_waiting(const LessonRun *r, Buf *out) {
  if (r->state == LESSONRUN_WAITING)
    return false;
  buf_str(out, r->state == LESSONRUN_DONE ? "  The lesson is done.\n"
               : lessonrun_is_open(r)
                   ? "  The answer has been shown: type it, or next goes on.\n"
               : r->state == LESSONRUN_ANSWERED
                   ? "  This step has been answered: next goes on.\n"
                   : "  This step asks nothing: next goes on.\n");
  return true;
}

/* What the last diagnostic kept back; false: nothing. */
static bool show_fix(Buf *out) {
  Buf fix = BUF_EMPTY;
  bool any = doctor_hidden_fix(&fix);
  if (any)
    buf_fmt(out, "  fix   %s\n", buf_text(&fix));
  buf_free(&fix);
  return any;
}

static void show_hint(LessonRun *r, const LessonQuestion *q, Buf *out) {
  Buf label = BUF_EMPTY;
  buf_fmt(&label, "  hint %zu of %zu: ", r->hints + 1, q->n_hints);
  lessontext_paragraph(out, buf_text(&label), q->hints[r->hints].text,
                       &r->text);
  r->hints++;
  buf_free(&label);
}

bool lessonrun_hint(LessonRun *r, Buf *out) {
  if (no_lesson(r))
    return false;
  bool fix = show_fix(out);
  if (fix && r->state != LESSONRUN_WAITING)
    return true;
  if (not_waiting(r, out))
    return true;
  const LessonQuestion *q = lessonsay_step(r)->question;
  if (r->hints < q->n_hints)
    show_hint(r, q, out);
  else if (!fix)
    lessonsay_note(r,
                   "There are no more hints: try, and after two tries "
                   "solution shows the answer.",
                   out);
  return true;
}

/* The answer is on the table, and it was not the learner's. */
static void give_answer(LessonRun *r, ProgressVerdict verdict, Buf *out) {
  lessonsay_solution(r, out);
  record(r, verdict, out);
  r->shown[r->step] = true;
  r->state = LESSONRUN_ANSWERED;
}

static bool is_last(const LessonRun *r) {
  return r->step + 1 >= r->lesson->n_steps;
}

static bool advance(LessonRun *r, Buf *out) {
  if (r->advances)
    return or_stop(r, go_on(r, out));
  buf_str(out, is_last(r) ? "  next ends the lesson\n" : "  next goes on\n");
  return true;
}

bool lessonrun_solution(LessonRun *r, Buf *out) {
  if (no_lesson(r))
    return false;
  if (not_waiting(r, out))
    return true;
  if (r->tries < 2) {
    lessonsay_note(r, "Try it twice first (so far: %d). hint helps.", out,
                   r->tries);
    return true;
  }
  give_answer(r, PROGRESS_SOLUTION, out);
  return advance(r, out);
}

bool lessonrun_skip(LessonRun *r, Buf *out) {
  if (no_lesson(r))
    return false;
  if (not_waiting(r, out))
    return true;
  if (!r->lesson->skip) {
    lessonsay_note(r, "Steps of this lesson cannot be skipped: hint helps.",
                   out);
    return true;
  }
  give_answer(r, PROGRESS_SKIPPED, out);
  return advance(r, out);
}

bool lessonrun_play(LessonRun *r, Buf *out) {
  if (no_lesson(r))
    return false;
  bool ok = true, any = false;
  const LessonStep *s = lessonsay_step(r);
  for (size_t i = 0; ok && i < s->n_blocks; i++)
    if (s->blocks[i].type == LESSON_SHOW) {
      any = true;
      ok = show_block(r, &s->blocks[i], out);
    }
  if (!any)
    lessonsay_note(r, "This step has nothing to play.", out);
  return ok;
}

bool lessonrun_reset(LessonRun *r, Buf *out) {
  if (no_lesson(r))
    return false;
  Buf changed = BUF_EMPTY;
  bool any = lessonspace_changed(&r->space, &changed);
  bool ok = rebuild(r, r->step) && run_step(r, r->step);
  if (ok && any)
    lessonsay_note(r, "As the lesson set it again: %s.", out,
                   buf_text(&changed));
  else if (ok)
    lessonsay_note(r, "Everything is as the lesson set it.", out);
  buf_free(&changed);
  return ok;
}

/* --- verdicts ------------------------------------------------------------- */

bool lessonrun_refuse(LessonRun *r, const char *words, Buf *out) {
  r->tries++;
  lessonsay_wrong(r, words, out);
  record(r, PROGRESS_WRONG, out);
  return true;
}

bool lessonrun_accept(LessonRun *r, const char *first, const char *words,
                      Buf *out) {
  const LessonQuestion *q = lessonsay_step(r)->question;
  Buf all = BUF_EMPTY;
  r->tries++;
  buf_str(&all, words);
  buf_fmt(&all, "%s%s", *words && q->why ? " " : "", q->why ? q->why : "");
  lessonsay_right(r, first, buf_text(&all), out);
  buf_free(&all);
  r->right[r->step] = true;
  r->state = LESSONRUN_ANSWERED;
  record(r, r->shown[r->step] ? PROGRESS_HELPED : PROGRESS_RIGHT, out);
  return advance(r, out);
}
