/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/rowarg.h"

#include "lang/arrayfrom.h"
#include "lang/arraygrad.h"
#include "lang/dtypevalue.h"
#include "lang/list.h"
#include "lang/str.h"

#include <string.h>

/* Does the spelling stand for a ufunc of NumPy: np.exp(x, out, where)? */
bool rowarg_is_ufunc(const RowCall *rc) {
  return rc->row->rules == ROW_NUMPY &&
         strstr(rc->row->params, " out * where") &&
         !strstr(rc->row->params, "axis");
}

static int ufunc_operands(const RowCall *rc) {
  int n = 0;
  for (int i = 0; i < rc->signature->n; i++)
    n += !rc->signature->params[i].optional;
  return n;
}

static bool ufunc_wrong_type(const RowCall *rc, Value v, int position) {
  if (str_of(v))
    return err_set(ERR_TypeError,
                   "ufunc '%s' not supported for the input types, and the "
                   "inputs could not be safely coerced to any supported types "
                   "according to the casting rule ''safe''",
                   rc->row->name->text);
  return err_set(ERR_TypeError,
                 "loop of ufunc does not support argument %d of type %s which "
                 "has no callable %s method",
                 position - 1, value_type_name(v), rc->row->name->text);
}

bool rowarg_ufunc_wrong_count(const RowCall *rc, int given) {
  int n = ufunc_operands(rc);
  return err_set(ERR_TypeError,
                 "%s() takes from %d to %d positional arguments but %d were "
                 "given",
                 rc->row->name->text, n, n + 1, given);
}

/* F.softmax(x) and their like are written in Python as x.softmax(). */
static bool asks_argument(const RowCall *rc) {
  static const char *const names[] = {"softmax", "log_softmax", "sigmoid",
                                      "tanh", "softmin"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp(names[i], rc->row->name->text))
      return true;
  return false;
}

/* The function torch names in its messages. */
static const char *inner_name(const RowCall *rc) {
  const char *op = rc->row->op->name;
  return !strcmp(op, "cross_entropy") ? "cross_entropy_loss"
         : !strcmp(op, "nll_loss")    ? "nll_loss_nd"
                                      : rc->row->name->text;
}

static bool wrong_type(const RowCall *rc, const RowParam *p, Value v,
                       const char *wanted, int position) {
  const char *name = rc->row->name->text;
  if (rowarg_is_ufunc(rc) && ufunc_operands(rc) == 1)
    return ufunc_wrong_type(rc, v, position);
  if (rc->row->rules == ROW_STRICT && position == 1 && asks_argument(rc))
    return err_set(ERR_AttributeError, "'%s' object has no attribute '%s'",
                   value_type_name(v), name);
  if (rc->rules == FAMILY_TORCH)
    return err_set(
        ERR_TypeError, "%s(): argument '%s' (position %d) must be %s, not %s",
        inner_name(rc), p->name->text, position, wanted, value_type_name(v));
  return err_set(ERR_TypeError, "%s(): '%s' must be %s, not %s", name,
                 p->name->text, wanted, value_type_name(v));
}

static Array *keep(RowCall *rc, Array *a) {
  if (a)
    rc->made[rc->n_made++] = a;
  return a;
}

Array *rowarg_array(Value v, Family family, DType dtype) {
  if (value_is_number(v)) {
    Array *a = arrayfrom_number(v, family);
    if (a && dtype != DT_COUNT && a->dtype != dtype) {
      Array *b = array_as(a, dtype);
      array_unref(a);
      a = b;
    }
    return a;
  }
  return arrayfrom_value(v, family, dtype);
}

/* torch's functions want tensors: the first argument always, the others unless
   a number may stand for one. */
static bool takes_python(const RowCall *rc, Value v, int position) {
  if (rc->rules != FAMILY_TORCH)
    return true;
  if (rc->any)
    return true;
  bool base = !strcmp(rc->row->op->name, "power"); /* torch.pow(2, x) */
  return value_is_number(v) && (position > 1 || base) &&
         rc->row->rules != ROW_STRICT;
}

/* NumPy's functions give sometimes a tensor, sometimes an array, sometimes an
   error when they get a tensor. */
static bool refuses_tensor(const RowCall *rc, const Array *a) {
  if (a->family != FAMILY_TORCH || rc->row->rules != ROW_NUMPY)
    return false;
  if (rowarg_is_ufunc(rc) && !arraygrad_may_leave(a))
    return true;
  err_set(ERR_Unsupported, "xent does not support %s.%s() of a Tensor",
          rc->row->prefix->text, rc->row->name->text);
  err_hint("give it the tensor's .numpy()");
  return true;
}

static bool array_argument(RowCall *rc, const RowParam *p, Value v, Arg *out,
                           int position) {
  Array *a = value_array(v);
  if (a && a->family != FAMILY_TORCH && rc->rules == FAMILY_TORCH && !rc->any)
    return wrong_type(rc, p, v, "Tensor", position);
  if (a && refuses_tensor(rc, a))
    return false;
  if (!a) {
    if (!takes_python(rc, v, position))
      return wrong_type(rc, p, v, "Tensor", position);
    if (!value_is_number(v) && !list_of(v) && !tuple_of(v) &&
        !value_is(v, VALUE_TYPE_RANGE))
      return wrong_type(rc, p, v, "an array, a list or a number", position);
    a = keep(rc, rowarg_array(v, rc->rules, DT_COUNT));
    if (!a)
      return false;
    *out = op_array(a);
    out->was_list = true;
    return true;
  }
  *out = op_array(a);
  return true;
}

static bool arrays_argument(RowCall *rc, const RowParam *p, Value v, Arg *out,
                            int position) {
  const Value *items;
  size_t n;
  if (!list_items(v, &items, &n))
    return wrong_type(rc, p, v, "tuple of Tensors", position);
  rc->list = mem_zeroed(n, sizeof *rc->list);
  if (!rc->list)
    return false;
  rc->n_list = (int)n;
  for (size_t i = 0; i < n; i++) {
    Array *a = value_array(items[i]);
    if ((!a || a->family != FAMILY_TORCH) && rc->rules == FAMILY_TORCH &&
        !rc->any)
      return err_set(ERR_TypeError,
                     "expected Tensor as element %zu in argument 0, but got %s",
                     i, value_type_name(items[i]));
    if (a && refuses_tensor(rc, a))
      return false;
    rc->list[i] =
        a ? array_ref(a) : rowarg_array(items[i], rc->rules, DT_COUNT);
    if (!rc->list[i])
      return false;
  }
  *out = (Arg){.tag = ARG_ARRAYS, .count = (int32_t)n, .arrays = rc->list};
  return true;
}

static bool ints_argument(RowCall *rc, const RowParam *p, Value v, Arg *out,
                          int position) {
  const Value *items = &v;
  size_t n = 1;
  bool several = list_items(v, &items, &n);
  if (rc->n_ints + n > ROWARG_MAX_INTS)
    return err_set(ERR_ValueError, "%s(): '%s' has more than %d entries",
                   rc->row->name->text, p->name->text, ROWARG_MAX_INTS);
  int64_t *start = rc->ints + rc->n_ints;
  for (size_t i = 0; i < n; i++)
    if (!value_as_int(items[i], &start[i]))
      return several || rc->rules != FAMILY_TORCH
                 ? value_to_index(items[i], &start[i])
                 : wrong_type(rc, p, v, "int or tuple of ints", position);
  rc->n_ints += (int)n;
  *out = (Arg){.tag = ARG_INTS, .count = (int32_t)n, .ints = start};
  out->was_list = several;
  return true;
}

/* NumPy's short names: 'f4', '<i8', 'd'. */
static DType dtype_by_code(const char *text) {
  static const struct {
    const char *code;
    DType type;
  } codes[] = {
      {"?", DT_BOOL},  {"b1", DT_BOOL}, {"B", DT_U8},     {"u1", DT_U8},
      {"b", DT_I8},    {"i1", DT_I8},   {"h", DT_I16},    {"i2", DT_I16},
      {"i", DT_I32},   {"i4", DT_I32},  {"l", DT_I64},    {"i8", DT_I64},
      {"q", DT_I64},   {"p", DT_I64},   {"L", DT_U64},    {"u8", DT_U64},
      {"e", DT_F16},   {"f2", DT_F16},  {"f", DT_F32},    {"f4", DT_F32},
      {"d", DT_F64},   {"f8", DT_F64},  {"intp", DT_I64}, {"byte", DT_I8},
      {"ubyte", DT_U8}};
  if (*text == '<' || *text == '=' || *text == '|')
    text++;
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
    if (!strcmp(codes[i].code, text))
      return codes[i].type;
  return DT_COUNT;
}

/* Those that NumPy has and xent has not. */
static bool lacks_dtype(const char *text) {
  static const char *const names[] = {
      "uint16",     "uint32",   "complex64", "complex128", "complex",
      "longdouble", "float128", "object",    "str",        "bytes",
      "O",          "S",        "U",         "datetime64", "timedelta64",
      "u2",         "u4",       "c8",        "c16",        "H",
      "I",          "g",        "F",         "D"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp(names[i], text + (*text == '<' || *text == '=')))
      return true;
  return false;
}

bool rowarg_dtype(Value v, DType *out) {
  if (dtypevalue_of(v, out))
    return true;
  const char *name = str_of(v) ? str_of(v)->text : NULL;
  if (name && ((*out = dtype_by_name(name)) != DT_COUNT ||
               (*out = dtype_by_code(name)) != DT_COUNT))
    return true;
  if (name && lacks_dtype(name))
    return err_set(ERR_Unsupported, "xent does not support the dtype '%s'",
                   name);
  if (str_of(v))
    return err_set(ERR_TypeError, "data type '%s' not understood",
                   str_of(v)->text);
  Buf text = BUF_EMPTY;
  if (value_repr(&text, v))
    err_set(ERR_TypeError, "Cannot interpret '%s' as a data type",
            buf_text(&text));
  buf_free(&text);
  return false;
}

static bool number_argument(const RowCall *rc, const RowParam *p, Value v,
                            Arg *out, int position) {
  int64_t i;
  double f;
  if (p->type != ROW_FLOAT && value_as_int(v, &i))
    return *out = op_int(i), true;
  if (value_as_double(v, &f))
    return *out = op_float(f), true;
  return wrong_type(rc, p, v, "Number", position);
}

static bool int_argument(const RowCall *rc, const RowParam *p, Value v,
                         Arg *out, int position) {
  int64_t i;
  if (!value_as_int(v, &i))
    return rc->rules == FAMILY_NUMPY ? value_to_index(v, &i)
                                     : wrong_type(rc, p, v, "int", position);
  *out = op_int(i);
  return true;
}

static bool bool_argument(const RowCall *rc, const RowParam *p, Value v,
                          Arg *out, int position) {
  int64_t i;
  if (!value_as_int(v, &i))
    return wrong_type(rc, p, v, "bool", position);
  *out = op_bool(i != 0);
  return true;
}

static bool text_argument(const RowCall *rc, const RowParam *p, Value v,
                          Arg *out, int position) {
  if (!str_of(v))
    return wrong_type(rc, p, v, "str", position);
  *out = op_text(str_of(v)->text);
  return true;
}

static bool dtype_argument(Value v, Arg *out) {
  DType t;
  if (!rowarg_dtype(v, &t))
    return false;
  *out = (Arg){.tag = ARG_DTYPE, .dtype = t};
  return true;
}

static bool any_argument(RowCall *rc, const RowParam *p, Value v, Arg *out,
                         int position) {
  if (value_is_number(v))
    return number_argument(rc, p, v, out, position);
  if (str_of(v))
    return text_argument(rc, p, v, out, position);
  if (!strcmp(p->name->text, "device"))
    return *out = (Arg){0}, true; /* a torch.device: all are the CPU */
  return array_argument(rc, p, v, out, position);
}

/* Turns a value into the argument that p wants. False: TypeError in the
   library's words. position counts from 1. */
bool rowarg_read(RowCall *rc, const RowParam *p, Value v, int position) {
  Arg *out = &rc->call.arg[p->arg];
  if (value_is_none(v)) {
    *out = (Arg){0};
    bool tensor = p->type == ROW_ARRAY && rc->rules == FAMILY_TORCH;
    return p->nullable ||
           wrong_type(rc, p, v, tensor ? "Tensor" : "a value", position);
  }
  switch ((RowType)p->type) {
  case ROW_ARRAY: return array_argument(rc, p, v, out, position);
  case ROW_ARRAYS: return arrays_argument(rc, p, v, out, position);
  case ROW_NUMBER:
  case ROW_FLOAT: return number_argument(rc, p, v, out, position);
  case ROW_INT: return int_argument(rc, p, v, out, position);
  case ROW_BOOL: return bool_argument(rc, p, v, out, position);
  case ROW_TEXT: return text_argument(rc, p, v, out, position);
  case ROW_INTS: return ints_argument(rc, p, v, out, position);
  case ROW_DTYPE: return dtype_argument(v, out);
  case ROW_ANY: return any_argument(rc, p, v, out, position);
  }
  return false;
}
