/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/doctor.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/note.h"
#include "base/utf8.h"
#include "teach/doctoraxis.h"
#include "teach/doctorcase.h"
#include "teach/doctorgrad.h"
#include "teach/doctorlabel.h"
#include "teach/doctorloss.h"
#include "teach/doctornumber.h"
#include "teach/kinds.h"

#include <stdio.h>
#include <string.h>

enum { MAX_ROWS = 32, CACHE = 512, A_LINE = 2, WRAP = 78 };

typedef enum Level { OFF, ON, ERROR } Level;

static const DoctorRow *const tables[] = {doctorloss_rows, doctoraxis_rows,
                                          doctornumber_rows, doctorlabel_rows,
                                          doctorgrad_rows};

static struct Doctor {
  const DoctorRow *rows[MAX_ROWS];
  int n;
  uint32_t quiet; /* bits by row, as in the masks below */
  uint32_t found;
  Level level;
  bool hide_fix;
  Buf hidden; /* the last fix that was kept back */
  struct {
    const void *key; /* an Op, or the text of an operator's sign */
    uint32_t mask[DOCTOR_EVENTS];
  } cache[CACHE];
  struct {
    uint64_t line, what;
  } * said;
  size_t n_said, cap_said;
} doctor = {.level = ON};

/* --- who listens ---------------------------------------------------------- */

static bool has_word(const char *words, const char *word) {
  size_t n = strlen(word);
  for (const char *w = words; *w; w += strspn(w, " ")) {
    size_t m = strcspn(w, " ");
    if (m == n && !memcmp(w, word, n))
      return true;
    w += m;
  }
  return false;
}

/* The rows that listen to this op or sign, by event; key is its identity. */
static uint32_t listeners(const void *key, const char *name,
                          DoctorEvent event) {
  size_t at = ((size_t)key >> 4) % CACHE;
  if (doctor.cache[at].key != key) {
    doctor.cache[at].key = key;
    memset(doctor.cache[at].mask, 0, sizeof doctor.cache[at].mask);
    for (int i = 0; i < doctor.n; i++)
      if (has_word(doctor.rows[i]->listens, name))
        doctor.cache[at].mask[doctor.rows[i]->event] |= 1u << i;
  }
  return doctor.cache[at].mask[event];
}

/* --- once a session, two a line ------------------------------------------- */

static bool may_speak(const char *code, const Source *s, Span span) {
  SourcePlace at = source_place(s, span.from);
  uint64_t line = hash_bytes(HASH_START, s->name, strlen(s->name));
  line = hash_bytes(line, at.text, at.len);
  uint64_t what = hash_bytes(line, code, strlen(code));
  int here = 0;
  for (size_t i = 0; i < doctor.n_said; i++) {
    if (doctor.said[i].what == what)
      return false;
    here += doctor.said[i].line == line;
  }
  if (here >= A_LINE || !mem_grow((void **)&doctor.said, &doctor.cap_said,
                                  doctor.n_said + 1, sizeof *doctor.said)) {
    err_clear();
    return false;
  }
  doctor.said[doctor.n_said].line = line;
  doctor.said[doctor.n_said++].what = what;
  return true;
}

/* --- the form ------------------------------------------------------------- */

/* The source line and, under it, a caret with words. */
static void quote(Buf *out, const DoctorCase *c, const DoctorText *t) {
  const Source *s = c->frame->tree->source;
  const Node *at = t->at ? t->at : doctorcase_argument(c, c->arg);
  Span span = at ? at->span : c->node ? c->node->span : note_place.span;
  SourcePlace p = source_place(s, span.from);
  size_t from = (size_t)(s->text + span.from - p.text);
  size_t skip = 0, n = p.len;
  while (skip < n && skip < from &&
         (p.text[skip] == ' ' || p.text[skip] == '\t'))
    skip++;
  if (interp.strict)
    buf_fmt(out, "\n  File \"%s\", line %u", s->name, p.line);
  buf_str(out, "\n  ");
  buf_visible(out, p.text + skip, n - skip, false);
  buf_str(out, "\n  ");
  buf_fill(out, ' ', utf8_columns(p.text + skip, from - skip));
  buf_str(out, t->caret.len ? "^ " : "^");
  buf_visible(out, buf_text(&t->caret), t->caret.len, false);
}

/* Sentences under a heading, wrapped between words. */
static void paragraph(Buf *out, const char *heading, const Buf *text) {
  const char *p = buf_text(text);
  size_t at = 8;
  if (!text->len)
    return;
  buf_fmt(out, "\n  %-6s", heading);
  while (*p) {
    size_t n = strcspn(p, " "), wide = utf8_columns(p, n);
    if (at + wide > WRAP && at > 8) {
      buf_str(out, "\n        ");
      at = 8;
    } else if (at > 8) {
      buf_char(out, ' ');
    }
    buf_visible(out, p, n, false);
    at += wide + 1;
    p += n + strspn(p + n, " ");
  }
}

/* A fix that must wait is kept until it is asked for. */
static bool hides(const Buf *fix) {
  if (!doctor.hide_fix || !fix->len)
    return false;
  buf_clear(&doctor.hidden);
  buf_visible(&doctor.hidden, fix->text, fix->len, false);
  return true;
}

static void fix_lines(Buf *out, const Buf *fix) {
  if (hides(fix))
    buf_str(out, "\n  fix   hidden in lessons until you ask: type hint");
  else if (fix->len) {
    buf_str(out, "\n  fix   ");
    buf_visible(out, fix->text, fix->len, false);
  }
}

static void say(const DoctorRow *r, const DoctorCase *c, const DoctorText *t) {
  const char *title = t->title.len ? buf_text(&t->title) : r->title;
  if (doctor.level == ERROR && c->sure) {
    err_set(ERR_UserWarning, "[%s] %s", r->code, title);
    if (!hides(&t->fix) && t->fix.len)
      err_hint("%s", buf_text(&t->fix));
    return;
  }
  Buf out = BUF_EMPTY;
  buf_str(&out, title);
  quote(&out, c, t);
  paragraph(&out, "why", &t->why);
  fix_lines(&out, &t->fix);
  char category[24];
  snprintf(category, sizeof category, "%s[%s]", c->sure ? "warning" : "note",
           r->code);
  const Sym *kept = sym_lit(category);
  if (kept && !out.failed)
    note_add(kept->text, "%s", buf_text(&out));
  buf_free(&out);
}

static void free_text(DoctorText *t) {
  buf_free(&t->title);
  buf_free(&t->caret);
  buf_free(&t->why);
  buf_free(&t->fix);
}

/* A failed row's error gets a hint; its place is the learner's line anyway. */
static void add_hint(const DoctorRow *r, const DoctorText *t) {
  if (!t->why.len)
    return;
  const char *between = t->why.text[t->why.len - 1] == '?' ? "" : ":";
  if (!hides(&t->fix) && t->fix.len)
    err_hint("%s%s %s (%s)", buf_text(&t->why), between, buf_text(&t->fix),
             r->code);
  else
    err_hint("%s (%s)", buf_text(&t->why), r->code);
}

/* --- events --------------------------------------------------------------- */

static void hint(const DoctorRow *r, const DoctorCase *c) {
  DoctorText t = {0};
  Err pending = err_take();
  r->say(c, &t);
  err_restore(&pending);
  add_hint(r, &t);
  free_text(&t);
}

static void speak(const DoctorRow *r, const DoctorCase *c) {
  DoctorText t = {0};
  Span span = c->node ? c->node->span : note_place.span;
  bool stops = doctor.level == ERROR && c->sure;
  if (!stops && !may_speak(r->code, c->frame->tree->source, span))
    return;
  r->say(c, &t);
  say(r, c, &t);
  free_text(&t);
}

/* A code counts as found also when it is quiet: lessons ask for it. */
static void examine(int i, DoctorCase *c) {
  const DoctorRow *r = doctor.rows[i];
  c->arg = 0;
  c->sure = false;
  if (!r->test(c))
    return;
  doctor.found |= 1u << i;
  if (doctor.level == OFF || doctor.quiet >> i & 1)
    return;
  if (c->event == DOCTOR_FAILED)
    hint(r, c);
  else
    speak(r, c);
}

static void examine_all(uint32_t mask, DoctorCase *c) {
  for (; mask; mask &= mask - 1) {
    examine(__builtin_ctz(mask), c);
    if (c->event != DOCTOR_FAILED && err_pending())
      return;
  }
}

static void on_row(void *self, const Frame *f, const Node *n,
                   const OpCall *call) {
  (void)self;
  uint32_t mask = listeners(call->op, call->op->name, DOCTOR_RAN);
  if (__builtin_expect(mask == 0, 1) || !f)
    return;
  DoctorCase c = {.event = DOCTOR_RAN, .frame = f, .node = n, .call = call};
  doctorloss_guess(call);
  examine_all(mask, &c);
}

static void on_failed(void *self, const Frame *f, const Node *n,
                      const OpCall *call) {
  (void)self;
  uint32_t mask = listeners(call->op, call->op->name, DOCTOR_FAILED);
  if (!mask || !f || err_now()->hint.len)
    return;
  DoctorCase c = {.event = DOCTOR_FAILED, .frame = f, .node = n, .call = call};
  examine_all(mask, &c);
}

static void on_binary(void *self, const Frame *f, const Node *n, Value left,
                      Value right, Value out) {
  (void)self;
  AstOp op = n->type == NODE_COMPARE ? n->compare.ops[0] : n->op;
  const char *sign = ast_op_sign(op);
  uint32_t mask = listeners(sign, sign, DOCTOR_BINARY);
  if (__builtin_expect(mask == 0, 1))
    return;
  DoctorCase c = {.event = DOCTOR_BINARY,
                  .frame = f,
                  .node = n,
                  .left = left,
                  .right = right,
                  .out = out};
  examine_all(mask, &c);
}

static void on_step(void *self, const Frame *f, const Node *n, Value gradient) {
  static const char name[] = "step";
  (void)self;
  DoctorCase c = {.event = DOCTOR_STEP, .frame = f, .node = n, .out = gradient};
  examine_all(listeners(name, name, DOCTOR_STEP), &c);
}

static Watch watch = {.row = on_row,
                      .binary = on_binary,
                      .failed = on_failed,
                      .step = on_step};

void doctor_install(void) {
  doctor.n = 0;
  for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
    for (const DoctorRow *r = tables[t]; r->code && doctor.n < MAX_ROWS; r++)
      doctor.rows[doctor.n++] = r;
  interp.doctor = &watch;
}

void doctor_free(void) {
  mem_free(doctor.said);
  doctor.said = NULL;
  doctor.n_said = doctor.cap_said = 0;
  doctor.found = 0;
  buf_free(&doctor.hidden);
  kinds_forget();
}

/* --- settings ------------------------------------------------------------- */

static const char *const level_names[] = {"off", "on", "error"};

bool doctor_level(const char *name) {
  for (int i = OFF; i <= ERROR; i++)
    if (!strcmp(name, level_names[i])) {
      doctor.level = (Level)i;
      return true;
    }
  return false;
}

const char *doctor_level_name(void) {
  return level_names[doctor.level];
}

/* The rows of a code, as bits; a code may have several. */
static uint32_t rows_of(const char *code) {
  uint32_t mask = 0;
  for (int i = 0; i < doctor.n; i++)
    if (!strcmp(doctor.rows[i]->code, code))
      mask |= 1u << i;
  return mask;
}

bool doctor_quiet(const char *code) {
  doctor.quiet |= rows_of(code);
  return rows_of(code) != 0;
}

void doctor_hide_fix(bool hide) {
  doctor.hide_fix = hide;
}

bool doctor_hidden_fix(Buf *out) {
  bool any = doctor.hidden.len > 0;
  if (out)
    buf_add(out, buf_text(&doctor.hidden), doctor.hidden.len);
  buf_free(&doctor.hidden);
  return any;
}

int doctor_codes(const char **codes, int room) {
  int n = 0;
  for (int i = 0; i < doctor.n; i++) {
    const char *code = doctor.rows[i]->code;
    uint32_t earlier = rows_of(code) & ((1u << i) - 1);
    if (!(doctor.found >> i & 1) || (doctor.found & earlier))
      continue;
    if (n < room)
      codes[n] = code;
    n++;
  }
  return n;
}

void doctor_forget_codes(void) {
  doctor.found = 0;
}

const char *doctor_help(const char *code) {
  for (int i = 0; i < doctor.n; i++)
    if (!strcmp(doctor.rows[i]->code, code) && doctor.rows[i]->help)
      return doctor.rows[i]->help;
  return NULL;
}

const char *doctor_nth(int n, const char **title) {
  for (int i = 0; i < doctor.n; i++) {
    if (!doctor.rows[i]->help || n--)
      continue;
    *title = doctor.rows[i]->title;
    return doctor.rows[i]->code;
  }
  return NULL;
}
