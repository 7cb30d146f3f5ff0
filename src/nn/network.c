/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nn/network.h"

#include "base/mem.h"

#include <math.h>

enum { IN = NETMATH_INPUTS };

/* Where the four tensors lie in a flat array. */
static NetmathNet tensors(float *flat, int outputs, int64_t hidden) {
  float *b1 = flat + hidden * IN, *w2 = b1 + hidden;
  return (NetmathNet){hidden, outputs, flat, b1, w2, w2 + outputs * hidden};
}

bool network_init(Network *n, int outputs, int64_t hidden, int64_t rows) {
  size_t block = NETMATH_BLOCK;
  size_t padded = ((size_t)rows + block - 1) / block * block;
  *n = (Network){.math = netmath_choose()};
  n->count = hidden * (IN + 1 + outputs) + outputs;
  n->parameters = mem_zeroed((size_t)n->count, sizeof(float));
  n->gradients = mem_zeroed((size_t)n->count, sizeof(float));
  n->logits = mem_zeroed(padded, (size_t)outputs * sizeof(float));
  n->slope = mem_zeroed(padded, (size_t)outputs * sizeof(float));
  n->truth = mem_zeroed(padded, sizeof(float));
  n->work = mem_zeroed(padded, 8 * sizeof(float));
  if (!n->parameters || !n->gradients || !n->logits || !n->slope || !n->truth ||
      !n->work) {
    network_free(n);
    return false;
  }
  n->net = tensors(n->parameters, outputs, hidden);
  n->slopes = tensors(n->gradients, outputs, hidden);
  return true;
}

void network_free(Network *n) {
  mem_free(n->parameters);
  mem_free(n->gradients);
  mem_free(n->logits);
  mem_free(n->slope);
  mem_free(n->truth);
  mem_free(n->work);
  *n = (Network){0};
}

void network_draw(Network *n, TorchRandom *r) {
  NetmathNet *net = &n->net;
  torchrandom_linear(r, IN, net->hidden, net->w1, net->b1);
  torchrandom_linear(r, net->hidden, net->outputs, net->w2, net->b2);
}

/* Mean of BCELoss's elements; q is the true class's probability of each row
   and is overwritten. With y 0 or 1 one of torch's two terms is a zero. */
static float binary_loss(const Netmath *math, float *q, int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    float ln = logf(q[i]);
    q[i] = ln < -100.0f ? 100.0f : -ln;
  }
  return math->sum(q, n) / (float)n;
}

/* Mean of -lp in the order of torch's nll_loss: eight levels of partial sums,
   where level j moves up after row i unless i has a bit in j's digit. */
static float multi_loss(const float *lp, int64_t n) {
  float level[8] = {0}, sum = 0;
  int bits = n <= 2 ? 1 : 64 - __builtin_clzll((uint64_t)(n - 1));
  bits = bits / 8 < 4 ? 4 : bits / 8;
  int64_t mask = ((int64_t)1 << bits) - 1;
  for (int64_t i = 0; i < n; i++) {
    level[0] -= lp[i];
    for (int j = 0; j < 7 && !(i & mask << j * bits); j++) {
      level[j + 1] += level[j];
      level[j] = 0;
    }
  }
  for (int j = 0; j < 8; j++)
    sum += level[j];
  return sum / (float)n;
}

/* Forward and loss; the slope with respect to the logits unless NULL. */
static NetworkPass forward(Network *n, const NetmathRows *rows, float *slope) {
  NetworkPass pass;
  n->math->logits(&n->net, rows, n->logits);
  if (n->net.outputs == 1) {
    n->math->sigmoid(n->logits, rows->n);
    pass.correct = n->math->binary(rows, n->logits, n->truth, slope);
    pass.loss = binary_loss(n->math, n->truth, rows->n);
  } else {
    pass.correct = n->math->multi(rows, n->logits, n->truth, slope);
    pass.loss = multi_loss(n->truth, rows->n);
  }
  return pass;
}

NetworkPass network_evaluate(Network *n, const Columns *c) {
  return forward(n, &c->rows, NULL);
}

NetworkPass network_learn(Network *n, const Columns *c) {
  NetworkPass pass = forward(n, &c->rows, n->slope);
  n->math->backward(&n->net, &c->rows, n->slope, n->work, &n->slopes);
  return pass;
}

/* Logits of at most one block of rows. */
static void logits_block(const Network *n, const float *x, int64_t rows,
                         float *out) {
  float columns[IN * NETMATH_BLOCK] = {0};
  float z[NETMATH_OUTPUTS * NETMATH_BLOCK];
  for (int64_t i = 0; i < rows; i++)
    for (int k = 0; k < IN; k++)
      columns[k * NETMATH_BLOCK + i] = x[i * IN + k];
  NetmathRows r = {rows, NETMATH_BLOCK, columns, NULL};
  n->math->logits(&n->net, &r, z);
  for (int64_t i = 0; i < rows; i++)
    for (int c = 0; c < n->net.outputs; c++)
      out[i * n->net.outputs + c] = z[c * NETMATH_BLOCK + i];
}

void network_logits(const Network *n, const float *x, int64_t rows,
                    float *out) {
  for (int64_t i = 0; i < rows; i += NETMATH_BLOCK) {
    int64_t left = rows - i < NETMATH_BLOCK ? rows - i : NETMATH_BLOCK;
    logits_block(n, x + i * IN, left, out + i * n->net.outputs);
  }
}

bool network_tensor(const Network *n, int number, NetworkTensor *out) {
  int64_t hidden = n->net.hidden, outputs = n->net.outputs;
  const NetworkTensor all[] = {
      {"linear1.weight", "linear1.weight.grad", 0, hidden, IN},
      {"linear1.bias", "linear1.bias.grad", hidden * IN, hidden, 0},
      {"linear2.weight", "linear2.weight.grad", hidden * (IN + 1), outputs,
       hidden},
      {"linear2.bias", "linear2.bias.grad", hidden * (IN + 1 + outputs),
       outputs, 0},
  };
  if (number < 0 || number >= (int)(sizeof all / sizeof all[0]))
    return false;
  *out = all[number];
  return true;
}

/* Squares of floats cannot overflow a double: inf or nan means one of x. */
static double square_sum(const float *x, int64_t n) {
  double a = 0, b = 0;
  for (int64_t i = 0; i + 1 < n; i += 2) {
    a += (double)x[i] * x[i];
    b += (double)x[i + 1] * x[i + 1];
  }
  if (n % 2)
    a += (double)x[n - 1] * x[n - 1];
  return a + b;
}

double network_gradient_norm(const Network *n) {
  return sqrt(square_sum(n->gradients, n->count));
}

/* The first tensor of a flat array that is not finite. */
static bool first_bad(const Network *n, const float *flat, NetworkTensor *t) {
  if (isfinite(square_sum(flat, n->count)))
    return false;
  for (int i = 0; network_tensor(n, i, t); i++) {
    int64_t size = t->rows * (t->columns ? t->columns : 1);
    if (!isfinite(square_sum(flat + t->offset, size)))
      return true;
  }
  return false;
}

const char *network_bad_gradient(const Network *n) {
  NetworkTensor t;
  return first_bad(n, n->gradients, &t) ? t.gradient : NULL;
}

const char *network_bad_parameter(const Network *n) {
  NetworkTensor t;
  return first_bad(n, n->parameters, &t) ? t.name : NULL;
}
