/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/array.h"

#include "base/buf.h"
#include "base/err.h"
#include "num/copy.h"
#include "num/pool.h"

#include <inttypes.h>
#include <string.h>

/* The elements of a small array follow its struct. */
enum { HEAD = (sizeof(Array) + 15) / 16 * 16 };

static char *own_room(Array *a) {
  return (char *)a + HEAD;
}

/* Product of the shape, -1 when it (or its bytes) overflow. */
static int64_t count_elements(DType dtype, int ndim, const int64_t *shape) {
  int64_t n = 1, bytes = (int64_t)dtype_size(dtype);
  bool empty = false;
  for (int d = 0; d < ndim; d++) {
    if (!shape[d])
      empty = true;
    else if (__builtin_mul_overflow(n, shape[d], &n) ||
             __builtin_mul_overflow(bytes, shape[d], &bytes))
      return -1;
  }
  return empty ? 0 : n;
}

/* NumPy's way of writing a number of bytes: "7.28 TiB". */
static void add_bytes(Buf *b, double n) {
  static const char *const units[] = {"bytes", "KiB", "MiB", "GiB",
                                      "TiB",   "PiB", "EiB"};
  int unit = 0;
  for (; n >= 1023.5 && unit < 6; n /= 1024)
    unit++;
  if (!unit)
    buf_fmt(b, "%.0f bytes", n);
  else
    buf_fmt(b, n < 999.5 ? "%#.3g %s" : "%#.0f %s", n, units[unit]);
}

static void *too_large(Family family, DType dtype, int ndim,
                       const int64_t *shape) {
  double bytes = (double)dtype_size(dtype);
  for (int d = 0; d < ndim; d++)
    bytes *= (double)shape[d];
  if (family == FAMILY_TORCH)
    return err_null(ERR_RuntimeError,
                    "[enforce fail at alloc_cpu.cpp:66] . "
                    "DefaultCPUAllocator: can't allocate memory: you tried to "
                    "allocate %.0f bytes. Error code 12 (Cannot allocate "
                    "memory)",
                    bytes);
  Buf size = BUF_EMPTY, dims = BUF_EMPTY;
  add_bytes(&size, bytes);
  array_shape_text(&dims, ndim, shape);
  err_set(ERR_MemoryError,
          "Unable to allocate %s for an array with shape %s and data type %s",
          buf_text(&size), buf_text(&dims), dtype_name(dtype));
  buf_free(&size);
  buf_free(&dims);
  return NULL;
}

static Array *too_big(void) {
  return err_null(ERR_ValueError,
                  "array is too big; `arr.size * arr.dtype.itemsize` is larger "
                  "than the maximum possible size.");
}

static bool check_shape(Family family, int ndim, const int64_t *shape) {
  if (ndim > ARRAY_MAX_DIMS)
    return err_set(ERR_ValueError,
                   "maximum supported dimension for an ndarray is %d, found "
                   "%d",
                   ARRAY_MAX_DIMS, ndim);
  for (int d = 0; d < ndim; d++) {
    if (shape[d] >= 0)
      continue;
    if (family != FAMILY_TORCH)
      return err_set(ERR_ValueError, "negative dimensions are not allowed");
    Buf b = BUF_EMPTY;
    array_size_text(&b, ndim, shape);
    err_set(ERR_RuntimeError,
            "Trying to create tensor with negative dimension %" PRId64 ": %s",
            shape[d], buf_text(&b));
    buf_free(&b);
    return false;
  }
  return true;
}

static void set_shape(Array *a, int ndim, const int64_t *shape) {
  int64_t step = 1;
  a->ndim = (uint8_t)ndim;
  for (int d = ndim - 1; d >= 0; d--) {
    a->shape[d] = shape[d];
    a->stride[d] = step;
    step *= shape[d] ? shape[d] : 1;
  }
}

/* The struct with everything but shape and data; bytes follow it. */
static Array *new_head(Family family, DType dtype, size_t bytes) {
  Array *a = pool_take(HEAD + bytes);
  if (!a)
    return NULL;
  a->ref = (Ref){1, REF_ARRAY};
  a->dtype = (uint8_t)dtype;
  a->family = (uint8_t)family;
  a->scalar = a->requires_grad = a->parameter = a->readonly = false;
  a->apart = a->whole = false;
  a->version = a->kept = 0;
  a->node = NULL;
  a->grad = NULL;
  a->kind = (Kind){0};
  a->base = NULL;
  return a;
}

/* The elements of a shape whose array surely fits behind its struct; -1: not
   sure. */
static int64_t surely_small(int ndim, const int64_t *shape) {
  const int64_t most = (POOL_SMALL_MAX - HEAD) / 8;
  int64_t n = 1;
  if (ndim > ARRAY_MAX_DIMS)
    return -1;
  for (int d = 0; d < ndim; d++) {
    if ((uint64_t)shape[d] > (uint64_t)most)
      return -1;
    n *= shape[d];
    if (n > most)
      return -1;
  }
  return n;
}

static Array *new_small(Family family, DType dtype, int ndim,
                        const int64_t *shape, int64_t size) {
  Array *a = new_head(family, dtype, (size_t)size * dtype_size(dtype));
  if (!a)
    return NULL;
  a->size = size;
  set_shape(a, ndim, shape);
  a->data = own_room(a);
  return a;
}

static Array *new_array(Family family, DType dtype, int ndim,
                        const int64_t *shape, bool zeroed) {
  int64_t few = surely_small(ndim, shape);
  if (few >= 0) {
    Array *a = new_small(family, dtype, ndim, shape, few);
    if (a && zeroed)
      memset(a->data, 0, (size_t)few * dtype_size(dtype));
    return a;
  }
  if (!check_shape(family, ndim, shape))
    return NULL;
  int64_t size = count_elements(dtype, ndim, shape);
  if (size < 0 && family != FAMILY_TORCH)
    return too_big();
  size_t bytes = (size_t)size * dtype_size(dtype);
  if (size < 0 || pool_is_hopeless(bytes))
    return too_large(family, dtype, ndim, shape);
  bool small = bytes <= POOL_SMALL_MAX - HEAD;
  Array *a = new_head(family, dtype, small ? bytes : 0);
  if (!a)
    return NULL;
  a->size = size;
  set_shape(a, ndim, shape);
  a->data = small ? own_room(a) : pool_take_large(bytes, zeroed);
  if (!a->data) {
    pool_give(a, HEAD);
    return too_large(family, dtype, ndim, shape);
  }
  if (small && zeroed)
    memset(a->data, 0, bytes);
  return a;
}

Array *array_new(Family family, DType dtype, int ndim, const int64_t *shape) {
  return new_array(family, dtype, ndim, shape, false);
}

Array *array_like(Family family, DType dtype, const Array *like) {
  if (like->size > (POOL_SMALL_MAX - HEAD) / 8)
    return array_new(family, dtype, like->ndim, like->shape);
  return new_small(family, dtype, like->ndim, like->shape, like->size);
}

Array *array_zeros(Family family, DType dtype, int ndim, const int64_t *shape) {
  return new_array(family, dtype, ndim, shape, true);
}

Array *array_scalar(Family family, DType dtype, double value) {
  Array *a = array_new(family, dtype, 0, NULL);
  if (!a)
    return NULL;
  dtype_put_double(dtype, a->data, value);
  a->scalar = family != FAMILY_TORCH;
  return a;
}

Array *array_scalar_int(Family family, DType dtype, int64_t value) {
  Array *a = array_new(family, dtype, 0, NULL);
  if (!a)
    return NULL;
  dtype_put_int(dtype, a->data, value);
  a->scalar = family != FAMILY_TORCH;
  return a;
}

Array *array_from_doubles(Family family, const double *values, int64_t n) {
  Array *a = array_new(family, DT_F64, 1, &n);
  if (a && n)
    memcpy(a->data, values, (size_t)n * sizeof *values);
  return a;
}

void (*array_drop_node)(Array *a);
bool array_followed;

static void free_array(Array *a) {
  size_t bytes = 0;
  if (a->node)
    array_drop_node(a);
  if (a->grad)
    array_unref(a->grad);
  if (a->base)
    array_unref(a->base);
  else if (a->data == own_room(a))
    bytes = (size_t)a->size * dtype_size((DType)a->dtype);
  else
    pool_give_large(a->data);
  pool_give(a, HEAD + bytes);
}

void array_unref(Array *a) {
  if (a && !--a->ref.count)
    free_array(a);
}

Array *array_view(Array *a, int ndim, const int64_t *shape,
                  const int64_t *stride, void *data) {
  if (!check_shape((Family)a->family, ndim, shape))
    return NULL;
  int64_t size = count_elements((DType)a->dtype, ndim, shape);
  if (size < 0)
    return too_big();
  Array *v = new_head((Family)a->family, (DType)a->dtype, 0);
  if (!v)
    return NULL;
  v->base = array_ref(a->base ? a->base : a);
  v->readonly = a->readonly;
  v->apart = a->apart;
  v->data = data;
  v->ndim = (uint8_t)ndim;
  v->size = size;
  for (int d = 0; d < ndim; d++) {
    v->shape[d] = shape[d];
    v->stride[d] = stride[d];
  }
  return v;
}

void array_show(Array *view, Array *to) {
  Array *old = view->base;
  view->base = array_ref(to->base ? to->base : to);
  view->data = to->data;
  view->dtype = to->dtype;
  view->ndim = to->ndim;
  view->size = to->size;
  memcpy(view->shape, to->shape, sizeof view->shape);
  memcpy(view->stride, to->stride, sizeof view->stride);
  array_unref(old);
}

static Array *copy_as(Array *a, DType dtype) {
  Array *c = array_new((Family)a->family, dtype, a->ndim, a->shape);
  if (!c)
    return NULL;
  c->kind = a->kind;
  c->scalar = a->scalar;
  copy_elements(c, a);
  return c;
}

Array *array_copy(Array *a) {
  return copy_as(a, (DType)a->dtype);
}

Array *array_contiguous(Array *a) {
  return array_is_contiguous(a) ? array_ref(a) : array_copy(a);
}

Array *array_as(Array *a, DType dtype) {
  return a->dtype == dtype ? array_contiguous(a) : copy_as(a, dtype);
}

bool array_is_packed(const Array *a) {
  int64_t step = 1;
  if (!a->size)
    return true;
  for (int d = a->ndim - 1; d >= 0; d--) {
    if (a->shape[d] != 1 && a->stride[d] != step)
      return false;
    step *= a->shape[d];
  }
  return true;
}

bool array_same_shape(const Array *a, const Array *b) {
  if (a->ndim != b->ndim)
    return false;
  for (int d = 0; d < a->ndim; d++)
    if (a->shape[d] != b->shape[d])
      return false;
  return true;
}

void *array_at(const Array *a, int64_t flat) {
  int64_t offset = 0;
  for (int d = a->ndim - 1; d >= 0; d--) {
    offset += flat % a->shape[d] * a->stride[d];
    flat /= a->shape[d];
  }
  return (char *)a->data + offset * (int64_t)dtype_size((DType)a->dtype);
}

double array_get(const Array *a, int64_t flat) {
  return dtype_get_double((DType)a->dtype, array_at(a, flat));
}

int64_t array_get_int(const Array *a, int64_t flat) {
  return dtype_get_int((DType)a->dtype, array_at(a, flat));
}

void array_put(Array *a, int64_t flat, double value) {
  dtype_put_double((DType)a->dtype, array_at(a, flat), value);
}

void array_put_int(Array *a, int64_t flat, int64_t value) {
  dtype_put_int((DType)a->dtype, array_at(a, flat), value);
}

bool array_axis(const Array *a, int64_t *axis) {
  int64_t n = a->ndim;
  if (a->family == FAMILY_TORCH) {
    n = n ? n : 1;
    if (*axis < -n || *axis >= n)
      return err_set(ERR_IndexError,
                     "Dimension out of range (expected to be in range of "
                     "[%" PRId64 ", %" PRId64 "], but got %" PRId64 ")",
                     -n, n - 1, *axis);
  } else if (*axis < -n || *axis >= n) {
    return err_set(ERR_AxisError,
                   "axis %" PRId64 " is out of bounds for array of dimension "
                   "%" PRId64,
                   *axis, n);
  }
  if (*axis < 0)
    *axis += n;
  return true;
}

AxisLoop array_axis_loop(const Array *a, int axis) {
  AxisLoop loop = {1, 1, 1};
  for (int d = 0; d < a->ndim; d++)
    *(d < axis    ? &loop.outer
      : d == axis ? &loop.n
                  : &loop.inner) *= a->shape[d];
  return loop;
}

static void add_dims(Buf *b, int ndim, const int64_t *shape,
                     const char *between) {
  for (int d = 0; d < ndim; d++) {
    buf_str(b, d ? between : "");
    buf_int(b, shape[d]);
  }
}

void array_shape_text(Buf *b, int ndim, const int64_t *shape) {
  buf_char(b, '(');
  add_dims(b, ndim, shape, ", ");
  buf_str(b, ndim == 1 ? ",)" : ")");
}

void array_tight_text(Buf *b, int ndim, const int64_t *shape) {
  buf_char(b, '(');
  add_dims(b, ndim, shape, ",");
  buf_str(b, ndim == 1 ? ",)" : ")");
}

void array_size_text(Buf *b, int ndim, const int64_t *shape) {
  buf_char(b, '[');
  add_dims(b, ndim, shape, ", ");
  buf_char(b, ']');
}

void array_free_pool(void) {
  pool_free();
}
