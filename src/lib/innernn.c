/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/innernn.h"

#include "lang/str.h"

/* nn.CrossEntropyLoss(z, y): torch takes these for its old switches. */
static Value check_switch(const Value *args) {
  int t = value_truth(args[1]);
  if (t >= 0)
    return value_bool(t);
  err_hint("make the loss first, then call it: nn.%s()(...)",
           str_of(args[0])->text);
  return value_error();
}

const Native innernn_natives[] = {
    {"check_switch", "loss value", check_switch,
     "the truth of a loss's old switch", NULL, NULL},
    {0}};
