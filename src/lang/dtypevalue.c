/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/dtypevalue.h"

#include "lang/arrayfrom.h"
#include "lang/class.h"
#include "lang/str.h"
#include "num/digits.h"

#include <string.h>

typedef struct DTypeValue {
  Ref ref;
  Family family;
  DType dtype;
  bool as_class;
} DTypeValue;

Value dtypevalue_new(Family family, DType dtype, bool as_class) {
  DTypeValue *v = mem_alloc(sizeof *v);
  if (!v)
    return value_error();
  *v = (DTypeValue){{1, VALUE_TYPE_DTYPE}, family, dtype, as_class};
  return value_take(v);
}

static DTypeValue *of(Value v) {
  return (DTypeValue *)v.ref;
}

Family dtypevalue_family(Value v) {
  return of(v)->family;
}

bool dtypevalue_of(Value v, DType *dtype) {
  if (value_is(v, VALUE_TYPE_DTYPE))
    return *dtype = of(v)->dtype, true;
  Class *c = class_of(v);
  if (!c || *c->module)
    return false;
  static const struct {
    const char *name;
    DType dtype;
  } classes[] = {{"float", DT_F64}, {"int", DT_I64}, {"bool", DT_BOOL}};
  for (int i = 0; i < 3; i++)
    if (!strcmp(classes[i].name, c->name->text))
      return *dtype = classes[i].dtype, true;
  return false;
}

bool dtypevalue_is_class(Value v) {
  return value_is(v, VALUE_TYPE_DTYPE) && of(v)->as_class;
}

static void drop(Ref *r) {
  mem_free(r);
}

static const char *class_name(DType t) {
  return t == DT_BOOL ? "bool_" : dtype_name(t);
}

static bool repr(Buf *b, Value v) {
  DTypeValue *d = of(v);
  if (d->family == FAMILY_TORCH)
    buf_fmt(b, "torch.%s", dtype_name(d->dtype));
  else if (d->as_class)
    buf_fmt(b, "<class 'numpy.%s'>", class_name(d->dtype));
  else
    buf_fmt(b, "dtype('%s')", dtype_name(d->dtype));
  return true;
}

static bool str(Buf *b, Value v) {
  if (of(v)->family == FAMILY_TORCH || of(v)->as_class)
    return repr(b, v);
  buf_str(b, dtype_name(of(v)->dtype));
  return true;
}

static int equal(Value a, Value b) {
  DType x, y;
  if (!dtypevalue_of(a, &x))
    return value_equal(b, a);
  if (dtypevalue_of(b, &y))
    return x == y;
  return str_of(b) && dtype_by_name(str_of(b)->text) == x;
}

static bool hash(Value v, uint64_t *out) {
  *out = 0x51ed270b * ((uint64_t)of(v)->dtype + 1);
  return true;
}

/* np.float32(3): a scalar; of a list an array. np.float64('1.5') reads. */
static Value call(Value v, const CallArgs *args) {
  DTypeValue *d = of(v);
  if (!d->as_class || args->n_named || args->n > 1) {
    err_set(ERR_TypeError, "'%s' object is not callable", value_type_name(v));
    return value_error();
  }
  Value x = args->n ? args->items[0] : value_int(0);
  Str *s = str_of(x);
  double f;
  if (s) {
    if (!digits_parse_double(s->text, s->len, &f)) {
      err_set(ERR_ValueError, "could not convert string to float: '%s'",
              s->text);
      return value_error();
    }
    x = value_float(f);
  }
  if (value_is_number(x)) {
    Array *a = arrayfrom_number(x, FAMILY_NUMPY);
    Array *out = a ? array_as(a, d->dtype) : NULL;
    array_unref(a);
    if (out)
      out->scalar = true;
    return value_of_array(out);
  }
  Array *a = arrayfrom_value(x, FAMILY_NUMPY, d->dtype);
  if (a && !a->ndim)
    a->scalar = true;
  return value_of_array(a);
}

/* What NumPy's dtype objects tell besides. */
static Value numpy_attr(const DTypeValue *d, const char *name) {
  static const struct {
    char code;
    uint8_t number;
  } codes[DT_COUNT] = {
      [DT_BOOL] = {'?', 0}, [DT_U8] = {'B', 2},   [DT_I8] = {'b', 1},
      [DT_I16] = {'h', 3},  [DT_I32] = {'i', 5},  [DT_I64] = {'l', 7},
      [DT_U64] = {'L', 8},  [DT_F16] = {'e', 23}, [DT_F32] = {'f', 11},
      [DT_F64] = {'d', 12}};
  size_t bytes = dtype_size(d->dtype);
  if (!strcmp(name, "kind"))
    return str_new((char[]){dtype_class(d->dtype)}, 1);
  if (!strcmp(name, "type"))
    return dtypevalue_new(FAMILY_NUMPY, d->dtype, true);
  if (!strcmp(name, "char"))
    return str_new(&codes[d->dtype].code, 1);
  if (!strcmp(name, "num"))
    return value_int(codes[d->dtype].number);
  if (!strcmp(name, "byteorder"))
    return str_lit(bytes == 1 ? "|" : "=");
  if (!strcmp(name, "str"))
    return str_new((char[]){bytes == 1 ? '|' : '<', dtype_class(d->dtype),
                            (char)('0' + bytes)},
                   3);
  if (!strcmp(name, "alignment"))
    return value_int((int64_t)bytes);
  return value_absent();
}

static Value get_attr(Value v, const Sym *name) {
  DTypeValue *d = of(v);
  if (!strcmp(name->text, "name") || !strcmp(name->text, "__name__"))
    return str_lit(d->as_class ? class_name(d->dtype) : dtype_name(d->dtype));
  if (!strcmp(name->text, "itemsize"))
    return value_int((int64_t)dtype_size(d->dtype));
  if (d->family == FAMILY_NUMPY) {
    Value x = numpy_attr(d, name->text);
    if (value_ok(x) || err_pending())
      return x;
  }
  if (!strcmp(name->text, "is_floating_point"))
    return value_bool(dtype_is_float(d->dtype));
  return value_absent();
}

const Type dtypevalue_type = {.drop = drop,
                              .repr = repr,
                              .str = str,
                              .equal = equal,
                              .hash = hash,
                              .call = call,
                              .get_attr = get_attr};
