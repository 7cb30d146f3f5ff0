/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make_classification: clusters of normal points around corners of a cube,
   each stretched by a random matrix, then redundant, repeated and useless
   columns, flipped labels, shift, scale and a shuffle - in this order of draws
   (Guyon 2003, "Design of experiments for the NIPS 2003 variable selection
   benchmark", by way of sklearn 1.2). */
#include "data/generate.h"

#include "base/err.h"
#include "base/mem.h"
#include "base/stop.h"
#include "data/generate_hypercube.h"
#include "num/digits.h"

#include <inttypes.h>
#include <math.h>

MakeClassification generate_classification_defaults(void) {
  return (MakeClassification){.n_samples = 100,
                              .n_features = 20,
                              .n_informative = 2,
                              .n_redundant = 2,
                              .n_classes = 2,
                              .n_clusters_per_class = 2,
                              .flip_y = 0.01,
                              .class_sep = 1,
                              .hypercube = true,
                              .shuffle = true};
}

/* All that the steps share; the arrays belong to it. */
typedef struct Work {
  const MakeClassification *p;
  NpRandom *r;
  DataSet *d;
  int64_t clusters;
  int64_t *sizes;  /* points of each cluster */
  double *corners; /* (clusters, n_informative) */
  double *row;     /* room for n_features values */
} Work;

static bool check_sum(const MakeClassification *p) {
  double named =
      (double)p->n_informative + (double)p->n_redundant + (double)p->n_repeated;
  if (named <= (double)p->n_features)
    return true;
  return err_set(ERR_ValueError,
                 "Number of informative, redundant and repeated features must "
                 "sum to less than the number of total features");
}

static bool no_room(const MakeClassification *p, double columns) {
  return err_set(ERR_ValueError,
                 "could not broadcast input array from shape (%" PRId64
                 ",%.0f) into shape (%" PRId64 ",%" PRId64 ")",
                 p->n_samples, columns, p->n_samples, p->n_features);
}

/* Counts below 0 pass as long as every block of columns finds its place. */
static bool check_room(const MakeClassification *p) {
  double all = (double)p->n_features, informative = (double)p->n_informative;
  double drawn = informative + (double)p->n_redundant;
  double named = drawn + (double)p->n_repeated;
  if (informative > all)
    return no_room(p, informative);
  if (drawn > all || (p->n_repeated > 0 && drawn < 1))
    return no_room(p, drawn);
  return named >= 0 || no_room(p, all - named);
}

static bool no_clusters(const MakeClassification *p) {
  if (p->n_classes == 0 && !p->weights)
    return err_set(ERR_ZeroDivisionError, "float division by zero");
  if (p->n_classes == 0 || p->n_clusters_per_class == 0)
    return err_set(ERR_ZeroDivisionError, "integer modulo by zero");
  return err_set(ERR_IndexError, "list index out of range");
}

/* 2 ** n_informative as Python writes it: an int, or a fraction. */
static bool too_many_clusters(const MakeClassification *p) {
  double most = exp2((double)p->n_informative);
  Buf text = BUF_EMPTY;
  if (p->n_informative >= 0)
    buf_fmt(&text, "%.0f", most);
  else
    digits_repr64(&text, most);
  err_set(ERR_ValueError,
          "n_classes(%" PRId64 ") * n_clusters_per_class(%" PRId64
          ") must be smaller or equal 2**n_informative(%" PRId64 ")=%s",
          p->n_classes, p->n_clusters_per_class, p->n_informative,
          buf_text(&text));
  buf_free(&text);
  return false;
}

static bool check_classes(const MakeClassification *p, int64_t *clusters) {
  int64_t classes = p->n_classes, each = p->n_clusters_per_class;
  bool huge = __builtin_mul_overflow(classes, each, clusters);
  double wanted = (double)classes * (double)each;
  if ((double)p->n_informative < log2(wanted))
    return too_many_clusters(p);
  if (p->weights && p->n_weights != classes && p->n_weights != classes - 1)
    return err_set(ERR_ValueError, "Weights specified but incompatible with "
                                   "number of classes.");
  if (classes <= 0 || each <= 0)
    return no_clusters(p);
  if (huge)
    err_memory(SIZE_MAX);
  return !huge;
}

/* The share of a class; a missing last weight is 1 minus the others' sum. */
static double weight_of(const MakeClassification *p, int64_t class,
                        double sum) {
  if (!p->weights)
    return 1.0 / (double)p->n_classes;
  return class < p->n_weights ? p->weights[class] : 1.0 - sum;
}

/* trunc(share), in a range whose sums cannot overflow. */
static bool whole(double share, int64_t limit, int64_t *out) {
  if (isnan(share))
    return err_set(ERR_ValueError, "cannot convert float NaN to integer");
  if (isinf(share))
    return err_set(ERR_OverflowError,
                   "cannot convert float infinity to integer");
  double bound = (double)limit;
  share = share > bound ? bound : share < -bound ? -bound : share;
  *out = (int64_t)share;
  return true;
}

/* Sizes by weight, and what is missing to n_samples one by one in turn. */
static bool fill_sizes(Work *w) {
  const MakeClassification *p = w->p;
  int64_t total = 0, n = w->clusters, limit = INT64_MAX / 4 / n;
  double sum = 0;
  for (int64_t i = 0; p->weights && i < p->n_weights; i++)
    sum += p->weights[i];
  for (int64_t k = 0; k < n; k++) {
    double share = weight_of(p, k % p->n_classes, sum);
    share = (double)p->n_samples * share / (double)p->n_clusters_per_class;
    if (!whole(share, limit, &w->sizes[k]))
      return false;
    total += w->sizes[k];
  }
  int64_t missing = p->n_samples - total;
  for (int64_t k = 0; missing > 0 && k < n; k++)
    w->sizes[k] += missing / n + (k < missing % n);
  return true;
}

static bool make_corners(Work *w) {
  int64_t n = w->clusters, m = w->p->n_informative;
  double sep = w->p->class_sep;
  double *c = w->corners;
  if (!generate_hypercube(w->r, n, m, c))
    return false;
  for (int64_t i = 0; i < n * m; i++)
    c[i] = c[i] * (2 * sep) - sep;
  if (w->p->hypercube)
    return true;
  for (int64_t i = 0; i < n; i++) {
    double u = nprandom_double(w->r);
    for (int64_t j = 0; j < m; j++)
      c[i * m + j] *= u;
  }
  for (int64_t j = 0; j < m; j++) {
    double u = nprandom_double(w->r);
    for (int64_t i = 0; i < n; i++)
      c[i * m + j] *= u;
  }
  return true;
}

/* Normals into the columns from .. to-1, row by row. */
static bool fill_normals(Work *w, int64_t from, int64_t to) {
  for (int64_t i = 0; i < w->d->rows; i++) {
    double *x = w->d->x + i * w->d->columns;
    if (STOP_ASKED())
      return false;
    for (int64_t j = from; j < to; j++)
      x[j] = nprandom_gauss(w->r);
  }
  return true;
}

static void fill_uniform(NpRandom *r, double *a, int64_t n) {
  for (int64_t i = 0; i < n; i++)
    a[i] = 2 * nprandom_double(r) - 1;
}

/* out (n) = x (m) times a (m, n), each sum one chain of fused steps as the
   BLAS computes it. */
static void row_times(const double *x, const double *a, int64_t m, int64_t n,
                      double *out) {
  for (int64_t j = 0; j < n; j++) {
    double sum = 0;
    for (int64_t k = 0; k < m; k++)
      sum = fma(x[k], a[k * n + j], sum);
    out[j] = sum;
  }
}

/* An end of a Python slice of n items. */
static int64_t slice_end(int64_t at, int64_t n) {
  if (at < 0)
    at = at + n < 0 ? 0 : at + n;
  return at < n ? at : n;
}

/* Stretches the cluster's rows by a and moves them to its corner. */
static bool place_cluster(Work *w, int64_t k, int64_t from, int64_t to,
                          const double *a) {
  int64_t m = w->p->n_informative;
  for (int64_t i = from; i < to; i++) {
    double *x = w->d->x + i * w->d->columns;
    if (STOP_ASKED())
      return false;
    row_times(x, a, m, m, w->row);
    for (int64_t j = 0; j < m; j++)
      x[j] = w->row[j] + w->corners[k * m + j];
    w->d->y[i] = k % w->p->n_classes;
  }
  return true;
}

static bool place_clusters(Work *w) {
  int64_t m = w->p->n_informative, n = w->d->rows, start = 0;
  double *a = dataset_matrix(m, m);
  bool ok = a;
  for (int64_t k = 0; ok && k < w->clusters; k++) {
    int64_t stop = start + w->sizes[k];
    fill_uniform(w->r, a, m * m);
    ok = place_cluster(w, k, slice_end(start, n), slice_end(stop, n), a);
    start = stop;
  }
  mem_free(a);
  return ok;
}

static bool add_redundant(Work *w) {
  int64_t m = w->p->n_informative, n = w->p->n_redundant;
  if (n <= 0)
    return true;
  double *b = dataset_matrix(m, n);
  if (!b)
    return false;
  fill_uniform(w->r, b, m * n);
  for (int64_t i = 0; i < w->d->rows; i++) {
    double *x = w->d->x + i * w->d->columns;
    row_times(x, b, m, n, x + m);
  }
  mem_free(b);
  return true;
}

static void add_repeated(Work *w) {
  int64_t m = w->p->n_informative + w->p->n_redundant;
  for (int64_t k = 0; k < w->p->n_repeated; k++) {
    double at = (double)(m - 1) * nprandom_double(w->r) + 0.5;
    for (int64_t i = 0; i < w->d->rows; i++) {
      double *x = w->d->x + i * w->d->columns;
      x[m + k] = x[(int64_t)at];
    }
  }
}

/* All coins are drawn before the new labels. */
static bool flip_labels(Work *w) {
  int64_t n = w->d->rows;
  if (!(w->p->flip_y >= 0))
    return true;
  bool *flip = mem_zeroed((size_t)n, sizeof *flip);
  if (!flip)
    return false;
  for (int64_t i = 0; i < n; i++)
    flip[i] = nprandom_double(w->r) < w->p->flip_y;
  for (int64_t i = 0; i < n; i++)
    if (flip[i])
      w->d->y[i] =
          (int64_t)nprandom_interval(w->r, (uint64_t)w->p->n_classes - 1);
  mem_free(flip);
  return true;
}

/* The row of values for shift or scale: uniform draws, or as given. */
static bool per_column(Work *w, bool draw, const double *given, int64_t n,
                       double absent) {
  int64_t rows = w->d->rows, columns = w->d->columns;
  if (!draw && given && n != 1 && n != columns)
    return err_set(ERR_ValueError,
                   "operands could not be broadcast together with shapes "
                   "(%" PRId64 ",%" PRId64 ") (%" PRId64 ",) (%" PRId64
                   ",%" PRId64 ") ",
                   rows, columns, n, rows, columns);
  for (int64_t j = 0; j < columns; j++)
    w->row[j] = draw    ? nprandom_double(w->r)
                : given ? given[n == 1 ? 0 : j]
                        : absent;
  return true;
}

static bool shift_columns(Work *w) {
  const MakeClassification *p = w->p;
  if (!per_column(w, p->shift_none, p->shift, p->n_shift, 0))
    return false;
  for (int64_t j = 0; p->shift_none && j < w->d->columns; j++)
    w->row[j] = (2 * w->row[j] - 1) * p->class_sep;
  for (int64_t i = 0; i < w->d->rows; i++)
    for (int64_t j = 0; j < w->d->columns; j++)
      w->d->x[i * w->d->columns + j] += w->row[j];
  return true;
}

static bool scale_columns(Work *w) {
  const MakeClassification *p = w->p;
  if (!per_column(w, p->scale_none, p->scale, p->n_scale, 1))
    return false;
  for (int64_t j = 0; p->scale_none && j < w->d->columns; j++)
    w->row[j] = 1 + 100 * w->row[j];
  for (int64_t i = 0; i < w->d->rows; i++)
    for (int64_t j = 0; j < w->d->columns; j++)
      w->d->x[i * w->d->columns + j] *= w->row[j];
  return true;
}

/* Without informative columns sklearn's centroids have 32 entries. */
static bool no_informative(const Work *w) {
  return err_set(ERR_ValueError,
                 "operands could not be broadcast together with shapes "
                 "(%" PRId64 ",0) (32,) (%" PRId64 ",0) ",
                 w->sizes[0], w->sizes[0]);
}

static bool make_columns(Work *w) {
  const MakeClassification *p = w->p;
  if (p->n_informative == 0)
    return no_informative(w);
  if (!make_corners(w) || !fill_normals(w, 0, p->n_informative) ||
      !place_clusters(w) || !add_redundant(w))
    return false;
  add_repeated(w);
  int64_t named = p->n_informative + p->n_redundant + p->n_repeated;
  return fill_normals(w, named, p->n_features);
}

static bool make(Work *w) {
  if (!fill_sizes(w) || !make_columns(w) || !flip_labels(w) ||
      !shift_columns(w) || !scale_columns(w))
    return false;
  return !w->p->shuffle || (dataset_shuffle_rows(w->d, w->r) &&
                            dataset_shuffle_columns(w->d, w->r));
}

bool generate_classification(const MakeClassification *p, NpRandom *r,
                             DataSet *out) {
  Work w = {.p = p, .r = r, .d = out};
  *out = (DataSet){0};
  if (!check_sum(p) || !check_classes(p, &w.clusters) || !check_room(p) ||
      !dataset_new(out, p->n_samples, p->n_features))
    return false;
  w.sizes = dataset_indices(w.clusters);
  w.row = w.sizes ? dataset_matrix(1, p->n_features) : NULL;
  w.corners = w.row ? dataset_matrix(w.clusters, p->n_informative) : NULL;
  bool ok = w.corners && make(&w);
  mem_free(w.corners);
  mem_free(w.row);
  mem_free(w.sizes);
  if (!ok)
    dataset_free(out);
  return ok;
}
