/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/doctorcase.h"

#include "lang/astwalk.h"
#include "lang/function.h"
#include "lang/run.h"

#include <math.h>
#include <string.h>

/* --- arguments ------------------------------------------------------------ */

static const char *const python_names[] = {"input", "target"};

const Node *doctorcase_argument(const DoctorCase *c, int i) {
  const Node *n = c->node;
  if (!n || n->type != NODE_CALL)
    return NULL;
  if (i < n->call.n_plain)
    return n->call.args[i];
  for (int32_t k = n->call.n_plain; k < n->call.n && i < 2; k++)
    if (n->call.args[k]->type == NODE_KEYWORD &&
        !strcmp(n->call.args[k]->keyword.name->text, python_names[i]))
      return n->call.args[k]->keyword.value;
  return NULL;
}

const Array *doctorcase_array(const DoctorCase *c, int i) {
  return c->call->arg[i].tag == ARG_ARRAY ? c->call->arg[i].array : NULL;
}

/* --- source --------------------------------------------------------------- */

/* Text on one line, cut where it is long. */
static void add_span(Buf *out, const Source *s, Span span, size_t most) {
  size_t n = span.to - span.from;
  bool cut = n > most;
  for (size_t i = 0; i < (cut ? most - 3 : n); i++) {
    char ch = s->text[span.from + i];
    buf_char(out, ch == '\n' || ch == '\t' ? ' ' : ch);
  }
  if (cut)
    buf_str(out, "...");
}

void doctorcase_source(Buf *out, const DoctorCase *c, const Node *n) {
  if (n)
    add_span(out, c->frame->tree->source, n->span, 200);
  else
    buf_str(out, "the value");
}

void doctorcase_name(Buf *out, const DoctorCase *c, int arg) {
  const Node *n = doctorcase_argument(c, arg);
  if (n)
    add_span(out, c->frame->tree->source, n->span, 30);
  else
    buf_str(out, arg ? "the second argument" : "the first argument");
}

const char *doctorcase_function(const Node *call) {
  if (!call || call->type != NODE_CALL)
    return NULL;
  const Node *f = call->call.func;
  if (f->type == NODE_ATTRIBUTE)
    return f->attribute.name->text;
  return f->type == NODE_NAME ? f->name.sym->text : NULL;
}

/* --- origins -------------------------------------------------------------- */

typedef struct Search {
  const Sym *name;
  uint32_t before;
  const Node *found; /* the last assignment before */
} Search;

static bool find_assign(void *self, Node *n) {
  Search *s = self;
  if (n->type == NODE_ASSIGN && n->assign.n == 1 && n->assign.value &&
      n->assign.targets[0]->type == NODE_NAME &&
      n->assign.targets[0]->name.sym == s->name && n->span.to <= s->before)
    s->found = n;
  return astwalk_children(n, find_assign, self);
}

/* Parses a statement again, so that its tree lives by itself. */
static Tree *parse_again(const Source *s, Span span) {
  Tree *tree =
      run_parse("<origin>", 1, s->text + span.from, span.to - span.from, true);
  if (!tree)
    err_clear();
  return tree;
}

Tree *doctorcase_origin(const DoctorCase *c, const Node *name) {
  if (!name || name->type != NODE_NAME || err_pending())
    return NULL;
  Search s = {.name = name->name.sym, .before = name->span.from};
  if (c->frame->function) {
    find_assign(&s, (Node *)c->frame->function->node);
    if (s.found)
      return parse_again(c->frame->tree->source, s.found->span);
  }
  bool global = name->name.scope == 0 || !c->frame->function;
  const Origin *o = global ? interp_origin(name->name.sym) : NULL;
  return o ? parse_again(o->source, o->span) : NULL;
}

void doctorcase_came_from(Buf *out, const DoctorCase *c, int arg) {
  Tree *t = doctorcase_origin(c, doctorcase_argument(c, arg));
  if (!t)
    return;
  buf_str(out, ": it came from `");
  add_span(out, t->source, (Span){0, (uint32_t)t->source->len}, 48);
  buf_char(out, '`');
  ast_unref(t);
}

static bool is_one_of(const char *name, const char *words) {
  size_t n = strlen(name);
  for (const char *w = words; *w; w += strspn(w, " ")) {
    size_t m = strcspn(w, " ");
    if (m == n && !memcmp(w, name, n))
      return true;
    w += m;
  }
  return false;
}

/* The first argument of a call of one of the functions, or the object of such
   a method. */
static const Node *inside(const Node *n, const char *functions) {
  const char *name = doctorcase_function(n);
  if (!name || !is_one_of(name, functions))
    return NULL;
  if (n->call.n_plain && n->call.func->type == NODE_NAME)
    return n->call.args[0];
  if (n->call.func->type != NODE_ATTRIBUTE)
    return NULL;
  const Node *base = n->call.func->attribute.value;
  bool module = base->type == NODE_NAME &&
                is_one_of(base->name.sym->text, "np numpy torch F nn");
  if (!module)
    return base;
  return n->call.n_plain ? n->call.args[0] : NULL;
}

bool doctorcase_inside(Buf *out, const DoctorCase *c, int arg,
                       const char *functions) {
  const Node *n = doctorcase_argument(c, arg), *found;
  if (!n)
    return false;
  if ((found = inside(n, functions))) {
    add_span(out, c->frame->tree->source, found->span, 200);
    return true;
  }
  Tree *t = doctorcase_origin(c, n);
  const Node *s = t && t->n ? t->body[t->n - 1] : NULL;
  found =
      s && s->type == NODE_ASSIGN ? inside(s->assign.value, functions) : NULL;
  if (found)
    add_span(out, t->source, found->span, 200);
  ast_unref(t);
  return found != NULL;
}

void doctorcase_replaced(Buf *out, const DoctorCase *c, int arg,
                         const char *text, const char *function) {
  const Node *n = c->node, *a = doctorcase_argument(c, arg);
  const Source *s = c->frame->tree->source;
  if (!a)
    return;
  Span head = {function ? n->call.func->span.to : n->span.from, a->span.from};
  if (function)
    buf_str(out, function);
  add_span(out, s, head, 300);
  buf_str(out, text);
  add_span(out, s, (Span){a->span.to, n->span.to}, 300);
}

/* --- values --------------------------------------------------------------- */

int doctorcase_class_axis(const Array *a) {
  return a->ndim > 1 ? 1 : 0;
}

bool doctorcase_looks_probs(const Array *a, int axis) {
  if (!a->ndim || !dtype_is_float((DType)a->dtype) || a->shape[axis] < 2 ||
      !a->size)
    return false;
  AxisLoop l = array_axis_loop(a, axis);
  bool sharp = true;
  for (int64_t r = 0; r < l.outer * l.inner; r++) {
    double sum = 0;
    for (int64_t j = 0; j < l.n; j++) {
      double x =
          array_get(a, r / l.inner * l.n * l.inner + j * l.inner + r % l.inner);
      if (!(x >= 0 && x <= 1))
        return false;
      sharp &= x == 0 || x == 1;
      sum += x;
    }
    if (fabs(sum - 1) > 1e-4)
      return false;
  }
  return !sharp;
}
