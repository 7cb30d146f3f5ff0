/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/torch.h"

#include "grad/tape.h"
#include "lang/dict.h"
#include "lang/dtypevalue.h"
#include "lang/instance.h"
#include "lang/interp.h"
#include "lang/list.h"
#include "lang/rowarg.h"
#include "lang/str.h"
#include "lib/torchdraw.h"

#include <math.h>
#include <string.h>

/* --- making tensors ------------------------------------------------------ */

static Array *tensor_of(Value x, DType t) {
  Array *a = value_array(x);
  if (a) {
    Array *out =
        t == DT_COUNT || t == (DType)a->dtype ? array_copy(a) : array_as(a, t);
    if (out) {
      out->family = FAMILY_TORCH;
      out->scalar = false;
      out->kind = a->kind;
    }
    return out;
  }
  if (value_is_number(x) && t == DT_COUNT && x.tag == VALUE_FLOAT)
    t = dtype_torch_float;
  return rowarg_array(x, FAMILY_TORCH, t);
}

/* A new tensor, and whether its gradient is wanted. */
static Value followed(Array *a, Value requires_grad) {
  int on = a ? value_truth(requires_grad) : -1;
  if (on > 0 && !dtype_is_float((DType)a->dtype))
    on = err_set(ERR_RuntimeError,
                 "Only Tensors of floating point and complex dtype can require "
                 "gradients") -
         1;
  if (on >= 0 && (!on || tape_watch(a, true)))
    return value_of_array(a);
  array_unref(a);
  return value_error();
}

/* What torch.tensor says of things that are no numbers, at any depth. True:
   an error. */
static bool refuse_items(Value v, bool outer) {
  const Value *items;
  size_t n;
  if (str_of(v))
    return !err_set(outer ? ERR_TypeError : ERR_ValueError,
                    outer ? "new(): invalid data type 'str'"
                          : "too many dimensions 'str'");
  if (value_is_none(v) || dict_of(v))
    return !err_set(ERR_RuntimeError, "Could not infer dtype of %s",
                    value_type_name(v));
  const Array *a = value_array(v);
  if (!outer && a && a->family == FAMILY_TORCH && a->size != 1)
    return !err_set(ERR_ValueError, "only one element tensors can be converted "
                                    "to Python scalars");
  if (!list_items(v, &items, &n))
    return false;
  for (size_t i = 0; i < n && (!i || items[i].tag == VALUE_REF); i++)
    if (refuse_items(items[i], false))
      return true;
  return false;
}

static Value tensor(const Value *args) {
  DType t = DT_COUNT;
  if (refuse_items(args[0], true) ||
      (!value_is_none(args[1]) && !rowarg_dtype(args[1], &t)))
    return value_error();
  return followed(tensor_of(args[0], t), args[3]);
}

static Value as_tensor(const Value *args) {
  DType t = DT_COUNT;
  Array *a = value_array(args[0]);
  if (!value_is_none(args[1]) && !rowarg_dtype(args[1], &t))
    return value_error();
  if (a && a->family == FAMILY_TORCH && (t == DT_COUNT || t == a->dtype))
    return value_ref(args[0]);
  return value_of_array(tensor_of(args[0], t));
}

/* The same memory, in the other family. */
static Value from_numpy(const Value *args) {
  Array *a = value_array(args[0]);
  if (!a || a->family != FAMILY_NUMPY || a->scalar) {
    err_set(ERR_TypeError, "expected np.ndarray (got %s)",
            value_type_name(args[0]));
    return value_error();
  }
  Array *out = array_view(a, a->ndim, a->shape, a->stride, a->data);
  if (out) {
    out->family = FAMILY_TORCH;
    out->kind = a->kind;
  }
  return value_of_array(out);
}

/* FloatTensor([1, 2]) holds these values; FloatTensor(2, 3) has this shape. */
static Value typed(const Value *args, DType t) {
  Tuple *given = tuple_of(args[0]);
  Tuple *size = given->n == 1 ? tuple_of(given->items[0]) : NULL;
  if (size && size->type_name && !strcmp(size->type_name, "torch.Size"))
    given = size;
  else if (given->n == 1 && given->items[0].tag == VALUE_REF)
    return value_of_array(tensor_of(given->items[0], t));
  int64_t shape[ARRAY_MAX_DIMS];
  if (given->n == 1 && given->items[0].tag == VALUE_FLOAT) {
    err_set(ERR_TypeError, "new(): data must be a sequence (got float)");
    return value_error();
  }
  if (given->n > ARRAY_MAX_DIMS) {
    err_set(ERR_ValueError, "xent's tensors have at most %d dimensions",
            ARRAY_MAX_DIMS);
    return value_error();
  }
  for (size_t i = 0; i < given->n; i++)
    if (!value_to_index(given->items[i], &shape[i]))
      return value_error();
  if (!given->n)
    shape[0] = 0;
  return value_of_array(
      array_zeros(FAMILY_TORCH, t, given->n ? (int)given->n : 1, shape));
}

#define TYPED(name, dtype)                                                     \
  static Value name(const Value *args) {                                       \
    return typed(args, dtype);                                                 \
  }
TYPED(float_tensor, DT_F32)
TYPED(double_tensor, DT_F64)
TYPED(half_tensor, DT_F16)
TYPED(bfloat16_tensor, DT_BF16)
TYPED(long_tensor, DT_I64)
TYPED(int_tensor, DT_I32)
TYPED(short_tensor, DT_I16)
TYPED(char_tensor, DT_I8)
TYPED(byte_tensor, DT_U8)
TYPED(bool_tensor, DT_BOOL)

static Value is_tensor(const Value *args) {
  Array *a = value_array(args[0]);
  return value_bool(a && a->family == FAMILY_TORCH);
}

/* --- options ------------------------------------------------------------- */

/* "default", "short" or "full" */
static void profile(const char *name, TextTorchOptions *o) {
  *o = TEXTTORCH_DEFAULTS;
  if (!strcmp(name, "short"))
    o->precision = o->edgeitems = 2;
  else if (!strcmp(name, "full"))
    o->threshold = INT64_MAX;
}

/* A number, inf for as many as there are; None leaves *out. */
static bool read_option(Value v, int64_t *out) {
  if (v.tag == VALUE_FLOAT)
    return *out = v.f >= 0x1p63 ? INT64_MAX : dtype_truncated(v.f), true;
  return value_is_none(v) || value_to_index(v, out);
}

static Value set_printoptions(const Value *args) {
  TextTorchOptions o = interp.torch_text;
  if (str_of(args[5]))
    profile(str_of(args[5])->text, &o);
  int64_t precision = o.precision;
  if (!read_option(args[0], &precision) ||
      !read_option(args[1], &o.threshold) ||
      !read_option(args[2], &o.edgeitems) ||
      !read_option(args[3], &o.linewidth))
    return value_error();
  if (precision < 0 || precision > 100) {
    err_set(ERR_ValueError, "precision must be between 0 and 100, not %lld",
            (long long)precision);
    return value_error();
  }
  o.precision = (int)precision;
  o.sci_mode = value_is_none(args[4]) ? -1 : value_truth(args[4]) > 0;
  interp.torch_text = o;
  return value_none();
}

static Value get_default_dtype(const Value *args) {
  (void)args;
  return dtypevalue_new(FAMILY_TORCH, dtype_torch_float, false);
}

static Value set_default_dtype(const Value *args) {
  DType t;
  if (!rowarg_dtype(args[0], &t))
    return value_error();
  if (!dtype_is_float(t)) {
    err_set(ERR_TypeError,
            "only floating-point types are supported as the default type");
    return value_error();
  }
  dtype_torch_float = t;
  return value_none();
}

static Value never(const Value *args) {
  (void)args;
  return value_bool(false);
}

const Native torch_natives[] = {
    {"tensor", "data dtype=None device=None requires_grad=False", tensor,
     "a tensor from nested lists of numbers", "torch.tensor([1, 2.5])",
     "tensor([1.0000, 2.5000])"},
    {"as_tensor", "data dtype=None device=None", as_tensor,
     "a tensor; a tensor stays what it is", "torch.as_tensor([1, 2])",
     "tensor([1, 2])"},
    {"from_numpy", "ndarray", from_numpy,
     "a tensor that shares the array's memory",
     "torch.from_numpy(np.array([1.5]))",
     "tensor([1.5000], "
     "dtype=torch.float64)"},
    {"FloatTensor", "*data", float_tensor, "a float32 tensor",
     "torch.FloatTensor([1, 2])", "tensor([1., 2.])"},
    {"Tensor", "*data", float_tensor, "a float32 tensor",
     "torch.Tensor([1, 2])", "tensor([1., 2.])"},
    {"DoubleTensor", "*data", double_tensor, "a float64 tensor",
     "torch.DoubleTensor([1])", "tensor([1.], dtype=torch.float64)"},
    {"LongTensor", "*data", long_tensor, "an int64 tensor",
     "torch.LongTensor([1, 2])", "tensor([1, 2])"},
    {"HalfTensor", "*data", half_tensor, "a float16 tensor", NULL, NULL},
    {"BFloat16Tensor", "*data", bfloat16_tensor, "a bfloat16 tensor", NULL,
     NULL},
    {"IntTensor", "*data", int_tensor, "an int32 tensor", NULL, NULL},
    {"ShortTensor", "*data", short_tensor, "an int16 tensor", NULL, NULL},
    {"CharTensor", "*data", char_tensor, "an int8 tensor", NULL, NULL},
    {"ByteTensor", "*data", byte_tensor, "a uint8 tensor", NULL, NULL},
    {"BoolTensor", "*data", bool_tensor, "a bool tensor",
     "torch.BoolTensor([1, 0])", "tensor([ True, False])"},
    {"is_tensor", "obj", is_tensor, "whether it is a tensor",
     "torch.is_tensor([1])", "False"},
    {"manual_seed", "seed", torchdraw_manual_seed,
     "starts torch's random stream anew", NULL, NULL},
    {"initial_seed", "", torchdraw_initial_seed,
     "the seed of torch's random stream", NULL, NULL},
    {"rand", TORCHDRAW_SIZED, torchdraw_rand,
     "uniform random numbers of [0, 1)", NULL, NULL},
    {"randn", TORCHDRAW_SIZED, torchdraw_randn, "normal random numbers", NULL,
     NULL},
    {"randint", TORCHDRAW_RANDINT, torchdraw_randint,
     "random integers of [low, high)", NULL, NULL},
    {"randperm", TORCHDRAW_RANDPERM, torchdraw_randperm,
     "a random permutation of 0 .. n-1", NULL, NULL},
    {"get_default_dtype", "", get_default_dtype,
     "the dtype of new numbers with fractions", "torch.get_default_dtype()",
     "torch.float32"},
    {"set_default_dtype", "d", set_default_dtype,
     "the dtype of new numbers with fractions from now on", NULL, NULL},
    {"set_printoptions",
     "precision=None threshold=None edgeitems=None linewidth=None "
     "sci_mode=None profile=None",
     set_printoptions, "how tensors are printed", NULL, NULL},
    {0}};

const Native torch_cuda_natives[] = {{"is_available", "", never,
                                      "False: xent computes on the CPU",
                                      "torch.cuda.is_available()", "False"},
                                     {0}};
