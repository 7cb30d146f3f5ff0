/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/ticks.h"

#include <math.h>
#include <stdio.h>

/* The smallest round step that is at least `least`; not 2.5 itself, because
   epochs and class numbers are whole. */
static double round_step(double least) {
  static const double steps[] = {1, 2, 2.5, 5, 10};
  double ten = pow(10, floor(log10(least)));
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    if (steps[i] * ten >= least * (1 - 1e-9) && steps[i] * ten != 2.5)
      return steps[i] * ten;
  return 10 * ten;
}

/* How many decimals show every multiple of step exactly. */
static int decimals_of(double step) {
  int n = 0;
  for (double s = step; n < 9; n++, s *= 10)
    if (fabs(s - nearbyint(s)) < 1e-6 * s)
      break;
  return n;
}

static void add(Ticks *t, double v, const char *format, int decimals) {
  t->at[t->n] = v;
  snprintf(t->text[t->n++], TICKS_TEXT, format, decimals, v);
}

static void log_ticks(Ticks *t, double from, double to, size_t most) {
  int low = (int)ceil(log10(from) - 1e-9);
  int high = (int)floor(log10(to) + 1e-9);
  int by = 1;
  while ((high - low) / by + 1 > (int)most)
    by++;
  int multiple = by * (int)ceil((double)low / by);
  if (multiple + by <= high)
    low = multiple;
  for (int e = low; e <= high && t->n < most; e += by)
    add(t, pow(10, e), e < -4 || e > 5 ? "%.*e" : "%.*f",
        e < -4 || e > 0 ? 0 : -e);
}

void ticks_make(Ticks *t, double from, double to, size_t most, bool log) {
  t->n = 0;
  if (log) {
    log_ticks(t, from, to, most);
    if (t->n >= 2 || t->n == most)
      return;
    t->n = 0;
  }
  double step = round_step((to - from) / (double)most);
  while (floor(to / step + 1e-9) - ceil(from / step - 1e-9) >= (double)most)
    step = round_step(step * 1.01);
  double biggest = fmax(fabs(from), fabs(to));
  bool e = biggest >= 1e6 || biggest < 1e-4;
  int decimals = decimals_of(step);
  if (e) {
    double ten = floor(log10(step) + 1e-9);
    decimals = (int)fmin(9, fmax(0, floor(log10(biggest)) - ten)) +
               decimals_of(step / pow(10, ten));
  }
  double first = ceil(from / step - 1e-9);
  for (int i = 0; t->n < most && (first + i) * step <= to + step * 1e-9; i++) {
    double v = (first + i) * step;
    add(t, v == 0 ? 0 : v, e ? "%.*e" : "%.*f", decimals);
  }
}
