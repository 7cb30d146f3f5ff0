/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The losses against numbers that torch wrote: values, gradients, errors. */
#include "taught.h"

#include "base/mem.h"
#include "base/note.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct {
  int numbers, exact;
  double worst;
} seen;

static void count(double ulps) {
  seen.numbers++;
  seen.exact += ulps == 0;
  seen.worst = fmax(seen.worst, ulps);
}

static void forget_notes(void) {
  Note n;
  while (note_take(&n))
    note_free(&n);
}

/* Compares with a JSON array; true when all are near enough. */
static bool same(const Array *a, const json_t *want, double limit, double small,
                 const char *what) {
  const json_t *data = vectors_get(want, "data");
  bool ok = json_array_size(data) == (size_t)a->size &&
            !strcmp(dtype_name((DType)a->dtype),
                    json_string_value(vectors_get(want, "dtype"))) &&
            json_array_size(vectors_get(want, "shape")) == a->ndim;
  for (int64_t i = 0; ok && i < a->size; i++) {
    double w = vectors_number(json_array_get(data, (size_t)i));
    w = a->dtype == DT_F32 ? (double)(float)w : w;
    double ulps = taught_ulps((DType)a->dtype, array_get(a, i), w);
    count(fabs(array_get(a, i) - w) <= small && ulps > limit ? limit : ulps);
    if (ulps > limit && !(fabs(array_get(a, i) - w) <= small)) {
      print_message("%s [%d]: %.9g, torch has %.9g\n", what, (int)i,
                    array_get(a, i), w);
      ok = false;
    }
  }
  return ok;
}

static void set_option(OpCall *call, const char *key, const json_t *v) {
  if (!strcmp(key, "num_classes"))
    key = "n";
  Arg a = json_is_string(v)    ? op_text(json_string_value(v))
          : json_is_boolean(v) ? op_bool(json_is_true(v))
          : json_is_integer(v) ? op_int(json_integer_value(v))
                               : op_float(json_real_value(v));
  taught_set(call, key, a);
}

static OpCall call_of(const json_t *c) {
  OpCall call =
      op_call(taught_op(json_string_value(vectors_get(c, "op"))), FAMILY_TORCH);
  const char *key;
  json_t *v;
  json_object_foreach(vectors_get(c, "arrays"), key, v) {
    Arg a = op_array(taught_json(v, FAMILY_TORCH));
    if (!strcmp(key, "input"))
      call.arg[0] = a;
    else
      taught_set(&call, key, a);
  }
  json_object_foreach(vectors_get(c, "options"), key, v)
      set_option(&call, key, v);
  return call;
}

static bool check_error(const json_t *c) {
  Err *e = err_now();
  const char *want = json_string_value(vectors_get(c, "message"));
  bool ok =
      !strcmp(err_name(e->type), json_string_value(vectors_get(c, "error"))) &&
      !strcmp(buf_text(&e->text), want);
  if (!ok)
    print_message("got %s: %s\nnot %s\n", err_name(e->type), buf_text(&e->text),
                  want);
  err_clear();
  return ok;
}

/* Gradients are differences of numbers: float32 to 4 ulp or 3e-9; double,
   where libm's exp is not torch's, to 1e-14. */
static bool check_gradients(const json_t *c, const OpCall *call) {
  json_t *grads = json_object_get(c, "grads"), *want;
  const char *key;
  bool ok = true;
  Array *dout =
      grads ? taught_json(vectors_get(c, "dout"), FAMILY_TORCH) : NULL;
  json_object_foreach(grads, key, want) {
    int wrt = !strcmp(key, "input") ? 0 : 1;
    Array *g = call->op->backward(call, wrt, dout);
    bool f32 = call->out->dtype == DT_F32;
    ok = g && same(g, want, 4, f32 ? wrt ? 3e-6 : 3e-9 : 1e-14, key) && ok;
    array_unref(g);
  }
  array_unref(dout);
  return ok;
}

static bool grad_fn_agrees(const json_t *c, const OpCall *call) {
  const char *want = json_string_value(json_object_get(c, "grad_fn"));
  const char *got = call->grad_fn ? call->grad_fn : call->op->grad_fn;
  char full[80];
  if (!want)
    return true;
  bool whole = strstr(got, "Backward") != NULL;
  snprintf(full, sizeof full, whole ? "%s" : "%sBackward0", got);
  if (strcmp(full, want))
    print_message("grad_fn %s, not %s\n", full, want);
  return !strcmp(full, want);
}

static bool check_case(const json_t *c) {
  OpCall call = call_of(c);
  bool run = op_run(&call), ok;
  if (json_object_get(c, "error"))
    ok = !run && check_error(c);
  else
    ok = run && grad_fn_agrees(c, &call) &&
         same(call.out, vectors_get(c, "out"), 2,
              call.out->dtype == DT_F32 ? 0 : 1e-14, "out") &&
         check_gradients(c, &call);
  if (!ok && err_pending())
    print_message("%s\n", buf_text(&err_now()->text));
  err_clear();
  taught_release(&call);
  forget_notes();
  return ok;
}

static void test_torch(void **state) {
  (void)state;
  json_t *root = vectors_load("taught_torch.json"), *c;
  size_t i, bad = 0;
  memset(&seen, 0, sizeof seen);
  json_array_foreach(vectors_get(root, "cases"), i, c) {
    if (check_case(c))
      continue;
    bad++;
    char *text = json_dumps(vectors_get(c, "options"), JSON_COMPACT);
    print_message("case %d: %s %s\n", (int)i,
                  json_string_value(vectors_get(c, "op")), text);
    free(text);
  }
  print_message("%d numbers, %d bit for bit, worst %.1f ulp\n", seen.numbers,
                seen.exact, seen.worst);
  json_decref(root);
  assert_int_equal(bad, 0);
}

/* Nested lists as one array. */
static void flatten(const json_t *v, double *out, int64_t *n, int64_t *shape,
                    int depth, int *ndim) {
  if (!json_is_array(v)) {
    out[(*n)++] = vectors_number(v);
    *ndim = depth;
    return;
  }
  shape[depth] = (int64_t)json_array_size(v);
  for (size_t i = 0; i < json_array_size(v); i++)
    flatten(json_array_get(v, i), out, n, shape, depth + 1, ndim);
}

static Array *nested(const json_t *v, DType dtype) {
  double numbers[8192];
  int64_t shape[4], n = 0;
  int ndim = 0;
  flatten(v, numbers, &n, shape, 0, &ndim);
  return taught_make(FAMILY_TORCH, dtype, ndim, shape, numbers);
}

static const char *row_name(const char *loss) {
  return !strcmp(loss, "bce")               ? "binary_cross_entropy"
         : !strcmp(loss, "bce_with_logits") ? "binary_cross_entropy_with_logits"
         : !strcmp(loss, "mse")             ? "mse_loss"
         : !strcmp(loss, "l1")              ? "l1_loss"
                                            : loss;
}

static bool whole(const json_t *v) {
  if (json_is_array(v))
    return json_array_size(v) && whole(json_array_get(v, 0));
  return json_is_integer(v);
}

static bool near(const Array *a, const Array *want, const char *what) {
  bool ok = a && a->size == want->size;
  for (int64_t i = 0; ok && i < a->size; i++) {
    double ulps = taught_ulps(DT_F32, array_get(a, i), array_get(want, i));
    count(ulps);
    ok = ulps <= 2;
    if (!ok)
      print_message("%s [%d]: %.9g, torch has %.9g\n", what, (int)i,
                    array_get(a, i), array_get(want, i));
  }
  return ok;
}

static bool check_loss(const json_t *c) {
  const char *loss = json_string_value(vectors_get(c, "loss"));
  OpCall call = op_call(taught_op(row_name(loss)), FAMILY_TORCH);
  json_t *target = vectors_get(c, "target"), *v;
  bool classes = !strcmp(loss, "cross_entropy") && whole(target);
  call.arg[0] = op_array(nested(vectors_get(c, "input"), DT_F32));
  call.arg[1] = op_array(nested(target, classes ? DT_I64 : DT_F32));
  for (const char **k = (const char *[]){"weight", "pos_weight", NULL}; *k; k++)
    if ((v = json_object_get(c, *k)))
      taught_set(&call, *k, op_array(nested(v, DT_F32)));
  for (const char **k = (const char *[]){"reduction", "label_smoothing",
                                         "ignore_index", NULL};
       *k; k++)
    if ((v = json_object_get(c, *k)))
      set_option(&call, *k, v);
  Array *want = nested(vectors_get(c, "value"), DT_F32);
  Array *grad = nested(vectors_get(c, "grad"), DT_F32);
  bool ok = op_run(&call) && near(call.out, want, "value");
  Array *dout = array_copy(want);
  for (int64_t i = 0; i < dout->size; i++)
    array_put(dout, i, 1);
  Array *g = ok ? call.op->backward(&call, 0, dout) : NULL;
  ok = ok && near(g, grad, "grad");
  array_unref(want);
  array_unref(grad);
  array_unref(dout);
  array_unref(g);
  taught_release(&call);
  return ok;
}

static void test_losses(void **state) {
  (void)state;
  json_t *root = vectors_load("losses.json"), *c;
  size_t i, bad = 0;
  memset(&seen, 0, sizeof seen);
  json_array_foreach(vectors_get(root, "cases"), i, c) {
    if (check_loss(c))
      continue;
    bad++;
    print_message("case %d: %s, reduction %s\n", (int)i,
                  json_string_value(vectors_get(c, "loss")),
                  json_string_value(vectors_get(c, "reduction")));
  }
  print_message("%d numbers, %d bit for bit, worst %.1f ulp\n", seen.numbers,
                seen.exact, seen.worst);
  json_decref(root);
  assert_int_equal(bad, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_losses),
      cmocka_unit_test(test_torch),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
