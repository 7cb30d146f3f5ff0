/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a lesson that are not CommonMark's: the head comment, the words
   on a fence, transcripts, and the keys after a question. */
#ifndef XENT_TEACH_LESSONPARTS_H
#define XENT_TEACH_LESSONPARTS_H

#include "teach/lesson.h"

/* "FILE:LINE: " and the words as the pending error; always false. */
bool lessonparts_error(const Lesson *l, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Makes room for one more element (zeroed) in an array of the arena; NULL with
   the error record filled. *items is the array, *n how many it has. */
void *lessonparts_push(Lesson *l, void *items, size_t *n, size_t size);

/* What stands between `<!-- xent-lesson 1` and `-->` in the first line of a
   text, and the title, its second field (" | Title | ..."), n 0 without one.
   False: the text is no lesson. */
typedef struct LessonHead {
  const char *fields, *end;
  const char *title;
  size_t title_n;
} LessonHead;
bool lessonparts_find_head(const char *text, size_t n, LessonHead *out);

/* Title, needs and skip from `<!-- xent-lesson 1 | ... -->`. */
bool lessonparts_head(Lesson *l, const char *text, size_t n);

typedef enum LessonFence {
  LESSONPARTS_ERROR,
  LESSONPARTS_OTHER, /* not ours: an ordinary block of code */
  LESSONPARTS_RUN,
  LESSONPARTS_SHOW,
  LESSONPARTS_TASK
} LessonFence;

/* Reads the words on a fence; attributes of a task go into q. */
LessonFence lessonparts_fence(Lesson *l, uint32_t line, const char *info,
                              size_t n, LessonQuestion *q);

/* Cuts a transcript into its entries. */
bool lessonparts_show(Lesson *l, LessonBlock *b);

/* A list item after a question (marked text): hint, predict, wrong, why. */
bool lessonparts_key(Lesson *l, uint32_t line, const char *text,
                     LessonQuestion *q);

/* One line of a quiz: what stands after " - " is said to who chooses it. */
bool lessonparts_option(Lesson *l, uint32_t line, const char *text, bool right,
                        LessonQuestion *q);

#endif
