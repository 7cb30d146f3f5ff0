/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scikit-learn's sample data, draw for draw. Everything is float64 and
   row-major; labels are int64. */
#ifndef XENT_DATA_GENERATE_H
#define XENT_DATA_GENERATE_H

#include "data/dataset.h"
#include "num/nprandom.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct MakeClassification {
  int64_t n_samples, n_features, n_informative, n_redundant, n_repeated;
  int64_t n_classes, n_clusters_per_class;
  const double *weights; /* n_weights entries, or NULL */
  int64_t n_weights;
  double flip_y, class_sep;
  bool hypercube;
  bool shift_none, scale_none; /* draw them */
  const double *shift, *scale; /* 1 or n_features values; NULL: 0 and 1 */
  int64_t n_shift, n_scale;
  bool shuffle;
} MakeClassification;

/* sklearn's defaults: 100, 20, 2, 2, 0, 2 classes, 2 clusters, flip_y 0.01,
   class_sep 1, hypercube, shuffle. */
MakeClassification generate_classification_defaults(void);

/* False: sklearn's ValueErrors or MemoryError. */
bool generate_classification(const MakeClassification *p, NpRandom *r,
                             DataSet *out);

typedef struct MakeBlobs {
  const int64_t *n_samples; /* one total, or one entry per centre */
  int64_t n_sizes;          /* how many entries n_samples has */
  bool total;               /* n_samples[0] is the total */
  int64_t n_features;
  const double *centers; /* n_centers x n_features, or NULL: drawn */
  int64_t n_centers;
  const double *std; /* 1 or n_centers entries */
  int64_t n_std;
  double box_low, box_high;
  bool shuffle;
} MakeBlobs;
/* With `total`, n_centers must be given (sklearn's default is 3); else it
   follows from the centres or the sizes. */
bool generate_blobs(const MakeBlobs *p, NpRandom *r, DataSet *out);

/* noise < 0 means None. */
bool generate_moons(int64_t n_outer, int64_t n_inner, bool shuffle,
                    double noise, NpRandom *r, DataSet *out);
bool generate_circles(int64_t n_outer, int64_t n_inner, bool shuffle,
                      double noise, double factor, NpRandom *r, DataSet *out);

#endif
