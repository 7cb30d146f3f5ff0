/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an answer calls, seen in its syntax tree. A name that an earlier line
   of the same step bound brings the calls of that line along. */
#ifndef XENT_TEACH_LESSONNAMES_H
#define XENT_TEACH_LESSONNAMES_H

#include "base/sym.h"

#include <stdbool.h>
#include <stddef.h>

/* The lines of a step so far. */
typedef struct LessonNames LessonNames;

LessonNames *lessonnames_new(void); /* NULL with the error record filled */
void lessonnames_free(LessonNames *names); /* NULL allowed */

/* Remembers one more input; what does not parse is passed over. False: out of
   memory. */
bool lessonnames_add(LessonNames *names, const char *text, size_t n);

/* Does the newest input call this name (softmax, F.softmax, z.softmax all
   count as softmax)? */
bool lessonnames_calls(const LessonNames *names, const char *name);

/* Is the newest input nothing but a name? */
bool lessonnames_is_bare(const LessonNames *names);

/* Does it bind this name? */
bool lessonnames_binds(const LessonNames *names, const char *name);

/* The names that code binds at its top level. */
bool lessonnames_bound(const char *text, size_t n,
                       bool (*visit)(void *self, const Sym *name), void *self);

#endif
