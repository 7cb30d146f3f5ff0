/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cmdtrain.h"

#include "app/command.h"
#include "app/output.h"
#include "app/progressbar.h"
#include "app/screens.h"
#include "app/traincurve.h"
#include "app/trainhistory.h"
#include "app/trainnames.h"
#include "app/trainsetup.h"
#include "base/err.h"
#include "base/glyph.h"
#include "base/mem.h"
#include "lang/suggest.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct Run {
  TrainSetup setup;
  Trainer *trainer;
  TrainHistory *history;
  TrainCurve curve;
  ProgressBar progress;
  TrainerEvent last; /* epoch 0: none yet */
} Run;

static Trainer *last;

/* --- the listeners of an epoch -------------------------------------------- */

static bool keep_history(Run *run, const TrainerEvent *e) {
  return trainhistory_add(run->history, e);
}

static bool write_log(Run *run, const TrainerEvent *e) {
  if ((e->epoch - 1) % run->setup.every == 0) {
    progressbar_clear(&run->progress);
    output_fmt("Epoch %03" PRId64 ", Loss: %.4f\n", e->epoch, (double)e->loss);
  }
  return true;
}

static bool feed_curve(Run *run, const TrainerEvent *e) {
  return traincurve_add(&run->curve, e);
}

static bool show_progress(Run *run, const TrainerEvent *e) {
  if (progressbar_due(&run->progress)) {
    char note[32];
    snprintf(note, sizeof note, "loss %.4f", (double)e->loss);
    progressbar_show(&run->progress, e->epoch, note);
  }
  return true;
}

static bool (*const listeners[])(Run *, const TrainerEvent *) = {
    keep_history, write_log, feed_curve, show_progress};

static bool tell(Run *run, const TrainerEvent *e) {
  for (size_t i = 0; i < sizeof listeners / sizeof *listeners; i++)
    if (!listeners[i](run, e))
      return false;
  return true;
}

/* --- before and after ----------------------------------------------------- */

static const char *optimizer_and_seed(const TrainerOptions *o, Buf *b) {
  trainsetup_rule(o, b);
  buf_fmt(b, "  seed %" PRIu64, trainer_seed(o));
  return buf_text(b);
}

/* For learners at a terminal; a script gets the log alone. */
static void write_header(const Run *run) {
  const Trainer *t = run->trainer;
  const TrainerOptions *o = &run->setup.net;
  if (!output_options.terminal)
    return;
  Buf b = BUF_EMPTY;
  output_error_fmt("%strain %s  net 4-%" PRId64 "-%" PRId64
                   " relu%s%s (%" PRId64 " params)  %s%s\n",
                   output_style(OUTPUT_DIM), trainsetup_task(o->task),
                   o->hidden, trainer_outputs(t), glyph(GLYPH_ARROW),
                   o->task == TRAINER_BINARY ? "sigmoid" : "softmax",
                   trainer_parameters(t), optimizer_and_seed(o, &b),
                   output_style(OUTPUT_PLAIN));
  buf_free(&b);
}

/* How sure the accuracy is, and what a guess would cost. */
static void write_aside(const Run *run) {
  int64_t classes = trainer_classes(run->trainer);
  const TrainHistory *h = run->history;
  if (!output_options.terminal)
    return;
  output_error_fmt("%s%.0f of %" PRId64
                   " test rows right: %s%.0f points (95 %%); a guess "
                   "costs ln %" PRId64 " = %.4f%s\n",
                   output_style(OUTPUT_DIM), h->accuracy * (double)h->test_rows,
                   h->test_rows, glyph(GLYPH_PLUS_MINUS),
                   100 * trainer_interval(h->accuracy, h->test_rows), classes,
                   log((double)classes), output_style(OUTPUT_PLAIN));
}

static void measure(Run *run) {
  run->history->accuracy = trainer_test_accuracy(run->trainer);
  run->history->test_rows = trainer_rows(run->trainer, true).n;
}

static void write_accuracy(const Run *run) {
  output_fmt("NeuralNet%d Test Accuracy: %.2f%%\n",
             run->setup.net.task == TRAINER_BINARY ? 1 : 2,
             run->history->accuracy * 100);
  write_aside(run);
}

/* --- how a training ends -------------------------------------------------- */

/* The command as it would be typed with a third of its step. */
static void hint_smaller_step(const TrainSetup *s) {
  Buf b = BUF_EMPTY;
  buf_fmt(&b, "train %s lr=%.3g", trainsetup_task(s->net.task),
          s->net.rule.lr / 3);
  if (s->net.rule.kind == OPTIMIZER_ADAM)
    buf_str(&b, " optimizer=adam");
  if (s->momentum_given)
    buf_fmt(&b, " momentum=%.6g", s->net.rule.momentum);
  err_hint("a third of the step: %s", buf_text(&b));
  buf_free(&b);
}

static bool broken(const Run *run, const TrainerEvent *e) {
  if (run->last.epoch)
    err_set(ERR_FloatingPointError,
            "%s became nan or inf in epoch %" PRId64
            ": training stops; the last good epoch was %" PRId64,
            e->bad, e->epoch, run->last.epoch);
  else
    err_set(ERR_FloatingPointError,
            "%s became nan or inf in the first epoch: training stops", e->bad);
  hint_smaller_step(&run->setup);
  return false;
}

/* Ctrl-C: what has been learned stays. */
static SessionReply stopped(Run *run) {
  err_clear();
  output_error_fmt("stopped after epoch %" PRId64 " of %" PRId64
                   ": the network is kept\n",
                   trainer_epoch(run->trainer), run->setup.net.epochs);
  return SESSION_STOPPED;
}

static bool epochs(Run *run) {
  while (trainer_epoch(run->trainer) < run->setup.net.epochs) {
    TrainerEvent e;
    if (!trainer_step(run->trainer, &e))
      return false;
    if (e.bad)
      return broken(run, &e);
    run->last = e;
    if (!tell(run, &e))
      return false;
  }
  return true;
}

/* The listeners hear afterwards what was done on the screen. */
static bool retell(Run *run, const ScreensTraining *s) {
  for (size_t i = 0; i < s->n; i++) {
    TrainerEvent e = {.epoch = (int64_t)i + 1,
                      .loss = s->losses[i],
                      .test_loss = s->test_losses[i]};
    if (!tell(run, &e))
      return false;
  }
  return true;
}

/* The network on the screen may have become another one. */
static bool epochs_on_screen(Run *run) {
  TrainerOptions *o = &run->setup.net;
  ScreensTraining s = {.trainer = run->trainer, .epochs = o->epochs};
  output_flush();
  bool ok = screens_train(&s);
  Err why = ok ? (Err){0} : err_take();
  int64_t wanted = o->epochs;
  run->trainer = last = s.trainer;
  *o = *trainer_options(s.trainer);
  o->epochs = wanted;
  run->history->net = *o;
  write_header(run);
  bool told = retell(run, &s);
  mem_free(s.losses);
  mem_free(s.test_losses);
  if (!ok)
    err_restore(&why);
  return ok && told;
}

static bool all_epochs(Run *run) {
  if (run->setup.screen && screens_possible())
    return epochs_on_screen(run);
  if (run->setup.screen)
    output_error_str("train --screen needs a terminal; training without it\n");
  write_header(run);
  return epochs(run);
}

/* A failure is put aside while the rest is shown, and comes back. */
static bool finish(Run *run) {
  bool failed = err_pending();
  Err why = failed ? err_take() : (Err){0};
  bool ok = traincurve_finish(&run->curve) &&
            trainnames_bind(run->trainer, run->history);
  if (failed)
    err_restore(&why);
  return ok && !failed;
}

static SessionReply train(Run *run) {
  progressbar_start(&run->progress, "epoch", run->setup.net.epochs);
  bool ok = all_epochs(run);
  progressbar_clear(&run->progress);
  measure(run);
  if (ok)
    write_accuracy(run);
  bool interrupted = !ok && err_now()->type == ERR_KeyboardInterrupt;
  SessionReply reply = interrupted ? stopped(run) : SESSION_OK;
  return finish(run) ? reply : SESSION_ERROR;
}

SessionReply cmdtrain_run(const char *text, size_t n) {
  Run run = {0};
  SessionReply reply = SESSION_ERROR;
  if (!trainsetup_read(text, n, &run.setup))
    return reply;
  run.trainer = trainer_new(&run.setup.net);
  if (run.trainer && traincurve_start(&run.curve, &run.setup) &&
      (run.history = trainhistory_begin(&run.setup))) {
    trainer_free(last);
    last = run.trainer;
    reply = train(&run);
  } else {
    trainer_free(run.trainer);
  }
  traincurve_free(&run.curve);
  trainsetup_free(&run.setup);
  return reply;
}

void cmdtrain_free(void) {
  trainer_free(last);
  last = NULL;
  trainhistory_free();
  trainnames_free();
  picture_free();
}

/* --- compare -------------------------------------------------------------- */

enum { MOST_RUNS = 16 };

typedef struct Runs {
  TrainHistory *items[MOST_RUNS];
  int n;
  PictureWish wish;
} Runs;

static bool no_such_run(const char *name) {
  Suggest near = suggest_start(name);
  TrainHistory *h;
  for (int i = 0; (h = trainhistory_nth(i)); i++)
    suggest_offer(&near, h->name);
  err_set(ERR_NameError, "no run is called '%s'", name);
  return near.best ? err_hint("did you mean '%s'?", near.best)
                   : err_hint("train binary as %s", name);
}

static bool take_word(Runs *r, const CommandOption *o) {
  if (o->name && strcmp(o->name, "plot"))
    return err_set(ERR_TypeError, "compare has no option '%s'", o->name);
  if (o->name) {
    r->wish = (PictureWish){true, o->value};
    return true;
  }
  TrainHistory *h = trainhistory_named(o->value);
  if (!h || !h->n)
    return no_such_run(o->value);
  if (r->n == MOST_RUNS)
    return err_set(ERR_ValueError, "at most %d runs", MOST_RUNS);
  r->items[r->n++] = h;
  return true;
}

/* The runs that were named, or all of them. */
static bool take_runs(Runs *r, const CommandOptions *o) {
  for (int i = 0; i < o->n; i++)
    if (!take_word(r, &o->items[i]))
      return false;
  for (int i = 0; !r->n && trainhistory_nth(i); i++)
    r->items[i] = trainhistory_nth(i);
  while (r->n < MOST_RUNS && r->items[r->n])
    r->n++;
  if (r->n)
    return true;
  err_set(ERR_ValueError, "no run has a name yet");
  return err_hint("train binary as a; train binary lr=0.5 as b; compare a b");
}

static int wider(int width, size_t n) {
  return (int)n > width ? (int)n : width;
}

/* Columns of the names and of the rules. */
static void measure_table(const Runs *r, int *names, int *rules) {
  *names = *rules = 0;
  for (int i = 0; i < r->n; i++) {
    Buf b = BUF_EMPTY;
    trainsetup_rule(&r->items[i]->net, &b);
    *names = wider(*names, strlen(r->items[i]->name));
    *rules = wider(*rules, b.len);
    buf_free(&b);
  }
}

/* One line each: what was run, where it ended. */
static void write_table(const Runs *r) {
  int names, rules;
  measure_table(r, &names, &rules);
  for (int i = 0; i < r->n; i++) {
    const TrainHistory *h = r->items[i];
    Buf b = BUF_EMPTY;
    trainsetup_rule(&h->net, &b);
    output_fmt("%-*s  %-6s  %-*s  %4zu epochs  loss %.4f  test accuracy "
               "%.2f%% %s%.0f\n",
               names, h->name, trainsetup_task(h->net.task), rules,
               buf_text(&b), h->n, (double)h->train[h->n - 1],
               100 * h->accuracy, glyph(GLYPH_PLUS_MINUS),
               100 * trainer_interval(h->accuracy, h->test_rows));
    buf_free(&b);
  }
}

SessionReply cmdtrain_compare(const char *text, size_t n) {
  CommandOptions o;
  Runs runs = {0};
  Plot *p = NULL;
  if (command_options_read(text, n, "plot", &o) && take_runs(&runs, &o) &&
      (p = traincurve_compare(runs.items, runs.n)))
    write_table(&runs);
  bool ok = p && picture_show(p, runs.wish);
  plot_free(p);
  command_options_free(&o);
  return ok ? SESSION_OK : SESSION_ERROR;
}
