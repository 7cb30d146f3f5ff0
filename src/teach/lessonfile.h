/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a file of CommonMark to a lesson. The only file that sees the Markdown
   parser. Errors are one line, "FILE:LINE: what is wrong: what to do". */
#ifndef XENT_TEACH_LESSONFILE_H
#define XENT_TEACH_LESSONFILE_H

#include "base/buf.h"
#include "teach/lesson.h"

/* Appends the bytes of a file; FileNotFoundError, OSError, and ValueError for
   one that is larger than any lesson. */
bool lessonfile_read(const char *path, Buf *out);

/* NULL with the error record filled. */
Lesson *lessonfile_load(const char *path);

/* The same from memory; path only names it. */
Lesson *lessonfile_parse(const char *path, const char *text, size_t n);

void lessonfile_free(Lesson *l); /* NULL allowed */

/* Whether text begins as lessons do, its title then being *title (of *n
   bytes): enough for a list of lessons. */
bool lessonfile_title(const char *text, size_t len, const char **title,
                      size_t *n);

#endif
