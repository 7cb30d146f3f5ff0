/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a lesson's file replaced by others, and new lesson files. The file
   is replaced as a whole or not at all. */
#ifndef XENT_TEACH_LESSONREWRITE_H
#define XENT_TEACH_LESSONREWRITE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct LessonRewrite LessonRewrite;

/* NULL with the error record filled. */
LessonRewrite *lessonrewrite_new(const char *path);
void lessonrewrite_free(LessonRewrite *r); /* NULL allowed */

/* Lines from .. to - 1 become `text`; calls come in the file's order. */
bool lessonrewrite_add(LessonRewrite *r, uint32_t from, uint32_t to,
                       const char *text);

/* Writes the file if anything was replaced. */
bool lessonrewrite_save(LessonRewrite *r);

/* A new file with one step of each sort to write over; an OSError when the
   file is there already. */
bool lessonrewrite_skeleton(const char *path);

#endif
