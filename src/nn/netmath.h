/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of a network with four inputs, one hidden ReLU layer and one
   or three outputs: one text (netmath_body.h) compiled for AVX2 with FMA and
   for any machine. The rounding and the order of every sum are torch's, so
   both give the same bits.

   Rows come as columns: x[k * stride + n] is input k of row n, and outputs
   likewise. stride is a multiple of NETMATH_BLOCK; up to the next multiple
   of NETMATH_BLOCK after n, x is finite and y is -1. */
#ifndef XENT_NN_NETMATH_H
#define XENT_NN_NETMATH_H

#include <stdbool.h>
#include <stdint.h>

enum { NETMATH_INPUTS = 4, NETMATH_BLOCK = 16, NETMATH_OUTPUTS = 3 };

/* One tensor after the other, as torch orders them. */
typedef struct NetmathNet {
  int64_t hidden;
  int outputs;    /* 1 or 3 */
  float *w1, *b1; /* hidden x 4, hidden */
  float *w2, *b2; /* outputs x hidden, outputs */
} NetmathNet;

typedef struct NetmathRows {
  int64_t n, stride;
  const float *x; /* 4 columns */
  const float *y; /* class numbers */
} NetmathRows;

/* d = g + decay p; buffer = momentum buffer + keep d; p -= lr d or buffer.
   maximize, here and below: -g stands for g. */
typedef struct NetmathSgd {
  double lr, momentum, keep, decay;
  bool nesterov, maximize, first; /* first: the buffer is empty */
} NetmathSgd;

/* Moments m and v, v's running maximum or NULL; `step` is lr / (1 - b1^t),
   root is sqrt(1 - b2^t). AdamW: p (1 - shrink) before it moves. */
typedef struct NetmathAdam {
  double beta1, keep1, beta2, keep2, step, root, eps, decay, shrink;
  bool maximize;
} NetmathAdam;

/* v = alpha v + (1 - alpha) g g; p -= lr g / (sqrt(v) + eps); around the mean
   m, and by way of a buffer, where those are not NULL. */
typedef struct NetmathRmsprop {
  double lr, alpha, eps, decay, momentum;
  bool maximize;
} NetmathRmsprop;

/* sum += g g; p -= lr g / (sqrt(sum) + eps) */
typedef struct NetmathAdagrad {
  double lr, eps, decay;
  bool maximize;
} NetmathAdagrad;

/* One step on n values p with gradients g; all are of one type. */
typedef struct NetmathSteps {
  void (*sgd)(const NetmathSgd *rule, int64_t n, void *p, const void *g,
              void *buffer);
  void (*adam)(const NetmathAdam *rule, int64_t n, void *p, const void *g,
               void *m, void *v, void *largest);
  void (*rmsprop)(const NetmathRmsprop *rule, int64_t n, void *p, const void *g,
                  void *v, void *m, void *buffer);
  void (*adagrad)(const NetmathAdagrad *rule, int64_t n, void *p, const void *g,
                  void *sum);
} NetmathSteps;

enum { NETMATH_FLOAT, NETMATH_DOUBLE };

typedef struct Netmath {
  const char *name;

  /* z of all rows, outputs columns with the rows' stride. */
  void (*logits)(const NetmathNet *net, const NetmathRows *rows, float *z);

  /* torch.sigmoid of n contiguous values in place; memory up to the next
     multiple of NETMATH_BLOCK may be read. */
  void (*sigmoid)(float *z, int64_t n);

  /* Of probabilities p: the true class's probability of each row, and unless
     slope is NULL the slope of the mean BCELoss with respect to z. Returns
     how many rows are right at threshold 0.5. */
  int64_t (*binary)(const NetmathRows *rows, const float *p, float *truth,
                    float *slope);

  /* Of three logits, which are overwritten: the true class's log-probability,
     the slope of the mean CrossEntropyLoss (3 columns, may be NULL), and how
     many argmax are right. */
  int64_t (*multi)(const NetmathRows *rows, float *z, float *truth,
                   float *slope);

  /* floats_sum of num/floats.h. */
  float (*sum)(const float *v, int64_t n);

  /* Gradients of all tensors from the slope; work holds 8 floats a row. */
  void (*backward)(const NetmathNet *net, const NetmathRows *rows,
                   const float *slope, float *work, NetmathNet *gradients);

  NetmathSteps steps[2]; /* of floats, of doubles */
} Netmath;

extern const Netmath netmath_plain;
extern const Netmath netmath_avx2_table;

/* Plain where num/kernels.h chose the baseline (XENT_SIMD), else AVX2. */
const Netmath *netmath_choose(void);

#endif
