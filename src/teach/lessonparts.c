/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessonparts.h"

#include "base/buf.h"
#include "base/err.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

bool lessonparts_error(const Lesson *l, uint32_t line, const char *format,
                       ...) {
  Buf b = BUF_EMPTY;
  va_list args;
  va_start(args, format);
  buf_vfmt(&b, format, args);
  va_end(args);
  err_set(ERR_ValueError, "%s:%u: %s", l->path, (unsigned)line, buf_text(&b));
  buf_free(&b);
  return false;
}

/* Arrays grow when their length is a power of two; what is left behind goes
   with the arena. */
void *lessonparts_push(Lesson *l, void *items, size_t *n, size_t size) {
  char *old;
  memcpy(&old, items, sizeof old);
  if ((*n & (*n - 1)) == 0) {
    char *wider = arena_alloc(&l->arena, (*n ? *n * 2 : 1) * size);
    if (!wider)
      return NULL;
    if (*n)
      memcpy(wider, old, *n * size);
    memcpy(items, &wider, sizeof wider);
    old = wider;
  }
  return old + (*n)++ * size;
}

static bool push_text(Lesson *l, const char ***items, size_t *n,
                      const char *text, size_t len) {
  const char **slot = lessonparts_push(l, items, n, sizeof *slot);
  return slot && (*slot = arena_text(&l->arena, text, len)) != NULL;
}

/* --- words --------------------------------------------------------------- */

typedef struct Word {
  const char *at;
  size_t n;
} Word;

static bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

static Word trimmed(const char *p, const char *end) {
  while (p < end && isspace((unsigned char)*p))
    p++;
  while (end > p && isspace((unsigned char)end[-1]))
    end--;
  return (Word){p, (size_t)(end - p)};
}

static bool word_is(Word w, const char *text) {
  return w.n == strlen(text) && !memcmp(w.at, text, w.n);
}

/* The next word before end, separated by blanks and, if asked, commas. */
static bool next_word(const char **p, const char *end, bool commas, Word *w) {
  while (*p < end && (is_blank(**p) || (commas && **p == ',')))
    ++*p;
  w->at = *p;
  while (*p < end && !is_blank(**p) && !(commas && **p == ','))
    ++*p;
  w->n = (size_t)(*p - w->at);
  return w->n > 0;
}

static bool push_words(Lesson *l, Word list, const char ***items, size_t *n) {
  Word w;
  for (const char *p = list.at; next_word(&p, list.at + list.n, true, &w);)
    if (!push_text(l, items, n, w.at, w.n))
      return false;
  return true;
}

/* --- the head comment ---------------------------------------------------- */

static bool head_field(Lesson *l, Word field) {
  if (field.n > 6 && !memcmp(field.at, "needs:", 6))
    return push_words(l, (Word){field.at + 6, field.n - 6}, &l->needs,
                      &l->n_needs);
  if (word_is(field, "skip: on") || word_is(field, "skip: off")) {
    l->skip = field.n == 8;
    return true;
  }
  return lessonparts_error(l, 1,
                           "unknown word '%.*s' in the head comment: there are "
                           "'needs: NAMES' and 'skip: on|off'",
                           (int)field.n, field.at);
}

bool lessonparts_find_head(const char *text, size_t n, LessonHead *out) {
  static const char start[] = "<!-- xent-lesson 1";
  const char *end = memchr(text, '\n', n);
  Word line = trimmed(text, end ? end : text + n);
  if (line.n < sizeof start + 2 || memcmp(line.at, start, sizeof start - 1) ||
      memcmp(line.at + line.n - 3, "-->", 3))
    return false;
  *out = (LessonHead){.fields = line.at + sizeof start - 1,
                      .end = line.at + line.n - 3};
  const char *bar = memchr(out->fields, '|', (size_t)(out->end - out->fields));
  if (!bar)
    return true;
  const char *next = memchr(bar + 1, '|', (size_t)(out->end - bar - 1));
  Word title = trimmed(bar + 1, next ? next : out->end);
  out->title = title.at;
  out->title_n = title.n;
  return true;
}

bool lessonparts_head(Lesson *l, const char *text, size_t n) {
  LessonHead head;
  if (!lessonparts_find_head(text, n, &head))
    return lessonparts_error(l, 1,
                             "this is no lesson: begin with "
                             "<!-- xent-lesson 1 | Title -->");
  l->skip = true;
  l->title = arena_text(&l->arena, head.title, head.title_n);
  if (!l->title)
    return false;
  const char *p = head.fields, *stop = head.end;
  for (int i = 0; p < stop; i++) {
    const char *bar = memchr(p, '|', (size_t)(stop - p));
    Word field = trimmed(p, bar ? bar : stop);
    if (i == 0 && field.n)
      return lessonparts_error(l, 1, "write | before the title");
    if (i > 1 && !head_field(l, field))
      return false;
    p = bar ? bar + 1 : stop;
  }
  return *l->title || lessonparts_error(l, 1,
                                        "the lesson has no title: "
                                        "<!-- xent-lesson 1 | Title -->");
}

/* --- fences -------------------------------------------------------------- */

static bool bad_value(const Lesson *l, uint32_t line, const char *what) {
  return lessonparts_error(l, line, "%s", what);
}

static bool attribute_tol(Lesson *l, uint32_t line, Word v, LessonQuestion *q) {
  char text[32] = "", *end = text;
  if (v.n < sizeof text)
    memcpy(text, v.at, v.n);
  q->tol = strtod(text, &end);
  return (v.n && v.n < sizeof text && !*end && q->tol >= 0 &&
          isfinite(q->tol)) ||
         bad_value(l, line, "tol= wants a number: tol=1e-4");
}

static bool attribute_names(Lesson *l, uint32_t line, Word v,
                            const char ***items, size_t *n) {
  return v.n ? push_words(l, v, items, n)
             : bad_value(l, line, "a name is missing: uses=softmax");
}

static bool attribute_var(Lesson *l, uint32_t line, Word v, LessonQuestion *q) {
  if (!v.n)
    return bad_value(l, line, "a name is missing: var=p");
  return (q->var = arena_text(&l->arena, v.at, v.n)) != NULL;
}

static bool attribute(Lesson *l, uint32_t line, Word w, LessonQuestion *q) {
  const char *equals = memchr(w.at, '=', w.n);
  Word name = {w.at, equals ? (size_t)(equals - w.at) : w.n};
  Word v = {equals ? equals + 1 : "", equals ? w.n - name.n - 1 : 0};
  if (word_is(name, "tol"))
    return attribute_tol(l, line, v, q);
  if (word_is(name, "uses"))
    return attribute_names(l, line, v, &q->uses, &q->n_uses);
  if (word_is(name, "forbid"))
    return attribute_names(l, line, v, &q->forbid, &q->n_forbid);
  if (word_is(name, "var"))
    return attribute_var(l, line, v, q);
  bool *flag = word_is(w, "blank")   ? &q->blank
               : word_is(w, "plot")  ? &q->plot
               : word_is(w, "train") ? &q->train
                                     : NULL;
  if (flag)
    return *flag = true;
  return lessonparts_error(l, line,
                           "unknown attribute '%.*s': there are tol= uses= "
                           "forbid= var= blank plot train",
                           (int)w.n, w.at);
}

LessonFence lessonparts_fence(Lesson *l, uint32_t line, const char *info,
                              size_t n, LessonQuestion *q) {
  const char *p = info, *end = info + n;
  Word w;
  if (!next_word(&p, end, false, &w) || !word_is(w, "xent"))
    return LESSONPARTS_OTHER;
  bool named = next_word(&p, end, false, &w);
  LessonFence fence = named && word_is(w, "run")    ? LESSONPARTS_RUN
                      : named && word_is(w, "show") ? LESSONPARTS_SHOW
                      : named && word_is(w, "task") ? LESSONPARTS_TASK
                                                    : LESSONPARTS_ERROR;
  if (fence == LESSONPARTS_ERROR)
    lessonparts_error(l, line,
                      "unknown block 'xent %.*s': there are xent run, xent "
                      "show and xent task",
                      (int)w.n, w.at);
  q->tol = 1e-4;
  while (fence != LESSONPARTS_ERROR && next_word(&p, end, false, &w))
    if (fence != LESSONPARTS_TASK) {
      lessonparts_error(l, line, "'%.*s': only a task takes attributes",
                        (int)w.n, w.at);
      fence = LESSONPARTS_ERROR;
    } else if (!attribute(l, line, w, q)) {
      fence = LESSONPARTS_ERROR;
    }
  return fence;
}

/* --- transcripts --------------------------------------------------------- */

/* The text after the prompt, or NULL when the line has no such prompt. */
static const char *after_prompt(const char *p, const char *end,
                                const char *prompt) {
  size_t n = (size_t)(end - p);
  if (n < 3 || memcmp(p, prompt, 3) != 0 || (n > 3 && p[3] != ' '))
    return NULL;
  return n > 3 ? p + 4 : p + 3;
}

/* One entry from p on; returns where the next begins, NULL on failure. */
static const char *read_entry(Lesson *l, LessonBlock *b, const char *p,
                              uint32_t *line) {
  Buf input = BUF_EMPTY, output = BUF_EMPTY;
  LessonEntry e = {.line = *line};
  const char *prompt = ">>>";
  for (; *p; ++*line) {
    const char *end = p + strcspn(p, "\n");
    const char *code = output.len ? NULL : after_prompt(p, end, prompt);
    if (code) {
      buf_str(&input, input.len ? "\n" : "");
      buf_add(&input, code, (size_t)(end - code));
      prompt = "...";
    } else if (after_prompt(p, end, ">>>")) {
      break;
    } else {
      e.from = e.from ? e.from : *line;
      buf_add(&output, p, (size_t)(end - p));
      buf_char(&output, '\n');
    }
    p = *end ? end + 1 : end;
  }
  e.from = e.from ? e.from : *line;
  e.to = *line;
  e.input = arena_text(&l->arena, buf_text(&input), input.len);
  e.output = arena_text(&l->arena, buf_text(&output), output.len);
  bool ok = e.input && e.output && !input.failed && !output.failed;
  buf_free(&input);
  buf_free(&output);
  LessonEntry *slot =
      ok ? lessonparts_push(l, &b->entries, &b->n_entries, sizeof e) : NULL;
  if (slot)
    *slot = e;
  return slot ? p : NULL;
}

bool lessonparts_show(Lesson *l, LessonBlock *b) {
  const char *p = b->text;
  if (!after_prompt(p, p + strcspn(p, "\n"), ">>>"))
    return lessonparts_error(l, b->line,
                             "a transcript begins with >>> and what is typed");
  uint32_t line = b->line;
  while (p && *p)
    p = read_entry(l, b, p, &line);
  return p != NULL;
}

/* --- keys ---------------------------------------------------------------- */

/* The code span at p, copied; *after is what follows it. NULL: there is none,
   or no memory (then the error is pending). */
static const char *code_span(Lesson *l, const char *p, const char **after) {
  const char *end = *p == LESSON_CODE ? strchr(p, LESSON_CODE_END) : NULL;
  if (!end)
    return NULL;
  *after = end + 1;
  return arena_text(&l->arena, p + 1, (size_t)(end - p) - 1);
}

static const char *copy_words(Lesson *l, const char *p) {
  Word w = trimmed(p, p + strlen(p));
  return arena_text(&l->arena, w.at, w.n);
}

static bool key_hint(Lesson *l, uint32_t line, const char *p,
                     LessonQuestion *q) {
  LessonLine *h = lessonparts_push(l, &q->hints, &q->n_hints, sizeof *h);
  if (!h)
    return false;
  h->line = line;
  return (h->text = copy_words(l, p)) != NULL;
}

static bool key_why(Lesson *l, uint32_t line, const char *p,
                    LessonQuestion *q) {
  if (q->why)
    return lessonparts_error(l, line, "a second why: one is enough");
  return (q->why = copy_words(l, p)) != NULL;
}

static bool key_predict(Lesson *l, uint32_t line, const char *p,
                        LessonQuestion *q) {
  const char *after = "";
  if (q->predict.text)
    return lessonparts_error(l, line, "a second predict: one is enough");
  q->predict = (LessonLine){code_span(l, p + strspn(p, " "), &after), line};
  return (q->predict.text && q->reference) || err_pending() ||
         lessonparts_error(l, line,
                           "predict wants an expression in backquotes, after "
                           "a task: predict: `log(3)`");
}

static bool is_code(Word w) {
  bool ok = w.n == 4 && (*w.at == 'W' || *w.at == 'E' || *w.at == 'N');
  for (size_t i = 1; ok && i < w.n; i++)
    ok = isdigit((unsigned char)w.at[i]);
  return ok;
}

static bool key_wrong(Lesson *l, uint32_t line, const char *p,
                      LessonQuestion *q) {
  LessonWrong w = {.line = line};
  p += strspn(p, " ");
  const char *after = p + strcspn(p, ":");
  Word word = trimmed(p, after);
  if (is_code(word))
    w.code = arena_text(&l->arena, word.at, word.n);
  else
    w.expr = code_span(l, p, &after);
  if ((!w.code && !w.expr) || *after != ':')
    return lessonparts_error(l, line,
                             "wrong wants an expression in backquotes or the "
                             "code of a diagnostic: wrong `sum(z)`: words");
  if (!q->reference)
    return lessonparts_error(l, line,
                             "wrong stands after a task: the words "
                             "to a line of a quiz follow its dash");
  w.words = copy_words(l, after + 1);
  LessonWrong *slot =
      w.words ? lessonparts_push(l, &q->wrongs, &q->n_wrongs, sizeof w) : NULL;
  if (slot)
    *slot = w;
  return slot != NULL;
}

bool lessonparts_key(Lesson *l, uint32_t line, const char *text,
                     LessonQuestion *q) {
  static const struct {
    const char *name;
    bool (*read)(Lesson *l, uint32_t line, const char *p, LessonQuestion *q);
  } keys[] = {{"hint:", key_hint},
              {"predict:", key_predict},
              {"wrong ", key_wrong},
              {"why:", key_why}};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    size_t n = strlen(keys[i].name);
    if (!strncmp(text, keys[i].name, n))
      return keys[i].read(l, line, text + n, q);
  }
  return lessonparts_error(l, line,
                           "unknown key: after a question there are hint: "
                           "predict: wrong and why:");
}

bool lessonparts_option(Lesson *l, uint32_t line, const char *text, bool right,
                        LessonQuestion *q) {
  LessonOption *o = lessonparts_push(l, &q->options, &q->n_options, sizeof *o);
  if (!o)
    return false;
  const char *dash = strstr(text, " - ");
  Word choice = trimmed(text, dash ? dash : text + strlen(text));
  o->text = arena_text(&l->arena, choice.at, choice.n);
  o->words = copy_words(l, dash ? dash + 3 : "");
  o->right = right;
  o->line = line;
  if (o->text && !*o->text)
    return lessonparts_error(l, line, "this line of the quiz says nothing");
  return o->text && o->words;
}
