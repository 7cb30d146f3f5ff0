/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/split.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "data/dataset.h"
#include "data/split_classes.h"
#include "num/digits.h"

#include <inttypes.h>
#include <math.h>

void split_free(Split *s) {
  mem_free(s->train);
  mem_free(s->test);
  *s = (Split){0};
}

/* As Python writes it: 3, 0.25 or None. */
static void add_size(Buf *b, SplitSize s) {
  if (s.how == SPLIT_FRACTION)
    digits_repr64(b, s.value);
  else if (s.how == SPLIT_COUNT)
    buf_fmt(b, "%.0f", s.value);
  else
    buf_str(b, "None");
}

static bool check_size(const char *name, SplitSize s, int64_t n) {
  double limit = s.how == SPLIT_COUNT ? (double)n : 1.0;
  if (s.how == SPLIT_ABSENT || !(s.value <= 0 || s.value >= limit))
    return true;
  Buf size = BUF_EMPTY;
  add_size(&size, s);
  err_set(ERR_ValueError,
          "%s=%s should be either positive and smaller than the number of "
          "samples %" PRId64 " or a float in the (0, 1) range",
          name, buf_text(&size), n);
  buf_free(&size);
  return false;
}

static bool check_fractions(SplitSize test, SplitSize train) {
  double sum = train.value + test.value;
  if (test.how != SPLIT_FRACTION || train.how != SPLIT_FRACTION || !(sum > 1))
    return true;
  Buf text = BUF_EMPTY;
  digits_repr64(&text, sum);
  err_set(ERR_ValueError,
          "The sum of test_size and train_size = %s, should be in the (0, 1) "
          "range. Reduce test_size and/or train_size.",
          buf_text(&text));
  buf_free(&text);
  return false;
}

static bool no_train_set(int64_t n, SplitSize test, SplitSize train) {
  Buf a = BUF_EMPTY, b = BUF_EMPTY;
  add_size(&a, test);
  add_size(&b, train);
  err_set(ERR_ValueError,
          "With n_samples=%" PRId64 ", test_size=%s and train_size=%s, the "
          "resulting train set will be empty. Adjust any of the "
          "aforementioned parameters.",
          n, buf_text(&a), buf_text(&b));
  buf_free(&a);
  buf_free(&b);
  return false;
}

/* Rows for both parts: fractions of the test set round up, those of the train
   set down, an absent one takes the rest. */
static bool count_parts(int64_t n, SplitSize test, SplitSize train,
                        Split *out) {
  if (test.how == SPLIT_ABSENT && train.how == SPLIT_ABSENT)
    test = (SplitSize){SPLIT_FRACTION, 0.25};
  if (!check_size("test_size", test, n) ||
      !check_size("train_size", train, n) || !check_fractions(test, train))
    return false;
  if (isnan(test.value) || isnan(train.value))
    return err_set(ERR_ValueError, "cannot convert float NaN to integer");
  double rows = (double)n;
  double a = test.how == SPLIT_FRACTION ? ceil(test.value * rows) : test.value;
  double b =
      train.how == SPLIT_FRACTION ? floor(train.value * rows) : train.value;
  out->n_test = test.how == SPLIT_ABSENT ? n - (int64_t)b : (int64_t)a;
  out->n_train = train.how == SPLIT_ABSENT ? n - (int64_t)a : (int64_t)b;
  if (out->n_train > n - out->n_test)
    return err_set(ERR_ValueError,
                   "The sum of train_size and test_size = %" PRId64
                   ", should be smaller than the number of samples %" PRId64
                   ". Reduce test_size and/or train_size.",
                   out->n_train + out->n_test, n);
  return out->n_train != 0 || no_train_set(n, test, train);
}

/* The first n_test rows of `order` go to the test set, or those behind the
   train set when they keep their order. */
static void deal(const int64_t *order, bool shuffle, Split *out) {
  const int64_t *test = shuffle ? order : order + out->n_train;
  const int64_t *train = shuffle ? order + out->n_test : order;
  for (int64_t i = 0; i < out->n_test; i++)
    out->test[i] = test[i];
  for (int64_t i = 0; i < out->n_train; i++)
    out->train[i] = train[i];
}

static bool plain(int64_t n, bool shuffle, NpRandom *r, Split *out) {
  int64_t *order = dataset_indices(n);
  if (!order)
    return false;
  if (shuffle)
    nprandom_permutation(r, n, order);
  deal(order, shuffle, out);
  mem_free(order);
  return true;
}

bool split_rows(int64_t n, SplitSize test, SplitSize train, bool shuffle,
                const int64_t *labels, NpRandom *r, Split *out) {
  *out = (Split){0};
  if (!count_parts(n, test, train, out))
    return false;
  if (!shuffle && labels)
    return err_set(ERR_ValueError, "Stratified train/test split is not "
                                   "implemented for shuffle=False");
  out->train = dataset_indices(n);
  out->test = out->train ? dataset_indices(n) : NULL;
  bool ok = out->test && (labels ? split_classes(n, labels, r, out)
                                 : plain(n, shuffle, r, out));
  if (!ok)
    split_free(out);
  return ok;
}
