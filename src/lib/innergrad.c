/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/innergrad.h"

#include "grad/backward.h"
#include "lang/arrayfrom.h"
#include "lang/list.h"
#include "lang/str.h"

/* grad_mode(on=None): whether gradients were recorded; sets it. */
static Value grad_mode(const Value *args) {
  bool before = tape_on;
  int on = value_is_none(args[0]) ? before : value_truth(args[0]);
  if (on < 0)
    return value_error();
  tape_on = on;
  return value_bool(before);
}

/* followed(x): a copy of x as floating numbers whose gradient is wanted; lists
   and numbers become plain arrays. */
static Value followed(const Value *args) {
  Array *a = value_array(args[0]), *out;
  if (a)
    out = array_as(a, dtype_is_float((DType)a->dtype) ? (DType)a->dtype
                      : a->family == FAMILY_TORCH     ? DT_F32
                                                      : DT_F64);
  else
    out = arrayfrom_value(args[0], FAMILY_PLAIN, DT_F64);
  if (out && out == a) {
    array_unref(out);
    out = array_copy(a);
  }
  if (!out)
    return value_error();
  out->scalar = a ? a->scalar : out->ndim == 0;
  out->kind = a ? a->kind : (Kind){0};
  Value v = value_of_array(out);
  if (tape_watch(out, true))
    return v;
  value_unref(v);
  return value_error();
}

static bool read_inputs(const List *inputs, Array **of) {
  for (size_t i = 0; i < inputs->n; i++) {
    of[i] = value_array(inputs->items[i]);
    if (!of[i])
      return err_set(ERR_TypeError, "grad() takes tensors, not '%s'",
                     value_type_name(inputs->items[i]));
    if (!of[i]->requires_grad)
      return err_set(ERR_RuntimeError,
                     "One of the differentiated Tensors does not require grad");
  }
  return true;
}

static Value list_of_gradients(Array **out, size_t n) {
  Value list = list_new(n);
  bool ok = value_ok(list);
  for (size_t i = 0; i < n; i++) {
    Value g = out[i] ? value_of_array(out[i]) : value_none();
    ok = ok && list_append(list, g);
    value_unref(g);
  }
  if (ok)
    return list;
  value_unref(list);
  return value_error();
}

/* gradients(root, seed, retain, inputs): a list, None where root does not
   depend on the input. */
static Value gradients(const Value *args) {
  Array *root = value_array(args[0]), *seed = value_array(args[1]);
  List *inputs = list_of(args[3]);
  if (!root || !inputs) {
    err_set(ERR_TypeError, "gradients() takes an array and a list");
    return value_error();
  }
  Array **of = mem_zeroed(2 * inputs->n + 1, sizeof *of);
  Value v = value_error();
  if (of && backward_may_begin(root, seed) && read_inputs(inputs, of) &&
      backward_gradients(root, seed, value_truth(args[2]) > 0, of,
                         (int)inputs->n, of + inputs->n))
    v = list_of_gradients(of + inputs->n, inputs->n);
  mem_free(of);
  return v;
}

static Value is_followed(const Value *args) {
  Array *a = value_array(args[0]);
  return value_bool(a && a->requires_grad);
}

/* named(x, grad_fn): x, with torch's own name of what computed it. */
static Value named(const Value *args) {
  Array *a = value_array(args[0]);
  Str *s = str_of(args[1]);
  const Sym *name = s ? sym_of(s->text, s->len) : NULL;
  if (a && name)
    tape_name(a, name->text);
  return err_pending() ? value_error() : value_ref(args[0]);
}

/* An nn.Parameter: a view of the tensor's memory. */
static Value parameter(const Value *args) {
  Array *a = value_array(args[0]);
  int on = value_truth(args[1]);
  if (on < 0)
    return value_error();
  if (!a || a->family != FAMILY_TORCH) {
    err_set(ERR_AttributeError, "'%s' object has no attribute 'detach'",
            value_type_name(args[0]));
    return value_error();
  }
  Array *out = tape_detached(a);
  if (!out)
    return value_error();
  out->parameter = true;
  Value v = value_of_array(out);
  if (!on || tape_watch(out, true))
    return v;
  value_unref(v);
  return value_error();
}

static Value is_parameter(const Value *args) {
  Array *a = value_array(args[0]);
  return value_bool(a && a->parameter);
}

const Native innergrad_natives[] = {
    {"grad_mode", "on=None", grad_mode, "whether gradients are recorded", NULL,
     NULL},
    {"followed", "x", followed, "a copy whose gradient is wanted", NULL, NULL},
    {"named", "x grad_fn", named, "x, said to be computed by grad_fn", NULL,
     NULL},
    {"is_followed", "x", is_followed, "whether it requires grad", NULL, NULL},
    {"gradients", "root seed retain inputs", gradients, "d root / d inputs",
     NULL, NULL},
    {"parameter", "data requires_grad=True", parameter, "an nn.Parameter", NULL,
     NULL},
    {"is_parameter", "x", is_parameter, "whether it is an nn.Parameter", NULL,
     NULL},
    {0}};
