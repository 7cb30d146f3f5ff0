/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/explainlabel.h"

#include "lang/astwalk.h"

#include <stdlib.h>
#include <string.h>

/* --- inputs --------------------------------------------------------------- */

static const char *const makers[] = {"array",    "tensor", "asarray", "arange",
                                     "linspace", "zeros",  "ones",    "eye"};

/* np.array([1.0, 2.0]) is a way of writing numbers down. */
static bool is_maker(const Node *n) {
  const Node *f = n->call.func;
  bool known = false;
  if (n->type != NODE_CALL || f->type != NODE_ATTRIBUTE)
    return false;
  for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
    known |= !strcmp(f->attribute.name->text, makers[i]);
  for (int32_t i = 0; known && i < n->call.n_plain; i++)
    known = trace_is_literal(n->call.args[i]);
  return known && n->call.n_plain;
}

bool explainlabel_is_input(const TraceEvent *e) {
  const Node *n = e->node;
  return n->type == NODE_NAME || trace_is_literal(n) ||
         (n->type == NODE_CALL && is_maker(n));
}

/* --- parts ---------------------------------------------------------------- */

static bool has_own_frame(const Node *n) {
  return n->type == NODE_LAMBDA || n->type == NODE_LISTCOMP ||
         n->type == NODE_SETCOMP || n->type == NODE_DICTCOMP ||
         n->type == NODE_GENERATOR;
}

static bool visit(void *self, Node *n) {
  ExplainParts *p = self;
  TraceEvent *e = trace_of_node(p->trace, n, p->event);
  if (e && (e->number || explainlabel_is_input(e))) {
    if (p->n < EXPLAINLABEL_MAX)
      p->items[p->n++] = e;
    return true;
  }
  return has_own_frame(n) || astwalk_children(n, visit, self);
}

void explainlabel_find(const Trace *t, size_t event, ExplainParts *out) {
  Node *n = (Node *)t->events[event].node;
  *out = (ExplainParts){.trace = t, .event = event};
  if (!has_own_frame(n))
    astwalk_children(n, visit, out);
}

/* --- text ----------------------------------------------------------------- */

static bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

/* Appends text with every run of white space as one blank. */
static void add_flat(Buf *out, const char *text, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (!is_blank(text[i]))
      buf_char(out, text[i]);
    else if (i + 1 == n || !is_blank(text[i + 1]))
      buf_char(out, ' ');
  }
}

/* The whole of a node: its operands may stand in parentheses that its span
   leaves out. */
void explainlabel_source(Buf *out, const Tree *t, Span span) {
  add_flat(out, t->source->text + span.from, span.to - span.from);
}

/* Widens the span of a grouped node by its parentheses. */
static Span with_group(const Node *n, const char *text, Span outer) {
  Span s = n->span;
  if (!(n->flags & AST_PARENTHESES) || n->type == NODE_TUPLE)
    return s;
  uint32_t from = s.from, to = s.to;
  while (from > outer.from && is_blank(text[from - 1]))
    from--;
  while (to < outer.to && is_blank(text[to]))
    to++;
  if (from > outer.from && text[from - 1] == '(' && to < outer.to &&
      text[to] == ')')
    return (Span){from - 1, to + 1};
  return s;
}

/* "step 3"; in parentheses where something is attached to it. */
static void add_step(Buf *out, int number, char next) {
  bool attached = next == '[' || next == '.' || next == '(';
  buf_fmt(out, attached ? "(step %d)" : "step %d", number);
}

void explainlabel_text(Buf *out, const ExplainParts *p) {
  const TraceEvent *e = &p->trace->events[p->event];
  const char *text = e->tree->source->text;
  uint32_t at = e->node->span.from, end = e->node->span.to;
  for (int i = 0; i < p->n; i++) {
    const TraceEvent *part = p->items[i];
    if (!part->number || part->node->type == NODE_NAME)
      continue;
    Span s = with_group(part->node, text, e->node->span);
    if (s.from < at || s.to > end)
      continue;
    add_flat(out, text + at, s.from - at);
    add_step(out, part->number, s.to < end ? text[s.to] : 0);
    at = s.to;
  }
  add_flat(out, text + at, end - at);
}

void explainlabel_renumber(Buf *out, const char *text, int offset) {
  while (*text) {
    size_t n = strcspn(text, "@");
    buf_add(out, text, n);
    text += n;
    if (*text != '@')
      break;
    char *end;
    long k = strtol(text + 1, &end, 10);
    if (end == text + 1)
      buf_char(out, '@');
    else
      buf_fmt(out, "step %ld", k + offset);
    text = end == text + 1 ? text + 1 : end;
  }
}

/* --- names of steps ------------------------------------------------------- */

typedef struct Search {
  const Node *value;
  const char *name;
} Search;

static bool find_target(void *self, Node *n) {
  Search *s = self;
  if (n->type == NODE_ASSIGN && n->assign.value == s->value &&
      n->assign.n == 1 && n->assign.targets[0]->type == NODE_NAME)
    s->name = n->assign.targets[0]->name.sym->text;
  return !s->name && astwalk_children(n, find_target, self);
}

const char *explainlabel_target(const TraceEvent *e) {
  Search s = {.value = e->node};
  if (e->def && e->def->type == NODE_DEF)
    find_target(&s, (Node *)e->def);
  return s.name;
}
