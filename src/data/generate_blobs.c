/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/generate.h"

#include "base/err.h"
#include "base/mem.h"
#include "base/stop.h"

#include <inttypes.h>
#include <math.h>

/* The centres, given or drawn from the box; what it returns is the caller's. */
static double *make_centers(const MakeBlobs *p, int64_t n, NpRandom *r) {
  double *c = dataset_matrix(n, p->n_features);
  if (c && !p->centers && !isfinite(p->box_high - p->box_low)) {
    mem_free(c);
    return err_null(ERR_OverflowError, "Range exceeds valid bounds");
  }
  for (int64_t i = 0; c && i < n * p->n_features; i++)
    c[i] = p->centers ? p->centers[i]
                      : nprandom_uniform(r, p->box_low, p->box_high);
  return c;
}

/* How many points blob i of n gets: the first ones take the remainder, both
   rounded down as Python does. */
static int64_t size_of(const MakeBlobs *p, int64_t n, int64_t i) {
  if (!p->total)
    return p->n_samples[i];
  int64_t share = p->n_samples[0] / n, rest = p->n_samples[0] % n;
  if (rest < 0) {
    share--;
    rest += n;
  }
  return share + (i < rest);
}

/* The sum of all sizes, below 0 when any of them is. */
static int64_t count_rows(const MakeBlobs *p, int64_t n) {
  int64_t rows = 0;
  for (int64_t i = 0; i < n; i++) {
    int64_t size = size_of(p, n, i);
    if (size < 0)
      return -1;
    if (__builtin_add_overflow(rows, size, &rows))
      return INT64_MAX;
  }
  return rows;
}

static bool check(const MakeBlobs *p, int64_t n) {
  if (!p->total && n == 0)
    return err_set(ERR_ValueError,
                   "Found array with 0 sample(s) (shape=(0, %" PRId64
                   ")) while a minimum of 1 is required.",
                   p->n_features);
  if (!p->total && p->n_sizes != n)
    return err_set(ERR_ValueError,
                   "Length of `n_samples` not consistent with number of "
                   "centers. Got n_samples = %" PRId64
                   " and centers = %" PRId64,
                   p->n_sizes, n);
  if (p->n_std != 1 && p->n_std != n)
    return err_set(ERR_ValueError,
                   "Length of `clusters_std` not consistent with number of "
                   "centers. Got centers = %" PRId64
                   " and cluster_std = %" PRId64,
                   n, p->n_std);
  if (n == 0)
    return err_set(ERR_ZeroDivisionError, "integer division or modulo by zero");
  return true;
}

static bool fill(const MakeBlobs *p, int64_t n, const double *centers,
                 NpRandom *r, DataSet *d) {
  double *x = d->x;
  int64_t *y = d->y, m = p->n_features;
  for (int64_t i = 0; i < n; i++) {
    double std = p->std[p->n_std == 1 ? 0 : i];
    if (signbit(std) && !isnan(std))
      return err_set(ERR_ValueError, "scale < 0");
    for (int64_t k = size_of(p, n, i); k > 0; k--) {
      if (STOP_ASKED())
        return false;
      for (int64_t j = 0; j < m; j++)
        *x++ = centers[i * m + j] + std * nprandom_gauss(r);
      *y++ = i;
    }
  }
  return true;
}

bool generate_blobs(const MakeBlobs *p, NpRandom *r, DataSet *out) {
  int64_t n = p->total || p->centers ? p->n_centers : p->n_sizes;
  *out = (DataSet){0};
  double *centers = make_centers(p, n, r);
  bool ok = centers && check(p, n) &&
            dataset_new(out, count_rows(p, n), p->n_features) &&
            fill(p, n, centers, r, out) &&
            (!p->shuffle || dataset_shuffle_rows(out, r));
  mem_free(centers);
  if (!ok)
    dataset_free(out);
  return ok;
}
