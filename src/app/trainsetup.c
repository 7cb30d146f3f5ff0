/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trainsetup.h"

#include "app/command.h"
#include "base/err.h"
#include "base/mem.h"
#include "lang/suggest.h"
#include "nn/options.h"
#include "num/digits.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "a network, then options: train binary epochs=50 lr=0.5; help train";

static bool wrong_usage(const char *format, const char *what) {
  err_set(ERR_TypeError, format, what);
  return err_hint("%s", usage);
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* --- values --------------------------------------------------------------- */

static bool parse_whole(const char *value, int64_t *out) {
  char *end;
  errno = 0;
  *out = strtoll(value, &end, 10);
  return *value && !*end && !errno;
}

static bool read_whole(const char *name, const char *value, int64_t low,
                       int64_t high, int64_t *out) {
  if (parse_whole(value, out) && *out >= low && *out <= high)
    return true;
  return err_set(ERR_ValueError,
                 "%s must be a whole number from %" PRId64 " to %" PRId64
                 ", not '%s'",
                 name, low, high, value);
}

static bool read_number(const char *name, const char *value, double *out) {
  if (digits_parse_double(value, strlen(value), out))
    return true;
  return err_set(ERR_ValueError, "%s must be a number, not '%s'", name, value);
}

static bool read_epochs(TrainSetup *s, const char *value) {
  return read_whole("epochs", value, 1, OPTIONS_MAX_EPOCHS, &s->net.epochs);
}

static bool read_hidden(TrainSetup *s, const char *value) {
  return read_whole("hidden", value, 1, OPTIONS_MAX_HIDDEN, &s->net.hidden);
}

/* The trainer knows how many rows there are. */
static bool read_batch(TrainSetup *s, const char *value) {
  return parse_whole(value, &s->net.batch) ||
         err_set(ERR_ValueError,
                 "batch must be a number of rows, or 0 for all, not '%s'",
                 value);
}

static bool read_every(TrainSetup *s, const char *value) {
  return read_whole("every", value, 1, OPTIONS_MAX_EPOCHS, &s->every);
}

static bool read_lr(TrainSetup *s, const char *value) {
  s->lr_given = true;
  return read_number("lr", value, &s->net.rule.lr);
}

static bool read_momentum(TrainSetup *s, const char *value) {
  s->momentum_given = true;
  return read_number("momentum", value, &s->net.rule.momentum);
}

static bool read_seed(TrainSetup *s, const char *value) {
  char *end;
  errno = 0;
  s->net.seeded = true;
  s->net.seed = strtoull(value, &end, 10);
  if (is_digit(*value) && !*end && !errno)
    return true;
  return err_set(ERR_ValueError,
                 "seed must be a whole number from 0 to %" PRIu64 ", not '%s'",
                 UINT64_MAX, value);
}

static bool read_optimizer(TrainSetup *s, const char *value) {
  bool adam = !strcmp(value, "adam");
  s->net.rule.kind = adam ? OPTIMIZER_ADAM : OPTIMIZER_SGD;
  return adam || !strcmp(value, "sgd") ||
         err_set(ERR_ValueError, "optimizer must be sgd or adam, not '%s'",
                 value);
}

static const struct {
  const char *name;
  bool (*read)(TrainSetup *s, const char *value);
} options[] = {
#define X(name, help) {#name, read_##name},
    TRAINSETUP_OPTIONS(X)
#undef X
};

enum { N_OPTIONS = sizeof options / sizeof *options };

/* --- words ---------------------------------------------------------------- */

static bool unknown_option(const char *name) {
  Suggest near = suggest_start(name);
  for (int i = 0; i < N_OPTIONS; i++)
    suggest_offer(&near, options[i].name);
  suggest_offer(&near, "plot");
  suggest_offer(&near, "screen");
  if (!near.best)
    return wrong_usage("train has no option '%s'", name);
  err_set(ERR_TypeError, "train has no option '%s'", name);
  return err_hint("did you mean '%s'?", near.best);
}

static bool read_plot(TrainSetup *s, const char *value) {
  s->plot = true;
  mem_free(s->file);
  s->file = value ? mem_copy_text(value, strlen(value)) : NULL;
  return !value || s->file;
}

static bool read_screen(TrainSetup *s, const char *value) {
  s->screen = true;
  return !value || wrong_usage("%s", "option 'screen' takes no value");
}

static bool read_option(TrainSetup *s, const CommandOption *o) {
  if (!strcmp(o->name, "plot"))
    return read_plot(s, o->value);
  if (!strcmp(o->name, "screen"))
    return read_screen(s, o->value);
  for (int i = 0; i < N_OPTIONS; i++)
    if (!strcmp(o->name, options[i].name))
      return o->value ? options[i].read(s, o->value)
                      : wrong_usage("option '%s' wants a value", o->name);
  return unknown_option(o->name);
}

static bool read_name(TrainSetup *s, const char *name) {
  size_t n = strlen(name);
  bool fits = n && n <= TRAINSETUP_NAME && !is_digit(name[0]);
  for (const char *p = name; *p && fits; p++)
    fits = is_letter(*p) || is_digit(*p) || *p == '_';
  if (!fits)
    return err_set(ERR_ValueError,
                   "a run's name is at most %d letters, digits and _, not '%s'",
                   TRAINSETUP_NAME, name);
  memcpy(s->name, name, n + 1);
  return true;
}

static bool is_option(const char *word) {
  for (int i = 0; i < N_OPTIONS; i++)
    if (!strcmp(options[i].name, word))
      return true;
  return false;
}

static bool unknown_network(const char *word) {
  if (is_option(word))
    return wrong_usage("option '%s' wants a value", word);
  Suggest near = suggest_start(word);
  suggest_offer(&near, "binary");
  suggest_offer(&near, "multi");
  size_t n = strlen(word);
  err_set(ERR_TypeError, "train knows the networks binary and multi, not '%s'",
          word);
  if (near.best)
    return err_hint("did you mean '%s'?", near.best);
  if (n > 4 && word[n - 4] == '.')
    return err_hint("a picture is asked for by --plot=%s", word);
  return err_hint("%s", usage);
}

/* The first word is the network, whose defaults the options change. */
static bool read_network(const CommandOptions *o, TrainSetup *s) {
  for (int i = 0; i < o->n; i++) {
    const char *word = o->items[i].value;
    if (o->items[i].name)
      continue;
    bool multi = !strcmp(word, "multi");
    s->net = trainer_defaults(multi ? TRAINER_MULTI : TRAINER_BINARY);
    return multi || !strcmp(word, "binary") || unknown_network(word);
  }
  return wrong_usage("%s", "which network: binary or multi?");
}

static bool read_words(const CommandOptions *o, TrainSetup *s) {
  int words = 0;
  for (int i = 0; i < o->n; i++) {
    const CommandOption *item = &o->items[i];
    const char *word = item->value;
    if (item->name) {
      if (!read_option(s, item))
        return false;
    } else if (words++ && strcmp(word, "as")) {
      return unknown_network(word);
    } else if (words > 1) {
      if (++i == o->n || o->items[i].name)
        return wrong_usage("%s", "`as` wants a name");
      if (!read_name(s, o->items[i].value))
        return false;
    }
  }
  return true;
}

static bool settle(TrainSetup *s) {
  bool adam = s->net.rule.kind == OPTIMIZER_ADAM;
  if (adam && s->momentum_given)
    return err_set(ERR_ValueError, "momentum belongs to optimizer=sgd");
  if (adam && !s->lr_given)
    s->net.rule.lr = optimizer_defaults(OPTIMIZER_ADAM).lr;
  return true;
}

bool trainsetup_read(const char *text, size_t n, TrainSetup *out) {
  CommandOptions o;
  *out = (TrainSetup){.every = 10};
  bool ok = command_options_read(text, n, "plot screen", &o) &&
            read_network(&o, out) && read_words(&o, out) && settle(out);
  command_options_free(&o);
  if (!ok)
    trainsetup_free(out);
  return ok;
}

void trainsetup_free(TrainSetup *s) {
  mem_free(s->file);
  s->file = NULL;
}

/* --- text ----------------------------------------------------------------- */

const char *trainsetup_task(TrainerTask task) {
  return task == TRAINER_BINARY ? "binary" : "multi";
}

void trainsetup_rule(const TrainerOptions *o, Buf *out) {
  const OptimizerRule *rule = &o->rule;
  buf_fmt(out, "%s lr %.6g", rule->kind == OPTIMIZER_ADAM ? "Adam" : "SGD",
          rule->lr);
  if (rule->momentum > 0)
    buf_fmt(out, " momentum %.6g", rule->momentum);
  if (o->batch > 0)
    buf_fmt(out, " batch %" PRId64, o->batch);
}
