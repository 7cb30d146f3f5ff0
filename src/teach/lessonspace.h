/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspace of a lesson is the session's globals. Here stands what the
   lesson has put there, to tell the learner what was overwritten. */
#ifndef XENT_TEACH_LESSONSPACE_H
#define XENT_TEACH_LESSONSPACE_H

#include "base/buf.h"
#include "lang/value.h"

typedef struct LessonName {
  const Sym *name;
  char *text; /* repr of the value that the lesson gave it */
} LessonName;

typedef struct LessonSpace {
  LessonName *items;
  size_t n, cap;
} LessonSpace;

/* Notes the present values of all names that this code binds. */
bool lessonspace_remember(LessonSpace *s, const char *code);

/* Appends the names that hold other values now, separated by commas; false:
   there are none. */
bool lessonspace_changed(const LessonSpace *s, Buf *names);

void lessonspace_free(LessonSpace *s);

/* All globals are put aside (and none are left), and come back. NULL with the
   error record filled. */
typedef struct LessonGlobals LessonGlobals;
LessonGlobals *lessonspace_put_aside(void);
void lessonspace_bring_back(LessonGlobals *g);

#endif
