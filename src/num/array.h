/* SPDX-License-Identifier: GPL-3.0-or-later */
/* n-dimensional arrays. Arrays are counted: callers own what they receive,
   functions borrow what they are given. A view shares its base's memory and
   keeps the base alive. Strides are in elements. */
#ifndef XENT_NUM_ARRAY_H
#define XENT_NUM_ARRAY_H

#include "base/ref.h"
#include "num/dtype.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ARRAY_MAX_DIMS = 8 };

/* Whose rules it follows: a vector typed at the prompt, NumPy, torch. */
typedef enum Family { FAMILY_PLAIN, FAMILY_NUMPY, FAMILY_TORCH } Family;

/* What the numbers are. A kind never changes a value. */
typedef enum KindName {
  KIND_REAL,     /* no claim */
  KIND_LOGITS,   /* any real scores; softmax makes them probabilities */
  KIND_PROBS,    /* in [0,1]; sums to 1 along `axis`, or each by itself */
  KIND_LOGPROBS, /* ln of the above */
  KIND_ONEHOT,   /* one 1 along the last axis */
  KIND_LABELS    /* class numbers */
} KindName;

enum { KIND_EACH = -1 }; /* axis of sigmoid's probabilities */

/* What happened to a gradient (W506). */
typedef enum KindUse {
  KIND_FRESH,
  KIND_STEPPED, /* an optimiser has used it, and nobody cleared it since */
  KIND_SUMMED   /* ... and another one was added to it */
} KindUse;

typedef struct Kind {
  uint8_t name; /* a KindName */
  int8_t axis;  /* for PROBS and LOGPROBS: 0 .. ndim-1, or KIND_EACH */
  bool relu;    /* came straight out of relu (W106) */
  uint8_t use;  /* a KindUse */
} Kind;

typedef struct Array Array;

struct Array {
  Ref ref;        /* ref.type is REF_ARRAY */
  uint8_t dtype;  /* a DType */
  uint8_t family; /* a Family */
  uint8_t ndim;   /* 0 .. ARRAY_MAX_DIMS */
  bool scalar;    /* NumPy: a scalar such as np.float64, not a 0-d array;
                     plain: a number rather than a vector */
  Kind kind;
  bool requires_grad;
  bool parameter; /* torch: an nn.Parameter */
  bool readonly;  /* broadcast views: NumPy refuses to write */
  bool whole;     /* the one view of all of its base, which has no name */
  bool apart;     /* torch's x.data: counts its changes for itself */
  uint32_t version; /* of the owner: how often elements were written */
  uint32_t kept;    /* of the owner: by how many nodes of grad/ */
  int64_t size;  /* product of the shape */
  void *data;    /* first element */
  Array *base;   /* owner of the memory (counted), NULL when it is ours */
  struct TapeNode *node; /* grad/: what computed it, counted, or NULL */
  Array *grad;           /* grad/: its gradient, counted, or NULL */
  int64_t shape[ARRAY_MAX_DIMS];
  int64_t stride[ARRAY_MAX_DIMS];
};

/* A new C-contiguous array with uninitialised elements, kind REAL. NULL with
   a MemoryError worded as the family's library does (NumPy: "Unable to
   allocate 7.28 TiB for an array with shape (1000000000000,) and data type
   float64"), or a ValueError for more than ARRAY_MAX_DIMS dimensions or a
   negative one ("negative dimensions are not allowed"). Small arrays come
   from a pool: one array is one block. */
Array *array_new(Family family, DType dtype, int ndim, const int64_t *shape);
Array *array_zeros(Family family, DType dtype, int ndim, const int64_t *shape);

/* The same in the shape of `like`, which need not be checked. */
Array *array_like(Family family, DType dtype, const Array *like);

/* 0-d with this value; `scalar` is set for NumPy and plain. */
Array *array_scalar(Family family, DType dtype, double value);
Array *array_scalar_int(Family family, DType dtype, int64_t value);

/* 1-d float64 from C memory, copied. */
Array *array_from_doubles(Family family, const double *values, int64_t n);

static inline Array *array_ref(Array *a) {
  if (a)
    a->ref.count++;
  return a;
}
void array_unref(Array *a); /* NULL allowed */

/* grad/ sets this once: an array that has a node goes. */
extern void (*array_drop_node)(Array *a);

/* Asks for a's gradient. array_followed: whether anybody ever did. */
extern bool array_followed;
static inline void array_follow(Array *a) {
  a->requires_grad = array_followed = true;
}

/* Says that elements were written in place. */
static inline void array_changed(Array *a) {
  a->kind.use = KIND_FRESH;
  (a->base && !a->apart ? a->base : a)->version++;
}
static inline uint32_t array_version(const Array *a) {
  return (a->base && !a->apart ? a->base : a)->version;
}

/* A view of a's memory with its own shape, strides and first element. */
Array *array_view(Array *a, int ndim, const int64_t *shape,
                  const int64_t *stride, void *data);

/* Lets a view (it has a base) show to's elements, shape and dtype instead. */
void array_show(Array *view, Array *to);

/* A C-contiguous copy with the same dtype, family and kind. */
Array *array_copy(Array *a);

/* a itself (counted) when it is C-contiguous and of this dtype, else a copy
   that is. With these, most loops need no strides. */
Array *array_contiguous(Array *a);
Array *array_as(Array *a, DType dtype); /* contiguous and converted */

bool array_is_packed(const Array *a); /* any number of dimensions */
static inline bool array_is_contiguous(const Array *a) {
  if (a->ndim == 2 && a->shape[0] > 1 && a->shape[1] > 1)
    return a->stride[1] == 1 && a->stride[0] == a->shape[1];
  return a->ndim == 0 || (a->ndim == 1 && a->stride[0] == 1) ||
         array_is_packed(a);
}
bool array_same_shape(const Array *a, const Array *b);

/* Element by flat index in row-major order, any strides. */
void *array_at(const Array *a, int64_t flat);
double array_get(const Array *a, int64_t flat);
int64_t array_get_int(const Array *a, int64_t flat);
void array_put(Array *a, int64_t flat, double value);
void array_put_int(Array *a, int64_t flat, int64_t value);

/* Copies src, broadcast to dst's shape and converted to its dtype, into dst
   (any strides; overlapping memory is safe). False: cannot be broadcast, with
   NumPy's wording "could not broadcast input array from shape (3,) into shape
   (2,)" or torch's. */
bool array_assign(Array *dst, Array *src);

/* The broadcast shape of two; false with the family's wording: "operands could
   not be broadcast together with shapes (3,) (2,) " for NumPy and plain, "The
   size of tensor a (3) must match the size of tensor b (2) at non-singleton
   dimension 0" for torch. */
bool array_broadcast_shape(const Array *a, const Array *b, int *ndim,
                           int64_t *shape);

/* A read-only view of a with this larger shape (stride 0 where repeated). */
Array *array_broadcast_to(Array *a, int ndim, const int64_t *shape);

/* Checks -ndim <= *axis < ndim and makes it non-negative; the error has the
   family's wording (numpy.AxisError "axis 2 is out of bounds for array of
   dimension 1"; torch IndexError "Dimension out of range (expected to be in
   range of [-1, 0], but got 2)"). A 0-d tensor accepts -1 and 0 in torch. */
bool array_axis(const Array *a, int64_t *axis);

/* Inner loops over one axis: outer x n x inner of a C-contiguous array. */
typedef struct AxisLoop {
  int64_t outer, n, inner;
} AxisLoop;
AxisLoop array_axis_loop(const Array *a, int axis);

/* "(3,)" "(2, 3)" "()" - as Python writes a tuple; torch's "[2, 3]" */
struct Buf;
void array_shape_text(struct Buf *b, int ndim, const int64_t *shape);
void array_size_text(struct Buf *b, int ndim, const int64_t *shape);
/* "(2,3)": as NumPy's own errors write a shape */
void array_tight_text(struct Buf *b, int ndim, const int64_t *shape);

/* Gives the pool's memory back (at exit). */
void array_free_pool(void);

#endif
