/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/arraygrad.h"

#include "base/note.h"
#include "grad/backward.h"
#include "lang/instance.h"
#include "lang/str.h"

#include <string.h>

/* --- attributes ---------------------------------------------------------- */

static Value grad(Array *a) {
  if (a->grad)
    return value_of_array(array_ref(a->grad));
  if (a->node)
    note_add("UserWarning",
             "The .grad attribute of a Tensor that is not a leaf Tensor is "
             "being accessed. Its .grad attribute won't be populated during "
             "autograd.backward(). If you indeed want the .grad field to be "
             "populated for a non-leaf Tensor, use .retain_grad() on the "
             "non-leaf Tensor.");
  return value_none();
}

static Value class_name(const Value *args) {
  char full[TAPE_NAME];
  tape_full_name(instance_of(args[0])->type->name->text, full);
  return str_lit(full);
}

static const Native grad_fn_methods[] = {
    {"name", "self", class_name, "what computed the tensor", NULL, NULL}, {0}};

/* <AddBackward0 object at 0x...> */
static Value grad_fn(Array *a) {
  const char *text = tape_grad_fn(a);
  const Sym *name = text ? sym_lit(text) : NULL;
  if (!name)
    return text ? value_error() : value_none();
  Value class = class_new(name, NULL);
  if (!value_ok(class))
    return class;
  class_of(class)->module = "";
  class_of(class)->methods = grad_fn_methods;
  Value v = instance_new(class_of(class));
  value_unref(class);
  return v;
}

static Value is_leaf(Array *a) {
  return value_bool(tape_is_leaf(a));
}

static Value requires_grad(Array *a) {
  return value_bool(a->requires_grad);
}

static Value data(Array *a) {
  Array *view = tape_detached(a);
  if (view)
    view->apart = true;
  return value_of_array(view);
}

static const struct {
  const char *name;
  Value (*get)(Array *a);
} attributes[] = {{"grad", grad},
                  {"grad_fn", grad_fn},
                  {"is_leaf", is_leaf},
                  {"requires_grad", requires_grad},
                  {"data", data}};

enum { N_ATTRIBUTES = sizeof attributes / sizeof *attributes };

Value arraygrad_get(Array *a, const char *name) {
  for (int i = 0; i < N_ATTRIBUTES; i++)
    if (!strcmp(attributes[i].name, name))
      return attributes[i].get(a);
  return value_absent();
}

void arraygrad_each(void (*visit)(void *self, const char *name), void *self) {
  for (int i = 0; i < N_ATTRIBUTES; i++)
    visit(self, attributes[i].name);
}

/* --- setting ------------------------------------------------------------- */

static bool tensor_of(Value x, Array **out) {
  *out = value_array(x);
  return *out && (*out)->family == FAMILY_TORCH;
}

static bool set_grad(Array *a, Value x) {
  Array *g;
  if (value_is_none(x))
    return tape_set_grad(a, NULL), true;
  if (!tensor_of(x, &g))
    return err_set(ERR_TypeError,
                   "assigned grad expected to be a Tensor or None but got grad "
                   "of type%s",
                   value_type_name(x));
  if (a == g)
    return err_set(ERR_RuntimeError, "can't assign Variable as its own grad");
  if (a->dtype != g->dtype)
    return err_set(ERR_RuntimeError, "assigned grad has data of a different "
                                     "type");
  if (!array_same_shape(a, g))
    return err_set(ERR_RuntimeError, "assigned grad has data of a different "
                                     "size");
  return tape_set_grad(a, g), true;
}

/* x.data = y: x takes over y's memory, shape and dtype. */
static bool set_data(Array *a, Value x) {
  Array *y, *view;
  if (!tensor_of(x, &y))
    return err_set(ERR_TypeError,
                   "Variable data has to be a tensor, but got "
                   "%s",
                   value_type_name(x));
  if (a->base && a != y)
    return array_show(a, y), true;
  if (a->dtype != y->dtype || !array_same_shape(a, y))
    return err_set(ERR_Unsupported, "xent does not support new .data with "
                                    "another shape or dtype") ||
           err_hint("make a new tensor instead");
  view = array_contiguous(y);
  bool ok = view && array_assign(a, view);
  array_unref(view);
  return ok;
}

int arraygrad_set(Array *a, const char *name, Value x) {
  if (!strcmp(name, "grad"))
    return set_grad(a, x) ? 1 : -1;
  if (!strcmp(name, "data"))
    return set_data(a, x) ? 1 : -1;
  if (strcmp(name, "requires_grad") != 0)
    return 0;
  int on = value_truth(x);
  return on >= 0 && tape_watch(a, on) ? 1 : -1;
}

/* --- methods ------------------------------------------------------------- */

/* self gradient=None retain_graph=None create_graph=False inputs=None */
static Value backward(const Value *args) {
  Array *g = value_array(args[1]);
  int again = value_truth(args[2]), create = value_truth(args[3]);
  if (create > 0 || !value_is_none(args[4])) {
    err_set(ERR_Unsupported, "xent does not support %s in backward()",
            create > 0 ? "create_graph=True" : "inputs=");
    return value_error();
  }
  if (!g && !value_is_none(args[1])) {
    if (value_is_number(args[1]))
      err_set(ERR_TypeError, "'%s' object is not iterable",
              value_type_name(args[1]));
    else
      err_set(ERR_TypeError,
              "gradients can be either Tensors or None, but got %s",
              value_type_name(args[1]));
    return value_error();
  }
  return backward_run(value_array(args[0]), g, again > 0) ? value_none()
                                                          : value_error();
}

static Value requires_grad_(const Value *args) {
  int on = value_truth(args[1]);
  return on >= 0 && tape_watch(value_array(args[0]), on) ? value_ref(args[0])
                                                         : value_error();
}

static Value retain_grad(const Value *args) {
  Array *a = value_array(args[0]);
  if (!a->requires_grad) {
    err_set(ERR_RuntimeError,
            "can't retain_grad on Tensor that has requires_grad=False");
    return value_error();
  }
  tape_retain_grad(a);
  return value_none();
}

Value arraygrad_shared(Array *a, Family family) {
  Array *out = tape_detached(a);
  if (out) {
    out->family = (uint8_t)family;
    out->scalar = false;
  }
  return value_of_array(out);
}

static Value detach(const Value *args) {
  return arraygrad_shared(value_array(args[0]), FAMILY_TORCH);
}

static Value detach_in_place(const Value *args) {
  tape_forget(value_array(args[0]));
  return value_ref(args[0]);
}

bool arraygrad_may_leave(const Array *a) {
  return a->family != FAMILY_TORCH || !a->requires_grad ||
         err_set(ERR_RuntimeError,
                 "Can't call numpy() on Tensor that requires grad. Use "
                 "tensor.detach().numpy() instead.");
}

static Value numpy(const Value *args) {
  Array *a = value_array(args[0]);
  return arraygrad_may_leave(a) ? arraygrad_shared(a, FAMILY_NUMPY)
                                : value_error();
}

const Native arraygrad_methods[] = {
    {"backward",
     "self gradient=None retain_graph=None create_graph=False inputs=None",
     backward, "gradients of this number into every leaf's grad",
     "w = torch.tensor(3.0, requires_grad=True); (w * w).backward(); "
     "print(w.grad)",
     "tensor(6.)"},
    {"requires_grad_", "self requires_grad=True", requires_grad_,
     "asks for its gradient", "torch.ones(2).requires_grad_()",
     "tensor([1., 1.], requires_grad=True)"},
    {"retain_grad", "self", retain_grad,
     "keeps the gradient of a computed tensor too", NULL, NULL},
    {"detach", "self", detach, "the same memory, off the tape", NULL, NULL},
    {"detach_", "self", detach_in_place, "takes itself off the tape", NULL,
     NULL},
    {"numpy", "self", numpy, "the same memory as a NumPy array", NULL, NULL},
    {0}};
