/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/constants.h"

#include <math.h>
#include <string.h>

enum { EVERYWHERE = CONSTANTS_MATH | CONSTANTS_ARRAYS | CONSTANTS_SESSION };

static const struct {
  const char *name;
  double value;
  int places;
} rows[] = {{"pi", M_PI, EVERYWHERE},
            {"e", M_E, CONSTANTS_MATH | CONSTANTS_ARRAYS},
            {"tau", 2 * M_PI, CONSTANTS_MATH},
            {"inf", INFINITY, EVERYWHERE},
            {"nan", NAN, EVERYWHERE}};

enum { N_ROWS = sizeof rows / sizeof *rows };

Value constants_find(ConstantsPlace place, const char *name) {
  for (int i = 0; i < N_ROWS; i++)
    if (rows[i].places & place && !strcmp(rows[i].name, name))
      return value_float(rows[i].value);
  return value_absent();
}

void constants_each(ConstantsPlace place,
                    void (*visit)(void *self, const char *name), void *self) {
  for (int i = 0; i < N_ROWS; i++)
    if (rows[i].places & place)
      visit(self, rows[i].name);
}
