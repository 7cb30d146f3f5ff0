/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/completewords.h"

#include "base/err.h"
#include "base/mem.h"
#include "lang/function.h"
#include "lang/instance.h"
#include "lang/interp.h"
#include "lang/lexer.h"
#include "lang/module.h"
#include "lang/names.h"
#include "lang/row.h"
#include "lib/modules.h"
#include "teach/doctor.h"
#include "teach/lessonfind.h"

#include <stdlib.h>
#include <string.h>

void completewords_prefix(Completewords *w, const char *prefix, size_t n) {
  w->prefix = prefix;
  w->prefix_len = n;
}

/* Names that begin with _ are shown only when asked for. */
static void offer_n(Completewords *w, const char *word, size_t n) {
  bool hidden = *word == '_' && !w->prefix_len;
  if (w->failed || n < w->prefix_len || hidden ||
      memcmp(word, w->prefix, w->prefix_len))
    return;
  if (!mem_grow((void **)&w->words, &w->cap, w->n + 1, sizeof *w->words) ||
      !(w->words[w->n] = mem_copy_text(word, n))) {
    w->failed = true;
    return;
  }
  w->n++;
}

static void offer(void *self, const char *word) {
  offer_n(self, word, strlen(word));
}

/* --- names ---------------------------------------------------------------- */

static void offer_keywords(Completewords *w) {
#define X(id, text) offer(w, text);
  LEXER_WORDS(X)
#undef X
}

static void offer_globals(Completewords *w) {
  for (uint32_t i = 0; i < sym_count(); i++)
    if (value_ok(interp_bound(sym_by_id(i))))
      offer(w, sym_by_id(i)->text);
}

void completewords_names(Completewords *w) {
  offer_globals(w);
  if (interp.each_builtin)
    interp.each_builtin(offer, w);
  offer_keywords(w);
}

void completewords_commands(Completewords *w) {
  for (const Command *c = commands_table; c->name; c++)
    offer(w, c->name);
}

/* --- arguments of commands ------------------------------------------------ */

/* One number is enough to name a lesson, but its name says more. */
static void offer_lessons(Completewords *w) {
  LessonFoundList list = {0};
  if (!lessonfind_all(&list))
    w->failed = true;
  for (size_t i = 0; i < list.n; i++)
    offer(w, list.items[i].name);
  lessonfind_free(&list);
}

static void offer_choices(Completewords *w, const char *choices) {
  for (const char *p = choices; p && *p; p += strspn(p, " ")) {
    size_t n = strcspn(p, " ");
    offer_n(w, p, n);
    p += n;
  }
}

static void offer_codes(Completewords *w) {
  const char *code, *title;
  for (int i = 0; (code = doctor_nth(i, &title)); i++)
    offer(w, code);
}

void completewords_arguments(Completewords *w, const Command *c) {
  offer_choices(w, c->choices);
  if (c->words == COMMAND_LESSONS) {
    offer_lessons(w);
  } else if (c->words == COMMAND_TOPICS) {
    completewords_commands(w);
    completewords_names(w);
    offer_codes(w);
  }
}

void completewords_values(Completewords *w, const char *choices,
                          const char *key, size_t key_len) {
  for (const char *p = choices; p && *p; p += strspn(p, " ")) {
    size_t n = strcspn(p, " ");
    if (n > key_len && !memcmp(p, key, key_len))
      offer_n(w, p + key_len, n - key_len);
    p += n;
  }
}

/* --- attributes ----------------------------------------------------------- */

void completewords_of_module(Completewords *w, const char *dotted) {
  modules_each(dotted, offer, w);
}

void completewords_of_value(Completewords *w, Value v) {
  names_each_attr(v, true, offer, w);
}

Value completewords_attribute(Value v, const Sym *name) {
  const Instance *o = instance_of(v);
  Value *own = o ? class_attrs_find(&o->attrs, name) : NULL;
  if (own)
    return value_ref(*own);
  const Class *c = o ? o->type : class_of(v);
  if (c)
    return value_ref(class_lookup(c, name));
  if (module_of(v) || value_array(v))
    return value_find_attr(v, name);
  return value_absent();
}

/* --- keywords ------------------------------------------------------------- */

static void offer_keyword(Completewords *w, const Sym *name) {
  char word[72];
  if (name->len + 2 > sizeof word)
    return;
  memcpy(word, name->text, name->len);
  word[name->len] = '=';
  offer_n(w, word, name->len + 1);
}

static void offer_params(Completewords *w, const Function *f, int from) {
  int count = f->node->function.n_params;
  for (int i = from; i < count; i++) {
    const Param *p = &f->node->function.params[i];
    if (!(p->flags & (AST_STAR_PARAM | AST_DOUBLE_PARAM | AST_POSITIONAL_ONLY)))
      offer_keyword(w, p->name);
  }
}

static void offer_names(Completewords *w, const Sym **names, int n) {
  for (int i = 0; i < n; i++)
    offer_keyword(w, names[i]);
}

static const Function *function_of(Value v) {
  return value_is(v, VALUE_TYPE_FUNCTION) ? (const Function *)v.ref : NULL;
}

static void offer_constructor(Completewords *w, const Class *c) {
  const Sym *init = sym_lit("__init__");
  const Function *f = init ? function_of(class_lookup(c, init)) : NULL;
  if (f)
    offer_params(w, f, 1);
}

void completewords_keywords(Completewords *w, Value v) {
  const Sym *names[NATIVE_MAX_PARAMS];
  if (value_is(v, VALUE_TYPE_METHOD)) {
    Value f = ((const Method *)v.ref)->function;
    if (function_of(f))
      offer_params(w, function_of(f), 1);
    else
      completewords_keywords(w, f);
  } else if (function_of(v)) {
    offer_params(w, function_of(v), 0);
  } else if (value_is(v, VALUE_TYPE_ROW)) {
    offer_names(w, names,
                row_keywords(row_of_value(v), names, NATIVE_MAX_PARAMS));
  } else if (value_is(v, VALUE_TYPE_NATIVE)) {
    offer_names(w, names,
                native_keywords(native_row(v), names, NATIVE_MAX_PARAMS));
  } else if (class_of(v)) {
    offer_constructor(w, class_of(v));
  }
}

/* --- the result ----------------------------------------------------------- */

static int by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void drop_doubles(Completewords *w) {
  size_t kept = 0;
  for (size_t i = 0; i < w->n; i++)
    if (kept && !strcmp(w->words[kept - 1], w->words[i]))
      mem_free(w->words[i]);
    else
      w->words[kept++] = w->words[i];
  w->n = kept;
}

bool completewords_finish(Completewords *w, Completion *out) {
  if (w->n)
    qsort(w->words, w->n, sizeof *w->words, by_text);
  drop_doubles(w);
  out->words = w->words;
  out->n = w->n;
  if (w->failed)
    complete_free(out);
  return !w->failed;
}
