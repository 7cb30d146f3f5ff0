/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trainnames.h"

#include "lang/dict.h"
#include "lang/interp.h"
#include "lang/list.h"

#include <string.h>

typedef struct Bound {
  const char *name;
  Value value; /* what we bound last; absent: nothing */
} Bound;

static Bound bound_losses = {.name = "losses"};
static Bound bound_weights = {.name = "weights"};

/* Takes v over. The name is ours when it is free or still holds our value. */
static bool bind(Bound *b, Value v) {
  const Sym *name = value_ok(v) ? sym_lit(b->name) : NULL;
  if (!name) {
    value_unref(v);
    return false;
  }
  Value now = interp_bound(name);
  bool ours = !value_ok(now) || value_same(now, b->value);
  bool ok = !ours || interp_set_global(name, v);
  value_put(&b->value, v);
  return ok;
}

static Value loss_list(const TrainHistory *h) {
  Value list = list_new(h->n);
  for (size_t i = 0; value_ok(list) && i < h->n; i++)
    if (!list_append(list, value_float(h->train[i]))) {
      value_unref(list);
      return value_error();
    }
  return list;
}

static Value tensor(const TrainerTensor *t) {
  int64_t shape[2] = {t->rows, t->columns};
  Array *a = array_new(FAMILY_TORCH, DT_F32, t->columns ? 2 : 1, shape);
  if (a)
    memcpy(a->data, t->data, (size_t)a->size * sizeof(float));
  return value_of_array(a);
}

static Value weight_dict(const Trainer *t) {
  Value dict = dict_new();
  TrainerTensor row;
  for (int i = 0; value_ok(dict) && trainer_tensor(t, i, &row); i++) {
    Value v = tensor(&row);
    bool ok = value_ok(v) && dict_put_text(dict, row.name, v);
    value_unref(v);
    if (!ok) {
      value_unref(dict);
      return value_error();
    }
  }
  return dict;
}

bool trainnames_bind(const Trainer *t, const TrainHistory *h) {
  return bind(&bound_losses, loss_list(h)) &&
         bind(&bound_weights, weight_dict(t));
}

void trainnames_free(void) {
  value_put(&bound_losses.value, value_absent());
  value_put(&bound_weights.value, value_absent());
}
