/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prose of a lesson as text for a terminal: wrapped, with the marks of
   lesson.h as escape sequences or as plain signs, and in ASCII if asked. */
#ifndef XENT_TEACH_LESSONTEXT_H
#define XENT_TEACH_LESSONTEXT_H

#include "base/buf.h"
#include "teach/lesson.h"

typedef struct LessonTextOptions {
  int width;  /* columns of a line */
  int margin; /* of them left blank on the left */
  bool ansi;  /* bold and underlined instead of `code` and *emphasis* */
} LessonTextOptions;

/* A block with a line end after it; nothing for run, show and question. */
void lessontext_block(Buf *b, const LessonBlock *block,
                      const LessonTextOptions *o);

/* Marked text as a paragraph; first stands before its first line, and the
   other lines are indented as far. */
void lessontext_paragraph(Buf *b, const char *first, const char *text,
                          const LessonTextOptions *o);

/* Marked text in one line, as wide as it is. */
void lessontext_line(Buf *b, const char *text, const LessonTextOptions *o);

#endif
