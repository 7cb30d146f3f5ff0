/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: what a command line asks for, in order. */
#ifndef XENT_UI_FRONT_H
#define XENT_UI_FRONT_H

#include "app/options.h"

/* The exit status. */
int front_run(const Options *o);

#endif
