/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/textlying.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "show/textbars.h"
#include "show/ticks.h"

#include <math.h>
#include <stdio.h>

bool textlying_may(const Plot *p, int rows) {
  size_t lines = 0;
  for (size_t i = 0; i < p->count; i++) {
    const PlotSeries *d = p->series[i];
    lines += d->n;
    if (d->style != PLOT_BARS || d->n != p->series[0]->n)
      return false;
    for (size_t k = 0; k < d->n; k++)
      if (!p->xticks.n && d->x[k] != nearbyint(d->x[k]))
        return false;
    if (p->xticks.n && d->n != p->xticks.n)
      return false;
  }
  return lines && lines + 2 <= (size_t)rows && !p->guide_count &&
         !p->ylim.set && !p->xlim.set && !p->ylog && !p->xlog &&
         !p->text_count && !p->field_count;
}

typedef struct Lying {
  char (*labels)[TICKS_TEXT];
  const char **shown;
  double full;
  size_t widest;
} Lying;

static bool name_bars(const Plot *p, Lying *l) {
  const PlotSeries *first = p->series[0];
  l->labels = mem_zeroed(first->n, sizeof *l->labels);
  l->shown = mem_zeroed(first->n, sizeof *l->shown);
  if (!l->labels || !l->shown)
    return false;
  for (size_t i = 0; i < first->n; i++) {
    snprintf(l->labels[i], TICKS_TEXT, "%.6g", first->x[i]);
    const char *name = p->xticks.n ? p->xticks.text[i] : NULL;
    l->shown[i] = name ? name : l->labels[i];
    size_t n = utf8_width(l->shown[i]);
    l->widest = n > l->widest ? n : l->widest;
  }
  return true;
}

static double common_full(const Plot *p) {
  double full = 0;
  bool unit = true;
  for (size_t i = 0; i < p->count; i++)
    for (size_t k = 0; k < p->series[i]->n; k++) {
      double v = p->series[i]->y[k];
      unit &= !(v < 0 || v > 1);
      if (isfinite(v))
        full = fmax(full, fabs(v));
    }
  return unit ? 1 : full;
}

bool textlying_draw(const TextSheet *s, int columns, bool colour, Buf *out) {
  const Plot *p = s->p;
  Lying l = {.full = common_full(p)};
  bool fine = name_bars(p, &l);
  int width = columns - (int)l.widest - 16;
  Canvas c = {.looks = s->looks};
  for (size_t i = 0; fine && i < p->count; i++) {
    int owner = textsheet_owner(p, i);
    TextBars b = {.labels = l.shown,
                  .values = p->series[i]->y,
                  .n = p->series[i]->n,
                  .width = width < 4 ? 4 : width,
                  .full = l.full,
                  .light = i % 2,
                  .colour = colour ? canvas_colour(&c, owner) : NULL};
    fine = textbars_show(&b, out);
  }
  mem_free(l.labels);
  mem_free(l.shown);
  return fine;
}
