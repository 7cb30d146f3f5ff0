/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gradients that are not what the learner thinks they are. */
#include "teach/doctorgrad.h"

/* --- W506 ----------------------------------------------------------------- */

/* The gradient was used by a step before, and another one was added. */
static bool summed(DoctorCase *c) {
  c->sure = true;
  return value_array(c->out)->kind.use == KIND_SUMMED;
}

/* opt of opt.step(); NULL: it was called another way. */
static const Node *optimiser(const Node *call) {
  const Node *f = call->type == NODE_CALL ? call->call.func : NULL;
  return f && f->type == NODE_ATTRIBUTE ? f->attribute.value : NULL;
}

static void say_summed(const DoctorCase *c, DoctorText *t) {
  const Node *opt = optimiser(c->node);
  buf_str(&t->caret, "this step uses the sum of two gradients");
  buf_str(&t->why, "backward() adds to the gradients that are there, and those "
                   "of the step before were not cleared.");
  if (opt)
    doctorcase_source(&t->fix, c, opt);
  else
    buf_str(&t->fix, "optimizer");
  buf_str(&t->fix, ".zero_grad()   # once before each backward()");
}

const DoctorRow doctorgrad_rows[] = {
    {"W506", DOCTOR_STEP, "step", "gradients were not cleared", summed,
     say_summed,
     "W506  gradients that add up\n"
     "\n"
     "backward() adds to .grad; that is useful when one step shall use "
     "several\n"
     "batches. But without zero_grad() every step also uses the gradients of\n"
     "all steps before it.\n"
     "\n"
     "  w = torch.tensor(1.0, requires_grad=True)\n"
     "  opt = optim.SGD([w], lr=0.1)\n"
     "  (w * w).backward(); opt.step(); w.grad        # 2\n"
     "  (w * w).backward(); opt.step(); w.grad        # 3.6: 2 + 1.6\n"
     "  opt.zero_grad()                               # then it is 0 again\n"
     "  (w * w).backward(); opt.step(); w.grad"},
    {0}};
