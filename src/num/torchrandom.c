/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/torchrandom.h"

#include "num/floats.h"

#include <math.h>

enum { BLOCK = 16 }; /* normals made together from this size on */

static const double two_pi = 2 * 3.14159265358979323846;

void torchrandom_seed(TorchRandom *r, uint64_t seed) {
  mt_seed(&r->mt, (uint32_t)seed);
  r->has_normal = false;
  r->normal = 0;
  r->seed = seed;
}

float torchrandom_float(TorchRandom *r) {
  return (float)(mt_u32(&r->mt) & 0xffffff) * 0x1p-24f;
}

double torchrandom_double(TorchRandom *r) {
  return (double)(mt_u64(&r->mt) & 0x1fffffffffffff) * 0x1p-53;
}

void torchrandom_uniform32(TorchRandom *r, double a, double b, int64_t n,
                           float *out) {
  float low = (float)a, width = (float)b - low;
  for (int64_t i = 0; i < n; i++)
    out[i] = fmaf(torchrandom_float(r), width, low);
}

void torchrandom_uniform64(TorchRandom *r, double a, double b, int64_t n,
                           double *out) {
  double width = b - a;
  for (int64_t i = 0; i < n; i++)
    out[i] = fma(torchrandom_double(r), width, a);
}

/* One normal by Box and Muller; its twin waits for the next call. */
static double scalar_normal(TorchRandom *r) {
  if (r->has_normal) {
    r->has_normal = false;
    return r->normal;
  }
  double u = torchrandom_double(r), v = torchrandom_double(r);
  double radius = sqrt(-2.0 * log(1.0 - v)), angle = two_pi * u;
  r->normal = radius * sin(angle);
  r->has_normal = true;
  return radius * cos(angle);
}

/* 16 uniforms become 16 normals: the first half gives the radii. */
static void normals32(float *d, float mean, float std) {
  for (int j = 0; j < BLOCK / 2; j++) {
    float radius = sqrtf(-2.0f * floats_cephes_log(1.0f - d[j]));
    float sine, cosine;
    floats_cephes_sincos((float)two_pi * d[j + 8], &sine, &cosine);
    d[j] = fmaf(radius * cosine, std, mean);
    d[j + 8] = fmaf(radius * sine, std, mean);
  }
}

static void normals64(double *d, double mean, double std) {
  for (int j = 0; j < BLOCK / 2; j++) {
    double radius = sqrt(-2 * log(1 - d[j])), angle = two_pi * d[j + 8];
    d[j] = fma(radius * cos(angle), std, mean);
    d[j + 8] = fma(radius * sin(angle), std, mean);
  }
}

/* All uniforms are drawn first; a last block that is not full is made anew
   from 16 more, over the end of the one before it. */
void torchrandom_normal32(TorchRandom *r, double mean, double std, int64_t n,
                          float *out) {
  if (n < BLOCK) {
    for (int64_t i = 0; i < n; i++)
      out[i] = (float)fma(scalar_normal(r), std, mean);
    return;
  }
  torchrandom_uniform32(r, 0, 1, n, out);
  for (int64_t i = 0; n - i >= BLOCK; i += BLOCK)
    normals32(out + i, (float)mean, (float)std);
  if (n % BLOCK) {
    torchrandom_uniform32(r, 0, 1, BLOCK, out + n - BLOCK);
    normals32(out + n - BLOCK, (float)mean, (float)std);
  }
}

void torchrandom_normal64(TorchRandom *r, double mean, double std, int64_t n,
                          double *out) {
  if (n < BLOCK) {
    for (int64_t i = 0; i < n; i++)
      out[i] = fma(scalar_normal(r), std, mean);
    return;
  }
  torchrandom_uniform64(r, 0, 1, n, out);
  for (int64_t i = 0; n - i >= BLOCK; i += BLOCK)
    normals64(out + i, mean, std);
  if (n % BLOCK) {
    torchrandom_uniform64(r, 0, 1, BLOCK, out + n - BLOCK);
    normals64(out + n - BLOCK, mean, std);
  }
}

/* high > low; biased by the remainder, as torch's is. */
int64_t torchrandom_integer(TorchRandom *r, int64_t low, int64_t high) {
  uint64_t range = (uint64_t)high - (uint64_t)low;
  if (range == 0)
    return low;
  uint64_t word = range >> 32 ? mt_u64(&r->mt) : mt_u32(&r->mt);
  return (int64_t)((uint64_t)low + word % range);
}

int64_t torchrandom_int63(TorchRandom *r) {
  return (int64_t)(mt_u64(&r->mt) & INT64_MAX);
}

void torchrandom_permutation(TorchRandom *r, int64_t n, int64_t *out) {
  for (int64_t i = 0; i < n; i++)
    out[i] = i;
  for (int64_t i = 0; i < n - 1; i++) {
    int64_t j = i + (int64_t)(mt_u32(&r->mt) % (uint64_t)(n - i));
    int64_t moved = out[i];
    out[i] = out[j];
    out[j] = moved;
  }
}

bool torchrandom_bernoulli(TorchRandom *r, double p) {
  return torchrandom_double(r) < p;
}

/* kaiming_uniform_ with a = sqrt(5): gain = sqrt(2 / (1 + a^2)), bound =
   sqrt(3) gain / sqrt(in). */
void torchrandom_linear(TorchRandom *r, int64_t in, int64_t out, float *weight,
                        float *bias) {
  double a = sqrt(5.0), root = sqrt((double)in);
  double gain = sqrt(2.0 / (1 + a * a));
  double bound = sqrt(3.0) * (gain / root);
  torchrandom_uniform32(r, -bound, bound, in * out, weight);
  bound = 1 / root;
  if (bias)
    torchrandom_uniform32(r, -bound, bound, out, bias);
}
