/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exp and log on Lanes as torch's vector loops compute them (Sleef u10). */
#ifndef XENT_NN_LANES_EXP_H
#define XENT_NN_LANES_EXP_H

#include "nn/lanes.h"

/* 2^q e^s with q = rint(x / ln 2) and s = x - q ln 2 in two steps; outside of
   -104 .. 100 it is 0 or inf. */
LANES_OP Lanes exp_lanes(Lanes x) {
  Lanes d = lanes_max(lanes_all(-105), lanes_min(lanes_all(101), x));
  Lanes q = lanes_round(lanes_mul(d, lanes_all(1.442695040888963407f)));
  Lanes s = lanes_fma(q, lanes_all(-0.693145751953125f), d);
  s = lanes_fma(q, lanes_all(-1.428606765330187045e-06f), s);
  Lanes u = lanes_all(0.000198527617612853646278381f);
  u = lanes_fma(u, s, lanes_all(0.00139304355252534151077271f));
  u = lanes_fma(u, s, lanes_all(0.00833336077630519866943359f));
  u = lanes_fma(u, s, lanes_all(0.0416664853692054748535156f));
  u = lanes_fma(u, s, lanes_all(0.166666671633720397949219f));
  u = lanes_fma(u, s, lanes_all(0.5f));
  u = lanes_add(lanes_all(1), lanes_fma(lanes_mul(s, s), u, s));
  Lanes half = lanes_floor(lanes_mul(q, lanes_all(0.5f)));
  u = lanes_mul(u, lanes_power(half));
  u = lanes_mul(u, lanes_power(lanes_sub(q, half)));
  u = lanes_select(lanes_less(x, lanes_all(-104)), lanes_all(0), u);
  return lanes_select(lanes_less(lanes_all(100), x), lanes_all(INFINITY), u);
}

/* x + y = *sum + the result, without error (Knuth). */
LANES_OP Lanes two_sum(Lanes x, Lanes y, Lanes *sum) {
  Lanes s = lanes_add(x, y), v = lanes_sub(s, x);
  *sum = s;
  return lanes_add(lanes_sub(x, lanes_sub(s, v)), lanes_sub(y, v));
}

/* hi and lo of (m - 1) / (m + 1); returns hi. */
LANES_OP Lanes log_quotient(Lanes m, Lanes *lo) {
  Lanes n, d, zero = lanes_all(0), one = lanes_all(1);
  Lanes n_lo = two_sum(lanes_all(-1), m, &n), d_lo = two_sum(one, m, &d);
  Lanes t = lanes_div(one, d), q = lanes_mul(n, t);
  Lanes u = lanes_fma(t, n, lanes_sub(zero, q));
  Lanes v = lanes_fma(lanes_sub(zero, d), t, one);
  v = lanes_fma(lanes_sub(zero, d_lo), t, v);
  *lo = lanes_fma(q, v, lanes_fma(n_lo, t, u));
  return q;
}

/* log of normal positive finite x (nan gives nan): e ln 2 + 2 artanh(q) with
   x = 2^e m and q = (m - 1) / (m + 1). */
LANES_OP Lanes log_lanes(Lanes x) {
  Lanes e = lanes_exponent(lanes_mul(x, lanes_all(1.0f / 0.75f))), q_lo;
  Lanes minus = lanes_sub(lanes_all(0), e);
  Lanes q = log_quotient(lanes_mul(x, lanes_power(minus)), &q_lo);
  Lanes square = lanes_mul(q, q), ln2 = lanes_all(0.69314718246459960938f);
  Lanes t =
      lanes_fma(lanes_all(0.3027294874f), square, lanes_all(0.3996108174f));
  t = lanes_fma(t, square, lanes_all(0.6666694880f));
  Lanes hi = lanes_mul(ln2, e);
  Lanes lo = lanes_fma(ln2, e, lanes_sub(lanes_all(0), hi));
  lo = lanes_fma(lanes_all(-1.904654323148236017e-09f), e, lo);
  Lanes twice = lanes_add(q, q), h = lanes_add(hi, twice);
  Lanes l = lanes_add(lanes_add(lanes_sub(hi, h), twice), lo);
  l = lanes_add(l, lanes_add(q_lo, q_lo));
  Lanes w = lanes_mul(lanes_mul(square, q), t), sum = lanes_add(h, w);
  return lanes_add(sum, lanes_add(lanes_add(lanes_sub(h, sum), w), l));
}

#endif
