/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proves that a lesson holds: transcripts reproduce to the digits written,
   references satisfy themselves and nothing that was there before, wrong
   answers differ, hints say something, quizzes have one right line, links lead
   somewhere. */
#ifndef XENT_TEACH_LESSONCHECK_H
#define XENT_TEACH_LESSONCHECK_H

#include "base/buf.h"

#include <stdbool.h>

/* Appends "FILE:LINE: what: what to do" lines to faults; none when all is
   well. accept: writes what the transcripts print into the file instead of
   finding fault. The learner's globals are left as they were. False with the
   error record filled: Ctrl-C, or out of memory. */
bool lessoncheck_file(const char *path, bool accept, Buf *faults);

#endif
