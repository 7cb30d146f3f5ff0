/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/softmax_lane.h"

#include "num/floats.h"
#include "num/kernels.h"

#include <math.h>

/* torch, last axis: eight running sums; another axis: one after the other. */
static float sum32(const float *e, SoftmaxLay lay) {
  if (lay.last)
    return floats_reduce(e, lay.n);
  float sum = 0;
  for (int64_t j = 0; j < lay.n; j++)
    sum += e[j * lay.step];
  return sum;
}

/* exp of every element; many neighbours at once by the kernel. */
static void exp32(float *e, SoftmaxLay lay, bool sleef) {
  if (lay.step == 1 && sleef && lay.n >= 16 && kernels_get()->fused)
    kernels_get()->exp32(e, e, lay.n);
  else
    for (int64_t j = 0; j < lay.n; j++) {
      float *v = e + j * lay.step;
      *v = sleef ? floats_exp(*v) : expf(*v);
    }
}

SoftmaxLane softmax_lane_exp32(const float *z, float *e, SoftmaxLay lay) {
  bool sleef = lay.last || lay.vector;
  float max = z[0];
  for (int64_t j = 1; j < lay.n; j++)
    max = z[j * lay.step] > max ? z[j * lay.step] : max;
  for (int64_t j = 0; j < lay.n; j++)
    e[j * lay.step] = z[j * lay.step] - max;
  exp32(e, lay, sleef);
  float sum = sum32(e, lay);
  float ln = sleef ? floats_log(sum) : logf(sum);
  return (SoftmaxLane){(double)max, (double)sum, (double)ln};
}

void softmax_lane_end32(const float *z, const float *e, float *out,
                        SoftmaxLay lay, SoftmaxLane lane) {
  float max = (float)lane.max, sum = (float)lane.sum;
  float ln = (float)lane.ln_sum, inverse = 1 / sum;
  for (int64_t j = 0; j < lay.n; j++) {
    int64_t i = j * lay.step;
    if (lay.ln)
      out[i] = (z[i] - max) - ln;
    else
      out[i] = lay.last ? e[i] * inverse : e[i] / sum;
  }
}

/* sum of g p as torch fuses it. */
static float product32(const float *p, const float *g, SoftmaxLay lay) {
  int64_t i = 0;
  float a[8] = {0}, sum = 0;
  if (!lay.last || lay.n < 8) {
    for (int64_t j = 0; j < lay.n; j++) {
      int64_t k = j * lay.step;
      sum = lay.last ? sum + g[k] * p[k] : fmaf(g[k], p[k], sum);
    }
    return sum;
  }
  for (; i < 8; i++)
    a[i] = g[i] * p[i];
  for (; i < lay.n; i++)
    a[i % 8] = fmaf(g[i], p[i], a[i % 8]);
  return floats_reduce(a, 8);
}

void softmax_lane_back32(const float *p, const float *g, float *dz,
                         SoftmaxLay lay) {
  bool sleef = lay.last || lay.vector;
  float sum = lay.ln ? sum32(g, lay) : product32(p, g, lay);
  for (int64_t j = 0; j < lay.n; j++) {
    int64_t i = j * lay.step;
    if (lay.ln)
      dz[i] = fmaf(-(sleef ? floats_exp(p[i]) : expf(p[i])), sum, g[i]);
    else
      dz[i] = (g[i] - sum) * p[i];
  }
}

/* exp(z - max) with the rounding error of the difference put back: z - max is
   d + low exactly (Knuth's two-sum), exp(d + low) = exp(d) (1 + low). */
static double exp_below(double z, double max) {
  double d = z - max, t = d - z;
  double low = (z - (d - t)) + (-max - t);
  double e = exp(d);
  return low != 0 && e > 0 ? e + e * low : e;
}

/* Outside torch the largest term, which is 1, stays out of the sum, so that
   its logarithm is right when the rest is tiny. */
SoftmaxLane softmax_lane_exp64(const double *z, double *e, SoftmaxLay lay) {
  int64_t top = 0, step = lay.step;
  for (int64_t j = 1; j < lay.n; j++)
    top = z[j * step] > z[top * step] ? j : top;
  double max = z[top * step];
  for (int64_t j = 0; j < lay.n; j++)
    e[j * step] =
        lay.torch ? exp(z[j * step] - max) : exp_below(z[j * step], max);
  if (lay.torch) {
    double sum = 0;
    for (int64_t j = 0; j < lay.n; j++)
      sum += e[j * step];
    return (SoftmaxLane){max, sum, log(sum)};
  }
  double one = e[top * step];
  e[top * step] = 0;
  double rest = floats_pairwise(e, lay.n, step) + (one - 1);
  e[top * step] = one;
  return (SoftmaxLane){max, 1 + rest, log1p(rest)};
}

void softmax_lane_end64(const double *z, const double *e, double *out,
                        SoftmaxLay lay, SoftmaxLane lane) {
  for (int64_t j = 0; j < lay.n; j++) {
    int64_t i = j * lay.step;
    out[i] = lay.ln ? (z[i] - lane.max) - lane.ln_sum : e[i] / lane.sum;
  }
}

void softmax_lane_back64(const double *p, const double *g, double *dz,
                         SoftmaxLay lay) {
  double sum = 0;
  for (int64_t j = 0; j < lay.n; j++) {
    int64_t i = j * lay.step;
    sum += lay.ln ? g[i] : g[i] * p[i];
  }
  for (int64_t j = 0; j < lay.n; j++) {
    int64_t i = j * lay.step;
    dz[i] = lay.ln ? g[i] - exp(p[i]) * sum : (g[i] - sum) * p[i];
  }
}
