/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shapes, joining, making, ordering: views where there are views, errors. */
#include "arrays.h"

#include "ops/shape.h"

static void test_reshape(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_NUMPY, DT_I64, 2, S(2, 3));
  Array *v = shape_reshape(a, 2, S(3, -1));
  assert_ptr_equal(v->data, a->data);
  arrays_expect(v, DT_I64, 2, S(3, 2), V(0, 1, 2, 3, 4, 5));
  Array *t = shape_permute(a, (int[]){1, 0});
  Array *c = shape_reshape(t, 1, S(-1)); /* needs a copy */
  assert_ptr_not_equal(c->data, a->data);
  arrays_expect(c, DT_I64, 1, S(6), V(0, 3, 1, 4, 2, 5));
  Array *split = shape_reshape(t, 3, S(3, 2, 1)); /* does not */
  assert_ptr_equal(split->data, a->data);
  array_unref(split);
  array_unref(t);
  arrays_expect_error(!shape_reshape(a, 2, S(4, -1)), ERR_ValueError,
                      "cannot reshape array of size 6 into shape (4,newaxis)");
  arrays_expect_error(!shape_reshape(a, 1, S(7)), ERR_ValueError,
                      "cannot reshape array of size 6 into shape (7,)");
  a->family = FAMILY_TORCH;
  arrays_expect_error(!shape_reshape(a, 2, S(4, 2)), ERR_RuntimeError,
                      "shape '[4, 2]' is invalid for input of size 6");
  array_unref(a);
}

static void test_kinds(void **state) {
  (void)state;
  Array *p = arrays_range(FAMILY_NUMPY, DT_F64, 2, S(2, 3));
  p->kind = (Kind){.name = KIND_PROBS, .axis = 1};
  Array *t = shape_permute(p, (int[]){1, 0});
  assert_int_equal(t->kind.axis, 0);
  array_unref(t);
  Array *e = shape_expand(p, 0);
  assert_int_equal(e->kind.axis, 2);
  array_unref(e);
  Array *flat = shape_reshape(p, 1, S(6));
  assert_int_equal(flat->kind.name, KIND_REAL);
  array_unref(flat);
  array_unref(p);
}

static void test_view_refused(void **state) {
  (void)state;
  Array *a = arrays_range(FAMILY_TORCH, DT_F32, 2, S(2, 3));
  Array *t = shape_permute(a, (int[]){1, 0});
  OpCall c = arrays_call("view", FAMILY_TORCH, t);
  c.arg[1] = (Arg){.tag = ARG_INTS, .count = 1, .ints = S(6)};
  arrays_expect_error(!op_run(&c), ERR_RuntimeError,
                      "view size is not compatible with input tensor's size "
                      "and stride (at least one dimension spans across two "
                      "contiguous subspaces). Use .reshape(...) instead.");
  array_unref(t);
  array_unref(a);
}

static OpCall parts_call(const char *name, Array **parts, int n) {
  OpCall c = op_call(op_by_name(name), (Family)parts[0]->family);
  c.arg[0] = (Arg){.tag = ARG_ARRAYS, .count = n, .arrays = parts};
  c.arg[1] = op_int(0);
  return c;
}

static void test_join(void **state) {
  (void)state;
  Array *parts[2] = {arrays_range(FAMILY_NUMPY, DT_I64, 1, S(2)),
                     arrays_range(FAMILY_NUMPY, DT_F64, 1, S(1))};
  OpCall c = parts_call("concatenate", parts, 2);
  arrays_expect(arrays_run(&c), DT_F64, 1, S(3), V(0, 1, 0));
  c = parts_call("stack", parts, 2);
  arrays_expect_error(!op_run(&c), ERR_ValueError,
                      "all input arrays must have the same shape");
  array_unref(parts[1]);
  parts[1] = array_ref(parts[0]);
  c = parts_call("stack", parts, 2);
  c.arg[1] = op_int(-1);
  arrays_expect(arrays_run(&c), DT_I64, 2, S(2, 2), V(0, 0, 1, 1));
  c = parts_call("column_stack", parts, 2);
  arrays_expect(arrays_run(&c), DT_I64, 2, S(2, 2), V(0, 0, 1, 1));
  array_unref(parts[0]);
  array_unref(parts[1]);
}

static Array *spaced(const char *name, Family f, Arg start, Arg stop,
                     Arg third) {
  OpCall c = op_call(op_by_name(name), f);
  c.arg[0] = start;
  c.arg[3] = stop;
  c.arg[4] = third;
  c.arg[5] = op_bool(true);
  return arrays_run(&c);
}

static void test_ranges(void **state) {
  (void)state;
  arrays_expect(
      spaced("arange", FAMILY_NUMPY, op_int(5), op_int(0), op_int(-2)), DT_I64,
      1, S(3), V(5, 3, 1));
  arrays_expect(
      spaced("arange", FAMILY_NUMPY, op_int(0), op_int(1), op_float(0.4)),
      DT_F64, 1, S(3), V(0, 0.4, 0.8));
  arrays_expect(
      spaced("linspace", FAMILY_NUMPY, op_int(0), op_int(1), op_int(3)), DT_F64,
      1, S(3), V(0, 0.5, 1));
  arrays_expect(
      spaced("linspace", FAMILY_TORCH, op_float(0.1), op_int(1), op_int(3)),
      DT_F32, 1, S(3), V(0.1f, 0.55f, 1));
}

static void test_identity(void **state) {
  (void)state;
  OpCall c = op_call(op_by_name("eye"), FAMILY_NUMPY);
  c.arg[0] = op_int(2);
  Array *eye = arrays_run(&c);
  assert_int_equal(eye->kind.name, KIND_ONEHOT);
  arrays_expect(eye, DT_F64, 2, S(2, 2), V(1, 0, 0, 1));
}

static void test_order(void **state) {
  (void)state;
  Array *x = arrays_vector(FAMILY_TORCH, DT_F32, 4, V(2, NAN, 7, 2));
  OpCall c = arrays_call("torch_sort", FAMILY_TORCH, x);
  c.arg[1] = op_int(-1);
  arrays_expect(arrays_run(&c), DT_F32, 1, S(4), V(2, 2, 7, NAN));
  arrays_expect(c.out2, DT_I64, 1, S(4), V(0, 3, 2, 1));
  c = arrays_call("torch_sort", FAMILY_TORCH, x);
  c.arg[1] = op_int(0);
  c.arg[2] = op_bool(true);
  arrays_expect(arrays_run(&c), DT_F32, 1, S(4), V(NAN, 7, 2, 2));
  arrays_expect(c.out2, DT_I64, 1, S(4), V(1, 2, 0, 3));
  c = arrays_call("unique", FAMILY_TORCH, x);
  c.arg[1] = op_bool(true);
  arrays_expect(arrays_run(&c), DT_F32, 1, S(3), V(2, 7, NAN));
  arrays_expect(c.out2, DT_I64, 1, S(3), V(2, 1, 1));
  array_unref(x);
}

static void test_running(void **state) {
  (void)state;
  Array *x = arrays_range(FAMILY_NUMPY, DT_I64, 2, S(2, 2));
  OpCall c = arrays_call("cumsum", FAMILY_NUMPY, x);
  arrays_expect(arrays_run(&c), DT_I64, 1, S(4), V(0, 1, 3, 6));
  c.arg[1] = op_int(0);
  arrays_expect(arrays_run(&c), DT_I64, 2, S(2, 2), V(0, 1, 2, 4));
  arrays_expect(x, DT_I64, 2, S(2, 2), V(0, 1, 2, 3)); /* not in place */
}

/* Every row has what its readers read, and its spellings fit. */
static void test_all_rows(void **state) {
  (void)state;
  int n = 0;
  for (const Op *op; (op = op_nth(n)); n++) {
    assert_non_null(op->forward);
    assert_non_null(op->help);
    assert_non_null(op->params);
    if (!op->example != !op->result)
      fail_msg("%s: example without result", op->name);
    if (op_by_name(op->name) != op)
      fail_msg("%s: two rows of this name", op->name);
    int s = 0;
    while (s < OP_MAX_SPELLINGS && op->spell[s].names)
      s++;
    assert_true(s < OP_MAX_SPELLINGS);
  }
  assert_true(n > 150);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_reshape),      cmocka_unit_test(test_kinds),
      cmocka_unit_test(test_view_refused), cmocka_unit_test(test_join),
      cmocka_unit_test(test_ranges),       cmocka_unit_test(test_identity),
      cmocka_unit_test(test_order),        cmocka_unit_test(test_running),
      cmocka_unit_test(test_all_rows),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  array_free_pool();
  return failed;
}
