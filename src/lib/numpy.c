/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/numpy.h"

#include "lang/interp.h"
#include "lang/row.h"
#include "lang/rowarg.h"
#include "lang/rowcall.h"
#include "lang/tuple.h"
#include "lib/numpytext.h"
#include "ops/pick.h"

#include <math.h>
#include <string.h>

static Value made_of_numbers(Value x, Value dtype, bool copy) {
  DType t = DT_COUNT;
  if (!value_is_none(dtype) && !rowarg_dtype(dtype, &t))
    return value_error();
  Array *a = value_array(x);
  if (!a) {
    Array *out = rowarg_array(x, FAMILY_NUMPY, t);
    if (out)
      out->scalar = false;
    return value_of_array(out);
  }
  bool same = a->family == FAMILY_NUMPY && !a->scalar &&
              (t == DT_COUNT || t == (DType)a->dtype);
  if (same && !copy)
    return value_ref(x);
  Array *out = same || t == DT_COUNT || t == (DType)a->dtype ? array_copy(a)
                                                             : array_as(a, t);
  if (out) {
    out->family = FAMILY_NUMPY;
    out->scalar = false;
  }
  return value_of_array(out);
}

/* The array that np.array and np.asarray make: a copy, or the array itself. */
static Value made(Value x, Value dtype, bool copy) {
  Value v = made_of_numbers(x, dtype, copy);
  if (value_ok(v) || !numpytext_has(x))
    return v;
  err_clear();
  return numpytext_call("_made", (Value[]){x, dtype, value_bool(copy)}, 3);
}

static Value array(const Value *args) {
  return made(args[0], args[1], value_truth(args[2]) > 0);
}

static Value asarray(const Value *args) {
  return made(args[0], args[1], false);
}

static bool option(Value v, int64_t *out) {
  return value_is_none(v) || value_to_index(v, out);
}

static Value set_printoptions(const Value *args) {
  TextNumpyOptions o = interp.numpy_text;
  int64_t precision = o.precision;
  if (!option(args[0], &precision) || !option(args[1], &o.threshold) ||
      !option(args[2], &o.edgeitems) || !option(args[3], &o.linewidth))
    return value_error();
  if (precision < 0 || precision > 100) {
    err_set(ERR_ValueError, "precision must be between 0 and 100, not %lld",
            (long long)precision);
    return value_error();
  }
  o.precision = (int)precision;
  if (!value_is_none(args[4]))
    o.suppress = value_truth(args[4]) > 0;
  interp.numpy_text = o;
  return value_none();
}

static Value shape(const Value *args) {
  Value a = made(args[0], value_none(), false);
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
    {"array", "object dtype=None * copy=True ndmin=0", array,
     "an array from nested lists of numbers", "np.array([1, 2.5])",
     "array([1. , 2.5])"},
    {"asarray", "a dtype=None", asarray, "an array; an array stays what it is",
     "np.asarray([1, 2])", "array([1, 2])"},
    {"set_printoptions",
     "precision=None threshold=None edgeitems=None linewidth=None "
     "suppress=None",
     set_printoptions, "how arrays are printed", NULL, NULL},
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

Value numpy_find(const Sym *name) {
  if (removed(name->text))
    return value_absent();
  return strcmp(name->text, "newaxis") ? value_absent() : value_none();
}
