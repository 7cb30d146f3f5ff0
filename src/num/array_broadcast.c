/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Broadcasting: shapes are aligned at their ends; a length of 1 stretches. */
#include "base/buf.h"
#include "base/err.h"
#include "num/array.h"

#include <inttypes.h>

static int64_t length_at(const Array *a, int ndim, int d) {
  int at = d - (ndim - a->ndim);
  return at < 0 ? 1 : a->shape[at];
}

static bool mismatch(const Array *a, const Array *b, int ndim, int d) {
  if (a->family == FAMILY_TORCH || b->family == FAMILY_TORCH)
    return err_set(ERR_RuntimeError,
                   "The size of tensor a (%" PRId64 ") must match the size of "
                   "tensor b (%" PRId64 ") at non-singleton dimension %d",
                   length_at(a, ndim, d), length_at(b, ndim, d), d);
  Buf text = BUF_EMPTY;
  array_tight_text(&text, a->ndim, a->shape);
  buf_char(&text, ' ');
  array_tight_text(&text, b->ndim, b->shape);
  err_set(ERR_ValueError,
          "operands could not be broadcast together with shapes %s ",
          buf_text(&text));
  buf_free(&text);
  return false;
}

bool array_broadcast_shape(const Array *a, const Array *b, int *ndim,
                           int64_t *shape) {
  int n = a->ndim > b->ndim ? a->ndim : b->ndim;
  for (int d = n - 1; d >= 0; d--) {
    int64_t x = length_at(a, n, d), y = length_at(b, n, d);
    if (x != y && x != 1 && y != 1)
      return mismatch(a, b, n, d);
    shape[d] = x == 1 ? y : x;
  }
  *ndim = n;
  return true;
}

static Array *cannot_expand(const Array *a, int ndim, const int64_t *shape,
                            int d) {
  Buf from = BUF_EMPTY, to = BUF_EMPTY;
  if (a->family == FAMILY_TORCH) {
    array_size_text(&from, a->ndim, a->shape);
    array_size_text(&to, ndim, shape);
    if (ndim < a->ndim)
      err_set(ERR_RuntimeError,
              "expand(torch.FloatTensor{%s}, size=%s): the number of sizes "
              "provided (%d) must be greater or equal to the number of "
              "dimensions in the tensor (%d)",
              buf_text(&from), buf_text(&to), ndim, a->ndim);
    else
      err_set(ERR_RuntimeError,
              "The expanded size of the tensor (%" PRId64 ") must match the "
              "existing size (%" PRId64 ") at non-singleton dimension %d.  "
              "Target sizes: %s.  Tensor sizes: %s",
              shape[d], length_at(a, ndim, d), d, buf_text(&to),
              buf_text(&from));
  } else {
    array_tight_text(&from, a->ndim, a->shape);
    array_tight_text(&to, ndim, shape);
    if (ndim < a->ndim)
      err_set(ERR_ValueError, "input operand has more dimensions than allowed "
                              "by the axis remapping");
    else
      err_set(ERR_ValueError,
              "operands could not be broadcast together with remapped shapes "
              "[original->remapped]: %s  and requested shape %s",
              buf_text(&from), buf_text(&to));
  }
  buf_free(&from);
  buf_free(&to);
  return NULL;
}

Array *array_broadcast_to(Array *a, int ndim, const int64_t *shape) {
  int64_t stride[ARRAY_MAX_DIMS];
  if (ndim < a->ndim)
    return cannot_expand(a, ndim, shape, 0);
  for (int d = ndim - 1; d >= 0 && ndim <= ARRAY_MAX_DIMS; d--) {
    int64_t length = length_at(a, ndim, d);
    if (length != shape[d] && length != 1)
      return cannot_expand(a, ndim, shape, d);
    stride[d] = length == shape[d] && d >= ndim - a->ndim
                    ? a->stride[d - (ndim - a->ndim)]
                    : 0;
  }
  Array *v = array_view(a, ndim, shape, stride, a->data);
  if (v)
    v->readonly = true;
  return v;
}
