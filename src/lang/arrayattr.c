/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/arrayattr.h"

#include "lang/arrayfrom.h"
#include "lang/arraygrad.h"
#include "lang/arrayrandom.h"
#include "lang/arrayvalue.h"
#include "lang/class.h"
#include "lang/dtypevalue.h"
#include "lang/function.h"
#include "lang/interp.h"
#include "lang/record.h"
#include "lang/row.h"
#include "lang/rowarg.h"
#include "lang/str.h"
#include "lang/tuple.h"
#include "ops/elementwise.h"

#include <inttypes.h>
#include <string.h>

/* --- attributes ---------------------------------------------------------- */

static Value shape(const Array *a) {
  Value v = tuple_of_ints(a->shape, a->ndim);
  if (value_ok(v) && a->family == FAMILY_TORCH)
    tuple_of(v)->type_name = "torch.Size";
  return v;
}

static Value dtype(const Array *a) {
  return dtypevalue_new((Family)a->family, (DType)a->dtype, false);
}

static Value transposed(const Array *a) {
  int64_t size[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  for (int i = 0; i < a->ndim; i++) {
    size[i] = a->shape[a->ndim - 1 - i];
    stride[i] = a->stride[a->ndim - 1 - i];
  }
  Array *self = (Array *)(uintptr_t)a;
  Array *v = array_view(self, a->ndim, size, stride, a->data);
  if (v)
    v->scalar = a->scalar;
  return value_of_array(record_named("transpose", self, v));
}

static Value ndim(const Array *a) {
  return value_int(a->ndim);
}

static Value size(const Array *a) {
  return a->family == FAMILY_TORCH ? value_absent() : value_int(a->size);
}

static Value item_size(const Array *a) {
  if (a->family == FAMILY_TORCH)
    return value_absent();
  return value_int((int64_t)dtype_size((DType)a->dtype));
}

static Value bytes(const Array *a) {
  if (a->family == FAMILY_TORCH)
    return value_absent();
  return value_int(a->size * (int64_t)dtype_size((DType)a->dtype));
}

static Value strides(const Array *a) {
  int64_t bytes_of[ARRAY_MAX_DIMS];
  if (a->family == FAMILY_TORCH)
    return value_absent();
  for (int d = 0; d < a->ndim; d++)
    bytes_of[d] = a->stride[d] * (int64_t)dtype_size((DType)a->dtype);
  return tuple_of_ints(bytes_of, a->ndim);
}

/* Whose memory it is; None: its own. */
static Value base(const Array *a) {
  if (a->family == FAMILY_TORCH)
    return value_absent();
  return a->base && a->base->family == a->family
             ? value_of_array(array_ref(a->base))
             : value_none();
}

static Value real(const Array *a) {
  Array *self = (Array *)(uintptr_t)a;
  if (a->family == FAMILY_TORCH)
    return value_absent();
  Array *out = array_view(self, a->ndim, a->shape, a->stride, a->data);
  if (out)
    out->scalar = a->scalar;
  return value_of_array(out);
}

static Value imag(const Array *a) {
  if (a->family == FAMILY_TORCH)
    return value_absent();
  Array *out =
      array_zeros((Family)a->family, (DType)a->dtype, a->ndim, a->shape);
  if (out)
    out->scalar = a->scalar;
  return value_of_array(out);
}

static const struct {
  const char *name;
  Value (*get)(const Array *a);
} attributes[] = {
    {"shape", shape},  {"dtype", dtype},     {"T", transposed},
    {"ndim", ndim},    {"size", size},       {"itemsize", item_size},
    {"nbytes", bytes}, {"strides", strides}, {"base", base},
    {"real", real},    {"imag", imag}};

/* Methods and properties of arrays that lib/ has in Python. */
static Value written_in_python(Value v, const Sym *name) {
  Value x = name->text[0] != '_' && interp.array_method
                ? interp.array_method(value_array(v), name)
                : value_absent();
  Value out = value_absent();
  if (value_is(x, VALUE_TYPE_PROPERTY))
    out = function_property_get(x, v);
  else if (value_is(x, VALUE_TYPE_FUNCTION))
    out = function_bind(x, v);
  value_unref(x);
  return out;
}

Value arrayattr_get(Value v, const Sym *name) {
  const Array *a = value_array(v);
  for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
    if (!strcmp(attributes[i].name, name->text)) {
      Value x = attributes[i].get(a);
      if (value_ok(x) || err_pending())
        return x;
    }
  if (a->family == FAMILY_TORCH) {
    Value x = arraygrad_get(value_array(v), name->text);
    if (value_ok(x) || err_pending())
      return x;
  }
  const Row *row = row_method(a, name);
  if (row)
    return row_bind(row, v);
  const Native *m = arrayattr_method(a, name);
  return m ? native_value(m, v) : written_in_python(v, name);
}

/* a.flat = 0: the library's function `_set_flat` does it. False: none. */
static bool set_by_library(Value v, const Sym *name, Value x) {
  Buf full = BUF_EMPTY;
  buf_fmt(&full, "_set_%s", name->text);
  const Sym *setter = sym_lit(buf_text(&full));
  buf_free(&full);
  Value f = setter && interp.array_method
                ? interp.array_method(value_array(v), setter)
                : value_absent();
  if (!value_ok(f))
    return err_pending();
  value_unref(value_call_n(f, (Value[]){v, x}, 2));
  value_unref(f);
  return true;
}

/* x.grad = None, x.requires_grad = True */
bool arrayattr_set(Value v, const Sym *name, Value x) {
  Array *a = value_array(v);
  int done = a->family == FAMILY_TORCH ? arraygrad_set(a, name->text, x) : 0;
  if (done)
    return done > 0;
  if (a->family != FAMILY_TORCH && set_by_library(v, name, x))
    return !err_pending();
  return err_set(ERR_AttributeError,
                 "attribute '%s' of '%s' objects is not writable", name->text,
                 value_type_name(v));
}

/* --- methods ------------------------------------------------------------- */

static Value item(const Value *args) {
  const Array *a = value_array(args[0]);
  if (a->size == 1)
    return arrayvalue_item(a, 0);
  if (a->family == FAMILY_TORCH)
    err_set(ERR_ValueError, "only one element tensors can be converted to "
                            "Python scalars");
  else
    err_set(ERR_ValueError,
            "can only convert an array of size 1 to a Python scalar");
  return value_error();
}

static Value to_list(const Value *args) {
  return arrayfrom_to_list(value_array(args[0]));
}

static Value converted(Array *a, DType t, Family family) {
  if (a->requires_grad && dtype_is_float(t))
    return value_of_array(record_cast(a, t));
  Array *out = array_as(a, t);
  if (out == a) { /* nothing to convert: NumPy copies, torch shares */
    array_unref(out);
    out = family == FAMILY_TORCH ? array_ref(a) : array_copy(a);
  }
  if (out)
    out->scalar = a->scalar;
  return value_of_array(out);
}

/* astype: self dtype order casting subok copy */
static bool may_cast(const Array *a, DType to, Value casting) {
  const Str *rule = str_of(casting);
  DType from = (DType)a->dtype;
  bool safe = dtype_promote_numpy(from, to) == to;
  if (!rule || !strcmp(rule->text, "unsafe") || from == to ||
      (!strcmp(rule->text, "safe") && safe) ||
      (!strcmp(rule->text, "same_kind") &&
       (safe || elementwise_castable(from, to))))
    return true;
  return err_set(ERR_TypeError,
                 "Cannot cast array data from dtype('%s') to dtype('%s') "
                 "according to the rule '%s'",
                 dtype_name(from), dtype_name(to), rule->text);
}

static Value astype(const Value *args) {
  Array *a = value_array(args[0]);
  DType t;
  if (!rowarg_dtype(args[1], &t) || !may_cast(a, t, args[3]))
    return value_error();
  if (t == (DType)a->dtype && value_truth(args[5]) == 0)
    return value_ref(args[0]);
  return converted(a, t, FAMILY_NUMPY);
}

#define CONVERT(name, type)                                                    \
  static Value name(const Value *args) {                                       \
    return converted(value_array(args[0]), type, FAMILY_TORCH);                \
  }
CONVERT(to_float, DT_F32)
CONVERT(to_double, DT_F64)
CONVERT(to_long, DT_I64)
CONVERT(to_int, DT_I32)
CONVERT(to_half, DT_F16)
CONVERT(to_bool, DT_BOOL)

static Value copy(const Value *args) {
  Array *a = value_array(args[0]);
  return value_of_array(record_named("copy", a, array_copy(a)));
}

static Value view(const Value *args) {
  Array *a = value_array(args[0]);
  DType t = (DType)a->dtype;
  if (!value_is_none(args[1]) && !rowarg_dtype(args[1], &t))
    return value_error();
  if (dtype_size(t) != dtype_size((DType)a->dtype)) {
    err_set(ERR_Unsupported, "xent does not support views of another size of "
                             "element");
    return value_error();
  }
  Array *out = array_view(a, a->ndim, a->shape, a->stride, a->data);
  if (out)
    out->dtype = (uint8_t)t;
  return value_of_array(out);
}

static Value self(const Value *args) {
  return value_ref(args[0]);
}

/* The dtype that an argument of to() names: a dtype, or a tensor's. */
static void wanted_dtype(Value v, DType *t) {
  if (value_array(v))
    *t = (DType)value_array(v)->dtype;
  else
    dtypevalue_of(v, t);
}

/* x.to('cpu'), x.to(torch.float64), x.to(other), x.to(device=d, dtype=t) */
static Value to(const Value *args) {
  DType t = DT_COUNT;
  Tuple *given = tuple_of(args[1]);
  for (size_t i = 0; i < given->n; i++)
    wanted_dtype(given->items[i], &t);
  wanted_dtype(args[2], &t);
  wanted_dtype(args[3], &t);
  bool same = t == DT_COUNT || t == (DType)value_array(args[0])->dtype;
  if (same && value_truth(args[4]) > 0)
    return copy(args);
  return same ? value_ref(args[0])
              : converted(value_array(args[0]), t, FAMILY_TORCH);
}

static Value numel(const Value *args) {
  return value_int(value_array(args[0])->size);
}

static Value dim(const Value *args) {
  return value_int(value_array(args[0])->ndim);
}

static Value torch_size(const Value *args) {
  Array *a = value_array(args[0]);
  int64_t axis;
  if (!value_ok(args[1]))
    return shape(a);
  if (!value_to_index(args[1], &axis) || !array_axis(a, &axis))
    return value_error();
  return value_int(a->shape[axis]);
}

static Value contiguous(const Value *args) {
  Array *a = value_array(args[0]);
  return array_is_contiguous(a) ? value_ref(args[0]) : copy(args);
}

/* item(), or item(i) of the flattened array. */
static Value numpy_item(const Value *args) {
  const Array *a = value_array(args[0]);
  int64_t i, at;
  if (!value_ok(args[1]))
    return item(args);
  if (tuple_of(args[1])) {
    Value x = value_get_item(args[0], args[1]);
    Value number = value_array(x) ? item(&x) : value_error();
    value_unref(x);
    return number;
  }
  if (!value_to_index(args[1], &i))
    return value_error();
  at = i < 0 ? i + a->size : i;
  if (at >= 0 && at < a->size)
    return arrayvalue_item(a, at);
  err_set(ERR_IndexError,
          "index %" PRId64 " is out of bounds for size %" PRId64, i, a->size);
  return value_error();
}

/* Of both families, of NumPy (and plain) arrays, of tensors. */
static const Native common[] = {
    {"tolist", "self", to_list, "nested lists of Python numbers", NULL, NULL},
    {0}};

static const Native of_ndarrays[] = {
    {"item", "self index? /", numpy_item, "one element as a Python number",
     NULL, NULL},
    {"astype", "self dtype order='K' casting='unsafe' subok=True copy=True",
     astype, "a copy with another dtype", NULL, NULL},
    {"copy", "self order='C'", copy, "a copy", NULL, NULL},
    {"view", "self dtype=None type=None", view,
     "the same memory, read as another dtype", NULL, NULL},
    {0}};

static const Native of_tensors[] = {
    {"item", "self", item, "the one element as a Python number", NULL, NULL},
    {"clone", "self", copy, "a copy", NULL, NULL},
    {"float", "self", to_float, "as float32", NULL, NULL},
    {"double", "self", to_double, "as float64", NULL, NULL},
    {"long", "self", to_long, "as int64", NULL, NULL},
    {"int", "self", to_int, "as int32", NULL, NULL},
    {"half", "self", to_half, "as float16", NULL, NULL},
    {"bool", "self", to_bool, "as bool", NULL, NULL},
    {"cpu", "self", self, "itself: xent computes on the CPU", NULL, NULL},
    {"cuda", "self", self, "itself: xent computes on the CPU", NULL, NULL},
    {"to",
     "self *what dtype=None other=None copy=False device=None "
     "non_blocking=False memory_format=None",
     to, "another dtype, or itself", NULL, NULL},
    {"numel", "self", numel, "how many elements", NULL, NULL},
    {"nelement", "self", numel, "how many elements", NULL, NULL},
    {"dim", "self", dim, "how many dimensions", NULL, NULL},
    {"size", "self dim?", torch_size, "the shape, or one side of it", NULL,
     NULL},
    {"contiguous", "self", contiguous, "itself, or a copy in row order", NULL,
     NULL},
    {0}};

static const Native *search(const Native *table, const Sym *name) {
  for (; table->name; table++)
    if (!strcmp(table->name, name->text))
      return table;
  return NULL;
}

const Native *arrayattr_method(const Array *a, const Sym *name) {
  const Native *m = search(common, name);
  if (!m)
    m = search(a->family == FAMILY_TORCH ? of_tensors : of_ndarrays, name);
  if (!m && a->family == FAMILY_TORCH)
    m = search(arraygrad_methods, name);
  if (!m && a->family == FAMILY_TORCH)
    m = search(arrayrandom_methods, name);
  return m;
}

void arrayattr_each(const Array *a, void (*visit)(void *, const char *),
                    void *self_) {
  const Native *own = a->family == FAMILY_TORCH ? of_tensors : of_ndarrays;
  for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
    visit(self_, attributes[i].name);
  for (const Native *m = common; m->name; m++)
    visit(self_, m->name);
  for (const Native *m = own; m->name; m++)
    visit(self_, m->name);
  if (a->family != FAMILY_TORCH)
    return;
  for (const Native *m = arrayrandom_methods; m->name; m++)
    visit(self_, m->name);
  for (const Native *m = arraygrad_methods; m->name; m++)
    visit(self_, m->name);
  arraygrad_each(visit, self_);
}
