/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a value answers at the prompt and in a notebook's last expression. */
#ifndef XENT_APP_ECHO_H
#define XENT_APP_ECHO_H

#include "lang/value.h"

#include <stdbool.h>

/* Writes repr(v) and a newline to out; None is silent. On a terminal a vector
   of probabilities is followed by its bars, and beside a loss stands what a
   guess would cost. False: a failing __repr__. */
bool echo_value(Value v);

/* The bars of a vector on a terminal (the command `bars`). False: not a
   vector of numbers. */
bool echo_bars(Value v);

#endif
