/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layers under exp(-x^2 / 2) and exp(-x), all of one area (Marsaglia and
   Tsang, The Ziggurat Method, 2000): layer i reaches from 0 to x[i] and up to
   f(x[i]). width[i] is x[i] / 2^52 (2^53 for exp), height[i] is f(x[i]), and
   inside[i] is x[i-1] / x[i] as a whole number of the same unit: a draw below
   it is under the curve for sure. Whoever wants NumPy's streams needs these
   very numbers, last digits included. */
#ifndef XENT_NUM_ZIGGURAT_H
#define XENT_NUM_ZIGGURAT_H

#include <stdint.h>

extern const double ziggurat_normal_width[256], ziggurat_normal_height[256];
extern const uint64_t ziggurat_normal_inside[256];
extern const double ziggurat_exp_width[256], ziggurat_exp_height[256];
extern const uint64_t ziggurat_exp_inside[256];

/* Where the tails begin. */
#define ZIGGURAT_NORMAL_TAIL 3.6541528853610087963519472518
#define ZIGGURAT_EXP_TAIL 7.69711747013104972

#endif
