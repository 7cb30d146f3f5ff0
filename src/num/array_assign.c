/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assignment: what fits where, and what to do when memory is shared. */
#include "base/buf.h"
#include "base/err.h"
#include "num/array.h"
#include "num/copy.h"

#include <inttypes.h>
#include <string.h>

/* First and last byte that an array can reach. */
static void extent(const Array *a, const char **low, const char **high) {
  int64_t size = (int64_t)dtype_size((DType)a->dtype), down = 0, up = size;
  for (int d = 0; d < a->ndim; d++) {
    int64_t reach = (a->shape[d] - 1) * a->stride[d] * size;
    *(reach < 0 ? &down : &up) += reach;
  }
  *low = (const char *)a->data + down;
  *high = (const char *)a->data + up;
}

static bool same_layout(const Array *a, const Array *b) {
  return a->data == b->data && a->dtype == b->dtype && a->ndim == b->ndim &&
         !memcmp(a->shape, b->shape, sizeof *a->shape * a->ndim) &&
         !memcmp(a->stride, b->stride, sizeof *a->stride * a->ndim);
}

static bool overlap(const Array *a, const Array *b) {
  const char *a_low, *a_high, *b_low, *b_high;
  if ((a->base ? a->base : a) != (b->base ? b->base : b) || same_layout(a, b) ||
      !a->size || !b->size)
    return false;
  extent(a, &a_low, &a_high);
  extent(b, &b_low, &b_high);
  return a_low < b_high && b_low < a_high;
}

static const char *tensor_type(const Array *a) {
  switch ((DType)a->dtype) {
  case DT_BOOL: return "Bool";
  case DT_I32: return "Int";
  case DT_I64: return "Long";
  case DT_F64: return "Double";
  default: return "Float";
  }
}

static bool cannot_expand(const Array *dst, const Array *src, int dim,
                          const char *to, const char *from) {
  if (dim < 0)
    return err_set(ERR_RuntimeError,
                   "expand(torch.%sTensor{%s}, size=%s): the number of sizes "
                   "provided (%d) must be greater or equal to the number of "
                   "dimensions in the tensor (%d)",
                   tensor_type(src), from, to, dst->ndim, src->ndim);
  return err_set(ERR_RuntimeError,
                 "The expanded size of the tensor (%" PRId64 ") must match the "
                 "existing size (%" PRId64 ") at non-singleton dimension %d.  "
                 "Target sizes: %s.  Tensor sizes: %s",
                 dst->shape[dim], src->shape[src->ndim - dst->ndim + dim], dim,
                 to, from);
}

static bool cannot_assign(const Array *dst, const Array *src, int dim) {
  bool torch = dst->family == FAMILY_TORCH;
  Buf to = BUF_EMPTY, from = BUF_EMPTY;
  (torch ? array_size_text : array_tight_text)(&to, dst->ndim, dst->shape);
  (torch ? array_size_text : array_tight_text)(&from, src->ndim, src->shape);
  if (torch)
    cannot_expand(dst, src, dim, buf_text(&to), buf_text(&from));
  else
    err_set(ERR_ValueError,
            "could not broadcast input array from shape %s into shape %s",
            buf_text(&from), buf_text(&to));
  buf_free(&to);
  buf_free(&from);
  return false;
}

/* Leading dimensions of length 1 may be too many. */
static bool fits(const Array *dst, const Array *src) {
  for (int d = src->ndim - 1; d >= 0; d--) {
    int at = d + dst->ndim - src->ndim;
    if (src->shape[d] != 1 && (at < 0 || dst->shape[at] != src->shape[d]))
      return cannot_assign(dst, src, at);
  }
  return true;
}

static Array *without_leading(Array *src, int ndim) {
  int skip = src->ndim > ndim ? src->ndim - ndim : 0;
  return skip ? array_view(src, ndim, src->shape + skip, src->stride + skip,
                           src->data)
              : array_ref(src);
}

bool array_assign(Array *dst, Array *src) {
  if (dst->readonly)
    return err_set(ERR_ValueError, "assignment destination is read-only");
  if (!fits(dst, src))
    return false;
  Array *from = overlap(dst, src) ? array_copy(src) : array_ref(src);
  Array *trimmed = from ? without_leading(from, dst->ndim) : NULL;
  array_unref(from);
  if (!trimmed)
    return false;
  copy_elements(dst, trimmed);
  array_unref(trimmed);
  return true;
}
