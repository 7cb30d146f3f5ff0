/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nn/options.h"

#include "base/err.h"

#include <inttypes.h>
#include <math.h>

static bool whole(const char *name, int64_t value, int64_t low, int64_t high) {
  if (value >= low && value <= high)
    return true;
  return err_set(ERR_ValueError,
                 "%s must be from %" PRId64 " to %" PRId64 ", not %" PRId64,
                 name, low, high, value);
}

/* A nan is shown without its sign. */
static bool refuse(const char *name, double value, const char *range) {
  return isnan(value)
             ? err_set(ERR_ValueError, "%s must be %s, not nan", name, range)
             : err_set(ERR_ValueError, "%s must be %s, not %.15g", name, range,
                       value);
}

static bool check_sgd(const OptimizerRule *o) {
  if (!(o->momentum >= 0 && o->momentum <= 1))
    return refuse("momentum", o->momentum, "from 0 to 1");
  if (!isfinite(o->dampening))
    return refuse("dampening", o->dampening, "a finite number");
  if (o->nesterov && (o->momentum == 0 || o->dampening != 0))
    return err_set(ERR_ValueError, "Nesterov momentum requires a momentum and "
                                   "zero dampening");
  return true;
}

static bool check_adam(const OptimizerRule *o) {
  const char *beta = "at least 0 and less than 1";
  if (!(o->beta1 >= 0 && o->beta1 < 1))
    return refuse("beta1", o->beta1, beta);
  if (!(o->beta2 >= 0 && o->beta2 < 1))
    return refuse("beta2", o->beta2, beta);
  if (!(o->eps >= 0 && isfinite(o->eps)))
    return refuse("eps", o->eps, "finite and at least 0");
  return true;
}

static bool check_rule(const OptimizerRule *o) {
  if (!(o->lr > 0 && isfinite(o->lr)))
    return refuse("lr", o->lr, "finite and above 0");
  if (!(o->weight_decay >= 0 && isfinite(o->weight_decay)))
    return refuse("weight_decay", o->weight_decay, "finite and at least 0");
  return check_sgd(o) && check_adam(o);
}

bool options_check(const TrainerOptions *o, int64_t rows) {
  if (!whole("hidden", o->hidden, 1, OPTIONS_MAX_HIDDEN) ||
      !whole("epochs", o->epochs, 1, OPTIONS_MAX_EPOCHS) ||
      !whole("batch", o->batch, 0, rows))
    return false;
  return check_rule(&o->rule);
}
