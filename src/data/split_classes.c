/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/split_classes.h"

#include "base/err.h"
#include "base/mem.h"
#include "data/dataset.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

typedef struct Member {
  int64_t label, row;
} Member;

/* Its members are a run of the sorted ones. */
typedef struct Class {
  int64_t first, count;
  int64_t train, test; /* how many of them go where */
} Class;

/* What rounding down left of a class's share. */
typedef struct Rest {
  double rest;
  int64_t class;
} Rest;

typedef struct Work {
  int64_t n, n_classes;
  Member *members; /* by label, then by row */
  Class *classes;  /* room for n */
  Rest *rests;
  int64_t *order; /* room for n */
} Work;

static int by_label(const void *a, const void *b) {
  const Member *x = a, *y = b;
  if (x->label != y->label)
    return x->label < y->label ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/* Largest first, equal ones in the classes' order. */
static int by_rest(const void *a, const void *b) {
  const Rest *x = a, *y = b;
  if (x->rest != y->rest)
    return x->rest > y->rest ? -1 : 1;
  return x->class < y->class ? -1 : x->class > y->class;
}

static void find_classes(Work *w, const int64_t *labels) {
  for (int64_t i = 0; i < w->n; i++)
    w->members[i] = (Member){labels[i], i};
  qsort(w->members, (size_t)w->n, sizeof *w->members, by_label);
  for (int64_t i = 0; i < w->n; i++) {
    if (i == 0 || w->members[i].label != w->members[i - 1].label)
      w->classes[w->n_classes++] = (Class){.first = i};
    w->classes[w->n_classes - 1].count++;
  }
}

static bool check_classes(const Work *w, const Split *s) {
  for (int64_t c = 0; c < w->n_classes; c++)
    if (w->classes[c].count < 2)
      return err_set(ERR_ValueError,
                     "The least populated class in y has only 1 member, which "
                     "is too few. The minimum number of groups for any class "
                     "cannot be less than 2.");
  bool train = s->n_train < w->n_classes;
  if (!train && s->n_test >= w->n_classes)
    return true;
  return err_set(ERR_ValueError,
                 "The %s_size = %" PRId64 " should be greater or equal to the "
                 "number of classes = %" PRId64,
                 train ? "train" : "test", train ? s->n_train : s->n_test,
                 w->n_classes);
}

/* Rounds every class's share of `draws` down; returns how many that leaves.
   For the test set only what the train set did not take counts. */
static int64_t share_out(Work *w, int64_t draws, bool test) {
  int64_t total = 0, given = 0;
  for (int64_t c = 0; c < w->n_classes; c++)
    total += w->classes[c].count - w->classes[c].train;
  for (int64_t c = 0; c < w->n_classes; c++) {
    Class *k = &w->classes[c];
    double left = (double)(k->count - k->train);
    double share = left / (double)total * (double)draws, down = floor(share);
    *(test ? &k->test : &k->train) = (int64_t)down;
    w->rests[c] = (Rest){share - down, c};
    given += (int64_t)down;
  }
  return draws - given;
}

/* sklearn's _approximate_mode: the classes with the largest rests get one
   more; among equal rests chance decides, and draws even if all get one. */
static void apportion(Work *w, int64_t draws, bool test, NpRandom *r) {
  int64_t need = share_out(w, draws, test), at = 0;
  if (need <= 0)
    return;
  qsort(w->rests, (size_t)w->n_classes, sizeof *w->rests, by_rest);
  while (need > 0 && at < w->n_classes) {
    int64_t end = at;
    while (end < w->n_classes && w->rests[end].rest == w->rests[at].rest)
      end++;
    nprandom_permutation(r, end - at, w->order);
    for (int64_t i = 0; i < end - at && need > 0; i++, need--) {
      Class *k = &w->classes[w->rests[at + w->order[i]].class];
      *(test ? &k->test : &k->train) += 1;
    }
    at = end;
  }
}

static void deal(Work *w, NpRandom *r, Split *out) {
  out->n_train = out->n_test = 0;
  for (int64_t c = 0; c < w->n_classes; c++) {
    const Class *k = &w->classes[c];
    nprandom_permutation(r, k->count, w->order);
    for (int64_t i = 0; i < k->count && i < k->train + k->test; i++) {
      int64_t row = w->members[k->first + w->order[i]].row;
      if (i < k->train)
        out->train[out->n_train++] = row;
      else
        out->test[out->n_test++] = row;
    }
  }
}

static bool split(Work *w, const int64_t *labels, NpRandom *r, Split *out) {
  find_classes(w, labels);
  if (!check_classes(w, out))
    return false;
  apportion(w, out->n_train, false, r);
  apportion(w, out->n_test, true, r);
  deal(w, r, out);
  nprandom_shuffle_ints(r, out->n_train, out->train);
  nprandom_shuffle_ints(r, out->n_test, out->test);
  return true;
}

bool split_classes(int64_t n, const int64_t *labels, NpRandom *r, Split *out) {
  size_t room = (size_t)n;
  Work w = {.n = n};
  w.members = mem_zeroed(room, sizeof *w.members);
  w.classes = w.members ? mem_zeroed(room, sizeof *w.classes) : NULL;
  w.rests = w.classes ? mem_zeroed(room, sizeof *w.rests) : NULL;
  w.order = w.rests ? dataset_indices(n) : NULL;
  bool ok = w.order && split(&w, labels, r, out);
  mem_free(w.order);
  mem_free(w.rests);
  mem_free(w.classes);
  mem_free(w.members);
  return ok;
}
