/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/numpy.h"

#include "lang/arraygrad.h"
#include "lang/class.h"
#include "lang/dtypevalue.h"
#include "lang/exception.h"
#include "lang/interp.h"
#include "lang/record.h"
#include "lang/row.h"
#include "lang/rowarg.h"
#include "lang/rowcall.h"
#include "lang/str.h"
#include "lang/tuple.h"
#include "lib/builtins_class.h"
#include "lib/numpytext.h"
#include "ops/pick.h"

#include <math.h>
#include <string.h>

/* A copy whose first axis is the fastest in memory. */
static Array *by_columns(Array *a) {
  int64_t shape[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  for (int d = 0; d < a->ndim; d++)
    shape[d] = a->shape[a->ndim - 1 - d];
  Array *out = array_new(FAMILY_NUMPY, (DType)a->dtype, a->ndim, shape);
  for (int d = 0; out && d < a->ndim; d++) {
    shape[d] = out->shape[a->ndim - 1 - d];
    stride[d] = out->stride[a->ndim - 1 - d];
  }
  if (!out)
    return NULL;
  memcpy(out->shape, shape, sizeof *shape * a->ndim);
  memcpy(out->stride, stride, sizeof *stride * a->ndim);
  if (array_assign(out, a))
    return out;
  array_unref(out);
  return NULL;
}

static bool asks_columns(Value order) {
  return str_of(order) && !strcmp(str_of(order)->text, "F");
}

/* x as an array: a copy, or the array itself. */
static Array *made_of_numbers(Value x, Value dtype, bool copy) {
  DType t = DT_COUNT;
  if (!value_is_none(dtype) && !rowarg_dtype(dtype, &t))
    return NULL;
  Array *a = value_array(x);
  if (!a) {
    Array *out = rowarg_array(x, FAMILY_NUMPY, t);
    if (out)
      out->scalar = false;
    return out;
  }
  if (!arraygrad_may_leave(a))
    return NULL;
  bool same = t == DT_COUNT || t == (DType)a->dtype;
  if (same && !copy && a->family == FAMILY_NUMPY && !a->scalar)
    return array_ref(a);
  Array *out = same ? array_copy(a) : array_as(a, t);
  if (out) {
    out->family = FAMILY_NUMPY;
    out->scalar = false;
  }
  return record_named(same ? "copy" : "cast", a, out);
}

/* In the order of memory asked for; takes a over. */
static Array *ordered(Array *a, Value order) {
  if (!a || a->ndim < 2 || !asks_columns(order))
    return a;
  Array *out = by_columns(a);
  array_unref(a);
  return out;
}

/* With axes of length 1 in front up to ndmin; takes a over. */
static Array *with_axes(Array *a, Value ndmin) {
  int64_t n = 0, shape[ARRAY_MAX_DIMS], stride[ARRAY_MAX_DIMS];
  if (!a || (value_as_int(ndmin, &n) && n <= a->ndim))
    return a;
  Array *out = NULL;
  if (n > ARRAY_MAX_DIMS)
    err_set(ERR_ValueError, "xent's arrays have at most %d dimensions",
            ARRAY_MAX_DIMS);
  for (int d = 0; n <= ARRAY_MAX_DIMS && d < n; d++) {
    int from = d - (int)n + a->ndim;
    shape[d] = from < 0 ? 1 : a->shape[from];
    stride[d] = from < 0 ? a->size : a->stride[from];
  }
  if (n <= ARRAY_MAX_DIMS)
    out = array_view(a, (int)n, shape, stride, a->data);
  array_unref(a);
  return out;
}

/* Arrays of texts are made by the library. */
static Value made(Value x, Value dtype, bool copy, Value order, Value ndmin) {
  Array *a = made_of_numbers(x, dtype, copy);
  Value v = value_of_array(with_axes(ordered(a, order), ndmin));
  if (value_ok(v) || !numpytext_has(x))
    return v;
  err_clear();
  return numpytext_call("_made", (Value[]){x, dtype, value_bool(copy)}, 3);
}

/* object dtype copy order subok ndmin like */
static Value array(const Value *args) {
  return made(args[0], args[1], value_truth(args[2]) > 0, args[3], args[5]);
}

/* a dtype order */
static Value asarray(const Value *args) {
  return made(args[0], args[1], false, args[2], value_int(0));
}

static Value asfortranarray(const Value *args) {
  Array *a = made_of_numbers(args[0], args[1], false), *out = NULL;
  if (a)
    out = a->ndim < 2 ? array_ref(a) : by_columns(a);
  array_unref(a);
  return value_of_array(out);
}

static Value issubdtype(const Value *args) {
  DType a, b;
  if (class_of(args[0]) && !dtypevalue_of(args[0], &a)) {
    err_set(ERR_Unsupported, "xent does not support abstract types as the "
                             "first argument of issubdtype()");
    return value_error();
  }
  if (!rowarg_dtype(args[0], &a))
    return value_error();
  if (!class_of(args[1]) || dtypevalue_of(args[1], &b))
    return rowarg_dtype(args[1], &b) ? value_bool(a == b) : value_error();
  Value class = dtypevalue_new(FAMILY_NUMPY, a, true);
  int under = value_ok(class) ? builtins_class_is_subclass(class, args[1]) : -1;
  value_unref(class);
  return under < 0 ? value_error() : value_bool(under);
}

static Value shape(const Value *args) {
  Value a = made(args[0], value_none(), false, value_none(), value_int(0));
  Value s = value_ok(a) ? value_get_attr(a, sym_lit("shape")) : value_error();
  value_unref(a);
  return s;
}

/* A number as an array of one. */
static Array *at_least_one_axis(Value v) {
  Array *x = rowarg_array(v, FAMILY_NUMPY, DT_COUNT);
  if (!x || x->ndim)
    return x;
  Array *line = array_view(x, 1, (int64_t[]){1}, (int64_t[]){1}, x->data);
  array_unref(x);
  return line;
}

/* One array of indices per dimension. */
static Value nonzero(const Value *args) {
  Array *x = at_least_one_axis(args[0]);
  Array *out[ARRAY_MAX_DIMS];
  bool ok = x && pick_nonzero(x, out);
  int n = ok ? x->ndim : 0;
  Value parts[ARRAY_MAX_DIMS];
  for (int i = 0; i < n; i++)
    parts[i] = value_of_array(out[i]);
  Value v = ok ? tuple_new(parts, (size_t)n) : value_error();
  for (int i = 0; i < n; i++)
    value_unref(parts[i]);
  array_unref(x);
  return v;
}

/* where(c, x, y) is a row of ops/; where(c) is nonzero(c). */
static Value where(const Value *args) {
  if (!value_ok(args[1]))
    return nonzero(args);
  if (numpytext_has(args[1]) || (value_ok(args[2]) && numpytext_has(args[2])))
    return numpytext_call("_where", args, 3);
  const Sym *name = sym_lit("where");
  const Row *row = name ? row_find("np", name) : NULL;
  CallArgs all = {.items = args, .n = value_ok(args[2]) ? 3 : 2};
  return row ? rowcall_run(interp.frame, NULL, row, value_absent(), &all)
             : value_error();
}

const Native numpy_natives[] = {
    {"array",
     "object dtype=None * copy=True order='K' subok=False ndmin=0 like=None",
     array, "an array from nested lists of numbers", "np.array([1, 2.5])",
     "array([1. , 2.5])"},
    {"asarray", "a dtype=None order=None * like=None", asarray,
     "an array; an array stays what it is", "np.asarray([1, 2])",
     "array([1, 2])"},
    {"asanyarray", "a dtype=None order=None * like=None", asarray,
     "an array; an array stays what it is", "np.asanyarray([1, 2])",
     "array([1, 2])"},
    {"asfortranarray", "a dtype=None * like=None", asfortranarray,
     "an array whose first axis is the fastest in memory",
     "np.asfortranarray([[1, 2], [3, 4]]).strides", "(8, 16)"},
    {"issubdtype", "arg1 arg2", issubdtype,
     "is a dtype of this kind: np.floating, np.integer ...",
     "np.issubdtype(np.float32, np.floating)", "True"},
    {"nonzero", "a", nonzero, "where an array is not 0, by dimension",
     "np.nonzero(np.array([3, 0, 5]))", "(array([0, 2]),)"},
    {"where", "condition x? y? /", where,
     "x where the condition holds, else y; without them its indices",
     "np.where(np.array([3, 0, 5]) > 1)", "(array([0, 2]),)"},
    {"shape", "a", shape, "the shape of an array as a tuple",
     "np.shape([[1, 2, 3]])", "(1, 3)"},
    {0}};

/* Names that were Python's own types until NumPy 1.24. */
static bool removed(const char *name) {
  static const struct {
    const char *name, *instead;
  } names[] = {
      {"object", ""},
      {"bool", "If you specifically wanted the numpy scalar type, use "
               "`np.bool_` here."},
      {"complex", "If you specifically wanted the numpy scalar type, use "
                  "`np.complex128` here."},
      {"float", "If you specifically wanted the numpy scalar type, use "
                "`np.float64` here."},
      {"int", "When replacing `np.int`, you may wish to use e.g. `np.int64` "
              "or `np.int32` to specify the precision. If you wish to review "
              "your current use, check the release note link for additional "
              "information."},
      {"str", "If you specifically wanted the numpy scalar type, use "
              "`np.str_` here."}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp(names[i].name, name)) {
      err_set(ERR_AttributeError,
              "module 'numpy' has no attribute '%s'.\n`np.%s` was a "
              "deprecated alias for the builtin `%s`. To avoid this error in "
              "existing code, use `%s` by itself. Doing this will not modify "
              "any behavior and is safe. %s\nThe aliases was originally "
              "deprecated in NumPy 1.20; for more details and guidance see "
              "the original release note at:\n    https://numpy.org/devdocs/"
              "release/1.20.0-notes.html#deprecations",
              name, name, name, name, names[i].instead);
      return true;
    }
  return false;
}

/* Numbers with a name, and other names of dtypes. */
static const struct {
  const char *name;
  double value;
} numbers[] = {{"Inf", INFINITY},   {"Infinity", INFINITY},
               {"PINF", INFINITY},  {"infty", INFINITY},
               {"NINF", -INFINITY}, {"NaN", NAN},
               {"NAN", NAN},        {"PZERO", 0.0},
               {"NZERO", -0.0},     {"euler_gamma", 0.5772156649015329}};

static const struct {
  const char *name;
  DType type;
} types[] = {{"intp", DT_I64},  {"longlong", DT_I64}, {"intc", DT_I32},
             {"byte", DT_I8},   {"ubyte", DT_U8},     {"uint", DT_U64},
             {"uintp", DT_U64}, {"bool8", DT_BOOL}};

Value numpy_find(const Sym *name) {
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    if (!strcmp(numbers[i].name, name->text))
      return value_float(numbers[i].value);
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (!strcmp(types[i].name, name->text))
      return dtypevalue_new(FAMILY_NUMPY, types[i].type, true);
  if (!strcmp(name->text, "AxisError"))
    return value_ref(exception_class(ERR_AxisError));
  if (!strcmp(name->text, "__version__"))
    return str_lit("1.24.2");
  if (removed(name->text))
    return value_absent();
  return strcmp(name->text, "newaxis") ? value_absent() : value_none();
}
