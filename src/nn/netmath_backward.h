/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of netmath_body.h: the gradients of all tensors. */
#ifndef XENT_NN_NETMATH_BACKWARD_H
#define XENT_NN_NETMATH_BACKWARD_H

#include "nn/lanes.h"
#include "nn/lanes_sum.h"
#include "nn/netmath.h"

/* Eight hidden units side by side: parameters, or their gradients. */
typedef struct Units {
  Lanes w1[NETMATH_INPUTS], b1, w2[NETMATH_OUTPUTS];
} Units;

/* Units first .. first+7 of the net; zeros where there are none. */
LANES_OP void units_load(Units *u, const NetmathNet *net, int64_t first,
                         int outputs) {
  float v[NETMATH_INPUTS + 1 + NETMATH_OUTPUTS][LANES] = {{0}};
  for (int64_t l = 0; l < LANES && first + l < net->hidden; l++) {
    for (int k = 0; k < NETMATH_INPUTS; k++)
      v[k][l] = net->w1[(first + l) * NETMATH_INPUTS + k];
    v[NETMATH_INPUTS][l] = net->b1[first + l];
    for (int c = 0; c < outputs; c++)
      v[NETMATH_INPUTS + 1 + c][l] = net->w2[c * net->hidden + first + l];
  }
  LANES_UNROLL
  for (int k = 0; k < NETMATH_INPUTS; k++)
    u->w1[k] = lanes_load(v[k]);
  u->b1 = lanes_load(v[NETMATH_INPUTS]);
  LANES_UNROLL
  for (int c = 0; c < outputs; c++)
    u->w2[c] = lanes_load(v[NETMATH_INPUTS + 1 + c]);
}

/* Writes the gradients of the weights of units first .. first+7. */
LANES_OP void units_store(const Units *u, const NetmathNet *net, int64_t first,
                          int outputs) {
  float v[LANES];
  for (int k = 0; k < NETMATH_INPUTS; k++) {
    lanes_store(v, u->w1[k]);
    for (int64_t l = 0; l < LANES && first + l < net->hidden; l++)
      net->w1[(first + l) * NETMATH_INPUTS + k] = v[l];
  }
  for (int c = 0; c < outputs; c++) {
    lanes_store(v, u->w2[c]);
    for (int64_t l = 0; l < LANES && first + l < net->hidden; l++)
      net->w2[c * net->hidden + first + l] = v[l];
  }
}

/* Adds row i's share to the gradients d of eight units u: the activations are
   computed again, which is cheaper than keeping them. */
LANES_OP void units_row(const Units *u, Units *d, const NetmathRows *rows,
                        const float *slope, int64_t i, float *work,
                        int outputs) {
  Lanes h = lanes_all(0), back = h, x[NETMATH_INPUTS];
  LANES_UNROLL
  for (int k = 0; k < NETMATH_INPUTS; k++) {
    x[k] = lanes_all(rows->x[k * rows->stride + i]);
    h = lanes_fma(x[k], u->w1[k], h);
  }
  h = lanes_max(lanes_all(0), lanes_add(h, u->b1));
  LANES_UNROLL
  for (int c = 0; c < outputs; c++) {
    Lanes g = lanes_all(slope[c * rows->stride + i]);
    d->w2[c] = lanes_fma(g, h, d->w2[c]);
    back = lanes_fma(g, u->w2[c], back);
  }
  back = lanes_select(lanes_less(lanes_all(0), h), back, lanes_all(0));
  LANES_UNROLL
  for (int k = 0; k < NETMATH_INPUTS; k++)
    d->w1[k] = lanes_fma(back, x[k], d->w1[k]);
  lanes_store(work + i * LANES, back);
}

LANES_OP void units_backward(const NetmathNet *net, const NetmathRows *rows,
                             const float *slope, float *work, int64_t first,
                             NetmathNet *gradients, int outputs) {
  Units u, d;
  units_load(&u, net, first, outputs);
  LANES_UNROLL
  for (int k = 0; k < NETMATH_INPUTS; k++)
    d.w1[k] = lanes_all(0);
  LANES_UNROLL
  for (int c = 0; c < outputs; c++)
    d.w2[c] = lanes_all(0);
  for (int64_t i = 0; i < rows->n; i++)
    units_row(&u, &d, rows, slope, i, work, outputs);
  units_store(&d, gradients, first, outputs);
  column_sums(work, rows->n, first, net->hidden, gradients->b1 + first);
}

/* The slopes' columns stand apart: laid side by side for column_sums. */
LANES_OP void output_bias(const NetmathRows *rows, const float *slope,
                          float *work, float *out) {
  const float *a = slope, *b = a + rows->stride, *c = b + rows->stride;
  float *row = work;
  for (int64_t i = 0, n = rows->n; i < n; i++, row += LANES) {
    row[0] = a[i];
    row[1] = b[i];
    row[2] = c[i];
  }
  column_sums(work, rows->n, 0, NETMATH_OUTPUTS, out);
}

LANES_TARGET static void backward(const NetmathNet *net,
                                  const NetmathRows *rows, const float *slope,
                                  float *work, NetmathNet *gradients) {
  for (int64_t o = 0; o < net->hidden; o += LANES)
    if (net->outputs == 1)
      units_backward(net, rows, slope, work, o, gradients, 1);
    else
      units_backward(net, rows, slope, work, o, gradients, NETMATH_OUTPUTS);
  if (net->outputs == 1)
    gradients->b2[0] = total(slope, rows->n);
  else
    output_bias(rows, slope, work, gradients->b2);
}

#endif
