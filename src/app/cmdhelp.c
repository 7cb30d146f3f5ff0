/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cmdhelp.h"

#include "app/command.h"
#include "app/output.h"
#include "app/pager.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "lang/instance.h"
#include "lang/interp.h"
#include "lang/native.h"
#include "lang/row.h"
#include "lang/suggest.h"
#include "lib/docstring.h"
#include "lib/modules.h"
#include "teach/doctor.h"
#include "teach/kinds.h"
#include "teach/lessontext.h"

#include <stdlib.h>
#include <string.h>

/* --- the overview -------------------------------------------------------- */

static void padded(Buf *b, const char *text, size_t width) {
  size_t columns = utf8_width(text);
  buf_str(b, text);
  buf_fill(b, ' ', columns < width ? width - columns : 1);
}

static void overview(Buf *b) {
  buf_str(b, "Type an expression: softmax([2, 1, 0.1])   or Python with np, "
             "torch, nn, F\n\n");
  for (const Command *c = commands_table; c->name; c++) {
    buf_str(b, "  ");
    padded(b, c->name, 11);
    buf_fmt(b, "%s\n", c->help);
  }
  buf_str(b, "\nhelp softmax, softmax?, help torch.softmax, help train, "
             "help W101, help numpy;\napropos WORD searches. Tab completes; "
             "Ctrl-C stops; Ctrl-D leaves.\n");
}

/* --- one topic ----------------------------------------------------------- */

static void help_command(Buf *b, const Command *c) {
  buf_fmt(b, "%s\n  %s\n", c->usage, c->help);
  if (c->details)
    buf_fmt(b, "\n%s\n", c->details);
}

static void full_name(Buf *b, const Row *row) {
  if (*row->prefix->text)
    buf_fmt(b, "%s.", row->prefix->text);
  buf_str(b, row->name->text);
}

/* softmax(input, dim=None, dtype=None) */
static void signature(Buf *b, const Row *row) {
  const Sym *names[OP_MAX_ARGS];
  int n = row_keywords(row, names, OP_MAX_ARGS);
  full_name(b, row);
  buf_char(b, '(');
  for (int i = 0; i < n; i++)
    buf_fmt(b, "%s%s", i ? ", " : "", names[i]->text);
  buf_str(b, ")\n");
}

static void other_spellings(Buf *b, const Row *row) {
  bool any = false;
  const Row *r;
  for (int i = 0; (r = row_nth(i)); i++) {
    if (r->op != row->op || r == row)
      continue;
    buf_str(b, any ? ", " : "  also     ");
    full_name(b, r);
    any = true;
  }
  if (any)
    buf_char(b, '\n');
}

static void example(Buf *b, const char *text, const char *result) {
  if (!text)
    return;
  for (const char *p = text; *p;) {
    size_t n = strcspn(p, "\n");
    bool goes_on = p > text && (*p == ' ' || !n);
    buf_fmt(b, "%s%s%.*s\n", p == text ? "  example  " : "           ",
            goes_on ? "... " : ">>> ", (int)n, p);
    p += n + (p[n] == '\n');
  }
  for (const char *p = result; p && *p;) {
    size_t n = strcspn(p, "\n");
    buf_fmt(b, "           %.*s\n", (int)n, p);
    p += n + (p[n] == '\n');
  }
}

static void help_row(Buf *b, const Row *row) {
  signature(b, row);
  buf_fmt(b, "  %s\n", row->op->help);
  if (row->op->formula)
    buf_fmt(b, "  formula  %s\n", row->op->formula);
  example(b, row->op->example, row->op->result);
  other_spellings(b, row);
}

static void help_native(Buf *b, const char *prefix, const Native *n) {
  buf_fmt(b, "%s%s(", prefix, n->name);
  for (const char *p = n->params; *p; p++)
    buf_str(b, *p == ' ' ? ", " : (char[]){*p, '\0'});
  buf_fmt(b, ")\n  %s\n", n->help);
  example(b, n->example, n->result);
}

/* --- what library files define ------------------------------------------- */

typedef struct Wanted {
  Buf *out;
  const char *topic, *word; /* one of the two */
  bool found;
} Wanted;

/* The public methods of a class, in lines. */
static void help_methods(Buf *b, const Class *c) {
  size_t column = 0;
  for (size_t i = 0; c && i < c->attrs.n; i++) {
    const Sym *name = c->attrs.items[i].name;
    if (name->text[0] == '_' ||
        !value_is(c->attrs.items[i].value, VALUE_TYPE_FUNCTION))
      continue;
    if (!column || column + name->len + 2 > 76) {
      buf_str(b, column ? "\n           " : "  methods  ");
      column = 11;
    } else {
      buf_str(b, ", ");
    }
    buf_str(b, name->text);
    column += name->len + 2;
  }
  if (column)
    buf_char(b, '\n');
}

static void help_documented(Buf *b, const char *prefix, const char *name,
                            Value v) {
  const char *doc = docstring_of(v);
  Buf code = BUF_EMPTY, result = BUF_EMPTY;
  buf_fmt(b, "%s%s", prefix, name);
  docstring_parameters(v, b);
  buf_char(b, '\n');
  if (doc) {
    buf_str(b, "  ");
    docstring_summary(doc, b);
    buf_char(b, '\n');
    if (docstring_example(doc, &code, &result))
      example(b, buf_text(&code), buf_text(&result));
  }
  help_methods(b, class_of(v));
  buf_free(&code);
  buf_free(&result);
}

/* The first module that has the name: nn.Linear, Linear. */
static void help_if_wanted(void *self, const char *prefix, const char *name,
                           Value v) {
  Wanted *w = self;
  size_t n = strlen(prefix);
  bool whole = !strncmp(w->topic, prefix, n) && !strcmp(w->topic + n, name);
  if (w->found || (!whole && strcmp(w->topic, name) != 0))
    return;
  help_documented(w->out, prefix, name, v);
  w->found = true;
}

static bool help_library(Buf *b, const char *topic) {
  Wanted w = {.out = b, .topic = topic};
  modules_each_library(help_if_wanted, &w);
  return w.found;
}

/* --- modules ------------------------------------------------------------- */

typedef struct Names {
  const char **items;
  size_t n, cap;
} Names;

static void gather(void *self, const char *name) {
  Names *a = self;
  if (mem_grow((void **)&a->items, &a->cap, a->n + 1, sizeof *a->items))
    a->items[a->n++] = name;
}

static int by_text(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Each name once, in lines of at most 76 columns. */
static void put_names(Buf *b, const Names *a) {
  size_t column = 0;
  for (size_t i = 0; i < a->n; i++) {
    if (i && !strcmp(a->items[i], a->items[i - 1]))
      continue;
    size_t width = strlen(a->items[i]) + 2;
    if (column + width > 76) {
      buf_char(b, '\n');
      column = 0;
    }
    buf_fmt(b, "  %s", a->items[i]);
    column += width;
  }
  buf_char(b, '\n');
}

static bool help_module(Buf *b, const char *topic) {
  const char *name = modules_dotted(topic);
  Names a = {0};
  if (*name)
    modules_each(name, gather, &a);
  if (a.n) {
    qsort(a.items, a.n, sizeof *a.items, by_text);
    buf_fmt(b, "%s: what xent knows of it\n", name);
    put_names(b, &a);
  }
  mem_free(a.items);
  return a.n > 0;
}

/* --- finding ------------------------------------------------------------- */

static const Row *find_bare_row(const Sym *name) {
  static const char *const prefixes[] = {"",   "F",      "torch",
                                         "np", "Tensor", "ndarray"};
  const Row *row = NULL;
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes && !row; i++)
    row = row_find(prefixes[i], name);
  return row;
}

/* torch.softmax, softmax, F.softmax, Tensor.sum; numpy.exp too. */
static const Row *find_row(const char *topic) {
  const char *dot = strrchr(topic, '.');
  const Sym *name = sym_lit(dot ? dot + 1 : topic);
  if (!name || !dot)
    return name ? find_bare_row(name) : NULL;
  char prefix[64];
  size_t n = (size_t)(dot - topic);
  if (n >= sizeof prefix)
    return NULL;
  memcpy(prefix, topic, n);
  prefix[n] = '\0';
  return row_find(modules_alias(prefix), name);
}

static bool help_any_native(Buf *b, const char *topic) {
  const char *prefix;
  const Native *n = modules_native(topic, &prefix);
  if (n)
    help_native(b, prefix, n);
  return n != NULL;
}

static void offer(void *self, const char *name) {
  suggest_offer(self, name);
}

static bool unknown(const char *topic) {
  Suggest near = suggest_start(topic);
  modules_each("", offer, &near);
  for (const Command *c = commands_table; c->name; c++)
    suggest_offer(&near, c->name);
  err_set(ERR_ValueError, "there is no help on '%s'", topic);
  if (near.best)
    return err_hint("did you mean '%s'?", near.best);
  return err_hint("apropos %s searches everything", topic);
}

/* --- the learner's own names --------------------------------------------- */

/* The value of a dotted name that begins with a bound one: net.forward. New
   reference; absent: there is none. */
static Value own_value(const char *topic) {
  size_t n = strcspn(topic, ".");
  Value v = value_ref(interp_bound(sym_find(topic, n)));
  while (value_ok(v) && topic[n]) {
    topic += n + 1;
    n = strcspn(topic, ".");
    const Sym *name = sym_of(topic, n);
    Value next = name ? value_find_attr(v, name) : value_absent();
    value_unref(v);
    v = next;
  }
  err_clear();
  return v;
}

static bool help_topic(Buf *b, const char *topic);

/* x.sum of an array, net of a Linear: help on Tensor.sum, on the class. */
static void help_kind(Buf *b, const char *topic, Value v) {
  const Class *c = instance_of(v) ? instance_of(v)->type : NULL;
  const char *dot = strrchr(topic, '.');
  Buf general = BUF_EMPTY, text = BUF_EMPTY;
  if (c)
    buf_str(&general, c->name->text);
  else if (dot)
    buf_str(&general, dot + 1);
  if (general.len && help_topic(&text, buf_text(&general)))
    buf_fmt(b, "\n%s", buf_text(&text));
  err_clear();
  buf_free(&text);
  buf_free(&general);
}

static bool help_own(Buf *b, const char *topic) {
  Value v = own_value(topic);
  if (!value_ok(v))
    return false;
  if (docstring_of(v) || value_is(v, VALUE_TYPE_FUNCTION) || class_of(v)) {
    help_documented(b, "", topic, v);
  } else {
    buf_fmt(b, "%s : ", topic);
    kinds_describe(b, v);
    buf_char(b, '\n');
    help_kind(b, topic, v);
  }
  value_unref(v);
  return true;
}

/* torch.nn.Linear as one writes it: nn.Linear. */
static void written(Buf *out, const char *topic) {
  const char *dot = strrchr(topic, '.');
  char module[64];
  size_t n = dot ? (size_t)(dot - topic) : 0;
  if (dot && n < sizeof module) {
    memcpy(module, topic, n);
    module[n] = '\0';
    buf_fmt(out, "%s%s", modules_alias(module), dot);
  } else {
    buf_str(out, topic);
  }
}

static bool help_topic(Buf *b, const char *topic) {
  const Command *c = command_named(topic, strlen(topic));
  if (c)
    return help_command(b, c), true;
  if (help_own(b, topic))
    return true;
  const char *story = doctor_help(topic);
  if (story) {
    buf_fmt(b, "%s\n", story);
    return true;
  }
  const char *kind = kinds_help(topic);
  if (kind)
    return buf_str(b, kind), true;
  const Row *row = find_row(topic);
  if (row)
    return help_row(b, row), true;
  Buf alias = BUF_EMPTY;
  written(&alias, topic);
  bool ok = help_any_native(b, topic) || help_library(b, topic) ||
            help_library(b, buf_text(&alias)) || help_module(b, topic) ||
            unknown(topic);
  buf_free(&alias);
  return ok;
}

SessionReply cmdhelp_help(const char *text, size_t n) {
  Buf out = BUF_EMPTY;
  char *topic = mem_copy_text(text, n);
  bool ok = topic != NULL;
  if (ok && !n)
    overview(&out);
  else
    ok = ok && help_topic(&out, topic);
  if (ok)
    pager_show(&out);
  mem_free(topic);
  buf_free(&out);
  return ok ? SESSION_OK : SESSION_ERROR;
}

/* --- apropos ------------------------------------------------------------- */

static bool mentions(const char *text, const char *word) {
  size_t n = strlen(word);
  for (; text && *text; text++)
    if (!strncasecmp(text, word, n))
      return true;
  return false;
}

typedef struct Search {
  Buf *out;
  const char *word;
} Search;

static void found(Buf *b, const char *prefix, const char *name,
                  const char *help) {
  enum { NAMES = 22 };
  int columns = output_options.columns;
  Buf full = BUF_EMPTY, first = BUF_EMPTY;
  buf_fmt(&full, "  %s%s", prefix, name);
  if (full.len >= NAMES) {
    buf_fmt(b, "%s\n", buf_text(&full));
    buf_clear(&full);
  }
  padded(&first, buf_text(&full), NAMES);
  LessonTextOptions o = {.width = columns < 80 ? columns : 80};
  lessontext_paragraph(b, buf_text(&first), help, &o);
  buf_free(&first);
  buf_free(&full);
}

static void search_commands(const Search *s) {
  for (const Command *c = commands_table; c->name; c++)
    if (mentions(c->name, s->word) || mentions(c->help, s->word))
      found(s->out, "", c->name, c->help);
}

/* F.softmax is a spelling of softmax. */
static bool any_spelling(const Op *op, const char *word) {
  for (int i = 0; i < OP_MAX_SPELLINGS && op->spell[i].names; i++)
    if (mentions(op->spell[i].names, word))
      return true;
  return false;
}

static void search_rows(const Search *s) {
  const Op *op;
  for (int i = 0; (op = op_nth(i)); i++)
    if (mentions(op->name, s->word) || mentions(op->help, s->word) ||
        mentions(op->formula, s->word) || any_spelling(op, s->word))
      found(s->out, "", op->name, op->help);
}

static void search_native(void *self, const char *prefix, const Native *n) {
  const Search *s = self;
  if (n->help && (mentions(n->name, s->word) || mentions(n->help, s->word)))
    found(s->out, prefix, n->name, n->help);
}

static void search_library(void *self, const char *prefix, const char *name,
                           Value v) {
  const Search *s = self;
  const char *doc = docstring_of(v);
  Buf summary = BUF_EMPTY;
  if (doc)
    docstring_summary(doc, &summary);
  if (doc && (mentions(name, s->word) || mentions(buf_text(&summary), s->word)))
    found(s->out, prefix, name, buf_text(&summary));
  buf_free(&summary);
}

static void search_diagnostics(const Search *s) {
  const char *code, *title;
  for (int i = 0; (code = doctor_nth(i, &title)); i++)
    if (mentions(code, s->word) || mentions(doctor_help(code), s->word))
      found(s->out, "", code, title);
}

SessionReply cmdhelp_apropos(const char *text, size_t n) {
  Buf out = BUF_EMPTY;
  char *word = mem_copy_text(text, n);
  if (word && !n) {
    err_set(ERR_ValueError, "apropos wants a word");
    err_hint("apropos loss");
  } else if (word) {
    Search s = {&out, word};
    search_commands(&s);
    search_rows(&s);
    modules_each_native(search_native, &s);
    modules_each_library(search_library, &s);
    search_diagnostics(&s);
    if (!out.len)
      buf_fmt(&out, "nothing mentions '%s'\n", word);
    pager_show(&out);
  }
  mem_free(word);
  buf_free(&out);
  return err_pending() ? SESSION_ERROR : SESSION_OK;
}
