/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/explainrows.h"

#include "base/glyph.h"
#include "base/mem.h"
#include "teach/explainlabel.h"
#include "teach/explainwords.h"

#include <math.h>
#include <string.h>

typedef struct Builder {
  Trace *trace;
  ExplainRows *rows;
  int depth; /* of the explanation */
  int calls; /* depth of the newest row */
} Builder;

/* --- rows ----------------------------------------------------------------- */

static char *take(ExplainRows *r, Buf *b) {
  buf_add(b, "", 0);
  char *text = buf_take(b);
  r->failed |= !text;
  return text;
}

/* A new row that takes the label over. */
static ExplainRow *add_row(Builder *b, int number, int depth, Buf *label) {
  ExplainRows *r = b->rows;
  char *text = take(r, label);
  if (!text ||
      !mem_grow((void **)&r->items, &r->cap, r->n + 1, sizeof *r->items)) {
    mem_free(text);
    r->failed = true;
    return NULL;
  }
  r->items[r->n] =
      (ExplainRow){.number = number, .depth = depth, .label = text};
  if (number)
    r->count = number;
  return &r->items[r->n++];
}

static void set_words(Builder *b, ExplainRow *row, Buf *words) {
  if (row && words->len)
    row->words = take(b->rows, words);
  else
    buf_free(words);
}

static void set_value(Builder *b, ExplainRow *row, const TraceEvent *e) {
  if (!row)
    return;
  row->array = array_ref(e->array);
  if (e->array || !e->text)
    return;
  row->text = mem_copy_text(e->text, strlen(e->text));
  b->rows->failed |= !row->text;
}

/* --- sameness ------------------------------------------------------------- */

static bool same_array(const Array *a, const Array *b) {
  if (!a || !b || !array_same_shape(a, b) || a->dtype != b->dtype)
    return false;
  for (int64_t i = 0; i < a->size; i++) {
    double x = array_get(a, i), y = array_get(b, i);
    if (x != y && !(isnan(x) && isnan(y)))
      return false;
  }
  return true;
}

static bool same_value(const TraceEvent *a, const TraceEvent *b) {
  if (a->text && b->text)
    return !strcmp(a->text, b->text);
  return same_array(a->array, b->array);
}

/* The row that shows the same under the same label, among the rows of the
   running call; 0: none. */
static int shown_before(const Builder *b, const TraceEvent *e,
                        const Buf *label) {
  for (size_t i = b->rows->n; i-- > 0;) {
    const ExplainRow *r = &b->rows->items[i];
    if (r->depth < e->depth || (!r->number && r->depth == e->depth))
      break;
    if (r->depth == e->depth && !strcmp(r->label, buf_text(label)) &&
        (e->array ? same_array(r->array, e->array)
                  : r->text && e->text && !strcmp(r->text, e->text)))
      return r->number;
  }
  return 0;
}

/* --- headings ------------------------------------------------------------- */

static const char *name_of(const Node *def) {
  return def && def->type == NODE_DEF ? def->function.name->text : "lambda";
}

/* The function that runs at this depth of calls while e happens: it goes on
   after e, so the next event at that depth is its. */
static const Node *def_at(const Builder *b, const TraceEvent *e, int depth) {
  const TraceEvent *end = b->trace->events + b->trace->n;
  while (e < end && e->depth > depth)
    e++;
  return e < end && e->depth == depth ? e->def : NULL;
}

static void add_heading(Builder *b, const Node *def, int depth) {
  Buf label = BUF_EMPTY;
  buf_fmt(&label, "%s(", name_of(def));
  for (int32_t i = 0; i < def->function.n_params; i++)
    buf_fmt(&label, "%s%s", i ? ", " : "", def->function.params[i].name->text);
  buf_str(&label, "):");
  add_row(b, 0, depth - 1, &label);
}

/* softmax(x): before the first step inside a function. */
static void add_headings(Builder *b, const TraceEvent *e) {
  for (int d = b->calls + 1; d <= e->depth; d++) {
    const Node *def = def_at(b, e, d);
    if (def)
      add_heading(b, def, d);
  }
  b->calls = e->depth;
}

/* --- inputs --------------------------------------------------------------- */

/* A name whose value is the result of a step under that name, or an input
   that was shown, needs no row. */
static bool is_known(const Builder *b, TraceEvent *e) {
  for (const TraceEvent *o = e - 1; o >= b->trace->events; o--) {
    if (!o->number || o->depth != e->depth || !same_value(o, e))
      continue;
    const char *name = e->node->name.sym->text;
    bool same_name =
        o->node->type == NODE_NAME
            ? o->node->name.sym == e->node->name.sym
            : explainlabel_target(o) && !strcmp(explainlabel_target(o), name);
    if (same_name) {
      e->number = o->number;
      return true;
    }
  }
  return false;
}

static void add_input(Builder *b, TraceEvent *e) {
  if (e->number || (e->node->type == NODE_NAME && is_known(b, e)))
    return;
  Buf label = BUF_EMPTY, words = BUF_EMPTY;
  explainlabel_source(&label, e->tree, e->node->span);
  int before = shown_before(b, e, &label);
  if (before) {
    e->number = before;
    buf_free(&label);
    return;
  }
  add_headings(b, e);
  ExplainRow *row = add_row(b, b->rows->count + 1, e->depth, &label);
  explainwords_input(&words, e);
  set_words(b, row, &words);
  set_value(b, row, e);
  e->number = b->rows->count;
}

static void add_inputs(Builder *b, const ExplainParts *p) {
  for (int i = 0; i < p->n; i++)
    if (explainlabel_is_input(p->items[i]))
      add_input(b, p->items[i]);
}

/* --- steps ---------------------------------------------------------------- */

static void copy_derived(Builder *b, ExplainRow *row, const DeriveStep *s,
                         int offset) {
  if (!row)
    return;
  Buf words = BUF_EMPTY, reason = BUF_EMPTY;
  explainlabel_renumber(&words, s->words, offset);
  if (s->reason)
    explainlabel_renumber(&reason, s->reason, offset);
  set_words(b, row, &words);
  if (reason.len)
    row->reason = take(b->rows, &reason);
  row->array = array_ref(s->values);
  row->check = (uint8_t)s->check;
}

/* The row of a derivation that holds the value of the whole; 0: none. */
static int row_of_value(const TraceEvent *e, int offset) {
  const Derivation *d = &e->derived;
  for (size_t i = d->count; e->array && i-- > 0;) {
    const Array *a = d->steps[i].values;
    bool same = a && a->size == e->array->size;
    for (int64_t k = 0; same && k < a->size; k++)
      same = array_get(a, k) == array_get(e->array, k);
    if (same)
      return (int)i + 1 + offset;
  }
  return 0;
}

/* The first row of a derivation is its input; where that is an earlier step
   it says which. */
static void link_input(Builder *b, const ExplainParts *parts,
                       const DeriveStep *s, ExplainRow *row) {
  for (int i = 0; row && i < parts->n; i++) {
    const TraceEvent *part = parts->items[i];
    if (!part->number || !part->array || !s->values ||
        part->array->size != s->values->size)
      continue;
    bool same = true;
    for (int64_t k = 0; same && k < s->values->size; k++)
      same = array_get(part->array, k) == array_get(s->values, k);
    if (!same)
      continue;
    Buf words = BUF_EMPTY;
    buf_fmt(&words, "input: step %d", part->number);
    mem_free(row->words);
    row->words = take(b->rows, &words);
    return;
  }
}

static void add_derived(Builder *b, TraceEvent *e, bool is_root,
                        const Buf *label, const ExplainParts *parts) {
  const Derivation *d = &e->derived;
  int offset = b->rows->count;
  add_headings(b, e);
  for (size_t i = 0; i < d->count; i++) {
    Buf text = BUF_EMPTY;
    explainlabel_renumber(&text, d->steps[i].label, offset);
    ExplainRow *row = add_row(b, b->rows->count + 1, e->depth, &text);
    copy_derived(b, row, &d->steps[i], offset);
    if (i == 0)
      link_input(b, parts, &d->steps[i], row);
  }
  e->number = row_of_value(e, offset);
  if (e->number || is_root)
    return;
  Buf own = BUF_EMPTY;
  buf_str(&own, buf_text(label));
  set_value(b, add_row(b, b->rows->count + 1, e->depth, &own), e);
  e->number = b->rows->count;
}

/* p = step 4: what a function returned got a name. */
static void add_named(Builder *b, TraceEvent *e, const char *name) {
  Buf label = BUF_EMPTY;
  buf_fmt(&label, "%s = step %d", name, e->number);
  add_headings(b, e);
  set_value(b, add_row(b, b->rows->count + 1, e->depth, &label), e);
  e->number = b->rows->count;
}

/* What a function of the learner's returned has a row already: the last one
   inside. */
static bool is_returned(Builder *b, size_t i) {
  TraceEvent *e = &b->trace->events[i];
  if (i == 0 || e->node->type != NODE_CALL || e->op)
    return false;
  TraceEvent *last = e - 1;
  if (last->depth <= e->depth || !same_value(last, e))
    return false;
  if (explainlabel_is_input(last))
    add_input(b, last);
  if (!last->number)
    return false;
  e->number = last->number;
  if (explainlabel_target(e))
    add_named(b, e, explainlabel_target(e));
  return true;
}

static void label_step(Buf *out, const TraceEvent *e, const ExplainParts *p) {
  const char *name = explainlabel_target(e);
  if (name)
    buf_fmt(out, "%s = ", name);
  explainlabel_text(out, p);
}

static void add_plain(Builder *b, TraceEvent *e, Buf *label) {
  Buf words = BUF_EMPTY;
  add_headings(b, e);
  ExplainRow *row = add_row(b, b->rows->count + 1, e->depth, label);
  e->number = b->rows->count;
  if (!row)
    return;
  row->check = (uint8_t)explainwords_step(&words, e);
  set_words(b, row, &words);
  set_value(b, row, e);
  if (e->op && e->op->help) {
    row->reason = mem_copy_text(e->op->help, strlen(e->op->help));
    b->rows->failed |= !row->reason;
  }
}

static void add_step(Builder *b, size_t i, bool is_root) {
  TraceEvent *e = &b->trace->events[i];
  bool open = b->depth >= 2 && e->derived.count;
  ExplainParts parts;
  Buf label = BUF_EMPTY;
  if (is_returned(b, i))
    return;
  explainlabel_find(b->trace, i, &parts);
  if (!open)
    add_inputs(b, &parts);
  label_step(&label, e, &parts);
  e->number = shown_before(b, e, &label);
  if (e->number) {
    buf_free(&label);
    return;
  }
  b->rows->can_open |= !open && e->derived.count;
  if (!open) {
    add_plain(b, e, &label);
    return;
  }
  add_derived(b, e, is_root, &label, &parts);
  buf_free(&label);
}

static void free_row(ExplainRow *r) {
  mem_free(r->label);
  mem_free(r->words);
  mem_free(r->reason);
  mem_free(r->text);
  array_unref(r->array);
}

/* A loop makes hundreds of rows: the middle ones, and what was not recorded
   behind them, become one line that says how many they were. */
static void abridge(ExplainRows *r, long left_out) {
  enum { MOST = 60, FIRST = 40 };
  if (r->n <= MOST)
    return;
  size_t last = left_out ? 1 : 10;
  long cut = (long)(r->n - FIRST - last);
  Buf label = BUF_EMPTY;
  buf_fmt(&label, "%s %ld steps are left out %s", glyph(GLYPH_ELLIPSIS),
          cut + left_out, glyph(GLYPH_ELLIPSIS));
  for (long i = FIRST; i < FIRST + cut; i++)
    free_row(&r->items[i]);
  r->items[FIRST] = (ExplainRow){.label = take(r, &label)};
  r->n = FIRST + 1;
  memmove(r->items + r->n, r->items + FIRST + cut, last * sizeof *r->items);
  r->n += last;
  r->abridged = true;
}

void explainrows_make(Trace *t, int depth, ExplainRows *out) {
  Builder b = {.trace = t, .rows = out, .depth = depth};
  TraceEvent *root = &t->events[t->n - 1];
  Buf title = BUF_EMPTY;
  for (size_t i = 0; i < t->n && !out->failed; i++) {
    bool is_root = i + 1 == t->n;
    if (!explainlabel_is_input(&t->events[i]))
      add_step(&b, i, is_root);
    else if (is_root)
      add_input(&b, &t->events[i]);
  }
  if (root->derived.title && depth >= 2)
    buf_str(&title, root->derived.title);
  else
    explainlabel_source(&title, root->tree, root->node->span);
  out->title = take(out, &title);
  abridge(out, t->left_out);
}

void explainrows_free(ExplainRows *r) {
  for (size_t i = 0; i < r->n; i++)
    free_row(&r->items[i]);
  mem_free(r->items);
  mem_free(r->title);
  *r = (ExplainRows){0};
}
