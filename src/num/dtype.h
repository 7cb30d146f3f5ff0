/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Element types. bool, int64, float32 and float64 have kernels of their own;
   the others are stored, read, printed and converted as the real libraries do,
   and computed by way of the widest of their kind. */
#ifndef XENT_NUM_DTYPE_H
#define XENT_NUM_DTYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* id, name, bytes, class: b bool, u unsigned, i signed, f floating */
#define DTYPES(X)                                                              \
  X(BOOL, "bool", 1, 'b')                                                      \
  X(U8, "uint8", 1, 'u')                                                       \
  X(I8, "int8", 1, 'i')                                                        \
  X(I16, "int16", 2, 'i')                                                      \
  X(I32, "int32", 4, 'i')                                                      \
  X(I64, "int64", 8, 'i')                                                      \
  X(U64, "uint64", 8, 'u')                                                     \
  X(F16, "float16", 2, 'f')                                                    \
  X(BF16, "bfloat16", 2, 'f')                                                  \
  X(F32, "float32", 4, 'f')                                                    \
  X(F64, "float64", 8, 'f')

typedef enum DType {
#define X(id, name, bytes, class) DT_##id,
  DTYPES(X)
#undef X
      DT_COUNT
} DType;

extern const uint8_t dtype_sizes[DT_COUNT];
extern const char dtype_classes[DT_COUNT];

const char *dtype_name(DType t); /* "float32" */
static inline size_t dtype_size(DType t) { /* bytes of an element */
  return dtype_sizes[t];
}
static inline char dtype_class(DType t) { /* 'b', 'u', 'i' or 'f' */
  return dtype_classes[t];
}
static inline bool dtype_is_float(DType t) {
  return dtype_classes[t] == 'f';
}

/* The dtype of a name ("float32", also "float", "double", "long", "half",
   "int"), or DT_COUNT. */
DType dtype_by_name(const char *name);

/* Reads and writes one element by way of double or int64 (for small and rare
   things; loops have kernels). Rounds to nearest, ties to even; float to int
   truncates as C does. */
double dtype_get_double(DType t, const void *element);
int64_t dtype_get_int(DType t, const void *element);
void dtype_put_double(DType t, void *element, double value);
void dtype_put_int(DType t, void *element, int64_t value);

/* A double as an int64; out of range it is what x86 gives, where C leaves it
   open. */
static inline int64_t dtype_truncated(double x) {
  return x >= -0x1p63 && x < 0x1p63 ? (int64_t)x : INT64_MIN;
}

/* Result type of arithmetic between arrays: NumPy 1.24's table (int64 with
   float32 gives float64) and torch's (it gives float32). */
extern DType dtype_torch_float; /* torch's default, DT_F32 at first */
DType dtype_promote_numpy(DType a, DType b);
DType dtype_promote_torch(DType a, DType b);

#endif
