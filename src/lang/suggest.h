/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nearest of several names, for "did you mean". */
#ifndef XENT_LANG_SUGGEST_H
#define XENT_LANG_SUGGEST_H

#include <stdbool.h>

typedef struct Suggest {
  const char *name; /* what was typed */
  const char *best; /* nearest so far, or NULL */
  int distance;     /* of best; at first one more than what is allowed */
  int candidate;    /* of the name suggest_better looked at last */
} Suggest;

/* Allowed: a third of the letters may differ, at least one. */
Suggest suggest_start(const char *name);

/* True if this name is nearer than all before (Levenshtein's distance, with
   neighbours swapped counting 1; upper and lower case differ by nothing). */
bool suggest_better(Suggest *s, const char *candidate);
void suggest_take(Suggest *s, const char *candidate);

/* Both in one. */
void suggest_offer(Suggest *s, const char *candidate);

#endif
