/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/traindraw.h"

#include "app/output.h"
#include "app/progressbar.h"
#include "app/screens.h"
#include "app/traincurve.h"
#include "app/trainhelp.h"
#include "app/trainmap.h"
#include "app/trainrow.h"
#include "base/glyph.h"
#include "base/utf8.h"
#include "show/plot.h"
#include "show/textplot.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { POINTS = 2000, CHANGE = 10, MOST_BAR = 60, ROOMY = 76, LEFT = 40 };

/* --- header --------------------------------------------------------------- */

static void draw_header(const TrainView *v, Page *p) {
  const TrainerOptions *o = trainer_options(v->trainer);
  Buf net = BUF_EMPTY, rest = BUF_EMPTY, line = BUF_EMPTY;
  buf_fmt(&net, "4-%" PRId64 "-%" PRId64, o->hidden,
          trainer_outputs(v->trainer));
  trainsetup_rule(o, &rest);
  buf_fmt(&rest, "  seed %" PRIu64, trainview_seed(v));
  buf_fmt(&line, "train %s  net %s relu%s%s (%" PRId64 " params)  %s",
          trainsetup_task(o->task), buf_text(&net), glyph(GLYPH_ARROW),
          o->task == TRAINER_BINARY ? "sigmoid" : "softmax",
          trainer_parameters(v->trainer), buf_text(&rest));
  if ((int)utf8_width(buf_text(&line)) > p->columns - 2) {
    buf_clear(&line);
    buf_fmt(&line, "train %s  net %s  %s", trainsetup_task(o->task),
            buf_text(&net), buf_text(&rest));
  }
  Buf bold = BUF_EMPTY;
  buf_fmt(&bold, "%s%s", output_style(OUTPUT_BOLD), buf_text(&line));
  page_put(p, 0, 1, p->columns - 1, buf_text(&bold));
  buf_free(&net);
  buf_free(&rest);
  buf_free(&line);
  buf_free(&bold);
}

/* --- loss ----------------------------------------------------------------- */

/* Of long histories every so many epochs, and the last. */
static bool add_losses(const TrainView *v, Plot *p, const char *label,
                       const float *losses) {
  PlotSeries *s = plot_add_series(p, PLOT_LINE, label);
  size_t step = v->n / POINTS + 1;
  for (size_t i = 0; s && i < v->n; i += step)
    if (!plot_add_point(s, (double)(i + 1), trainview_number(losses[i])))
      return false;
  size_t end = v->n - 1;
  return s && (!v->n || end % step == 0 ||
               plot_add_point(s, (double)v->n, trainview_number(losses[end])));
}

/* The axis is as long as the whole run, so that the curve grows. */
static Plot *loss_plot(const TrainView *v) {
  Plot *p = plot_new();
  if (p && plot_ylabel(p, "loss (nats)") &&
      plot_xlim(p, 1, v->epochs > 1 ? (double)v->epochs : 2) &&
      add_losses(v, p, "train", v->losses) &&
      add_losses(v, p, "test", v->test_losses) &&
      traincurve_guess(p, trainer_classes(v->trainer))) {
    p->latest = true;
    return p;
  }
  plot_free(p);
  return NULL;
}

static bool draw_loss(const TrainView *v, Page *page, int row, int width,
                      int height) {
  TextplotOptions o = {width, height, output_options.color};
  Buf text = BUF_EMPTY;
  Plot *p = loss_plot(v);
  bool fine = p && textplot_draw(p, o, &text);
  if (fine)
    page_lines(page, row, 0, width, buf_text(&text));
  plot_free(p);
  buf_free(&text);
  return fine;
}

/* --- progress ------------------------------------------------------------- */

static void add_state(const TrainView *v, Buf *b) {
  if (trainview_done(v))
    buf_str(b, "finished");
  else if (v->paused)
    buf_str(b, "paused");
  else if (isinf(trainview_rate(v)))
    buf_str(b, "full speed");
  else
    buf_fmt(b, "%g epochs/s", trainview_rate(v));
}

static void add_figures(const TrainView *v, bool roomy, Buf *b) {
  if (v->n)
    buf_fmt(b, "|grad| %.3g  ", trainview_number(v->last.grad_norm));
  if (v->n > CHANGE && roomy)
    buf_fmt(
        b, "%s%d ep %+.3f  ", glyph(GLYPH_DELTA), CHANGE,
        trainview_number((v->losses[v->n - 1] - v->losses[v->n - 1 - CHANGE])));
  add_state(v, b);
}

static void draw_progress(const TrainView *v, Page *p, int row) {
  Buf line = BUF_EMPTY, right = BUF_EMPTY;
  buf_fmt(&line, "epoch %zu/%" PRId64 " [", v->n, v->epochs);
  add_figures(v, p->columns >= ROOMY, &right);
  int width = p->columns - 6 - (int)utf8_width(buf_text(&line)) -
              (int)utf8_width(buf_text(&right));
  progressbar_add(&line, (double)v->n / (double)v->epochs,
                  width > MOST_BAR ? MOST_BAR : width);
  buf_fmt(&line, "]  %s", buf_text(&right));
  page_put(p, row, 1, p->columns - 1, buf_text(&line));
  buf_free(&line);
  buf_free(&right);
}

/* --- what to know and what to press --------------------------------------- */

static void add_bad(const TrainView *v, bool roomy, Buf *b) {
  buf_fmt(b, "%s%s%s is nan or inf since epoch %zu", output_style(OUTPUT_ERROR),
          output_style(OUTPUT_BOLD), v->last.bad, v->n);
  if (roomy)
    buf_fmt(b, " (%zu was good): try - and r", v->n - 1);
  else
    buf_str(b, ": - and r");
}

/* Returns the column after it. */
static int draw_message(const TrainView *v, Page *p, int row) {
  bool roomy = p->columns >= ROOMY;
  Buf b = BUF_EMPTY;
  if (v->last.bad)
    add_bad(v, roomy, &b);
  else if (trainview_done(v))
    buf_str(&b, roomy ? "all epochs are done: q keeps this net, r n begin again"
                      : "finished: q r n");
  else
    buf_str(&b, roomy ? "lower case on the map = the net gets it wrong"
                      : "lower case: wrong");
  int used = page_put(p, row, 1, p->columns - 1, buf_text(&b));
  buf_free(&b);
  return 1 + used;
}

static const char *const keys[] = {"space pause", "s step",     "S 10 steps",
                                   "r rewind",    "n new seed", "+/- lr",
                                   "1-9 speed",   "up/down row"};
enum { KEYS = sizeof keys / sizeof *keys };

static int key_columns(int i) {
  return (int)strlen(keys[i]) + 2;
}

/* How many keys from number `first` on fit into so many columns. */
static int keys_that_fit(int first, int columns) {
  int n = 0;
  while (first + n < KEYS && (columns -= key_columns(first + n)) >= 0)
    n++;
  return n;
}

static int width_of_keys(int first, int n) {
  int width = 0;
  for (int i = first; i < first + n; i++)
    width += key_columns(i);
  return width;
}

static void draw_some_keys(Page *p, int row, int column, int first, int n) {
  for (int i = first; i < first + n; i++) {
    page_put(p, row, column, p->columns - column, keys[i]);
    column += key_columns(i);
  }
}

/* In the last row those that fit, and always how to get help and out; more of
   them beside the message. */
static void draw_bottom(const TrainView *v, Page *p) {
  static const char end[] = "? help  q quit";
  int row = p->rows - 1, from = draw_message(v, p, row - 1) + 2;
  int n = keys_that_fit(0, p->columns - 1 - (int)sizeof end);
  int more = keys_that_fit(n, p->columns - from);
  draw_some_keys(p, row, 1, 0, n);
  page_put(p, row, 1 + width_of_keys(0, n), p->columns, end);
  draw_some_keys(p, row - 1, p->columns - width_of_keys(n, more), n, more);
}

/* --- the whole ------------------------------------------------------------ */

static void draw_too_small(Page *p) {
  char text[80];
  snprintf(text, sizeof text, "needs %dx%d, has %dx%d: q quits",
           SCREENS_COLUMNS, SCREENS_ROWS, p->columns, p->rows);
  int column = (p->columns - (int)utf8_width(text)) / 2;
  page_put(p, p->rows / 2, column < 0 ? 0 : column, p->columns, text);
}

bool traindraw_page(const TrainView *v, Page *p) {
  page_clear(p);
  if (p->columns < SCREENS_COLUMNS || p->rows < SCREENS_ROWS) {
    draw_too_small(p);
    return true;
  }
  if (v->help) {
    trainhelp_draw(v, p);
    return true;
  }
  int height = p->rows - 7 - (int)trainer_classes(v->trainer);
  int left = p->columns * 11 / 20 < LEFT ? LEFT : p->columns * 11 / 20;
  draw_header(v, p);
  if (!draw_loss(v, p, 1, left, height))
    return false;
  trainmap_draw(v, p, 1, left, p->columns - left, height);
  trainrow_draw(v, p, height + 1);
  draw_progress(v, p, p->rows - 3);
  draw_bottom(v, p);
  return true;
}
