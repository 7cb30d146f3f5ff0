/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trainview.h"

#include "base/mem.h"

#include <math.h>

enum { SPEEDS = 9, S_STEPS = 10, SECONDS = 6 };

static const double rates[SPEEDS] = {1, 2, 5, 10, 20, 50, 100, 1000, INFINITY};

double trainview_rate(const TrainView *v) {
  return rates[v->speed - 1];
}

/* So that a run takes a few seconds. */
static int fitting_speed(int64_t epochs) {
  int speed = 1;
  while (speed < SPEEDS && rates[speed - 1] * SECONDS < (double)epochs)
    speed++;
  return speed;
}

TrainView trainview_start(Trainer *t, int64_t epochs) {
  return (TrainView){
      .trainer = t, .epochs = epochs, .speed = fitting_speed(epochs)};
}

uint64_t trainview_seed(const TrainView *v) {
  return trainer_seed(trainer_options(v->trainer));
}

double trainview_number(double x) {
  return isnan(x) ? (double)NAN : x;
}

/* --- epochs --------------------------------------------------------------- */

bool trainview_done(const TrainView *v) {
  return (int64_t)v->n >= v->epochs;
}

static bool can_go_on(const TrainView *v) {
  return !trainview_done(v) && !v->last.bad;
}

void trainview_time(TrainView *v, double seconds) {
  double rate = trainview_rate(v);
  if (v->paused || !can_go_on(v))
    v->owed = 0;
  else if (isinf(rate))
    v->owed = (double)v->epochs;
  else
    v->owed = fmin(v->owed + seconds * rate, rate);
}

/* Frames of a fiftieth of a second must add up to whole epochs. */
bool trainview_due(const TrainView *v) {
  return v->owed >= 1 - 1e-6 && can_go_on(v);
}

static bool keep(TrainView *v, const TrainerEvent *e) {
  size_t need = v->n + 1;
  if (!mem_grow((void **)&v->losses, &v->losses_cap, need, sizeof(float)) ||
      !mem_grow((void **)&v->test_losses, &v->test_cap, need, sizeof(float)))
    return false;
  v->losses[v->n] = e->loss;
  v->test_losses[v->n++] = e->test_loss;
  v->last = *e;
  return true;
}

bool trainview_epoch(TrainView *v) {
  TrainerEvent e;
  if (!can_go_on(v))
    return true;
  v->owed -= 1;
  if (!trainer_step(v->trainer, &e))
    return false;
  if (e.bad)
    v->paused = true;
  return keep(v, &e);
}

/* --- keys ----------------------------------------------------------------- */

static bool steps(TrainView *v, int n) {
  v->paused = true;
  v->owed = 0;
  for (int i = 0; i < n; i++)
    if (!trainview_epoch(v))
      return false;
  return true;
}

/* From the first epoch with other options. */
static bool restart(TrainView *v, const TrainerOptions *o) {
  Trainer *t = trainer_new(o);
  if (!t)
    return false;
  trainer_free(v->trainer);
  v->trainer = t;
  v->last = (TrainerEvent){0};
  v->n = 0;
  v->owed = 0;
  return true;
}

static bool rewind_net(TrainView *v) {
  TrainerOptions o = *trainer_options(v->trainer);
  return restart(v, &o);
}

/* Small seeds are easy to say aloud and to type again. */
static bool reseed(TrainView *v) {
  TrainerOptions o = *trainer_options(v->trainer);
  o.seed = o.seeded ? o.seed + 1 : 1;
  o.seeded = true;
  return restart(v, &o);
}

/* The next of 1, 2, 5, 10 ... (times a power of ten) above x. */
static double rounder(double x) {
  double unit = pow(10, floor(log10(x)));
  static const double steps_of[] = {1, 2, 5, 10, 20};
  for (int i = 0; i < 5; i++)
    if (steps_of[i] * unit > x * (1 + 1e-9))
      return steps_of[i] * unit;
  return x;
}

/* Up to 1000 and down to a millionth: further is nothing to be seen. */
static bool change_lr(TrainView *v, bool up) {
  double lr = trainer_options(v->trainer)->rule.lr;
  double next = up ? rounder(lr) : 1 / rounder(1 / lr);
  if (next > 1000 * (1 + 1e-9) || next < 1e-6 * (1 - 1e-9))
    return true;
  return trainer_set_lr(v->trainer, next);
}

static void move_row(TrainView *v, int64_t by) {
  int64_t n = trainer_rows(v->trainer, true).n;
  v->row = (v->row + by + n) % n;
}

static bool change(TrainView *v, int key) {
  switch (key) {
  case 's': return steps(v, 1);
  case 'S': return steps(v, S_STEPS);
  case 'r': return rewind_net(v);
  case 'n': return reseed(v);
  case '+':
  case '=': return change_lr(v, true);
  case '-': return change_lr(v, false);
  default: return true;
  }
}

bool trainview_key(TrainView *v, int key) {
  bool was_help = v->help;
  v->help = key == '?' && !was_help;
  if (key == 'q' && !was_help)
    v->left = true;
  else if (was_help || key == 'q')
    return true;
  else if (key == ' ')
    v->paused = !v->paused && can_go_on(v);
  else if (key >= '1' && key <= '9')
    v->speed = key - '0';
  else if (key == TRAINVIEW_UP || key == TRAINVIEW_DOWN)
    move_row(v, key == TRAINVIEW_UP ? -1 : 1);
  else
    return change(v, key);
  return true;
}
