/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of softmax, in the order of operations of its family. */
#ifndef XENT_OPS_SOFTMAX_LANE_H
#define XENT_OPS_SOFTMAX_LANE_H

#include "num/array.h"

#include <stdbool.h>

typedef struct SoftmaxLane {
  double max;    /* the shift */
  double sum;    /* of exp(z - max) */
  double ln_sum; /* its logarithm */
} SoftmaxLane;

/* How a row lies in memory, and which of torch's loops it would meet there:
   contiguous along the last axis, or a column of a block of columns. */
typedef struct SoftmaxLay {
  int64_t n, step;
  bool last;   /* the axis is the last one */
  bool vector; /* torch computes this column by its vector functions */
  bool ln;     /* for log_softmax */
  bool torch;
} SoftmaxLay;

/* z and e are n values, step apart; e gets exp(z - max). */
SoftmaxLane softmax_lane_exp32(const float *z, float *e, SoftmaxLay lay);
SoftmaxLane softmax_lane_exp64(const double *z, double *e, SoftmaxLay lay);

/* out = p or ln p; out may be e, and with ln it may not be z. */
void softmax_lane_end32(const float *z, const float *e, float *out,
                        SoftmaxLay lay, SoftmaxLane lane);
void softmax_lane_end64(const double *z, const double *e, double *out,
                        SoftmaxLay lay, SoftmaxLane lane);

/* dL/dz of a row from its output p (or ln p) and g = dL/dp. */
void softmax_lane_back32(const float *p, const float *g, float *dz,
                         SoftmaxLay lay);
void softmax_lane_back64(const double *p, const double *g, double *dz,
                         SoftmaxLay lay);

#endif
