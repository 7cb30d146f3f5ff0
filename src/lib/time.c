/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/time.h"

#include "base/stop.h"
#include "lib/math.h"

#include <math.h>
#include <time.h>

static struct timespec now(clockid_t clock) {
  struct timespec t = {0};
  clock_gettime(clock, &t);
  return t;
}

static double seconds(struct timespec t) {
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static Value call_time(const Value *args) {
  (void)args;
  return value_float(seconds(now(CLOCK_REALTIME)));
}

static Value call_perf_counter(const Value *args) {
  (void)args;
  return value_float(seconds(now(CLOCK_MONOTONIC)));
}

static Value call_process_time(const Value *args) {
  (void)args;
  return value_float(seconds(now(CLOCK_PROCESS_CPUTIME_ID)));
}

static Value nanoseconds(clockid_t clock) {
  struct timespec t = now(clock);
  return value_int((int64_t)t.tv_sec * 1000000000 + t.tv_nsec);
}

static Value call_time_ns(const Value *args) {
  (void)args;
  return nanoseconds(CLOCK_REALTIME);
}

static Value call_perf_counter_ns(const Value *args) {
  (void)args;
  return nanoseconds(CLOCK_MONOTONIC);
}

/* Sleeps in short pieces, so that Ctrl-C ends it at once. */
static Value call_sleep(const Value *args) {
  const double piece = 0.05;
  double wait;
  if (!math_real(args[0], &wait))
    return value_error();
  if (isnan(wait) || wait < 0) {
    err_set(ERR_ValueError, "%s",
            wait < 0 ? "sleep length must be non-negative"
                     : "Invalid value NaN (not a number)");
    return value_error();
  }
  double end = seconds(now(CLOCK_MONOTONIC)) + wait, left = wait;
  while (left > 0) {
    if (STOP_ASKED())
      return value_error();
    double step = left < piece ? left : piece;
    nanosleep(&(struct timespec){.tv_nsec = (long)(step * 1e9)}, NULL);
    left = end - seconds(now(CLOCK_MONOTONIC));
  }
  return value_none();
}

const Native time_natives[] = {
    {"time", "", call_time, "seconds since 1970", NULL, NULL},
    {"perf_counter", "", call_perf_counter, "seconds of a clock for measuring",
     NULL, NULL},
    {"monotonic", "", call_perf_counter, "the same as perf_counter", NULL,
     NULL},
    {"process_time", "", call_process_time, "seconds of computing so far", NULL,
     NULL},
    {"time_ns", "", call_time_ns, "time in nanoseconds", NULL, NULL},
    {"perf_counter_ns", "", call_perf_counter_ns, "perf_counter in nanoseconds",
     NULL, NULL},
    {"sleep", "secs /", call_sleep, "waits", NULL, NULL},
    {0}};
