/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/fold.h"

#include "num/floats.h"
#include "num/walk.h"

#include <string.h>

Array *fold_memory_order(Array *a, int *order) {
  int64_t shape[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  walk_memory_order(a, order);
  for (int d = 0; d < a->ndim; d++) {
    shape[d] = a->shape[order[d]];
    stride[d] = a->stride[order[d]];
  }
  return array_view(a, a->ndim, shape, stride, a->data);
}

/* out seen along a, with stride 0 where a is reduced. */
static Array *spread(Array *out, const Array *a, const int *order,
                     const FoldAxes *axes) {
  int64_t stride[ARRAY_MAX_DIMS];
  for (int d = 0; d < a->ndim; d++)
    stride[d] = axes->reduced[order[d]] ? 0 : out->stride[order[d]];
  return array_view(out, a->ndim, a->shape, stride, out->data);
}

static void fill(Array *out, double value) {
  for (int64_t i = 0; i < out->size; i++)
    dtype_put_double(
        (DType)out->dtype,
        (char *)out->data + (size_t)i * dtype_size((DType)out->dtype), value);
}

/* out = the first elements of a along the reduced axes. */
static bool take_first(Array *out, Array *a) {
  Array *first = array_view(a, a->ndim, out->shape, a->stride, a->data);
  bool ok = first && array_assign(out, first);
  array_unref(first);
  return ok;
}

/* One inner loop of a reduced axis. */
static void add_run(DType t, char *acc, const char *a, int64_t step,
                    int64_t n) {
  if (t == DT_F64)
    *(double *)acc +=
        floats_pairwise((const double *)a, n, step / (int64_t)sizeof(double));
  else
    *(float *)acc +=
        floats_pairwise32((const float *)a, n, step / (int64_t)sizeof(float));
}

/* The extreme of a packed run, kept in eight lanes. */
#define EXTREME(name, T, OP)                                                   \
  static void name(char *acc, const char *a, int64_t n) {                      \
    T best = *(T *)acc, lane[8];                                               \
    const T *x = (const T *)a;                                                 \
    for (int k = 0; k < 8; k++)                                                \
      lane[k] = best;                                                          \
    for (; n >= 8; n -= 8, x += 8)                                             \
      for (int k = 0; k < 8; k++)                                              \
        lane[k] = lane[k] OP x[k] || lane[k] != lane[k] ? lane[k] : x[k];      \
    for (int k = 0; k < n; k++)                                                \
      lane[k] = lane[k] OP x[k] || lane[k] != lane[k] ? lane[k] : x[k];        \
    for (int k = 0; k < 8; k++)                                                \
      best = best OP lane[k] || best != best ? best : lane[k];                 \
    *(T *)acc = best;                                                          \
  }
EXTREME(max_f64, double, >=)
EXTREME(max_f32, float, >=)
EXTREME(min_f64, double, <=)
EXTREME(min_f32, float, <=)

/* Whether the run was one that the lanes take. */
static bool extreme_run(BinaryOp op, DType t, char *acc, const char *a,
                        int64_t step, int64_t n) {
  if ((op != BINARY_MAX && op != BINARY_MIN) || !dtype_is_float(t) ||
      step != (int64_t)dtype_size(t))
    return false;
  if (t == DT_F64)
    (op == BINARY_MAX ? max_f64 : min_f64)(acc, a, n);
  else
    (op == BINARY_MAX ? max_f32 : min_f32)(acc, a, n);
  return true;
}

static void walk_all(BinaryOp op, Array *out, Array *a) {
  DType t = (DType)a->dtype;
  BinaryKernel *kernel = binary_kernel(op, t, false);
  bool pairwise = op == BINARY_ADD && dtype_is_float(t);
  Walk w;
  walk_begin(&w, a->ndim, a->shape, 2, (const Array *[]){out, a});
  do
    if (!w.step[0] && pairwise)
      add_run(t, w.at[0], w.at[1], w.step[1], w.n);
    else if (w.step[0] || !extreme_run(op, t, w.at[0], w.at[1], w.step[1], w.n))
      kernel(w.n, w.at[0], w.step[0], w.at[0], w.step[0], w.at[1], w.step[1]);
  while (walk_next(&w));
}

/* NumPy sums what is not packed through a buffer, as one packed run. */
static Array *packed(Array *a) {
  Array *c = a ? array_contiguous(a) : NULL;
  array_unref(a);
  return c;
}

static bool fold_ordered(BinaryOp op, Array *out, Array *a,
                         const FoldAxes *axes) {
  int order[ARRAY_MAX_DIMS];
  Array *sorted = fold_memory_order(a, order);
  if (op == BINARY_ADD && axes->count == a->ndim)
    sorted = packed(sorted);
  Array *into = sorted ? spread(out, sorted, order, axes) : NULL;
  if (into)
    walk_all(op, into, sorted);
  array_unref(into);
  array_unref(sorted);
  return into;
}

/* The reduced axes of a contiguous array as one block: false when others
   stand between them. */
static bool one_block(const Array *a, const bool *reduced, AxisLoop *loop) {
  int d = 0;
  *loop = (AxisLoop){1, 1, 1};
  for (; d < a->ndim && (!reduced[d] || a->shape[d] == 1); d++)
    loop->outer *= a->shape[d];
  for (; d < a->ndim && (reduced[d] || a->shape[d] == 1); d++)
    loop->n *= a->shape[d];
  for (; d < a->ndim; d++) {
    if (reduced[d] && a->shape[d] != 1)
      return false;
    loop->inner *= a->shape[d];
  }
  return true;
}

static void torch_sums(const float *x, AxisLoop l, float *out) {
  if (l.inner == 1 && l.outer == 1)
    *out = floats_sum(x, l.n);
  else if (l.inner == 1)
    floats_sum_columns(x, l.outer, l.n, out);
  else
    for (int64_t o = 0; o < l.outer; o++)
      floats_sum_rows(x + o * l.n * l.inner, l.n, l.inner, out + o * l.inner);
}

/* Reduced axes moved to the end, kept ones in order of memory. */
static Array *reduced_last(Array *sorted, bool *reduced) {
  int64_t shape[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  int n = 0;
  for (int pass = 0; pass < 2; pass++)
    for (int d = 0; d < sorted->ndim; d++)
      if (reduced[d] == (pass == 1)) {
        shape[n] = sorted->shape[d];
        stride[n++] = sorted->stride[d];
      }
  int kept = 0;
  for (int d = 0; d < sorted->ndim; d++)
    kept += !reduced[d];
  for (int d = 0; d < sorted->ndim; d++)
    reduced[d] = d >= kept;
  return array_view(sorted, sorted->ndim, shape, stride, sorted->data);
}

/* The sums of the sorted array, contiguous, in the shape of its kept axes. */
static Array *sums_of(Array *sorted, const bool *reduced) {
  bool flags[ARRAY_MAX_DIMS];
  int64_t shape[ARRAY_MAX_DIMS];
  AxisLoop loop;
  memcpy(flags, reduced, sizeof flags);
  for (int d = 0; d < sorted->ndim; d++)
    shape[d] = reduced[d] ? 1 : sorted->shape[d];
  Array *block = one_block(sorted, flags, &loop) ? array_ref(sorted)
                                                 : reduced_last(sorted, flags);
  Array *x = block ? array_contiguous(block) : NULL;
  Array *sums = x ? array_new(FAMILY_TORCH, DT_F32, sorted->ndim, shape) : NULL;
  if (sums && one_block(x, flags, &loop))
    torch_sums(x->data, loop, sums->data);
  array_unref(x);
  array_unref(block);
  return sums;
}

/* Sums of float32 in torch's cascade. They come in the order of the kept axes
   in memory and are put where they belong by a view of out. */
static bool fold_torch(Array *out, Array *a, const FoldAxes *axes) {
  int order[ARRAY_MAX_DIMS];
  bool reduced[ARRAY_MAX_DIMS] = {0};
  int64_t stride[ARRAY_MAX_DIMS];
  Array *sorted = fold_memory_order(a, order);
  if (!sorted)
    return false;
  for (int d = 0; d < a->ndim; d++) {
    reduced[d] = axes->reduced[order[d]];
    stride[d] = out->stride[order[d]];
  }
  Array *sums = sums_of(sorted, reduced);
  Array *into =
      sums ? array_view(out, a->ndim, sums->shape, stride, out->data) : NULL;
  bool ok = into && array_assign(into, sums);
  array_unref(into);
  array_unref(sums);
  array_unref(sorted);
  return ok;
}

Array *fold_axes(BinaryOp op, Array *a, const FoldAxes *axes) {
  int64_t shape[ARRAY_MAX_DIMS];
  for (int d = 0; d < a->ndim; d++)
    shape[d] = axes->reduced[d] ? 1 : a->shape[d];
  Array *out = array_new((Family)a->family, (DType)a->dtype, a->ndim, shape);
  if (!out)
    return NULL;
  bool ok = true;
  if (op == BINARY_ADD || op == BINARY_MUL)
    fill(out, op == BINARY_MUL);
  else if (out->size)
    ok = take_first(out, a);
  if (ok && a->size)
    ok = op == BINARY_ADD && a->dtype == DT_F32 && a->family == FAMILY_TORCH
             ? fold_torch(out, a, axes)
             : fold_ordered(op, out, a, axes);
  if (ok)
    return out;
  array_unref(out);
  return NULL;
}

void fold_squeeze(Array *a, const FoldAxes *axes) {
  int n = 0;
  for (int d = 0; d < a->ndim; d++)
    if (!axes->reduced[d]) {
      a->shape[n] = a->shape[d];
      a->stride[n++] = a->stride[d];
    }
  a->ndim = (uint8_t)n;
}
