/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order: sort, argsort, topk, unique, searchsorted, median. */
#include "base/err.h"
#include "base/mem.h"
#include "num/order.h"
#include "ops/calc.h"
#include "ops/reduce.h"
#include "ops/shape.h"

#include <math.h>
#include <string.h>

/* One line of an array being ordered. */
typedef struct Line {
  double *x;
  int64_t *index;
  int64_t n;
} Line;

static bool line_make(Line *line, int64_t n) {
  line->n = n;
  line->x = mem_alloc((size_t)n * sizeof *line->x);
  line->index = mem_alloc((size_t)n * sizeof *line->index);
  return line->x && line->index;
}

static void line_free(Line *line) {
  mem_free(line->x);
  mem_free(line->index);
}

typedef enum Manner { UP, DOWN, UP_NUMPY } Manner;

static bool line_sort(Line *line, Manner manner) {
  for (int64_t i = 0; i < line->n; i++)
    line->index[i] = i;
  if (manner == UP_NUMPY) {
    order_numpy(line->x, line->index, line->n);
    return true;
  }
  if (manner == UP)
    return order_stable(line->x, line->index, line->n);
  /* descending and stable: backwards twice */
  for (int64_t i = 0; i < line->n; i++)
    line->index[i] = line->n - 1 - i;
  if (!order_stable(line->x, line->index, line->n))
    return false;
  for (int64_t i = 0; i < line->n / 2; i++) {
    int64_t t = line->index[i];
    line->index[i] = line->index[line->n - 1 - i];
    line->index[line->n - 1 - i] = t;
  }
  return true;
}

/* Sorts along an axis and keeps the first `keep`: values and places. */
static bool sorted(Array *x, int64_t axis, int64_t keep, Manner manner,
                   Array **values, Array **places) {
  Line line;
  int64_t shape[ARRAY_MAX_DIMS];
  AxisLoop loop = array_axis_loop(x, (int)axis);
  memcpy(shape, x->shape, sizeof shape);
  if (x->ndim)
    shape[axis] = keep;
  Array *c = array_contiguous(x);
  Family family = (Family)x->family;
  *values = array_new(family, (DType)x->dtype, x->ndim, shape);
  *places = array_new(family, DT_I64, x->ndim, shape);
  bool ok = line_make(&line, loop.n) && c && *values && *places;
  size_t size = dtype_size((DType)x->dtype);
  for (int64_t k = 0; ok && k < loop.outer * loop.inner; k++) {
    int64_t o = k / loop.inner, i = k % loop.inner;
    char *from = (char *)c->data + (size_t)(o * loop.n * loop.inner + i) * size;
    for (int64_t j = 0; j < loop.n; j++)
      line.x[j] = dtype_get_double((DType)x->dtype,
                                   from + (size_t)(j * loop.inner) * size);
    ok = line_sort(&line, manner);
    for (int64_t j = 0; ok && j < keep; j++) {
      int64_t to = (o * keep + j) * loop.inner + i;
      ((int64_t *)(*places)->data)[to] = line.index[j];
      memcpy((char *)(*values)->data + (size_t)to * size,
             from + (size_t)(line.index[j] * loop.inner) * size, size);
    }
  }
  line_free(&line);
  array_unref(c);
  if (ok)
    return true;
  array_unref(*values);
  array_unref(*places);
  *values = *places = NULL;
  return false;
}

static int64_t length(const Array *x, int64_t axis) {
  return x->ndim ? x->shape[axis] : 1;
}

/* x axis descending kind */
static bool order_row(OpCall *call, Array **values, Array **places) {
  int64_t axis;
  bool stable = call->family == FAMILY_TORCH || calc_given(call, 3);
  Manner manner = calc_given(call, 2) && call->arg[2].b ? DOWN
                  : stable                              ? UP
                                                        : UP_NUMPY;
  Array *x = calc_along(call, &axis);
  bool ok = x && sorted(x, axis, length(x, axis), manner, values, places);
  array_unref(x);
  return ok;
}

static bool sort_forward(OpCall *call) {
  Array *places;
  if (!order_row(call, &call->out, &places))
    return false;
  array_unref(places);
  return true;
}

static bool torch_sort_forward(OpCall *call) {
  return order_row(call, &call->out, &call->out2);
}

static bool argsort_forward(OpCall *call) {
  Array *values;
  if (!order_row(call, &values, &call->out))
    return false;
  array_unref(values);
  return true;
}

static bool sort_in_place(OpCall *call) {
  Array *values, *places, *x = call->arg[0].array;
  if (!order_row(call, &values, &places))
    return false;
  bool ok = array_assign(x, values);
  array_unref(values);
  array_unref(places);
  if (ok)
    call->out = array_ref(x);
  return ok;
}

/* Puts dout back to the places that values came from. */
static Array *places_backward(const OpCall *call, int64_t axis, Array *dout) {
  Array *x = call->arg[0].array;
  if (!array_axis(x, &axis))
    return NULL;
  Array *dx = array_zeros(call->family, (DType)x->dtype, x->ndim, x->shape);
  AxisLoop loop = array_axis_loop(x, (int)axis);
  int64_t keep = length(call->out2, axis);
  for (int64_t k = 0; dx && k < dout->size; k++) {
    int64_t o = k / (keep * loop.inner), i = k % loop.inner;
    int64_t at = array_get_int(call->out2, k);
    array_put(dx, (o * loop.n + at) * loop.inner + i, array_get(dout, k));
  }
  return dx;
}

static Array *sort_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  return places_backward(call, call->arg[1].i, dout);
}

/* x k axis largest sorted */
static bool topk_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  int64_t k = call->arg[1].i, axis = call->arg[2].i;
  if (!array_axis(x, &axis))
    return false;
  if (k < 0 || k > length(x, axis))
    return err_set(ERR_RuntimeError, "selected index k out of range");
  return sorted(x, axis, k, call->arg[3].b ? DOWN : UP, &call->out,
                &call->out2);
}

static Array *topk_backward(const OpCall *call, int wrt, Array *dout) {
  (void)wrt;
  return places_backward(call, call->arg[2].i, dout);
}

/* unique: x return_counts return_inverse return_index */
static bool is_new(const Line *line, int64_t i) {
  return !i || line->x[line->index[i]] != line->x[line->index[i - 1]];
}

static Array *unique_values(const Array *flat, const Line *line,
                            int64_t count) {
  Array *out = array_new((Family)flat->family, (DType)flat->dtype, 1, &count);
  size_t size = dtype_size((DType)flat->dtype);
  for (int64_t i = 0, k = 0; out && i < line->n; i++)
    if (is_new(line, i))
      memcpy((char *)out->data + (size_t)k++ * size,
             (char *)flat->data + (size_t)line->index[i] * size, size);
  return out;
}

/* What else was asked for: how often, which one, or where first. */
static Array *unique_extra(const OpCall *call, const Line *line,
                           int64_t count) {
  bool inverse = call->arg[2].b, counts = call->arg[1].b;
  Array *x = call->arg[0].array;
  bool shaped = inverse && call->family == FAMILY_TORCH;
  Array *out =
      array_zeros(call->family, DT_I64, shaped ? x->ndim : 1,
                  shaped ? x->shape : (int64_t[]){inverse ? line->n : count});
  int64_t *p = out ? out->data : NULL;
  for (int64_t i = 0, k = -1; p && i < line->n; i++) {
    k += is_new(line, i);
    if (inverse)
      p[line->index[i]] = k;
    else if (counts)
      p[k]++;
    else if (is_new(line, i))
      p[k] = line->index[i];
  }
  return out;
}

static bool unique_forward(OpCall *call) {
  Line line = {0};
  int64_t count = 0;
  int wanted = call->arg[1].b + call->arg[2].b + call->arg[3].b;
  if (wanted > 1)
    return err_set(ERR_Unsupported, "xent gives one of return_index, "
                                    "return_inverse and return_counts at a "
                                    "time");
  Array *view = shape_reshape(call->arg[0].array, 1, (int64_t[]){-1});
  Array *flat = view ? array_contiguous(view) : NULL;
  bool ok = flat && line_make(&line, flat->size);
  for (int64_t i = 0; ok && i < line.n; i++)
    line.x[i] = array_get(flat, i);
  ok = ok && line_sort(&line, UP);
  for (int64_t i = 0; ok && i < line.n; i++)
    count += is_new(&line, i);
  if (ok) {
    call->out = unique_values(flat, &line, count);
    call->out2 = wanted ? unique_extra(call, &line, count) : NULL;
    ok = call->out && (call->out2 || !wanted);
  }
  if (!ok) {
    array_unref(call->out);
    array_unref(call->out2);
    call->out = call->out2 = NULL;
  }
  line_free(&line);
  array_unref(flat);
  array_unref(view);
  return ok;
}

/* The first place in sorted a where v could stand: before equals or after. */
static int64_t place_of(const Array *a, double v, bool right) {
  int64_t low = 0, high = a->size;
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    double x = array_get(a, middle);
    bool before = right ? !order_less(v, x) : order_less(x, v);
    if (before)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* a v side right */
static bool searchsorted_forward(OpCall *call) {
  Array *a = call->arg[0].array, *v = call->arg[1].array;
  bool right = (calc_given(call, 2) && !strcmp(call->arg[2].text, "right")) ||
               call->arg[3].b;
  if (a->ndim != 1)
    return err_set(ERR_ValueError, "object too deep for desired array");
  Array *out = array_new(call->family, DT_I64, v->ndim, v->shape);
  for (int64_t i = 0; out && i < v->size; i++)
    ((int64_t *)out->data)[i] = place_of(a, array_get(v, i), right);
  if (out)
    out->scalar = !v->ndim && call->family != FAMILY_TORCH;
  call->out = out;
  return out;
}

/* The middle of each sorted line: NumPy takes the mean of two, torch the
   lower one. */
static double middle(const Array *values, AxisLoop loop, int64_t k,
                     bool torch) {
  int64_t o = k / loop.inner, i = k % loop.inner;
  int64_t first = o * loop.n * loop.inner + i;
  double last = array_get(values, first + (loop.n - 1) * loop.inner);
  double low = array_get(values, first + (loop.n - 1) / 2 * loop.inner);
  double high = array_get(values, first + loop.n / 2 * loop.inner);
  if (isnan(last))
    return last;
  return torch || loop.n % 2 ? low : (low + high) / 2;
}

static bool median_forward(OpCall *call) {
  int64_t axis;
  Array *values = NULL, *places = NULL, *out = NULL;
  Array *x = calc_along(call, &axis);
  if (!x)
    return false;
  FoldAxes axes = {.count = 1};
  if (x->ndim)
    axes.reduced[axis] = true;
  bool torch = call->family == FAMILY_TORCH;
  DType t = (DType)x->dtype;
  if (!torch && !dtype_is_float(t))
    t = DT_F64;
  int64_t shape[ARRAY_MAX_DIMS];
  memcpy(shape, x->shape, sizeof shape);
  shape[axis] = 1;
  AxisLoop loop = array_axis_loop(x, (int)axis);
  if (sorted(x, axis, length(x, axis), UP, &values, &places))
    out = array_new(call->family, t, x->ndim, shape);
  for (int64_t k = 0; out && k < out->size; k++)
    array_put(out, k, loop.n ? middle(values, loop, k, torch) : NAN);
  array_unref(values);
  array_unref(places);
  call->out = reduce_finish(out, &axes, call->arg[2].b && calc_given(call, 1));
  array_unref(x);
  return call->out;
}

/* The elements that are v (a median, spread to x's shape) share dout. */
static Array *shared(Array *x, Array *v, Array *dout, const FoldAxes *axes) {
  Array *is = calc_binary(BINARY_EQ, calc_keep(x), v);
  Array *count = is ? reduce_fold(BINARY_ADD, is, DT_I64, axes) : NULL;
  Array *share = calc_div(reduce_spread(dout, x, axes), count);
  return calc_mask(share, is);
}

/* The nearest element of x that is at least (at most) the median. */
static Array *nearest(Array *x, Array *out, BinaryOp side, BinaryOp fold,
                      const FoldAxes *axes) {
  Array *mask = calc_binary(side, calc_keep(x), reduce_spread(out, x, axes));
  Array *gone = calc_unary(UNARY_LOGICAL_NOT, calc_keep(mask));
  double far = fold == BINARY_MIN ? INFINITY : -INFINITY;
  Array *some = calc_add(
      calc_mask(calc_keep(x), mask),
      calc_mask(array_scalar((Family)x->family, (DType)x->dtype, far), gone));
  Array *best = some ? reduce_fold(fold, some, (DType)x->dtype, axes) : NULL;
  array_unref(some);
  return best;
}

/* Half to the element on either side, which torch's median is itself. */
static Array *median_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[0].array;
  FoldAxes axes;
  (void)wrt;
  if (!reduce_axes(x, &call->arg[1], &axes))
    return NULL;
  Array *half = calc_scale(calc_keep(dout), 0.5), *low = NULL, *high = NULL;
  if (half) {
    low = shared(x, nearest(x, call->out, BINARY_LE, BINARY_MAX, &axes), half,
                 &axes);
    high = shared(x, nearest(x, call->out, BINARY_GE, BINARY_MIN, &axes), half,
                  &axes);
  }
  array_unref(half);
  return calc_add(low, high);
}

#define ORDER "x:array axis:int?=-1 descending:bool=False kind:text?"

const Op sort_ops[] = {
    {.name = "sort",
     .params = ORDER,
     .spell = {{"np.sort", "a:x axis kind"}, {"torch.msort", "input:x axis=0"}},
     .forward = sort_forward,
     .formula = "out_1 <= out_2 <= ...",
     .help = "the elements in ascending order, along an axis",
     .example = "np.sort([3, 1, 2])",
     .result = "array([1, 2, 3])"},
    {.name = "torch_sort",
     .params = ORDER,
     .spell = {{"torch.sort", "input:x dim:axis descending"},
               {"Tensor.sort", "self:x dim:axis descending"}},
     .forward = torch_sort_forward,
     .backward = sort_backward,
     .saved = "places",
     .grad_fn = "Sort",
     .formula = "values, indices with values_1 <= values_2 <= ...",
     .help = "the elements in order, and where each came from",
     .example = "torch.sort(torch.tensor([3, 1, 2]))[1]",
     .result = "tensor([1, 2, 0])"},
    {.name = "sort_",
     .params = ORDER,
     .spell = {{"ndarray.sort", "self:x axis kind"}},
     .forward = sort_in_place,
     .help = "sorts an array in place",
     .example = "a = np.array([3, 1, 2]); a.sort(); a",
     .result = "array([1, 2, 3])",
     .flags = OP_IN_PLACE},
    {.name = "argsort",
     .params = ORDER,
     .spell = {{"np.argsort", "a:x axis kind"},
               {"ndarray.argsort", "self:x axis kind"},
               {"torch.argsort", "input:x dim:axis descending"},
               {"Tensor.argsort", "self:x dim:axis descending"},
               {"argsort", "x axis"}},
     .forward = argsort_forward,
     .formula = "x[out] is sorted",
     .help = "the places of the elements in ascending order",
     .example = "np.argsort([3, 1, 2])",
     .result = "array([1, 2, 0])"},
    {.name = "topk",
     .params = "x:array k:int axis:int=-1 largest:bool=True sorted:bool=True",
     .spell = {{"torch.topk", "input:x k dim:axis largest sorted"},
               {"Tensor.topk", "self:x k dim:axis largest sorted"}},
     .forward = topk_forward,
     .backward = topk_backward,
     .saved = "places",
     .grad_fn = "Topk",
     .formula = "the k largest, and where they are",
     .help = "the k largest elements and their places",
     .example = "torch.topk(torch.tensor([3, 1, 2]), 2)[0]",
     .result = "tensor([3, 2])"},
    {.name = "unique",
     .params = "x:array counts:bool=False inverse:bool=False "
               "index:bool=False sorted:bool=True",
     .spell = {{"_row.unique", "input:x sorted return_inverse:inverse "
                               "return_counts:counts"}},
     .forward = unique_forward,
     .formula = "the different values, ascending",
     .help = "the different values, sorted; how often each, on request",
     .example = "torch.unique(torch.tensor([2, 0, 2, 1]))",
     .result = "tensor([0, 1, 2])"},
    {.name = "searchsorted",
     .params = "a:array v:array side:text? right:bool=False",
     .spell = {{"np.searchsorted", "a v side"},
               {"torch.searchsorted",
                "sorted_sequence:a input:v * right side"}},
     .forward = searchsorted_forward,
     .formula = "out_i = how many a_k are < v_i",
     .help = "where values would go in a sorted array",
     .example = "np.searchsorted([1, 3, 5], 4)",
     .result = "2"},
    {.name = "median",
     .params = "x:array axis:int? keepdims:bool=False",
     .spell = {{"_row.median", "input:x"}, {"median", "x axis"}},
     .forward = median_forward,
     .backward = median_backward,
     .saved = "x out",
     .grad_fn = "Median",
     .formula = "half of the x_i are below, half above",
     .help = "the middle of the sorted values; torch takes the lower of two",
     .example = "torch.median(torch.tensor([4, 1, 2, 3]))",
     .result = "tensor(2)"},
    {0}};
