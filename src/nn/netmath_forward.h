/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of netmath_body.h: logits, sigmoid and the two losses with their slopes. */
#ifndef XENT_NN_NETMATH_FORWARD_H
#define XENT_NN_NETMATH_FORWARD_H

#include "nn/lanes.h"
#include "nn/lanes_exp.h"
#include "nn/netmath.h"

/* relu(w . x + b) of one hidden unit for eight rows. */
LANES_OP Lanes hidden_unit(const Lanes *x, const float *w, float b) {
  Lanes h = lanes_all(0);
  LANES_UNROLL
  for (int k = 0; k < NETMATH_INPUTS; k++)
    h = lanes_fma(x[k], lanes_all(w[k]), h);
  return lanes_max(lanes_all(0), lanes_add(h, lanes_all(b)));
}

/* Logits of the block of sixteen rows at x. */
LANES_OP void logits_block(const NetmathNet *net, const float *x,
                           int64_t stride, float *z, int outputs) {
  Lanes in[2][NETMATH_INPUTS], sum[2][NETMATH_OUTPUTS];
  LANES_UNROLL
  for (int k = 0; k < NETMATH_INPUTS; k++) {
    in[0][k] = lanes_load(x + k * stride);
    in[1][k] = lanes_load(x + k * stride + LANES);
  }
  LANES_UNROLL
  for (int c = 0; c < outputs; c++)
    sum[0][c] = sum[1][c] = lanes_all(0);
  for (int64_t o = 0; o < net->hidden; o++) {
    const float *w = net->w1 + o * NETMATH_INPUTS;
    Lanes a = hidden_unit(in[0], w, net->b1[o]);
    Lanes b = hidden_unit(in[1], w, net->b1[o]);
    LANES_UNROLL
    for (int c = 0; c < outputs; c++) {
      Lanes v = lanes_all(net->w2[c * net->hidden + o]);
      sum[0][c] = lanes_fma(a, v, sum[0][c]);
      sum[1][c] = lanes_fma(b, v, sum[1][c]);
    }
  }
  LANES_UNROLL
  for (int c = 0; c < outputs; c++) {
    Lanes b = lanes_all(net->b2[c]);
    lanes_store(z + c * stride, lanes_add(sum[0][c], b));
    lanes_store(z + c * stride + LANES, lanes_add(sum[1][c], b));
  }
}

LANES_TARGET static void logits(const NetmathNet *net, const NetmathRows *rows,
                                float *z) {
  for (int64_t n = 0; n < rows->n; n += NETMATH_BLOCK)
    if (net->outputs == 1)
      logits_block(net, rows->x + n, rows->stride, z + n, 1);
    else
      logits_block(net, rows->x + n, rows->stride, z + n, NETMATH_OUTPUTS);
}

/* Whole blocks take the vector exp, the rest libm's, as torch does. */
LANES_TARGET static void sigmoid(float *z, int64_t n) {
  int64_t body = n - n % NETMATH_BLOCK;
  Lanes one = lanes_all(1);
  for (int64_t i = 0; i < body; i += LANES) {
    Lanes e = exp_lanes(lanes_sub(lanes_all(0), lanes_load(z + i)));
    lanes_store(z + i, lanes_div(one, lanes_add(one, e)));
  }
  for (int64_t i = body; i < n; i++)
    z[i] = 1.0f / (1.0f + expf(-z[i]));
}

/* ---- losses ---- */

/* Adds the lanes of a mask: how many are set. */
LANES_OP int64_t count_lanes(Lanes hits) {
  float v[LANES];
  lanes_store(v, hits);
  float sum = 0;
  for (int l = 0; l < LANES; l++)
    sum += v[l];
  return (int64_t)sum;
}

/* d BCELoss / dz in torch's two steps: through the loss, (p - y) /
   max((1 - p) p, 1e-12) / n, then through the sigmoid, g (1 - p) p. */
LANES_OP Lanes binary_slope(Lanes p, Lanes y, Lanes n) {
  Lanes rest = lanes_sub(lanes_all(1), p);
  Lanes spread = lanes_max(lanes_all(1e-12f), lanes_mul(rest, p));
  Lanes g = lanes_div(lanes_div(lanes_sub(p, y), spread), n);
  return lanes_mul(lanes_mul(g, rest), p);
}

LANES_TARGET static int64_t binary(const NetmathRows *rows, const float *p,
                                   float *truth, float *slope) {
  Lanes hits = lanes_all(0), zero = hits, one = lanes_all(1);
  Lanes n = lanes_all((float)rows->n);
  for (int64_t i = 0; i < rows->n; i += LANES) {
    Lanes q = lanes_load(p + i), y = lanes_load(rows->y + i);
    Lanes is_one = lanes_equal(y, one);
    lanes_store(truth + i, lanes_select(is_one, q, lanes_sub(one, q)));
    Lanes guess = lanes_select(lanes_less(lanes_all(0.5f), q), one, zero);
    hits = lanes_add(hits, lanes_select(lanes_equal(guess, y), one, zero));
    if (slope)
      lanes_store(slope + i, binary_slope(q, y, n));
  }
  return count_lanes(hits);
}

/* The larger one, nan if either is. */
LANES_OP Lanes larger(Lanes a, Lanes b) {
  return lanes_select(lanes_equal(a, a), lanes_max(a, b), a);
}

/* The first index of the largest of three (nan wins), as a float. */
LANES_OP Lanes argmax_lanes(const Lanes *z, Lanes top) {
  Lanes second =
      lanes_select(lanes_equal(z[1], top), lanes_all(1), lanes_all(2));
  Lanes best = lanes_select(lanes_equal(z[0], top), lanes_all(0), second);
  Lanes nan1 =
      lanes_select(lanes_equal(z[1], z[1]), lanes_all(2), lanes_all(1));
  Lanes nan = lanes_select(lanes_equal(z[0], z[0]), nan1, lanes_all(0));
  return lanes_select(lanes_equal(top, top), best, nan);
}

/* First pass, eight rows from i: z becomes z - top, sum gets sum exp(z - top);
   returns a mask of the rows whose argmax is right. */
LANES_OP Lanes multi_shift(const NetmathRows *rows, float *logit, int64_t i,
                           float *sum) {
  Lanes z[NETMATH_OUTPUTS], e[NETMATH_OUTPUTS];
  LANES_UNROLL
  for (int c = 0; c < NETMATH_OUTPUTS; c++)
    z[c] = lanes_load(logit + c * rows->stride + i);
  Lanes top = larger(larger(z[0], z[1]), z[2]);
  LANES_UNROLL
  for (int c = 0; c < NETMATH_OUTPUTS; c++) {
    Lanes shifted = lanes_sub(z[c], top);
    lanes_store(logit + c * rows->stride + i, shifted);
    e[c] = exp_lanes(shifted);
  }
  lanes_store(sum + i, lanes_add(lanes_add(e[0], e[1]), e[2]));
  return lanes_equal(argmax_lanes(z, top), lanes_load(rows->y + i));
}

/* Last pass: the true class's log-probability (z - top) - ln_sum, and for the
   slope torch's -exp(lp) g + g at the true class, g = -1/n. */
LANES_OP Lanes multi_pick(const NetmathRows *rows, const float *shifted,
                          int64_t i, Lanes ln_sum, Lanes g, float *slope) {
  Lanes y = lanes_load(rows->y + i), zero = lanes_all(0), picked = zero;
  LANES_UNROLL
  for (int c = 0; c < NETMATH_OUTPUTS; c++) {
    int64_t at = c * rows->stride + i;
    Lanes lp = lanes_sub(lanes_load(shifted + at), ln_sum);
    Lanes mine = lanes_equal(y, lanes_all((float)c));
    picked = lanes_select(mine, lp, picked);
    if (slope) {
      Lanes minus_p = lanes_sub(zero, exp_lanes(lp));
      Lanes target = lanes_select(mine, g, zero);
      lanes_store(slope + at, lanes_fma(minus_p, g, target));
    }
  }
  return picked;
}

/* Three passes: short chains of dependent steps keep the processor busy. */
LANES_TARGET static int64_t multi(const NetmathRows *rows, float *logit,
                                  float *truth, float *slope) {
  Lanes hits = lanes_all(0), zero = hits, one = lanes_all(1);
  Lanes g = lanes_all(-(1.0f / (float)rows->n));
  for (int64_t i = 0; i < rows->n; i += LANES) {
    Lanes right = multi_shift(rows, logit, i, truth);
    hits = lanes_add(hits, lanes_select(right, one, zero));
  }
  for (int64_t i = 0; i < rows->n; i += LANES)
    lanes_store(truth + i, log_lanes(lanes_load(truth + i)));
  for (int64_t i = 0; i < rows->n; i += LANES)
    lanes_store(truth + i,
                multi_pick(rows, logit, i, lanes_load(truth + i), g, slope));
  return count_lanes(hits);
}

#endif
