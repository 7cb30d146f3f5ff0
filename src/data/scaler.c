/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/scaler.h"

#include "base/mem.h"
#include "data/dataset.h"
#include "num/floats.h"

#include <float.h>
#include <math.h>

/* The two-pass algorithm with its correction: mean = sum / n, d = x - mean,
   var = (sum d^2 - (sum d)^2 / n) / n. NaN counts as missing. Sums of a
   column-major matrix and of a single column are NumPy's pairwise ones, others
   add row after row. */
typedef struct Column {
  double n, sum, correction, squares;
} Column;

/* A column that varies by no more than its rounding errors keeps scale 1. */
static void finish(const Column *c, double *mean, double *scale) {
  double var = (c->squares - c->correction * c->correction / c->n) / c->n;
  double spread = c->n * *mean * DBL_EPSILON;
  double bound = c->n * DBL_EPSILON * var + spread * spread;
  *scale = var <= bound ? 1.0 : sqrt(var);
}

/* One column: terms has room for n values. */
static void fit_column(const double *x, int64_t n, double *terms, double *mean,
                       double *scale) {
  Column c = {0};
  for (int64_t i = 0; i < n; i++) {
    c.n += !isnan(x[i]);
    terms[i] = isnan(x[i]) ? 0 : x[i];
  }
  c.sum = floats_pairwise(terms, n, 1);
  *mean = c.sum / c.n;
  for (int64_t i = 0; i < n; i++)
    terms[i] = isnan(x[i]) ? 0 : x[i] - *mean;
  c.correction = floats_pairwise(terms, n, 1);
  for (int64_t i = 0; i < n; i++)
    terms[i] *= terms[i];
  c.squares = floats_pairwise(terms, n, 1);
  finish(&c, mean, scale);
}

static bool fit_columns(const double *x, int64_t rows, int64_t columns,
                        double *mean, double *scale) {
  double *terms = dataset_matrix(1, rows);
  if (!terms)
    return false;
  for (int64_t j = 0; j < columns; j++)
    fit_column(x + j * rows, rows, terms, mean + j, scale + j);
  mem_free(terms);
  return true;
}

static void add_rows(const double *x, int64_t rows, int64_t columns,
                     Column *c) {
  for (int64_t i = 0; i < rows; i++)
    for (int64_t j = 0; j < columns; j++, x++)
      if (!isnan(*x)) {
        c[j].n++;
        c[j].sum += *x;
      }
}

static void add_deviations(const double *x, int64_t rows, int64_t columns,
                           const double *mean, Column *c) {
  for (int64_t i = 0; i < rows; i++)
    for (int64_t j = 0; j < columns; j++, x++)
      if (!isnan(*x)) {
        double d = *x - mean[j];
        c[j].correction += d;
        c[j].squares += d * d;
      }
}

static bool fit_rows(const double *x, int64_t rows, int64_t columns,
                     double *mean, double *scale) {
  Column *c = mem_zeroed((size_t)columns, sizeof *c);
  if (!c)
    return false;
  add_rows(x, rows, columns, c);
  for (int64_t j = 0; j < columns; j++)
    mean[j] = c[j].sum / c[j].n;
  add_deviations(x, rows, columns, mean, c);
  for (int64_t j = 0; j < columns; j++)
    finish(&c[j], &mean[j], &scale[j]);
  mem_free(c);
  return true;
}

bool scaler_fit(const double *x, int64_t rows, int64_t columns,
                bool column_major, double *mean, double *scale) {
  if (column_major || columns == 1)
    return fit_columns(x, rows, columns, mean, scale);
  return fit_rows(x, rows, columns, mean, scale);
}

void scaler_transform(const double *x, int64_t rows, int64_t columns,
                      bool column_major, const double *mean,
                      const double *scale, double *out) {
  int64_t n = rows * columns;
  for (int64_t i = 0; i < n; i++) {
    int64_t j = column_major ? i / rows : i % columns;
    out[i] = (x[i] - mean[j]) / scale[j];
  }
}
