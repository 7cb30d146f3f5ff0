/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/trainscreen.h"

#include "app/screens.h"
#include "app/traindraw.h"
#include "app/trainview.h"
#include "base/stop.h"
#include "ui/screen.h"

#include <math.h>

/* Milliseconds to wait for a key: while training, between two drawings; when
   nothing moves; and the seconds of work between two drawings. */
enum { FRAME_MS = 50, IDLE_MS = 1000, HURRY_MS = 1 };
static const double work_seconds = 0.04;

static bool show(const TrainView *v) {
  Page p;
  int columns, rows;
  screen_size(&columns, &rows);
  if (!page_open(&p, columns, rows))
    return false;
  bool fine = traindraw_page(v, &p);
  if (fine)
    screen_show(&p);
  page_close(&p);
  return fine;
}

static int patience(const TrainView *v) {
  if (v->paused || v->last.bad || trainview_done(v))
    return IDLE_MS;
  return isinf(trainview_rate(v)) ? HURRY_MS : FRAME_MS;
}

static int key_of(int key) {
  return key == SCREEN_UP     ? TRAINVIEW_UP
         : key == SCREEN_DOWN ? TRAINVIEW_DOWN
                              : key;
}

/* A key and all that wait behind it: the newest state wins. */
static bool take_keys(TrainView *v, int key) {
  for (; key != SCREEN_NONE && !v->left; key = screen_key(0)) {
    if (key == SCREEN_CLOSED)
      v->left = true;
    else if (!trainview_key(v, key_of(key)))
      return false;
  }
  return true;
}

static bool work(TrainView *v) {
  double until = screen_now() + work_seconds;
  while (trainview_due(v) && screen_now() < until)
    if (!trainview_epoch(v))
      return false;
  return !STOP_ASKED();
}

static bool run(TrainView *v) {
  double last = screen_now();
  while (!v->left) {
    if (!show(v))
      return false;
    int key = screen_key(patience(v));
    double now = screen_now();
    trainview_time(v, now - last);
    last = now;
    if (!take_keys(v, key) || !work(v))
      return false;
  }
  return true;
}

static bool train(ScreensTraining *s) {
  TrainView v = trainview_start(s->trainer, s->epochs);
  bool fine = screen_open() && run(&v);
  screen_close();
  s->trainer = v.trainer;
  s->losses = v.losses;
  s->test_losses = v.test_losses;
  s->n = v.n;
  return fine;
}

void trainscreen_install(void) {
  screens_train = train;
}
