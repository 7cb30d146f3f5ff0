/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nearest of several names, for "did you mean". */
#ifndef XENT_LANG_SUGGEST_H
#define XENT_LANG_SUGGEST_H

typedef struct Suggest {
  const char *name; /* what was typed */
  const char *best; /* nearest so far, or NULL */
  int distance;     /* of best; at first one more than what is allowed */
} Suggest;

/* Allowed: a third of the letters may differ, at least one. */
Suggest suggest_start(const char *name);

/* Takes this name if it is nearer than all before (Levenshtein's distance, with
   neighbours swapped counting 1; upper and lower case differ by nothing). It is
   borrowed. */
void suggest_offer(Suggest *s, const char *candidate);

#endif
