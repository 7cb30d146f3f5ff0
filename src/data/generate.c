/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make_moons and make_circles; the larger generators have files of their
   own, generate_*.c. */
#include "data/generate.h"

#include "base/err.h"

#include <inttypes.h>
#include <math.h>

static const double pi = 3.14159265358979323846;

/* np.linspace(0, end, n)[i] */
static double linspace(double end, int64_t n, bool endpoint, int64_t i) {
  int64_t parts = endpoint ? n - 1 : n;
  if (endpoint && n > 1 && i == n - 1)
    return end;
  return parts > 0 ? (double)i * (end / (double)parts) : 0.0;
}

/* Rows for both curves; labels 0 and 1. */
static bool start(int64_t n_outer, int64_t n_inner, DataSet *d) {
  int64_t least = n_outer < 0 ? n_outer : n_inner, n;
  *d = (DataSet){0};
  if (least < 0)
    return err_set(ERR_ValueError,
                   "Number of samples, %" PRId64 ", must be non-negative.",
                   least);
  if (__builtin_add_overflow(n_outer, n_inner, &n))
    n = INT64_MAX;
  if (!dataset_new(d, n, 2))
    return false;
  for (int64_t i = n_outer; i < n; i++)
    d->y[i] = 1;
  return true;
}

/* Shuffles, then adds noise row by row. */
static bool finish(bool shuffle, double noise, NpRandom *r, DataSet *d) {
  if (shuffle && !dataset_shuffle_rows(d, r)) {
    dataset_free(d);
    return false;
  }
  for (int64_t i = 0; !(noise < 0) && i < 2 * d->rows; i++)
    d->x[i] += 0.0 + noise * nprandom_gauss(r);
  return true;
}

bool generate_moons(int64_t n_outer, int64_t n_inner, bool shuffle,
                    double noise, NpRandom *r, DataSet *out) {
  if (!start(n_outer, n_inner, out))
    return false;
  double *x = out->x;
  for (int64_t i = 0; i < n_outer; i++) {
    double t = linspace(pi, n_outer, true, i);
    *x++ = cos(t);
    *x++ = sin(t);
  }
  for (int64_t i = 0; i < n_inner; i++) {
    double t = linspace(pi, n_inner, true, i);
    *x++ = 1 - cos(t);
    *x++ = 1 - sin(t) - 0.5;
  }
  return finish(shuffle, noise, r, out);
}

bool generate_circles(int64_t n_outer, int64_t n_inner, bool shuffle,
                      double noise, double factor, NpRandom *r, DataSet *out) {
  if (factor >= 1 || factor < 0) {
    *out = (DataSet){0};
    return err_set(ERR_ValueError, "'factor' has to be between 0 and 1.");
  }
  if (!start(n_outer, n_inner, out))
    return false;
  double *x = out->x;
  for (int64_t i = 0; i < n_outer + n_inner; i++) {
    bool outer = i < n_outer;
    double t = outer ? linspace(2 * pi, n_outer, false, i)
                     : linspace(2 * pi, n_inner, false, i - n_outer);
    *x++ = outer ? cos(t) : cos(t) * factor;
    *x++ = outer ? sin(t) : sin(t) * factor;
  }
  return finish(shuffle, noise, r, out);
}
