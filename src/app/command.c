/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/command.h"

#include "base/err.h"
#include "base/mem.h"
#include "lang/interp.h"

#include <ctype.h>
#include <string.h>

const Command *command_named(const char *name, size_t n) {
  for (const Command *c = commands_table; c->name; c++)
    if (*c->name == *name && strlen(c->name) == n && !memcmp(c->name, name, n))
      return c;
  return NULL;
}

/* --- telling commands from Python ---------------------------------------- */

static size_t word_length(const char *p, size_t n) {
  size_t i = 0;
  while (i < n && (isalpha((unsigned char)p[i]) || p[i] == '_' ||
                   (i && isdigit((unsigned char)p[i]))))
    i++;
  return i;
}

/* What follows a name makes it Python: = . ( [ , : or an operator. A minus
   right before a word or digit is an option, as in `explain -2 x`; `*`, `not`
   and the like never begin an argument. */
static bool is_python(const Command *c, const char *p, size_t n, bool spaced) {
  if (!n || (*p == '(' && spaced && c->words == COMMAND_EXPRESSION))
    return false; /* explain (a + b) * c */
  if (*p == '-')
    return n == 1 || p[1] == ' ' || p[1] == '=' || !spaced;
  if (*p == '(' || *p == '[')
    return !spaced || *p == '(';
  return strchr("=.,:+*/%<>!&|^@;", *p) != NULL;
}

/* `lesson in x`, `help is None`, `plot if a else b`: operators as words. */
static bool is_word_operator(const char *p, size_t n) {
  static const char *const words[] = {"in", "is",  "if",  "and",
                                      "or", "not", "for", "else"};
  size_t len = word_length(p, n);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i]) == len && !memcmp(words[i], p, len))
      return len < n;
  return false;
}

/* `lesson ./mine.md`, `save /tmp/x.py`: a dot or slash begins a file name for
   commands that take one. */
static bool is_path(const Command *c, const char *p, size_t n) {
  bool files = c->words == COMMAND_FILES || c->words == COMMAND_LESSONS;
  if (!files || n < 2)
    return false;
  return (*p == '/' && p[1] != ' ' && p[1] != '=') || !strncmp(p, "./", 2) ||
         !strncmp(p, "../", n < 3 ? n : 3);
}

/* `softmax?` and `?softmax` are `help softmax`. */
static const Command *question(const char *line, size_t n, const char **rest,
                               size_t *rest_len) {
  if (n < 2 || (*line != '?' && line[n - 1] != '?') || memchr(line, '\n', n))
    return NULL;
  line += *line == '?';
  n--;
  for (size_t i = 0; i < n; i++)
    if (!word_length(line + i, 1) && line[i] != '.' &&
        (line[i] < '0' || line[i] > '9'))
      return NULL;
  *rest = line;
  *rest_len = n;
  return command_named("help", 4);
}

/* `help(softmax)`, as Python spells it. */
static const Command *python_help(const char *line, size_t n, const char **rest,
                                  size_t *rest_len) {
  if (n < 6 || strncmp(line, "help(", 5) != 0 || line[n - 1] != ')' ||
      memchr(line, '\n', n) || value_ok(interp_bound(sym_find("help", 4))))
    return NULL;
  line += 5;
  n -= 6;
  if (n > 1 && (*line == '\'' || *line == '"') && line[n - 1] == *line) {
    line++;
    n -= 2;
  }
  *rest = line;
  *rest_len = n;
  return command_named("help", 4);
}

static void trim(const char **p, size_t *n) {
  while (*n && ((*p)[*n - 1] == ' ' || (*p)[*n - 1] == '\t'))
    --*n;
  while (*n && (**p == ' ' || **p == '\t')) {
    ++*p;
    --*n;
  }
}

const Command *command_of_line(const char *line, size_t n, const char **rest,
                               size_t *rest_len) {
  trim(&line, &n);
  bool always = n && *line == '%';
  if (always) {
    line++;
    n--;
  }
  const Command *asked = python_help(line, n, rest, rest_len);
  if (asked)
    return asked;
  size_t len = word_length(line, n);
  const Command *c = len ? command_named(line, len) : NULL;
  if (!c)
    return always ? NULL : question(line, n, rest, rest_len);
  const char *after = line + len;
  size_t left = n - len;
  trim(&after, &left);
  bool spaced = after > line + len;
  if (spaced && is_path(c, after, left))
    always = true;
  if (!always &&
      (value_ok(interp_bound(sym_find(line, len))) ||
       is_python(c, after, left, spaced) || is_word_operator(after, left)))
    return NULL;
  if (left && !spaced)
    return NULL;
  *rest = after;
  *rest_len = left;
  return c;
}

/* --- options ------------------------------------------------------------- */

static const char *skip_blanks(const char *p) {
  while (*p == ' ' || *p == '\t' || *p == '\n')
    p++;
  return p;
}

/* Copies one word to *out; quotes hold blanks together. */
static const char *read_word(const char *p, char **out) {
  char quote = 0;
  for (; *p && (quote || (*p != ' ' && *p != '\t' && *p != '\n')); p++) {
    if (quote ? *p == quote : *p == '\'' || *p == '"')
      quote = quote ? 0 : *p;
    else if (quote && *p == '\\' && p[1])
      *(*out)++ = *++p;
    else
      *(*out)++ = *p;
  }
  if (quote)
    return err_null(ERR_ValueError, "a quote is not closed: %c", quote);
  *(*out)++ = '\0';
  return p;
}

static bool is_flag(const char *flags, const char *name) {
  size_t n = strlen(name);
  for (const char *p = flags; p && *p; p += strspn(p, " ")) {
    size_t len = strcspn(p, " ");
    if (len == n && !memcmp(p, name, n))
      return true;
    p += len;
  }
  return false;
}

/* name=value and --name=value; --name and --flag alone. */
static void split_option(char *word, CommandOption *o) {
  bool dashed = word[0] == '-' && word[1] == '-' && word[2];
  char *equals = strchr(word, '=');
  size_t len = equals ? (size_t)(equals - word) : 0;
  bool assigned = equals && len && word_length(word, len) == len;
  *o = (CommandOption){.value = word};
  if (!dashed && !assigned)
    return;
  o->name = dashed ? word + 2 : word;
  o->value = equals ? equals + 1 : NULL;
  if (equals)
    *equals = '\0';
}

/* What becomes of each word. */
typedef void (*TakeWord)(char *word, const char *flags, CommandOptions *out);

static void take_option(char *word, const char *flags, CommandOptions *out) {
  CommandOption *before = out->n ? &out->items[out->n - 1] : NULL;
  if (before && before->name && !before->value && !is_flag(flags, before->name))
    before->value = word;
  else
    split_option(word, &out->items[out->n++]);
}

static void take_word(char *word, const char *flags, CommandOptions *out) {
  (void)flags;
  out->items[out->n++].value = word;
}

static bool read_words(const char *text, size_t n, TakeWord take,
                       const char *flags, CommandOptions *out) {
  *out = (CommandOptions){.memory = mem_alloc(2 * n + 2)};
  if (!out->memory)
    return false;
  char *copy = out->memory + n + 1, *at = out->memory;
  memcpy(copy, text, n);
  copy[n] = '\0';
  for (const char *p = skip_blanks(copy); *p; p = skip_blanks(p)) {
    char *word = at;
    if (out->n == COMMAND_MAX_OPTIONS)
      return err_set(ERR_ValueError, "more than %d words after a command",
                     COMMAND_MAX_OPTIONS);
    p = read_word(p, &at);
    if (!p)
      return false;
    take(word, flags, out);
  }
  return true;
}

bool command_options_read(const char *text, size_t n, const char *flags,
                          CommandOptions *out) {
  return read_words(text, n, take_option, flags, out);
}

bool command_words_read(const char *text, size_t n, CommandOptions *out) {
  return read_words(text, n, take_word, NULL, out);
}

void command_options_free(CommandOptions *o) {
  mem_free(o->memory);
  *o = (CommandOptions){0};
}
