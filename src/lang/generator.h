/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Generator expressions: nothing is computed before it is asked for. */
#ifndef XENT_LANG_GENERATOR_H
#define XENT_LANG_GENERATOR_H

#include "lang/eval.h"

/* The iterator of a generator expression met in frame f; the iterable of its
   first `for` is evaluated now, as Python does. */
Value generator_node(Frame *f, Node *n);

#endif
