/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arguments of `plot`: expressions between commas, each with its text, and
   --plot[=FILE]. */
#ifndef XENT_APP_PLOTARGS_H
#define XENT_APP_PLOTARGS_H

#include "app/picture.h"
#include "lang/interp.h"

#include <stddef.h>

enum { PLOTARGS_MAX = 16 };

typedef struct PlotArg {
  const Node *node;
  const char *text; /* n bytes of the source, without blanks around */
  size_t n;
  Value value; /* absent until plotargs_value was called */
} PlotArg;

typedef struct PlotArgs {
  PictureWish wish;
  Buf file;
  Tree *tree;
  int n;
  PlotArg items[PLOTARGS_MAX];
} PlotArgs;

/* False: SyntaxError, or TypeError for nothing or too much. */
bool plotargs_read(const char *text, size_t n, PlotArgs *out);
void plotargs_free(PlotArgs *a);

/* The value of an argument, borrowed; it is computed once. */
Value plotargs_value(PlotArg *arg);

/* Whether the argument speaks of a free x, as `x**2` does. */
bool plotargs_mentions_x(const PlotArg *arg);

/* The function x -> argument, owned by the caller. */
Value plotargs_function(const PlotArg *arg);

#endif
