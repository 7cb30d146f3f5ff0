/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/parameter.h"

#include "grad/tape.h"

/* A tensor of its own that shares the data. */
static Value make(const Value *args) {
  Array *a = value_array(args[0]), *empty = NULL;
  int on = value_truth(args[1]);
  if (on < 0)
    return value_error();
  if (value_is_none(args[0]))
    a = empty = array_zeros(FAMILY_TORCH, DT_F32, 1, (int64_t[]){0});
  else if (!a || a->family != FAMILY_TORCH)
    err_set(ERR_AttributeError, "'%s' object has no attribute 'detach'",
            value_type_name(args[0]));
  Array *p = !err_pending() && a ? tape_detached(a) : NULL;
  array_unref(empty);
  if (p)
    p->parameter = true;
  if (p && on && !dtype_is_float((DType)p->dtype))
    err_set(ERR_RuntimeError, "Only Tensors of floating point and complex "
                              "dtype can require gradients");
  if (p && !err_pending() && (!on || tape_watch(p, true)))
    return value_of_array(p);
  array_unref(p);
  return value_error();
}

const Native parameter_natives[] = {
    {"Parameter", "data=None requires_grad=True", make,
     "a tensor that a module trains", "nn.Parameter(torch.zeros(2))",
     "Parameter containing:\ntensor([0., 0.], requires_grad=True)"},
    {0}};

Value parameter_construct(Value class, const CallArgs *args) {
  (void)class;
  return native_call(&parameter_natives[0], value_absent(), args);
}

bool parameter_is(Value v) {
  return value_array(v) && value_array(v)->parameter;
}
