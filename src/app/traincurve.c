/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/traincurve.h"

#include "app/output.h"
#include "base/err.h"

#include <inttypes.h>
#include <math.h>

enum { MOST_POINTS = 20000, TRAIN = 0, TEST = 1 };

/* --- what is drawn -------------------------------------------------------- */

bool traincurve_guess(Plot *p, int64_t classes) {
  Buf label = BUF_EMPTY;
  double cost = log((double)classes);
  buf_fmt(&label, "ln %" PRId64 " = %.4f", classes, cost);
  bool ok = plot_add_guide(p, false, cost, buf_text(&label));
  buf_free(&label);
  return ok;
}

static bool add_guess(Plot *p, TrainerTask task) {
  return traincurve_guess(p, task == TRAINER_BINARY ? 2 : 3);
}

static Plot *new_plot(void) {
  Plot *p = plot_new();
  if (p && plot_xlabel(p, "epoch") && plot_ylabel(p, "loss (nats)")) {
    p->latest = true;
    return p;
  }
  plot_free(p);
  return NULL;
}

static bool add_title(Plot *p, const TrainerOptions *o) {
  Buf title = BUF_EMPTY;
  buf_fmt(&title, "train %s, ", trainsetup_task(o->task));
  trainsetup_rule(o, &title);
  bool ok = plot_title(p, buf_text(&title));
  buf_free(&title);
  return ok;
}

/* An empty plot with the series TRAIN and TEST. */
static Plot *plot_for(const TrainerOptions *o) {
  Plot *p = new_plot();
  if (p && add_title(p, o) && plot_add_series(p, PLOT_LINE, "train") &&
      plot_add_series(p, PLOT_LINE, "test") && add_guess(p, o->task))
    return p;
  plot_free(p);
  return NULL;
}

static int64_t stride_for(int64_t epochs) {
  return (epochs + MOST_POINTS - 1) / MOST_POINTS;
}

static bool add_losses(PlotSeries *s, const float *losses, size_t n) {
  size_t stride = (size_t)stride_for((int64_t)n);
  for (size_t i = 0; i < n; i++)
    if ((i % stride == 0 || i + 1 == n) &&
        !plot_add_point(s, (double)(i + 1), losses[i]))
      return false;
  return true;
}

Plot *traincurve_of(const TrainHistory *h) {
  Plot *p = plot_for(&h->net);
  if (p && add_losses(p->series[TRAIN], h->train, h->n) &&
      add_losses(p->series[TEST], h->test, h->n))
    return p;
  plot_free(p);
  return NULL;
}

static bool add_run(Plot *p, const TrainHistory *h) {
  Buf label = BUF_EMPTY;
  buf_fmt(&label, "%s: ", h->name);
  trainsetup_rule(&h->net, &label);
  PlotSeries *s = plot_add_series(p, PLOT_LINE, buf_text(&label));
  buf_free(&label);
  return s && add_losses(s, h->train, h->n);
}

Plot *traincurve_compare(TrainHistory *const *runs, int n) {
  Plot *p = new_plot();
  bool ok = p && plot_title(p, "train loss"), seen[2] = {false, false};
  if (p)
    p->latest = false; /* the table says it */
  for (int i = 0; i < n && ok; i++) {
    TrainerTask task = runs[i]->net.task;
    ok = add_run(p, runs[i]) && (seen[task] || add_guess(p, task));
    seen[task] = true;
  }
  if (ok)
    return p;
  plot_free(p);
  return NULL;
}

/* --- while it grows ------------------------------------------------------- */

bool traincurve_start(TrainCurve *c, const TrainSetup *s) {
  *c = (TrainCurve){.wish = {s->plot, s->file},
                    .stride = stride_for(s->net.epochs)};
  if (!s->plot && !output_options.terminal)
    return true;
  c->plot = plot_for(&s->net);
  if (!c->plot)
    return false;
  if (!s->plot)
    return true;
  c->door = picture_open(c->wish);
  if (!c->door && s->file)
    return false;
  c->fine = c->door && gnuplot_stream(c->door, c->plot);
  if (!c->fine)
    picture_sorry(c->wish);
  return true;
}

bool traincurve_add(TrainCurve *c, const TrainerEvent *e) {
  if (!c->plot)
    return true;
  if ((e->epoch - 1) % c->stride == 0 &&
      (!plot_add_point(c->plot->series[TRAIN], (double)e->epoch, e->loss) ||
       !plot_add_point(c->plot->series[TEST], (double)e->epoch, e->test_loss)))
    return false;
  if (c->fine && !gnuplot_pump(c->door)) {
    c->fine = false;
    picture_sorry(c->wish);
  }
  return true;
}

/* A window that died in the middle, or a stopped gnuplot, is text at the end;
   a file gets a second chance in gnuplot_finish. */
bool traincurve_finish(TrainCurve *c) {
  if (!c->plot || !c->plot->series[TRAIN]->n)
    return true;
  if (c->fine && gnuplot_finish(c->door)) {
    picture_wrote(c->wish);
    return true;
  }
  if (err_now()->type == ERR_KeyboardInterrupt)
    return false;
  if (c->fine)
    picture_sorry(c->wish);
  return picture_text(c->plot, !output_options.terminal);
}

void traincurve_free(TrainCurve *c) {
  if (c->door)
    picture_close(c->door);
  plot_free(c->plot);
  *c = (TrainCurve){0};
}
