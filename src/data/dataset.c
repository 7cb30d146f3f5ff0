/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/dataset.h"

#include "base/mem.h"
#include "num/array.h"
#include "num/pool.h"

#include <string.h>

/* Memory for rows x columns elements of 8 bytes. What cannot be had is asked
   of array_new, which fails with NumPy's words. */
static void *room(DType dtype, int ndim, int64_t rows, int64_t columns) {
  int64_t n, bytes;
  bool bad = rows < 0 || columns < 0 ||
             __builtin_mul_overflow(rows, columns, &n) ||
             __builtin_mul_overflow(n, (int64_t)8, &bytes) ||
             pool_is_hopeless((size_t)bytes);
  if (!bad)
    return mem_zeroed((size_t)n, 8);
  int64_t shape[] = {rows, columns};
  array_unref(array_new(FAMILY_NUMPY, dtype, ndim, shape));
  return NULL;
}

double *dataset_matrix(int64_t rows, int64_t columns) {
  return room(DT_F64, 2, rows, columns);
}

int64_t *dataset_indices(int64_t n) {
  int64_t *indices = room(DT_I64, 1, n, 1);
  for (int64_t i = 0; indices && i < n; i++)
    indices[i] = i;
  return indices;
}

bool dataset_new(DataSet *d, int64_t rows, int64_t columns) {
  *d = (DataSet){.rows = rows, .columns = columns};
  d->x = dataset_matrix(rows, columns);
  d->y = d->x ? room(DT_I64, 1, rows, 1) : NULL;
  if (!d->y)
    dataset_free(d);
  return d->y;
}

void dataset_free(DataSet *d) {
  mem_free(d->x);
  mem_free(d->y);
  *d = (DataSet){0};
}

/* 0 .. n-1 in a new order. */
static int64_t *shuffled(NpRandom *r, int64_t n) {
  int64_t *indices = dataset_indices(n);
  if (indices)
    nprandom_permutation(r, n, indices);
  return indices;
}

static void take_rows(const DataSet *d, const int64_t *order, DataSet *out) {
  size_t bytes = (size_t)d->columns * sizeof *d->x;
  for (int64_t i = 0; i < d->rows; i++) {
    memcpy(out->x + i * d->columns, d->x + order[i] * d->columns, bytes);
    out->y[i] = d->y[order[i]];
  }
}

bool dataset_shuffle_rows(DataSet *d, NpRandom *r) {
  DataSet out;
  int64_t *order = shuffled(r, d->rows);
  bool ok = order && dataset_new(&out, d->rows, d->columns);
  if (ok) {
    take_rows(d, order, &out);
    dataset_free(d);
    *d = out;
  }
  mem_free(order);
  return ok;
}

bool dataset_shuffle_columns(DataSet *d, NpRandom *r) {
  int64_t *order = shuffled(r, d->columns);
  double *row = order ? dataset_matrix(1, d->columns) : NULL;
  size_t bytes = (size_t)d->columns * sizeof *row;
  for (int64_t i = 0; row && i < d->rows; i++) {
    double *x = d->x + i * d->columns;
    for (int64_t j = 0; j < d->columns; j++)
      row[j] = x[order[j]];
    memcpy(x, row, bytes);
  }
  bool ok = row;
  mem_free(row);
  mem_free(order);
  return ok;
}
