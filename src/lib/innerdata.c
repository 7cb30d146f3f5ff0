/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/innerdata.h"

#include "data/csv.h"
#include "data/generate.h"
#include "data/split.h"
#include "lang/list.h"
#include "lang/rowarg.h"
#include "lang/str.h"
#include "lib/numpyrandom.h"

#include <string.h>

/* --- arguments and results ----------------------------------------------- */

/* Numbers as float64 or int64, contiguous, counted anew; *n is how many. */
static Array *numbers(Value v, DType dtype, int64_t *n) {
  Array *given = rowarg_array(v, FAMILY_NUMPY, DT_COUNT);
  Array *a = given ? array_as(given, dtype) : NULL;
  array_unref(given);
  *n = a ? a->size : 0;
  return a;
}

static bool to_bool(Value v, bool *out) {
  int truth = value_truth(v);
  *out = truth > 0;
  return truth >= 0;
}

static Value matrix(const double *x, int64_t rows, int64_t columns) {
  int64_t shape[] = {rows, columns};
  Array *a = array_new(FAMILY_NUMPY, DT_F64, 2, shape);
  if (a && a->size)
    memcpy(a->data, x, (size_t)a->size * sizeof *x);
  return value_of_array(a);
}

static Value integers(const int64_t *x, int64_t n) {
  Array *a = array_new(FAMILY_NUMPY, DT_I64, 1, &n);
  if (a && n)
    memcpy(a->data, x, (size_t)n * sizeof *x);
  return value_of_array(a);
}

/* A tuple of two that are taken over; errors go through. */
static Value pair(Value a, Value b) {
  if (value_ok(a) && value_ok(b))
    return tuple_take((Value[]){a, b}, 2);
  value_unref(a);
  value_unref(b);
  return value_error();
}

/* (X, y) of a sample that was made, which is released. */
static Value sample(bool made, DataSet *d) {
  if (!made)
    return value_error();
  Value v = pair(matrix(d->x, d->rows, d->columns), integers(d->y, d->rows));
  dataset_free(d);
  return v;
}

/* --- tables -------------------------------------------------------------- */

static bool path_of(Value file, Buf *path) {
  const Str *s = str_of(file);
  return s ? csv_find(s->text, path)
           : err_set(ERR_TypeError, "a file name must be a str, not %s",
                     value_type_name(file));
}

static Value data_path(const Value *args) {
  Buf path = BUF_EMPTY;
  if (path_of(args[0], &path))
    return str_of_buf(&path);
  buf_free(&path);
  return value_error();
}

static Value names_of(const CsvTable *t) {
  Value list = list_new((size_t)t->columns);
  for (int64_t i = 0; value_ok(list) && i < t->columns; i++)
    if (!list_take(list, str_lit(t->names[i]))) {
      value_unref(list);
      return value_error();
    }
  return list;
}

static Value data_table(const Value *args) {
  Buf path = BUF_EMPTY;
  CsvTable t;
  bool ok = path_of(args[0], &path) && csv_table_read(buf_text(&path), &t);
  buf_free(&path);
  if (!ok)
    return value_error();
  Value v = pair(matrix(t.x, t.rows, t.columns), names_of(&t));
  csv_table_free(&t);
  return v;
}

/* --- curves and blobs ---------------------------------------------------- */

/* What moons and circles have in common. */
typedef struct Curves {
  NpRandom *r;
  int64_t outer, inner;
  bool shuffle;
  double noise; /* -1: none */
} Curves;

static bool curves_of(const Value *args, Curves *c) {
  c->r = numpyrandom_stream(args[0]);
  c->noise = -1;
  if (!c->r || !value_to_index(args[1], &c->outer) ||
      !value_to_index(args[2], &c->inner) || !to_bool(args[3], &c->shuffle) ||
      (!value_is_none(args[4]) && !value_to_double(args[4], &c->noise)))
    return false;
  return value_is_none(args[4]) || !(c->noise < 0) ||
         err_set(ERR_ValueError, "scale < 0");
}

static Value moons(const Value *args) {
  Curves c;
  DataSet d;
  return curves_of(args, &c)
             ? sample(generate_moons(c.outer, c.inner, c.shuffle, c.noise, c.r,
                                     &d),
                      &d)
             : value_error();
}

static Value circles(const Value *args) {
  Curves c;
  DataSet d;
  double factor;
  if (!curves_of(args, &c) || !value_to_double(args[5], &factor))
    return value_error();
  bool ok =
      generate_circles(c.outer, c.inner, c.shuffle, c.noise, factor, c.r, &d);
  return sample(ok, &d);
}

/* sizes: one per centre; std: one, or one per centre. */
static Value blobs(const Value *args) {
  MakeBlobs p = {0};
  DataSet d;
  int64_t n_numbers;
  NpRandom *r = numpyrandom_stream(args[0]);
  Array *sizes = r ? numbers(args[1], DT_I64, &p.n_sizes) : NULL;
  Array *centers = sizes ? numbers(args[2], DT_F64, &n_numbers) : NULL;
  Array *std = centers ? numbers(args[3], DT_F64, &p.n_std) : NULL;
  Value v = value_error();
  if (std && to_bool(args[4], &p.shuffle)) {
    p.n_samples = sizes->data;
    p.centers = centers->data;
    p.n_centers = centers->shape[0];
    p.n_features = centers->shape[1];
    p.std = std->data;
    v = sample(generate_blobs(&p, r, &d), &d);
  }
  array_unref(sizes);
  array_unref(centers);
  array_unref(std);
  return v;
}

/* --- make_classification -------------------------------------------------- */

/* A shift or scale: None draws it, a number or numbers are kept in *made. */
static bool per_feature(Value v, bool *none, const double **x, int64_t *n,
                        Array **made) {
  *none = value_is_none(v);
  if (*none)
    return true;
  *made = numbers(v, DT_F64, n);
  *x = *made ? (*made)->data : NULL;
  return *made;
}

static bool counts_of(const Value *args, MakeClassification *p) {
  int64_t *counts[] = {
      &p->n_samples,  &p->n_features, &p->n_informative,       &p->n_redundant,
      &p->n_repeated, &p->n_classes,  &p->n_clusters_per_class};
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
    if (!value_to_index(args[i], counts[i]))
      return false;
  return true;
}

/* made: what keeps weights, shift and scale. */
static bool classes_of(const Value *args, MakeClassification *p,
                       Array *made[3]) {
  bool none;
  return counts_of(args, p) &&
         per_feature(args[7], &none, &p->weights, &p->n_weights, &made[0]) &&
         value_to_double(args[8], &p->flip_y) &&
         value_to_double(args[9], &p->class_sep) &&
         to_bool(args[10], &p->hypercube) &&
         per_feature(args[11], &p->shift_none, &p->shift, &p->n_shift,
                     &made[1]) &&
         per_feature(args[12], &p->scale_none, &p->scale, &p->n_scale,
                     &made[2]) &&
         to_bool(args[13], &p->shuffle);
}

static Value classification(const Value *args) {
  MakeClassification p = generate_classification_defaults();
  Array *made[3] = {0};
  DataSet d;
  NpRandom *r = numpyrandom_stream(args[0]);
  Value v = value_error();
  if (r && classes_of(args + 1, &p, made))
    v = sample(generate_classification(&p, r, &d), &d);
  for (int i = 0; i < 3; i++)
    array_unref(made[i]);
  return v;
}

/* --- split ---------------------------------------------------------------- */

static bool size_of(Value v, SplitSize *out) {
  int64_t count;
  bool whole = !value_is_none(v) && value_as_int(v, &count);
  *out = (SplitSize){value_is_none(v) ? SPLIT_ABSENT
                     : whole          ? SPLIT_COUNT
                                      : SPLIT_FRACTION,
                     whole ? (double)count : 0};
  return out->how != SPLIT_FRACTION || value_to_double(v, &out->value);
}

/* labels: the class of each row for a stratified split, or None. */
static Value split(const Value *args) {
  Split s = {0};
  SplitSize test, train;
  bool shuffle;
  int64_t n, n_labels;
  Array *labels = NULL;
  NpRandom *r = numpyrandom_stream(args[0]);
  bool ok = r && value_to_index(args[1], &n) && size_of(args[2], &test) &&
            size_of(args[3], &train) && to_bool(args[4], &shuffle);
  if (ok && !value_is_none(args[5]))
    ok = (labels = numbers(args[5], DT_I64, &n_labels)) &&
         (n_labels == n || err_set(ERR_ValueError, "one label for each row"));
  ok = ok &&
       split_rows(n, test, train, shuffle, labels ? labels->data : NULL, r, &s);
  Value v = ok ? pair(integers(s.train, s.n_train), integers(s.test, s.n_test))
               : value_error();
  array_unref(labels);
  split_free(&s);
  return v;
}

const Native innerdata_natives[] = {
    {"data_path", "file", data_path, "where a data set lies", NULL, NULL},
    {"data_table", "file", data_table, "(numbers, names of the columns)", NULL,
     NULL},
    {"moons", "stream outer inner shuffle noise", moons, "(X, y)", NULL, NULL},
    {"circles", "stream outer inner shuffle noise factor", circles, "(X, y)",
     NULL, NULL},
    {"blobs", "stream sizes centers std shuffle", blobs, "(X, y)", NULL, NULL},
    {"classification",
     "stream n_samples n_features n_informative n_redundant n_repeated "
     "n_classes n_clusters_per_class weights flip_y class_sep hypercube shift "
     "scale shuffle",
     classification, "(X, y)", NULL, NULL},
    {"split_rows", "stream n test_size train_size shuffle labels", split,
     "(rows to train, rows to test)", NULL, NULL},
    {0}};
