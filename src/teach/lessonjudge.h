/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the learner types while a lesson waits for an answer. The functions
   that return bool are false with the error record filled. */
#ifndef XENT_TEACH_LESSONJUDGE_H
#define XENT_TEACH_LESSONJUDGE_H

#include "teach/lessonrun.h"

/* Is this line an answer that must not be evaluated: the line of a quiz, a
   prediction? If so, lessonjudge_choose judges it. */
bool lessonjudge_takes(const LessonRun *r, const char *text, size_t n);
bool lessonjudge_choose(LessonRun *r, const char *text, size_t n, Buf *out);

/* An input of Python was run: its last value (absent: it had none), whether it
   failed, and the codes of the diagnostics it earned ("W101 W301"). */
typedef struct LessonAnswer {
  const char *text;
  size_t n;
  Value value; /* borrowed */
  bool failed;
  const char *codes;
} LessonAnswer;
bool lessonjudge_answer(LessonRun *r, const LessonAnswer *a, Buf *out);

/* A command was run, well or not (plot and train can be answers). */
bool lessonjudge_command(LessonRun *r, const char *name, size_t n, bool fine,
                         Buf *out);

#endif
