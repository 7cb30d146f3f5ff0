/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers are compared by value: numbers, lists and arrays of any family by
   shape and elements, within a tolerance. */
#ifndef XENT_TEACH_LESSONCOMPARE_H
#define XENT_TEACH_LESSONCOMPARE_H

#include "lang/value.h"

typedef enum LessonMatch {
  LESSONCOMPARE_SAME,      /* |a - b| <= tol, or <= tol |b|, everywhere */
  LESSONCOMPARE_CLOSE,     /* within 2 %: rounded too early? */
  LESSONCOMPARE_OPPOSITE,  /* the same but for the sign */
  LESSONCOMPARE_SHAPE,     /* another shape */
  LESSONCOMPARE_DIFFERENT, /* other numbers */
  LESSONCOMPARE_TYPE       /* one is numbers, the other is not */
} LessonMatch;

/* nan equals nan. Never fails: what cannot be compared is of another type. */
LessonMatch lessoncompare(Value answer, Value reference, double tol);

/* A value as one number; false when it is not one. */
bool lessoncompare_number(Value v, double *out);

/* "a number", "3 numbers", "2 x 3 numbers", "a str" */
void lessoncompare_shape(Buf *b, Value v);

#endif
