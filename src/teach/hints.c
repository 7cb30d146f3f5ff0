/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is what an error says and what to do then. The libraries' words are
   kept, as learners search for them. */
#include "teach/hints.h"

#include "base/err.h"

#include <stdio.h>
#include <string.h>

typedef struct HintRow {
  ErrType type;
  const char *says; /* a part of the message */
  const char *hint;
} HintRow;

static const HintRow rows[] = {
    {ERR_AttributeError, "before Module.__init__() call",
     "the first line of __init__ must be super().__init__()"},
    {ERR_NotImplementedError, "missing the required \"forward\" function",
     "define a method forward(self, x) in the class; is its name spelled so?"},
    {ERR_ValueError, "optimizer got an empty parameter list",
     "a module finds layers that are its attributes; keep a list of them in "
     "nn.ModuleList"},
    {ERR_TypeError, "params argument given to the optimizer",
     "give it the parameters: net.parameters()"},
    {ERR_TypeError, "'method' object is not iterable",
     "call it: net.parameters() with brackets"},
    {ERR_TypeError, "list is not a Module subclass",
     "nn.Sequential takes the layers one by one: nn.Sequential(a, b)"},
    {ERR_RuntimeError, "expected scalar type Long but found",
     "class numbers must be whole: y.long()"},
    {ERR_RuntimeError, "must have the same dtype",
     "make both float32: X.float()"},
    {ERR_TypeError, "must be Tensor, not list",
     "torch.tensor(...) makes a tensor of a list"},
    {ERR_TypeError, "must be Tensor, not numpy.ndarray",
     "torch.from_numpy(x).float() makes a tensor of an array"},
    {ERR_TypeError, "Tensor, not NoneType",
     "None comes from a function without return: does forward return?"},
    {ERR_RuntimeError, "element 0 of tensors does not require grad",
     "the loss has no graph: .item(), .detach(), .data and torch.no_grad() "
     "cut it off"},
    {ERR_RuntimeError, "only for scalar outputs",
     "make it one number first: loss.sum() or loss.mean()"},
    {ERR_RuntimeError, "backward through the graph a second time",
     "compute the loss anew in every step"},
    {ERR_RuntimeError, "a leaf Variable that requires grad is being used",
     "change parameters inside `with torch.no_grad():`"},
};

/* "mat1 and mat2 shapes cannot be multiplied (8x5 and 4x3)" */
static bool of_shapes(const char *text) {
  long m, k, rows_of_second, n;
  const char *shapes = strstr(text, "cannot be multiplied (");
  if (!shapes || sscanf(shapes, "cannot be multiplied (%ldx%ld and %ldx%ld)",
                        &m, &k, &rows_of_second, &n) != 4)
    return false;
  err_hint("the rows that come in have %ld numbers, %ld are wanted", k,
           rows_of_second);
  return true;
}

void hints_add(void) {
  const Err *e = err_now();
  if (e->type == ERR_None || e->hint.len)
    return;
  const char *text = buf_text(&e->text);
  if (e->type == ERR_RuntimeError && of_shapes(text))
    return;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (e->type == rows[i].type && strstr(text, rows[i].says)) {
      err_hint("%s", rows[i].hint);
      return;
    }
}
