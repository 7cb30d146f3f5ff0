/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the taught operations share. Each is computed in one of two ways: a
   float32 tensor in float32, in torch's own order of operations; everything
   else in double, rounded at the end to the dtype of the result. */
#ifndef XENT_OPS_TAUGHT_H
#define XENT_OPS_TAUGHT_H

#include "ops/derive.h"
#include "ops/op.h"

#include <stdbool.h>

/* The dtype of the result for x: floats stay, integers become the family's
   default float. */
DType taught_dtype(const OpCall *call, const Array *x);

/* DT_F32 when the call computes in float32 as torch does, else DT_F64. */
DType taught_working(const OpCall *call, DType result);

/* Argument i, or NULL when it is None. */
Array *taught_array(const OpCall *call, int i);

/* a is an array of whole numbers: integers, or in a list floats such as 2.0. */
bool taught_is_index(const OpCall *call, int i);

/* Makes a (owned; NULL: false) the result, in this dtype and family. */
bool taught_return(OpCall *call, Array *a, DType dtype);

/* Adds up what broadcasting repeated: a (owned, of a working dtype and
   contiguous; NULL: NULL) in the shape and dtype of `like`. */
Array *taught_sum_to(Array *a, const Array *like);

/* torch's name of a dtype, "Float", and the error `"what" not implemented for
   'Long'` when x is a tensor without a fraction. */
const char *taught_type_name(DType t);
bool taught_needs_float(const OpCall *call, const Array *x, const char *what);

/* "torch.Size([2])", owned by the buffer. */
void taught_size(Buf *b, const Array *a);

/* Decimals in the words of a derivation. */
int taught_digits(const Derivation *d);

/* "name = 1.5174" of one value, "name = 1.5174, 2.1034, ..." of several. */
void taught_words(Buf *b, const Derivation *d, const char *name,
                  const Array *values);

/* A derivation step whose words are a buffer (emptied). */
void taught_step(Derivation *d, const char *label, Array *values, Buf *words);

/* The largest |a[i] - value|. */
double taught_distance(const Array *a, double value);

/* Adds the check "finite differences agree to 7e-13" of the gradient with
   respect to argument 0 of a call whose result is one number. Computed in
   double by Richardson's step; only for few elements, and for probabilities
   (`probs`) only between 0 and 1. */
void taught_finite(Derivation *d, const OpCall *call, const Array *gradient,
                   bool probs);

#endif
