/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows cut into lines with one cell per column: long vectors and tall tables
   are abridged in the middle. */
#ifndef XENT_TEACH_EXPLAINLINES_H
#define XENT_TEACH_EXPLAINLINES_H

#include "teach/explainrows.h"

enum { EXPLAINLINES_MAX = 16, EXPLAINLINES_CELL = 32 };

typedef struct ExplainLine {
  const ExplainRow *row;
  int number;        /* 0: none on this line */
  const char *label; /* "z (logits)", "row 2" */
  bool inner;        /* a row of a table: its label stands further in */
  char cells[EXPLAINLINES_MAX][EXPLAINLINES_CELL];
  int n;
  const char *text;  /* instead of cells, or NULL */
  const char *words; /* or NULL */
  uint8_t check;
} ExplainLine;

/* What all lines have in common. */
typedef struct ExplainShape {
  int slots;       /* columns of numbers */
  bool abridged;   /* the slot before the last two is an ellipsis */
  int64_t longest; /* of the vectors, -1 where the abridged ones differ */
  bool scalars;    /* there is no vector at all */
} ExplainShape;

/* most: how many columns may stand side by side, 4 .. EXPLAINLINES_MAX. */
ExplainShape explainlines_shape(const ExplainRows *rows, int most);

/* The heading of a column: "[0]", "value", an ellipsis. */
void explainlines_heading(Buf *out, const ExplainShape *s, int slot);

typedef void (*ExplainLineVisit)(void *self, const ExplainLine *line);
void explainlines_each(const ExplainRows *rows, const ExplainShape *s,
                       ExplainLineVisit visit, void *self);

#endif
