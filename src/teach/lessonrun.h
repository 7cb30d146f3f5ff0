/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson on its way. Nothing is printed here: what is to be said is appended
   to a Buf. Functions that return bool are false with the error record filled:
   out of memory, Ctrl-C, or the lesson's own code failed. */
#ifndef XENT_TEACH_LESSONRUN_H
#define XENT_TEACH_LESSONRUN_H

#include "lang/value.h"
#include "teach/lesson.h"
#include "teach/lessonnames.h"
#include "teach/lessonspace.h"
#include "teach/lessontext.h"
#include "teach/progress.h"

typedef enum LessonState {
  LESSONRUN_IDLE,     /* no lesson runs */
  LESSONRUN_READING,  /* this step asks nothing */
  LESSONRUN_WAITING,  /* for an answer */
  LESSONRUN_ANSWERED, /* rightly, or the solution was shown */
  LESSONRUN_DONE      /* behind the last step */
} LessonState;

typedef enum LessonGuess {
  LESSONRUN_NO_GUESS,
  LESSONRUN_ABOVE,
  LESSONRUN_BELOW,
  LESSONRUN_EQUAL,
  LESSONRUN_ASKS /* the prediction has been asked for */
} LessonGuess;

typedef struct LessonRun {
  Lesson *lesson;
  int number; /* 0: the lesson has none */
  size_t step;
  LessonState state;
  LessonGuess guess;
  int tries;
  size_t hints;    /* how many have been given */
  bool *right;     /* by step: answered rightly in this run */
  bool *earlier;   /* by step: answered in an earlier one (not in a replay) */
  bool *shown;     /* by step: the answer was shown */
  Value reference; /* when the step began, or absent */
  LessonNames *names;
  LessonSpace space;
  uint64_t seed;
  bool advances;   /* right answers go on by themselves (a replay) */
  bool records;    /* answers go into the progress file */
  bool complained; /* that file could not be written, and it was said */
  LessonTextOptions text;
} LessonRun;

/* Ends what runs, loads a lesson and shows step 0 and step 1, or one step. */
bool lessonrun_start(LessonRun *r, const char *path, size_t step, Buf *out);
void lessonrun_stop(LessonRun *r);

/* `3.6` and `goto 4`: steps count from 1. */
bool lessonrun_goto(LessonRun *r, size_t step, Buf *out);
bool lessonrun_next(LessonRun *r, Buf *out);
bool lessonrun_back(LessonRun *r, Buf *out);

/* The next rung of the ladder; the answer, after two tries; the answer, and
   the step is left. */
bool lessonrun_hint(LessonRun *r, Buf *out);
bool lessonrun_solution(LessonRun *r, Buf *out);
bool lessonrun_skip(LessonRun *r, Buf *out);

/* The step's transcripts once more; the lesson's variables as it set them. */
bool lessonrun_play(LessonRun *r, Buf *out);
bool lessonrun_reset(LessonRun *r, Buf *out);

/* The verdicts of lessonjudge.h: the answer was right, in these first words
   and then these; or it was not. */
bool lessonrun_accept(LessonRun *r, const char *first, const char *words,
                      Buf *out);
bool lessonrun_refuse(LessonRun *r, const char *words, Buf *out);

/* May a right answer still come: nothing was answered yet, or the answer was
   only shown? */
bool lessonrun_is_open(const LessonRun *r);

/* How many steps ask, and how many of them have been answered rightly, now or
   earlier. */
size_t lessonrun_questions(const LessonRun *r);
size_t lessonrun_right(const LessonRun *r);
bool lessonrun_is_right(const LessonRun *r, size_t step);

#endif
