/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What torch draws: functions of torch's table, and for library files. */
#ifndef XENT_LIB_TORCHDRAW_H
#define XENT_LIB_TORCHDRAW_H

#include "lang/native.h"
#include "num/torchrandom.h"

Value torchdraw_manual_seed(const Value *args);
Value torchdraw_initial_seed(const Value *args);
Value torchdraw_rand(const Value *args);     /* TORCHDRAW_SIZED */
Value torchdraw_randn(const Value *args);    /* TORCHDRAW_SIZED */
Value torchdraw_randint(const Value *args);  /* TORCHDRAW_RANDINT */
Value torchdraw_randperm(const Value *args); /* TORCHDRAW_RANDPERM */

#define TORCHDRAW_SIZED                                                        \
  "*sizes dtype=None requires_grad=False device=None generator=None "          \
  "size=None"
#define TORCHDRAW_RANDINT                                                      \
  "low? high? size? * generator=None dtype=None device=None "                  \
  "requires_grad=False"
#define TORCHDRAW_RANDPERM                                                     \
  "n * generator=None dtype=None device=None requires_grad=False"

/* For torch_random.py. */
extern const Native torchdraw_natives[];

#endif
