/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/suggest.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { LONGEST = 40 };

Suggest suggest_start(const char *name) {
  int n = (int)strlen(name);
  return (Suggest){.name = name, .distance = (n < 3 ? 1 : (n + 1) / 3) + 1};
}

static int least(int a, int b, int c) {
  int m = a < b ? a : b;
  return m < c ? m : c;
}

static bool alike(char a, char b) {
  return tolower((unsigned char)a) == tolower((unsigned char)b);
}

/* Optimal string alignment, three rows of the table. */
static int distance(const char *a, int n, const char *b, int m) {
  int rows[3][LONGEST + 1];
  for (int j = 0; j <= m; j++)
    rows[0][j] = j;
  for (int i = 1; i <= n; i++) {
    int *now = rows[i % 3], *up = rows[(i + 2) % 3], *upper = rows[(i + 1) % 3];
    now[0] = i;
    for (int j = 1; j <= m; j++) {
      bool same = alike(a[i - 1], b[j - 1]);
      now[j] = least(up[j] + 1, now[j - 1] + 1, up[j - 1] + !same);
      if (i > 1 && j > 1 && alike(a[i - 1], b[j - 2]) &&
          alike(a[i - 2], b[j - 1]) && upper[j - 2] + 1 < now[j])
        now[j] = upper[j - 2] + 1;
    }
  }
  return rows[n % 3][m];
}

void suggest_offer(Suggest *s, const char *candidate) {
  int n = (int)strlen(s->name), m = (int)strlen(candidate);
  int gap = n > m ? n - m : m - n;
  if (gap >= s->distance || n > LONGEST || m > LONGEST ||
      (*candidate == '_' && *s->name != '_') || strcmp(s->name, candidate) == 0)
    return;
  int d = distance(s->name, n, candidate, m);
  if (d < s->distance && d < n) {
    s->best = candidate;
    s->distance = d;
  }
}
