/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cmdlesson.h"

#include "app/checkrows.h"
#include "app/command.h"
#include "app/lessontyped.h"
#include "app/output.h"
#include "base/err.h"
#include "teach/doctor.h"
#include "teach/lessoncheck.h"
#include "teach/lessoneval.h"
#include "teach/lessonfind.h"
#include "teach/lessonjudge.h"
#include "teach/lessonrewrite.h"
#include "teach/lessonsay.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

enum { WIDEST = 80 }; /* prose is hard to read in longer lines */

static LessonRun run = {.records = true};
static Value last; /* of the input that is being run */
static bool replays;

/* --- listening to the session --------------------------------------------- */

static void show(Buf *out) {
  output_buf(out);
  buf_free(out);
}

/* What the engine said is shown; a failure stays in the error record, which
   the session reports. */
static SessionReply reply_with(Buf *out, bool ok) {
  show(out);
  return ok ? SESSION_OK : SESSION_ERROR;
}

static bool takes(const char *text, size_t n) {
  return lessonjudge_takes(&run, text, n);
}

static SessionReply choose(const char *text, size_t n) {
  Buf out = BUF_EMPTY;
  bool ok = lessonjudge_choose(&run, text, n, &out);
  show(&out);
  if (ok)
    return SESSION_OK;
  lessontyped_failure();
  return SESSION_ERROR;
}

static void saw_value(Value v) {
  if (!lessoneval_busy)
    value_put(&last, value_ref(v));
}

/* The codes that the input earned, as one text. */
static void add_codes(Buf *codes) {
  const char *found[16];
  int n = doctor_codes(found, 16);
  for (int i = 0; i < n && i < 16; i++)
    buf_fmt(codes, "%s ", found[i]);
  doctor_forget_codes();
}

static bool judge(const char *text, size_t n, SessionReply reply, Buf *out) {
  const char *rest;
  size_t rest_len;
  if (command_of_line(text, n, &rest, &rest_len)) {
    size_t at = *text == '%', len = 0;
    while (at + len < n && isalpha((unsigned char)text[at + len]))
      len++;
    return lessonjudge_command(&run, text + at, len, reply == SESSION_OK, out);
  }
  Buf codes = BUF_EMPTY;
  add_codes(&codes);
  LessonAnswer a = {text, n, last, reply != SESSION_OK, buf_text(&codes)};
  bool ok = lessonjudge_answer(&run, &a, out);
  buf_free(&codes);
  return ok;
}

static void done(const char *text, size_t n, SessionReply reply) {
  if (lessoneval_busy)
    return;
  Buf out = BUF_EMPTY;
  bool ok = judge(text, n, reply, &out);
  value_put(&last, value_absent());
  show(&out);
  if (!ok)
    lessontyped_failure();
}

static const SessionWatch listener = {
    .takes = takes, .answer = choose, .value = saw_value, .done = done};

/* --- beginning ------------------------------------------------------------ */

static void settle(void) {
  lessoneval_typed = lessontyped_run;
  session_watch(&listener);
  doctor_hide_fix(true);
  doctor_forget_codes();
  run.advances = replays;
  run.seed = progress_seed();
  run.text.ansi = output_options.color;
  run.text.width =
      output_options.columns < WIDEST ? output_options.columns : WIDEST;
  if (run.text.width < 20)
    run.text.width = 20;
}

static bool inside(void) {
  return lessoneval_busy &&
         !err_set(ERR_ValueError, "a lesson cannot be led by a lesson");
}

/* A lesson that stopped leaves an ordinary prompt. */
static void after(void) {
  if (run.state == LESSONRUN_IDLE) {
    session_watch(NULL);
    doctor_hide_fix(false);
  }
}

/* The number in the digits at *text (*n bytes are left), which move on; too
   large a one stays at some number that no step has. False: no digits. */
static bool take_number(const char **text, size_t *n, size_t *number) {
  const char *from = *text;
  *number = 0;
  for (; *n && isdigit((unsigned char)**text); ++*text, --*n)
    if (*number < SIZE_MAX / 100)
      *number = *number * 10 + (size_t)(**text - '0');
  return *text > from;
}

/* "2.4" is lesson 2, step 4; "4" is a step alone: then *lesson is empty. */
static bool read_place(const char *text, size_t n, size_t *lesson,
                       size_t *step) {
  const char *at = text;
  *lesson = 0;
  if (!take_number(&at, &n, step))
    return false;
  if (n && *at == '.') {
    *lesson = (size_t)(at - text);
    at++, n--;
    if (!take_number(&at, &n, step))
      return false;
  }
  return !n;
}

static SessionReply begin(const char *text, size_t n) {
  Buf path = BUF_EMPTY, out = BUF_EMPTY;
  size_t step, name;
  if (!read_place(text, n, &name, &step) || !name) {
    step = 0;
    name = n;
  }
  bool ok = lessonfind_path(text, name, &path);
  if (ok) {
    settle();
    ok = lessonrun_start(&run, buf_text(&path), step, &out);
    after();
  }
  buf_free(&path);
  return reply_with(&out, ok);
}

/* --- the list ------------------------------------------------------------- */

static size_t answered(const LessonFound *lesson) {
  bool done[256] = {false};
  size_t n = 0;
  if (!progress_answered(lesson->name, done, 256))
    err_clear();
  for (size_t i = 0; i < 256; i++)
    n += done[i];
  return n;
}

static void list_one(const LessonFound *f) {
  size_t n = answered(f);
  if (f->number)
    output_fmt("  %2d  ", f->number);
  else
    output_fmt("      %s: ", f->name);
  output_str(*f->title ? f->title : f->name);
  if (n)
    output_fmt("   (%zu answered)", n);
  output_str("\n");
}

static SessionReply list(void) {
  LessonFoundList found;
  if (!lessonfind_all(&found))
    return SESSION_ERROR;
  for (size_t i = 0; i < found.n; i++)
    list_one(&found.items[i]);
  output_str(found.n ? "`lesson 1` begins the first one.\n"
                     : "No lessons were found: set XENT_PATH to their "
                       "folder.\n");
  lessonfind_free(&found);
  return SESSION_OK;
}

/* "new FILE" */
static SessionReply make_new(const char *text, size_t n) {
  CommandOptions o;
  bool ok = command_options_read(text, n, "", &o);
  if (ok && (o.n != 2 || o.items[1].name))
    ok = err_set(ERR_ValueError, "a new lesson needs a file: lesson new "
                                 "NN-name.md");
  ok = ok && lessonrewrite_skeleton(o.items[1].value);
  if (ok)
    output_fmt("%s is there: write over it, then `xent check %s`.\n",
               o.items[1].value, o.items[1].value);
  command_options_free(&o);
  return ok ? SESSION_OK : SESSION_ERROR;
}

SessionReply cmdlesson_lesson(const char *text, size_t n) {
  if (inside())
    return SESSION_ERROR;
  if (!n)
    return list();
  if (n >= 3 && !memcmp(text, "new", 3) && (n == 3 || text[3] == ' '))
    return make_new(text, n);
  return begin(text, n);
}

/* --- walking -------------------------------------------------------------- */

static SessionReply walk(bool (*move)(LessonRun *r, Buf *out)) {
  if (inside())
    return SESSION_ERROR;
  Buf out = BUF_EMPTY;
  bool ok = move(&run, &out);
  after();
  /* a hint may show what a diagnostic proposes; the next step hides it */
  if (run.state != LESSONRUN_IDLE)
    doctor_hide_fix(!(run.state == LESSONRUN_WAITING && run.hints));
  doctor_forget_codes();
  return reply_with(&out, ok);
}

#define WALK(name)                                                             \
  SessionReply cmdlesson_##name(const char *text, size_t n) {                  \
    (void)text;                                                                \
    (void)n;                                                                   \
    return walk(lessonrun_##name);                                             \
  }
WALK(next)
WALK(back)
WALK(hint)
WALK(solution)
WALK(skip)
WALK(play)
#undef WALK

/* Whether the lesson of this number runs. */
static bool runs(const char *digits, size_t n) {
  size_t number;
  take_number(&digits, &n, &number);
  return number == (size_t)run.number;
}

/* `goto 6` in the lesson that runs, `goto 3.6` anywhere. */
SessionReply cmdlesson_goto(const char *text, size_t n) {
  if (inside())
    return SESSION_ERROR;
  size_t step, lesson;
  if (!read_place(text, n, &lesson, &step)) {
    err_set(ERR_ValueError, "goto needs a step: goto 4, or goto 2.4");
    return SESSION_ERROR;
  }
  if (lesson && !runs(text, lesson))
    return begin(text, n);
  Buf out = BUF_EMPTY;
  bool ok = lessonrun_goto(&run, step, &out);
  after();
  return reply_with(&out, ok);
}

bool cmdlesson_reset(SessionReply *reply) {
  if (run.state == LESSONRUN_IDLE || run.state == LESSONRUN_DONE)
    return false;
  *reply = walk(lessonrun_reset);
  return true;
}

/* --- progress ------------------------------------------------------------- */

SessionReply cmdlesson_progress(const char *text, size_t n) {
  (void)text;
  (void)n;
  LessonFoundList found;
  if (!lessonfind_all(&found))
    return SESSION_ERROR;
  for (size_t i = 0; i < found.n; i++)
    list_one(&found.items[i]);
  lessonfind_free(&found);
  if (run.state != LESSONRUN_IDLE)
    output_fmt("Lesson %d runs: step %zu of %zu, %zu of %zu answered.\n",
               run.number, run.step, run.lesson->n_steps - 1,
               lessonrun_right(&run), lessonrun_questions(&run));
  return SESSION_OK;
}

SessionReply cmdlesson_report(const char *text, size_t n) {
  (void)text;
  (void)n;
  Buf out = BUF_EMPTY;
  return reply_with(&out, progress_report(&out));
}

/* --- check ---------------------------------------------------------------- */

static bool check_one(const char *path, bool accept, bool *fine) {
  Buf faults = BUF_EMPTY;
  bool ok = lessoncheck_file(path, accept, &faults);
  *fine = *fine && !faults.len;
  output_error(buf_text(&faults), faults.len);
  buf_free(&faults);
  return ok;
}

SessionReply cmdlesson_check(const char *text, size_t n) {
  CommandOptions o;
  bool accept = false, rows = false, fine = true;
  size_t files = 0;
  if (inside())
    return SESSION_ERROR;
  bool ok = command_options_read(text, n, "accept rows", &o);
  lessoneval_typed = lessontyped_run;
  for (int i = 0; ok && i < o.n; i++)
    if (o.items[i].name && !strcmp(o.items[i].name, "accept"))
      accept = true;
    else if (o.items[i].name && !strcmp(o.items[i].name, "rows"))
      rows = true;
    else if (o.items[i].name)
      ok = err_set(ERR_ValueError,
                   "check has no option --%s: there is "
                   "--accept",
                   o.items[i].name);
  for (int i = 0; ok && i < o.n; i++)
    if (!o.items[i].name) {
      files++;
      ok = check_one(o.items[i].value, accept, &fine);
    }
  if (ok && rows)
    fine = checkrows_run() && fine;
  if (ok && !files && !rows)
    ok = err_set(ERR_ValueError, "check needs files: check lessons/*.md");
  command_options_free(&o);
  doctor_forget_codes();
  return ok && fine ? SESSION_OK : SESSION_ERROR;
}

/* --- a replay ------------------------------------------------------------- */

void cmdlesson_replay(void) {
  replays = true;
}

bool cmdlesson_replays(void) {
  return replays;
}

bool cmdlesson_finish(void) {
  if (!run.lesson)
    return false;
  if (run.state != LESSONRUN_DONE) {
    Buf out = BUF_EMPTY;
    lessonsay_end(&run, &out);
    show(&out);
  }
  return lessonrun_right(&run) == lessonrun_questions(&run);
}

void cmdlesson_free(void) {
  lessonrun_stop(&run);
  value_put(&last, value_absent());
}
