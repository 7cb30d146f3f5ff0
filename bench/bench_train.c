/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Microseconds for 100 epochs of the two sample networks, with the test rows
   measured at each epoch and without: the median of many runs. */
#include "base/err.h"
#include "nn/trainer.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS = 301 };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *times) {
  qsort(times, RUNS, sizeof *times, ascending);
  return times[RUNS / 2];
}

/* One run; *making gets the time of trainer_new. */
static double train(const TrainerOptions *o, double *making) {
  double begin = now();
  Trainer *t = trainer_new(o);
  if (!t) {
    fprintf(stderr, "bench_train: %s\n", buf_text(&err_now()->text));
    exit(1);
  }
  double made = now();
  TrainerEvent e;
  for (int64_t i = 0; i < o->epochs; i++)
    trainer_step(t, &e);
  double end = now();
  trainer_free(t);
  *making = made - begin;
  return end - made;
}

static void report(const char *name, TrainerTask task) {
  static double all[RUNS], alone[RUNS], making[RUNS];
  TrainerOptions o = trainer_defaults(task);
  for (int i = 0; i < RUNS; i++) {
    o.train_only = false;
    all[i] = train(&o, &making[i]);
    o.train_only = true;
    alone[i] = train(&o, &making[i]);
  }
  printf("%-8s %8.1f %14.1f %10.1f\n", name, median(all), median(alone),
         median(making));
}

int main(void) {
  printf("100 epochs, microseconds\n");
  printf("%-8s %8s %14s %10s\n", "network", "events", "without test", "making");
  report("binary", TRAINER_BINARY);
  report("multi", TRAINER_MULTI);
  return 0;
}
