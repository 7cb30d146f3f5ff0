/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nn/samples.h"

#include "base/mem.h"
#include "data/generate.h"
#include "data/scaler.h"
#include "data/split.h"

enum { STATE = 42 };

static bool generate(int64_t classes, DataSet *d) {
  MakeClassification p = generate_classification_defaults();
  p.n_samples = classes * 100;
  p.n_features = SAMPLES_FEATURES;
  p.n_informative = classes;
  p.n_redundant = 0;
  p.n_classes = classes;
  NpRandom r;
  return nprandom_seed(&r, STATE) && generate_classification(&p, &r, d);
}

static bool scale(DataSet *d) {
  double mean[SAMPLES_FEATURES], spread[SAMPLES_FEATURES];
  if (!scaler_fit(d->x, d->rows, d->columns, false, mean, spread))
    return false;
  scaler_transform(d->x, d->rows, d->columns, false, mean, spread, d->x);
  return true;
}

static bool split(int64_t rows, Split *s) {
  SplitSize test = {SPLIT_FRACTION, 0.2}, train = {SPLIT_ABSENT, 0};
  NpRandom r;
  return nprandom_seed(&r, STATE) &&
         split_rows(rows, test, train, true, NULL, &r, s);
}

/* Copies the rows of d that index names, as float32. */
static bool take(const DataSet *d, const int64_t *index, int64_t n,
                 SamplesPart *out) {
  out->n = n;
  out->x = mem_alloc((size_t)(n * SAMPLES_FEATURES) * sizeof *out->x);
  out->y = mem_alloc((size_t)n * sizeof *out->y);
  if (!out->x || !out->y)
    return false;
  for (int64_t i = 0; i < n; i++) {
    const double *row = d->x + index[i] * SAMPLES_FEATURES;
    for (int k = 0; k < SAMPLES_FEATURES; k++)
      out->x[i * SAMPLES_FEATURES + k] = (float)row[k];
    out->y[i] = d->y[index[i]];
  }
  return true;
}

static bool fill(DataSet *d, Split *s, Samples *out) {
  return generate(out->classes, d) && scale(d) && split(d->rows, s) &&
         take(d, s->train, s->n_train, &out->part[SAMPLES_TRAIN]) &&
         take(d, s->test, s->n_test, &out->part[SAMPLES_TEST]);
}

bool samples_make(int64_t classes, Samples *out) {
  DataSet d = {0};
  Split s = {0};
  *out = (Samples){.classes = classes};
  bool ok = fill(&d, &s, out);
  dataset_free(&d);
  split_free(&s);
  if (!ok)
    samples_free(out);
  return ok;
}

void samples_free(Samples *s) {
  for (int i = 0; i < 2; i++) {
    mem_free(s->part[i].x);
    mem_free(s->part[i].y);
  }
  *s = (Samples){0};
}
