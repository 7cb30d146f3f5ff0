/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trainhistory.h"

#include "base/err.h"
#include "base/mem.h"

#include <string.h>

enum { RUNS = 17 }; /* the first has no name */

static TrainHistory runs[RUNS];
static TrainHistory *last;

static void forget(TrainHistory *h) {
  mem_free(h->train);
  mem_free(h->test);
  *h = (TrainHistory){0};
}

static TrainHistory *slot(const char *name) {
  if (!*name)
    return &runs[0];
  TrainHistory *h = trainhistory_named(name);
  for (int i = 1; i < RUNS && !h; i++)
    if (!runs[i].used)
      h = &runs[i];
  return h;
}

TrainHistory *trainhistory_begin(const TrainSetup *s) {
  TrainHistory *h = slot(s->name);
  if (!h)
    return err_null(ERR_ValueError,
                    "at most %d runs can have names; use one "
                    "of them again",
                    RUNS - 1);
  forget(h);
  h->used = true;
  h->net = s->net;
  memcpy(h->name, s->name, sizeof h->name);
  return last = h;
}

bool trainhistory_add(TrainHistory *h, const TrainerEvent *e) {
  size_t need = h->n + 1;
  if (!mem_grow((void **)&h->train, &h->train_cap, need, sizeof(float)) ||
      !mem_grow((void **)&h->test, &h->test_cap, need, sizeof(float)))
    return false;
  h->train[h->n] = e->loss;
  h->test[h->n++] = e->test_loss;
  return true;
}

TrainHistory *trainhistory_last(void) {
  return last && last->n ? last : NULL;
}

TrainHistory *trainhistory_nth(int i) {
  for (int k = 1; k < RUNS; k++)
    if (runs[k].used && runs[k].n && i-- == 0)
      return &runs[k];
  return NULL;
}

TrainHistory *trainhistory_named(const char *name) {
  for (int i = 1; i < RUNS; i++)
    if (runs[i].used && !strcmp(runs[i].name, name))
      return &runs[i];
  return NULL;
}

void trainhistory_free(void) {
  for (int i = 0; i < RUNS; i++)
    forget(&runs[i]);
  last = NULL;
}
