/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/complete.h"

#include "app/command.h"
#include "app/completewords.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "lang/interp.h"
#include "lang/type.h"

#include <ctype.h>
#include <string.h>

/* The line up to the cursor. */
typedef struct Typed {
  const char *text;
  size_t n;
} Typed;

/* --- reading backwards ---------------------------------------------------- */

static bool is_name_char(char c) {
  unsigned char u = (unsigned char)c;
  return u >= 0x80 || isalnum(u) || u == '_';
}

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

static size_t back_over_name(const char *text, size_t at) {
  while (at > 0 && is_name_char(text[at - 1]))
    at--;
  return at;
}

static size_t back_over_blanks(const char *text, size_t at) {
  while (at > 0 && is_blank(text[at - 1]))
    at--;
  return at;
}

/* Where the names joined by dots that end at `at` begin. */
static size_t back_over_chain(const char *text, size_t at) {
  size_t from = back_over_name(text, at);
  while (from > 0 && text[from - 1] == '.')
    from = back_over_name(text, from - 1);
  return from;
}

/* --- strings and brackets before the cursor ------------------------------- */

enum { MAX_OPEN = 64 };

typedef struct Scan {
  char quote;         /* the cursor is in a string of this sort, or '#' */
  size_t quote_start; /* after its quote */
  size_t open[MAX_OPEN];
  int n_open;
} Scan;

/* A quote, single or triple, at i; where the scan goes on. */
static size_t scan_quote(Scan *s, Typed t, size_t i) {
  char q = t.text[i];
  size_t len = i + 2 < t.n && t.text[i + 1] == q && t.text[i + 2] == q ? 3 : 1;
  for (size_t j = i + len; j < t.n; j++) {
    if (t.text[j] == '\\')
      j++;
    else if (t.text[j] == q &&
             (len == 1 ||
              (j + 2 < t.n && t.text[j + 1] == q && t.text[j + 2] == q)))
      return j + len;
  }
  s->quote = q;
  s->quote_start = i + len;
  return t.n;
}

static size_t scan_comment(Scan *s, Typed t, size_t i) {
  while (i < t.n && t.text[i] != '\n')
    i++;
  if (i == t.n)
    s->quote = '#';
  return i;
}

static Scan scan(Typed t) {
  Scan s = {0};
  for (size_t i = 0; i < t.n;) {
    char c = t.text[i];
    if (c == '\'' || c == '"') {
      i = scan_quote(&s, t, i);
      continue;
    }
    if (c == '#') {
      i = scan_comment(&s, t, i);
      continue;
    }
    if (strchr("([{", c) && c && s.n_open < MAX_OPEN)
      s.open[s.n_open++] = i;
    else if (c && strchr(")]}", c) && s.n_open)
      s.n_open--;
    i++;
  }
  return s;
}

/* --- Python --------------------------------------------------------------- */

/* The value of names joined by dots, borrowed or counted by *hold; absent
   when finding it would run the learner's code. */
static Value value_of_chain(const char *text, size_t n) {
  size_t at = 0;
  Value v = value_absent();
  while (at < n) {
    const char *dot = memchr(text + at, '.', n - at);
    size_t end = dot ? (size_t)(dot - text) : n;
    const Sym *name = sym_of(text + at, end - at);
    Value next = value_absent();
    if (name && !at)
      next = value_ref(interp_global(name));
    else if (name)
      next = completewords_attribute(v, name);
    value_unref(v);
    err_clear();
    v = next;
    if (!value_ok(v))
      return v;
    at = end + 1;
  }
  return v;
}

/* After `np.`: what the value has. */
static void complete_attribute(Completewords *w, Typed t, size_t dot) {
  size_t from = back_over_chain(t.text, dot);
  Value v = value_of_chain(t.text + from, dot - from);
  if (value_ok(v))
    completewords_of_value(w, v);
  value_unref(v);
}

/* `softmax(z, d`: the keywords of softmax. */
static void complete_keywords(Completewords *w, Typed t, const Scan *s) {
  size_t word = back_over_name(t.text, t.n);
  size_t before = back_over_blanks(t.text, word);
  if (!s->n_open || !before ||
      (t.text[before - 1] != '(' && t.text[before - 1] != ','))
    return;
  size_t open = s->open[s->n_open - 1];
  size_t from = back_over_chain(t.text, open);
  if (t.text[open] != '(' || from == open)
    return;
  Value f = value_of_chain(t.text + from, open - from);
  if (value_ok(f))
    completewords_keywords(w, f);
  value_unref(f);
}

/* `from torch import n`: the names of torch. False: no such statement. */
static bool complete_import(Completewords *w, Typed t) {
  char module[64];
  size_t at = back_over_blanks(t.text, back_over_name(t.text, t.n));
  while (at > 0 && t.text[at - 1] == ',')
    at = back_over_blanks(
        t.text, back_over_name(t.text, back_over_blanks(t.text, at - 1)));
  if (at < 7 || memcmp(t.text + at - 6, "import", 6))
    return false;
  size_t end = back_over_blanks(t.text, at - 6);
  size_t from = back_over_chain(t.text, end);
  if (from < 5 || memcmp(t.text + from - 5, "from ", 5) ||
      end - from >= sizeof module)
    return false;
  memcpy(module, t.text + from, end - from);
  module[end - from] = '\0';
  completewords_of_module(w, module);
  return true;
}

static void complete_python(Completewords *w, Typed t, Completion *out) {
  Scan s = scan(t);
  if (s.quote) {
    out->files = s.quote != '#';
    out->start = s.quote == '#' ? t.n : s.quote_start;
    return;
  }
  size_t start = back_over_name(t.text, t.n);
  out->start = start;
  if (start < t.n && t.text[start] >= '0' && t.text[start] <= '9')
    return;
  completewords_prefix(w, t.text + start, t.n - start);
  if (start > 0 && t.text[start - 1] == '.') {
    complete_attribute(w, t, start - 1);
    return;
  }
  if (complete_import(w, t))
    return;
  complete_keywords(w, t, &s);
  size_t before = back_over_blanks(t.text, start);
  bool further = before > 0 && t.text[before - 1] == ',';
  if (!w->n || start == t.n || !further)
    completewords_names(w);
}

/* --- commands ------------------------------------------------------------- */

/* `--plot=cur`: a file behind the equals sign. */
static bool completes_value(Typed t, size_t word, Completion *out) {
  const char *equals = memchr(t.text + word, '=', t.n - word);
  const char *name = t.text + word;
  if (!equals)
    return false;
  name += strspn(name, "-");
  out->start = (size_t)(equals - t.text) + 1;
  out->files = equals - name == 4 && !memcmp(name, "plot", 4);
  return true;
}

static void complete_argument(Completewords *w, const Command *c, Typed t,
                              size_t rest, Completion *out) {
  size_t word = t.n;
  while (word > rest && !is_blank(t.text[word - 1]))
    word--;
  bool option = word < t.n && t.text[word] == '-' && word + 1 < t.n;
  bool dotted = memchr(t.text + word, '.', t.n - word); /* help nn.Linear */
  if ((c->words == COMMAND_EXPRESSION && !option) ||
      (c->words == COMMAND_TOPICS && dotted)) {
    complete_python(w, (Typed){t.text + rest, t.n - rest}, out);
    out->start += rest;
    return;
  }
  out->start = word;
  bool value = completes_value(t, word, out);
  completewords_prefix(w, t.text + out->start, t.n - out->start);
  if (value && !out->files)
    completewords_values(w, c->choices, t.text + word, out->start - word);
  else if (!value)
    completewords_arguments(w, c);
  out->files |= !value && c->words == COMMAND_FILES;
}

/* The command whose arguments are being typed; *rest: where they begin. */
static const Command *command_before(Typed t, size_t *rest) {
  const char *after;
  size_t left, at = 0;
  while (at < t.n && is_blank(t.text[at]))
    at++;
  size_t end = at + (at < t.n && t.text[at] == '%');
  while (end < t.n && is_name_char(t.text[end]))
    end++;
  if (end == t.n)
    return NULL;
  *rest = end;
  return command_of_line(t.text, t.n, &after, &left);
}

static void complete_first(Completewords *w, Typed t, Completion *out) {
  size_t start = back_over_name(t.text, t.n);
  size_t before = back_over_blanks(t.text, start);
  bool sign = start > 0 && t.text[start - 1] == '%';
  if (before == 0 || (sign && back_over_blanks(t.text, start - 1) == 0)) {
    completewords_prefix(w, t.text + start, t.n - start);
    completewords_commands(w);
  }
  if (sign && back_over_blanks(t.text, start - 1) == 0)
    out->start = start;
  else
    complete_python(w, t, out);
}

/* A function wants its parenthesis, a keyword or command a blank. */
static char after_name(Typed t, size_t start, const char *word) {
  Buf chain = BUF_EMPTY;
  size_t n = strlen(word), from = start;
  if (start > 0 && t.text[start - 1] == '.')
    from = back_over_chain(t.text, start - 1);
  buf_add(&chain, t.text + from, start - from);
  buf_str(&chain, word);
  Value v = n ? value_of_chain(buf_text(&chain), chain.len) : value_absent();
  buf_free(&chain);
  bool called = v.tag == VALUE_REF && !value_is(v, VALUE_TYPE_INSTANCE) &&
                type_rows[v.ref->type] && type_rows[v.ref->type]->call;
  bool absent = !value_ok(v);
  value_unref(v);
  if (called)
    return '(';
  return absent && from == start && word[n - 1] != '=' ? ' ' : 0;
}

bool complete_line(const char *line, size_t n, size_t cursor, Completion *out) {
  Typed t = {line, cursor < n ? cursor : n};
  Completewords w = {0};
  size_t rest;
  *out = (Completion){.start = t.n};
  const Command *c = command_before(t, &rest);
  if (c)
    complete_argument(&w, c, t, rest, out);
  else
    complete_first(&w, t, out);
  err_clear();
  if (!completewords_finish(&w, out))
    return false;
  if (out->n == 1)
    out->after = c && c->words == COMMAND_TOPICS
                     ? ' '
                     : after_name(t, out->start, out->words[0]);
  err_clear();
  return true;
}

void complete_free(Completion *c) {
  for (size_t i = 0; i < c->n; i++)
    mem_free(c->words[i]);
  mem_free(c->words);
  *c = (Completion){0};
}
