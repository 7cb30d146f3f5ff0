/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a running lesson says: the screens of its steps, its questions and its
   verdicts. It changes nothing. */
#ifndef XENT_TEACH_LESSONSAY_H
#define XENT_TEACH_LESSONSAY_H

#include "teach/lessonrun.h"

const LessonStep *lessonsay_step(const LessonRun *r);

/* "Lesson 1  Title" over a rule. */
void lessonsay_title(const LessonRun *r, Buf *out);
/* "4 of 9 answered earlier; goto 1.5 goes on.", or nothing; no step is named
   when it is the first. */
void lessonsay_earlier(const LessonRun *r, Buf *out);
void lessonsay_heading(const LessonRun *r, Buf *out);

/* A block of prose with an empty line before it when it needs one. */
void lessonsay_block(const LessonRun *r, const LessonBlock *b, Buf *out);
void lessonsay_entry(const LessonEntry *e, const Buf *printed, Buf *out);

/* What the step asks for, below its text. */
void lessonsay_question(const LessonRun *r, Buf *out);

/* A tick or a cross, the first words, then marked words (may be empty). */
void lessonsay_right(const LessonRun *r, const char *first, const char *words,
                     Buf *out);
void lessonsay_wrong(const LessonRun *r, const char *words, Buf *out);
void lessonsay_solution(const LessonRun *r, Buf *out);

/* A line of the machine itself, indented as the text is. */
void lessonsay_note(const LessonRun *r, const char *format, Buf *out, ...)
    __attribute__((format(printf, 2, 4)));

/* What was not right about an answer, if the numbers tell. */
void lessonsay_difference(Value answer, Value reference, double tol,
                          Buf *words);

/* The end of the lesson: what was right and what comes next. */
void lessonsay_end(const LessonRun *r, Buf *out);

#endif
