/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nn/columns.h"

#include "base/mem.h"

bool columns_init(Columns *c, int64_t capacity) {
  int64_t stride = (capacity + NETMATH_BLOCK - 1) & -(int64_t)NETMATH_BLOCK;
  size_t n = (size_t)stride;
  c->x = mem_zeroed(n, NETMATH_INPUTS * sizeof *c->x);
  c->y = mem_zeroed(n, sizeof *c->y);
  c->rows = (NetmathRows){0, stride, c->x, c->y};
  if (c->x && c->y)
    return true;
  columns_free(c);
  return false;
}

void columns_free(Columns *c) {
  mem_free(c->x);
  mem_free(c->y);
  *c = (Columns){0};
}

void columns_gather(Columns *c, const float *x, const int64_t *y,
                    const int64_t *index, int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    int64_t row = index ? index[i] : i;
    for (int k = 0; k < NETMATH_INPUTS; k++)
      c->x[k * c->rows.stride + i] = x[row * NETMATH_INPUTS + k];
    c->y[i] = (float)y[row];
  }
  for (int64_t i = n; i % NETMATH_BLOCK; i++)
    c->y[i] = -1;
  c->rows.n = n;
}
