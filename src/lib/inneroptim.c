/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sgd_step(group, state) and its like: for every parameter of the group that
   has a gradient, one step by nn/netmath.h. What is kept between steps lies in
   state[parameter], a dict, under torch's names. */
#include "lib/inneroptim.h"

#include "lang/dict.h"
#include "lang/interp.h"
#include "lang/list.h"
#include "nn/netmath.h"

#include <math.h>

/* One parameter on its way: p and g are packed and of one type. */
typedef struct Step {
  Value group, own; /* own: what is kept for this parameter */
  Array *target, *p, *g;
  const NetmathSteps *rules;
  bool ok; /* a failed look-up makes it false */
} Step;

static double number(Step *s, const char *name) {
  double out = 0;
  Value v = dict_get_text(s->group, name);
  if (!value_ok(v) && !err_pending())
    dict_key_error_text(name);
  if (!value_ok(v) || !value_to_double(v, &out))
    s->ok = false;
  return out;
}

static bool flag(Step *s, const char *name) {
  Value v = dict_get_text(s->group, name);
  return value_ok(v) && value_truth(v) > 0;
}

/* The tensor kept under this name: made of zeros when there is none, or told
   apart by *fresh. NULL with !ok. */
static void *kept(Step *s, const char *name, bool *fresh) {
  Array *a = value_array(dict_get_text(s->own, name));
  if (fresh)
    *fresh = !a;
  if (a && a->dtype == s->p->dtype && a->size == s->p->size &&
      array_is_contiguous(a))
    return a->data;
  Array *made =
      array_zeros(FAMILY_TORCH, (DType)s->p->dtype, s->p->ndim, s->p->shape);
  Value v = value_of_array(made);
  bool ok =
      made && (!a || array_assign(made, a)) && dict_put_text(s->own, name, v);
  value_unref(v);
  s->ok = s->ok && ok;
  return ok ? made->data : NULL;
}

/* Counts this step in state["step"], a float32 tensor. */
static double count(Step *s) {
  Value v = dict_get_text(s->own, "step");
  double n = value_array(v) ? array_get(value_array(v), 0) : 0;
  Value next = value_of_array(array_scalar(FAMILY_TORCH, DT_F32, n + 1));
  s->ok = s->ok && value_ok(next) && dict_put_text(s->own, "step", next);
  value_unref(next);
  return n + 1;
}

/* The dict kept for a parameter, borrowed. */
static Value own_state(Value state, Value p) {
  Value own = dict_get(state, p);
  if (dict_of(own) || err_pending())
    return own;
  own = dict_new();
  bool ok = value_ok(own) && dict_put(state, p, own);
  value_unref(own);
  return ok ? own : value_error();
}

typedef void StepRule(Step *s);

static bool step_packed(Step *s, StepRule *rule) {
  s->p = array_contiguous(s->target);
  if (!s->p)
    return false;
  rule(s);
  s->ok = s->ok && (s->p == s->target || array_assign(s->target, s->p));
  array_unref(s->p);
  array_changed(s->target);
  return s->ok;
}

static bool step_with(Step *s, StepRule *rule) {
  if (s->target->dtype != DT_F32 && s->target->dtype != DT_F64)
    return err_set(ERR_RuntimeError,
                   "xent steps float32 and float64 parameters, not %s",
                   dtype_name((DType)s->target->dtype));
  bool wide = s->target->dtype == DT_F64;
  s->rules = &netmath_choose()->steps[wide ? NETMATH_DOUBLE : NETMATH_FLOAT];
  s->g = array_as(s->target->grad, (DType)s->target->dtype);
  bool ok = s->g && step_packed(s, rule);
  array_unref(s->g);
  return ok;
}

static void watch_step(Array *gradient) {
  const Watch *w = interp.doctor;
  const Node *n = NULL;
  const Frame *f = w && w->step ? interp_learner(interp.frame, &n) : NULL;
  if (f && n)
    w->step(w->self, f, n, (Value){.tag = VALUE_REF, .ref = &gradient->ref});
}

static bool step_one(Value group, Value state, Value p, StepRule *rule) {
  Step s = {.group = group, .target = value_array(p), .ok = true};
  if (!s.target || !s.target->grad)
    return true;
  watch_step(s.target->grad);
  s.own = own_state(state, p);
  bool ok = !err_pending() && value_ok(s.own) && step_with(&s, rule);
  s.target->grad->kind.use = KIND_STEPPED;
  return ok;
}

static Value step_group(const Value *args, StepRule *rule) {
  const Value *params;
  size_t n;
  if (!list_items(dict_get_text(args[0], "params"), &params, &n))
    return value_none();
  for (size_t i = 0; i < n; i++)
    if (!step_one(args[0], args[1], params[i], rule))
      return value_error();
  return value_none();
}

/* --- the rules ----------------------------------------------------------- */

static void sgd(Step *s) {
  NetmathSgd r = {.lr = number(s, "lr"),
                  .momentum = number(s, "momentum"),
                  .keep = 1 - number(s, "dampening"),
                  .decay = number(s, "weight_decay"),
                  .nesterov = flag(s, "nesterov"),
                  .maximize = flag(s, "maximize")};
  void *buffer = NULL;
  if (s->ok && r.momentum != 0)
    buffer = kept(s, "momentum_buffer", &r.first);
  else if (s->ok)
    s->ok = dict_put_text(s->own, "momentum_buffer", value_none());
  if (s->ok)
    s->rules->sgd(&r, s->p->size, s->p->data, s->g->data, buffer);
}

static bool read_betas(Step *s, double *beta1, double *beta2) {
  const Value *betas;
  size_t n;
  if (!list_items(dict_get_text(s->group, "betas"), &betas, &n) || n != 2)
    return err_set(ERR_ValueError, "not enough values to unpack (expected 2)");
  return value_to_double(betas[0], beta1) && value_to_double(betas[1], beta2);
}

/* Kingma & Ba 2014; Loshchilov & Hutter 2019 (AdamW): the decay shrinks the
   parameter instead of joining the gradient. */
static void moments(Step *s, bool decoupled) {
  double beta1, beta2, lr = number(s, "lr");
  double decay = number(s, "weight_decay");
  NetmathAdam r = {.eps = number(s, "eps"), .maximize = flag(s, "maximize")};
  s->ok = s->ok && read_betas(s, &beta1, &beta2);
  double t = s->ok ? count(s) : 1;
  void *m = s->ok ? kept(s, "exp_avg", NULL) : NULL;
  void *v = s->ok ? kept(s, "exp_avg_sq", NULL) : NULL;
  void *most =
      s->ok && flag(s, "amsgrad") ? kept(s, "max_exp_avg_sq", NULL) : NULL;
  if (!s->ok)
    return;
  r.beta1 = beta1, r.keep1 = 1 - beta1;
  r.beta2 = beta2, r.keep2 = 1 - beta2;
  r.step = lr / (1 - pow(beta1, t));
  r.root = sqrt(1 - pow(beta2, t));
  r.decay = decoupled ? 0 : decay;
  r.shrink = decoupled ? lr * decay : 0;
  s->rules->adam(&r, s->p->size, s->p->data, s->g->data, m, v, most);
}

static void adam(Step *s) {
  moments(s, false);
}

static void adamw(Step *s) {
  moments(s, true);
}

static void rmsprop(Step *s) {
  NetmathRmsprop r = {.lr = number(s, "lr"),
                      .alpha = number(s, "alpha"),
                      .eps = number(s, "eps"),
                      .decay = number(s, "weight_decay"),
                      .momentum = number(s, "momentum"),
                      .maximize = flag(s, "maximize")};
  int64_t steps = 0;
  Value v = dict_get_text(s->own, "step");
  value_as_int(v, &steps);
  s->ok = s->ok && dict_put_text(s->own, "step", value_int(steps + 1));
  void *square = s->ok ? kept(s, "square_avg", NULL) : NULL;
  void *buffer =
      s->ok && r.momentum > 0 ? kept(s, "momentum_buffer", NULL) : NULL;
  void *mean = s->ok && flag(s, "centered") ? kept(s, "grad_avg", NULL) : NULL;
  if (s->ok)
    s->rules->rmsprop(&r, s->p->size, s->p->data, s->g->data, square, mean,
                      buffer);
}

/* Duchi, Hazan & Singer 2011. */
static void adagrad(Step *s) {
  double lr = number(s, "lr"), slower = number(s, "lr_decay");
  NetmathAdagrad r = {.eps = number(s, "eps"),
                      .decay = number(s, "weight_decay"),
                      .maximize = flag(s, "maximize")};
  double t = s->ok ? count(s) : 1;
  void *sum = s->ok ? kept(s, "sum", NULL) : NULL;
  r.lr = lr / (1 + (t - 1) * slower);
  if (s->ok)
    s->rules->adagrad(&r, s->p->size, s->p->data, s->g->data, sum);
}

#define STEP(name)                                                             \
  static Value name##_step(const Value *args) {                                \
    return step_group(args, name);                                             \
  }
STEP(sgd)
STEP(adam)
STEP(adamw)
STEP(rmsprop)
STEP(adagrad)

const Native inneroptim_natives[] = {
    {"sgd_step", "group state", sgd_step, "one step of SGD", NULL, NULL},
    {"adam_step", "group state", adam_step, "one step of Adam", NULL, NULL},
    {"adamw_step", "group state", adamw_step, "one step of AdamW", NULL, NULL},
    {"rmsprop_step", "group state", rmsprop_step, "one step of RMSprop", NULL,
     NULL},
    {"adagrad_step", "group state", adagrad_step, "one step of Adagrad", NULL,
     NULL},
    {0}};
