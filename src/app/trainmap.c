/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trainmap.h"

#include "app/output.h"
#include "base/glyph.h"
#include "nn/samples.h"
#include "show/canvas.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

enum { CHUNK = 64 };

/* The inside of the frame, and what it spans. */
typedef struct Map {
  Page *page;
  int row, column, width, height;
  double x0, x1, y0, y1;
} Map;

const char *trainmap_colour(int64_t class_number) {
  static const int owners[] = {4, 5, 3};
  return output_options.color ? canvas_colour(NULL, owners[class_number]) : "";
}

/* What fills the region of a class. */
static const char *fill_of(int64_t class_number) {
  return class_number == 0   ? glyph(GLYPH_MIDDOT)
         : class_number == 1 ? glyph(GLYPH_BLOCK_LIGHT)
                             : " ";
}

static void put(const Map *m, int row, int column, const char *style,
                const char *sign) {
  char text[48];
  if (row < 0 || column < 0 || row >= m->height || column >= m->width)
    return;
  snprintf(text, sizeof text, "%s%s", style, sign);
  page_put(m->page, m->row + row, m->column + column, 1, text);
}

/* --- where things are ----------------------------------------------------- */

/* The range of a feature of the rows, with a little air. */
static void span(const TrainerRows *r, int feature, double *from, double *to) {
  *from = INFINITY;
  *to = -INFINITY;
  for (int64_t i = 0; i < r->n; i++) {
    double x = (double)r->x[i * r->features + feature];
    *from = fmin(*from, x);
    *to = fmax(*to, x);
  }
  double air = (*to - *from) / 20;
  *from -= air;
  *to += air;
}

static double x_at(const Map *m, int column) {
  return m->x0 + (m->x1 - m->x0) * (column + 0.5) / m->width;
}

static double y_at(const Map *m, int row) {
  return m->y1 - (m->y1 - m->y0) * (row + 0.5) / m->height;
}

/* --- regions and rows ----------------------------------------------------- */

/* The answers for one row of places; features 3 and 4 are 0, their mean. */
static void draw_region(const TrainView *v, const Map *m, int row) {
  for (int from = 0; from < m->width; from += CHUNK) {
    int n = m->width - from < CHUNK ? m->width - from : CHUNK;
    float x[CHUNK * SAMPLES_FEATURES] = {0};
    int64_t answer[CHUNK];
    for (int i = 0; i < n; i++) {
      x[i * SAMPLES_FEATURES] = (float)x_at(m, from + i);
      x[i * SAMPLES_FEATURES + 1] = (float)y_at(m, row);
    }
    trainer_classify(v->trainer, x, n, answer);
    for (int i = 0; i < n; i++)
      put(m, row, from + i, trainmap_colour(answer[i]), fill_of(answer[i]));
  }
}

static void draw_row(const TrainView *v, const Map *m, const TrainerRows *r,
                     int64_t i, bool wrong_ones) {
  const float *x = r->x + i * r->features;
  int64_t answer;
  trainer_classify(v->trainer, x, 1, &answer);
  bool wrong = answer != r->y[i], shown = i == v->row;
  if (!shown && wrong != wrong_ones)
    return;
  int column = (int)(((double)x[0] - m->x0) / (m->x1 - m->x0) * m->width);
  int row = (int)((m->y1 - (double)x[1]) / (m->y1 - m->y0) * m->height);
  char letter[] = {(char)((wrong ? 'a' : 'A') + r->y[i]), '\0'}, style[32];
  snprintf(style, sizeof style, "%s%s",
           wrong ? output_style(OUTPUT_ERROR) : trainmap_colour(r->y[i]),
           output_style(OUTPUT_BOLD));
  put(m, row, column, style, letter);
  if (shown) {
    put(m, row, column - 1, output_style(OUTPUT_BOLD), "[");
    put(m, row, column + 1, output_style(OUTPUT_BOLD), "]");
  }
}

/* Where several rows share a place, a wrong one is seen; the one shown below
   is on top of all. */
static void draw_rows(const TrainView *v, const Map *m, const TrainerRows *r) {
  for (int wrong = 0; wrong < 2; wrong++)
    for (int64_t i = 0; i < r->n; i++)
      if (i != v->row)
        draw_row(v, m, r, i, wrong);
  draw_row(v, m, r, v->row, true);
}

/* --- around it ------------------------------------------------------------ */

static void draw_caption(const TrainView *v, Page *p, int row, int column,
                         int width) {
  Buf b = BUF_EMPTY;
  bool roomy = width >= 36;
  if (roomy || glyph_ascii())
    buf_fmt(&b, " x1%s x2%s", glyph(GLYPH_ARROW), glyph(GLYPH_UP));
  for (int64_t c = 0; c < trainer_classes(v->trainer); c++)
    buf_fmt(&b, " %s%c%s%s%s%" PRId64, trainmap_colour(c), (char)('A' + c),
            fill_of(c), output_style(OUTPUT_PLAIN), roomy ? "class" : "", c);
  page_put(p, row, column, width, buf_text(&b));
  buf_free(&b);
}

static void draw_ranges(const Map *m) {
  Buf b = BUF_EMPTY;
  buf_fmt(&b, "x1 %.1f..%.1f", m->x0, m->x1);
  if (m->width > 24)
    buf_fmt(&b, "  x2 %.1f..%.1f", m->y0, m->y1);
  page_put(m->page, m->row + m->height + 1, m->column, m->width, buf_text(&b));
  buf_free(&b);
}

void trainmap_draw(const TrainView *v, Page *p, int row, int column, int width,
                   int height) {
  TrainerRows r = trainer_rows(v->trainer, true);
  Map m = {.page = p,
           .row = row + 2,
           .column = column + 1,
           .width = width - 2,
           .height = height - 4};
  span(&r, 0, &m.x0, &m.x1);
  span(&r, 1, &m.y0, &m.y1);
  draw_caption(v, p, row, column, width);
  page_frame(p, row + 1, column, width, height - 2, NULL);
  for (int i = 0; i < m.height; i++)
    draw_region(v, &m, i);
  draw_rows(v, &m, &r);
  draw_ranges(&m);
}
