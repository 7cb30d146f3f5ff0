/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/progressbar.h"

#include "app/output.h"
#include "base/clock.h"
#include "base/glyph.h"
#include "base/utf8.h"

#include <unistd.h>

enum { CELLS = 20 };

static const double SILENT = 1.0, BETWEEN = 0.1; /* seconds */

void progressbar_start(ProgressBar *p, const char *what, int64_t total) {
  double now = clock_coarse();
  *p = (ProgressBar){.what = what,
                     .total = total,
                     .start = now,
                     .next = now + BETWEEN,
                     .terminal = isatty(2) && !output_options.transcript};
}

bool progressbar_due(ProgressBar *p) {
  double now = clock_coarse();
  if (now < p->next)
    return false;
  p->next = now + BETWEEN;
  output_flush();
  return p->terminal && now - p->start >= SILENT;
}

/* "5 s", "2 min 10 s", "3 h 20 min" */
static void add_time(Buf *b, double s) {
  if (s < 60)
    buf_fmt(b, "%.0f s", s);
  else if (s < 3600)
    buf_fmt(b, "%d min %d s", (int)s / 60, (int)s % 60);
  else if (s < 360000)
    buf_fmt(b, "%d h %d min", (int)s / 3600, (int)s % 3600 / 60);
  else
    buf_str(b, "days");
}

void progressbar_add(Buf *b, double share, int width) {
  int full = (int)(share * width);
  glyph_repeat(b, GLYPH_BLOCK_FULL, full);
  glyph_repeat(b, GLYPH_BLOCK_LIGHT, width - full);
}

void progressbar_show(ProgressBar *p, int64_t done, const char *note) {
  Buf b = BUF_EMPTY;
  double rate = (double)done / (clock_coarse() - p->start);
  buf_fmt(&b, "%s %lld/%lld [", p->what, (long long)done, (long long)p->total);
  progressbar_add(&b, (double)done / (double)p->total, CELLS);
  buf_fmt(&b, rate < 10 ? "] %.1f/s, " : "] %.0f/s, ", rate);
  add_time(&b, (double)(p->total - done) / rate);
  buf_fmt(&b, " left  %s", note);
  progressbar_clear(p);
  size_t columns = (size_t)output_options.columns - 1;
  output_error(buf_text(&b), utf8_fit(buf_text(&b), b.len, columns));
  p->shown = true;
  buf_free(&b);
}

/* Blanks rather than an escape sequence: every terminal knows them. */
void progressbar_clear(ProgressBar *p) {
  if (!p->shown)
    return;
  output_error_fmt("\r%*s\r", output_options.columns - 1, "");
  p->shown = false;
}
