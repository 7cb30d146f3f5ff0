/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the code of a lesson in the session's globals, under the rules of the
   prompt. What diagnostics it earns is dropped: it is not the learner's. */
#ifndef XENT_TEACH_LESSONEVAL_H
#define XENT_TEACH_LESSONEVAL_H

#include "lang/value.h"
#include "teach/lesson.h"

/* app/ sets this: runs one input as if it had been typed, commands included,
   and appends all that it prints, errors too. False: out of memory. While it
   is NULL, values answer with their repr and commands are not known. */
extern bool (*lessoneval_typed)(const char *text, size_t n, Buf *out);

/* True while code of a lesson runs: lines are not the learner's then. */
extern bool lessoneval_busy;

/* The value of one expression; absent with the error record filled. */
Value lessoneval_expression(const Lesson *l, uint32_t line, const char *text);

/* Runs a block; what it prints is dropped. `draw` gives numbers that depend
   on the seed and the step. False with the error record filled. */
bool lessoneval_run(const Lesson *l, size_t step, const LessonBlock *b,
                    uint64_t seed);

/* Appends what the input of a transcript prints. */
bool lessoneval_show(const LessonEntry *e, Buf *out);

#endif
