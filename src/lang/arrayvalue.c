/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrays as values of the language: text, truth, length, iteration. Making
   them is in arrayfrom.c, attributes in arrayattr.c, items in arrayitem.c. */
#include "lang/arrayvalue.h"

#include "grad/tape.h"
#include "lang/arith.h"
#include "lang/arrayattr.h"
#include "lang/arrayitem.h"
#include "lang/interp.h"
#include "lang/iter.h"
#include "lang/textnumpy.h"
#include "lang/textplain.h"
#include "lang/texttorch.h"

static const char *numpy_scalar_name(DType t) {
  static const char *const names[] = {
#define X(id, name, bytes, class) "numpy." name,
      DTYPES(X)
#undef X
  };
  return t == DT_BOOL ? "numpy.bool_" : names[t];
}

const char *arrayvalue_type_name(const Array *a) {
  if (a->family == FAMILY_TORCH)
    return "Tensor";
  if (a->family == FAMILY_NUMPY)
    return a->scalar ? numpy_scalar_name((DType)a->dtype) : "numpy.ndarray";
  return a->ndim ? "list" : "float";
}

static TextPlainOptions plain_options(void) {
  TextPlainOptions o = TEXTPLAIN_DEFAULTS;
  o.digits = interp.digits;
  return o;
}

static bool repr(Buf *b, Value v) {
  const Array *a = value_array(v);
  TextPlainOptions plain;
  switch (a->family) {
  case FAMILY_TORCH:
    texttorch_repr(b, a, &interp.torch_text, tape_grad_fn(a), a->parameter);
    return true;
  case FAMILY_NUMPY: textnumpy_repr(b, a, &interp.numpy_text); return true;
  default:
    plain = plain_options();
    textplain_repr(b, a, &plain);
    return true;
  }
}

static bool str(Buf *b, Value v) {
  const Array *a = value_array(v);
  if (a->family != FAMILY_NUMPY)
    return repr(b, v);
  textnumpy_str(b, a, &interp.numpy_text);
  return true;
}

static int truth(Value v) {
  const Array *a = value_array(v);
  if (a->size == 1)
    return array_get(a, 0) != 0;
  if (a->family == FAMILY_TORCH && a->size == 0)
    return err_set(ERR_RuntimeError,
                   "Boolean value of Tensor with no values is ambiguous") -
           1;
  if (a->size == 0)
    return 0; /* NumPy 1.24: with a DeprecationWarning */
  if (a->family == FAMILY_TORCH)
    err_set(ERR_RuntimeError,
            "Boolean value of Tensor with more than one value is ambiguous");
  else
    err_set(ERR_ValueError,
            "The truth value of an array with more than one element is "
            "ambiguous. Use a.any() or a.all()");
  return -1;
}

/* As `x in list` compares: elementwise, then truth. */
static int equal(Value a, Value b) {
  if (!value_array(b) && !value_is_number(b))
    return 0;
  Value v = arith_compare(AST_EQ, a, b, false);
  int t = value_ok(v) ? value_truth(v) : -1;
  value_unref(v);
  return t;
}

static bool hash(Value v, uint64_t *out) {
  const Array *a = value_array(v);
  if (a->family == FAMILY_TORCH)
    return *out = (uint64_t)(uintptr_t)a >> 4, true;
  if (!a->scalar)
    return err_set(ERR_TypeError, "unhashable type: '%s'", value_type_name(v));
  Value item = arrayvalue_item(a, 0);
  return value_hash(item, out);
}

static int64_t length(Value v) {
  const Array *a = value_array(v);
  if (a->ndim)
    return a->shape[0];
  if (a->family == FAMILY_TORCH)
    err_set(ERR_TypeError, "len() of a 0-d tensor");
  else if (a->scalar)
    err_set(ERR_TypeError, "object of type '%s' has no len()",
            value_type_name(v));
  else
    err_set(ERR_TypeError, "len() of unsized object");
  return -1;
}

static Value iter(Value v) {
  const Array *a = value_array(v);
  if (a->ndim)
    return iter_over(v);
  if (a->family == FAMILY_TORCH)
    err_set(ERR_TypeError, "iteration over a 0-d tensor");
  else if (a->scalar)
    err_set(ERR_TypeError, "'%s' object is not iterable", value_type_name(v));
  else
    err_set(ERR_TypeError, "iteration over a 0-d array");
  return value_error();
}

/* x in a: any element equal. */
static int contains(Value v, Value x) {
  Value same = arith_compare(AST_EQ, v, x, false);
  Array *a = value_array(same);
  int found = value_ok(same) ? 0 : -1;
  for (int64_t i = 0; a && i < a->size && !found; i++)
    found = array_get(a, i) != 0;
  value_unref(same);
  return found;
}

static void drop(Ref *r) {
  r->count = 1;
  array_unref((Array *)r);
}

const Type arrayvalue_type = {.drop = drop,
                              .repr = repr,
                              .str = str,
                              .truth = truth,
                              .equal = equal,
                              .hash = hash,
                              .length = length,
                              .iter = iter,
                              .contains = contains,
                              .get_item = arrayitem_get,
                              .set_item = arrayitem_set,
                              .get_attr = arrayattr_get,
                              .set_attr = arrayattr_set};

Value arrayvalue_item(const Array *a, int64_t flat) {
  if (a->dtype == DT_BOOL)
    return value_bool(array_get_int(a, flat) != 0);
  if (dtype_is_float((DType)a->dtype))
    return value_float(array_get(a, flat));
  return value_int(array_get_int(a, flat));
}
