/* SPDX-License-Identifier: GPL-3.0-or-later */
/* softmax: any scores z become probabilities p that sum to 1,
       p_i = exp(z_i) / sum_j exp(z_j) = exp(z_i - max z) / sum ...
   and its logarithm, which never goes through a probability that rounds to 0:
       ln p_i = (z_i - max z) - ln sum_j exp(z_j - max z)

   In C:        Array *p = softmax_along(FAMILY_PLAIN, z, 0, false);
   In PyTorch:  torch.softmax(torch.tensor([2.0, 1.0, 0.1]), 0)
   Both print   [0.6590, 0.2424, 0.0986], and [-0.4170, -1.4170, -2.3170] for
   the logarithm. */
#include "ops/softmax.h"

#include "base/err.h"
#include "base/note.h"
#include "num/kernels.h"
#include "ops/softmax_lane.h"
#include "ops/taught.h"

#include <stdio.h>
#include <string.h>

/* Where column i of a slab lies; a 0-d array is a row of one. torch takes
   columns in vectors of 8; only softmax leaves the rest to the C library. */
static SoftmaxLay lay_of(Family family, const Array *z, int axis, int64_t i,
                         bool ln) {
  AxisLoop l = array_axis_loop(z, axis);
  return (SoftmaxLay){.n = l.n,
                      .step = l.inner,
                      .last = axis >= z->ndim - 1,
                      .vector = ln ? l.inner >= 8 : i < l.inner - l.inner % 8,
                      .ln = ln,
                      .torch = family == FAMILY_TORCH};
}

typedef void LaneWork(Array *const a[], int64_t at, SoftmaxLay lay);

/* Does the work for every row; at is the flat index of its first element. */
static void each_lane(Family family, Array *const a[], int axis, bool ln,
                      LaneWork *work) {
  AxisLoop l = array_axis_loop(a[0], axis);
  for (int64_t o = 0; o < l.outer && l.n; o++)
    for (int64_t i = 0; i < l.inner; i++)
      work(a, o * l.n * l.inner + i, lay_of(family, a[0], axis, i, ln));
}

/* a: z, out */
static void forward_lane(Array *const a[], int64_t at, SoftmaxLay lay) {
  if (a[0]->dtype == DT_F32) {
    float *z = (float *)a[0]->data + at, *out = (float *)a[1]->data + at;
    softmax_lane_end32(z, out, out, lay, softmax_lane_exp32(z, out, lay));
  } else {
    double *z = (double *)a[0]->data + at, *out = (double *)a[1]->data + at;
    softmax_lane_end64(z, out, out, lay, softmax_lane_exp64(z, out, lay));
  }
}

/* a: out, g, dz */
static void backward_lane(Array *const a[], int64_t at, SoftmaxLay lay) {
  if (a[0]->dtype == DT_F32)
    softmax_lane_back32((float *)a[0]->data + at, (float *)a[1]->data + at,
                        (float *)a[2]->data + at, lay);
  else
    softmax_lane_back64((double *)a[0]->data + at, (double *)a[1]->data + at,
                        (double *)a[2]->data + at, lay);
}

Array *softmax_along(Family family, Array *z, int axis, bool ln) {
  Array *out = array_new(family, (DType)z->dtype, z->ndim, z->shape);
  if (!out)
    return NULL;
  AxisLoop l = array_axis_loop(z, axis);
  if (z->size < KERNELS_MIN)
    each_lane(family, (Array *[]){z, out}, axis, ln, forward_lane);
  else if (z->dtype == DT_F32)
    kernels_get()->softmax32(z->data, out->data, l, ln);
  else
    kernels_get()->softmax64(z->data, out->data, l, ln);
  return out;
}

Array *softmax_backward(Family family, Array *out, Array *g, int axis,
                        bool ln) {
  Array *dz = array_new(family, (DType)out->dtype, out->ndim, out->shape);
  if (dz)
    each_lane(family, (Array *[]){out, g, dz}, axis, ln, backward_lane);
  return dz;
}

void softmax_parts_free(SoftmaxParts *p) {
  Array **all[] = {&p->z,    &p->shift, &p->exps, &p->probs,
                   &p->logs, &p->max,   &p->sum,  &p->ln_sum};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
    array_unref(*all[i]);
  *p = (SoftmaxParts){0};
}

/* Room for the parts: tables of rows x n, and a number per row. */
static bool parts_room(const Array *z, AxisLoop l, SoftmaxParts *p) {
  int64_t rows = l.outer * l.inner, shape[] = {rows, l.n};
  Array **tables[] = {&p->z, &p->shift, &p->exps, &p->probs, &p->logs};
  Array **numbers[] = {&p->max, &p->sum, &p->ln_sum};
  bool one = z->ndim <= 1, ok = true;
  for (int i = 0; i < 5; i++)
    ok = ok && (*tables[i] = array_new(FAMILY_PLAIN, (DType)z->dtype,
                                       one ? 1 : 2, one ? &l.n : shape));
  for (int i = 0; i < 3; i++)
    ok = ok &&
         (*numbers[i] = array_new(FAMILY_PLAIN, DT_F64, one ? 0 : 1, &rows));
  return ok;
}

/* Element j of row r of a table, from element `at` of an array of z's type. */
static void put(Array *table, int64_t index, const Array *from, int64_t at) {
  size_t size = dtype_size((DType)from->dtype);
  memcpy((char *)table->data + (size_t)index * size,
         (const char *)from->data + (size_t)at * size, size);
}

static SoftmaxLane lane_exp(const Array *z, Array *e, int64_t at,
                            SoftmaxLay lay) {
  return z->dtype == DT_F32 ? softmax_lane_exp32((float *)z->data + at,
                                                 (float *)e->data + at, lay)
                            : softmax_lane_exp64((double *)z->data + at,
                                                 (double *)e->data + at, lay);
}

/* Row r, whose first element is at `at`; work = {z, exps, p, ln p}. */
static void parts_lane(Array *const work[4], int64_t at, int64_t r,
                       SoftmaxLay lay, SoftmaxParts *p) {
  SoftmaxLane lane = lane_exp(work[0], work[1], at, lay);
  Array *one[] = {p->max, p->sum, p->ln_sum};
  const double value[] = {lane.max, lane.sum, lane.ln_sum};
  for (int i = 0; i < 3; i++)
    ((double *)one[i]->data)[r] = value[i];
  for (int64_t j = 0; j < lay.n; j++) {
    int64_t from = at + j * lay.step, to = r * lay.n + j;
    put(p->z, to, work[0], from);
    put(p->exps, to, work[1], from);
    put(p->probs, to, work[2], from);
    put(p->logs, to, work[3], from);
    array_put(p->shift, to, array_get(p->z, to) - lane.max);
  }
}

bool softmax_parts(Family family, Array *z, int axis, SoftmaxParts *p) {
  AxisLoop l = array_axis_loop(z, axis);
  Array *e = array_copy(z);
  Array *work[4] = {z, e, softmax_along(family, z, axis, false),
                    softmax_along(family, z, axis, true)};
  bool ok = parts_room(z, l, p) && e && work[2] && work[3];
  for (int64_t r = 0; ok && r < l.outer * l.inner && l.n; r++) {
    int64_t o = r / l.inner, i = r % l.inner;
    parts_lane(work, o * l.n * l.inner + i, r,
               lay_of(family, z, axis, i, false), p);
  }
  for (int i = 1; i < 4; i++)
    array_unref(work[i]);
  return ok;
}

/* The sum of every row of a table. */
static Array *row_sums(const Array *table, const Array *like) {
  Array *s = array_zeros(FAMILY_PLAIN, DT_F64, like->ndim, like->shape);
  int64_t n = s && s->size ? table->size / s->size : 0;
  for (int64_t i = 0; n && i < table->size; i++)
    ((double *)s->data)[i / n] += array_get(table, i);
  return s;
}

static void derive_probs(Derivation *d, const SoftmaxParts *p, int step) {
  char label[48];
  Buf words = BUF_EMPTY;
  Array *sums = row_sums(p->probs, p->sum);
  snprintf(label, sizeof label, "@%d / sum = p", step);
  if (sums)
    taught_words(&words, d, "sum", sums);
  taught_step(d, label, p->probs, &words);
  derive_check(d, sums && taught_distance(sums, 1) <= 1e-5);
  derive_reason(d, "dividing by the sum makes them shares of one whole");
  array_unref(sums);
}

int softmax_derive_steps(Derivation *d, const SoftmaxParts *p, bool ln) {
  int first = (int)d->count + 1;
  char label[48];
  Buf words = BUF_EMPTY;
  derive_step(d, "z (logits)", p->z, "input: any real numbers");
  derive_reason(d, "scores: only their differences will matter");
  taught_words(&words, d, "max", p->max);
  buf_str(&words, "; keeps exp() at most 1");
  taught_step(d, "z - max(z)", p->shift, &words);
  derive_reason(d, "the same number taken from every score cancels in the "
                   "quotient, and exp() cannot overflow");
  snprintf(label, sizeof label, "exp(@%d)", first + 1);
  taught_words(&words, d, "sum", p->sum);
  taught_step(d, label, p->exps, &words);
  derive_reason(d, "positive, and a step of 1 in z is a factor of 2.718");
  derive_probs(d, p, first + 2);
  if (!ln)
    return first + 3;
  snprintf(label, sizeof label, "ln p = @%d - ln sum", first + 1);
  taught_words(&words, d, "ln sum", p->ln_sum);
  taught_step(d, label, p->logs, &words);
  derive_reason(d, "never takes the logarithm of a p that rounded to 0");
  return first + 4;
}

/* F.softmax without dim: torch's old guess, with its warning. */
static int64_t implicit_axis(const OpCall *call, const Array *x) {
  note_add("UserWarning",
           "Implicit dimension choice for %s has been deprecated. Change the "
           "call to include dim=X as an argument.",
           call->op->name);
  return x->ndim == 0 || x->ndim == 1 || x->ndim == 3 ? 0 : 1;
}

/* The axis of the call; a number counts as a vector of one. */
static bool axis_of(const OpCall *call, const Array *x, int64_t *axis) {
  *axis = call->arg[1].i;
  if (call->arg[1].tag != ARG_INT)
    *axis = call->family == FAMILY_TORCH ? implicit_axis(call, x) : -1;
  if (x->ndim == 0 && (*axis == 0 || *axis == -1)) {
    *axis = 0;
    return true;
  }
  return array_axis(x, axis);
}

/* log_softmax, not softmax: the two rows that share these functions. */
static bool is_log(const OpCall *call) {
  return *call->op->name == 'l';
}

/* x in the dtype asked for, and then in the working one. */
static Array *input_of(const OpCall *call, DType *result) {
  Array *x = call->arg[0].array;
  if (call->arg[2].tag != ARG_DTYPE) {
    *result = taught_dtype(call, x);
    return array_as(x, taught_working(call, *result));
  }
  *result = call->arg[2].dtype;
  Array *cast = array_as(x, *result);
  Array *work = cast ? array_as(cast, taught_working(call, *result)) : NULL;
  array_unref(cast);
  return work;
}

/* The kernel that torch would name in its refusal of whole numbers. */
static bool accepts(const OpCall *call, int64_t axis) {
  bool last = axis >= call->arg[0].array->ndim - 1;
  const char *what = !last          ? "softmax_kernel_impl"
                     : is_log(call) ? "log_softmax_lastdim_kernel_impl"
                                    : "softmax_lastdim_kernel_impl";
  Array asked = *call->arg[0].array;
  if (call->arg[2].tag == ARG_DTYPE)
    asked.dtype = (uint8_t)call->arg[2].dtype;
  return taught_needs_float(call, &asked, what);
}

static bool softmax_forward(OpCall *call) {
  int64_t axis;
  DType result;
  if (!axis_of(call, call->arg[0].array, &axis) || !accepts(call, axis))
    return false;
  Array *z = input_of(call, &result);
  if (!z)
    return false;
  if (!dtype_is_float(result))
    result = DT_F64;
  Array *out = softmax_along(call->family, z, (int)axis, is_log(call));
  array_unref(z);
  return taught_return(call, out, result);
}

/* The axis without the warning of a missing one. */
static int quiet_axis(const OpCall *call, const Array *x) {
  int64_t axis = call->arg[1].tag == ARG_INT    ? call->arg[1].i
                 : call->family != FAMILY_TORCH ? -1
                 : x->ndim == 2 || x->ndim > 3  ? 1
                                                : 0;
  return (int)(axis < 0 ? axis + (x->ndim ? x->ndim : 1) : axis);
}

static Array *softmax_gradient(const OpCall *call, int wrt, Array *dout) {
  if (wrt != 0)
    return err_null(ERR_RuntimeError, "softmax has no gradient there");
  Array *x = call->arg[0].array, *dz = NULL;
  DType result, work;
  Array *z = input_of(call, &result);
  if (!z)
    return NULL;
  work = (DType)z->dtype;
  int axis = quiet_axis(call, x);
  Array *out = call->out ? array_as(call->out, work)
                         : softmax_along(call->family, z, axis, is_log(call));
  Array *g = array_as(dout, work);
  if (out && g)
    dz = softmax_backward(call->family, out, g, axis, is_log(call));
  array_unref(z);
  array_unref(out);
  array_unref(g);
  return taught_sum_to(dz, x);
}

static Kind kind_along(const OpCall *call, KindName name) {
  const Array *x = call->arg[0].array;
  return (Kind){.name = (uint8_t)name, .axis = (int8_t)quiet_axis(call, x)};
}

static Kind kind_probs(const OpCall *call) {
  return kind_along(call, KIND_PROBS);
}

static Kind kind_logprobs(const OpCall *call) {
  return kind_along(call, KIND_LOGPROBS);
}

static bool softmax_derive(const OpCall *call, Derivation *d) {
  Array *x = call->arg[0].array;
  DType result;
  SoftmaxParts p = {0};
  Array *z = input_of(call, &result);
  bool ok = z && softmax_parts(call->family, z, quiet_axis(call, x), &p);
  if (ok) {
    derive_title(d, is_log(call) ? "ln p = z - max(z) - ln sum exp(z - max(z))"
                                 : "p = exp(z) / sum exp(z)");
    softmax_derive_steps(d, &p, is_log(call));
  }
  softmax_parts_free(&p);
  array_unref(z);
  return ok && !d->failed;
}

#define SPELLINGS(name)                                                        \
  .params = "x:array dim:int dtype:dtype?",                                    \
  .spell = {                                                                   \
      {name, "x dim=-1 dtype"},                                                \
      {"torch." name, "input:x dim dtype"},                                    \
      {"Tensor." name, "self:x dim dtype"},                                    \
      {"F." name, "input:x dim=None * dtype"},                                 \
  }

const Op softmax_ops[] = {
    {.name = "softmax",
     SPELLINGS("softmax"),
     .forward = softmax_forward,
     .backward = softmax_gradient,
     .saved = "out",
     .kind = kind_probs,
     .derive = softmax_derive,
     .grad_fn = "Softmax",
     .formula = "p_i = exp(z_i) / sum_j exp(z_j)",
     .help = "turns scores (logits) into probabilities that sum to 1",
     .example = "softmax([2, 1, 0.1])",
     .result = "[0.6590, 0.2424, 0.0986]"},
    {.name = "log_softmax",
     SPELLINGS("log_softmax"),
     .forward = softmax_forward,
     .backward = softmax_gradient,
     .saved = "out",
     .kind = kind_logprobs,
     .derive = softmax_derive,
     .grad_fn = "LogSoftmax",
     .formula = "ln p_i = z_i - max z - ln sum_j exp(z_j - max z)",
     .help = "logarithms of the softmax probabilities, without ever losing a "
             "small one",
     .example = "log_softmax([2, 1, 0.1])",
     .result = "[-0.4170, -1.4170, -2.3170]"},
    {0}};
