/* SPDX-License-Identifier: GPL-3.0-or-later */
/* nll_loss, the negative log-likelihood: given ln p and the true class t,
       L = -ln p_t,        mean: sum_i w[t_i] (-ln p_i[t_i]) / sum_i w[t_i]

   In C:        nll_value(FAMILY_PLAIN, picked, &targets, LOSS_MEAN);
   In PyTorch:  F.nll_loss(torch.log(torch.tensor([[0.7, 0.2, 0.1]])),
                           torch.tensor([0]))
   Both print   0.3567. */
#include "ops/nll.h"

#include "base/err.h"
#include "base/mem.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { ARG_TARGET = 1, ARG_WEIGHT, ARG_IGNORE, ARG_REDUCTION };

int nll_class_axis(const Array *x) {
  return x->ndim > 1;
}

/* An error whose text ends with the sizes of x and target. */
static bool size_error(const char *format, const Array *x, const Array *t) {
  Buf a = BUF_EMPTY, b = BUF_EMPTY;
  array_size_text(&a, x->ndim, x->shape);
  array_size_text(&b, t->ndim, t->shape);
  err_set(ERR_RuntimeError, format, buf_text(&a), buf_text(&b));
  buf_free(&a);
  buf_free(&b);
  return false;
}

/* Samples of two and more dimensions: (N, C, d1, ...) against (N, d1, ...). */
static bool check_places(const Array *x, const Array *t) {
  bool same = t->ndim == x->ndim - 1;
  for (int d = 1; same && d < t->ndim; d++)
    same = t->shape[d] == x->shape[d + 1];
  if (same)
    return true;
  if (x->ndim == 4 && t->ndim != 3)
    return err_set(ERR_RuntimeError,
                   "only batches of spatial targets supported (3D tensors) but "
                   "got targets of dimension: %d",
                   t->ndim);
  if (x->ndim == 4)
    return size_error("size mismatch (got input: %s , target: %s", x, t);
  Array want = *x;
  want.ndim--;
  for (int d = 1; d < want.ndim; d++)
    want.shape[d] = x->shape[d + 1];
  return size_error("Expected target size %s, got %s", &want, t);
}

static bool check_sizes(const OpCall *call, const Array *x, const Array *t) {
  if (!x->ndim)
    return err_set(ERR_ValueError, "Expected 1 or more dimensions (got 0)");
  if (x->ndim == 1)
    return !t->ndim ||
           size_error("size mismatch (got input: %s, target: %s)", x, t);
  if (!t->ndim && x->shape[0] == 1 && x->ndim == 2 &&
      call->family != FAMILY_TORCH)
    return true;
  int64_t samples = t->ndim ? t->shape[0] : 0;
  if (!t->ndim || x->shape[0] != samples)
    return err_set(ERR_ValueError,
                   "Expected input batch_size (%" PRId64
                   ") to match target batch_size (%" PRId64 ").",
                   x->shape[0], samples);
  if (x->ndim > 2)
    return check_places(x, t);
  return t->ndim == 1 ||
         err_set(ERR_RuntimeError, "0D or 1D target tensor expected, "
                                   "multi-target not supported");
}

static bool check_index_type(const OpCall *call, const Array *t) {
  DType type = (DType)t->dtype;
  bool tensor = call->family == FAMILY_TORCH && !call->arg[ARG_TARGET].was_list;
  bool fits = type == DT_I64 ||
              (tensor ? type == DT_U8 : taught_is_index(call, ARG_TARGET));
  return fits ||
         err_set(ERR_RuntimeError, "expected scalar type Long but found %s",
                 taught_type_name(type));
}

Array *nll_weight(const OpCall *call, int64_t classes, DType work,
                  const char *who, bool *ok) {
  Array *w = taught_array(call, ARG_WEIGHT);
  *ok = true;
  if (!w)
    return NULL;
  *ok = false;
  if (w->ndim != 1 || w->size != classes) {
    Buf b = BUF_EMPTY;
    array_size_text(&b, w->ndim, w->shape);
    err_set(ERR_RuntimeError,
            "%sweight tensor should be defined either for all %" PRId64
            " classes or no classes but got weight tensor of shape: %s",
            who, classes, buf_text(&b));
    buf_free(&b);
    return NULL;
  }
  DType x = taught_dtype(call, call->arg[0].array);
  if (call->family == FAMILY_TORCH && !call->arg[ARG_WEIGHT].was_list &&
      w->dtype != x)
    return err_null(ERR_RuntimeError, "expected scalar type %s but found %s",
                    taught_type_name(x), taught_type_name((DType)w->dtype));
  w = array_as(w, work);
  *ok = w != NULL;
  return w;
}

static bool read_index(const OpCall *call, const Array *target, NllTargets *t) {
  const Arg *ignore = &call->arg[ARG_IGNORE];
  bool skips = ignore->tag == ARG_INT;
  Array *labels = array_as((Array *)target, DT_I64);
  if (!labels)
    return false;
  t->index = mem_alloc((size_t)t->rows * sizeof *t->index);
  if (t->index && t->rows)
    memcpy(t->index, labels->data, (size_t)t->rows * sizeof *t->index);
  array_unref(labels);
  for (int64_t r = 0; t->index && r < t->rows; r++) {
    int64_t i = t->index[r];
    bool skip = i == (skips ? ignore->i : -100);
    if (!skip && (i < 0 || i >= t->l.n))
      return err_set(ERR_IndexError, "Target %" PRId64 " is out of bounds.", i);
    t->index[r] = skip ? -1 : i;
    t->kept += !skip;
  }
  return t->index;
}

/* The same for a target that is an array. */
static bool read_targets(const OpCall *call, const Array *x, Array *target,
                         DType work, NllTargets *t) {
  bool ok;
  t->ndim = target->ndim;
  if (!check_sizes(call, x, target))
    return false;
  t->l = array_axis_loop(x, nll_class_axis(x));
  t->rows = t->l.outer * t->l.inner;
  memcpy(t->shape, target->shape, (size_t)target->ndim * sizeof *t->shape);
  t->weight = nll_weight(call, t->l.n, work, "", &ok);
  return ok && check_index_type(call, target) && read_index(call, target, t);
}

bool nll_targets(const OpCall *call, const Array *x, DType work,
                 NllTargets *t) {
  Array *target = taught_array(call, ARG_TARGET);
  *t = (NllTargets){0};
  if (target)
    return read_targets(call, x, target, work, t);
  target = array_scalar_int(FAMILY_PLAIN, DT_I64, call->arg[ARG_TARGET].i);
  bool ok = target && read_targets(call, x, target, work, t);
  array_unref(target);
  return ok;
}

void nll_targets_free(NllTargets *t) {
  mem_free(t->index);
  array_unref(t->weight);
  *t = (NllTargets){0};
}

/* Where row r has its class. */
static int64_t place(const NllTargets *t, int64_t r) {
  int64_t inner = t->l.inner;
  if (inner == 1)
    return r * t->l.n + t->index[r];
  return (r / inner * t->l.n + t->index[r]) * inner + r % inner;
}

Array *nll_pick(const Array *lp, const NllTargets *t) {
  Array *out = array_zeros(FAMILY_PLAIN, (DType)lp->dtype, 1, &t->rows);
  for (int64_t r = 0; out && r < t->rows; r++)
    if (t->index[r] < 0)
      continue;
    else if (lp->dtype == DT_F32)
      ((float *)out->data)[r] = ((float *)lp->data)[place(t, r)];
    else
      ((double *)out->data)[r] = ((double *)lp->data)[place(t, r)];
  return out;
}

/* torch's sum over the samples on eight levels: sample b moves level j up
   unless bits of b say otherwise; ignored samples do not come that far. */
typedef struct Cascade {
  float loss[8], weight[8];
  int power;
} Cascade;

static void cascade_up(Cascade *c, int64_t b) {
  int64_t mask = ((int64_t)1 << c->power) - 1;
  for (int j = 0; j < 7 && !(b & mask << (j * c->power)); j++) {
    c->weight[j + 1] += c->weight[j];
    c->loss[j + 1] += c->loss[j];
    c->weight[j] = c->loss[j] = 0;
  }
}

static Cascade cascade(const float *picked, const NllTargets *t) {
  Cascade c = {0};
  int64_t n = t->rows;
  int bits = n <= 2 ? 1 : 64 - __builtin_clzll((unsigned long long)n - 1);
  c.power = bits / 8 < 4 ? 4 : bits / 8;
  const float *w = t->weight ? t->weight->data : NULL;
  for (int64_t b = 0; b < n; b++) {
    if (t->index[b] < 0)
      continue;
    if (w) {
      c.loss[0] -= picked[b] * w[t->index[b]];
      c.weight[0] += w[t->index[b]];
    } else {
      c.loss[0] -= picked[b];
    }
    cascade_up(&c, b);
  }
  for (int j = 1; j < 8; j++) {
    c.loss[0] += c.loss[j];
    c.weight[0] += c.weight[j];
  }
  return c;
}

static double weight_of(const NllTargets *t, int64_t r) {
  return t->index[r] < 0 ? 0
         : t->weight     ? array_get(t->weight, t->index[r])
                         : 1;
}

double nll_divisor(const Array *picked, const NllTargets *t) {
  if (!t->weight)
    return (double)t->kept;
  if (picked->dtype == DT_F32)
    return (double)cascade(picked->data, t).weight[0];
  double sum = 0;
  for (int64_t r = 0; r < t->rows; r++)
    sum += weight_of(t, r);
  return sum;
}

static Array *each_value(Family family, const Array *picked,
                         const NllTargets *t) {
  Array *out = array_new(family, (DType)picked->dtype, t->ndim, t->shape);
  for (int64_t r = 0; out && r < t->rows; r++) {
    double w = weight_of(t, r);
    array_put(out, r, t->index[r] < 0 ? 0 : -array_get(picked, r) * w);
  }
  return out;
}

/* The sum over rows in double, with what rounding loses (Neumaier). */
static double sum64(const Array *picked, const NllTargets *t) {
  const double *v = picked->data;
  const double *w = t->weight ? t->weight->data : NULL;
  double sum = 0, low = 0;
  for (int64_t r = 0; r < t->rows; r++) {
    if (t->index[r] < 0)
      continue;
    double x = w ? -v[r] * w[t->index[r]] : -v[r], s = sum + x, b = s - sum;
    low += (sum - (s - b)) + (x - b);
    sum = s;
  }
  return isfinite(sum) ? sum + low : sum;
}

Array *nll_value(Family family, const Array *picked, const NllTargets *t,
                 LossReduction r) {
  if (r == LOSS_NONE)
    return each_value(family, picked, t);
  double sum = picked->dtype == DT_F32
                   ? (double)cascade(picked->data, t).loss[0]
                   : sum64(picked, t);
  if (r == LOSS_MEAN && picked->dtype == DT_F32)
    sum = (double)((float)sum / (float)nll_divisor(picked, t));
  else if (r == LOSS_MEAN)
    sum /= nll_divisor(picked, t);
  return array_scalar(family, (DType)picked->dtype, sum + 0.0);
}

void nll_add_gradient(Array *g, const Array *dout, const NllTargets *t,
                      LossReduction r, double divisor) {
  for (int64_t i = 0; i < t->rows; i++) {
    if (t->index[i] < 0)
      continue;
    double d = array_get(dout, r == LOSS_NONE ? i : 0), w = weight_of(t, i);
    int64_t at = place(t, i);
    if (g->dtype == DT_F32) {
      float step = r == LOSS_MEAN ? (float)d / (float)divisor : (float)d;
      ((float *)g->data)[at] += -step * (float)w;
    } else {
      ((double *)g->data)[at] += -(r == LOSS_MEAN ? d / divisor : d) * w;
    }
  }
}

static bool nll_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  LossReduction r;
  NllTargets t = {0};
  DType dtype = taught_dtype(call, x), work = taught_working(call, dtype);
  bool ok = loss_reduction(&call->arg[ARG_REDUCTION], &r) &&
            nll_targets(call, x, work, &t);
  if (ok && x->ndim > 2)
    call->grad_fn = r == LOSS_NONE && x->ndim != 4 ? "View" : "NllLoss2D";
  Array *lp = ok ? array_as(x, work) : NULL;
  Array *picked = lp ? nll_pick(lp, &t) : NULL;
  Array *out = picked ? nll_value(call->family, picked, &t, r) : NULL;
  array_unref(lp);
  array_unref(picked);
  nll_targets_free(&t);
  return taught_return(call, out, dtype);
}

static Array *nll_backward(const OpCall *call, int wrt, Array *dout) {
  if (wrt != 0)
    return loss_no_gradient(wrt == ARG_TARGET ? "target" : "weight");
  Array *x = call->arg[0].array, *g = NULL;
  LossReduction r;
  NllTargets t = {0};
  DType work = taught_working(call, taught_dtype(call, x));
  Array *d = array_as(dout, work);
  if (d && loss_reduction(&call->arg[ARG_REDUCTION], &r) &&
      nll_targets(call, x, work, &t) &&
      (g = array_zeros(call->family, work, x->ndim, x->shape)))
    nll_add_gradient(g, d, &t, r, nll_divisor(g, &t));
  array_unref(d);
  nll_targets_free(&t);
  return taught_sum_to(g, x);
}

/* ln p as a table of rows, and the table that picks. */
static bool tables(const Array *lp, const NllTargets *t, Array *out[2]) {
  int64_t shape[] = {t->rows, t->l.n};
  int one = lp->ndim == 1;
  for (int i = 0; i < 2; i++)
    out[i] =
        array_zeros(FAMILY_PLAIN, (DType)lp->dtype, one ? 1 : 2, shape + one);
  if (!out[0] || !out[1])
    return false;
  for (int64_t r = 0; r < t->rows; r++)
    for (int64_t j = 0; j < t->l.n; j++) {
      int64_t inner = t->l.inner;
      int64_t from = (r / inner * t->l.n + j) * inner + r % inner;
      array_put(out[0], r * t->l.n + j, array_get(lp, from));
      array_put(out[1], r * t->l.n + j, t->index[r] == j);
    }
  return true;
}

static void derive_steps(const OpCall *call, Derivation *d, Array *table[2],
                         const NllTargets *t, Array *picked) {
  LossReduction r = LOSS_MEAN;
  loss_reduction(&call->arg[ARG_REDUCTION], &r);
  Array *each = each_value(FAMILY_PLAIN, picked, t);
  derive_title(d, "L = -ln p[target]");
  derive_step(d, "ln p", table[0], "input: logarithms of probabilities");
  derive_reason(d, "what log_softmax gives; never positive");
  derive_step(d, "y (one-hot)", table[1], "picks one column");
  derive_reason(d, "the true class");
  if (t->weight)
    derive_step(d, "w (class weights)", t->weight, "how much a class counts");
  Buf words = BUF_EMPTY;
  if (each)
    taught_words(&words, d, "L of each", each);
  taught_step(d, t->weight ? "-w * y * @1" : "-y * @1", each, &words);
  derive_reason(d, "surprise at what happened: 0 when p was 1");
  if (each && r != LOSS_NONE && t->weight && r == LOSS_MEAN)
    derive_step(d, "L = @4 / sum of w", call->out, "weights sum to %.*f",
                taught_digits(d), nll_divisor(picked, t));
  else if (each)
    loss_derive_end(d, call, each, r, " nats");
  array_unref(each);
}

static bool nll_derive(const OpCall *call, Derivation *d) {
  Array *x = call->arg[0].array, *table[2] = {0};
  NllTargets t = {0};
  DType work = taught_working(call, taught_dtype(call, x));
  Array *lp = array_as(x, work), *picked = NULL;
  bool ok = lp && nll_targets(call, x, work, &t) &&
            (picked = nll_pick(lp, &t)) && tables(lp, &t, table);
  if (ok) {
    derive_steps(call, d, table, &t, picked);
    d->classes = t.l.n;
  }
  array_unref(lp);
  array_unref(picked);
  array_unref(table[0]);
  array_unref(table[1]);
  nll_targets_free(&t);
  return ok && !d->failed;
}

const Op nll_ops[] = {
    {.name = "nll_loss",
     .params = "x:array target:array weight:array? ignore_index:int=-100 "
               "reduction:text=mean",
     .spell = {{"nll_loss F.nll_loss",
                "input:x target weight * ignore_index reduction"}},
     .forward = nll_forward,
     .backward = nll_backward,
     .saved = "target weight",
     .derive = nll_derive,
     .grad_fn = "NllLoss",
     .formula = "L = -ln p[target]",
     .help = "cross-entropy for logarithms of probabilities (what log_softmax "
             "gives)",
     .example = "nll_loss(log_softmax([2, 1, 0.1]), 0)",
     .result = "0.4170"},
    {0}};
