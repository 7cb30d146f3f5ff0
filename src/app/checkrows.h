/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_APP_CHECKROWS_H
#define XENT_APP_CHECKROWS_H

#include <stdbool.h>

/* Runs the example of every row and native function at a fresh prompt: a line
   "ok NAME" or "not ok NAME" each, then "1..N" on out. False: one failed. */
bool checkrows_run(void);

#endif
