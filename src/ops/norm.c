/* SPDX-License-Identifier: GPL-3.0-or-later */
/* batch_norm and layer_norm: numbers brought to mean 0 and variance 1, each
   feature over the batch (Ioffe and Szegedy 2015), each sample over its
   features (Ba and others 2016), then scaled and shifted:
       h = (x - mean) / sqrt(var + eps)        out = w h + b

   In PyTorch:  F.layer_norm(torch.tensor([[1., 3.]]), (2,))
   prints       tensor([[-1.0000,  1.0000]]). */
#include "ops/taught.h"

#include "base/err.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { MEAN = 1, VAR, BATCH_WEIGHT, BATCH_BIAS, TRAINING, MOMENTUM, BATCH_EPS };
enum { SHAPE = 1, LAYER_WEIGHT, LAYER_BIAS, LAYER_EPS };

/* What is brought to mean 0 together: `count` groups of n elements. */
typedef struct Groups {
  int64_t count, n;
  int64_t inner;           /* batch: elements of a channel that lie together */
  bool layer;              /* whose weights go with the place in the group */
  bool of_numbers;         /* mean and variance are of the numbers themselves */
  const Array *mean, *var; /* else these */
  double eps;
  int weight, bias; /* arguments */
} Groups;

static int64_t place(const Groups *g, int64_t group, int64_t k) {
  if (g->layer)
    return group * g->n + k;
  return (k / g->inner * g->count + group) * g->inner + k % g->inner;
}

static int64_t own_weight(const Groups *g, int64_t group, int64_t k) {
  return g->layer ? k : group;
}

static void moments(const Groups *g, const double *x, int64_t group,
                    double *mean, double *var) {
  *mean = *var = 0;
  if (!g->of_numbers) {
    *mean = array_get(g->mean, group);
    *var = array_get(g->var, group);
    return;
  }
  for (int64_t k = 0; k < g->n; k++)
    *mean += x[place(g, group, k)];
  *mean /= (double)g->n;
  for (int64_t k = 0; k < g->n; k++)
    *var += pow(x[place(g, group, k)] - *mean, 2);
  *var /= (double)g->n;
}

/* --- arguments -------------------------------------------------------------
 */

static bool check_size(const OpCall *call, int i, const char *name,
                       int64_t want) {
  const Array *a = taught_array(call, i);
  return !a || a->size == want ||
         err_set(ERR_RuntimeError,
                 "%s should contain %" PRId64 " elements not %" PRId64, name,
                 want, a->size);
}

static bool lonely(const Array *x) {
  Buf size = BUF_EMPTY;
  taught_size(&size, x);
  err_set(ERR_ValueError,
          "Expected more than 1 value per channel when training, got input "
          "size %s",
          buf_text(&size));
  buf_free(&size);
  return false;
}

static bool batch_groups(const OpCall *call, Groups *g) {
  const Array *x = call->arg[0].array;
  if (x->ndim < 2)
    return err_set(ERR_RuntimeError, "expected 2D or 3D input (got %dD input)",
                   x->ndim);
  int64_t channels = x->shape[1];
  g->count = channels;
  g->n = channels ? x->size / channels : 0;
  g->inner = x->shape[0] ? g->n / x->shape[0] : 1;
  g->mean = taught_array(call, MEAN);
  g->var = taught_array(call, VAR);
  g->of_numbers = call->arg[TRAINING].b;
  g->eps = call->arg[BATCH_EPS].f;
  g->weight = BATCH_WEIGHT;
  g->bias = BATCH_BIAS;
  if (g->of_numbers && g->n == 1)
    return lonely(x);
  if (!g->of_numbers && (!g->mean || !g->var))
    return err_set(ERR_RuntimeError, "Expected running_mean and running_var "
                                     "to be defined when training=False");
  return check_size(call, MEAN, "running_mean", channels) &&
         check_size(call, VAR, "running_var", channels) &&
         check_size(call, BATCH_WEIGHT, "weight", channels) &&
         check_size(call, BATCH_BIAS, "bias", channels);
}

static bool layer_groups(const OpCall *call, Groups *g) {
  const Array *x = call->arg[0].array;
  const Arg *shape = &call->arg[SHAPE];
  int from = x->ndim - shape->count;
  bool fits = from >= 0;
  g->n = 1;
  for (int i = 0; fits && i < shape->count; i++) {
    fits = x->shape[from + i] == shape->ints[i];
    g->n *= shape->ints[i];
  }
  g->count = g->n ? x->size / g->n : 0;
  g->layer = g->of_numbers = true;
  g->eps = call->arg[LAYER_EPS].f;
  g->weight = LAYER_WEIGHT;
  g->bias = LAYER_BIAS;
  if (fits)
    return check_size(call, LAYER_WEIGHT, "weight", g->n) &&
           check_size(call, LAYER_BIAS, "bias", g->n);
  Buf want = BUF_EMPTY, got = BUF_EMPTY;
  array_size_text(&want, shape->count, shape->ints);
  array_size_text(&got, x->ndim, x->shape);
  err_set(ERR_RuntimeError,
          "Given normalized_shape=%s, expected input with shape [*, %s, but "
          "got input of size%s",
          buf_text(&want), buf_text(&want) + 1, buf_text(&got));
  buf_free(&want);
  buf_free(&got);
  return false;
}

static bool groups_of(const OpCall *call, Groups *g) {
  *g = (Groups){0};
  return !strcmp(call->op->name, "batch_norm") ? batch_groups(call, g)
                                               : layer_groups(call, g);
}

static double number(const OpCall *call, int arg, int64_t i, double otherwise) {
  const Array *a = taught_array(call, arg);
  return a ? array_get(a, i) : otherwise;
}

/* --- forward ---------------------------------------------------------------
 */

static void put_group(const OpCall *call, const Groups *g, int64_t group,
                      const double *x, double *out) {
  double mean, var;
  moments(g, x, group, &mean, &var);
  double scale = 1 / sqrt(var + g->eps);
  for (int64_t k = 0; k < g->n; k++) {
    int64_t at = place(g, group, k), w = own_weight(g, group, k);
    out[at] = (x[at] - mean) * scale * number(call, g->weight, w, 1) +
              number(call, g->bias, w, 0);
  }
}

/* The running numbers move a little towards those of this batch. */
static void remember(const OpCall *call, const Groups *g, const double *x) {
  double momentum = call->arg[MOMENTUM].f, mean, var;
  Array *means = taught_array(call, MEAN), *vars = taught_array(call, VAR);
  for (int64_t i = 0; means && vars && i < g->count; i++) {
    moments(g, x, i, &mean, &var);
    var *= (double)g->n / (double)(g->n - 1);
    array_put(means, i, momentum * mean + (1 - momentum) * array_get(means, i));
    array_put(vars, i, momentum * var + (1 - momentum) * array_get(vars, i));
  }
}

static bool norm_forward(OpCall *call) {
  Array *x = call->arg[0].array;
  Groups g;
  if (!groups_of(call, &g) ||
      !taught_needs_float(call, x,
                          g.layer ? "LayerNormKernelImpl" : "batch_norm"))
    return false;
  Array *in = array_as(x, DT_F64);
  Array *out = in ? array_new(call->family, DT_F64, in->ndim, in->shape) : NULL;
  for (int64_t i = 0; out && i < g.count; i++)
    put_group(call, &g, i, in->data, out->data);
  if (out && !g.layer && g.of_numbers)
    remember(call, &g, in->data);
  array_unref(in);
  return taught_return(call, out, (DType)x->dtype);
}

/* --- backward --------------------------------------------------------------
 */

typedef struct Slopes {
  const double *x, *dout;
  double *dx, *dw, *db; /* the wanted one; else NULL */
} Slopes;

/* dL/dx = s (d - mean(d) - h mean(d h)) with d = dout w, s = 1 / sqrt(var +
   eps); the two means only where mean and variance are of x itself. */
static void group_slopes(const OpCall *call, const Groups *g, int64_t group,
                         const Slopes *s) {
  double mean, var, sum = 0, product = 0;
  moments(g, s->x, group, &mean, &var);
  double scale = 1 / sqrt(var + g->eps), n = (double)g->n;
  for (int64_t k = 0; k < g->n; k++) {
    int64_t at = place(g, group, k), w = own_weight(g, group, k);
    double h = (s->x[at] - mean) * scale;
    double d = s->dout[at] * number(call, g->weight, w, 1);
    sum += d;
    product += d * h;
    if (s->dw)
      s->dw[w] += s->dout[at] * h;
    if (s->db)
      s->db[w] += s->dout[at];
  }
  if (!g->of_numbers)
    sum = product = 0;
  for (int64_t k = 0; s->dx && k < g->n; k++) {
    int64_t at = place(g, group, k), w = own_weight(g, group, k);
    double h = (s->x[at] - mean) * scale;
    double d = s->dout[at] * number(call, g->weight, w, 1);
    s->dx[at] = scale * (d - sum / n - h * product / n);
  }
}

static Array *slopes(const OpCall *call, const Groups *g, int wrt, Array *x,
                     Array *dout) {
  Array *like = call->arg[wrt].array;
  Array *out = array_zeros(call->family, DT_F64, like->ndim, like->shape);
  Slopes s = {.x = x->data, .dout = dout->data};
  if (out && !wrt)
    s.dx = out->data;
  else if (out && wrt == g->weight)
    s.dw = out->data;
  else if (out)
    s.db = out->data;
  for (int64_t i = 0; out && i < g->count; i++)
    group_slopes(call, g, i, &s);
  return taught_sum_to(out, like);
}

static Array *norm_backward(const OpCall *call, int wrt, Array *dout) {
  Array *x = call->arg[0].array, *out = NULL;
  Groups g;
  if (!groups_of(call, &g))
    return NULL;
  if (wrt && wrt != g.weight && wrt != g.bias)
    return err_null(ERR_RuntimeError, "the running numbers of batch_norm have "
                                      "no derivative");
  Array *in = array_as(x, DT_F64);
  Array *wide = array_broadcast_to(dout, x->ndim, x->shape);
  Array *d = wide ? array_as(wide, DT_F64) : NULL;
  if (in && d)
    out = slopes(call, &g, wrt, in, d);
  array_unref(in);
  array_unref(wide);
  array_unref(d);
  return out;
}

const Op norm_ops[] = {
    {.name = "batch_norm",
     .params = "x:array mean:array? var:array? weight:array? bias:array? "
               "training:bool=False momentum:float=0.1 eps:float=1e-05",
     .spell = {{"F.batch_norm",
                "input:x running_mean:mean running_var:var weight=None "
                "bias=None training momentum eps"}},
     .forward = norm_forward,
     .backward = norm_backward,
     .saved = "x mean var weight",
     .grad_fn = "NativeBatchNorm",
     .formula = "out = w (x - mean) / sqrt(var + eps) + b of each feature",
     .help = "brings each feature to mean 0 and variance 1 over the batch",
     .example = "F.batch_norm(torch.tensor([[1.], [3.]]), None, None, "
                "training=True)",
     .result = "tensor([[-1.0000],\n        [ 1.0000]])"},
    {.name = "layer_norm",
     .params = "x:array shape:ints weight:array? bias:array? eps:float=1e-05",
     .spell = {{"F.layer_norm",
                "input:x normalized_shape:shape weight=None bias=None eps"}},
     .forward = norm_forward,
     .backward = norm_backward,
     .saved = "x weight",
     .grad_fn = "NativeLayerNorm",
     .formula = "out = w (x - mean) / sqrt(var + eps) + b of each sample",
     .help = "brings each sample to mean 0 and variance 1 over its features",
     .example = "F.layer_norm(torch.tensor([[1., 3.]]), (2,))",
     .result = "tensor([[-1.0000,  1.0000]])"},
    {0}};
