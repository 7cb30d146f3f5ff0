/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/builtins_class.h"

#include "lang/dict_set.h"
#include "lang/dtypevalue.h"
#include "lang/instance.h"
#include "lang/list.h"
#include "lang/rowarg.h"
#include "lang/slice.h"
#include "lang/str.h"
#include "lib/builtins_iter.h"
#include "lib/builtins_parse.h"
#include "lib/builtins_unbound.h"
#include "lib/collections.h"
#include "lib/parameter.h"
#include "lib/torch.h"

#include <string.h>

/* --- what calling them gives ---------------------------------------------- */

static Value make_bool(const Value *args) {
  int t = value_truth(args[0]);
  return t < 0 ? value_error() : value_bool(t);
}

static Value make_str(const Value *args) {
  Buf b = BUF_EMPTY;
  if (!value_ok(args[0]) || value_str(&b, args[0]))
    return str_of_buf(&b);
  buf_free(&b);
  return value_error();
}

static Value make_list(const Value *args) {
  return value_ok(args[0]) ? value_list_of(args[0]) : list_new(0);
}

static Value make_tuple(const Value *args) {
  return value_ok(args[0]) ? tuple_from(args[0]) : tuple_new(NULL, 0);
}

static Value make_set(const Value *args) {
  return value_ok(args[0]) ? dict_set_from(args[0]) : dict_new_set();
}

static Value make_dict(const Value *args) {
  Value d = dict_new();
  bool ok = value_ok(d) && (!value_ok(args[0]) || dict_update(d, args[0])) &&
            dict_update(d, args[1]);
  if (ok)
    return d;
  value_unref(d);
  return value_error();
}

static Value make_slice(const Value *args) {
  const Tuple *t = tuple_of(args[0]);
  Value part[3] = {value_none(), value_none(), value_none()};
  if (t->n < 1 || t->n > 3) {
    err_set(ERR_TypeError, "slice expected at %s, got %zu",
            t->n ? "most 3 arguments" : "least 1 argument", t->n);
    return value_error();
  }
  for (size_t i = 0; i < t->n; i++)
    part[t->n == 1 ? 1 : i] = value_ref(t->items[i]);
  return slice_take(part, true);
}

static Value make_type(const Value *args) {
  const Tuple *t = tuple_of(args[0]);
  if (t->n == 1)
    return builtins_class_of(t->items[0]);
  if (t->n == 3)
    err_set(ERR_Unsupported, "xent does not support type() with three "
                             "arguments; write a class statement");
  else
    err_set(ERR_TypeError, "type() takes 1 or 3 arguments");
  return value_error();
}

/* --- what belongs to them ------------------------------------------------- */

static const Array *of_family(Value v, Family family, bool scalar) {
  const Array *a = value_array(v);
  return a && a->family == family && a->scalar == scalar ? a : NULL;
}

/* A NumPy scalar of this dtype, or a plain number. */
static bool is_scalar_of(Value v, DType t) {
  const Array *a = of_family(v, FAMILY_NUMPY, true);
  a = a ? a : of_family(v, FAMILY_PLAIN, true);
  return a && a->dtype == t;
}

static bool is_bool(Value v) {
  return v.tag == VALUE_BOOL;
}

static bool is_int(Value v) {
  return v.tag == VALUE_INT || v.tag == VALUE_BOOL;
}

static bool is_float(Value v) {
  return v.tag == VALUE_FLOAT || is_scalar_of(v, DT_F64);
}

static bool is_str(Value v) {
  return value_is(v, VALUE_TYPE_STR);
}

static bool is_list(Value v) {
  return value_is(v, VALUE_TYPE_LIST) || of_family(v, FAMILY_PLAIN, false);
}

static bool is_tuple(Value v) {
  return value_is(v, VALUE_TYPE_TUPLE);
}

static bool is_dict(Value v) {
  return value_is(v, VALUE_TYPE_DICT);
}

static bool is_set(Value v) {
  return value_is(v, VALUE_TYPE_SET);
}

static bool is_range(Value v) {
  return value_is(v, VALUE_TYPE_RANGE);
}

static bool is_slice(Value v) {
  return value_is(v, VALUE_TYPE_SLICE);
}

static bool is_class(Value v) {
  return value_is(v, VALUE_TYPE_CLASS) || dtypevalue_is_class(v);
}

static bool is_dtype(Value v) {
  return value_is(v, VALUE_TYPE_DTYPE) && !dtypevalue_is_class(v) &&
         dtypevalue_family(v) == FAMILY_NUMPY;
}

/* NumPy's scalars by the class of their dtype. */
static bool is_scalar_in(Value v, const char *kinds) {
  const Array *a = of_family(v, FAMILY_NUMPY, true);
  return a && strchr(kinds, dtype_class((DType)a->dtype));
}

static bool is_generic(Value v) {
  return of_family(v, FAMILY_NUMPY, true);
}

static bool is_np_number(Value v) {
  return is_scalar_in(v, "iuf");
}

static bool is_integer(Value v) {
  return is_scalar_in(v, "iu");
}

static bool is_signed(Value v) {
  return is_scalar_in(v, "i");
}

static bool is_unsigned(Value v) {
  return is_scalar_in(v, "u");
}

static bool is_floating(Value v) {
  return is_scalar_in(v, "f");
}

static bool is_object(Value v) {
  return value_ok(v);
}

static bool is_ndarray(Value v) {
  return of_family(v, FAMILY_NUMPY, false);
}

static bool is_size(Value v) {
  return tuple_of(v) && tuple_of(v)->type_name &&
         !strcmp(tuple_of(v)->type_name, "torch.Size");
}

static bool is_torch_dtype(Value v) {
  return value_is(v, VALUE_TYPE_DTYPE) && dtypevalue_family(v) == FAMILY_TORCH;
}

static bool is_tensor(Value v) {
  return value_array(v) && value_array(v)->family == FAMILY_TORCH;
}

/* Iterators are known by their name. */
#define NAMED(what)                                                            \
  static bool is_##what(Value v) {                                             \
    return value_is(v, VALUE_TYPE_ITER) && !strcmp(value_type_name(v), #what); \
  }
NAMED(enumerate)
NAMED(zip)
NAMED(map)
NAMED(filter)
NAMED(reversed)

/* --- the table ------------------------------------------------------------ */

/* id, parameters, what it makes, help, example, result */
#define CLASSES(X)                                                             \
  X(int, "x? / base?", builtins_parse_int, "a whole number, cut towards 0",    \
    "int(3.9)", "3")                                                           \
  X(float, "x=0.0 /", builtins_parse_float, "a number with a point",           \
    "float('1e-3')", "0.001")                                                  \
  X(bool, "x=False /", make_bool, "True or False", "bool(0)", "False")         \
  X(str, "object? /", make_str, "the text that print would show", "str(0.5)",  \
    "'0.5'")                                                                   \
  X(list, "iterable? /", make_list, "a list of the items", "list('ab')",       \
    "['a', 'b']")                                                              \
  X(tuple, "iterable? /", make_tuple, "a tuple of the items", "tuple('ab')",   \
    "('a', 'b')")                                                              \
  X(dict, "iterable? / **named", make_dict, "a dict", "dict(a=1)", "{'a': 1}") \
  X(set, "iterable? /", make_set, "a set of the items", "set([2, 1, 2])",      \
    "{1, 2}")                                                                  \
  X(range, "*args", builtins_iter_range,                                       \
    "the numbers start, start + step ...", "list(range(1, 7, 2))",             \
    "[1, 3, 5]")                                                               \
  X(enumerate, "iterable start=0", builtins_iter_enumerate,                    \
    "pairs of number and item", "list(enumerate('ab'))",                       \
    "[(0, 'a'), (1, 'b')]")                                                    \
  X(zip, "*iterables strict=False", builtins_iter_zip,                         \
    "tuples of the items side by side", "list(zip([1, 2], 'ab'))",             \
    "[(1, 'a'), (2, 'b')]")                                                    \
  X(map, "*args", builtins_iter_map, "function(item) for each item",           \
    "list(map(abs, [-1, 2]))", "[1, 2]")                                       \
  X(filter, "function iterable /", builtins_iter_filter,                       \
    "the items for which function(item) is true",                              \
    "list(filter(None, [0, 1, 2]))", "[1, 2]")                                 \
  X(reversed, "sequence /", builtins_iter_reversed,                            \
    "the items from last to first", "list(reversed([1, 2]))", "[2, 1]")        \
  X(slice, "*args", make_slice, "what stands in x[start:stop:step]",           \
    "slice(1, 3)", "slice(1, 3, None)")                                        \
  X(type, "*args", make_type, "the class of an object", "type(0.5)",           \
    "<class 'float'>")

enum {
#define X(id, ...) CLASS_##id,
  CLASSES(X)
#undef X
      N_CLASSES
};

#define is_type is_class

const Native builtins_class_natives[] = {
#define X(id, params, make, ...) {#id, params, make, __VA_ARGS__},
    CLASSES(X)
#undef X
        {0}};

#define X(id, ...)                                                             \
  static Value construct_##id(Value class, const CallArgs *args) {             \
    (void)class;                                                               \
    return native_call(&builtins_class_natives[CLASS_##id], value_absent(),    \
                       args);                                                  \
  }
CLASSES(X)
#undef X

static Value construct_tensor(Value class, const CallArgs *args) {
  (void)class;
  const Native *n = torch_natives;
  while (n->name && strcmp(n->name, "Tensor"))
    n++;
  if (n->name)
    return native_call(n, value_absent(), args);
  err_set(ERR_Unsupported, "xent does not support torch.Tensor(); use "
                           "torch.tensor");
  return value_error();
}

/* torch.Size((2, 3)) */
static Value construct_size(Value class, const CallArgs *args) {
  (void)class;
  Value t =
      native_call(&builtins_class_natives[CLASS_tuple], value_absent(), args);
  const Value *items;
  size_t n;
  Value size = list_items(t, &items, &n) ? tuple_new(items, n) : value_error();
  value_unref(t);
  if (value_ok(size))
    tuple_of(size)->type_name = "torch.Size";
  return size;
}

static Value cannot_construct(Value class, const CallArgs *args) {
  (void)args;
  err_set(ERR_TypeError, "cannot create '%s' instances",
          class_of(class)->name->text);
  return value_error();
}

/* np.dtype('float32') */
static Value construct_dtype(Value class, const CallArgs *args) {
  DType t;
  (void)class;
  if (args->n != 1 || args->n_named) {
    err_set(ERR_TypeError, "dtype() missing required argument 'dtype' (pos 1)");
    return value_error();
  }
  Value v = args->items[0];
  if (value_is_none(v))
    t = DT_F64;
  else if (!rowarg_dtype(v, &t))
    return value_error();
  return dtypevalue_new(FAMILY_NUMPY, t, false);
}

static const struct ClassRow {
  const char *name; /* with its module */
  Value (*construct)(Value class, const CallArgs *args);
  bool (*is_instance)(Value v);
  const Native *methods;
} table[] = {
#define X(id, ...) {#id, construct_##id, is_##id, NULL},
    CLASSES(X)
#undef X
        {"object", NULL, is_object, NULL},
    {"numpy.ndarray", cannot_construct, is_ndarray, NULL},
    {"numpy.dtype", construct_dtype, is_dtype, NULL},
    {"numpy.generic", cannot_construct, is_generic, NULL},
    {"numpy.number", cannot_construct, is_np_number, NULL},
    {"numpy.integer", cannot_construct, is_integer, NULL},
    {"numpy.signedinteger", cannot_construct, is_signed, NULL},
    {"numpy.unsignedinteger", cannot_construct, is_unsigned, NULL},
    {"numpy.inexact", cannot_construct, is_floating, NULL},
    {"numpy.floating", cannot_construct, is_floating, NULL},
    {"torch.Tensor", construct_tensor, is_tensor, NULL},
    {"torch.Size", construct_size, is_size, NULL},
    {"torch.dtype", cannot_construct, is_torch_dtype, NULL},
    {"torch.nn.parameter.Parameter", parameter_construct, parameter_is, NULL},
    {"collections.OrderedDict", collections_ordered, collections_is_ordered,
     NULL},
    {"collections.defaultdict", collections_default, collections_is_default,
     NULL},
    {"collections.Counter", collections_counter, collections_is_counter, NULL},
};

enum { N_TABLE = sizeof table / sizeof *table };

/* Those of the table, then others in the order in which they were asked
   for. */
static Value *classes;
static size_t n_classes, classes_room;

/* --- finding -------------------------------------------------------------- */

static Value new_class(const char *full, const struct ClassRow *row) {
  const char *dot = strrchr(full, '.');
  const Sym *module = sym_of(full, dot ? (size_t)(dot - full) : 0);
  Value (*construct)(Value, const CallArgs *) =
      row ? row->construct : cannot_construct;
  Value v = module ? class_builtin(dot ? dot + 1 : full, module->text,
                                   construct, row ? row->is_instance : NULL)
                   : value_error();
  if (!value_ok(v) || builtins_unbound_fill(class_of(v)))
    return v;
  value_unref(v);
  return value_error();
}

/* The table's first: they stand at their own index. */
static bool make_room(void) {
  if (classes)
    return mem_grow((void **)&classes, &classes_room, n_classes + 1,
                    sizeof *classes);
  if (!mem_grow((void **)&classes, &classes_room, N_TABLE + 32,
                sizeof *classes))
    return false;
  for (n_classes = 0; n_classes < N_TABLE; n_classes++)
    classes[n_classes] = value_absent();
  return true;
}

static bool is_called(const Class *c, const char *full) {
  size_t n = strlen(c->module);
  if (n && (strncmp(full, c->module, n) || full[n] != '.'))
    return false;
  return !strcmp(full + (n ? n + 1 : 0), c->name->text);
}

Value builtins_class_named(const char *name) {
  if (!make_room())
    return value_error();
  for (size_t i = 0; i < N_TABLE; i++)
    if (!strcmp(table[i].name, name)) {
      if (!value_ok(classes[i]))
        classes[i] = new_class(name, &table[i]);
      return classes[i];
    }
  return value_absent();
}

/* The class of values that only have a name: NoneType, dict_keys ... */
static Value other_class(const char *name) {
  for (size_t i = N_TABLE; i < n_classes; i++)
    if (is_called(class_of(classes[i]), name))
      return classes[i];
  Value v = new_class(name, NULL);
  if (value_ok(v))
    classes[n_classes++] = v;
  return v;
}

/* numpy.dtype[float64] */
static Value class_of_dtype(Value v) {
  DType t = DT_F64;
  Buf name = BUF_EMPTY;
  dtypevalue_of(v, &t);
  buf_fmt(&name, "numpy.dtype[%s]", t == DT_BOOL ? "bool_" : dtype_name(t));
  Value c = other_class(buf_text(&name));
  buf_free(&name);
  return value_ref(c);
}

Value builtins_class_of(Value v) {
  const Array *a = value_array(v);
  if (value_is(v, VALUE_TYPE_INSTANCE)) {
    instance_of(v)->type->ref.count++;
    return value_take(instance_of(v)->type);
  }
  if (a && a->family == FAMILY_NUMPY && a->scalar)
    return dtypevalue_new(FAMILY_NUMPY, (DType)a->dtype, true);
  if (dtypevalue_is_class(v))
    return value_ref(builtins_class_named("type"));
  if (is_dtype(v))
    return class_of_dtype(v);
  const char *name =
      collections_is_counter(v) ? "collections.Counter" : value_type_name(v);
  if (a && a->family == FAMILY_TORCH)
    name = a->parameter ? "torch.nn.parameter.Parameter" : "torch.Tensor";
  else if (a && a->family == FAMILY_PLAIN)
    name = a->scalar ? "float" : "list";
  Value c = builtins_class_named(name);
  if (!value_ok(c) && !err_pending())
    c = other_class(name);
  return value_ref(c);
}

void builtins_class_each(void (*visit)(void *self, const char *name),
                         void *self) {
  for (size_t i = 0; i < N_TABLE; i++)
    if (!strchr(table[i].name, '.'))
      visit(self, table[i].name);
}

void builtins_class_free(void) {
  for (size_t i = 0; i < n_classes; i++)
    value_unref(classes[i]);
  mem_free(classes);
  classes = NULL;
  n_classes = classes_room = 0;
}

/* --- isinstance ----------------------------------------------------------- */

/* bool derives from int, everything from object. */
static bool derives(const Class *c, const Class *base) {
  if (base->is_instance == is_object || class_derives(c, base))
    return true;
  return c->is_instance == is_bool && base->is_instance == is_int;
}

/* 1, 0, -1: class is none. */
static int belongs(Value v, Value class) {
  const Class *c = class_of(class);
  DType t;
  if (value_is(class, VALUE_TYPE_DTYPE) && dtypevalue_of(class, &t))
    return of_family(v, FAMILY_NUMPY, true) && value_array(v)->dtype == t;
  if (!c)
    return -1;
  if (c->is_instance)
    return c->is_instance(v);
  if (value_is(v, VALUE_TYPE_INSTANCE))
    return derives(instance_of(v)->type, c);
  Value own = builtins_class_of(v);
  int same = value_same(own, class);
  value_unref(own);
  return same;
}

static int any_of(Value v, Value classes_, int (*test)(Value, Value)) {
  const Tuple *t = tuple_of(classes_);
  if (!t)
    return test(v, classes_);
  int found = 0;
  for (size_t i = 0; !found && i < t->n; i++)
    found = any_of(v, t->items[i], test);
  return found;
}

int builtins_class_is_instance(Value v, Value classes_) {
  int t = any_of(v, classes_, belongs);
  if (t < 0 && !err_pending())
    err_set(ERR_TypeError, "isinstance() arg 2 must be a type, a tuple of "
                           "types, or a union");
  return t;
}

static int is_under(Value class, Value base) {
  return class_of(base) ? derives(class_of(class), class_of(base)) : -1;
}

/* issubclass(np.float32, np.floating): as for one of its numbers. */
static int dtype_is_under(Value class, Value classes_) {
  DType t = DT_F64;
  dtypevalue_of(class, &t);
  Value one = value_of_array(array_scalar(FAMILY_NUMPY, t, 0));
  int under = value_ok(one) ? any_of(one, classes_, belongs) : -1;
  value_unref(one);
  return under;
}

int builtins_class_is_subclass(Value class, Value classes_) {
  if (dtypevalue_is_class(class))
    return dtype_is_under(class, classes_);
  if (!class_of(class)) {
    err_set(ERR_TypeError, "issubclass() arg 1 must be a class");
    return -1;
  }
  int t = any_of(class, classes_, is_under);
  if (t < 0)
    err_set(ERR_TypeError, "issubclass() arg 2 must be a class, a tuple of "
                           "classes, or a union");
  return t;
}
