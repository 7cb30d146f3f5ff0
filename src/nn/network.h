/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two sample networks: 4 inputs, a hidden ReLU layer, and either one
   output with sigmoid and BCELoss or three with CrossEntropyLoss. */
#ifndef XENT_NN_NETWORK_H
#define XENT_NN_NETWORK_H

#include "nn/columns.h"
#include "nn/netmath.h"
#include "num/torchrandom.h"

typedef struct Network {
  const Netmath *math;
  int64_t count;          /* numbers of all tensors together */
  float *parameters;      /* one flat array, tensors in torch's order */
  float *gradients;       /* the same layout */
  NetmathNet net, slopes; /* the tensors within the two */
  float *logits, *truth, *slope, *work; /* of the rows at hand */
} Network;

typedef struct NetworkPass {
  float loss;
  int64_t correct;
} NetworkPass;

/* Room for passes of up to `rows` rows; false with a MemoryError. */
bool network_init(Network *n, int outputs, int64_t hidden, int64_t rows);
void network_free(Network *n);

/* Initial weights as two nn.Linear draw them. */
void network_draw(Network *n, TorchRandom *r);

/* Mean loss and number of right rows; with gradients of the loss. */
NetworkPass network_evaluate(Network *n, const Columns *c);
NetworkPass network_learn(Network *n, const Columns *c);

/* Logits of any number of rows (row-major n x 4), row-major n x outputs. */
void network_logits(const Network *n, const float *x, int64_t rows, float *out);

/* The four tensors by number: name, place in the flat arrays, shape (columns
   0: a vector). False past the end. */
typedef struct NetworkTensor {
  const char *name, *gradient; /* "linear1.weight", "linear1.weight.grad" */
  int64_t offset, rows, columns;
} NetworkTensor;
bool network_tensor(const Network *n, int number, NetworkTensor *out);

/* sqrt of the sum of the squared gradients. */
double network_gradient_norm(const Network *n);

/* The name of the first gradient, respectively parameter tensor that holds
   nan or inf, or NULL. */
const char *network_bad_gradient(const Network *n);
const char *network_bad_parameter(const Network *n);

#endif
