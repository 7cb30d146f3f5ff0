/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/index.h"

#include "base/err.h"
#include "num/binary.h"
#include "num/copy.h"
#include "num/walk.h"
#include "ops/pick.h"

#include <inttypes.h>
#include <string.h>

/* One index, ready: which axes of a are walked plainly, and which are
   picked from by arrays. */
typedef struct Plan {
  Array *a;
  char *data;
  int basic; /* plain dimensions of the result, in order */
  int64_t shape[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  int source[ARRAY_MAX_DIMS]; /* a's axis, -1: new, -2: cut short */
  int picks;
  Array *pick[ARRAY_MAX_DIMS]; /* int64, owned */
  int64_t pick_stride[ARRAY_MAX_DIMS];
  int place;   /* plain dimensions before the picked ones */
  bool scalar; /* the result is a NumPy or plain scalar */
  int pick_ndim;
  int64_t pick_shape[ARRAY_MAX_DIMS], pick_size;
} Plan;

static void plan_free(Plan *p) {
  for (int i = 0; i < p->picks; i++)
    array_unref(p->pick[i]);
}

static bool torch(const Array *a) {
  return a->family == FAMILY_TORCH;
}

static bool out_of_bounds(const Array *a, int64_t i, int axis) {
  return err_set(ERR_IndexError,
                 "index %" PRId64 " is out of bounds for %s %d with size "
                 "%" PRId64,
                 i, torch(a) ? "dimension" : "axis", axis, a->shape[axis]);
}

static bool too_many(const Array *a, int used) {
  if (torch(a) && !a->ndim)
    return err_set(ERR_IndexError,
                   "invalid index of a 0-dim tensor. Use `tensor.item()` in "
                   "Python or `tensor.item<T>()` in C++ to convert a 0-dim "
                   "tensor to a number");
  if (torch(a))
    return err_set(ERR_IndexError,
                   "too many indices for tensor of dimension "
                   "%d",
                   a->ndim);
  if (!a->ndim && a->scalar)
    return err_set(ERR_IndexError, "invalid index to scalar variable.");
  return err_set(ERR_IndexError,
                 "too many indices for array: array is %d-dimensional, but %d "
                 "were indexed",
                 a->ndim, used);
}

/* Python's clipping of a slice to a length: the first index, the step and the
   number of elements. False: step 0 ("slice step cannot be zero"). */
static bool clip_slice(const Index *s, int64_t length, int64_t *start,
                       int64_t *step, int64_t *count) {
  *step = s->has_step ? s->step : 1;
  if (!*step)
    return err_set(ERR_ValueError, "slice step cannot be zero");
  bool up = *step > 0;
  int64_t low = up ? 0 : -1, high = up ? length : length - 1;
  int64_t from = s->start < 0 ? s->start + length : s->start;
  int64_t to = s->stop < 0 ? s->stop + length : s->stop;
  from = from < low ? low : from > high ? high : from;
  to = to < low ? low : to > high ? high : to;
  if (!s->has_start)
    from = up ? low : high;
  if (!s->has_stop)
    to = up ? high : low;
  *start = from;
  *count = up ? (to > from ? (to - from - 1) / *step + 1 : 0)
              : (from > to ? (to - from + 1) / *step + 1 : 0);
  return true;
}

static bool add_basic(Plan *p, int64_t length, int64_t stride, int source) {
  if (p->basic == ARRAY_MAX_DIMS)
    return err_set(ERR_IndexError,
                   "number of dimensions must be within [0, %d], indexing "
                   "result would have %d",
                   ARRAY_MAX_DIMS, p->basic + 1);
  p->shape[p->basic] = length;
  p->stride[p->basic] = stride;
  p->source[p->basic++] = source;
  return true;
}

static int64_t bytes(const Array *a, int64_t elements) {
  return elements * (int64_t)dtype_size((DType)a->dtype);
}

static bool plan_int(Plan *p, int64_t i, int axis) {
  int64_t n = p->a->shape[axis], at = i < 0 ? i + n : i;
  if (at < 0 || at >= n)
    return out_of_bounds(p->a, i, axis);
  p->data += bytes(p->a, at * p->a->stride[axis]);
  return true;
}

static bool plan_slice(Plan *p, const Index *s, int axis) {
  int64_t start = 0, step = 1, count = 0, n = p->a->shape[axis];
  if (torch(p->a) && s->has_step && s->step <= 0)
    return err_set(ERR_ValueError, "step must be greater than zero");
  if (!clip_slice(s, n, &start, &step, &count))
    return false;
  if (count)
    p->data += bytes(p->a, start * p->a->stride[axis]);
  int64_t stride = count > 1 ? p->a->stride[axis] * step : 1;
  return add_basic(p, count, stride, count == n ? axis : -2);
}

static bool whole_numbers(const Array *x) {
  for (int64_t i = 0; i < x->size; i++)
    if (array_get(x, i) != (double)array_get_int(x, i))
      return false;
  return x->family == FAMILY_PLAIN || !x->size;
}

/* Adds the picks of an integer array along one axis; checks its bounds. */
static bool plan_pick(Plan *p, Array *x, int axis) {
  int64_t n = p->a->shape[axis];
  if (dtype_is_float((DType)x->dtype) && !whole_numbers(x))
    return err_set(ERR_IndexError,
                   torch(p->a) ? "tensors used as indices must be long, byte "
                                 "or bool tensors"
                               : "arrays used as indices must be of integer "
                                 "(or boolean) type");
  Array *pick = array_new(FAMILY_NUMPY, DT_I64, x->ndim, x->shape);
  if (!pick)
    return false;
  p->pick[p->picks] = pick;
  p->pick_stride[p->picks++] = p->a->stride[axis];
  for (int64_t k = 0; k < x->size; k++) {
    int64_t i = array_get_int(x, k), at = i < 0 ? i + n : i;
    if (at < 0 || at >= n)
      return out_of_bounds(p->a, i, axis);
    ((int64_t *)pick->data)[k] = at;
  }
  return true;
}

static bool mask_mismatch(const Array *a, const Array *mask, int axis, int d) {
  if (!torch(a))
    return err_set(ERR_IndexError,
                   "boolean index did not match indexed array along dimension "
                   "%d; dimension is %" PRId64 " but corresponding boolean "
                   "dimension is %" PRId64,
                   axis + d, a->shape[axis + d], mask->shape[d]);
  Buf m = BUF_EMPTY, s = BUF_EMPTY;
  array_size_text(&m, mask->ndim, mask->shape);
  array_size_text(&s, a->ndim, a->shape);
  err_set(ERR_IndexError,
          "The shape of the mask %s at index %d does not match the shape of "
          "the indexed tensor %s at index %d",
          buf_text(&m), d, buf_text(&s), axis + d);
  buf_free(&m);
  buf_free(&s);
  return false;
}

/* A mask without dimensions picks all or nothing along an axis of its own. */
static bool plan_scalar_mask(Plan *p, const Array *mask) {
  int64_t count = array_get_int(mask, 0) != 0;
  Array *pick = array_zeros(FAMILY_NUMPY, DT_I64, 1, &count);
  if (!pick)
    return false;
  p->pick[p->picks] = pick;
  p->pick_stride[p->picks++] = 0;
  return true;
}

/* A mask of k dimensions picks along k axes where it is true. */
static bool plan_mask(Plan *p, const Array *mask, int axis) {
  int64_t count = 0;
  if (!mask->ndim)
    return plan_scalar_mask(p, mask);
  for (int d = 0; d < mask->ndim; d++)
    if (mask->shape[d] != p->a->shape[axis + d])
      return mask_mismatch(p->a, mask, axis, d);
  for (int64_t i = 0; i < mask->size; i++)
    count += array_get_int(mask, i);
  int first = p->picks;
  for (int d = 0; d < mask->ndim; d++) {
    Array *pick = array_new(FAMILY_NUMPY, DT_I64, 1, &count);
    if (!pick)
      return false;
    p->pick[p->picks] = pick;
    p->pick_stride[p->picks++] = p->a->stride[axis + d];
  }
  for (int64_t i = 0, k = 0; i < mask->size; i++) {
    if (!array_get_int(mask, i))
      continue;
    int64_t rest = i;
    for (int d = mask->ndim - 1; d >= 0; d--) {
      ((int64_t *)p->pick[first + d]->data)[k] = rest % mask->shape[d];
      rest /= mask->shape[d];
    }
    k++;
  }
  return true;
}

static int axes_of(const Index *item) {
  switch (item->tag) {
  case INDEX_INT:
  case INDEX_SLICE: return 1;
  case INDEX_ARRAY:
    return item->array->dtype == DT_BOOL ? item->array->ndim : 1;
  default: return 0;
  }
}

/* What the items are, taken together. */
typedef struct Survey {
  int used, arrays, ellipses;
  bool apart; /* arrays with something plain between them */
} Survey;

/* Among arrays NumPy takes a whole number for an array of one; torch selects
   first and forgets it. */
static bool is_advanced(const Array *a, const Index *item) {
  return item->tag == INDEX_ARRAY || (item->tag == INDEX_INT && !torch(a));
}

static Survey survey(const Array *a, const Index *items, int n) {
  Survey s = {0};
  int first = n, last = -1;
  for (int i = 0; i < n; i++) {
    s.used += axes_of(&items[i]);
    s.ellipses += items[i].tag == INDEX_ELLIPSIS;
    s.arrays += items[i].tag == INDEX_ARRAY;
    if (is_advanced(a, &items[i])) {
      first = first < i ? first : i;
      last = i;
    }
  }
  for (int i = first; i <= last; i++)
    s.apart |= !is_advanced(a, &items[i]) && items[i].tag != INDEX_INT;
  return s;
}

static bool plan_rest(Plan *p, int from, int to) {
  for (int d = from; d < to; d++)
    if (!add_basic(p, p->a->shape[d], p->a->stride[d], d))
      return false;
  return true;
}

/* In company of arrays a whole number is an array of one. */
static bool plan_number_pick(Plan *p, int64_t i, int axis) {
  Array *x = array_scalar_int(FAMILY_NUMPY, DT_I64, i);
  bool ok = x && plan_pick(p, x, axis);
  array_unref(x);
  return ok;
}

static bool plan_item(Plan *p, const Index *item, const Survey *s, int *axis,
                      bool *placed) {
  bool number = item->tag == INDEX_INT && s->arrays && !torch(p->a);
  bool pick = number || item->tag == INDEX_ARRAY;
  if (pick && !*placed) {
    *placed = true;
    p->place = s->apart ? 0 : p->basic;
  }
  int at = *axis;
  *axis += axes_of(item);
  switch (item->tag) {
  case INDEX_NEWAXIS: return add_basic(p, 1, 0, -1);
  case INDEX_ELLIPSIS:
    *axis = at + p->a->ndim - s->used;
    return plan_rest(p, at, *axis);
  case INDEX_SLICE: return plan_slice(p, item, at);
  case INDEX_INT:
    return number ? plan_number_pick(p, item->i, at) : plan_int(p, item->i, at);
  default:
    return item->array->dtype == DT_BOOL ? plan_mask(p, item->array, at)
                                         : plan_pick(p, item->array, at);
  }
}

static bool picks_mismatch(const Plan *p) {
  Buf b = BUF_EMPTY;
  for (int i = 0; i < p->picks; i++) {
    if (!p->pick[i]->ndim)
      continue;
    if (torch(p->a)) {
      buf_str(&b, b.len ? ", " : "");
      array_size_text(&b, p->pick[i]->ndim, p->pick[i]->shape);
    } else {
      array_tight_text(&b, p->pick[i]->ndim, p->pick[i]->shape);
      buf_char(&b, ' ');
    }
  }
  err_set(ERR_IndexError,
          "shape mismatch: indexing %s could not be broadcast together with "
          "shapes %s",
          torch(p->a) ? "tensors" : "arrays", buf_text(&b));
  buf_free(&b);
  return false;
}

/* The shape that all picks share. */
static bool join_picks(Plan *p) {
  p->pick_size = 1;
  for (int i = 0; i < p->picks; i++) {
    Array so_far = {.ndim = (uint8_t)p->pick_ndim, .family = FAMILY_NUMPY};
    memcpy(so_far.shape, p->pick_shape, sizeof so_far.shape);
    if (!array_broadcast_shape(&so_far, p->pick[i], &p->pick_ndim,
                               p->pick_shape))
      return picks_mismatch(p);
  }
  for (int d = 0; d < p->pick_ndim; d++)
    p->pick_size *= p->pick_shape[d];
  if (p->pick_ndim + p->basic > ARRAY_MAX_DIMS)
    return err_set(ERR_IndexError, "too many dimensions in the result");
  return true;
}

static bool plan_make(Plan *p, Array *a, const Index *items, int n) {
  Survey s = survey(a, items, n);
  int axis = 0;
  bool placed = false;
  *p = (Plan){.a = a, .data = a->data};
  if (s.ellipses > 1)
    return err_set(ERR_IndexError,
                   "an index can only have a single ellipsis ('...')");
  if (s.used > a->ndim)
    return too_many(a, s.used);
  for (int i = 0; i < n; i++)
    if (!plan_item(p, &items[i], &s, &axis, &placed))
      return false;
  if ((!s.ellipses && !plan_rest(p, axis, a->ndim)) || !join_picks(p))
    return false;
  p->scalar = !s.ellipses && !p->basic && !p->pick_ndim && !torch(a);
  return true;
}

/* Bytes from the plan's data to what the k-th combination of picks names. */
static int64_t pick_offset(const Plan *p, int64_t k) {
  int64_t offset = 0;
  for (int i = 0; i < p->picks; i++) {
    const Array *pick = p->pick[i];
    int64_t rest = k, at = 0, step = 1;
    if (pick->size == p->pick_size) {
      at = k;
    } else {
      for (int d = p->pick_ndim - 1; d >= 0; d--) {
        int own = d - (p->pick_ndim - pick->ndim);
        int64_t i_d = rest % p->pick_shape[d];
        rest /= p->pick_shape[d];
        if (own >= 0 && pick->shape[own] != 1)
          at += i_d * step;
        step *= own >= 0 ? pick->shape[own] : 1;
      }
    }
    offset += ((const int64_t *)pick->data)[at] * p->pick_stride[i];
  }
  return bytes(p->a, offset);
}

/* The kind survives when the axis that sums to one is whole. */
static Kind kind_of(const Plan *p) {
  const Array *a = p->a;
  Kind kind = a->kind;
  bool along = kind.name == KIND_PROBS || kind.name == KIND_LOGPROBS;
  int axis = kind.name == KIND_ONEHOT ? a->ndim - 1 : kind.axis;
  if ((!along && kind.name != KIND_ONEHOT) || (along && axis == KIND_EACH))
    return kind;
  for (int d = 0; d < p->basic; d++)
    if (p->source[d] == axis) {
      kind.axis = (int8_t)(d + (d >= p->place ? p->pick_ndim : 0));
      return kind.name == KIND_ONEHOT && d != p->basic - 1 ? (Kind){0} : kind;
    }
  return (Kind){0};
}

/* The result's dimensions: plain ones before, picked ones, plain ones after. */
static int result_shape(const Plan *p, int64_t *shape) {
  int n = 0;
  for (int d = 0; d < p->place; d++)
    shape[n++] = p->shape[d];
  for (int d = 0; d < p->pick_ndim; d++)
    shape[n++] = p->pick_shape[d];
  for (int d = p->place; d < p->basic; d++)
    shape[n++] = p->shape[d];
  return n;
}

/* An array in the result's shape seen as (plain...) at each combination of
   picks: strides of the plain dimensions and of the picked ones. */
typedef struct Side {
  Array *view; /* plain dimensions only; data moves */
  int64_t pick_stride[ARRAY_MAX_DIMS];
  char *data;
} Side;

static bool side_make(Side *side, const Plan *p, Array *x) {
  int64_t stride[ARRAY_MAX_DIMS];
  for (int d = 0; d < p->basic; d++)
    stride[d] = x->stride[d < p->place ? d : d + p->pick_ndim];
  for (int d = 0; d < p->pick_ndim; d++)
    side->pick_stride[d] = x->stride[p->place + d];
  side->data = x->data;
  side->view = array_view(x, p->basic, p->shape, stride, x->data);
  return side->view;
}

static int64_t side_offset(const Side *side, const Plan *p, int64_t k) {
  int64_t offset = 0;
  for (int d = p->pick_ndim - 1; d >= 0; d--) {
    offset += k % p->pick_shape[d] * side->pick_stride[d];
    k /= p->pick_shape[d];
  }
  return offset * (int64_t)dtype_size((DType)side->view->dtype);
}

static void add_block(Array *to, const Array *from) {
  DType t = (DType)to->dtype;
  BinaryKernel *add = binary_kernel(BINARY_ADD, t, true);
  Walk w;
  walk_begin(&w, to->ndim, to->shape, 2, (const Array *[]){to, from});
  do
    add(w.n, w.at[0], w.step[0], w.at[0], w.step[0], w.at[1], w.step[1]);
  while (walk_next(&w));
}

typedef enum Way { GET, SET, ADD } Way;

/* Moves elements between a's picked places and x, in the result's shape. */
static bool transfer(const Plan *p, Array *x, Way way) {
  Side side;
  if (!side_make(&side, p, x))
    return false;
  Array *own = array_view(p->a, p->basic, p->shape, p->stride, p->data);
  size_t size = dtype_size((DType)p->a->dtype);
  bool single = !p->basic && way == GET;
  for (int64_t k = 0; own && k < p->pick_size; k++) {
    char *mine = p->data + pick_offset(p, k);
    char *other = side.data + side_offset(&side, p, k);
    if (single) {
      memcpy(other, mine, size);
      continue;
    }
    own->data = mine;
    side.view->data = other;
    if (way == GET)
      copy_elements(side.view, own);
    else if (way == SET)
      copy_elements(own, side.view);
    else
      add_block(own, side.view);
  }
  array_unref(side.view);
  array_unref(own);
  return own;
}

/* NumPy lays the picked dimensions outermost: X[:, [0, 2]] lies column by
   column, and its sums are those of columns. */
static Array *result_new(const Plan *p) {
  int64_t shape[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS], step = 1;
  int ndim = result_shape(p, shape), after = p->place + p->pick_ndim;
  Array *out = array_new((Family)p->a->family, (DType)p->a->dtype, ndim, shape);
  if (!out || p->a->family != FAMILY_NUMPY || !p->place)
    return out;
  for (int d = ndim - 1; d >= after; step *= shape[d--])
    stride[d] = step;
  for (int d = p->place - 1; d >= 0; step *= shape[d--])
    stride[d] = step;
  for (int d = after - 1; d >= p->place; step *= shape[d--])
    stride[d] = step;
  Array *view = array_view(out, ndim, shape, stride, out->data);
  array_unref(out);
  return view;
}

static Array *gather(const Plan *p) {
  Array *out = result_new(p);
  if (out)
    out->scalar = p->scalar;
  if (out && out->size && !transfer(p, out, GET)) {
    array_unref(out);
    return NULL;
  }
  return out;
}

static Array *view_of(const Plan *p) {
  Array *v = array_view(p->a, p->basic, p->shape, p->stride, p->data);
  if (!v || !p->scalar)
    return v;
  Array *scalar = array_copy(v);
  array_unref(v);
  if (scalar)
    scalar->scalar = true;
  return scalar;
}

Array *index_get(Array *a, const Index *items, int n) {
  Plan p;
  Array *out = NULL;
  if (plan_make(&p, a, items, n))
    out = p.picks ? gather(&p) : view_of(&p);
  if (out)
    out->kind = kind_of(&p);
  plan_free(&p);
  return out;
}

static bool value_mismatch(const Plan *p, const Array *value, int ndim,
                           const int64_t *shape, bool mask) {
  Buf have = BUF_EMPTY, want = BUF_EMPTY;
  bool t = torch(p->a);
  (t ? array_size_text : array_tight_text)(&have, value->ndim, value->shape);
  (t ? array_size_text : array_tight_text)(&want, ndim, shape);
  if (mask && !t && value->ndim == 1 && !p->basic)
    err_set(ERR_ValueError,
            "NumPy boolean array indexing assignment cannot assign %" PRId64
            " input values to the %" PRId64 " output values where the mask is "
            "true",
            value->size, p->pick_size);
  else
    err_set(t ? ERR_RuntimeError : ERR_ValueError,
            t ? "shape mismatch: value tensor of shape %s cannot be broadcast "
                "to indexing result of shape %s"
              : "shape mismatch: value array of shape %s could not be "
                "broadcast to indexing result of shape %s",
            buf_text(&have), buf_text(&want));
  buf_free(&have);
  buf_free(&want);
  return false;
}

/* value in the shape of the result, as a view; NULL: does not fit. */
static Array *spread_value(const Plan *p, Array *value, bool mask) {
  int64_t shape[ARRAY_MAX_DIMS];
  int ndim = result_shape(p, shape), skip = 0;
  while (value->ndim - skip > ndim && value->shape[skip] == 1)
    skip++;
  for (int d = skip; d < value->ndim; d++) {
    int at = d - skip + ndim - (value->ndim - skip);
    if (at < 0 || (value->shape[d] != 1 && value->shape[d] != shape[at])) {
      value_mismatch(p, value, ndim, shape, mask);
      return NULL;
    }
  }
  Array *trimmed = array_view(value, value->ndim - skip, value->shape + skip,
                              value->stride + skip, value->data);
  Array *out = trimmed ? array_broadcast_to(trimmed, ndim, shape) : NULL;
  array_unref(trimmed);
  return out;
}

static bool scatter(const Plan *p, Array *value, Way way, bool mask) {
  bool shared =
      (value->base ? value->base : value) == (p->a->base ? p->a->base : p->a);
  Array *source = way == ADD ? array_as(value, (DType)p->a->dtype)
                  : shared   ? array_copy(value)
                             : array_ref(value);
  Array *wide = source ? spread_value(p, source, mask) : NULL;
  bool ok = wide && (!wide->size || transfer(p, wide, way));
  array_unref(wide);
  array_unref(source);
  return ok;
}

static bool assign_view(const Plan *p, Array *value, Way way) {
  if (p->scalar && value->size != 1)
    return err_set(ERR_ValueError, "setting an array element with a sequence.");
  Array *view = array_view(p->a, p->basic, p->shape, p->stride, p->data);
  if (!view)
    return false;
  bool ok =
      way == ADD ? scatter(p, value, ADD, false) : array_assign(view, value);
  array_unref(view);
  return ok;
}

static bool store(Array *a, const Index *items, int n, Array *value, Way way) {
  Plan p;
  if (a->readonly)
    return err_set(ERR_ValueError, "assignment destination is read-only");
  bool mask =
      n == 1 && items[0].tag == INDEX_ARRAY && items[0].array->dtype == DT_BOOL;
  bool ok =
      plan_make(&p, a, items, n) &&
      (p.picks ? scatter(&p, value, way, mask) : assign_view(&p, value, way));
  plan_free(&p);
  if (!ok)
    return false;
  if (a->kind.name != KIND_LABELS && a->kind.name != KIND_LOGITS)
    a->kind = (Kind){0};
  return true;
}

bool index_set(Array *a, const Index *items, int n, Array *value) {
  return store(a, items, n, value, SET);
}

bool index_add(Array *a, const Index *items, int n, Array *value) {
  if (!binary_kernel(BINARY_ADD, (DType)a->dtype, true))
    return err_set(ERR_RuntimeError, "\"index_put\" not implemented for %s",
                   dtype_name((DType)a->dtype));
  return store(a, items, n, value, ADD);
}

/* torch names the gradient after the last step it took. */
static int row_of(const Index *items, int n) {
  int row = PICK_SLICE;
  for (int i = 0; i < n; i++)
    if (items[i].tag == INDEX_ARRAY)
      return PICK_INDEX;
    else if (items[i].tag == INDEX_INT)
      row = PICK_SELECT;
    else if (items[i].tag == INDEX_SLICE)
      row = PICK_SLICE;
  return row;
}

void index_call(OpCall *call, Array *a, const Index *items, int n,
                int64_t *words, Array **arrays) {
  int count = 0;
  *call = op_call(&pick_ops[row_of(items, n)], (Family)a->family);
  for (int i = 0; i < n; i++) {
    const Index *item = &items[i];
    int64_t *w = words + i * INDEX_WORDS;
    w[0] = item->tag;
    w[1] = item->i;
    w[2] = item->has_start | item->has_stop << 1 | item->has_step << 2;
    w[3] = item->start;
    w[4] = item->stop;
    w[5] = item->step;
    w[6] = count;
    w[7] = 0;
    if (item->tag == INDEX_ARRAY)
      arrays[count++] = item->array;
  }
  call->arg[0] = op_array(a);
  call->arg[1] =
      (Arg){.tag = ARG_INTS, .count = n * INDEX_WORDS, .ints = words};
  call->arg[2] = (Arg){.tag = ARG_ARRAYS, .count = count, .arrays = arrays};
}

/* The index items that index_call wrote into a call. */
int index_read(const OpCall *call, Index *items) {
  int n = call->arg[1].count / INDEX_WORDS;
  for (int i = 0; i < n; i++) {
    const int64_t *w = call->arg[1].ints + i * INDEX_WORDS;
    items[i] = (Index){.tag = (IndexTag)w[0],
                       .i = w[1],
                       .has_start = w[2] & 1,
                       .has_stop = w[2] & 2,
                       .has_step = w[2] & 4,
                       .start = w[3],
                       .stop = w[4],
                       .step = w[5]};
    if (items[i].tag == INDEX_ARRAY)
      items[i].array = call->arg[2].arrays[w[6]];
  }
  return n;
}
