/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessoncheck.h"

#include "base/err.h"
#include "base/mem.h"
#include "lang/interp.h"
#include "teach/lessoncompare.h"
#include "teach/lessoneval.h"
#include "teach/lessonfile.h"
#include "teach/lessonfind.h"
#include "teach/lessonnames.h"
#include "teach/lessonrewrite.h"
#include "teach/lessonspace.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- transcripts ---------------------------------------------------------- */

static bool starts_number(const char *p) {
  return isdigit((unsigned char)*p) ||
         (*p == '.' && isdigit((unsigned char)p[1]));
}

/* Half a unit of the last digit written: "0.66" allows 0.005. */
static double allowance(const char *p, const char *end) {
  const char *dot = memchr(p, '.', (size_t)(end - p));
  int decimals = 0, exponent = 0;
  for (const char *q = dot ? dot + 1 : end;
       q < end && isdigit((unsigned char)*q); q++)
    decimals++;
  for (const char *q = p; q < end; q++)
    if (*q == 'e' || *q == 'E')
      exponent = atoi(q + 1);
  return dot ? 0.5 * pow(10, exponent - decimals) : 0;
}

static bool numbers_agree(const char **written, const char **printed) {
  char *end_w, *end_p;
  double w = strtod(*written, &end_w), p = strtod(*printed, &end_p);
  double allowed = allowance(*written, end_w) * (1 + 1e-9);
  *written = end_w;
  *printed = end_p;
  return fabs(w - p) <= allowed;
}

static const char *skip_trailing(const char *p) {
  const char *q = p + strspn(p, " \t");
  return *q == '\n' || !*q ? q : p;
}

/* Whether a transcript agrees with what was printed: numbers to the digits
   that are written, everything else sign for sign but for blanks at ends of
   lines. */
static bool agrees(const char *written, const char *printed) {
  for (;;) {
    written = skip_trailing(written);
    printed = skip_trailing(printed);
    if (starts_number(written) && starts_number(printed)) {
      if (!numbers_agree(&written, &printed))
        return false;
    } else if (*written != *printed) {
      return false;
    } else if (!*written++) {
      return true;
    } else {
      printed++;
    }
  }
}

/* --- the state of a check ------------------------------------------------- */

typedef struct Check {
  const Lesson *l;
  size_t step;
  bool accept;
  Buf *faults;
  LessonSpace space;
  LessonRewrite *rewrite; /* with accept */
  uint64_t seed;
} Check;

static void fault(Check *c, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void fault(Check *c, uint32_t line, const char *format, ...) {
  buf_fmt(c->faults, "%s:%u: ", c->l->path, (unsigned)line);
  va_list args;
  va_start(args, format);
  buf_vfmt(c->faults, format, args);
  va_end(args);
  buf_char(c->faults, '\n');
}

/* What failed is a fault; but Ctrl-C and lack of memory end the check. */
static bool survive(Check *c) {
  ErrType type = err_now()->type;
  if (type == ERR_KeyboardInterrupt || type == ERR_MemoryError)
    return false;
  buf_fmt(c->faults, "%s\n", buf_text(&err_now()->text));
  err_clear();
  return true;
}

/* --- blocks --------------------------------------------------------------- */

static bool check_entry(Check *c, const LessonEntry *e) {
  Buf printed = BUF_EMPTY;
  bool ok =
      lessoneval_show(e, &printed) && lessonspace_remember(&c->space, e->input);
  if (ok && !agrees(e->output, buf_text(&printed))) {
    if (c->accept)
      ok = lessonrewrite_add(c->rewrite, e->from, e->to, buf_text(&printed));
    else
      fault(c, e->line,
            "the transcript does not reproduce: it prints now\n%s"
            "  xent check --accept writes it into the lesson",
            printed.len ? printed.text : "  (nothing)\n");
  }
  buf_free(&printed);
  return ok;
}

static bool check_block(Check *c, const LessonBlock *b) {
  bool ok = true;
  if (b->type == LESSON_RUN)
    return (lessoneval_run(c->l, c->step, b, c->seed) &&
            lessonspace_remember(&c->space, b->text)) ||
           survive(c);
  for (size_t i = 0; ok && b->type == LESSON_SHOW && i < b->n_entries; i++)
    ok = check_entry(c, &b->entries[i]);
  return ok;
}

/* --- tasks ---------------------------------------------------------------- */

/* Without blanks and marks, to find an answer in a hint. */
static void squeeze(Buf *out, const char *text) {
  for (; *text; text++)
    if ((unsigned char)*text > ' ')
      buf_char(out, *text);
}

static bool gives_away(const char *hint, const char *reference) {
  Buf h = BUF_EMPTY, r = BUF_EMPTY;
  squeeze(&h, hint);
  squeeze(&r, reference);
  bool found = strstr(buf_text(&h), buf_text(&r)) != NULL;
  buf_free(&h);
  buf_free(&r);
  return found;
}

static void check_hints(Check *c, const LessonQuestion *q) {
  for (size_t i = 0; i < q->n_hints; i++) {
    const LessonLine *h = &q->hints[i];
    if (!*h->text)
      fault(c, h->line, "the hint is empty: say what to look at next");
    else if (q->reference && gives_away(h->text, q->reference))
      fault(c, h->line, "the hint holds the answer: leave some of it to find");
  }
  if (!q->n_hints && q->reference)
    fault(c, q->line, "the task has no hints: write `- hint:` lines below it");
}

/* The lesson must not have left the answer in a variable: `p` would do. */
static void check_before(Check *c, const LessonQuestion *q, Value reference) {
  for (size_t i = 0; i < c->space.n; i++) {
    const Sym *name = c->space.items[i].name;
    Value v = interp_bound(name);
    bool asked = !q->var || !strcmp(q->var, name->text);
    if (asked && !q->n_uses && value_ok(v) &&
        lessoncompare(v, reference, q->tol) == LESSONCOMPARE_SAME)
      fault(c, q->line,
            "%s holds the answer before anything was typed: ask for something "
            "new, or say what it uses=",
            name->text);
  }
}

/* The reference must call what the task asks for. */
static bool check_calls(Check *c, const LessonQuestion *q) {
  LessonNames *names = lessonnames_new();
  bool ok = names && lessonnames_add(names, q->reference, strlen(q->reference));
  for (size_t i = 0; ok && i < q->n_uses; i++)
    if (!lessonnames_calls(names, q->uses[i]))
      fault(c, q->reference_line, "the reference does not call %s: uses=%s",
            q->uses[i], q->uses[i]);
  for (size_t i = 0; ok && i < q->n_forbid; i++)
    if (lessonnames_calls(names, q->forbid[i]))
      fault(c, q->reference_line, "the reference calls %s: forbid=%s",
            q->forbid[i], q->forbid[i]);
  lessonnames_free(names);
  return ok;
}

/* A wrong answer must not be right, nor like one before it. */
static bool check_wrong(Check *c, const LessonQuestion *q, size_t at,
                        Value reference, Value *values) {
  const LessonWrong *w = &q->wrongs[at];
  if (!*w->words)
    fault(c, w->line, "nothing is said to this wrong answer");
  for (size_t i = 0; w->code && i < at; i++)
    if (q->wrongs[i].code && !strcmp(q->wrongs[i].code, w->code))
      fault(c, w->line, "a second wrong %s", w->code);
  if (w->code)
    return true;
  values[at] = lessoneval_expression(c->l, w->line, w->expr);
  if (!value_ok(values[at]))
    return survive(c);
  if (lessoncompare(values[at], reference, q->tol) == LESSONCOMPARE_SAME)
    fault(c, w->line, "this wrong answer is right: `%s` equals the reference",
          w->expr);
  for (size_t i = 0; i < at; i++)
    if (value_ok(values[i]) &&
        lessoncompare(values[at], values[i], q->tol) == LESSONCOMPARE_SAME)
      fault(c, w->line, "this wrong answer equals the one in line %u",
            (unsigned)q->wrongs[i].line);
  return true;
}

static bool check_wrongs(Check *c, const LessonQuestion *q, Value reference) {
  Value *values = mem_zeroed(q->n_wrongs + 1, sizeof *values);
  bool ok = values != NULL;
  for (size_t i = 0; ok && i < q->n_wrongs; i++)
    ok = check_wrong(c, q, i, reference, values);
  for (size_t i = 0; values && i < q->n_wrongs; i++)
    value_unref(values[i]);
  mem_free(values);
  return ok;
}

static bool check_prediction(Check *c, const LessonQuestion *q,
                             Value reference) {
  double number;
  if (!q->predict.text)
    return true;
  Value v = lessoneval_expression(c->l, q->predict.line, q->predict.text);
  if (!value_ok(v))
    return survive(c);
  if (!lessoncompare_number(v, &number) ||
      !lessoncompare_number(reference, &number))
    fault(c, q->predict.line, "only a number can be predicted");
  value_unref(v);
  return true;
}

static bool check_value(Check *c, const LessonQuestion *q, Value reference) {
  if (lessoncompare(reference, reference, q->tol) != LESSONCOMPARE_SAME)
    fault(c, q->reference_line, "the reference does not equal itself");
  check_before(c, q, reference);
  bool ok = check_calls(c, q) && check_wrongs(c, q, reference) &&
            check_prediction(c, q, reference);
  const Sym *name = q->var ? sym_lit(q->var) : NULL;
  return ok && (!q->var || (name && interp_set_global(name, reference)));
}

/* plot and train: the reference is the command itself. */
static void check_command(Check *c, const LessonQuestion *q) {
  const char *name = q->plot ? "plot" : "train";
  size_t n = strlen(name);
  if (strncmp(q->reference, name, n) != 0 ||
      isalnum((unsigned char)q->reference[n]))
    fault(c, q->reference_line, "the reference of a %s task is the command: %s",
          name, name);
}

static bool check_task(Check *c, const LessonQuestion *q) {
  check_hints(c, q);
  if (q->plot || q->train)
    return check_command(c, q), true;
  Value reference =
      lessoneval_expression(c->l, q->reference_line, q->reference);
  if (!value_ok(reference))
    return survive(c);
  bool ok = check_value(c, q, reference);
  value_unref(reference);
  return ok;
}

static void check_quiz(Check *c, const LessonQuestion *q) {
  size_t right = 0;
  for (size_t i = 0; i < q->n_options; i++)
    right += q->options[i].right;
  if (right != 1)
    fault(c, q->line, "the quiz has %zu right lines: tick one box, [x]", right);
  if (q->n_options < 2)
    fault(c, q->line, "a quiz needs two lines to choose from");
  check_hints(c, q);
}

/* --- links ---------------------------------------------------------------- */

static bool is_elsewhere(const char *link) {
  return strstr(link, "://") || !strncmp(link, "mailto:", 7) || *link == '#';
}

/* A file beside the lesson. */
static bool exists_beside(const Lesson *l, const char *name, size_t n) {
  const char *slash = strrchr(l->path, '/');
  Buf path = BUF_EMPTY;
  if (slash && *name != '/')
    buf_add(&path, l->path, (size_t)(slash - l->path) + 1);
  buf_add(&path, name, n);
  bool found = !path.failed && access(buf_text(&path), F_OK) == 0;
  buf_free(&path);
  return found;
}

static void check_links(Check *c) {
  for (size_t i = 0; i < c->l->n_links; i++) {
    const LessonLine *link = &c->l->links[i];
    if (!is_elsewhere(link->text) &&
        !exists_beside(c->l, link->text, strcspn(link->text, "#")))
      fault(c, link->line, "the link leads nowhere: %s", link->text);
  }
  for (size_t i = 0; i < c->l->n_needs; i++) {
    Buf file = BUF_EMPTY, path = BUF_EMPTY;
    buf_fmt(&file, "%s.md", c->l->needs[i]);
    bool found = exists_beside(c->l, buf_text(&file), file.len) ||
                 lessonfind_path(c->l->needs[i], strlen(c->l->needs[i]), &path);
    if (!found) {
      err_clear();
      fault(c, 1, "needs: there is no lesson %s", c->l->needs[i]);
    }
    buf_free(&file);
    buf_free(&path);
  }
}

/* --- lessons -------------------------------------------------------------- */

static bool check_step(Check *c, const LessonStep *s) {
  bool ok = true;
  for (size_t i = 0; ok && i < s->n_blocks; i++)
    ok = check_block(c, &s->blocks[i]);
  if (!ok || !s->question)
    return ok;
  if (s->question->reference)
    return check_task(c, s->question);
  return check_quiz(c, s->question), true;
}

static bool check_steps(Check *c) {
  bool ok = true;
  for (c->step = 0; ok && c->step < c->l->n_steps; c->step++)
    ok = check_step(c, &c->l->steps[c->step]);
  lessonspace_free(&c->space);
  return ok;
}

/* In a workspace of its own. */
static bool check_lesson(Check *c) {
  LessonGlobals *mine = lessonspace_put_aside();
  if (!mine)
    return false;
  bool ok = check_steps(c);
  if (ok && !c->accept)
    check_links(c);
  lessonspace_bring_back(mine);
  return ok;
}

bool lessoncheck_file(const char *path, bool accept, Buf *faults) {
  Lesson *l = lessonfile_load(path);
  Check c = {.l = l, .accept = accept, .faults = faults, .seed = 1};
  if (!l)
    return survive(&c);
  if (accept)
    c.rewrite = lessonrewrite_new(path);
  bool ok = (!accept || c.rewrite) && check_lesson(&c);
  if (ok && accept)
    ok = lessonrewrite_save(c.rewrite) || survive(&c);
  lessonrewrite_free(c.rewrite);
  lessonfile_free(l);
  return ok && !faults->failed;
}
