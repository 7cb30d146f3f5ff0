/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/nprandom.h"

#include "base/err.h"
#include "base/mem.h"
#include "base/stop.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* Kahan's compensated sum, which the check of p uses. */
static double kahan_sum(const double *p, int64_t n) {
  double sum = n > 0 ? p[0] : 0.0, lost = 0.0;
  for (int64_t i = 1; i < n; i++) {
    double y = p[i] - lost, t = sum + y;
    lost = (t - sum) - y;
    sum = t;
  }
  return sum;
}

/* The tolerance is the square root of float64's epsilon. */
static bool check_probabilities(const double *p, int64_t n) {
  double sum = kahan_sum(p, n);
  if (isnan(sum))
    return err_set(ERR_ValueError, "probabilities contain NaN");
  for (int64_t i = 0; i < n; i++)
    if (p[i] < 0)
      return err_set(ERR_ValueError, "probabilities are not non-negative");
  if (fabs(sum - 1.0) > 0x1p-26)
    return err_set(ERR_ValueError, "probabilities do not sum to 1");
  return true;
}

static bool check_distinct(int64_t n, int64_t count, const double *p) {
  if (count > n)
    return err_set(ERR_ValueError, "Cannot take a larger sample than "
                                   "population when 'replace=False'");
  int64_t possible = 0;
  for (int64_t i = 0; p && i < n; i++)
    possible += p[i] > 0;
  if (p && possible < count)
    return err_set(ERR_ValueError, "Fewer non-zero entries in p than size");
  return true;
}

/* Running sums of p divided by the last of them. */
static void fill_cdf(const double *p, int64_t n, double *cdf) {
  for (int64_t i = 0; i < n; i++)
    cdf[i] = i ? cdf[i - 1] + p[i] : p[i];
  double last = n > 0 ? cdf[n - 1] : 1.0;
  for (int64_t i = 0; i < n; i++)
    cdf[i] /= last;
}

/* How many entries are <= u. */
static int64_t bisect_right(const double *cdf, int64_t n, double u) {
  int64_t low = 0, high = n;
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    if (u < cdf[middle])
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

/* n doubles, or NULL; a MemoryError also where the bytes cannot be counted. */
static double *doubles(int64_t n) {
  if ((uint64_t)n > PTRDIFF_MAX / sizeof(double))
    return err_memory(SIZE_MAX);
  return mem_alloc((size_t)n * sizeof(double));
}

static bool weighted(NpRandom *r, int64_t n, int64_t count, const double *p,
                     int64_t *out) {
  double *cdf = doubles(n);
  if (!cdf)
    return false;
  fill_cdf(p, n, cdf);
  for (int64_t i = 0; i < count; i++)
    out[i] = bisect_right(cdf, n, nprandom_double(r));
  mem_free(cdf);
  return true;
}

/* Rounds of as many draws as are missing; an item found loses its weight
   before the next round's sums. */
static bool find_distinct(NpRandom *r, int64_t n, int64_t count, double *left,
                          double *cdf, int64_t *out) {
  for (int64_t found = 0; found < count;) {
    if (STOP_ASKED())
      return false;
    fill_cdf(left, n, cdf);
    for (int64_t draws = count - found; draws > 0; draws--) {
      int64_t item = bisect_right(cdf, n, nprandom_double(r));
      if (left[item] > 0)
        out[found++] = item;
      left[item] = 0;
    }
  }
  return true;
}

static bool weighted_distinct(NpRandom *r, int64_t n, int64_t count,
                              const double *p, int64_t *out) {
  double *left = doubles(n), *cdf = left ? doubles(n) : NULL;
  bool ok = cdf;
  if (ok) {
    memcpy(left, p, (size_t)n * sizeof *p);
    ok = find_distinct(r, n, count, left, cdf, out);
  }
  mem_free(cdf);
  mem_free(left);
  return ok;
}

/* The start of a permutation of the whole population. */
static bool distinct(NpRandom *r, int64_t n, int64_t count, int64_t *out) {
  static_assert(sizeof(double) == sizeof(int64_t), "one size for both");
  int64_t *all = (int64_t *)(void *)doubles(n);
  if (!all)
    return false;
  nprandom_permutation(r, n, all);
  if (count)
    memcpy(out, all, (size_t)count * sizeof *out);
  mem_free(all);
  return true;
}

bool nprandom_choice(NpRandom *r, int64_t n, int64_t count, bool replace,
                     const double *p, int64_t *out) {
  if (n <= 0 && count != 0)
    return err_set(ERR_ValueError,
                   "a must be greater than 0 unless no samples are taken");
  if (p && !check_probabilities(p, n))
    return false;
  if (count < 0)
    return err_set(ERR_ValueError, replace
                                       ? "negative dimensions are not allowed"
                                       : "Negative dimensions are not allowed");
  if (!replace && !check_distinct(n, count, p))
    return false;
  if (replace && p)
    return weighted(r, n, count, p, out);
  if (replace)
    return nprandom_bounded(r, 64, 0, (uint64_t)n - 1, count, out), true;
  return p ? weighted_distinct(r, n, count, p, out)
           : distinct(r, n, count, out);
}
