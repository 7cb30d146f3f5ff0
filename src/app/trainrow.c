/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trainrow.h"

#include "app/output.h"
#include "app/trainmap.h"
#include "base/glyph.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

enum {
  CLASSES = 3,
  LEAST_DETAIL = 24,
  MOST_DETAIL = 50,
  MOST_BAR = 40,
  NARROW = 70
};

/* Returns the column after it. */
static int put(Page *p, int row, int column, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static int put(Page *p, int row, int column, const char *format, ...) {
  Buf b = BUF_EMPTY;
  va_list args;
  va_start(args, format);
  buf_vfmt(&b, format, args);
  va_end(args);
  int used = page_put(p, row, column, p->columns - column, buf_text(&b));
  buf_free(&b);
  return column + used;
}

/* --- the confusion matrix ------------------------------------------------- */

static bool is_narrow(const Page *p) {
  return p->columns < NARROW;
}

static int draw_accuracy(Page *p, int row, int64_t right, int64_t n) {
  double a = (double)right / (double)n;
  return put(p, row, 1, "%s %" PRId64 "/%" PRId64 " = %.1f%% %s%.0f%%",
             is_narrow(p) ? "accuracy" : "test accuracy", right, n, 100 * a,
             glyph(GLYPH_PLUS_MINUS), 100 * trainer_interval(a, n));
}

/* Returns the column after its first row. */
static int draw_confusion(const TrainView *v, Page *p, int row) {
  int64_t cells[CLASSES * CLASSES], right = 0, n = 0;
  int64_t classes = trainer_classes(v->trainer);
  trainer_confusion(v->trainer, true, cells);
  put(p, row + 1, 2, "true\\pred");
  for (int64_t t = 0; t < classes; t++) {
    put(p, row + 1, 11 + 4 * (int)t, "%3" PRId64, t);
    put(p, row + 2 + (int)t, 2, "%" PRId64, t);
    for (int64_t c = 0; c < classes; c++) {
      int64_t cell = cells[t * classes + c];
      OutputStyle style = t == c ? OUTPUT_GOOD
                          : cell ? OUTPUT_ERROR
                                 : OUTPUT_PLAIN;
      put(p, row + 2 + (int)t, 11 + 4 * (int)c, "%s%3" PRId64,
          output_style(style), cell);
      n += cell;
      right += t == c ? cell : 0;
    }
  }
  return draw_accuracy(p, row, right, n);
}

/* --- one row -------------------------------------------------------------- */

/* What the net says to a row: for two classes there is one logit, that of
   class 1, and p of class 0 is what is left. */
typedef struct Answer {
  int64_t classes, truth;
  float z[CLASSES], p[CLASSES];
} Answer;

static Answer ask(const TrainView *v) {
  TrainerRows r = trainer_rows(v->trainer, true);
  const float *x = r.x + v->row * r.features;
  Answer a = {.classes = trainer_classes(v->trainer), .truth = r.y[v->row]};
  trainer_logits(v->trainer, x, 1, a.z);
  trainer_probabilities(v->trainer, x, 1, a.p);
  if (a.classes == 2) {
    a.p[1] = a.p[0];
    a.p[0] = 1 - a.p[1];
    a.z[1] = a.z[0];
  }
  return a;
}

/* In the exact logits, so that a certain and wrong net has a finite loss:
   ln sum exp(z - max) + max - z[truth]; with one logit ln(1 + exp(-z)), z
   taken towards the truth. */
static double loss_of(const Answer *a) {
  double top = -INFINITY, sum = 0;
  if (a->classes == 2) {
    double z = a->truth ? (double)a->z[1] : -(double)a->z[1];
    return fmax(-z, 0) + log1p(exp(-fabs(z)));
  }
  for (int64_t c = 0; c < a->classes; c++)
    top = fmax(top, (double)a->z[c]);
  for (int64_t c = 0; c < a->classes; c++)
    sum += exp((double)a->z[c] - top);
  return log(sum) + top - (double)a->z[a->truth];
}

static void add_bar(Buf *b, double part, int width) {
  int eighths = isfinite(part) ? (int)(part * width * 8 + 1e-9) : 0;
  glyph_repeat(b, GLYPH_BLOCK_FULL, eighths / 8);
  if (eighths % 8)
    buf_str(b, glyph((Glyph)(GLYPH_EIGHTH_1 + eighths % 8 - 1)));
}

/* Where the columns of the table stand. */
typedef struct Table {
  int class, z, p, bar, slope;
} Table;

static Table table_of(const Page *p) {
  int start = p->columns * 3 / 8;
  start = start < LEAST_DETAIL  ? LEAST_DETAIL
          : start > MOST_DETAIL ? MOST_DETAIL
                                : start;
  int bar = p->columns - start - 30;
  bar = bar > MOST_BAR ? MOST_BAR : bar;
  return (Table){start, start + 6, start + 16, start + 22, start + 23 + bar};
}

/* With one logit, only the row of its class has z and a slope. */
static void draw_class(Page *p, int row, const Table *t, const Answer *a,
                       int c) {
  double prob = trainview_number(a->p[c]), z = trainview_number(a->z[c]);
  Buf bar = BUF_EMPTY;
  add_bar(&bar, prob, t->slope - t->bar - 1);
  put(p, row, t->class, "%d%s", c, c == a->truth ? " true" : "");
  if (a->classes > 2 || c == 1) {
    put(p, row, t->z, fabs(z) < 9999 ? "%8.2f" : "%8.1g", z);
    put(p, row, t->slope, isnan(prob) ? "   %.0f" : "%+6.3f",
        prob - (c == a->truth));
  }
  put(p, row, t->p, "%5.3f", prob);
  put(p, row, t->bar, "%s%s", trainmap_colour(c), buf_text(&bar));
  buf_free(&bar);
}

static void draw_title(const TrainView *v, Page *p, int row, int column,
                       int64_t truth) {
  put(p, row, column, "%srow %" PRId64 "%s%s, true class%s %" PRId64,
      output_style(OUTPUT_BOLD), v->row, is_narrow(p) ? "" : " of test",
      output_style(OUTPUT_PLAIN), is_narrow(p) ? "" : " =", truth);
}

static void draw_loss(Page *p, int row, int column, const Answer *a) {
  int used = column;
  if (!is_narrow(p))
    used =
        put(p, row, column, "L = -ln %.3f", trainview_number(a->p[a->truth]));
  else
    used = put(p, row, column, "L");
  put(p, row, used, " = %.3f  (a guess: ln %" PRId64 " = %.3f)",
      trainview_number(loss_of(a)), a->classes, log((double)a->classes));
}

static void draw_detail(const TrainView *v, Page *p, int row, int title) {
  Answer a = ask(v);
  Table t = table_of(p);
  draw_title(v, p, row, title > t.class ? title : t.class, a.truth);
  put(p, row + 1, t.class, "class");
  put(p, row + 1, t.z + 7, "z");
  put(p, row + 1, t.p, "p");
  put(p, row + 1, t.slope + 1, "p - y");
  for (int c = 0; c < a.classes; c++)
    draw_class(p, row + 2 + c, &t, &a, c);
  draw_loss(p, row + 2 + (int)a.classes, t.class, &a);
}

void trainrow_draw(const TrainView *v, Page *p, int row) {
  int end = draw_confusion(v, p, row);
  draw_detail(v, p, row, end + 3);
}
